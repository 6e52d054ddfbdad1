//! A receiver of webhooks of one's own, on a free port of this machine: it remembers what it is sent, and
//! answers as it is told to.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running receiver; stopped when dropped.
pub struct Receiver {
    port: u16,
    state: Arc<State>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct State {
    received: Mutex<Vec<Received>>,
    answers: Mutex<VecDeque<String>>,
}

/// A request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The first line.
    pub line: String,
    /// Its headers, by their names in small letters.
    pub headers: HashMap<String, String>,
    /// Its body.
    pub body: String,
}

impl Receiver {
    /// One that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::<State>::default();
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = Arc::clone(&shared);
                tokio::spawn(async move { drop(converse(stream, &state).await) });
            }
        });
        Self { port, state, task }
    }

    /// Where it is, by the address of this machine.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/mesa", self.port)
    }

    /// Where it is, by a name.
    #[must_use]
    pub fn named_url(&self) -> String {
        format!("http://localhost:{}/mesa", self.port)
    }

    /// Answers the next request with a status such as `500 Internal Server Error`, and more lines of a head
    /// if they are wanted.
    pub fn answer_next(&self, head: &str) {
        self.state.answers.lock().unwrap_or_else(PoisonError::into_inner).push_back(head.to_owned());
    }

    /// The same so many times.
    pub fn answer(&self, times: usize, head: &str) {
        for _ in 0..times {
            self.answer_next(head);
        }
    }

    /// Takes everything from now on.
    pub fn relent(&self) {
        self.state.answers.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What it was sent, in its order.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.state.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The types of what it was sent.
    #[must_use]
    pub fn types(&self) -> Vec<String> {
        let received = self.received();
        received.iter().map(|one| one.json()["type"].as_str().expect("a type").to_owned()).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Received {
    /// Its body.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// A header that must be there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("{name} is missing in {self:?}"))
    }

    /// Whether one of its signatures is by this secret, after Standard Webhooks 1.0.
    #[must_use]
    pub fn is_signed_by(&self, secret: &str) -> bool {
        let secret = secret.strip_prefix("whsec_").expect("a secret is known by its beginning");
        let key = STANDARD.decode(secret).expect("base64");
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("any length will do");
        let (id, at) = (self.header("webhook-id"), self.header("webhook-timestamp"));
        mac.update(format!("{id}.{at}.{}", self.body).as_bytes());
        let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        self.header("webhook-signature").split(' ').any(|signature| signature == expected)
    }
}

async fn converse(stream: TcpStream, state: &State) -> io::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut reading = BufReader::new(reading);
    loop {
        let mut line = String::new();
        if reading.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let mut headers = HashMap::new();
        loop {
            let mut header = String::new();
            reading.read_line(&mut header).await?;
            let Some((name, value)) = header.trim_end().split_once(':') else { break };
            headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
        }
        let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        reading.read_exact(&mut body).await?;
        let body = String::from_utf8_lossy(&body).into_owned();
        let received = Received { line: line.trim_end().to_owned(), headers, body };
        state.received.lock().unwrap_or_else(PoisonError::into_inner).push(received);
        let told = state.answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let head = told.unwrap_or_else(|| "200 OK".to_owned());
        let said = "taken".repeat(400);
        let answer = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{said}", said.len());
        writing.write_all(answer.as_bytes()).await?;
    }
}
