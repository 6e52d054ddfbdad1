## Claves de API
keys-new = Crear una clave de API
keys-name = Para qué es
keys-name-hint = Por ejemplo: informe mensual.
keys-writes = También puede cambiar datos
keys-writes-hint = Sin marcar, solo consulta.
keys-projects = Proyectos a los que llega
keys-all-projects = Todos los míos
keys-all-theirs = Todos los de la cuenta
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
keys-revoke-one = Revocar la clave de API { $name }
keys-revoke-about = Los programas que la usan ya no podrán entrar. No se puede deshacer.
keys-revoked = Clave de API revocada.
secret-copy = Copiar
secret-copied = Copiado.
secret-by-hand = Su navegador no deja copiar: seleccione el texto y cópielo.

## Sesiones
sessions-own = Dónde tiene la sesión abierta
sessions-unknown = Programa desconocido
sessions-current = Esta sesión
sessions-since = Desde
sessions-seen = en uso
sessions-end = Cerrar
sessions-end-one = Cerrar la sesión de { $client }
sessions-end-others = Cerrar todas las demás
sessions-end-about =
    { $count ->
        [one] Se cierra una sesión: allí habrá que entrar de nuevo.
       *[other] Se cierran { $count } sesiones: en todas habrá que entrar de nuevo.
    }
sessions-ended = Sesión cerrada.
sessions-theirs = Dónde tiene la sesión abierta
sessions-end-all = Cerrar todas
