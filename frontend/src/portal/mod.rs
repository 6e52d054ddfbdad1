//! The portal: for whoever needs help.

mod catalogue;
mod home;
mod mine;
mod register;
mod registered;
mod ticket;
mod told;

pub(crate) use home::HomePage;
pub(crate) use mine::MyTicketsPage;
pub(crate) use register::RegisterPage;
pub(crate) use registered::RegisteredPage;
pub(crate) use ticket::MyTicketPage;
