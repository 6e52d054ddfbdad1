//! nginx with the configuration of `docker/nginx.conf`, changed only where it must be: other ports,
//! another folder, and the replicas by address, since Docker's name service is not here.

use std::fmt::Write;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running proxy; stopped when dropped.
pub struct Proxy {
    process: Child,
    address: SocketAddr,
}

impl Proxy {
    /// Before the replicas; its files go into `folder`.
    pub fn start(folder: &Path, replicas: &[SocketAddr]) -> Self {
        let address =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        // Its workers are nobody, and come through here to their temporary files.
        std::fs::set_permissions(folder, PermissionsExt::from_mode(0o755)).expect("our folder");
        let file = folder.join("nginx.conf");
        std::fs::write(&file, configuration(folder, address, replicas)).expect("our folder");
        let mut process = Command::new("nginx")
            .env("PATH", "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin")
            .args(["-p", &folder.to_string_lossy(), "-e", "stderr", "-g", "daemon off;", "-c"])
            .arg(file)
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx is installed: run scripts/setup-test");
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(process.try_wait().expect("it can be asked").is_none(), "nginx does not start");
            assert!(begun.elapsed() < Duration::from_secs(10), "nginx does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { process, address }
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // A killed master would leave its workers behind.
        let _ = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.process.id())]).status();
        let _ = self.process.wait();
    }
}

fn configuration(folder: &Path, address: SocketAddr, replicas: &[SocketAddr]) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docker/nginx.conf");
    let mut text = std::fs::read_to_string(file).expect("docker/nginx.conf is there");
    let mut servers = String::new();
    for replica in replicas {
        let _ = write!(servers, "server {replica} max_fails=1 fail_timeout=2s;");
    }
    for (shipped, here) in [
        ("resolver 127.0.0.11 valid=5s;", ""),
        ("server api:8080 resolve max_fails=1 fail_timeout=2s;", &servers),
        ("listen 8080;", &format!("listen {address};")),
        (" /tmp/", &format!(" {}/", folder.display())),
    ] {
        assert!(text.contains(shipped), "docker/nginx.conf no longer says {shipped:?}: adapt this test");
        text = text.replace(shipped, here);
    }
    text
}
