//! Two windows, one file: what each of them changed.

use super::Settings;

/// The settings that stand in the file now, with what changed between `before` and `mine`.
pub fn merged(before: &Settings, mine: &Settings, there: Settings) -> Settings {
    fn one<T: PartialEq + Clone>(before: &T, mine: &T, there: T) -> T {
        if before == mine { there } else { mine.clone() }
    }
    /// What I took out goes, what I added comes.
    fn list<T: PartialEq + Clone>(before: &[T], mine: &[T], mut there: Vec<T>) -> Vec<T> {
        there.retain(|one| !before.contains(one) || mine.contains(one));
        let new = mine.iter().filter(|one| !before.contains(one));
        let new: Vec<T> = new.filter(|one| !there.contains(one)).cloned().collect();
        there.into_iter().chain(new).collect()
    }
    Settings {
        connect_timeout: one(&before.connect_timeout, &mine.connect_timeout, there.connect_timeout),
        response_timeout: one(&before.response_timeout, &mine.response_timeout, there.response_timeout),
        extra_ca: one(&before.extra_ca, &mine.extra_ca, there.extra_ca),
        proxy: one(&before.proxy, &mine.proxy, there.proxy),
        ask_system_servers: one(&before.ask_system_servers, &mine.ask_system_servers, there.ask_system_servers),
        ask_authoritative: one(&before.ask_authoritative, &mine.ask_authoritative, there.ask_authoritative),
        router: one(&before.router, &mine.router, there.router),
        resolvers: list(&before.resolvers, &mine.resolvers, there.resolvers),
        controls: list(&before.controls, &mine.controls, there.controls),
        vantage: one(&before.vantage, &mine.vantage, there.vantage),
        watch: one(&before.watch, &mine.watch, there.watch),
        language: one(&before.language, &mine.language, there.language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_lists_both_windows_changes_count() {
        let before = Settings::default();
        let (mut mine, mut there) = (before.clone(), before.clone());
        let taken = mine.resolvers.remove(0);
        let added = there.resolvers.remove(1);
        there.resolvers.push(crate::model::dns::DnsServer { name: "Office".into(), ..added.clone() });
        let both = merged(&before, &mine, there);
        assert!(!both.resolvers.contains(&taken) && !both.resolvers.contains(&added));
        assert!(both.resolvers.iter().any(|server| server.name == "Office"));
        assert_eq!(both.resolvers.len(), before.resolvers.len() - 1);
    }

    #[test]
    fn a_window_that_changed_nothing_changes_nothing() {
        let before = Settings::default();
        let there = Settings { ask_authoritative: false, ..before.clone() };
        assert_eq!(merged(&before, &before, there.clone()), there);
        assert_eq!(merged(&before, &there, before.clone()), there);
    }
}
