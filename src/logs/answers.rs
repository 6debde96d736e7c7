//! Answers by server and by page, good and failed ones: what shares are made of.

use super::asked::{Ours, Own, page};
use super::format::Fields;
use super::pace::Pace;
use super::statuses::Statuses;
use super::tally::{NAME_BYTES, NAMES, server, shown};
use crate::model::log::{Answers as Told, LogTime, Meanwhile, Share};
use foldhash::HashMap;

/// How many names with failures a summary tells; how sure they are is worked out from them.
const TOLD: usize = 20;

/// Of one name.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    answers: u64,
    failed: u64,
    /// Of the failures, in seconds since 1970.
    first: Option<i64>,
    last: Option<i64>,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.answers += other.answers;
        self.failed += other.failed;
        if let Some(first) = other.first {
            self.first = Some(self.first.map_or(first, |own| own.min(first)));
        }
        if let Some(last) = other.last {
            self.last = Some(self.last.map_or(last, |own| own.max(last)));
        }
    }
}

type Counts = HashMap<Box<[u8]>, Count>;

/// Whether there was room for the name.
fn add(counts: &mut Counts, name: &[u8], count: Count, most: usize) -> bool {
    let name = name.get(..NAME_BYTES).unwrap_or(name);
    if let Some(sum) = counts.get_mut(name) {
        sum.add(count);
    } else if counts.len() < most {
        counts.insert(name.into(), count);
    } else {
        return false;
    }
    true
}

/// A pool has not more servers.
const SERVERS: usize = 4_096;

/// What was counted.
#[derive(Debug, Clone)]
pub struct Answers {
    /// How many pages are kept.
    most_pages: usize,
    all: Count,
    servers: Counts,
    pages: Counts,
    /// Answers that sent a file of WordPress.
    wordpress_files: u64,
    /// Answers to this program, which count in no share: it asks where it fails, and for pages that no visitor asks for.
    to_itself: u64,
    /// Written while this program asked, and those of them that may be about its page.
    meanwhile: (Ours, Ours),
    own: Own,
    pace: Pace,
    statuses: Statuses,
    /// Whether there were more names than are kept.
    left_out: bool,
}

impl Answers {
    /// One of so many that are made side by side and then joined.
    pub fn one_of(tallies: usize) -> Answers {
        Answers {
            most_pages: NAMES / tallies.max(1),
            all: Count::default(),
            servers: Counts::default(),
            pages: Counts::default(),
            wordpress_files: 0,
            to_itself: 0,
            meanwhile: Default::default(),
            own: Own::default(),
            pace: Pace::default(),
            statuses: Statuses::default(),
            left_out: false,
        }
    }

    pub fn meanwhile(&mut self, (all, of_page): (Ours, Ours)) {
        self.meanwhile.0.add(all);
        self.meanwhile.1.add(of_page);
    }

    /// This program's own requests.
    pub fn own(&mut self, own: Own) {
        self.own.add(own);
    }

    /// What is told of that; `None` where no line is about an answer, or the log's clock is not known.
    pub fn told_meanwhile(&self, utc_offset: Option<i64>) -> Option<Meanwhile> {
        // A line that a visitor did not wait for counts as no answer, and this program may have waited for all the others.
        let tells = self.all.answers + self.to_itself > 0 || self.own.given_up != Ours::default();
        let (all, of_page) = self.meanwhile;
        (tells && utc_offset.is_some()).then(|| Meanwhile {
            answers: all.at(utc_offset),
            of_page: of_page.at(utc_offset),
            own_good: self.own.good.at(utc_offset),
            own_failed: self.own.failed.at(utc_offset),
            own_given_up: self.own.given_up.at(utc_offset),
        })
    }

    /// Counts the status of an answer, be it one that a visitor waited for or not.
    pub fn status(&mut self, fields: &Fields<'_>) {
        fields.status.filter(|_| !fields.own).into_iter().for_each(|status| self.statuses.count(status, 1));
    }

