//! Changes to single lines of a configuration, as far as the lines were kept and say what the change expects of them.
//! Where a line is written in a way that leaves a doubt there is no change, rather than a wrong one.

use std::collections::BTreeMap;

use super::diff;
use crate::model::configuration::{Configuration, Place, Route, Scope};

/// What becomes of one line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    pub before: Vec<String>,
    /// In its place; `None` where it stays.
    pub instead: Option<String>,
    pub after: Vec<String>,
}

/// Changes in the making.
pub struct Editor<'c> {
    configuration: &'c Configuration,
    edits: BTreeMap<Place, Edit>,
}

impl<'c> Editor<'c> {
    pub fn new(configuration: &'c Configuration) -> Self {
        Editor { configuration, edits: BTreeMap::new() }
    }

    pub fn configuration(&self) -> &'c Configuration {
        self.configuration
    }

    /// The line as it is by now.
    fn line(&self, place: Place) -> Option<&str> {
        let changed = self.edits.get(&place).and_then(|edit| edit.instead.as_deref());
        changed.or_else(|| self.configuration.line(place))
    }

    fn instead(&mut self, place: Place, line: String) {
        self.edits.entry(place).or_default().instead = Some(line);
    }

    /// Puts a word in the place of another that stands in the line once.
    pub fn replace_word(&mut self, place: Place, old: &str, new: &str) -> Option<()> {
        let line = self.line(place)?.to_owned();
        let mut found = words(&line, old);
        let (start, end) = (found.next()?, found.next());
        if end.is_some() {
            return None;
        }
        let changed = format!("{}{new}{}", line.get(..start)?, line.get(start + old.len()..)?);
        self.instead(place, changed);
        Some(())
    }

    /// Sets a directive of nginx for a route: where its own block or its site's sets it, there; otherwise by a new line
    /// in its block, so that no other route changes.
    pub fn set(&mut self, route: &Route, name: &str, value: &str) -> Option<()> {
        match route.setting(name).filter(|setting| setting.scope >= Scope::Site) {
            Some(setting) => self.replace_value(setting.place, name, &setting.value, value),
            None => self.insert_inside(route.place, "location", &format!("{name} {value};")),
        }
    }

    /// Gives a directive that stands in the line once another value.
    pub fn replace_value(&mut self, place: Place, name: &str, old: &str, new: &str) -> Option<()> {
        let line = self.line(place)?.to_owned();
        let mut found = words(&line, name);
        let start = found.next()?;
        if found.next().is_some() {
            return None;
        }
        let values_start = start + name.len();
        let rest = line.get(values_start..)?;
        let values = rest.get(..rest.find(';')?)?;
        // Quotes and comments within would make another value of it.
        if values.split_whitespace().collect::<Vec<_>>().join(" ") != old {
            return None;
        }
        let changed = format!("{} {new}{}", line.get(..values_start)?, line.get(values_start + values.len()..)?);
        self.instead(place, changed);
        Some(())
    }

    /// Puts a directive at the beginning of the block that opens in this line.
    pub fn insert_inside(&mut self, place: Place, block: &str, directive: &str) -> Option<()> {
        let line = self.line(place)?.to_owned();
        let mut found = words(&line, block);
        let start = found.next()?;
        if found.next().is_some() || line.matches('{').count() > 1 {
            return None;
        }
        let Some(open) = line.get(start..)?.find('{').map(|at| start + at) else {
            // The brace may stand alone in the next line.
            let next = Place { line: place.line + 1, ..place };
            let brace = self.configuration.line(next).filter(|text| text.trim() == "{")?;
            let indent = self.indent_within(next, brace);
            self.add_after(next, format!("{indent}{directive}{}", line_end(&line)));
            return Some(());
        };
        let rest = line.get(open + 1..)?;
        if rest.trim().is_empty() || rest.trim_start().starts_with('#') {
            let indent = self.indent_within(place, &line);
            self.add_after(place, format!("{indent}{directive}{}", line_end(&line)));
        } else {
            let changed = format!("{} {directive}{rest}", line.get(..=open)?);
            self.instead(place, changed);
        }
        Some(())
    }

    fn add_after(&mut self, place: Place, line: String) {
        self.edits.entry(place).or_default().after.push(line);
    }

    /// Puts a line before this one, with its indentation.
    pub fn insert_before(&mut self, place: Place, directive: &str) -> Option<()> {
        let line = self.line(place)?;
        let added = format!("{}{directive}{}", indent(line), line_end(line));
        self.edits.entry(place).or_default().before.push(added);
        Some(())
    }

    /// The indentation of the block's first line, or one step more than that of the line that opens it.
    fn indent_within(&self, place: Place, opening: &str) -> String {
        let own = indent(opening);
        let next = self.configuration.line(Place { line: place.line + 1, ..place }).map(indent);
        match next.filter(|next| width(next) > width(own)) {
            Some(next) => next.to_owned(),
            None if own.contains('\t') => format!("{own}\t"),
            None => format!("{own}    "),
        }
    }

    /// The one file that is changed, and the change as a unified diff. `None` where nothing changes, where several
    /// files would, or where the file was not understood byte for byte.
    pub fn diff(&self) -> Option<(&'c str, String)> {
        let first = self.edits.keys().next()?.file;
        let one_file = self.edits.keys().all(|place| place.file == first);
        let file = self.configuration.files.get(first).filter(|file| file.exact && one_file)?;
        let edits = self.edits.iter().map(|(place, edit)| (place.line, edit));
        let lines = self.configuration.lines.iter().filter(|line| line.place.file == first);
        let lines = lines.map(|line| (line.place.line, line.text.as_str())).collect();
        Some((file.path.as_str(), diff::unified(file, &lines, &edits.collect())?))
    }
}

/// The white space in front.
fn indent(line: &str) -> &str {
    let end = line.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    line.get(..end).unwrap_or_default()
}

/// Columns that white space takes, with tabs every eight.
fn width(indent: &str) -> usize {
    indent.chars().fold(0, |column, c| if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 })
}

/// Lines of a file made on Windows keep their ends.
fn line_end(line: &str) -> &'static str {
    if line.ends_with('\r') { "\r" } else { "" }
}

/// Where this word stands in the line, as a whole and not behind a comment's sign.
pub fn words<'l>(line: &'l str, word: &'l str) -> impl Iterator<Item = usize> + 'l {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_.-:[]".contains(c));
    let code_end = line.find(['#']).unwrap_or(line.len());
    line.match_indices(word).map(|(start, _)| start).filter(move |start| {
        let before = line.get(..*start).and_then(|text| text.chars().next_back());
        let after = line.get(start + word.len()..).and_then(|text| text.chars().next());
        *start < code_end && !word.is_empty() && !is_part(before) && !is_part(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(line: &str, word: &str) -> Vec<usize> {
        words(line, word).collect()
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(starts("server 10.0.0.1:80; server 110.0.0.1:80;", "10.0.0.1:80"), [7]);
        assert_eq!(starts("proxy_pass http://10.0.0.1:8080/;", "10.0.0.1:80"), [0_usize; 0]);
        assert_eq!(starts("proxy_pass http://app; # http://app", "app"), [18]);
        assert_eq!(starts("", ""), [0_usize; 0]);
    }
}
