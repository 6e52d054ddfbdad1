//! From Rust to the two files that a browser runs: a wasm module and the JavaScript that loads it.

use std::fs;
use std::path::Path;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::output::hash;
use crate::{Mode, Result, files_under, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Size first, with just the features that rustc itself turns on for the target. Never
/// `--all-features`: binaryen then writes encodings that browsers do not read yet, and the page
/// stays blank.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The SPA as a browser runs it.
pub(crate) struct Program {
    pub(crate) wasm: Vec<u8>,
    /// The JavaScript module whose default export starts the wasm module.
    pub(crate) glue: Vec<u8>,
    /// JavaScript that crates bring along, by the path that the glue imports it from.
    pub(crate) snippets: Vec<(String, Vec<u8>)>,
}

pub(crate) fn build(root: &Path, mode: Mode) -> Result<Program> {
    let work = root.join("target/wasm");
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(root)
        .args(["build", "--package", "frontend", "--target", TARGET])
        .arg("--target-dir")
        .arg(&work);
    let profile = match mode {
        Mode::Dev => "debug",
        Mode::Shipped => {
            cargo.args(["--profile", "wasm"]);
            "wasm"
        }
    };
    run(&mut cargo)?;

    let generated = work.join("bindgen");
    remove_dir(&generated)?;
    Bindgen::new()
        .input_path(work.join(TARGET).join(profile).join("frontend.wasm"))
        .web(true)?
        .typescript(false)
        .debug(mode == Mode::Dev)
        .remove_name_section(mode == Mode::Shipped)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .out_name("app")
        .generate(&generated)?;

    let wasm = fs::read(generated.join("app_bg.wasm"))?;
    Ok(Program {
        wasm: match mode {
            Mode::Dev => wasm,
            Mode::Shipped => optimize(root, &wasm)?,
        },
        glue: fs::read(generated.join("app.js"))?,
        snippets: files_under(&generated.join("snippets"))?,
    })
}

/// Runs the wasm-opt that npm brought, unless the last run had the very same input.
fn optimize(root: &Path, wasm: &[u8]) -> Result<Vec<u8>> {
    let modules = root.join("frontend/node_modules");
    let version = fs::read(modules.join("binaryen/package.json"))?;
    let inputs = [wasm, &version, WASM_OPT.concat().as_bytes()].concat();
    let folder = root.join("target/wasm/optimized");
    let optimized = folder.join(format!("{}.wasm", hash(&inputs)));
    if !optimized.exists() {
        remove_dir(&folder)?;
        fs::create_dir_all(&folder)?;
        let unfinished = folder.join("unfinished.wasm");
        run(Command::new(modules.join(".bin/wasm-opt"))
            .args(WASM_OPT)
            .arg("-o")
            .arg(&unfinished)
            .arg(root.join("target/wasm/bindgen/app_bg.wasm")))?;
        fs::rename(unfinished, &optimized)?;
    }
    Ok(fs::read(optimized)?)
}

fn remove_dir(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
