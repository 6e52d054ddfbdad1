//! What is being analysed and worked on, at each level.

use crate::demo::cases::story::About::{Asset, Component, Service, System};
use crate::demo::cases::story::Deed::{
    Accept, Assign, Classify, Diagnose, Escalate, NotSolved, Note, Open, Resolve, Say, Work,
};
use crate::demo::cases::story::When::{After, Wall};
use crate::demo::cases::story::{HH, HL, HM, LH, LM, MH, ML, MM, STORY, Story, ago};
use contract::tickets::Channel::{Chat, Monitoring, Phone, Portal};
use contract::tickets::Kind::{Change, Incident, Problem, Request, Requirement};

pub(super) const STORIES: &[Story] = &[
    Story {
        name: "firma-digital",
        ago: ago(1, 200),
        case: (Request, Portal, LM),
        requester: "mquintero",
        about: &[Service("acceso-a-sistemas"), System("gestion-documental")],
        subject: "Habilitar mi firma en Gestión documental",
        description: "Desde este mes firmo los informes de auditoría.",
        steps: &[
            (After(41), "agent", Open),
            (After(3), "agent", Accept),
            (After(30), "agent", Note("Falta confirmar con Contratación que el certificado está vigente.")),
        ],
        ..STORY
    },
    Story {
        name: "vpn-lenta",
        ago: ago(1, 420),
        case: (Incident, Portal, LH),
        about: &[Service("vpn"), Component("cortafuegos"), Asset("EQ-0412")],
        subject: "La VPN se desconecta cada diez minutos",
        description: "Trabajando desde casa se cae cada diez minutos; el internet de la casa está bien.",
        steps: &[
            (After(22), "agent", Open),
            (After(2), "agent", Accept),
            (After(8), "agent", Say("Ana María, ¿le pasa también con la red del celular?")),
            (After(50), "requester", Say("Con el celular no se cae. Solo con el wifi de la casa.")),
            (
                After(60),
                "agent",
                Diagnose(
                    "Ahorro de energía del wifi",
                    "El adaptador se suspende a los diez minutos de poca actividad.",
                    "Desactivar el ahorro de energía y probar un día.",
                ),
            ),
            (After(25), "agent", Work(20, "Se desactivó el ahorro de energía del adaptador en remoto.")),
        ],
        ..STORY
    },
    Story {
        name: "error-al-guardar",
        ago: ago(2, 130),
        case: (Incident, Portal, MM),
        about: &[
            Service("soporte-de-sistema"),
            System("gestion-del-riesgo"),
            Component("servidor-de-aplicaciones"),
        ],
        subject: "Error 500 al guardar un evento con fotos",
        description: "Con más de cinco fotos aparece «error 500» y se pierde lo digitado.",
        steps: &[
            (After(35), "agent", Open),
            (After(3), "agent", Accept),
            (After(4), "agent", Classify(HM)),
            (After(50), "agent", Escalate("n2-sistemas", "Se reproduce siempre con seis fotos o más.")),
            (
                After(45),
                "fhenao",
                Note("En la bitácora: la petición supera el tamaño que admite el servidor."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "indicador-de-respuesta",
        ago: ago(8, 460),
        case: (Requirement, Portal, ML),
        requester: "jramirez",
        about: &[Service("mejora-de-sistema"), System("gestion-del-riesgo")],
        subject: "Indicador de tiempo de respuesta por localidad",
        description: "Se necesita en el tablero de emergencias, con corte diario.",
        steps: &[
            (After(85), "dsuarez", Open),
            (After(5), "dsuarez", Accept),
            (After(30), "dsuarez", Escalate("n2-sistemas", "Requiere desarrollo en el tablero.")),
            (After(400), "fhenao", Assign("fhenao")),
            (After(90), "fhenao", Say("¿La localidad es la del evento o la de la estación que responde?")),
            (After(300), "jramirez", Say("La del evento.")),
        ],
        ..STORY
    },
    Story {
        name: "fallas-de-switches",
        ago: ago(9, 260),
        case: (Problem, Portal, HL),
        requester: "specialist",
        about: &[Service("red-local"), Component("switch-piso-3")],
        subject: "Fuentes de switch que fallan: tercera en el año",
        description: "Tres switches del mismo lote perdieron la fuente. Hay que hallar la causa común.",
        tags: &["piso 3", "causa raíz"],
        steps: &[
            (After(28), "agent", Open),
            (After(2), "agent", Accept),
            (After(5), "agent", Escalate("n2-infraestructura", "Análisis de causa para infraestructura.")),
            (After(15), "specialist", Assign("specialist")),
            (
                After(700),
                "specialist",
                Diagnose(
                    "Picos de tensión en los gabinetes",
                    "Las tres fuentes fallaron después de cortes; los gabinetes no tienen regulador.",
                    "Medir la tensión dos semanas, cotizar reguladores, cambiar el lote.",
                ),
            ),
            (After(600), "specialist", Work(90, "Se instalaron registradores de tensión en dos gabinetes.")),
            (After(900), "specialist", Work(30, "Primera lectura: dos picos de 148 V en cuatro días.")),
        ],
        ..STORY
    },
    Story {
        name: "migracion-de-correo",
        ago: ago(7, 210),
        case: (Change, Portal, HM),
        requester: "supervisor",
        about: &[Service("puesta-en-produccion"), Component("servicio-de-correo")],
        subject: "Migrar los buzones de la Subdirección Corporativa",
        description: "38 buzones al servicio nuevo. Ventana: sábado de 8:00 a 12:00. Regreso: reenvío.",
        tags: &["migración"],
        steps: &[
            (After(95), "agent", Open),
            (After(10), "agent", Accept),
            (After(20), "agent", Escalate("n2-infraestructura", "Lo ejecuta infraestructura.")),
            (After(35), "specialist", Assign("specialist")),
            (
                After(400),
                "specialist",
                Diagnose(
                    "Cambio planeado",
                    "Riesgo medio: los calendarios compartidos pueden perder permisos.",
                    "Piloto con cinco buzones, luego el resto; regreso por reenvío en diez minutos.",
                ),
            ),
            (
                After(800),
                "specialist",
                Work(120, "Piloto con cinco buzones: correcto, un permiso por corregir."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "impresora-sin-escaner",
        ago: ago(2, 540),
        case: (Incident, Chat, MM),
        requester: "lmoreno",
        by: Some("agent"),
        about: &[Service("impresora"), Asset("IM-0021")],
        subject: "La impresora del piso 3 no escanea a la carpeta",
        description: "Imprime bien, pero al escanear dice «destino no disponible».",
        steps: &[
            (After(3), "agent", Open),
            (After(1), "agent", Accept),
            (
                After(30),
                "agent",
                Diagnose(
                    "Contraseña del servicio vencida",
                    "La cuenta con la que escanea tenía la contraseña vencida.",
                    "Renovar la contraseña en la impresora.",
                ),
            ),
            (After(20), "agent", Work(15, "Se renovó la contraseña y se escaneó una hoja.")),
            (After(2), "agent", Resolve("Se renovó la contraseña del servicio de escaneo.")),
            (Wall(300), "lmoreno", NotSolved(2, "Escanea una hoja, pero con más de diez vuelve a fallar.")),
        ],
        ..STORY
    },
    Story {
        name: "sede-alterna",
        ago: ago(3, 90),
        case: (Incident, Monitoring, HH),
        requester: "specialist",
        by: Some("admin"),
        about: &[Service("red-local"), Component("enlace-principal")],
        subject: "Pérdida de paquetes hacia la sede alterna",
        description: "El monitoreo mide 12 % de pérdida desde la madrugada.",
        tags: &["monitoreo"],
        steps: &[
            (After(4), "dsuarez", Open),
            (After(1), "dsuarez", Accept),
            (After(6), "dsuarez", Escalate("n2-infraestructura", "Alerta del monitoreo.")),
            (After(15), "specialist", Assign("specialist")),
            (
                After(60),
                "specialist",
                Escalate("n3-redes-y-soluciones", "La pérdida empieza en su segundo salto."),
            ),
            (After(30), "provider", Say("Recibido. Revisamos el anillo norte y avisamos.")),
        ],
        ..STORY
    },
    Story {
        name: "telefonia-intermitente",
        ago: ago(4, 470),
        case: (Incident, Phone, MH),
        requester: "jramirez",
        by: Some("agent"),
        about: &[Service("telefonia"), Component("planta-telefonica")],
        subject: "Las llamadas de la línea de emergencias se cortan",
        description: "Cerca de una de cada diez llamadas se corta al minuto.",
        steps: &[
            (After(2), "agent", Open),
            (After(1), "agent", Accept),
            (After(8), "agent", Escalate("n2-infraestructura", "Afecta la línea de emergencias.")),
            (After(5), "specialist", Assign("specialist")),
            (
                After(70),
                "specialist",
                Escalate("n3-redes-y-soluciones", "La planta está bien; es la troncal."),
            ),
            (After(20), "provider", Assign("provider")),
            (
                After(240),
                "provider",
                Diagnose(
                    "Tarjeta de la troncal con errores",
                    "La tarjeta 2 reporta errores de sincronía cada pocos minutos.",
                    "Pasar las llamadas a la tarjeta 1 y cambiar la 2 en la noche.",
                ),
            ),
            (After(60), "provider", Work(45, "Llamadas por la tarjeta 1; sin cortes en la última hora.")),
            (After(30), "specialist", Note("Confirmado con la sala: en dos horas no hubo cortes.")),
        ],
        ..STORY
    },
    Story {
        name: "cableado-suelto",
        ago: ago(3, 320),
        case: (Request, Portal, LM),
        requester: "mquintero",
        about: &[Service("soporte-de-equipo"), Asset("EQ-0402")],
        subject: "Ordenar el cableado del puesto",
        description: "Los cables quedan donde uno pone los pies.",
        steps: &[
            (After(66), "dsuarez", Open),
            (After(2), "dsuarez", Accept),
            (
                After(200),
                "dsuarez",
                Diagnose(
                    "Faltan canaletas",
                    "El puesto no tiene canaleta desde la reorganización.",
                    "Instalar una canaleta y amarrar los cables.",
                ),
            ),
        ],
        ..STORY
    },
];
