//! Whether the server can be reached. When it cannot, every page says so and keeps what it has;
//! when it is back, what was missing is fetched by itself.

use crate::browser;
use crate::preferences::WrapperProps;
use crate::session::{Session, use_account};
use crate::text::use_text;
use crate::ui::{Button, Icon, glyph, use_toast};
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How often a server that is away is looked for, in milliseconds.
const LOOK_EVERY: u32 = 5_000;

/// Whether the server can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Connection {
    away: bool,
    /// How many times it has come back.
    returns: u32,
}

impl Reducible for Connection {
    /// Whether it is away now.
    type Action = bool;

    fn reduce(self: Rc<Self>, away: bool) -> Rc<Self> {
        Rc::new(Self { away, returns: self.returns + u32::from(self.away && !away) })
    }
}

/// Watches the connection, and says below every page that it is lost.
#[component]
pub(crate) fn ConnectionProvider(props: &WrapperProps) -> Html {
    let (text, toast, account) = (use_text(), use_toast(), use_account());
    let connection = use_reducer_eq(Connection::default);
    let look = {
        let client = account.client.clone();
        use_callback((), move |(), ()| {
            let client = client.clone();
            spawn_local(async move { client.probe().await });
        })
    };
    {
        let (client, look, connection) = (account.client.clone(), look.clone(), connection.dispatcher());
        use_effect_with((), move |()| {
            client.on_lost(Callback::from(move |away| connection.dispatch(away)));
            let gone = EventListener::new(&browser::window(), "offline", move |_| client.note_away(true));
            // A network is not yet a server.
            let back = EventListener::new(&browser::window(), "online", move |_| look.emit(()));
            move || drop((gone, back))
        });
    }
    {
        let look = look.clone();
        use_effect_with(connection.away, move |away| {
            let tick = away.then(|| Interval::new(LOOK_EVERY, move || look.emit(())));
            move || drop(tick)
        });
    }
    {
        let said = text.say("offline-over");
        use_effect_with(connection.returns, move |returns| {
            if *returns > 0 {
                toast.emit(said);
                if matches!(&*account.session, Session::Unreachable(_)) {
                    account.start();
                }
            }
        });
    }
    html! {
        <ContextProvider<Connection> context={*connection}>
            { props.children.clone() }
            <div class="offline-region" role="status">
                if connection.away {
                    <div class="offline">
                        { glyph(Icon::CloudOff) }
                        <p><strong>{ text.say("offline-title") }</strong>{ " " }{ text.say("offline-about") }</p>
                        <Button small=true icon={Icon::Refresh} onclick={look} action="reconnect">{ text.say("offline-look") }</Button>
                    </div>
                }
            </div>
        </ContextProvider<Connection>>
    }
}

/// How many times the connection has come back: a change means that it is time to ask again.
#[hook]
pub(crate) fn use_returns() -> u32 {
    use_context::<Connection>().unwrap_or_default().returns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_lost_comes_back() {
        let mut connection = Rc::new(Connection::default());
        for (away, returns) in
            [(false, 0), (true, 0), (true, 0), (false, 1), (false, 1), (true, 1), (false, 2)]
        {
            connection = connection.reduce(away);
            assert_eq!(*connection, Connection { away, returns });
        }
    }
}
