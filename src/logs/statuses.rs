//! Answers by their status.

use crate::model::log::StatusCount;

/// How often each status was given.
#[derive(Debug, Default, Clone)]
pub struct Statuses {
    /// By the status itself: there are few, and millions of answers.
    counts: Vec<u64>,
}

impl Statuses {
    pub fn count(&mut self, status: u16, count: u64) {
        let place = usize::from(status);
        if self.counts.len() <= place {
            self.counts.resize(place + 1, 0);
        }
        self.counts.get_mut(place).into_iter().for_each(|sum| *sum += count);
    }

    pub fn join(&mut self, other: &Statuses) {
        (0..)
            .zip(&other.counts)
            .filter(|(_, count)| **count > 0)
            .for_each(|(status, count)| self.count(status, *count));
    }

    /// Those that were given, lowest first.
    pub fn told(&self) -> Vec<StatusCount> {
        let each = (0..).zip(&self.counts).map(|(status, count)| StatusCount { status, count: *count });
        each.filter(|one| one.count > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::logs::{Wish, summarise};

    fn statuses(text: &str) -> Vec<(u16, u64)> {
        let told = summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let answers = told.answers.map(|answers| answers.statuses).unwrap_or_default();
        answers.iter().map(|one| (one.status, one.count)).collect()
    }

    #[test]
    fn every_answer_counts_by_its_status_and_this_programs_own_ones_do_not() {
        let line = |status: &str, agent: &str| {
            format!("203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" {status} 1 \"-\" \"{agent}\"\n")
        };
        let text = line("200", "x").repeat(3) + &line("499", "x") + &line("502", "x") + &line("301", "Gatemend/0.1.0");
        assert_eq!(statuses(&text), [(200, 3), (499, 1), (502, 1)]);
        // No status of HTTP, and no answer.
        assert_eq!(statuses(&line("999", "x")), []);
        assert_eq!(statuses("2026/11/22 02:10:11 [error] 7#7: *1 x 502, client: 1.2.3.4\n"), []);
    }

    #[test]
    fn the_statuses_of_other_formats_are_read_from_their_own_columns() {
        let haproxy = "Nov 22 02:10:11 web haproxy[7]: 203.0.113.7:1 [22/Nov/2026:02:10:11.123] in app/web1 0/0/1/2/3 \
                       404 217 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"\n";
        assert_eq!(statuses(haproxy), [(404, 1)]);
        // Nobody was given an answer.
        assert_eq!(statuses(&haproxy.replace(" 404 ", " -1 ").replace("----", "CR--")), []);
        let squid =
            "1795313411.123  60012 192.0.2.10 TCP_MISS/503 4012 GET http://a.test/ - HIER_DIRECT/203.0.113.5 -\n";
        assert_eq!(statuses(squid), [(503, 1)]);
        let iis = "2026-11-22 02:10:11 10.0.0.4 GET /cart - 443 - 203.0.113.7 x 302 0 0 15\n";
        assert_eq!(statuses(iis), [(302, 1)]);
    }

    #[test]
    fn the_share_that_failed_is_a_share_of_all_answers() {
        let line = |status: &str| {
            format!("203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" {status} 1 \"-\" \"x\"\n")
        };
        let text = line("508").repeat(150) + &line("200").repeat(150) + &line("502");
        let told = summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap().answers.unwrap();
        assert_eq!((told.answers, told.failed), (301, 151));
    }
}
