//! Whether a process that is started has a console. Part of both programs for Windows.

use std::process::Command;

/// The program has no console, and gets none.
///
/// Its test is `.ci/wine`: that a window which was opened from a console goes on without it is not seen elsewhere.
#[cfg(windows)]
pub fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    /// DETACHED_PROCESS, Win32 process creation flags.
    const DETACHED_PROCESS: u32 = 0x0000_0008;
    command.creation_flags(DETACHED_PROCESS);
}

/// Elsewhere no console opens by itself.
#[cfg(not(windows))]
pub fn without_console(_command: &mut Command) {}
