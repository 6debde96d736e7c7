//! Which case a window shows, told to other windows of this program by a lock that ends with the process.

use std::fs::{File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Held as long as the case is shown.
#[derive(Debug)]
pub struct Claim {
    _lock: File,
}

/// Claims this case; `None` where another window has it.
///
/// # Errors
/// There is no folder for locks, or the system has none.
pub fn claim(case: &Path) -> io::Result<Option<Claim>> {
    let dirs = directories::ProjectDirs::from("", "", "gatemend").ok_or(io::ErrorKind::NotFound)?;
    claim_in(&dirs.data_local_dir().join("open"), case)
}

fn claim_in(folder: &Path, case: &Path) -> io::Result<Option<Claim>> {
    std::fs::create_dir_all(folder)?;
    // The case itself is not locked: on Windows nobody else could read it then.
    let lock = File::create(lock_of(folder, case))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(Claim { _lock: lock })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Named by the case's place alone, whichever way it was written.
fn lock_of(folder: &Path, case: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    std::fs::canonicalize(case).unwrap_or_else(|_| case.to_owned()).hash(&mut hasher);
    folder.join(format!("{:016x}.lock", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_claimed_once_and_free_again_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one.json"), folder.path().join("other.json"));
        std::fs::write(&one, "{}").unwrap();
        let claim = claim_in(folder.path(), &one).unwrap();
        assert!(claim.is_some());
        let another_way = folder.path().join(".").join("one.json");
        assert!(claim_in(folder.path(), &another_way).unwrap().is_none());
        assert!(claim_in(folder.path(), &other).unwrap().is_some());
        drop(claim);
        assert!(claim_in(folder.path(), &one).unwrap().is_some());
    }
}
