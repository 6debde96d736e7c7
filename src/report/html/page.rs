//! The upper half of the page: who has to act, the picture, the facts and the reasons.

use super::Html;
use crate::model::{Confidence, Diagnosis, Fault};
use crate::report::Report;
use crate::report::facts::Facts;
use crate::report::glance;
use crate::report::letters;
use crate::report::svg;
use crate::report::words::Speech;

/// The bar with the program's mark.
pub fn top(title: &str, facts: &Facts, speech: &Speech) -> Html {
    let mut html = Html::default();
    html.raw(
        "<header class=\"bar\"><div class=\"top\"><svg class=\"mark\" viewBox=\"0 0 26 26\" aria-hidden=\"true\">",
    );
    html.raw("<rect width=\"26\" height=\"26\" rx=\"6\"/><path d=\"M7 17.5v-4a6 6 0 0 1 12 0v4M5.2 18h3.6M17.2 18h3.6M13 18h.1\"/></svg>");
    html.within("<b>", &speech.get("report-brand"), "</b>").within("<span class=\"of\">", title, "</span>");
    html.within("<span class=\"when\">", &facts.started, "</span></div></header>\n");
    html
}

/// Chip, headline, picture and reason.
pub fn verdict(report: &Report, speech: &Speech) -> Html {
    let mut html = Html::default();
    html.raw("<section class=\"card verdict\">\n");
    match &report.case.diagnosis {
        Some(found) => {
            html.raw("<div class=\"who\"><span class=\"chip ").raw(chip_class(found.fault)).raw("\">");
            html.text(&speech.fault(found.fault))
                .raw("</span>")
                .nest(sure(found.fault_confidence, speech))
                .raw("</div>\n");
            html.within("<h1>", &found.headline, "</h1>\n");
        }
        None => {
            html.within("<h1>", &speech.no_verdict(report.case), "</h1>\n");
        }
    }
    if let Some(speaker) = &report.speaker_line {
        html.within("<p class=\"quiet\">", speaker, "</p>\n");
    }
    html.raw("<div class=\"pathbox\">").nest(svg::wide(report.picture, report.texts));
    html.nest(svg::narrow(report.picture, report.texts)).raw("</div>\n");
    if let Some(found) = report.case.diagnosis.as_ref().filter(|found| !found.is_fine()) {
        html.within("<p class=\"reason small\"><b>", &speech.get("report-reason"), "</b>");
        html.text(&speech.cause(found.cause)).raw(" &nbsp;").nest(sure(found.confidence, speech)).raw("</p>\n");
        html.raw("<p class=\"quiet\">").prose(&speech.about_reason(found)).raw("</p>\n");
    }
    html.raw("</section>\n");
    html
}

fn chip_class(fault: Fault) -> &'static str {
    match fault {
        Fault::None => "fine",
        Fault::Unknown => "open",
        fault if fault.is_the_sites() || fault == Fault::Path => "site",
        _ => "near",
    }
}

/// Four dots and the word.
fn sure(confidence: Confidence, speech: &Speech) -> Html {
    let full = match confidence {
        Confidence::Certain => 4,
        Confidence::Strong => 3,
        Confidence::Likely => 2,
        Confidence::Possible => 1,
    };
    let mut html = Html::default();
    html.raw("<span class=\"sure\"><svg class=\"dots\" viewBox=\"0 0 46 10\" aria-hidden=\"true\">");
    for dot in 0..4 {
        html.raw("<circle ").raw(if dot < full { "class=\"full\" " } else { "" });
        html.raw("cx=\"").number(5 + 12 * dot).raw("\" cy=\"5\" r=\"3.8\"/>");
    }
    html.raw("</svg>").text(&speech.confidence(confidence)).raw("</span>");
    html
}

/// What the site's people ask for first.
pub fn facts(report: &Report, facts: &Facts, speech: &Speech) -> Html {
    let mut html = Html::default();
    html.within("<h2>", &speech.get("report-head-key"), "</h2>\n<section class=\"card\"><dl>\n");
    for row in glance::rows(report, facts, speech) {
        html.within("<dt>", &speech.get(row.key), "</dt><dd>");
        match row.value {
            Some(value) if row.is_code => html.within("<code>", &value, "</code>"),
            Some(value) => html.prose(&value),
            None => html.within("<span class=\"s-quiet\">", &speech.get("report-none-seen"), "</span>"),
        };
        html.raw("</dd>\n");
    }
    html.raw("</dl></section>\n");
    html
}

