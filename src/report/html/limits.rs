//! The ladder of time limits as bars.

use super::Html;
use crate::model::limit::TimeLimit;
use crate::report::limits::{rungs, said};
use crate::report::words::Speech;

/// Who waits how long; nothing without limits.
pub fn all(limits: &[TimeLimit], speech: &Speech) -> Html {
    let mut html = Html::default();
    if limits.is_empty() {
        return html;
    }
    html.within(
        "<h2>",
        &speech.get("limits-title"),
        "</h2>\n<section class=\"card limits\">\n<p class=\"small quiet\">",
    );
    html.text(&speech.get("limits-about")).raw("</p>\n");
    for rung in rungs(limits, speech) {
        html.raw(if rung.is_too_long { "<div class=\"limit over\">" } else { "<div class=\"limit\">" });
        html.within("<b>", &rung.name, "</b><span class=\"time\">").text(&rung.time).raw("</span>");
        #[expect(clippy::cast_possible_truncation, reason = "a share in a hundred parts")]
        let width = (rung.share * 100.0).round().max(1.0) as i32;
        html.raw("<svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        html.raw("<rect class=\"track\" width=\"100\" height=\"6\"/><rect width=\"").number(width);
        html.raw("\" height=\"6\"/></svg>").within("<span class=\"more\">", &rung.about, "</span></div>\n");
    }
    for sentence in said(limits, speech) {
        html.within("<p class=\"small\">", &sentence, "</p>\n");
    }
    html.raw("</section>\n");
    html
}
