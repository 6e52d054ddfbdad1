## Administración

admin-people-about = Las cuentas de toda la mesa y lo que cada una es en sus proyectos.
admin-people-none = Ninguna cuenta coincide
admin-people-none-body = Pruebe con otro nombre o quite los filtros.
admin-new-person = Nueva persona
admin-new-person-about = Podrá entrar con la contraseña que le dé aquí, o con la de su computador si la mesa usa un directorio.
admin-make-person = Crear la cuenta
admin-person-made = La cuenta quedó creada.
admin-details = Datos
admin-search = Buscar
admin-search-example = Nombre, usuario o correo
admin-any = Todos
admin-name = Nombre
admin-contact = Correo y área
admin-role = Rol
admin-roles = Roles
admin-state = Estado
admin-active = Activa
admin-inactive = Inactiva
admin-active-many = Activas
admin-inactive-many = Inactivas
admin-display-name = Nombre completo
admin-username-hint = Con el que entra: letras, números y los signos . _ - @
admin-email = Correo
admin-company = Proveedor
admin-company-none = Ninguno
admin-company-any = Cualquiera
admin-with-password = Darle una contraseña para entrar la primera vez
admin-with-password-hint = Si entra con la de su computador, no la necesita.
admin-password = Contraseña provisional
admin-password-hint = Mínimo 8 caracteres. Entréguela en persona o por teléfono; deberá cambiarla al entrar.
admin-groups-hint = Los casos de un grupo los ven todas las personas que están en él.
admin-saved = Los cambios quedaron guardados.
admin-since = Cuenta creada el
admin-local = Contraseña de la mesa
admin-not-local = Sin contraseña aquí
admin-work = Grupos y casos
admin-no-groups = No está en ningún grupo.
admin-open-tickets =
    { $count ->
        [one] 1 caso abierto a su cargo
       *[other] { $count } casos abiertos a su cargo
    }
admin-roles-save = Guardar los roles
admin-roles-saved = Los roles quedaron guardados.
admin-roles-elsewhere = En otros proyectos
admin-role-requester = Registra sus casos y los sigue
admin-role-agent = Atiende y resuelve en la mesa, nivel 1
admin-role-specialist = Resuelve lo que se le escala, nivel 2
admin-role-provider = Ve solo lo asignado a su empresa, nivel 3
admin-role-supervisor = Ve todo el proyecto y sus cifras
admin-role-admin = Configura el proyecto y administra cuentas

admin-activated = La cuenta está activa de nuevo.
admin-deactivated = La cuenta quedó inactiva y sus casos, en otras manos.
admin-deactivate-title = Desactivar a { $name }
admin-deactivate-about = No podrá entrar y se cerrarán sus sesiones. Lo que hizo queda en el historial de cada caso.
admin-deactivate-open =
    { $count ->
        [one] Tiene 1 caso abierto a su cargo.
       *[other] Tiene { $count } casos abiertos a su cargo.
    }
admin-heir = ¿Quién sigue con sus casos?
admin-heir-group = El grupo de cada caso
admin-heir-group-hint = Vuelven a su grupo, sin responsable
admin-heir-person = Otra persona
admin-heir-person-hint = Queda como responsable de todos los que pueda tomar
admin-heir-other = Otro grupo
admin-heir-other-hint = Para los casos de su mismo nivel
admin-heir-who = Persona
admin-set-password = Restablecer la contraseña
admin-password-about = { $name } entrará una vez con esta contraseña y elegirá la suya. Se cerrarán sus sesiones.
admin-password-submit = Restablecer
admin-password-another = Proponer otra
admin-password-set = Listo. Entregue esta contraseña a { $name } en persona o por teléfono: no se volverá a mostrar.
admin-stand-in = Actuar en su nombre
admin-stand-in-about = Verá y hará lo mismo que { $name }, durante 15 minutos, para darle soporte.
admin-stand-in-limits = Todo queda registrado con su nombre en la auditoría. No podrá cambiar contraseñas, claves de API ni sesiones, ni responder encuestas por la persona.
admin-stand-in-start = Empezar
admin-import = Importar
admin-import-title = Importar personas
admin-import-about = Muchas cuentas a la vez desde una hoja de cálculo guardada como CSV. Se crean todas o ninguna.
admin-import-shape = Cómo debe ser la tabla
admin-import-columns = La primera fila nombra las columnas: username y display_name son necesarias; email, phone, area, locale, provider, roles y groups, si hacen falta. Varios roles o grupos se separan con espacios.
admin-import-file = El archivo
admin-import-choose = Elegir el archivo
admin-import-none = Un archivo CSV de hasta 2.000 filas
admin-import-check = Revisar
admin-import-sound =
    { $count ->
        [one] La tabla está bien: creará 1 cuenta.
       *[other] La tabla está bien: creará { $count } cuentas.
    }
