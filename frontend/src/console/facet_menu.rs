//! What can be ticked of a facet: a button that unfolds a list of boxes.

use crate::browser;
use crate::ui::{Choosable, Icon, Shelf, glyph};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FacetMenuProps {
    /// Tells it apart from the others on the page.
    pub(super) name: AttrValue,
    pub(super) label: AttrValue,
    pub(super) shelves: Vec<Shelf>,
    /// The values that are ticked.
    pub(super) chosen: Vec<String>,
    /// Called with a value that was ticked or unticked.
    pub(super) ontoggle: Callback<Choosable>,
    /// Called when it unfolds.
    #[prop_or_default]
    pub(super) onopen: Callback<()>,
    /// What stands below the boxes.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The button and, when it is pressed, the boxes. It folds when the focus goes elsewhere.
#[component]
pub(super) fn FacetMenu(props: &FacetMenuProps) -> Html {
    let node = use_node_ref();
    let fold = {
        let node = node.clone();
        move || {
            if let Some(details) = node.cast::<Element>() {
                let _ = details.remove_attribute("open");
            }
        }
    };
    let onfocusout = {
        let (node, fold) = (node.clone(), fold.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            if !node.cast::<Node>().is_some_and(|details| details.contains(to.as_ref())) {
                fold();
            }
        })
    };
    let onkeydown = {
        let selector = format!("#facet-{} > summary", props.name);
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                fold();
                browser::focus(&selector);
            }
        })
    };
    let ontoggle = props.onopen.reform(|_: Event| ());
    let count = props.chosen.len();
    html! {
        <details ref={node} class="facet" id={format!("facet-{}", props.name)} {onfocusout} {onkeydown} {ontoggle}>
            <summary class={classes!("facet-button", (count > 0).then_some("facet-on"))}>
                { &props.label }
                if count > 0 { <span class="facet-count">{ count }</span> }
                { glyph(Icon::ChevronDown) }
            </summary>
            <div class="facet-pop" tabindex="-1" role="group" aria-label={props.label.clone()}>
                { boxes(&props.shelves, &props.chosen, &props.ontoggle) }
                { props.children.clone() }
            </div>
        </details>
    }
}

/// The boxes, under the headings of their shelves.
pub(super) fn boxes(shelves: &[Shelf], chosen: &[String], ontoggle: &Callback<Choosable>) -> Html {
    let shelf = |shelf: &Shelf| {
        html! {
            <>
                if !shelf.heading.is_empty() { <p class="facet-heading">{ &shelf.heading }</p> }
                { for shelf.choices.iter().map(|choice| option(choice, chosen, ontoggle)) }
            </>
        }
    };
    html! { { for shelves.iter().map(shelf) } }
}

fn option(choice: &Choosable, chosen: &[String], ontoggle: &Callback<Choosable>) -> Html {
    let checked = chosen.iter().any(|value| *value == *choice.value);
    let onchange = {
        let (choice, ontoggle) = (choice.clone(), ontoggle.clone());
        Callback::from(move |event: Event| {
            // What is ticked is what the address says, which follows in a moment.
            let input: HtmlInputElement = event.target_unchecked_into();
            input.set_checked(checked);
            ontoggle.emit(choice.clone());
        })
    };
    html! {
        <label class="facet-option" key={choice.value.to_string()}>
            <input type="checkbox" class="form-check-input" value={choice.value.clone()} {checked} {onchange} />
            <span>{ &choice.label }</span>
        </label>
    }
}
