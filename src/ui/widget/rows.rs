//! Rows of different heights below one another. Only those that can be seen are laid out; the others keep the room that
//! they had.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Id, Ui};

/// How far beyond what can be seen rows are drawn: what scrolls in is there.
const BEYOND: f32 = 200.0;

/// How high each row was when it was last drawn; before that, a guess.
#[derive(Clone)]
struct Heights {
    of: u64,
    all: Arc<Mutex<Vec<f32>>>,
}

/// Draws so many rows. `id` names their place in the window, `of` their contents and width, so that heights of others are
/// forgotten. `draw` gets the place of a row.
pub fn rows_ui(
    ui: &mut Ui,
    (id, of): (Id, u64),
    count: usize,
    guess: impl Fn(usize) -> f32,
    mut draw: impl FnMut(&mut Ui, usize),
) {
    let width = ui.available_width();
    let kept = ui.data(|data| data.get_temp::<Heights>(id)).filter(|kept| kept.of == of);
    let heights = kept.unwrap_or_else(|| {
        let new = Heights { of, all: Arc::new(Mutex::new((0..count).map(guess).collect())) };
        ui.data_mut(|data| data.insert_temp(id, new.clone()));
        new
    });
    let mut heights = heights.all.lock();
    ui.spacing_mut().item_spacing.y = 0.0;
    let seen = ui.clip_rect().y_range().expand(BEYOND);
    let mut hidden = 0.0;
    for (place, height) in heights.iter_mut().enumerate() {
        let top = ui.cursor().top() + hidden;
        if top + *height < seen.min || top > seen.max {
            hidden += *height;
            continue;
        }
        ui.add_space(std::mem::take(&mut hidden));
        let drawn = ui.scope(|ui| {
            ui.set_width(width);
            draw(ui, place);
        });
        *height = drawn.response.rect.height();
    }
    ui.add_space(hidden);
}
