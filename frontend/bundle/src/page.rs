//! The page: `frontend/index.html` with links to the hashed files in place of its two marks.

use std::fmt::Write;

use crate::Result;
use crate::wasm::{GLUE, PARTS, WASM};

const STYLES_MARK: &str = "<!-- styles -->";
const APP_MARK: &str = "<!-- app -->";

/// Where the page's files are, relative to the root of the site.
#[derive(Default)]
pub(crate) struct Links {
    /// The style sheet of every page.
    pub(crate) styles: String,
    /// The others, by name: the program fetches them with the pages that belong to them.
    pub(crate) sheets: Vec<(String, String)>,
    /// The folder of the texts that are fetched: all but the Spanish ones.
    pub(crate) texts: String,
    /// The folder of the program.
    pub(crate) program: String,
}

impl Links {
    /// A module of its own that starts the SPA: an inline script could not, under our policy.
    pub(crate) fn boot_script(&self) -> String {
        let Self { program, .. } = self;
        format!(
            "import start from \"/{program}/{GLUE}\";\nstart({{ module_or_path: \"/{program}/{WASM}\" }});\n"
        )
    }

    /// Fills in the template; all files of the SPA are asked for at once, not one after the other.
    pub(crate) fn render(&self, template: &str, boot: &str) -> Result<String> {
        let Self { styles, sheets, texts, program } = self;
        let mut styles = format!("<link rel=\"stylesheet\" href=\"/{styles}\">");
        for (name, path) in sheets {
            write!(styles, "\n    <meta name=\"sheet-{name}\" content=\"/{path}\">")?;
        }
        let app = [
            format!("<meta name=\"texts\" content=\"/{texts}\">"),
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"/{program}/{WASM}\" crossorigin>"
            ),
            format!("<link rel=\"modulepreload\" href=\"/{program}/{GLUE}\">"),
            format!("<link rel=\"modulepreload\" href=\"/{program}/{PARTS}\">"),
            format!("<script type=\"module\" src=\"/{boot}\"></script>"),
        ]
        .join("\n    ");
        for mark in [STYLES_MARK, APP_MARK] {
            if template.matches(mark).count() != 1 {
                return Err(format!("index.html must have {mark} exactly once").into());
            }
        }
        Ok(template.replace(STYLES_MARK, &styles).replace(APP_MARK, &app))
    }
}

#[cfg(test)]
mod tests {
    use super::Links;

    fn links() -> Links {
        Links {
            styles: "assets/app-1.css".into(),
            sheets: vec![("portal".into(), "assets/portal-3.css".into())],
            texts: "assets/texts-5".into(),
            program: "assets/app-2".into(),
        }
    }

    #[test]
    fn our_page_has_no_inline_script_or_style() {
        let template = include_str!("../../index.html");
        let page = links().render(template, "assets/boot-4.js").unwrap();

        for link in [
            "assets/app-1.css",
            "assets/portal-3.css",
            "assets/texts-5",
            "assets/app-2/app_bg.wasm",
            "assets/app-2/app.js",
            "assets/boot-4.js",
        ] {
            assert!(page.contains(&format!("\"/{link}\"")), "{link} in {page}");
        }
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("<script type=\"module\" src=").count());
        assert!(!page.contains("<style") && !page.contains("style=") && !page.contains("onload="));
    }

    #[test]
    fn a_page_without_a_mark_is_refused() {
        assert!(links().render("<!-- styles -->", "assets/boot.js").is_err());
    }
}