admin-imported =
    { $count ->
        [one] Se creó 1 cuenta.
       *[other] Se crearon { $count } cuentas.
    }

admin-group = Grupo
admin-groups-about = A quiénes se asignan y escalan los casos, nivel por nivel.
admin-groups-none = Todavía no hay grupos
admin-groups-none-body = Cree el primero: sin un grupo de nivel 1 nadie recibe los casos.
admin-new-group = Nuevo grupo
admin-make-group = Crear el grupo
admin-group-made = El grupo quedó creado. Agregue a sus integrantes.
admin-group-name = Nombre del grupo
admin-key = Identificador
admin-key-hint = Corto y sin espacios, como n2-redes. No se puede cambiar después.
admin-level-1 = Recibe y atiende lo que llega
admin-level-2 = Resuelve lo que la mesa le escala
admin-level-3 = Personas de un proveedor
admin-in-use = En uso
admin-not-in-use = Fuera de uso
admin-end-use = Retirar del uso
admin-begin-use = Volver a usar
admin-in-charge = A su cargo
admin-nothing-open = Nada abierto
admin-members =
    { $count ->
        [0] Personas
        [one] 1 persona
       *[other] { $count } personas
    }
admin-add-member = Agregar a alguien
admin-no-members = Todavía no hay nadie en este grupo.

admin-providers-about = Las empresas que atienden el nivel 3. Su personal solo ve lo que está a cargo de la empresa.
admin-providers-none = Todavía no hay proveedores
admin-providers-none-body = Cree uno cuando un tercero atienda parte de los casos.
admin-new-provider = Nuevo proveedor
admin-company-name = Nombre de la empresa
admin-edit = Cambiar
admin-edit-what = Cambiar { $what }

admin-stakeholders-about = La matriz de interesados: a quién le interesa cada servicio, y a quién se avisa de sus incidentes mayores. De los confidenciales solo se avisa a quien los puede ver.
admin-stakeholders-none = Todavía no hay interesados
admin-stakeholders-none-body = Agregue a las personas y dependencias que deben enterarse de un incidente mayor.
admin-new-stakeholder = Nuevo interesado
admin-remove-stakeholder = Quitar de la matriz
admin-remove-stakeholder-about = Ya no se avisará a { $who } de los incidentes mayores.
admin-stakeholder = Interesado
admin-stakeholder-who = Quién es
admin-stakeholder-person = Persona
admin-stakeholder-area = Dependencia
admin-stakeholder-area-hint = Como está escrita en las cuentas. Se avisa a todas sus personas que pertenecen al proyecto.
admin-whole-project = Todo el proyecto
admin-interest = Nivel de interés
admin-influence = Nivel de influencia
admin-told-of = Se le avisa cuando
admin-told-of-hint = Sin ninguna marca queda en la matriz, pero no se le avisa.
admin-told-of-nothing = No se le avisa
admin-from-priority = Desde la prioridad
admin-from-priority-hint = De los incidentes de esta prioridad y de los más urgentes; 1 es la más urgente.
admin-from-priority-short = Desde la prioridad { $priority }
degree-high = Alto
degree-medium = Medio
degree-low = Bajo

