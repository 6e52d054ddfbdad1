//! The page: `frontend/index.html` with links to the hashed files in place of its two marks.

use crate::Result;

const STYLES_MARK: &str = "<!-- styles -->";
const APP_MARK: &str = "<!-- app -->";

/// Where the page's files are, relative to the root of the site.
pub(crate) struct Links {
    pub(crate) styles: String,
    pub(crate) wasm: String,
    pub(crate) glue: String,
}

impl Links {
    /// A module of its own that starts the SPA: an inline script could not, under our policy.
    pub(crate) fn boot_script(&self) -> String {
        let Self { wasm, glue, .. } = self;
        format!("import start from \"/{glue}\";\nstart({{ module_or_path: \"/{wasm}\" }});\n")
    }

    /// Fills in the template; the three files of the SPA are asked for at once, not one after the
    /// other.
    pub(crate) fn render(&self, template: &str, boot: &str) -> Result<String> {
        let Self { styles, wasm, glue } = self;
        let styles = format!("<link rel=\"stylesheet\" href=\"/{styles}\">");
        let app = [
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"/{wasm}\" crossorigin>"
            ),
            format!("<link rel=\"modulepreload\" href=\"/{glue}\">"),
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
            wasm: "assets/app-2.wasm".into(),
            glue: "assets/app-3.js".into(),
        }
    }

    #[test]
    fn our_page_has_no_inline_script_or_style() {
        let template = include_str!("../../index.html");
        let page = links().render(template, "assets/boot-4.js").unwrap();

        for link in ["assets/app-1.css", "assets/app-2.wasm", "assets/app-3.js", "assets/boot-4.js"] {
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
