//! The same engine without a window: arguments, live progress, printing, exit status.

mod address;
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
use crate::store::{NO_CASE, StoreError};
pub use check::{engine, runtime};
pub use crash::{carried_out, tell_crashes};
pub use exit_code::ExitCode;

/// Answers arguments that are no command: help and version are printed, a mistake is told in one line.
pub fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        terminal::print(&error.render().ansi().to_string());
        return ExitCode::Fine;
    }
    terminal::complain(&mistake(&error.render().to_string()));
    ExitCode::Usage
}

/// What the parser says of a mistake, in one line, with where to read on.
fn mistake(rendered: &str) -> String {
    // What follows the first mention of the usage is the same for every mistake.
    let (told, usage) = rendered.split_once("\nUsage:").unwrap_or((rendered, ""));
    let told = told.split("\nFor more information").next().unwrap_or_default();
    let told = told.trim().trim_start_matches("error:").trim();
    // A value that looks like an option is not what somebody means who mistypes one.
    let is_told = |part: &&str| !part.is_empty() && !part.starts_with("tip: to pass");
    let parts: Vec<&str> = told.split("\n\n").map(str::trim).filter(is_told).collect();
    let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let command: Vec<&str> = usage.split_whitespace().take(2).take_while(is_name).collect();
    let command = if command.is_empty() { "gatemend".to_owned() } else { command.join(" ") };
    format!("{} (see {command} --help)", parts.join("; "))
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

/// What to do where an address stands in the place of a file.
fn hint_for(path: &std::path::Path) -> &'static str {
    let is_address = path.to_string_lossy().contains("://");
    if is_address { "; to look at an address: gatemend ADDRESS" } else { "" }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Read { ref path, error: ref why } => {
                let hint = match why.as_str() {
                    NO_CASE => {
                        "; a check-up writes one with --json FILE. `gatemend identify` reads error pages, `gatemend logs` logs"
                    }
                    _ => hint_for(std::path::Path::new(path)),
                };
                Trouble::Usage(format!("{error}{hint}"))
            }
            StoreError::Ending(_) | StoreError::Folder(_) => Trouble::Usage(error.to_string()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_name_the_help_of_their_command_and_no_trick() {
        let said = |typed: &[&str]| {
            let error = args::parse(typed.iter().map(|word| (*word).into())).unwrap_err();
            mistake(&error.render().to_string())
        };
        let role = said(&["gatemend", "check", "shop.test", "--role", "owner"]);
        assert!(role.contains("'--role'") && role.ends_with("(see gatemend check --help)"), "{role}");
        assert!(!role.contains("tip: to pass") && !role.contains('\n'), "{role}");
        let near = said(&["gatemend", "check", "shop.test", "--repot", "x.md"]);
        assert!(near.contains("'--report'"), "{near}");
        assert!(said(&["gatemend", "chek", "shop.test"]).ends_with("(see gatemend --help)"));
    }
}
