//! Text: in one of the styles, cut with an ellipsis where it must stay on one line, wrapped where it may run on.

use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Response, Ui};
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

/// The width of a line.
pub fn width(painter: &Painter, text: &str, font: FontId) -> f32 {
    painter.layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x
}
