# Lo que dice el servidor. Los identificadores están en inglés; los mismos, en en.ftl.

## Problemas: título (qué pasó) y detalle (qué hacer)
problem-malformed-title = La petición no se entiende
problem-malformed-detail = El cuerpo debe ser JSON válido en UTF-8. Revise comas, comillas y llaves.
problem-unauthenticated-title = Falta iniciar sesión
problem-unauthenticated-detail = Inicie sesión de nuevo: no hay sesión o ya venció.
problem-invalid_credentials-title = Usuario o contraseña incorrectos
problem-invalid_credentials-detail = Use el usuario y la contraseña de su computador. Si los olvidó, o si su cuenta se bloqueó tras varios intentos, llame a la mesa de servicios.
problem-account_disabled-title = Su cuenta está desactivada
problem-account_disabled-detail = La contraseña es correcta, pero la cuenta está desactivada. Llame a la mesa de servicios para que la activen.
problem-account_expired-title = Su cuenta venció
problem-account_expired-detail = La contraseña es correcta, pero la vigencia de la cuenta terminó. Llame a la mesa de servicios para que la prorroguen.
problem-account_locked-title = Su cuenta está bloqueada
problem-account_locked-detail = El directorio bloqueó la cuenta, por lo general tras varias contraseñas erradas. Espere unos minutos o llame a la mesa de servicios para que la desbloqueen.
problem-account_restricted-title = Su cuenta no puede entrar en este momento
problem-account_restricted-detail = El directorio limita la hora o el equipo desde donde se usa esta cuenta. Si debería poder entrar, llame a la mesa de servicios.
problem-account_conflict-title = Ese nombre de usuario ya es de otra cuenta
problem-account_conflict-detail = La contraseña es correcta, pero en la mesa hay otra cuenta con ese nombre de usuario. Llame a la mesa de servicios para que revisen cuál es la suya.
problem-password_expired-title = Su contraseña venció
problem-password_expired-detail = Cámbiela en su computador y entre con la nueva. Si no puede cambiarla, llame a la mesa de servicios.
problem-no_role-title = Su cuenta aún no tiene un rol en la mesa
problem-no_role-detail = La contraseña es correcta, pero ninguno de sus grupos da acceso. Pida a un administrador de la mesa que le asigne un rol.
problem-second_factor_required-title = Falta el código del segundo factor
problem-second_factor_required-detail = Escriba el código que muestra su aplicación de autenticación, o un código de recuperación.
problem-invalid_code-title = El código no es correcto
problem-invalid_code-detail = El código no es correcto, venció o ya se usó. Espere el siguiente, o use un código de recuperación.
problem-session_revoked-title = La sesión se cerró por seguridad
problem-session_revoked-detail = Esta sesión se usó desde otro lugar y se cerró. Inicie sesión de nuevo.
problem-forbidden-title = Su rol no permite esta acción
problem-forbidden-detail = Pida a quien tenga el rol necesario que la haga, o a un administrador que se lo asigne.
problem-password_change_required-title = Primero cambie su contraseña
problem-password_change_required-detail = Su contraseña es provisional. Elija una propia para continuar.
problem-second_factor_enrolment_required-title = Primero active el segundo factor
problem-second_factor_enrolment_required-detail = Su rol exige un segundo factor. Actívelo para continuar.
problem-privacy_notice_required-title = Primero lea y acepte el aviso de privacidad
problem-privacy_notice_required-detail = La mesa no puede usar sus datos sin su autorización. Acepte la versión vigente del aviso para continuar.
problem-insufficient_scope-title = La clave de API no permite esto
problem-insufficient_scope-detail = Use una clave de API con el alcance necesario. Las sesiones, contraseñas, factores y claves de API los cambia cada persona con su propia sesión.
problem-only_in_person-title = Esto solo lo puede hacer la persona misma
problem-only_in_person-detail = Mientras actúa en nombre de otra persona no puede cambiar su contraseña, sus claves de API ni sus sesiones, ni responder por ella. Deje de actuar en su nombre.
problem-source_inactive-title = Esta fuente no está recibiendo
problem-source_inactive-detail = Un administrador la desactivó, o la cuenta en cuyo nombre registra ya no está en uso. Pídale que la active.
problem-not_found-title = No existe o no está a su alcance
problem-not_found-detail = Revise el número o la dirección. Si el caso es de otra persona, es posible que no pueda verlo.
problem-gone-title = Esa parte de los cambios ya no se conserva
problem-gone-detail = Los cambios se conservan 90 días. Lea de nuevo la lista de casos y siga desde el final actual, que se obtiene sin «after».
problem-method_not_allowed-title = Ese método no se usa aquí
problem-method_not_allowed-detail = En esta dirección se puede usar: { $methods }.
problem-wrong_state-title = El estado del caso no permite esta acción
problem-wrong_state-detail = El caso { $number } está «{ $status }» y no se puede { $action }. Ahora se puede: { $allowed }.
problem-wrong_state-none = nada más por su parte
problem-wrong_state-pending = { $status }, en espera
problem-exists-title = Ya existe
problem-exists-detail = Ya hay un registro con esos datos. Use otro nombre o actualice el existente.
problem-cannot_merge-title = Estos casos no se pueden fusionar
problem-cannot_merge-detail = Un caso se fusiona con otro que esté abierto y sea del mismo proyecto; los confidenciales no se fusionan.
problem-wrong_level-title = Así no se puede escalar
problem-wrong_level-detail = Se escala exactamente un nivel: del 1 al 2 y del 2 al 3. Elija un grupo, persona o proveedor del nivel siguiente.
problem-no_local_password-title = Esta cuenta no tiene contraseña aquí
problem-no_local_password-detail = Su contraseña es la de su computador y se cambia allí, en el directorio de la entidad.
problem-not_a_service_account-title = La cuenta es de una persona
problem-not_a_service_account-detail = Las personas crean sus propias claves de API desde su perfil. Aquí solo se crean las de cuentas de servicio.
problem-shown_once-title = Ya se hizo, y lo secreto se mostró una sola vez
problem-shown_once-detail = La primera respuesta no se guardó porque contenía un secreto. Si no la recibió, revoque lo creado y créelo de nuevo; un programa, con otra Idempotency-Key.
problem-last_admin-title = Es la última persona que administra el proyecto
problem-last_admin-detail = Dé antes el rol de administración a otra persona del proyecto.
problem-in_charge-title = Todavía tiene casos abiertos a su cargo
problem-in_charge-detail = { $count ->
    [one] Tiene 1 caso abierto a su cargo. Reasígnelo y vuelva a intentarlo.
   *[other] Tiene { $count } casos abiertos a su cargo. Reasígnelos y vuelva a intentarlo.
}
problem-merged-title = El caso está fusionado con otro
problem-merged-detail = Se lee desde el caso con el que se fusionó: marque ese como confidencial y este lo será también.
problem-already_decided-title = Ya se decidió sobre este correo
problem-already_decided-detail = Otra persona lo aceptó o lo descartó: vuelva a cargar la lista.
problem-open_tickets-title = Esta persona tiene casos abiertos
problem-open_tickets-detail = Cierre o reasigne primero los casos que pidió o que tiene a cargo.
problem-anonymised-title = Esta persona ya está anonimizada
problem-anonymised-detail = No queda nada por hacer: la anonimización es definitiva.
problem-no_mail_server-title = La mesa no envía correos
problem-no_mail_server-detail = Quien opera la mesa debe decirle primero cuál es el servidor de correo.
problem-no_address-title = Su cuenta no tiene correo
problem-no_address-detail = Pida a un administrador que lo escriba en su cuenta y vuelva a intentarlo.
problem-limit_reached-title = El proyecto no puede tener más
problem-limit_reached-detail = Ya tiene { $limit }, que es el máximo. Elimine lo que no se use e intente de nuevo.
problem-replayed-title = Esta entrega ya se recibió
problem-replayed-detail = Una entrega con el mismo webhook-id se recibió hace menos de un día, y no se procesó otra vez.
problem-stale-title = Alguien lo cambió mientras tanto
problem-stale-detail = Lea la versión actual, aplique de nuevo su cambio y envíelo con el ETag nuevo.
problem-precondition_required-title = Falta decir qué versión se cambia
problem-precondition_required-detail = Envíe en If-Match el ETag que recibió al leer.
problem-too_large-title = Es demasiado grande
problem-too_large-detail = El máximo es de { $limit }.
problem-unsupported_media_type-title = Ese tipo de contenido no se recibe aquí
problem-unsupported_media_type-detail = Envíe Content-Type: application/json; los archivos, como multipart/form-data.
problem-invalid-title = Hay datos por corregir
problem-invalid-detail = { $count ->
    [one] Corrija el campo indicado en «errors» y envíe de nuevo.
   *[other] Corrija los { $count } campos indicados en «errors» y envíe de nuevo.
}
problem-key_reused-title = Este envío ya se hizo con otro contenido
problem-key_reused-detail = Revise si lo anterior quedó guardado; si no, recargue la página y envíe de nuevo. Un programa debe usar otra Idempotency-Key para cada envío distinto.
problem-too_many-title = Demasiados intentos
problem-too_many-detail = { $seconds ->
    [one] Espere un segundo e intente de nuevo.
   *[other] Espere { $seconds } segundos e intente de nuevo.
}
problem-directory_unavailable-title = El directorio de usuarios no responde
problem-directory_unavailable-detail = No podemos comprobar su contraseña en este momento. Intente de nuevo en unos minutos; quien ya entró puede seguir trabajando.
problem-unavailable-title = El servicio no está disponible en este momento
problem-unavailable-detail = Intente de nuevo en unos segundos. Lo que no recibió respuesta no se guardó.
problem-internal-title = Algo falló de nuestra parte
problem-internal-detail = Intente de nuevo. Si se repite, repórtelo a la mesa con el número de petición.

