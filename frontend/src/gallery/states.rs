//! Loading, empty, failed; what happened; messages.

use super::{LONG, row, specimen};
use crate::api::Failure;
use crate::hooks::Remote;
use crate::ui::{Button, Empty, Entry, Icon, Shape, Timeline, draw, use_toast};
use std::rc::Rc;
use yew::prelude::*;

/// States of data.
#[component]
pub(super) fn States() -> Html {
    let toast = use_toast();
    let remote = |value: Option<&'static str>, failure: Option<Failure>| Remote {
        value: value.map(Rc::new),
        failure,
        reload: Callback::noop(),
        put: Callback::noop(),
    };
    let show =
        |value, failure, shape| draw(&remote(value, failure), shape, |text| html! { <p>{ **text }</p> });
    let say = {
        let toast = toast.clone();
        Callback::from(move |()| toast.emit("Caso TIC-1042 registrado.".into()))
    };
    let say_long = Callback::from(move |()| toast.emit(LONG.into()));
    html! {
        <>
            { specimen("draw: filas que vienen", show(None, None, Shape::Rows(3))) }
            { specimen("draw: tarjetas que vienen", show(None, None, Shape::Cards(3))) }
            { specimen("draw: texto que viene", show(None, None, Shape::Text(3))) }
            { specimen("draw: sin conexión", show(None, Some(Failure::Offline), Shape::Rows(1))) }
            { specimen("draw: falló, con lo de antes", show(Some("Lo de antes"), Some(Failure::Unreadable { status: 500 }), Shape::Rows(1))) }
            { specimen("Empty", html! { <Empty title="No hay casos aquí" body="Cuando alguien registre uno, aparecerá en esta lista."><Button icon={Icon::Plus}>{ "Registrar un caso" }</Button></Empty> }) }
            { specimen("Toast", row(html! { <><Button onclick={say}>{ "Decir algo" }</Button><Button onclick={say_long}>{ "Decir mucho" }</Button></> })) }
            { specimen("Timeline", html! {
                <Timeline label="Historia">
                    <Entry icon={Icon::Ticket} head={html! { "Ana Rojas registró el caso" }} has_content=false />
                    <Entry icon={Icon::Message} class="entry-comment" head={html! { "Luis Gómez escribió" }}>{ LONG }</Entry>
                    <Entry icon={Icon::Lock} class="entry-comment entry-internal" head={html! { "Nota interna" }}>{ "Solo para el equipo." }</Entry>
                    <Entry icon={Icon::CircleCheck} class="entry-solution" head={html! { "María Peña resolvió el caso" }}>{ "Se cambió el cable." }</Entry>
                    <Entry icon={Icon::Alarm} class="entry-bad" head={html! { "Se venció el tiempo" }} has_content=false />
                </Timeline>
            }) }
        </>
    }
}
