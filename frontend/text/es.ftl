### Textos en español de Colombia: de «usted», en palabras llanas. Las claves son las mismas de en.ftl.

## La aplicación

app-name = Mesa
crash-title = Algo salió mal en esta página
crash-body = El error es nuestro, no suyo. Lo que estaba escribiendo se guardó en este navegador. Vuelva a esta página y, si se repite, cuéntele a la mesa de servicio qué estaba haciendo.
crash-again = Volver a esta página
crash-restart = Ir al inicio
skip-to-content = Saltar al contenido
language = Idioma
theme = Apariencia
theme-auto = Como mi sistema
theme-light = Clara
theme-dark = Oscura
foot-hours = La mesa de servicio atiende de lunes a viernes, de 7:30 a. m. a 5:00 p. m.

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
ui-cancel = No hacerlo
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
failure-signed-out = Su sesión terminó antes de completar la operación.
failure-request = Si pide ayuda, mencione este código: { $id }

## Entrar

welcome-line = Un solo lugar para pedir ayuda con la tecnología
welcome-more = Registre su caso, sepa quién lo atiende y hasta cuándo, y díganos si quedó bien resuelto.
sign-in-title = Entre a la mesa de servicio
sign-in-about = Use el mismo usuario y la misma contraseña con los que inicia sesión en su computador.
sign-in-username = Usuario
sign-in-username-missing = Escriba su usuario.
sign-in-password = Contraseña
sign-in-password-missing = Escriba su contraseña.
sign-in-code = Código de verificación
sign-in-code-hint = El que muestra su aplicación de autenticación, o un código de recuperación.
sign-in-code-missing = Escriba el código.
sign-in-submit = Entrar
sign-in-help = ¿No recuerda su contraseña? Llame a la mesa de servicio o acérquese: no se la pediremos nunca por correo.
sign-in-elsewhere = Otras formas de entrar
sign-in-or = o
sign-in-with = Entrar con { $name }
sign-in-apart = Se abre en otra pestaña; al terminar, vuelva a esta.
sign-in-why-conflict = En la mesa hay otra cuenta con ese nombre de usuario. Llame a la mesa de servicio para que revisen cuál es la suya.
sign-in-why-denied = No se completó la entrada. Intente de nuevo cuando quiera.
sign-in-why-disabled = Su cuenta está desactivada. Llame a la mesa de servicio para que la activen.
sign-in-why-expired = La entrada tardó demasiado o se empezó en otro navegador. Empiece de nuevo.
sign-in-why-failed = No pudimos comprobar quién es usted. Intente de nuevo; si se repite, llame a la mesa de servicio.
sign-in-why-no-role = Su cuenta aún no tiene un rol en la mesa. Pida a un administrador que le asigne uno.
sign-in-why-unreachable = El servicio con el que quiso entrar no responde. Intente de nuevo en unos minutos.
sign-out = Salir
expired-title = Su sesión se venció
expired-about = { $name }, entre de nuevo para continuar. Lo que estaba escribiendo no se pierde.
expired-leave = Salir sin continuar

## Portal: inicio

home-title = ¿En qué podemos ayudarle?
home-line = Busque el servicio que necesita o cuéntenos qué pasa, con sus palabras.
home-search = Buscar un servicio
home-search-example = Por ejemplo: contraseña, impresora, correo…
home-found =
    { $count ->
        [0] Ningún servicio coincide
        [one] Un servicio coincide
       *[other] { $count } servicios coinciden
    }
home-catalogue = Servicios
home-describe = Prefiero describir lo que pasa
home-describe-about = Si no está seguro del servicio, nosotros lo clasificamos.
home-nothing = Ningún servicio coincide con lo que escribió. Descríbalo y nosotros nos encargamos.
home-open = Mis casos abiertos
home-all-mine = Ver todos
home-none = No tiene casos abiertos
home-none-body = Cuando registre uno, aquí verá cómo va.
service-needs-authorisation = Antes de empezar, la Oficina de Tecnologías debe autorizarlo. Nosotros pedimos la autorización.

## Portal: mis casos

mine-title = Mis casos
mine-which = Cuáles casos
mine-open = Abiertos
mine-closed = Cerrados
mine-changed = Último movimiento
mine-none-open = No tiene casos abiertos
mine-none-closed = Todavía no tiene casos cerrados
mine-none-body = Si algo no funciona o necesita un servicio, cuéntenos.

told-registered = Lo recibimos. Un agente lo abrirá antes de: { $date }
told-registered-late = Lo recibimos, pero nos estamos demorando más de lo acordado en abrirlo. Ya avisamos a quien supervisa.
told-in-attention = Un agente lo está leyendo para confirmar que podemos atenderlo.
told-in-analysis = Lo estamos analizando para encontrar la solución.
told-with-specialist = Lo está revisando un especialista.
told-reopened = Retomamos su caso porque la solución anterior no le sirvió.
told-in-progress = Estamos trabajando en la solución.
told-waits-for-you = Esperamos una respuesta suya para poder continuar.
told-waits-for-authorisation = Esperamos la autorización de la Oficina de Tecnologías.
told-waits = Está en espera de un tercero o de un repuesto. Le avisaremos cuando continúe.
told-resume = Está en espera. Lo retomaremos a más tardar: { $date }
told-due = Esperamos tenerlo resuelto antes de: { $date }
told-resolved = Lo solucionamos. Díganos si quedó bien; si no responde antes de { $date }, lo daremos por aceptado.
told-resolved-late = Lo solucionamos. Díganos si quedó bien.

