//! Gatemend.
pub mod model;