admin-projects-about = Cada uno con su numeración, sus personas, su catálogo y sus acuerdos.
admin-new-project = Nuevo proyecto
admin-new-project-about = Empieza con el horario y el acuerdo del procedimiento y un grupo de nivel 1. Usted lo administra.
admin-make-project = Crear el proyecto
admin-project-made = El proyecto quedó creado.
admin-project-about = Lo que cambie rige para lo que pase desde ahora; lo prometido sigue igual.
admin-project-name = Nombre del proyecto
admin-project-key = Prefijo
admin-project-key-hint = Con el que empiezan sus casos, como TIC en TIC-1042. No se puede cambiar después.
admin-time-zone = Zona horaria
admin-time-zone-hint = De la base IANA, como America/Bogota.
admin-acceptance = Plazo para aceptar la solución
admin-acceptance-hint = Si nadie responde en este plazo, la solución se da por aceptada.
admin-acceptance-hours = Horas del plazo
acceptance-window-wall_clock = Horas corridas
acceptance-window-wall_clock-hint = Noches y domingos también, como dice el procedimiento
acceptance-window-not_before_service_day_end = Horas corridas, hasta el fin del siguiente día hábil
acceptance-window-not_before_service_day_end-hint = Lo del viernes no vence el domingo
acceptance-window-service_hours = Horas de servicio
acceptance-window-service_hours-hint = Solo cuentan las del horario de la mesa
admin-matrix = Prioridad según impacto y urgencia
admin-matrix-hint = Los casos abiertos conservan la suya hasta que se clasifiquen de nuevo.
admin-matrix-cell = Prioridad con impacto { $impact } y urgencia { $urgency }
admin-matrix-impact = Impacto { $impact }
admin-matrix-urgency = Urgencia { $urgency }

admin-audit-about = Quién hizo qué, cuándo y desde dónde. Nadie puede cambiarla sin que se note.
admin-audit-export = Exportar CSV
admin-audit-none = Nada coincide
admin-audit-none-body = Amplíe las fechas o quite los filtros.
audit-at = Cuándo
audit-actor = Quién
audit-actor-name = Usuario
audit-impersonator = Actuó en su lugar
audit-in-place = en su lugar, { $name }
audit-nobody = Nadie o el sistema
audit-operation = Operación
audit-object = Objeto
audit-more = Ver
audit-open = Ver { $operation }
audit-search = Buscar
audit-entry = Registro de auditoría
audit-address = Dirección
audit-api-key = Clave de API
audit-request = Petición
audit-same-actor = De esta persona
audit-same-operation = De esta operación
audit-same-object = De este objeto
audit-changes = Qué cambió
audit-field = Campo
audit-before = Antes
audit-after = Después
audit-word-sign_in = Entró
audit-word-sign_in_failed = No pudo entrar
audit-word-sign_out = Salió
audit-word-session_refresh = Continuó la sesión
audit-word-session_revoked_on_reuse = Sesión cerrada por seguridad
audit-word-told_on_call = Recibió un correo de turno, fuera del horario
audit-word-webhook_disabled = Webhook desactivado por la mesa
audit-verify = Verificar
audit-verify-title = ¿Está íntegra?
audit-verify-about = Cada registro lleva la huella del anterior. Al verificar se calculan todas de nuevo.
audit-intact =
    { $count ->
        [one] Está íntegra: se verificó 1 registro.
       *[other] Está íntegra: se verificaron { $count } registros.
    }
audit-waiting =
    { $count ->
        [one] 1 más se encadenará en unos segundos.
       *[other] { $count } más se encadenarán en unos segundos.
    }
audit-fault-at = Está en el eslabón { $position }.
audit-fault-outside = No tiene eslabón en la cadena.
audit-fault-entry = Registro { $entry }.

user-action-reset_second_factor = Quitar el segundo factor
user-action-manage_api_keys = Administrar sus claves de API
user-action-revoke_access = Ver y cerrar sus sesiones y claves de API
user-action-anonymise = Anonimizar
user-kind-person = Persona
user-kind-service = Cuenta de servicio
admin-kind = Tipo de cuenta
admin-kind-person = Entra con su contraseña o con la de su computador
admin-kind-service = Para un programa: no tiene contraseña y entra con claves de API
admin-by-keys = Entra con claves de API
admin-second-factor = Con segundo factor
admin-keys-about = Con ellas entra el programa. Cada una sirve para lo que usted diga, hasta la fecha que elija.
admin-keys-none = La cuenta no tiene claves de API: el programa todavía no puede entrar.
admin-sessions-about = Cierre la que su dueño no reconozca: deja de servir en el acto.
admin-sessions-none = No tiene ninguna sesión abierta.
admin-person-keys-about = Las que hizo para que un programa actúe en su nombre. Cada persona hace las suyas; aquí solo se revocan.
admin-person-keys-none = No tiene claves de API.
admin-factor-title = Quitar el segundo factor
admin-factor-about = { $name } entrará solo con su contraseña, hasta que active otro segundo factor. Sus códigos de recuperación dejan de servir.
admin-factor-sure = Compruebe antes, en persona o por una llamada que usted haga, que es quien lo pide.
admin-factor-submit = Quitarlo
admin-factor-reset = El segundo factor quedó desactivado.
admin-anonymise-title = Anonimizar a { $name }
admin-anonymise-forever = Es definitivo: nadie lo puede deshacer.
admin-anonymise-goes = Se borran su nombre, usuario, correo, teléfono, área, sesiones y claves de API, y nadie podrá volver a entrar con la cuenta.
admin-anonymise-stays = Quedan los casos, sus tiempos y la auditoría, a nombre de una persona anonimizada.
admin-anonymise-reason = Motivo
admin-anonymise-reason-hint = Sin datos personales. Por ejemplo: solicitud de supresión, radicado 2027-118.
admin-anonymise-also = También
admin-anonymise-texts = Borrar lo que escribió en sus casos
admin-anonymise-texts-hint = Asuntos, descripciones, respuestas, comentarios y archivos.
admin-anonymise-type = Para confirmar, escriba el usuario { $username }
admin-anonymise-mistyped = No es el usuario de esta cuenta.
admin-anonymised = La persona quedó anonimizada.

