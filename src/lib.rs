//! Gatemend.
pub mod model;
pub mod signature;
pub mod text;
