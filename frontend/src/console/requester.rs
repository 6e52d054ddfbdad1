//! Whose case it is: how to reach them, and what else they have asked for.

use super::queues::address;
use super::related::Brief;
use crate::api;
use crate::hooks::use_remote;
use crate::session::{reads_people, use_me};
use crate::text::use_text;
use crate::ui::{Icon, Link, Shape, avatar, draw, glyph};
use contract::people::{PeopleFilter, Person};
use contract::tickets::{Ticket, TicketFilter};
use std::rc::Rc;
use yew::prelude::*;

/// How many of their other cases are shown.
const SHOWN: usize = 5;

#[derive(Properties, PartialEq)]
pub(super) struct RequesterPanelProps {
    pub(super) ticket: Rc<Ticket>,
}

/// The requester, with telephone and mail, and their other cases.
#[component]
pub(super) fn RequesterPanel(props: &RequesterPanelProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let (ticket, summary) = (&props.ticket, &props.ticket.summary);
    let requester = &summary.requester;
    html! {
        <section class="panel">
            <h2 class="section-title">{ text.say("fact-requester") }</h2>
            <p class="who who-large">{ avatar(&requester.display_name) }{ &requester.display_name }</p>
            if reads_people(&me) {
                <Contact id={requester.id.to_string()} name={requester.display_name.clone()} project={summary.project.key.clone()} />
            }
            if ticket.registered_by.id != requester.id {
                <p class="muted small">{ text.fill("fact-registered-by", &[("name", (&ticket.registered_by.display_name).into())]) }</p>
            }
            <Others requester={requester.id.to_string()} number={summary.number.clone()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ContactProps {
    id: AttrValue,
    name: AttrValue,
    project: AttrValue,
}

/// How to reach them. While it is not known nothing is said: the case does not hang on it.
#[component]
fn Contact(props: &ContactProps) -> Html {
    let found =
        use_remote((props.name.clone(), props.project.clone()), |client, (name, project)| async move {
            let filter = PeopleFilter {
                project: Some(project.to_string()),
                q: Some(name.to_string()),
                limit: Some(20),
                ..PeopleFilter::default()
            };
            Ok(api::people::users(&client, &filter).await?.items)
        });
    let person = found
        .value
        .as_ref()
        .and_then(|people| people.iter().find(|person| person.id.to_string() == *props.id));
    person.map(reach).unwrap_or_default()
}

fn reach(person: &Person) -> Html {
    let place = [&person.area, &person.office].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
    html! {
        <ul class="contact">
            if !place.is_empty() { <li>{ glyph(Icon::Home) }<span>{ place }</span></li> }
            if let Some(phone) = &person.phone {
                <li>{ glyph(Icon::Phone) }<a href={format!("tel:{}", dialed(phone))}>{ phone }</a></li>
            }
            if let Some(email) = &person.email {
                <li>{ glyph(Icon::Mail) }<a href={format!("mailto:{email}")}>{ email }</a></li>
            }
        </ul>
    }
}

/// What a telephone dials of a number as people write it.
fn dialed(phone: &str) -> String {
    phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
}

#[derive(Properties, PartialEq)]
struct OthersProps {
    requester: AttrValue,
    number: AttrValue,
}

/// Their other cases, the newest first.
#[component]
fn Others(props: &OthersProps) -> Html {
    let text = use_text();
    let filter = TicketFilter { requester: vec![props.requester.to_string()], ..TicketFilter::default() };
    let found = use_remote(props.requester.clone(), {
        // One more than is shown, because this case is among them.
        let filter = TicketFilter { limit: Some(6), count: Some(true), ..filter.clone() };
        move |client, _| async move { api::tickets::list(&client, &filter).await }
    });
    draw(&found, Shape::Text(3), |page| {
        let others: Vec<_> =
            page.items.iter().filter(|other| *other.number != *props.number).take(SHOWN).collect();
        if others.is_empty() {
            return html! { <p class="muted small others-none">{ text.say("others-none") }</p> };
        }
        let total = page.total.unwrap_or_default() - 1;
        html! {
            <div class="others">
                <h3 class="others-title">{ text.say("others") }</h3>
                <ul class="briefs">{ for others.iter().map(|other| html! { <Brief key={other.number.clone()} ticket={(*other).clone()} /> }) }</ul>
                if total > i64::try_from(others.len()).unwrap_or_default() {
                    <Link to={address(&filter)} class="small">{ text.fill("others-all", &[("count", (total + 1).into())]) }</Link>
                }
            </div>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::dialed;

    #[test]
    fn numbers_are_dialed_without_their_ornaments() {
        assert_eq!(dialed("+57 (601) 555-0100"), "+576015550100");
        assert_eq!(dialed("Ext. 2104"), "2104");
    }
}
