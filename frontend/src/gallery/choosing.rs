//! Choosing by typing, and tabs.

use super::{LONG, specimen};
use crate::ui::{Combobox, Icon, Offer, Tab, Tabs};
use yew::prelude::*;

/// Comboboxes and tabs.
#[component]
pub(super) fn Choosing() -> Html {
    let chosen = use_state(|| None::<Offer>);
    let tab = use_state(|| AttrValue::from("one"));
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |offer| chosen.set(offer))
    };
    let onselect = {
        let tab = tab.setter();
        Callback::from(move |key| tab.set(key))
    };
    let shown = chosen.as_ref().map(|offer| offer.label.clone()).unwrap_or_default();
    let tabs = [
        ("one", "Primera", Some(Icon::Clock)),
        ("two", "Segunda", None),
        ("three", "La tercera, con un nombre largo", None),
    ]
    .into_iter()
    .map(|(key, label, icon)| Tab {
        key: key.into(),
        label: label.into(),
        icon,
        panel: html! { <p>{ label }</p> },
    })
    .collect::<Vec<_>>();
    html! {
        <>
            { specimen("Combobox", html! {
                <>
                    <Combobox name="c-plain" label="Persona" hint="Nombre, usuario o correo." required=true {shown} offers={people()} {onchange} />
                    <Combobox name="c-wrong" label="Con error" error={"Elija una persona.".to_owned()} required=true shown="" offers={people()} onchange={Callback::noop()} />
                    <Combobox name="c-busy" label="Buscando" shown="" offers={Vec::new()} busy=true onchange={Callback::noop()} />
                    <Combobox name="c-none" label="Sin opciones" shown="" offers={Vec::new()} onchange={Callback::noop()} />
                    <Combobox name="c-failed" label="Sin conexión" shown="" offers={Vec::new()} failure={"No fue posible comunicarse con el servidor.".to_owned()} onchange={Callback::noop()} />
                </>
            }) }
            { specimen("Tabs", html! { <Tabs id="g-tabs" label="Pestañas" {tabs} selected={(*tab).clone()} {onselect} /> }) }
        </>
    }
}

/// People to choose from.
pub(super) fn people() -> Vec<Offer> {
    let person = |value: &'static str, label: &'static str, hint: &'static str, group: &'static str| Offer {
        hint: Some(hint.into()),
        group: group.into(),
        icon: Some(Icon::Users),
        ..Offer::new(value, label)
    };
    vec![
        person("ana", "Ana Rojas", "Tesorería · ana@example.org", "Solicitantes"),
        person("luis", "Luis Gómez", "Jurídica · luis@example.org", "Solicitantes"),
        person("larga", LONG, LONG, "Solicitantes"),
        person("maria", "María Peña", "Mesa de servicios", "Agentes"),
        person("oscar", "Óscar Díaz", "Redes", "Agentes"),
    ]
}
