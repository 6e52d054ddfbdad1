use super::*;
use secrecy::ExposeSecret;

fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
    Config::from_lookup(|name| {
        pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn nothing_set_is_the_embedded_default() {
    let config = read(&[]).expect("defaults are sound");
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.database, DatabaseUrl::Sqlite("./data/mesa.db".into()));
    assert!(!config.demo && config.scheduler);
}

#[test]
fn each_mistake_is_named() {
    for (name, value) in [
        ("MESA_LISTEN", "8080"),
        ("DATABASE_URL", "mysql://x"),
        ("MESA_DEMO", "maybe"),
        ("MESA_SESSION_HOURS", "0"),
        ("MESA_SIGNING_KEY", "short"),
        ("MESA_PASSWORD_MIN_LENGTH", "7"),
        ("MESA_SECOND_FACTOR_ROLES", "admin,king"),
        ("MESA_DIRECTORY_LOCKOUT_FAILURES", "2"),
        ("MESA_REQUESTS_PER_MINUTE", "-1"),
        ("MESA_LINK_REQUESTS_PER_MINUTE", "many"),
        ("MESA_PUBLIC_URL", "desk.example.org"),
        ("MESA_TRUSTED_PROXIES", "proxy"),
        ("MESA_SMTP_URL", "mail.example.org"),
        ("MESA_SMTP_URL", "smtps://mail.example.org"),
        ("MESA_MAIL_FROM", "nobody"),
        ("MESA_IMAP_URL", "mail.example.org"),
        ("MESA_IMAP_URL", "imaps://mesa:pw@mail.example.org/INBOX"),
        ("MESA_MAIL_REPLY_TO", "nobody"),
        ("MESA_LDAP_URL", "https://directory.example.org"),
        ("MESA_LDAP_STARTTLS", "perhaps"),
        ("MESA_OIDC_PROVIDERS", "{}"),
        ("MESA_WEBHOOK_ALLOW_PRIVATE", "sometimes"),
        ("MESA_WEBHOOK_ALLOWED_NETWORKS", "10.0.0.0/33"),
        ("MESA_METRICS_TOKEN_FILE", "/nowhere/at/all"),
    ] {
        let outcome = read(&[(name, value)]);
        assert!(outcome.as_ref().is_err_and(|error| error.contains(name)), "{name}={value}: {outcome:?}");
    }
}

#[test]
fn letters_are_answered_to_where_answers_are_fetched() {
    let from = ("MESA_MAIL_FROM", "Mesa <mesa@example.org>");
    let smtp = ("MESA_SMTP_URL", "smtps://mail.example.org");
    let imap = ("MESA_IMAP_URL", "imaps://mesa:pw@mail.example.org?project=TIC");
    assert_eq!(read(&[from, smtp]).expect("sound").reply_to, None);
    let address = |text: &str| Some(ReplyAddress::of(text.parse().expect("an address")));
    assert_eq!(read(&[from, smtp, imap]).expect("sound").reply_to, address("mesa@example.org"));
    let other = ("MESA_MAIL_REPLY_TO", "casos@example.org");
    assert_eq!(read(&[from, smtp, imap, other]).expect("sound").reply_to, address("casos@example.org"));
}

#[test]
fn clear_text_to_another_machine_needs_a_word_of_consent() {
    let url = ("DATABASE_URL", "postgres://mesa:pw@db.example.org/mesa");
    if !cfg!(feature = "pg-tls") {
        assert!(read(&[url]).is_err());
    }
    assert!(read(&[url, ("MESA_DATABASE_CLEARTEXT", "1")]).is_ok());
    for local in [
        "postgres://u@127.0.0.1:5432/x",
        "postgres://u@localhost/x",
        "postgres:///x",
        "postgres://u@%2Fvar%2Frun/x",
    ] {
        assert!(read(&[("DATABASE_URL", local)]).is_ok(), "{local}");
    }
}

#[test]
fn every_secret_may_be_in_a_file() {
    let path = std::env::temp_dir().join(format!("mesa-secret-{}", std::process::id()));
    let file = path.to_string_lossy().into_owned();
    std::fs::write(&path, "0123456789012345678901234567890123\n").expect("a file");
    let config = read(&[("MESA_SIGNING_KEY_FILE", &file)]).expect("sound");
    assert_eq!(config.signing_key.expect("a key").expose_secret(), "0123456789012345678901234567890123");
    let key = "x".repeat(32);
    let both = [("MESA_SIGNING_KEY_FILE", file.as_str()), ("MESA_SIGNING_KEY", key.as_str())];
    assert!(read(&both).is_err_and(|error| error.contains("both")));
    // What is no secret has no file.
    assert_eq!(read(&[("MESA_LOG_FILE", &file)]).expect("sound").log, DEFAULT_LOG);
    std::fs::write(&path, "postgres://u:hush@localhost/x\n").expect("a file");
    let config = read(&[("DATABASE_URL_FILE", &file)]).expect("sound");
    assert_eq!(config.database, DatabaseUrl::Postgres("postgres://u:hush@localhost/x".to_owned()));
    std::fs::write(&path, "\n").expect("a file");
    assert!(read(&[("DATABASE_URL_FILE", &file)]).is_err_and(|error| error.contains("empty")));
    std::fs::remove_file(&path).expect("our file");
}

#[test]
fn secrets_do_not_print() {
    let config = read(&[
        ("MESA_SIGNING_KEY", "0123456789012345678901234567890123"),
        ("DATABASE_URL", "postgres://u:hush@localhost/x"),
    ])
    .expect("sound");
    let printed = format!("{config:?}");
    assert!(!printed.contains("0123456789") && !printed.contains("hush"), "{printed}");
}
