//! What server logs say, summed up: never the logs themselves.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::claim::Cause;
use super::wanted::Traced;

/// What the log is called that comes on standard input.
pub const STANDARD_INPUT: &str = "standard input";
/// How many names a summary tells of each table.
pub const NAMES_TOLD: usize = 10;
/// How far the clocks of two machines, or of a file system and a log, may differ, in seconds.
pub const CLOCKS: i64 = 2 * 60;
/// How old a line may be and still be about a failure of now, in seconds.
pub const RECENT: i64 = 15 * 60;
/// How many unknown lines are shown.
pub const UNKNOWN_SHOWN: usize = 5;

/// A time as a log writes it, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LogTime {
    /// Seconds since 1970, in UTC where the zone is known, else as the clock on the wall showed.
    pub seconds: i64,
    /// Whether the log tells its time zone. nginx's error log, for one, does not.
    pub has_zone: bool,
}

impl fmt::Display for LogTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = jiff::Timestamp::from_second(self.seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let text = time.to_string();
        f.write_str(if self.has_zone { &text } else { text.trim_end_matches('Z') })
    }
}

impl From<LogTime> for String {
    fn from(time: LogTime) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for LogTime {
    type Error = jiff::Error;

    fn try_from(text: String) -> Result<Self, jiff::Error> {
        let has_zone = text.ends_with('Z');
        let zoned = if has_zone { text } else { format!("{text}Z") };
        Ok(LogTime { seconds: zoned.parse::<jiff::Timestamp>()?.as_second(), has_zone })
    }
}

/// How plainly a line names its cause. The order is from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Not verified, or a status alone.
    Hint,
    /// It mostly means that.
    Usually,
    /// In so many words.
    Plainly,
}

/// What part a line has in a failure.
/// The order is that in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    #[default]
    Cause,
    /// It follows from an earlier failure, which stands in other lines.
    Consequence,
    /// Known, and by itself no reason for an error page.
    Aside,
    /// Something was started, or took up a new configuration.
    Mark,
}

impl Part {
    /// Whether such a line stands for a failed answer.
    pub fn is_failure(self) -> bool {
        matches!(self, Part::Cause | Part::Consequence)
    }
}

/// Something counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub name: String,
    pub count: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn is_no(answer: &bool) -> bool {
    !answer
}

/// For serde: a count that need not be written.
pub fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// One kind of line, and how often it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogKind {
    /// The id of the kind (`assets/log_lines.toml`).
    pub id: String,
    /// The program that writes such lines.
    pub writer: String,
    pub cause: Cause,
    pub says: Says,
    #[serde(default)]
    pub part: Part,
    pub count: u64,
    /// How many of them name the site and the page that were asked for, and were written meanwhile.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub ours: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<LogTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LogTime>,
    /// Servers behind the gateway that it names, most first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upstreams: Vec<Named>,
    /// Pages that it names, without their queries, most first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Named>,
    /// Sites that were asked for, most first, where the line names one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<Named>,
    /// The last such line, cut to a readable length.
    pub example: String,
}

/// Answers of one server, or to one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub name: String,
    pub answers: u64,
    pub failed: u64,
    /// The first and the last failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<LogTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LogTime>,
}

/// How many answers had this status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCount {
    pub status: u16,
    pub count: u64,
}

/// The minute, or the longer stretch of a long log, in which most answers failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peak {
    pub start: LogTime,
    /// Seconds.
    pub width: u64,
    pub answers: u64,
    pub failed: u64,
}

/// Answers that a log has a line for each of, good and failed ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub answers: u64,
    pub failed: u64,
    /// Lines that tell a status, by it, lowest first: those of visitors who did not wait are here alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<StatusCount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peak: Option<Peak>,
    /// Servers behind the gateway that failed, and pages that did, most failures first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<Share>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Share>,
    /// Pages together that lie below the same first part of their path, which ends with an ellipsis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefixes: Vec<Share>,
    /// How many servers and pages there are, those that never failed too.
    pub server_count: u64,
    pub page_count: u64,
    /// Answers for files that no program makes: images, fonts, scripts, styles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<Share>,
    /// Answers that sent a file out of the folders of WordPress.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub wordpress_files: u64,
    /// Answers to this program's own requests; they are in none of the numbers above.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub to_gatemend: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_busy: Option<WhenBusy>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_idle: Option<AfterIdle>,
}

impl Answers {
    /// Whether any failed, by its reason or by its status alone.
    pub fn has_failed(&self) -> bool {
        self.failed > 0 || self.statuses.iter().any(|one| one.status >= 500)
    }
}

