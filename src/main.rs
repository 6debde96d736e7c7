//! Chooses window or command line; the only place that ends the process.

use std::process::ExitCode;

use gatemend::cli::{self, args};

#[cfg(feature = "gui")]
mod apart;
#[cfg(feature = "gui")]
mod console;
mod crash;

fn main() -> ExitCode {
    crash::watch();
    // What failed is told by then.
    let code = std::panic::catch_unwind(run).unwrap_or(cli::ExitCode::Failed);
    ExitCode::from(code.number())
}

fn run() -> cli::ExitCode {
    // For the test of what happens then; not in a release.
    #[cfg(debug_assertions)]
    if let Ok(words) = std::env::var("GATEMEND_PANIC") {
        std::panic::panic_any(words);
    }
    // One provider for all of rustls, before anything makes a client. It can only be there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match args::parse(std::env::args_os()) {
        #[cfg(feature = "gui")]
        Ok(args::Arguments { command: None }) => window::open(args::Gui::default()),
        #[cfg(feature = "gui")]
        Ok(args::Arguments { command: Some(args::Command::Gui(wish)) }) => window::open(wish),
        Ok(arguments) => cli::run(arguments),
        Err(error) => cli::refuse(&error),
    }
}

#[cfg(feature = "gui")]
mod window {
    //! Wires engine, runtime and window together.

    use std::io;
    use std::process::Command;
    use std::sync::atomic::{AtomicBool, Ordering};

    use clap::ValueEnum;
    use gatemend::cli::args::{Gui, RendererArgument};
    use gatemend::cli::{ExitCode, Trouble, complain, engine, runtime, say_open};
    use gatemend::{store, ui};

    use crate::apart::{self, Apart};
    use crate::console::without_console;
    use crate::crash;

    /// Opens the window; where none can be opened, says why and what to use instead.
    pub fn open(wish: Gui) -> ExitCode {
        let apart = cfg!(windows) && !wish.tell_when_open;
        match if apart { open_apart(wish) } else { try_open(wish) } {
            Ok(()) => ExitCode::Fine,
            Err(trouble) => complain(&trouble),
        }
    }

    /// Leaves the window to a process without a console, and ends when it is open.
    fn open_apart(wish: Gui) -> Result<(), Trouble> {
        const TELL: &str = "--tell-when-open";
        let Ok(first) = again(&[TELL]).and_then(apart::open) else { return try_open(wish) };
        let end = match first {
            // Some drivers end the whole process; their words are not this program's.
            Apart::Ended { said, .. } if wish.renderer.is_none() && own_words(&said).is_none() => {
                let other = preferred(remembered().renderer.as_deref()).other();
                again(&[TELL, "--renderer", other.name()]).and_then(apart::open)
            }
            end => Ok(end),
        };
        match end {
            Ok(Apart::Opened(window)) => {
                // It goes on without this process.
                drop(window);
                Ok(())
            }
            Ok(Apart::Ended { code, said }) => Err(match (own_words(&said), code) {
                (Some(words), Some(2)) => Trouble::Usage(words.to_owned()),
                (Some(words), _) => Trouble::Failed(words.to_owned()),
                (None, _) => Trouble::Failed(no_window("the graphics driver failed")),
            }),
            Err(error) => Err(Trouble::Failed(no_window(&error.to_string()))),
        }
    }

    /// The complaint of a process of this program, among what its libraries write.
    fn own_words(said: &str) -> Option<&str> {
        said.lines().rev().find_map(|line| line.strip_prefix("gatemend: ")).map(str::trim)
    }

