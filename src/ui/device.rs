//! The browsers of this device, and its network settings.

use std::io::{self, Error, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::model::Browser;
use crate::remedy::System;
use crate::remedy::network;
use crate::remedy::private::{self, Device};

fn here<R>(look: impl FnOnce(&Device<'_>) -> R) -> R {
    let has = |path: &Path| path.exists();
    let env = |name: &str| std::env::var(name).ok();
    look(&Device { has: &has, env: &env })
}

/// Those that are installed.
pub fn installed() -> Vec<Browser> {
    here(|device| private::installed(System::here(), device))
}

/// Opens the page in a private window, and does not wait for it.
///
/// # Errors
/// The browser is not installed, has no way to be asked for one, or could not be started.
pub fn open_privately(browser: Browser, url: &str) -> io::Result<()> {
    let command = here(|device| private::private_window(browser, System::here(), url, device));
    start(command, "browser")
}

/// Whether the system's network settings can be opened.
pub fn has_network_settings() -> bool {
    here(|device| network::network_settings(System::here(), device)).is_some()
}

/// Opens the system's network settings, and does not wait for them.
///
/// # Errors
/// Their program is not known or not installed, or could not be started.
pub fn open_network_settings() -> io::Result<()> {
    start(here(|device| network::network_settings(System::here(), device)), "settings")
}

fn start(command: Option<Vec<String>>, name: &str) -> io::Result<()> {
    let command = command.ok_or_else(|| Error::from(ErrorKind::NotFound))?;
    let (program, arguments) = command.split_first().ok_or_else(|| Error::from(ErrorKind::NotFound))?;
    let quiet = Stdio::null;
    let mut started = Command::new(program).args(arguments).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn()?;
    // Waited for beside everything else, so that no dead process is left behind.
    std::thread::Builder::new().name(name.to_owned()).spawn(move || started.wait())?;
    Ok(())
}
