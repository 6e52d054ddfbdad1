//! What leaves the desk: letters ([`mail`]), written from templates ([`letter`]).
//!
//! Nothing leaves inside of a transaction. Slices write rows; `mail` sends what the rows say, as often
//! as it takes, and the receiver knows a repeated letter by its `Message-ID`.

pub mod letter;
pub mod mail;
