//! Choosing rows of a list, by boxes and by keys.

use super::bulk_result::Outcome;
use super::commands::use_change;
use super::keymap::{Deed, Scope, deed};
use super::place::use_place;
use super::trail::take_seen;
use crate::hooks::use_shortcuts;
use crate::ui::Selection;
use contract::tickets::Action;
use std::rc::Rc;
use yew::prelude::*;

/// The rows that are chosen, the place among them, and what was done to them last.
pub(super) struct Choosing {
    pub(super) selection: Selection,
    pub(super) onselect: Callback<Selection>,
    pub(super) onfocusin: Callback<FocusEvent>,
    /// What is to be done to the chosen rows, while its form is open.
    pub(super) asked: Option<Action>,
    pub(super) onask: Callback<Option<Action>>,
    pub(super) outcome: Option<Outcome>,
    pub(super) ondone: Callback<Outcome>,
    pub(super) forget: Callback<()>,
}

/// Choosing rows by keys and boxes. What is chosen stays so while the list is refreshed; another
/// list begins with nothing chosen. While a form is open about them, they stay chosen wherever they go.
#[hook]
pub(super) fn use_choosing(query: &str, numbers: &Rc<Vec<String>>, reload: Callback<()>) -> Choosing {
    let change = use_change();
    let held = use_state(Selection::default);
    let asked = use_state(|| None::<Action>);
    let outcome = use_state(|| None::<Outcome>);
    {
        let (held, asked, outcome) = (held.setter(), asked.setter(), outcome.setter());
        use_effect_with(query.to_owned(), move |_| {
            held.set(Selection::default());
            asked.set(None);
            outcome.set(None);
        });
    }
    let seen = use_memo((), |()| take_seen());
    let place = use_place(numbers.clone(), (*seen).clone());
    let rows: Vec<AttrValue> = numbers.iter().map(|number| number.clone().into()).collect();
    let selection = if asked.is_some() { (*held).clone() } else { held.within(&rows) };
    let onselect = {
        let held = held.setter();
        Callback::from(move |selection| held.set(selection))
    };
    {
        let (place, selection, onselect, reload) =
            (place.clone(), selection.clone(), onselect.clone(), reload.clone());
        use_shortcuts(Callback::from(move |keys: String| {
            let turn = |range: bool| {
                let here = place.here().map(AttrValue::from);
                if let Some(here) = &here {
                    onselect.emit(selection.turn(here, range, &rows));
                }
                here.is_some()
            };
            match deed(Scope::List, &keys) {
                Some(Deed::NextRow) => place.step(1),
                Some(Deed::PreviousRow) => place.step(-1),
                Some(Deed::SelectRow) => turn(false),
                Some(Deed::SelectRange) => turn(true),
                Some(Deed::SelectNothing) if !selection.is_empty() => {
                    onselect.emit(Selection::default());
                    true
                }
                Some(Deed::Refresh) => {
                    reload.emit(());
                    true
                }
                _ => false,
            }
        }));
    }
    let ondone = {
        let (selection, onselect, outcome) = (selection.clone(), onselect.clone(), outcome.setter());
        Callback::from(move |done: Outcome| {
            onselect.emit(done.left_of(&selection));
            outcome.set(Some(done));
            change.emit(());
            reload.emit(());
        })
    };
    let onask = {
        let asked = asked.setter();
        Callback::from(move |action| asked.set(action))
    };
    let forget = {
        let outcome = outcome.setter();
        Callback::from(move |()| outcome.set(None))
    };
    Choosing {
        selection,
        onselect,
        onfocusin: place.onfocusin,
        asked: *asked,
        onask,
        outcome: (*outcome).clone(),
        ondone,
        forget,
    }
}
