//! One form for the times of one output.

use super::program::{Place, Run};

const ERROR: &str = "2026/11/22 03:10:11 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to \
    upstream, client: 1.2.3.4, server: shop.test, request: \"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:8080/\"\n";
const ACCESS: &str = "1.2.3.4 - - [22/Nov/2026:03:10:11 +0100] \"GET / HTTP/1.1\" 502 157 \"-\" \"x\"\n";

fn in_tokyo(place: &Place, arguments: &[&str]) -> Run {
    Run::of(place.command(arguments).env("TZ", "UTC-9").output().unwrap())
}

/// How many times there are in each form: with a T, and with a blank.
fn forms(text: &str) -> (usize, usize) {
    let count = |between: char| {
        let day = |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(between));
        text.match_indices("2026-11-22").filter(|(at, day_text)| day(at + day_text.len())).count()
    };
    (count('T'), count(' '))
}

#[test]
fn a_person_reads_one_form_in_their_own_zone_and_programs_utc() {
    let place = Place::new();
    place.write("error.log", ERROR);
    place.write("access.log", ACCESS);
    let zoned = in_tokyo(&place, &["logs", "access.log"]);
    assert!(zoned.stdout.contains("2026-11-22 11:10:11") && zoned.stdout.contains("(UTC+09:00)"), "{zoned:?}");
    assert_eq!(forms(&zoned.stdout).0, 0, "{zoned:?}");
    assert!(!zoned.stdout.contains("their own clock"), "{zoned:?}");
    let own = in_tokyo(&place, &["logs", "error.log"]);
    assert!(
        own.stdout.contains("2026-11-22 03:10:11") && own.stdout.contains("clock showed them: error.log"),
        "{own:?}"
    );
    assert!(!own.stdout.contains("UTC"), "{own:?}");
    let both = in_tokyo(&place, &["logs", "error.log", "access.log"]);
    let (with_t, with_blank) = forms(&both.stdout);
    assert!(with_t == 0 && with_blank >= 5, "{both:?}");
    assert!(both.stdout.contains("(UTC+09:00)") && both.stdout.contains("clock showed them: error.log"), "{both:?}");
    // No span holds for two clocks.
    assert!(both.stdout.contains("Lines read: 2\n"), "{both:?}");
    let json = in_tokyo(&place, &["logs", "access.log", "--json"]);
    assert!(json.stdout.contains("\"first\": \"2026-11-22T02:10:11Z\"") && !json.stdout.contains("11:10"), "{json:?}");
}
