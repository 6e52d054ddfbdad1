//! The way to the mail server.

use super::settings::{MailConfig, MailWay};
use crate::error::{Error, Result};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::response::Category;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::ExposeSecret;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long a server may take for a command.
const PATIENCE: Duration = Duration::from_secs(20);

/// A letter in its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// To which address.
    pub recipient: String,
    /// The letter's own id, without angle brackets. The same letter sent twice has the same.
    pub message_id: String,
    /// The id that all letters of one conversation refer to, without angle brackets.
    pub thread_id: Option<String>,
    /// To which address it is answered, if not to the sender's.
    pub reply_to: Option<String>,
    /// The ids of the mails that it answers, without angle brackets, the last one last.
    pub answers: Vec<String>,
    /// One line.
    pub subject: String,
    /// For programs that show text.
    pub text: String,
    /// For programs that show HTML.
    pub html: String,
}

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether trying again is of no use.
    pub permanent: bool,
    /// What the server said.
    pub what: String,
}

/// Sends letters.
#[derive(Clone)]
pub struct Mailer {
    way: Way,
    from: Mailbox,
}

#[derive(Clone)]
enum Way {
    Server(Arc<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

impl Mailer {
    /// As the operator has said.
    pub fn of(config: &MailConfig) -> Result<Self> {
        let way = match &config.way {
            MailWay::Server(url) => {
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret())
                    .map_err(Error::internal)?;
                Way::Server(Arc::new(server.timeout(Some(PATIENCE)).build()))
            }
            MailWay::Folder(folder) => {
                std::fs::create_dir_all(folder)
                    .map_err(|error| Error::Unavailable(format!("{}: {error}", folder.display())))?;
                Way::Folder(folder.clone())
            }
        };
        Ok(Self { way, from: config.from.clone() })
    }

    /// The part of addresses and ids behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.from.email.domain()
    }

    /// Asks the server whether it would take letters; what goes wrong, in words.
    pub async fn examine(&self) -> std::result::Result<(), String> {
        let Way::Server(server) = &self.way else { return Ok(()) };
        match server.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it takes no commands".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Sends a letter. An `Ok` means that the server has taken it.
    pub async fn send(&self, envelope: &Envelope) -> std::result::Result<(), Fault> {
        let message = self.message(envelope).map_err(|what| Fault { permanent: true, what })?;
        match &self.way {
            Way::Server(server) => match server.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(Fault { permanent: is_of_the_letter(&error), what: error.to_string() }),
            },
            Way::Folder(folder) => {
                // The same letter sent twice is one file, and the files are in the order of the letters.
                let name = envelope.message_id.split('@').next().unwrap_or_default();
                let written = tokio::fs::write(folder.join(format!("{name}.eml")), message.formatted()).await;
                written.map_err(|error| Fault { permanent: false, what: error.to_string() })
            }
        }
    }

    fn message(&self, envelope: &Envelope) -> std::result::Result<Message, String> {
        let Envelope { recipient, message_id, thread_id, reply_to, answers, subject, text, html } = envelope;
        let recipient = recipient.parse::<Mailbox>().map_err(|error| error.to_string())?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(recipient)
            .subject(subject)
            .message_id(Some(format!("<{message_id}>")))
            // No program is to answer a program (RFC 3834).
            .header(AutoSubmitted)
            .header(ListId(format!("<mesa.{}>", self.domain())));
        if let Some(address) = reply_to {
            message = message.reply_to(address.parse::<Mailbox>().map_err(|error| error.to_string())?);
        }
        let conversation: Vec<String> = thread_id.iter().chain(answers).map(|id| format!("<{id}>")).collect();
        if let Some(last) = conversation.last() {
            message = message.in_reply_to(last.clone()).references(conversation.join(" "));
        }
        let part = |kind, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
        message
            .multipart(
                MultiPart::alternative()
                    .singlepart(part(ContentType::TEXT_PLAIN, text))
                    .singlepart(part(ContentType::TEXT_HTML, html)),
            )
            .map_err(|error| error.to_string())
    }
}

/// Whether a refusal is of this letter and for good (RFC 5321 §4.2: 5yz, of the mail system), such as an
/// address that nobody has. A wrong password or a server that wants TLS is for the operator to mend, and
/// the letter waits for it.
fn is_of_the_letter(error: &lettre::transport::smtp::Error) -> bool {
    error.is_permanent() && error.status().is_some_and(|code| code.category == Category::MailSystem)
}

type Parsed<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Parsed<Self> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[derive(Clone)]
struct ListId(String);

impl Header for ListId {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Id")
    }

    fn parse(text: &str) -> Parsed<Self> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}
