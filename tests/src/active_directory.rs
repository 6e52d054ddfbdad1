//! An Active Directory of one's own: Samba as a domain controller of `ad.test`, LDAP alone, on a loopback
//! address of its own, since its ports are fixed. It must run as root.
//!
//! The domain is made once, which takes half a minute, and kept in `target`; each test has a copy of it.

use crate::directory::{self, PATH, certify};
use mesa::auth::directory::DirectoryConfig;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::net::TcpStream;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What its groups are at the desk; everybody is a requester.
pub const DOMAIN_ROLES: &str = r#"{
    "*": {"project": "TIC", "role": "requester"},
    "sd-agents": {"project": "TIC", "role": "agent", "group": "n1"},
    "CN=sd-specialists,CN=Users,DC=ad,DC=test": {"project": "TIC", "role": "specialist", "group": "n2-redes"},
    "sd-admins": {"project": "TIC", "role": "admin"}
}"#;

/// Of the domain's administrator.
const PASSWORD: &str = "Passw0rd!x";

/// How the domain is made, after `samba-tool`. Passwords are `<name>-secret`; Alan is an agent only because
/// a group of his is in another.
const RECIPE: [&[&str]; 14] = [
    &[
        "domain",
        "passwordsettings",
        "set",
        "--complexity=off",
        "--min-pwd-length=3",
        "--min-pwd-age=0",
        "--max-pwd-age=0",
        "--history-length=0",
        "--account-lockout-threshold=3",
        "--account-lockout-duration=30",
        "--reset-account-lockout-after=30",
    ],
    &["user", "create", "svc", "svc-secret", "--use-username-as-cn"],
    &[
        "user",
        "create",
        "ruth",
        "ruth-secret",
        "--use-username-as-cn",
        "--given-name=Ruth",
        "--surname=Ríos",
        "--mail-address=ruth@example.test",
        "--department=Presupuesto",
        "--telephone-number=2101",
        "--physical-delivery-office=Piso 3",
    ],
    &[
        "user",
        "create",
        "alan",
        "alan-secret",
        "--use-username-as-cn",
        "--given-name=Alan",
        "--surname=Torres",
    ],
    &[
        "user",
        "create",
        "sara",
        "sara-secret",
        "--use-username-as-cn",
        "--given-name=Sara",
        "--surname=Gómez",
    ],
    &["user", "create", "ada", "ada-secret", "--use-username-as-cn", "--given-name=Ada", "--surname=Castro"],
    &["group", "add", "sd-agents"],
    &["group", "add", "sd-specialists"],
    &["group", "add", "sd-admins"],
    &["group", "add", "turno-tarde"],
    &["group", "addmembers", "turno-tarde", "alan"],
    &["group", "addmembers", "sd-agents", "turno-tarde"],
    &["group", "addmembers", "sd-specialists", "sara"],
    &["group", "addmembers", "sd-admins", "ada"],
];

/// A running domain controller; stopped when dropped.
pub struct ActiveDirectory {
    process: Child,
    folder: TempDir,
    address: String,
}

