//! Where a request comes from.

use super::middleware::RequestId;
use crate::app::App;
use crate::error::{Error, Result};
use crate::text;
use actix_web::http::header::{ACCEPT_LANGUAGE, USER_AGENT};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use contract::auth::Locale;
use contract::tickets::Channel;
use std::future::{Ready, ready};
use std::net::IpAddr;

/// Where a request comes from, for the timeline and the audit log.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The client's address.
    pub address: Option<String>,
    /// What the client calls itself.
    pub user_agent: Option<String>,
    /// The request's id, as in the log and in problems.
    pub request_id: String,
    /// By which way it has come to the desk, when not by the API: as a mail, or by a source.
    pub channel: Option<Channel>,
}

impl Origin {
    /// Of a request.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
        let user_agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
        Self {
            address: client_address(request).map(|address| address.to_string()),
            user_agent: user_agent.map(str::to_owned),
            request_id,
            channel: None,
        }
    }
}

impl FromRequest for Origin {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

/// The peer's address; behind a trusted proxy, the last one in `X-Forwarded-For` that is not a
/// trusted proxy itself.
fn client_address(request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let Ok(app) = App::of(request) else { return Some(peer) };
    let trusted =
        |address: &IpAddr| app.config.trusted_proxies.iter().any(|network| network.contains(address));
    if !trusted(&peer) {
        return Some(peer);
    }
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> =
        forwarded.flat_map(|value| value.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.into_iter().rev().find(|hop| !trusted(hop)).or(Some(peer))
}

/// The language that the client prefers.
#[must_use]
pub fn request_locale(request: &HttpRequest) -> Locale {
    text::preferred(request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()))
}
