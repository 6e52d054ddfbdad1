//! What people see, in a real browser: the walk through the procedure with four people signed in,
//! the same by keyboard alone, every page in every window with an accessibility scan, what happens
//! when something comes between, what others do meanwhile, both languages, and what the first load weighs.

mod administration;
mod interruptions;
mod keyboard;
mod languages;
mod listening;
mod notices;
mod pages;
mod privacy;
mod seat;
mod security;
mod walk;
mod weight;
