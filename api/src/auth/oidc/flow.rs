//! What is remembered of a sign-in while the person is at the provider: in their own browser, in a
//! cookie that only the desk can read, so that any replica can finish what another has begun.

use crate::error::{Error, Result};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, CookieJar, Key, SameSite};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

const COOKIE: &str = "mesa_oidc";
const PATH: &str = "/api/v1/auth/oidc";

/// As long as somebody may take to sign in at the provider.
const LIFE: TimeDelta = TimeDelta::minutes(10);

/// A sign-in that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Flow {
    /// At which provider.
    pub(super) provider: String,
    /// What comes back with the code, so that nobody else's code is taken.
    pub(super) state: String,
    /// What the ID token must repeat, so that no other one is taken.
    pub(super) nonce: String,
    /// What only whoever asked for the code knows (PKCE, RFC 7636).
    pub(super) verifier: String,
    /// Where the person wanted to go.
    pub(super) return_to: String,
    /// Until when it may be finished.
    pub(super) until: DateTime<Utc>,
}

/// When a flow that begins now must be finished.
pub(super) fn end(now: DateTime<Utc>) -> DateTime<Utc> {
    now + LIFE
}

/// The cookie of a flow. `Lax`, because the way back begins at the provider.
pub(super) fn remember(key: &Key, flow: &Flow, secure: bool) -> Result<Cookie<'static>> {
    let value = serde_json::to_string(flow).map_err(Error::internal)?;
    let mut jar = CookieJar::new();
    jar.private_mut(key).add(cookie(value, Duration::minutes(LIFE.num_minutes()), secure));
    jar.get(COOKIE).cloned().ok_or_else(|| Error::internal("the cookie is not in its jar"))
}

/// The flow in a cookie that is ours and not too old.
pub(super) fn recall(key: &Key, sent: Option<Cookie<'static>>, now: DateTime<Utc>) -> Option<Flow> {
    let mut jar = CookieJar::new();
    jar.add_original(sent?);
    let cookie = jar.private(key).get(COOKIE)?;
    let flow: Flow = serde_json::from_str(cookie.value()).ok()?;
    (now < flow.until).then_some(flow)
}

/// Takes the cookie back: a flow is finished once.
pub(super) fn forget(secure: bool) -> Cookie<'static> {
    cookie(String::new(), Duration::ZERO, secure)
}

/// The cookie's name, to find it in a request.
pub(super) const fn name() -> &'static str {
    COOKIE
}

fn cookie(value: String, life: Duration, secure: bool) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path(PATH)
        .http_only(true)
        .secure(secure)
        .same_site(SameSite::Lax)
        .max_age(life)
        .finish()
}

/// Where to go after the sign-in: a page of ours, whatever an address says.
pub(super) fn local_path(wanted: Option<&str>) -> String {
    const HERE: &str = "https://here.invalid";
    let Some(wanted) = wanted.filter(|path| path.starts_with('/') && path.len() <= 1000) else {
        return "/".to_owned();
    };
    let joined = url::Url::parse(HERE).and_then(|here| here.join(wanted));
    match joined {
        // As browsers read it, which is where `//host`, `/\host` and tabs within become another host.
        Ok(url) if url.origin().ascii_serialization() == HERE && !url.path().starts_with("//") => {
            url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
        }
        _ => "/".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(now: DateTime<Utc>) -> Flow {
        Flow {
            provider: "entidad".to_owned(),
            state: "a-state".to_owned(),
            nonce: "n".to_owned(),
            verifier: "v".to_owned(),
            return_to: "/portal".to_owned(),
            until: end(now),
        }
    }

    #[test]
    fn a_flow_is_recalled_by_its_own_key_for_ten_minutes() {
        let (key, now) = (Key::derive_from(&[7; 32]), DateTime::UNIX_EPOCH);
        let cookie = remember(&key, &flow(now), true).expect("a cookie");
        let text = cookie.to_string();
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/api/v1/auth/oidc", "Max-Age=600"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("a-state"), "{text}");
        let recalled = |key: &Key, cookie: &Cookie<'static>, after: i64| {
            recall(key, Some(cookie.clone()), now + TimeDelta::seconds(after))
        };
        assert_eq!(recalled(&key, &cookie, 599), Some(flow(now)));
        assert_eq!(recalled(&key, &cookie, 600), None);
        assert_eq!(recalled(&Key::derive_from(&[8; 32]), &cookie, 0), None);
        let forged = Cookie::new(COOKIE, serde_json::to_string(&flow(now)).expect("JSON"));
        assert_eq!(recalled(&key, &forged, 0), None);
        assert_eq!(recall(&key, None, now), None);
    }

    #[test]
    fn the_way_leads_to_a_page_of_ours() {
        for (wanted, path) in [
            ("/portal/tickets/TIC-1", "/portal/tickets/TIC-1"),
            ("/console?open=true&q=a%20b", "/console?open=true&q=a%20b"),
            ("/portal#part", "/portal"),
            ("/a/../console", "/console"),
        ] {
            assert_eq!(local_path(Some(wanted)), path, "{wanted}");
        }
        for elsewhere in [
            "https://evil.test/",
            "//evil.test",
            "/\\evil.test",
            "/\t/evil.test",
            "/.//evil.test",
            "portal",
            "",
            "javascript:alert(1)",
        ] {
            assert_eq!(local_path(Some(elsewhere)), "/", "{elsewhere}");
        }
        assert_eq!(local_path(Some(&format!("/{}", "x".repeat(1000)))), "/");
        assert_eq!(local_path(None), "/");
    }
}
