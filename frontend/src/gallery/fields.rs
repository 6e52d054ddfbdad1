//! Fields of forms, each plain, with a hint, and wrong.

use super::{LONG, specimen};
use crate::ui::{
    Button, Choice, Choices, Choosable, DateTimeInput, ErrorSummary, FieldFault, FileDrop, MarkdownInput,
    Select, Shelf, TextArea, TextInput,
};
use chrono::{DateTime, Utc};
use wasm_bindgen::JsValue;
use web_sys::File;
use yew::prelude::*;

const WRONG: &str = "Escriba este dato para continuar.";

/// Fields.
#[component]
pub(super) fn Fields() -> Html {
    let written = use_state(|| "Texto con **negrilla**".to_owned());
    let at = use_state(|| None::<DateTime<Utc>>);
    let files = use_state(sample_files);
    let faulty = use_state(|| false);
    let write = {
        let written = written.setter();
        Callback::from(move |value| written.set(value))
    };
    let choose_time = {
        let at = at.setter();
        Callback::from(move |value| at.set(value))
    };
    let choose_files = {
        let files = files.setter();
        Callback::from(move |value| files.set(value))
    };
    let show_faults = {
        let faulty = faulty.setter();
        Callback::from(move |()| faulty.set(true))
    };
    let value = (*written).clone();
    let shelves = Shelf::sorted([
        ("Red".to_owned(), Choosable::new("wifi", "Red inalámbrica")),
        ("Red".to_owned(), Choosable::new("vpn", "Acceso remoto")),
        ("Equipos".to_owned(), Choosable::new("pc", LONG)),
    ]);
    let choice = |value: &'static str, label: &'static str, hint: Option<&'static str>| Choice {
        value: value.into(),
        label: label.into(),
        hint: hint.map(AttrValue::from),
    };
    let choices = vec![
        choice("a", "La primera", Some("Lo que significa")),
        choice("b", "La segunda", None),
        choice("c", LONG, Some(LONG)),
    ];
    let faults =
        vec![FieldFault { id: "g-wrong".to_owned(), message: "Asunto: escriba este dato.".to_owned() }];
    html! {
        <>
            { specimen("ErrorSummary", html! {
                // It takes the focus as soon as there are faults: not before somebody asks for it.
                if *faulty { <ErrorSummary {faults} /> } else { <Button onclick={show_faults}>{ "Mostrar las faltas" }</Button> }
            }) }
            { specimen("TextInput", html! {
                <>
                    <TextInput name="g-plain" label="Obligatorio" required=true value={value.clone()} oninput={write.clone()} />
                    <TextInput name="g-hint" label="Con nota" hint="Una nota que ayuda a llenarlo." value="" oninput={Callback::noop()} />
                    <TextInput name="g-wrong" label="Con error" error={WRONG.to_owned()} required=true value="" oninput={Callback::noop()} />
                    <TextInput name="g-read" label="Solo para leer" readonly=true value={LONG} oninput={Callback::noop()} />
                </>
            }) }
            { specimen("TextArea", html! { <TextArea name="g-area" label="Varias líneas" value={LONG} oninput={Callback::noop()} /> }) }
            { specimen("MarkdownInput", html! {
                <>
                    <MarkdownInput name="g-markdown" label="Con vista previa" value={value.clone()} oninput={write.clone()} />
                    <MarkdownInput name="g-markdown-wrong" label="Con error" error={WRONG.to_owned()} required=true value="" oninput={Callback::noop()} />
                </>
            }) }
            { specimen("Select", html! {
                <>
                    <Select name="g-select" label="De una lista" none="Elija…" value="vpn" shelves={shelves.clone()} onchange={Callback::noop()} />
                    <Select name="g-select-wrong" label="Con error" error={WRONG.to_owned()} required=true none="Elija…" value="" {shelves} onchange={Callback::noop()} />
                </>
            }) }
            { specimen("Choices", html! {
                <>
                    <Choices name="g-choices" label="Entre pocas" value="a" choices={choices.clone()} onchange={Callback::noop()} />
                    <Choices name="g-choices-wrong" label="Con error" error={WRONG.to_owned()} value="" {choices} onchange={Callback::noop()} />
                </>
            }) }
            { specimen("DateTimeInput", html! {
                <>
                    <DateTimeInput name="g-time" label="Fecha y hora" hint="Hora de Bogotá." value={*at} onchange={choose_time} />
                    <p class="muted small">{ format!("En UTC: {:?}", *at) }</p>
                    <DateTimeInput name="g-time-wrong" label="Con error" error={WRONG.to_owned()} required=true value={None::<DateTime<Utc>>} onchange={Callback::noop()} />
                </>
            }) }
            { specimen("FileDrop", html! {
                <>
                    <FileDrop name="g-files" label="Archivos" hint="Capturas de pantalla o documentos." files={(*files).clone()} onchange={choose_files} />
                    <FileDrop name="g-files-sending" label="Subiendo" files={sample_files()} progress={vec![100, 42, 0]} onchange={Callback::noop()} />
                </>
            }) }
        </>
    }
}

/// Three files that exist nowhere.
fn sample_files() -> Vec<File> {
    let content = js_sys::Array::of1(&JsValue::from_str("muestra"));
    ["captura.png", "informe de la visita técnica al piso 3 del edificio principal.pdf", "registro.txt"]
        .into_iter()
        .filter_map(|name| File::new_with_str_sequence(&content, name).ok())
        .collect()
}