admin-privacy-about = El aviso que todos aceptan, y por cuánto tiempo se conservan los datos.
admin-notice = Aviso de privacidad
admin-notice-versions = Versiones del aviso
admin-notice-version = Versión
admin-notice-published = Publicada
admin-notice-entity = Entidad responsable
admin-notice-entity-hint = Va en el texto en lugar de la palabra entidad entre llaves.
admin-notice-contact = Contacto para consultas y reclamos
admin-notice-contact-hint = Va en el texto en lugar de la palabra contacto entre llaves.
admin-notice-acceptances = Aceptaciones
admin-notice-in-force = Vigente
admin-notice-first = La que trae la mesa
admin-notice-read = Leer la versión vigente
admin-notice-write = Escribir una nueva versión
admin-notice-everybody = Al publicarla, todas las personas, también usted, deberán leerla y aceptarla para continuar.
admin-notice-es = Texto en español
admin-notice-en = Texto en inglés
admin-notice-publish = Publicar
admin-periods = Tiempos de conservación
admin-periods-about = Cumplido el tiempo, un trabajo nocturno anonimiza los casos y borra los archivos. Lo que se borra no vuelve.
admin-period-hint = Días desde el cierre: 30 o más; 0, para siempre.
admin-period-forever = para siempre
admin-period-days =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
record-closed_tickets = Datos personales de los casos cerrados
record-attachments = Archivos de los casos cerrados
record-sessions = Sesiones terminadas
record-idempotency_keys = Respuestas guardadas para reintentos
record-notices = Avisos, y los correos que los llevaron
record-inbound_mails = Correos que entraron
record-audit = Auditoría
admin-nights = Trabajo nocturno
admin-nights-none = Todavía no ha borrado ni anonimizado nada.
admin-night = Noche
admin-night-tickets = Casos
admin-night-events = Entradas
admin-night-files = Archivos
admin-night-more = Faltan más

admin-templates-about = Cómo se escribe cada correo que la mesa envía, en cada idioma.
admin-template-about = La primera línea es el asunto. Rige para los correos que se escriban desde que lo guarde.
admin-template-kind = Correo
admin-template-language = Idioma
admin-template-whose = Plantilla
admin-template-changed = Último cambio
admin-template-own = Propia
admin-template-built-in = De fábrica
admin-template-source = Plantilla
admin-template-source-hint = Debajo del asunto va el texto, en Markdown. Un enlace solo en su línea se dibuja como botón.
admin-template-unsaved = Hay cambios sin guardar; se conservan en este navegador.
admin-template-discard = Descartarlos
admin-template-saved = La plantilla quedó guardada.
admin-template-overtaken = Alguien guardó otra versión mientras usted escribía. Su texto sigue aquí: compárelo con el otro. Si guarda de nuevo, queda el suyo.
admin-template-theirs = Ver lo que guardó la otra persona
admin-template-send = Enviar prueba a mi correo
admin-template-sent = La prueba va en camino a { $address }.
admin-template-restore = Volver a la de fábrica
admin-template-restore-about = Se pierde el texto propio de este correo y vuelve el que trae la mesa. El anterior queda en la auditoría.
admin-template-restored = Vuelve a regir la plantilla de fábrica.
admin-template-variables = Qué se puede escribir
admin-template-variables-about = Pulse una para escribirla donde está el cursor. Lo que puede faltar va dentro de una condición.
admin-template-preview = Cómo se lee
admin-template-sample = Lo recibe
admin-template-letter = Correo
admin-template-text = Solo texto
letter-sample-requester = Quien pidió el caso
letter-sample-desk = Alguien de la mesa
letter-sample-confidential = Quien pidió un caso confidencial
admin-letters-about = Los correos de los últimos tres meses: cuáles salieron, cuáles esperan y cuáles no pudieron salir.
admin-letters-reload = Actualizar
admin-letters-none = No hay correos
admin-letters-none-body = Aparecen aquí cuando la mesa los escribe. Si espera alguno, revise que haya un servidor de correo.
admin-letter = Correo
admin-letter-when = Cuándo
admin-letter-next = Próximo intento:
admin-letter-tries =
    { $count ->
        [one] 1 intento
       *[other] { $count } intentos
    }
