//! Where the system keeps its network settings, and how they are opened.

use std::path::PathBuf;

use super::System;
use super::private::Device;

/// A desktop's own program for it: a word in `XDG_CURRENT_DESKTOP` (Desktop Entry Specification, `OnlyShowIn`), the
/// program, and its page.
const DESKTOPS: [(&str, &str, &[&str]); 8] = [
    ("GNOME", "gnome-control-center", &["network"]),
    ("Unity", "gnome-control-center", &["network"]),
    ("KDE", "systemsettings", &["kcm_networkmanagement"]),
    ("KDE", "systemsettings5", &["kcm_networkmanagement"]),
    ("X-Cinnamon", "cinnamon-settings", &["network"]),
    ("Pantheon", "io.elementary.settings", &["network"]),
    ("COSMIC", "cosmic-settings", &["network"]),
    // NetworkManager's editor belongs to no desktop.
    ("", "nm-connection-editor", &[]),
];

/// The program and its arguments; `None` where no such program is known or installed. Started without a shell.
pub fn network_settings(system: System, device: &Device<'_>) -> Option<Vec<String>> {
    match system {
        // "Launch the Windows Settings app", ms-settings:network-status.
        System::Windows => {
            let explorer = PathBuf::from(format!(r"{}\explorer.exe", (device.env)("SystemRoot")?));
            (device.has)(&explorer).then(|| vec![explorer.display().to_string(), "ms-settings:network-status".into()])
        }
        // The identifier of the pane since macOS 13; earlier ones open the settings at their start.
        System::Macos => {
            Some(vec!["/usr/bin/open".into(), "x-apple.systempreferences:com.apple.Network-Settings.extension".into()])
        }
        System::Linux => {
            let path = (device.env)("PATH").unwrap_or_default();
            let desktop = (device.env)("XDG_CURRENT_DESKTOP").unwrap_or_default();
            let runs = |word: &str| word.is_empty() || desktop.split(':').any(|one| one.eq_ignore_ascii_case(word));
            let folders: Vec<PathBuf> = std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
            let found = |name: &str| folders.iter().map(|folder| folder.join(name)).find(|at| (device.has)(at));
            DESKTOPS.iter().filter(|(word, ..)| runs(word)).find_map(|(_, name, page)| {
                let program = found(name)?.display().to_string();
                Some(std::iter::once(program).chain(page.iter().map(|word| (*word).to_owned())).collect())
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn asked(system: System, files: &[&str], env: &[(&str, &str)]) -> Option<Vec<String>> {
        let has = |path: &Path| files.iter().any(|file| Path::new(file) == path);
        let env = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        network_settings(system, &Device { has: &has, env: &env })
    }

    #[test]
    fn each_system_has_its_own_way() {
        let explorer = r"C:\Windows\explorer.exe";
        let windows = asked(System::Windows, &[explorer], &[("SystemRoot", r"C:\Windows")]);
        assert_eq!(windows.unwrap(), [explorer, "ms-settings:network-status"]);
        assert_eq!(asked(System::Windows, &[], &[("SystemRoot", r"C:\Windows")]), None);
        let macos = asked(System::Macos, &[], &[]).unwrap();
        assert_eq!(macos, ["/usr/bin/open", "x-apple.systempreferences:com.apple.Network-Settings.extension"]);
    }

    #[test]
    fn each_desktop_has_its_own_program_where_it_is_installed() {
        let all = ["/usr/bin/gnome-control-center", "/usr/bin/systemsettings", "/usr/bin/nm-connection-editor"];
        let on = |desktop: &str, files: &[&str]| {
            asked(System::Linux, files, &[("PATH", "bin:/usr/bin"), ("XDG_CURRENT_DESKTOP", desktop)])
        };
        assert_eq!(on("ubuntu:GNOME", &all).unwrap(), ["/usr/bin/gnome-control-center", "network"]);
        assert_eq!(on("KDE", &all).unwrap(), ["/usr/bin/systemsettings", "kcm_networkmanagement"]);
        // GNOME's program refuses to start on another desktop.
        assert_eq!(on("sway", &all).unwrap(), ["/usr/bin/nm-connection-editor"]);
        assert_eq!(on("GNOME", &all[1..2]), None);
        assert_eq!(on("", &["bin/nm-connection-editor"]), None, "a folder that depends on where one stands");
    }
}
