//! Conversations with the servers of the directory: who is there, and whether a password is theirs.

use super::config::DirectoryConfig;
use super::entry::{ATTRIBUTES, Entry};
use super::verdict::{self, Verdict};
use crate::auth::accounts::Profile;
use crate::error::{Barred, Error, Result};
use crate::tls;
use ldap3::adapters::{Adapter, EntriesOnly, PagedResults};
use ldap3::{
    Ldap, LdapConnAsync, LdapConnSettings, LdapError, Scope, SearchEntry, SearchOptions, ldap_escape,
};
use rustls::ClientConfig;
use secrecy::ExposeSecret;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use uuid::Uuid;

/// A server that does not take a connection in this time is passed over for the next.
const CONNECT: Duration = Duration::from_secs(3);

/// So is one that does not answer a question in this time.
const ANSWER: Duration = Duration::from_secs(5);

/// Entries in one answer: Active Directory gives at most a thousand.
const PAGE: i32 = 500;

/// Groups within groups, which only Active Directory can follow.
const IN_CHAIN: &str = "1.2.840.113556.1.4.1941";

/// Why a server gave no answer: for the log and the operator.
type Conversation<T> = std::result::Result<T, LdapError>;

/// The directory.
pub struct Directory {
    pub(super) config: DirectoryConfig,
    tls: Arc<ClientConfig>,
    /// The server that answered last is asked first, so that one that is away costs time only once.
    first: AtomicUsize,
}

/// What came of a name and a password.
pub(super) enum Checked {
    /// They are this person's.
    Person(Box<Profile>),
    /// They are nobody's.
    Nobody,
    /// They may not come in.
    Barred(Barred),
}

/// What became of somebody whom the directory knew.
pub(super) enum Fate {
    /// They are there.
    Present(Box<Profile>),
    /// They are there, but switched off.
    Disabled,
    /// They are not there.
    Gone,
}

impl Directory {
    /// Nothing is asked yet. The error is a sentence for the operator.
    pub fn new(config: DirectoryConfig) -> std::result::Result<Self, String> {
        let tls = tls::client_config(config.ca_file.as_deref())
            .map_err(|error| format!("MESA_LDAP_CA_FILE: {error}"))?;
        Ok(Self { config, tls: Arc::new(tls), first: AtomicUsize::new(0) })
    }

    /// Whose name and password these are, asked of one server after another until one answers.
    pub(super) async fn check(&self, login: &str, password: &str) -> Result<Checked> {
        // An empty password binds as nobody, which looks like a success (RFC 4513 §5.1.2).
        if password.is_empty() {
            return Ok(Checked::Nobody);
        }
        let mut faults = Vec::new();
        for index in self.order() {
            let outcome = async { self.open(index).await?.check(login, password).await };
            match outcome.await {
                Ok(Some(checked)) => {
                    self.first.store(index, Ordering::Relaxed);
                    return Ok(checked);
                }
                Ok(None) => faults.push(format!("{}: no verdict", self.config.urls[index])),
                Err(error) => faults.push(format!("{}: {error}", self.config.urls[index])),
            }
        }
        Err(Error::DirectoryUnavailable(faults.join("; ")))
    }

    /// A conversation with the first server that answers.
    pub(super) async fn connect(&self) -> Result<Session<'_>> {
        let mut faults = Vec::new();
        for index in self.order() {
            match self.open(index).await {
                Ok(session) => return Ok(session),
                Err(error) => faults.push(format!("{}: {error}", self.config.urls[index])),
            }
        }
        Err(Error::DirectoryUnavailable(faults.join("; ")))
    }

    /// What each server says to being asked for anybody: for `mesa doctor`.
    pub async fn examine(&self) -> Vec<(String, std::result::Result<(), String>)> {
        let mut all = Vec::new();
        for (index, url) in self.config.urls.iter().enumerate() {
            let answer = async { self.open(index).await?.is_empty().await };
            let answer = match answer.await {
                Ok(false) => Ok(()),
                Ok(true) => Err(format!("nobody fits MESA_LDAP_USER_FILTER below {}", self.config.base_dn)),
                Err(error) => Err(error.to_string()),
            };
            all.push((url.to_string(), answer));
        }
        all
    }

    fn order(&self) -> impl Iterator<Item = usize> + use<> {
        let (count, first) = (self.config.urls.len(), self.first.load(Ordering::Relaxed));
        (0..count).map(move |step| (first + step) % count)
    }

    /// Opens a conversation as whoever looks people up.
    async fn open(&self, index: usize) -> Conversation<Session<'_>> {
        let settings = LdapConnSettings::new()
            .set_conn_timeout(CONNECT)
            .set_config(Arc::clone(&self.tls))
            .set_starttls(self.config.starttls);
        let (connection, ldap) =
            LdapConnAsync::from_url_with_settings(settings, &self.config.urls[index]).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.drive().await {
                log::debug!("the connection to the directory ended: {error}");
            }
        });
        let mut session = Session { directory: self, ldap };
        session.look_up_as_usual().await?;
        Ok(session)
    }
}

/// A conversation with a server. It ends when it is dropped.
pub(super) struct Session<'a> {
    directory: &'a Directory,
    ldap: Ldap,
}

