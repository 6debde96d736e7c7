//! The Caddyfile's syntax as directives and blocks, with snippets and included files put in their places.

use crate::configuration::directive::{DEEPEST, Directive};
use crate::configuration::sources::Sources;
use crate::model::configuration::Place;

/// Directives, snippets put in place included.
const MOST_DIRECTIVES: usize = 100_000;

/// A word, or the end of a line.
enum Piece {
    Word(String),
    Newline,
}

/// The directives of the file.
///
/// # Errors
/// What is not closed, with its line.
pub fn directives(sources: &mut Sources<'_>, file: usize) -> Result<Vec<Directive>, String> {
    let top = parsed(sources.text(file), file)?;
    let snippets: Vec<Directive> = top.iter().filter(|one| one.name.starts_with('(')).cloned().collect();
    let mut left = MOST_DIRECTIVES;
    Ok(imported(top, &snippets, sources, &[file], &mut left))
}

fn parsed(text: &str, file: usize) -> Result<Vec<Directive>, String> {
    let pieces = pieces(text)?;
    let mut reader = pieces.into_iter().peekable();
    let found = block(&mut reader, file, 0)?;
    match reader.next() {
        Some((_, line)) => Err(format!("line {line}: a brace closes nothing")),
        None => Ok(alone(found)),
    }
}

/// A file with one site needs no braces: its first line is the address, and all others are the block.
fn alone(mut found: Vec<Directive>) -> Vec<Directive> {
    let looks_like_address =
        |one: &Directive| one.block.is_none() && (one.name.contains(['.', ':']) || one.name == "localhost");
    let begins = found.iter().position(|one| !one.name.is_empty() && !one.name.starts_with('('));
    match begins.filter(|at| found.get(*at).is_some_and(looks_like_address)) {
        Some(at) => {
            let rest = found.split_off(at + 1);
            if let Some(site) = found.last_mut() {
                site.block = Some(rest);
            }
            found
        }
        None => found,
    }
}

type Pieces = std::iter::Peekable<std::vec::IntoIter<(Piece, usize)>>;

fn block(reader: &mut Pieces, file: usize, depth: usize) -> Result<Vec<Directive>, String> {
    let mut found = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut began = 0;
    let mut finish = |words: &mut Vec<String>, began: usize, block: Option<Vec<Directive>>| {
        let mut all = std::mem::take(words).into_iter();
        let name = all.next();
        if name.is_some() || block.is_some() {
            let place = Place { file, line: began };
            found.push(Directive { name: name.unwrap_or_default(), words: all.collect(), place, block });
        }
    };
    while let Some((piece, line)) = reader.next_if(|(piece, _)| !matches!(piece, Piece::Word(word) if word == "}")) {
        match piece {
            // Addresses of a site may go on in the next line behind a comma.
            Piece::Newline if words.last().is_some_and(|word| word.ends_with(',')) => {}
            Piece::Newline => finish(&mut words, began, None),
            Piece::Word(word) if word == "{" => {
                if depth >= DEEPEST {
                    return Err(format!("line {line}: blocks lie too deep in one another"));
                }
                let opened = if words.is_empty() { line } else { began };
                let inner = block(reader, file, depth + 1)?;
                if reader.next().is_none() {
                    return Err(format!("line {opened}: a block is not closed"));
                }
                finish(&mut words, opened, Some(inner));
            }
            Piece::Word(word) => {
                if words.is_empty() {
                    began = line;
                }
                words.push(word);
            }
        }
    }
    finish(&mut words, began, None);
    Ok(found)
}

fn pieces(text: &str) -> Result<Vec<(Piece, usize)>, String> {
    let mut pieces = Vec::new();
    let mut rest = text.chars().peekable();
    let mut line = 1;
    while let Some(c) = rest.next() {
        match c {
            '\n' => {
                pieces.push((Piece::Newline, line));
                line += 1;
            }
            c if c.is_whitespace() => {}
            '#' => while rest.next_if(|c| *c != '\n').is_some() {},
            quote @ ('"' | '`') => {
                let began = line;
                let mut word = String::new();
                loop {
                    match rest.next() {
                        None => return Err(format!("line {began}: a quotation mark is not closed")),
                        Some(c) if c == quote => break,
                        Some('\\') if quote == '"' => word.extend(rest.next()),
                        Some(c) => {
                            line += usize::from(c == '\n');
                            word.push(c);
                        }
                    }
                }
                pieces.push((Piece::Word(word), began));
            }
            c => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|c| !c.is_whitespace()) {
                    word.push(c);
                }
                pieces.push((Piece::Word(word), line));
            }
        }
    }
    Ok(pieces)
}

/// With every `import` replaced by what it stands for.
fn imported(
    block: Vec<Directive>,
    snippets: &[Directive],
    sources: &mut Sources<'_>,
    within: &[usize],
    left: &mut usize,
) -> Vec<Directive> {
    let mut found = Vec::new();
    for mut one in block {
        if *left == 0 {
            break;
        }
        *left -= 1;
        if one.name == "import" {
            found.extend(import(&one, snippets, sources, within, left));
            continue;
        }
        one.block = one.block.map(|inner| imported(inner, snippets, sources, within, left));
        found.push(one);
    }
    found
}

fn import(
    one: &Directive,
    snippets: &[Directive],
    sources: &mut Sources<'_>,
    within: &[usize],
    left: &mut usize,
) -> Vec<Directive> {
    let Some(name) = one.words.first() else { return Vec::new() };
    // A snippet that imports itself would never end.
    if within.len() >= DEEPEST {
        return Vec::new();
    }
    if let Some(snippet) = snippets.iter().find(|snippet| snippet.name == format!("({name})")) {
        let deeper = [within, within.get(..1).unwrap_or_default()].concat();
        return imported(snippet.inside().to_vec(), snippets, sources, &deeper, left);
    }
    let mut found = Vec::new();
    for file in sources.include(name, one.place, within) {
        match parsed(sources.text(file), file) {
            Ok(block) => found.extend(imported(block, snippets, sources, &[within, &[file]].concat(), left)),
            Err(why) => {
                let path = sources.path(file).to_owned();
                sources.refuse(&path, one.place, &why);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::configuration::Limits;
    use crate::configuration::testing::Memory;

    fn count(all: &[Directive]) -> usize {
        all.iter().map(|one| 1 + count(one.inside())).sum()
    }

    #[test]
    fn snippets_that_double_one_another_have_an_end() {
        let double = |number: usize| format!("(s{number}) {{\n import s{}\n import s{}\n}}\n", number + 1, number + 1);
        let snippets: String = (0..24).map(double).collect();
        let text = format!("{snippets}(s24) {{\n respond hello\n}}\nshop.test {{\n import s0\n}}\n");
        let mut memory = Memory::of(&[("Caddyfile", text.as_str())]);
        let mut sources = Sources::new(&mut memory, Limits::default());
        let main = sources.main("Caddyfile").unwrap();
        let all = directives(&mut sources, main).unwrap();
        let count = count(&all);
        assert!((1_000..=MOST_DIRECTIVES + 200).contains(&count), "{count}");
    }
}
