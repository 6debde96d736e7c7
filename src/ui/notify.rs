//! Tells the desktop that a page is back or down, behind a trait: tests never notify.

/// One notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub title: String,
    pub body: String,
    pub sound: bool,
}

/// Whoever shows notices.
pub trait Notifier: Send + Sync {
    /// Shows one. May wait for the desktop: never call it from a frame.
    ///
    /// # Errors
    /// The desktop's own words why it is not shown.
    fn show(&self, notice: &Notice) -> Result<(), String>;
}

/// The desktop's own notices: the Freedesktop bus, Windows' toasts, macOS' notification centre.
pub struct Desktop;

impl Notifier for Desktop {
    fn show(&self, notice: &Notice) -> Result<(), String> {
        let mut shown = notify_rust::Notification::new();
        shown.appname("Gatemend").summary(&notice.title).body(&notice.body);
        in_own_name(&mut shown, notice.sound);
        shown.show().map(|_| ()).map_err(|error| error.to_string())
    }
}

/// The application's id is the name of its desktop file; without the hint some desktops play a sound of their own.
#[cfg(all(unix, not(target_os = "macos")))]
fn in_own_name(shown: &mut notify_rust::Notification, sound: bool) {
    use notify_rust::Hint;
    shown.icon("gatemend").hint(Hint::DesktopEntry("gatemend".to_owned())).hint(Hint::SuppressSound(!sound));
    if sound {
        shown.hint(Hint::SoundName("message-new-instant".to_owned()));
    }
}

/// Windows shows toasts only of ids that it knows: the current user's registry tells it this one's name.
#[cfg(target_os = "windows")]
fn in_own_name(shown: &mut notify_rust::Notification, sound: bool) {
    const ID: &str = "Gatemend.Gatemend";
    let key = windows_registry::CURRENT_USER.create(format!(r"Software\Classes\AppUserModelId\{ID}"));
    if key.and_then(|key| key.set_string("DisplayName", "Gatemend")).is_ok() {
        shown.app_id(ID);
    }
    if sound {
        shown.sound_name("Default");
    }
}

/// macOS takes the name from the application's bundle.
#[cfg(target_os = "macos")]
fn in_own_name(shown: &mut notify_rust::Notification, sound: bool) {
    // It can be said once; a bundle that is not installed leaves the system's own choice.
    let _ = notify_rust::set_application("org.gatemend.Gatemend");
    if sound {
        shown.sound_name("default");
    }
}
