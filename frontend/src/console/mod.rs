//! The console: for those who solve.

mod facts;
mod filters;
mod help;
mod new_ticket;
mod procedure;
mod queue;
mod queues;
mod rows;
mod ticket;

pub(crate) use new_ticket::NewTicketPage;
pub(crate) use queue::QueuePage;
pub(crate) use queues::QueueNav;
pub(crate) use ticket::TicketPage;

/// The words of the queues in the catalogues' keys.
#[cfg(test)]
pub(crate) fn queue_words() -> Vec<&'static str> {
    queues::Queue::ALL.into_iter().map(queues::Queue::as_str).collect()
}
