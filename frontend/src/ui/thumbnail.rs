//! A small picture of a chosen file, so that one sees that it is the right screenshot.

use super::icon::{Icon, glyph};
use web_sys::{File, Url};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ThumbnailProps {
    pub(super) file: File,
}

/// The picture of a file that is one; a paper clip for others. Its name stands beside it.
#[component]
pub(super) fn Thumbnail(props: &ThumbnailProps) -> Html {
    let address = use_state(|| None::<String>);
    {
        let address = address.setter();
        use_effect_with(props.file.clone(), move |file| {
            let is_picture = file.type_().starts_with("image/");
            let made = is_picture.then(|| Url::create_object_url_with_blob(file).ok()).flatten();
            address.set(made.clone());
            move || {
                if let Some(made) = made {
                    // The browser would hold the file for as long as the page is open.
                    let _ = Url::revoke_object_url(&made);
                }
            }
        });
    }
    match &*address {
        Some(address) => {
            html! { <img class="file-picture" src={address.clone()} alt="" width="40" height="40" /> }
        }
        None => glyph(Icon::Paperclip),
    }
}
