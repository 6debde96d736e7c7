//! What packages and program say to the system must be the same words: names, ids, versions.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The text between two others, the first time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("{before} is missing")).1;
    rest.split_once(after).unwrap().0
}

#[test]
fn the_desktop_file_is_the_one_that_window_and_notices_name() {
    let app = between(&read("src/ui/app.rs"), ".with_app_id(\"", "\"").to_owned();
    let notice = between(&read("src/ui/notify.rs"), "DesktopEntry(\"", "\"").to_owned();
    let desktop = read("assets/packaging/linux/gatemend.desktop");
    let metainfo = read("assets/packaging/linux/org.gatemend.Gatemend.metainfo.xml");
    let value = |key: &str| desktop.lines().find_map(|line| line.strip_prefix(key)).unwrap().to_owned();
    assert_eq!(app, notice);
    assert_eq!(value("StartupWMClass="), app);
    assert_eq!(value("Icon="), app);
    assert_eq!(between(&metainfo, "<launchable type=\"desktop-id\">", "<"), format!("{app}.desktop"));
    assert_eq!(between(&metainfo, "<summary>", "<"), value("Comment="));
}

#[test]
fn windows_knows_notices_menu_and_program_by_one_id() {
    let id = between(&read("src/ui/notify.rs"), "const ID: &str = \"", "\"").to_owned();
    assert_eq!(between(&read("assets/packaging/windows/gatemend.nsi"), "!define ID \"", "\""), id);
}

#[test]
fn the_installer_takes_away_what_it_brings() {
    let script = read("assets/packaging/windows/gatemend.nsi");
    let build = read("assets/packaging/windows/build");
    let own = ["gatemend.exe", "gatemendw.exe", "gatemend.ico", "uninstall.exe"].map(str::to_owned);
    let texts = build.lines().filter_map(|line| line.strip_prefix("lines "));
    let texts = texts.map(|line| line.split_whitespace().last().unwrap().to_owned());
    let mut brought: Vec<String> = own.into_iter().chain(texts).collect();
    let mut taken: Vec<String> = script
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Delete \"$INSTDIR\\"))
        .map(|rest| rest.trim_end_matches('"').to_owned())
        .collect();
    brought.sort();
    taken.sort();
    assert_eq!(taken, brought);
}

#[test]
fn macos_knows_bundle_and_notices_by_one_id() {
    let id = between(&read("src/ui/notify.rs"), "set_application(\"", "\"").to_owned();
    let plist = read("assets/packaging/macos/Info.plist");
    assert_eq!(between(&plist, "<key>CFBundleIdentifier</key>\n\t<string>", "<"), id);
    assert_eq!(between(&plist, "<key>CFBundleExecutable</key>\n\t<string>", "<"), env!("CARGO_PKG_NAME"));
}

#[test]
fn the_picture_for_macos_holds_whole_pictures() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon/gatemend.icns")).unwrap();
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    assert_eq!((&bytes[..4], number(4)), (b"icns".as_slice(), bytes.len()));
    let mut at = 8;
    let mut kinds = Vec::new();
    while at < bytes.len() {
        assert_eq!(&bytes[at + 8..at + 12], b"\x89PNG", "at {at}");
        kinds.push(String::from_utf8_lossy(&bytes[at..at + 4]).into_owned());
        at += number(at + 4);
    }
    assert_eq!(at, bytes.len());
    for kind in ["ic07", "ic08", "ic09", "ic10"] {
        assert!(kinds.iter().any(|one| one == kind), "{kind}");
    }
}

#[test]
fn packages_for_debian_name_what_the_window_loads_while_it_runs() {
    let control = read("assets/packaging/linux/gatemend.control");
    let depends = control.lines().find(|line| line.starts_with("Depends:")).unwrap();
    for library in ["libxkbcommon-x11-0", "libgl1", "libegl1", "libx11-6", "libxcursor1", "libxi6"] {
        assert!(depends.contains(library), "{library}");
    }
    let cli = read("assets/packaging/linux/gatemend-cli.control");
    assert!(!cli.contains("libx11") && !cli.contains("libgl1"), "a server has no desktop");
}
