//! The secret of a source or of a webhook, the only time that it is shown.

use crate::keys::Secret;
use crate::text::use_text;
use crate::ui::{Button, Look};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ShownOnceProps {
    pub(super) secret: AttrValue,
    /// It has been copied.
    pub(super) onkept: Callback<()>,
    /// What else can be copied with it.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The secret, until somebody says that they have it.
#[component]
pub(super) fn ShownOnce(props: &ShownOnceProps) -> Html {
    let text = use_text();
    html! {
        <div class="stack" role="status" data-part="new-secret">
            <p>{ text.say("admin-secret-once") }</p>
            <Secret words={props.secret.clone()} label={text.say("admin-secret")} />
            { props.children.clone() }
            <div class="form-actions"><Button look={Look::Primary} onclick={props.onkept.clone()} action="secret-kept">{ text.say("admin-secret-kept") }</Button></div>
        </div>
    }
}
