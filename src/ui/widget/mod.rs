//! Parts used by several screens. They take exactly the data that they draw.

pub mod button;
pub mod card;
pub mod chip;
pub mod control;
pub mod label;
pub mod path;
pub mod qr;
pub mod rows;
pub mod series;
pub mod status_mark;