closed-accepted = Cerrado: usted aceptó la solución.
closed-auto_accepted = Cerrado: pasó el plazo para responder y la solución se dio por aceptada.
closed-rejected = Cerrado: lo que pidió no le corresponde a la mesa de servicio.
closed-redirected = Cerrado aquí: lo pasamos al área que le corresponde.
closed-to = Área competente: { $area }.
closed-cancelled = Cerrado: el caso se canceló.
closed-duplicate = Cerrado: es el mismo asunto de otro caso, y allí continúa.

stage-registered = Recibido
stage-in_attention = Abierto
stage-in_analysis = En análisis
stage-in_progress = En trabajo
stage-resolved = Solucionado
stage-closed = Cerrado

## Portal: registrar

register-title = Registrar un caso
register-about = Cuéntenos qué pasa o qué necesita. Con lo indispensable basta: si nos falta algo, le preguntamos.
register-requester = ¿De quién es el caso?
register-requester-missing = Elija de quién es el caso.
register-channel = ¿Cómo nos lo contó?
register-project = ¿A qué mesa va dirigido?
register-service = Servicio
register-service-hint = Si no encuentra el suyo, siga sin elegir: nosotros lo clasificamos.
register-service-none = No estoy seguro; solo lo describo
register-kind = ¿Qué necesita?
register-kind-desk = Tipo de caso
register-kind-missing = Díganos si algo falla o si necesita pedir algo.
register-kind-incident = Algo no funciona
register-kind-incident-hint = Falla, va lento o da error
register-kind-request = Necesito pedir algo
register-kind-request-hint = Un acceso, un equipo, una instalación…
register-subject = ¿Qué pasa, en una frase?
register-subject-hint = Por ejemplo: «No puedo imprimir en el piso 3».
register-subject-missing = Escriba en una frase qué pasa.
register-description = Cuéntenos más
register-description-hint = Desde cuándo pasa, qué estaba haciendo, qué mensaje aparece.
register-description-missing = Cuéntenos un poco más para poder ayudarle.
register-impact = ¿A cuántas personas afecta?
register-impact-low = Solo a mí
register-impact-medium = A mi grupo o área
register-impact-high = A muchas personas o a toda la entidad
register-urgency = ¿Puede seguir trabajando?
register-urgency-low = Sí, sin problema
register-urgency-medium = Sí, con dificultad
register-urgency-high = No, mi trabajo está detenido
register-more = Agregar el equipo o el sistema
register-asset = Equipo
register-asset-hint = La placa está en una etiqueta pegada al equipo.
register-information_system = Sistema de información
register-files = Archivos
register-files-hint = Capturas de pantalla o documentos, hasta 25 MB cada uno. También puede pegar una captura en la descripción.
register-submit = Registrar el caso
register-sending = Registrando…
register-kept = Lo que escribe se guarda en este navegador. Los archivos no.
register-confidential = Es un caso confidencial
register-confidential-hint = Márquelo si trata de algo que no todos en la mesa deban leer: salud, acoso, datos personales. Solo lo verán usted, quien lo atienda, las personas que se nombren y la administración de la mesa. Cada lectura queda registrada.
register-confidential-hint-desk = Solo lo verán la persona solicitante, usted, quien quede a cargo, las personas que se nombren y la administración. Cada lectura queda registrada.
draft-kept = Aquí está lo que había empezado a escribir.
draft-discard = Empezar de nuevo

registered-title = Caso { $number } registrado
registered-heading = Registramos su caso
registered-next = Qué sigue
registered-attention = Un agente lo abrirá antes del
registered-attention-soon = Un agente lo abrirá muy pronto.
registered-mail = Le escribiremos a { $email } cada vez que haya una novedad. También puede seguirlo aquí.
registered-follow = Puede seguirlo aquí cuando quiera.
registered-word = Cuando lo solucionemos le preguntaremos si quedó bien. Usted tiene la última palabra.
registered-see = Ver mi caso
registered-home = Volver al inicio
registered-files-lost = El caso quedó registrado, pero algún archivo no se pudo adjuntar. Adjúntelo desde la página del caso.

new-title = Registrar el caso de otra persona
new-about = Para quien llama o se acerca a la mesa. El reloj de atención empieza cuando lo registre.
new-done = Caso { $number } registrado.

person-search-hint = Nombre, usuario o correo.

## Un caso

case-now = Cómo va
case-stages = Etapas del caso
case-description = Descripción
case-solution = Solución
case-conversation = Conversación
case-facts = Datos del caso
case-cancel-about = ¿Ya no lo necesita? Puede cancelarlo mientras nadie haya empezado a trabajar en él.
case-again = Registrar un caso que lo continúe
case-again-about = Un caso cerrado no se reabre. Si el asunto sigue, registre otro y quedarán unidos.

ticket-saved = { $number }: { $state }.

survey-closed = El caso se cerró porque pasó el plazo. Su respuesta ya no lo reabre, pero nos ayuda a mejorar.
survey-title = ¿Quedó resuelto?
survey-satisfied = ¿La solución le sirvió?
survey-satisfied-missing = Díganos si la solución le sirvió.
survey-satisfied-true = Sí, quedó resuelto
survey-satisfied-true-hint = Cerramos el caso
survey-satisfied-false = No, el problema sigue
survey-satisfied-false-hint = Lo retomamos con el mismo número
survey-score = ¿Cómo califica la atención?
survey-comment = ¿Quiere contarnos algo más?
survey-comment-why = ¿Qué falta o qué sigue fallando?
survey-comment-missing = Cuéntenos qué sigue fallando, para poder retomarlo.
survey-submit-yes = Enviar mi respuesta
survey-submit-no = Pedir que lo retomen
survey-thanks = Gracias por su respuesta.
score-1 = Muy mala
score-2 = Mala
score-3 = Regular
score-4 = Buena
score-5 = Muy buena

