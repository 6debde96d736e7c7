//! Puts the verdict's words into sentences.

use crate::model::Diagnosis;
use crate::model::diagnosis::Words;
use crate::text::Texts;

/// Fills every text of the verdict from the words beside it. A key that no language knows, in a file of another version,
/// leaves the text as it is.
pub fn fill(diagnosis: &mut Diagnosis, texts: &Texts) {
    tell(&mut diagnosis.headline, &diagnosis.words, texts);
    for reason in &mut diagnosis.because {
        tell(&mut reason.text, &reason.words, texts);
    }
    for next in &mut diagnosis.next {
        tell(&mut next.action, &next.words, texts);
    }
    for leave in &mut diagnosis.leave_alone {
        tell(&mut leave.what, &part(&leave.words, "what"), texts);
        tell(&mut leave.why, &part(&leave.words, "why"), texts);
    }
    for untested in &mut diagnosis.not_tested {
        tell(&mut untested.what, &part(&untested.words, "what"), texts);
        tell(&mut untested.why, &part(&untested.words, "why"), texts);
    }
    for alternative in &mut diagnosis.alternatives {
        tell(&mut alternative.separated_by, &alternative.words, texts);
    }
}

fn tell(text: &mut String, words: &Words, texts: &Texts) {
    if texts.has(&words.key) || text.is_empty() {
        *text = texts.say(words);
    }
}

fn part(words: &Words, name: &str) -> Words {
    Words { key: format!("{}-{name}", words.key), values: words.values.clone() }
}
