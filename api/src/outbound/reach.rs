//! Which addresses on the network the desk reaches when others have said where: none of those that only
//! machines of the organisation should reach, so that nobody has the desk speak to them instead (server-side
//! request forgery). The special networks are those of the registries of IANA (RFC 6890).

use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Networks of IPv4 that are not the internet, with the lengths of their prefixes.
const SPECIAL_V4: [(Ipv4Addr, u32); 16] = [
    // "This" network.
    (Ipv4Addr::UNSPECIFIED, 8),
    // Private (RFC 1918).
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Shared by the customers of a provider (RFC 6598).
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    // This machine.
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local: also where clouds tell machines their credentials.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    // The same of Azure.
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    // Protocol assignments.
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    // Documentation (RFC 5737).
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Relays of 6to4, which are no more.
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    // Measurements (RFC 2544).
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    // Multicast.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    // Reserved, and broadcast.
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The internet of IPv6; all else is special.
const GLOBAL_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What is special within it.
const SPECIAL_V6: [(Ipv6Addr, u32); 4] = [
    // Protocol assignments, Teredo among them.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation.
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
    // 6to4, which has an address of IPv4 in it.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
];

/// Behind which a translator reaches IPv4 (RFC 6052): the last four bytes say what.
const TRANSLATED: (Ipv6Addr, u32) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// How far the desk reaches.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// Everywhere, also this machine, and without TLS: for trials.
    pub everywhere: bool,
    /// Besides the internet.
    pub besides: Vec<IpNet>,
}

/// Why an address is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no URL with `https` and a host, or there is a user name or password in it.
    Url,
    /// The host is an address that the desk does not reach.
    Address,
}

impl Reach {
    /// Whether the desk reaches an address.
    #[must_use]
    pub fn has(&self, address: IpAddr) -> bool {
        let meant = meant(address);
        self.everywhere || is_public(meant) || self.besides.iter().any(|network| network.contains(&meant))
    }

    /// Reads a URL, if the desk may reach it as far as can be told without asking for the name's address:
    /// whoever connects asks [`Reach::has`] of what the name leads to then.
    pub fn url(&self, text: &str) -> Result<Url, Refusal> {
        let mut url = Url::parse(text.trim()).map_err(|_| Refusal::Url)?;
        let secure = url.scheme() == "https" || (self.everywhere && url.scheme() == "http");
        if !secure || !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Url);
        }
        let reached = match url.host().ok_or(Refusal::Url)? {
            Host::Domain(_) => true,
            Host::Ipv4(address) => self.has(address.into()),
            Host::Ipv6(address) => self.has(address.into()),
        };
        url.set_fragment(None);
        if reached { Ok(url) } else { Err(Refusal::Address) }
    }
}

/// The address that is reached in the end.
fn meant(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) if is_in_v6(address, TRANSLATED) => {
            let [.., a, b, c, d] = address.octets();
            IpAddr::V4(Ipv4Addr::new(a, b, c, d))
        }
        other => other,
    }
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !SPECIAL_V4.into_iter().any(|network| is_in_v4(address, network)),
        IpAddr::V6(address) => {
            is_in_v6(address, GLOBAL_V6) && !SPECIAL_V6.into_iter().any(|network| is_in_v6(address, network))
        }
    }
}

fn is_in_v4(address: Ipv4Addr, (network, length): (Ipv4Addr, u32)) -> bool {
    (address.to_bits() ^ network.to_bits()).leading_zeros() >= length
}

fn is_in_v6(address: Ipv6Addr, (network, length): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ network.to_bits()).leading_zeros() >= length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn the_internet_is_reached_and_nothing_else() {
        let reach = Reach::default();
        for public in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "128.0.0.1",
            "168.63.129.17",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.0",
            "190.85.1.1",
            "192.0.1.0",
            "192.167.255.255",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:4860:4860::8888",
            "2606:4700:4700::1111",
            "2800:3f0:4005::200e",
            "::ffff:1.1.1.1",
            "64:ff9b::1.1.1.1",
        ] {
            assert!(reach.has(address(public)), "{public}");
        }
        for special in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:0:127.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1.1.1.1",
            "100::1",
            "2001::1",
            "2001:10::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!reach.has(address(special)), "{special}");
        }
    }

    #[test]
    fn the_operator_may_allow_more() {
        let besides =
            vec!["10.20.0.0/16".parse().expect("a network"), "fd12::/16".parse().expect("a network")];
        let reach = Reach { everywhere: false, besides };
        for allowed in ["10.20.1.1", "::ffff:10.20.1.1", "64:ff9b::10.20.1.1", "fd12::7"] {
            assert!(reach.has(address(allowed)), "{allowed}");
        }
        for refused in ["10.21.0.1", "127.0.0.1", "169.254.169.254", "fd13::7"] {
            assert!(!reach.has(address(refused)), "{refused}");
        }
        let trial = Reach { everywhere: true, besides: Vec::new() };
        assert!(trial.has(address("127.0.0.1")) && trial.has(address("::1")));
    }

    #[test]
    fn a_url_says_no_more_than_where() {
        let reach = Reach::default();
        for taken in ["https://hooks.example.org/mesa?a=1", "https://1.1.1.1:8443/", " https://ejemplo.co "] {
            assert!(reach.url(taken).is_ok(), "{taken}");
        }
        assert_eq!(
            reach.url("https://hooks.example.org/a#b").map(String::from),
            Ok("https://hooks.example.org/a".to_owned())
        );
        for (refused, why) in [
            ("hooks.example.org", Refusal::Url),
            ("http://hooks.example.org/", Refusal::Url),
            ("ftp://hooks.example.org/", Refusal::Url),
            ("file:///etc/passwd", Refusal::Url),
            ("https://user:pw@hooks.example.org/", Refusal::Url),
            ("https://token@hooks.example.org/", Refusal::Url),
            ("https://", Refusal::Url),
            ("https://127.0.0.1/", Refusal::Address),
            ("https://2130706433/", Refusal::Address),
            ("https://0x7f.1/", Refusal::Address),
            ("https://0177.0.0.1/", Refusal::Address),
            ("https://127.0.0.1./", Refusal::Address),
            ("https://[::1]/", Refusal::Address),
            ("https://[::ffff:10.0.0.1]/", Refusal::Address),
            ("https://169.254.169.254/latest/meta-data/", Refusal::Address),
        ] {
            assert_eq!(reach.url(refused).map(String::from), Err(why), "{refused}");
        }
        let trial = Reach { everywhere: true, besides: Vec::new() };
        assert!(trial.url("http://127.0.0.1:9000/").is_ok());
    }
}
