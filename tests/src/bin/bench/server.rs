//! The release binary as a child process, and what the system says it uses.

use super::client::Client;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running server; stopped when dropped.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    /// From its start to the first good answer of `/readyz`.
    pub ready: Duration,
}

impl Server {
    /// Starts it on a database that is there already, with these settings beside what is usual.
    pub async fn start(folder: &Path, database: &str, more: &[(&str, String)]) -> std::io::Result<Self> {
        let binary = std::env::current_exe()?.with_file_name("mesa");
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let begun = Instant::now();
        let mut process = Command::new(binary)
            .env_clear()
            .env("DATABASE_URL", database)
            .env("MESA_DATA_DIR", folder)
            .env("MESA_LISTEN", address.to_string())
            .env("MESA_ACCESS_TOKEN_SECONDS", "86400")
            // What is measured is the server, and not its patience.
            .env("MESA_REQUESTS_PER_MINUTE", "0")
            .envs(more.iter().map(|(name, value)| (*name, value.as_str())))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        // Its log is written and read, as in production, and only what went wrong is shown.
        if let Some(log) = process.stderr.take() {
            std::thread::spawn(move || show_errors(BufReader::new(log)));
        }
        let mut server = Self { process, address, ready: Duration::ZERO };
        while !is_ready(address).await {
            if server.process.try_wait()?.is_some() || begun.elapsed() > Duration::from_mins(1) {
                return Err(std::io::Error::other("the server does not get ready"));
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.ready = begun.elapsed();
        Ok(server)
    }

    /// Resident memory in MiB: now, and at most so far.
    pub fn memory(&self) -> (u64, u64) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let mebibytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("");
            line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) / 1024
        };
        (mebibytes("VmRSS:"), mebibytes("VmHWM:"))
    }

    /// Processor time it has used.
    pub fn processor_time(&self) -> Duration {
        processor_time(&self.process.id().to_string())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Processor time that a process has used, by its id or `self`.
pub fn processor_time(process: &str) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // After the name, which may have spaces in it: the 12th and 13th fields, in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or("").split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

async fn is_ready(address: SocketAddr) -> bool {
    let Ok(mut client) = Client::connect(address).await else { return false };
    client.send("GET", "/readyz", "").await.is_ok_and(|answer| answer.status == 200)
}

#[expect(clippy::print_stderr, reason = "a command line tool talks to its terminal")]
fn show_errors(log: impl BufRead) {
    for line in log.lines().map_while(Result::ok) {
        if line.contains("ERROR") || line.contains("WARN") {
            eprintln!("{line}");
        }
    }
}
