//! Words that have room: beside the scroll bar of the report, and in rows of narrow windows.

use egui::accesskit::Role as Widget;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gatemend::checkup::judge_anew;
use gatemend::report::Format;
use gatemend::store::{redacted_as, rendered};
use gatemend::text::Texts;
use gatemend::ui::{Message, Preview, Proof, Tab, update};

use crate::support::{Window, fresh, lived, reading, says, sized, written};

/// The report of a case in this format.
fn report(format: Format) -> Harness<'static, Window> {
    let case = judge_anew(&lived("nginx-says-502-at-every-address.toml"), &Texts::english());
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case.clone()))));
    update(&mut state, Message::TabChosen(Tab::Report));
    if format != state.report.format {
        update(&mut state, Message::FormatChosen(format));
    }
    let (hide, language) = (state.report.hide, state.texts.spoken());
    let made = if format == Format::Html { Format::Markdown } else { format };
    let text = rendered(&redacted_as(&case, hide), &Texts::english(), made);
    let preview = if format == Format::Html { Preview::page(text) } else { Preview::of(text) };
    update(&mut state, Message::PreviewMade { format, hide, language, preview: preview.into() });
    sized(1_100.0, 760.0, state)
}

#[test]
fn the_report_wraps_before_its_scroll_bar() {
    let harness = report(Format::Html);
    // The sheet ends a gutter before the column beside it, with its edge and the bar inside.
    let column = harness.get_by_role_and_label(Widget::Heading, "Report for the provider").rect().left();
    let bar = column - 20.0 - 24.0 - 8.0;
    let sheet: Vec<_> =
        written(&harness).into_iter().filter(|(_, rect)| rect.left() < bar && rect.top() > 60.0).collect();
    assert!(sheet.len() > 10, "{sheet:?}");
    for (text, rect) in sheet {
        assert!(rect.right() <= bar, "{text:?} at {rect:?}, the bar at {bar}");
    }
}

#[test]
fn a_line_of_the_report_that_is_longer_than_the_sheet_is_not_cut() {
    let harness = report(Format::Text);
    let long = written(&harness).into_iter().any(|(text, rect)| text.len() > 120 && rect.width() > 400.0);
    assert!(long, "some of its first lines are long");
    assert!(!harness.output().shapes.iter().any(|clipped| cut(&clipped.shape)), "nothing ends in dots");
}

fn cut(shape: &egui::Shape) -> bool {
    match shape {
        egui::Shape::Text(text) => text.galley.elided,
        egui::Shape::Vec(shapes) => shapes.iter().any(cut),
        _ => false,
    }
}

#[test]
fn observations_wrap_in_a_narrow_window_and_stay_one_line_in_a_wide_one() {
    let case = judge_anew(&lived("nginx-says-502-at-every-address.toml"), &Texts::english());
    for (width, most_lines) in [(520.0, 6.0), (1_100.0, 1.0)] {
        let mut state = fresh();
        update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case.clone()))));
        update(&mut state, Message::TabChosen(Tab::Evidence));
        update(&mut state, Message::ProofChosen(Proof::Facts));
        let harness = sized(width, 3_000.0, state);
        let facts = harness.state().state.reading.as_ref().unwrap().facts.clone();
        let mut tallest: f32 = 0.0;
        for row in facts.iter().filter(|row| says(&harness, &format!("{}. {}", row.text, row.id))) {
            let height = harness.get_by_label(&format!("{}. {}", row.text, row.id)).rect().height();
            let own = written(&harness).into_iter().find(|(text, _)| *text == row.text);
            assert!(own.is_some_and(|(_, rect)| rect.right() < width - 60.0), "{:?} is whole", row.text);
            tallest = tallest.max(height);
        }
        assert!(tallest >= 38.0 && tallest <= 38.0 + 21.0 * (most_lines - 1.0), "{tallest} at {width}");
        assert_eq!(tallest > 40.0, width < 600.0, "{tallest} at {width}");
    }
}

#[test]
fn another_explanation_is_headed_as_one() {
    let case = judge_anew(&lived("nginx-says-502-at-every-address.toml"), &Texts::english());
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    let harness = sized(1_100.0, 900.0, state);
    assert!(says(&harness, "Also possible: ") && !says(&harness, "or: "));
}
