//! The bar: the program, the page, and the ways to go from here.

use egui::{Align, Align2, Layout, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::super::icon::{self, Icon};
use super::super::message::Message;
use super::super::region::{self, Region};
use super::super::state::{Screen, State, Tab};
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::{Button, icon_button_ui};
use super::super::widget::card::focus_ring;
use super::super::widget::label;
use crate::model::Role;
use crate::text::{host_shown, middle_cut, page_cut};

/// Between tabs, and between the last of them and the button, in points.
const BETWEEN_TABS: f32 = 4.0;
const AFTER_TABS: f32 = 24.0;

/// From this width of the window on, in points, tabs have room beside the page's name, in long languages too.
const TABS_BESIDE: f32 = 900.0;

/// How high the bar is, with the row of tabs that narrow windows have.
pub fn height(state: &State, width: f32) -> f32 {
    let has_row = width < TABS_BESIDE && state.screen == Screen::Check && state.has_verdict();
    measure::APP_BAR + if has_row { 44.0 } else { 0.0 }
}

pub fn bar_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let margin = measure::margin(width);
    let has_tabs = state.screen == Screen::Check && state.has_verdict();
    let narrow = width < if has_tabs { TABS_BESIDE } else { measure::NARROW };
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, measure::APP_BAR), Sense::hover());
    let inner = rect.shrink2(Vec2::new(margin, 0.0));
    // The icon in the last button stands at the margin, not the button's edge.
    let outer = Rect::from_min_max(inner.min, inner.max + Vec2::new((measure::BUTTON - measure::ICON) / 2.0, 0.0));
    let new_check = state.texts.get("window-new-check");
    let ways = Ways::of(ui, state, &new_check, narrow, has_tabs);
    let start = outer.right() - ways.width(ui);
    let left =
        Rect::from_min_max(inner.min, egui::pos2((start - measure::SPACE_S).max(inner.left() + 60.0), inner.bottom()));
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)));
    // A long name ends before the ways to go begin.
    row.set_clip_rect(left.expand(6.0).intersect(row.clip_rect()));
    left_ui(&mut row, state, narrow, out);
    // Behind the left part, and from left to right: the keyboard goes that way.
    let right = Rect::from_min_max(egui::pos2(start, outer.top()), outer.max);
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(right).layout(Layout::left_to_right(Align::Center)));
    ways.show(&mut row, state, out);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
    if has_tabs && narrow {
        let (row, _) = ui.allocate_exact_size(Vec2::new(width, 44.0), Sense::hover());
        let each = (row.width() - 2.0 * margin) / 4.0;
        for (index, tab) in Tab::ALL.into_iter().enumerate() {
            let min = egui::pos2(row.left() + margin + each * index as f32, row.top());
            tab_ui(ui, state, tab, Rect::from_min_size(min, Vec2::new(each, row.height())), out);
        }
        ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, palette.line));
    }
}

fn left_ui(ui: &mut Ui, state: &State, narrow: bool, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(measure::BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, state.texts.get("window-to-start")));
    region::mark(ui.ctx(), Region::Bar, response.id);
    let mark = Rect::from_center_size(egui::pos2(rect.left() + 13.0, rect.center().y), Vec2::splat(26.0));
    icon::mark(ui.painter(), mark, palette.accent, palette.on_accent);
    focus_ring(ui, &response, mark, 6);
    if response.clicked() && state.screen != Screen::Start {
        out.push(Message::NewCheckPressed);
    }
    ui.add_space(-10.0);
    if !narrow || state.screen == Screen::Start {
        label::line_ui(ui, "Gatemend", fonts::HEADING, palette.ink);
    }
    let most = if narrow { 26 } else { 34 };
    // Shown, and whole.
    let (page, whole) = match state.screen {
        Screen::Start => return,
        Screen::Settings => (state.texts.get("window-settings"), String::new()),
        Screen::Gallery => (state.texts.get("window-gallery"), String::new()),
        Screen::Check => match &state.reading {
            Some(reading) => page(&reading.case.target, most),
            None => (middle_cut(&state.typed, most), state.typed.clone()),
        },
    };
    if !narrow {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(17.0, 28.0), Sense::hover());
        ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, palette.line));
    }
    let said = label::line_ui(ui, page, fonts::STRONG.sized(14.0), palette.ink);
    if !whole.is_empty() {
        said.on_hover_text(whole);
    }
    if state.screen == Screen::Check && !narrow {
        let (icon, key) = match state.role {
            Role::Visitor => (Icon::Person, "window-visitor"),
            Role::Owner => (Icon::Wrench, "window-owner"),
        };
        let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 20.0), Sense::hover());
        icon.paint(ui.painter(), rect.center() + Vec2::new(2.0, 0.0), 16.0, palette.ink_2);
        label::line_ui(ui, state.texts.get(key), fonts::LABEL, palette.ink_2);
    }
}

