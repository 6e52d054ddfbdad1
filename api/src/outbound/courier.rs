//! The way to addresses that administrators have named. The one HTTP client that goes there connects only
//! to what [`Reach`] allows, asked of the very addresses it connects to, so that a name which leads
//! elsewhere by now does not help; it takes no proxy of the environment, and follows nobody to another place.

use super::reach::Reach;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::tls;
use chrono::{DateTime, Utc};
use contract::webhooks::DeliveryFault;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// How long an answer may take, until its last byte.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// How much is kept of an answer, in bytes.
const MOST_BYTES: usize = 1024;

/// Delivers messages.
pub struct Courier {
    reach: Arc<Reach>,
    /// Made when it is needed first: to read this machine's certificates takes its time.
    client: OnceLock<reqwest::Client>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Where to.
    pub url: String,
    /// Its id, the same however often it is sent.
    pub id: String,
    /// When it is sent.
    pub at: DateTime<Utc>,
    /// Its signatures.
    pub signature: String,
    /// JSON.
    pub body: String,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The status.
    pub status: u16,
    /// The beginning of the body.
    pub beginning: String,
}

impl Courier {
    /// As the operator has said.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let reach = Reach {
            everywhere: config.webhook_allow_private,
            besides: config.webhook_allowed_networks.clone(),
        };
        Self { reach: Arc::new(reach), client: OnceLock::new() }
    }

    /// How far it goes.
    #[must_use]
    pub fn reach(&self) -> &Reach {
        &self.reach
    }

    /// Delivers a message; the answer, whatever it is.
    pub async fn deliver(&self, message: Message) -> std::result::Result<Answered, DeliveryFault> {
        let Message { url, id, at, signature, body } = message;
        let url = self.reach.url(&url).map_err(|_| DeliveryFault::Address)?;
        let client = self.client().map_err(|error| {
            log::error!("webhooks: {error}");
            DeliveryFault::Connection
        })?;
        let request = client
            .post(url)
            .header("content-type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", at.timestamp().to_string())
            .header("webhook-signature", signature)
            .body(body);
        let mut answer = request.send().await.map_err(|error| fault(&error))?;
        let status = answer.status().as_u16();
        let mut beginning = Vec::new();
        // What comes after the status decides nothing, so it may as well break off.
        while beginning.len() < MOST_BYTES {
            let Ok(Some(chunk)) = answer.chunk().await else { break };
            beginning.extend_from_slice(&chunk);
        }
        beginning.truncate(MOST_BYTES);
        // PostgreSQL keeps no null character.
        let beginning = String::from_utf8_lossy(&beginning).replace('\0', "");
        Ok(Answered { status, beginning })
    }

    fn client(&self) -> Result<&reqwest::Client> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let made = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::client_config(None).map_err(Error::Internal)?)
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .user_agent(concat!("Mesa/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(Resolver(Arc::clone(&self.reach)))
            .build()
            .map_err(Error::internal)?;
        Ok(self.client.get_or_init(|| made))
    }
}

/// Finds the addresses of a name, and leaves out those that are not reached.
struct Resolver(Arc<Reach>);

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (reach, name) = (Arc::clone(&self.0), name.as_str().to_owned());
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let some = !found.is_empty();
            let reached: Vec<_> = found.into_iter().filter(|address| reach.has(address.ip())).collect();
            if some && reached.is_empty() {
                return Err(OutOfReach.into());
            }
            let addresses: Addrs = Box::new(reached.into_iter());
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(addresses)
        })
    }
}

/// The name leads to no address that is reached.
#[derive(Clone, Copy, Debug)]
struct OutOfReach;

impl fmt::Display for OutOfReach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads to a private address")
    }
}

impl std::error::Error for OutOfReach {}

fn fault(error: &reqwest::Error) -> DeliveryFault {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.is::<OutOfReach>() {
            return DeliveryFault::Address;
        }
        cause = inner.source();
    }
    if error.is_timeout() { DeliveryFault::Timeout } else { DeliveryFault::Connection }
}
