//! What an entry of the directory says about a person, whether it is Active Directory's or OpenLDAP's.

use super::dn::{Dn, is_named};
use crate::auth::accounts::{Profile, legible};
use crate::auth::grants::GroupRoles;
use ldap3::SearchEntry;
use uuid::Uuid;

/// What is read of an entry. `entryUUID` and `pwdAccountLockedTime` come only when they are asked for.
pub(super) const ATTRIBUTES: [&str; 17] = [
    "entryUUID",
    "objectGUID",
    "nsUniqueId",
    "uid",
    "sAMAccountName",
    "displayName",
    "cn",
    "mail",
    "department",
    "departmentNumber",
    "ou",
    "telephoneNumber",
    "physicalDeliveryOfficeName",
    "memberOf",
    "userAccountControl",
    "pwdAccountLockedTime",
    "nsAccountLock",
];

/// The bit of `userAccountControl` of an account that is switched off.
const ACCOUNT_DISABLED: i64 = 2;

/// `pwdAccountLockedTime` of an account that no time unlocks (draft-behera-ldap-password-policy §5.3.3).
const LOCKED_FOR_GOOD: &str = "000001010000Z";

/// An entry.
#[derive(Clone, Debug)]
pub(super) struct Entry(pub(super) SearchEntry);

impl Entry {
    /// Its name.
    pub(super) fn dn(&self) -> &str {
        &self.0.dn
    }

    /// The values of an attribute. Names of attributes are not sensitive to case.
    fn values(&self, name: &str) -> &[String] {
        let found = self.0.attrs.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or(&[], |(_, values)| values.as_slice())
    }

    /// The first of the attributes that is there, cut to `most` characters.
    fn first(&self, names: &[&str], most: usize) -> Option<String> {
        let of = |name: &&str| {
            self.values(name).first().map(|value| value.trim()).filter(|value| !value.is_empty())
        };
        let value = names.iter().find_map(of)?;
        // U+0000 cannot be kept in every database.
        Some(value.chars().filter(|letter| *letter != '\0').take(most).collect())
    }

    /// The same, as people are to read it.
    fn words(&self, names: &[&str], most: usize) -> Option<String> {
        legible(&self.first(names, most)?)
    }

    /// Sixteen bytes, whether or not they happen to be text.
    fn bytes(&self, name: &str) -> Option<[u8; 16]> {
        let binary = self.0.bin_attrs.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let bytes = match binary {
            Some((_, values)) => values.first()?.as_slice(),
            None => self.values(name).first()?.as_bytes(),
        };
        bytes.try_into().ok()
    }

    /// Whether it is Active Directory's.
    pub(super) fn is_active_directory(&self) -> bool {
        self.bytes("objectGUID").is_some()
    }

    /// What names it for good, through every change of its name.
    pub(super) fn external_id(&self) -> String {
        let guid = self.bytes("objectGUID").map(|bytes| Uuid::from_bytes_le(bytes).to_string());
        guid.or_else(|| self.first(&["entryUUID", "nsUniqueId"], 100))
            .unwrap_or_else(|| format!("dn:{}", self.dn().to_lowercase()))
    }

    /// The name to sign in with.
    pub(super) fn login(&self) -> Option<String> {
        self.first(&["sAMAccountName", "uid"], 100)
    }

    /// Whether it has been switched off. An unsound value switches nothing off.
    pub(super) fn is_disabled(&self) -> bool {
        let control = self.values("userAccountControl").first().and_then(|value| value.parse::<i64>().ok());
        control.is_some_and(|control| control & ACCOUNT_DISABLED != 0)
            || self.values("pwdAccountLockedTime").iter().any(|value| value == LOCKED_FOR_GOOD)
            || self.values("nsAccountLock").iter().any(|value| value.eq_ignore_ascii_case("true"))
    }