/// Host and path, without scheme and query: in so many letters, and whole with the name's other form.
fn page(target: &crate::model::Target, most: usize) -> (String, String) {
    let (host, path) = (host_shown(&target.host), target.url.path());
    let other = host.second.map(|other| format!("\n{other}")).unwrap_or_default();
    (page_cut(&host.first, path, most), format!("{}{path}{other}", host.first))
}

/// The ways to go from here, at the right of the bar, before the settings.
enum Ways<'a> {
    Settings,
    /// A new check as an icon alone: tabs have a row of their own.
    Narrow(&'a str),
    /// Each tab with its width.
    Wide(Vec<(Tab, f32)>, Button<'a>),
}

impl<'a> Ways<'a> {
    fn of(ui: &Ui, state: &State, new_check: &'a str, narrow: bool, has_tabs: bool) -> Self {
        let width = |tab: Tab| {
            let name = state.texts.get(&format!("window-tab-{}", tab.name()));
            label::width(ui.painter(), &name, fonts::ROW.font()) + 26.0
        };
        match (has_tabs, narrow) {
            (false, _) => Ways::Settings,
            (true, true) => Ways::Narrow(new_check),
            (true, false) => {
                let tabs = Tab::ALL.into_iter().map(|tab| (tab, width(tab))).collect();
                Ways::Wide(tabs, Button::plain(new_check).icon(Icon::Refresh))
            }
        }
    }

    fn width(&self, ui: &Ui) -> f32 {
        let before = match self {
            Ways::Settings => 0.0,
            Ways::Narrow(_) => measure::BUTTON + measure::SPACE_S,
            Ways::Wide(tabs, button) => {
                let tabs: f32 = tabs.iter().map(|(_, width)| width + BETWEEN_TABS).sum();
                tabs - BETWEEN_TABS + AFTER_TABS + button.wanted_width(ui) + measure::SPACE_L
            }
        };
        before + measure::BUTTON
    }

    fn show(self, ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
        ui.spacing_mut().item_spacing.x = 0.0;
        let pressed = match self {
            Ways::Settings => false,
            Ways::Narrow(name) => {
                let pressed = icon_button_ui(ui, Icon::Refresh, name, false).clicked();
                ui.add_space(measure::SPACE_S);
                pressed
            }
            Ways::Wide(tabs, button) => {
                for (place, (tab, width)) in tabs.into_iter().enumerate() {
                    ui.add_space(if place == 0 { 0.0 } else { BETWEEN_TABS });
                    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, measure::APP_BAR), Sense::hover());
                    tab_ui(ui, state, tab, rect, out);
                }
                ui.add_space(AFTER_TABS);
                let pressed = button.show(ui).clicked();
                ui.add_space(measure::SPACE_L);
                pressed
            }
        };
        if pressed {
            out.push(Message::NewCheckPressed);
        }
        let in_settings = state.screen == Screen::Settings;
        if icon_button_ui(ui, Icon::Sliders, &state.texts.get("window-settings"), in_settings).clicked() {
            out.push(if in_settings { Message::BackPressed } else { Message::ScreenChosen(Screen::Settings) });
        }
    }
}

fn tab_ui(ui: &Ui, state: &State, tab: Tab, rect: Rect, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let name = state.texts.get(&format!("window-tab-{}", tab.name()));
    let response = ui.interact(rect, ui.scope_id().with(("tab", tab.name())), Sense::click());
    let on = state.tab == tab;
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, on, &name));
    let style = if on { fonts::STRONG.sized(14.0) } else { fonts::ROW.sized(14.0) };
    let ink = if on || response.hovered() { palette.ink } else { palette.ink_2 };
    label::paint_line(ui.painter(), (rect.center(), Align2::CENTER_CENTER), &name, style, ink, rect.width());
    if on {
        let line = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 3.0), rect.right_bottom());
        ui.painter().rect_filled(line, 1, palette.accent);
    }
    focus_ring(ui, &response, rect.shrink2(Vec2::new(4.0, 12.0)), 6);
    if response.clicked() {
        out.push(Message::TabChosen(tab));
    }
}
