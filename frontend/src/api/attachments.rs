//! Files that belong to tickets, and how an answer becomes a file on the person's disk.

use super::client::{Call, Payload};
use super::tickets::segment;
use super::{Answer, Client, Failure};
use crate::browser;
use contract::page::Page;
use contract::tickets::{Attachment, Visibility};
use gloo_net::http::{Method, Response};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FormData, HtmlAnchorElement};
use yew::Callback;

/// `GET /tickets/{id}/attachments`
pub(crate) async fn list(client: &Client, ticket: &str) -> Answer<Page<Attachment>> {
    client.get(&format!("/tickets/{}/attachments", segment(ticket)), &()).await
}

/// `POST /tickets/{id}/attachments`; `progress` is told how many of a hundred parts have left.
pub(crate) async fn upload(
    client: &Client,
    ticket: &str,
    file: &File,
    visibility: Visibility,
    key: &str,
    progress: Callback<u8>,
) -> Answer<Attachment> {
    let form = FormData::new().map_err(|_| Failure::Offline)?;
    let filled = form
        .append_with_str("visibility", visibility.as_str())
        .and_then(|()| form.append_with_blob_and_filename("file", file, &file.name()));
    filled.map_err(|_| Failure::Offline)?;
    let mut call = Call::new(Method::POST, format!("/tickets/{}/attachments", segment(ticket)));
    call.payload = Payload::Form(form, progress);
    client.ask(call.header("Idempotency-Key", key)).await
}

/// Fetches a file (which needs the access token, so that a plain link would not do) and hands it
/// to the person as a download.
pub(crate) async fn download(client: &Client, attachment: &Attachment) -> Answer<()> {
    let path = attachment.href.strip_prefix("/api/v1").unwrap_or(&attachment.href);
    let response = client.send(&Call::new(Method::GET, path)).await?;
    save(response, &attachment.file_name).await
}

/// Hands the body of an answer to the person as a file.
pub(crate) async fn save(response: Response, file_name: &str) -> Answer<()> {
    let status = response.status();
    let unreadable = Failure::Unreadable { status };
    let raw: web_sys::Response = response.into();
    let blob =
        JsFuture::from(raw.blob().map_err(|_| unreadable.clone())?).await.map_err(|_| unreadable.clone())?;
    let blob: Blob = blob.unchecked_into();
    let url = web_sys::Url::create_object_url_with_blob(&blob).map_err(|_| unreadable.clone())?;
    let link = browser::document().create_element("a").map_err(|_| unreadable)?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(file_name);
    link.click();
    // The browser has taken hold of the file by now; a minute is for the slow ones.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
