//! What a client calls itself, in a few words that its owner recognises.

/// The longest that is kept of what is not understood, in characters.
const LONGEST: usize = 60;

/// Browsers by the word before their version. Most name others beside themselves, so that the more
/// particular come first.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
];

/// Systems by the word that gives them away, in the same order.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Browser, version and system, such as `Firefox 143, Windows`; of other programs, their own first
/// word.
pub(super) fn in_words(user_agent: &str) -> Option<String> {
    let program = browser(user_agent).or_else(|| other(user_agent))?;
    let system = SYSTEMS.iter().find(|(word, _)| user_agent.contains(word)).map(|(_, name)| *name);
    Some(match system {
        Some(system) => format!("{program}, {system}"),
        None => program,
    })
}

fn browser(user_agent: &str) -> Option<String> {
    let (name, rest) = BROWSERS
        .iter()
        .find_map(|(word, name)| user_agent.split_once(word).map(|(_, rest)| (*name, rest)))?;
    let version: String = rest.chars().take_while(char::is_ascii_digit).take(6).collect();
    Some(format!("{name} {version}").trim_end().to_owned())
}

fn other(user_agent: &str) -> Option<String> {
    let word = user_agent.split_whitespace().next()?;
    Some(word.replace('/', " ").chars().filter(|letter| !letter.is_control()).take(LONGEST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_told_in_a_few_words() {
        for (user_agent, words) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
                "Firefox 143, Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.3485.54",
                "Edge 140, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
                "Chrome 140, Android",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
                "Chrome 140, Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
                "Safari 18, iOS",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
                "Safari 18, macOS",
            ),
            ("curl/8.5.0", "curl 8.5.0"),
            ("python-requests/2.32", "python-requests 2.32"),
        ] {
            assert_eq!(in_words(user_agent).as_deref(), Some(words), "{user_agent}");
        }
        assert_eq!(in_words("  "), None);
        assert_eq!(in_words(&"x".repeat(500)), Some("x".repeat(LONGEST)));
    }
}
