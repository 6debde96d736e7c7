//! Short phrases that the program itself writes into cases and histories: why something was not tried, how a page failed.
//! There they stand in plain English; in sentences they are said in the reader's language.

use crate::model::diagnosis::Words;

/// The phrase as it is kept, and its message.
const PHRASES: &[(&str, &str)] = &[
    // How a page failed.
    ("no connection", "form-no-connection"),
    ("certificate", "form-certificate"),
    ("no answer", "form-no-answer"),
    ("broken off", "form-broken-off"),
    ("unclear", "form-unclear"),
    // Why something was not tried.
    ("not reached", "form-not-reached"),
    ("stopped before it answered", "form-stopped"),
    ("the time allowed for the check was over", "form-out-of-time"),
    ("it had not answered yet", "form-not-answered-yet"),
    ("the service has not answered yet", "form-service-silent"),
    ("the place was not there", "form-place-gone"),
    ("something else was asked", "form-asked-else"),
    ("its answer has no status", "form-no-status"),
    ("the proxy opened no tunnel", "form-no-tunnel"),
    ("no hop was asked for", "form-no-hop"),
    ("a trace is not built for this system yet", "form-no-trace-here"),
    ("a link-local address needs its interface", "form-link-local"),
    ("no entry", "form-no-entry"),
    ("no tool to read the table", "form-no-tool"),
    ("the tool did not answer in time", "form-tool-silent"),
    ("the reading was stopped", "form-reading-stopped"),
    // Why this machine could not be looked at as the site's server.
    ("the kernel's log says nothing to this user", "form-no-kernel-log"),
    ("systemd does not run here", "form-no-systemd"),
    ("php-fpm's pools may not be read by this user", "form-pools-closed"),
    ("php-fpm has no pools at the usual places", "form-no-pools"),
    ("no file system could be looked at", "form-no-file-system"),
    ("Gatemend has no way to look there on this system", "form-no-way-to-look"),
    // Why a file could not be read or written.
    ("there is no such file or folder", "form-no-file"),
    ("access is not permitted", "form-no-access"),
    ("something of that name is there already", "form-name-taken"),
    ("a part of its path is no folder", "form-path-no-folder"),
    ("it is a folder", "form-a-folder"),
    ("the drive can only be read", "form-read-only"),
    ("the drive is full", "form-drive-full"),
    ("this user has no disk space left", "form-no-space-left"),
    ("it is too large", "form-too-large"),
    ("its name is too long, or not allowed here", "form-name-not-allowed"),
    ("another program is using it", "form-in-use"),
    ("it ends too early", "form-ends-early"),
    ("it is no text", "form-no-text"),
    ("it is no file", "form-no-regular-file"),
    ("it is no regular file; give it on standard input", "form-on-standard-input"),
    ("it is larger than 64 MiB", "form-larger-than-a-case"),
    ("it is no case file", "form-no-case-file"),
    ("it is empty", "form-empty"),
    ("stopped before the end", "form-stopped-early"),
    ("it became shorter while it was read", "form-became-shorter"),
    ("standard input", "form-standard-input"),
    ("files include one another too deeply", "form-too-deep"),
    ("it includes itself", "form-includes-itself"),
    ("not permitted", "form-not-permitted"),
    ("not supported here", "form-not-supported"),
    // Why a service or a register told nothing.
    ("the service's answer cannot be read", "form-service-unreadable"),
    ("the service gives no more measurements for now", "form-service-spent"),
    ("the service has nobody at these places", "form-service-nobody"),
    ("the service no longer knows the measurement", "form-service-forgot"),
    ("no register is named for it", "form-register-none"),
    ("one register names the other, without an end", "form-register-circle"),
    ("the register's answer cannot be read", "form-register-unreadable"),
    ("its name leads into this device's own network", "form-leads-inside"),
    // What stands where there is nothing.
    ("without a word", "form-without-a-word"),
    ("none", "form-none"),
];

/// Phrases around a name or around somebody's words: what stands before it and behind it, and the message.
const AROUND: &[(&str, &str, &str)] = &[
    ("the system reports an error (", ")", "form-system-error"),
    ("", " is not here", "form-not-here"),
    ("", " has more addresses than are kept", "form-too-many-addresses"),
    ("the service gives no more measurements for now; it may be asked again in ", " s", "form-service-spent-until"),
    ("", ": not permitted", "form-not-permitted-for"),
];

/// The message of this phrase, where it is one.
pub(super) fn form(value: &str) -> Option<Words> {
    let whole = PHRASES.iter().find(|(plain, _)| *plain == value).map(|(_, key)| Words::new(*key));
    whole.or_else(|| {
        AROUND.iter().find_map(|(before, behind, key)| {
            let inner = value.strip_prefix(before)?.strip_suffix(behind)?;
            (!inner.is_empty()).then(|| Words::new(*key).with("what", inner))
        })
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::text::Texts;

    fn gather(folder: &Path, code: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && name != "scripted" && name != "testing" && name != "laws" {
                gather(&path, code);
            } else if name.ends_with(".rs") && !["phrase.rs", "sample.rs", "tests.rs"].contains(&name.as_str()) {
                let text = std::fs::read_to_string(&path).unwrap();
                code.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
            }
        }
    }

    fn code() -> String {
        let mut code = String::new();
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        code
    }

    #[test]
    fn every_phrase_is_written_somewhere_and_can_be_said() {
        let code = code();
        for (plain, key) in PHRASES {
            assert!(code.contains(&format!("\"{plain}\"")), "nobody writes {plain:?}");
            assert_eq!(Texts::english().get(key), *plain);
        }
    }

    #[test]
    fn every_reason_for_not_trying_has_its_message() {
        let code = code();
        for (before, behind, key) in AROUND {
            assert!(code.contains(before) && code.contains(behind), "nobody writes {before:?} … {behind:?}");
            let said = Texts::english().say(&Words::new(*key).with("what", "/x"));
            assert_eq!(said, format!("{before}/x{behind}"));
        }
        let reasons: Vec<&str> = code.split("not_tried(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(reasons.len() > 10);
        for reason in reasons.into_iter().filter(|reason| !reason.is_empty()) {
            assert!(form(reason).is_some(), "{reason:?} is English in every language");
        }
    }
}
