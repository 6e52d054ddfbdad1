## Portal: registrar

new-title = Registrar el caso de otra persona
new-about = Para quien llama o se acerca a la mesa. El reloj de atención empieza cuando lo registre.
new-done = Caso { $number } registrado.

## Un caso

comment-as-public = Respuesta a la persona
comment-as-internal = Nota interna

## Datos

fact-priority = Prioridad

level-short = N{ $level }

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
queue-waiting-about = Esperan una respuesta, un tercero, un repuesto o una autorización.
queue-to-be-accepted = Por aceptar
queue-to-be-accepted-about = Resueltos: falta la palabra de la persona.
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

help-title = Atajos del teclado

## Consola: listas, atajos y paleta

queue-new =
    { $count ->
        [one] Llegó un caso nuevo.
       *[other] Llegaron { $count } casos nuevos.
    }
saved = Filtros guardados
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
facet-hour =
    { $from ->
        [0] Registrados entre las 0:00 y la 1:00
        [1] Registrados entre la 1:00 y las 2:00
       *[other] Registrados entre las { $from }:00 y las { $to }:00
    }
facet-weekday =
    { $day ->
        [1] Registrados los lunes
        [2] Registrados los martes
        [3] Registrados los miércoles
        [4] Registrados los jueves
        [5] Registrados los viernes
        [6] Registrados los sábados
       *[other] Registrados los domingos
    }
others = Sus otros casos
palette = Buscar o hacer
palette-button = Buscar o hacer…
palette-open = Abrir { $number }
nav-mails = Correos en cuarentena
presence-viewing = { $name } está viendo el caso
presence-writing = { $name } está escribiendo…
filter-sort = Orden
facet-others = Más
