//! Directives and blocks, with what is included put in its place.

use super::lexer::{Piece, Token, tokens};
use crate::configuration::directive::{DEEPEST, Directive};
use crate::configuration::sources::Sources;
use crate::model::configuration::Place;

/// The directives of a file and of all that it includes.
///
/// # Errors
/// What is wrong with this file. What is wrong with an included one is told among the unread.
pub fn directives(sources: &mut Sources<'_>, file: usize, within: &[usize]) -> Result<Vec<Directive>, String> {
    let tokens = tokens(sources.text(file))?;
    let mut within = within.to_vec();
    within.push(file);
    let mut reader = Reader { tokens: tokens.into_iter().peekable(), file, within, sources };
    let found = reader.block(0)?;
    match reader.tokens.next() {
        Some(token) => Err(format!("line {}: a brace closes nothing", token.line)),
        None => Ok(found),
    }
}

struct Reader<'s, 'a> {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    file: usize,
    within: Vec<usize>,
    sources: &'s mut Sources<'a>,
}

impl Reader<'_, '_> {
    /// Everything up to the brace that closes the block, which is left, or to the end of the file.
    fn block(&mut self, depth: usize) -> Result<Vec<Directive>, String> {
        let mut found = Vec::new();
        while let Some(token) = self.tokens.next_if(|token| token.piece != Piece::Close) {
            let Piece::Word(name) = token.piece else {
                if token.piece == Piece::Open {
                    return Err(format!("line {}: a block without a name", token.line));
                }
                continue;
            };
            let place = Place { file: self.file, line: token.line };
            let directive = self.directive(name, place, depth)?;
            if directive.name == "include" && directive.block.is_none() {
                self.include(&directive, &mut found);
            } else {
                found.push(directive);
            }
        }
        Ok(found)
    }

    fn directive(&mut self, name: String, place: Place, depth: usize) -> Result<Directive, String> {
        let mut words = Vec::new();
        loop {
            let Some(token) = self.tokens.next() else {
                return Err(format!("line {}: {name} has no end", place.line));
            };
            match token.piece {
                Piece::Word(word) => words.push(word),
                Piece::End => return Ok(Directive { name, words, place, block: None }),
                Piece::Open if depth >= DEEPEST => {
                    return Err(format!("line {}: blocks lie too deep in one another", token.line));
                }
                Piece::Open => {
                    let block = self.block(depth + 1)?;
                    if self.tokens.next().is_none() {
                        return Err(format!("line {}: the block {name} is not closed", place.line));
                    }
                    return Ok(Directive { name, words, place, block: Some(block) });
                }
                Piece::Close => return Err(format!("line {}: {name} has no semicolon", place.line)),
            }
        }
    }

    fn include(&mut self, directive: &Directive, found: &mut Vec<Directive>) {
        for file in self.sources.include(directive.first_word(), directive.place, &self.within) {
            match directives(self.sources, file, &self.within) {
                Ok(included) => found.extend(included),
                Err(why) => {
                    let path = self.sources.path(file).to_owned();
                    self.sources.refuse(&path, directive.place, &why);
                }
            }
        }
    }
}
