//! Choosing files: by button or by dropping; what a paste brings; how far each is on its way.

use super::button::{Button, Look};
use super::icon::{Icon, glyph};
use super::thumbnail::Thumbnail;
use crate::text::{Text, use_text};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

/// A size as people read it: "820 KB", "1.4 MB".
pub(crate) fn size_in_words(bytes: i64, text: &Text) -> String {
    let (amount, unit) = match bytes {
        ..1_000 => (bytes.to_string(), "B"),
        1_000..1_000_000 => ((bytes / 1_000).to_string(), "KB"),
        _ => (format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000), "MB"),
    };
    let amount = if text.locale == contract::auth::Locale::Es { amount.replace('.', ",") } else { amount };
    format!("{amount} {unit}")
}

/// The files in the clipboard, when somebody pastes: screenshots, most of the time.
pub(crate) fn pasted(event: &Event) -> Vec<File> {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    listed(data.and_then(|data| data.files()))
}

fn listed(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect()).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
pub(crate) struct FileDropProps {
    #[prop_or(AttrValue::Static("file"))]
    pub(crate) name: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    pub(crate) files: Vec<File>,
    pub(crate) onchange: Callback<Vec<File>>,
    /// How many of a hundred parts of each file have left; empty while none is being sent. Nothing
    /// can be added or taken off meanwhile.
    #[prop_or_default]
    pub(crate) progress: Vec<u8>,
}

/// A place for files. They stay in memory until the form is sent.
#[component]
pub(crate) fn FileDrop(props: &FileDropProps) -> Html {
    let text = use_text();
    let over = use_state(|| false);
    let add = {
        let (files, onchange) = (props.files.clone(), props.onchange.clone());
        let sending = !props.progress.is_empty();
        Callback::from(move |list: Option<FileList>| {
            let more = listed(list);
            if !more.is_empty() && !sending {
                onchange.emit(files.iter().cloned().chain(more).collect());
            }
        })
    };
    let onchange = {
        let add = add.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            add.emit(input.files());
            // The same file may be chosen again after it was taken off.
            input.set_value("");
        })
    };
    let ondrop = {
        let (add, over) = (add.clone(), over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            add.emit(event.data_transfer().and_then(|data| data.files()));
        })
    };
    let drag = |to: bool| {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(to);
        })
    };
    let id = format!("{}-input", props.name);
    html! {
        <div class="field">
            <span class="field-label" id={format!("{id}-label")}>
                { &props.label }<span class="field-optional">{ text.say("ui-optional") }</span>
            </span>
            if let Some(hint) = &props.hint { <p class="field-hint" id={format!("{id}-hint")}>{ hint }</p> }
            <div class={classes!("drop", over.then_some("drop-over"))} {ondrop} ondragover={drag(true)} ondragleave={drag(false)}>
                <input
                    type="file"
                    class="drop-input visually-hidden"
                    aria-labelledby={format!("{id}-label")}
                    aria-describedby={props.hint.as_ref().map(|_| format!("{id}-hint"))}
                    id={id.clone()}
                    name={props.name.clone()}
                    multiple=true
                    disabled={!props.progress.is_empty()}
                    {onchange}
                />
                <label class="btn btn-plain btn-sm" for={id}>{ glyph(Icon::Upload) }{ text.say("ui-choose-files") }</label>
                <span class="drop-hint">{ text.say("ui-drop-files") }</span>
            </div>
            if !props.files.is_empty() {
                <ul class="file-list">{ for props.files.iter().enumerate().map(|(index, file)| chosen(index, file, props, &text)) }</ul>
            }
        </div>
    }
}

fn chosen(index: usize, file: &File, props: &FileDropProps, text: &Text) -> Html {
    let take_off = {
        let (files, onchange) = (props.files.clone(), props.onchange.clone());
        Callback::from(move |()| {
            let rest = files.iter().enumerate().filter(|(n, _)| *n != index).map(|(_, file)| file.clone());
            onchange.emit(rest.collect());
        })
    };
    #[expect(clippy::cast_possible_truncation, reason = "file sizes are whole numbers of bytes")]
    let size = size_in_words(file.size() as i64, text);
    html! {
        <li class="file">
            <Thumbnail file={file.clone()} />
            <span class="file-name">{ file.name() }</span>
            <span class="muted small">{ size }</span>
            { match props.progress.get(index) {
                None => html! {
                    <Button
                        look={Look::Quiet}
                        small=true
                        icon={Icon::X}
                        name={text.fill("ui-take-off", &[("file", file.name().into())])}
                        onclick={take_off}
                    />
                },
                Some(100) => html! {
                    <span class="file-sent">{ glyph(Icon::Check) }<span class="visually-hidden">{ text.say("ui-sent") }</span></span>
                },
                Some(percent) => html! {
                    <progress class="file-progress" max="100" value={percent.to_string()} aria-label={text.fill("ui-sending", &[("file", file.name().into())])} />
                },
            } }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    #[test]
    fn sizes_are_short() {
        let (es, en) = (Text::of(Locale::Es), Text::of(Locale::En));
        assert_eq!(size_in_words(12, &es), "12 B");
        assert_eq!(size_in_words(820_400, &es), "820 KB");
        assert_eq!(size_in_words(1_449_000, &es), "1,4 MB");
        assert_eq!(size_in_words(1_449_000, &en), "1.4 MB");
    }
}
