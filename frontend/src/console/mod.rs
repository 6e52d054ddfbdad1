//! The console: for those who solve.

mod activities;
mod arrivals;
mod bulk;
mod bulk_result;
mod choosing;
mod commands;
mod conditions;
mod facet_menu;
mod facets;
mod facts;
mod filters;
mod help;
mod keymap;
mod late;
mod new_ticket;
mod offers;
mod palette;
mod place;
mod presence;
mod procedure;
mod queue;
mod queue_nav;
mod queues;
mod related;
mod requester;
mod rows;
mod saved;
mod sorting;
mod steps;
mod ticket;
mod trail;
mod way;

pub(crate) use commands::{CommandProvider, PaletteButton};
pub(crate) use new_ticket::NewTicketPage;
pub(crate) use queue::QueuePage;
pub(crate) use queue_nav::QueueNav;
pub(crate) use ticket::TicketPage;

/// The words of the queues in the catalogues' keys.
#[cfg(test)]
pub(crate) fn queue_words() -> Vec<&'static str> {
    queues::Queue::ALL.into_iter().map(queues::Queue::as_str).collect()
}
