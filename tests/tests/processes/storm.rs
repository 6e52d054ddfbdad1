//! Many clients that register cases, each one after another, every case under a key of its own.

use super::server::{Desk, until_within};
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::JoinHandle;

const CLIENTS: usize = 16;

/// A registration that was tried.
#[derive(Clone, Debug)]
pub struct Tried {
    pub key: String,
    pub subject: String,
    /// What the answer said, if one came.
    pub number: Option<String>,
}

/// The clients at work.
pub struct Storm {
    over: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
    tried: Arc<Mutex<Vec<Tried>>>,
    clients: Vec<JoinHandle<()>>,
}

impl Storm {
    /// Sends the clients off. What gets no 201 they send again with the same key, `retries` times;
    /// a client that gets none by then goes home.
    pub fn begin(desk: &Desk, retries: u32) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let (answered, tried) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let client = |client: usize| {
            let (desk, over, answered, tried) =
                (desk.clone(), Arc::clone(&over), Arc::clone(&answered), Arc::clone(&tried));
            tokio::spawn(async move {
                for case in 0.. {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    let key = format!("storm-{client}-{case}");
                    let subject = format!("Caso {case} del cliente {client}");
                    let number = register(&desk, &key, &subject, retries).await;
                    let done = number.is_some();
                    tried.lock().expect("not poisoned").push(Tried { key, subject, number });
                    if !done {
                        return;
                    }
                    answered.fetch_add(1, Ordering::Relaxed);
                }
            })
        };
        let clients = (0..CLIENTS).map(client).collect();
        Self { over, answered, tried, clients }
    }

    /// Waits until this many more have been answered.
    pub async fn answered(&self, more: usize) {
        let goal = self.answered.load(Ordering::Relaxed) + more;
        let enough = async || self.answered.load(Ordering::Relaxed) >= goal;
        until_within(Duration::from_mins(1), "the storm is answered", enough).await;
    }

    /// Lets each client finish what it is at; everything that was tried.
    pub async fn end(self) -> Vec<Tried> {
        self.over.store(true, Ordering::Relaxed);
        for client in self.clients {
            client.await.expect("a client does not panic");
        }
        self.tried.lock().expect("not poisoned").clone()
    }
}

async fn register(desk: &Desk, key: &str, subject: &str, retries: u32) -> Option<String> {
    for _ in 0..=retries {
        if let Some(number) = desk.register(key, subject).await {
            return Some(number);
        }
    }
    None
}

/// Every case that was answered is there, none is there twice, and a retry finds what was done:
/// `before` is how many cases there were when the storm began.
pub async fn nothing_lost_nothing_doubled(desk: &Desk, before: u64, tried: &[Tried]) {
    let share = tried.len().div_ceil(CLIENTS);
    let checked = tried.chunks(share).map(|tried| tokio::spawn(check(desk.clone(), tried.to_vec())));
    let mut numbers = HashSet::new();
    for numbered in checked.collect::<Vec<_>>() {
        for number in numbered.await.expect("each case is as it was answered") {
            assert!(numbers.insert(number.clone()), "{number} was given to two keys");
        }
    }
    let tried = u64::try_from(tried.len()).expect("a count");
    assert_eq!(desk.count().await, before + tried, "as many new cases as keys");
}

/// The number that each key has in the end.
async fn check(desk: Desk, tried: Vec<Tried>) -> Vec<String> {
    let mut numbers = Vec::new();
    for Tried { key, subject, number } in tried {
        if let Some(number) = &number {
            let (status, ticket) = desk.get(&format!("/tickets/{number}")).await;
            assert_eq!(status, 200, "{number} was answered with 201 and is gone: {ticket}");
            assert_eq!(ticket["subject"], subject, "{number} is another case");
        }
        let again = desk.register(&key, &subject).await.expect("a retry is answered");
        assert!(number.is_none_or(|number| number == again), "{key} is {again} the second time");
        numbers.push(again);
    }
    numbers
}
