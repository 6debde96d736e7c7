//! The command line as data.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::SignedDuration;

use crate::model::configuration::Gateway;
use crate::model::ip::ip_and_port;
use crate::model::{Role, StepId};
use crate::report::error_page::RETRY_AFTER;

const EXAMPLES: &str = "\
Examples:
  gatemend shop.example                      check a site, and say who has to act
  gatemend check https://shop.example/cart --report cart.html
  gatemend watch shop.example --every 30s    say when it is back
  gatemend explain 502                       what a status or a cause means
  gatemend logs /var/log/nginx/error.log*    what the server's logs say about a failure
  curl -si https://shop.example | gatemend identify -

Exit status: 0 nothing has to be done, 1 somebody has to act (or it is not known who), 2 wrong use,
3 the check could not be carried out, 130 interrupted. show, identify and explain: 0 when they could
answer. watch: 0 up at the end, 1 down.";

/// Finds where the path to a website breaks, and says who has to act.
#[derive(Debug, Parser)]
#[command(name = "gatemend", version, about, after_help = EXAMPLES, max_term_width = 100, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the window (also what happens without any argument)
    Gui(Gui),
    /// Follow the whole path to a site once, and say who has to act
    Check(Box<Check>),
    /// Keep looking at one site or several, say each change, and end when they are back
    Watch(Watch),
    /// Print a saved case, judged by today's rules where they differ
    Show(Show),
    /// Explain a status (502, 1020), a browser's error or a cause; without one, list the causes
    Explain(Explain),
    /// Say which gateway wrote a pasted error page, head, HAR or sentence
    Identify(Identify),
    /// Say what server logs tell about a failure: what, since when, how often, behind which server
    Logs(Logs),
    /// Write an error page for your site's visitors, and print the lines that make a gateway show it
    ErrorPage(ErrorPage),
    /// Print the completions for a shell
    Completions { shell: Shell },
    /// Print the manual page (for man -l -)
    Man,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RoleArgument {
    /// Somebody who wants to see the page
    Visitor,
    /// Somebody who runs the site
    Owner,
}

impl From<RoleArgument> for Role {
    fn from(role: RoleArgument) -> Role {
        match role {
            RoleArgument::Visitor => Role::Visitor,
            RoleArgument::Owner => Role::Owner,
        }
    }
}

#[derive(Debug, Default, Args)]
pub struct Gui {
    /// Open a saved case
    #[arg(long, value_name = "CASE.json")]
    pub case: Option<PathBuf>,
    /// Read the settings from this file; there the view from other places is switched on ([vantage])
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Fill in this address
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Fill in who asks
    #[arg(long = "as", value_name = "ROLE", requires = "url")]
    pub role: Option<RoleArgument>,
    /// Fill in the address of the server behind the gateway
    #[arg(long, value_name = "IP[:PORT]", value_parser = origin, requires = "url")]
    pub origin: Option<(std::net::IpAddr, Option<u16>)>,
    /// Hand over this log of the site's servers (repeatable)
    #[arg(long, value_name = "FILE")]
    pub log: Vec<PathBuf>,
    /// Hand over this configuration of the site's gateway (repeatable)
    #[arg(long, value_name = "FILE")]
    pub config: Vec<PathBuf>,
    /// Draw with this; without it the one that worked last is tried first, and then the other
    #[arg(long, value_name = "NAME")]
    pub renderer: Option<RendererArgument>,
    /// The file about the crash that this window comes after
    #[arg(long, value_name = "FILE", hide = true)]
    pub after_crash: Option<PathBuf>,
    /// Print a line when the window is open; for the process that opens it apart
    #[arg(long, hide = true)]
    pub tell_when_open: bool,
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RendererArgument {
    /// OpenGL
    Glow,
    /// Vulkan, Metal, Direct3D 12
    Wgpu,
}

impl RendererArgument {
    pub fn name(self) -> &'static str {
        match self {
            RendererArgument::Glow => "glow",
            RendererArgument::Wgpu => "wgpu",
        }
    }

    pub fn other(self) -> Self {
        match self {
            RendererArgument::Glow => RendererArgument::Wgpu,
            RendererArgument::Wgpu => RendererArgument::Glow,
        }
    }
}

