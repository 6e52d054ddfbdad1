## Correos que entran
mails-title = Correos recibidos
mails-about = Lo que llega al buzón de la mesa. Lo que está en cuarentena espera su decisión.
mails-one = Correo
mails-none = No hay correos aquí
mails-none-body = Cuando llegue uno que la mesa no pueda ubicar por sí misma, aparecerá en cuarentena.
mails-all = Todos
mails-sender = Remitente
mails-subject = Asunto
mails-state = Estado
mails-received = Recibido
mails-read = Leer
mails-open = Leer { $subject }
mails-to = Para { $addresses }
mails-files =
    { $count ->
        [one] Un archivo
       *[other] { $count } archivos
    }
mails-handled-by = Decidió { $name }
mails-no-text = No trae texto que se pueda mostrar.
mails-folded = Mostrar lo citado
mails-ticket = Número del caso
mails-ticket-hint = Si responde a un caso. Vacío, se registra uno nuevo.
mails-requester = Usuario de quien pide
mails-requester-hint = Para un caso nuevo. Vacío, quien tenga la dirección del remitente, o usted.
mails-accept = Aceptar
mails-discard = Descartar
mails-discard-one = Descartar «{ $subject }»
mails-discard-about = Lo que escribió { $sender } no llegará a ningún caso. No se puede deshacer.
mails-accepted = Quedó en el caso { $number }
mails-discarded = Correo descartado
inbound-state-quarantined = En cuarentena
inbound-state-registered = Caso nuevo
inbound-state-commented = Comentario
inbound-state-noted = Nota interna
inbound-state-ignored = Sin efecto
inbound-state-discarded = Descartado
mail-reason-unknown_sender = Remitente desconocido
mail-reason-not_allowed = Quien escribe no participa en ese caso o proyecto
mail-reason-unproven = El servidor de correo no responde por el remitente
mail-reason-internal = Puede responder a una nota interna
mail-reason-bulk = Correo masivo
mail-reason-too_many = Demasiados correos en una hora
mail-reason-too_large = Demasiado grande
mail-reason-unfetched = No se pudo traer: sigue sin leer en el buzón
mail-reason-unreadable = No se pudo leer
mail-reason-failed = No se pudo tramitar
