//! What a directory says to a password.
//!
//! Who does not know a password learns nothing from an answer but that it was not accepted: what
//! Active Directory and password policies tell beyond that, they tell once the password was right.
//! The one exception is a locked account, of which they speak before they look at the password; see
//! [`super::sign_in`] for what becomes of that.

use crate::error::Barred;
use lber::common::TagClass;
use lber::parse::parse_tag;
use ldap3::LdapResult;
use ldap3::controls::RawControl;

/// Of the password policy (draft-behera-ldap-password-policy §6).
const PASSWORD_POLICY: &str = "1.3.6.1.4.1.42.2.27.8.5.1";

/// What a directory says to a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is the right one.
    Right,
    /// It is not, or there is nobody whose it could be.
    Wrong,
    /// They may not come in.
    Barred(Barred),
    /// The server cannot say.
    NoAnswer,
}

/// Asks for what a password policy has to say.
pub(super) fn ask_policy() -> RawControl {
    RawControl { ctype: PASSWORD_POLICY.to_owned(), crit: false, val: None }
}

/// The verdict in the answer to a bind.
pub(super) fn of(answer: &LdapResult) -> Verdict {
    let policy = policy_error(answer).and_then(of_policy);
    match (answer.rc, policy) {
        (0 | 49, Some(why)) => Verdict::Barred(why),
        (0, None) => Verdict::Right,
        (49, None) => active_directory(&answer.text).map_or(Verdict::Wrong, Verdict::Barred),
        // A limit of wrong passwords has been reached (389 Directory Server).
        (19, _) => Verdict::Barred(Barred::AccountLocked),
        // No such entry, no password in it, no rights to it, not willing to look.
        (32 | 34 | 48 | 50 | 53, _) => Verdict::Wrong,
        _ => Verdict::NoAnswer,
    }
}

/// Passwords that have expired and those that must be changed are told after the password was right.
fn of_policy(error: u8) -> Option<Barred> {
    match error {
        0 | 2 => Some(Barred::PasswordExpired),
        1 => Some(Barred::AccountLocked),
        _ => None,
    }
}

/// The reason in Active Directory's text, such as `80090308: LdapErr: …, data 533, v4563`.
fn active_directory(text: &str) -> Option<Barred> {
    let (_, rest) = text.split_once(" data ")?;
    let code: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    match code.to_lowercase().as_str() {
        "530" | "531" => Some(Barred::AccountRestricted),
        "532" | "773" => Some(Barred::PasswordExpired),
        "533" => Some(Barred::AccountDisabled),
        "701" => Some(Barred::AccountExpired),
        "775" => Some(Barred::AccountLocked),
        _ => None,
    }
}

/// `PasswordPolicyResponseValue ::= SEQUENCE { warning [0] … OPTIONAL, error [1] ENUMERATED OPTIONAL }`
fn policy_error(answer: &LdapResult) -> Option<u8> {
    let control = answer.ctrls.iter().find(|control| control.1.ctype == PASSWORD_POLICY)?;
    let (_, value) = parse_tag(control.1.val.as_deref()?).ok()?;
    let error = value
        .expect_constructed()?
        .into_iter()
        .find(|part| part.class == TagClass::Context && part.id == 1)?;
    error.expect_primitive()?.last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ldap3::controls::Control;

    fn answer(rc: u32, text: &str, policy: Option<&[u8]>) -> LdapResult {
        let control =
            policy.map(|value| Control(None, RawControl { val: Some(value.to_vec()), ..ask_policy() }));
        LdapResult {
            rc,
            matched: String::new(),
            text: text.to_owned(),
            refs: Vec::new(),
            ctrls: control.into_iter().collect(),
        }
    }

    #[test]
    fn active_directory_says_why() {
        for (data, verdict) in [
            ("52e", Verdict::Wrong),
            ("525", Verdict::Wrong),
            ("530", Verdict::Barred(Barred::AccountRestricted)),
            ("531", Verdict::Barred(Barred::AccountRestricted)),
            ("532", Verdict::Barred(Barred::PasswordExpired)),
            ("533", Verdict::Barred(Barred::AccountDisabled)),
            ("701", Verdict::Barred(Barred::AccountExpired)),
            ("773", Verdict::Barred(Barred::PasswordExpired)),
            ("775", Verdict::Barred(Barred::AccountLocked)),
        ] {
            let text = format!(
                "80090308: LdapErr: DSID-0C09041C, comment: AcceptSecurityContext error, data {data}, v4563\0"
            );
            assert_eq!(of(&answer(49, &text, None)), verdict, "{data}");
        }
    }

    #[test]
    fn a_password_policy_says_why() {
        let expired = Verdict::Barred(Barred::PasswordExpired);
        assert_eq!(of(&answer(49, "", Some(&[0x30, 3, 0x81, 1, 0]))), expired);
        assert_eq!(of(&answer(0, "", Some(&[0x30, 3, 0x81, 1, 2]))), expired);
        let locked = Verdict::Barred(Barred::AccountLocked);
        assert_eq!(of(&answer(49, "", Some(&[0x30, 3, 0x81, 1, 1]))), locked);
        // Two more sign-ins by grace: a warning, no error.
        assert_eq!(of(&answer(0, "", Some(&[0x30, 5, 0xa0, 3, 0x81, 1, 2]))), Verdict::Right);
        assert_eq!(of(&answer(49, "", Some(&[0x30, 0]))), Verdict::Wrong);
        assert_eq!(of(&answer(0, "", Some(&[0xff]))), Verdict::Right);
    }

    #[test]
    fn a_server_in_trouble_gives_no_answer() {
        for rc in [3, 8, 13, 51, 52, 80] {
            assert_eq!(of(&answer(rc, "", None)), Verdict::NoAnswer, "{rc}");
        }
        assert_eq!(of(&answer(0, "", None)), Verdict::Right);
        assert_eq!(of(&answer(49, "", None)), Verdict::Wrong);
    }
}
