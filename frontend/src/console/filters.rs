//! What narrows a list: words, facets to tick, the order; and what holds for now, as chips. All of
//! it is in the address.

use super::conditions::{Condition, Facet, narrowing, toggled, values};
use super::facet_menu::FacetMenu;
use super::facets::{Deep, Order, Others};
use super::late::{Late, Piece};
use super::queues::{Queue, unpaged};
use super::saved::SaveFilterProps;
use crate::session::{reads_people, use_me};
use crate::text::{Text, Word, use_text};
use crate::tickets::Source;
use crate::ui::{Button, Chip, Choosable, Icon, Look, Shelf, glyph};
use contract::tickets::{Channel, Kind, SlaFilter, Sort, Status, TicketFilter, TicketSummary};
use std::rc::Rc;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    pub(super) filter: TicketFilter,
    pub(super) onchange: Callback<TicketFilter>,
    /// The rows in sight, which know the names of what the address only has the keys of.
    pub(super) rows: Rc<Vec<TicketSummary>>,
}

/// The bar above the list.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let filter = &props.filter;
    let unfolded = use_state(|| false);
    // The names of what was ticked here: an empty list knows none.
    let names = use_mut_ref(Vec::<(Facet, Choosable)>::new);
    let toggle = |facet: Facet| {
        let (filter, onchange, names) = (filter.clone(), props.onchange.clone(), names.clone());
        Callback::from(move |choice: Choosable| {
            let next = toggled(&filter, facet, &choice.value);
            names.borrow_mut().push((facet, choice));
            onchange.emit(next);
        })
    };
    let menu = |facet: Facet, shelves: Vec<Shelf>| {
        html! {
            <FacetMenu name={facet.name()} label={text.say(facet.label())} {shelves} chosen={values(filter, facet)} ontoggle={toggle(facet)} />
        }
    };
    let remove = |(facet, value): Condition| {
        let (filter, onchange) = (filter.clone(), props.onchange.clone());
        Callback::from(move |()| onchange.emit(toggled(&filter, facet, &value)))
    };
    let narrowing = narrowing(filter);
    let is_queue = Queue::ALL.into_iter().any(|queue| queue.filter() == unpaged(filter));
    let clear = {
        let (onchange, queue) = (props.onchange.clone(), Queue::of(filter).unwrap_or(Queue::All));
        Callback::from(move |()| onchange.emit(queue.filter()))
    };
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |()| unfolded.set(!*unfolded))
    };
    let projects = me
        .memberships
        .iter()
        .map(|membership| Choosable::new(membership.project.key.clone(), membership.project.name.clone()));
    let spoken = |facet: Facet, known: &[&'static str]| {
        let choices = known.iter().map(|value| Choosable::new(*value, facet.value_in_words(value, &text)));
        Shelf::plain(choices.collect())
    };
    html! {
        <div class="filters" role="search">
            <div class="filters-main">
                <SearchField q={filter.q.clone()} onsearch={toggle(Facet::Words)} />
                <Button look={Look::Quiet} icon={Icon::Filter} expanded={*unfolded} onclick={unfold} class="filters-fold">
                    { if narrowing.is_empty() { text.say("filter") } else { text.fill("filter-some", &[("count", narrowing.len().into())]) } }
                </Button>
                <Order sort={filter.sort.unwrap_or(Sort::NewestFirst)} filter={filter.clone()} onchange={props.onchange.clone()} />
            </div>
            <div class={classes!("facets", unfolded.then_some("facets-shown"))}>
                { menu(Facet::Status, words(Status::ALL, &text)) }
                { menu(Facet::Priority, Shelf::plain((1..=5).map(|priority| Choosable::new(priority.to_string(), text.say(&format!("priority-{priority}")))).collect())) }
                { menu(Facet::Kind, words(Kind::ALL, &text)) }
                <Deep facet={Facet::Assignee} source={Source::Desk} always={spoken(Facet::Assignee, &["me", "none"])} list={reads_people(&me)} chosen={values(filter, Facet::Assignee)} ontoggle={toggle(Facet::Assignee)} />
                <Deep facet={Facet::Group} source={Source::EveryGroup} always={spoken(Facet::Group, &["mine", "none"])} list={reads_people(&me)} chosen={values(filter, Facet::Group)} ontoggle={toggle(Facet::Group)} />
                { menu(Facet::Level, Shelf::plain((1..=3).map(|level: u8| Choosable::new(level.to_string(), text.fill("level-title", &[("level", level.into())]))).collect())) }
                <Deep facet={Facet::Service} source={Source::Services} chosen={values(filter, Facet::Service)} ontoggle={toggle(Facet::Service)} />
                { menu(Facet::Sla, words(SlaFilter::ALL, &text)) }
                { menu(Facet::Channel, words(Channel::ALL, &text)) }
                <Others filter={filter.clone()} onchange={props.onchange.clone()} />
                if me.memberships.len() > 1 { { menu(Facet::Project, Shelf::plain(projects.collect())) } }
            </div>
            <div class="chips filters-chips">
                { for narrowing.iter().map(|(facet, value)| html! {
                    <Chip
                        key={format!("{}={value}", facet.name())}
                        about={(!facet.says_itself()).then(|| text.say(facet.label()))}
                        label={named(*facet, value, &props.rows, &names.borrow(), &text)}
                        onremove={remove((*facet, value.clone()))}
                    />
                }) }
                if narrowing.len() > 1 {
                    <Button look={Look::Quiet} small=true icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button>
                }
                // A queue has a name already.
                if !is_queue { <Late piece={Piece::Save(Box::new(SaveFilterProps { filter: filter.clone() }))} /> }
            </div>
        </div>
    }
}

