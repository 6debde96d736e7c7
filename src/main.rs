//! Chooses window or command line; the only place that ends the process.

use std::process::ExitCode;

use gatemend::cli::{self, args};

#[cfg(feature = "gui")]
mod apart;
#[cfg(feature = "gui")]
mod console;

fn main() -> ExitCode {
    // One provider for all of rustls, before anything makes a client. It can only be there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    cli::tell_crashes();
    ExitCode::from(cli::carried_out(run).number())
}

fn run() -> cli::ExitCode {
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

    use clap::ValueEnum;
    use gatemend::cli::args::{Gui, RendererArgument};
    use gatemend::cli::{ExitCode, Trouble, complain, engine, runtime, say_open};
    use gatemend::settings::Settings;
    use gatemend::{crash, store, ui};

    use crate::apart::{self, Apart};
    use crate::console::without_console;

    /// Opens the window; where none can be opened, says why and what to use instead.
    pub fn open(wish: Gui) -> ExitCode {
        let apart = cfg!(windows) && !wish.tell_when_open;
        match if apart { open_apart(wish) } else { try_open(wish) } {
            Ok(code) => code,
            Err(trouble) => complain(&trouble),
        }
    }

    /// Leaves the window to a process without a console, and ends when it is open.
    fn open_apart(wish: Gui) -> Result<ExitCode, Trouble> {
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
                Ok(ExitCode::Fine)
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

    fn try_open(wish: Gui) -> Result<ExitCode, Trouble> {
        let (settings, settings_unread) = match store::load_settings(wish.settings.as_deref()) {
            Ok(settings) => (settings, None),
            // Nobody reads standard error behind a menu: the window opens, and says it.
            Err(error) if wish.settings.is_none() => (Settings::default(), Some(error.words())),
            Err(error) => return Err(error.into()),
        };
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
            when_open: if wish.tell_when_open { opened_apart } else { opened },
            after_crash: wish.after_crash.clone(),
            settings_unread,
        };
        let handle = runtime.handle().clone();
        // Some of the window's libraries panic where others report what is missing.
        crash::opening(true);
        let opened =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ui::run(engine, handle, settings, opening)));
        // A lookup that the system has not given up must not keep the program.
        runtime.shutdown_background();
        let why = match opened {
            Ok(Ok(())) => return Ok(ExitCode::Fine),
            Ok(Err(why)) => why,
            Err(_) if crash::first().is_some() => {
                if wish.after_crash.is_none() {
                    open_after_crash();
                }
                return Ok(ExitCode::Failed);
            }
            Err(_) => "a library of the window system is missing".to_owned(),
        };
        if wish.renderer.is_none() && once_more(renderer.other()) {
            return Ok(ExitCode::Fine);
        }
        Err(Trouble::Failed(no_window(&why)))
    }

    fn opened() {
        crash::opening(false);
    }

    fn opened_apart() {
        opened();
        say_open();
    }

    /// Opens the window anew, in a process of its own, to say in it what became of this one. Where that does not work,
    /// standard error has been told.
    fn open_after_crash() {
        let Some(file) = crash::first().and_then(|crash| crash.file.as_ref()) else { return };
        let Ok(mut command) = again(&["--after-crash"]) else { return };
        without_console(&mut command);
        let quiet = || std::process::Stdio::null();
        let _ = command.arg(file).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
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
