//! The settings of OpenID Connect.

use crate::auth::grants::GroupRoles;
use openidconnect::IssuerUrl;
use secrecy::SecretString;
use serde::Deserialize;
use std::path::PathBuf;
use url::{Host, Url};

/// A provider that vouches for people.
#[derive(Clone, Debug)]
pub struct ProviderConfig {
    /// Its short name in addresses.
    pub id: String,
    /// The name on its button.
    pub name: String,
    /// Below which it publishes what it is (OpenID Connect Discovery).
    pub issuer: IssuerUrl,
    /// What the desk is called there.
    pub client_id: String,
    /// What the desk proves that by; none for a public client.
    pub client_secret: Option<SecretString>,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The claim with the name to sign in with.
    pub username_claim: String,
    /// The claim with the groups; dots lead into objects, such as `realm_access.roles`.
    pub groups_claim: String,
    /// What the groups mean here.
    pub group_roles: GroupRoles,
    /// Whether whoever comes for the first time may take over the account of their name.
    pub trust_usernames: bool,
    /// The authorities whose certificates are believed; this machine's when it is not set.
    pub ca_file: Option<PathBuf>,
}

/// As the operator writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: String,
    issuer: String,
    client_id: String,
    client_secret: Option<String>,
    #[serde(default = "usual_scopes")]
    scopes: Vec<String>,
    #[serde(default = "usual_username")]
    username_claim: String,
    #[serde(default = "usual_groups")]
    groups_claim: String,
    #[serde(default)]
    group_roles: GroupRoles,
    #[serde(default)]
    trust_usernames: bool,
    ca_file: Option<PathBuf>,
}

fn usual_scopes() -> Vec<String> {
    vec!["profile".to_owned(), "email".to_owned()]
}

fn usual_username() -> String {
    "preferred_username".to_owned()
}

fn usual_groups() -> String {
    "groups".to_owned()
}

/// Reads `MESA_OIDC_PROVIDERS`. The error is a sentence for the operator, with nothing secret in it.
pub fn read(text: &impl Fn(&str) -> Option<String>) -> Result<Vec<ProviderConfig>, String> {
    let Some(list) = text("MESA_OIDC_PROVIDERS") else { return Ok(Vec::new()) };
    let written: Vec<Written> =
        serde_json::from_str(&list).map_err(|error| format!("MESA_OIDC_PROVIDERS: {error}"))?;
    let mut providers: Vec<ProviderConfig> = Vec::new();
    for one in written {
        let id = one.id.clone();
        let provider = provider(one).map_err(|error| format!("MESA_OIDC_PROVIDERS: {id}: {error}"))?;
        if providers.iter().any(|known| known.id == provider.id) {
            return Err(format!("MESA_OIDC_PROVIDERS: {id}: two providers have this id"));
        }
        providers.push(provider);
    }
    Ok(providers)
}

fn provider(written: Written) -> Result<ProviderConfig, String> {
    let Written { id, name, issuer, client_id, client_secret, scopes, .. } = written;
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if id.is_empty() || id.len() > 40 || !id.chars().all(plain) {
        return Err("the id must be of small letters, digits and hyphens, at most 40".to_owned());
    }
    if name.trim().is_empty() || client_id.is_empty() {
        return Err("name and client_id must not be empty".to_owned());
    }
    let url = Url::parse(&issuer).map_err(|error| format!("issuer: {error}"))?;
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    if url.scheme() != "https" && !(url.scheme() == "http" && local) {
        return Err("the issuer must begin with https://".to_owned());
    }
    Ok(ProviderConfig {
        id,
        name,
        // As it was written: it must be the same, letter by letter, as what the provider says of itself.
        issuer: IssuerUrl::new(issuer).map_err(|error| format!("issuer: {error}"))?,
        client_id,
        client_secret: client_secret.filter(|secret| !secret.is_empty()).map(SecretString::from),
        scopes,
        username_claim: written.username_claim,
        groups_claim: written.groups_claim,
        group_roles: written.group_roles,
        trust_usernames: written.trust_usernames,
        ca_file: written.ca_file,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(list: &str) -> Result<Vec<ProviderConfig>, String> {
        read(&|name| (name == "MESA_OIDC_PROVIDERS").then(|| list.to_owned()))
    }

    #[test]
    fn what_is_not_said_is_what_most_providers_do() {
        assert!(read(&|_| None).expect("sound").is_empty());
        let list = r#"[{"id": "entidad", "name": "Entidad", "issuer": "https://id.example.org/realms/x", "client_id": "mesa", "client_secret": "hush"}]"#;
        let providers = parse(list).expect("sound");
        assert_eq!(providers[0].username_claim, "preferred_username");
        assert_eq!(providers[0].groups_claim, "groups");
        assert!(!providers[0].trust_usernames);
        assert!(!format!("{providers:?}").contains("hush"));
    }

    #[test]
    fn each_mistake_is_named() {
        let with = |change: &str| {
            format!(r#"{{"id": "a", "name": "A", "issuer": "https://id.test", "client_id": "c"{change}}}"#)
        };
        for (list, named) in [
            ("{}".to_owned(), "MESA_OIDC_PROVIDERS"),
            (format!("[{}, {}]", with(""), with("")), "two providers"),
            (format!("[{}]", with(r#", "teams": 1"#)), "teams"),
            (format!("[{}]", with("").replace("https:", "http:")), "https://"),
            (format!("[{}]", with("").replace("\"a\"", "\"A b\"")), "small letters"),
            (format!("[{}]", with("").replace("\"A\"", "\" \"")), "name"),
        ] {
            let outcome = parse(&list);
            assert!(outcome.as_ref().is_err_and(|error| error.contains(named)), "{list}: {outcome:?}");
        }
        assert!(parse(&format!("[{}]", with("").replace("https://id.test", "http://127.0.0.1:9"))).is_ok());
    }
}
