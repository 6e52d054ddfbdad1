//! Tables as CSV that spreadsheets read well and that cannot harm them.

use crate::error::{Error, Result};

/// What a file begins with, so that spreadsheets take it for UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A whole file: the headings, then the rows.
pub fn csv<const N: usize>(
    headings: [String; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>> {
    let mut file = begin(headings)?;
    file.extend(lines(rows)?);
    Ok(file)
}

/// The beginning of a file.
pub fn begin<const N: usize>(headings: [String; N]) -> Result<Vec<u8>> {
    let mut file = BYTE_ORDER_MARK.as_bytes().to_vec();
    file.extend(lines([headings])?);
    Ok(file)
}

/// Rows of a file.
pub fn lines<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Result<Vec<u8>> {
    let mut lines = csv::Writer::from_writer(Vec::new());
    for row in rows {
        lines.write_record(row.map(|cell| harmless(&cell))).map_err(Error::internal)?;
    }
    lines.into_inner().map_err(Error::internal)
}

/// Text that no spreadsheet takes for a formula (OWASP, "CSV Injection"), nor any part of it: one that takes `;`
/// or a tabulator for what is between cells minds no quotes that begin elsewhere.
fn harmless(cell: &str) -> String {
    let mut harmless = String::with_capacity(cell.len() + 1);
    if cell.starts_with(['\t', '\r']) {
        harmless.push('\'');
    }
    let mut begins = true;
    for sign in cell.chars() {
        if begins && matches!(sign, '=' | '+' | '-' | '@') {
            harmless.push('\'');
        }
        harmless.push(sign);
        begins = matches!(sign, ';' | '\t' | '\r' | '\n') || begins && matches!(sign, ' ' | '"');
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_words_left_alone() {
        for formula in ["=1+1", "+57 300", "-2", "@SUM(A1)", "\t=1"] {
            assert!(harmless(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(harmless("Sin red = sin trabajo"), "Sin red = sin trabajo");
    }

    #[test]
    fn a_formula_is_defused_wherever_a_cell_may_begin() {
        for (cell, defused) in [
            ("x;=1+1", "x;'=1+1"),
            ("x; \"=1+1\"", "x; \"'=1+1\""),
            (" @SUM(A1)", " '@SUM(A1)"),
            ("x\t+57 300\r\n-2", "x\t'+57 300\r\n'-2"),
            ("\t=1", "'\t'=1"),
            ("--1;;-1", "'--1;;'-1"),
            ("año;mes-día a@b = c", "año;mes-día a@b = c"),
        ] {
            assert_eq!(harmless(cell), defused, "{cell:?}");
        }
    }

    #[test]
    fn a_file_has_its_mark_its_headings_and_its_rows() {
        let headings = ["Número", "Asunto"].map(str::to_owned);
        let file =
            csv(headings, [["TIC-1", "Sin red, =urgente"].map(str::to_owned)]).expect("it can be written");
        assert_eq!(
            String::from_utf8(file).expect("text"),
            "\u{feff}Número,Asunto\nTIC-1,\"Sin red, =urgente\"\n"
        );
    }
}
