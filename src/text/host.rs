//! A host name as people read it: in its own letters, or in its ASCII form where those could deceive.

/// A name with the form that is shown first, and the other one where there is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostShown {
    pub first: String,
    pub second: Option<String>,
    /// Letters of alphabets that do not belong together stand in one part of the name.
    pub mixes: bool,
}

/// What to show of this host, which is in its ASCII form (RFC 5890 section 2.3.2.1).
pub fn host_shown(host: &str) -> HostShown {
    let plain = HostShown { first: host.to_owned(), second: None, mixes: false };
    if !host.split('.').any(|label| label.starts_with("xn--")) {
        return plain;
    }
    let (letters, read) = idna::domain_to_unicode(host);
    if read.is_err() || letters == host {
        return plain;
    }
    let mixes = letters.split('.').any(mixes_alphabets);
    // Text that runs from right to left is not laid out reliably here.
    let turns = letters.chars().any(|c| alphabet(c) == Some(Alphabet::RightToLeft));
    match mixes || turns {
        true => HostShown { first: host.to_owned(), second: Some(letters), mixes },
        false => HostShown { first: letters, second: Some(host.to_owned()), mixes },
    }
}

/// The name cut in its middle to so many letters, its registrable end kept: that is who the site belongs to.
pub fn host_cut(host: &str, most: usize) -> String {
    let count = host.chars().count();
    let end = registrable(host);
    let kept = end.chars().count();
    match () {
        () if count <= most => host.to_owned(),
        () if kept + 2 > most => middle_cut(end, most),
        () => {
            let head: String = host.chars().take(most - 1 - kept).collect();
            format!("{head}…{end}")
        }
    }
}

/// Host and path in so many letters; where there is no room for both, the path gives way.
pub fn page_cut(host: &str, path: &str, most: usize) -> String {
    let host = host_cut(host, most);
    let room = most.saturating_sub(host.chars().count());
    match path {
        "/" | "" => host,
        _ if room < 8 && path.chars().count() > room => host,
        _ => format!("{host}{}", middle_cut(path, room)),
    }
}

/// A long text cut in its middle, its end kept.
pub fn middle_cut(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most || most < 8 {
        return text.to_owned();
    }
    let head: String = text.chars().take((most - 1) * 2 / 5).collect();
    let keep = most - 1 - head.chars().count();
    let tail: String = text.chars().skip(count - keep).collect();
    format!("{head}…{tail}")
}

/// The last two parts; three where the last but one is as short as in `co.uk`. A list of all endings would know better,
/// and is larger than this program's other data together.
fn registrable(host: &str) -> &str {
    let dots: Vec<usize> = host.match_indices('.').map(|(place, _)| place).collect();
    let last = |number: usize| dots.len().checked_sub(number).and_then(|place| dots.get(place)).copied();
    let before_last = last(2).map_or(0, |dot| dot + 1);
    let short = last(1).is_some_and(|dot| dot - before_last <= 3);
    let start = if short { last(3).map_or(0, |dot| dot + 1) } else { before_last };
    host.get(start..).unwrap_or(host)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    RightToLeft,
    /// Chinese, Japanese and Korean, which are written with one another, and with Latin.
    EastAsian,
    Other,
}

/// `None` for digits and hyphens, which belong to all.
fn alphabet(c: char) -> Option<Alphabet> {
    if !c.is_alphabetic() {
        return None;
    }
    Some(match u32::from(c) {
        0x00..=0x24f | 0x1e00..=0x1eff => Alphabet::Latin,
        0x370..=0x3ff | 0x1f00..=0x1fff => Alphabet::Greek,
        0x400..=0x52f => Alphabet::Cyrillic,
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff => Alphabet::RightToLeft,
        0x1100..=0x11ff | 0x2e80..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x20000..=0x3ffff => {
            Alphabet::EastAsian
        }
        _ => Alphabet::Other,
    })
}

fn mixes_alphabets(label: &str) -> bool {
    let mut seen: Vec<Alphabet> = label.chars().filter_map(alphabet).collect();
    if seen.contains(&Alphabet::EastAsian) {
        seen.retain(|alphabet| *alphabet != Alphabet::Latin);
    }
    seen.windows(2).any(|pair| pair.first() != pair.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(letters: &str) -> String {
        idna::domain_to_ascii(letters).unwrap()
    }

    fn check(letters: &str, letters_first: bool, mixes: bool) {
        let host = ascii(letters);
        let shown = host_shown(&host);
        let (first, second) = if letters_first { (letters, host.as_str()) } else { (host.as_str(), letters) };
        assert_eq!((shown.first.as_str(), shown.second.as_deref()), (first, Some(second)));
        assert_eq!(shown.mixes, mixes, "{letters}");
    }

    #[test]
    fn names_in_one_alphabet_are_shown_in_it() {
        check("bücher.example", true, false);
        check("магазин.example", true, false);
        check("日本shop.example", true, false);
        assert_eq!(host_shown("shop.example").second, None);
        assert_eq!(host_shown("xn--.example").second, None);
    }

    #[test]
    fn names_that_could_deceive_are_shown_in_ascii_first() {
        // A Cyrillic "а" among Latin letters.
        check("p\u{430}ypal.example", false, true);
        check("חנות.example", false, false);
    }

    #[test]
    fn a_cut_name_still_says_whose_it_is() {
        assert_eq!(host_cut("shop.example", 20), "shop.example");
        let cut = host_cut("a-very-long-name-of-a-host.somewhere.shop.example", 24);
        assert!(cut.starts_with("a-very") && cut.ends_with("…shop.example") && cut.chars().count() == 24, "{cut}");
        assert!(host_cut("a-very-long-name-of-a-host.shop.co.uk", 20).ends_with("…shop.co.uk"));
        let long = host_cut("an-enormously-long-second-level-name.example", 20);
        assert!(long.ends_with(".example") && long.chars().count() == 20, "{long}");
        assert_eq!(host_cut("2001:db8::1", 8).chars().count(), 8);
    }

    #[test]
    fn the_path_gives_way_to_the_name() {
        assert_eq!(page_cut("shop.example", "/", 34), "shop.example");
        assert_eq!(page_cut("shop.example", "/cart", 34), "shop.example/cart");
        let cut = page_cut("a-very-long-name-of-a-host.shop.example", "/cart/for/somebody", 30);
        assert!(cut.ends_with("shop.example"), "{cut}");
        let cut = page_cut("shop.example", "/a/very/long/path/to/some/page.html", 30);
        assert!(cut.starts_with("shop.example/") && cut.ends_with(".html") && cut.chars().count() == 30, "{cut}");
    }

    #[test]
    fn a_long_text_keeps_its_end() {
        assert_eq!(middle_cut("short", 20), "short");
        let cut = middle_cut("/home/somebody/of/this/house/report.html", 20);
        assert!(cut.ends_with("report.html") && cut.chars().count() == 20, "{cut}");
    }
}
