//! Chooses window or command line; the only place that ends the process.

use std::process::ExitCode;

use gatemend::cli::{self, args};

fn main() -> ExitCode {
    // One provider for all of rustls, before anything makes a client. It can only be there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let code = match args::parse(std::env::args_os()) {
        #[cfg(feature = "gui")]
        Ok(args::Arguments { command: None }) => window::open(args::Gui::default()),
        #[cfg(feature = "gui")]
        Ok(args::Arguments { command: Some(args::Command::Gui(wish)) }) => window::open(wish),
        Ok(arguments) => cli::run(arguments),
        Err(error) => cli::refuse(&error),
    };
    ExitCode::from(code.number())
}

#[cfg(feature = "gui")]
mod window {
    //! Wires engine, runtime and window together.

    use clap::ValueEnum;
    use gatemend::cli::args::{Gui, RendererArgument};
    use gatemend::cli::{ExitCode, Trouble, complain, engine, runtime};
    use gatemend::{store, ui};

    /// Opens the window; where none can be opened, says why and what to use instead.
    pub fn open(wish: Gui) -> ExitCode {
        match try_open(wish) {
            Ok(()) => ExitCode::Fine,
            Err(trouble) => complain(&trouble),
        }
    }

    fn try_open(wish: Gui) -> Result<(), Trouble> {
        let settings = store::load_settings(wish.settings.as_deref())?;
        let case = wish.case.map(|path| store::read_case(&path).map(|case| (path, case))).transpose()?;
        let runtime = runtime()?;
        let engine = engine(&settings, &runtime)?;
        let memory = store::window::file().map(|file| store::window::recall(&file)).unwrap_or_default();
        let renderer = wish.renderer.unwrap_or_else(|| preferred(memory.renderer.as_deref()));
        let opening = ui::Opening {
            url: wish.url,
            role: wish.role.map(Into::into).unwrap_or_default(),
            case,
            renderer: renderer.name().to_owned(),
            memory,
            settings_file: wish.settings,
        };
        let handle = runtime.handle().clone();
        // Some of the window's libraries panic where others report what is missing.
        let opened =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ui::run(engine, handle, settings, opening)));
        // A lookup that the system has not given up must not keep the program.
        runtime.shutdown_background();
        let why = match opened {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(why)) => why,
            Err(_) => "a library of the window system is missing".to_owned(),
        };
        if wish.renderer.is_none() && once_more(renderer.other()) {
            return Ok(());
        }
        Err(Trouble::Failed(no_window(&why)))
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
        let Ok(program) = std::env::current_exe() else { return false };
        let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
        if arguments.first().is_none_or(|first| first != "gui") {
            arguments.insert(0, "gui".into());
        }
        let mut command = std::process::Command::new(program);
        command.args(arguments).arg("--renderer").arg(renderer.name()).stderr(std::process::Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    /// Says what is missing, without the places in libraries that their own errors name.
    fn no_window(why: &str) -> String {
        let why = match why {
            why if why.contains("WAYLAND_DISPLAY") => "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set",
            why if why.contains("xkbcommon") => "the keyboard library is missing: install libxkbcommon-x11-0",
            why if why.contains(".so") => "a library of the window system is missing: install libgl1 and libxkbcommon0",
            why if why.contains("/src/") => why.rsplit(": ").next().unwrap_or(why),
            why => why,
        };
        format!("no window can be opened here ({why}); use the command line: gatemend check URL")
    }
}