comment-label = Escriba un mensaje a quien atiende su caso
comment-label-desk = Mensaje para la persona
comment-label-internal = Nota para el equipo de la mesa
comment-who-reads = ¿Quién puede leerlo?
comment-as-public = Respuesta a la persona
comment-as-internal = Nota interna
comment-submit = Enviar mensaje
comment-submit-internal = Guardar nota interna
comment-sent = Mensaje enviado.
comment-noted = Nota interna guardada.
comment-share = Compartir esta nota con { $provider }
comment-share-hint = El proveedor la podrá leer; la persona solicitante, no.
note-shared = Compartida con el proveedor
comment-blank = Escriba algo antes de enviar.

attachments = Archivos
attachments-none = No hay archivos.
attachments-add = Agregar archivos
attachments-add-hint = Hasta 25 MB cada uno.
attachments-internal = Solo para el equipo de la mesa
attachments-added = Archivos agregados.
attachments-send =
    { $count ->
        [one] Subir 1 archivo
       *[other] Subir { $count } archivos
    }
attachments-fetch = Descargar { $file }

timeline = Historia del caso
event-system = El sistema
event-of-other = de { $number }
event-register = registró el caso
event-open = abrió el caso: empezó la atención
event-accept = confirmó que le corresponde a la mesa
event-reject = cerró el caso porque no le corresponde a la mesa
event-classify = clasificó el caso
event-escalate = escaló el caso al siguiente nivel
event-assign = asignó el caso
event-diagnose = registró el diagnóstico
event-work = registró trabajo
event-pause = puso el caso en espera
event-resume = retomó el caso
event-verify = verificó la solución
event-verify-yes = verificó que la solución fue efectiva
event-verify-no = verificó que la solución no fue efectiva: vuelve a análisis
event-resolve = documentó la solución
event-survey = respondió la encuesta
event-survey-yes = aceptó la solución
event-survey-no = dijo que el problema sigue
event-close = cerró el caso
event-cancel = canceló el caso
event-merge = unió el caso con otro
event-merge-into = unió este caso a { $number }, donde continúa
event-merge-merged = unió { $number } a este caso
event-comment = escribió
event-attach = adjuntó un archivo
event-attach-named = adjuntó { $file }
event-confidential = cambió quién puede leer el caso
event-confidential-on = marcó el caso como confidencial
event-confidential-off = quitó la confidencialidad del caso
event-auto_accept = dio por aceptada la solución, al pasar el plazo sin respuesta
event-warn = avisó que se acaba el tiempo ({ $clock })
event-breach = marcó vencido el tiempo ({ $clock })

## Datos

fact-status = Estado
fact-kind = Tipo
fact-priority = Prioridad
fact-impact-urgency = impacto: { $impact } · urgencia: { $urgency }
fact-level = Nivel
fact-channel = Canal
fact-project = Proyecto
fact-requester = Solicitante
fact-registered = Registrado
fact-registered-by = Lo registró { $name }
fact-reopened = Retomado
fact-times =
    { $count ->
        [one] 1 vez
       *[other] { $count } veces
    }
fact-assignee = A cargo
fact-group = Grupo
fact-provider = Proveedor
fact-service = Servicio
fact-information_system = Sistema
fact-component = Componente
fact-asset = Equipo
fact-satisfaction = Satisfacción
fact-tags = Etiquetas
fact-cause = Causa
fact-planned_actions = Acciones previstas
fact-minutes = Tiempo dedicado
fact-score = Calificación
fact-none = (nada)
satisfied-yes = Satisfecho
satisfied-no = No satisfecho
nobody = Sin asignar
watch = Avisarme de los cambios
watch-stop = Dejar de avisarme

field-status = Estado
field-pending = En espera por
field-kind = Tipo
field-impact = Impacto
field-urgency = Urgencia
field-priority = Prioridad
field-level = Nivel
field-assignee = A cargo
field-group = Grupo
field-provider = Proveedor
field-service = Servicio
field-information_system = Sistema
field-component = Componente
field-asset = Equipo
field-subject = Asunto
field-solution = Solución
field-closure = Cierre
field-confidential = Confidencial
field-confidential-true = Sí
field-confidential-false = No
field-readers = Lectores

level-short = N{ $level }
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

clocks = Tiempos
clocks-why = ¿Cómo se cuenta el tiempo?
clocks-why-late = ¿Por qué venció?
clocks-none = Este caso no tiene tiempos acordados.
clocks-counted = Van { $counted } de servicio, de { $target } acordados.
clocks-rules = Acuerdo: { $agreement }. Calendario: { $calendar }.
clock-attention = Atención
clock-resolution = Solución
clock-met = a tiempo
clock-missed = fuera de tiempo
clock-paused = en pausa
clock-running = corriendo
clock-due = vence en { $duration }
clock-due-at = vence { $date }
clock-due-title = Vence: { $date }
clock-overdue = vencido
clock-overdue-since = venció hace { $duration }
clock-accepts = se acepta en { $duration }
clock-state-running = Corriendo
clock-state-warning = Por vencer
clock-state-paused = En pausa
clock-state-met = A tiempo
clock-state-breached = Vencido
interval-counted = Contó: hora de servicio
interval-closed = No contó: fuera del horario
interval-holiday = No contó: festivo
interval-holiday-named = No contó: { $holiday }
interval-paused = No contó: en espera
interval-paused-by = No contó: { $reason } ({ $who })
interval-stopped = No contó: estaba solucionado
interval-late = después del plazo

