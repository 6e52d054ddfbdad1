//! What narrows a queue: words, kind, priority, level, channel, order. All of it is in the address.

use super::queues::Queue;
use crate::session::use_me;
use crate::text::{Text, Word, use_text};
use crate::ui::{Button, Choosable, Icon, Look, Select, Shelf, glyph};
use contract::tickets::{Channel, Kind, Sort, TicketFilter};
use std::str::FromStr;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    pub(super) filter: TicketFilter,
    pub(super) onchange: Callback<TicketFilter>,
}

/// The bar above the list.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let filter = &props.filter;
    let narrowed = [filter.kind.len(), filter.priority.len(), filter.channel.len(), filter.project.len()]
        .iter()
        .sum::<usize>();
    let unfolded = use_state(|| narrowed > 0);
    let search = use_node_ref();
    {
        // The address may change by other means: a link, going back.
        let search = search.clone();
        use_effect_with(filter.q.clone(), move |q| {
            if let Some(input) = search.cast::<HtmlInputElement>() {
                input.set_value(q.as_deref().unwrap_or_default());
            }
        });
    }
    let change = |edit: fn(&mut TicketFilter, String)| {
        let (filter, onchange) = (filter.clone(), props.onchange.clone());
        Callback::from(move |value: String| {
            let mut next = TicketFilter { cursor: None, ..filter.clone() };
            edit(&mut next, value);
            onchange.emit(next);
        })
    };
    let onsubmit = {
        let (search, change) =
            (search.clone(), change(|filter, value| filter.q = Some(value).filter(|q| !q.trim().is_empty())));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            change.emit(search.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default());
        })
    };
    let toggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |()| unfolded.set(!*unfolded))
    };
    let clear = {
        let (onchange, queue) = (props.onchange.clone(), Queue::of(filter).unwrap_or(Queue::All));
        Callback::from(move |()| onchange.emit(queue.filter()))
    };
    let first = |words: Option<String>| words.unwrap_or_default();
    html! {
        <form class="filters" role="search" {onsubmit}>
            <div class="filters-main">
                <div class="search">
                    { glyph(Icon::Search) }
                    <label class="visually-hidden" for="queue-search">{ text.say("filter-search") }</label>
                    <input ref={search} id="queue-search" name="q" type="search" class="form-control" placeholder={text.say("filter-search")} autocomplete="off" />
                </div>
                <Button submit=true>{ text.say("filter-submit") }</Button>
                <Button look={Look::Quiet} icon={Icon::Filter} expanded={*unfolded} onclick={toggle}>
                    { if narrowed > 0 { text.fill("filter-some", &[("count", narrowed.into())]) } else { text.say("filter") } }
                </Button>
                if narrowed > 0 || filter.q.is_some() {
                    <Button look={Look::Quiet} icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button>
                }
            </div>
            if *unfolded {
                <div class="filters-more">
                    <Select name="kind" id="filter-kind" label={text.say("fact-kind")} required=true none={text.say("filter-any")} shelves={words(Kind::ALL, &text)}
                        value={first(filter.kind.first().map(ToString::to_string))}
                        onchange={change(|filter, value| filter.kind = one(&value))} />
                    <Select name="priority" id="filter-priority" label={text.say("fact-priority")} required=true none={text.say("filter-any")}
                        shelves={Shelf::plain((1..=5).map(|priority| Choosable::new(priority.to_string(), text.say(&format!("priority-{priority}")))).collect())}
                        value={first(filter.priority.first().map(ToString::to_string))}
                        onchange={change(|filter, value| filter.priority = one(&value))} />
                    <Select name="channel" id="filter-channel" label={text.say("fact-channel")} required=true none={text.say("filter-any")} shelves={words(Channel::ALL, &text)}
                        value={first(filter.channel.first().map(ToString::to_string))}
                        onchange={change(|filter, value| filter.channel = one(&value))} />
                    <Select name="sort" id="filter-sort" label={text.say("filter-sort")} required=true shelves={words(Sort::ALL, &text)}
                        value={filter.sort.unwrap_or(Sort::NewestFirst).as_str()}
                        onchange={change(|filter, value| filter.sort = value.parse().ok())} />
                    if me.memberships.len() > 1 {
                        <Select name="project" id="filter-project" label={text.say("fact-project")} required=true none={text.say("filter-any")}
                            shelves={Shelf::plain(me.memberships.iter().map(|membership| Choosable::new(membership.project.key.clone(), membership.project.name.clone())).collect())}
                            value={first(filter.project.first().cloned())}
                            onchange={change(|filter, value| filter.project = one(&value))} />
                    }
                </div>
            }
        </form>
    }
}

/// One value or none, of what a control holds.
fn one<T: FromStr>(value: &str) -> Vec<T> {
    if value.is_empty() { Vec::new() } else { value.parse().ok().into_iter().collect() }
}

fn words<W: Word + Copy + ToString>(words: &[W], text: &Text) -> Vec<Shelf> {
    Shelf::plain(words.iter().map(|word| Choosable::new(word.to_string(), text.word(*word))).collect())
}
