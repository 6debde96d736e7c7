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

/// One page for all commands; what a command takes stands in its own section, since it has no page of its own.
pub fn man_page() -> Result<ExitCode, Trouble> {
    let text = man_text().map_err(|error| Trouble::Failed(error.to_string()))?;
    terminal::print_raw(&text);
    Ok(ExitCode::Fine)
}

fn man_text() -> std::io::Result<Vec<u8>> {
    let mut command = Arguments::command();
    command.build();
    let mut text = Vec::new();
    let page = clap_mangen::Man::new(command.clone());
    page.render_title(&mut text)?;
    page.render_name_section(&mut text)?;
    page.render_synopsis_section(&mut text)?;
    page.render_description_section(&mut text)?;
    page.render_options_section(&mut text)?;
    text.extend_from_slice(b".SH COMMANDS\n");
    for one in command.get_subcommands_mut() {
        let help = one.render_long_help().to_string();
        text.extend_from_slice(format!(".SS gatemend {}\n.nf\n", roff(one.get_name())).as_bytes());
        for line in help.lines() {
            text.extend_from_slice(format!("{}\n", roff(line.trim_end())).as_bytes());
        }
        text.extend_from_slice(b".fi\n");
    }
    page.render_extra_section(&mut text)?;
    page.render_version_section(&mut text)?;
    Ok(text)
}

/// A line in which troff sees no requests and no escapes.
fn roff(line: &str) -> String {
    let escaped = line.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_sends_nobody_to_pages_that_are_not_there() {
        let text = String::from_utf8(man_text().unwrap()).unwrap();
        assert!(!text.contains("(1)\n") && !text.replace("\\-", "-").contains("gatemend-check(1)"), "{text}");
        let plain = text.replace("\\-", "-");
        for told in ["--no-redact", "gatemend watch", "gatemend identify", "Exit status"] {
            assert!(plain.contains(told), "{told}");
        }
    }

    #[test]
    fn no_line_is_a_request() {
        assert_eq!(roff(".html"), "\\&.html");
        assert_eq!(roff("a\\b-c"), "a\\eb\\-c");
    }
}
