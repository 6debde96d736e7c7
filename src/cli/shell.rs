//! Completions and the manual page.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Arguments;
use super::{ExitCode, Trouble, terminal};

pub fn completions(shell: Shell) -> Result<ExitCode, Trouble> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "gatemend", &mut text);
    terminal::print_raw(&text);
    Ok(ExitCode::Fine)
}

pub fn man_page() -> Result<ExitCode, Trouble> {
    let mut text = Vec::new();
    let page = clap_mangen::Man::new(Arguments::command());
    page.render(&mut text).map_err(|error| Trouble::Failed(error.to_string()))?;
    terminal::print_raw(&text);
    Ok(ExitCode::Fine)
}
