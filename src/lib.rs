//! Gatemend.
pub mod model;
pub mod text;