## Campos
field-required = Este campo es obligatorio.
field-unknown_field = Este campo no existe aquí.
field-type = El valor no es del tipo esperado.
field-word = El valor no es uno de los permitidos.
field-blank = Escriba algo más que espacios.
field-length = El texto no tiene la longitud permitida.
field-length-range = Debe tener entre { $min } y { $max } caracteres.
field-length-max = Debe tener { $max } caracteres o menos.
field-range = El valor está fuera del rango permitido.
field-range-between = Debe estar entre { $min } y { $max }.
field-invisible = Quite los caracteres que no se ven (tabulaciones, saltos de línea, marcas de dirección o de ancho cero): en un nombre harían pasar una cosa por otra.
field-nul = El texto contiene un carácter nulo, que no se puede guardar.
field-score = Cada respuesta es un puntaje de 1 a 5.
field-tags = Hasta 20 etiquetas, de 1 a 40 caracteres cada una.
field-fields = Hasta 50 campos y 20.000 caracteres en total.
field-cursor = El cursor no es de esta lista. Empiece desde la primera página.
field-unknown_reference = No hay nada con ese nombre o identificador.
field-not_in_project = La persona no pertenece al proyecto o no tiene el rol necesario.
field-wrong_level = No es del nivel al que pasa el caso.
field-target_required = Elija un grupo, una persona o un proveedor.
field-on_behalf = Solo un agente puede registrar en nombre de otra persona.
field-comment_required = Cuéntenos qué falta por resolver.
field-future = Debe ser un momento futuro.
field-past = No puede ser anterior a hoy.
field-order = El final debe ser posterior al comienzo.
field-span = El intervalo es demasiado largo.
field-catch_all = La última meta debe servir para cualquier caso: sin tipo ni prioridad.
field-not_open = El caso debe estar abierto.
field-not_closed = El caso que se continúa debe estar cerrado.
field-if_match = If-Match debe ser el ETag recibido, entre comillas.
field-idempotency_key = Idempotency-Key debe tener entre 1 y 255 caracteres ASCII visibles.
field-visibility = Solo la mesa puede escribir notas internas.
field-not_internal = Solo una nota interna se comparte con el proveedor; lo demás ya lo puede leer.
field-no_provider = El caso no está a cargo de un proveedor.
field-readers = Nombre 50 personas como máximo.
field-reminder_hours = Hasta cinco recordatorios, cada uno entre 1 y 720 horas antes y sin repetir.
field-unknown_question = La encuesta no tiene esa pregunta, o ya no se hace.
field-questions = Una encuesta tiene 20 preguntas como máximo. Retire antes una de las que hay.
field-not_in_group = La persona no está en el grupo. Agréguela antes.
field-not_confidential = Solo un caso confidencial tiene lectores.
field-not_in_force = Esa no es la versión vigente del aviso. Léalo de nuevo.
field-period = Entre 30 y 36.500 días, o 0 para conservar siempre.
field-channel = Ese canal es para la mesa y las integraciones.
field-file = Adjunte un archivo en el campo «file».
field-empty_file = El archivo está vacío.
field-wrong_password = No es la contraseña actual.
field-no_password = Una cuenta de servicio no tiene contraseña: entra con claves de API.
field-wrong_code = El código no es correcto o ya se usó. Escriba el que muestra ahora la aplicación.
field-password_same = Elija una contraseña distinta de la actual.
field-password_own_name = No use su nombre de usuario dentro de la contraseña.
field-password_common = Es una de las contraseñas más usadas, o se le parece. Elija otra.
field-password_pattern = Las teclas vecinas, las secuencias y las repeticiones se adivinan fácilmente. Elija otra.
field-password_date = Los años y las fechas se adivinan fácilmente. Agregue palabras sin relación entre sí.
field-password_name = Los nombres y apellidos se adivinan fácilmente. Agregue palabras sin relación entre sí.
field-password_word = Una sola palabra se adivina fácilmente. Use varias sin relación entre sí.
field-password_weak = Se adivina fácilmente. Use varias palabras sin relación entre sí.
field-severities = Hasta 50 severidades distintas, de 1 a 60 caracteres cada una.
field-attachments = Hasta 10 direcciones que empiecen por https:// o http://, de 2.000 caracteres o menos.
field-count = Nombre entre 1 y 100 casos.
field-duplicate = Nombre cada caso una sola vez.
field-username = Use de 2 a 60 letras, números o los signos . _ - @, y empiece por letra o número.
field-key = Use minúsculas, números o los signos . _ -, hasta 60, y empiece por letra o número.
field-project_key = Use de 2 a 10 letras mayúsculas o números, y empiece por letra.
field-priority_matrix = Las prioridades van de 1 (crítica) a 5 (planeada), en tres filas de tres.
field-duplicate_role = Nombre cada rol una sola vez.
field-email = No parece una dirección de correo.
field-time_zone = No es una zona horaria de la base IANA, como America/Bogota.
field-webhook_url = La dirección debe empezar por https://, sin usuario ni contraseña.
field-webhook_address = Esa dirección es de una red privada, a la que la mesa no envía avisos.
field-wrong_provider = No trabaja para el proveedor del grupo.
field-provider_level = Solo los grupos de nivel 3 son de un proveedor.
field-company = Diga primero para qué proveedor trabaja.
field-one_of = Elija una persona o un grupo, uno de los dos.
field-person_or_area = Elija una persona o una dependencia, una de las dos.
field-other_person = Elija a otra persona.
field-taken = Ya hay una cuenta con ese nombre de usuario.
field-column = La tabla no tiene esa columna, o la tiene dos veces.
field-csv = La tabla no se puede leer como CSV en UTF-8.
field-rows = La tabla debe tener entre 1 y 2.000 filas.
field-template_text = La primera línea es el asunto; debajo va el texto, que falta.
field-template_subject = Línea { $line }: el asunto queda vacío, al menos en algunos casos.
field-template_statement = Línea { $line }: solo se admiten if, else y for, cortos y sin cálculos. Dice: «{ $what }».
field-template_syntax = Línea { $line }: una instrucción no se entiende o no está cerrada. Dice: «{ $what }».
field-template_undefined = Línea { $line }: nombra algo que no existe. Dice: «{ $what }».
field-template_unknown = Línea { $line }: usa una función o un filtro que no hay. Dice: «{ $what }».
field-template_endless = Línea { $line }: repite demasiado. Dice: «{ $what }».
field-template_long = El correo quedaría demasiado largo.
field-template_fault = Línea { $line }: no se puede llenar. Dice: «{ $what }».
field-draft = Un borrador ocupa como máximo 64 KiB.
field-draft_key = El identificador de un borrador tiene de 1 a 120 letras sin tilde, cifras y los signos : . _ -
field-draft_count = Ya hay 200 borradores: borre alguno antes de empezar otro.

