//! The claim on the case that this window shows; the one before it goes with the next.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Handle;

use crate::store::claim::{Claim, claim};

/// At most one claim at a time.
#[derive(Default)]
pub struct Claims(Arc<Mutex<Option<Claim>>>);

impl Claims {
    pub fn release(&self) {
        put(&self.0, None);
    }

    /// Claims the case beside the frames; `elsewhere` hears that another window has it.
    pub fn take(&self, runtime: &Handle, path: PathBuf, elsewhere: impl FnOnce() + Send + 'static) {
        let held = self.0.clone();
        runtime.spawn_blocking(move || match claim(&path) {
            Ok(Some(claim)) => put(&held, Some(claim)),
            Ok(None) => elsewhere(),
            // Without a place for claims neither window knows of the other.
            Err(_) => {}
        });
    }
}

fn put(held: &Mutex<Option<Claim>>, claim: Option<Claim>) {
    *held.lock().unwrap_or_else(PoisonError::into_inner) = claim;
}
