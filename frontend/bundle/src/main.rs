//! Builds what a browser loads into `target/spa`: the SPA as WebAssembly, its style sheet, its page.
//!
//! `cargo run -p bundle` makes the bundle that is shipped: optimized for size and compressed with
//! brotli and gzip. `cargo run -p bundle -- --dev` makes one in seconds that is neither. Both name
//! everything under `assets/` by its content, so that a browser may keep it forever, and write a
//! page without any inline script or style, as the server's content security policy demands.
//!
//! What it needs: the target `wasm32-unknown-unknown` and `npm ci` run in `frontend/`. What has not
//! changed since the last run is neither optimized nor compressed nor written again.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool talks to its terminal")]

mod minify;
mod names;
mod output;
mod page;
mod parts;
mod styles;
mod wasm;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

use output::Output;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// For whom the bundle is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// For whoever is changing the SPA: quickly built, large, with function names in stack traces.
    Dev,
    /// For everybody else: small.
    Shipped,
}

fn main() -> ExitCode {
    match mode().and_then(bundle) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error}");
            ExitCode::FAILURE
        }
    }
}

fn mode() -> Result<Mode> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => Ok(Mode::Shipped),
        [flag] if flag == "--dev" => Ok(Mode::Dev),
        _ => Err("usage: cargo run -p bundle [-- --dev]".into()),
    }
}

fn bundle(mode: Mode) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .ok_or("the crate is not in the workspace's frontend/bundle")?;
    let frontend = root.join("frontend");
    if !frontend.join("node_modules").exists() {
        return Err("frontend/node_modules is missing: run `npm ci` in frontend/".into());
    }

    let program = wasm::build(root, mode)?;
    let mut sheets = Vec::new();
    for (name, sheet) in styles::sheets(root)? {
        let sheet = sheet.into_bytes();
        let shipped = mode == Mode::Shipped;
        sheets.push((name, if shipped { minify::minify(root, "app.css", &sheet)? } else { sheet }));
    }

    let mut out = Output::new(root.join("target/spa"), mode);
    for (name, content) in files_under(&frontend.join("static"))? {
        out.put(&name, &content)?;
    }
    let mut page = page::Links {
        texts: out.put_folder("texts", &english(&frontend)?)?,
        program: out.put_folder("app", &program)?,
        ..page::Links::default()
    };
    for (name, sheet) in &sheets {
        if name.is_empty() {
            page.styles = out.put_hashed("app", "css", sheet)?;
        } else {
            page.sheets.push((name.clone(), out.put_hashed(name, "css", sheet)?));
        }
    }
    let boot = out.put_hashed("boot", "js", page.boot_script().as_bytes())?;
    let template = fs::read_to_string(frontend.join("index.html"))?;
    // Last, so that no page ever names a file that is not there yet.
    out.put("index.html", page.render(&template, &boot)?.as_bytes())?;
    out.finish()
}

/// The texts that do not travel with the program and its parts.
fn english(frontend: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let files = files_under(&frontend.join("text/en"))?;
    Ok(files.into_iter().map(|(name, content)| (format!("en/{name}"), content)).collect())
}

/// Runs a command to its end; its output goes to the terminal.
fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}").into()) }
}

/// Every file below a folder as (path relative to it with `/`, content), sorted by path; none if
/// there is no such folder.
fn files_under(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for path in paths_under(folder)? {
        let relative = path.strip_prefix(folder).unwrap_or(&path);
        files.push((relative.to_string_lossy().replace('\\', "/"), fs::read(&path)?));
    }
    files.sort();
    Ok(files)
}

fn paths_under(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            paths.extend(paths_under(&path)?);
        } else {
            paths.push(path);
        }
    }
    Ok(paths)
}
