//! What the browsers' own settings say about DNS over HTTPS and proxies.
//!
//! Reads `Local State`, `Preferences` and `prefs.js`, and keeps nothing else of them. Policies set by an
//! administrator and pages, cookies or history are not looked at.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::model::device::BrowserSettings;

use super::file;
use super::system_proxy::without_userinfo;

/// Old profiles have preferences of several megabytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Chosen; nobody has more profiles of one browser that matter.
const MAX_PROFILES: usize = 12;

/// The server that Firefox asks where none is named (`network.trr.uri` of its default preferences).
const FIREFOX_DOH: &str = "https://mozilla.cloudflare-dns.com/dns-query";

/// Browsers on Chromium with their folder, relative to the home folder.
#[cfg(windows)]
const CHROMIUM: [(&str, &str); 4] = [
    ("Chrome", r"AppData\Local\Google\Chrome\User Data"),
    ("Chromium", r"AppData\Local\Chromium\User Data"),
    ("Edge", r"AppData\Local\Microsoft\Edge\User Data"),
    ("Brave", r"AppData\Local\BraveSoftware\Brave-Browser\User Data"),
];
/// Browsers on Chromium with their folder, relative to the home folder.
#[cfg(target_vendor = "apple")]
const CHROMIUM: [(&str, &str); 4] = [
    ("Chrome", "Library/Application Support/Google/Chrome"),
    ("Chromium", "Library/Application Support/Chromium"),
    ("Edge", "Library/Application Support/Microsoft Edge"),
    ("Brave", "Library/Application Support/BraveSoftware/Brave-Browser"),
];
/// Browsers on Chromium with their folder, relative to the home folder; Snap and Flatpak have their own.
#[cfg(not(any(windows, target_vendor = "apple")))]
const CHROMIUM: [(&str, &str); 9] = [
    ("Chrome", ".config/google-chrome"),
    ("Chrome", ".var/app/com.google.Chrome/config/google-chrome"),
    ("Chromium", ".config/chromium"),
    ("Chromium", "snap/chromium/common/chromium"),
    ("Chromium", ".var/app/org.chromium.Chromium/config/chromium"),
    ("Edge", ".config/microsoft-edge"),
    ("Edge", ".var/app/com.microsoft.Edge/config/microsoft-edge"),
    ("Brave", ".config/BraveSoftware/Brave-Browser"),
    ("Brave", ".var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser"),
];

/// Folders with the profiles of Firefox, relative to the home folder.
#[cfg(windows)]
const FIREFOX: [&str; 1] = [r"AppData\Roaming\Mozilla\Firefox\Profiles"];
/// Folders with the profiles of Firefox, relative to the home folder.
#[cfg(target_vendor = "apple")]
const FIREFOX: [&str; 1] = ["Library/Application Support/Firefox/Profiles"];
/// Folders with the profiles of Firefox, relative to the home folder.
#[cfg(not(any(windows, target_vendor = "apple")))]
const FIREFOX: [&str; 4] = [
    ".mozilla/firefox",
    ".config/mozilla/firefox",
    "snap/firefox/common/.mozilla/firefox",
    ".var/app/org.mozilla.firefox/.mozilla/firefox",
];

/// One entry per browser on Chromium and one per profile of Firefox; `None` for `home` means this user's folder.
///
/// What cannot be read is left out. `secure_dns` is `None` where the profile leaves it to the browser.
pub fn read(home: Option<&Path>) -> Vec<BrowserSettings> {
    let own = || directories::BaseDirs::new().map(|folders| folders.home_dir().to_path_buf());
    let Some(home) = home.map(Path::to_path_buf).or_else(own) else { return Vec::new() };
    let chromium = CHROMIUM.iter().filter_map(|(name, folder)| chromium(name, &home.join(folder)));
    let firefox = FIREFOX.iter().flat_map(|folder| firefox_profiles(&home.join(folder)));
    let firefox = firefox.filter_map(|profile| file::text(&profile.join("prefs.js"), MAX_BYTES).ok());
    chromium.chain(firefox.map(|text| parse_firefox(&text))).collect()
}

