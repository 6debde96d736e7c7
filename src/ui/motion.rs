//! Whether this system asks programs to keep still. Where it does not say, motion is allowed.

#[cfg(any(target_os = "linux", target_os = "macos"))]
use std::process::{Command, Stdio};

/// Asks on a thread of its own, which nobody waits for: the system's word may be late.
pub fn ask(tell: impl FnOnce() + Send + 'static) {
    let ask = move || {
        if stillness() == Some(true) {
            tell();
        }
    };
    // Without a thread things move, as where the system says nothing.
    let _ = std::thread::Builder::new().name("gatemend-motion".to_owned()).spawn(ask);
}

/// `true` where stillness is wanted, `None` where the system does not say. May take as long as a small program does.
fn stillness() -> Option<bool> {
    here()
}

/// GNOME and those who share its settings say it through `gsettings`; Plasma in a file of its own.
#[cfg(target_os = "linux")]
fn here() -> Option<bool> {
    let plasma = || {
        let config = directories::BaseDirs::new()?.config_dir().join("kdeglobals");
        crate::store::small_text(&config).as_deref().and_then(of_plasma)
    };
    let desktop = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    if desktop.contains("KDE") {
        return plasma();
    }
    said_by("gsettings", &["get", "org.gnome.desktop.interface", "enable-animations"]).as_deref().and_then(of_gnome)
}

/// System Settings, Accessibility, Display: "Reduce motion".
#[cfg(target_os = "macos")]
fn here() -> Option<bool> {
    said_by("defaults", &["read", "com.apple.universalaccess", "reduceMotion"]).as_deref().and_then(of_macos)
}

/// Settings, Accessibility, Visual effects: "Animation effects", which is `SPI_GETCLIENTAREAANIMATION`.
#[cfg(windows)]
fn here() -> Option<bool> {
    let desktop = windows_registry::CURRENT_USER.open(r"Control Panel\Desktop").ok()?;
    of_windows(&desktop.get_value("UserPreferencesMask").ok()?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn here() -> Option<bool> {
    None
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn said_by(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    let said = command.args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    said.status.success().then(|| String::from_utf8_lossy(&said.stdout).into_owned())
}

#[cfg(any(target_os = "linux", test))]
fn of_gnome(said: &str) -> Option<bool> {
    said.trim().parse::<bool>().ok().map(|animates| !animates)
}

/// `AnimationDurationFactor=0` below `[KDE]`.
#[cfg(any(target_os = "linux", test))]
fn of_plasma(file: &str) -> Option<bool> {
    let mut lines = file.lines().map(str::trim).skip_while(|line| *line != "[KDE]").skip(1);
    let mut own = lines.by_ref().take_while(|line| !line.starts_with('['));
    let factor = own.find_map(|line| line.strip_prefix("AnimationDurationFactor="))?;
    factor.trim().parse::<f32>().ok().map(|factor| factor == 0.0)
}

#[cfg(any(target_os = "macos", test))]
fn of_macos(said: &str) -> Option<bool> {
    match said.trim() {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// Bit 1 of the fifth byte of the mask is the animation of windows' contents.
#[cfg(any(windows, test))]
fn of_windows(mask: &[u8]) -> Option<bool> {
    mask.get(4).map(|byte| byte & 0b10 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_systems_word_is_read_and_silence_is_none() {
        assert_eq!([of_gnome("true\n"), of_gnome("false\n"), of_gnome("")], [Some(false), Some(true), None]);
        assert_eq!([of_macos("1\n"), of_macos("0"), of_macos("")], [Some(true), Some(false), None]);
        let plasma =
            |factor: &str| of_plasma(&format!("[General]\na=1\n\n[KDE]\nb=2\nAnimationDurationFactor={factor}\n[X]\n"));
        assert_eq!([plasma("0"), plasma("0.5"), plasma("1")], [Some(true), Some(false), Some(false)]);
        assert_eq!(of_plasma("[Other]\nAnimationDurationFactor=0\n"), None);
        // The masks that Windows writes with all effects and with none.
        assert_eq!(of_windows(&[0x9E, 0x1E, 0x07, 0x80, 0x12, 0, 0, 0]), Some(false));
        assert_eq!(of_windows(&[0x90, 0x12, 0x03, 0x80, 0x10, 0, 0, 0]), Some(true));
        assert_eq!(of_windows(&[]), None);
    }
}
