//! Text for the cell of a spreadsheet.

/// Text that no spreadsheet takes for a formula (OWASP, "CSV Injection").
#[must_use]
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_defused_and_words_left_alone() {
        for formula in ["=1+1", "+57 300", "-2", "@SUM(A1)", "\t=1"] {
            assert!(harmless(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(harmless("Sin red = sin trabajo"), "Sin red = sin trabajo");
    }
}
