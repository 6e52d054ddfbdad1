//! What a provider's claims say about a person.

use super::config::ProviderConfig;
use crate::auth::accounts::{Profile, legible};
use serde_json::{Map, Value};

/// The claims of the ID token and, over them, those of the provider's page about the person.
pub(super) type Claims = Map<String, Value>;

/// The person; none when the claim with their name is missing.
pub(super) fn profile(config: &ProviderConfig, claims: &Claims) -> Option<Profile> {
    let text = |name: &str, most: usize| {
        let value = at(claims, name)?.as_str()?.trim();
        let value: String = value.chars().filter(|letter| *letter != '\0').take(most).collect();
        Some(value).filter(|value| !value.is_empty())
    };
    let words = |name: &str, most: usize| text(name, most).and_then(|said| legible(&said));
    let username = text(&config.username_claim, 100)?;
    let subject = text("sub", 255)?;
    let groups = at(claims, &config.groups_claim).map(texts).unwrap_or_default();
    // An address that the provider knows not to be theirs is nobody's.
    let verified = claims.get("email_verified") != Some(&Value::Bool(false));
    Some(Profile {
        external_id: format!("{}:{subject}", config.id),
        display_name: words("name", 200).unwrap_or_else(|| username.clone()),
        email: text("email", 254).filter(|_| verified),
        phone: words("phone_number", 40),
        area: words("department", 120),
        office: None,
        grants: config.group_roles.of_member(|named| groups.iter().any(|group| group == named)),
        username,
    })
}

/// A claim by its name, or by the names of objects that lead to it, with dots between them.
fn at<'a>(claims: &'a Claims, name: &str) -> Option<&'a Value> {
    if let Some(value) = claims.get(name) {
        return Some(value);
    }
    let mut steps = name.split('.');
    let first = claims.get(steps.next()?)?;
    steps.try_fold(first, |value, step| value.get(step))
}

/// A list of texts, or one text.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect(),
        Value::String(word) => vec![word.clone()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::config;
    use super::*;
    use serde_json::json;

    fn configured(more: &str) -> ProviderConfig {
        let list = format!(
            r#"[{{"id": "entidad", "name": "E", "issuer": "https://id.test", "client_id": "c",
                "group_roles": {{"agents": {{"project": "TIC", "role": "agent"}}}}{more}}}]"#
        );
        config::read(&|_| Some(list.clone())).expect("sound").remove(0)
    }

    fn claims(value: Value) -> Claims {
        let Value::Object(claims) = value else { panic!("claims are an object") };
        claims
    }

    #[test]
    fn claims_are_a_person() {
        let claims = claims(json!({
            "sub": "248", "preferred_username": "alan", "name": "Alan\u{202e} Torres",
            "email": "alan@example.test", "email_verified": true, "groups": ["agents", 5, "others"]
        }));
        let profile = profile(&configured(""), &claims).expect("a person");
        assert_eq!(profile.external_id, "entidad:248");
        assert_eq!(
            (profile.username.as_str(), profile.email.as_deref()),
            ("alan", Some("alan@example.test"))
        );
        assert_eq!((profile.display_name.as_str(), profile.grants.len()), ("Alan Torres", 1));
    }

    #[test]
    fn claims_may_be_elsewhere_or_missing() {
        let config = configured(r#", "username_claim": "upn", "groups_claim": "realm_access.roles""#);
        let found = claims(json!({
            "sub": "1", "upn": "a@b.test", "realm_access": {"roles": ["agents"]},
            "email": "x@b.test", "email_verified": false
        }));
        let found = profile(&config, &found).expect("a person");
        assert_eq!((found.display_name.as_str(), found.email, found.grants.len()), ("a@b.test", None, 1));
        for nameless in [
            json!({"sub": "1"}),
            json!({"upn": "a"}),
            json!({"sub": "1", "upn": " "}),
            json!({"sub": "1", "upn": 5}),
        ] {
            assert_eq!(profile(&config, &claims(nameless.clone())), None, "{nameless}");
        }
    }
}
