//! What DNS servers said, as few rows as tell it: servers that gave the same answer to the same question share one.

use super::words::Speech;

/// Names of servers that stand in one row; the rest is counted.
const NAMES_SHOWN: usize = 6;

/// What one server said to one question.
#[derive(Debug, Clone)]
pub struct Said {
    pub id: String,
    pub server: String,
    pub ip: String,
    pub way: String,
    pub question: String,
    /// Without the time to live, and in one order, so that equal answers are equal.
    pub answer: String,
    pub ttl_secs: Option<u32>,
    pub took_ms: u64,
    pub good: bool,
    /// It is about the host that was asked about.
    pub about_the_site: bool,
}

/// One answer as a row, with all that gave it.
#[derive(Debug, Clone)]
pub struct DnsRow {
    pub ids: Vec<String>,
    pub server: String,
    pub ip: String,
    pub way: String,
    pub question: String,
    pub answer: String,
    pub took: String,
    pub good: bool,
}

/// The answers in rows: about the site first, the answers to one question side by side.
pub fn fold(said: &[Said], speech: &Speech) -> Vec<DnsRow> {
    let mut questions: Vec<(&str, bool)> = Vec::new();
    for one in said {
        if !questions.iter().any(|(question, _)| *question == one.question) {
            questions.push((&one.question, one.about_the_site));
        }
    }
    questions.sort_by_key(|(_, about_the_site)| !about_the_site);
    let mut rows = Vec::new();
    for (question, _) in questions {
        let mut groups: Vec<Vec<&Said>> = Vec::new();
        for one in said.iter().filter(|one| one.question == question) {
            match groups.iter_mut().find(|group| group.first().is_some_and(|first| first.answer == one.answer)) {
                Some(group) => group.push(one),
                None => groups.push(vec![one]),
            }
        }
        rows.extend(groups.iter().filter_map(|group| row(group, speech)));
    }
    rows
}

fn row(group: &[&Said], speech: &Speech) -> Option<DnsRow> {
    let first = group.first()?;
    let distinct = |of: fn(&Said) -> &str| {
        let mut found: Vec<&str> = Vec::new();
        for one in group.iter().map(|one| of(one)).filter(|text| !text.is_empty()) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        found
    };
    let (names, ips) = (distinct(|one| &one.server), distinct(|one| &one.ip));
    let took =
        span(group.iter().map(|one| one.took_ms)).map_or_else(String::new, |(least, most)| match least == most {
            true => speech.duration_ms(least),
            false => speech.span(&speech.duration_ms(least), &speech.duration_ms(most)),
        });
    let ttl = span(group.iter().filter_map(|one| one.ttl_secs)).map(|(least, most)| {
        if least == most {
            format!("; TTL {least} s")
        } else {
            format!("; TTL {}", speech.span(&least.to_string(), &format!("{most} s")))
        }
    });
    Some(DnsRow {
        ids: group.iter().map(|one| one.id.clone()).collect(),
        server: listed(&names, speech),
        ip: listed(&ips, speech),
        way: distinct(|one| &one.way).join("; "),
        question: first.question.clone(),
        answer: format!("{}{}", first.answer, ttl.unwrap_or_default()),
        took,
        good: first.good,
    })
}

fn span<T: Copy + Ord>(values: impl Iterator<Item = T> + Clone) -> Option<(T, T)> {
    Some((values.clone().min()?, values.max()?))
}

fn listed(names: &[&str], speech: &Speech) -> String {
    let shown = speech.list(names.get(..NAMES_SHOWN).unwrap_or(names));
    match names.len().saturating_sub(NAMES_SHOWN) {
        0 => shown,
        more => speech.say("report-and-more", &[("shown", &shown), ("count", &more.to_string())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    fn said(id: &str, server: &str, question: &str, answer: &str, took_ms: u64) -> Said {
        Said {
            id: id.to_owned(),
            server: server.to_owned(),
            ip: String::new(),
            way: "public, UDP".to_owned(),
            question: question.to_owned(),
            answer: answer.to_owned(),
            ttl_secs: Some(60),
            took_ms,
            good: true,
            about_the_site: question.starts_with("shop"),
        }
    }

    #[test]
    fn servers_that_agree_share_a_row_and_one_that_does_not_stands_alone() {
        let texts = Texts::english();
        let all = [
            said("o1", "A", "other.test A", "192.0.2.9", 1),
            said("o2", "A", "shop.test A", "203.0.113.5", 3),
            said("o3", "B", "shop.test A", "203.0.113.5", 40),
            said("o4", "C", "shop.test A", "198.51.100.1", 5),
        ];
        let rows = fold(&all, &Speech::new(&texts));
        assert_eq!(rows.len(), 3);
        assert_eq!((rows[0].server.as_str(), rows[0].ids.len()), ("A, B", 2));
        assert_eq!(rows[0].took, "3 ms to 40 ms");
        assert_eq!(rows[1].server, "C");
        assert_eq!(rows[2].question, "other.test A");
    }

    #[test]
    fn many_names_are_counted() {
        let texts = Texts::english();
        let names: Vec<String> = (0..9).map(|number| format!("S{number}")).collect();
        let all: Vec<Said> = names.iter().map(|name| said(name, name, "shop.test A", "192.0.2.1", 1)).collect();
        let rows = fold(&all, &Speech::new(&texts));
        assert_eq!(rows[0].server, "S0, S1, S2, S3, S4, S5 and 3 more");
    }
}