## Estados
status-registered = Registrado
status-in_attention = En atención
status-in_analysis = En análisis
status-in_progress = En ejecución
status-resolved = Resuelto
status-closed = Cerrado

## Acciones
action-register = registrar
action-open = abrir
action-accept = aceptar
action-reject = rechazar
action-classify = clasificar
action-escalate = escalar
action-assign = asignar
action-diagnose = diagnosticar
action-work = registrar trabajo
action-pause = poner en espera
action-resume = reanudar
action-verify = verificar la solución
action-resolve = resolver
action-survey = calificar
action-close = cerrar
action-cancel = cancelar
action-merge = fusionar
action-comment = comentar
action-attach = adjuntar
action-confidential = cambiar la confidencialidad
action-auto_accept = aceptar por falta de respuesta
action-remind = recordar
action-warn = avisar
action-breach = declarar vencido

## Palabras de las exportaciones
column-number = Número
column-project = Proyecto
column-kind = Tipo
column-channel = Canal
column-subject = Asunto
column-status = Estado
column-level = Nivel
column-impact = Impacto
column-urgency = Urgencia
column-priority = Prioridad
column-requester = Solicitante
column-assignee = Responsable
column-group = Grupo
column-service = Servicio
column-registered_at = Registrado (UTC)
column-opened_at = Abierto (UTC)
column-resolved_at = Resuelto (UTC)
column-closed_at = Cerrado (UTC)
column-attention_due_at = Atención vence (UTC)
column-attention_state = Atención

