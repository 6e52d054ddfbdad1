//! Sending a form and saying how far it is: `fetch` cannot, the older way of asking can.

use gloo_events::EventListener;
use gloo_net::http::{Request, Response};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};
use yew::Callback;

/// Sends a form along with a request's address and headers, and tells how many of a hundred parts
/// have left. None when the server was not reached.
pub(super) async fn send(request: &Request, form: &FormData, progress: Callback<u8>) -> Option<Response> {
    let travel = XmlHttpRequest::new().ok()?;
    travel.open_with_async("POST", &request.url(), true).ok()?;
    for (name, value) in request.headers().entries() {
        travel.set_request_header(&name, &value).ok()?;
    }
    let departure = travel.upload().ok()?;
    let watching = EventListener::new(&departure, "progress", move |event| {
        if let Some(event) = event.dyn_ref::<ProgressEvent>() {
            progress.emit(percent(event.loaded(), event.total()));
        }
    });
    let mut ending = None;
    let ended = Promise::new(&mut |resume, _| {
        ending = Some(EventListener::once(&travel, "loadend", move |_| {
            let _ = resume.call0(&JsValue::NULL);
        }));
    });
    travel.send_with_opt_form_data(Some(form)).ok()?;
    JsFuture::from(ended).await.ok()?;
    drop((watching, ending));
    answer(&travel)
}

/// What came back, as `fetch` would have said it: its status, its body, and the server's clock.
fn answer(travel: &XmlHttpRequest) -> Option<Response> {
    let status = travel.status().ok().filter(|status| *status != 0)?;
    let mut response = Response::builder().status(status);
    if let Some(date) = travel.get_response_header("date").ok().flatten() {
        response = response.header("date", &date);
    }
    // A body, even an empty one, is forbidden to an answer that says there is none.
    let body = travel.response_text().ok().flatten().filter(|body| !body.is_empty());
    response.body(body.as_deref()).ok()
}

/// How many of a hundred parts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(loaded: f64, total: f64) -> u8 {
    if total > 0.0 { (loaded / total * 100.0).clamp(0.0, 100.0) as u8 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn parts_are_of_a_hundred() {
        assert_eq!(
            [percent(0.0, 0.0), percent(1.0, 3.0), percent(5.0, 5.0), percent(9.0, 5.0)],
            [0, 33, 100, 100]
        );
    }
}
