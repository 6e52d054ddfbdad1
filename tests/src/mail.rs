//! A mail server of one's own, on a free port of this machine: it takes letters, or refuses them as it is
//! told to.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mesa::outbound::settings::MailConfig;
use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running mail server; stopped when dropped.
pub struct MailServer {
    port: u16,
    state: Arc<State>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct State {
    taken: Mutex<Vec<Letter>>,
    refusals: Mutex<VecDeque<&'static str>>,
    silent: AtomicBool,
}

/// A letter as it came.
#[derive(Clone, Debug)]
pub struct Letter {
    /// To which address.
    pub to: String,
    /// All of it.
    pub raw: String,
}

impl MailServer {
    /// One that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::<State>::default();
        let task = serve(listener, Arc::clone(&state));
        Self { port, state, task }
    }

    /// Is gone: nobody listens at its port.
    pub async fn leave(&mut self) {
        self.task.abort();
        // Its listener goes with it.
        let _ = (&mut self.task).await;
    }

    /// Is back, with the letters that it had.
    pub async fn come_back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("its port is still free");
        self.task = serve(listener, Arc::clone(&self.state));
    }

    /// Takes letters and does not say so; or does again.
    pub fn keep_silent(&self, silent: bool) {
        self.state.silent.store(silent, Ordering::SeqCst);
    }

    /// The value of `MESA_SMTP_URL` for it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    /// What a desk is told that sends its letters here.
    #[must_use]
    pub fn config(&self) -> MailConfig {
        let said = |name: &str| match name {
            "MESA_SMTP_URL" => Some(self.url()),
            "MESA_MAIL_FROM" => Some("Mesa <mesa@desk.example.org>".to_owned()),
            _ => None,
        };
        MailConfig::read(&said).expect("sound settings").expect("settings")
    }

    /// Refuses the recipient so many times, with an answer such as `450 4.2.0 later`.
    pub fn refuse(&self, times: usize, answer: &'static str) {
        let mut refusals = self.state.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.extend(std::iter::repeat_n(answer, times));
    }

    /// Refuses nothing any more.
    pub fn relent(&self) {
        self.state.refusals.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The letters that it has taken.
    #[must_use]
    pub fn letters(&self) -> Vec<Letter> {
        self.state.taken.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many that are.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.state.taken.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Those to somebody of the cast.
    #[must_use]
    pub fn letters_to(&self, username: &str) -> Vec<Letter> {
        let address = format!("{username}@example.org");
        self.letters().into_iter().filter(|letter| letter.to == address).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn serve(listener: TcpListener, state: Arc<State>) -> JoinHandle<()> {
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let state = Arc::clone(&state);
            tokio::spawn(async move { drop(converse(stream, &state).await) });
        }
    })
}

async fn converse(stream: TcpStream, state: &State) -> io::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 mail.example.org ESMTP\r\n").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "RCPT" => {
                let address = line.split(['<', '>']).nth(1).unwrap_or_default();
                address.clone_into(&mut to);
                let refusal = state.refusals.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                refusal.unwrap_or("250 2.1.5 ok")
            }
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await?;
                let mut raw = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    // RFC 5321 §4.5.2: a point at the beginning was doubled.
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push_str("\r\n");
                }
                let letter = Letter { to: to.clone(), raw };
                state.taken.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
                if state.silent.load(Ordering::SeqCst) {
                    // Until whoever sends it has gone.
                    lines.next_line().await?;
                    return Ok(());
                }
                "250 2.0.0 taken"
            }
            "QUIT" => return writing.write_all(b"221 2.0.0 bye\r\n").await,
            _ => "250 mail.example.org",
        };
        writing.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

impl Letter {
    /// A header of the letter, its lines joined.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let (head, _) = self.raw.split_once("\r\n\r\n")?;
        header_of(head, name)
    }

    /// The part for programs that show text.
    #[must_use]
    pub fn text(&self) -> String {
        self.part("text/plain")
    }

    /// The part for programs that show HTML.
    #[must_use]
    pub fn html(&self) -> String {
        self.part("text/html")
    }

    fn part(&self, media_type: &str) -> String {
        let content = self.header("Content-Type").expect("a type");
        let boundary = content.split("boundary=").nth(1).expect("parts").trim_matches('"').to_owned();
        let border = format!("--{boundary}");
        let mut parts = self.raw.split(&border).filter_map(|part| part.split_once("\r\n\r\n"));
        let is_it = |head: &str| header_of(head, "Content-Type").is_some_and(|is| is.starts_with(media_type));
        let (head, body) = parts.find(|(head, _)| is_it(head)).expect("the part");
        match header_of(head, "Content-Transfer-Encoding").as_deref() {
            Some("base64") => {
                let code: String = body.split_whitespace().collect();
                String::from_utf8(STANDARD.decode(code).expect("base64")).expect("UTF-8")
            }
            Some("quoted-printable") => quoted_printable(body),
            _ => body.to_owned(),
        }
    }
}

fn header_of(head: &str, name: &str) -> Option<String> {
    let joined = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    joined.lines().find_map(|line| {
        let (known, value) = line.split_once(':')?;
        known.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// RFC 2045 §6.7.
fn quoted_printable(text: &str) -> String {
    let joined = text.replace("=\r\n", "");
    let (mut read, mut bytes) = (joined.bytes(), Vec::new());
    while let Some(byte) = read.next() {
        if byte == b'=' {
            let code: String = read.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&code, 16).expect("two hexadecimal digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}