audit-column-at = Cuándo (UTC)
audit-column-actor = Quién
audit-column-impersonator = En su lugar
audit-column-operation = Operación
audit-column-object = Objeto
audit-column-project = Proyecto
audit-column-address = Dirección
audit-column-request_id = Petición
audit-column-changes = Cambios
kind-incident = Incidente
kind-request = Solicitud
kind-requirement = Requerimiento
kind-problem = Problema
kind-change = Cambio
channel-portal = Portal
channel-email = Correo
channel-phone = Teléfono
channel-walk_in = En persona
channel-chat = Chat
channel-api = Otro programa
channel-monitoring = Monitoreo
degree-high = Alto
degree-medium = Medio
degree-low = Bajo
clock-running = En curso
clock-warning = Por vencer
clock-paused = En pausa
clock-met = A tiempo
clock-breached = Vencido

## Datos personales
redacted = [Texto retirado para proteger datos personales]
anonymous-person = Persona anonimizada { $number }
anonymous-anybody = Persona anonimizada
archive-readme-name = LEEME.txt
archive-readme =
    Esto es lo que la mesa de servicios guarda de usted (Ley 1581 de 2012).

    perfil.json        Su cuenta: nombre, usuario, correo, teléfono, dependencia y roles.
    casos.json         Los casos que pidió, con lo que se dijo y se hizo en cada uno.
    archivos/          Los archivos de esos casos, en una carpeta por número de caso.
    encuestas.json     Sus respuestas a las encuestas de satisfacción.
    sesiones.json      Sus sesiones que aún se conservan.
    borradores.json    Lo que empezó a escribir y no ha enviado; solo en la copia que usted mismo descarga.
    avisos.json        Lo que la mesa le avisó en los últimos tres meses, en pantalla y por correo.
    correos.json       Los correos que usted envió a la mesa en los últimos tres meses.
    interesados.json   Los servicios de los que figura como interesado, y de qué incidentes se le avisa.
    aceptaciones.json  Cuándo y desde dónde aceptó el aviso de privacidad.
    actos.json         Lo que usted hizo en la mesa, y los correos que recibió de turno fuera del horario, según el registro de auditoría.

    Los instantes están en UTC. Para corregir o suprimir datos, escriba a la mesa de servicios.
