//! The names that a case hides before it leaves this device: user, computer, home folder.

use super::compact::compact;
use crate::model::{Case, Known, Seen};
use crate::report::redact::{self, Hide, Identity};

/// The case as it may leave this device; `keep_all` hides nothing but the credentials that stand in logs.
pub fn redacted(case: &Case, keep_all: bool) -> Case {
    if !keep_all {
        return redacted_as(case, Hide::ALL);
    }
    let mut case = case.clone();
    compact(&mut case);
    for observation in &mut case.observations {
        if let Seen::Log { log: Known::Seen(log), .. } = &mut observation.seen {
            *log = redact::log(log);
        }
    }
    case
}

/// The case as it may leave this device, with stand-ins for what is to be hidden and for every credential.
pub fn redacted_as(case: &Case, hide: Hide) -> Case {
    let mut case = case.clone();
    compact(&mut case);
    if case.redacted { case } else { redact::redact_as(&case, &of_this_device(), hide) }
}

/// Those of this device, as far as they are known. Shorter names would hide too much else.
fn of_this_device() -> Identity {
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
