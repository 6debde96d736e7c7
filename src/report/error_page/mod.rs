//! An error page for a site, to be shown by its gateway: it stands alone, tells nobody what runs there, and looks again
//! gently. And the lines that make a gateway show it with the status that it has, never as a page that is fine.

mod snippet;

use crate::text::Texts;

pub use snippet::{Shown, snippet};

const PAGE: &str = include_str!("page.html");

/// How long visitors and machines are asked to wait, in seconds, where nobody says otherwise.
pub const RETRY_AFTER: u32 = 30;

/// The page. It holds everything that it needs.
pub fn page(texts: &Texts) -> String {
    let mut page = PAGE.replace("{lang}", &escaped(texts.tag()));
    for part in ["title", "about", "form", "again"] {
        page = page.replace(&format!("{{{part}}}"), &escaped(&texts.get(&format!("error-page-{part}"))));
    }
    page.replace("{wait}", &in_script(&texts.get("error-page-wait")))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text for the script: `</script>` in it would end that.
fn in_script(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_small_stands_alone_and_tells_nothing() {
        let page = page(&Texts::english());
        assert!(page.len() < 10_000, "{} bytes", page.len());
        for part in ["{title}", "{about}", "{form}", "{again}", "{wait}", "{lang}"] {
            assert!(!page.contains(part), "{part}");
        }
        for outside in ["http://", "https://", "src=", "url(", "@import", "<link"] {
            assert!(!page.contains(outside), "{outside}");
        }
        let lower = page.to_lowercase();
        for product in ["gatemend", "nginx", "apache", "haproxy", "caddy", "502", "gateway"] {
            assert!(!lower.contains(product), "{product}");
        }
        assert!(page.contains("lang=\"en\"") && page.contains("prefers-color-scheme:dark") && page.contains("<h1>"));
    }

    #[test]
    fn texts_cannot_break_out_of_their_place() {
        assert_eq!(escaped("<b> & \"x\""), "&lt;b&gt; &amp; &quot;x&quot;");
        assert_eq!(in_script("a \"b\" </script>"), "\"a \\\"b\\\" \\u003c/script>\"");
    }
}
