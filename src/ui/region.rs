//! The window's regions, through which F6 leads: path, content, footer, bar.

use egui::{Context, Id};

/// A region, in the order of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Path,
    Content,
    Footer,
    Bar,
}

const ALL: [Region; 4] = [Region::Path, Region::Content, Region::Footer, Region::Bar];

fn key(region: Region) -> Id {
    Id::unique(("region", region as u8))
}

/// Says which part of a region the focus comes to. The first to say so in a frame is the one.
pub fn mark(ctx: &Context, region: Region, part: Id) {
    let frame = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let is_first = data.get_temp::<(u64, Id)>(key(region)).is_none_or(|(seen, _)| seen != frame);
        if is_first {
            data.insert_temp(key(region), (frame, part));
        }
    });
}

/// Moves the focus to the next region that is there.
pub fn next(ctx: &Context) {
    let frame = ctx.cumulative_pass_nr();
    let here = ctx.data(|data| data.get_temp::<usize>(Id::unique("region-now"))).unwrap_or(ALL.len() - 1);
    for step in 1..=ALL.len() {
        let place = (here + step) % ALL.len();
        let Some(region) = ALL.get(place) else { continue };
        // Only what was drawn a moment ago is still there.
        let marked = ctx.data(|data| data.get_temp::<(u64, Id)>(key(*region)));
        if let Some((_, part)) = marked.filter(|(seen, _)| seen + 2 >= frame) {
            ctx.data_mut(|data| data.insert_temp(Id::unique("region-now"), place));
            ctx.memory_mut(|memory| memory.request_focus(part));
            return;
        }
    }
}
