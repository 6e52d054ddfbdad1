//! The portal: for whoever needs help.

mod cancel;
mod case;
mod catalogue;
mod facts;
mod home;
mod late;
mod mine;
mod register;
mod registered;
mod ticket;
mod told;
mod waiting;

pub(crate) use home::HomePage;
pub(crate) use mine::MyTicketsPage;
pub(crate) use register::RegisterPage;
pub(crate) use registered::RegisteredPage;
pub(crate) use ticket::MyTicketPage;
