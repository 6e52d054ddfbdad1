//! What reaches the desk from outside on its own, without anybody having signed in: mail.

pub mod mail;
