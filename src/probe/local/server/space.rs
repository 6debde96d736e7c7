//! Room on the file systems where gateways, applications and logs write.

use super::Found;
#[cfg(unix)]
use crate::model::Known;
use crate::model::server::Space;

#[cfg(unix)]
pub const HOW: &[&str] = &["statvfs(2) of / /tmp /var /var/log /var/lib /var/cache /run /dev/shm"];
#[cfg(not(unix))]
pub const HOW: &[&str] = &[];

#[cfg(unix)]
const PATHS: [&str; 8] = ["/", "/tmp", "/var", "/var/log", "/var/lib", "/var/cache", "/run", "/dev/shm"];

#[cfg(unix)]
pub fn look() -> Found<Vec<Space>> {
    use nix::sys::statvfs::{FsFlags, statvfs};
    let mut seen = Vec::new();
    let mut spaces = Vec::new();
    for path in PATHS {
        let Ok(about) = statvfs(path) else { continue };
        let id = about.filesystem_id();
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let fragment = wide(about.fragment_size());
        spaces.push(Space {
            path: path.to_owned(),
            total_bytes: wide(about.blocks()).saturating_mul(fragment),
            free_bytes: wide(about.blocks_available()).saturating_mul(fragment),
            total_files: wide(about.files()),
            free_files: wide(about.files_available()),
            read_only: about.flags().contains(FsFlags::ST_RDONLY),
        });
    }
    let what =
        if spaces.is_empty() { Known::not_tried("no file system could be looked at") } else { Known::Seen(spaces) };
    Found::by(HOW, what)
}

/// The system's numbers, which are narrower on some systems.
#[cfg(unix)]
fn wide(number: impl Into<u64>) -> u64 {
    number.into()
}

#[cfg(not(unix))]
pub fn look() -> Found<Vec<Space>> {
    Found::no_way()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_root_has_a_size_and_each_file_system_stands_once() {
        let found = look();
        let spaces = found.what.seen().unwrap();
        assert_eq!(spaces[0].path, "/");
        assert!(spaces[0].total_bytes > 0 && spaces[0].free_bytes <= spaces[0].total_bytes);
        assert!(spaces.len() <= PATHS.len());
    }
}
