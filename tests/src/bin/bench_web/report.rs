//! The page `docs/reference/benchmarks-web.md`.

use crate::visit::{SLOWER, Visit};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is promised, in milliseconds until a page can be used.
const PROMISED: u32 = 1_500;

/// The figures of one page.
pub struct Line {
    page: &'static str,
    painted: f64,
    ready: f64,
    slowest: f64,
    bytes: [f64; 5],
}

impl Line {
    /// The medians of its visits.
    pub fn of(page: &'static str, visits: &[Visit]) -> Self {
        let median = |figure: &dyn Fn(&Visit) -> f64| {
            let figures = sorted(visits, figure);
            figures.get(figures.len() / 2).copied().unwrap_or_default()
        };
        Self {
            page,
            painted: median(&|visit| visit.painted),
            ready: median(&|visit| visit.ready),
            slowest: sorted(visits, &|visit| visit.ready).last().copied().unwrap_or_default(),
            bytes: std::array::from_fn(|kind| median(&|visit| visit.bytes[kind])),
        }
    }
}

fn sorted(visits: &[Visit], figure: &dyn Fn(&Visit) -> f64) -> Vec<f64> {
    let mut figures: Vec<f64> = visits.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures
}

/// The figures as Markdown.
pub fn table(lines: &[Line]) -> String {
    let mut text = String::from(
        "| page | painted ms | usable ms | slowest ms | page | css | js | wasm | in all | API |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for Line { page, painted, ready, slowest, bytes } in lines {
        let _ = write!(text, "| {page} | {painted:.0} | {ready:.0} | {slowest:.0} |");
        let [document, styles, glue, wasm, api] = bytes.map(|bytes| bytes / 1024.0);
        let all = document + styles + glue + wasm;
        let _ =
            writeln!(text, " {document:.1} | {styles:.1} | {glue:.1} | {wasm:.1} | {all:.1} | {api:.1} |");
    }
    text
}

/// Writes the page.
pub fn write(table: &str, visits: usize) -> std::io::Result<PathBuf> {
    let page = root().join("docs/reference/benchmarks-web.md");
    let text = format!(
        "# Benchmarks in a browser\n\n<!-- Written by `make bench-web`. -->\n\nThe pages as they are shipped, with the demo's data, opened in headless Chromium on loopback with nothing kept from before; the browser's processor is {SLOWER} times slower than the machine's. Usable is when a page has drawn its first data and takes input: the aim is {PROMISED} ms. Each figure is the median of {visits} visits. Sizes are KiB as they travel; the aim for all but the API's answers is 350.\n\n## At {}\n\n{table}",
        commit()
    );
    std::fs::write(&page, text)?;
    Ok(page)
}

fn commit() -> String {
    let output = Command::new("git")
        .arg("-C")
        .arg(root())
        .args(["describe", "--always", "--dirty", "--abbrev=10"])
        .output();
    output.map_or_else(
        |_| "an unknown commit".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
