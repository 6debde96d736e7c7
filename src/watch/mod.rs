//! The watcher's rules: when to look next, and when a site counts as back. Pure; the looks are made elsewhere.

mod pace;
mod phase;

pub use pace::{Pace, retry_after};
pub use phase::{Change, Look, Watcher};
