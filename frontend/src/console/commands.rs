//! What works on every page of the console: the command palette, the help, and the keys that go
//! somewhere.

use super::help::HelpProps;
use super::keymap::{Deed, Scope, deed};
use super::late::{Late, Piece};
use super::palette::CommandPaletteProps;
use super::queues::address;
use crate::hooks::{use_palette_key, use_shortcuts};
use crate::preferences::WrapperProps;
use crate::route::Route;
use crate::session::{may_register_for_others, reads_reports, use_me};
use crate::text::use_text;
use crate::ui::{Icon, glyph, go, href};
use contract::tickets::Action;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// The ticket that is on the screen, and how to do something to it.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) number: String,
    pub(super) allowed: Vec<Action>,
    pub(super) choose: Callback<Action>,
}

/// What pages know of the shell around them.
#[derive(Clone)]
pub(super) struct Commands {
    shown: Rc<RefCell<Option<Shown>>>,
    open_palette: Callback<()>,
    open_help: Callback<()>,
    /// How often this person has changed something here.
    changes: u32,
    change: Callback<()>,
}

impl PartialEq for Commands {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && self.changes == other.changes
    }
}

/// Provides the palette, the help, and the keys that work everywhere.
#[component]
pub(crate) fn CommandProvider(props: &WrapperProps) -> Html {
    let me = use_me();
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let shown = use_mut_ref(|| None::<Shown>);
    let palette = use_state(|| false);
    let help = use_state(|| false);
    let changes = use_state(|| 0_u32);
    let counted = use_mut_ref(|| 0_u32);
    let change = {
        let changes = changes.setter();
        Callback::from(move |()| {
            *counted.borrow_mut() += 1;
            changes.set(*counted.borrow());
        })
    };
    let set = |state: &UseStateHandle<bool>, on: bool| {
        let state = state.setter();
        Callback::from(move |()| state.set(on))
    };
    let toggle = {
        let palette = palette.clone();
        Callback::from(move |()| palette.set(!*palette))
    };
    use_palette_key(toggle);
    {
        let (open_palette, open_help) = (set(&palette, true), set(&help, true));
        use_shortcuts(Callback::from(move |keys: String| {
            match deed(Scope::Everywhere, &keys) {
                Some(Deed::Help) => open_help.emit(()),
                // Lists have a search of their own, which comes first.
                Some(Deed::Search) => {
                    if !crate::browser::focus("#queue-search") {
                        open_palette.emit(());
                    }
                }
                Some(Deed::Queue(queue)) => go(&navigator, &address(&queue.filter())),
                Some(Deed::Supervision) if reads_reports(&me) => go(&navigator, &href(&Route::Supervision)),
                Some(Deed::NewTicket) if may_register_for_others(&me) => {
                    go(&navigator, &href(&Route::NewTicket));
                }
                _ => return false,
            }
            true
        }));
    }
    let commands = Commands {
        shown: shown.clone(),
        open_palette: set(&palette, true),
        open_help: set(&help, true),
        changes: *changes,
        change,
    };
    let offered = CommandPaletteProps {
        shown: shown.borrow().clone(),
        onclose: set(&palette, false),
        open_help: set(&help, true),
    };
    html! {
        <ContextProvider<Commands> context={commands}>
            { props.children.clone() }
            if *palette { <Late piece={Piece::Palette(offered)} /> }
            if *help { <Late piece={Piece::Help(HelpProps { onclose: set(&help, false) })} /> }
        </ContextProvider<Commands>>
    }
}

/// The button that opens the palette, for those who do not know its keys yet.
#[component]
pub(crate) fn PaletteButton() -> Html {
    let text = use_text();
    let commands = use_context::<Commands>();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(commands) = &commands {
            commands.open_palette.emit(());
        }
    });
    html! {
        <button type="button" class="palette-open" data-action="palette" aria-keyshortcuts="Control+K" {onclick}>
            { glyph(Icon::Search) }
            <span class="palette-open-text">{ text.say("palette-button") }</span>
            <kbd>{ "Ctrl K" }</kbd>
        </button>
    }
}

/// Opens the help; does nothing outside the console.
#[hook]
pub(super) fn use_help() -> Callback<()> {
    use_context::<Commands>().map_or_else(Callback::noop, |commands| commands.open_help)
}

/// Says that this person has changed something, so that what is counted is counted again.
#[hook]
pub(super) fn use_change() -> Callback<()> {
    use_context::<Commands>().map_or_else(Callback::noop, |commands| commands.change)
}

/// How often this person has changed something.
#[hook]
pub(super) fn use_changes() -> u32 {
    use_context::<Commands>().map_or(0, |commands| commands.changes)
}

/// Lets the palette know which ticket is on the screen, for as long as it is.
#[hook]
pub(super) fn use_on_screen(ticket: Shown) {
    let commands = use_context::<Commands>();
    if let Some(commands) = &commands {
        *commands.shown.borrow_mut() = Some(ticket);
    }
    use_effect_with((), move |()| {
        move || {
            if let Some(commands) = commands {
                *commands.shown.borrow_mut() = None;
            }
        }
    });
}
