//! The files of a configuration, followed within limits. What cannot be read is told, never passed over.

use crate::model::configuration::{ConfigFile, Place, Unread};

/// Where files come from.
pub trait Files {
    /// The paths that a pattern stands for, in alphabetical order; a path without wildcards stands for itself.
    ///
    /// # Errors
    /// Why the folder cannot be looked into.
    fn matching(&mut self, pattern: &str) -> Result<Vec<String>, String>;

    /// The text of a file; what is no UTF-8 in it becomes U+FFFD.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn text(&mut self, path: &str) -> Result<String, String>;
}

/// How much is read.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub files: usize,
    /// Of all files together.
    pub bytes: usize,
    /// Files that include one another, one inside the other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { files: 500, bytes: 16 * 1024 * 1024, depth: 16 }
    }
}

/// A file that was read.
struct Source {
    path: String,
    text: String,
}

/// All files of a configuration that have been read.
pub struct Sources<'a> {
    outside: &'a mut dyn Files,
    limits: Limits,
    read: Vec<Source>,
    pub unread: Vec<Unread>,
    bytes: usize,
    pub cut: Option<String>,
}

impl<'a> Sources<'a> {
    pub fn new(outside: &'a mut dyn Files, limits: Limits) -> Self {
        Sources { outside, limits, read: Vec::new(), unread: Vec::new(), bytes: 0, cut: None }
    }

    /// The file that was handed over.
    pub fn main(&mut self, path: &str) -> Result<usize, String> {
        let text = self.outside.text(path)?;
        self.add(path, text).ok_or_else(|| "it is too large".to_owned())
    }

    pub fn text(&self, file: usize) -> &str {
        self.read.get(file).map_or("", |source| source.text.as_str())
    }

    pub fn path(&self, file: usize) -> &str {
        self.read.get(file).map_or("", |source| source.path.as_str())
    }

    /// Reads what an include at this place asks for. `within` are the files that are being read, outermost first.
    pub fn include(&mut self, pattern: &str, place: Place, within: &[usize]) -> Vec<usize> {
        let pattern = self.beside_main(pattern);
        if within.len() >= self.limits.depth {
            self.refuse(&pattern, place, "files include one another too deeply");
            return Vec::new();
        }
        let paths = match self.outside.matching(&pattern) {
            Ok(paths) => paths,
            Err(why) => {
                self.refuse(&pattern, place, &why);
                return Vec::new();
            }
        };
        let mut files = Vec::new();
        for path in paths {
            if within.iter().any(|file| self.path(*file) == path) {
                self.refuse(&path, place, "it includes itself");
                continue;
            }
            if self.cut.is_some() {
                break;
            }
            match self.outside.text(&path) {
                Ok(text) => files.extend(self.add(&path, text)),
                Err(why) => self.refuse(&path, place, &why),
            }
        }
        files
    }

    /// Tells that a file could not be read.
    pub fn refuse(&mut self, path: &str, place: Place, why: &str) {
        // Whoever includes ten thousand missing files is told of the first ones.
        const TOLD: usize = 50;
        if self.unread.len() < TOLD {
            self.unread.push(Unread { path: path.to_owned(), place, why: why.to_owned() });
        }
    }

    /// A relative path begins at the folder of the file that was handed over.
    fn beside_main(&self, pattern: &str) -> String {
        let main = self.path(0);
        let folder_end = main.rfind(['/', '\\']).map_or(0, |end| end + 1);
        let is_absolute = pattern.starts_with('/') || pattern.get(1..3).is_some_and(|at| at == ":\\" || at == ":/");
        match main.get(..folder_end) {
            Some(folder) if !is_absolute => format!("{folder}{pattern}"),
            _ => pattern.to_owned(),
        }
    }

    fn add(&mut self, path: &str, text: String) -> Option<usize> {
        self.bytes = self.bytes.saturating_add(text.len());
        if self.read.len() >= self.limits.files || self.bytes > self.limits.bytes {
            self.cut = Some("there are too many or too large files".to_owned());
            return None;
        }
        self.read.push(Source { path: path.to_owned(), text });
        Some(self.read.len() - 1)
    }

    /// What is told of the files.
    pub fn told(&self) -> Vec<ConfigFile> {
        let told = |source: &Source| ConfigFile {
            path: source.path.clone(),
            lines: source.text.split_terminator('\n').count(),
            ends_with_newline: source.text.ends_with('\n'),
            exact: !source.text.contains('\u{fffd}'),
        };
        self.read.iter().map(told).collect()
    }
}
