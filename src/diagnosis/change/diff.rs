//! A unified diff (POSIX diff, option -u), out of single lines with those that were kept around them.

use std::collections::BTreeMap;

use super::edit::Edit;
use crate::model::configuration::ConfigFile;

/// Lines that stay, on each side of a change.
const CONTEXT: usize = 3;

/// The diff of the file, or `None` where a path or a line is none that a diff can hold.
pub fn unified(file: &ConfigFile, lines: &BTreeMap<usize, &str>, edits: &BTreeMap<usize, &Edit>) -> Option<String> {
    let path = path(&file.path)?;
    let sound = |text: &str| !text.trim_end_matches('\r').chars().any(|c| c.is_control() && c != '\t');
    if !lines.values().all(|text| sound(text)) || edits.is_empty() {
        return None;
    }
    let mut out = format!("--- {path}\n+++ {path}\n");
    let mut shift = 0_isize;
    for (first, last) in hunks(lines, edits) {
        let mut body = String::new();
        let (mut old, mut new) = (0_usize, 0_usize);
        for number in first..=last {
            let text = lines.get(&number)?;
            // Only the last line of a file can lack its end.
            let end =
                if number == file.lines && !file.ends_with_newline { "\n\\ No newline at end of file\n" } else { "\n" };
            let edit = edits.get(&number);
            for line in edit.iter().flat_map(|edit| &edit.before) {
                body.push_str(&format!("+{line}\n"));
                new += 1;
            }
            let instead = edit.and_then(|edit| edit.instead.as_ref());
            let grows = edit.is_some_and(|edit| !edit.after.is_empty());
            match instead {
                Some(line) => {
                    body.push_str(&format!("-{text}{end}+{line}{}", if grows { "\n" } else { end }));
                }
                None if grows && end.len() > 1 => body.push_str(&format!("-{text}{end}+{text}\n")),
                None => body.push_str(&format!(" {text}{end}")),
            }
            old += 1;
            new += 1;
            for line in edit.iter().flat_map(|edit| &edit.after) {
                body.push_str(&format!("+{line}\n"));
                new += 1;
            }
        }
        let start = first.checked_add_signed(shift)?;
        out.push_str(&format!("@@ -{first},{old} +{start},{new} @@\n{body}"));
        shift += isize::try_from(new).ok()? - isize::try_from(old).ok()?;
    }
    Some(out)
}

/// First and last line of each hunk: the changed lines with their neighbours as far as they were kept without a gap.
fn hunks(lines: &BTreeMap<usize, &str>, edits: &BTreeMap<usize, &Edit>) -> Vec<(usize, usize)> {
    let mut hunks: Vec<(usize, usize)> = Vec::new();
    for changed in edits.keys().copied() {
        let up = (1..=CONTEXT).take_while(|step| changed > *step && lines.contains_key(&(changed - step))).count();
        let down = (1..=CONTEXT).take_while(|step| lines.contains_key(&(changed + step))).count();
        let (first, last) = (changed - up, changed + down);
        match hunks.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
            _ => hunks.push((first, last)),
        }
    }
    hunks
}

/// The path as patch and git take it: neither absolute nor leading upwards. It begins at the root then.
fn path(path: &str) -> Option<&str> {
    let relative = path.trim_start_matches('/');
    let plain = !relative.is_empty()
        && !relative.split('/').any(|part| part == "..")
        && !relative.chars().any(|c| c.is_control() || c.is_whitespace() || "\"\\:".contains(c));
    plain.then_some(relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(lines: usize, ends_with_newline: bool) -> ConfigFile {
        ConfigFile { path: "/etc/x.conf".to_owned(), lines, ends_with_newline, exact: true }
    }

    fn made(text: &str, edits: &[(usize, Edit)]) -> Option<String> {
        let lines = text.split_terminator('\n').enumerate().map(|(number, line)| (number + 1, line)).collect();
        let edits = edits.iter().map(|(line, edit)| (*line, edit)).collect();
        unified(&file(text.split_terminator('\n').count(), text.ends_with('\n')), &lines, &edits)
    }

    fn instead(line: &str) -> Edit {
        Edit { instead: Some(line.to_owned()), ..Edit::default() }
    }

    #[test]
    fn changes_that_are_near_share_a_hunk_and_others_have_their_own() {
        let text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n";
        let added = Edit { after: vec!["new".to_owned()], ..Edit::default() };
        let diff = made(text, &[(2, added), (4, instead("four")), (13, instead("end"))]).unwrap();
        assert_eq!(
            diff,
            "--- etc/x.conf\n+++ etc/x.conf\n@@ -1,7 +1,8 @@\n 1\n 2\n+new\n 3\n-4\n+four\n 5\n 6\n 7\n\
             @@ -10,4 +11,4 @@\n 10\n 11\n 12\n-13\n+end\n"
        );
    }

    #[test]
    fn a_last_line_without_an_end_is_told() {
        let diff = made("1\n2", &[(2, instead("two"))]).unwrap();
        assert!(diff.ends_with("-2\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n"), "{diff}");
    }

    #[test]
    fn what_no_diff_can_hold_gives_none() {
        assert_eq!(made("1\n2\u{1b}[2J\n", &[(1, instead("x"))]), None);
        assert_eq!(made("1\n", &[]), None);
        for evil in ["/", "../x", "/etc/../x", "/a b", "/a\nb", "C:\\nginx.conf"] {
            assert_eq!(path(evil), None, "{evil:?}");
        }
    }
}
