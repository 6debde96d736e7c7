//! The lower half of the page: every check, every visit, every answer.

use super::Html;
use crate::model::{Case, StepStatus};
use crate::report::also::Trace;
use crate::report::facts::Facts;
use crate::report::places::PlaceRow;
use crate::report::words::Speech;

/// The checklist with a sign, a sentence and a word for each step.
pub fn checklist(case: &Case, speech: &Speech) -> Html {
    let mut html = Html::default();
    if case.steps.is_empty() {
        return html;
    }
    html.within("<h2>", &speech.get("report-head-checklist"), "</h2>\n<ul class=\"list\">\n");
    for step in &case.steps {
        let (class, sign) = sign(step.status);
        html.raw("<li class=\"check\"><span class=\"").raw(class).raw("\">").raw(sign).raw("</span>");
        html.within("<b>", &step.title, "</b><span class=\"more\">").prose(&step.summary).raw("</span>");
        html.raw("<span class=\"word ")
            .raw(class)
            .raw("\">")
            .text(&speech.step_status(step.status))
            .raw("</span></li>\n");
    }
    html.raw("</ul>\n");
    html
}

/// Colour and shape of a state; each has a shape of its own.
fn sign(status: StepStatus) -> (&'static str, &'static str) {
    match status {
        StepStatus::Waiting => ("s-quiet", DOTTED),
        StepStatus::Running => (
            "s-you",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><path class=\"hole\" d=\"M9 2a7 7 0 1 1-7 7\"/></svg>",
        ),
        StepStatus::Passed => (
            "s-good",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><circle cx=\"9\" cy=\"9\" r=\"8\"/><path class=\"cut\" d=\"M5.4 9.2 7.9 11.7 12.7 6.6\"/></svg>",
        ),
        StepStatus::Warning => (
            "s-warn",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><path d=\"M9 1.5 17.5 16.5H.5z\"/><path class=\"cut\" d=\"M9 7v4M9 13.9v.1\"/></svg>",
        ),
        StepStatus::Problem => (
            "s-bad",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><rect x=\"1.5\" y=\"1.5\" width=\"15\" height=\"15\" rx=\"3\"/><path class=\"cut\" d=\"M6 6 12 12M12 6 6 12\"/></svg>",
        ),
        StepStatus::Skipped => (
            "s-quiet",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><circle class=\"hole\" cx=\"9\" cy=\"9\" r=\"7\"/><path class=\"hole\" d=\"M6 9h6\"/></svg>",
        ),
        StepStatus::Failed => (
            "s-warn",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><rect class=\"hole\" x=\"2\" y=\"2\" width=\"14\" height=\"14\" rx=\"3\"/><path class=\"hole\" d=\"M7 7a2 2 0 1 1 2 2.4v1M9 13.2v.1\"/></svg>",
        ),
        StepStatus::NeedsYou => (
            "s-you",
            "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><path d=\"M9 .8 17.2 9 9 17.2.8 9z\"/><path class=\"cut\" d=\"M5.8 9h6M9.6 6.6 12 9 9.6 11.4\"/></svg>",
        ),
    }
}

const DOTTED: &str = "<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\"><circle class=\"hole\" cx=\"9\" cy=\"9\" r=\"7\" stroke-dasharray=\".1 4.3\" stroke-linecap=\"round\"/></svg>";

/// A column: the end of its heading's key, and the class of its cells.
type Column = (&'static str, &'static str);

/// Every visit to the site.
pub fn visits(facts: &Facts, speech: &Speech) -> Html {
    let visits = facts.visits.iter().map(|v| {
        let cells = [&v.id, &v.time, &v.ip_port, &v.tcp, &v.tls, &v.first_byte, &v.outcome, &v.purpose, &v.url];
        (v.status.is_none_or(|status| status >= 400), cells.map(String::clone))
    });
    let columns: [Column; 9] = [
        ("id", "quiet"),
        ("time", "time"),
        ("ip", "mono time"),
        ("tcp", "num"),
        ("tls", "num"),
        ("first-byte", "num"),
        ("outcome", "out"),
        ("purpose", ""),
        ("url", "mono"),
    ];
    table("report-head-visits", columns, visits.collect(), "report-no-visits", speech)
}

