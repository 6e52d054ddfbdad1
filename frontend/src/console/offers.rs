//! What the command palette offers.

use super::commands::Shown;
use super::keymap::{Deed, keys_of};
use super::procedure::{icon, is_elsewhere};
use super::queues::{Queue, address, list_address};
use crate::preferences::{SavedFilter, Theme};
use crate::route::{AdminRoute, Route};
use crate::session::{administers, may_register_for_others, reads_reports};
use crate::text::Text;
use crate::ui::{Icon, Offer, href};
use contract::auth::{Locale, Me};
use contract::tickets::{Action, TicketSummary};
use yew::AttrValue;

/// What an offer does, as its value says it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Command {
    Go(String),
    Act(Action),
    Write { internal: bool },
    Theme(Theme),
    Locale(Locale),
    Help,
}

impl Command {
    fn written(&self) -> String {
        match self {
            Self::Go(to) => format!("go {to}"),
            Self::Act(action) => format!("act {action}"),
            Self::Write { internal } => format!("write {internal}"),
            Self::Theme(theme) => format!("theme {}", theme.as_str()),
            Self::Locale(locale) => format!("locale {locale}"),
            Self::Help => "help ".to_owned(),
        }
    }

    /// What an offer of this value does; none when it is none of ours.
    pub(super) fn read(value: &str) -> Option<Self> {
        let (kind, rest) = value.split_once(' ')?;
        Some(match kind {
            "go" => Self::Go(rest.to_owned()),
            "act" => Self::Act(rest.parse().ok()?),
            "write" => Self::Write { internal: rest == "true" },
            "theme" => Self::Theme(Theme::of(rest)),
            "locale" => Self::Locale(rest.parse().ok()?),
            "help" => Self::Help,
            _ => return None,
        })
    }
}

fn offer(
    group: &AttrValue,
    command: &Command,
    label: AttrValue,
    icon: Icon,
    keys: Option<&'static str>,
) -> Offer {
    Offer {
        icon: Some(icon),
        group: group.clone(),
        keys: keys.map(AttrValue::Static),
        ..Offer::new(command.written(), label)
    }
}

/// What can be done to the ticket on the screen.
pub(super) fn of_ticket(shown: &Shown, text: &Text) -> Vec<Offer> {
    let group = text.fill("palette-ticket", &[("number", (&shown.number).into())]);
    let mut offers: Vec<Offer> = shown
        .allowed
        .iter()
        .filter(|action| !is_elsewhere(**action))
        .map(|action| {
            offer(
                &group,
                &Command::Act(*action),
                text.word(*action),
                icon(*action),
                keys_of(Deed::Act(*action)),
            )
        })
        .collect();
    if shown.allowed.contains(&Action::Comment) {
        for (internal, key, icon, keys) in
            [(false, "comment-as-public", Icon::Message, "c"), (true, "comment-as-internal", Icon::Lock, "i")]
        {
            offers.push(offer(&group, &Command::Write { internal }, text.say(key), icon, Some(keys)));
        }
    }
    offers
}

/// Where one can go.
pub(super) fn places(me: &Me, saved: &[SavedFilter], text: &Text) -> Vec<Offer> {
    let group = text.say("palette-go");
    let to = |to: AttrValue, label: AttrValue, icon: Icon, keys: Option<&'static str>| {
        offer(&group, &Command::Go(to.to_string()), label, icon, keys)
    };
    let queues = Queue::ALL.into_iter().map(|queue| {
        let name = text.say(&format!("queue-{}", queue.as_str()));
        to(address(&queue.filter()), name, queue.icon(), keys_of(Deed::Queue(queue)))
    });
    let own =
        saved.iter().map(|saved| to(list_address(&saved.query), saved.name.clone().into(), Icon::Star, None));
    let mut offers: Vec<Offer> = queues.chain(own).collect();
    if may_register_for_others(me) {
        offers.push(to(href(&Route::NewTicket), text.say("new-title"), Icon::Plus, keys_of(Deed::NewTicket)));
    }
    if reads_reports(me) {
        let (page, name) = (href(&Route::Supervision), text.say("supervision"));
        offers.push(to(page, name, Icon::ChartBar, keys_of(Deed::Supervision)));
    }
    if administers(me) {
        for (page, key, icon) in [
            (AdminRoute::People, "admin-people", Icon::Users),
            (AdminRoute::Groups, "admin-groups", Icon::Apps),
            (AdminRoute::Providers, "admin-providers", Icon::Tool),
            (AdminRoute::Projects, "admin-projects", Icon::Category),
            (AdminRoute::Stakeholders, "admin-stakeholders", Icon::Bell),
            (AdminRoute::Sources, "admin-sources", Icon::Link),
            (AdminRoute::Privacy, "admin-privacy", Icon::Lock),
            (AdminRoute::Templates, "admin-templates", Icon::Mail),
            (AdminRoute::Letters, "admin-letters", Icon::Send),
            (AdminRoute::Webhooks, "admin-webhooks", Icon::Send),
            (AdminRoute::Audit, "admin-audit", Icon::History),
        ] {
            let label = format!("{}: {}", text.say("admin"), text.say(key));
            offers.push(to(href(&page), label.into(), icon, None));
        }
    }
    offers.push(to(href(&Route::Portal), text.say("nav-portal"), Icon::Home, None));
    offers.push(to(href(&Route::Profile), text.say("profile"), Icon::UserCheck, None));
    offers
}

