//! The formats in which a gateway writes its logs of answers, and which log is written in which.

use super::directive::Directive;
use super::sources::Sources;
use super::{Files, Limits};
use super::{apache, gateway_of, nginx};
use crate::model::configuration::Gateway;
use crate::model::log::{LogFormat, LogSyntax};

/// The formats that the file at this path, and what it includes, give names to.
///
/// # Errors
/// Why it cannot be understood. One without any format is no error.
pub fn log_formats(path: &str, files: &mut dyn Files, limits: Limits) -> Result<Vec<LogFormat>, String> {
    let mut sources = Sources::new(files, limits);
    let main = sources.main(path)?;
    match gateway_of(path, sources.text(main)).ok_or("this is no configuration of a known gateway")? {
        Gateway::Nginx => Ok(of_nginx(&nginx::directives(&mut sources, main, &[])?)),
        Gateway::Apache => Ok(of_apache(&apache::directives(&mut sources, main)?)),
        // Their formats are known, or cannot be chosen by a word.
        Gateway::Haproxy | Gateway::Caddy => Ok(Vec::new()),
    }
}

/// Every directive, those in blocks too, in the order of the file.
fn all<'d>(directives: &'d [Directive], found: &mut Vec<&'d Directive>) {
    for directive in directives {
        found.push(directive);
        all(directive.inside(), found);
    }
}

/// `log_format name [escape=…] 'text' 'more';` and `access_log path name …;`
fn of_nginx(directives: &[Directive]) -> Vec<LogFormat> {
    let mut found = Vec::new();
    all(directives, &mut found);
    let named = |name: &'static str| found.iter().filter(move |directive| directive.name == name);
    let format = |directive: &&&Directive| {
        let (name, texts) = directive.words.split_first()?;
        let text: String = texts.iter().filter(|text| !text.starts_with("escape=")).map(String::as_str).collect();
        let written = |log: &&&Directive| log.words.get(1) == Some(name);
        let files = named("access_log").filter(written).map(|log| log.first_word().to_owned()).collect();
        Some(LogFormat { name: name.clone(), text, syntax: LogSyntax::Nginx, files })
    };
    named("log_format").filter_map(|directive| format(&directive)).collect()
}

/// `LogFormat "text" name` and `CustomLog path name`, or `CustomLog path "text"`.
fn of_apache(directives: &[Directive]) -> Vec<LogFormat> {
    let mut found = Vec::new();
    all(directives, &mut found);
    let logs = || found.iter().filter(|directive| directive.is("CustomLog"));
    let mut formats = Vec::new();
    for directive in found.iter().filter(|directive| directive.is("LogFormat")) {
        let [text, name, ..] = directive.words.as_slice() else { continue };
        let written = logs().filter(|log| log.words.get(1) == Some(name));
        let files = written.map(|log| log.first_word().to_owned()).collect();
        formats.push(LogFormat { name: name.clone(), text: text.clone(), syntax: LogSyntax::Apache, files });
    }
    for log in logs() {
        if let Some(text) = log.words.get(1).filter(|text| text.contains('%')) {
            let path = log.first_word().to_owned();
            let format =
                LogFormat { name: path.clone(), text: text.clone(), syntax: LogSyntax::Apache, files: vec![path] };
            formats.push(format);
        }
    }
    formats
}

#[cfg(test)]
mod tests {
    use super::super::testing::Memory;
    use super::*;

    fn formats(name: &str, text: &str) -> Vec<(String, String, Vec<String>)> {
        let mut files = Memory::of(&[(name, text)]);
        let found = log_formats(name, &mut files, Limits::default()).unwrap();
        found.into_iter().map(|format| (format.name, format.text, format.files)).collect()
    }

    #[test]
    fn formats_of_nginx_are_found_with_their_logs() {
        let text = "events {}\nhttp {\n  log_format own escape=json '$status '\n    '$host';\n  server { listen 80; access_log /var/log/own.log own buffer=32k; location / { access_log off; } }\n}\n";
        let own = ("own".to_owned(), "$status $host".to_owned(), vec!["/var/log/own.log".to_owned()]);
        assert_eq!(formats("nginx.conf", text), [own]);
        assert_eq!(formats("nginx.conf", "events {}\nhttp { server { listen 80; } }\n"), []);
    }

    #[test]
    fn formats_of_apache_are_found_with_their_logs() {
        let text = "ServerName a.test\nLogFormat \"%h \\\"%r\\\" %>s\" own\n<VirtualHost *:80>\nCustomLog logs/a.log own\nCustomLog \"logs/b c.log\" \"%t %>s\"\n</VirtualHost>\n";
        let own = ("own".to_owned(), "%h \"%r\" %>s".to_owned(), vec!["logs/a.log".to_owned()]);
        let other = ("logs/b c.log".to_owned(), "%t %>s".to_owned(), vec!["logs/b c.log".to_owned()]);
        assert_eq!(formats("apache2.conf", text), [own, other]);
    }
}
