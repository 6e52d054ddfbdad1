### Textos en español de Colombia: de «usted», en palabras llanas. Los identificadores son los mismos de en.ftl.

## La aplicación

app-name = Mesa
crash-title = Algo salió mal en esta página
crash-body = El error es nuestro, no suyo. Lo que estaba escribiendo se guardó en este navegador. Vuelva a esta página y, si se repite, cuéntele a la mesa de servicios qué estaba haciendo.
crash-again = Volver a esta página
crash-restart = Ir al inicio
skip-to-content = Saltar al contenido
language = Idioma
theme = Apariencia
theme-auto = Como mi sistema
theme-light = Clara
theme-dark = Oscura
foot-hours = Los casos se atienden en el horario de servicio de la mesa.

nav-main = Portal
nav-faces = Partes de la aplicación
nav-home-page = Mesa: ir al inicio
nav-home = Inicio
nav-my-tickets = Mis casos
nav-register = Registrar un caso
nav-console = Consola
nav-portal = Portal
nav-new-ticket = Nuevo caso

not-found = Página no encontrada
not-found-title = Esta dirección no lleva a ninguna página
not-found-body = Puede que esté mal escrita o que la página se haya movido.
not-found-home = Ir al inicio

## Piezas de las pantallas

ui-optional = (opcional)
ui-required = Este dato es necesario.
ui-yes = Sí
ui-no = No
ui-back = Volver
ui-cancel = Cancelar
ui-close = Cerrar
ui-save = Guardar
ui-retry = Intentar de nuevo
ui-loading = Cargando…
ui-choose = Elija…
ui-none-to-choose = No hay opciones
ui-preview = Ver cómo queda
ui-preview-empty = Todavía no ha escrito nada.
ui-write = Seguir escribiendo
ui-markdown-hint = Los guiones hacen listas; las direcciones, enlaces.
ui-choose-files = Elegir archivos
ui-drop-files = o arrástrelos aquí
ui-take-off = Quitar { $file }
ui-faults =
    { $count ->
        [one] Hay un dato por corregir
       *[other] Hay { $count } datos por corregir
    }
ui-pages = Páginas
ui-shown =
    { $shown ->
        [one] Se muestra 1
       *[other] Se muestran { $shown }
    }
ui-shown-of = { $shown } de { $total }
ui-first-page = Al principio
ui-next-page = Siguientes
ui-step-done = (hecho)
ui-step-current = (en curso)
ui-step-ahead = (por hacer)
ui-step-stopped = (terminó aquí)
ui-remove = Quitar { $what }
ui-select-row = Elegir { $row }
ui-select-all = Elegir todas las filas
ui-date = Fecha
ui-time = Hora
ui-sending = Subiendo { $file }
ui-sent = (subido)
ui-chart-data = Ver los datos
ui-chart-none = No hay datos en este periodo.
ui-than-before = frente al periodo anterior
ui-sort = Ordenar por { $column }
ui-offers =
    { $count ->
        [0] Nada coincide con lo que escribió.
        [one] Hay 1 opción.
       *[other] Hay { $count } opciones.
    }

duration-moment = menos de 1 min
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] 1 día
       *[other] { $days } días
    }
time-now = hace un momento
time-ago = hace { $duration }
time-in = en { $duration }

failure-title = No se pudo completar
failure-offline-title = Sin conexión con la mesa
failure-offline = No fue posible comunicarse con el servidor. Revise su conexión; lo que escribió sigue aquí.
failure-unreadable = El servidor respondió de una forma inesperada ({ $status }). Intente de nuevo en un momento.
failure-arrived = Su envío anterior sí llegó. Revise cómo quedó antes de enviar de nuevo: podría quedar dos veces.
failure-signed-out = Su sesión terminó antes de completar la operación.
failure-request = Si pide ayuda, mencione este código: { $id }

## Entrar

