//! Switch, radio and segmented choice: state is position and fill, and the whole row is what one clicks.

use egui::{Align2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::super::theme::{self, fonts, measure};
use super::card::focus_ring;
use super::label;

/// A row with a title, a line below it and a switch at its right. Returns whether it was flipped.
pub fn switch_row_ui(ui: &mut Ui, title: &str, about: &str, on: bool) -> bool {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let text_width = (width - 56.0).max(60.0);
    let wrap = |text: &str, style: theme::TypeStyle, colour| {
        let mut job = egui::text::LayoutJob::single_section(
            text.to_owned(),
            egui::TextFormat {
                font_id: style.font(),
                color: colour,
                line_height: Some(style.line),
                ..Default::default()
            },
        );
        job.wrap.max_width = text_width;
        job
    };
    let head = ui.painter().layout_job(wrap(title, fonts::LABEL_STRONG.sized(14.0), palette.ink));
    let tail = (!about.is_empty()).then(|| ui.painter().layout_job(wrap(about, fonts::SMALL, palette.ink_2)));
    let height = head.size().y + tail.as_ref().map_or(0.0, |tail| tail.size().y) + 16.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height.max(measure::TABLE_ROW)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Switch, true, on, format!("{title}. {about}")));
    let painter = ui.painter();
    let top = rect.center().y - (height - 16.0) / 2.0;
    let below = top + head.size().y;
    painter.galley(egui::pos2(rect.left(), top), head, palette.ink);
    if let Some(tail) = tail {
        painter.galley(egui::pos2(rect.left(), below), tail, palette.ink_2);
    }
    let place = Rect::from_center_size(rect.right_center() - Vec2::new(19.0, 0.0), Vec2::new(36.0, 20.0));
    let how = ui.ctx().animate_bool_responsive(response.id, on);
    let ground = if on { palette.accent } else { palette.surface };
    painter.rect_filled(place, 10, ground);
    if !on {
        painter.rect_stroke(place, 10, Stroke::new(measure::STROKE_FIELD, palette.line_strong), StrokeKind::Inside);
    }
    let knob = egui::pos2(egui::lerp(place.left() + 10.0..=place.right() - 10.0, how), place.center().y);
    painter.circle_filled(knob, 7.0, if on { palette.on_accent } else { palette.line_strong });
    focus_ring(ui, &response, place, 10);
    response.clicked()
}

/// A row with its title on the left and a choice of a few on the right; below the title where they have no room beside it.
/// Returns the one that was chosen now.
pub fn choice_row_ui(ui: &mut Ui, title: &str, choices: &[String], chosen: usize) -> Option<usize> {
    let palette = theme::palette(ui);
    let style = fonts::LABEL_STRONG.sized(14.0);
    let taken = segments(ui, choices).iter().sum::<f32>() + 8.0;
    let room = ui.available_width() - taken - measure::SPACE_L;
    ui.add_space(measure::SPACE_XS);
    let picked = if label::width(ui.painter(), title, style.font()) > room {
        label::text_ui(ui, title, style, palette.ink);
        segmented_ui(ui, title, choices, chosen)
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = SEGMENT;
            label::text_ui(ui, title, style, palette.ink);
            ui.add_space((ui.available_width() - taken).max(0.0));
            segmented_ui(ui, title, choices, chosen)
        })
        .inner
    };
    ui.add_space(measure::SPACE_XS);
    picked
}

/// How high choices side by side are.
const SEGMENT: f32 = 36.0;

/// How wide each of the choices is.
fn segments(ui: &Ui, choices: &[String]) -> Vec<f32> {
    let font = fonts::LABEL.sized(14.0).font();
    choices.iter().map(|choice| label::width(ui.painter(), choice, font.clone()) + 26.0).collect()
}

