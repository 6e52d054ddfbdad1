//! A domain controller of which one thing is known: what it says of whoever signs in. It speaks as much
//! LDAP (RFC 4511) as that takes, and says it in the words of Active Directory, which no server that
//! runs here has.

use crate::directory::{self, GROUP_ROLES};
use mesa::auth::directory::DirectoryConfig;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

/// Tags of the protocol's requests and answers.
const BIND: u8 = 0x60;
const BIND_RESPONSE: u8 = 0x61;
const SEARCH: u8 = 0x63;
const SEARCH_ENTRY: u8 = 0x64;
const SEARCH_DONE: u8 = 0x65;

/// Tags of BER (X.690).
const OCTETS: u8 = 0x04;
const ENUMERATED: u8 = 0x0a;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;

/// The code of a sign-in that is refused, whatever for.
const INVALID_CREDENTIALS: u8 = 49;

/// A running server, which ends with the test's process.
pub struct DomainController {
    address: SocketAddr,
}

impl DomainController {
    /// Whoever is looked for is there, and no password is taken, for the reason with this code.
    #[must_use]
    pub fn that_says(data: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever asks may leave in the middle of it.
                thread::spawn(move || drop(converse(stream, data)));
            }
        });
        Self { address }
    }

    /// The desk's settings for it: without TLS, since it is on this machine.
    #[must_use]
    pub fn config(&self) -> Option<DirectoryConfig> {
        let settings = [
            ("MESA_LDAP_URL", format!("ldap://{}", self.address)),
            ("MESA_LDAP_BASE_DN", "dc=corp,dc=test".to_owned()),
            ("MESA_LDAP_GROUP_ROLES", GROUP_ROLES.to_owned()),
        ];
        directory::read(&settings, false)
    }
}

/// Answers one request after another, until there is one that needs no answer.
fn converse(mut stream: TcpStream, data: &str) -> io::Result<()> {
    loop {
        let message = message(&mut stream)?;
        // The number of the request comes first, and goes back with each answer.
        let (number, request) = message.split_at(2 + usize::from(message[1]));
        let answers = match request[0] {
            SEARCH => vec![entry(), result(SEARCH_DONE, 0, "")],
            BIND => {
                let text = format!(
                    "80090308: LdapErr: DSID-0C09041C, comment: AcceptSecurityContext error, data {data}, v4563\0"
                );
                vec![result(BIND_RESPONSE, INVALID_CREDENTIALS, &text)]
            }
            _ => return Ok(()),
        };
        for answer in answers {
            stream.write_all(&element(SEQUENCE, &[number, &answer[..]]))?;
        }
    }
}

/// What is in the next message.
fn message(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = [0; 2];
    stream.read_exact(&mut head)?;
    let length = if head[1] < 0x80 {
        usize::from(head[1])
    } else {
        let mut bytes = vec![0; usize::from(head[1] & 0x7f)];
        stream.read_exact(&mut bytes)?;
        bytes.iter().fold(0, |all, byte| (all << 8) | usize::from(*byte))
    };
    let mut content = vec![0; length];
    stream.read_exact(&mut content)?;
    Ok(content)
}

/// Somebody, whoever was looked for.
fn entry() -> Vec<u8> {
    let attribute = |name: &str, value: &str| {
        let values = element(SET, &[&element(OCTETS, &[value.as_bytes()])]);
        element(SEQUENCE, &[&element(OCTETS, &[name.as_bytes()]), &values])
    };
    let attributes = [attribute("sAMAccountName", "ruth"), attribute("displayName", "Ruth Mora")].concat();
    element(
        SEARCH_ENTRY,
        &[&element(OCTETS, &[b"cn=Ruth Mora,ou=people,dc=corp,dc=test"]), &element(SEQUENCE, &[&attributes])],
    )
}

/// How something ended.
fn result(tag: u8, code: u8, text: &str) -> Vec<u8> {
    let (code, matched) = (element(ENUMERATED, &[&[code]]), element(OCTETS, &[]));
    element(tag, &[&code, &matched, &element(OCTETS, &[text.as_bytes()])])
}

/// An element of BER, its parts one behind the other.
fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u16::try_from(content.len()).expect("answers are short").to_be_bytes();
    [&[tag, 0x82][..], &length[..], &content[..]].concat()
}
