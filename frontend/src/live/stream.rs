//! Reading the stream: opened anew when it breaks off, behind what was heard last; after a while, and
//! later each time, when there is none to be had.

use super::{Colleague, News, Presence, tell, tell_presence};
use crate::api::{Client, live};
use crate::browser;
use js_sys::{Reflect, Uint8Array};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, ReadableStreamDefaultReader};

/// How long to wait before the stream is opened again, in milliseconds: at first, and at most.
const SOON: i32 = 1_000;
const LATE: i32 = 30_000;

/// Reads the stream until it is aborted.
pub(super) fn follow(client: Client, staff: bool, until: AbortController) {
    spawn_local(async move {
        let (mut last, mut wait) = (None::<String>, SOON);
        let over = until.signal();
        while !over.aborted() {
            if let Ok(response) = live::events(&client, last.as_deref(), &over).await {
                wait = SOON;
                if staff {
                    look_around(&client).await;
                }
                let whole = match response.body() {
                    Some(body) => hear(&body, &mut last).await,
                    None => false,
                };
                if staff {
                    tell_presence(Presence::clear);
                }
                // It ends with the access token: the next one is fetched before it is asked for.
                if whole && !over.aborted() && !client.stands_in() {
                    let _ = client.refresh().await;
                }
            }
            if !over.aborted() {
                browser::pause(wait).await;
                wait = (wait * 2).min(LATE);
            }
        }
    });
}

/// Who is where already.
async fn look_around(client: &Client) {
    let Ok(all) = live::presence(client).await else { return };
    let all = all["items"].as_array().cloned().unwrap_or_default();
    tell_presence(|here| *here = all.iter().filter_map(place).collect());
}

/// Tells what is heard, to the end; whether it ended in order.
async fn hear(body: &web_sys::ReadableStream, last: &mut Option<String>) -> bool {
    let Ok(reader) = ReadableStreamDefaultReader::new(body) else { return false };
    let mut heard = Vec::new();
    loop {
        let Ok(chunk) = JsFuture::from(reader.read()).await else { return false };
        let part = |name: &str| Reflect::get(&chunk, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        if part("done").is_truthy() {
            return true;
        }
        let Ok(bytes) = part("value").dyn_into::<Uint8Array>() else { return false };
        heard.extend(bytes.to_vec());
        while let Some(block) = next_block(&mut heard) {
            let (id, news) = understood(&block);
            if id.is_some() {
                *last = id;
            }
            match news {
                Some(Told::News(news)) => tell(&news),
                Some(Told::Place(number, people)) => tell_presence(|here| {
                    here.insert(number, people);
                }),
                None => {}
            }
        }
    }
}

#[derive(Debug, PartialEq)]
enum Told {
    News(News),
    Place(String, std::rc::Rc<[Colleague]>),
}

/// The next message that is whole, taken away.
fn next_block(heard: &mut Vec<u8>) -> Option<String> {
    let end = heard.windows(2).position(|pair| pair == b"\n\n")?;
    let block = String::from_utf8_lossy(&heard[..end]).into_owned();
    heard.drain(..end + 2);
    Some(block)
}

/// The id of a message, and what it tells.
fn understood(block: &str) -> (Option<String>, Option<Told>) {
    let (mut id, mut event, mut data) = (None, "", Value::Null);
    for line in block.lines() {
        match line.split_once(": ") {
            Some(("id", text)) => id = Some(text.to_owned()),
            Some(("event", text)) => event = text,
            Some(("data", text)) => data = serde_json::from_str(text).unwrap_or_default(),
            _ => {}
        }
    }
    let told = match event {
        "ticket" => data["number"].as_str().map(|number| Told::News(News::Ticket(number.to_owned()))),
        "notices" => data["unread"].as_i64().map(|unread| Told::News(News::Unread(unread))),
        "presence" => place(&data).map(|(number, people)| Told::Place(number, people)),
        "reset" => Some(Told::News(News::Reset)),
        _ => None,
    };
    (id, told)
}

/// Who is at a ticket.
fn place(data: &Value) -> Option<(String, std::rc::Rc<[Colleague]>)> {
    let colleague = |person: &Value| {
        let name = person["display_name"].as_str()?.to_owned().into();
        Some(Colleague { name, writing: person["writing"].as_bool()? })
    };
    let people = data["people"].as_array()?.iter().filter_map(colleague).collect();
    Some((data["number"].as_str()?.to_owned(), people))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_when_it_is_whole() {
        let mut heard =
            b": still here\nid: 7\n\nid: 8\nevent: ticket\ndata: {\"number\":\"TIC-1\"}\n".to_vec();
        let block = next_block(&mut heard).unwrap();
        assert_eq!(understood(&block), (Some("7".to_owned()), None));
        assert_eq!(next_block(&mut heard), None);
        heard.extend(b"\n");
        let block = next_block(&mut heard).unwrap();
        let news = Told::News(News::Ticket("TIC-1".to_owned()));
        assert_eq!(understood(&block), (Some("8".to_owned()), Some(news)));
        assert!(heard.is_empty());
    }

    #[test]
    fn what_is_told_is_understood_and_the_rest_is_let_pass() {
        let told = |event: &str, data: &str| understood(&format!("event: {event}\ndata: {data}")).1;
        assert_eq!(told("notices", "{\"unread\":3}"), Some(Told::News(News::Unread(3))));
        assert_eq!(told("reset", "{\"position\":3}"), Some(Told::News(News::Reset)));
        let sara = Colleague { name: "Sara".into(), writing: true };
        assert_eq!(
            told("presence", r#"{"number":"TIC-1","people":[{"display_name":"Sara","writing":true}]}"#),
            Some(Told::Place("TIC-1".to_owned(), [sara].into()))
        );
        assert_eq!(told("weather", "{}"), None);
        assert_eq!(told("ticket", "nonsense"), None);
    }
}