/// A choice of a few, side by side; one below the other where they have no room. Returns the one that was chosen now.
pub fn segmented_ui(ui: &mut Ui, name: &str, choices: &[String], chosen: usize) -> Option<usize> {
    let palette = theme::palette(ui);
    let style = fonts::LABEL.sized(14.0);
    let widths = segments(ui, choices);
    let whole: f32 = widths.iter().sum::<f32>() + 8.0;
    let stacked = whole > ui.available_width().max(160.0);
    let size = match stacked {
        true => Vec2::new(ui.available_width().max(160.0), 6.0 + 30.0 * choices.len() as f32),
        false => Vec2::new(whole, SEGMENT),
    };
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, measure::RADIUS_FIELD, palette.sunken);
    let mut picked = None;
    let mut x = rect.left() + 4.0;
    for (index, (choice, width)) in choices.iter().zip(&widths).enumerate() {
        let place = match stacked {
            true => {
                let min = egui::pos2(rect.left() + 4.0, rect.top() + 3.0 + 30.0 * index as f32);
                Rect::from_min_size(min, Vec2::new(rect.width() - 8.0, 30.0))
            }
            false => Rect::from_min_size(egui::pos2(x, rect.top() + 3.0), Vec2::new(*width, 30.0)),
        };
        x += width;
        let response = ui.interact(place, ui.scope_id().with((name, index)), Sense::click());
        let on = index == chosen;
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, format!("{name}: {choice}")));
        if on {
            ui.painter().rect_filled(place, 6, palette.surface);
            ui.painter().rect_stroke(place, 6, Stroke::new(1.0, palette.line), StrokeKind::Inside);
        }
        let ink = if on || response.hovered() { palette.ink } else { palette.ink_2 };
        label::paint_line(ui.painter(), (place.center(), Align2::CENTER_CENTER), choice, style, ink, place.width());
        focus_ring(ui, &response, place, 6);
        if response.clicked() {
            picked = Some(index);
        }
    }
    picked
}

/// The disc of a radio button, painted by the row that it belongs to.
pub fn radio(ui: &Ui, centre: egui::Pos2, on: bool) {
    let palette = theme::palette(ui);
    if on {
        ui.painter().circle_filled(centre, 10.0, palette.accent);
        ui.painter().circle_filled(centre, 4.0, palette.on_accent);
    } else {
        ui.painter().circle_stroke(centre, 9.2, Stroke::new(measure::STROKE_FIELD, palette.line_strong));
    }
}

/// A text field with an edge, as high as given; an icon may stand at its left.
pub fn field_ui(
    ui: &mut Ui,
    id: &str,
    text: &mut String,
    hint: &str,
    icon: Option<super::super::icon::Icon>,
    (height, bad): (f32, bool),
    right_room: f32,
) -> Response {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let left = if icon.is_some() { 46.0 } else { 14.0 };
    let large = height >= measure::FIELD_LARGE;
    let font = if large { fonts::BODY.sized(17.0) } else { fonts::BODY };
    ui.painter().rect_filled(rect, measure::RADIUS_FIELD, palette.surface);
    let inner = Rect::from_min_max(
        egui::pos2(rect.left() + left, rect.center().y - font.line / 2.0 + 1.5),
        egui::pos2(rect.right() - 14.0 - right_room, rect.center().y + font.line / 2.0 + 1.5),
    );
    let edit = egui::TextEdit::singleline(text)
        .id(egui::Id::unique(id))
        .font(font.font())
        .hint_text(theme::text(hint, font, palette.ink_3))
        .text_color(palette.ink)
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .desired_width(inner.width());
    let response = ui.place(inner, edit);
    let (width, colour) = match () {
        () if bad => (2.0, palette.bad),
        () if response.has_focus() => (measure::STROKE_FIELD, palette.accent),
        () => (measure::STROKE_FIELD, palette.line_strong),
    };
    ui.painter().rect_stroke(rect, measure::RADIUS_FIELD, Stroke::new(width, colour), StrokeKind::Inside);
    focus_ring(ui, &response, rect, measure::RADIUS_FIELD);
    if let Some(icon) = icon {
        let ink = if bad { palette.bad } else { palette.ink_2 };
        icon.paint(ui.painter(), egui::pos2(rect.left() + 26.0, rect.center().y), measure::ICON, ink);
    }
    response
}
