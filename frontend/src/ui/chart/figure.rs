//! What every chart has around it: title, a sentence, and the figures as a table.

use super::super::disclosure::Disclosure;
use super::super::link::Link;
use super::Mark;
use crate::text::use_text;
use yew::prelude::*;

/// A column of the table: its head, and one mark for each row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figures {
    pub(super) head: AttrValue,
    pub(super) marks: Vec<Mark>,
}

#[derive(Properties, PartialEq)]
pub(super) struct FigureProps {
    /// Of the chart; unique on the page.
    pub(super) id: AttrValue,
    pub(super) title: AttrValue,
    /// What can be seen, in a sentence.
    pub(super) about: Option<AttrValue>,
    /// What the rows are: "Día", "Canal".
    pub(super) rows: AttrValue,
    pub(super) figures: Vec<Figures>,
    #[prop_or_default]
    pub(super) class: Classes,
    pub(super) children: Html,
}

/// A chart with its words. Without any value it says so instead of drawing nothing.
#[component]
pub(super) fn Figure(props: &FigureProps) -> Html {
    let text = use_text();
    let title = format!("{}-title", props.id);
    let some = props.figures.iter().any(|figures| figures.marks.iter().any(|mark| mark.value > 0.0));
    html! {
        <figure class={classes!("panel", "figure", props.class.clone())} id={props.id.clone()} aria-labelledby={title.clone()}>
            <figcaption>
                <h3 class="figure-title" id={title.clone()}>{ &props.title }</h3>
                if let Some(about) = &props.about { <p class="muted small">{ about }</p> }
            </figcaption>
            if some {
                <div class="figure-body">{ props.children.clone() }</div>
                <Disclosure summary={text.say("ui-chart-data")} class="figure-data">{ table(props, title) }</Disclosure>
            } else {
                <p class="figure-none muted">{ text.say("ui-chart-none") }</p>
            }
        </figure>
    }
}

fn table(props: &FigureProps, title: String) -> Html {
    let rows = props.figures.first().map(|figures| figures.marks.as_slice()).unwrap_or_default();
    html! {
        <div class="figure-table" tabindex="0" role="region" aria-labelledby={title.clone()}>
            <table aria-labelledby={title}>
                <thead>
                    <tr>
                        <th scope="col">{ &props.rows }</th>
                        { for props.figures.iter().map(|figures| html! { <th scope="col" class="cell-figures">{ &figures.head }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().enumerate().map(|(place, row)| html! {
                        <tr>
                            <th scope="row">{ row.name() }</th>
                            { for props.figures.iter().map(|figures| html! { <td class="cell-figures">{ for figures.marks.get(place).map(value) }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The value of a mark, leading where it leads.
fn value(mark: &Mark) -> Html {
    match &mark.to {
        Some(to) => {
            let name = format!("{}: {}", mark.name(), mark.words);
            html! { <Link to={to.clone()} {name}>{ &mark.words }</Link> }
        }
        None => html! { { &mark.words } },
    }
}
