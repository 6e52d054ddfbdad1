//! What has just come in, what has just been opened, and what waits for its requester's word.

use crate::demo::cases::story::About::{Asset, Component, Service, System};
use crate::demo::cases::story::Deed::{Accept, Assign, Diagnose, Effective, Escalate, Open, Resolve, Work};
use crate::demo::cases::story::When::{After, Lately};
use crate::demo::cases::story::{HH, HM, LH, LL, LM, MH, ML, MM, STORY, Story, ago};
use contract::tickets::Channel::{Chat, Email, Phone, Portal};
use contract::tickets::Kind::{Incident, Request, Requirement};

pub(super) const STORIES: &[Story] = &[
    // Its hour is long over.
    Story {
        name: "anexos-en-blanco",
        ago: ago(0, 84),
        case: (Incident, Portal, MH),
        requester: "cpena",
        about: &[Service("soporte-de-sistema"), System("gestion-documental")],
        subject: "Gestión documental no abre los anexos",
        description: "Los radicados abren, pero los anexos salen en blanco. Vence un término hoy.",
        ..STORY
    },
    Story {
        name: "punto-para-impresora",
        ago: ago(0, 150),
        case: (Request, Portal, ML),
        requester: "lmoreno",
        about: &[Service("punto-de-red")],
        subject: "Punto de red para una impresora nueva",
        description: "La impresora llega el viernes; el punto más cercano está a ocho metros.",
        ..STORY
    },
    // Their time runs short.
    Story {
        name: "sin-telefono",
        ago: ago(0, 52),
        case: (Incident, Phone, LM),
        requester: "cpena",
        by: Some("dsuarez"),
        about: &[Service("telefonia"), Asset("TE-0310")],
        subject: "El teléfono no da tono",
        description: "Desde ayer la extensión 2310 no tiene tono.",
        ..STORY
    },
    Story {
        name: "cuenta-de-pasante",
        ago: ago(0, 101),
        case: (Request, Email, LM),
        requester: "supervisor",
        by: Some("agent"),
        about: &[Service("cuentas"), Component("directorio")],
        subject: "Cuenta para un pasante de la Oficina TIC",
        description: "Empieza el lunes; correo, carpeta del área y acceso a la intranet.",
        ..STORY
    },
    // A quarter of an hour until they do.
    Story {
        name: "escaner-de-archivo",
        ago: ago(0, 33),
        case: (Incident, Chat, MM),
        requester: "lmoreno",
        by: Some("dsuarez"),
        about: &[Service("impresora"), Asset("ES-0007")],
        subject: "El escáner de archivo deja rayas",
        description: "Todas las hojas salen con una raya gris vertical.",
        ..STORY
    },
    // Fresh.
    Story {
        name: "permiso-de-carpeta",
        ago: ago(0, 9),
        case: (Request, Portal, LL),
        about: &[Service("carpetas-compartidas")],
        subject: "Permiso para la carpeta de estudios de amenaza",
        description: "Necesito consultar los estudios de 2024; no necesito modificarlos.",
        ..STORY
    },
    Story {
        name: "sala-de-crisis",
        ago: ago(0, 4),
        case: (Incident, Portal, HH),
        requester: "jramirez",
        about: &[Service("red-local")],
        subject: "La sala de crisis está sin red",
        description: "Ningún equipo de la sala tiene red y hay alerta naranja por lluvias.",
        tags: &["lluvias"],
        ..STORY
    },
    // In attention.
    Story {
        name: "reinicios-del-portatil",
        ago: ago(0, 75),
        case: (Incident, Portal, LH),
        about: &[Service("soporte-de-equipo"), Asset("EQ-0412")],
        subject: "El portátil vuelve a apagarse",
        description: "Con la batería nueva se apaga al moverlo. Es el mismo equipo de la vez pasada.",
        follows: Some("portatil-no-enciende"),
        steps: &[(After(40), "agent", Open)],
        ..STORY
    },
    Story {
        name: "cuenta-de-contratista",
        ago: ago(0, 96),
        case: (Request, Email, LM),
        requester: "mquintero",
        by: Some("dsuarez"),
        about: &[Service("cuentas")],
        subject: "Cuenta para una contratista de auditoría",
        description: "Contrato hasta diciembre. Necesita correo y Gestión documental.",
        steps: &[(After(70), "dsuarez", Open)],
        ..STORY
    },
    Story {
        name: "campo-obligatorio",
        ago: ago(0, 118),
        case: (Requirement, Portal, LL),
        requester: "jramirez",
        about: &[Service("mejora-de-sistema"), System("gestion-del-riesgo")],
        subject: "Que la localidad sea obligatoria al registrar un evento",
        description: "Sin localidad los informes quedan incompletos.",
        steps: &[(After(82), "agent", Open)],
        ..STORY
    },
    // The solution waits for the requester's word.
    Story {
        name: "contrasena-de-nomina",
        ago: ago(0, 130),
        case: (Request, Phone, LH),
        by: Some("agent"),
        about: &[Service("contrasenas"), System("nomina")],
        subject: "No recuerda la contraseña de Nómina",
        description: "Necesita descargar el certificado de ingresos.",
        steps: &[
            (After(1), "agent", Open),
            (After(1), "agent", Accept),
            (Lately(112), "agent", Resolve("Se restableció la contraseña; al entrar pedirá una nueva.")),
        ],
        ..STORY
    },
    Story {
        name: "mapas-de-lluvia",
        ago: ago(1, 90),
        case: (Incident, Portal, HM),
        requester: "jramirez",
        about: &[Service("soporte-de-sistema"), System("visor-geografico")],
        subject: "El mapa de lluvia se quedó en la hora de ayer",
        description: "El visor muestra la lluvia acumulada hasta ayer a las seis de la tarde.",
        tags: &["lluvias"],
        steps: &[
            (After(8), "agent", Open),
            (After(2), "agent", Accept),
            (After(10), "agent", Escalate("n2-sistemas", "El proceso de carga no terminó anoche.")),
            (After(14), "specialist", Assign("specialist")),
            (
                After(55),
                "specialist",
                Diagnose(
                    "Proceso de carga detenido",
                    "La carga se detuvo por un archivo vacío que envió una estación.",
                    "Reanudar la carga y saltar los archivos vacíos.",
                ),
            ),
            (After(40), "specialist", Work(35, "Se reanudó la carga; los mapas están al día.")),
            (After(10), "specialist", Effective),
            (
                Lately(205),
                "specialist",
                Resolve("Mapas al día. La carga ya no se detiene por archivos vacíos."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "impresora-predeterminada",
        ago: ago(0, 240),
        case: (Incident, Portal, LL),
        requester: "mquintero",
        about: &[Service("impresora"), Asset("EQ-0402")],
        subject: "Todo sale por la impresora de otro piso",
        description: "Al imprimir sale en el piso 2 y yo estoy en el 5.",
        steps: &[
            (After(30), "dsuarez", Open),
            (After(2), "dsuarez", Accept),
            (
                After(15),
                "dsuarez",
                Diagnose(
                    "Impresora predeterminada equivocada",
                    "Tras el cambio de puesto quedó la impresora anterior.",
                    "Cambiar la predeterminada.",
                ),
            ),
            (Lately(170), "dsuarez", Resolve("La impresora del piso 5 es ahora la predeterminada.")),
        ],
        ..STORY
    },
];
