//! A defect in this program must not leave a dead page: say so, and offer the ways back.

use crate::browser;
use crate::preferences::Preferences;
use crate::text::Text;
use wasm_bindgen::JsValue;

/// From now on a panic replaces the page by an apology with links that start afresh, here or at the
/// beginning.
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
        main.set_attribute("role", "alert")?;
        for (tag, key) in [("h1", text.say("crash-title")), ("p", text.say("crash-body"))] {
            let element = document.create_element(tag)?;
            element.set_text_content(Some(&key));
            main.append_child(&element)?;
        }
        let ways = document.create_element("p")?;
        ways.set_class_name("crash-ways");
        let here = browser::window().location().href()?;
        let links =
            [(here.as_str(), "crash-again", "btn btn-primary"), ("/", "crash-restart", "btn btn-plain")];
        for (to, key, class) in links {
            let link = document.create_element("a")?;
            link.set_attribute("href", to)?;
            link.set_class_name(class);
            link.set_text_content(Some(&text.say(key)));
            ways.append_child(&link)?;
        }
        main.append_child(&ways)?;
        Ok::<_, JsValue>(main)
    })();
    if let Ok(page) = page {
        body.set_inner_html("");
        let _ = body.append_child(&page);
    }
}