welcome-line = Un solo lugar para pedir ayuda con la tecnología
welcome-more = Registre su caso, sepa quién lo atiende y hasta cuándo, y díganos si quedó bien resuelto.
sign-in-title = Entre a la mesa de servicios
sign-in-about = Use el mismo usuario y la misma contraseña con los que inicia sesión en su computador.
sign-in-username = Usuario
sign-in-username-missing = Escriba su usuario.
sign-in-password = Contraseña
sign-in-password-missing = Escriba su contraseña.
sign-in-code = Código de verificación
sign-in-code-hint = El que muestra su aplicación de autenticación, o un código de recuperación.
sign-in-code-missing = Escriba el código.
sign-in-submit = Entrar
sign-in-help = ¿No recuerda su contraseña? Llame a la mesa de servicios o acérquese: no se la pediremos nunca por correo.
sign-in-elsewhere = Otras formas de entrar
sign-in-or = o
sign-in-with = Entrar con { $name }
sign-in-apart = Se abre en otra pestaña; al terminar, vuelva a esta.
sign-in-why-conflict = En la mesa hay otra cuenta con ese nombre de usuario. Llame a la mesa de servicios para que revisen cuál es la suya.
sign-in-why-denied = No se completó la entrada. Intente de nuevo cuando quiera.
sign-in-why-disabled = Su cuenta está desactivada. Llame a la mesa de servicios para que la activen.
sign-in-why-expired = La entrada tardó demasiado o se empezó en otro navegador. Empiece de nuevo.
sign-in-why-failed = No pudimos comprobar quién es usted. Intente de nuevo; si se repite, llame a la mesa de servicios.
sign-in-why-no-role = Su cuenta aún no tiene un rol en la mesa. Pida a un administrador que le asigne uno.
sign-in-why-unreachable = El servicio con el que quiso entrar no responde. Intente de nuevo en unos minutos.
sign-out = Salir
expired-title = Su sesión se venció
expired-about = { $name }, entre de nuevo para continuar. Lo que estaba escribiendo no se pierde.
expired-leave = Salir sin continuar

## Portal: mis casos

closed-to = Área competente: { $area }.
stage-registered = Registrado
stage-in_attention = En atención
stage-in_analysis = En análisis
stage-in_progress = En ejecución
stage-resolved = Resuelto
stage-closed = Cerrado

## Portal: registrar

draft-kept = Aquí está lo que había empezado a escribir.

registered-files-lost = El caso quedó registrado, pero algún archivo no se pudo adjuntar. Adjúntelo desde la página del caso.

person-search-hint = Nombre, usuario o correo.

## Un caso

case-solution = Solución
case-facts = Datos del caso
survey-thanks = Gracias por su respuesta.
score-1 = Muy mala
score-2 = Mala
score-3 = Regular
score-4 = Buena
score-5 = Muy buena

attachments = Archivos

timeline = Historial del caso

## Datos

fact-status = Estado
fact-kind = Tipo
fact-level = Nivel
fact-channel = Canal
fact-project = Proyecto
fact-requester = Solicitante
fact-registered = Registrado
fact-assignee = A cargo
fact-group = Grupo
fact-service = Servicio
fact-information_system = Sistema
fact-asset = Equipo
fact-score = Calificación
fact-none = (nada)
nobody = Sin asignar
field-impact = Impacto
field-urgency = Urgencia

level-title =
    { $level ->
        [1] Nivel 1: mesa
        [2] Nivel 2: especialistas
       *[other] Nivel { $level }: proveedores
    }

priority-1 = Crítica
priority-2 = Alta
priority-3 = Media
priority-4 = Baja
priority-5 = Planeada

## Relojes

clock-met = a tiempo
clock-missed = fuera de tiempo
clock-paused = en pausa
clock-running = en curso
clock-due = vence en { $duration }
clock-due-at = vence { $date }
clock-due-title = Vence: { $date }
clock-overdue = vencido
clock-overdue-since = venció hace { $duration }
clock-accepts = se acepta en { $duration }

## Consola

queues = Bandejas
filter-clear = Quitar filtros

## Formularios de las acciones

people-none = Nadie más.
confidential = Confidencial
confidential-about = Solo lo ven la persona solicitante, quien lo registró, quien está a cargo, las personas nombradas y la administración.
readers = Quién puede leerlo

## Conexión

offline-title = Sin conexión con la mesa.
offline-about = Lo que ya ve y lo que escriba sigue aquí; lo intentamos de nuevo cada pocos segundos.
offline-look = Intentar ahora
offline-over = Volvió la conexión. Si algo quedó sin enviar, envíelo de nuevo.

## Portal: lo que espera por la persona

waiting-title =
    { $count ->
        [one] Un caso espera por usted
       *[other] { $count } casos esperan por usted
    }

## Consola: listas, atajos y paleta

sla-warning = Por vencer
sla-breached = Vencido
similar = Casos parecidos ya resueltos
form-keys = Ctrl + Enter envía · Esc sale y guarda lo escrito

## Perfil

profile = Mi perfil
profile-who = Quién es usted
profile-phone = Teléfono o extensión
profile-area = Área
password = Contraseña
keys = Claves de API

## Palabras de los vocabularios

