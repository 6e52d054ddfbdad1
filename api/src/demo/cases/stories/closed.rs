//! What the desk itself solved, with the requester's word on it.

use crate::demo::cases::story::About::{Asset, Component, Service, System};
use crate::demo::cases::story::Deed::{
    Accept, Assign, Classify, Diagnose, Effective, Note, Open, Pause, PauseFor, Resolve, Resume, Satisfied,
    Say, Work,
};
use crate::demo::cases::story::When::{After, Wall};
use crate::demo::cases::story::{HM, LH, LL, LM, MH, ML, MM, STORY, Story, ago};
use contract::tickets::Channel::{Api, Chat, Email, Phone, Portal, WalkIn};
use contract::tickets::Kind::{Change, Incident, Request};
use contract::tickets::PauseReason;

pub(super) const STORIES: &[Story] = &[
    Story {
        name: "buzon-lleno",
        ago: ago(23, 410),
        case: (Request, Portal, LM),
        about: &[Service("correo"), Component("servicio-de-correo")],
        subject: "Mi buzón está lleno y no recibo correos",
        description: "Al enviarme correos los devuelven por espacio. Necesito conservar los adjuntos de 2025.",
        steps: &[
            (After(21), "agent", Open),
            (After(2), "agent", Accept),
            (After(15), "agent", Say("Buenos días. Voy a ampliar el buzón y a activar el archivo.")),
            (After(25), "agent", Resolve("Se amplió el buzón a 50 GB y se activó el archivo de mensajes.")),
            (Wall(38), "requester", Satisfied(5, "Muy rápido, gracias.")),
        ],
        ..STORY
    },
    Story {
        name: "cuenta-bloqueada",
        ago: ago(23, 75),
        case: (Request, Phone, LH),
        requester: "mquintero",
        by: Some("dsuarez"),
        about: &[Service("contrasenas"), Component("directorio")],
        subject: "Cuenta bloqueada después de vacaciones",
        description: "Regresó de vacaciones, la contraseña venció y la cuenta quedó bloqueada.",
        steps: &[
            (After(1), "dsuarez", Open),
            (After(1), "dsuarez", Accept),
            (After(4), "dsuarez", Note("Identidad verificada por la extensión y el número de cédula.")),
            (After(3), "dsuarez", Resolve("Se desbloqueó la cuenta y se asignó una contraseña temporal.")),
            (Wall(190), "mquintero", Satisfied(4, "")),
        ],
        ..STORY
    },
    Story {
        name: "atasco-de-papel",
        ago: ago(22, 260),
        case: (Incident, WalkIn, MM),
        requester: "lmoreno",
        by: Some("agent"),
        about: &[Service("impresora"), Asset("IM-0022")],
        subject: "La impresora del piso 2 atasca el papel",
        description: "Cada tercera hoja se atasca en la bandeja 2. Ya se probó con otra resma.",
        steps: &[
            (After(2), "agent", Open),
            (After(1), "agent", Accept),
            (
                After(40),
                "agent",
                Diagnose(
                    "Rodillo de alimentación gastado",
                    "El rodillo de la bandeja 2 patina y toma dos hojas a la vez.",
                    "Limpiar el rodillo; si sigue igual, cambiarlo por el de repuesto.",
                ),
            ),
            (After(35), "agent", Work(30, "Se cambió el rodillo por el de repuesto y se limpió la bandeja.")),
            (After(10), "agent", Effective),
            (
                After(5),
                "agent",
                Resolve("Se cambió el rodillo de la bandeja 2. Cien hojas de prueba sin atascos."),
            ),
            (Wall(1320), "lmoreno", Satisfied(4, "Quedó bien.")),
        ],
        ..STORY
    },
    Story {
        name: "vpn-para-comision",
        ago: ago(20, 330),
        case: (Request, Email, LM),
        requester: "cpena",
        by: Some("agent"),
        about: &[Service("vpn"), Component("cortafuegos")],
        subject: "VPN para audiencia fuera de la ciudad",
        description: "La próxima semana atiendo una audiencia en Villavicencio y debo consultar expedientes.",
        steps: &[
            (After(54), "agent", Open),
            (After(3), "agent", Accept),
            (
                After(12),
                "agent",
                Pause(PauseReason::Requester, "Falta el visto bueno de su jefe y las fechas de la comisión."),
            ),
            (
                Wall(150),
                "cpena",
                Say("Adjunto al correo el visto bueno. Del lunes al viernes de la otra semana."),
            ),
            (
                After(40),
                "agent",
                Resolve("Acceso remoto activo por ocho días. Se envió el instructivo por correo."),
            ),
            (Wall(95), "cpena", Satisfied(5, "Excelente la explicación.")),
        ],
        ..STORY
    },
    Story {
        name: "traslado-de-puesto",
        ago: ago(18, 500),
        case: (Request, Portal, LL),
        about: &[Service("traslado-de-equipo"), Asset("EQ-0420")],
        subject: "Traslado de mi estación de trabajo al piso 4",
        description: "Por la reorganización de la subdirección paso al puesto 4-17. Hay punto de red.",
        tags: &["reorganización"],
        steps: &[
            (After(64), "dsuarez", Open),
            (After(4), "dsuarez", Accept),
            (After(6), "dsuarez", Assign("agent")),
            (
                After(9),
                "agent",
                Pause(PauseReason::Authorisation, "El traslado de equipos lo autoriza la OTI."),
            ),
            (
                After(310),
                "supervisor",
                Say("Autorizado. Por favor actualizar la ubicación en el inventario."),
            ),
            (After(15), "agent", Resume),
            (
                After(20),
                "agent",
                Diagnose(
                    "Traslado autorizado",
                    "El punto de red 4-17 está certificado y activo en la VLAN de la subdirección.",
                    "Trasladar, conectar, probar red e impresión, actualizar el inventario.",
                ),
            ),
            (
                After(480),
                "agent",
                Work(55, "Se trasladó la estación con sus dos pantallas y se probó la red."),
            ),
            (
                After(5),
                "agent",
                Resolve("Equipo instalado en el puesto 4-17, con red, impresora y teléfono."),
            ),
            (Wall(60), "requester", Satisfied(5, "Todo funcionó desde el primer momento.")),
        ],
        ..STORY
    },
    Story {
        name: "portatil-no-enciende",
        ago: ago(14, 220),
        case: (Incident, Portal, LH),
        about: &[Service("soporte-de-equipo"), Asset("EQ-0412")],
        subject: "El portátil no enciende",
        description: "Desde hoy no enciende, ni con otro cargador. El led queda en ámbar.",
        steps: &[
            (After(18), "agent", Open),
            (After(2), "agent", Accept),
            (After(5), "agent", Note("Se le ofreció el equipo de préstamo PR-0003 mientras tanto.")),
            (
                After(70),
                "agent",
                Diagnose(
                    "Batería dañada",
                    "Sin batería enciende con normalidad; la batería está hinchada y bloquea el arranque.",
                    "Cambiar la batería, que está en garantía.",
                ),
            ),
            (
                After(6),
                "agent",
                PauseFor(1140, PauseReason::Parts, "El fabricante envía la batería en dos días."),
            ),
            (After(1230), "agent", Work(25, "Se instaló la batería nueva y se calibró.")),
            (After(10), "agent", Effective),
            (
                After(5),
                "agent",
                Resolve("Se cambió la batería en garantía. Carga completa y arranque normales."),
            ),
            (Wall(410), "requester", Satisfied(4, "El equipo de préstamo ayudó mucho.")),
        ],
        ..STORY
    },
    Story {
        name: "correo-sospechoso",
        ago: ago(12, 150),
        case: (Incident, Email, MM),
        requester: "mquintero",
        by: Some("dsuarez"),
        about: &[Service("seguridad"), Component("servicio-de-correo")],
        subject: "Correo que pide confirmar la clave de la nómina",
        description: "Llegó a varios compañeros un correo con un enlace para «validar el desprendible de pago».",
        tags: &["phishing"],
        steps: &[
            (After(9), "dsuarez", Open),
            (After(1), "dsuarez", Accept),
            (After(2), "dsuarez", Classify(HM)),
            (
                After(25),
                "dsuarez",
                Diagnose(
                    "Suplantación (phishing)",
                    "El enlace lleva a una copia de la página de nómina. 34 personas lo recibieron.",
                    "Bloquear el enlace, retirar el mensaje, avisar a todos.",
                ),
            ),
            (
                After(20),
                "dsuarez",
                Work(20, "Se bloqueó el dominio y se retiró el mensaje de los 34 buzones."),
            ),
            (After(15), "dsuarez", Work(10, "Dos personas lo abrieron: se cambiaron sus contraseñas.")),
            (After(5), "dsuarez", Effective),
            (After(4), "dsuarez", Resolve("Mensaje retirado y enlace bloqueado. Ninguna cuenta fue usada.")),
            (Wall(45), "mquintero", Satisfied(5, "Gracias por avisar a todos tan pronto.")),
        ],
        ..STORY
    },
    Story {
        name: "version-del-portal",
        ago: ago(11, 480),
        case: (Change, Api, ML),
        requester: "supervisor",
        about: &[Service("puesta-en-produccion"), System("portal-web")],
        subject: "Puesta en producción del portal web 4.2",
        description: "Mejora el contraste y los formularios. Ventana de una hora. Regreso: imagen 4.1.",
        steps: &[
            (After(70), "agent", Open),
            (After(10), "agent", Accept),
            (
                After(30),
                "agent",
                Diagnose(
                    "Versión aprobada en pruebas",
                    "Riesgo bajo: no cambia la base de datos y el regreso tarda cinco minutos.",
                    "Publicar en la ventana, revisar los diez formularios, dejar la 4.1 lista.",
                ),
            ),
            (
                After(460),
                "agent",
                Work(40, "Se publicó la 4.2 en la ventana y se revisaron los formularios."),
            ),
            (After(15), "agent", Effective),
            (After(3), "agent", Resolve("Portal 4.2 en producción, sin interrupciones.")),
            (Wall(75), "supervisor", Satisfied(5, "")),
        ],
        ..STORY
    },
    Story {
        name: "sala-de-juntas",
        ago: ago(10, 340),
        case: (Request, Chat, MH),
        requester: "cpena",
        by: Some("dsuarez"),
        about: &[Service("videoconferencia")],
        subject: "Preparar la sala de juntas para una conciliación virtual",
        description: "La conciliación es en una hora; se necesita cámara, micrófono y grabación.",
        steps: &[
            (After(190), "dsuarez", Open),
            (After(2), "dsuarez", Accept),
            (After(10), "dsuarez", Note("Se abrió tarde: en el turno había una sola persona.")),
            (
                After(20),
                "dsuarez",
                Resolve("Sala lista y grabación activa; la reunión ya había empezado sin video."),
            ),
            (Wall(30), "cpena", Satisfied(1, "Llegaron cuando la audiencia ya había comenzado.")),
        ],
        ..STORY
    },
];