#[derive(Debug, Args)]
pub struct Check {
    /// The address, as you would type it into a browser
    #[arg(required_unless_present = "list_contacts")]
    pub url: Vec<String>,
    /// Who asks
    #[arg(long = "as", value_name = "ROLE", default_value = "visitor")]
    pub role: RoleArgument,
    /// Read the settings from this file
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Write the case file; `--json=-` writes it to standard output, and the verdict to standard error
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Write a report: .html, .md, .txt or .json by its ending (repeatable)
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    /// What the browser showed, in its words
    #[arg(long, value_name = "TEXT", conflicts_with = "saw_file")]
    pub saw: Option<String>,
    /// The same from a file
    #[arg(long, value_name = "FILE")]
    pub saw_file: Option<PathBuf>,
    /// For owners: ask the server behind the gateway too, at this address
    #[arg(long, value_name = "IP[:PORT]", value_parser = origin)]
    pub origin: Option<(std::net::IpAddr, Option<u16>)>,
    /// For owners: read this log of the site's servers (repeatable)
    #[arg(long, value_name = "FILE")]
    pub log: Vec<PathBuf>,
    /// For owners: read this configuration of the site's gateway, with what it includes (repeatable)
    #[arg(long, value_name = "FILE")]
    pub config: Vec<PathBuf>,
    /// For owners: this machine is the site's server; look at it too (who listens, sockets, room, memory, services), read only
    #[arg(long)]
    pub on_server: bool,
    /// Send this header too, for sites behind a sign-in; only the site itself gets it (repeatable)
    #[arg(long, value_name = "NAME: VALUE", value_parser = header)]
    pub header: Vec<(String, String)>,
    /// Ask IPv4 addresses only
    #[arg(long, conflicts_with = "ipv6")]
    pub ipv4: bool,
    /// Ask IPv6 addresses only
    #[arg(long)]
    pub ipv6: bool,
    /// No check runs longer
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = duration)]
    pub budget: Duration,
    /// Keep addresses, queries and names in the case file and in reports
    #[arg(long)]
    pub no_redact: bool,
    /// Only these steps
    #[arg(long, value_name = "STEP,…", value_delimiter = ',', value_parser = step, conflicts_with = "skip")]
    pub only: Vec<StepId>,
    /// All but these steps
    #[arg(long, value_name = "STEP,…", value_delimiter = ',', value_parser = step)]
    pub skip: Vec<StepId>,
    /// The language of the texts; else that of the settings, else the system's
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// Print the verdict's sentence only
    #[arg(long, short)]
    pub quiet: bool,
    /// No colours
    #[arg(long)]
    pub no_color: bool,
    /// Say more: every reason with its command, every step
    #[arg(long, short)]
    pub verbose: bool,
    /// Print who is contacted, and contact nobody
    #[arg(long)]
    pub list_contacts: bool,
}

/// When watching ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Until {
    /// When the site is back
    Recovered,
    /// When the time is over
    Time,
}

#[derive(Debug, Args)]
pub struct Watch {
    /// The addresses
    #[arg(required_unless_present = "list")]
    pub url: Vec<String>,
    /// More addresses, from this file: one a line, # begins a comment; `-` for standard input (repeatable)
    #[arg(long, value_name = "FILE")]
    pub list: Vec<PathBuf>,
    /// First pause between two looks; it grows while nothing changes
    #[arg(long, value_name = "TIME", default_value = "15s", value_parser = duration)]
    pub every: Duration,
    /// Stop after this time
    #[arg(long = "for", value_name = "TIME", default_value = "24h", value_parser = duration)]
    pub limit: Duration,
    /// When to end
    #[arg(long, default_value = "recovered")]
    pub until: Until,
    /// Read the settings from this file
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Keep no history of these pages on this device, and go on from none
    #[arg(long)]
    pub no_history: bool,
    /// Print one JSON object a line
    #[arg(long)]
    pub json: bool,
    /// The language of the texts
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// No colours
    #[arg(long)]
    pub no_color: bool,
}

#[derive(Debug, Args)]
pub struct Show {
    /// The case file; `-` for standard input
    pub case: PathBuf,
    /// Write a report: .html, .md, .txt or .json by its ending (repeatable)
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    /// The language of the texts; else that of the settings, else the system's
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// No colours
    #[arg(long)]
    pub no_color: bool,
    /// Every reason with its command, every step
    #[arg(long, short)]
    pub verbose: bool,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// A status (502, "bad gateway"), a browser's error (ERR_CONNECTION_REFUSED) or a cause (origin-refused); without
    /// any, the list of causes
    #[arg(allow_negative_numbers = true)]
    pub what: Vec<String>,
    /// The language of the texts; else that of the settings, else the system's
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
}

/// How an answer is printed.
#[derive(Debug, Args)]
pub struct Printed {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// The language of the texts; else that of the settings, else the system's
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// No colours
    #[arg(long)]
    pub no_color: bool,
}

