//! How a letter would read, while it is worded.

use crate::api;
use crate::api::letters::Place;
use crate::hooks::{use_debounced, use_remote};
use crate::text::use_text;
use crate::ui::{Choosable, Failed, Markdown, Select, Shape, Shelf, Skeleton, Tab, Tabs};
use contract::notifications::{LetterPreview, LetterSample, PreviewTemplate};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PreviewProps {
    pub(super) place: Place,
    pub(super) source: AttrValue,
    pub(super) sample: LetterSample,
    pub(super) onsample: Callback<LetterSample>,
}

/// The letter of a case made up. While something is half written, the last that could be filled stays.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let text = use_text();
    let tab = use_state(|| AttrValue::from("letter"));
    let rested = use_debounced(props.source.to_string());
    let asked = (props.place.clone(), rested, props.sample);
    let preview = use_remote(asked, |client, (place, source, sample)| async move {
        let body = PreviewTemplate { project: place.project.as_str().into(), source, sample: Some(sample) };
        api::letters::preview(&client, &place, &body).await
    });
    let last = use_mut_ref(|| None::<Rc<LetterPreview>>);
    if let Some(found) = &preview.value {
        *last.borrow_mut() = Some(found.clone());
    }
    let shown = last.borrow().clone();
    let choose = props.onsample.reform(|value: String| value.parse().unwrap_or(LetterSample::Requester));
    let samples = LetterSample::ALL.iter().map(|sample| Choosable::new(sample.as_str(), text.word(*sample)));
    let onselect = {
        let tab = tab.setter();
        Callback::from(move |key| tab.set(key))
    };
    let failure = preview.failure.as_ref();
    let fault = failure.and_then(|failure| failure.of_field("source"));
    html! {
        <section class="panel stack" aria-labelledby="preview-title" data-part="preview">
            <h2 id="preview-title" class="section-title">{ text.say("admin-template-preview") }</h2>
            <Select name="sample" id="template-sample" label={text.say("admin-template-sample")} required=true
                shelves={Shelf::plain(samples.collect())} value={props.sample.as_str()} onchange={choose} />
            <div role="status">
                if let Some(fault) = &fault { <p class="notice notice-warn" data-part="fault">{ fault }</p> }
            </div>
            if fault.is_none() {
                if let Some(failure) = failure { <Failed failure={failure.clone()} retry={preview.reload.clone()} small=true /> }
            }
            if let Some(letter) = shown {
                <Tabs id="preview" label={text.say("admin-template-preview")} selected={(*tab).clone()} {onselect} tabs={vec![
                    Tab {
                        key: "letter".into(),
                        label: text.say("admin-template-letter"),
                        icon: None,
                        panel: html! {
                            <div class="letter">
                                <p class="letter-subject">{ &letter.subject }</p>
                                <Markdown source={letter.markdown.clone()} />
                            </div>
                        },
                    },
                    Tab {
                        key: "text".into(),
                        label: text.say("admin-template-text"),
                        icon: None,
                        panel: html! {
                            <div class="letter">
                                <p class="letter-subject">{ &letter.subject }</p>
                                <p class="letter-text">{ &letter.text }</p>
                            </div>
                        },
                    },
                ]} />
            } else if failure.is_none() {
                <Skeleton shape={Shape::Text(6)} />
            }
        </section>
    }
}
