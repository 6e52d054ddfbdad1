//! The stages of something, and where it is.

use super::icon::{Icon, glyph};
use crate::text::use_text;
use yew::prelude::*;

/// Where a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StageState {
    Done,
    Current,
    Ahead,
    /// It ended here, before its time.
    Stopped,
}

/// One stage.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stage {
    pub(crate) label: AttrValue,
    pub(crate) state: StageState,
    /// The number people know it by; its place in the row when absent.
    pub(crate) number: Option<u8>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct StepperProps {
    pub(crate) label: AttrValue,
    pub(crate) stages: Vec<Stage>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// The stages in a row; each says in words how it stands.
#[component]
pub(crate) fn Stepper(props: &StepperProps) -> Html {
    let text = use_text();
    html! {
        <ol class={classes!("stepper", props.class.clone())} aria-label={props.label.clone()}>
            { for props.stages.iter().enumerate().map(|(index, stage)| {
                let (class, word) = match stage.state {
                    StageState::Done => ("step-done", "ui-step-done"),
                    StageState::Current => ("step-current", "ui-step-current"),
                    StageState::Ahead => ("step-ahead", "ui-step-ahead"),
                    StageState::Stopped => ("step-stopped", "ui-step-stopped"),
                };
                let number = stage.number.map_or(index + 1, usize::from);
                html! {
                    <li class={classes!("step", class)} aria-current={(stage.state == StageState::Current).then_some("step")}>
                        <span class="step-dot" aria-hidden="true">
                            if stage.state == StageState::Done && stage.number.is_none() { { glyph(Icon::Check) } }
                            else if stage.state == StageState::Stopped { { glyph(Icon::X) } }
                            else { { number } }
                        </span>
                        <span class="step-label">{ &stage.label }</span>
                        <span class="visually-hidden">{ text.say(word) }</span>
                    </li>
                }
            }) }
        </ol>
    }
}
