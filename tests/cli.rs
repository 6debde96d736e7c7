//! The built program end to end, against servers on loopback: both streams, the files and the exit status.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where its world is not as described")]

#[path = "support/certificates.rs"]
mod certificates;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/clocks.rs"]
mod clocks;
#[cfg(debug_assertions)]
#[path = "cli/crash.rs"]
mod crash;
#[path = "cli/config.rs"]
mod config;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/language.rs"]
mod language;
#[path = "cli/logs.rs"]
mod logs;
#[path = "cli/offline.rs"]
mod offline;
#[path = "support/program.rs"]
mod program;
#[path = "cli/saving.rs"]
mod saving;
#[path = "cli/secrets.rs"]
mod secrets;
#[path = "support/server.rs"]
mod server;
#[path = "cli/watch.rs"]
mod watch;

/// What nginx says where the server behind it is gone.
const NGINX_502: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
    <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.27.3</center>\r\n</body>\r\n</html>\r\n";

/// A port on which nobody listens.
fn closed_url() -> String {
    format!("http://{}/", std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap())
}

/// Exactly one line, and it says who is speaking.
fn is_one_line(stderr: &str) -> bool {
    stderr.lines().count() == 1 && stderr.starts_with("gatemend: ") && stderr.ends_with('\n')
}