fn chromium(name: &str, folder: &Path) -> Option<BrowserSettings> {
    let state = file::text(&folder.join("Local State"), MAX_BYTES).ok()?;
    let profiles =
        ["Default".to_owned()].into_iter().chain((1..MAX_PROFILES).map(|number| format!("Profile {number}")));
    let preferences =
        profiles.filter_map(|profile| file::text(&folder.join(profile).join("Preferences"), MAX_BYTES).ok());
    let proxy = preferences.filter_map(|text| parse_preferences(&text)).next();
    let (secure_dns, doh_urls) = parse_local_state(&state)?;
    Some(BrowserSettings { browser: name.to_owned(), secure_dns, doh_urls, proxy })
}

/// `dns_over_https.mode` (off, automatic, secure) and `.templates`, addresses between spaces.
fn parse_local_state(text: &str) -> Option<(Option<String>, Vec<String>)> {
    let state: Value = serde_json::from_str(text).ok()?;
    let field = |path: &str| state.pointer(path).and_then(Value::as_str).filter(|text| !text.is_empty());
    let urls = field("/dns_over_https/templates").unwrap_or_default();
    let urls = urls.split_whitespace().map(without_userinfo).collect();
    Some((field("/dns_over_https/mode").map(str::to_owned), urls))
}

/// A proxy that the profile sets itself, mostly through an extension.
fn parse_preferences(text: &str) -> Option<String> {
    let preferences: Value = serde_json::from_str(text).ok()?;
    let field = |name: &str| preferences.pointer(&format!("/proxy/{name}")).and_then(Value::as_str);
    match field("mode")? {
        "fixed_servers" => field("server").map(without_userinfo),
        "pac_script" => Some(field("pac_url").map_or_else(|| "PAC".to_owned(), pac)),
        "auto_detect" => Some("auto-detect".to_owned()),
        "direct" => Some("direct".to_owned()),
        _ => None,
    }
}

/// A PAC file may be inline, as a `data:` address of any length.
fn pac(url: &str) -> String {
    if url.starts_with("data:") { "PAC".to_owned() } else { without_userinfo(url) }
}

fn firefox_profiles(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let profiles = entries.flatten().map(|entry| entry.path()).filter(|path| path.join("prefs.js").is_file());
    profiles.take(MAX_PROFILES).collect()
}

/// Modes of `network.trr.mode`: 2 first, 3 only, 5 off by choice. Mozilla's own roll-out has `doh-rollout.mode`.
fn parse_firefox(text: &str) -> BrowserSettings {
    let preferences: Vec<(String, Value)> = text.lines().filter_map(firefox_preference).collect();
    let value = |name: &str| preferences.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value);
    let number = |name: &str| value(name).and_then(Value::as_i64);
    let words = |name: &str| value(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let mode = number("network.trr.mode").filter(|mode| *mode != 0).or_else(|| number("doh-rollout.mode"));
    let secure_dns = match mode {
        Some(2) => Some("automatic"),
        Some(3) => Some("secure"),
        Some(5) => Some("off"),
        _ => None,
    };
    let url = words("network.trr.uri").or_else(|| words("network.trr.custom_uri")).or_else(|| words("doh-rollout.uri"));
    let asks = matches!(mode, Some(2 | 3));
    let doh_urls = asks.then(|| without_userinfo(url.unwrap_or(FIREFOX_DOH))).into_iter().collect();
    let address = |kind: &str| {
        let host = words(&format!("network.proxy.{kind}"))?;
        let port = number(&format!("network.proxy.{kind}_port")).unwrap_or_default();
        Some(format!("{}:{port}", without_userinfo(host)))
    };
    let proxy = match number("network.proxy.type") {
        Some(0) => Some("direct".to_owned()),
        Some(1) => {
            let socks = || address("socks").map(|socks| format!("socks://{socks}"));
            address("ssl").or_else(|| address("http")).or_else(socks)
        }
        Some(2) => words("network.proxy.autoconfig_url").map(pac),
        Some(4) => Some("auto-detect".to_owned()),
        _ => None,
    };
    BrowserSettings { browser: "Firefox".to_owned(), secure_dns: secure_dns.map(str::to_owned), doh_urls, proxy }
}

