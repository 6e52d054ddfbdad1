//! Tiles and charts: usual, with long names, with one value, without any.

use super::{LONG, specimen};
use crate::ui::{Bars, Change, Columns, Line, Mark, Ring, Series, Stat, Tone};
use yew::prelude::*;

/// Tiles and charts.
#[component]
pub(super) fn Charts() -> Html {
    let change = |words: &'static str, up, good| Change { words: words.into(), up, good };
    let wave: Vec<f64> = (0..30_u32).map(|day| f64::from(day * 7 % 23 + day / 2)).collect();
    let series = vec![
        Series {
            label: "Registrados".into(),
            marks: wave.iter().map(|value| mark("12 nov", *value)).collect(),
        },
        Series {
            label: "Resueltos".into(),
            marks: wave.iter().rev().map(|value| mark("12 nov", *value)).collect(),
        },
    ];
    let hours: Vec<Mark> = (0..24_u32).map(|hour| mark(hour.to_string(), f64::from(hour * 5 % 13))).collect();
    let some = vec![
        mark("Portal", 1_240.0),
        Mark { tone: Tone::Warn, ..mark("Teléfono", 310.0) },
        Mark { tone: Tone::Bad, ..mark(LONG, 17.0) },
        mark("Chat", 0.0),
    ];
    let tones = [Tone::Brand, Tone::Good, Tone::Warn, Tone::Bad, Tone::Calm, Tone::Neutral];
    html! {
        <>
            { specimen("Stat", html! {
                <ul class="stats">
                    <Stat label="Con medida y meta" value="94,2" unit="%" reached=0.942 goal=0.95 change={change("+3,1 puntos", true, Some(true))} detail={html! { <span>{ "128 de 136" }</span> }} to="/_ui" />
                    <Stat label="Con tendencia" value="1.204" trend={wave} change={change("−12 %", false, None)} to="/_ui" />
                    <Stat label="Sin dato" value="–" detail={html! { <span>{ "0 de 0" }</span> }} />
                    <Stat label={LONG} value="1.234.567" change={change("+8 %", true, Some(false))} />
                    { for tones.iter().map(|tone| html! { <Stat label="Tono" tone={*tone} value="50" unit="%" reached=0.5 trend={vec![1.0, 3.0, 2.0, 5.0]} /> }) }
                </ul>
            }) }
            { specimen("Line", html! { <><Line id="g-line" title="Dos líneas" about="Una frase que dice qué se ve." rows="Día" {series} /><Line id="g-line-one" title="Un solo día" rows="Día" series={vec![Series { label: "Registrados".into(), marks: vec![mark("12 nov", 4.0)] }]} /></> }) }
            { specimen("Columns", html! { <Columns id="g-columns" title="Por hora" rows="Hora" measure="Casos" marks={hours} /> }) }
            { specimen("Bars", html! { <Bars id="g-bars" title="Con nombres" rows="Canal" measure="Casos" marks={some.clone()} /> }) }
            { specimen("Ring", html! { <><Ring id="g-ring" title="Partes" rows="Canal" measure="Casos" whole="1.567" marks={some} /><Ring id="g-ring-one" title="Una sola parte" rows="Canal" measure="Casos" whole="12" marks={vec![mark("Portal", 12.0)]} /></> }) }
            { specimen("Sin datos", html! { <Bars id="g-none" title="Nada en el periodo" rows="Canal" measure="Casos" marks={Vec::<Mark>::new()} /> }) }
        </>
    }
}

fn mark(label: impl Into<AttrValue>, value: f64) -> Mark {
    Mark {
        label: label.into(),
        value,
        words: value.to_string().into(),
        to: Some("/_ui".into()),
        tone: Tone::Brand,
        ..Mark::default()
    }
}
