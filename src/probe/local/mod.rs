//! This device's own settings, and a look at the router.
//!
//! Observations only: nothing here judges, panics or waits for long. What the system forbids or does not have is
//! `NotTried` with the reason; what was tried and ended badly keeps the operating system's number. Apart from the
//! `async` functions everything blocks for a moment on files or on a bounded helper program and belongs into
//! `spawn_blocking`.

pub mod boot;
pub mod browsers;
mod command;
pub mod configuration;
mod file;
pub mod hosts;
pub mod interfaces;
pub mod log;
pub mod name_servers;
pub mod neighbour;
mod no_proxy;
pub mod ping;
pub mod proxies;
pub mod roots;
#[cfg(any(target_os = "linux", test))]
mod routes;
pub mod server;
mod system_proxy;
pub mod trace;
#[cfg(target_os = "linux")]
mod trace_linux;

use std::io;

use crate::model::{Failure, FailureKind, Known};

/// A failed attempt as knowledge: what the system forbids or lacks was not tried, the rest failed.
fn not_seen<T>(error: &io::Error, after_ms: u64) -> Known<T> {
    let failure = Failure::from_io(error, after_ms);
    let lacks_it = error.kind() == io::ErrorKind::Unsupported;
    match failure.kind {
        FailureKind::PermissionDenied => Known::not_tried("not permitted"),
        _ if lacks_it => Known::not_tried("not supported here"),
        _ => Known::Failed(failure),
    }
}
