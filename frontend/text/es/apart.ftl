## Lo que se acepta antes de entrar, y los enlaces de los correos

privacy-title = Sus datos personales
privacy-first = Antes de empezar, lea cómo usamos sus datos en la mesa de servicios.
privacy-changed = El aviso de privacidad cambió. Léalo antes de continuar.
privacy-accept = Leí y acepto
privacy-leave = No acepto, salir
privacy-leave-about = Sin su autorización no podemos atenderle por aquí. Puede llamar o acercarse a la mesa de servicios.
invitation-answered = Ya respondió sobre esta solución. Gracias.
invitation-over = Esta invitación ya no está vigente: el caso se resolvió de nuevo o se cerró. Entre a la mesa para ver el caso.
invitation-case = Ver el caso
