//! Apache's syntax as directives and sections, with what is included put in its place.

use std::collections::BTreeMap;

use crate::configuration::directive::{DEEPEST, Directive};
use crate::configuration::sources::Sources;
use crate::model::configuration::Place;

/// Sections that only say whether a module is there: what is in them counts as standing outside.
const TRANSPARENT: [&str; 4] = ["ifmodule", "ifdefine", "ifversion", "requireall"];

/// The directives of the file and of all that it includes.
///
/// # Errors
/// What is wrong with the file, with its line.
pub fn directives(sources: &mut Sources<'_>, file: usize) -> Result<Vec<Directive>, String> {
    let mut reader = Reader { sources, defined: BTreeMap::new(), root: None };
    reader.file(file, &[])
}

struct Reader<'s, 'a> {
    sources: &'s mut Sources<'a>,
    /// Of `Define`.
    defined: BTreeMap<String, String>,
    /// Of `ServerRoot`, at which relative paths begin.
    root: Option<String>,
}

impl Reader<'_, '_> {
    fn file(&mut self, file: usize, within: &[usize]) -> Result<Vec<Directive>, String> {
        let within = [within, &[file]].concat();
        let mut open: Vec<Directive> = Vec::new();
        let mut found: Vec<Directive> = Vec::new();
        for (line, text) in logical_lines(self.sources.text(file)) {
            let place = Place { file, line };
            let text = self.filled(text.trim());
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if let Some(name) = text.strip_prefix("</") {
                let name = name.trim_end_matches('>').trim();
                let section = open.pop().filter(|section| section.is(name));
                let section = section.ok_or_else(|| format!("line {line}: </{name}> closes nothing"))?;
                let transparent = TRANSPARENT.contains(&section.name.to_ascii_lowercase().as_str());
                let to = open.last_mut().and_then(|outer| outer.block.as_mut()).unwrap_or(&mut found);
                if transparent {
                    to.extend(section.block.unwrap_or_default())
                } else {
                    to.push(section)
                }
                continue;
            }
            if let Some(head) = text.strip_prefix('<') {
                if open.len() >= DEEPEST {
                    return Err(format!("line {line}: sections lie too deep in one another"));
                }
                let mut words = words(head.trim_end_matches('>')).into_iter();
                let name = words.next().unwrap_or_default();
                open.push(Directive { name, words: words.collect(), place, block: Some(Vec::new()) });
                continue;
            }
            let mut words = words(&text).into_iter();
            let directive =
                Directive { name: words.next().unwrap_or_default(), words: words.collect(), place, block: None };
            let added = self.taken(directive, &within);
            open.last_mut().and_then(|outer| outer.block.as_mut()).unwrap_or(&mut found).extend(added);
        }
        match open.last() {
            Some(section) => Err(format!("line {}: <{}> is not closed", section.place.line, section.name)),
            None => Ok(found),
        }
    }

    /// The directive, or what stands for it.
    fn taken(&mut self, directive: Directive, within: &[usize]) -> Vec<Directive> {
        let first = directive.words.first().cloned().unwrap_or_default();
        if directive.is("Define") {
            self.defined.insert(first, directive.words.get(1).cloned().unwrap_or_default());
        } else if directive.is("ServerRoot") {
            self.root = Some(first);
        } else if directive.is("Include") || directive.is("IncludeOptional") {
            let path = match &self.root {
                Some(root) if !first.starts_with('/') => format!("{root}/{first}"),
                _ => first,
            };
            let optional = directive.is("IncludeOptional");
            let told = self.sources.unread.len();
            let mut found = Vec::new();
            for file in self.sources.include(&path, directive.place, within) {
                match self.file(file, within) {
                    Ok(included) => found.extend(included),
                    Err(why) => {
                        let path = self.sources.path(file).to_owned();
                        self.sources.refuse(&path, directive.place, &why);
                    }
                }
            }
            // What need not be there is not missing.
            if optional && found.is_empty() {
                self.sources.unread.truncate(told);
            }
            return found;
        } else {
            return vec![directive];
        }
        Vec::new()
    }

    /// With defined names filled in.
    fn filled(&self, text: &str) -> String {
        self.defined.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("${{{name}}}"), value))
    }
}

/// Lines with those that a backslash at the end joins to them, each with the number of its first one.
fn logical_lines(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut goes_on = false;
    for (number, line) in text.lines().enumerate() {
        let body = line.strip_suffix('\\');
        let part = body.unwrap_or(line);
        match found.last_mut().filter(|_| goes_on) {
            Some((_, joined)) => joined.push_str(part),
            None => found.push((number + 1, part.to_owned())),
        }
        goes_on = body.is_some();
    }
    found
}

/// Words between blanks, quotes around them taken off. Inside quotes a backslash keeps the quote that follows it, and
/// other backslashes are themselves (ap_getword_conf in server/util.c).
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let quoted = if ['"', '\''].contains(&first) { in_quotes(rest, first) } else { None };
        let (word, after) = quoted.unwrap_or_else(|| {
            let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            (word.to_owned(), after)
        });
        words.push(word);
        rest = after.trim_start();
    }
    words
}

/// What stands in quotes at the beginning, and what follows them.
fn in_quotes(text: &str, quote: char) -> Option<(String, &str)> {
    let mut word = String::new();
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((place, letter)) = letters.next() {
        match letter {
            '\\' => word.push(letters.next_if(|(_, next)| *next == quote).map_or('\\', |(_, next)| next)),
            _ if letter == quote => return Some((word, text.get(place + letter.len_utf8()..)?)),
            _ => word.push(letter),
        }
    }
    None
}