admin-letter-bounced = Devuelto
admin-letter-resend = Enviar de nuevo
admin-letter-resend-what = Enviar de nuevo: { $what }
admin-letter-again = El correo saldrá de nuevo en unos segundos.
mail-state-waiting = En espera
mail-state-sending = Enviando
mail-state-sent = Enviado
mail-state-dead = No enviado

## Turnos, recordatorios y preguntas de la encuesta
admin-on-call = De turno
admin-on-call-about = Fuera del horario de servicio solo quien está de turno recibe correos, y solo de casos de prioridad 1 y 2 y de tiempos vencidos. Cada correo queda en el registro.
admin-on-call-none = Nadie está de turno.
admin-on-call-person = Persona
admin-on-call-choose = Elija a alguien del grupo
admin-on-call-from = Desde
admin-on-call-until = Hasta
admin-on-call-add = Poner de turno
admin-on-call-missing = Complete este dato.
admin-reminder-hours = Recordatorios
admin-reminder-hours-hint = Cuántas horas antes de que venza el plazo se le recuerda a la persona: por ejemplo, 24, 4. Vacío: nunca.
admin-questions = Preguntas de la encuesta
admin-questions-about = Se hacen después de preguntar si quedó resuelto y cómo califica la atención. Cada una se responde de 1 a 5, o no se responde.
admin-question-es = En español
admin-question-en = En inglés
admin-question-off = No se pregunta
admin-question-save = Guardar { $key }
admin-question-stop = Dejar de preguntarla
admin-question-ask = Volver a preguntarla
admin-question-new = Otra pregunta
admin-question-add = Agregar la pregunta
admin-question-key-hint = Una palabra corta, en minúsculas, que no cambia.

admin-sources-about = Por dónde llegan las alertas de monitoreo y los mensajes de chats que se vuelven casos.
admin-sources-none = Todavía no hay fuentes
admin-sources-none-body = Cree una por cada programa que deba avisarle algo a la mesa.
admin-source = Fuente
admin-new-source = Nueva fuente
admin-new-source-about = Al crearla se muestra, una sola vez, el secreto con el que el programa demuestra quién es.
admin-source-chat-hint = La primera línea de una conversación abre un caso; las demás se agregan
admin-source-monitoring-hint = Alertmanager o Zabbix: las alertas de un grupo son un incidente
admin-source-name = Nombre de la fuente
admin-source-registrar = Registra en nombre de
admin-source-no-service = Ninguno
admin-source-no-group = Ninguno
admin-source-group-hint = El grupo de nivel 1 que recibe sus casos.
admin-source-flap = Minutos para tomarla por la misma alerta
admin-source-flap-hint = Si vuelve antes, no es un caso nuevo ni se anota otra vez. De 0 a 1.440.
admin-severities = Severidades
admin-severities-hint = Como las escribe el sistema de monitoreo. Las que no estén aquí son de impacto y urgencia medios.
admin-severity = Severidad
admin-severity-add = Agregar una severidad
admin-make-source = Crear la fuente
admin-secret-once = Copie el secreto ahora: no se vuelve a mostrar.
admin-secret = Secreto
admin-secret-kept = Ya lo copié
admin-source-access = Conexión
admin-source-access-about = El programa firma cada envío con el secreto (Standard Webhooks), o lo manda como Bearer o como contraseña.
admin-source-address = Dirección
admin-source-example = Ejemplo
admin-source-used = Último envío
admin-source-unused = Todavía no ha llegado nada
admin-source-earlier = El secreto anterior sirve hasta
admin-source-rotate = Cambiar el secreto
admin-source-rotate-about = El secreto actual sirve una hora más, para que alcance a cambiarlo en el programa.
admin-source-delete = Eliminar
admin-source-delete-title = ¿Eliminar { $name }?
admin-source-delete-about = El programa no podrá enviar nada más y se olvida qué alertas y conversaciones conocía. Los casos quedan.
admin-source-deleted = La fuente quedó eliminada.