#[derive(Debug, Args)]
pub struct Identify {
    /// The file; `-` for standard input
    pub file: PathBuf,
    #[command(flatten)]
    pub printed: Printed,
}

const LOGS_STATUS: &str = "\
Exit status: 0 what the lines tell needs nobody to act, 1 somebody has to act, or the lines do not say who,
2 wrong use or a log that cannot be read, 130 interrupted: what was read until then is told.";

#[derive(Debug, Args)]
#[command(after_help = LOGS_STATUS)]
pub struct Logs {
    /// The logs, packed ones too (.gz, .zst, .bz2, .xz); a folder stands for its files, `-` for standard input
    #[arg(required = true)]
    pub file: Vec<PathBuf>,
    /// Nothing before this: 2026-11-22T02:10:11Z, "2026-11-22 02:10" by the log's own clock, or 2h for two hours ago
    #[arg(long, value_name = "TIME")]
    pub since: Option<String>,
    /// Nothing after this
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    /// Read every line as this format, instead of finding out
    #[arg(long, value_name = "NAME")]
    pub format: Option<String>,
    /// Find the requests of a visitor's saved case in these logs, and judge both together
    #[arg(long, value_name = "CASE.json")]
    pub case: Option<PathBuf>,
    /// Read lines by this format of your own first, written as for nginx's log_format or Apache's LogFormat
    #[arg(long, value_name = "TEXT", conflicts_with = "format")]
    pub log_format: Option<String>,
    /// Take the formats of your own from this configuration of nginx or Apache (repeatable)
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub config: Vec<PathBuf>,
    #[command(flatten)]
    pub printed: Printed,
}

/// Gateways that can be told to show a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GatewayArgument {
    Nginx,
    Apache,
    Caddy,
    Haproxy,
}

impl From<GatewayArgument> for Gateway {
    fn from(gateway: GatewayArgument) -> Gateway {
        match gateway {
            GatewayArgument::Nginx => Gateway::Nginx,
            GatewayArgument::Apache => Gateway::Apache,
            GatewayArgument::Caddy => Gateway::Caddy,
            GatewayArgument::Haproxy => Gateway::Haproxy,
        }
    }
}

#[derive(Debug, Args)]
pub struct ErrorPage {
    /// Where to write the page, a file that is not there yet; `-` prints it
    pub file: PathBuf,
    /// Print the lines for this gateway only
    #[arg(long = "for", value_name = "GATEWAY")]
    pub gateway: Option<GatewayArgument>,
    /// How long visitors and machines are asked to wait, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = RETRY_AFTER, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub retry_after: u32,
    /// The language of the page; else the system's
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
}

/// The commands there are, as they are typed.
const COMMANDS: [&str; 10] =
    ["gui", "check", "watch", "show", "explain", "identify", "logs", "error-page", "completions", "man"];

/// Reads the arguments; `gatemend URL` is short for `gatemend check URL`.
pub fn parse(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Arguments, clap::Error> {
    let mut arguments: Vec<std::ffi::OsString> = arguments.into_iter().collect();
    let own = ["-h", "--help", "-V", "--version"];
    match arguments.get(1).and_then(|first| first.to_str()) {
        // `gatemend help check` is `gatemend check --help`.
        Some("help") => {
            arguments.remove(1);
            arguments.truncate(2);
            arguments.push("--help".into());
        }
        Some(first) if !COMMANDS.contains(&first) && !own.contains(&first) => {
            if let Some(text) = mistyped_command(&arguments) {
                return Err(clap::Error::raw(clap::error::ErrorKind::InvalidSubcommand, text));
            }
            arguments.insert(1, "check".into());
        }
        _ => {}
    }
    Arguments::try_parse_from(arguments)
}

/// A word that looks like a command, and is none: `chek shop.example`, or `explian` alone. `example dot com` is an
/// address, and so is `intranet`.
fn mistyped_command(arguments: &[std::ffi::OsString]) -> Option<String> {
    let first = arguments.get(1)?.to_str()?;
    let second = arguments.get(2).and_then(|second| second.to_str());
    let is_word = first.len() < 16
        && first.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && !first.starts_with('-')
        && !first.is_empty();
    let looks_like_address = |text: &str| text.contains('.') || text.contains("://");
    let before_address = second.is_some_and(|second| looks_like_address(second) && !second.starts_with('-'));
    // Of a word alone only a slip in a long one is told: `shop` may be the name of a machine.
    let shortest = if before_address { 3 } else { 5 };
    let near = |most: usize, shortest: usize| {
        let long = COMMANDS.into_iter().filter(move |command| command.len() >= shortest);
        long.into_iter().find(|command| strsim::osa_distance(command, first) <= most)
    };
    let slip = near(1, shortest).or_else(|| near(2, 7));
    if !is_word || !(before_address || slip.is_some()) {
        return None;
    }
    Some(match slip {
        Some(command) => {
            format!("there is no command {first}; did you mean {command}? Of a machine's name: gatemend check {first}")
        }
        None => format!("there is no command {first}; there are {}", COMMANDS.join(", ")),
    })
}

fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "write a time such as 15s, 2m or 1h".to_owned();
    let read: SignedDuration = text.parse().map_err(|_| wrong())?;
    let duration = Duration::try_from(read).map_err(|_| wrong())?;
    let sensible = Duration::from_millis(100)..=Duration::from_secs(30 * 24 * 3600);
    if sensible.contains(&duration) { Ok(duration) } else { Err("write a time from 100ms to 30d".to_owned()) }
}

