//! Buttons, marks and what else stands in a line.

use super::{LONG, row, specimen};
use crate::browser;
use crate::ui::{
    Badge, Button, Chip, Disclosure, Icon, Link, Look, Markdown, Moment, Pager, Stage, StageState, Stepper,
    Tone, avatar,
};
use yew::prelude::*;

const LOOKS: [(&str, Look); 4] = [
    ("Principal", Look::Primary),
    ("Normal", Look::Plain),
    ("Discreto", Look::Quiet),
    ("Peligroso", Look::Danger),
];
const TONES: [(&str, Tone); 6] = [
    ("Neutral", Tone::Neutral),
    ("De la casa", Tone::Brand),
    ("Bueno", Tone::Good),
    ("Atención", Tone::Warn),
    ("Malo", Tone::Bad),
    ("En calma", Tone::Calm),
];

/// Small pieces.
#[component]
pub(super) fn Pieces() -> Html {
    let now = browser::now(0.0);
    let stage = |label: &'static str, state| Stage { label: label.into(), state, number: None };
    let stages = vec![
        stage("Registrado", StageState::Done),
        stage("En análisis", StageState::Current),
        stage("En ejecución", StageState::Ahead),
        stage("Detenido", StageState::Stopped),
    ];
    html! {
        <>
            { specimen("Button", row(html! { { for LOOKS.iter().map(|(name, look)| html! { <Button look={*look}>{ *name }</Button> }) } })) }
            { specimen("Button, con icono y pequeño", row(html! { { for LOOKS.iter().map(|(name, look)| html! { <Button look={*look} icon={Icon::Send} small=true>{ *name }</Button> }) } })) }
            { specimen("Button, ocupado", row(html! { { for LOOKS.iter().map(|(name, look)| html! { <Button look={*look} busy=true>{ *name }</Button> }) } })) }
            { specimen("Button, solo icono, oprimido, desplegado", row(html! {
                <>
                    <Button look={Look::Quiet} icon={Icon::Refresh} name="Actualizar" />
                    <Button look={Look::Quiet} pressed=true>{ "Oprimido" }</Button>
                    <Button expanded=true>{ "Desplegado" }</Button>
                    <Button>{ "Un botón que dice más de lo que cabe en una sola línea de una pantalla pequeña" }</Button>
                </>
            })) }
            { specimen("Link", row(html! { <><Link to="/_ui">{ "Un enlace" }</Link><Link to="/_ui" current=true>{ "Donde estamos" }</Link></> })) }
            { specimen("Badge", row(html! { { for TONES.iter().map(|(name, tone)| html! { <Badge tone={*tone} icon={Icon::Clock}>{ *name }</Badge> }) } })) }
            { specimen("Chip", html! {
                <div class="chips">
                    { for TONES.iter().map(|(name, tone)| html! { <Chip tone={*tone} label={*name} about="Tono" onremove={Callback::noop()} /> }) }
                    <Chip label="Sin botón" icon={Icon::Filter} />
                    <Chip label={LONG} onremove={Callback::noop()} />
                </div>
            }) }
            { specimen("avatar", row(html! { { for ["Ana Rojas", "Luis Gómez", "María Peña", "Óscar", "Zoe Ruiz", "Iván Díaz"].into_iter().map(avatar) } })) }
            { specimen("Moment", row(html! { <><Moment at={now - chrono::TimeDelta::minutes(5)} /><Moment at={now + chrono::TimeDelta::days(9)} /><Moment at={now} absolute=true /></> })) }
            { specimen("Stepper", html! { <Stepper label="Etapas" {stages} /> }) }
            { specimen("Pager", html! { <Pager shown={50} total={1_234} first={Callback::noop()} next={Callback::noop()} /> }) }
            { specimen("Disclosure", html! { <><Disclosure summary="Plegado">{ "Contenido" }</Disclosure><Disclosure summary="Desplegado" open=true>{ LONG }</Disclosure></> }) }
            { specimen("Markdown", html! { <Markdown source={"# Título\n\nUn párrafo con **negrilla**, *cursiva*, `código` y [enlace](https://www.idiger.gov.co).\n\n- uno\n- dos\n\n> una cita\n\n```\ncódigo\n```"} /> }) }
        </>
    }
}