## Consola

queues = Bandejas
queue-unattended = Sin atender
queue-unattended-about = Recién registrados: lo que vence primero va arriba.
queue-mine = A mi cargo
queue-mine-about = Los casos abiertos que usted tiene asignados.
queue-my-groups = De mis grupos
queue-my-groups-about = Los casos abiertos de los grupos en los que trabaja.
queue-escalated = Escalados
queue-escalated-about = En manos de especialistas o proveedores.
queue-waiting = En espera
queue-waiting-about = Pausados por una respuesta, un tercero, un repuesto o una autorización.
queue-to-be-accepted = Por aceptar
queue-to-be-accepted-about = Solucionados: falta la palabra de la persona.
queue-breached = Vencidos
queue-breached-about = Se pasaron del tiempo de atención o de solución y siguen abiertos.
queue-all = Todos
queue-all-about = Abiertos y cerrados, los más nuevos primero.
queue-other = Casos
queue-refresh = Actualizar ahora
queue-export = Descargar la lista (CSV)
queue-empty = Esta bandeja está vacía
queue-empty-body = Se actualiza sola: lo que llegue aparecerá aquí.
queue-nothing = Ningún caso coincide
queue-nothing-body = Pruebe con otras palabras o quite filtros.
column-number = Número
column-subject = Caso
column-priority = Prioridad
column-status = Estado
column-clock = Tiempo
column-assignee = A cargo
column-registered = Registrado
filter = Filtros
filter-some = Filtros ({ $count })
filter-search = Buscar en esta bandeja
filter-clear = Quitar filtros
filter-sort = Orden

procedure = Procedimiento
procedure-activities = Actividades del procedimiento
procedure-actions = Qué se puede hacer ahora
procedure-none = Por ahora no hay acciones suyas en este caso.
procedure-closed = El caso está cerrado: ya no cambia.
activity-short = Act. { $number }
activity-3 = Registro
activity-4 = Atención
activity-5 = Competencia
activity-6 = Análisis
activity-7 = ¿Escalar?
activity-8 = Escalamiento
activity-9 = Diagnóstico
activity-10 = Ejecución
activity-11 = Verificación
activity-12 = Solución
activity-13 = Satisfacción
activity-14 = Cierre

help-title = Atajos del teclado
help-next = Caso siguiente
help-previous = Caso anterior
help-open = Abrir el caso
help-search = Buscar
help-comment = Escribir un mensaje a la persona
help-escalate = Escalar
help-resolve = Solucionar
help-this = Mostrar esta ayuda
help-off = Puede apagar los atajos en su perfil.

## Formularios de las acciones

form-open = Abrir
form-open-about = Empieza la atención y se detiene su reloj.
form-open-submit = Abrir
form-accept = Aceptar el caso
form-accept-about = Confirma que le corresponde a la mesa (actividad 5).
form-accept-submit = Aceptar el caso
form-accept-note = Nota
form-reject = Rechazar o redirigir
form-reject-about = Cierra el caso porque no le corresponde a la mesa (actividad 5). La persona recibe el motivo.
form-reject-submit = Rechazar y cerrar
form-reject-reason = Motivo, para la persona
form-reject-redirect_to = Área competente
form-reject-redirect_to-hint = Si se lo pasa a otra área, diga a cuál.
form-classify = Clasificar
form-classify-about = Qué es, a cuántos afecta y qué tan pronto duele (actividad 6). De impacto y urgencia sale la prioridad.
form-classify-submit = Guardar clasificación
form-classify-kind = Tipo
form-classify-impact = Impacto
form-classify-urgency = Urgencia
form-classify-service = Servicio
form-classify-information_system = Sistema de información
form-classify-component = Componente
form-classify-asset = Equipo
form-escalate = Escalar
form-escalate-about = Pasa el caso exactamente un nivel arriba (actividades 7 y 8).
form-escalate-submit = Escalar
form-escalate-reason = Por qué este nivel no puede resolverlo
form-escalate-group = Grupo
form-escalate-group-hint = Si no elige a nadie, lo recibe el grupo de ese nivel.
form-escalate-assignee = Persona
form-escalate-provider = Proveedor
form-assign = Asignar
form-assign-about = Deja a cargo a un grupo o a una persona del mismo nivel. Elija al menos uno.
form-assign-submit = Asignar
form-assign-group = Grupo
form-assign-assignee = Persona
form-assign-note = Nota
form-diagnose = Diagnosticar
form-diagnose-about = Causa, análisis y lo que se hará (actividad 9). Puede registrar varios.
form-diagnose-submit = Guardar diagnóstico
form-diagnose-cause = Causa
form-diagnose-analysis = Análisis
form-diagnose-planned_actions = Acciones previstas
form-work = Registrar trabajo
form-work-about = Una acción ejecutada y el tiempo que tomó (actividad 10).
form-work-submit = Guardar trabajo
form-work-description = Qué se hizo
form-work-minutes = Minutos
form-pause = Poner en espera
form-pause-about = Mientras espera, el reloj se detiene si el acuerdo lo permite.
form-pause-submit = Poner en espera
form-pause-reason = Qué espera
form-pause-note = Nota
form-pause-until = Retomar el
form-pause-until-hint = Si lo indica, se retoma solo a esa hora (de Bogotá).
form-resume = Retomar
form-resume-about = El caso sigue donde estaba.
form-resume-submit = Retomar
form-verify = Verificar la solución
form-verify-about = Si no fue efectiva, el caso vuelve a análisis (actividad 11).
form-verify-submit = Guardar verificación
form-verify-effective = ¿La solución fue efectiva?
form-verify-note = Nota
form-resolve = Solucionar
form-resolve-about = Documente la solución: la persona la leerá y dirá si quedó bien (actividad 12). Tiene 48 horas.
form-resolve-submit = Solucionar y avisar
form-resolve-solution = Solución, para la persona
form-survey = Calificar
form-survey-about = La palabra de la persona sobre la solución (actividad 13).
form-survey-submit = Enviar
form-close = Cerrar el caso
form-close-about = Para casos que no hay que resolver. Es definitivo.
form-close-submit = Cerrar definitivamente
form-close-reason = Motivo
form-close-note = Explicación
form-cancel = Cancelar el caso
form-cancel-about = Dejaremos de atenderlo. Es definitivo: si lo necesita después, registre otro.
form-cancel-submit = Cancelar el caso
form-cancel-note = ¿Por qué ya no lo necesita?
form-merge = Unir con otro caso
form-merge-about = Cierra este caso como duplicado; la conversación sigue en el otro.
form-merge-submit = Unir y cerrar este
form-merge-into = Caso que sigue
form-merge-into-hint = Escriba su número o palabras de él. Debe estar abierto.
form-confidential = Quién puede leer este caso
form-confidential-about = Un caso confidencial solo lo conocen la persona solicitante, quien lo registró, quien está a cargo, las personas que usted nombre y la administración. Para los demás no existe: ni en listas, ni en búsquedas, ni en archivos. Cada lectura queda registrada.
form-confidential-submit = Guardar
form-confidential-confidential = ¿Es confidencial?
form-confidential-readers = Personas que también pueden leerlo
form-confidential-readers-hint = Busque por nombre o usuario. Un grupo no puede leerlo: nombre a cada persona.
form-confidential-note = Motivo, para el historial
people-none = Nadie más.
confidential = Confidencial
confidential-about = Solo lo ven la persona solicitante, quien lo registró, quien está a cargo, las personas nombradas y la administración.
readers = Quién puede leerlo
readers-edit = Cambiar
readers-everybody = Lo ven todas las personas de la mesa.
readers-confidential = Solo quienes tienen que ver con el caso, la administración y las personas nombradas.
readers-confidential-own = Solo usted, quien lo registró, quien está a cargo y la administración de la mesa.
readers-named = También: { $people }