/// Spells of failures that come with many requests and end with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhenBusy {
    /// So many of the spells did, of all.
    pub times: u64,
    pub spells: u64,
    /// Good answers a minute while it fails, at the least busy of these spells, and those of a usual minute.
    pub busy: u64,
    pub usual: u64,
}

/// Failures of the first minute after a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterIdle {
    /// So many of the first minutes had one, of all.
    pub times: u64,
    pub starts: u64,
    /// How long a pause is at the least, in minutes.
    pub minutes: u64,
}

/// The moment at which something was started or took up a new configuration, by its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The kind of line (`assets/log_lines.toml`).
    pub id: String,
    pub at: LogTime,
}

/// How the columns of a format are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogSyntax {
    /// `$status`
    Nginx,
    /// `%>s`
    Apache,
}

/// A format of the owner's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFormat {
    pub name: String,
    pub text: String,
    pub syntax: LogSyntax,
    /// The logs that are written in it, as the configuration names them.
    pub files: Vec<String>,
}

/// How many failures there were, over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bucket {
    pub start: LogTime,
    /// Seconds.
    pub width: u64,
    pub count: u64,
    /// The most frequent kinds of them, by id (`assets/log_lines.toml`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Named>,
}

/// What failed in one hour, or in a longer stretch of a long log. Of each table only the most frequent are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hour {
    pub start: LogTime,
    /// Seconds.
    pub width: u64,
    /// By the id of the kind (`assets/log_lines.toml`).
    pub kinds: Vec<Named>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<Named>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Named>,
}

/// Answers that were logged while this program asked the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meanwhile {
    /// Of any page.
    pub answers: u64,
    /// Of the page that was asked for.
    pub of_page: u64,
    /// Of that page, in lines that name this program: answered without an error.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub own_good: u64,
    /// The same, answered with an error.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub own_failed: u64,
    /// The same, where whoever asked the server hung up before its answer.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub own_given_up: u64,
}

/// What was missing to learn the format of lines that no known format reads. The later ones come nearer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unlearnt {
    /// The lines have no common form.
    Form,
    /// No column is plainly a time.
    Time,
    /// No column is plainly the page, or several may be.
    Page,
    /// No column is plainly the status, or several may be.
    Status,
}

/// Lines that no reader knew.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unrecognised {
    pub count: u64,
    pub examples: Vec<String>,
}

/// One log file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSummary {
    pub name: String,
    /// The formats found in it, with the lines of each, most first.
    pub formats: Vec<Named>,
    pub lines: u64,
    /// Bytes read, after unpacking.
    pub bytes: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<LogTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<LogTime>,
    /// How times without a zone differ from UTC, in seconds east, where that could be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub utc_offset: Option<i64>,
    /// Most important first: causes by count, then consequences, then asides.
    pub kinds: Vec<LogKind>,
    /// Lines that stand for a failed answer, causes and consequences alike; empty buckets are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub histogram: Vec<Bucket>,
    /// In the order of time; hours in which nothing failed are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hour>,
    #[serde(default)]
    pub unrecognised: Unrecognised,
    /// Lines of other times than those that were asked for: they are in no other count.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u64,
    /// There were more different names (servers, pages, sites) than are kept: the count of each is then the least that it may
    /// be, and another reading may tell a little more or less.
    #[serde(default, skip_serializing_if = "is_no")]
    pub names_left_out: bool,
    /// Why answers in it, if it has such, could not be told from one another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlearnt: Option<Unlearnt>,
    /// What it has about the requests of a visitor's case, where such were looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub traced: Option<Traced>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Box<Answers>>,
    /// Where this program asked the site and the log has a line for each answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meanwhile: Option<Meanwhile>,
    /// Starts and reloads, in the order of time; of very many the first ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Why not all of it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
    /// By how many bytes the file grew while it was read; they are left out.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub grown: u64,
}

impl LogSummary {
    /// A time of it in seconds since 1970, where its clock is known.
    pub fn moment(&self, time: LogTime) -> Option<i64> {
        if time.has_zone { Some(time.seconds) } else { Some(time.seconds - self.utc_offset?) }
    }

    /// Whether it has lines and none of them counted: all lie outside of the times that were asked for.
    pub fn is_left_out(&self) -> bool {
        self.left_out > 0 && self.formats.is_empty() && self.kinds.is_empty() && self.unrecognised.count == 0
    }

    /// How many lines say why pages fail, be it as a cause or as what follows from one.
    pub fn telling(&self) -> u64 {
        self.kinds.iter().filter(|kind| kind.part.is_failure()).map(|kind| kind.count).sum()
    }
}
