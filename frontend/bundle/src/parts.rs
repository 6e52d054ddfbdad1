//! Parts of the program too small to be worth a request of their own travel inside the module that
//! fetches the others.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::Result;

/// Below this many bytes, asking for a part takes longer than bringing it along.
const SMALL: usize = 2_048;

/// What a browser gets in place of a fetched part.
const INLINED: &str = r#"function inlined(text) {
    const bytes = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
    return Promise.resolve(new Response(bytes, { headers: { "content-type": "application/wasm" } }));
}
"#;

/// Moves the small ones among the files into the module called `loader`.
pub(crate) fn inline(files: Vec<(String, Vec<u8>)>, loader: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let module = files.iter().find(|(name, _)| name == loader).ok_or("nothing fetches the parts")?;
    let mut script = String::from_utf8(module.1.clone())?;
    script.push_str(INLINED);
    let mut kept = Vec::new();
    for (name, content) in files {
        let fetching = format!("fetch(new URL(\"./{name}\", import.meta.url))");
        if content.len() < SMALL && script.contains(&fetching) {
            script = script.replace(&fetching, &format!("inlined(\"{}\")", BASE64_STANDARD.encode(content)));
        } else if name != loader {
            kept.push((name, content));
        }
    }
    kept.push((loader.to_owned(), script.into_bytes()));
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::{SMALL, inline};

    #[test]
    fn small_parts_travel_with_what_fetches_them() {
        let fetching = |name: &str| format!("fetch(new URL(\"./{name}\", import.meta.url));\n");
        let files = vec![
            ("app.js".to_owned(), b"start".to_vec()),
            ("large.wasm".to_owned(), vec![0; SMALL]),
            ("parts.js".to_owned(), [fetching("large.wasm"), fetching("small.wasm")].concat().into_bytes()),
            ("small.wasm".to_owned(), b"abc".to_vec()),
        ];
        let files = inline(files, "parts.js").unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["app.js", "large.wasm", "parts.js"]);
        let script = String::from_utf8(files[2].1.clone()).unwrap();
        assert!(script.contains(&fetching("large.wasm")) && script.contains("inlined(\"YWJj\")"), "{script}");
        assert!(inline(Vec::new(), "parts.js").is_err());
    }
}
