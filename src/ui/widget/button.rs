//! Buttons: one primary for each screen, secondary ones with an edge, quiet ones of text alone.

use egui::{Color32, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::super::icon::Icon;
use super::super::theme::{self, fonts, measure};
use super::card::focus_ring;
use super::label;

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Primary,
    Secondary,
    Quiet,
    /// Quiet, and in the colour of text: for bars.
    Plain,
}

/// A button to be drawn.
#[derive(Clone)]
pub struct Button<'a> {
    text: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    height: f32,
    full: bool,
    enabled: bool,
}

impl<'a> Button<'a> {
    pub fn new(text: &'a str, kind: Kind) -> Self {
        let height = if matches!(kind, Kind::Quiet | Kind::Plain) { measure::TARGET_MIN } else { measure::BUTTON };
        Button { text, kind, icon: None, trailing: None, height, full: false, enabled: true }
    }

    pub fn primary(text: &'a str) -> Self {
        Button::new(text, Kind::Primary)
    }

    pub fn secondary(text: &'a str) -> Self {
        Button::new(text, Kind::Secondary)
    }

    pub fn quiet(text: &'a str) -> Self {
        Button::new(text, Kind::Quiet)
    }

    pub fn plain(text: &'a str) -> Self {
        Button::new(text, Kind::Plain)
    }

    pub fn icon(self, icon: Icon) -> Self {
        Button { icon: Some(icon), ..self }
    }

    pub fn trailing(self, icon: Icon) -> Self {
        Button { trailing: Some(icon), ..self }
    }

    /// As wide as its place, and higher: for narrow windows.
    pub fn full(self, full: bool) -> Self {
        let height = if full && self.kind != Kind::Quiet { measure::BUTTON_LARGE } else { self.height };
        Button { full, height, ..self }
    }

    pub fn enabled(self, enabled: bool) -> Self {
        Button { enabled, ..self }
    }

    /// The width that its words and icons want.
    pub fn wanted_width(&self, ui: &Ui) -> f32 {
        label::width(ui.painter(), self.text, self.style().font()) + self.side() * 2.0 + self.icon_room() + 2.0
    }

    fn style(&self) -> theme::TypeStyle {
        match self.kind {
            Kind::Plain => fonts::ROW.sized(14.0),
            _ => fonts::STRONG.sized(14.0),
        }
    }

    fn side(&self) -> f32 {
        if matches!(self.kind, Kind::Quiet | Kind::Plain) { measure::SPACE_S } else { measure::SPACE_L }
    }

    fn icon_room(&self) -> f32 {
        f32::from(u8::from(self.icon.is_some()) + u8::from(self.trailing.is_some())) * (18.0 + measure::SPACE_S)
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let (style, side, icon_room) = (self.style(), self.side(), self.icon_room());
        let most = (ui.available_width() - side * 2.0 - icon_room).max(24.0);
        let text_width = label::width(ui.painter(), self.text, style.font()).min(most);
        let own = text_width + side * 2.0 + icon_room;
        let size = Vec2::new(if self.full { ui.available_width().max(own) } else { own }, self.height);
        let sense = if self.enabled { Sense::click() } else { Sense::focusable_noninteractive() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, self.enabled, self.text));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let over = self.enabled && (response.hovered() || response.is_pointer_button_down_on());
        let (ground, edge, ink) = match self.kind {
            _ if !self.enabled => (palette.sunken, None, palette.ink_3),
            Kind::Primary if over => (palette.accent_hover, None, palette.on_accent),
            Kind::Primary => (palette.accent, None, palette.on_accent),
            Kind::Secondary if over => (palette.sunken, Some(palette.line_strong), palette.ink),
            Kind::Secondary => (palette.surface, Some(palette.line_strong), palette.ink),
            Kind::Plain if over => (palette.sunken, None, palette.ink),
            Kind::Plain => (Color32::TRANSPARENT, None, palette.ink_2),
            Kind::Quiet if over => (palette.accent_soft, None, palette.accent),
            Kind::Quiet => (Color32::TRANSPARENT, None, palette.accent),
        };
        let painter = ui.painter();
        let radius = CornerRadius::same(measure::RADIUS_FIELD);
        painter.rect_filled(rect, radius, ground);
        if let Some(edge) = edge {
            painter.rect_stroke(rect, radius, Stroke::new(measure::STROKE_FIELD, edge), StrokeKind::Inside);
        }
        let mut x = rect.center().x - (text_width + icon_room) / 2.0;
        if let Some(icon) = self.icon {
            icon.paint(painter, egui::pos2(x + 9.0, rect.center().y), 18.0, ink);
            x += 18.0 + measure::SPACE_S;
        }
        let place = (egui::pos2(x, rect.center().y), egui::Align2::LEFT_CENTER);
        label::paint_line(painter, place, self.text, style, ink, text_width + 1.0);
        if let Some(icon) = self.trailing {
            icon.paint(painter, egui::pos2(x + text_width + measure::SPACE_S + 9.0, rect.center().y), 16.0, ink);
        }
        focus_ring(ui, &response, rect, measure::RADIUS_FIELD);
        if self.enabled { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }
}

/// A button of an icon alone; its name is spoken and shown on hover.
pub fn icon_button_ui(ui: &mut Ui, icon: Icon, name: &str, selected: bool) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(measure::BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    let ground = match () {
        () if selected => palette.accent_soft,
        () if response.hovered() => palette.sunken,
        () => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, measure::RADIUS_FIELD, ground);
    icon.paint(ui.painter(), rect.center(), measure::ICON, if selected { palette.accent } else { palette.ink });
    focus_ring(ui, &response, rect, measure::RADIUS_FIELD);
    response.on_hover_text(name)
}
