//! Chooses window or command line; the only place that ends the process.

use std::process::ExitCode;

use gatemend::cli::{self, args};

fn main() -> ExitCode {
    // One provider for all of rustls, before anything makes a client. It can only be there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = match args::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(error) => {
            let wrong = error.use_stderr();
            // The terminal may be gone; then nobody reads it.
            let _ = error.print();
            return ExitCode::from(if wrong { cli::ExitCode::Usage.number() } else { 0 });
        }
    };
    ExitCode::from(cli::run(arguments).number())
}
