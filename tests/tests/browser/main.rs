//! What people see, in a real browser: the walk through the procedure with four people signed in,
//! and every page as it is on a desktop by day and on a telephone at night, with an
//! accessibility scan.

mod pages;
mod seat;
mod walk;
