//! The language that this device is set to.

use super::language::{ENGLISH, Language};

/// The first of the system's languages that is spoken here; English where none is.
pub fn language() -> &'static Language {
    let environment = |name: &str| std::env::var(name).ok();
    let wished = match of_environment(environment) {
        Some(wished) => wished,
        None => of_settings(),
    };
    chosen(&wished)
}

fn chosen(wished: &[String]) -> &'static Language {
    wished.iter().find_map(|tag| Language::of_tag(tag)).unwrap_or(&ENGLISH)
}

/// What the environment wishes, best first (POSIX, XBD section 8.2: `LC_ALL` before `LC_MESSAGES` before `LANG`; an empty
/// one is as good as none). GNU's list in `LANGUAGE` goes before them, but for the locale `C`. `None` where nothing is set.
fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set)?;
    if matches!(locale.split('.').next(), Some("C" | "POSIX")) {
        return Some(Vec::new());
    }
    let list = set(&"LANGUAGE").unwrap_or_default();
    Some(list.split(':').filter(|tag| !tag.is_empty()).map(str::to_owned).chain([locale]).collect())
}

#[cfg(any(windows, target_os = "macos"))]
fn of_settings() -> Vec<String> {
    sys_locale::get_locales().collect()
}

/// There is nothing but the environment.
#[cfg(not(any(windows, target_os = "macos")))]
fn of_settings() -> Vec<String> {
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(set: &[(&str, &str)]) -> Option<Vec<String>> {
        of_environment(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_stronger_variable_wins() {
        let set = [("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "ja_JP.UTF-8"), ("LC_ALL", "fr_FR")];
        assert_eq!(wishes(&set).unwrap(), ["fr_FR"]);
        assert_eq!(wishes(&set[..2]).unwrap(), ["ja_JP.UTF-8"]);
        assert_eq!(wishes(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "")]).unwrap(), ["de_DE.UTF-8"]);
        assert_eq!(wishes(&[("LANG", "de_DE"), ("LANGUAGE", "ja:de")]).unwrap(), ["ja", "de", "de_DE"]);
        assert_eq!(wishes(&[]), None);
    }

    #[test]
    fn the_locale_of_programs_is_english() {
        for locale in ["C", "POSIX", "C.UTF-8"] {
            assert_eq!(wishes(&[("LC_ALL", locale), ("LANG", "de_DE"), ("LANGUAGE", "ja")]), Some(Vec::new()));
        }
        assert_eq!(chosen(&[]).tag, "en");
    }

    #[test]
    fn what_is_not_spoken_is_passed_over() {
        assert_eq!(chosen(&["tlh".to_owned(), "en-GB".to_owned()]).tag, "en");
        assert_eq!(chosen(&["tlh".to_owned()]).tag, "en");
    }
}
