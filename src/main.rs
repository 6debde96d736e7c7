//! Chooses window or command line; the only place that ends the process.

use std::process::ExitCode;

use gatemend::cli::{self, args};

fn main() -> ExitCode {
    // One provider for all of rustls, before anything makes a client. It can only be there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let code = match args::parse(std::env::args_os()) {
        Ok(arguments) => cli::run(arguments),
        Err(error) => cli::refuse(&error),
    };
    ExitCode::from(code.number())
}