impl Session<'_> {
    /// Signs in as whoever looks people up. Where that is nobody, whoever has signed in stays.
    async fn look_up_as_usual(&mut self) -> Conversation<()> {
        let config = &self.directory.config;
        let Some(dn) = config.bind_dn.as_deref() else { return Ok(()) };
        let password = config.bind_password.expose_secret();
        self.ldap.with_timeout(ANSWER).simple_bind(dn, password).await?.success()?;
        Ok(())
    }

    /// Whose name and password these are; none when the server cannot say.
    async fn check(&mut self, login: &str, password: &str) -> Conversation<Option<Checked>> {
        let found = self.named(login).await?;
        // For nobody a password is tried as well, so that it takes as long as for somebody.
        let dn = match &found {
            Some(entry) => entry.dn().to_owned(),
            None => format!("cn=nobody,{}", self.directory.config.base_dn),
        };
        let ask = self.ldap.with_timeout(ANSWER).with_controls(verdict::ask_policy());
        let verdict = verdict::of(&ask.simple_bind(&dn, password).await?);
        let Some(entry) = found else { return Ok(Some(Checked::Nobody)) };
        match verdict {
            Verdict::NoAnswer => Ok(None),
            Verdict::Wrong => Ok(Some(Checked::Nobody)),
            Verdict::Barred(why) => Ok(Some(Checked::Barred(why))),
            // Not every directory refuses a password because of what the entry says.
            Verdict::Right if entry.is_disabled() => Ok(Some(Checked::Barred(Barred::AccountDisabled))),
            Verdict::Right => {
                // The person may not see their groups.
                self.look_up_as_usual().await?;
                let profile = self.profile(&entry).await?;
                Ok(Some(profile.map_or(Checked::Nobody, |profile| Checked::Person(Box::new(profile)))))
            }
        }
    }

    /// What became of somebody, sought by their name and then by what names them for good.
    pub(super) async fn fate(&mut self, username: &str, external_id: &str) -> Result<Fate> {
        let found = async {
            let named = self.named(username).await?.filter(|entry| entry.external_id() == external_id);
            let entry = match named {
                Some(entry) => Some(entry),
                None => self.with_id(external_id).await?,
            };
            let Some(entry) = entry else { return Ok(Fate::Gone) };
            if entry.is_disabled() {
                return Ok(Fate::Disabled);
            }
            // Nobody loses an account because an attribute cannot be read.
            self.profile(&entry)
                .await?
                .map(|profile| Fate::Present(Box::new(profile)))
                .ok_or_else(|| LdapError::AdapterInit(format!("{} has no name to sign in with", entry.dn())))
        };
        found.await.map_err(|error: LdapError| Error::DirectoryUnavailable(error.to_string()))
    }

    /// Whether nobody at all is found: then what is not found means nothing.
    pub(super) async fn is_empty(&mut self) -> Conversation<bool> {
        let filter = self.directory.config.user_filter.replace("{login}", "*");
        Ok(self.search(&filter, &["1.1"], 1).await?.is_empty())
    }

    /// The only entry that fits what somebody typed. Two that fit are nobody.
    async fn named(&mut self, login: &str) -> Conversation<Option<Entry>> {
        let filter = self.directory.config.user_filter.replace("{login}", &ldap_escape(login));
        let mut found = self.search(&filter, &ATTRIBUTES, 2).await?;
        if found.len() > 1 {
            log::warn!(
                "MESA_LDAP_USER_FILTER fits more than one entry: {}, {}",
                found[0].dn(),
                found[1].dn()
            );
            return Ok(None);
        }
        Ok(found.pop())
    }

    /// The entry that is named for good by `external_id`, wherever it is now.
    async fn with_id(&mut self, external_id: &str) -> Conversation<Option<Entry>> {
        let text = ldap_escape(external_id);
        let mut filter = format!("(|(entryUUID={text})(nsUniqueId={text})");
        if let Ok(id) = external_id.parse::<Uuid>() {
            let bytes = id.to_bytes_le().iter().fold(String::new(), |mut all, byte| {
                let _ = write!(all, "\\{byte:02x}");
                all
            });
            let _ = write!(filter, "(objectGUID={bytes})");
        }
        filter.push(')');
        Ok(self.search(&filter, &ATTRIBUTES, 1).await?.pop())
    }

    /// The person of an entry, with the groups that the entry itself does not name.
    async fn profile(&mut self, entry: &Entry) -> Conversation<Option<Profile>> {
        let dn = ldap_escape(entry.dn());
        let filter = if entry.is_active_directory() {
            format!("(member:{IN_CHAIN}:={dn})")
        } else {
            let login = entry.login().unwrap_or_default();
            format!("(|(member={dn})(uniqueMember={dn})(memberUid={}))", ldap_escape(login))
        };
        let groups = self.search(&filter, &["1.1"], 0).await?;
        let groups: Vec<String> = groups.iter().map(|group| group.dn().to_owned()).collect();
        Ok(entry.profile(&groups, &self.directory.config.group_roles))
    }

    /// Entries below the base: the first `most` of them, or all when that is 0, a page at a time.
    async fn search(&mut self, filter: &str, attributes: &[&str], most: i32) -> Conversation<Vec<Entry>> {
        const SIZE_LIMIT_EXCEEDED: u32 = 4;
        let mut adapters: Vec<Box<dyn Adapter<_, _>>> = vec![Box::new(EntriesOnly::new())];
        if most == 0 {
            adapters.push(Box::new(PagedResults::new(PAGE)));
        }
        let ask = self.ldap.with_search_options(SearchOptions::new().sizelimit(most)).with_timeout(ANSWER);
        let base = self.directory.config.base_dn.as_str();
        let mut stream =
            ask.streaming_search_with(adapters, base, Scope::Subtree, filter, attributes.to_vec()).await?;
        let mut entries = Vec::new();
        while let Some(entry) = stream.next().await? {
            entries.push(Entry(SearchEntry::construct(entry)));
        }
        let result = stream.finish().await;
        if most == 0 || result.rc != SIZE_LIMIT_EXCEEDED {
            result.success()?;
        }
        Ok(entries)
    }
}
