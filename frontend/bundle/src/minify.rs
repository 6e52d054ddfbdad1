//! JavaScript and CSS without what only people need, by the esbuild that npm brought.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;

/// The same in fewer bytes. The name says by its ending what it is: `.js`, a module, or `.css`.
pub(crate) fn minify(root: &Path, name: &str, content: &[u8]) -> Result<Vec<u8>> {
    let loader = Path::new(name).extension().and_then(OsStr::to_str).ok_or("a file without an ending")?;
    let mut esbuild = Command::new(root.join("frontend/node_modules/.bin/esbuild"))
        .arg(format!("--loader={loader}"))
        .args(["--minify", "--charset=utf8", "--target=es2022", "--legal-comments=none", "--log-level=error"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot run esbuild: {error}"))?;
    esbuild.stdin.take().ok_or("esbuild does not listen")?.write_all(content)?;
    let output = esbuild.wait_with_output()?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("esbuild refuses {name}").into()) }
}