/// Whom to tell, and what.
pub fn letters(report: &Report, facts: &Facts, speech: &Speech) -> Html {
    let mut html = Html::default();
    for letter in letters::letters(report, facts, speech) {
        html.within("<h2>", &speech.get("report-head-letter"), "</h2>\n<section class=\"card\"><p>");
        html.text(&letter.to);
        for one in &letter.reach {
            html.within(", <code>", one, "</code>");
        }
        html.raw("</p><pre>").lines(&letter.text).raw("</pre></section>\n");
    }
    html
}

/// How we know, what to do, what to leave, what else it could be, what was not tested.
pub fn reasons(found: &Diagnosis, speech: &Speech) -> Html {
    let mut html = Html::default();
    html.raw("<div class=\"cols\"><div>\n").nest(because(found, speech)).nest(alternatives(found, speech));
    html.raw("</div><div>\n").nest(next(found, speech));
    let leave = found.leave_alone.iter().map(|one| (&one.what, &one.why));
    let open = found.not_tested.iter().map(|one| (&one.what, &one.why));
    html.nest(pairs("report-head-leave", leave, speech)).nest(pairs("report-head-not-tested", open, speech));
    html.raw("</div></div>\n");
    html
}

fn list(key: &str, items: Vec<Html>, speech: &Speech) -> Html {
    let mut html = Html::default();
    if items.is_empty() {
        return html;
    }
    html.within("<h2>", &speech.get(key), "</h2>\n<ul class=\"list\">\n");
    for item in items {
        html.raw("<li>").nest(item).raw("</li>\n");
    }
    html.raw("</ul>\n");
    html
}

/// Observations that a reason links to; a reason that rests on more is understood from these.
const LINKS: usize = 12;

fn because(found: &Diagnosis, speech: &Speech) -> Html {
    let items = found.because.iter().map(|reason| {
        let mut html = Html::default();
        html.prose(&reason.text);
        if !reason.observations.is_empty() {
            let count = reason.observations.len();
            html.within("<span class=\"more\">", &speech.say("report-rests-on", &[("count", &count.to_string())]), "");
            for id in reason.observations.iter().take(LINKS) {
                html.raw(" ").link_to(&id.to_string());
            }
            html.raw(if count > LINKS { " …</span>" } else { "</span>" });
        }
        if let Some(verify) = &reason.verify {
            html.raw("<pre class=\"cmd\">").lines(verify).raw("</pre>");
        }
        html
    });
    list("report-head-because", items.collect(), speech)
}

fn next(found: &Diagnosis, speech: &Speech) -> Html {
    let items = found.next.iter().map(|next| {
        let mut html = Html::default();
        html.within("<b>", &speech.who(next.who), "</b><br>").prose(&next.action);
        if let Some(change) = &next.change {
            html.within("<span class=\"more\">", &speech.get("report-change-file"), " <code>").text(&change.file);
            html.raw("</code></span><pre>").lines(&change.diff).raw("</pre>");
            for (key, command) in change.commands() {
                html.within("<span class=\"more\">", &speech.get(key), " <code>").text(command).raw("</code></span>");
            }
        }
        html
    });
    list("report-head-next", items.collect(), speech)
}

fn alternatives(found: &Diagnosis, speech: &Speech) -> Html {
    let items = found.alternatives.iter().map(|other| {
        let (fault, cause) = (speech.fault(other.fault), speech.cause(other.cause));
        let what = speech.say("report-alternative-line", &[("fault", &fault), ("cause", &cause)]);
        let mut html = Html::default();
        html.text(&what).raw(" &nbsp;").nest(sure(other.confidence, speech));
        let how = speech.say("report-separated-by", &[("how", &other.separated_by)]);
        html.raw("<span class=\"more\">").prose(&how).raw("</span>");
        html
    });
    list("report-head-alternatives", items.collect(), speech)
}

fn pairs<'a>(key: &str, pairs: impl Iterator<Item = (&'a String, &'a String)>, speech: &Speech) -> Html {
    let items = pairs.map(|(what, why)| {
        let mut html = Html::default();
        html.prose(what).raw("<span class=\"more\">").prose(why).raw("</span>");
        html
    });
    list(key, items.collect(), speech)
}
