//! The way to the mail server.

use crate::config::Config;
use crate::error::{Error, Result};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// A letter in its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// To which address.
    pub recipient: String,
    /// The letter's own id, without angle brackets. The same letter sent twice has the same.
    pub message_id: String,
    /// The id that all letters of one conversation refer to, without angle brackets.
    pub thread_id: Option<String>,
    /// Where answers go, when not to the sender.
    pub reply_to: Option<String>,
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

/// Sends letters, over some connections that stay open.
#[derive(Clone)]
pub struct Mailer {
    way: Way,
    from: Mailbox,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

impl Mailer {
    /// As the configuration says; none when it says nothing.
    pub fn of(config: &Config) -> Result<Option<Self>> {
        use secrecy::ExposeSecret;
        let Some(url) = &config.smtp_url else { return Ok(None) };
        let url = url.expose_secret();
        let way = match url.strip_prefix("file://") {
            Some(folder) => {
                std::fs::create_dir_all(folder)
                    .map_err(|error| Error::Unavailable(format!("{folder}: {error}")))?;
                Way::Folder(AsyncFileTransport::new(folder))
            }
            None => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(Error::internal)?
                    .timeout(Some(Duration::from_secs(20)))
                    .build(),
            ),
        };
        Ok(Some(Self { way, from: config.mail_from.parse().map_err(Error::internal)? }))
    }

    /// The part of addresses and ids behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.from.email.domain()
    }

    /// Sends a letter. An `Ok` means that the server has taken it.
    pub async fn send(&self, envelope: &Envelope) -> std::result::Result<(), Fault> {
        let message = self.message(envelope).map_err(|what| Fault { permanent: true, what })?;
        match &self.way {
            Way::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(Fault { permanent: error.is_permanent(), what: error.to_string() }),
            },
            Way::Folder(transport) => {
                let sent = transport.send(message).await;
                sent.map(|_| ()).map_err(|error| Fault { permanent: false, what: error.to_string() })
            }
        }
    }

    fn message(&self, envelope: &Envelope) -> std::result::Result<Message, String> {
        let Envelope { recipient, message_id, thread_id, reply_to, subject, text, html } = envelope;
        let mailbox = |address: &str| address.parse::<Mailbox>().map_err(|error| error.to_string());
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(mailbox(recipient)?)
            .subject(subject)
            .message_id(Some(format!("<{message_id}>")))
            // No program is to answer a program (RFC 3834).
            .header(AutoSubmitted)
            .header(ListId(format!("<mesa.{}>", self.domain())));
        if let Some(thread) = thread_id {
            message = message.in_reply_to(format!("<{thread}>")).references(format!("<{thread}>"));
        }
        if let Some(address) = reply_to {
            message = message.reply_to(mailbox(address)?);
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
