//! The settings of the directory.

use crate::auth::grants::GroupRoles;
use ldap3::parse_filter;
use secrecy::SecretString;
use std::net::IpAddr;
use std::path::PathBuf;
use url::{Host, Url};

/// Fits OpenLDAP (`uid`) and Active Directory, where computers have account names too.
pub const USER_FILTER: &str =
    "(|(uid={login})(&(objectCategory=person)(|(sAMAccountName={login})(userPrincipalName={login}))))";

/// Where the directory is, and what its groups mean here.
#[derive(Clone, Debug)]
pub struct DirectoryConfig {
    /// `MESA_LDAP_URL`: its servers, in the order in which they are asked.
    pub urls: Vec<Url>,
    /// `MESA_LDAP_BASE_DN`: below which people and groups are.
    pub base_dn: String,
    /// `MESA_LDAP_BIND_DN`: who looks people up; nobody in particular when it is not set.
    pub bind_dn: Option<String>,
    /// `MESA_LDAP_BIND_PASSWORD`
    pub bind_password: SecretString,
    /// `MESA_LDAP_USER_FILTER`: who is found by what they typed, `{login}`.
    pub user_filter: String,
    /// `MESA_LDAP_GROUP_ROLES`
    pub group_roles: GroupRoles,
    /// `MESA_LDAP_CA_FILE`: the authorities whose certificates are believed; this machine's when it is not set.
    pub ca_file: Option<PathBuf>,
    /// `MESA_LDAP_STARTTLS`: whether `ldap://` becomes TLS before anything is said.
    pub starttls: bool,
}

impl DirectoryConfig {
    /// Reads the settings; none without `MESA_LDAP_URL`. The error is a sentence for the operator.
    pub fn read(text: &impl Fn(&str) -> Option<String>, starttls: bool) -> Result<Option<Self>, String> {
        let Some(urls) = text("MESA_LDAP_URL") else { return Ok(None) };
        let urls = urls
            .split([' ', ',', '\t', '\n'])
            .filter(|url| !url.is_empty())
            .map(|url| server(url, starttls))
            .collect::<Result<Vec<_>, _>>()?;
        let base_dn = text("MESA_LDAP_BASE_DN").ok_or("MESA_LDAP_URL needs MESA_LDAP_BASE_DN beside it")?;
        let bind_dn = text("MESA_LDAP_BIND_DN");
        let bind_password = text("MESA_LDAP_BIND_PASSWORD").unwrap_or_default();
        // A name without a password binds as nobody in most directories, and looks like a success.
        if bind_dn.is_some() && bind_password.is_empty() {
            return Err("MESA_LDAP_BIND_DN needs MESA_LDAP_BIND_PASSWORD beside it".to_owned());
        }
        let user_filter = text("MESA_LDAP_USER_FILTER").unwrap_or_else(|| USER_FILTER.to_owned());
        if !user_filter.contains("{login}") || parse_filter(user_filter.replace("{login}", "x")).is_err() {
            return Err("MESA_LDAP_USER_FILTER must be an LDAP filter with {login} in it".to_owned());
        }
        let group_roles = match text("MESA_LDAP_GROUP_ROLES") {
            Some(table) => {
                serde_json::from_str(&table).map_err(|error| format!("MESA_LDAP_GROUP_ROLES: {error}"))?
            }
            None => GroupRoles::default(),
        };
        Ok(Some(Self {
            urls,
            base_dn,
            bind_dn,
            bind_password: bind_password.into(),
            user_filter,
            group_roles,
            ca_file: text("MESA_LDAP_CA_FILE").map(PathBuf::from),
            starttls,
        }))
    }
}

