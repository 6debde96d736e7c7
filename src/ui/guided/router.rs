//! The router while it is restarted: whether it went away, and came back.

use std::net::IpAddr;
use std::time::Duration;

use crate::attempt::router_look;
use crate::engine::Outside;
use crate::evidence::surroundings::Surroundings;
use crate::model::remedy::Noticed;
use crate::model::{Case, Remedy};

/// Between two looks. They stay within the own network.
pub const PAUSE: Duration = Duration::from_secs(3);

/// So many looks without an answer count as away: one is lost now and then.
const AWAY_AFTER: u32 = 2;

/// The router to be followed while this remedy is tried.
pub fn of(case: &Case, remedy: Remedy) -> Option<IpAddr> {
    let follows = matches!(remedy, Remedy::RestartRouter | Remedy::ReconnectWifi);
    let surroundings = Surroundings::of(case);
    let looked_at = surroundings.routers.first().map(|(router, _)| router.ip);
    let set = || surroundings.network?.0.seen()?.gateways.first().copied();
    if follows { looked_at.or_else(set) } else { None }
}

/// What was seen of it so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Followed {
    looks: u32,
    /// It has answered at least once.
    answered: bool,
    /// Looks without an answer since the last answer.
    missed: u32,
    /// When it stopped answering, in seconds since 1970.
    left: Option<i64>,
    /// How long it was away, once it answered again.
    away_s: Option<u64>,
}

impl Followed {
    pub fn take(&mut self, answers: bool, at: i64) {
        self.looks += 1;
        if !answers {
            self.missed += 1;
            self.left.get_or_insert(at);
            return;
        }
        // What had never answered has not left either: it came.
        let was_away = self.missed >= AWAY_AFTER;
        if let Some(left) = self.left.take().filter(|_| was_away) {
            self.away_s = Some(u64::try_from(at - left).unwrap_or_default());
        }
        (self.answered, self.missed) = (true, 0);
    }

    /// Seconds since it stopped answering.
    pub fn is_away_since(&self) -> Option<i64> {
        self.left.filter(|_| self.missed >= AWAY_AFTER)
    }

    pub fn answers(&self) -> bool {
        self.answered && self.missed == 0
    }

    pub fn came_back(&self) -> bool {
        self.away_s.is_some() && self.answers()
    }

    /// What it comes to. Too few looks show nothing.
    pub fn noticed(&self) -> Option<Noticed> {
        match self.away_s {
            Some(seconds) if self.answers() => Some(Noticed::WentAndCame { seconds }),
            _ if self.is_away_since().is_some() => Some(Noticed::StaysAway),
            // Some routers answer nothing at all; only one that did can be said to have stayed.
            None if self.answers() && self.looks > AWAY_AFTER => Some(Noticed::NeverLeft),
            _ => None,
        }
    }
}

/// Looks again and again, and tells each time whether it answered.
pub async fn follow(outside: &Outside, ip: IpAddr, mut tell: impl FnMut(bool)) {
    loop {
        tell(router_look(outside, ip).await.answers());
        tokio::time::sleep(PAUSE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(looks: &[bool]) -> Followed {
        let mut followed = Followed::default();
        for (place, answers) in looks.iter().enumerate() {
            followed.take(*answers, 1_000 + 3 * place as i64);
        }
        followed
    }

    #[test]
    fn a_restart_is_an_absence_with_an_end() {
        let restarted = followed(&[true, true, false, false, false, true]);
        assert_eq!(restarted.noticed(), Some(Noticed::WentAndCame { seconds: 9 }));
        assert!(restarted.came_back());
    }

    #[test]
    fn one_lost_look_is_no_restart() {
        let stayed = followed(&[true, true, false, true, true]);
        assert_eq!(stayed.noticed(), Some(Noticed::NeverLeft));
        assert!(!stayed.came_back());
    }

    #[test]
    fn what_is_away_has_not_come_back() {
        assert_eq!(followed(&[true, false, false]).noticed(), Some(Noticed::StaysAway));
        assert_eq!(followed(&[true, false, false]).is_away_since(), Some(1_003));
        let again = followed(&[false, false, true, false, false]);
        assert_eq!(again.noticed(), Some(Noticed::StaysAway));
    }

    #[test]
    fn few_looks_show_nothing() {
        assert_eq!(followed(&[]).noticed(), None);
        assert_eq!(followed(&[true]).noticed(), None);
    }
}
