//! HAR files (HTTP Archive 1.2), as browsers save them from their developer tools.

use serde_json::Value;

use super::{Pasted, PastedForm, clean};
use crate::model::target::host_of;

/// The worst answer in the file: the last 5xx, else the last 4xx, else the first. `None` if it is no HAR file.
pub(super) fn read(text: &str) -> Option<Pasted> {
    let file: Value = serde_json::from_str(text).ok()?;
    let entries = file.get("log")?.get("entries")?.as_array()?;
    let worst = |class: u64| entries.iter().rev().find(|entry| status(entry).is_some_and(|code| code / 100 == class));
    let Some(entry) = worst(5).or_else(|| worst(4)).or_else(|| entries.first()) else {
        return Some(Pasted { form: PastedForm::Har, ..Pasted::default() });
    };
    let response = entry.get("response");
    let text_of = |value: Option<&Value>| clean(value.and_then(Value::as_str).unwrap_or_default());
    let url = entry.get("request").and_then(|request| request.get("url")).and_then(Value::as_str);
    Some(Pasted {
        status: status(entry).and_then(|code| u16::try_from(code).ok()).filter(|code| *code > 0),
        reason: text_of(response.and_then(|response| response.get("statusText"))),
        headers: response.and_then(|response| response.get("headers")).map(headers).unwrap_or_default(),
        body: text_of(response.and_then(|response| response.get("content")?.get("text"))),
        form: PastedForm::Har,
        log_of: None,
        request_host: url.and_then(|url| host_of(&url::Url::parse(url).ok()?)),
        first_byte_ms: entry.get("timings").and_then(|timings| timings.get("wait")).and_then(milliseconds),
    })
}

fn status(entry: &Value) -> Option<u64> {
    entry.get("response")?.get("status")?.as_u64()
}

/// `wait` is -1 where it does not apply.
fn milliseconds(wait: &Value) -> Option<u64> {
    let wait = std::time::Duration::try_from_secs_f64(wait.as_f64()? / 1000.0).ok()?;
    u64::try_from(wait.as_millis()).ok()
}

fn headers(list: &Value) -> Vec<(String, String)> {
    let pair = |header: &Value| {
        let part = |name: &str| Some(clean(header.get(name)?.as_str()?));
        Some((part("name")?, part("value")?))
    };
    list.as_array().into_iter().flatten().filter_map(pair).collect()
}
