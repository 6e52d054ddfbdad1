//! A mailbox of one's own: Dovecot on free ports of this machine, in a temporary folder, into which a test
//! puts mails as a mail server would, and looks at which were seen.

use crate::directory::{certify, free_ports, listening};
use mesa::outbound::imap::{MailboxConfig, settings};
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// The address of the desk, to which its letters are answered.
pub const DESK: &str = "mesa@desk.example.org";

/// A running server with the mailbox of [`DESK`]; stopped when dropped.
pub struct Mailbox {
    process: Child,
    folder: TempDir,
    plain: u16,
    tls: u16,
    put: AtomicU32,
}

impl Mailbox {
    /// With nothing in it.
    #[must_use]
    pub fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        // The server's own users go through it.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("our folder");
        certify(folder.path(), "127.0.0.1");
        let (plain, tls) = free_ports();
        make_maildir(folder.path());
        fs::write(folder.path().join("users"), format!("{DESK}:{{PLAIN}}secret::::::\n"))
            .expect("our folder");
        fs::write(folder.path().join("dovecot.conf"), configuration(folder.path(), plain, tls))
            .expect("our folder");
        let process = run(folder.path(), plain, tls);
        Self { process, folder, plain, tls, put: AtomicU32::new(0) }
    }

    /// The desk's settings for it, by TLS; its mails are of a project.
    #[must_use]
    pub fn config(&self, project: &str) -> Vec<MailboxConfig> {
        self.read(&format!("imaps://{}:secret@127.0.0.1:{}/INBOX?project={project}", user(), self.tls))
    }

    /// The same, by TLS that begins when it is asked for.
    #[must_use]
    pub fn config_with_starttls(&self, project: &str) -> Vec<MailboxConfig> {
        self.read(&format!("imap://{}:secret@127.0.0.1:{}?project={project}", user(), self.plain))
    }

    /// The same, with a password that is not right.
    #[must_use]
    pub fn config_with_wrong_password(&self, project: &str) -> Vec<MailboxConfig> {
        self.read(&format!("imaps://{}:wrong@127.0.0.1:{}?project={project}", user(), self.tls))
    }

    fn read(&self, url: &str) -> Vec<MailboxConfig> {
        let authority = self.folder.path().join("ca.pem").to_string_lossy().into_owned();
        let said = |name: &str| match name {
            "MESA_IMAP_URL" => Some(url.to_owned()),
            "MESA_IMAP_CA_FILE" => Some(authority.clone()),
            _ => None,
        };
        settings::read(&said).expect("sound settings")
    }

    /// Delivers a mail.
    pub fn put(&self, raw: &str) {
        self.put_bytes(raw.as_bytes());
    }

    /// Delivers a mail that is no text.
    pub fn put_bytes(&self, raw: &[u8]) {
        self.deliver(raw, 0o600);
    }

    /// Delivers a mail that the server itself cannot read until it is unlocked.
    pub fn put_locked(&self, raw: &str) {
        self.deliver(raw.as_bytes(), 0o000);
    }

    /// Lets the server read all mails again.
    pub fn unlock(&self) {
        for folder in ["new", "cur"] {
            for entry in fs::read_dir(self.maildir().join(folder)).expect("our folder") {
                let path = entry.expect("readable").path();
                fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("our own file");
            }
        }
    }

    fn deliver(&self, raw: &[u8], mode: u32) {
        let number = self.put.fetch_add(1, Ordering::Relaxed);
        // In the order of their names.
        let name = format!("{}.M{number:06}.tests", 1_700_000_000 + number);
        let (before, after) =
            (self.maildir().join("tmp").join(&name), self.maildir().join("new").join(&name));
        fs::write(&before, raw).expect("our folder");
        fs::set_permissions(&before, fs::Permissions::from_mode(mode)).expect("our own file");
        own(&before);
        fs::rename(before, after).expect("our folder");
    }

    /// How many mails are marked as seen.
    #[must_use]
    pub fn seen(&self) -> usize {
        let flags = |name: &str| name.rsplit_once(":2,").map(|(_, flags)| flags.to_owned());
        self.current().iter().filter(|name| flags(name).is_some_and(|flags| flags.contains('S'))).count()
    }

    /// Takes the marks away, as if the desk had not come to set them.
    pub fn unsee_all(&self) {
        let folder = self.maildir().join("cur");
        for name in self.current() {
            let (stem, _) = name.rsplit_once(":2,").expect("flags");
            fs::rename(folder.join(&name), folder.join(format!("{stem}:2,"))).expect("our folder");
        }
    }

    fn current(&self) -> Vec<String> {
        let entries = fs::read_dir(self.maildir().join("cur")).expect("our folder");
        entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect()
    }

    fn maildir(&self) -> PathBuf {
        maildir(self.folder.path())
    }

    /// Stops it, as if the machine were gone.
    pub fn stop(&mut self) {
        kill(&mut self.process);
    }

    /// Starts it again where it was, with what it had.
    pub fn start_again(&mut self) {
        self.process = run(self.folder.path(), self.plain, self.tls);
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        kill(&mut self.process);
    }
}

