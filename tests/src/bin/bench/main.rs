//! Measures the desk as it is shipped: `make bench`, or `scripts/bench --write` to write
//! `docs/reference/benchmarks.md` too. With `--quick` a tenth of the cases and of the requests, to
//! see whether it works; with `--only-mail` the letters alone, which write no page.
//!
//! `seed.rs` fills the databases with `words.rs`, `transfer.rs` brings them to PostgreSQL,
//! `server.rs` runs the binary, `client.rs` and `load.rs` ask it, `mail.rs` lets it send, `floor.rs` does
//! without it, and `report.rs` writes it all down.

mod client;
mod floor;
mod load;
mod mail;
mod measure;
mod report;
mod seed;
mod server;
mod transfer;
mod words;

use mesa::error::{Error, Result};

#[tokio::main]
async fn main() -> std::process::ExitCode {
    let given = |flag: &str| std::env::args().any(|argument| argument == flag);
    match bench(given("--quick"), given("--write"), given("--only-mail")).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench: {error}"));
            std::process::ExitCode::FAILURE
        }
    }
}

async fn bench(quick: bool, write: bool, only_mail: bool) -> Result<()> {
    let sizes = if quick {
        measure::Sizes { small: 4_000, large: 20_000, each: 15 }
    } else {
        measure::Sizes { small: 10_000, large: 200_000, each: 150 }
    };
    #[expect(clippy::disallowed_methods, reason = "scripts/bench says by it where PostgreSQL is")]
    let postgres = std::env::var("MESA_TEST_DATABASE_URL").ok().filter(|url| !url.is_empty());
    let mut sections = String::new();
    let mut engines = vec![None];
    engines.extend(postgres.map(Some));
    for engine in engines {
        let mut section = String::new();
        if !only_mail {
            let measured = measure::engine(engine.as_deref(), &sizes).await?;
            section = report::section(&measured, sizes.small, sizes.large);
        }
        section.push_str(&report::mail(&mail::drain(engine.as_deref(), &sizes).await?));
        say(&section);
        sections.push_str(&section);
    }
    if write && !only_mail {
        say(&format!("written: {}", report::write(&sections).map_err(Error::internal)?.display()));
    }
    Ok(())
}

/// Tells whoever waits.
#[expect(clippy::print_stdout, reason = "a command line tool talks to its terminal")]
fn say(text: &str) {
    println!("{text}");
}