## Conexión

offline-title = Sin conexión con la mesa.
offline-about = Lo que ya ve y lo que escriba sigue aquí; lo intentamos de nuevo cada pocos segundos.
offline-look = Intentar ahora
offline-over = Volvió la conexión. Si algo quedó sin enviar, envíelo de nuevo.

## Lo que otros cambiaron

changed-title = Alguien movió este caso mientras usted lo veía
changed-deed = { $who } { $what } ({ $when }).
changed-status = Ahora está «{ $value }».
changed-waits = Ahora está en espera: { $value }.
changed-waits-no-more = Ya no está en espera.
changed-assignee = A cargo: { $value }.
changed-priority = Prioridad: { $value }.
changed-unseen = Hubo un cambio que no se ve en esta página.
changed-way-on = Ya le mostramos cómo está ahora. Lo que usted escribió sigue aquí: revise qué se puede hacer e intente de nuevo.
changed-read = Entendido

## Portal: lo que espera por la persona

waiting-title =
    { $count ->
        [one] Un caso espera por usted
       *[other] { $count } casos esperan por usted
    }
waiting-word = Lo solucionamos: ¿quedó bien?
waiting-word-do = Decir si quedó bien
waiting-answer = Necesitamos una respuesta suya para seguir
waiting-answer-do = Responder
waiting-do-which = { $do }: { $number }
waiting-until = Si no responde antes de { $date }, lo daremos por aceptado.
home-no-others = No tiene más casos abiertos.
similar-title = ¿Es esto mismo?
similar-about = Ya tiene abierto un caso parecido. Si es lo mismo, agregue lo nuevo allí y no tendrá que esperar dos veces.
register-service-change = Cambiar
register-follows = Este caso continuará a { $number }.
register-follows-not = No lo continúa
register-sending-files = Subiendo los archivos…
registered-copy = Copiar el número
registered-copied = Número copiado
afterwards-title = Qué pasa después
afterwards-number = Recibe un número de caso al instante.
afterwards-open = Un agente lo abre en horario de servicio; le diremos antes de qué hora.
afterwards-talk = Si falta algo, le preguntamos por aquí y por correo.
afterwards-word = Al final, usted dice si quedó bien resuelto.
cancel-title = ¿Cancelar el caso { $number }?
cancel-yes = Sí, cancelar { $number }
cancel-no = No, dejarlo abierto
cancel-done = Caso cancelado.
profile-meanwhile = Estos datos cambiaron en otro lugar mientras usted escribía. Ahora están así: teléfono { $phone }, área { $area }. Lo que usted escribió sigue aquí; guarde de nuevo si quiere que quede.

## Consola: listas, atajos y paleta

queue-new =
    { $count ->
        [one] Llegó un caso nuevo.
       *[other] Llegaron { $count } casos nuevos.
    }
