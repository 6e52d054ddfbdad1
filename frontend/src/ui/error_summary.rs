//! What is wrong with a form, on top of it: each fault leads to its field.

use crate::browser;
use crate::text::use_text;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldFault {
    /// The id of the control; empty when the fault is of the form as a whole.
    pub(crate) id: String,
    pub(crate) message: String,
}

#[derive(Properties, PartialEq)]
pub(crate) struct ErrorSummaryProps {
    /// What went wrong with the whole.
    #[prop_or_default]
    pub(crate) sentence: Option<String>,
    pub(crate) faults: Vec<FieldFault>,
}

/// A box with all faults. It takes the focus when they change, and when the form is sent again with the
/// same ones, so that everybody hears of them.
#[component]
pub(crate) fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    {
        let node = node.clone();
        let key = (props.sentence.clone(), props.faults.clone());
        use_effect_with(key, move |(sentence, faults)| {
            let there = sentence.is_some() || !faults.is_empty();
            let again = node.cast::<HtmlElement>().filter(|_| there).and_then(|element| {
                let _ = element.focus();
                let form = element.closest("form").ok()??;
                Some(EventListener::new(&form, "submit", move |_| {
                    let element = element.clone();
                    // Once the form has looked: if the faults are others, or gone, so is this box.
                    Timeout::new(0, move || drop(element.focus())).forget();
                }))
            });
            move || drop(again)
        });
    }
    if props.sentence.is_none() && props.faults.is_empty() {
        return Html::default();
    }
    let count = props.faults.len();
    html! {
        <div class="error-summary" role="alert" tabindex="-1" ref={node} id="error-summary">
            if count > 0 {
                <h2>{ text.fill("ui-faults", &[("count", count.into())]) }</h2>
            }
            if let Some(sentence) = &props.sentence { <p>{ sentence }</p> }
            if count > 0 {
                <ul>{ for props.faults.iter().map(fault) }</ul>
            }
        </div>
    }
}

fn fault(fault: &FieldFault) -> Html {
    let selector = format!("#{}", fault.id);
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::focus(&selector);
    });
    html! {
        <li>
            if fault.id.is_empty() { { &fault.message } } else {
                <a href={format!("#{}", fault.id)} {onclick}>{ &fault.message }</a>
            }
        </li>
    }
}
