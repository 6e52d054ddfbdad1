//! The API keys by which a program comes.

use crate::admin::head::administered;
use crate::api::security::Keyring;
use crate::keys::ApiKeys;
use crate::session::use_me;
use crate::text::use_text;
use contract::people::User;
use contract::reference::NamedRef;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ProgramKeysProps {
    pub(super) user: Rc<User>,
}

/// Its keys: made, listed and revoked. Of the projects that it belongs to, a key reaches those alone
/// that the administrator answers for.
#[component]
pub(super) fn ProgramKeys(props: &ProgramKeysProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let user = &props.user;
    let own = administered(&me);
    let theirs = user.memberships.iter().map(|held| &held.project);
    let projects: Vec<NamedRef> = theirs.filter(|project| own.contains(project)).cloned().collect();
    let fenced = projects.len() < user.memberships.len();
    html! {
        <ApiKeys keyring={Keyring::Of(user.username.clone())} about={text.say("admin-keys-about")} none={text.say("admin-keys-none")} {projects} {fenced} />
    }
}
