//! Gatemend.
pub mod model;
pub mod probe;
pub mod text;
