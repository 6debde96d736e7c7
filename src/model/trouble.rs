//! Why the operating system would not do something with a file: the kinds that a person can act on, in plain words.
//!
//! The words stand in cases and messages as they are here; `text` says them in the reader's language.

use std::io;
use std::path::Path;

/// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION (Windows' system error codes); the standard library has no kind for them.
const TAKEN_ON_WINDOWS: [i32; 2] = [32, 33];

/// The kind in plain words; where it is none of these, the system's own words, marked as such.
pub fn in_words(error: &io::Error) -> String {
    match known(error, cfg!(windows)) {
        Some(words) => words.to_owned(),
        None if error.raw_os_error().is_some() => format!("the system reports an error ({})", system_words(error)),
        None => system_words(error),
    }
}

/// Whether the path is one of the shell's own pipes, as in `<(command)`: those have their writer, and so an end.
pub fn is_the_shells(path: &Path) -> bool {
    ["/dev/fd", "/dev/stdin", "/proc/self/fd"].iter().any(|own| path.starts_with(own))
}

fn known(error: &io::Error, on_windows: bool) -> Option<&'static str> {
    use io::ErrorKind as K;
    Some(match error.kind() {
        K::NotFound => "there is no such file or folder",
        K::PermissionDenied => "access is not permitted",
        K::AlreadyExists => "something of that name is there already",
        K::NotADirectory => "a part of its path is no folder",
        K::IsADirectory => "it is a folder",
        K::ReadOnlyFilesystem => "the drive can only be read",
        K::StorageFull => "the drive is full",
        K::QuotaExceeded => "this user has no disk space left",
        K::FileTooLarge => "it is too large",
        K::InvalidFilename => "its name is too long, or not allowed here",
        K::ResourceBusy | K::ExecutableFileBusy => "another program is using it",
        K::UnexpectedEof => "it ends too early",
        // Without words of its own it comes from reading as UTF-8.
        K::InvalidData if error.get_ref().is_none() => "it is no text",
        _ if on_windows && error.raw_os_error().is_some_and(|code| TAKEN_ON_WINDOWS.contains(&code)) => {
            "another program is using it"
        }
        _ => return None,
    })
}

/// What the system said, without the name of the file beside it, which nobody asked for and which stands at the end.
fn system_words(error: &io::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at path ").map_or(text.as_str(), |(system, _)| system).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_can_act_on_is_said_plainly() {
        let folder = tempfile::tempdir().unwrap();
        let open = |path: &str| in_words(&std::fs::File::open(folder.path().join(path)).unwrap_err());
        assert_eq!(open("none"), "there is no such file or folder");
        assert_eq!(
            in_words(&std::fs::create_dir(folder.path()).unwrap_err()),
            "something of that name is there already"
        );
        std::fs::write(folder.path().join("bytes"), [0xff, 0xfe]).unwrap();
        let error = std::fs::read_to_string(folder.path().join("bytes")).unwrap_err();
        assert_eq!(in_words(&error), "it is no text");
        assert_eq!(in_words(&io::ErrorKind::StorageFull.into()), "the drive is full");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn numbers_of_linux_become_these_words() {
        // ENOSPC, EROFS, ENAMETOOLONG, EISDIR, EACCES, EDQUOT
        let told = [28, 30, 36, 21, 13, 122].map(|code| in_words(&io::Error::from_raw_os_error(code)));
        let words = [
            "the drive is full",
            "the drive can only be read",
            "its name is too long, or not allowed here",
            "it is a folder",
            "access is not permitted",
            "this user has no disk space left",
        ];
        assert_eq!(told, words);
        // EIO: nobody can act on it, so it stays what the system called it.
        let told = in_words(&io::Error::from_raw_os_error(5));
        assert!(told.starts_with("the system reports an error (") && told.ends_with("(os error 5))"), "{told}");
    }

    #[test]
    fn a_file_that_is_taken_is_one_on_windows_alone() {
        let error = io::Error::from_raw_os_error(32);
        assert_eq!(known(&error, true), Some("another program is using it"));
        assert_ne!(known(&error, false), Some("another program is using it"));
    }

    #[test]
    fn words_of_our_own_stay() {
        assert_eq!(in_words(&io::Error::other("it is larger than 1 MiB")), "it is larger than 1 MiB");
    }
}