/// What a chip says: in words, or by the name that a row or a tick has given it.
fn named(
    facet: Facet,
    value: &str,
    rows: &[TicketSummary],
    ticked: &[(Facet, Choosable)],
    text: &Text,
) -> String {
    let name_of = |row: &TicketSummary| {
        match facet {
            Facet::Requester => Some((row.requester.id.to_string(), &row.requester.display_name)),
            Facet::Assignee => {
                row.assignee.as_ref().map(|person| (person.id.to_string(), &person.display_name))
            }
            Facet::Group => row.group.as_ref().map(|group| (group.key.clone(), &group.name)),
            Facet::Service => row.service.as_ref().map(|service| (service.key.clone(), &service.name)),
            Facet::Project => Some((row.project.key.clone(), &row.project.name)),
            _ => None,
        }
        .filter(|(key, _)| key == value)
        .map(|(_, name)| name.clone())
    };
    let from_rows = rows.iter().find_map(name_of);
    let from_ticks = || {
        let found = ticked.iter().find(|(of, choice)| *of == facet && *choice.value == *value);
        found.map(|(_, choice)| choice.label.to_string())
    };
    from_rows.or_else(from_ticks).unwrap_or_else(|| facet.value_in_words(value, text))
}

#[derive(Properties, PartialEq)]
struct SearchFieldProps {
    q: Option<String>,
    onsearch: Callback<Choosable>,
}

/// The words to be found. Leaving the field with other words searches too, so that none are lost.
#[component]
fn SearchField(props: &SearchFieldProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    {
        // The address may change by other means: a link, going back, a chip.
        let node = node.clone();
        use_effect_with(props.q.clone(), move |q| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_value(q.as_deref().unwrap_or_default());
            }
        });
    }
    let search = {
        let (node, q, onsearch) = (node.clone(), props.q.clone().unwrap_or_default(), props.onsearch.clone());
        move || {
            let words = node.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if words.trim() != q {
                onsearch.emit(Choosable::new(words.trim().to_owned(), words.trim().to_owned()));
            }
        }
    };
    let onsubmit = {
        let search = search.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            search();
            // The keys that move through the list work again.
            crate::browser::focus("[data-row]");
        })
    };
    let onchange = Callback::from(move |_: Event| search());
    html! {
        <form class="search" {onsubmit}>
            { glyph(Icon::Search) }
            <label class="visually-hidden" for="queue-search">{ text.say("filter-search") }</label>
            <input ref={node} id="queue-search" name="q" type="search" class="form-control" placeholder={text.say("filter-search")} autocomplete="off" {onchange} />
        </form>
    }
}

fn words<W: Word + Copy + ToString>(words: &[W], text: &Text) -> Vec<Shelf> {
    Shelf::plain(words.iter().map(|word| Choosable::new(word.to_string(), text.word(*word))).collect())
}