/// `user_pref("network.trr.mode", 3);`, for the few names that matter.
fn firefox_preference(line: &str) -> Option<(String, Value)> {
    let inner = line.trim().strip_prefix("user_pref(")?.strip_suffix(");")?;
    let wanted = ["\"network.trr.", "\"network.proxy.", "\"doh-rollout."].iter().any(|start| inner.starts_with(start));
    if !wanted {
        return None;
    }
    serde_json::from_str(&format!("[{inner}]")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn local_state_of_chromium() {
        let state =
            r#"{"dns_over_https":{"mode":"secure","templates":"https://dns.test/{?dns} https://b.test/q"},"x":1}"#;
        let urls = vec!["https://dns.test/{?dns}".to_owned(), "https://b.test/q".to_owned()];
        assert_eq!(parse_local_state(state), Some((text("secure"), urls)));
        assert_eq!(parse_local_state("{}"), Some((None, Vec::new())));
        assert_eq!(parse_local_state("{"), None);
    }

    #[test]
    fn preferences_of_chromium() {
        let check = |json: &str, expected: Option<&str>| assert_eq!(parse_preferences(json).as_deref(), expected);
        check(r#"{"proxy":{"mode":"fixed_servers","server":"me:hunter2@proxy:80"}}"#, Some("proxy:80"));
        check(r#"{"proxy":{"mode":"pac_script","pac_url":"data:text/plain,x"}}"#, Some("PAC"));
        check(r#"{"proxy":{"mode":"system"}}"#, None);
        check("[]", None);
    }

    #[test]
    fn preferences_of_firefox() {
        let seen = parse_firefox(
            "// Mozilla User Preferences\nuser_pref(\"network.trr.mode\", 3);\n\
             user_pref(\"network.trr.uri\", \"https://dns.test/q\");\nuser_pref(\"network.proxy.type\", 1);\r\n\
             user_pref(\"network.proxy.http\", \"proxy\");\nuser_pref(\"network.proxy.http_port\", 3128);\n\
             user_pref(\"browser.startup.homepage\", \"https://secret.test\");\n",
        );
        assert_eq!((seen.secure_dns, seen.proxy), (text("secure"), text("proxy:3128")));
        assert_eq!(seen.doh_urls, ["https://dns.test/q"]);
        let rolled_out = parse_firefox("user_pref(\"doh-rollout.mode\", 2);\n");
        assert_eq!((rolled_out.secure_dns, rolled_out.doh_urls), (text("automatic"), vec![FIREFOX_DOH.to_owned()]));
        let pac = parse_firefox(
            "user_pref(\"network.proxy.type\", 2);\nuser_pref(\"network.proxy.autoconfig_url\", \"http://w/x.pac\");",
        );
        assert_eq!((pac.secure_dns, pac.proxy), (None, text("http://w/x.pac")));
    }

    #[test]
    fn finds_the_profiles_below_a_home_folder() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(read(Some(home.path())), []);
        let (name, folder) = CHROMIUM[0];
        let folder = home.path().join(folder);
        fs::create_dir_all(folder.join("Default")).unwrap();
        fs::write(folder.join("Local State"), r#"{"dns_over_https":{"mode":"off"}}"#).unwrap();
        fs::write(folder.join("Default/Preferences"), r#"{"proxy":{"mode":"direct"}}"#).unwrap();
        let profile = home.path().join(FIREFOX[0]).join("abc.default-release");
        fs::create_dir_all(&profile).unwrap();
        fs::write(profile.join("prefs.js"), "user_pref(\"network.trr.mode\", 5);").unwrap();
        let browsers = read(Some(home.path()));
        let seen: Vec<_> = browsers.iter().map(|one| (one.browser.as_str(), one.secure_dns.as_deref())).collect();
        assert_eq!(seen, [(name, Some("off")), ("Firefox", Some("off"))]);
        assert_eq!(browsers.first().unwrap().proxy.as_deref(), Some("direct"));
    }
}
