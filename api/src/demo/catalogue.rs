//! What the demo's desk can be asked for, and what it looks after.

use super::people::People;
use crate::catalog::{self, NewService};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::ProjectId;
use contract::tickets::Kind::{self, Change, Incident, Request, Requirement};
use std::collections::HashMap;

/// Key, name, the kind of ticket it usually gives, whether the OTI must authorise it, description.
type Service = (&'static str, &'static str, Kind, bool, &'static str);

/// The shelves of the catalogue of services. Moving, installing and removing equipment or software,
/// and removing seals, need the OTI's decision (TC-PD-15 §5).
const SERVICES: &[(&str, &[Service])] = &[
    ("Correo y colaboración", MAIL),
    ("Cuentas y accesos", ACCOUNTS),
    ("Equipos de cómputo", EQUIPMENT),
    ("Impresión", PRINTING),
    ("Red e internet", NETWORK),
    ("Sistemas de información", SYSTEM_SUPPORT),
    ("Software", SOFTWARE),
];

const MAIL: &[Service] = &[
    ("correo", "Correo electrónico", Request, false, "Crear, modificar o recuperar un buzón y sus listas."),
    ("carpetas-compartidas", "Carpetas compartidas", Request, false, "Crear una carpeta o dar permisos."),
    ("videoconferencia", "Videoconferencia y salas", Request, false, "Preparar una reunión o una sala."),
];

const ACCOUNTS: &[Service] = &[
    ("cuentas", "Cuentas de usuario", Request, false, "Crear, cambiar o retirar la cuenta de una persona."),
    ("contrasenas", "Contraseñas", Request, false, "Restablecer una contraseña o desbloquear una cuenta."),
    ("acceso-a-sistemas", "Acceso a sistemas", Request, false, "Dar o quitar permisos en un sistema."),
    ("vpn", "Acceso remoto (VPN)", Request, false, "Trabajar desde fuera de la entidad con conexión segura."),
];

const EQUIPMENT: &[Service] = &[
    ("soporte-de-equipo", "Soporte de equipo", Incident, false, "Un equipo, pantalla o accesorio que falla."),
    ("prestamo-de-equipo", "Préstamo de equipo", Request, false, "Un equipo mientras el suyo se repara."),
    ("instalacion-de-equipo", "Instalación de equipo", Request, true, "Instalar o ampliar un equipo."),
    ("traslado-de-equipo", "Traslado de equipo", Request, true, "Mover un equipo a otro puesto o sede."),
    ("retiro-de-equipo", "Retiro de equipo", Request, true, "Desinstalar un equipo y devolverlo al almacén."),
    ("retiro-de-sellos", "Retiro de sellos", Request, true, "Abrir un equipo que tiene sellos de seguridad."),
];

const PRINTING: &[Service] = &[
    ("impresora", "Impresoras y escáneres", Incident, false, "Una impresora o un escáner que falla."),
    ("consumibles", "Tóner y consumibles", Request, false, "Cambiar el tóner u otro consumible."),
];

const NETWORK: &[Service] = &[
    ("red-local", "Red e internet por cable", Incident, false, "Un puesto, un piso o una sede sin red."),
    ("wifi", "Red inalámbrica", Incident, false, "No hay señal, se cae, o un invitado la necesita."),
    ("punto-de-red", "Punto de red nuevo", Request, true, "Instalar un punto de red o de teléfono."),
    ("telefonia", "Telefonía", Incident, false, "Una extensión que no funciona o debe cambiar."),
];

const SYSTEM_SUPPORT: &[Service] = &[
    ("soporte-de-sistema", "Soporte de sistemas", Incident, false, "Un sistema que falla o responde mal."),
    ("mejora-de-sistema", "Mejora de sistemas", Requirement, false, "Una capacidad nueva en un sistema."),
    ("puesta-en-produccion", "Puesta en producción", Change, true, "Pasar una versión a producción."),
];

const SOFTWARE: &[Service] = &[
    ("instalacion-de-software", "Instalación de software", Request, true, "Instalar un programa."),
    ("desinstalacion-de-software", "Retiro de software", Request, true, "Desinstalar un programa."),
    ("seguridad", "Virus y correos sospechosos", Incident, false, "Un mensaje o programa malicioso."),
];

/// Key, name, category.
const SYSTEMS: &[(&str, &str, &str)] = &[
    ("gestion-del-riesgo", "Información de gestión del riesgo", "Misional"),
    ("monitoreo", "Monitoreo hidrometeorológico", "Misional"),
    ("visor-geografico", "Visor geográfico", "Misional"),
    ("gestion-documental", "Gestión documental", "Apoyo"),
    ("nomina", "Nómina y talento humano", "Apoyo"),
    ("contratacion", "Contratación", "Apoyo"),
    ("almacen", "Almacén e inventarios", "Apoyo"),
    ("portal-web", "Portal web e intranet", "Comunicaciones"),
];

/// Key, name, category, and the system it belongs to; none when it serves all.
const COMPONENTS: &[(&str, &str, &str, Option<&str>)] = &[
    ("servidor-de-aplicaciones", "Servidor de aplicaciones", "Hardware", Some("gestion-del-riesgo")),
    ("base-de-datos-misional", "Base de datos misional", "Software", Some("gestion-del-riesgo")),
    ("servicio-de-mapas", "Servicio de mapas", "Software", Some("visor-geografico")),
    ("estaciones", "Estaciones de telemetría", "Hardware", Some("monitoreo")),
    ("archivo-digital", "Archivo digital", "Software", Some("gestion-documental")),
    ("servicio-de-correo", "Servicio de correo", "Software", None),
    ("directorio", "Directorio de usuarios", "Software", None),
    ("switch-piso-3", "Switch de acceso del piso 3", "Red", None),
    ("cortafuegos", "Cortafuegos perimetral", "Red", None),
    ("enlace-principal", "Enlace de internet principal", "Red", None),
    ("planta-telefonica", "Planta telefónica", "Red", None),
    ("wifi-auditorio", "Punto wifi del auditorio", "Red", None),
];

/// Tag, name, category, and the user name of whoever is in charge of it.
const ASSETS: &[(&str, &str, &str, Option<&str>)] = &[
    ("EQ-0401", "Lenovo ThinkCentre M70s", "Computador de escritorio", Some("lmoreno")),
    ("EQ-0402", "Lenovo ThinkCentre M70s", "Computador de escritorio", Some("mquintero")),
    ("EQ-0405", "HP ProDesk 400 G7", "Computador de escritorio", Some("cpena")),
    ("EQ-0409", "HP ProDesk 400 G7", "Computador de escritorio", Some("jramirez")),
    ("EQ-0412", "Dell Latitude 5440", "Computador portátil", Some("requester")),
    ("EQ-0413", "Dell Latitude 5440", "Computador portátil", Some("jramirez")),
    ("EQ-0414", "Dell Latitude 5440", "Computador portátil", Some("supervisor")),
    ("EQ-0420", "Dell Precision 3660", "Estación de trabajo", Some("requester")),
    ("EQ-0421", "Dell Precision 3660", "Estación de trabajo", Some("fhenao")),
    ("EQ-0430", "Lenovo ThinkPad T14", "Computador portátil", Some("specialist")),
    ("EQ-0431", "Lenovo ThinkPad T14", "Computador portátil", Some("agent")),
    ("EQ-0432", "Lenovo ThinkPad T14", "Computador portátil", Some("dsuarez")),
    ("EQ-0433", "Lenovo ThinkPad T14", "Computador portátil", Some("admin")),
    ("PR-0003", "HP ProBook 440 G9", "Equipo de préstamo", None),
    ("PR-0004", "HP ProBook 440 G9", "Equipo de préstamo", None),
    ("MO-0117", "Dell P2423, 24 pulgadas", "Pantalla", Some("requester")),
    ("IM-0021", "Ricoh IM C3000, piso 3", "Impresora", None),
    ("IM-0022", "HP LaserJet M507, piso 2", "Impresora", None),
    ("ES-0007", "Fujitsu fi-7160, archivo", "Escáner", Some("lmoreno")),
    ("TE-0310", "Yealink T31P", "Teléfono", Some("cpena")),
    ("VB-0005", "Epson PowerLite, auditorio", "Videoproyector", None),
];

/// Makes the catalogues.
pub(super) fn create(connection: &mut DbConnection, project: ProjectId, people: &People) -> Result<()> {
    for (category, services) in SERVICES {
        for (key, name, kind, needs_authorisation, description) in *services {
            let (kind, needs_authorisation) = (*kind, *needs_authorisation);
            let service = NewService { key, name, category, description, kind, needs_authorisation };
            catalog::create_service(connection, project, &service)?;
        }
    }
    let mut systems = HashMap::new();
    for (key, name, category) in SYSTEMS {
        systems.insert(*key, catalog::create_information_system(connection, project, key, name, category)?);
    }
    for (key, name, category, system) in COMPONENTS {
        let system = system.map(|system| systems[system]);
        catalog::create_component(connection, project, key, name, category, system)?;
    }
    for (tag, name, category, holder) in ASSETS {
        let holder = holder.map(|holder| people[holder]);
        catalog::create_asset(connection, project, tag, name, category, holder)?;
    }
    Ok(())
}
