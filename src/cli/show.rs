//! `gatemend show`: a saved case, and what today's rules make of it.

use std::io::Read;
use std::path::Path;

use super::args::Show;
use super::verdict::{Detail, in_words};
use super::{ExitCode, Trouble, check, save, terminal};
use crate::checkup::judge_anew;
use crate::model::Case;
use crate::model::case::SCHEMA;

/// Case files are read up to this size.
const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

pub fn run(show: Show) -> Result<ExitCode, Trouble> {
    terminal::colours(show.no_color);
    let texts = check::texts(&show.lang)?;
    save::check_endings(&show.report)?;
    let case = read(&show.case)?;
    let detail = if show.verbose { Detail::Everything } else { Detail::Usual };
    let stands = case.diagnosis.is_some();
    let anew = judge_anew(&case, &texts);
    terminal::print(&in_words(&case, &texts, detail));
    let claim = |case: &Case| case.diagnosis.as_ref().map(|diagnosis| (diagnosis.fault, diagnosis.cause));
    if claim(&case) != claim(&anew) {
        let heading = if stands { "cli-judged-anew" } else { "cli-judged-first" };
        terminal::print(&format!("\n{}\n{}", terminal::bold(&texts.get(heading)), in_words(&anew, &texts, detail)));
    }
    save::reports(&save::redacted(&case, false), &texts, &show.report)?;
    Ok(ExitCode::Fine)
}

/// Reads a case file.
///
/// # Errors
/// Says in one line why it cannot be read.
pub fn read(path: &Path) -> Result<Case, Trouble> {
    let name = path.display();
    let unreadable = |error: String| Trouble::Usage(format!("cannot read the case in {name}: {error}"));
    let mut bytes = Vec::new();
    let read = |source: &mut dyn Read, bytes: &mut Vec<u8>| source.take(SIZE_LIMIT + 1).read_to_end(bytes);
    if path == Path::new("-") {
        read(&mut std::io::stdin().lock(), &mut bytes).map_err(|error| unreadable(error.to_string()))?;
    } else {
        let mut file = std::fs::File::open(path).map_err(|error| unreadable(error.to_string()))?;
        read(&mut file, &mut bytes).map_err(|error| unreadable(error.to_string()))?;
    }
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(unreadable("it is larger than 64 MiB".to_owned()));
    }
    let value: serde_json::Value = serde_json::from_slice(&bytes).map_err(|error| unreadable(error.to_string()))?;
    match value.get("schema").and_then(serde_json::Value::as_u64) {
        Some(schema) if schema == u64::from(SCHEMA) => {}
        Some(schema) => {
            return Err(unreadable(format!("it is of version {schema}, and this program reads version {SCHEMA}")));
        }
        None => return Err(unreadable("it is no case file".to_owned())),
    }
    serde_json::from_value(value).map_err(|error| unreadable(error.to_string()))
}
