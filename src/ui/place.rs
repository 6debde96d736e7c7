//! Where the window stands, from one start to the next: back there if that monitor is still connected.

/// So far from its corner a window can be taken hold of.
const HOLD: (i32, i32) = (60, 12);

/// Puts the window back. Under Wayland no window may choose its place.
pub fn restore(cx: &eframe::CreationContext<'_>, place: Option<(i32, i32)>) {
    let (Some(window), Some(place)) = (cx.winit_window(), place) else { return };
    for monitor in window.available_monitors() {
        let (mut corner, size) = (monitor.position(), monitor.size());
        if holds((corner.x, corner.y), (size.width, size.height), place) {
            (corner.x, corner.y) = place;
            window.set_outer_position(corner);
            return;
        }
    }
}

/// Where the window stands now, in pixels of all monitors together.
pub fn now(ctx: &egui::Context) -> Option<(i32, i32)> {
    let corner = ctx.input(|input| input.viewport().outer_rect)?.min.to_vec2() * ctx.pixels_per_point();
    Some((corner.x.round() as i32, corner.y.round() as i32))
}

/// Whether a window at this place could be taken hold of on this monitor.
fn holds(corner: (i32, i32), size: (u32, u32), place: (i32, i32)) -> bool {
    let within = |from: i32, length: u32, at: i32| {
        let along = i64::from(at) - i64::from(from);
        (0..i64::from(length)).contains(&along)
    };
    within(corner.0, size.0, place.0.saturating_add(HOLD.0)) && within(corner.1, size.1, place.1.saturating_add(HOLD.1))
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_place_counts_on_its_own_monitor_alone() {
        let (left, right) = (((0, 0), (1920, 1080)), ((1920, -200), (2560, 1440)));
        let on = |monitor: ((i32, i32), (u32, u32)), place| holds(monitor.0, monitor.1, place);
        assert!(on(left, (100, 50)) && !on(right, (100, 50)));
        assert!(on(right, (2000, -180)) && !on(left, (2000, -180)));
        // A little beyond the left edge there is still enough to take hold of; a little before the right one is not.
        assert!(on(left, (-40, 0)) && !on(left, (1900, 0)) && !on(left, (0, 1075)));
    }
}
