//! The names that reports hide: user, computer, home folder.

use crate::report::redact::Identity;

/// Those of this device, as far as they are known.
pub fn of_this_device() -> Identity {
    let from = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).filter(|value| value.len() > 2);
    let computer = std::fs::read_to_string("/etc/hostname").ok().map(|name| name.trim().to_owned());
    Identity {
        user: from(&["USER", "LOGNAME", "USERNAME"]),
        computer: from(&["HOSTNAME", "COMPUTERNAME"]).or(computer).filter(|name| name.len() > 2),
        home: directories::BaseDirs::new()
            .map(|dirs| dirs.home_dir().display().to_string())
            .filter(|home| home.len() > 3),
    }
}
