//! A directory of one's own: slapd on free ports of this machine, in a temporary folder, with the
//! people of `tests/data/directory`, once as OpenLDAP names them and once as Active Directory does.

use mesa::auth::directory::DirectoryConfig;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What the groups of OpenLDAP's people are at the desk.
pub const GROUP_ROLES: &str = r#"{
    "requesters": {"project": "TIC", "role": "requester"},
    "agents": {"project": "TIC", "role": "agent", "group": "n1"},
    "cn=specialists,ou=groups,dc=example,dc=test": [{"project": "TIC", "role": "specialist", "group": "n2-redes"}],
    "admins": [{"project": "TIC", "role": "admin"}, {"project": "OTR", "role": "admin"}],
    "Mesa N1": {"project": "TIC", "role": "agent"}
}"#;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/directory");

/// Where Debian has the server, which is in the path of few.
pub(crate) const PATH: &str = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin";

/// A running directory; stopped when dropped.
pub struct Directory {
    process: Child,
    folder: TempDir,
    plain: u16,
    tls: u16,
}

impl Directory {
    /// With everybody in it.
    #[must_use]
    pub fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        certify(folder.path(), "127.0.0.1");
        let configuration = include_str!("../data/directory/slapd.conf")
            .replace("{folder}", &folder.path().to_string_lossy())
            .replace("{data}", DATA);
        std::fs::write(folder.path().join("slapd.conf"), configuration).expect("our folder");
        for name in ["example", "ad"] {
            std::fs::create_dir(folder.path().join(name)).expect("our folder");
        }
        let (plain, tls) = free_ports();
        let process = run(folder.path(), plain, tls);
        let directory = Self { process, folder, plain, tls };
        for suffix in ["example", "ad"] {
            let people = std::fs::read_to_string(Path::new(DATA).join(format!("{suffix}.ldif")));
            directory.tell("ldapadd", suffix, &[], &people.expect("the people"));
        }
        directory
    }

    /// `ldaps://…`
    #[must_use]
    pub fn ldaps(&self) -> String {
        format!("ldaps://127.0.0.1:{}", self.tls)
    }

    /// `ldap://…`, which becomes TLS by StartTLS.
    #[must_use]
    pub fn ldap(&self) -> String {
        format!("ldap://127.0.0.1:{}", self.plain)
    }

    /// The authority that vouches for its certificate.
    #[must_use]
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// The desk's settings for OpenLDAP's people at these addresses.
    #[must_use]
    pub fn settings(&self, urls: &str) -> Vec<(&'static str, String)> {
        let authority = self.authority().to_string_lossy().into_owned();
        let pairs = [
            ("MESA_LDAP_URL", urls),
            ("MESA_LDAP_BASE_DN", "dc=example,dc=test"),
            ("MESA_LDAP_BIND_DN", "uid=svc,dc=example,dc=test"),
            ("MESA_LDAP_BIND_PASSWORD", "svc-secret"),
            ("MESA_LDAP_GROUP_ROLES", GROUP_ROLES),
            ("MESA_LDAP_CA_FILE", authority.as_str()),
        ];
        pairs.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// The same, read.
    #[must_use]
    pub fn config(&self, urls: &str) -> Option<DirectoryConfig> {
        read(&self.settings(urls), true)
    }

    /// Read, for the people with the names of Active Directory.
    #[must_use]
    pub fn active_directory(&self) -> Option<DirectoryConfig> {
        let ours = |(name, value): (&'static str, String)| (name, value.replace("dc=example", "dc=ad"));
        let mut settings: Vec<_> = self.settings(&self.ldaps()).into_iter().map(ours).collect();
        settings.retain(|(name, _)| *name != "MESA_LDAP_BIND_DN");
        settings.push(("MESA_LDAP_BIND_DN", "cn=svc,dc=ad,dc=test".to_owned()));
        read(&settings, true)
    }

    /// Changes entries as the administrator of `dc=example,dc=test`, by LDIF.
    pub fn change(&self, ldif: &str) {
        self.tell("ldapmodify", "example", &[], ldif);
    }

    /// Changes what only the server writes, otherwise.
    pub fn change_anyhow(&self, ldif: &str) {
        self.tell("ldapmodify", "example", &["-e", "relax"], ldif);
    }

    /// The same in `dc=ad,dc=test`.
    pub fn change_active_directory(&self, ldif: &str) {
        self.tell("ldapmodify", "ad", &[], ldif);
    }

    /// Removes an entry of `dc=example,dc=test`.
    pub fn remove(&self, dn: &str) {
        self.change(&format!("dn: {dn}\nchangetype: delete\n"));
    }

    /// Stops it, as if the machine were gone.
    pub fn stop(&mut self) {
        let _ = self.process.kill();
        self.process.wait().expect("it can be waited for");
    }

    /// Starts it again where it was, with what it had.
    pub fn start_again(&mut self) {
        self.process = run(self.folder.path(), self.plain, self.tls);
    }

    fn tell(&self, command: &str, suffix: &str, options: &[&str], ldif: &str) {
        let root = format!("cn=root,dc={suffix},dc=test");
        let mut process = Command::new(command)
            .env("PATH", PATH)
            .args(["-x", "-H", &self.ldap(), "-D", &root, "-w", "root"])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("ldap-utils are installed: run scripts/setup-test");
        process.stdin.take().expect("piped").write_all(ldif.as_bytes()).expect("it reads");
        let output = process.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Settings, as the desk reads them.
pub(crate) fn read(settings: &[(&'static str, String)], starttls: bool) -> Option<DirectoryConfig> {
    let text = |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    DirectoryConfig::read(&text, starttls).expect("the settings are sound")
}

fn run(folder: &Path, plain: u16, tls: u16) -> Child {
    let mut command = Command::new("slapd");
    command
        // In the foreground, saying nothing.
        .args(["-d", "0", "-h", &format!("ldap://127.0.0.1:{plain} ldaps://127.0.0.1:{tls}"), "-f"])
        .arg(folder.join("slapd.conf"));
    listening("slapd", &mut command, [plain, tls])
}

/// Starts a server and waits until it listens at its ports.
pub(crate) fn listening(name: &str, command: &mut Command, ports: [u16; 2]) -> Child {
    let mut process = command
        .env("PATH", PATH)
        .stdin(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} is installed: run scripts/setup-test: {error}"));
    let begun = Instant::now();
    while ports.iter().any(|port| TcpStream::connect(("127.0.0.1", *port)).is_err()) {
        assert!(process.try_wait().expect("it can be asked").is_none(), "{name} does not start");
        assert!(begun.elapsed() < Duration::from_secs(20), "{name} does not listen");
        std::thread::sleep(Duration::from_millis(20));
    }
    process
}

/// Both at once, so that they are not the same.
pub(crate) fn free_ports() -> (u16, u16) {
    let free = || TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = |listener: &TcpListener| listener.local_addr().expect("an address").port();
    let (one, other) = (free(), free());
    (port(&one), port(&other))
}

/// An authority, and a certificate of its for an address, by no other name.
pub(crate) fn certify(folder: &Path, address: &str) {
    let key = || KeyPair::generate().expect("a key");
    let mut authority = CertificateParams::new(Vec::<String>::new()).expect("no names");
    authority.distinguished_name.push(DnType::CommonName, "An authority of the tests");
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority_key = key();
    let certificate = authority.self_signed(&authority_key).expect("a certificate");
    let issuer = Issuer::new(authority, authority_key);
    let server_key = key();
    let server = CertificateParams::new(vec![address.to_owned()]).expect("a name");
    let server = server.signed_by(&server_key, &issuer).expect("a certificate");
    for (name, content) in [
        ("ca.pem", certificate.pem()),
        ("server.pem", server.pem()),
        ("server.key", server_key.serialize_pem()),
    ] {
        std::fs::write(folder.join(name), content).expect("our folder");
    }
}