/// A mail that somebody writes.
#[derive(Clone, Debug)]
pub struct Draft {
    from: String,
    to: String,
    subject: String,
    headers: Vec<(String, String)>,
}

impl Draft {
    /// From an address to the desk.
    #[must_use]
    pub fn from(from: &str, subject: &str) -> Self {
        let id = mesa::ids::fresh().simple();
        Self {
            from: from.to_owned(),
            to: DESK.to_owned(),
            subject: subject.to_owned(),
            headers: vec![("Message-ID".to_owned(), format!("<{id}@people.example>"))],
        }
    }

    /// To another address.
    #[must_use]
    pub fn to(mut self, address: &str) -> Self {
        address.clone_into(&mut self.to);
        self
    }

    /// With a header, in place of another of that name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without a header.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    /// In answer to a letter of the desk, to where it is answered.
    #[must_use]
    pub fn answering(self, letter: &crate::mail::Letter) -> Self {
        let header = |name: &str| letter.header(name).unwrap_or_else(|| panic!("a letter without {name}"));
        let id = header("Message-ID");
        let references = format!("{} {id}", header("References"));
        let reply_to = header("Reply-To");
        let address = reply_to.trim_start_matches('<').trim_end_matches('>').to_owned();
        self.to(&address).with("In-Reply-To", &id).with("References", &references)
    }

    /// Its id, with angle brackets.
    #[must_use]
    pub fn message_id(&self) -> String {
        let found = self.headers.iter().find(|(name, _)| name == "Message-ID");
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// As it is sent, with a text.
    #[must_use]
    pub fn written(&self, text: &str) -> String {
        self.with_body("text/plain; charset=utf-8", text)
    }

    /// As it is sent, with a body of some type.
    #[must_use]
    pub fn with_body(&self, media_type: &str, body: &str) -> String {
        let Self { from, to, subject, headers } = self;
        let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        let headers = headers.concat();
        format!(
            "From: {from}\nTo: {to}\nSubject: {subject}\nDate: Wed, 11 Nov 2026 09:00:00 -0500\n{headers}\
             MIME-Version: 1.0\nContent-Type: {media_type}\nContent-Transfer-Encoding: 8bit\n\n{body}\n"
        )
    }
}

/// The user name, as it is written in an address.
fn user() -> String {
    DESK.replace('@', "%40")
}

fn maildir(folder: &Path) -> PathBuf {
    folder.join("mail").join(DESK).join("Maildir")
}

/// The user and group whose mails they are: of the mail system where the tests are root's, who may own none.
fn owner() -> Option<(u32, u32)> {
    let number = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).output().expect("who it is");
        String::from_utf8_lossy(&output.stdout).trim().parse::<u32>().expect("a number")
    };
    (number(&["-u"]) == 0).then(|| (number(&["-u", "mail"]), number(&["-g", "mail"])))
}

fn own(path: &Path) {
    if let Some((user, group)) = owner() {
        chown(path, Some(user), Some(group)).expect("our own file");
    }
}

fn make_maildir(folder: &Path) {
    for name in ["tmp", "new", "cur"] {
        fs::create_dir_all(maildir(folder).join(name)).expect("our folder");
        own(&maildir(folder).join(name));
    }
    for path in [maildir(folder), folder.join("mail").join(DESK), folder.join("mail")] {
        own(&path);
    }
}

fn configuration(folder: &Path, plain: u16, tls: u16) -> String {
    let name = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).output().expect("who it is");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let [user, group, inner, inner_group, login] = if owner().is_some() {
        ["mail", "mail", "dovecot", "dovecot", "dovenull"].map(str::to_owned)
    } else {
        let (me, mine) = (name(&["-un"]), name(&["-gn"]));
        [me.clone(), mine.clone(), me.clone(), mine, me]
    };
    include_str!("../data/dovecot.conf")
        .replace("{folder}", &folder.to_string_lossy())
        .replace("{plain}", &plain.to_string())
        .replace("{tls}", &tls.to_string())
        .replace("{user}", &user)
        .replace("{group}", &group)
        .replace("{inner}", &inner)
        .replace("{inner_group}", &inner_group)
        .replace("{login}", &login)
}

fn run(folder: &Path, plain: u16, tls: u16) -> Child {
    // What one that was killed has left.
    let _ = fs::remove_file(folder.join("run").join("master.pid"));
    let mut command = Command::new("dovecot");
    // In the foreground.
    command.arg("-F").arg("-c").arg(folder.join("dovecot.conf"));
    listening("dovecot", &mut command, [plain, tls])
}

/// Ends the server and its children, which would hold it for seconds.
fn kill(process: &mut Child) {
    if !matches!(process.try_wait(), Ok(None)) {
        return;
    }
    let id = process.id();
    let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    // The first of them starts others: without it there are no new ones.
    let _ = process.kill();
    let _ = process.wait();
    let children: Vec<&str> = children.split_whitespace().collect();
    if !children.is_empty() {
        let _ = Command::new("kill").arg("-9").args(children).stderr(Stdio::null()).status();
    }
}