    /// The person, with what their groups make them: those of the entry itself, and `others`.
    pub(super) fn profile(&self, others: &[String], table: &GroupRoles) -> Option<Profile> {
        let username = self.login()?;
        let groups: Vec<Dn> =
            self.values("memberOf").iter().chain(others).filter_map(|group| Dn::parse(group)).collect();
        Some(Profile {
            external_id: self.external_id(),
            display_name: self.words(&["displayName", "cn"], 200).unwrap_or_else(|| username.clone()),
            email: self.first(&["mail"], 254),
            phone: self.words(&["telephoneNumber"], 40),
            area: self.words(&["department", "departmentNumber", "ou"], 120),
            office: self.words(&["physicalDeliveryOfficeName"], 120),
            grants: table.of_member(|named| groups.iter().any(|group| is_named(group, named))),
            username,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn entry(pairs: &[(&str, &[&str])]) -> Entry {
        let attrs = pairs.iter().map(|(name, values)| {
            ((*name).to_owned(), values.iter().map(|value| (*value).to_owned()).collect())
        });
        Entry(SearchEntry {
            dn: "uid=ruth,ou=people,dc=example,dc=test".to_owned(),
            attrs: attrs.collect(),
            bin_attrs: HashMap::new(),
        })
    }

    fn table() -> GroupRoles {
        serde_json::from_str(r#"{"desk": {"project": "TIC", "role": "agent"}, "cn=far,dc=test": {"project": "TIC", "role": "admin"}}"#)
            .expect("sound")
    }

    #[test]
    fn an_entry_of_openldap_is_a_person() {
        let ruth = entry(&[
            ("entryUUID", &["0d4a7a5e-5b5e-103f-8a3b-1f2e3d4c5b6a"]),
            ("uid", &["ruth"]),
            ("cn", &["Ruth Ríos"]),
            ("mail", &["ruth@example.test"]),
            ("ou", &["Presupuesto"]),
            ("telephoneNumber", &["2101"]),
            ("physicalDeliveryOfficeName", &["Piso 3"]),
            ("memberOf", &["cn=Desk,ou=groups,dc=example,dc=test"]),
        ]);
        let profile = ruth.profile(&["cn=far,dc=test".to_owned()], &table()).expect("a person");
        assert_eq!(profile.external_id, "0d4a7a5e-5b5e-103f-8a3b-1f2e3d4c5b6a");
        assert_eq!((profile.username.as_str(), profile.display_name.as_str()), ("ruth", "Ruth Ríos"));
        assert_eq!(profile.area.as_deref(), Some("Presupuesto"));
        assert_eq!(profile.office.as_deref(), Some("Piso 3"));
        assert_eq!(profile.grants.len(), 2);
        assert!(!ruth.is_disabled() && !ruth.is_active_directory());
    }

    #[test]
    fn an_entry_of_active_directory_is_a_person() {
        let guid = vec![0x78, 0x56, 0x34, 0x12, 0xbc, 0x9a, 0xf0, 0xde, 1, 2, 3, 4, 5, 6, 7, 0xff];
        let mut alan = entry(&[
            ("SAMAccountName", &["alan"]),
            ("displayName", &["Alan Torres"]),
            ("department", &["TIC"]),
            ("ou", &["otra"]),
            ("userAccountControl", &["514"]),
        ]);
        alan.0.bin_attrs.insert("objectGUID".to_owned(), vec![guid]);
        let profile = alan.profile(&[], &table()).expect("a person");
        assert_eq!(profile.external_id, "12345678-9abc-def0-0102-0304050607ff");
        assert_eq!((profile.username.as_str(), profile.area.as_deref()), ("alan", Some("TIC")));
        assert!(alan.is_active_directory() && alan.is_disabled());
    }

    #[test]
    fn what_is_missing_or_unsound_does_no_harm() {
        assert!(entry(&[("cn", &["A group"])]).profile(&[], &table()).is_none());
        let bare = entry(&[("uid", &["x"]), ("mail", &["  "]), ("userAccountControl", &["many"])]);
        let profile = bare.profile(&["no name".to_owned()], &table()).expect("a person");
        assert_eq!((profile.display_name.as_str(), profile.email), ("x", None));
        assert_eq!(profile.external_id, "dn:uid=ruth,ou=people,dc=example,dc=test");
        assert!(!bare.is_disabled());
        let long = "ñ".repeat(300);
        let long = entry(&[("uid", &["x"]), ("telephoneNumber", &[long.as_str()])]);
        let phone = long.profile(&[], &table()).expect("a person").phone.expect("some of it");
        assert_eq!(phone.chars().count(), 40);
        let spoofed = entry(&[
            ("uid", &["x"]),
            ("displayName", &["Ana\u{202e} Rojas\u{200b}"]),
            ("ou", &["Mesa\nde ayuda"]),
            ("telephoneNumber", &["\u{2066}"]),
        ]);
        let profile = spoofed.profile(&[], &table()).expect("a person");
        assert_eq!(
            (profile.display_name.as_str(), profile.area.as_deref()),
            ("Ana Rojas", Some("Mesa de ayuda"))
        );
        assert_eq!(profile.phone, None);
    }
}
