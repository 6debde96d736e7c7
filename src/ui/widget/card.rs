//! A quiet surface with an edge, as wide as its place; and the places that cards stand in.

use egui::{CornerRadius, Frame, Margin, Rect, Response, Shadow, Stroke, StrokeKind, Ui, WidgetInfo};

use super::super::theme::{self, measure};

/// Draws the contents on a card with this padding.
pub fn card_ui<R>(ui: &mut Ui, padding: i8, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: palette.shadow.gamma_multiply(0.07) };
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(measure::STROKE_HAIR, palette.line))
        .corner_radius(CornerRadius::same(measure::RADIUS_CARD))
        .shadow(shadow)
        .inner_margin(Margin::same(padding));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        })
        .inner
}

/// What stands in the card as it was written elsewhere: sunken, with a hairline around it.
pub fn well_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    Frame::new()
        .fill(palette.sunken)
        .stroke(Stroke::new(measure::STROKE_HAIR, palette.line))
        .corner_radius(measure::RADIUS_FIELD)
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
}

/// A hairline across the card.
pub fn hairline_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    let stroke = Stroke::new(measure::STROKE_HAIR, theme::palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.center().y.round() - 0.5, stroke);
}

/// Two columns with a gutter; below the narrow width one under the other. `share` is the first one's part of the width.
pub fn columns_ui(ui: &mut Ui, share: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let whole = ui.available_width();
    if whole < measure::NARROW {
        left(ui);
        ui.add_space(measure::SPACE_L);
        right(ui);
        return;
    }
    let first = ((whole - measure::GUTTER) * share).round();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = measure::GUTTER;
        ui.vertical(|ui| {
            ui.set_width(first);
            ui.spacing_mut().item_spacing.x = measure::SPACE_S;
            left(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(whole - measure::GUTTER - first);
            ui.spacing_mut().item_spacing.x = measure::SPACE_S;
            right(ui);
        });
    });
}

/// A row or a cell of a table, to which the keyboard comes and which is spoken as this. Says whether it is to be copied.
pub fn read_ui(ui: &Ui, response: &Response, said: &str) -> bool {
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, said));
    focus_ring(ui, response, response.rect.shrink(measure::FOCUS_GAP + measure::STROKE_FOCUS), 4);
    is_copied(ui, response)
}

/// Whether copying is asked for while this has the focus.
pub fn is_copied(ui: &Ui, response: &Response) -> bool {
    response.has_focus() && ui.input(|input| input.events.contains(&egui::Event::Copy))
}

/// The ring round what has the focus: always visible, and apart from the part itself.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let grown = rect.expand(measure::FOCUS_GAP + measure::STROKE_FOCUS / 2.0);
        let stroke = Stroke::new(measure::STROKE_FOCUS, theme::palette(ui).focus);
        ui.painter().rect_stroke(grown, radius.saturating_add(3), stroke, StrokeKind::Middle);
    }
}
