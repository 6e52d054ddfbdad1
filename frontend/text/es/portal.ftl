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

## Portal: mis casos

mine-title = Mis casos
mine-which = Qué casos
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
told-reopened = Reabrimos su caso porque la solución anterior no le sirvió.
told-in-progress = Estamos trabajando en la solución.
told-waits-for-you = Esperamos una respuesta suya para poder continuar.
told-waits-for-authorisation = Esperamos la autorización que necesita su caso.
told-waits = Está en espera de un tercero o de un repuesto. Le avisaremos cuando continúe.
told-resume = Está en espera. Lo reanudaremos a más tardar: { $date }
told-due = Esperamos tenerlo resuelto antes de: { $date }
told-resolved = Lo resolvimos. Díganos si quedó bien; si no responde antes de { $date }, lo daremos por aceptado.
told-resolved-late = Lo resolvimos. Díganos si quedó bien.

closed-accepted = Cerrado: usted aceptó la solución.
closed-auto_accepted = Cerrado: la solución se dio por aceptada por falta de respuesta.
closed-rejected = Cerrado: lo que pidió no le corresponde a la mesa de servicios.
closed-redirected = Cerrado aquí: le corresponde a otra área.
closed-cancelled = Cerrado: el caso se canceló.
closed-duplicate = Cerrado: es el mismo asunto de otro caso, y allí continúa.

## Portal: registrar

register-title = Registrar un caso
register-about = Cuéntenos qué pasa o qué necesita. Con lo indispensable basta: si nos falta algo, le preguntamos.
registered-title = Caso { $number } registrado
registered-heading = Registramos su caso
registered-next = Qué sigue
registered-attention = Un agente lo abrirá antes del
registered-attention-soon = Un agente lo abrirá muy pronto.
registered-mail = Le escribiremos a { $email } cada vez que haya una novedad. También puede seguirlo aquí.
registered-follow = Puede seguirlo aquí cuando quiera.
registered-word = Cuando lo resolvamos le preguntaremos si quedó bien. Usted tiene la última palabra.
registered-see = Ver mi caso
registered-home = Volver al inicio

## Un caso

case-now = Cómo va
case-stages = Etapas del caso
case-conversation = Conversación
case-cancel-about = ¿Ya no lo necesita? Puede cancelarlo mientras nadie haya empezado a trabajar en él.
case-again = Registrar un caso que lo continúe
case-again-about = Un caso cerrado no se reabre. Si el asunto sigue, registre otro y quedarán relacionados.

survey-title = ¿Quedó resuelto?

## Formularios de las acciones

readers-confidential-own = Solo usted, quien lo registró, quien está a cargo y la administración de la mesa.
readers-named = También: { $people }

## Portal: lo que espera por la persona

waiting-word = Lo resolvimos: ¿quedó bien?
waiting-word-do = Decir si quedó bien
waiting-answer = Necesitamos una respuesta suya para seguir
waiting-answer-do = Responder
waiting-do-which = { $do }: { $number }
waiting-until = Si no responde antes de { $date }, lo daremos por aceptado.
home-no-others = No tiene más casos abiertos.
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
