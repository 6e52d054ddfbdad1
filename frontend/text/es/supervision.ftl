## Supervisión

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
supervision-reopened-about = De los casos registrados en el periodo que llegaron a resolverse, cuántos se reabrieron porque la solución no sirvió.
supervision-rejected = No procedentes
supervision-rejected-about = De los casos registrados en el periodo, cuántos no le correspondían a la mesa o se redirigieron a otra área.
supervision-responses = Responden la encuesta
supervision-responses-about = De los casos resueltos en el periodo, cuántos tienen respuesta sobre su última solución.
supervision-auto-accepted = Aceptados por falta de respuesta
supervision-auto-accepted-about = De los casos resueltos en el periodo y ya aceptados, cuántos se aceptaron por falta de respuesta.
supervision-questions-about = Lo que se contestó en el periodo a cada pregunta de la encuesta. El promedio es el de las notas de 1 a 5; una encuesta sin nota en la pregunta no cuenta en ella.

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
supervision-questions = Lo que dicen de cada pregunta
supervision-questions-none = Nadie respondió la encuesta en el periodo.
supervision-question-gone = { $question } (ya no se pregunta)
supervision-question-mean =
    { $count ->
        [one] { $score } de 5 en promedio, con 1 respuesta.
       *[other] { $score } de 5 en promedio, con { $count } respuestas.
    }
supervision-solved =
    { $count ->
        [one] 1 dice que quedó resuelto.
       *[other] { $count } dicen que quedó resuelto.
    }
supervision-unsolved =
    { $count ->
        [one] 1 dice que el problema sigue.
       *[other] { $count } dicen que el problema sigue.
    }
supervision-comments =
    { $count ->
        [one] 1 lleva comentario.
       *[other] { $count } llevan comentario.
    }
