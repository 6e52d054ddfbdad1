//! Those who listen to this replica, and the one reader that reads for all of them.
//!
//! The reader looks every second, and at once when it is woken, for as long as anybody listens. What it
//! has read goes to every listener as a beat; a listener that takes its beats too slowly is told that it
//! has missed some, and costs no memory beyond that. Whoever waits for a beat holds no connection to the
//! database. What is read, and what of it a listener may know, is a slice's to say.

use crate::clock::Clock;
use crate::db::{Db, DbConnection};
use crate::error::{Error, Result};
use crate::ids::UserId;
use chrono::{DateTime, Utc};
use prometheus::IntGauge;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Notify, broadcast, watch};
use tokio::time::MissedTickBehavior;

/// How often the reader looks, when nobody wakes it.
const EVERY: Duration = Duration::from_secs(1);

/// What happens together is read together: so long after it is woken.
const PAUSE: Duration = Duration::from_millis(100);

/// How often one person may listen to a replica: in so many tabs and devices. The oldest gives way to one
/// more: of a page that was left it is not known until the next word to it.
const PER_PERSON: usize = 10;

/// How many may listen to a replica in all.
const IN_ALL: usize = 2_000;

/// Beats that wait for a listener.
const WAITING: usize = 16;

/// Reads what is new since what was read before; the first time, where things stand.
pub type Read<N> = fn(&mut DbConnection, Option<&N>, DateTime<Utc>) -> Result<N>;

/// Those who listen, and what they listen to.
pub struct Hub<N> {
    db: Db,
    clock: Clock,
    read: Read<N>,
    beats: broadcast::Sender<Option<Arc<N>>>,
    wake: Notify,
    over: watch::Sender<bool>,
    seats: Mutex<Seats>,
    gauge: IntGauge,
}

#[derive(Default)]
struct Seats {
    /// Each person's, the oldest first.
    of: HashMap<UserId, VecDeque<Place>>,
    all: usize,
    /// The number of the last that was given.
    last: u64,
    /// Whether somebody reads for them.
    read_for: bool,
}

/// Where a listener sits, and how to have them leave.
struct Place {
    number: u64,
    leave: watch::Sender<bool>,
}

/// What a listener hears.
pub enum Beat<N> {
    /// What was read.
    News(Arc<N>),
    /// Nothing could be read, but time passes.
    Silence,
    /// It was too slow: something went past it.
    Missed,
}

impl<N: Send + Sync + 'static> Hub<N> {
    /// With nobody who listens yet; `gauge` counts them.
    #[must_use]
    pub fn new(db: Db, clock: Clock, read: Read<N>, gauge: IntGauge) -> Self {
        Self {
            db,
            clock,
            read,
            beats: broadcast::Sender::new(WAITING),
            wake: Notify::new(),
            over: watch::Sender::new(false),
            seats: Mutex::default(),
            gauge,
        }
    }

    /// Takes a seat for a person. With a request's id the log tells when they have left: of an answer without
    /// an end it would have no line otherwise.
    pub fn listen(self: &Arc<Self>, person: UserId, request: Option<&str>) -> Result<Seat<N>> {
        if *self.over.borrow() {
            return Err(Error::Unavailable("the server is about to stop".to_owned()));
        }
        let mut seats = self.seats();
        if seats.all >= IN_ALL {
            return Err(Error::Unavailable(format!("{IN_ALL} listen already")));
        }
        seats.all += 1;
        seats.last += 1;
        let number = seats.last;
        let leave = watch::Sender::new(false);
        let leaving = leave.subscribe();
        let theirs = seats.of.entry(person).or_default();
        if theirs.len() >= PER_PERSON
            && let Some(oldest) = theirs.pop_front()
        {
            oldest.leave.send_replace(true);
        }
        theirs.push_back(Place { number, leave });
        self.gauge.inc();
        let seat = Seat {
            hub: Arc::clone(self),
            person,
            number,
            leaving,
            beats: self.beats.subscribe(),
            over: self.over.subscribe(),
            since: Instant::now(),
            request: request.map(str::to_owned),
        };
        if !std::mem::replace(&mut seats.read_for, true) {
            tokio::spawn(read_on(Reader { hub: Arc::clone(self), done: false }));
        }
        Ok(seat)
    }

    /// Something has happened: the reader need not wait for its time.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Ends every listener's answer, and lets nobody else in.
    pub fn close(&self) {
        self.over.send_replace(true);
    }
}

