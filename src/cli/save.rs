//! Writes case files and reports.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Trouble, identity, terminal};
use crate::checkup::picture_of;
use crate::model::Case;
use crate::report::{Format, Report, harmless_json, redact, render};
use crate::text::Texts;

/// Refuses report files whose ending says nothing, before any work is done.
///
/// # Errors
/// Names the file and the endings there are.
pub fn check_endings(reports: &[PathBuf]) -> Result<(), Trouble> {
    match reports.iter().find(|path| Format::of_path(path).is_none()) {
        Some(path) => {
            let name = path.display();
            Err(Trouble::Usage(format!("cannot tell the kind of report from {name}; use .html, .md, .txt or .json")))
        }
        None => Ok(()),
    }
}

/// The case as it may leave this device.
pub fn redacted(case: &Case, keep_all: bool) -> Case {
    if keep_all || case.redacted { case.clone() } else { redact::redact_with(case, &identity::of_this_device()) }
}

/// Writes the case file; `-` is standard output.
///
/// # Errors
/// The file cannot be written.
pub fn case_file(case: &Case, path: &Path) -> Result<(), Trouble> {
    let json = serde_json::to_string_pretty(case).map_err(|error| Trouble::Failed(error.to_string()))?;
    let text = harmless_json(&json);
    if path == Path::new("-") {
        terminal::print_raw(text.as_bytes());
        return Ok(());
    }
    write(path, text.as_bytes())
}

/// Writes every report.
///
/// # Errors
/// A file cannot be written.
pub fn reports(case: &Case, texts: &Texts, paths: &[PathBuf]) -> Result<(), Trouble> {
    let picture = picture_of(case);
    let report = Report { case, picture: &picture, texts, speaker_line: super::verdict::speaker_line(case) };
    for path in paths {
        if let Some(format) = Format::of_path(path) {
            write(path, render(&report, format).as_bytes())?;
        }
    }
    Ok(())
}

/// Whole or not at all: a file beside it is written first and then takes its place.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let failed = |error: std::io::Error| Trouble::Failed(format!("cannot write {}: {error}", path.display()));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let special = std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    if special {
        return std::fs::write(path, bytes).map_err(failed);
    }
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    make_ordinary(&beside).map_err(failed)?;
    beside.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Files beside are made for their owner alone; a report is an ordinary file.
#[cfg(unix)]
fn make_ordinary(file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_ordinary(_file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    Ok(())
}
