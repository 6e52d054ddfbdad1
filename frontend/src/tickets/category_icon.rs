//! An icon for a shelf of the catalogue. Categories are data of the project, so it is found by the
//! words in their names.

use crate::text::fold;
use crate::ui::Icon;

/// An icon that suits a category.
pub(crate) fn category_icon(category: &str) -> Icon {
    let known = [
        ("correo", Icon::Mail),
        ("colabora", Icon::Messages),
        ("red", Icon::Network),
        ("internet", Icon::World),
        ("impres", Icon::Printer),
        ("cuenta", Icon::Key),
        ("acceso", Icon::Key),
        ("segur", Icon::Lock),
        ("equipo", Icon::DeviceDesktop),
        ("puesto", Icon::DeviceDesktop),
        ("software", Icon::Apps),
        ("sistema", Icon::Database),
        ("informacion", Icon::Database),
        ("telefon", Icon::Phone),
    ];
    let category = fold(category);
    known.into_iter().find(|(word, _)| category.contains(word)).map_or(Icon::Category, |(_, icon)| icon)
}

#[cfg(test)]
mod tests {
    use super::category_icon;
    use crate::ui::Icon;

    #[test]
    fn accents_do_not_matter_and_every_shelf_has_one() {
        assert_eq!(category_icon("Correo y colaboración"), Icon::Mail);
        assert_eq!(category_icon("Sistemas de INFORMACIÓN"), Icon::Database);
        assert_eq!(category_icon("Otros"), Icon::Category);
    }
}
