//! The page of the gallery: a tab for each family, and a switch between the themes.

use super::{charts, choosing, fields, overlays, pieces, states, tables};
use crate::ui::{Button, Look, PageTitle, Tab, Tabs, use_ready};
use yew::prelude::*;

/// In which themes the components are shown: by the words of `data-bs-theme`.
const THEMES: [(&str, &[&str]); 3] =
    [("Clara", &["light"]), ("Oscura", &["dark"]), ("Las dos", &["light", "dark"])];

/// Every component, by family.
#[component]
pub(crate) fn GalleryPage() -> Html {
    let family = use_state(|| AttrValue::from("pieces"));
    let theme = use_state(|| 0_usize);
    use_ready(true);
    let (_, themes) = THEMES.get(*theme).copied().unwrap_or(("", &["light"]));
    let tabs = [
        ("pieces", "Piezas", html! { <pieces::Pieces /> }),
        ("fields", "Campos", html! { <fields::Fields /> }),
        ("choosing", "Elegir", html! { <choosing::Choosing /> }),
        ("tables", "Tablas", html! { <tables::Tables /> }),
        ("states", "Estados", html! { <states::States /> }),
        ("overlays", "Encima", html! { <overlays::Overlays /> }),
        ("charts", "Gráficas", html! { <charts::Charts /> }),
    ];
    let tabs: Vec<Tab> = tabs
        .into_iter()
        .map(|(key, label, shown)| Tab {
            key: key.into(),
            label: label.into(),
            icon: None,
            panel: html! {
                <div class="gallery">
                    { for themes.iter().map(|theme| html! {
                        <div class="gallery-theme" data-bs-theme={*theme} key={*theme}>{ shown.clone() }</div>
                    }) }
                </div>
            },
        })
        .collect();
    let onselect = {
        let family = family.setter();
        Callback::from(move |key| family.set(key))
    };
    html! {
        <div class="stack">
            <PageTitle title="Componentes" />
            <div class="specimen-row" role="group" aria-label="Apariencia">
                { for THEMES.iter().enumerate().map(|(index, (name, _))| {
                    let onclick = { let theme = theme.setter(); Callback::from(move |()| theme.set(index)) };
                    html! { <Button look={Look::Quiet} small=true pressed={*theme == index} {onclick}>{ *name }</Button> }
                }) }
            </div>
            <Tabs id="families" label="Familias" {tabs} selected={(*family).clone()} {onselect} />
        </div>
    }
}
