//! A crash, told on standard error. It ends with status 3: the work could not be carried out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{ExitCode, terminal};
use crate::crash::{self, Crash};

/// From here on no part of this program breaks in silence.
pub fn tell_crashes() {
    crash::install(crash::folder(), |crash| terminal::complain(&in_words(crash)));
}

/// Carries this out; where it breaks off, it could not be carried out.
pub fn carried_out(work: impl FnOnce() -> ExitCode) -> ExitCode {
    // What it was at is not looked at again.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(ExitCode::Failed)
}

fn in_words(crash: &Crash) -> String {
    let what = format!("a part of this program broke, at {}; this is a mistake of Gatemend's own", crash.place);
    match &crash.file {
        Some(file) => format!(
            "{what}. What is known about it is in {}, without any address and anything you typed: please send it to \
             its makers",
            file.display()
        ),
        None => format!("{what}. It could not be written down"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_names_its_place_and_its_file() {
        let crash = Crash { file: Some("/x/crash-1.txt".into()), place: "src/a.rs:1".into() };
        let told = in_words(&crash);
        assert!(told.contains("src/a.rs:1") && told.contains("/x/crash-1.txt"), "{told}");
        assert!(in_words(&Crash { file: None, ..crash }).contains("could not be written down"));
    }

    #[test]
    fn work_that_breaks_off_could_not_be_carried_out() {
        assert_eq!(carried_out(|| ExitCode::Fine), ExitCode::Fine);
        assert_eq!(carried_out(|| panic!("for this test")), ExitCode::Failed);
    }
}
