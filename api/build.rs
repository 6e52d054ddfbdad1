//! The binary embeds the migrations and the SPA: it is built anew when they change.

fn main() {
    println!("cargo::rerun-if-changed=../migrations");
    println!("cargo::rerun-if-changed=../target/spa");
}
