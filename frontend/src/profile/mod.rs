//! What a person may see and change about themselves, and how the application looks to them.

mod details;
mod enrolment;
mod looks;
mod notices;
mod password;
mod second_factor;

use crate::api::security::Keyring;
use crate::keys::{ApiKeys, Sessions};
use crate::privacy::MyData;
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{Badge, Button, Icon, PageTitle, Tone, avatar, use_ready};
use contract::auth::Duty;
use contract::reference::NamedRef;
use details::Details;
use looks::Looks;
use notices::NoticesWanted;
use password::Password;
use second_factor::SecondFactor;
use yew::prelude::*;

/// Data, language, theme, what they prove themselves by, leaving. While there is something that they
/// must do before anything else, that alone.
#[component]
pub(crate) fn ProfilePage() -> Html {
    let (text, me, account) = (use_text(), use_me(), use_account());
    use_ready(true);
    let sign_out = Callback::from(move |()| account.sign_out());
    if let Some(duty) = me.duties.first() {
        return html! { <FirstOfAll duty={*duty} /> };
    }
    let own_projects: Vec<NamedRef> = me.memberships.iter().map(|held| held.project.clone()).collect();
    html! {
        <div class="narrow stack">
            <PageTitle title={text.say("profile")} />
            <section class="panel person-card" aria-label={text.say("profile-who")}>
                { avatar(&me.display_name) }
                <div>
                    <p class="person-card-name">{ &me.display_name }</p>
                    <p class="muted">{ &me.username }{ me.email.as_ref().map(|email| format!(" · {email}")) }</p>
                    <ul class="memberships">
                        { for me.memberships.iter().map(|membership| html! {
                            <li>
                                <span>{ &membership.project.name }</span>
                                { for membership.roles.iter().map(|role| html! { <Badge tone={Tone::Brand}>{ text.word(*role) }</Badge> }) }
                            </li>
                        }) }
                    </ul>
                    if !me.groups.is_empty() {
                        <p class="muted small">
                            { text.say("profile-groups") }{ ": " }
                            { me.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", ") }
                        </p>
                    }
                </div>
            </section>
            <Details />
            <Looks />
            <NoticesWanted />
            <Password />
            <SecondFactor />
            <Sessions of={Keyring::Own} about={text.say("sessions-about")} />
            <ApiKeys keyring={Keyring::Own} about={text.say("keys-about")} none={text.say("keys-none")} projects={own_projects} />
            <MyData />
            <section class="panel">
                <h2 class="section-title">{ text.say("profile-session") }</h2>
                <p class="muted">{ text.say("profile-session-about") }</p>
                <Button icon={Icon::Logout} onclick={sign_out}>{ text.say("sign-out") }</Button>
            </section>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FirstOfAllProps {
    duty: Duty,
}

/// What the person must do before anything else, and nothing beside it.
#[component]
fn FirstOfAll(props: &FirstOfAllProps) -> Html {
    let text = use_text();
    html! {
        <div class="narrow stack" data-part="duty">
            <PageTitle title={text.say("duty")} />
            { match props.duty {
                Duty::ChangePassword => html! {
                    <>
                        <p class="notice notice-warn">{ text.say("duty-password") }</p>
                        <Password />
                    </>
                },
                // It has a page of its own.
                Duty::AcceptNotice => Html::default(),
                Duty::EnrolSecondFactor => html! {
                    <>
                        <p class="notice notice-warn">{ text.say("duty-factor") }</p>
                        <SecondFactor />
                    </>
                },
            } }
        </div>
    }
}