    /// Counts an answer. Where several servers were tried for it, each counts by its own status.
    pub fn count(&mut self, fields: &Fields<'_>, failed: bool, time: Option<LogTime>) {
        if fields.own {
            self.to_itself += 1;
            return;
        }
        let seconds = time.filter(|_| failed).map(|time| time.seconds);
        let one = |failed: bool| Count {
            answers: 1,
            failed: u64::from(failed),
            first: seconds.filter(|_| failed),
            last: seconds.filter(|_| failed),
        };
        self.all.add(one(failed));
        time.into_iter().for_each(|time| self.pace.count(time.seconds, failed));
        if let Some(request) = fields.request {
            let page = page(request);
            self.left_out |= !add(&mut self.pages, page, one(failed), self.most_pages);
            self.wordpress_files += u64::from(fields.sent && !failed && is_of_wordpress(page));
        }
        let Some(upstream) = fields.upstream else { return };
        match fields.tries.filter(|_| memchr::memchr(b',', upstream).is_some()) {
            None => self.left_out |= !add(&mut self.servers, server(upstream), one(failed), SERVERS),
            Some(tries) => {
                for (server_name, status) in parts(upstream).zip(parts(tries)) {
                    let failed = matches!(status, b"500" | b"502" | b"503" | b"504" | b"-");
                    self.left_out |= !add(&mut self.servers, server(server_name), one(failed), SERVERS);
                }
            }
        }
    }

    pub fn join(&mut self, other: Answers) {
        self.all.add(other.all);
        self.meanwhile(other.meanwhile);
        self.own(other.own);
        self.pace.join(other.pace);
        self.statuses.join(&other.statuses);
        self.wordpress_files += other.wordpress_files;
        self.to_itself += other.to_itself;
        let most_pages = self.most_pages;
        self.left_out |= other.left_out;
        for (name, count) in other.servers {
            self.left_out |= !add(&mut self.servers, &name, count, SERVERS);
        }
        for (name, count) in other.pages {
            self.left_out |= !add(&mut self.pages, &name, count, most_pages);
        }
    }

    /// Whether there were more names than are kept: what is told of names is then the least that it may be.
    pub fn has_left_out_names(&self) -> bool {
        self.left_out
    }

    /// Pages below the same first part of their path, where there are several.
    fn prefixes(&self) -> Counts {
        let mut sums: HashMap<Box<[u8]>, (u64, Count)> = HashMap::default();
        for (page, count) in &self.pages {
            let first = page.get(1..).and_then(|rest| page.get(..=memchr::memchr(b'/', rest)? + 1));
            let Some(first) = first.filter(|_| page.first() == Some(&b'/')) else { continue };
            let name = [first, "…".as_bytes()].concat();
            let (pages, sum) = sums.entry(name.into()).or_default();
            *pages += 1;
            sum.add(*count);
        }
        sums.into_iter().filter(|(_, (pages, _))| *pages > 1).map(|(name, (_, sum))| (name, sum)).collect()
    }

    /// Files of a site.
    fn files(&self) -> Count {
        let mut sum = Count::default();
        self.pages.iter().filter(|(page, _)| is_file(page)).for_each(|(_, count)| sum.add(*count));
        sum
    }

    /// What is told of it; `None` where no line is about an answer.
    pub fn told(&self, has_zone: bool) -> Option<Told> {
        let time = |seconds: Option<i64>| seconds.map(|seconds| LogTime { seconds, has_zone });
        let share = |(name, count): (&[u8], Count)| Share {
            name: shown(name),
            answers: count.answers,
            failed: count.failed,
            first: time(count.first),
            last: time(count.last),
        };
        let shares = |counts: &Counts| {
            let mut failing: Vec<(&[u8], Count)> =
                counts.iter().filter(|(_, count)| count.failed > 0).map(|(name, count)| (&**name, *count)).collect();
            failing.sort_by(|one, other| other.1.failed.cmp(&one.1.failed).then_with(|| one.0.cmp(other.0)));
            failing.into_iter().take(TOLD).map(share).collect()
        };
        let statuses = self.statuses.told();
        (self.all.answers + self.to_itself > 0 || !statuses.is_empty()).then(|| Told {
            answers: self.all.answers,
            failed: self.all.failed,
            statuses,
            peak: self.pace.peak(has_zone),
            servers: shares(&self.servers),
            pages: shares(&self.pages),
            prefixes: shares(&self.prefixes()),
            server_count: self.servers.len() as u64,
            page_count: self.pages.len() as u64,
            files: Some(self.files())
                .filter(|files| files.answers > 0)
                .map(|files| share((b"files".as_slice(), files))),
            wordpress_files: self.wordpress_files,
            to_gatemend: self.to_itself,
            when_busy: self.pace.when_busy(),
            after_idle: self.pace.after_idle(),
        })
    }
}

