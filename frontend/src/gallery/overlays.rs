//! What comes over the page: dialog, drawer, palette.

use super::choosing::people;
use super::{LONG, row, specimen};
use crate::ui::{Button, Confirm, Dialog, Drawer, Icon, Look, Offer, Palette};
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Over {
    Confirm,
    Dialog,
    Drawer,
    DrawerAtStart,
    Palette,
}

/// Dialogs.
#[component]
pub(super) fn Overlays() -> Html {
    let over = use_state(|| None::<Over>);
    let chosen = use_state(AttrValue::default);
    let show = |next: Option<Over>| {
        let over = over.setter();
        Callback::from(move |()| over.set(next))
    };
    let onchoose = {
        let chosen = chosen.setter();
        Callback::from(move |offer: Offer| chosen.set(offer.label))
    };
    let shown = match *over {
        None => Html::default(),
        Some(Over::Confirm) => html! {
            <Confirm title="Revocar la clave Informe" about={LONG} label="Revocar" onclose={show(None)} onconfirm={Callback::noop()} />
        },
        Some(Over::Dialog) => html! {
            <Dialog title="Un diálogo" onclose={show(None)}>
                <p>{ LONG }</p>
                <div class="form-actions"><Button look={Look::Primary} onclick={show(None)}>{ "Aceptar" }</Button></div>
            </Dialog>
        },
        Some(Over::Drawer) => {
            html! { <Drawer title="Un cajón" onclose={show(None)}><p>{ LONG }</p></Drawer> }
        }
        Some(Over::DrawerAtStart) => {
            html! { <Drawer title="Del otro lado" start=true onclose={show(None)}><p>{ LONG }</p></Drawer> }
        }
        Some(Over::Palette) => html! {
            <Palette label="Ir o hacer" placeholder="Escriba lo que busca" offers={commands()} {onchoose} onclose={show(None)} />
        },
    };
    html! {
        <>
            { specimen("Confirm, Dialog, Drawer, Palette", row(html! {
                <>
                    <Button onclick={show(Some(Over::Confirm))}>{ "Pregunta" }</Button>
                    <Button onclick={show(Some(Over::Dialog))}>{ "Diálogo" }</Button>
                    <Button onclick={show(Some(Over::Drawer))}>{ "Cajón" }</Button>
                    <Button onclick={show(Some(Over::DrawerAtStart))}>{ "Cajón del otro lado" }</Button>
                    <Button onclick={show(Some(Over::Palette))}>{ "Paleta" }</Button>
                </>
            })) }
            <p class="muted small">{ "Elegido: " }{ &*chosen }</p>
            { shown }
        </>
    }
}

fn commands() -> Vec<Offer> {
    let command = |value: &'static str, label: &'static str, keys: &'static str| Offer {
        group: "Hacer".into(),
        icon: Some(Icon::Plus),
        keys: Some(keys.into()),
        ..Offer::new(value, label)
    };
    let mut offers =
        vec![command("new", "Registrar un caso", "n"), command("resolve", "Resolver el caso", "r")];
    offers.extend(people());
    offers
}