impl ActiveDirectory {
    /// With everybody in it.
    #[must_use]
    pub fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        assert_eq!(
            fs::metadata(folder.path()).expect("our folder").uid(),
            0,
            "Samba runs as root only; scripts/test leaves these tests out for anybody else"
        );
        let kept = made_once();
        let domain = folder.path().join("domain");
        done(Command::new("cp").arg("-a").arg(&kept).arg(&domain));
        let settings = domain.join("etc/smb.conf");
        let text = fs::read_to_string(&settings).expect("the domain has its settings");
        let text = text.replace(&partial(&kept).to_string_lossy()[..], &domain.to_string_lossy());
        fs::write(&settings, text).expect("our folder");
        let address = free_address();
        certify(folder.path(), &address);
        // It takes no key that others could read.
        let key = folder.path().join("server.key");
        fs::set_permissions(key, fs::Permissions::from_mode(0o600)).expect("our file");
        let process = run(folder.path(), &address);
        let mut directory = Self { process, folder, address };
        directory.listens();
        directory
    }

    /// `ldaps://…`
    #[must_use]
    pub fn ldaps(&self) -> String {
        format!("ldaps://{}", self.address)
    }

    /// `ldap://…`, which becomes TLS by StartTLS.
    #[must_use]
    pub fn ldap(&self) -> String {
        format!("ldap://{}", self.address)
    }

    /// The desk's settings for it, read.
    #[must_use]
    pub fn config(&self, url: &str) -> Option<DirectoryConfig> {
        directory::read(&Self::settings(url, &self.folder.path().join("ca.pem")), true)
    }

    /// The same without StartTLS.
    #[must_use]
    pub fn config_in_clear_text(&self) -> Option<DirectoryConfig> {
        directory::read(&Self::settings(&self.ldap(), &self.folder.path().join("ca.pem")), false)
    }

    /// The same, believing another authority.
    #[must_use]
    pub fn config_believing_another(&self, url: &str) -> Option<DirectoryConfig> {
        let other = self.folder.path().join("other");
        fs::create_dir_all(&other).expect("our folder");
        certify(&other, &self.address);
        directory::read(&Self::settings(url, &other.join("ca.pem")), true)
    }

    fn settings(url: &str, authority: &Path) -> Vec<(&'static str, String)> {
        vec![
            ("MESA_LDAP_URL", url.to_owned()),
            ("MESA_LDAP_BASE_DN", "DC=ad,DC=test".to_owned()),
            ("MESA_LDAP_BIND_DN", "svc@ad.test".to_owned()),
            ("MESA_LDAP_BIND_PASSWORD", "svc-secret".to_owned()),
            ("MESA_LDAP_GROUP_ROLES", DOMAIN_ROLES.to_owned()),
            ("MESA_LDAP_CA_FILE", authority.to_string_lossy().into_owned()),
        ]
    }

    /// Changes entries as the domain's administrator, by LDIF.
    pub fn change(&self, ldif: &str) {
        let mut process = self
            .ask("ldapmodify")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("ldap-utils are installed: run scripts/setup-test");
        process.stdin.take().expect("piped").write_all(ldif.as_bytes()).expect("it reads");
        let output = process.wait_with_output().expect("it ends");
        assert!(output.status.success(), "ldapmodify: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Sets an attribute of somebody's entry.
    pub fn set(&self, user: &str, attribute: &str, value: &str) {
        self.change(&format!(
            "dn: CN={user},CN=Users,DC=ad,DC=test\nchangetype: modify\nreplace: {attribute}\n{attribute}: {value}\n"
        ));
    }

    fn ask(&self, command: &str) -> Command {
        let mut asked = Command::new(command);
        asked
            .env("PATH", PATH)
            // Whether the desk checks the certificate is what the tests are about, and not whether this does.
            .env("LDAPTLS_REQCERT", "never")
            .args(["-x", "-H", &self.ldaps(), "-D", "administrator@ad.test", "-w", PASSWORD])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        asked
    }

    /// Waits until it answers, which is some time after it has taken its ports.
    fn listens(&mut self) {
        let begun = Instant::now();
        let asked = ["-s", "base", "-b", "DC=ad,DC=test", "1.1"];
        while !self.ask("ldapsearch").args(asked).status().is_ok_and(|status| status.success()) {
            let ended = self.process.try_wait().expect("it can be asked");
            assert!(ended.is_none(), "samba does not start:\n{}", self.log());
            assert!(begun.elapsed() < Duration::from_mins(1), "samba does not answer:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log.samba")).unwrap_or_default()
    }
}

impl Drop for ActiveDirectory {
    fn drop(&mut self) {
        // It has children, and leads a group.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}

fn run(folder: &Path, address: &str) -> Child {
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    for name in ["run", "ncalrpc"] {
        fs::create_dir(folder.join(name)).expect("our folder");
    }
    let options = [
        format!("interfaces={address}/8"),
        "bind interfaces only=yes".to_owned(),
        "server services=ldap".to_owned(),
        format!("pid directory={}", at("run")),
        format!("ncalrpc dir={}", at("ncalrpc")),
        format!("log file={}/log.%m", folder.display()),
        format!("tls keyfile={}", at("server.key")),
        format!("tls certfile={}", at("server.pem")),
        format!("tls cafile={}", at("ca.pem")),
    ];
    Command::new("samba")
        .env("PATH", PATH)
        .args(["--foreground", "--no-process-group", "-s", &at("domain/etc/smb.conf")])
        .args(options.map(|option| format!("--option={option}")))
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("samba is installed: run scripts/setup-test as root")
}

/// The folder of the domain, made by the first of many test processes that asks for it.
fn made_once() -> PathBuf {
    let mut hasher = DefaultHasher::new();
    RECIPE.hash(&mut hasher);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/active_directory");
    fs::create_dir_all(&folder).expect("the target folder is ours");
    let folder = folder.canonicalize().expect("it is there");
    let lock = File::create(folder.join("lock")).expect("a file of ours");
    lock.lock().expect("it can be waited for");
    let kept = folder.join(format!("{:x}", hasher.finish()));
    if !kept.exists() {
        make(&partial(&kept));
        fs::rename(partial(&kept), &kept).expect("the target folder is ours");
    }
    kept
}

/// Where it is made; its settings go on to say so.
fn partial(kept: &Path) -> PathBuf {
    kept.with_extension("partial")
}

fn make(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the target folder is ours");
    }
    fs::create_dir(folder).expect("the target folder is ours");
    done(
        tool().args(["domain", "provision", "--realm=AD.TEST", "--domain=ADTEST", "--server-role=dc"]).args(
            [
                "--dns-backend=SAMBA_INTERNAL",
                "--host-name=dc1",
                "--host-ip=127.0.0.1",
                &format!("--adminpass={PASSWORD}"),
                &format!("--targetdir={}", folder.display()),
            ],
        ),
    );
    let (settings, database) = (folder.join("etc/smb.conf"), folder.join("private/sam.ldb"));
    for step in RECIPE {
        done(tool().args(step).arg("-s").arg(&settings).arg("-H").arg(&database));
    }
}

fn tool() -> Command {
    let mut tool = Command::new("samba-tool");
    tool.env("PATH", PATH).env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    tool
}

fn done(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| {
        panic!("{command:?}: {error}: run scripts/setup-test as root");
    });
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}: {}{}", said(&output.stdout), said(&output.stderr));
}

/// An address of this machine at which nobody listens, and which no other test takes meanwhile.
fn free_address() -> String {
    // Processes that run at the same time have different numbers, of which the last 22 bits are used.
    let number = std::process::id() & 0x3f_ffff;
    (0..1000)
        .map(|step| (number + step * 7919) & 0x3f_ffff)
        .map(|number| {
            let (net, middle, last) = (64 + (number >> 16), (number >> 8) & 0xff, 1 + (number & 0xff) % 254);
            format!("127.{net}.{middle}.{last}")
        })
        .find(|address| TcpStream::connect((address.as_str(), 389)).is_err())
        .expect("there are four million, and nobody has a thousand")
}