/// By the ending of its name.
fn is_file(page: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 12] = [
        b".css", b".js", b".png", b".jpg", b".jpeg", b".gif", b".svg", b".webp", b".ico", b".woff", b".woff2", b".ttf",
    ];
    ENDINGS.iter().any(|ending| page.ends_with(ending))
}

/// A file in one of the two folders from which WordPress has its files sent (developer.wordpress.org).
fn is_of_wordpress(page: &[u8]) -> bool {
    (page.starts_with(b"/wp-content/") || page.starts_with(b"/wp-includes/")) && is_file(page)
}

/// The parts of a list with commas, as nginx writes them for the servers that it tried.
fn parts(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    list.split(|byte| *byte == b',').map(<[u8]>::trim_ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_that_was_tried_counts_by_its_own_status() {
        let mut answers = Answers::one_of(1);
        let fields = Fields {
            upstream: Some(b"10.0.0.5:80, 10.0.0.6:80"),
            tries: Some(b"502, 200"),
            request: Some(b"GET /cart?id=1 HTTP/1.1"),
            ..Fields::default()
        };
        answers.count(&fields, false, None);
        answers.count(&Fields { upstream: Some(b"10.0.0.6:80"), ..fields }, false, None);
        let mut whole = Answers::one_of(1);
        whole.join(answers);
        let told = whole.told(false).unwrap();
        assert_eq!((told.answers, told.failed, told.server_count, told.page_count), (2, 0, 2, 1));
        let servers: Vec<(&str, u64, u64)> =
            told.servers.iter().map(|one| (one.name.as_str(), one.failed, one.answers)).collect();
        assert_eq!(servers, [("10.0.0.5:80", 1, 1)]);
        assert!(told.pages.is_empty());
        assert_eq!(Answers::one_of(1).told(false), None);
    }

    #[test]
    fn this_programs_own_looks_are_in_no_share_and_are_told() {
        let line = |page: &str, status: u16, agent: &str| {
            format!(
                "203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET {page} HTTP/1.1\" {status} 157 \"-\" \"{agent}\"\n"
            )
        };
        let read = |text: &str| {
            let told = crate::logs::summarise("x", text.as_bytes(), &crate::logs::Wish::default(), |_| true);
            *told.unwrap().answers.unwrap()
        };
        let visitors = line("/cart", 502, "Mozilla/5.0") + &line("/", 200, "Mozilla/5.0");
        let own =
            line("/robots.txt", 502, "Mozilla/5.0 (compatible; Gatemend/0.1.0)") + &line("/", 200, "Gatemend/9.9.9");
        let told = read(&(visitors.clone() + &own));
        let pages: Vec<&str> = told.pages.iter().map(|one| one.name.as_str()).collect();
        assert_eq!((told.answers, told.failed, told.to_gatemend, pages), (2, 1, 2, vec!["/cart"]));
        assert_eq!((told.page_count, read(&visitors).to_gatemend), (2, 0));
        let alone = read(&own);
        assert_eq!((alone.answers, alone.failed, alone.to_gatemend), (0, 0, 2));
        // A page of that name is a visitor's.
        assert_eq!(read(&line("/Gatemend/1", 502, "Mozilla/5.0")).to_gatemend, 0);
    }

    #[test]
    fn a_page_in_place_of_another_is_no_answer_that_a_second_server_saved() {
        let kinds = |tries: &str| {
            let line = format!(
                "203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 200 157 \"-\" \"x\" ua=\"10.0.0.5:80\" us=\"{tries}\"\n"
            );
            let told = crate::logs::summarise("x", line.as_bytes(), &crate::logs::Wish::default(), |_| true).unwrap();
            told.kinds.into_iter().map(|kind| kind.id).collect::<Vec<_>>()
        };
        assert_eq!(kinds("502, 200"), ["answer-retried"]);
        assert!(kinds("502 : 200").is_empty() && kinds("200, 200").is_empty());
    }
}
