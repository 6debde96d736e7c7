//! Gatemend.
pub mod model;
pub mod report;
pub mod text;