    fn try_open(wish: Gui) -> Result<(), Trouble> {
        let settings = store::load_settings(wish.settings.as_deref())?;
        let case = wish.case.map(|path| store::read_case(&path).map(|case| (path, case))).transpose()?;
        let runtime = runtime()?;
        let engine = engine(&settings, &runtime)?;
        let memory = remembered();
        let renderer = wish.renderer.unwrap_or_else(|| preferred(memory.renderer.as_deref()));
        let opening = ui::Opening {
            url: wish.url,
            role: wish.role.map(Into::into).unwrap_or_default(),
            origin: wish.origin.map(in_words),
            logs: wish.log.into_iter().chain(wish.config).collect(),
            case,
            renderer: renderer.name().to_owned(),
            memory,
            settings_file: wish.settings,
            when_open: Some(if wish.tell_when_open { tell_open } else { note_open }),
        };
        let handle = runtime.handle().clone();
        // Some of the window's libraries panic where others report what is missing.
        crash::expect(true);
        let opened =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ui::run(engine, handle, settings, opening)));
        // A lookup that the system has not given up must not keep the program.
        runtime.shutdown_background();
        crash::expect(false);
        let why = match opened {
            Ok(Ok(())) => return Ok(()),
            Err(_) if OPEN.load(Ordering::Relaxed) => return Err(Trouble::Failed(broken())),
            Ok(Err(why)) => why,
            Err(_) => "a library of the window system is missing".to_owned(),
        };
        if wish.renderer.is_none() && once_more(renderer.other()) {
            return Ok(());
        }
        Err(Trouble::Failed(no_window(&why)))
    }

    /// The window has been open: a panic is not what a missing library says any more.
    static OPEN: AtomicBool = AtomicBool::new(false);

    fn note_open() {
        crash::expect(false);
        OPEN.store(true, Ordering::Relaxed);
    }

    fn tell_open() {
        note_open();
        say_open();
    }

    /// The window is gone, and mostly nobody reads what is printed: where the desktop has a box for it, that says so too.
    fn broken() -> String {
        let folder = store::crash::folder().map(|folder| folder.display().to_string()).unwrap_or_default();
        let words = format!("the window failed; what is known of it is in the folder {folder}");
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title("Gatemend")
            .set_description(&words)
            .show();
        words
    }

    fn in_words((ip, port): (std::net::IpAddr, Option<u16>)) -> String {
        port.map_or_else(|| ip.to_string(), |port| std::net::SocketAddr::new(ip, port).to_string())
    }

    fn remembered() -> store::window::WindowMemory {
        store::window::file().map(|file| store::window::recall(&file)).unwrap_or_default()
    }

    /// The one that worked last; else what the system most likely has. Windows without a driver draws with Direct3D
    /// alone, and old Linux machines with OpenGL alone.
    fn preferred(last: Option<&str>) -> RendererArgument {
        let usual = if cfg!(target_os = "linux") { RendererArgument::Glow } else { RendererArgument::Wgpu };
        last.and_then(|name| RendererArgument::from_str(name, true).ok()).unwrap_or(usual)
    }

    /// A window system can be opened only once in a process: the other renderer is tried in a new one. Whether it
    /// opened a window.
    fn once_more(renderer: RendererArgument) -> bool {
        let Ok(mut command) = again(&["--renderer", renderer.name()]) else { return false };
        without_console(&mut command);
        command.stderr(std::process::Stdio::null()).status().is_ok_and(|status| status.success())
    }

    /// This program with its own arguments and these.
    fn again(more: &[&str]) -> io::Result<Command> {
        let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
        if arguments.first().is_none_or(|first| first != "gui") {
            arguments.insert(0, "gui".into());
        }
        let mut command = Command::new(std::env::current_exe()?);
        command.args(arguments).args(more);
        Ok(command)
    }

    /// Says what is missing, without the places in libraries that their own errors name.
    fn no_window(why: &str) -> String {
        let why = match why {
            why if why.contains("WAYLAND_DISPLAY") => "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set",
            why if why.contains("xkbcommon") => "the keyboard library is missing: install libxkbcommon-x11-0",
            why if why.contains(".so") => "a library of the window system is missing: install libgl1 and libxkbcommon0",
            why if why.contains("no glutin configs") => "OpenGL is missing or too old",
            why if why.contains("/src/") => why.rsplit(": ").next().unwrap_or(why),
            why => why,
        };
        format!("no window can be opened here ({why}); use the command line: gatemend check URL")
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_complaint_is_found_among_the_words_of_libraries() {
            let said = "libEGL warning: no driver\r\ngatemend: cannot read s.toml\r\n";
            assert_eq!(own_words(said), Some("cannot read s.toml"));
            assert_eq!(own_words("Assertion failed: device.c, line 358\n"), None);
            assert_eq!(own_words(""), None);
        }

        #[test]
        fn what_worked_last_is_tried_first() {
            assert_eq!(preferred(Some("wgpu")), RendererArgument::Wgpu);
            assert_eq!(preferred(Some("glow")), RendererArgument::Glow);
            let usual = if cfg!(target_os = "linux") { RendererArgument::Glow } else { RendererArgument::Wgpu };
            assert_eq!(preferred(Some("another version's")), usual);
        }

        #[test]
        fn what_is_missing_is_said_without_the_words_of_libraries() {
            let said = no_window("Found no glutin configs matching the template: ConfigTemplate { alpha_size: 8 }");
            assert!(said.contains("(OpenGL is missing or too old)"), "{said}");
            assert!(no_window("GLXBadFBConfig").contains("(GLXBadFBConfig)"));
        }
    }
}
