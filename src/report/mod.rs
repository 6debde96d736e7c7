//! Reports.
pub mod redact;
