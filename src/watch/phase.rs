//! When a site counts as back.

/// What one look showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    Good,
    /// Bad, and in which way: a status or a word.
    Bad(String),
    /// Our own line was down: it says nothing about the site.
    NoLine,
}

/// What a look changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Nothing,
    /// It fails now, or in another way than before.
    Fails(String),
    /// A good look after bad ones; it takes more to be back.
    Improves,
    /// Enough good looks in a row.
    Back,
    /// It worked from the first look on.
    Works,
}

/// Follows one site.
#[derive(Debug, Clone, Default)]
pub struct Watcher {
    good: u32,
    bad: u32,
    good_in_a_row: u32,
    /// Longest run of good looks while it was still failing.
    longest_good_run: u32,
    last: Option<Look>,
    down: bool,
}

impl Watcher {
    pub fn is_down(&self) -> bool {
        self.down
    }

    /// Takes in one look.
    pub fn take(&mut self, look: Look) -> Change {
        if look == Look::NoLine {
            return Change::Nothing;
        }
        let before = self.last.replace(look.clone());
        match look {
            Look::Good => self.take_good(before.is_none()),
            Look::Bad(what) => {
                self.bad += 1;
                self.longest_good_run = self.longest_good_run.max(self.good_in_a_row);
                self.good_in_a_row = 0;
                self.down = true;
                let same = before == Some(Look::Bad(what.clone()));
                if same { Change::Nothing } else { Change::Fails(what) }
            }
            Look::NoLine => Change::Nothing,
        }
    }

    fn take_good(&mut self, first: bool) -> Change {
        self.good += 1;
        self.good_in_a_row += 1;
        match () {
            () if first => Change::Works,
            () if !self.down => Change::Nothing,
            () if self.good_in_a_row >= self.needed() => {
                *self = Watcher { last: Some(Look::Good), ..Watcher::default() };
                Change::Back
            }
            () if self.good_in_a_row == 1 => Change::Improves,
            () => Change::Nothing,
        }
    }

    /// Good looks in a row after which chance is no explanation any more: (1 − p)ⁿ < 0.05 for the share p of bad ones
    /// up to then, and twice the longest good run that was seen while it was failing.
    fn needed(&self) -> u32 {
        let before = self.bad + self.good - self.good_in_a_row;
        let share = f64::from(self.bad) / f64::from(before.max(1));
        let by_chance = if share >= 0.95 { 2 } else { ceil(0.05_f64.ln() / (1.0 - share).ln()) };
        by_chance.max(2 * self.longest_good_run).max(2)
    }
}

/// A small positive count; longer rows than 1,000 are nobody's patience.
fn ceil(value: f64) -> u32 {
    (1..=1_000).find(|count| f64::from(*count) >= value).unwrap_or(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad() -> Look {
        Look::Bad("502".to_owned())
    }

    #[test]
    fn two_good_looks_after_a_clean_outage_are_back() {
        let mut watcher = Watcher::default();
        assert_eq!(watcher.take(bad()), Change::Fails("502".into()));
        assert_eq!(watcher.take(bad()), Change::Nothing);
        assert_eq!(watcher.take(Look::Good), Change::Improves);
        assert_eq!(watcher.take(Look::Good), Change::Back);
        assert!(!watcher.is_down());
    }

    #[test]
    fn one_good_look_in_a_flapping_outage_is_not_back() {
        let mut watcher = Watcher::default();
        for look in [bad(), Look::Good, bad(), Look::Good, bad(), Look::Good] {
            assert_ne!(watcher.take(look), Change::Back);
        }
        // Three of five looks failed before: four good ones in a row are needed, and one is there.
        let changes: Vec<Change> = (0..3).map(|_| watcher.take(Look::Good)).collect();
        assert_eq!(changes.iter().filter(|change| **change == Change::Back).count(), 1);
        assert_eq!(changes.last(), Some(&Change::Back));
    }

    #[test]
    fn our_own_line_is_no_outage_of_the_site() {
        let mut watcher = Watcher::default();
        assert_eq!(watcher.take(Look::Good), Change::Works);
        assert_eq!(watcher.take(Look::NoLine), Change::Nothing);
        assert!(!watcher.is_down());
    }

    #[test]
    fn another_way_of_failing_is_a_change() {
        let mut watcher = Watcher::default();
        watcher.take(bad());
        assert_eq!(watcher.take(Look::Bad("503".into())), Change::Fails("503".into()));
    }
}