impl<N> Hub<N> {
    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Closes a hub as soon as the process is told to stop, so that answers without an end do not hold it up.
pub async fn close_when_told<N: Send + Sync + 'static>(hub: Arc<Hub<N>>) {
    match told_to_stop().await {
        Ok(()) => hub.close(),
        Err(error) => log::warn!("live: signals cannot be heard: {error}"),
    }
}

#[cfg(unix)]
async fn told_to_stop() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut quit = signal(SignalKind::quit())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
        _ = quit.recv() => {}
    }
    Ok(())
}

#[cfg(not(unix))]
async fn told_to_stop() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// Whoever reads for all. Should it end otherwise than by leaving, another may begin.
struct Reader<N> {
    hub: Arc<Hub<N>>,
    done: bool,
}

impl<N> Reader<N> {
    /// Leaves if nobody listens any more; whoever comes next begins anew.
    fn leaves(&mut self) -> bool {
        let mut seats = self.hub.seats();
        if seats.all == 0 {
            seats.read_for = false;
            self.done = true;
        }
        self.done
    }
}

impl<N> Drop for Reader<N> {
    fn drop(&mut self) {
        if !self.done {
            self.hub.seats().read_for = false;
        }
    }
}

async fn read_on<N: Send + Sync + 'static>(mut reader: Reader<N>) {
    let hub = Arc::clone(&reader.hub);
    let mut over = hub.over.subscribe();
    let mut tick = tokio::time::interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut known: Option<Arc<N>> = None;
    while !reader.leaves() {
        tokio::select! {
            _ = over.changed() => return,
            _ = tick.tick() => {}
            () = hub.wake.notified() => tokio::time::sleep(PAUSE).await,
        }
        let (read, before, now) = (hub.read, known.clone(), hub.clock.now());
        let beat = match hub.db.read(move |connection| read(connection, before.as_deref(), now)).await {
            Ok(news) => {
                known = Some(Arc::new(news));
                known.clone()
            }
            Err(error) => {
                log::warn!("live: {error}");
                None
            }
        };
        // That nobody listens any more is no failure.
        let _ = hub.beats.send(beat);
    }
}

/// A listener's place. It is free again when it is dropped.
pub struct Seat<N> {
    hub: Arc<Hub<N>>,
    person: UserId,
    number: u64,
    leaving: watch::Receiver<bool>,
    beats: broadcast::Receiver<Option<Arc<N>>>,
    over: watch::Receiver<bool>,
    since: Instant,
    request: Option<String>,
}

impl<N: Send + Sync + 'static> Seat<N> {
    /// Waits for the next beat; none when it is over.
    pub async fn beat(&mut self) -> Option<Beat<N>> {
        if *self.over.borrow() || *self.leaving.borrow() {
            return None;
        }
        tokio::select! {
            biased;
            _ = self.over.changed() => None,
            _ = self.leaving.changed() => None,
            beat = self.beats.recv() => match beat {
                Ok(Some(news)) => Some(Beat::News(news)),
                Ok(None) => Some(Beat::Silence),
                Err(RecvError::Lagged(_)) => Some(Beat::Missed),
                Err(RecvError::Closed) => None,
            },
        }
    }
}

impl<N> Drop for Seat<N> {
    fn drop(&mut self) {
        let mut seats = self.hub.seats();
        seats.all = seats.all.saturating_sub(1);
        if let Some(theirs) = seats.of.get_mut(&self.person) {
            theirs.retain(|place| place.number != self.number);
            if theirs.is_empty() {
                seats.of.remove(&self.person);
            }
        }
        drop(seats);
        self.hub.gauge.dec();
        // The line of an answer that lasts is written at its end.
        if let Some(request) = &self.request {
            let elapsed = self.since.elapsed().as_secs_f64() * 1000.0;
            log::info!(target: "access", "GET /api/v1/events 200 {elapsed:.1} ms {request}");
        }
    }
}