scope-read = Consulta
scope-write = Cambia datos
role-requester = Usuario
role-agent = Agente
role-specialist = Especialista
role-provider = Proveedor
role-supervisor = Supervisor
role-admin = Administrador
locale-es = Español
locale-en = English
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
status-registered = Registrado
status-in_attention = En atención
status-in_analysis = En análisis
status-in_progress = En ejecución
status-resolved = Resuelto
status-closed = Cerrado
action-register = Registrar
action-open = Abrir
action-accept = Aceptar
action-reject = Rechazar
action-classify = Clasificar
action-escalate = Escalar
action-assign = Asignar
action-diagnose = Diagnosticar
action-work = Registrar trabajo
action-pause = Poner en espera
action-resume = Reanudar
action-verify = Verificar
action-resolve = Resolver
action-survey = Calificar
action-close = Cerrar
action-cancel = Cancelar el caso
action-merge = Fusionar
action-comment = Comentar
action-attach = Adjuntar
action-confidential = Confidencialidad
action-auto_accept = Aceptar por falta de respuesta
action-remind = Recordar
action-warn = Avisar
action-breach = Vencer
impact-high = Alto
impact-medium = Medio
impact-low = Bajo
impact-high-hint = Muchas personas o un servicio completo
impact-medium-hint = Un grupo o un área
impact-low-hint = Una persona
urgency-high = Alta
urgency-medium = Media
urgency-low = Baja
urgency-high-hint = El trabajo está detenido
urgency-medium-hint = Se trabaja con dificultad
urgency-low-hint = Se puede seguir trabajando
pause-requester = Espera a la persona
pause-third_party = Espera a un tercero
pause-parts = Espera un repuesto
pause-authorisation = Espera autorización
closure-accepted = Aceptado
closure-auto_accepted = Aceptado por falta de respuesta
closure-rejected = Rechazado
closure-redirected = Redirigido
closure-cancelled = Cancelado
closure-duplicate = Duplicado
close-reason-cancelled = Ya no se necesita
close-reason-duplicate = Es el mismo asunto de otro caso
visibility-public = Pública
visibility-internal = Nota interna
relation-duplicate_of = Duplicado de
relation-duplicated_by = Incluye el duplicado
relation-follow_up_of = Continúa a
relation-followed_up_by = Lo continúa
sort--registered_at = Más nuevos primero
sort-registered_at = Más antiguos primero
sort--updated_at = Último movimiento primero
sort-updated_at = Más tiempo sin movimiento primero
sort-attention_due_at = Atención que vence antes
sort--attention_due_at = Atención que vence después
sort-priority = Más importantes primero
sort--priority = Menos importantes primero

## Supervisión

supervision = Supervisión
supervision-from = Desde
supervision-to = Hasta

## Administración

admin = Administración
admin-people = Personas
user-action-activate = Activar
user-action-deactivate = Desactivar
user-action-set_password = Restablecer la contraseña
user-action-impersonate = Actuar en su nombre
stand-in = Actúa en nombre de otra persona
stand-in-about = { $admin }, usted está actuando en nombre de { $person }. Todo queda en la auditoría.
stand-in-stop = Dejar de actuar

admin-groups = Grupos
admin-providers = Proveedores
admin-stakeholders = Interesados
admin-projects = Proyectos
admin-sources = Fuentes
admin-privacy = Datos personales
admin-templates = Plantillas de correo
admin-letters = Correos
admin-webhooks = Webhooks
admin-audit = Auditoría
audit-fault-changed = Se alteró un registro.
audit-fault-missing = Falta un registro.
audit-fault-inserted = Se insertó un registro entre los anteriores.

## Avisos
bell =
    { $unread ->
        [0] Avisos
        [one] Avisos: 1 sin leer
       *[other] Avisos: { $unread } sin leer
    }
bell-title = Avisos
bell-desk = La mesa
bell-empty = No hay avisos
bell-empty-about = Aquí verá lo que pase con sus casos.
bell-unread = (sin leer)
bell-read-all = Marcar todo como leído
bell-mail = También se los enviamos por correo.
notice-registered = Su caso quedó registrado
notice-opened = { $actor } empezó a atender el caso
notice-rejected = El caso no es competencia de la mesa
notice-escalated = { $actor } escaló el caso
notice-assigned = { $actor } le asignó el caso
notice-commented = { $actor } escribió en el caso
notice-paused = { $actor } puso el caso en espera
notice-resolved = { $actor } resolvió el caso
notice-reopened = { $actor } dijo que no quedó resuelto
notice-accepted = { $actor } aceptó la solución
notice-auto_accepted = El caso se cerró por falta de respuesta
notice-closed = { $actor } cerró el caso
notice-warned = Se agota el tiempo del caso
notice-breached = Se venció el tiempo del caso
notice-acceptance_reminder = Falta que diga si su caso quedó resuelto
notice-progressed = { $actor } dio un paso más en el caso
desk-notice-webhook_disabled = La mesa desactivó un webhook
notice-major = Incidente mayor
occasion-registered = Se registró
occasion-breached = Se venció un tiempo acordado
occasion-resolved = Tiene solución