/// The address of a server. Passwords go there, so it must be one with TLS, or this machine.
fn server(text: &str, starttls: bool) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("MESA_LDAP_URL: {text}: {error}"))?;
    let host = match url.host() {
        Some(Host::Domain("")) => None,
        host => host,
    };
    let local = match host {
        None => return Err(format!("MESA_LDAP_URL: {text} names no server")),
        Some(Host::Domain(name)) => name == "localhost",
        // Of a scheme that it does not know, the crate takes an address for a name.
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    let address = url.host_str().and_then(|host| host.parse::<IpAddr>().ok());
    let local = local || address.is_some_and(|address| address.is_loopback());
    match url.scheme() {
        "ldaps" => Ok(url),
        "ldap" if starttls || local => Ok(url),
        "ldap" => Err("MESA_LDAP_URL: without TLS passwords would travel in clear text: use ldaps://, or MESA_LDAP_STARTTLS=1".to_owned()),
        other => Err(format!("MESA_LDAP_URL must begin with ldap:// or ldaps://, not {other}://")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)], starttls: bool) -> Result<Option<DirectoryConfig>, String> {
        let text =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        DirectoryConfig::read(&text, starttls)
    }

    const BASE: (&str, &str) = ("MESA_LDAP_BASE_DN", "dc=example,dc=test");

    #[test]
    fn without_a_server_there_is_no_directory() {
        assert!(read(&[BASE], true).expect("sound").is_none());
    }

    #[test]
    fn several_servers_may_be_named() {
        let config =
            read(&[BASE, ("MESA_LDAP_URL", "ldaps://a.test ldap://b.test:3890,\nldap://127.0.0.1")], true);
        let urls = config.expect("sound").expect("a directory").urls;
        assert_eq!(
            urls.iter().map(Url::as_str).collect::<Vec<_>>(),
            ["ldaps://a.test", "ldap://b.test:3890", "ldap://127.0.0.1"]
        );
    }

    #[test]
    fn each_mistake_is_named() {
        let url = ("MESA_LDAP_URL", "ldaps://a.test");
        for (pairs, starttls, named) in [
            (vec![url], true, "MESA_LDAP_BASE_DN"),
            (vec![BASE, ("MESA_LDAP_URL", "https://a.test")], true, "MESA_LDAP_URL"),
            (vec![BASE, ("MESA_LDAP_URL", "ldap:///")], true, "MESA_LDAP_URL"),
            (vec![BASE, ("MESA_LDAP_URL", "a.test")], true, "MESA_LDAP_URL"),
            (vec![BASE, ("MESA_LDAP_URL", "ldap://a.test")], false, "MESA_LDAP_STARTTLS"),
            (vec![BASE, ("MESA_LDAP_URL", "ldap://127.a.test")], false, "MESA_LDAP_STARTTLS"),
            (vec![BASE, url, ("MESA_LDAP_BIND_DN", "cn=svc")], true, "MESA_LDAP_BIND_PASSWORD"),
            (vec![BASE, url, ("MESA_LDAP_USER_FILTER", "(uid=x)")], true, "MESA_LDAP_USER_FILTER"),
            (vec![BASE, url, ("MESA_LDAP_USER_FILTER", "(uid={login}")], true, "MESA_LDAP_USER_FILTER"),
            (vec![BASE, url, ("MESA_LDAP_GROUP_ROLES", "{")], true, "MESA_LDAP_GROUP_ROLES"),
        ] {
            let outcome = read(&pairs, starttls);
            assert!(outcome.as_ref().is_err_and(|error| error.contains(named)), "{pairs:?}: {outcome:?}");
        }
        assert!(read(&[BASE, ("MESA_LDAP_URL", "ldap://127.0.0.1:389")], false).is_ok());
    }

    #[test]
    fn the_password_does_not_print() {
        let pairs = [
            BASE,
            ("MESA_LDAP_URL", "ldaps://a.test"),
            ("MESA_LDAP_BIND_DN", "cn=svc"),
            ("MESA_LDAP_BIND_PASSWORD", "hush"),
        ];
        assert!(!format!("{:?}", read(&pairs, true)).contains("hush"));
    }
}