## Correo
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
confidential-case = Caso confidencial
mail-instant = { $weekday } { $date } a las { $time }
template-test-subject = Prueba: { $subject }
template-name = Nombre de quien recibe el correo
template-own = Si el caso es de quien recibe el correo
template-actor = Quién lo hizo; falta si fue la mesa misma
template-internal = Si es una nota interna
template-note = Lo que se escribió, si se escribió algo
template-link = Dirección del caso; falta para los interesados que no lo pueden abrir
template-survey_yes = Dirección para decir que quedó resuelto; solo para quien pidió el caso, al resolverlo
template-survey_no = Dirección para decir que no quedó resuelto
template-ticket-number = Número del caso
template-ticket-subject = Asunto del caso
template-ticket-status = Estado del caso
template-ticket-kind = Tipo de caso
template-ticket-priority = Prioridad, de 1 a 5
template-ticket-level = Nivel de atención, de 1 a 3
template-ticket-solution = La solución, si ya la hay
template-ticket-attention_due = Cuándo vence la atención, si hay plazo
template-ticket-acceptance_due = Hasta cuándo se puede aceptar la solución, si hay plazo
template-ticket-redirected_to = Área competente, si se redirigió
template-happened = Qué pasó con el incidente mayor; solo en los avisos a interesados
template-ticket-service = Servicio del caso, si se indicó
digest-registered = el caso quedó registrado
digest-opened = empezó la atención
digest-rejected = no es competencia de la mesa
digest-escalated = se escaló al siguiente nivel
digest-assigned = quedó a su cargo
digest-commented = alguien escribió
digest-paused = quedó en espera
digest-resolved = tiene solución
digest-reopened = la solución no sirvió
digest-accepted = aceptaron la solución
digest-auto_accepted = se cerró por falta de respuesta
digest-closed = se cerró
digest-warned = se agota el tiempo
digest-breached = se venció el tiempo
digest-acceptance_reminder = falta decir si quedó resuelto
digest-progressed = hubo un paso nuevo
digest-major = hubo un incidente mayor
occasion-registered = se registró
occasion-breached = se venció un tiempo acordado
occasion-resolved = tiene solución
incident-of-service = { $service }, prioridad { $priority }
incident-of-priority = Incidente de prioridad { $priority }
## Correo que entra
inbound-no-subject = (sin asunto)
inbound-no-text = (sin texto)
inbound-from = Correo de { $sender }:
inbound-text-cut = El correo era más largo de lo que cabe aquí: el texto completo está en el correo guardado.
inbound-files-refused = No se guardaron estos archivos del correo, por su tamaño: { $names }
inbound-automatic = Respuesta automática de { $sender }:
inbound-returned = Un aviso enviado a { $recipient } no se entregó{ $status }: { $what }

## Lo que llega de otros programas
alert-from = Alerta recibida de { $source }.
alert-severity = Severidad
alert-since = Desde
alert-source = Ver la alerta
alert-runbook = Qué hacer
alert-dashboard = Ver el tablero
alert-home = Sistema de monitoreo
alert-more = { $count ->
    [one] y 1 alerta más.
   *[other] y { $count } alertas más.
}
alert-fires = Nueva alerta: { $what }.
alert-fires-again = Volvió a presentarse: { $what }.
alert-recovers = { $what } se recuperó a las { $at }.
alert-all-over = Todas las alertas de este caso se recuperaron. El caso sigue abierto hasta que se documente la solución.
chat-author = { $author } escribió en { $source }:
chat-attachment = Archivo:
chat-written = Escrito: { $at }.
