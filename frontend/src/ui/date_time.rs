//! A date and a time in Bogotá: the browser's own controls, an instant in UTC outside.

use super::field::{FieldError, described_by};
use crate::text::{at_bogota, in_bogota, use_text};
use chrono::{DateTime, Utc};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DateTimeInputProps {
    pub(crate) name: AttrValue,
    /// The name when absent. It is the id of the date's control.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    #[prop_or_default]
    pub(crate) required: bool,
    pub(crate) value: Option<DateTime<Utc>>,
    /// Called with the instant; with none while date or time is missing.
    pub(crate) onchange: Callback<Option<DateTime<Utc>>>,
    /// The time that a date gets when none was said: `HH:MM`.
    #[prop_or(AttrValue::Static("08:00"))]
    pub(crate) time: AttrValue,
    #[prop_or_default]
    pub(crate) min: Option<DateTime<Utc>>,
    #[prop_or_default]
    pub(crate) max: Option<DateTime<Utc>>,
}

/// A date and a time.
#[component]
pub(crate) fn DateTimeInput(props: &DateTimeInputProps) -> Html {
    let text = use_text();
    let id = props.id.clone().unwrap_or_else(|| props.name.clone());
    let typed = use_state(|| parts(props.value));
    {
        // The value may change from outside; half a value is nobody's but ours.
        let typed = typed.setter();
        use_effect_with(props.value, move |value| {
            if value.is_some() {
                typed.set(parts(*value));
            }
        });
    }
    let change = |edit: fn(&mut Parts, String)| {
        let (typed, onchange, usual) = (typed.clone(), props.onchange.clone(), props.time.clone());
        Callback::from(move |event: Event| {
            let mut next = (*typed).clone();
            edit(&mut next, event.target_unchecked_into::<HtmlInputElement>().value());
            if !next.date.is_empty() && next.time.is_empty() {
                next.time = usual.to_string();
            }
            onchange.emit(at_bogota(&format!("{}T{}", next.date, next.time)));
            typed.set(next);
        })
    };
    let describedby = described_by(&id, props.hint.is_some(), props.error.is_some());
    let invalid = props.error.is_some().then_some("true");
    let day = |at: Option<DateTime<Utc>>| at.map(|at| parts(Some(at)).date);
    html! {
        <fieldset class={classes!("field", props.error.is_some().then_some("field-wrong"))} aria-describedby={describedby}>
            <legend class="field-label">
                { &props.label }
                if !props.required { <span class="field-optional">{ text.say("ui-optional") }</span> }
            </legend>
            if let Some(hint) = &props.hint { <p class="field-hint" id={format!("{id}-hint")}>{ hint }</p> }
            <FieldError id={id.clone()} error={props.error.clone()} />
            <div class="date-time">
                <label class="date-time-part">
                    <span class="visually-hidden">{ text.say("ui-date") }</span>
                    <input
                        type="date" class="form-control" id={id.clone()} name={props.name.clone()} value={typed.date.clone()}
                        min={day(props.min)} max={day(props.max)}
                        aria-required={props.required.then_some("true")} aria-invalid={invalid} onchange={change(|parts, value| parts.date = value)}
                    />
                </label>
                <label class="date-time-part">
                    <span class="visually-hidden">{ text.say("ui-time") }</span>
                    <input
                        type="time" class="form-control" name={format!("{}-time", props.name)} value={typed.time.clone()}
                        aria-invalid={invalid} onchange={change(|parts, value| parts.time = value)}
                    />
                </label>
            </div>
        </fieldset>
    }
}

/// What the two controls hold.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
struct Parts {
    date: String,
    time: String,
}

fn parts(value: Option<DateTime<Utc>>) -> Parts {
    let local = value.map(in_bogota).unwrap_or_default();
    let (date, time) = local.split_once('T').unwrap_or_default();
    Parts { date: date.to_owned(), time: time.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_shown_as_people_here_say_it() {
        let late = DateTime::parse_from_rfc3339("2030-01-16T01:30:00Z").unwrap().to_utc();
        assert_eq!(parts(Some(late)), Parts { date: "2030-01-15".to_owned(), time: "20:30".to_owned() });
        assert_eq!(parts(None), Parts::default());
    }
}
