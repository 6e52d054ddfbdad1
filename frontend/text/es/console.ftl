## Portal: registrar

new-title = Registrar el caso de otra persona
new-about = Para quien llama o se acerca a la mesa. El reloj de atención empieza cuando lo registre.
new-done = Caso { $number } registrado.

## Un caso

case-description = Descripción
ticket-saved = { $number }: { $state }.

comment-as-public = Respuesta a la persona
comment-as-internal = Nota interna

## Datos

fact-priority = Prioridad
fact-impact-urgency = impacto: { $impact } · urgencia: { $urgency }
fact-registered-by = Lo registró { $name }
fact-reopened = Retomado
fact-times =
    { $count ->
        [one] 1 vez
       *[other] { $count } veces
    }
fact-provider = Proveedor
fact-component = Componente
fact-satisfaction = Satisfacción
fact-tags = Etiquetas
satisfied-yes = Satisfecho
satisfied-no = No satisfecho
watch = Avisarme de los cambios
watch-stop = Dejar de avisarme

level-short = N{ $level }

## Relojes

clocks = Tiempos
clocks-why = ¿Cómo se cuenta el tiempo?
clocks-why-late = ¿Por qué venció?

## Consola

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
filter-sort = Orden

procedure = Procedimiento
procedure-activities = Actividades del procedimiento
procedure-actions = Qué se puede hacer ahora
procedure-none = Por ahora no hay acciones suyas en este caso.
procedure-closed = El caso está cerrado: ya no cambia.
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

readers-edit = Cambiar
readers-everybody = Lo ven todas las personas de la mesa.
readers-confidential = Solo quienes tienen que ver con el caso, la administración y las personas nombradas.

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
similar-none = Ninguno todavía.
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
nav-mails = Correos en cuarentena
presence-viewing = { $name } está viendo
presence-writing = { $name } está escribiendo…
