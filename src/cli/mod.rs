//! The same engine without a window: arguments, live progress, printing, exit status.

pub mod args;
mod check;
mod crash;
mod error_page;
pub mod exit_code;
mod explain;
mod identify;
mod logs;
mod progress;
mod shell;
mod show;
mod terminal;
mod verdict;
mod watch;

use args::{Arguments, Command};

use crate::settings::SettingsError;
use crate::store::StoreError;
pub use check::{engine, runtime};
pub use crash::{carried_out, tell_crashes};
pub use exit_code::ExitCode;

/// Answers arguments that are no command: help and version are printed, a mistake is told in one line.
pub fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        terminal::print(&error.render().ansi().to_string());
        return ExitCode::Fine;
    }
    let text = error.render().to_string();
    // What follows the first mention of the usage is the same for every mistake.
    let told = text.split("\nUsage:").next().unwrap_or_default().split("\nFor more information").next();
    let told = told.unwrap_or_default().trim().trim_start_matches("error:").trim();
    let parts: Vec<&str> = told.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect();
    terminal::complain(&format!("{} (see gatemend --help)", parts.join("; ")));
    ExitCode::Usage
}

/// Runs a command of the command line to its end.
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Some(Command::Check(check)) => check::run(*check),
        Some(Command::Watch(watch)) => watch::run(watch),
        Some(Command::Show(show)) => show::run(show),
        Some(Command::Explain(explain)) => explain::run(&explain),
        Some(Command::Identify(identify)) => identify::run(&identify),
        Some(Command::Logs(logs)) => logs::run(&logs),
        Some(Command::ErrorPage(wish)) => error_page::run(&wish),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man) => shell::man_page(),
        Some(Command::Gui(_)) | None => Err(Trouble::Usage(
            "this build has no window; use `gatemend check URL`, or a build with the feature `gui`".to_owned(),
        )),
    };
    match outcome {
        Ok(_) if terminal::output_was_lost() => {
            complain(&Trouble::Failed("cannot write to standard output".to_owned()))
        }
        Ok(code) => code,
        Err(trouble) => complain(&trouble),
    }
}

/// Says in one line why a command could not do its work, and gives the exit status for it.
pub fn complain(trouble: &Trouble) -> ExitCode {
    terminal::complain(&trouble.to_string());
    trouble.exit_code()
}

/// Tells the process that waits for it that the window is open.
pub fn say_open() {
    terminal::print("open\n");
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Wrong use, or input that cannot be read: exit status 2.
    #[error("{0}")]
    Usage(String),
    /// The work itself could not be done: exit status 3.
    #[error("{0}")]
    Failed(String),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Read { .. } | StoreError::Ending(_) | StoreError::Folder(_) => {
                Trouble::Usage(error.to_string())
            }
            StoreError::Write { .. } => Trouble::Failed(error.to_string()),
        }
    }
}

impl From<SettingsError> for Trouble {
    fn from(error: SettingsError) -> Self {
        Trouble::Usage(format!("cannot {error}"))
    }
}

impl Trouble {
    fn exit_code(&self) -> ExitCode {
        match self {
            Trouble::Usage(_) => ExitCode::Usage,
            Trouble::Failed(_) => ExitCode::Failed,
        }
    }
}
