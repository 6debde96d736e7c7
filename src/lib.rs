//! Gatemend.
#![forbid(unsafe_code)]

pub mod attempt;
pub mod checkup;
pub mod cli;
pub mod diagnosis;
pub mod engine;
pub mod evidence;
pub mod model;
pub mod plan;
pub mod probe;
pub mod report;
pub mod settings;
pub mod signature;
pub mod step;
pub mod store;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
pub mod watch;
