//! The case is registered: its number, what happens next, and until when.

use crate::api;
use crate::browser;
use crate::hooks::{use_now, use_remote};
use crate::route::Route;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Icon, Link, PageTitle, Shape, draw, glyph, href, use_ready};
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct RegisteredPageProps {
    pub(crate) number: String,
}

/// Number, next steps, ways on.
#[component]
pub(crate) fn RegisteredPage(props: &RegisteredPageProps) -> Html {
    let (text, me, now) = (use_text(), use_me(), use_now());
    let files_lost = use_location().is_some_and(|location| location.query_str().contains("files=lost"));
    let ticket = use_remote(props.number.clone(), |client, number| async move {
        api::tickets::get(&client, &number).await
    });
    use_ready(!ticket.is_loading());
    let copied = use_state(|| false);
    let copy = {
        let (number, copied) = (props.number.clone(), copied.setter());
        let told = Callback::from(move |done| copied.set(done));
        Callback::from(move |()| browser::copy(&number, told.clone()))
    };
    let page = href(&Route::MyTicket { number: props.number.clone() });
    html! {
        <div class="narrow stack">
            <section class="panel done">
                <span class="done-icon">{ glyph(Icon::Check) }</span>
                <PageTitle title={text.fill("registered-title", &[("number", (&props.number).into())])}>
                    { text.say("registered-heading") }{ " " }<span class="done-number">{ &props.number }</span>
                </PageTitle>
                <Button small=true icon={if *copied { Icon::Check } else { Icon::Ticket }} onclick={copy} action="copy-number">
                    { text.say(if *copied { "registered-copied" } else { "registered-copy" }) }
                </Button>
                <span class="visually-hidden" role="status">if *copied { { text.say("registered-copied") } }</span>
                { draw(&ticket, Shape::Text(3), |ticket| {
                    let due = ticket.summary.sla.attention.due_at.filter(|due| *due > now && ticket.summary.opened_at.is_none());
                    html! {
                        <>
                            <p class="lead done-subject">{ &ticket.summary.subject }</p>
                            <h2 class="section-title">{ text.say("registered-next") }</h2>
                            <ol class="next">
                                <li><p>
                                    if let Some(due) = due { { text.say("registered-attention") }{ " " }<strong>{ text.date_in_full(due) }</strong> } else { { text.say("registered-attention-soon") } }
                                </p></li>
                                <li><p>
                                    if let Some(email) = &me.email { { text.fill("registered-mail", &[("email", email.into())]) } } else { { text.say("registered-follow") } }
                                </p></li>
                                <li><p>{ text.say("registered-word") }</p></li>
                            </ol>
                        </>
                    }
                }) }
                if files_lost {
                    <div class="notice notice-warn" role="alert"><p>{ text.say("registered-files-lost") }</p></div>
                }
                <div class="form-actions form-actions-center">
                    <Link to={page} class="btn btn-primary">{ text.say("registered-see") }</Link>
                    <Link to={href(&Route::Portal)} class="btn btn-plain">{ text.say("registered-home") }</Link>
                </div>
            </section>
        </div>
    }
}
