## Un caso, para quien lo atiende

case-description = Descripción
ticket-saved = { $number }: { $state }.
fact-impact-urgency = impacto: { $impact } · urgencia: { $urgency }
fact-registered-by = Lo registró { $name }
fact-reopened = Reabierto
fact-times =
    { $count ->
        [one] 1 vez
       *[other] { $count } veces
    }
fact-provider = Proveedor
fact-component = Componente
fact-satisfaction = Satisfacción
fact-tags = Etiquetas
satisfied-yes = Sí, quedó resuelto
satisfied-no = No, el problema sigue
watch = Avisarme de los cambios
watch-stop = Dejar de avisarme
clocks = Tiempos
clocks-why = ¿Cómo se cuenta el tiempo?
clocks-why-late = ¿Por qué venció?
procedure = Procedimiento
procedure-activities = Actividades del procedimiento
procedure-actions = Qué se puede hacer ahora
procedure-none = Por ahora no hay acciones suyas en este caso.
procedure-closed = El caso está cerrado: ya no cambia.
readers-edit = Cambiar
readers-everybody = Lo ven todas las personas de la mesa.
readers-confidential = Solo quienes tienen que ver con el caso, la administración y las personas nombradas.
way = Recorrido por la lista
way-place = { $place } de { $total }
way-next = Caso siguiente de la lista: { $number }
way-previous = Caso anterior de la lista: { $number }
way-end = No hay más casos en esta lista.
facts-edit = Cambiar
others-none = No tiene otros casos.
others-all = Ver los { $count }
similar-none = Ninguno todavía.
