//! Case files: read with a limit and a clear word, written whole.

use std::path::Path;

use super::{StoreError, read_text, whole};
use crate::model::Case;
use crate::model::case::SCHEMA;
use crate::model::trouble::in_words;
use crate::report::harmless_json;

/// Case files are read up to this size.
const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// No check-up sees half as much. The work of judging grows faster than the case.
const MOST_OBSERVATIONS: usize = 5_000;

/// Said in the window too.
pub const NO_CASE: &str = "it is no case file";

/// Reads a case file; `-` is standard input.
///
/// # Errors
/// Says in one line why it cannot be read.
pub fn read_case(path: &Path) -> Result<Case, StoreError> {
    let unreadable = |error: String| StoreError::Read { path: path.display().to_string(), error };
    let mut bytes = Vec::new();
    read_text(path, SIZE_LIMIT + 1, &mut bytes).map_err(|error| unreadable(in_words(&error)))?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(unreadable("it is larger than 64 MiB".to_owned()));
    }
    // Some editors put a mark in front when they save.
    parse(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).map_err(unreadable)
}

/// The case in these bytes; why there is none, in a few words.
pub(crate) fn parse(bytes: &[u8]) -> Result<Case, String> {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let value: serde_json::Value = match first {
        None => return Err("it is empty".to_owned()),
        Some(b'{') => serde_json::from_slice(bytes).map_err(|error| error.to_string())?,
        Some(_) => return Err(NO_CASE.to_owned()),
    };
    match value.get("schema").and_then(serde_json::Value::as_u64) {
        Some(schema) if schema == u64::from(SCHEMA) => {
            let count = value.get("observations").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
            if count > MOST_OBSERVATIONS {
                return Err(format!("it holds {count} observations; no check-up makes more than {MOST_OBSERVATIONS}"));
            }
            serde_json::from_value(value).map_err(|error| error.to_string())
        }
        Some(schema) => Err(format!("it is of version {schema}, and this program reads version {SCHEMA}")),
        None => Err(NO_CASE.to_owned()),
    }
}

/// Writes the case as JSON.
///
/// # Errors
/// The file cannot be written.
pub fn write_case(case: &Case, path: &Path) -> Result<(), StoreError> {
    let failed =
        |error: serde_json::Error| StoreError::Write { path: path.display().to_string(), error: error.to_string() };
    let json = serde_json::to_string_pretty(case).map_err(failed)?;
    whole::write(path, harmless_json(&json).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_file_without_end_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(SIZE_LIMIT + 1).unwrap();
        let error = read_case(file.path()).unwrap_err().to_string();
        assert!(error.contains("larger than 64 MiB"), "{error}");
    }

    #[test]
    fn a_case_that_no_check_up_makes_is_refused_with_a_word() {
        let case = |count: usize| format!("{{\"schema\":1,\"observations\":[{}]}}", vec!["0"; count].join(","));
        assert!(parse(case(5_001).as_bytes()).is_err_and(|error| error.contains("5001 observations")));
        assert!(parse(case(5_000).as_bytes()).is_err_and(|error| !error.contains("observations;")));
    }
}