/// DNS answers, comparisons, the way, and the rest.
pub fn all(facts: &Facts, speech: &Speech) -> Html {
    let mut html = Html::default();
    let dns = facts.dns.iter().map(|d| {
        (
            !d.good,
            [&d.ids.join(SEPARATOR), &d.question, &d.answer, &d.took, &d.server, &d.ip, &d.way].map(String::clone),
        )
    });
    let columns: [Column; 7] = [
        ("id", "quiet"),
        ("question", ""),
        ("answer", "out mono"),
        ("took", "num time"),
        ("server", ""),
        ("ip", "mono"),
        ("way", ""),
    ];
    html.nest(table("report-head-dns", columns, dns.collect(), "report-no-dns", speech));
    if !facts.controls.is_empty() {
        let rows = facts.controls.iter().map(|c| (!c.good, [&c.id, &c.name, &c.outcome].map(String::clone)));
        let columns: [Column; 3] = [("id", "quiet"), ("site", ""), ("outcome", "out")];
        html.nest(table("report-head-controls", columns, rows.collect(), "report-none-seen", speech));
    }
    if !facts.places.is_empty() {
        let cells = |p: &PlaceRow| [&p.id, &p.place, &p.network, &p.ip, &p.took, &p.outcome].map(String::clone);
        let rows = facts.places.iter().map(|place| (!place.good, cells(place)));
        let columns: [Column; 6] =
            [("id", "quiet"), ("place", ""), ("network", ""), ("ip", "mono"), ("took", "num time"), ("outcome", "out")];
        html.nest(table("report-head-places", columns, rows.collect(), "report-none-seen", speech));
    }
    for trace in &facts.traces {
        html.nest(way(trace, speech));
    }
    if !facts.others.is_empty() {
        let rows = facts.others.iter().map(|one| (false, [&one.id, &one.what, &one.outcome].map(String::clone)));
        let columns: [Column; 3] = [("id", "quiet"), ("what", ""), ("outcome", "")];
        html.nest(table("report-head-others", columns, rows.collect(), "report-none-seen", speech));
    }
    if facts.left_out > 0 {
        let left_out = speech.say("report-left-out", &[("count", &facts.left_out.to_string())]);
        html.within("<p class=\"small quiet\">", &left_out, "</p>\n");
    }
    html
}

/// The routers that packets pass.
fn way(trace: &Trace, speech: &Speech) -> Html {
    let mut html = Html::default();
    html.anchor(&trace.id);
    let rows: Vec<_> =
        trace.hops.iter().map(|hop| (false, [&hop.ttl, &hop.ip, &hop.took].map(String::clone))).collect();
    let columns: [Column; 3] = [("hop", "num"), ("ip", "mono"), ("took", "num time")];
    html.nest(table("report-head-trace", columns, rows, "report-hop-none", speech));
    html.within("<p class=\"small quiet\">", &trace.to, "");
    if let Some(instead) = &trace.instead {
        html.raw(": ").text(instead);
    }
    html.raw("</p>\n");
    html
}

/// Between the ids of one cell.
const SEPARATOR: &str = ", ";

/// Ids of one cell that are shown; all of them are anchors.
const IDS_SHOWN: usize = 3;

/// The ids of a row: each can be linked to, the first few are shown.
fn ids(cell: &str) -> Html {
    let mut html = Html::default();
    let all: Vec<&str> = cell.split(SEPARATOR).collect();
    all.iter().for_each(|id| {
        html.anchor(id);
    });
    html.text(&all.iter().take(IDS_SHOWN).copied().collect::<Vec<_>>().join(SEPARATOR));
    html.raw(if all.len() > IDS_SHOWN { " …" } else { "" });
    html
}

/// A table whose cells carry their column's name, for narrow pages.
fn table<const N: usize>(
    title: &str,
    columns: [Column; N],
    rows: Vec<(bool, [String; N])>,
    empty: &str,
    speech: &Speech,
) -> Html {
    let mut html = Html::default();
    html.within("<h2>", &speech.get(title), "</h2>\n<section class=\"card\">");
    if rows.is_empty() {
        html.within("<p class=\"quiet\">", &speech.get(empty), "</p></section>\n");
        return html;
    }
    html.raw("<div class=\"scroll\"><table><thead><tr>");
    let names = columns.map(|(key, _)| speech.get(&format!("report-column-{key}")));
    for (name, (_, class)) in names.iter().zip(columns) {
        html.raw("<th scope=\"col\" class=\"").raw(class).within("\">", name, "</th>");
    }
    html.raw("</tr></thead><tbody>\n");
    for (is_off, cells) in rows {
        html.raw(if is_off { "<tr class=\"off\">" } else { "<tr>" });
        for ((cell, (key, class)), name) in cells.iter().zip(columns).zip(&names) {
            html.raw("<td class=\"").raw(class).raw("\" data-of=\"").text(name).raw("\">");
            if key == "id" {
                html.nest(ids(cell))
            } else {
                html.text(cell)
            };
            html.raw("</td>");
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div></section>\n");
    html
}

/// What was read, what the visitor said, and what this program could not do.
pub fn answers(facts: &Facts, speech: &Speech) -> Html {
    let mut html = Html::default();
    for (key, texts) in [("report-head-said", &facts.user_said), ("report-head-malfunctions", &facts.malfunctions)] {
        if !texts.is_empty() {
            html.within("<h2>", &speech.get(key), "</h2>\n<section class=\"card\">");
            for text in texts {
                html.raw("<pre>").lines(text).raw("</pre>");
            }
            html.raw("</section>\n");
        }
    }
    if facts.answers.is_empty() {
        return html;
    }
    html.within("<h2>", &speech.get("report-head-raw"), "</h2>\n<section class=\"card\">\n");
    for answer in &facts.answers {
        html.within("<details><summary>", &answer.title, "</summary><pre>").lines(&answer.head).raw("</pre>");
        if answer.body.trim().is_empty() {
            html.within("<p class=\"small quiet\">", &speech.get("report-body-empty"), "</p>");
        } else {
            html.raw("<pre>").lines(&answer.body).raw("</pre>");
        }
        if let Some(bytes) = answer.cut {
            let cut = speech.say("report-body-cut", &[("bytes", &bytes.to_string())]);
            html.within("<p class=\"small quiet\">", &cut, "</p>");
        }
        html.raw("</details>\n");
    }
    html.raw("</section>\n");
    html
}