saved = Filtros guardados
saved-save = Guardar este filtro
saved-name = Nombre del filtro
saved-rename = Cambiar nombre
saved-drop = Quitar de guardados
saved-share = Copiar enlace
saved-copied = Enlace copiado. Quien lo abra verá este mismo filtro.
saved-copy-by-hand = Su navegador no permite copiar. El enlace es la dirección de esta página.
saved-full = Puede guardar hasta { $most } filtros. Quite uno para guardar otro.
facet-words = Palabras
facet-open = Situación
facet-open-true = Abiertos
facet-open-false = Cerrados
facet-pending = Espera
facet-pending-true = En espera
facet-pending-false = Sin espera
facet-assignee-me = Yo
facet-assignee-none = Nadie
facet-group-mine = Mis grupos
facet-group-none = Ninguno
facet-requester-me = Yo
facet-sla = Plazo
facet-from = Registrados desde
facet-until = Registrados hasta
facet-others = Más
sla-warning = Por vencer
sla-breached = Vencido
bulk = Acciones para los casos elegidos
bulk-count =
    { $count ->
        [one] 1 caso elegido
       *[other] { $count } casos elegidos
    }
bulk-some = de { $total }
bulk-left =
    { $count ->
        [one] Otro caso elegido no admite esta acción ahora y queda como está.
       *[other] Otros { $count } casos elegidos no admiten esta acción ahora y quedan como están.
    }
bulk-send =
    { $count ->
        [one] { $action } · 1 caso
       *[other] { $action } · { $count } casos
    }
bulk-none = No elegir ninguno
bulk-done =
    { $count ->
        [0] { $action }: no se hizo en ningún caso.
        [one] { $action }: hecho en 1 caso.
       *[other] { $action }: hecho en { $count } casos.
    }
bulk-refused =
    { $count ->
        [one] Un caso no se pudo. Si sigue en la lista, queda elegido:
       *[other] { $count } casos no se pudieron. Los que siguen en la lista quedan elegidos:
    }
way = Camino por la lista
way-place = { $place } de { $total }
way-next = Caso siguiente de la lista: { $number }
way-previous = Caso anterior de la lista: { $number }
way-end = No hay más casos en esta lista.
facts-edit = Cambiar
others = Sus otros casos
others-none = No tiene otros casos.
others-all = Ver los { $count }
similar = Casos parecidos ya solucionados
similar-none = Ninguno todavía.
form-keys = Ctrl + Enter envía · Esc sale y guarda lo escrito
form-keys-send = Ctrl + Enter envía
palette = Buscar o hacer
palette-button = Buscar o hacer…
palette-placeholder = Número, palabras o una acción…
palette-ticket = En { $number }
palette-go = Ir a
palette-looks = Apariencia y ayuda
palette-tickets = Casos
palette-theme = Apariencia: { $theme }
palette-locale = Idioma: { $locale }
palette-open = Abrir { $number }
help-everywhere = En toda la consola
help-list = En una lista
help-ticket = En un caso
help-palette = Buscar o hacer cualquier cosa, también mientras escribe
help-new = Registrar el caso de otra persona
help-inbox = Ir a «Sin atender»
help-mine = Ir a «A mi cargo»
help-all = Ir a «Todos»
help-supervision = Ir a supervisión
help-select = Elegir el caso, o dejar de elegirlo
help-select-range = Elegir desde el último hasta este
help-select-nothing = No elegir ninguno
help-refresh = Actualizar la lista
help-take = Abrirlo: queda a su cargo
help-accept = Aceptarlo
help-note = Escribir una nota interna
help-diagnose = Diagnosticar
help-work = Registrar trabajo
help-next-ticket = Caso siguiente de la lista
help-previous-ticket = Caso anterior de la lista
help-back = Volver a la lista
help-send = Enviar lo que escribe
help-leave = Salir del campo sin perder lo escrito

## Perfil

