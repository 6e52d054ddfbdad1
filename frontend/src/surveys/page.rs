//! One page: the solution, and whether it is one. Opening it changes nothing, whatever the link said:
//! programs that look for harm in mail open links too.

use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::layout::{Brand, languages};
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::text::use_text;
use crate::tickets::{Shelter, SurveyFields};
use crate::ui::{Icon, Link, Markdown, PageTitle, Shape, draw, glyph, href, use_ready};
use contract::surveys::{InvitationState, SurveyInvitation};
use contract::tickets::AnswerSurvey;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct InvitationPageProps {
    pub(crate) token: AttrValue,
}

/// The page.
#[component]
pub(crate) fn InvitationPage(props: &InvitationPageProps) -> Html {
    let (text, preferences) = (use_text(), use_preferences());
    let verdict = use_location().map(|location| verdict(location.query_str())).unwrap_or_default();
    let read = use_remote(props.token.clone(), |client, token| async move {
        api::surveys::invitation(&client, &token).await
    });
    use_ready(!read.is_loading());
    let answered = use_state(|| None::<SurveyInvitation>);
    let shelter = Shelter::of("", &props.token, "survey");
    let submit = {
        let (token, answered, shelter) = (props.token.clone(), answered.setter(), shelter.clone());
        use_submit(
            move |client, key, body: AnswerSurvey| {
                let token = token.clone();
                async move { api::surveys::answer(&client, &token, &body, &key).await }
            },
            Callback::from(move |after| {
                shelter.forget();
                answered.set(Some(after));
            }),
        )
    };
    html! {
        <main id="main" class="narrow invitation">
            { languages(&preferences, &text) }
            <Brand />
            { draw(&read, Shape::Text(6), |read| {
                let shown = answered.as_ref().unwrap_or(read);
                let thanks = answered.is_some();
                let over = thanks || shown.state != InvitationState::Open;
                html! {
                    <>
                        <header class="stack">
                            <p class="muted">{ &shown.ticket }</p>
                            <PageTitle title={shown.subject.clone()} page={shown.ticket.clone()} />
                        </header>
                        if let Some(solution) = shown.solution.as_ref().filter(|_| !thanks) {
                            <section class="panel solution" aria-labelledby="solution-title">
                                <h2 id="solution-title" class="section-title">{ glyph(Icon::Bulb) }{ text.say("case-solution") }</h2>
                                <Markdown source={solution.clone()} />
                            </section>
                        }
                        <section class="panel panel-calls" aria-live="polite">
                            if thanks {
                                <p class="invitation-thanks">{ glyph(Icon::Check) }{ text.say("survey-thanks") }</p>
                            } else {
                                { match shown.state {
                                    InvitationState::Open => html! {
                                        <SurveyFields questions={shown.questions.clone()} shelter={shelter.clone()} verdict={verdict.clone()} busy={submit.busy} failure={submit.failure.clone()} onsend={submit.run.clone()} />
                                    },
                                    InvitationState::Answered => html! { <p>{ text.say("invitation-answered") }</p> },
                                    InvitationState::Over => html! { <p>{ text.say("invitation-over") }</p> },
                                } }
                            }
                            if over {
                                <div class="form-actions">
                                    <Link to={href(&Route::AnyTicket { number: shown.ticket.clone() })} class="btn btn-plain">{ text.say("invitation-case") }</Link>
                                    <Link to={href(&Route::Start)} class="btn btn-quiet">{ text.say("not-found-home") }</Link>
                                </div>
                            }
                        </section>
                    </>
                }
            }) }
        </main>
    }
}

/// What the link that was pressed said.
fn verdict(query: &str) -> AttrValue {
    match query.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("answer=")) {
        Some("yes") => "true".into(),
        Some("no") => "false".into(),
        _ => AttrValue::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn the_link_ticks_what_it_said() {
        assert_eq!(verdict("?answer=yes"), "true");
        assert_eq!(verdict("?utm=1&answer=no"), "false");
        assert_eq!(verdict("?answer=maybe"), "");
    }
}
