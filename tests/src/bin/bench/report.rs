//! The page: a table for each engine, beside it what the same machine does without the desk, and
//! the figures of the commit before.

use super::load::{CLIENTS, Measured};
use super::mail::Drained;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Everything measured on one engine.
pub struct Engine {
    pub name: &'static str,
    /// What was asked for, on the small database and on the large one.
    pub operations: Vec<(&'static str, Measured, Measured)>,
    /// Registrations a second in bare SQL.
    pub floor: f64,
    /// `/healthz`.
    pub http: Measured,
    /// MiB: after the load, and at most.
    pub memory: (u64, u64),
    /// From its start to `/readyz`, on the large database.
    pub ready: Duration,
}

/// The figures of one engine as Markdown.
pub fn section(engine: &Engine, small: usize, large: usize) -> String {
    let Engine { name, operations, floor, http, memory, ready } = engine;
    let mut text = format!(
        "### {name}\n\n| operation | requests/s | p50 ms | p95 ms | p99 ms | p95 ms at {} | ratio | server CPUs | client CPUs |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        thousands(small)
    );
    for (operation, little, much) in operations {
        let ratio = much.p95.as_secs_f64() / little.p95.as_secs_f64();
        let _ = writeln!(
            text,
            "| {operation} | {:.0} | {} | {} | {} | {} | {ratio:.2} | {:.2} | {:.2} |",
            much.per_second,
            ms(much.p50),
            ms(much.p95),
            ms(much.p99),
            ms(little.p95),
            much.server_processors,
            much.client_processors
        );
    }
    let _ = writeln!(
        text,
        "| floor: `/healthz` | {:.0} | {} | {} | {} | | | {:.2} | {:.2} |\n| floor: the writes of register | {floor:.0} | | | | | | | |\n",
        http.per_second,
        ms(http.p50),
        ms(http.p95),
        ms(http.p99),
        http.server_processors,
        http.client_processors
    );
    let _ = writeln!(
        text,
        "{} cases. Memory: {} MiB after the load, {} MiB at most. Ready {} ms after its start.\n",
        thousands(large),
        memory.0,
        memory.1,
        ms(*ready)
    );
    text
}

/// What sending costs, as Markdown.
pub fn mail(drained: &Drained) -> String {
    let Drained { letters, per_second, alone, meanwhile } = drained;
    format!(
        "| letters | letters/s | p95 ms of read one before | p95 ms of read one meanwhile |\n|--:|--:|--:|--:|\n| {} | {per_second:.0} | {} | {} |\n\n",
        thousands(*letters),
        ms(alone.p95),
        ms(meanwhile.p95)
    )
}

/// The page, with the sections of the commit before if it was written for another commit.
pub fn write(sections: &str) -> std::io::Result<PathBuf> {
    let page = root().join("docs/reference/benchmarks.md");
    let known = std::fs::read_to_string(&page).unwrap_or_default();
    let this = format!("## At {}\n", commit());
    let mut parts = known.split("\n## At ").skip(1).map(|part| format!("## At {}\n", part.trim_end()));
    let before = parts.find(|part| !part.starts_with(&this)).unwrap_or_default();
    let page_now = format!("{}{this}\n{sections}{before}", introduction());
    std::fs::write(&page, format!("{}\n", page_now.trim_end()))?;
    Ok(page)
}

fn introduction() -> String {
    let processors = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kibibytes = memory.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok());
    let gibibytes = kibibytes.unwrap_or(0).div_ceil(1 << 20);
    format!(
        "# Benchmarks\n\n<!-- Written by `make bench`. -->\n\nThe release binary on a machine with {processors} virtual processors and {gibibytes} GiB of memory, which it shares with its clients and its database: {CLIENTS} clients on loopback, each sending its next request as soon as it has the answer to the last. A list or a search answers with 50 cases. Commits are durable on both engines. The floors are what the same machine does in the same run without HTTP (the bare SQL of the same writes, one commit each) and without SQL (`/healthz`). Two runs can be compared as far as their floors can: a machine that others share is not always as fast.\n\n"
    )
}

fn commit() -> String {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(root()).args(arguments).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let hash = git(&["rev-parse", "--short=10", "HEAD"]).unwrap_or_else(|| "an unknown commit".to_owned());
    let changed =
        git(&["status", "--porcelain", "--untracked-files=no", "api", "migrations", "openapi", "Cargo.lock"]);
    if changed.is_some_and(|changed| !changed.is_empty()) { format!("{hash} with changes") } else { hash }
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

fn thousands(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}
