//! Writes a file whole or not at all: a file beside it is written first and then takes its place.

use std::io::Write;
use std::path::Path;

use super::StoreError;

pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole(path, bytes)
        .map_err(|error| StoreError::Write { path: path.display().to_string(), error: error.to_string() })
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let special = std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    if special {
        return std::fs::write(path, bytes);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    make_ordinary(&beside)?;
    beside.persist(path).map_err(|error| error.error)?;
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
