//! A connection to a mailbox by IMAP (RFC 3501, RFC 2177). Nothing is done to a mail but that it is marked
//! as seen, when it is said to.

use super::settings::{MailboxConfig, Security};
use crate::tls;
use async_imap::extensions::idle::IdleResponse;
use async_imap::imap_proto::{Response, Status};
use async_imap::types::Fetch;
use async_imap::{Client, Session};
use futures_util::{Stream, TryStreamExt};
use rustls::pki_types::ServerName;
use secrecy::ExposeSecret;
use std::fmt::{self, Debug};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// How long a server may take for a command.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long it may take for a whole mail.
const PATIENCE_FOR_A_MAIL: Duration = Duration::from_mins(5);

/// How much is told of what a server says, in characters: it may quote a mail.
const LONGEST_FAULT: usize = 300;

/// What went wrong, in words for the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(pub String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<async_imap::error::Error> for Fault {
    fn from(error: async_imap::error::Error) -> Self {
        Self(error.to_string().chars().take(LONGEST_FAULT).collect())
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string().chars().take(LONGEST_FAULT).collect())
    }
}

type Outcome<T> = Result<T, Fault>;

/// Bytes in both directions, with TLS or without.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send + Sync + Debug {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + Sync + Debug> Wire for T {}

type BoxedWire = Box<dyn Wire>;

/// What a wait for news has ended by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    /// Something has changed in the folder.
    News,
    /// Nothing for so long.
    Nothing,
}

/// A folder that is open.
pub struct MailboxSession {
    session: Session<BoxedWire>,
    /// Whether the server tells of news by itself.
    tells: bool,
    /// As long as this stays what it is, a number names the same mail.
    validity: Option<u32>,
}

impl MailboxSession {
    /// Connects, signs in and opens the folder.
    pub async fn open(config: &MailboxConfig) -> Outcome<Self> {
        patiently(PATIENCE, Self::connected(config)).await
    }

    async fn connected(config: &MailboxConfig) -> Outcome<Self> {
        let stream = TcpStream::connect((config.host.as_str(), config.port)).await?;
        let client = match config.security {
            Security::Clear => {
                let wire: BoxedWire = Box::new(stream);
                greeted(wire).await?
            }
            Security::Tls => greeted(secured(config, stream).await?).await?,
            Security::StartTls => {
                let mut client = greeted(stream).await?;
                client.run_command_and_check_ok("STARTTLS", None).await?;
                // What came before TLS counts for nothing: what is left of it goes with the client.
                Client::new(secured(config, client.into_inner()).await?)
            }
        };
        let signed_in = client.login(&config.user, config.password.expose_secret()).await;
        let mut session = signed_in.map_err(|(error, _)| Fault::from(error))?;
        let tells = session.capabilities().await?.has_str("IDLE");
        let validity = session.select(&config.folder).await?.uid_validity;
        Ok(Self { session, tells, validity })
    }

    /// As long as this stays what it is, a number names the same mail (RFC 3501 §2.3.1.1).
    #[must_use]
    pub fn validity(&self) -> Option<u32> {
        self.validity
    }

    /// The mails that nobody has seen, the oldest first.
    pub async fn unseen(&mut self) -> Outcome<Vec<u32>> {
        // A command of its own, after which the server tells what has come meanwhile.
        patiently(PATIENCE, async { Ok(self.session.noop().await?) }).await?;
        let found = patiently(PATIENCE, async { Ok(self.session.uid_search("UNSEEN").await?) }).await?;
        let mut all: Vec<u32> = found.into_iter().collect();
        all.sort_unstable();
        Ok(all)
    }

    /// The size of a mail, in bytes; none when it is gone, or the server does not give it.
    pub async fn size(&mut self, uid: u32) -> Outcome<Option<u32>> {
        Ok(self.fetch(uid, "(UID RFC822.SIZE)").await?.and_then(|mail| mail.size))
    }

    /// A whole mail; none when it is gone, or the server does not give it.
    pub async fn mail(&mut self, uid: u32) -> Outcome<Option<Vec<u8>>> {
        let mail = self.fetch(uid, "(UID BODY.PEEK[])").await?;
        Ok(mail.and_then(|mail| mail.body().map(<[u8]>::to_vec)))
    }

