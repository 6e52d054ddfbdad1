//! The style sheets. The one of every page is what our pages use of Tabler's, then `frontend/styles/*.css` by
//! name; each folder beside those is a sheet of its own, fetched with the pages that belong to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Result, files_under, run};

/// The sheets by their names: "" is the one of every page.
pub(crate) fn sheets(root: &Path) -> Result<BTreeMap<String, String>> {
    let frontend = root.join("frontend");
    let purged = root.join("target/wasm/tabler.css");
    if purged.exists() {
        fs::remove_file(&purged)?;
    }
    run(Command::new(frontend.join("node_modules/.bin/purgecss"))
        .current_dir(&frontend)
        .args(["--config", "purgecss.config.cjs", "--output"])
        .arg(&purged))?;

    let tabler = fs::read_to_string(purged)?.replace("/*# sourceMappingURL=tabler.min.css.map */", "");
    let mut sheets = BTreeMap::from([(String::new(), tabler)]);
    for (path, content) in files_under(&frontend.join("styles"))? {
        let content = String::from_utf8(content)
            .map_err(|error| format!("frontend/styles/{path} is not UTF-8: {error}"))?;
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        let sheet = sheets.entry(folder.to_owned()).or_default();
        sheet.push('\n');
        sheet.push_str(&content);
    }
    for sheet in sheets.values() {
        refuse_outside(sheet)?;
    }
    Ok(sheets)
}

/// The page loads nothing from another host, and no sheet loads another.
fn refuse_outside(sheet: &str) -> Result<()> {
    for forbidden in ["@import", "url(http", "url(\"http", "url('http", "url(//"] {
        if sheet.contains(forbidden) {
            return Err(format!("the style sheet loads from elsewhere: {forbidden}").into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refuse_outside;

    #[test]
    fn a_style_sheet_loads_nothing_from_elsewhere() {
        assert!(refuse_outside("a{background:url(\"data:image/svg+xml,x\")}").is_ok());
        assert!(refuse_outside("@import 'other.css';").is_err());
        assert!(refuse_outside("a{background:url(//example.org/a.png)}").is_err());
    }
}