profile = Mi perfil
profile-who = Quién es usted
profile-groups = Grupos
profile-details = Mis datos
profile-phone = Teléfono o extensión
profile-phone-hint = Para llamarle si hace falta.
profile-area = Área
profile-saved = Datos guardados.
my-data = Mis datos
my-data-about = Descargue en un archivo ZIP todo lo que la mesa guarda de usted: su cuenta, sus casos y archivos, sus encuestas y sus sesiones.
my-data-download = Descargar mis datos
my-data-done = Sus datos se descargaron.
my-data-notice = Leer el aviso de privacidad (versión { $version })
privacy-title = Sus datos personales
privacy-first = Antes de empezar, lea cómo usamos sus datos en la mesa de servicio.
privacy-changed = El aviso de privacidad cambió. Léalo antes de continuar.
privacy-accept = Leí y acepto
privacy-leave = No acepto, salir
privacy-leave-about = Sin su autorización no podemos atenderle por aquí. Puede llamar o acercarse a la mesa de servicio.
profile-looks = Cómo quiere ver la aplicación
profile-session = Sesión
profile-session-about = Si el computador no es suyo, salga al terminar.
password = Contraseña
password-elsewhere = Su contraseña es la de su computador: se cambia allí, no aquí.
password-current = Contraseña actual
password-new = Contraseña nueva
password-new-hint = Larga y difícil de adivinar: por ejemplo, cuatro palabras sin relación entre sí. Sin su nombre de usuario.
password-missing = Escriba la contraseña.
password-change = Cambiar la contraseña
password-changed = Contraseña cambiada. Las demás sesiones se cerraron.
factor = Segundo factor
factor-on = Activo
factor-off = Inactivo
factor-on-about = Al entrar se le pide, además de la contraseña, el código de su aplicación de autenticación.
factor-off-about = Además de la contraseña, un código de una aplicación en su teléfono. Así nadie entra en su nombre aunque sepa su contraseña.
factor-start = Activar el segundo factor
factor-step-app = Instale en su teléfono una aplicación de autenticación, si no tiene una.
factor-step-scan = Escanee esta imagen con la aplicación.
factor-picture = Código QR con la clave del segundo factor
factor-step-type = Si no puede escanearla, escriba en la aplicación esta clave:
factor-secret = Clave del segundo factor
factor-step-code = Código que muestra la aplicación
factor-confirm = Confirmar
factor-codes = Códigos de recuperación
factor-codes-about = Guarde estos códigos en un lugar seguro: cada uno sirve una vez para entrar si pierde el teléfono. No se vuelven a mostrar.
factor-codes-kept = Ya los guardé
factor-remove = Desactivar el segundo factor
factor-remove-about = Volverá a entrar solo con la contraseña, y los códigos de recuperación dejarán de servir.
factor-removed = Segundo factor desactivado.
sessions = Dónde tiene la sesión abierta
sessions-about = Si no reconoce alguna, ciérrela y cambie su contraseña.
sessions-unknown = Programa desconocido
sessions-current = Esta sesión
sessions-since = Desde
sessions-seen = en uso
sessions-end = Cerrar
sessions-end-one = Cerrar la sesión de { $client }
sessions-end-others = Cerrar todas las demás
sessions-ended = Sesión cerrada.
keys = Claves de API
keys-about = Para que un programa use la mesa en su nombre. Puede hacer lo mismo que usted, o menos.
keys-none = No tiene claves.
keys-new = Crear una clave
keys-name = Para qué es
keys-name-hint = Por ejemplo: informe mensual.
keys-writes = También puede cambiar datos
keys-writes-hint = Sin marcar, solo consulta.
keys-projects = Proyectos a los que llega
keys-all-projects = Todos los míos
keys-life = Cuánto tiempo sirve
keys-days = { $days } días
keys-make = Crear
keys-key = Clave de API
keys-once = Copie la clave ahora: no se vuelve a mostrar.
keys-kept = Ya la copié
keys-until = Sirve hasta el
keys-used = usada
keys-unused = sin usar
keys-revoke = Revocar
keys-revoke-one = Revocar la clave { $name }
keys-revoked = Clave revocada.
secret-copy = Copiar
secret-copied = Copiado.
secret-by-hand = Su navegador no deja copiar: seleccione el texto y cópielo.
duty = Antes de continuar
duty-password = Su contraseña es provisional. Elija una que solo usted conozca.
duty-factor = Su rol exige un segundo factor. Actívelo para continuar.
shortcuts = Atajos de una sola tecla
shortcuts-hint = En la consola. Pulse ? para ver cuáles son.

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
status-resolved = Solucionado
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
action-resume = Retomar
action-verify = Verificar
action-resolve = Solucionar
action-survey = Calificar
action-close = Cerrar
action-cancel = Cancelar el caso
action-merge = Unir
action-comment = Comentar
action-attach = Adjuntar
action-confidential = Confidencialidad
action-auto_accept = Aceptar por plazo
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
closure-auto_accepted = Aceptado por plazo
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
supervision-between = Del { $from } al { $to }
supervision-taken = Cifras de
supervision-refresh = Actualizar las cifras
supervision-explain = Cómo se mide cada cifra
supervision-figures = Cifras del periodo
supervision-compared = Las flechas comparan con el mismo número de días, justo antes del periodo.
supervision-period = Periodo
supervision-days = { $days } días
supervision-custom = Otras fechas
supervision-all-projects = Todos los proyectos
supervision-from = Desde
supervision-to = Hasta
supervision-show = Ver
supervision-days-wrong = Elija dos fechas en orden, con un año entre ellas como máximo.

supervision-attention = Atención a tiempo
supervision-attention-about = De los casos registrados en el periodo, cuántos se abrieron dentro del tiempo acordado. No cuentan los que todavía tienen plazo.
supervision-resolution = Solución a tiempo
supervision-resolution-about = De los casos registrados en el periodo cuyo acuerdo promete un tiempo de solución, cuántos se resolvieron dentro de él. No cuentan los que todavía tienen plazo.
supervision-csat = Satisfacción
supervision-csat-about = De las encuestas respondidas con calificación en el periodo, cuántas dieron 4 o 5.
supervision-backlog = Sin resolver ahora
supervision-backlog-about = Los casos sin resolver en este momento, sea cual sea el periodo.
supervision-registered = Registrados
supervision-registered-about = Los casos que se registraron en el periodo.
supervision-resolved = Resueltos
supervision-resolved-about = Los casos que se resolvieron en el periodo y no se han reabierto.
supervision-first-level = Resueltos en el nivel 1
supervision-first-level-about = De los casos resueltos en el periodo, cuántos resolvió el nivel 1 sin escalarlos.
supervision-escalated = Escalados
supervision-escalated-about = De los casos registrados en el periodo, cuántos pasaron al nivel 2 o al 3.
supervision-reopened = Reabiertos
supervision-reopened-about = De los casos registrados en el periodo que llegaron a resolverse, cuántos se retomaron porque la solución no sirvió.
supervision-rejected = No procedentes
supervision-rejected-about = De los casos registrados en el periodo, cuántos no le correspondían a la mesa o pasaron a otra área.
supervision-responses = Responden la encuesta
supervision-responses-about = De los casos resueltos en el periodo, cuántos tienen respuesta sobre su última solución.
supervision-auto-accepted = Aceptados por silencio
supervision-auto-accepted-about = De los casos resueltos en el periodo y ya aceptados, cuántos se aceptaron porque pasó el plazo sin respuesta.

supervision-of = { $count } de { $of }
supervision-met = { $count } a tiempo
supervision-breached =
    { $count ->
        [one] 1 tarde
       *[other] { $count } tarde
    }
