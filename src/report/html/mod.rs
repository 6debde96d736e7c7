//! One self-contained page: verdict first, then the evidence. It loads nothing, runs nothing and prints well.

mod limits;
mod page;
mod tables;
mod writer;

pub use writer::Html;

use super::Report;
use super::facts::Facts;
use super::words::Speech;

/// Nothing may be loaded or run; only the styles inside the page count.
const HEAD: &str = concat!(
    "<meta charset=\"utf-8\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
     base-uri 'none'; form-action 'none'\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"referrer\" content=\"no-referrer\">\n",
    "<meta name=\"robots\" content=\"noindex\">\n",
);

/// The report as a page.
pub fn render(report: &Report, left_out: usize) -> String {
    let speech = Speech::new(report.texts);
    let facts = Facts::of(report.case, report.texts, left_out);
    let title = speech.say("report-title", &[("page", &facts.short_page)]);
    let mut html = Html::default();
    html.raw("<!doctype html>\n<html lang=\"").text(report.texts.tag()).raw("\">\n<head>\n").raw(HEAD);
    html.within("<title>", &title, "</title>\n<style>\n")
        .raw(include_str!("style.css"))
        .raw("</style>\n</head>\n<body>\n");
    html.nest(page::top(&title, &facts, &speech)).raw("<main>\n");
    html.nest(page::verdict(report, &speech)).nest(page::facts(report, &facts, &speech));
    if let Some(found) = &report.case.diagnosis {
        html.nest(page::reasons(found, &speech));
    }
    html.nest(limits::all(&report.picture.limits, &speech));
    html.nest(page::letters(report, &facts, &speech));
    html.nest(tables::checklist(report.case, &speech)).nest(tables::visits(&facts, &speech));
    html.nest(tables::answers(&facts, &speech)).nest(tables::all(&facts, &speech)).raw("</main>\n<footer>");
    html.within("<p>", &speech.made_by(report.case), "</p>").within("<p>", &speech.privacy(report.case), "</p>");
    html.raw("</footer>\n</body>\n</html>\n");
    html.finish()
}
