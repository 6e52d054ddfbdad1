//! Where one is in a list: the row that has the focus, or had it last. Moving by keys begins there,
//! also when the list has changed meanwhile.

use crate::browser;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The row one was at last: its place and its number.
type Last = Option<(usize, String)>;

/// The place in a list, and what keeps it.
#[derive(Clone)]
pub(super) struct Place {
    /// For the element around the list.
    pub(super) onfocusin: Callback<FocusEvent>,
    numbers: Rc<Vec<String>>,
    last: Rc<std::cell::RefCell<Last>>,
}

impl Place {
    /// Moves the focus to the next row or the one before.
    pub(super) fn step(&self, by: isize) -> bool {
        let focused = focused_row();
        let target = target(&self.numbers, focused.as_deref(), self.last.borrow().as_ref(), by);
        target.is_some_and(|number| focus_row(&number))
    }

    /// The row that the focus is on.
    pub(super) fn here(&self) -> Option<String> {
        focused_row().filter(|number| self.numbers.contains(number))
    }
}

/// Where a step leads: from the row with the focus to its neighbour; without one, to the row where
/// one was last, or to the one that has taken its place.
fn target(
    numbers: &[String],
    focused: Option<&str>,
    last: Option<&(usize, String)>,
    by: isize,
) -> Option<String> {
    let end = numbers.len().checked_sub(1)?;
    let find = |wanted: &str| numbers.iter().position(|number| number == wanted);
    let at = match (focused.and_then(find), last) {
        (Some(at), _) => at.saturating_add_signed(by),
        (None, Some((place, number))) => find(number).unwrap_or(*place),
        (None, None) => 0,
    };
    numbers.get(at.min(end)).cloned()
}

fn focused_row() -> Option<String> {
    browser::document().active_element()?.get_attribute("data-row")
}

fn focus_row(number: &str) -> bool {
    browser::focus(&format!("[data-row=\"{number}\"]"))
}

/// Keeps the place in a list. The row of the ticket that was looked at last takes the focus when the
/// list is first drawn; when the row with the focus goes away, the next one takes it.
#[hook]
pub(super) fn use_place(numbers: Rc<Vec<String>>, seen: Option<String>) -> Place {
    let last = use_mut_ref(|| None::<(usize, String)>);
    let onfocusin = {
        let (numbers, last) = (numbers.clone(), last.clone());
        Callback::from(move |event: FocusEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let number = target.and_then(|element| element.get_attribute("data-row"));
            *last.borrow_mut() =
                number.and_then(|number| Some((numbers.iter().position(|known| *known == number)?, number)));
        })
    };
    {
        let last = last.clone();
        let seen = use_mut_ref(|| seen);
        use_effect_with(numbers.clone(), move |numbers| {
            if numbers.is_empty() {
                return;
            }
            if let Some(number) = seen.take() {
                focus_row(&number);
            }
            let gone = last.borrow().clone().filter(|(_, number)| !numbers.contains(number));
            let nowhere =
                browser::document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            if let (Some((place, _)), true) = (gone, nowhere)
                && let Some(number) = numbers.get(place.min(numbers.len() - 1))
            {
                focus_row(number);
            }
        });
    }
    Place { onfocusin, numbers, last }
}

#[cfg(test)]
mod tests {
    use super::target;

    fn numbers() -> Vec<String> {
        ["a", "b", "c"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_step_goes_to_the_neighbour_and_not_beyond_the_ends() {
        let step = |focused: &str, by| target(&numbers(), Some(focused), None, by).unwrap();
        assert_eq!([step("a", 1), step("c", 1), step("b", -1), step("a", -1)], ["b", "c", "a", "a"]);
        assert_eq!(target(&numbers(), None, None, 1).as_deref(), Some("a"));
        assert_eq!(target(&[], None, None, 1), None);
    }

    #[test]
    fn without_the_focus_it_is_the_last_row_or_what_took_its_place() {
        let from = |place: usize, number: &str| {
            target(&numbers(), None, Some(&(place, number.to_owned())), 1).unwrap()
        };
        assert_eq!(from(0, "c"), "c");
        assert_eq!(from(1, "gone"), "b");
        assert_eq!(from(9, "gone"), "c");
    }
}
