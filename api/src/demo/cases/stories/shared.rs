//! What specialists and providers solved, and what was not solved at the first attempt.

use crate::demo::cases::story::About::{Component, Service, System};
use crate::demo::cases::story::Deed::{
    Accept, Assign, Classify, Diagnose, Effective, Escalate, Merge, NotEffective, NotSolved, Note, Open,
    Pause, Resolve, Resume, Satisfied, Say, Work,
};
use crate::demo::cases::story::When::{After, Wall};
use crate::demo::cases::story::{HH, HM, MH, ML, MM, STORY, Story, ago};
use contract::tickets::Channel::{Chat, Monitoring, Phone, Portal};
use contract::tickets::Kind::{Incident, Requirement};
use contract::tickets::PauseReason;

pub(super) const STORIES: &[Story] = &[
    Story {
        name: "red-piso-3",
        ago: ago(24, 300),
        case: (Incident, Phone, HH),
        requester: "jramirez",
        by: Some("agent"),
        about: &[Service("red-local"), Component("switch-piso-3")],
        subject: "Sin red en el piso 3",
        description: "Desde hace diez minutos no hay internet ni carpetas en ningún puesto del piso 3.",
        tags: &["piso 3"],
        steps: &[
            (After(1), "agent", Open),
            (After(1), "agent", Accept),
            (After(4), "agent", Escalate("n2-infraestructura", "El switch de acceso no responde.")),
            (After(6), "specialist", Assign("specialist")),
            (
                After(22),
                "specialist",
                Diagnose(
                    "Fuente del switch averiada",
                    "El switch no enciende con dos tomas distintas; la UPS del piso está bien.",
                    "Poner el switch de contingencia y cargar la última configuración.",
                ),
            ),
            (After(12), "specialist", Say("Estamos cambiando el equipo; calculamos 40 minutos sin red.")),
            (After(45), "specialist", Work(50, "Se instaló el switch de contingencia con su configuración.")),
            (After(8), "specialist", Effective),
            (
                After(2),
                "specialist",
                Resolve("Se cambió el switch del piso 3. Todos los puestos tienen red."),
            ),
            (Wall(25), "jramirez", Satisfied(5, "Nos mantuvieron informados todo el tiempo.")),
        ],
        ..STORY
    },
    Story {
        name: "red-ala-norte",
        ago: ago(24, 282),
        case: (Incident, Portal, MH),
        requester: "lmoreno",
        about: &[Service("red-local")],
        subject: "No hay internet en el ala norte del piso 3",
        description: "Ninguno de los seis puestos del ala norte tiene internet.",
        steps: &[
            (After(7), "dsuarez", Open),
            (
                After(2),
                "dsuarez",
                Say("Es la misma falla del piso 3, que ya se atiende. Unimos los dos casos."),
            ),
            (After(1), "dsuarez", Merge("red-piso-3")),
        ],
        ..STORY
    },
    Story {
        name: "visor-lento",
        ago: ago(21, 380),
        case: (Incident, Portal, MM),
        requester: "jramirez",
        about: &[Service("soporte-de-sistema"), System("visor-geografico"), Component("servicio-de-mapas")],
        subject: "El visor geográfico tarda minutos en cargar las capas",
        description: "Las capas de amenaza por inundación tardan más de tres minutos; las demás, normal.",
        steps: &[
            (After(33), "agent", Open),
            (After(2), "agent", Accept),
            (After(3), "agent", Classify(MH)),
            (After(40), "agent", Escalate("n2-sistemas", "Requiere revisar el servicio de mapas.")),
            (After(25), "fhenao", Assign("fhenao")),
            (
                After(90),
                "fhenao",
                Diagnose(
                    "Memoria insuficiente",
                    "El servicio de mapas se queda sin memoria al dibujar las capas de inundación.",
                    "Ampliar la memoria del servicio.",
                ),
            ),
            (After(60), "fhenao", Work(45, "Se amplió la memoria de 4 a 8 GB y se reinició el servicio.")),
            (After(20), "fhenao", NotEffective("Con dos usuarios a la vez vuelve a tardar.")),
            (
                After(150),
                "fhenao",
                Diagnose(
                    "Falta un índice espacial",
                    "La capa cargada el mes pasado no tiene índice: cada vista recorre toda la tabla.",
                    "Crear el índice y añadirlo al procedimiento de carga.",
                ),
            ),
            (After(30), "fhenao", Work(30, "Se creó el índice espacial y se actualizó el procedimiento.")),
            (After(15), "fhenao", Effective),
            (
                After(5),
                "fhenao",
                Resolve("Las capas de inundación cargan en dos segundos. Era un índice ausente."),
            ),
            (Wall(240), "jramirez", Satisfied(3, "Quedó bien, aunque fueron dos intentos.")),
        ],
        ..STORY
    },
    Story {
        name: "enlace-caido",
        ago: ago(19, 120),
        case: (Incident, Monitoring, HH),
        requester: "specialist",
        by: Some("admin"),
        about: &[Service("red-local"), Component("enlace-principal")],
        subject: "Enlace de internet principal caído",
        description: "El monitoreo no recibe respuesta del enrutador del proveedor desde hace cinco minutos.",
        tags: &["monitoreo"],
        steps: &[
            (After(2), "agent", Open),
            (After(1), "agent", Accept),
            (After(3), "agent", Escalate("n2-infraestructura", "Alerta del monitoreo: enlace principal.")),
            (After(4), "specialist", Assign("specialist")),
            (After(11), "specialist", Note("Tráfico por el enlace de respaldo; los usuarios no lo notan.")),
            (
                After(5),
                "specialist",
                Escalate("n3-redes-y-soluciones", "La falla está del lado del proveedor."),
            ),
            (After(9), "provider", Assign("provider")),
            (
                After(35),
                "provider",
                Diagnose(
                    "Corte de fibra",
                    "Una obra en la calle 26 cortó la fibra del anillo.",
                    "Empalmar la fibra; cuadrilla en camino.",
                ),
            ),
            (After(140), "provider", Work(120, "La cuadrilla empalmó doce hilos y midió la atenuación.")),
            (After(10), "provider", Effective),
            (
                After(5),
                "provider",
                Resolve("Fibra empalmada; el enlace está estable. Se adjunta el informe."),
            ),
            (Wall(55), "specialist", Satisfied(4, "Faltó avisar la hora estimada.")),
        ],
        ..STORY
    },
    Story {
        name: "reporte-de-horas",
        ago: ago(16, 200),
        case: (Requirement, Portal, ML),
        requester: "lmoreno",
        about: &[Service("mejora-de-sistema"), System("nomina")],
        subject: "Reporte de horas extras por dependencia",
        description: "El reporte debe agrupar por dependencia y mes, y poderse descargar en hoja de cálculo.",
        steps: &[
            (After(125), "agent", Open),
            (After(5), "agent", Accept),
            (After(20), "agent", Escalate("n2-sistemas", "Requiere desarrollo en Nómina.")),
            (After(60), "fhenao", Assign("fhenao")),
            (
                After(240),
                "fhenao",
                Pause(PauseReason::Requester, "¿Se cuentan las horas del mes de causación?"),
            ),
            (Wall(1500), "lmoreno", Say("Sí, las del mes en que se causaron, no en el que se pagaron.")),
            (
                After(1700),
                "fhenao",
                Resolve("El reporte está en Nómina, menú Reportes, «Horas por dependencia»."),
            ),
            (Wall(600), "lmoreno", Satisfied(2, "Sirve, pero lo necesitaba para el cierre del mes pasado.")),
        ],
        ..STORY
    },
    Story {
        name: "wifi-auditorio",
        ago: ago(15, 260),
        case: (Incident, Chat, MH),
        requester: "cpena",
        by: Some("agent"),
        about: &[Service("wifi"), Component("wifi-auditorio")],
        subject: "El wifi del auditorio se cae con muchos invitados",
        description: "En la capacitación de hoy, con 60 personas, la red de invitados se cayó tres veces.",
        steps: &[
            (After(4), "agent", Open),
            (After(1), "agent", Accept),
            (
                After(20),
                "agent",
                Diagnose(
                    "Punto wifi saturado",
                    "El punto del auditorio tiene un límite de 30 clientes.",
                    "Subir el límite a 80 y reiniciar.",
                ),
            ),
            (After(15), "agent", Work(15, "Se subió el límite a 80 clientes y se reinició el punto.")),
            (After(2), "agent", Resolve("Se subió a 80 el límite de conexiones del auditorio.")),
            (Wall(130), "cpena", NotSolved(2, "En la segunda jornada se volvió a caer dos veces.")),
            (
                After(25),
                "agent",
                Escalate("n2-infraestructura", "El límite no era la causa; revisar canales."),
            ),
            (After(30), "specialist", Assign("specialist")),
            (
                After(120),
                "specialist",
                Diagnose(
                    "Interferencia entre canales",
                    "Dos puntos vecinos usan el mismo canal y se interfieren cuando hay carga.",
                    "Repartir los canales y bajar la potencia del pasillo.",
                ),
            ),
            (After(200), "specialist", Work(60, "Canales repartidos; prueba con 70 equipos, sin caídas.")),
            (After(10), "specialist", Effective),
            (After(5), "specialist", Resolve("Se corrigió la interferencia de canales del auditorio.")),
            (Wall(1440), "cpena", Satisfied(4, "Ahora sí. Gracias.")),
        ],
        ..STORY
    },
    Story {
        name: "firma-de-contratos",
        ago: ago(6, 510),
        case: (Incident, Phone, HM),
        requester: "cpena",
        by: Some("dsuarez"),
        about: &[Service("soporte-de-sistema"), System("contratacion")],
        subject: "Contratación no deja firmar los contratos",
        description: "Al firmar aparece «certificado vencido». Hay cuatro contratos por firmar hoy.",
        steps: &[
            (After(2), "dsuarez", Open),
            (After(1), "dsuarez", Accept),
            (After(10), "dsuarez", Escalate("n2-sistemas", "El certificado del servidor de firma venció.")),
            (After(12), "fhenao", Assign("fhenao")),
            (
                After(30),
                "fhenao",
                Diagnose(
                    "Certificado vencido",
                    "El certificado del servidor de firma venció anoche; nadie recibió el aviso.",
                    "Renovarlo y vigilar su vencimiento en el monitoreo.",
                ),
            ),
            (After(4), "fhenao", Pause(PauseReason::ThirdParty, "La entidad certificadora emite el nuevo.")),
            (After(180), "fhenao", Resume),
            (
                After(20),
                "fhenao",
                Work(20, "Se instaló el certificado nuevo y se firmó un contrato de prueba."),
            ),
            (After(5), "fhenao", Effective),
            (
                After(2),
                "fhenao",
                Resolve("Certificado renovado por dos años; el vencimiento está en el monitoreo."),
            ),
            (Wall(35), "cpena", Satisfied(5, "Alcanzamos a firmar los cuatro.")),
        ],
        ..STORY
    },
];
