//! A defect in this program must not leave a dead page: say so, and offer a way back.

use crate::browser;
use crate::preferences::Preferences;
use crate::text::Text;
use wasm_bindgen::JsValue;

/// From now on a panic replaces the page by an apology with a link that starts afresh.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        apologise();
    }));
}

fn apologise() {
    let text = Text::of(Preferences::stored().locale);
    let document = browser::document();
    let Some(body) = document.body() else { return };
    let page = (|| {
        let main = document.create_element("main")?;
        main.set_class_name("crash");
        for (tag, key) in [("h1", text.say("crash-title")), ("p", text.say("crash-body"))] {
            let element = document.create_element(tag)?;
            element.set_text_content(Some(&key));
            main.append_child(&element)?;
        }
        let link = document.create_element("a")?;
        link.set_attribute("href", "/")?;
        link.set_class_name("btn btn-primary");
        link.set_text_content(Some(&text.say("crash-restart")));
        main.append_child(&link)?;
        Ok::<_, JsValue>(main)
    })();
    if let Ok(page) = page {
        body.set_inner_html("");
        let _ = body.append_child(&page);
    }
}
