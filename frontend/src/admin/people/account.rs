//! An account: who it is, what may be done to it, what it is in each project.

use super::access::Access;
use super::anonymise::AnonymiseDialog;
use super::deactivate::DeactivateDialog;
use super::details::Details;
use super::list::state;
use super::password::PasswordDialog;
use super::program::ProgramKeys;
use super::reset_factor::ResetFactorDialog;
use super::roles::Roles;
use super::stand_in::StandInDialog;
use crate::admin::head::Head;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::{AdminRoute, Route};
use crate::text::use_text;
use crate::ui::{
    Badge, Button, Failed, Icon, Link, Look, Moment, Shape, Tone, avatar, draw, glyph, href, use_ready,
    use_toast,
};
use contract::auth::UserKind;
use contract::people::{User, UserAction};
use std::rc::Rc;
use yew::prelude::*;

/// In which order the buttons stand.
const ORDER: [UserAction; 6] = [
    UserAction::SetPassword,
    UserAction::ResetSecondFactor,
    UserAction::Impersonate,
    UserAction::Activate,
    UserAction::Deactivate,
    UserAction::Anonymise,
];

#[derive(Properties, PartialEq)]
pub(in crate::admin) struct PersonPageProps {
    pub(in crate::admin) user: AttrValue,
}

