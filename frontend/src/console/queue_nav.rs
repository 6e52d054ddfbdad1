//! The lists as navigation: the queues with how many tickets each holds, and the filters that the
//! person has named.

use super::commands::use_changes;
use super::queues::{Queue, address, filter_of, list_address, query, unpaged};
use crate::api;
use crate::hooks::{use_poll, use_remote};
use crate::live::use_happenings;
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::session::{may_register_for_others, use_me};
use crate::text::{Text, use_text};
use crate::ui::{Icon, Link, glyph, href};
use yew::prelude::*;
use yew_router::prelude::*;

const POLL_SECONDS: u32 = 30;

/// A list in the navigation.
struct Entry {
    to: AttrValue,
    /// For tests: `data-queue`.
    word: Option<&'static str>,
    name: AttrValue,
    icon: Icon,
    here: bool,
    /// Nothing should be in it.
    alarming: bool,
}

/// The queues, and below them the person's own filters.
#[component]
pub(crate) fn QueueNav() -> Html {
    let (text, preferences, me) = (use_text(), use_preferences(), use_me());
    let decides = may_register_for_others(&me);
    let mails = use_remote(decides, |client, decides| async move {
        if decides { api::inbound_mails::waiting(&client).await } else { Ok(0) }
    });
    let saved = &preferences.filters;
    let queries: Vec<String> = saved.iter().map(|saved| saved.query.clone()).collect();
    let counts = use_remote((), |client, ()| async move {
        let mut counts = Vec::new();
        for queue in Queue::ALL {
            counts.push(api::tickets::count(&client, &queue.filter()).await?);
        }
        Ok(counts)
    });
    let own_counts = use_remote(queries, |client, queries| async move {
        let mut counts = Vec::new();
        for query in queries {
            // A filter may name what is there no longer; the others are counted all the same.
            let filter = filter_of(&query).unwrap_or_default();
            counts.push(api::tickets::count(&client, &filter).await.ok());
        }
        Ok(counts)
    });
    let reload = {
        let (queues, own) = (counts.reload.clone(), own_counts.reload.clone());
        let mails = mails.reload.clone();
        Callback::from(move |()| {
            queues.emit(());
            own.emit(());
            mails.emit(());
        })
    };
    use_poll(POLL_SECONDS, true, reload.clone());
    use_happenings(Callback::from(|_: String| true), reload.clone());
    let changes = use_changes();
    use_effect_with(changes, move |changes| {
        if *changes > 0 {
            reload.emit(());
        }
    });
    let location = use_location();
    let route = use_route::<Route>();
    let on_list = route == Some(Route::Queue);
    let tray = decides.then(|| {
        let entry = Entry {
            to: href(&Route::Mails),
            word: None,
            name: text.say("nav-mails"),
            icon: Icon::Mail,
            here: route == Some(Route::Mails),
            alarming: true,
        };
        line(&entry, mails.value.as_deref().copied(), &text)
    });
    let filter = location.filter(|_| on_list).and_then(|location| filter_of(location.query_str()));
    let present = filter.as_ref().map(|filter| query(&unpaged(filter)));
    let own = saved.iter().any(|saved| Some(&saved.query) == present.as_ref());
    let current = filter.as_ref().filter(|_| !own).and_then(Queue::of);
    let queues = Queue::ALL.into_iter().enumerate().map(|(index, queue)| {
        let count = counts.value.as_ref().and_then(|counts| counts.get(index)).copied();
        let entry = Entry {
            to: address(&queue.filter()),
            word: Some(queue.as_str()),
            name: text.say(&format!("queue-{}", queue.as_str())),
            icon: queue.icon(),
            here: current == Some(queue),
            alarming: queue == Queue::Breached,
        };
        line(&entry, count, &text)
    });
    let named = saved.iter().enumerate().map(|(index, saved)| {
        let count = own_counts.value.as_ref().and_then(|counts| counts.get(index)).copied().flatten();
        let entry = Entry {
            to: list_address(&saved.query),
            word: None,
            name: saved.name.clone().into(),
            icon: Icon::Star,
            here: Some(&saved.query) == present.as_ref(),
            alarming: false,
        };
        line(&entry, count, &text)
    });
    html! {
        <nav class="queues" aria-label={text.say("queues")}>
            <div class="queues-lists">
                <ul>{ for queues }{ for tray }</ul>
                if !saved.is_empty() {
                    <h2 class="queues-title" id="saved-title">{ text.say("saved") }</h2>
                    <ul aria-labelledby="saved-title">{ for named }</ul>
                }
            </div>
        </nav>
    }
}

fn line(entry: &Entry, count: Option<i64>, text: &Text) -> Html {
    let alarm = entry.alarming && count.is_some_and(|count| count > 0);
    html! {
        <li>
            <Link to={entry.to.clone()} current={entry.here} class={classes!("queue", entry.here.then_some("queue-on"), alarm.then_some("queue-alarm"))}>
                { glyph(entry.icon) }
                <span class="queue-name">{ &entry.name }</span>
                if let Some(count) = count { <span class="count" data-queue={entry.word}>{ text.count(count) }</span> }
            </Link>
        </li>
    }
}
