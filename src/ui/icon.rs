//! Icons as strokes on a grid of 24, drawn at any size.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2};

use super::theme::measure::STROKE_ICON;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Laptop,
    Router,
    Signpost,
    Globe,
    Gate,
    Server,
    Person,
    Wrench,
    Sliders,
    Refresh,
    Bell,
    Pulse,
    Message,
    Check,
    Copy,
    Chevron,
    ChevronDown,
    ArrowRight,
    ArrowLeft,
    Clipboard,
    Download,
    Open,
    Search,
    Lock,
    Info,
    Plus,
    Minus,
    Stop,
    Trash,
    Folder,
}

enum Stroked {
    /// A line through these points.
    Line(&'static [(f32, f32)]),
    Closed(&'static [(f32, f32)]),
    Circle(f32, f32, f32),
    Dot(f32, f32, f32),
    /// Part of a circle: centre, radius, from and to in degrees, clockwise from the right.
    Arc(f32, f32, f32, f32, f32),
}

use Stroked::{Arc, Circle, Closed, Dot, Line};

impl Icon {
    fn strokes(self) -> &'static [Stroked] {
        match self {
            Icon::Laptop => {
                &[Closed(&[(5.0, 5.0), (19.0, 5.0), (19.0, 15.5), (5.0, 15.5)]), Line(&[(2.5, 19.0), (21.5, 19.0)])]
            }
            Icon::Router => &[
                Closed(&[(3.0, 14.0), (21.0, 14.0), (21.0, 20.0), (3.0, 20.0)]),
                Dot(7.0, 17.0, 1.0),
                Dot(10.5, 17.0, 1.0),
                Line(&[(16.0, 14.0), (16.0, 9.5)]),
                Arc(16.0, 9.5, 3.4, 205.0, 335.0),
                Arc(16.0, 9.5, 6.6, 208.0, 332.0),
            ],
            Icon::Signpost => &[
                Line(&[(12.0, 2.5), (12.0, 21.5)]),
                Closed(&[(5.0, 5.0), (17.0, 5.0), (19.5, 7.5), (17.0, 10.0), (5.0, 10.0)]),
                Closed(&[(19.0, 13.0), (8.0, 13.0), (5.5, 15.5), (8.0, 18.0), (19.0, 18.0)]),
            ],
            Icon::Globe => &[
                Circle(12.0, 12.0, 9.0),
                Line(&[(3.0, 12.0), (21.0, 12.0)]),
                Line(&[
                    (12.0, 3.0),
                    (9.4, 5.6),
                    (8.2, 9.0),
                    (8.0, 12.0),
                    (8.2, 15.0),
                    (9.4, 18.4),
                    (12.0, 21.0),
                    (14.6, 18.4),
                    (15.8, 15.0),
                    (16.0, 12.0),
                    (15.8, 9.0),
                    (14.6, 5.6),
                    (12.0, 3.0),
                ]),
            ],
            Icon::Gate => &[
                Line(&[(2.5, 20.5), (21.5, 20.5)]),
                Line(&[(4.5, 20.5), (4.5, 11.5)]),
                Line(&[(19.5, 20.5), (19.5, 11.5)]),
                Arc(12.0, 11.5, 7.5, 180.0, 360.0),
                Line(&[(8.5, 20.5), (8.5, 12.0)]),
                Line(&[(15.5, 20.5), (15.5, 12.0)]),
                Arc(12.0, 12.0, 3.5, 180.0, 360.0),
            ],
            Icon::Server => &[
                Closed(&[(4.0, 3.5), (20.0, 3.5), (20.0, 20.5), (4.0, 20.5)]),
                Line(&[(4.0, 9.2), (20.0, 9.2)]),
                Line(&[(4.0, 14.8), (20.0, 14.8)]),
                Line(&[(7.5, 6.4), (8.5, 6.4)]),
                Line(&[(7.5, 12.0), (8.5, 12.0)]),
                Line(&[(7.5, 17.6), (8.5, 17.6)]),
            ],
            Icon::Person => &[
                Circle(12.0, 7.8, 4.0),
                Line(&[(4.5, 20.5), (5.0, 17.0), (7.0, 15.0), (17.0, 15.0), (19.0, 17.0), (19.5, 20.5)]),
            ],
            Icon::Wrench => &[Closed(&[
                (14.6, 6.4),
                (17.4, 3.6),
                (14.8, 3.2),
                (11.8, 4.8),
                (10.8, 8.0),
                (11.2, 9.8),
                (3.8, 17.2),
                (4.0, 19.6),
                (6.4, 20.2),
                (14.0, 12.6),
                (16.6, 13.0),
                (19.6, 11.4),
                (20.8, 8.4),
                (20.2, 6.4),
                (17.4, 9.2),
                (15.2, 8.8),
            ])],
            Icon::Sliders => &[
                Line(&[(3.0, 6.0), (12.4, 6.0)]),
                Circle(15.0, 6.0, 2.1),
                Line(&[(17.6, 6.0), (21.0, 6.0)]),
                Line(&[(3.0, 12.0), (5.4, 12.0)]),
                Circle(8.0, 12.0, 2.1),
                Line(&[(10.6, 12.0), (21.0, 12.0)]),
                Line(&[(3.0, 18.0), (10.4, 18.0)]),
                Circle(13.0, 18.0, 2.1),
                Line(&[(15.6, 18.0), (21.0, 18.0)]),
            ],
            Icon::Refresh => &[Arc(12.0, 12.0, 8.0, 20.0, 320.0), Line(&[(19.2, 3.4), (19.0, 8.2), (14.2, 8.0)])],
            Icon::Bell => &[
                Line(&[(4.0, 17.5), (20.0, 17.5)]),
                Line(&[(6.0, 17.5), (6.4, 10.0), (8.0, 6.0), (12.0, 4.4), (16.0, 6.0), (17.6, 10.0), (18.0, 17.5)]),
                Line(&[(12.0, 4.4), (12.0, 2.6)]),
                Arc(12.0, 19.2, 2.4, 10.0, 170.0),
            ],
            Icon::Pulse => &[Line(&[(2.0, 12.5), (6.5, 12.5), (9.5, 5.0), (14.0, 19.0), (17.0, 12.5), (22.0, 12.5)])],
            Icon::Message => {
                &[Closed(&[(3.5, 4.0), (20.5, 4.0), (20.5, 16.0), (11.0, 16.0), (6.5, 20.5), (6.5, 16.0), (3.5, 16.0)])]
            }
            Icon::Check => &[Line(&[(4.0, 12.5), (9.5, 18.0), (20.0, 6.0)])],
            Icon::Copy => &[
                Closed(&[(8.5, 8.5), (20.0, 8.5), (20.0, 20.5), (8.5, 20.5)]),
                Line(&[(5.5, 15.5), (4.0, 15.5), (4.0, 3.5), (15.5, 3.5), (15.5, 5.5)]),
            ],
            Icon::Chevron => &[Line(&[(9.0, 5.0), (16.0, 12.0), (9.0, 19.0)])],
            Icon::ChevronDown => &[Line(&[(5.0, 9.0), (12.0, 16.0), (19.0, 9.0)])],
            Icon::ArrowRight => &[Line(&[(4.0, 12.0), (20.0, 12.0)]), Line(&[(13.5, 5.5), (20.0, 12.0), (13.5, 18.5)])],
            Icon::ArrowLeft => &[Line(&[(20.0, 12.0), (4.0, 12.0)]), Line(&[(10.5, 5.5), (4.0, 12.0), (10.5, 18.5)])],
            Icon::Clipboard => &[
                Closed(&[(5.0, 4.5), (19.0, 4.5), (19.0, 21.0), (5.0, 21.0)]),
                Closed(&[(9.0, 2.5), (15.0, 2.5), (15.0, 6.5), (9.0, 6.5)]),
            ],
            Icon::Download => &[
                Line(&[(12.0, 3.0), (12.0, 15.0)]),
                Line(&[(6.5, 9.8), (12.0, 15.2), (17.5, 9.8)]),
                Line(&[(4.0, 20.5), (20.0, 20.5)]),
            ],
            Icon::Open => &[
                Line(&[(11.0, 4.5), (4.5, 4.5), (4.5, 19.5), (19.5, 19.5), (19.5, 13.0)]),
                Line(&[(14.0, 4.0), (20.0, 4.0), (20.0, 10.0)]),
                Line(&[(20.0, 4.0), (11.5, 12.5)]),
            ],
            Icon::Search => &[Circle(10.5, 10.5, 6.5), Line(&[(15.4, 15.4), (21.0, 21.0)])],
            Icon::Lock => &[
                Closed(&[(5.0, 11.0), (19.0, 11.0), (19.0, 20.5), (5.0, 20.5)]),
                Line(&[(8.0, 11.0), (8.0, 7.5)]),
                Line(&[(16.0, 11.0), (16.0, 7.5)]),
                Arc(12.0, 7.5, 4.0, 180.0, 360.0),
            ],
            Icon::Info => &[Circle(12.0, 12.0, 9.0), Line(&[(12.0, 11.0), (12.0, 16.5)]), Dot(12.0, 7.6, 1.2)],
            Icon::Plus => &[Line(&[(12.0, 4.0), (12.0, 20.0)]), Line(&[(4.0, 12.0), (20.0, 12.0)])],
            Icon::Minus => &[Line(&[(4.0, 12.0), (20.0, 12.0)])],
            Icon::Stop => &[Closed(&[(6.0, 6.0), (18.0, 6.0), (18.0, 18.0), (6.0, 18.0)])],
            Icon::Trash => &[
                Line(&[(3.5, 6.0), (20.5, 6.0)]),
                Line(&[(9.0, 6.0), (9.0, 3.5), (15.0, 3.5), (15.0, 6.0)]),
                Line(&[(5.5, 6.0), (6.5, 20.5), (17.5, 20.5), (18.5, 6.0)]),
            ],
            Icon::Folder => &[Closed(&[(3.0, 5.0), (9.5, 5.0), (11.5, 7.5), (21.0, 7.5), (21.0, 19.5), (3.0, 19.5)])],
        }
    }

    /// Draws the icon in the middle of a square of this size.
    pub fn paint(self, painter: &Painter, centre: Pos2, size: f32, colour: Color32) {
        let scale = size / 24.0;
        let origin = centre - Vec2::splat(size / 2.0);
        let at = |x: f32, y: f32| origin + Vec2::new(x, y) * scale;
        let stroke = Stroke::new((STROKE_ICON * size / 22.0).clamp(1.2, 2.6), colour);
        for part in self.strokes() {
            match *part {
                Line(points) => line(painter, points.iter().map(|(x, y)| at(*x, *y)).collect(), stroke, false),
                Closed(points) => line(painter, points.iter().map(|(x, y)| at(*x, *y)).collect(), stroke, true),
                Circle(x, y, radius) => {
                    painter.circle_stroke(at(x, y), radius * scale, stroke);
                }
                Dot(x, y, radius) => {
                    painter.circle_filled(at(x, y), radius * scale, colour);
                }
                Arc(x, y, radius, from, to) => {
                    line(painter, arc(at(x, y), radius * scale, from, to), stroke, false);
                }
            }
        }
    }
}

fn line(painter: &Painter, points: Vec<Pos2>, stroke: Stroke, closed: bool) {
    if closed {
        painter.add(Shape::closed_line(points, stroke));
        return;
    }
    // Round ends.
    for end in [points.first(), points.last()].into_iter().flatten() {
        painter.circle_filled(*end, stroke.width / 2.0, stroke.color);
    }
    painter.add(Shape::line(points, stroke));
}

/// Points of part of a circle, angles in degrees, clockwise from the right.
pub fn arc(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    const POINTS: u8 = 24;
    let point = |index: u8| {
        let angle = (from + (to - from) * f32::from(index) / f32::from(POINTS)).to_radians();
        centre + Vec2::angled(angle) * radius
    };
    (0..=POINTS).map(point).collect()
}

/// The program's mark: a gate whose link is parted.
pub fn mark(painter: &Painter, rect: Rect, ground: Color32, ink: Color32) {
    painter.rect_filled(rect, rect.width() * 0.24, ground);
    let scale = rect.width() / 26.0;
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y) * scale;
    let stroke = Stroke::new(2.3 * scale, ink);
    line(painter, arc(at(13.0, 12.0), 6.2 * scale, 180.0, 360.0), stroke, false);
    line(painter, vec![at(4.6, 16.2), at(8.0, 16.2)], stroke, false);
    line(painter, vec![at(18.0, 16.2), at(21.4, 16.2)], stroke, false);
    painter.circle_filled(at(13.0, 16.2), 2.1 * scale, ink);
    painter.circle_filled(at(8.0, 20.0), 1.3 * scale, ink);
    painter.circle_filled(at(18.0, 20.0), 1.3 * scale, ink);
}
