//! Where the parts of the picture stand.

use egui::{Pos2, Rect};

use super::Form;
use crate::model::path::Break;

/// Measures of one form, in points from the picture's upper left corner.
pub struct Layout {
    pub form: Form,
    pub height: f32,
    pub radius: f32,
    /// Height of the line through the stations.
    pub line: f32,
    pub bracket: Option<f32>,
    /// Thickness of a link, air between ring and link, opening of a break, size of its mark.
    pub link: f32,
    pub air: f32,
    pub opening: f32,
    pub mark: f32,
    pub badge: f32,
    inset: f32,
    pitch: f32,
}

impl Layout {
    pub fn of(form: Form, width: f32) -> Self {
        let (height, radius, line, bracket, inset) = match form {
            Form::Full => (184.0, 24.0, 90.0, Some(34.0), 80.0),
            Form::Slim => (92.0, 15.0, 40.0, None, 60.0),
            Form::Compact => (124.0, 17.0, 72.0, Some(30.0), 34.0),
            Form::Mini => (28.0, 7.0, 14.0, None, 10.0),
        };
        let inset = if width < 420.0 && form == Form::Slim { 30.0 } else { inset };
        let pitch = (width - 2.0 * inset) / 5.0;
        let (link, air, opening, mark, badge) = match form {
            Form::Full => (6.0, 8.0, 44.0, 24.0, 18.0),
            Form::Slim => (4.0, 6.0, 24.0, 16.0, 13.0),
            Form::Compact => (4.0, 4.0, 22.0, 14.0, 13.0),
            Form::Mini => (3.0, 3.0, 12.0, 9.0, 0.0),
        };
        Layout { form, height, radius, line, bracket, link, air, opening, mark, badge, inset, pitch }
    }

    pub fn centre(&self, rect: Rect, index: usize) -> Pos2 {
        Pos2::new(rect.left() + self.inset + self.pitch * index as f32, rect.top() + self.line).round()
    }

    /// Both ends of the link that leads to this station.
    pub fn ends(&self, rect: Rect, to: usize) -> (Pos2, Pos2) {
        let away = egui::vec2(self.radius + self.air, 0.0);
        (self.centre(rect, to.saturating_sub(1)) + away, self.centre(rect, to) - away)
    }

    /// Width of the column that a station's words may fill.
    pub fn column(&self) -> f32 {
        self.pitch.min(176.0) - 6.0
    }

    /// Half of what a bracket reaches beyond its stations; never out of the picture, however wide it is.
    pub fn reach(&self) -> f32 {
        (self.pitch / 2.0 - 20.0).clamp(self.radius - 4.0, 66.0_f32.min(self.inset - 2.0))
    }

    pub fn x_of(&self, rect: Rect, place: Break) -> f32 {
        match place {
            Break::At(index) => self.centre(rect, index).x,
            Break::Before(index) => {
                let (from, to) = self.ends(rect, index);
                (from.x + to.x) / 2.0
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stay_within_the_picture_and_around_their_stations() {
        for form in [Form::Full, Form::Compact] {
            for width in [300.0, 440.0, 640.0, 1_100.0, 2_000.0] {
                let layout = Layout::of(form, width);
                let rect = Rect::from_min_size(Pos2::ZERO, egui::vec2(width, layout.height));
                let reach = layout.reach();
                assert!(
                    layout.centre(rect, 0).x - reach >= 0.0 && layout.centre(rect, 5).x + reach <= width,
                    "{form:?} {width}"
                );
                assert!(reach >= layout.radius - 4.0);
            }
        }
    }
}
