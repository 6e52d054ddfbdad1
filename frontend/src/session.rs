//! Who is signed in. The access token lives in the client's memory, the refresh token in a cookie
//! that no script can read; local storage only remembers whose session it is worth asking for, and
//! so tells the other tabs of this browser who has come and gone.

use crate::api::{self, Client, Failure};
use crate::browser;
use crate::preferences::{Prefer, Preferences, WrapperProps, use_preferences};
use contract::auth::{AccessToken, Me, Role};
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

const HINT: &str = "mesa.session";

/// At the end of the address to which `GET /auth/oidc/callback` leads.
const ARRIVED: &str = "signed-in";

/// Who is signed in, if anybody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Session {
    /// Asking whether there is a session from before.
    Starting,
    /// The server could not be asked.
    Unreachable(Failure),
    /// Nobody.
    SignedOut,
    /// This person.
    SignedIn(Rc<Me>),
    /// This person, but the session has run out: the page stays as it is until they sign in again.
    Expired(Rc<Me>),
}

/// What happens to a session.
pub(crate) enum Turn {
    Start,
    Fail(Failure),
    SignIn(Rc<Me>),
    Expire,
    SignOut,
}

impl Session {
    /// The person the page is drawn for.
    pub(crate) fn me(&self) -> Option<&Rc<Me>> {
        match self {
            Self::SignedIn(me) | Self::Expired(me) => Some(me),
            Self::Starting | Self::Unreachable(_) | Self::SignedOut => None,
        }
    }
}

impl Reducible for Session {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        Rc::new(match turn {
            Turn::Start => Self::Starting,
            Turn::Fail(failure) => Self::Unreachable(failure),
            Turn::SignIn(me) => Self::SignedIn(me),
            Turn::Expire => self.me().map_or(Self::SignedOut, |me| Self::Expired(me.clone())),
            Turn::SignOut => Self::SignedOut,
        })
    }
}

/// The session, and the client that acts on its behalf.
#[derive(Clone, PartialEq)]
pub(crate) struct Account {
    pub(crate) client: Client,
    pub(crate) session: UseReducerHandle<Session>,
}

impl Account {
    /// Takes up the session that a sign-in or a refresh has brought.
    pub(crate) fn take_up(&self, token: AccessToken) {
        self.remember(&token.user);
        self.client.hold(Some(token.access_token));
        self.session.dispatch(Turn::SignIn(Rc::new(token.user)));
    }

    /// Keeps whose session there is, for the next time and for the other tabs.
    fn remember(&self, me: &Me) {
        // The instant makes it a change that they hear of, even for the same person.
        browser::keep(HINT, &format!("{} {}", me.username, self.client.now().timestamp_millis()));
    }

    /// The person has changed something about themselves.
    pub(crate) fn update(&self, me: Me) {
        self.session.dispatch(Turn::SignIn(Rc::new(me)));
    }

    /// Acts in somebody's place from now on: the application is theirs until it is loaded anew.
    pub(crate) fn stand_in(&self, token: AccessToken) {
        self.client.stand_in(token.access_token);
        self.session.dispatch(Turn::SignIn(Rc::new(token.user)));
    }

    /// Ends the session, here and on the server.
    pub(crate) fn sign_out(&self) {
        forget();
        let account = self.clone();
        spawn_local(async move {
            // A server that cannot be reached must not keep the person signed in on this screen.
            let _ = api::auth::logout(&account.client).await;
            account.session.dispatch(Turn::SignOut);
            account.client.hold(None);
        });
    }

    /// Asks whether there is a session from before.
    pub(crate) fn start(&self) {
        // Somebody comes back from a provider: the session is there, but nothing remembers it yet.
        let arrived = browser::take_fragment(ARRIVED).is_some();
        if browser::kept(HINT).is_none() && !arrived {
            self.session.dispatch(Turn::SignOut);
            return;
        }
        self.session.dispatch(Turn::Start);
        let account = self.clone();
        spawn_local(async move {
            match account.renew().await {
                Ok(Some(me)) => {
                    if arrived {
                        account.remember(&me);
                    }
                    account.session.dispatch(Turn::SignIn(Rc::new(me)));
                }
                Ok(None) => {
                    forget();
                    account.session.dispatch(Turn::SignOut);
                }
                Err(failure) => account.session.dispatch(Turn::Fail(failure)),
            }
        });
    }

    /// Whose session the browser's cookie is; none when it is over.
    async fn renew(&self) -> api::Answer<Option<Me>> {
        if self.client.refresh().await? { api::auth::me(&self.client).await.map(Some) } else { Ok(None) }
    }

    /// Another tab of this browser has let somebody in or out.
    fn hear(&self) {
        let hint = browser::kept(HINT);
        match heard(&self.session, hint.as_deref().and_then(|hint| hint.split(' ').next())) {
            Heard::Nothing => {}
            Heard::Left => {
                self.session.dispatch(Turn::SignOut);
                self.client.hold(None);
            }
            Heard::Back => {
                let account = self.clone();
                spawn_local(async move {
                    if let Ok(Some(me)) = account.renew().await {
                        account.session.dispatch(Turn::SignIn(Rc::new(me)));
                    }
                });
            }
            Heard::Another => self.start(),
        }
    }
}

/// Forgets whose session there was.
fn forget() {
    browser::forget(HINT);
    Preferences::forget_locale();
}

/// What another tab's coming and going means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    Nothing,
    /// Whoever this page is drawn for has left.
    Left,
    /// The person whose session had run out is signed in again: the page goes on as it is.
    Back,
    /// Somebody has signed in whom this page is not drawn for.
    Another,
}

