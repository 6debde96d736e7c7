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

    use gatemend::cli::args::Gui;
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
        let case = wish.case.as_deref().map(store::read_case).transpose()?;
        let runtime = runtime()?;
        let engine = engine(&settings, &runtime)?;
        let opening = ui::Opening { url: wish.url, role: wish.role.map(Into::into).unwrap_or_default(), case };
        let handle = runtime.handle().clone();
        // Some of the window's libraries panic where others report what is missing.
        let opened =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ui::run(engine, handle, settings, opening)));
        // A lookup that the system has not given up must not keep the program.
        runtime.shutdown_background();
        match opened {
            Ok(Ok(())) => Ok(()),
            Ok(Err(why)) => Err(Trouble::Failed(no_window(&why))),
            Err(_) => Err(Trouble::Failed(no_window("a library of the window system is missing"))),
        }
    }

    fn no_window(why: &str) -> String {
        format!("no window can be opened here ({why}); use the command line: gatemend check URL")
    }
}
