//! What leaves the desk: letters ([`mail`]), written from templates ([`letter`]), by the way that the
//! operator has said ([`settings`]); and messages to other programs ([`courier`]), as far as they may go
//! ([`reach`]), signed ([`signature`]).
//!
//! Nothing leaves inside of a transaction. Slices write rows; `mail` sends what the rows say, as often
//! as it takes, and the receiver knows a repeated letter by its `Message-ID`.

pub mod courier;
pub mod letter;
pub mod mail;
pub mod reach;
pub mod settings;
pub mod signature;
