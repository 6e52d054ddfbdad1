//! What leaves the desk: letters ([`mail`]), written from templates ([`letter`]), by the way that the
//! operator has said ([`settings`]), with an address to answer to ([`replies`]). And the way to the
//! mailboxes that answers come into ([`imap`]). And messages to other programs ([`courier`]), as far as they
//! may go ([`reach`]).
//!
//! Nothing leaves inside of a transaction. Slices write rows; `mail` sends what the rows say, as often
//! as it takes, and the receiver knows a repeated letter by its `Message-ID`.

pub mod courier;
pub mod imap;
pub mod letter;
pub mod mail;
pub mod reach;
pub mod replies;
pub mod settings;
