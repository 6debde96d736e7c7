//! Helpers of this layer's tests.

use std::collections::BTreeMap;

use super::{Files, Followed, Limits, Wish, follow, read};
use crate::model::configuration::Configuration;

/// Files by name; a pattern with a star stands for all whose names begin and end like it.
pub struct Memory(pub BTreeMap<String, String>);

impl Memory {
    pub fn of(files: &[(&str, &str)]) -> Self {
        Memory(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }
}

impl Files for Memory {
    fn matching(&mut self, pattern: &str) -> Result<Vec<String>, String> {
        let Some((start, end)) = pattern.split_once('*') else { return Ok(vec![pattern.to_owned()]) };
        Ok(self.0.keys().filter(|path| path.starts_with(start) && path.ends_with(end)).cloned().collect())
    }

    fn text(&mut self, path: &str) -> Result<String, String> {
        self.0.get(path).cloned().ok_or_else(|| "No such file".to_owned())
    }
}

/// The one file, asked about the shop over https.
pub fn read_as(path: &str, text: &str) -> Result<Configuration, String> {
    let wish = Wish { host: "shop.test", port: 443 };
    read(path, &mut Memory::of(&[(path, text)]), Limits::default(), &wish)
}

/// Where the path ends: every server that may be asked, with its line.
pub fn ends(configuration: &Configuration, path: &str) -> Vec<String> {
    let told = |followed: Followed<'_>| {
        let targets = followed.targets().into_iter();
        targets.map(|target| format!("{} at {}", target.address, target.place.line)).collect()
    };
    follow(configuration, path).map(told).unwrap_or_default()
}
