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
form-merge-into = Número del caso que sigue
form-merge-into-hint = Por ejemplo TIC-1041. Debe estar abierto.

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
profile-looks = Cómo quiere ver la aplicación
profile-session = Sesión
profile-session-about = Si el computador no es suyo, salga al terminar.
shortcuts = Atajos de una sola tecla
shortcuts-hint = En la consola. Pulse ? para ver cuáles son.

## Palabras de los vocabularios

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
