//! Primitives on the outside world. They say what they saw and never what it means.

pub mod local;
