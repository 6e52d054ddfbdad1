//! What ended otherwise: by silence, rejected, redirected, cancelled, or as a duplicate.

use crate::demo::cases::story::About::{Asset, Service, System};
use crate::demo::cases::story::Deed::{
    Accept, Cancel, Close, Diagnose, Open, Pause, Redirect, Reject, Resolve, Resume, Satisfied, Say, Work,
};
use crate::demo::cases::story::When::{After, Wall};
use crate::demo::cases::story::{HM, LL, LM, ML, MM, STORY, Story, ago};
use contract::tickets::Channel::{Email, Phone, Portal};
use contract::tickets::CloseReason;
use contract::tickets::Kind::{Incident, Request};
use contract::tickets::PauseReason;

pub(super) const STORIES: &[Story] = &[
    Story {
        name: "instalar-qgis",
        ago: ago(17, 350),
        case: (Request, Portal, LM),
        requester: "jramirez",
        about: &[Service("instalacion-de-software"), Asset("EQ-0413")],
        subject: "Instalar QGIS en el portátil de campo",
        description: "Para cargar los polígonos de afectación desde el sitio de la emergencia.",
        steps: &[
            (After(38), "agent", Open),
            (After(2), "agent", Accept),
            (After(5), "agent", Pause(PauseReason::Authorisation, "La instalación la autoriza la OTI.")),
            (After(140), "supervisor", Say("Autorizado: es software libre y está en la lista aprobada.")),
            (After(10), "agent", Resume),
            (After(45), "agent", Resolve("QGIS instalado por administración remota y probado con una capa.")),
            // Silence has closed it two days after; the survey stays open for fifteen.
            (Wall(6100), "jramirez", Satisfied(4, "Estaba en terreno y no había visto el correo.")),
        ],
        ..STORY
    },
    Story {
        name: "toner-piso-2",
        ago: ago(14, 90),
        case: (Request, Phone, ML),
        requester: "lmoreno",
        by: Some("dsuarez"),
        about: &[Service("consumibles"), Asset("IM-0022")],
        subject: "Cambio de tóner en la impresora del piso 2",
        description: "La impresora avisa que queda menos del 5 %.",
        steps: &[
            (After(2), "dsuarez", Open),
            (After(1), "dsuarez", Accept),
            (After(70), "dsuarez", Resolve("Tóner cambiado; queda uno de repuesto en el almacén del piso.")),
        ],
        ..STORY
    },
    Story {
        name: "equipo-lento",
        ago: ago(9, 330),
        case: (Incident, Portal, LM),
        about: &[Service("soporte-de-equipo"), Asset("EQ-0420")],
        subject: "La estación de trabajo está muy lenta",
        description: "Tarda diez minutos en iniciar y se congela al abrir modelos de lluvia.",
        steps: &[
            (After(51), "agent", Open),
            (After(4), "agent", Accept),
            (
                After(65),
                "agent",
                Diagnose(
                    "Disco casi lleno",
                    "Queda 1 % libre; los temporales de los modelos ocupan 400 GB.",
                    "Pasar los temporales al disco de datos.",
                ),
            ),
            (After(90), "agent", Work(40, "Se movieron 400 GB de temporales y se cambió su carpeta.")),
            (After(5), "agent", Resolve("Los temporales van al disco de datos; inicia en 40 segundos.")),
        ],
        ..STORY
    },
    Story {
        name: "carpeta-de-juridica",
        ago: ago(8, 180),
        case: (Request, Email, LM),
        requester: "cpena",
        by: Some("agent"),
        about: &[Service("carpetas-compartidas")],
        subject: "Carpeta para el equipo de tutelas",
        description: "Una carpeta que vean solo las cuatro abogadas del equipo.",
        steps: &[
            (After(26), "agent", Open),
            (After(2), "agent", Accept),
            (After(35), "agent", Resolve("Carpeta «Tutelas» creada, con permiso para las cuatro abogadas.")),
        ],
        ..STORY
    },
    Story {
        name: "silla-danada",
        ago: ago(20, 60),
        case: (Request, Email, LL),
        requester: "mquintero",
        by: Some("dsuarez"),
        subject: "Cambio de la silla de mi puesto",
        description: "La silla no sube ni baja y ya tengo dolor de espalda.",
        steps: &[
            (After(17), "dsuarez", Open),
            (
                After(3),
                "dsuarez",
                Redirect(
                    "Gestión Administrativa",
                    "El mobiliario lo atiende Gestión Administrativa; les pasamos su caso con los datos.",
                ),
            ),
        ],
        ..STORY
    },
    Story {
        name: "carne-de-ingreso",
        ago: ago(5, 250),
        case: (Request, Portal, LM),
        subject: "Reposición del carné de ingreso",
        description: "Perdí el carné y debo pedir la puerta cada vez.",
        steps: &[
            (After(31), "agent", Open),
            (
                After(2),
                "agent",
                Redirect("Talento Humano", "Los carnés los expide Talento Humano; ya tienen su solicitud."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "celular-personal",
        ago: ago(12, 520),
        case: (Request, Phone, LL),
        requester: "lmoreno",
        by: Some("agent"),
        subject: "Arreglar el celular personal",
        description: "El celular no carga; pide que se lo revisen en la mesa.",
        steps: &[
            (After(2), "agent", Open),
            (
                After(2),
                "agent",
                Reject("La mesa solo atiende equipos de la entidad. Puede acudir a la garantía."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "pantalla-parpadea",
        ago: ago(9, 45),
        case: (Incident, Portal, LM),
        about: &[Service("soporte-de-equipo"), Asset("MO-0117")],
        subject: "La pantalla parpadea",
        description: "Se apaga y se enciende cada pocos segundos.",
        steps: &[(After(13), "requester", Cancel("Era el cable, que estaba flojo. Ya funciona."))],
        ..STORY
    },
    Story {
        name: "proyector-del-auditorio",
        ago: ago(6, 140),
        case: (Request, Portal, ML),
        requester: "cpena",
        about: &[Service("videoconferencia"), Asset("VB-0005")],
        subject: "Videoproyector para el seminario del viernes",
        description: "El seminario es en el auditorio, de nueve a doce.",
        steps: &[
            (After(44), "agent", Open),
            (After(3), "agent", Accept),
            (After(200), "cpena", Say("El seminario se aplazó; ya no se necesita.")),
            (
                After(15),
                "admin",
                Close(CloseReason::Cancelled, "El seminario se aplazó, según la solicitante."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "visor-no-carga",
        ago: ago(21, 240),
        case: (Incident, Portal, MM),
        requester: "mquintero",
        about: &[Service("soporte-de-sistema"), System("visor-geografico")],
        subject: "El visor no muestra el mapa de inundación",
        description: "Se queda en «cargando» y no aparece nada.",
        steps: &[
            (After(28), "dsuarez", Open),
            (
                After(4),
                "admin",
                Close(CloseReason::Duplicate, "Es la falla del visor que ya atienden los especialistas."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "correo-masivo",
        ago: ago(2, 480),
        case: (Request, Portal, HM),
        requester: "mquintero",
        about: &[Service("correo")],
        subject: "Enviar una encuesta a todos los funcionarios",
        description: "Que salga hoy, desde el correo de Control Interno.",
        steps: &[
            (After(58), "dsuarez", Open),
            (
                After(5),
                "dsuarez",
                Redirect(
                    "Comunicaciones",
                    "Los envíos a toda la entidad los aprueba y programa Comunicaciones.",
                ),
            ),
        ],
        ..STORY
    },
];
