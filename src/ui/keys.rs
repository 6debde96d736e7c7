//! The keyboard's map. No single letters: they belong to what is typed.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::message::Message;
use super::region;
use super::state::{Look, Screen, State, Tab};

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

/// The address field, by the name that focus is asked for.
pub const ADDRESS: &str = "address";

/// Puts the cursor into the address field.
pub fn focus_address(ctx: &egui::Context) {
    ctx.memory_mut(|memory| memory.request_focus(egui::Id::unique(ADDRESS)));
}

/// Turns pressed keys into messages, before the screens see them.
pub fn read(ui: &Ui, state: &State, out: &mut Vec<Message>) {
    let ctx = ui.ctx();
    let pressed = |shortcut: KeyboardShortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut));
    let tabs = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    for (key, tab) in tabs.into_iter().zip(Tab::ALL) {
        if pressed(command(key)) {
            out.push(Message::TabChosen(tab));
        }
    }
    if pressed(command(Key::L)) {
        out.push(Message::AddressWanted);
    }
    if pressed(command(Key::N)) {
        out.push(Message::NewCheckPressed);
    }
    if pressed(command(Key::R)) && !state.running && state.reading.is_some() {
        out.push(Message::CheckPressed);
    }
    // Nothing is saved that is not seen.
    if pressed(command(Key::S)) && state.has_verdict() && state.screen == Screen::Check {
        if state.tab == Tab::Report {
            out.push(Message::SavePressed);
        } else {
            out.push(Message::TabChosen(Tab::Report));
        }
    }
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F6)) {
        region::next(ctx);
    }
    if pressed(command(Key::O)) {
        out.push(Message::ChooseCasePressed);
    }
    if pressed(command(Key::Comma)) {
        out.push(Message::ScreenChosen(Screen::Settings));
    }
    if pressed(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::C)) {
        let sees_the_switches = state.screen == Screen::Check && state.tab == Tab::Report;
        out.push(if sees_the_switches { Message::TicketCopied } else { Message::MessageCopied });
    }
    if cfg!(debug_assertions) && pressed(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::G)) {
        out.push(Message::ScreenChosen(Screen::Gallery));
    }
    zoom(ui, state.look, out);
    screens(ui, state, out);
    for path in
        ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect::<Vec<_>>())
    {
        out.push(Message::FileDropped(path));
    }
}

fn zoom(ui: &Ui, look: Look, out: &mut Vec<Message>) {
    let pressed = |key| ui.ctx().input_mut(|input| input.consume_shortcut(&command(key)));
    let mut to = None;
    if pressed(Key::Plus) || pressed(Key::Equals) {
        to = Some(look.zoom + 0.1);
    }
    if pressed(Key::Minus) {
        to = Some(look.zoom - 0.1);
    }
    if pressed(Key::Num0) {
        to = Some(1.0);
    }
    if let Some(zoom) = to {
        let zoom = (zoom.clamp(0.8, 2.5) * 10.0).round() / 10.0;
        out.push(Message::LookChanged(Look { zoom, ..look }));
    }
}

/// Escape stops and closes; Alt with an arrow goes from tab to tab.
fn screens(ui: &Ui, state: &State, out: &mut Vec<Message>) {
    let pressed = |modifiers, key| ui.ctx().input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::Escape) {
        match state.screen {
            Screen::Settings | Screen::Gallery => out.push(Message::BackPressed),
            Screen::Check if state.guided.is_some() => out.push(Message::GuidedClosed),
            Screen::Check if state.running => out.push(Message::StopPressed),
            Screen::Start if state.waiting.is_some() => out.push(Message::WaitingStopped),
            Screen::Start if state.contacts_open => out.push(Message::ContactsToggled),
            _ => {}
        }
    }
    let place = Tab::ALL.iter().position(|tab| *tab == state.tab).unwrap_or(0);
    if pressed(Modifiers::ALT, Key::ArrowRight)
        && let Some(tab) = Tab::ALL.get(place + 1)
    {
        out.push(Message::TabChosen(*tab));
    }
    if pressed(Modifiers::ALT, Key::ArrowLeft) {
        match place.checked_sub(1).and_then(|before| Tab::ALL.get(before)) {
            Some(tab) => out.push(Message::TabChosen(*tab)),
            None if state.screen == Screen::Check && !state.running => out.push(Message::NewCheckPressed),
            None => {}
        }
    }
}
