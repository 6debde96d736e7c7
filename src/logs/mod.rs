//! Server logs: formats, known kinds of lines, and what is counted of them.
//!
//! Everything here is about what stands in the lines. Whose fault it is, is decided elsewhere, from all that was seen.

mod answers;
mod asked;
mod begun;
mod follows;
pub mod format;
mod hits;
mod hours;
pub mod incidents;
mod matcher;
mod pace;
pub mod patterns;
pub mod read;
pub mod scan;
pub mod sign;
mod source;
pub mod statistics;
mod statuses;
mod tally;
mod slots;
mod time_line;
mod traces;
#[cfg(test)]
mod tests;
mod time;
pub mod together;
mod wanted;
mod unpack;

pub use asked::Asked;
pub use read::{Glimpse, Progress, STOPPED, Trouble, summarise};
pub use scan::Wish;
pub use source::{Opened, file, is_readable, open};
pub use unpack::unpacked;
