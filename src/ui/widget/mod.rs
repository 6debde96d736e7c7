//! Parts used by several screens. They take exactly the data that they draw.

pub mod card;
pub mod path;
pub mod status_mark;
