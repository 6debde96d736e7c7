//! Which browsers are installed, and how a page is opened in a private window of one.

use std::path::{Path, PathBuf};

use super::System;
use crate::model::Browser;

/// What can be asked of the device: whether a file is there, and the value of an environment variable.
pub struct Device<'a> {
    pub has: &'a dyn Fn(&Path) -> bool,
    pub env: &'a dyn Fn(&str) -> Option<String>,
}

/// The program and its arguments that open this page in a private window; `None` where the browser is not installed, or
/// has no argument for it (Safari). It is started without a shell, so that nothing in the address is taken for a command.
pub fn private_window(browser: Browser, system: System, url: &str, device: &Device<'_>) -> Option<Vec<String>> {
    let flag = flag(browser)?;
    let program = program(browser, system, device)?;
    let url = url.to_owned();
    Some(match system {
        System::Macos => {
            // `open` starts what is in the bundle; `--args` gives it arguments (open(1)).
            vec!["/usr/bin/open".into(), "-na".into(), shown(&program), "--args".into(), flag.into(), url]
        }
        System::Windows | System::Linux => vec![shown(&program), flag.into(), url],
    })
}

/// Those that are installed here.
pub fn installed(system: System, device: &Device<'_>) -> Vec<Browser> {
    Browser::ALL.iter().copied().filter(|browser| program(*browser, system, device).is_some()).collect()
}

/// The argument for a private window (Chromium: `switches::kIncognito`; Edge: "Command-line options"; Firefox:
/// "Command line options", `-private-window`).
fn flag(browser: Browser) -> Option<&'static str> {
    match browser {
        Browser::Chrome => Some("--incognito"),
        Browser::Edge => Some("--inprivate"),
        Browser::Firefox => Some("-private-window"),
        Browser::Safari => None,
    }
}

fn program(browser: Browser, system: System, device: &Device<'_>) -> Option<PathBuf> {
    candidates(browser, system, device).into_iter().find(|path| (device.has)(path))
}

/// Where a browser is usually installed.
fn candidates(browser: Browser, system: System, device: &Device<'_>) -> Vec<PathBuf> {
    match system {
        System::Linux => {
            let names: &[&str] = match browser {
                Browser::Chrome => &["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"],
                Browser::Edge => &["microsoft-edge", "microsoft-edge-stable"],
                Browser::Firefox => &["firefox", "firefox-esr"],
                Browser::Safari => &[],
            };
            let path = (device.env)("PATH").unwrap_or_default();
            let folders: Vec<PathBuf> = std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
            names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).collect()
        }
        System::Macos => {
            let bundle = match browser {
                Browser::Chrome => "Google Chrome.app",
                Browser::Edge => "Microsoft Edge.app",
                Browser::Firefox => "Firefox.app",
                Browser::Safari => "Safari.app",
            };
            let own = (device.env)("HOME").map(|home| Path::new(&home).join("Applications"));
            [Some(PathBuf::from("/Applications")), own].into_iter().flatten().map(|at| at.join(bundle)).collect()
        }
        System::Windows => {
            let below = match browser {
                Browser::Chrome => r"Google\Chrome\Application\chrome.exe",
                Browser::Edge => r"Microsoft\Edge\Application\msedge.exe",
                Browser::Firefox => r"Mozilla Firefox\firefox.exe",
                Browser::Safari => return Vec::new(),
            };
            let roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
            // Joined as text: paths of another system have no separators of their own when this is tested.
            roots.iter().filter_map(|root| Some(PathBuf::from(format!(r"{}\{below}", (device.env)(root)?)))).collect()
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://shop.test/cart?a=1&calc.exe";

    fn with<R>(files: &[&str], env: &[(&str, &str)], look: impl FnOnce(&Device<'_>) -> R) -> R {
        let has = |path: &Path| files.iter().any(|file| Path::new(file) == path);
        let env = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        look(&Device { has: &has, env: &env })
    }

    #[test]
    fn each_system_starts_its_own_program_and_no_shell() {
        let linux = with(&["/usr/bin/firefox-esr"], &[("PATH", "relative:/usr/local/bin:/usr/bin")], |device| {
            private_window(Browser::Firefox, System::Linux, URL, device)
        });
        assert_eq!(linux.unwrap(), ["/usr/bin/firefox-esr", "-private-window", URL]);
        let macos = with(&["/Applications/Google Chrome.app"], &[("HOME", "/Users/a")], |device| {
            private_window(Browser::Chrome, System::Macos, URL, device)
        });
        assert_eq!(
            macos.unwrap(),
            ["/usr/bin/open", "-na", "/Applications/Google Chrome.app", "--args", "--incognito", URL]
        );
        let edge = r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe";
        let windows = with(&[edge], &[("ProgramFiles(x86)", r"C:\Program Files (x86)")], |device| {
            private_window(Browser::Edge, System::Windows, URL, device)
        });
        assert_eq!(windows.unwrap(), [edge, "--inprivate", URL]);
    }

    #[test]
    fn what_is_not_installed_is_not_offered() {
        let none = with(&[], &[("PATH", "/usr/bin")], |device| installed(System::Linux, device));
        assert_eq!(none, []);
        let safari = with(&["/Applications/Safari.app"], &[], |device| {
            (installed(System::Macos, device), private_window(Browser::Safari, System::Macos, URL, device))
        });
        assert_eq!(safari, (vec![Browser::Safari], None));
        let relative = with(&["bin/firefox"], &[("PATH", "bin")], |device| installed(System::Linux, device));
        assert_eq!(relative, [], "a folder that depends on where one stands is not searched");
    }
}
