//! Small marks: a word with a tone, a person's initials.

use super::icon::{Icon, glyph};
use crate::text::capital;
use yew::prelude::*;

/// What a mark wants to say with its colour; the words say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Tone {
    #[default]
    Neutral,
    Brand,
    Good,
    Warn,
    Bad,
    Calm,
}

impl Tone {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Brand => "tone-brand",
            Self::Good => "tone-good",
            Self::Warn => "tone-warn",
            Self::Bad => "tone-bad",
            Self::Calm => "tone-calm",
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct BadgeProps {
    #[prop_or_default]
    pub(crate) tone: Tone,
    #[prop_or_default]
    pub(crate) icon: Option<Icon>,
    /// What the pointer reads in addition.
    #[prop_or_default]
    pub(crate) title: Option<AttrValue>,
    pub(crate) children: Html,
}

/// A word with a tone.
#[component]
pub(crate) fn Badge(props: &BadgeProps) -> Html {
    html! {
        <span class={classes!("pip", props.tone.class())} title={props.title.clone()}>
            if let Some(icon) = props.icon { { glyph(icon) } }
            { props.children.clone() }
        </span>
    }
}

/// A person's initials in a circle; the name stands beside it, so readers skip it.
pub(crate) fn avatar(name: &str) -> Html {
    html! { <span class={classes!("initials", hue(name))} aria-hidden="true">{ initials(name) }</span> }
}

fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first().and_then(|word| word.chars().next());
    let last = if words.len() > 1 { words.last().and_then(|word| word.chars().next()) } else { None };
    first.into_iter().chain(last).map(capital).collect()
}

/// One of six hues, always the same for a name.
fn hue(name: &str) -> &'static str {
    let sum = name.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    ["hue-a", "hue-b", "hue-c", "hue-d", "hue-e", "hue-f"][(sum % 6) as usize]
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_first_and_last_name() {
        assert_eq!(initials("Ana María Rojas"), "AR");
        assert_eq!(initials("ángela"), "Á");
        assert_eq!(initials(""), "");
    }
}
