//! A described world in place of the real one: the same primitives, answered from a description, in virtual time.
//!
//! Delays are `tokio::time` sleeps, so that a test with paused time waits for nothing. The description says how the
//! world is, never in which order it is asked.

pub mod elsewhere;
mod names;
mod net;
mod visits;
pub mod world;

pub use net::{Asked, ScriptedNet, outside};
pub use world::World;
