//! An OpenID Connect provider of one's own (npm's oidc-provider, which is certified), on a free port of
//! this machine, with the people of `tests/identity/provider.js`.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/identity");

/// A running provider; stopped when dropped.
pub struct Identity {
    process: Child,
    /// Its issuer.
    pub issuer: String,
}

impl Identity {
    /// That sends people back to this address.
    #[must_use]
    pub fn start(redirect: &str) -> Self {
        let port = free_port();
        let mut process = Command::new("node")
            .current_dir(FOLDER)
            .args(["provider.js", &port.to_string(), redirect])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            // It warns of what only matters in earnest.
            .stderr(Stdio::null())
            .spawn()
            .expect("Node.js is installed");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let listens = lines.by_ref().any(|line| line.starts_with("listening on "));
        assert!(listens, "the provider does not start: run scripts/setup-test");
        // Whoever does not read what it says would end it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, issuer: format!("http://127.0.0.1:{port}") }
    }

    /// Stops it, as if it were gone.
    pub fn stop(&mut self) {
        let _ = self.process.kill();
        self.process.wait().expect("it can be waited for");
    }
}

impl Drop for Identity {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port of this machine that is free at present.
#[must_use]
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}
