//! How letters leave, as the operator has said it.

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use secrecy::SecretString;
use std::path::PathBuf;
use url::Url;

/// The sender, where letters go no farther than a folder.
const FROM: &str = "Mesa de servicios <mesa@localhost>";

/// What a sound address of a mail server looks like.
const FORM: &str = "MESA_SMTP_URL must be like smtp://user:password@host:587 or smtps://user:password@host";

/// How letters leave, and whose they are.
#[derive(Clone, Debug)]
pub struct MailConfig {
    /// Where they go.
    pub way: MailWay,
    /// The sender.
    pub from: Mailbox,
}

/// Where letters go.
#[derive(Clone, Debug)]
pub enum MailWay {
    /// To a mail server: its address in the terms of `lettre`.
    Server(SecretString),
    /// Into a folder, for trials.
    Folder(PathBuf),
}

impl MailConfig {
    /// Reads `MESA_SMTP_URL`, `MESA_MAIL_FROM` and `MESA_MAIL_DIR`; nothing without the first and the
    /// last. The error is a sentence for the operator.
    pub fn read(text: &impl Fn(&str) -> Option<String>) -> Result<Option<Self>, String> {
        let said = text("MESA_MAIL_FROM");
        let from: Mailbox = said.as_deref().unwrap_or(FROM).parse().map_err(|_| {
            "MESA_MAIL_FROM must be an address, such as Mesa de servicios <mesa@example.org>".to_owned()
        })?;
        let way = match (text("MESA_SMTP_URL"), text("MESA_MAIL_DIR")) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => {
                return Err("MESA_SMTP_URL and MESA_MAIL_DIR are both set: one of them is enough".to_owned());
            }
            (None, Some(folder)) => MailWay::Folder(PathBuf::from(folder)),
            (Some(url), None) => {
                let server = server(&url)?;
                if said.is_none() {
                    return Err(
                        "MESA_SMTP_URL needs MESA_MAIL_FROM, the address letters come from".to_owned()
                    );
                }
                MailWay::Server(server)
            }
        };
        Ok(Some(Self { way, from }))
    }
}

/// The address of a mail server. TLS is what applies unless it is taken away by name, and a password
/// goes nowhere without it but to this machine.
fn server(text: &str) -> Result<SecretString, String> {
    let mut url = Url::parse(text).map_err(|_| FORM.to_owned())?;
    let (scheme, query) = (url.scheme().to_owned(), url.query().map(str::to_owned));
    match (scheme.as_str(), query.as_deref()) {
        ("smtps", None) | ("smtp", Some("tls=required")) => {}
        ("smtp", None) => url.set_query(Some("tls=required")),
        ("smtp", Some("tls=none")) => {
            let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
            if url.password().is_some() && !here {
                return Err("MESA_SMTP_URL: a password does not go to another machine without TLS".to_owned());
            }
            url.set_query(None);
        }
        _ => return Err(FORM.to_owned()),
    }
    AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
        .map_err(|error| format!("MESA_SMTP_URL: {error}"))?;
    Ok(SecretString::from(url.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    fn read(pairs: &[(&str, &str)]) -> Result<Option<MailConfig>, String> {
        MailConfig::read(&|name: &str| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn url(text: &str) -> Result<String, String> {
        let config = read(&[("MESA_SMTP_URL", text), ("MESA_MAIL_FROM", "mesa@example.org")])?;
        match config.expect("set").way {
            MailWay::Server(url) => Ok(url.expose_secret().to_owned()),
            MailWay::Folder(folder) => Err(folder.display().to_string()),
        }
    }

    #[test]
    fn tls_is_what_applies_unless_it_is_taken_away() {
        assert_eq!(
            url("smtp://u:p@mail.example.org").as_deref(),
            Ok("smtp://u:p@mail.example.org?tls=required")
        );
        assert_eq!(url("smtps://u:p@mail.example.org").as_deref(), Ok("smtps://u:p@mail.example.org"));
        assert_eq!(url("smtp://relay:25?tls=none").as_deref(), Ok("smtp://relay:25"));
        assert_eq!(url("smtp://u:p@127.0.0.1:25?tls=none").as_deref(), Ok("smtp://u:p@127.0.0.1:25"));
        for wrong in ["smtp://u:p@relay?tls=none", "smtp://relay?tls=maybe", "http://relay", "relay:25"] {
            assert!(url(wrong).is_err_and(|error| error.contains("MESA_SMTP_URL")), "{wrong}");
        }
    }

    #[test]
    fn a_folder_is_enough_and_both_are_too_much() {
        assert!(read(&[]).is_ok_and(|config| config.is_none()));
        let folder = ("MESA_MAIL_DIR", "/tmp/letters");
        let config = read(&[folder]).expect("sound").expect("set");
        assert!(matches!(config.way, MailWay::Folder(path) if path.ends_with("letters")));
        assert_eq!(config.from.email.to_string(), "mesa@localhost");
        assert!(
            read(&[folder, ("MESA_SMTP_URL", "smtps://relay")]).is_err_and(|error| error.contains("both"))
        );
        assert!(
            read(&[("MESA_SMTP_URL", "smtps://relay")]).is_err_and(|error| error.contains("MESA_MAIL_FROM"))
        );
    }

    #[test]
    fn the_password_does_not_print() {
        let all = [("MESA_SMTP_URL", "smtps://u:hush@relay"), ("MESA_MAIL_FROM", "mesa@example.org")];
        assert!(!format!("{:?}", read(&all)).contains("hush"));
    }
}
