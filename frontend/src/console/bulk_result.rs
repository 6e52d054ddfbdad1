//! What became of each of many tickets, in words.

use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Button, Icon, Link, Look, Selection, glyph, href};
use contract::tickets::{Action, BulkOutcome};
use yew::prelude::*;

/// What became of the tickets that something was to be done to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    action: Action,
    done: Vec<String>,
    /// Each with the reason.
    refused: Vec<(String, String)>,
}

/// What the answer says of each, by number or as it was named.
pub(super) fn outcome(action: Action, answer: BulkOutcome) -> Outcome {
    let mut outcome = Outcome { action, done: Vec::new(), refused: Vec::new() };
    for item in answer.items {
        match item.problem {
            None => outcome.done.push(item.ticket.map_or_else(|| item.id.0, |ticket| ticket.number)),
            Some(problem) => {
                let fields = problem.errors.iter().map(|fault| fault.message.as_str());
                let reason: Vec<&str> = std::iter::once(problem.detail.as_str()).chain(fields).collect();
                outcome.refused.push((item.id.0, reason.join(" ")));
            }
        }
    }
    outcome
}

impl Outcome {
    /// The selection without what is done: what was refused, and what was not asked for, stays.
    pub(super) fn left_of(&self, selection: &Selection) -> Selection {
        let left: Vec<AttrValue> = selection
            .chosen()
            .iter()
            .filter(|number| !self.done.iter().any(|done| **number == **done))
            .cloned()
            .collect();
        selection.within(&left)
    }
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct BulkResultProps {
    pub(super) outcome: Outcome,
    pub(super) onclose: Callback<()>,
}

/// How many it was done to, and for each of the others why not.
#[component]
pub(super) fn BulkResult(props: &BulkResultProps) -> Html {
    let text = use_text();
    let Outcome { action, done, refused } = &props.outcome;
    let word = text.word(*action).to_string();
    let line = |(number, reason): &(String, String)| {
        html! {
            <li>
                <Link to={href(&Route::Ticket { number: number.clone() })} class="number">{ number }</Link>
                { " " }{ reason }
            </li>
        }
    };
    html! {
        <div class={classes!("bulk-result", (!refused.is_empty()).then_some("bulk-result-some"))} role="status">
            { glyph(if refused.is_empty() { Icon::CircleCheck } else { Icon::AlertTriangle }) }
            <div class="bulk-result-text">
                <p><strong>{ text.fill("bulk-done", &[("action", word.into()), ("count", done.len().into())]) }</strong></p>
                if !refused.is_empty() {
                    <p>{ text.fill("bulk-refused", &[("count", refused.len().into())]) }</p>
                    <ul class="bulk-refused">{ for refused.iter().map(line) }</ul>
                }
            </div>
            <Button look={Look::Quiet} small=true icon={Icon::X} name={text.say("ui-close")} onclick={props.onclose.clone()} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;
    use contract::problem::Problem;
    use contract::tickets::BulkItem;

    fn answer() -> BulkOutcome {
        let problem: Problem = serde_json::from_value(serde_json::json!({
            "type": "about:blank", "instance": "/api/v1/tickets/bulk", "title": "No", "status": 409, "code": "wrong_state",
            "detail": "El caso ya está cerrado.", "errors": []
        }))
        .unwrap();
        let done =
            BulkItem { id: "TIC-1042".into(), status: 200, ticket: Some(sample::ticket()), problem: None };
        let refused = BulkItem { id: "TIC-7".into(), status: 409, ticket: None, problem: Some(problem) };
        BulkOutcome { done: 1, refused: 1, items: vec![done, refused] }
    }

    #[test]
    fn what_was_refused_stays_chosen() {
        let outcome = outcome(Action::Escalate, answer());
        assert_eq!(outcome.done, ["TIC-1042"]);
        assert_eq!(outcome.refused, [("TIC-7".to_owned(), "El caso ya está cerrado.".to_owned())]);
        let rows = ["TIC-1042", "TIC-7", "TIC-9"].map(AttrValue::from);
        let left = outcome.left_of(&Selection::default().turn_all(&rows));
        assert_eq!(left.chosen(), ["TIC-7", "TIC-9"].map(AttrValue::from));
    }
}
