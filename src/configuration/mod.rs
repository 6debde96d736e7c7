//! Reads a gateway's configuration: text in, facts about one site out. Pure; whoever calls brings the files.
//!
//! Nothing here says what is wrong. What cannot be worked out (conditions, variables of a request) is marked as such and
//! never guessed.

mod keep;
mod nginx;
mod route;
mod sources;

pub use route::{Followed, Target, follow};
pub use sources::{Files, Limits};

use crate::model::configuration::{Configuration, Gateway};
use sources::Sources;

/// Whom the configuration is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    pub host: &'a str,
    /// The port of the address that was asked for.
    pub port: u16,
}

/// What the reader of one gateway finds, before lines are kept and files are told.
struct Found {
    site: Option<crate::model::configuration::Site>,
    other_sites: usize,
    pools: Vec<crate::model::configuration::Pool>,
    main: Vec<crate::model::configuration::Setting>,
}

/// Reads the file at this path, and what it includes.
///
/// # Errors
/// Why it cannot be understood, in a few words with the line: the gateway would not start with it either.
pub fn read(path: &str, files: &mut dyn Files, limits: Limits, wish: &Wish<'_>) -> Result<Configuration, String> {
    let mut sources = Sources::new(files, limits);
    let main = sources.main(path)?;
    let gateway = gateway_of(path, sources.text(main)).ok_or("this is no configuration of a known gateway")?;
    let found = match gateway {
        Gateway::Nginx => nginx::read(&mut sources, main, wish)?,
        Gateway::Haproxy | Gateway::Caddy | Gateway::Apache => {
            return Err("this is no configuration of a known gateway".to_owned());
        }
    };
    Ok(keep::configuration(gateway, sources, found))
}

/// Which program reads such a file, by words that only it knows.
fn gateway_of(_path: &str, text: &str) -> Option<Gateway> {
    let code = || text.lines().map(str::trim_start).filter(|line| !line.starts_with('#'));
    let begins = |words: &[&str]| {
        code().filter(|line| words.iter().any(|word| line.split([' ', '\t', '{']).next() == Some(*word))).count()
    };
    let of_nginx = ["http", "events", "server", "upstream", "location", "server_name", "proxy_pass", "fastcgi_pass"];
    (begins(&of_nginx) > 0 && text.contains('{')).then_some(Gateway::Nginx)
}