/// How the application looks, and the help.
pub(super) fn settings(theme: Theme, locale: Locale, text: &Text) -> Vec<Offer> {
    let group = text.say("palette-looks");
    let themes = Theme::ALL.into_iter().filter(|other| *other != theme).map(|other| {
        let name = text.say(&format!("theme-{}", other.as_str()));
        let label = text.fill("palette-theme", &[("theme", name.to_string().into())]);
        offer(&group, &Command::Theme(other), label, Icon::DeviceDesktop, None)
    });
    let locales = Locale::ALL.iter().filter(|other| **other != locale).map(|other| {
        let label = text.fill("palette-locale", &[("locale", text.word(*other).to_string().into())]);
        offer(&group, &Command::Locale(*other), label, Icon::World, None)
    });
    let help = offer(&group, &Command::Help, text.say("help-title"), Icon::Keyboard, keys_of(Deed::Help));
    themes.chain(locales).chain([help]).collect()
}

/// The numbers that what is typed may mean: whole, or without the key of a project.
fn numbers(typed: &str, projects: &[&str]) -> Vec<String> {
    let typed = typed.trim();
    let digits =
        |text: &str| !text.is_empty() && text.len() < 10 && text.chars().all(|sign| sign.is_ascii_digit());
    if digits(typed) {
        return projects.iter().map(|project| format!("{project}-{typed}")).collect();
    }
    match typed.rsplit_once('-') {
        Some((key, number)) if digits(number) && !key.is_empty() && !key.contains(' ') => {
            vec![typed.to_ascii_uppercase()]
        }
        _ => Vec::new(),
    }
}

/// The tickets that what is typed may mean, by number and by what the server has found.
pub(super) fn tickets(typed: &str, found: &[TicketSummary], projects: &[&str], text: &Text) -> Vec<Offer> {
    let group = text.say("palette-tickets");
    let to = |number: &str| Command::Go(href(&Route::Ticket { number: number.to_owned() }).to_string());
    let named = numbers(typed, projects).into_iter().map(|number| {
        let label = text.fill("palette-open", &[("number", (&number).into())]);
        Offer { found: true, ..offer(&group, &to(&number), label, Icon::Ticket, None) }
    });
    let by_words = found.iter().map(|ticket| {
        let label = format!("{} · {}", ticket.number, ticket.subject);
        let hint = format!("{} · {}", text.word(ticket.status), ticket.requester.display_name);
        Offer {
            found: true,
            hint: Some(hint.into()),
            ..offer(&group, &to(&ticket.number), label.into(), Icon::Ticket, None)
        }
    });
    named.chain(by_words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;
    use yew::Callback;

    #[test]
    fn offers_say_what_they_do() {
        for command in [
            Command::Go("/console?open=true&q=a b".to_owned()),
            Command::Act(Action::Escalate),
            Command::Write { internal: true },
            Command::Theme(Theme::Dark),
            Command::Locale(Locale::En),
            Command::Help,
        ] {
            assert_eq!(Command::read(&command.written()), Some(command));
        }
        assert_eq!(Command::read("nonsense"), None);
        assert_eq!(Command::read("act nonsense"), None);
    }

    #[test]
    fn a_number_is_understood_with_and_without_its_project() {
        assert_eq!(numbers("1042", &["TIC", "RH"]), ["TIC-1042", "RH-1042"]);
        assert_eq!(numbers(" tic-7 ", &["TIC"]), ["TIC-7"]);
        assert!(numbers("sin red-2 hoy", &["TIC"]).is_empty());
        assert!(numbers("red", &["TIC"]).is_empty());
        assert!(numbers("", &["TIC"]).is_empty());
    }

    #[test]
    fn the_ticket_on_the_screen_offers_what_it_allows() {
        let text = Text::of(Locale::Es);
        let shown = Shown {
            number: "TIC-1".to_owned(),
            allowed: vec![Action::Escalate, Action::Comment, Action::Attach],
            choose: Callback::noop(),
        };
        let offers = of_ticket(&shown, &text);
        let labels: Vec<&str> = offers.iter().map(|offer| offer.label.as_str()).collect();
        assert_eq!(labels, ["Escalar", "Respuesta a la persona", "Nota interna"]);
        assert_eq!(offers[0].keys.as_deref(), Some("e"));
    }

    #[test]
    fn found_tickets_follow_the_numbers() {
        let text = Text::of(Locale::Es);
        let offers = tickets("1042", &[sample::ticket()], &["TIC"], &text);
        assert_eq!(offers.len(), 2);
        assert!(offers.iter().all(|offer| offer.found && offer.value == "go /console/tickets/TIC-1042"));
    }
}
