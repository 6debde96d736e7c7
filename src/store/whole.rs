//! Writes a file whole or not at all: a file beside it is written first and then takes its place.

use std::io::Write;
use std::path::Path;

use super::StoreError;
use crate::model::trouble::in_words;

pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole(path, bytes)
        .map_err(|error| StoreError::Write { path: path.display().to_string(), error: in_words(&error) })
}

/// The same, after making the folder where it is missing: for the program's own places.
pub fn write_in_own_folder(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    path.parent().map_or(Ok(()), make_folder)?;
    write(path, bytes)
}

pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let failed =
        |error: std::io::Error| StoreError::Write { path: folder.display().to_string(), error: in_words(&error) };
    std::fs::create_dir_all(folder).map_err(failed)
}

/// Writes a file that is not there yet, whole or not at all; fails with `AlreadyExists` where something has that name.
pub fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A name that is taken is said before anything is written.
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    written_beside(path, bytes)?.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let special = std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    if special {
        return std::fs::write(path, bytes);
    }
    written_beside(path, bytes)?.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn written_beside(path: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    make_ordinary(&beside)?;
    // Else a loss of power may leave the new name with nothing in it.
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// Files beside are made for their owner alone; a report is an ordinary file.
#[cfg(unix)]
fn make_ordinary(file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

/// Elsewhere a file has the rights of its folder.
#[cfg(not(unix))]
fn make_ordinary(_file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_written_leaves_what_was_there_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.json");
        write(&path, b"old").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        // A folder in the place of the file is left alone.
        let taken = folder.path().join("taken");
        std::fs::create_dir(&taken).unwrap();
        std::fs::write(taken.join("inside"), b"x").unwrap();
        assert!(write(&taken, b"new").is_err());
        assert_eq!(std::fs::read(taken.join("inside")).unwrap(), b"x");
        let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
    }

    #[test]
    fn an_error_names_the_file_that_was_asked_for_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing").join("r.html");
        let error = write(&path, b"x").unwrap_err().to_string();
        assert!(
            error.contains("r.html") && !error.contains(" at path ") && error.matches("missing").count() == 1,
            "{error}"
        );
        let there = folder.path().join("r.html");
        write(&there, b"x").unwrap();
        assert_eq!(std::fs::read(there).unwrap(), b"x");
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_a_report() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.html");
        write(&path, b"x").unwrap();
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o644);
    }
}
