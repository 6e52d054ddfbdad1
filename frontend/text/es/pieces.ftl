## Lo que la consola muestra cuando se le pide

help-next = Caso siguiente
help-previous = Caso anterior
help-open = Abrir el caso
help-search = Buscar
help-comment = Escribir un mensaje a la persona
help-escalate = Escalar
help-resolve = Resolver
help-this = Mostrar esta ayuda
help-off = Puede apagar los atajos en su perfil.
saved-save = Guardar este filtro
saved-name = Nombre del filtro
saved-rename = Cambiar nombre
saved-drop = Quitar de guardados
saved-share = Copiar enlace
saved-copied = Enlace copiado. Quien lo abra verá este mismo filtro.
saved-copy-by-hand = Su navegador no permite copiar. El enlace es la dirección de esta página.
saved-full = Puede guardar hasta { $most } filtros. Quite uno para guardar otro.
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
        [one] No se pudo en 1 caso. Si sigue en la lista, queda elegido:
       *[other] No se pudo en { $count } casos. Los que siguen en la lista quedan elegidos:
    }
palette-placeholder = Número, palabras o una acción…
palette-ticket = En { $number }
palette-go = Ir a
palette-looks = Apariencia y ayuda
palette-tickets = Casos
palette-theme = Apariencia: { $theme }
palette-locale = Idioma: { $locale }
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
