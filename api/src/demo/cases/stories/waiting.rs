//! What waits: for its requester, a third party, parts, or the OTI's decision.

use crate::demo::cases::story::About::{Asset, Component, Service, System};
use crate::demo::cases::story::Deed::{
    Accept, Assign, Classify, Diagnose, Escalate, Note, Open, Pause, PauseFor, Say, Work,
};
use crate::demo::cases::story::When::After;
use crate::demo::cases::story::{HM, LH, LL, LM, MM, STORY, Story, ago};
use contract::tickets::Channel::{Email, Portal, WalkIn};
use contract::tickets::Kind::{Incident, Request};
use contract::tickets::PauseReason;

pub(super) const STORIES: &[Story] = &[
    Story {
        name: "permiso-de-contratacion",
        ago: ago(3, 400),
        case: (Request, Email, LM),
        requester: "cpena",
        by: Some("agent"),
        about: &[Service("acceso-a-sistemas"), System("contratacion")],
        subject: "Acceso a Contratación para una persona nueva",
        description: "Ingresa la próxima semana y debe revisar estudios previos.",
        steps: &[
            (After(48), "agent", Open),
            (After(3), "agent", Accept),
            (
                After(10),
                "agent",
                Pause(PauseReason::Requester, "¿Con qué perfil: consulta, abogado o supervisor?"),
            ),
        ],
        ..STORY
    },
    Story {
        name: "disco-con-ruido",
        ago: ago(5, 130),
        case: (Incident, WalkIn, LM),
        requester: "jramirez",
        by: Some("agent"),
        about: &[Service("soporte-de-equipo"), Asset("EQ-0409")],
        subject: "El disco hace ruido y el equipo se congela",
        description: "Suena como un golpe y el equipo queda quieto un minuto.",
        steps: &[
            (After(2), "agent", Open),
            (After(1), "agent", Accept),
            (After(5), "agent", Classify(LH)),
            (
                After(80),
                "agent",
                Diagnose(
                    "Disco a punto de fallar",
                    "El diagnóstico cuenta 210 sectores reasignados, en aumento.",
                    "Copiar los datos hoy mismo y cambiar el disco.",
                ),
            ),
            (After(120), "agent", Work(60, "Se copiaron los datos a un disco externo y se verificaron.")),
            (
                After(10),
                "agent",
                PauseFor(4200, PauseReason::Parts, "El disco está pedido; llega la semana entrante."),
            ),
            (After(300), "jramirez", Say("Mientras tanto uso el portátil, no hay problema.")),
        ],
        ..STORY
    },
    Story {
        name: "estaciones-sin-datos",
        ago: ago(6, 350),
        case: (Incident, Portal, HM),
        requester: "jramirez",
        about: &[Service("soporte-de-sistema"), System("monitoreo"), Component("estaciones")],
        subject: "Dos estaciones de lluvia no envían datos",
        description: "Las estaciones de la cuenca alta no reportan desde ayer en la noche.",
        tags: &["lluvias"],
        steps: &[
            (After(12), "agent", Open),
            (After(2), "agent", Accept),
            (After(6), "agent", Escalate("n2-infraestructura", "Telemetría: la atiende infraestructura.")),
            (After(10), "specialist", Assign("specialist")),
            (
                After(130),
                "specialist",
                Diagnose(
                    "Sin servicio del operador celular",
                    "Las dos estaciones tienen energía, pero la antena de la zona está fuera de servicio.",
                    "Esperar al operador; si pasan tres días, usar el enlace satelital.",
                ),
            ),
            (After(5), "specialist", Pause(PauseReason::ThirdParty, "Caso abierto con el operador celular.")),
            (After(400), "specialist", Note("El operador calcula tres días por acceso difícil a la antena.")),
        ],
        ..STORY
    },
    Story {
        name: "programa-de-dibujo",
        ago: ago(2, 260),
        case: (Request, Portal, LM),
        about: &[Service("instalacion-de-software"), Asset("EQ-0420")],
        subject: "Instalar el programa de dibujo técnico",
        description: "Para revisar los planos de obras de mitigación. La entidad tiene licencias libres.",
        steps: &[
            (After(39), "agent", Open),
            (After(3), "agent", Accept),
            (After(6), "agent", Note("Hay dos licencias disponibles.")),
            (After(2), "agent", Pause(PauseReason::Authorisation, "La instalación la autoriza la OTI.")),
        ],
        ..STORY
    },
    Story {
        name: "retiro-de-computador",
        ago: ago(4, 100),
        case: (Request, Portal, LL),
        requester: "lmoreno",
        about: &[Service("retiro-de-equipo"), Asset("EQ-0401")],
        subject: "Retirar el computador del puesto vacante",
        description: "El puesto 2-08 quedó vacante; devolver el equipo al almacén.",
        steps: &[
            (After(102), "dsuarez", Open),
            (After(4), "dsuarez", Accept),
            (
                After(10),
                "dsuarez",
                Pause(PauseReason::Authorisation, "El retiro de equipos lo autoriza la OTI."),
            ),
        ],
        ..STORY
    },
    Story {
        name: "listas-de-distribucion",
        ago: ago(1, 60),
        case: (Request, Portal, MM),
        requester: "mquintero",
        about: &[Service("correo"), Component("directorio")],
        subject: "Actualizar la lista de enlaces de control",
        description: "Hay personas que ya no trabajan en la entidad.",
        steps: &[
            (After(20), "agent", Open),
            (After(2), "agent", Accept),
            (
                After(15),
                "agent",
                Pause(PauseReason::Requester, "¿Nos envía la lista con los nombres vigentes?"),
            ),
        ],
        ..STORY
    },
];
