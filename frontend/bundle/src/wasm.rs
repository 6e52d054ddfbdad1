//! From Rust to what a browser runs: the program as WebAssembly, the parts of it that are fetched when
//! they are needed, and the JavaScript that loads them.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::minify::minify;
use crate::names::shorten;
use crate::output::hash;
use crate::{Mode, Result, files_under, parts, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// What splitting the program into parts goes by: where each function and each datum is mentioned.
const RUSTFLAGS: &str = "-Clink-args=--emit-relocs";

/// Just the features that rustc itself turns on for the target. Never `--all-features`: binaryen then
/// writes encodings that browsers do not read yet, and the page stays blank.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Size first, without a word on who made it.
const SMALLEST: [&str; 5] =
    ["-Oz", "--merge-similar-functions", "-Oz", "--strip-producers", "--strip-target-features"];

/// The module whose default export starts the program.
pub(crate) const GLUE: &str = "app.js";
/// The module that fetches the program's parts.
pub(crate) const PARTS: &str = "parts.js";
/// The program without its parts.
pub(crate) const WASM: &str = "app_bg.wasm";

/// Builds the program; returns its files as (path, content). They name each other by these paths, so
/// they have to stay together.
pub(crate) fn build(root: &Path, mode: Mode) -> Result<Vec<(String, Vec<u8>)>> {
    let work = root.join("target/wasm");
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(root)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", RUSTFLAGS)
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

    let generated = work.join("generated");
    remove_dir(&generated)?;
    let main = work.join("main.wasm");
    split(&fs::read(work.join(TARGET).join(profile).join("frontend.wasm"))?, &main, &generated)?;
    Bindgen::new()
        .input_path(&main)
        .web(true)?
        .typescript(false)
        .debug(mode == Mode::Dev)
        .keep_lld_exports(true)
        .remove_name_section(mode == Mode::Shipped)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .out_name("app")
        .generate(&generated)?;

    if mode == Mode::Dev {
        return Ok(files_under(&generated)?);
    }
    parts::merge(root, &generated, PARTS, &FEATURES)?;
    let (program, glue) = (generated.join(WASM), generated.join(GLUE));
    let (short, script) = shorten(&fs::read(&program)?, &fs::read_to_string(&glue)?)?;
    fs::write(program, short)?;
    fs::write(glue, script)?;
    let mut files = files_under(&generated)?;
    optimize(root, &generated, &mut files)?;
    for (name, content) in files.iter_mut().filter(|(name, _)| ends_in(name, "js")) {
        *content = minify(root, name, content)?;
    }
    Ok(files)
}

/// Cuts the program into what starts and the parts that are fetched when they are needed.
fn split(program: &[u8], main: &Path, folder: &Path) -> Result<()> {
    let (link, glue) = (format!("./{PARTS}"), format!("./{GLUE}"));
    let mut options = wasm_split_cli_support::Options::new(program);
    options.output_dir = folder;
    options.main_out_path = main;
    options.link_name = &link;
    options.main_module = &glue;
    wasm_split_cli_support::transform(options)
        .map_err(|error| format!("cannot split the program: {error:#}"))?;
    Ok(())
}

/// Runs the wasm-opt that npm brought on each module, unless the last run had the very same one.
fn optimize(root: &Path, folder: &Path, files: &mut [(String, Vec<u8>)]) -> Result<()> {
    let modules = root.join("frontend/node_modules");
    let version = fs::read(modules.join("binaryen/package.json"))?;
    let kept = root.join("target/wasm/optimized");
    fs::create_dir_all(&kept)?;
    let before = files_under(&kept)?;
    let arguments: Vec<&str> = SMALLEST.into_iter().chain(FEATURES).collect();
    let mut wanted = Vec::new();
    for (name, content) in files.iter_mut().filter(|(name, _)| ends_in(name, "wasm")) {
        let inputs = [content, version.as_slice(), arguments.concat().as_bytes()].concat();
        let result = format!("{}.wasm", hash(&inputs));
        let path = kept.join(&result);
        if !path.exists() {
            let unfinished = kept.join("unfinished");
            run(Command::new(modules.join(".bin/wasm-opt"))
                .args(&arguments)
                .arg("-o")
                .arg(&unfinished)
                .arg(folder.join(&*name)))?;
            fs::rename(unfinished, &path)?;
        }
        *content = fs::read(path)?;
        wanted.push(result);
    }
    for (old, _) in before.iter().filter(|(name, _)| !wanted.contains(name)) {
        fs::remove_file(kept.join(old))?;
    }
    Ok(())
}

fn ends_in(name: &str, ending: &str) -> bool {
    Path::new(name).extension() == Some(OsStr::new(ending))
}

fn remove_dir(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