/// The page of an account.
#[component]
pub(in crate::admin) fn PersonPage(props: &PersonPageProps) -> Html {
    let text = use_text();
    let user =
        use_remote(props.user.clone(), |client, user| async move { api::admin::user(&client, &user).await });
    use_ready(!user.is_loading());
    let name =
        user.value.as_ref().map_or_else(|| props.user.clone(), |user| user.display_name.clone().into());
    html! {
        <div class="stack">
            <Head title={name} back={(AdminRoute::People, text.say("admin-people"))}>
                if let Some(found) = &user.value {
                    <Tools user={found.clone()} onchange={user.put.clone()} reload={user.reload.clone()} />
                }
            </Head>
            { draw(&user, Shape::Cards(2), |found| html! {
                <>
                    <Card user={found.clone()} />
                    <div class="admin-columns">
                        <Details user={found.clone()} onchange={user.put.clone()} reload={user.reload.clone()} />
                        <div class="stack">
                            <Roles user={found.clone()} onchange={user.put.clone()} />
                            if found.allowed_actions.contains(&UserAction::ManageApiKeys) { <ProgramKeys user={found.clone()} /> }
                            if found.allowed_actions.contains(&UserAction::RevokeAccess) { <Access user={found.clone()} /> }
                            <Work user={found.clone()} />
                        </div>
                    </div>
                </>
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AccountProps {
    user: Rc<User>,
}

/// Who it is, at a glance.
#[component]
fn Card(props: &AccountProps) -> Html {
    let text = use_text();
    let user = &props.user;
    let proof = match user.kind {
        UserKind::Service => "admin-by-keys",
        UserKind::Person if user.has_password => "admin-local",
        UserKind::Person => "admin-not-local",
    };
    html! {
        <section class="panel person-card" aria-label={text.say("profile-who")}>
            { avatar(&user.display_name) }
            <div class="admin-lines">
                <span class="admin-roles">
                    <strong>{ &user.username }</strong>
                    { state(user.active, &text) }
                    <Badge tone={Tone::Neutral} icon={Icon::Key}>{ text.say(proof) }</Badge>
                    if user.second_factor { <Badge tone={Tone::Good} icon={Icon::Lock}>{ text.say("admin-second-factor") }</Badge> }
                    if let Some(provider) = &user.provider { <Badge tone={Tone::Calm}>{ &provider.name }</Badge> }
                </span>
                <span class="muted small">{ text.say("admin-since") }{ " " }<Moment at={user.created_at} absolute=true /></span>
            </div>
        </section>
    }
}

/// The groups it works in, and what is in its charge.
#[component]
fn Work(props: &AccountProps) -> Html {
    let text = use_text();
    let user = &props.user;
    let queue = format!("{}?assignee={}&open=true", href(&Route::Queue), user.id);
    html! {
        <section class="panel" aria-labelledby="work-title">
            <h2 id="work-title" class="section-title">{ text.say("admin-work") }</h2>
            if user.groups.is_empty() { <p class="muted">{ text.say("admin-no-groups") }</p> }
            <ul class="admin-list">
                { for user.groups.iter().map(|group| html! {
                    <li key={group.id.to_string()}>
                        { glyph(Icon::Users) }
                        <Link to={href(&AdminRoute::Group { group: group.id.to_string() })}>{ &group.name }</Link>
                    </li>
                }) }
                if user.open_tickets > 0 {
                    <li>
                        { glyph(Icon::Ticket) }
                        <Link to={queue}>{ text.fill("admin-open-tickets", &[("count", user.open_tickets.into())]) }</Link>
                    </li>
                }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ToolsProps {
    user: Rc<User>,
    onchange: Callback<User>,
    reload: Callback<()>,
}

/// What may be done to it, as the server says.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let asked = use_state(|| None::<UserAction>);
    let user = &props.user;
    let activate = {
        let name = user.username.clone();
        let (onchange, said, toast) = (props.onchange.clone(), text.say("admin-activated"), toast.clone());
        use_submit(
            move |client, key, ()| {
                let name = name.clone();
                async move { api::admin::activate(&client, &name, &key).await }
            },
            Callback::from(move |user| {
                onchange.emit(user);
                toast.emit(said.clone());
            }),
        )
    };
    let ask = |action: UserAction| {
        let (asked, run) = (asked.setter(), activate.run.clone());
        Callback::from(move |()| match action {
            UserAction::Activate => run.emit(()),
            _ => asked.set(Some(action)),
        })
    };
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let deactivated = {
        let (asked, onchange, said) = (asked.setter(), props.onchange.clone(), text.say("admin-deactivated"));
        let toast = toast.clone();
        Callback::from(move |user| {
            asked.set(None);
            onchange.emit(user);
            toast.emit(said.clone());
        })
    };
    let reset = {
        let (asked, reload, said) = (asked.setter(), props.reload.clone(), text.say("admin-factor-reset"));
        Callback::from(move |()| {
            asked.set(None);
            reload.emit(());
            toast.emit(said.clone());
        })
    };
    let button = |action: UserAction| {
        let (icon, look) = match action {
            UserAction::SetPassword | UserAction::ManageApiKeys | UserAction::RevokeAccess => {
                (Icon::Key, Look::Plain)
            }
            UserAction::ResetSecondFactor => (Icon::Lock, Look::Plain),
            UserAction::Impersonate => (Icon::UserCheck, Look::Plain),
            UserAction::Activate => (Icon::PlayerPlay, Look::Primary),
            UserAction::Deactivate => (Icon::Ban, Look::Danger),
            UserAction::Anonymise => (Icon::Trash, Look::Danger),
        };
        html! {
            <Button {look} {icon} onclick={ask(action)} action={action.as_str()} busy={action == UserAction::Activate && activate.busy}>
                { text.word(action) }
            </Button>
        }
    };
    let dialog = match *asked {
        Some(UserAction::Deactivate) => {
            html! { <DeactivateDialog user={user.clone()} onclose={close} done={deactivated} /> }
        }
        Some(UserAction::SetPassword) => {
            html! { <PasswordDialog user={user.clone()} onclose={close} done={props.reload.clone()} /> }
        }
        Some(UserAction::Impersonate) => html! { <StandInDialog user={user.clone()} onclose={close} /> },
        Some(UserAction::ResetSecondFactor) => {
            html! { <ResetFactorDialog user={user.clone()} onclose={close} done={reset} /> }
        }
        Some(UserAction::Anonymise) => html! { <AnonymiseDialog user={user.clone()} onclose={close} /> },
        Some(UserAction::Activate | UserAction::ManageApiKeys | UserAction::RevokeAccess) | None => {
            Html::default()
        }
    };
    html! {
        <>
            { for ORDER.into_iter().filter(|action| user.allowed_actions.contains(action)).map(button) }
            if let Some(failure) = &activate.failure { <Failed failure={failure.clone()} small=true /> }
            { dialog }
        </>
    }
}
