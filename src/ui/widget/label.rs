//! Text: in one of the styles, cut with an ellipsis where it must stay on one line, wrapped where it may run on.

use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Response, Ui};
use std::ops::Range;
use std::sync::Arc;

use super::super::theme::{self, TypeStyle, fonts};

/// Wrapped text.
pub fn text_ui(ui: &mut Ui, text: impl Into<String>, style: TypeStyle, colour: Color32) -> Response {
    ui.add(egui::Label::new(theme::text(text, style, colour)).wrap())
}

/// One line, cut at its place's end; the whole text shows on hover.
pub fn line_ui(ui: &mut Ui, text: impl Into<String>, style: TypeStyle, colour: Color32) -> Response {
    ui.add(egui::Label::new(theme::text(text, style, colour)).truncate())
}

/// A heading that a screen reader can jump to.
pub fn heading_ui(ui: &mut Ui, text: &str, style: TypeStyle) -> Response {
    let response = text_ui(ui, text, style, theme::palette(ui).ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(text);
        node.set_level(if style == fonts::DISPLAY { 1 } else { 2 });
    });
    response
}

/// A single line laid out for painting, cut to this width.
pub fn cut(painter: &Painter, text: &str, style: TypeStyle, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), style.font(), colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    painter.layout_job(job)
}

/// Paints one line round an anchor, cut to this width; its rectangle comes back.
pub fn paint_line(
    painter: &Painter,
    place: (Pos2, Align2),
    text: &str,
    style: TypeStyle,
    colour: Color32,
    width: f32,
) -> egui::Rect {
    let galley = cut(painter, text, style, colour, width);
    let rect = place.1.anchor_size(place.0, galley.size());
    painter.galley(rect.min.round(), galley, colour);
    rect
}

/// How high this text is when it wraps at this width.
pub fn wrapped_height(painter: &Painter, text: &str, style: TypeStyle, width: f32) -> f32 {
    painter.layout_job(wrapped(text, style, Color32::BLACK, width)).size().y
}

/// Text to be laid out that wraps at this width.
pub fn wrapped(text: &str, style: TypeStyle, colour: Color32, width: f32) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), style.font(), colour, width.max(1.0));
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(style.line));
    job
}

/// Wrapped text in which what stands between backticks is set as code.
pub fn prose_ui(ui: &mut Ui, text: &str, style: TypeStyle, colour: Color32) -> Response {
    ui.add(egui::Label::new(prose(text, style, colour)).wrap())
}

fn prose(text: &str, style: TypeStyle, colour: Color32) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::default();
    let parts: Vec<&str> = text.split('`').collect();
    // A backtick without its partner is a letter like others.
    let paired = parts.len() % 2 == 1;
    for (place, part) in parts.iter().enumerate() {
        let code = paired && place % 2 == 1;
        let font_id = if code { fonts::MONO.sized(style.size).font() } else { style.font() };
        let said = if paired || place == 0 { (*part).to_owned() } else { format!("`{part}") };
        let format = egui::TextFormat { font_id, color: colour, line_height: Some(style.line), ..Default::default() };
        job.append(&said, 0.0, format);
    }
    job
}

/// Wrapped text with one part of it, in bytes, in the second colour.
pub fn with_part_ui(ui: &mut Ui, (text, part): (&str, &Range<usize>), style: TypeStyle, colours: (Color32, Color32)) {
    let mut job = egui::text::LayoutJob::default();
    let (before, rest) = text.split_at_checked(part.start).unwrap_or((text, ""));
    let (told, after) =
        rest.split_at_checked(part.end.min(text.len()).saturating_sub(part.start)).unwrap_or((rest, ""));
    for (piece, color) in [(before, colours.0), (told, colours.1), (after, colours.0)] {
        let font_id = style.font();
        let format = egui::TextFormat { font_id, color, line_height: Some(style.line), ..Default::default() };
        job.append(piece, 0.0, format);
    }
    ui.add(egui::Label::new(job).wrap());
}

/// The width of a line.
pub fn width(painter: &Painter, text: &str, font: FontId) -> f32 {
    painter.layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_set_apart_and_a_lone_backtick_stays() {
        let job = prose("run `ss -ltnp` there", fonts::BODY, Color32::BLACK);
        assert_eq!((job.text.as_str(), job.sections.len()), ("run ss -ltnp there", 3));
        assert_eq!(prose("a ` b", fonts::BODY, Color32::BLACK).text, "a ` b");
    }
}