fn step(text: &str) -> Result<StepId, String> {
    StepId::named(text).ok_or_else(|| {
        let names: Vec<&str> = StepId::ALL.iter().map(|step| step.name()).collect();
        format!("no such step; there are {}", names.join(", "))
    })
}

fn origin(text: &str) -> Result<(std::net::IpAddr, Option<u16>), String> {
    let examples = "192.0.2.7, 192.0.2.7:8080, [2001:db8::7]:8080";
    ip_and_port(text).ok_or_else(|| format!("write an IP address, with a port if need be: {examples}"))
}

fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("write NAME: VALUE")?;
    let name = http::HeaderName::try_from(name.trim()).map_err(|_| "that is no header name")?;
    http::HeaderValue::try_from(value.trim()).map_err(|_| "that is no header value")?;
    let not_ours = ["host", "connection", "content-length", "transfer-encoding", "accept-encoding"];
    if not_ours.contains(&name.as_str()) {
        return Err(format!("the header {name} is Gatemend's own"));
    }
    Ok((name.to_string(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        parse(arguments.iter().map(|argument| (*argument).into()))
    }

    #[test]
    fn the_definition_is_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn an_address_alone_is_a_check() {
        let arguments = parsed(&["gatemend", "shop.test"]).unwrap();
        assert!(matches!(arguments.command, Some(Command::Check(check)) if check.url == ["shop.test"]));
    }

    #[test]
    fn a_slip_in_a_command_is_told_and_a_machines_name_is_an_address() {
        let why = |typed: &[&str]| parsed(typed).unwrap_err().to_string();
        assert!(why(&["gatemend", "chek", "shop.test"]).contains("did you mean check?"));
        assert!(why(&["gatemend", "wacth"]).contains("did you mean watch?"));
        assert!(why(&["gatemend", "ask", "shop.test"]).contains("there are gui, check"));
        for address in ["intranet", "nas", "chess", "example", "shop"] {
            assert!(parsed(&["gatemend", address]).is_ok(), "{address}");
        }
        assert!(parsed(&["gatemend", "example", "dot", "com"]).is_ok());
        // What is empty is an address that is missing.
        assert!(matches!(parsed(&["gatemend", ""]).unwrap().command, Some(Command::Check(_))));
        assert_eq!(parsed(&["gatemend", "help", "check"]).unwrap_err().kind(), clap::error::ErrorKind::DisplayHelp);
        assert_eq!(parsed(&["gatemend", "help"]).unwrap_err().kind(), clap::error::ErrorKind::DisplayHelp);
    }

    #[test]
    fn mistakes_are_refused() {
        for wrong in [
            vec!["gatemend", "check"],
            vec!["gatemend", "check", "x.test", "--budget", "soon"],
            vec!["gatemend", "check", "x.test", "--ipv4", "--ipv6"],
            vec!["gatemend", "check", "x.test", "--only", "magic"],
            vec!["gatemend", "check", "x.test", "--header", "no colon"],
            vec!["gatemend", "check", "x.test", "--header", "Host: evil.test"],
            vec!["gatemend", "check", "x.test", "--header", "X: a\r\nY: b"],
            vec!["gatemend", "--frobnicate"],
            vec!["gatemend", "chek", "shop.test"],
            vec!["gatemend", "explian"],
            vec!["gatemend", "log", "x.log"],
        ] {
            assert!(parsed(&wrong).is_err(), "{wrong:?}");
        }
    }
}