    /// What stands at the head of a mail; none when it is gone.
    pub async fn head(&mut self, uid: u32) -> Outcome<Option<Vec<u8>>> {
        let mail = self.fetch(uid, "(UID BODY.PEEK[HEADER])").await?;
        Ok(mail.and_then(|mail| mail.header().map(<[u8]>::to_vec)))
    }

    async fn fetch(&mut self, uid: u32, what: &str) -> Outcome<Option<Fetch>> {
        let answers = async {
            let answers = self.session.uid_fetch(uid.to_string(), what).await?;
            collected(answers).await
        };
        let answers = patiently(PATIENCE_FOR_A_MAIL, answers).await?;
        // The server may tell of other mails in between.
        Ok(answers.into_iter().find(|answer| answer.uid == Some(uid)))
    }

    /// Marks a mail as seen.
    pub async fn mark_seen(&mut self, uid: u32) -> Outcome<()> {
        let answers = async {
            let answers = self.session.uid_store(uid.to_string(), "+FLAGS.SILENT (\\Seen)").await?;
            collected(answers).await
        };
        patiently(PATIENCE, answers).await.map(drop)
    }

    /// Waits for news, for so long at most. A server that does not tell by itself is asked again then.
    pub async fn wait(self, most: Duration) -> Outcome<(Self, Waited)> {
        let Self { session, tells, validity } = self;
        if !tells {
            tokio::time::sleep(most).await;
            return Ok((Self { session, tells, validity }, Waited::Nothing));
        }
        let mut idle = session.idle();
        patiently(PATIENCE, async { Ok(idle.init().await?) }).await?;
        let waited = {
            // It ends the wait when it is dropped.
            let (news, _interrupt) = idle.wait_with_timeout(most);
            match timeout(most, news).await {
                Ok(response) => match response? {
                    IdleResponse::NewData(_) => Waited::News,
                    IdleResponse::Timeout => Waited::Nothing,
                    IdleResponse::ManualInterrupt => return Err(Fault("the server has hung up".to_owned())),
                },
                // It kept saying that it is still there.
                Err(_) => Waited::Nothing,
            }
        };
        let session = patiently(PATIENCE, async { Ok(idle.done().await?) }).await?;
        Ok((Self { session, tells, validity }, waited))
    }

    /// Says goodbye. Whoever does not answer is left.
    pub async fn close(mut self) {
        let _ = timeout(Duration::from_secs(2), self.session.logout()).await;
    }
}

/// A client of a server that has said who it is.
async fn greeted<T: AsyncRead + AsyncWrite + Unpin + Send + Debug>(stream: T) -> Outcome<Client<T>> {
    let mut client = Client::new(stream);
    let greeting = client.read_response().await?;
    let greeting = greeting.ok_or_else(|| Fault("the server has hung up".to_owned()))?;
    match greeting.parsed() {
        Response::Data { status: Status::Ok, .. } => Ok(client),
        _ => Err(Fault("the server wants nobody".to_owned())),
    }
}

async fn secured(config: &MailboxConfig, stream: TcpStream) -> Outcome<BoxedWire> {
    let believed = tls::client_config(config.authorities.as_deref()).map_err(Fault)?;
    let name = ServerName::try_from(config.host.clone()).map_err(|error| Fault(error.to_string()))?;
    let stream = TlsConnector::from(Arc::new(believed)).connect(name, stream).await?;
    Ok(Box::new(stream))
}

async fn collected(
    answers: impl Stream<Item = async_imap::error::Result<Fetch>> + Send,
) -> Outcome<Vec<Fetch>> {
    Ok(answers.try_collect().await?)
}

async fn patiently<T>(most: Duration, what: impl Future<Output = Outcome<T>> + Send) -> Outcome<T> {
    match timeout(most, what).await {
        Ok(outcome) => outcome,
        Err(_) => Err(Fault(format!("no answer in {} s", most.as_secs()))),
    }
}
