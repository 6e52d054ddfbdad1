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
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

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

/// What limits count an address as: of IPv6 its network of 64 bits, in which a single machine may have
/// any address it likes.
#[must_use]
pub fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
        address @ IpAddr::V4(_) => address,
    }
}

/// The peer's address; behind a trusted proxy, the last one in `X-Forwarded-For` that is not a
/// trusted proxy itself.
fn client_address(request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    let Ok(app) = App::of(request) else { return Some(peer) };
    let trusted =
        |address: &IpAddr| app.config.trusted_proxies.iter().any(|network| network.contains(address));
    if !trusted(&peer) {
        return Some(peer);
    }
    let forwarded = request.headers().get_all("x-forwarded-for");
    let forwarded: Vec<&str> = forwarded.map(|value| value.to_str().unwrap_or_default()).collect();
    forwarded_for(&forwarded, trusted).or(Some(peer))
}

/// The last address that is not trusted. What is behind one that cannot be read may have come from anybody.
fn forwarded_for(values: &[&str], trusted: impl Fn(&IpAddr) -> bool) -> Option<IpAddr> {
    let hops = values.iter().rev().flat_map(|value| value.rsplit(','));
    hops.map_while(hop).find(|address| !trusted(address))
}

/// An address as proxies write it: with a port, or without.
fn hop(written: &str) -> Option<IpAddr> {
    let written = written.trim();
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    let address = bare.parse().ok().or_else(|| written.parse().ok().map(|address: SocketAddr| address.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

/// The language that the client prefers.
#[must_use]
pub fn request_locale(request: &HttpRequest) -> Locale {
    text::preferred(request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn an_address_is_the_same_however_a_proxy_writes_it() {
        for (written, expected) in [
            ("192.0.2.7", "192.0.2.7"),
            (" 192.0.2.7:51000 ", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8::7", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
            ("[2001:db8::7]:51000", "2001:db8::7"),
            ("[::ffff:192.0.2.7]:51000", "192.0.2.7"),
        ] {
            assert_eq!(hop(written), Some(address(expected)), "{written:?}");
        }
        for wrong in ["", "unknown", "192.0.2", "192.0.2.7:", "[2001:db8::7", "10.0.0.1 10.0.0.2"] {
            assert_eq!(hop(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn nothing_is_believed_that_is_behind_what_cannot_be_read() {
        let proxy = address("10.0.0.1");
        let client = |values: &[&str]| forwarded_for(values, |address| *address == proxy);
        let expected = Some(address("192.0.2.7"));
        assert_eq!(client(&["192.0.2.7"]), expected);
        assert_eq!(client(&["203.0.113.9, 192.0.2.7, 10.0.0.1"]), expected);
        assert_eq!(client(&["203.0.113.9", "192.0.2.7:51000,10.0.0.1:443"]), expected);
        for stopped in [
            &[][..],
            &[""],
            &["10.0.0.1"],
            &["203.0.113.9, unknown"],
            &["203.0.113.9, unknown, 10.0.0.1"],
            &["203.0.113.9", "", "10.0.0.1"],
        ] {
            assert_eq!(client(stopped), None, "{stopped:?}");
        }
    }

    #[test]
    fn whoever_has_a_network_of_ipv6_counts_as_one() {
        let counted = |text: &str| counted_as(address(text)).to_string();
        assert_eq!(counted("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(counted("2001:db8:1:2::9"), "2001:db8:1:2::");
        assert_ne!(counted("2001:db8:1:3::9"), "2001:db8:1:2::");
        assert_eq!(counted("192.0.2.7"), "192.0.2.7");
        assert_eq!(counted("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
