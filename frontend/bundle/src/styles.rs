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
    use crate::paths_under;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    #[test]
    fn a_style_sheet_loads_nothing_from_elsewhere() {
        assert!(refuse_outside("a{background:url(\"data:image/svg+xml,x\")}").is_ok());
        assert!(refuse_outside("@import 'other.css';").is_err());
        assert!(refuse_outside("a{background:url(//example.org/a.png)}").is_err());
    }

    /// Classes that the selectors of a style sheet name.
    fn styled(sheet: &str) -> BTreeSet<&str> {
        let selectors = sheet.split(['{', '}', ';']).filter(|text| !text.contains(": "));
        let after_dots = selectors.flat_map(|text| text.split('.').skip(1));
        let ends = |letter: char| !(letter.is_alphanumeric() || letter == '-');
        after_dots.filter_map(|text| text.split(ends).next()).filter(|name| !name.is_empty()).collect()
    }

    /// A page has the sheet of every page and those that its part brings along (`frontend/src/parts.rs`).
    #[test]
    fn what_travels_with_a_part_styles_its_pages_alone() {
        let frontend = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let read = |folder: &Path| -> String {
            let files = paths_under(folder).unwrap();
            files.iter().map(|file| fs::read_to_string(file).unwrap() + "\n").collect()
        };
        for (sheet, places) in [
            ("portal", &["portal"][..]),
            ("console", &["console", "layout/console.rs", "gallery"]),
            ("supervision", &["supervision", "ui/chart", "ui/stat.rs", "ui/tabs.rs", "gallery"]),
            ("admin", &["admin"]),
        ] {
            let own = read(&frontend.join("styles").join(sheet));
            let everybody: String = paths_under(&frontend.join("styles"))
                .unwrap()
                .iter()
                .filter(|file| file.parent().is_some_and(|folder| folder.ends_with("styles")))
                .map(|file| fs::read_to_string(file).unwrap())
                .collect();
            let own: BTreeSet<_> = styled(&own).difference(&styled(&everybody)).copied().collect();
            assert!(own.len() > 20, "{own:?}");
            for file in paths_under(&frontend.join("src")).unwrap() {
                let said = fs::read_to_string(&file).unwrap();
                let at_home = places.iter().any(|place| file.starts_with(frontend.join("src").join(place)));
                let lists = said.split("class=\"").skip(1).chain(said.split("classes!(\"").skip(1));
                let classes = lists.flat_map(|rest| rest.split('"').next().unwrap().split_whitespace());
                let astray: BTreeSet<_> = classes.filter(|name| !at_home && own.contains(name)).collect();
                assert!(astray.is_empty(), "{} has {astray:?} of styles/{sheet}", file.display());
            }
        }
    }
}
