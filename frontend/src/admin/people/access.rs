//! Where a person is signed in, and the API keys that they have made: to be ended for them, when a
//! computer or a key has got into other hands.

use crate::api::security::Keyring;
use crate::keys::{ApiKeys, Sessions};
use crate::text::use_text;
use contract::people::User;
use contract::reference::NamedRef;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct AccessProps {
    pub(super) user: Rc<User>,
}

/// Both, each entry with a button to end it. Keys are made by their owner alone.
#[component]
pub(super) fn Access(props: &AccessProps) -> Html {
    let text = use_text();
    let of = Keyring::Of(props.user.username.clone());
    html! {
        <>
            <Sessions of={of.clone()} about={text.say("admin-sessions-about")} none={text.say("admin-sessions-none")} />
            <ApiKeys keyring={of} about={text.say("admin-person-keys-about")} none={text.say("admin-person-keys-none")} projects={Vec::<NamedRef>::new()} makes=false />
        </>
    }
}
