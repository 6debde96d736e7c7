//! What the program's exit status says.

use crate::model::Case;

/// The exit status of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitCode {
    /// Nothing has to be done.
    Fine,
    /// Somebody has to act, or it is not known who.
    Fault,
    /// Wrong use or unreadable input.
    Usage,
    /// The check-up could not be carried out.
    Failed,
    /// Ctrl-C.
    Interrupted,
}

impl ExitCode {
    pub fn number(self) -> u8 {
        match self {
            ExitCode::Fine => 0,
            ExitCode::Fault => 1,
            ExitCode::Usage => 2,
            ExitCode::Failed => 3,
            ExitCode::Interrupted => 130,
        }
    }

    /// By the verdict; without one the check-up could not be carried out.
    pub fn of(case: &Case) -> ExitCode {
        match &case.diagnosis {
            Some(diagnosis) if diagnosis.is_fine() => ExitCode::Fine,
            Some(_) => ExitCode::Fault,
            None => ExitCode::Failed,
        }
    }
}