supervision-mean = { $duration } en promedio
supervision-mean-score = { $score } de 5 en promedio
supervision-unassigned = { $count } sin asignar
supervision-pending = { $count } en espera
supervision-points = { $points } pts
supervision-growth = { $percent } %

supervision-cases = Casos
supervision-volume = Lo que llega
supervision-by-day = Casos por día
supervision-day = Día
supervision-by-kind = Casos por tipo
supervision-by-channel = Casos por canal
supervision-when = Cuándo se registran
supervision-tab-hour = Por hora
supervision-tab-weekday = Por día de la semana
supervision-by-hour = Casos registrados por hora
supervision-hour = Hora
supervision-by-weekday = Casos registrados por día de la semana
supervision-weekday = Día de la semana
supervision-waiting = Lo que espera y lo que dicen
supervision-by-age = Sin resolver, por antigüedad
supervision-by-age-about = Desde que se registraron, en este momento.
supervision-age = Antigüedad
age-under =
    { $to ->
        [one] Menos de 1 día
       *[other] Menos de { $to } días
    }
age-between = De { $from } a { $to } días
age-over = Más de { $from } días
supervision-by-status = Sin resolver, por estado
supervision-by-status-about = Dónde están en este momento.
supervision-by-score = Calificaciones
supervision-answers =
    { $count ->
        [one] 1 respuesta en el periodo.
       *[other] { $count } respuestas en el periodo.
    }
supervision-answers-head = Respuestas
supervision-top-services = Servicios más pedidos

## Administración

admin = Administración
admin-people = Personas
admin-people-about = Las cuentas de toda la mesa y lo que cada una es en sus proyectos.
admin-people-none = Ninguna cuenta coincide
admin-people-none-body = Pruebe con otro nombre o quite los filtros.
admin-new-person = Nueva persona
admin-new-person-about = Podrá entrar con la clave que le dé aquí, o con la de su computador si la mesa usa un directorio.
admin-make-person = Crear la cuenta
admin-person-made = La cuenta quedó creada.
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
admin-with-password = Darle una clave para entrar la primera vez
admin-with-password-hint = Si entra con la de su computador, no la necesita.
admin-password = Clave temporal
admin-password-hint = Mínimo 8 caracteres. Entréguela en persona o por teléfono; deberá cambiarla al entrar.
admin-groups-hint = Los casos de un grupo los ven todas las personas que están en él.
admin-saved = Los cambios quedaron guardados.
admin-since = Cuenta creada el
admin-local = Con clave de la mesa
admin-not-local = Sin clave de la mesa
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

user-action-activate = Activar
user-action-deactivate = Desactivar
user-action-set_password = Restablecer la clave
user-action-impersonate = Actuar en su nombre
admin-activated = La cuenta está activa de nuevo.
admin-deactivated = La cuenta quedó inactiva y sus casos, en otras manos.
admin-deactivate-title = Desactivar a { $name }
admin-deactivate-about = No podrá entrar y se cerrarán sus sesiones. Lo que hizo queda en la historia de cada caso.
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
admin-set-password = Restablecer la clave
admin-password-about = { $name } entrará una vez con esta clave y elegirá la suya. Se cerrarán sus sesiones.
admin-password-submit = Restablecer
admin-password-another = Proponer otra
admin-password-set = Listo. Entregue esta clave a { $name } en persona o por teléfono: no se volverá a mostrar.
admin-copy = Copiar
admin-copied = La clave quedó en el portapapeles.
admin-stand-in = Actuar en su nombre
admin-stand-in-about = Verá y hará lo mismo que { $name }, durante 15 minutos, para darle soporte.
admin-stand-in-limits = Todo queda registrado con su nombre en la auditoría. No podrá cambiar claves ni sesiones, ni responder encuestas por la persona.
admin-stand-in-start = Empezar
stand-in = Actúa en nombre de otra persona
stand-in-about = { $admin }, usted está actuando en nombre de { $person }. Todo queda en la auditoría.
stand-in-stop = Dejar de actuar

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
admin-groups = Grupos
admin-groups-about = A quiénes se asignan y escalan los casos, nivel por nivel.
admin-groups-none = Todavía no hay grupos
admin-groups-none-body = Cree el primero: sin un grupo de nivel 1 nadie recibe los casos.
admin-new-group = Nuevo grupo
admin-make-group = Crear el grupo
admin-group-made = El grupo quedó creado. Agregue a su gente.
admin-group-name = Nombre del grupo
admin-key = Clave
admin-key-hint = Corta y sin espacios, como n2-redes. No se puede cambiar después.
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

admin-providers = Proveedores
admin-providers-about = Las empresas que atienden el nivel 3. Su gente solo ve lo que está a cargo de ellas.
admin-providers-none = Todavía no hay proveedores
admin-providers-none-body = Cree uno cuando un tercero atienda parte de los casos.
admin-new-provider = Nuevo proveedor
admin-company-name = Nombre de la empresa
admin-edit = Cambiar
admin-edit-what = Cambiar { $what }

admin-projects = Proyectos
admin-projects-about = Cada uno con su numeración, su gente, su catálogo y sus acuerdos.
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

admin-audit = Auditoría
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
audit-fault-changed = Un registro no es el que era.
audit-fault-missing = Falta un registro.
audit-fault-inserted = Alguien metió un registro entre los antiguos.
audit-fault-at = Está en el eslabón { $position }.
audit-fault-outside = No tiene eslabón en la cadena.
audit-fault-entry = Registro { $entry }.
