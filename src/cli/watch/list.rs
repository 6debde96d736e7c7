//! Which sites are watched: those of the command line, and those of lists in files.

use std::path::Path;

use super::super::Trouble;
use super::super::address::{address, refused};
use crate::model::Target;
use crate::model::trouble::in_words;
use crate::store;

/// A list of addresses larger than this is somebody's mistake.
const SIZE_LIMIT: u64 = 1024 * 1024;
/// Each site is a task, and a line at each change.
const MOST: usize = 1_000;

/// Each page once, in the order in which they were named.
///
/// # Errors
/// A file cannot be read, or something in it is no address: each such line is told with its number.
pub fn targets(typed: &[String], lists: &[std::path::PathBuf]) -> Result<Vec<Target>, Trouble> {
    let mut targets = Vec::new();
    for typed in typed {
        targets.push(address(typed)?);
    }
    for path in lists {
        let text = read(path)
            .map_err(|error| Trouble::Usage(format!("cannot read {}: {}", path.display(), in_words(&error))))?;
        let (more, wrong) = lines(&text);
        if !wrong.is_empty() {
            return Err(Trouble::Usage(format!("{}: {}", path.display(), wrong.join("; "))));
        }
        targets.extend(more);
    }
    let mut once: Vec<Target> = Vec::new();
    for target in targets {
        if !once.iter().any(|seen| seen.url == target.url) {
            once.push(target);
        }
    }
    match once.len() {
        0 => Err(Trouble::Usage("the list names no address".to_owned())),
        count if count > MOST => Err(Trouble::Usage(format!("{count} addresses; at most {MOST} are watched at once"))),
        _ => Ok(once),
    }
}

fn read(path: &Path) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    store::read_text(path, SIZE_LIMIT + 1, &mut bytes)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(std::io::Error::other("it is larger than 1 MiB"));
    }
    String::from_utf8(bytes).map_err(|_| std::io::ErrorKind::InvalidData.into())
}

/// One address a line. A comment begins with # at the start of a line or behind a space: addresses may hold one.
fn lines(text: &str) -> (Vec<Target>, Vec<String>) {
    let (mut targets, mut wrong) = (Vec::new(), Vec::new());
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let comment = line.char_indices().find(|(place, c)| {
            *c == '#' && line.get(..*place).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']))
        });
        let typed = comment.map_or(line, |(place, _)| line.get(..place).unwrap_or_default()).trim();
        if typed.is_empty() {
            continue;
        }
        match Target::parse(typed) {
            Ok(target) => targets.push(target),
            Err(error) => wrong.push(format!("line {}: {}", number + 1, refused(typed, &error))),
        }
    }
    (targets, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_passed_over() {
        let (targets, wrong) = lines("# ours\nshop.test\n\n  http://other.test/a#part # why\r\n#last");
        let urls: Vec<&str> = targets.iter().map(|target| target.url.as_str()).collect();
        assert_eq!(urls.len(), 2);
        assert!(urls[1].starts_with("http://other.test/a") && wrong.is_empty(), "{urls:?} {wrong:?}");
    }

    #[test]
    fn every_bad_line_is_told_with_its_number() {
        let (_, wrong) = lines("shop.test\nhttp://\n\nftp://x.test/");
        assert_eq!(wrong.len(), 2);
        assert!(wrong[0].starts_with("line 2: ") && wrong[1].starts_with("line 4: "), "{wrong:?}");
    }

    #[test]
    fn a_page_that_is_named_twice_is_watched_once() {
        let typed = ["shop.test".to_owned(), "https://shop.test/".to_owned(), "shop.test/cart".to_owned()];
        assert_eq!(targets(&typed, &[]).unwrap().len(), 2);
    }
}