fn heard(session: &Session, username: Option<&str>) -> Heard {
    match (session, username) {
        (Session::Starting | Session::Unreachable(_), _) | (Session::SignedOut, None) => Heard::Nothing,
        (Session::SignedIn(_) | Session::Expired(_), None) => Heard::Left,
        (Session::SignedIn(me), Some(name)) if me.username == name => Heard::Nothing,
        (Session::Expired(me), Some(name)) if me.username == name => Heard::Back,
        (Session::SignedIn(_) | Session::Expired(_) | Session::SignedOut, Some(_)) => Heard::Another,
    }
}

/// Provides the account and begins by looking for a session from before.
#[component]
pub(crate) fn AccountProvider(props: &WrapperProps) -> Html {
    let preferences = use_preferences();
    let session = use_reducer(|| Session::Starting);
    let client = use_memo((), |()| Client::new());
    let account = Account { client: (*client).clone(), session };
    account.client.speak(preferences.locale);
    {
        let account = account.clone();
        use_effect_with((), move |()| {
            let session = account.session.dispatcher();
            account.client.on_expired(Callback::from(move |()| session.dispatch(Turn::Expire)));
            let asked = account.clone();
            account.client.on_duty(Callback::from(move |()| {
                let account = asked.clone();
                spawn_local(async move {
                    if let Ok(me) = api::auth::me(&account.client).await {
                        account.update(me);
                    }
                });
            }));
            account.start();
        });
    }
    {
        let account = account.clone();
        use_effect_with((*account.session).clone(), move |_| {
            let ear = EventListener::new(&browser::window(), "storage", move |_| account.hear());
            move || drop(ear)
        });
    }
    use_effect_with(account.session.me().cloned(), move |me| {
        if let Some(me) = me {
            preferences.dispatch(Prefer::Person(me.clone()));
        }
    });
    html! { <ContextProvider<Account> context={account}>{ props.children.clone() }</ContextProvider<Account>> }
}

/// The account.
#[hook]
pub(crate) fn use_account() -> Account {
    use_context().expect("AccountProvider wraps the application")
}

/// The client.
#[hook]
pub(crate) fn use_client() -> Client {
    use_account().client
}

/// The person the page is drawn for; only pages behind the sign-in may ask.
#[hook]
pub(crate) fn use_me() -> Rc<Me> {
    use_account().session.me().cloned().expect("pages behind the sign-in are drawn for a person")
}

/// Whether a person works at the desk, so that the console is theirs.
pub(crate) fn is_staff(me: &Me) -> bool {
    me.has_any_role(&[Role::Agent, Role::Specialist, Role::Provider, Role::Supervisor, Role::Admin])
}

/// Whether a person may register cases for others.
pub(crate) fn may_register_for_others(me: &Me) -> bool {
    me.has_any_role(&[Role::Agent, Role::Admin])
}

/// Whether a person reads and writes internal notes (TC-PD-15 leaves providers and requesters out).
pub(crate) fn reads_internal_notes(me: &Me) -> bool {
    me.has_any_role(&[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin])
}

/// Whether a person may look people up, and take lists away as a file.
pub(crate) fn reads_people(me: &Me) -> bool {
    me.has_any_role(&[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin])
}

/// Whether a person keeps the desk in order.
pub(crate) fn administers(me: &Me) -> bool {
    me.has_any_role(&[Role::Admin])
}

/// Whether a person sees how the desk is doing.
pub(crate) fn reads_reports(me: &Me) -> bool {
    me.has_any_role(&[Role::Agent, Role::Supervisor, Role::Admin])
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    fn ana() -> Rc<Me> {
        Rc::new(Me {
            id: uuid::Uuid::nil(),
            username: "ana".to_owned(),
            display_name: "Ana Rojas".to_owned(),
            email: None,
            phone: None,
            area: None,
            office: None,
            locale: Locale::Es,
            provider: None,
            memberships: Vec::new(),
            groups: Vec::new(),
            has_password: true,
            second_factor: false,
            duties: Vec::new(),
            impersonator: None,
            privacy: contract::privacy::PrivacyState { current_version: 1, accepted_version: Some(1) },
            version: 1,
        })
    }

    #[test]
    fn a_session_that_runs_out_keeps_its_person() {
        let session = Rc::new(Session::SignedIn(ana())).reduce(Turn::Expire);
        assert_eq!(*session, Session::Expired(ana()));
        assert_eq!(session.me(), Some(&ana()));
        assert_eq!(*session.reduce(Turn::SignIn(ana())), Session::SignedIn(ana()));
    }

    #[test]
    fn tabs_hear_who_has_come_and_gone() {
        let name = ana().username.clone();
        let (inside, expired) = (Session::SignedIn(ana()), Session::Expired(ana()));
        for (session, username, expected) in [
            (&inside, None, Heard::Left),
            (&expired, None, Heard::Left),
            (&inside, Some(name.as_str()), Heard::Nothing),
            (&expired, Some(name.as_str()), Heard::Back),
            (&inside, Some("otra"), Heard::Another),
            (&expired, Some("otra"), Heard::Another),
            (&Session::SignedOut, Some("otra"), Heard::Another),
            (&Session::SignedOut, None, Heard::Nothing),
            (&Session::Starting, None, Heard::Nothing),
        ] {
            assert_eq!(heard(session, username), expected, "{session:?} {username:?}");
        }
    }

    #[test]
    fn without_a_person_running_out_means_signing_in() {
        assert_eq!(*Rc::new(Session::Starting).reduce(Turn::Expire), Session::SignedOut);
    }
}
