//! Chips: who has to act, and how sure that is.

use egui::{Color32, Sense, Ui, Vec2, WidgetInfo};

use super::super::icon::Icon;
use super::super::theme::{self, fonts, measure};
use super::label;
use crate::model::Confidence;

/// How high both are.
const HEIGHT: f32 = 26.0;

/// A few words on a soft ground; on two lines where one has no room.
pub fn chip_ui(ui: &mut Ui, text: &str, icon: Option<Icon>, ink: Color32, ground: Color32) {
    let style = fonts::LABEL_STRONG;
    let icon_room = if icon.is_some() { 22.0 } else { 0.0 };
    let most = (ui.available_width() - 20.0 - icon_room).max(40.0);
    let galley = ui.painter().layout_job(label::wrapped(text, style, ink, most));
    let size = Vec2::new(galley.size().x + 20.0 + icon_room, HEIGHT.max(galley.size().y + 7.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    let painter = ui.painter();
    painter.rect_filled(rect, measure::RADIUS_CHIP, ground);
    if let Some(icon) = icon {
        icon.paint(painter, rect.left_center() + Vec2::new(17.0, 0.0), 15.0, ink);
    }
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(egui::pos2(rect.left() + 10.0 + icon_room, top).round(), galley, ink);
}

/// Four dots and a word, and what they mean for those who point at them.
pub fn confidence_ui(ui: &mut Ui, confidence: Confidence, word: &str, about: &str) {
    let palette = theme::palette(ui);
    let style = fonts::SMALL;
    let dots = match confidence {
        Confidence::Certain => 4,
        Confidence::Strong => 3,
        Confidence::Likely => 2,
        Confidence::Possible => 1,
    };
    let width = label::width(ui.painter(), word, style.font());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(4.0 * 9.0 + 6.0 + width, style.line), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, word));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(about));
    let painter = ui.painter();
    for index in 0..4_u8 {
        let centre = rect.left_center() + Vec2::new(4.0 + f32::from(index) * 9.0, 0.0);
        if index < dots {
            painter.circle_filled(centre, 3.5, palette.ink_2);
        } else {
            painter.circle_stroke(centre, 3.1, egui::Stroke::new(1.2, palette.ink_2));
        }
    }
    let place = (rect.left_center() + Vec2::new(42.0, 0.0), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, word, style, palette.ink_2, width + 1.0);
    response.on_hover_text(about);
}