## Webhooks

admin-webhook = Webhook
webhooks-about = Otros programas a los que la mesa avisa lo que pasa en los casos, sin datos personales.
webhooks-none = No hay webhooks
webhooks-none-body = Cree uno para que otro programa se entere, por ejemplo, de cada caso que se registra.
webhook-new = Nuevo webhook
webhook-make = Crear el webhook
webhook-description = Para qué sirve
webhook-description-hint = Por ejemplo, el programa que lo recibe y quién lo mantiene.
webhook-url = Dirección
webhook-url-hint = La que recibe los avisos, con https://. No se llega a redes privadas salvo que quien opera la mesa lo permita.
webhook-events = Qué se le avisa
webhook-all = Todo
webhook-all-hint = También lo que se agregue más adelante.
webhook-more = Además
webhook-internal = Lo que es solo para la mesa
webhook-internal-hint = Que hubo una nota interna, por ejemplo; nunca lo que dice.
webhook-confidential = Los casos confidenciales
webhook-confidential-hint = Quien reciba los avisos sabrá que esos casos existen.
webhook-on = Activo
webhook-off = Inactivo
webhook-disabled-gone = Desactivado: ya no existe
webhook-disabled-failing = Desactivado: nada llega
webhook-secret-about = Con él comprueba quien recibe que el aviso es de la mesa. Si lo cambia, el anterior sigue firmando 24 horas.
webhook-secret-until = El secreto anterior deja de firmar
webhook-rotate = Cambiar el secreto
webhook-try = Probar
webhook-pinged = Se envía una prueba. Vea en unos segundos si llegó.
webhook-switch-on = Activar
webhook-switch-off = Desactivar
webhook-remove = Eliminar
webhook-remove-title = Eliminar el webhook
webhook-remove-about = Se elimina «{ $name }» con el registro de sus envíos. Quien lo recibe no sabrá más de los casos.
webhook-removed = El webhook quedó eliminado.
webhook-log = Envíos de los últimos 30 días
webhook-log-reload = Actualizar
webhook-log-none = Todavía no se le ha enviado nada.
webhook-event = Aviso
webhook-ping = Prueba
webhook-answer = Respuesta
webhook-attempts = Intentos
webhook-again = Reenviar
webhook-again-one = Reenviar: { $event }
webhook-again-done = Se envía otra vez.
webhook-next = Próximo intento
webhook-in-full = Ver completo
webhook-sent = Enviado
delivery-waiting = Por enviar
delivery-sending = Enviando
delivery-delivered = Entregado
delivery-dead = No entregado
delivery-fault-address = La dirección es de una red a la que no se llega
delivery-fault-timeout = No respondió a tiempo
delivery-fault-connection = No se pudo conectar
delivery-fault-status = No confirmó que lo recibió
webhook-event-register = Se registra un caso
webhook-event-open = Empieza la atención
webhook-event-accept = Se acepta para la mesa
webhook-event-reject = Se rechaza o redirige
webhook-event-classify = Se clasifica
webhook-event-escalate = Se escala
webhook-event-assign = Se asigna
webhook-event-diagnose = Se diagnostica
webhook-event-work = Se registra trabajo
webhook-event-pause = Queda en espera
webhook-event-resume = Se reanuda
webhook-event-verify = Se verifica la solución
webhook-event-resolve = Se resuelve
webhook-event-survey = Se responde la encuesta
webhook-event-close = Se cierra sin solución
webhook-event-cancel = Se cancela
webhook-event-merge = Se fusiona con otro
webhook-event-comment = Se comenta
webhook-event-attach = Se adjunta un archivo
webhook-event-confidential = Cambia su confidencialidad
webhook-event-auto_accept = Se acepta por falta de respuesta
webhook-event-remind = Se recuerda que falta responder
webhook-event-warn = Está por vencer un tiempo
webhook-event-breach = Se vence un tiempo
