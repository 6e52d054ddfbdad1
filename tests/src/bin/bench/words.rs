//! The words of an IT office's cases: enough of them, and often enough together, that searching
//! finds few cases by some and many by others, as people's words do.

/// Numbers that look random and are the same in every run (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 11).unwrap_or(0) % end
    }

    pub fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

const TROUBLES: &[&str] = &[
    "No funciona",
    "No enciende",
    "Se bloquea",
    "Falla intermitente en",
    "Error al abrir",
    "Lentitud en",
    "Sin acceso a",
    "No responde",
    "Mensaje de error en",
    "Se apaga",
    "Ruido extraño en",
    "Pantalla negra en",
    "Solicitud de instalación de",
    "Solicitud de traslado de",
    "Permisos para",
    "Actualización de",
    "Configuración de",
    "Restablecer la contraseña de",
    "Pérdida de datos en",
    "Certificado vencido en",
    "Alerta de seguridad en",
    "Virus detectado en",
    "Capacitación sobre",
    "Consulta sobre",
    "Revisión de",
    "Mantenimiento de",
    "Reemplazo de",
    "Desconexión de",
    "Sincronización de",
    "Copia de seguridad de",
];

const THINGS: &[&str] = &[
    "la impresora",
    "el computador portátil",
    "el escáner",
    "el monitor",
    "el teclado",
    "el ratón",
    "el teléfono",
    "la red inalámbrica",
    "el correo electrónico",
    "la carpeta compartida",
    "el servidor",
    "la base de datos",
    "el videoproyector",
    "la cámara",
    "la diadema",
    "el antivirus",
    "la VPN",
    "la firma digital",
    "el navegador",
    "la intranet",
    "el sistema de nómina",
    "el sistema de información",
    "el aplicativo Orfeo",
    "el aplicativo SIRE",
    "el aplicativo de presupuesto",
    "la hoja de cálculo",
    "el procesador de texto",
    "el calendario",
    "la reunión virtual",
    "el punto de red",
    "el conmutador",
    "la planta telefónica",
    "el disco duro",
    "la memoria",
    "la batería",
    "el cargador",
    "la licencia",
    "el formulario web",
    "el geoportal",
    "la estación meteorológica",
    "el radio de comunicaciones",
    "el tablero de control",
];

const PLACES: &[&str] = &[
    "del piso 1",
    "del piso 2",
    "del piso 3",
    "del piso 4",
    "de la bodega",
    "de la recepción",
    "de la sala de juntas",
    "del auditorio",
    "del archivo central",
    "de la sala de crisis",
    "de la Oficina Jurídica",
    "de la Subdirección Corporativa",
    "de Control Interno",
    "de Contratación",
    "de Talento Humano",
    "de Tesorería",
    "de Almacén",
    "de Comunicaciones",
    "de Emergencias",
    "de Análisis de Riesgos",
    "de Planeación",
    "de la sede norte",
    "de la sede sur",
    "del centro logístico",
];

const DETAILS: &[&str] = &[
    "Empezó esta mañana después de la actualización.",
    "Ocurre varias veces al día.",
    "Ya reinicié el equipo y sigue igual.",
    "Otros compañeros tienen el mismo inconveniente.",
    "Lo necesito para entregar un informe urgente.",
    "Aparece el código de error en una ventana azul.",
    "Ayer funcionaba sin novedad.",
    "La garantía del fabricante sigue vigente.",
    "El usuario está en teletrabajo los martes.",
    "Adjunto una captura de la pantalla.",
    "Se requiere visita en sitio antes del mediodía.",
    "No hay conexión por cable ni por aire.",
    "El contratista terminó y entregó sus accesos.",
    "Hay una audiencia pública programada.",
    "Se perdió el trabajo de toda la semana.",
    "El proveedor ya fue informado por teléfono.",
    "La batería dura menos de una hora.",
    "Al imprimir salen hojas en blanco.",
    "El correo rebota con un aviso de buzón lleno.",
    "Pide credenciales una y otra vez.",
    "La página carga pero sin los estilos.",
    "El reporte mensual sale incompleto.",
    "Falta el tóner y el repuesto está agotado.",
    "El ascensor impide llevar el equipo pesado.",
    "La temporada de lluvias exige el sistema disponible.",
    "El simulacro distrital es la próxima semana.",
];

/// What people type into the search box.
pub const SOUGHT: &[&str] = &[
    "impresora",
    "contraseña",
    "correo",
    "vpn",
    "nómina",
    "orfeo",
    "antivirus",
    "tóner",
    "audiencia",
    "geoportal",
    "batería",
    "licencia",
    "monitor",
    "tesorería",
    "simulacro",
    "certificado",
    "bodega",
    "radio",
    "firma",
    "escáner",
    "garantía",
    "teletrabajo",
    "auditorio",
    "planeacion",
    "telefono",
];

const FIRST_NAMES: &[&str] = &[
    "Ana", "Luis", "Marta", "Jorge", "Claudia", "Felipe", "Diana", "Óscar", "Sofía", "Camilo", "Paula",
    "Andrés", "Natalia", "Germán", "Adriana", "Héctor", "Liliana", "Iván", "Yolanda", "Mauricio",
];

const LAST_NAMES: &[&str] = &[
    "Rojas",
    "Moreno",
    "Peña",
    "Ramírez",
    "Quintero",
    "Suárez",
    "Henao",
    "Torres",
    "Gómez",
    "Vargas",
    "Castro",
    "Díaz",
    "Lara",
    "León",
    "Paz",
    "Nieto",
    "Ortiz",
    "Cárdenas",
    "Beltrán",
    "Ospina",
    "Muñoz",
];

/// A person's name.
pub fn name(dice: &mut Dice) -> String {
    let (first, last, mother) = (dice.one_of(FIRST_NAMES), dice.one_of(LAST_NAMES), dice.one_of(LAST_NAMES));
    format!("{first} {last} {mother}")
}

/// A case in one line.
pub fn subject(dice: &mut Dice) -> String {
    format!("{} {} {}", dice.one_of(TROUBLES), dice.one_of(THINGS), dice.one_of(PLACES))
}

/// A case in a few sentences, with the tag of some equipment and the name of somebody.
pub fn description(dice: &mut Dice) -> String {
    let mut text = format!("Equipo PC-{:05}. Contacto: {}.", dice.below(20_000), name(dice));
    for _ in 0..2 + dice.below(4) {
        text.push(' ');
        text.push_str(dice.one_of(DETAILS));
    }
    text
}
