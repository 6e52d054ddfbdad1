//! What the severities of a monitoring system mean: a row for each.

use crate::text::use_text;
use crate::ui::{Button, Icon, Look};
use contract::inbound::SeverityRule;
use contract::tickets::{Impact, Urgency};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SeveritiesProps {
    pub(super) rules: Vec<SeverityRule>,
    pub(super) onchange: Callback<Vec<SeverityRule>>,
    pub(super) error: Option<String>,
}

/// The rows, and one more on demand.
#[component]
pub(super) fn Severities(props: &SeveritiesProps) -> Html {
    let text = use_text();
    let add = {
        let rules = props.rules.clone();
        props.onchange.reform(move |()| {
            let mut next = rules.clone();
            next.push(SeverityRule {
                severity: String::new(),
                impact: Impact::Medium,
                urgency: Urgency::Medium,
            });
            next
        })
    };
    html! {
        <fieldset class="field" id="source-severities">
            <legend class="field-label">{ text.say("admin-severities") }</legend>
            <p class="field-hint">{ text.say("admin-severities-hint") }</p>
            if let Some(error) = &props.error { <p class="field-error" role="alert">{ error }</p> }
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col">{ text.say("admin-severity") }</th>
                        <th scope="col">{ text.say("field-impact") }</th>
                        <th scope="col">{ text.say("field-urgency") }</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>
                    { for (0..props.rules.len()).map(|index| html! {
                        <Row key={index} rules={props.rules.clone()} {index} onchange={props.onchange.clone()} />
                    }) }
                </tbody>
            </table>
            <Button small=true icon={Icon::Plus} onclick={add} action="add-severity">{ text.say("admin-severity-add") }</Button>
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    rules: Vec<SeverityRule>,
    index: usize,
    onchange: Callback<Vec<SeverityRule>>,
}

/// A severity with its impact and urgency.
#[component]
fn Row(props: &RowProps) -> Html {
    let text = use_text();
    let index = props.index;
    let Some(rule) = props.rules.get(index) else { return Html::default() };
    let rename = {
        let rules = props.rules.clone();
        props.onchange.reform(move |event: InputEvent| {
            let severity = event.target_unchecked_into::<HtmlInputElement>().value();
            changed(&rules, index, |rule| rule.severity = severity)
        })
    };
    let affect = {
        let rules = props.rules.clone();
        props.onchange.reform(move |event: Event| {
            let word = event.target_unchecked_into::<HtmlSelectElement>().value();
            changed(&rules, index, |rule| rule.impact = word.parse().unwrap_or(rule.impact))
        })
    };
    let hurry = {
        let rules = props.rules.clone();
        props.onchange.reform(move |event: Event| {
            let word = event.target_unchecked_into::<HtmlSelectElement>().value();
            changed(&rules, index, |rule| rule.urgency = word.parse().unwrap_or(rule.urgency))
        })
    };
    let remove = {
        let rules = props.rules.clone();
        props.onchange.reform(move |()| {
            let mut next = rules.clone();
            next.remove(index);
            next
        })
    };
    let what = text.fill("ui-remove", &[("what", (&rule.severity).into())]);
    html! {
        <tr>
            <td data-label={text.say("admin-severity")}>
                <input class="form-control" name={format!("severity-{index}")} aria-label={text.say("admin-severity")} maxlength="60" autocomplete="off" value={rule.severity.clone()} oninput={rename} />
            </td>
            <td data-label={text.say("field-impact")}>
                <select class="form-select" name={format!("severity-{index}-impact")} aria-label={text.say("field-impact")} onchange={affect}>
                    { for Impact::ALL.iter().map(|impact| html! {
                        <option value={impact.as_str()} selected={rule.impact == *impact}>{ text.word(*impact) }</option>
                    }) }
                </select>
            </td>
            <td data-label={text.say("field-urgency")}>
                <select class="form-select" name={format!("severity-{index}-urgency")} aria-label={text.say("field-urgency")} onchange={hurry}>
                    { for Urgency::ALL.iter().map(|urgency| html! {
                        <option value={urgency.as_str()} selected={rule.urgency == *urgency}>{ text.word(*urgency) }</option>
                    }) }
                </select>
            </td>
            <td><Button look={Look::Quiet} small=true icon={Icon::X} name={what} onclick={remove} /></td>
        </tr>
    }
}

/// The rules with one of them changed.
fn changed(
    rules: &[SeverityRule],
    index: usize,
    change: impl FnOnce(&mut SeverityRule),
) -> Vec<SeverityRule> {
    let mut next = rules.to_vec();
    if let Some(rule) = next.get_mut(index) {
        change(rule);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_rule_changes_and_the_others_stay() {
        let usual = SeverityRule::usual();
        let next = changed(&usual, 1, |rule| rule.urgency = Urgency::Low);
        assert_eq!(next[1].urgency, Urgency::Low);
        assert_eq!((&next[0], &next[2..]), (&usual[0], &usual[2..]));
        assert_eq!(changed(&usual, 99, |rule| rule.impact = Impact::Low), usual);
    }
}
