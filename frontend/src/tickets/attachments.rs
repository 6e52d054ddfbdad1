//! The files of a ticket: to fetch, and to add.

use crate::api::{self, Failure};
use crate::browser;
use crate::hooks::Remote;
use crate::session::{reads_internal_notes, use_client, use_me};
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Failed, FileDrop, Icon, Look, Moment, Shape, Tone, draw, glyph, size_in_words, use_toast,
};
use contract::page::Page;
use contract::tickets::{Attachment, Visibility};
use std::cmp::Ordering;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties)]
pub(crate) struct AttachmentsProps {
    pub(crate) number: AttrValue,
    pub(crate) files: Remote<Page<Attachment>>,
    /// Whether files can be added now.
    pub(crate) may_add: bool,
    /// Whether this page is the desk's, where files for the desk only can be added.
    #[prop_or_default]
    pub(crate) desk: bool,
    /// A file was added.
    pub(crate) done: Callback<()>,
}

impl PartialEq for AttachmentsProps {
    fn eq(&self, _: &Self) -> bool {
        // What is loaded is not comparable at a glance: draw again with the page.
        false
    }
}

/// The files of a ticket.
#[component]
pub(crate) fn Attachments(props: &AttachmentsProps) -> Html {
    let (text, client) = (use_text(), use_client());
    let failure = use_state(|| None::<Failure>);
    let fetch = {
        let failure = failure.setter();
        Callback::from(move |attachment: Attachment| {
            let (client, failure) = (client.clone(), failure.clone());
            spawn_local(
                async move { failure.set(api::attachments::download(&client, &attachment).await.err()) },
            );
        })
    };
    html! {
        <section class="attachments" aria-labelledby="attachments-title">
            <h2 id="attachments-title" class="section-title">{ text.say("attachments") }</h2>
            if let Some(failure) = &*failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&props.files, Shape::Text(1), |page| if page.items.is_empty() {
                html! { <p class="muted small">{ text.say("attachments-none") }</p> }
            } else {
                html! { <ul class="file-list">{ for page.items.iter().map(|file| line(file, &fetch, &text)) }</ul> }
            }) }
            if props.may_add { <Upload number={props.number.clone()} desk={props.desk} done={props.done.clone()} /> }
        </section>
    }
}

fn line(file: &Attachment, fetch: &Callback<Attachment>, text: &Text) -> Html {
    let onclick = {
        let (fetch, file) = (fetch.clone(), file.clone());
        Callback::from(move |()| fetch.emit(file.clone()))
    };
    html! {
        <li class="file" key={file.id.to_string()}>
            { glyph(Icon::Paperclip) }
            <span class="file-name">
                { &file.file_name }
                <span class="muted small file-more">
                    { size_in_words(file.size_bytes, text) }{ " · " }{ &file.uploaded_by.display_name }{ " · " }<Moment at={file.uploaded_at} />
                </span>
            </span>
            if file.visibility == Visibility::Internal { <Badge tone={Tone::Warn} icon={Icon::Lock}>{ text.word(Visibility::Internal) }</Badge> }
            <Button
                look={Look::Quiet}
                small=true
                icon={Icon::Download}
                name={text.fill("attachments-fetch", &[("file", (&file.file_name).into())])}
                {onclick}
            />
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct UploadProps {
    number: AttrValue,
    desk: bool,
    done: Callback<()>,
}

/// Choosing files and sending them one after the other. Those that failed stay chosen.
#[component]
fn Upload(props: &UploadProps) -> Html {
    let (text, client, toast, me) = (use_text(), use_client(), use_toast(), use_me());
    let internal = use_state(|| false);
    let files = use_state(Vec::<File>::new);
    let progress = use_state(Vec::<u8>::new);
    let failure = use_state(|| None::<Failure>);
    let onchange = {
        let (files, failure) = (files.setter(), failure.setter());
        Callback::from(move |chosen: Vec<File>| {
            failure.set(None);
            files.set(chosen);
        })
    };
    let choose_internal = {
        let internal = internal.setter();
        Callback::from(move |event: Event| {
            internal.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        })
    };
    let visibility = if *internal { Visibility::Internal } else { Visibility::Public };
    let send = {
        let (files, progress, failure) = (files.clone(), progress.setter(), failure.setter());
        let (number, done, said) = (props.number.clone(), props.done.clone(), text.say("attachments-added"));
        Callback::from(move |()| {
            let (client, number, queue) = (client.clone(), number.clone(), (*files).clone());
            let (files, progress, failure) = (files.setter(), progress.clone(), failure.clone());
            let (done, toast, said) = (done.clone(), toast.clone(), said.clone());
            spawn_local(async move {
                failure.set(None);
                let mut left = queue.clone();
                let count = queue.len();
                for (index, file) in queue.into_iter().enumerate() {
                    let tell = {
                        let progress = progress.clone();
                        Callback::from(move |percent| progress.set(departed(count, index, percent)))
                    };
                    tell.emit(0);
                    let key = browser::random_key();
                    match api::attachments::upload(&client, &number, &file, visibility, &key, tell).await {
                        Ok(_) => left.retain(|other| other != &file),
                        Err(reason) => {
                            failure.set(Some(reason));
                            break;
                        }
                    }
                }
                progress.set(Vec::new());
                if left.is_empty() {
                    toast.emit(said);
                }
                files.set(left);
                done.emit(());
            });
        })
    };
    html! {
        <div class="upload" data-form="attach">
            <FileDrop label={text.say("attachments-add")} hint={text.say("attachments-add-hint")} files={(*files).clone()} {onchange} progress={(*progress).clone()} />
            if let Some(failure) = &*failure { <Failed failure={failure.clone()} small=true /> }
            if !files.is_empty() && props.desk && reads_internal_notes(&me) {
                <label class="choice choice-bare">
                    <input type="checkbox" class="form-check-input" name="internal" checked={*internal} onchange={choose_internal} />
                    <span class="choice-text">{ text.say("attachments-internal") }</span>
                </label>
            }
            if !files.is_empty() {
                <Button look={Look::Primary} small=true icon={Icon::Upload} busy={!progress.is_empty()} onclick={send} action="attach">
                    { text.fill("attachments-send", &[("count", files.len().into())]) }
                </Button>
            }
        </div>
    }
}

/// How many of a hundred parts of each file have left, when they go one after the other. The last
/// part of the present one is the server's answer.
pub(super) fn departed(count: usize, index: usize, percent: u8) -> Vec<u8> {
    let left = |file: usize| match file.cmp(&index) {
        Ordering::Less => 100,
        Ordering::Equal => percent.min(99),
        Ordering::Greater => 0,
    };
    (0..count).map(left).collect()
}

#[cfg(test)]
mod tests {
    use super::departed;

    #[test]
    fn files_leave_one_after_the_other() {
        assert_eq!(departed(3, 1, 40), [100, 40, 0]);
        assert_eq!(departed(1, 0, 100), [99]);
        assert_eq!(departed(0, 0, 0), [0_u8; 0]);
    }
}
