//! Puts the verdict's words into sentences.

use crate::model::Diagnosis;
use crate::model::diagnosis::Words;
use crate::text::Texts;

/// Fills every text of the verdict from the words beside it.
pub fn fill(diagnosis: &mut Diagnosis, texts: &Texts) {
    diagnosis.headline = texts.say(&diagnosis.words);
    for reason in &mut diagnosis.because {
        reason.text = texts.say(&reason.words);
    }
    for next in &mut diagnosis.next {
        next.action = texts.say(&next.words);
    }
    for leave in &mut diagnosis.leave_alone {
        leave.what = texts.say(&part(&leave.words, "what"));
        leave.why = texts.say(&part(&leave.words, "why"));
    }
    for untested in &mut diagnosis.not_tested {
        untested.what = texts.say(&part(&untested.words, "what"));
        untested.why = texts.say(&part(&untested.words, "why"));
    }
    for alternative in &mut diagnosis.alternatives {
        alternative.separated_by = texts.say(&alternative.words);
    }
}

fn part(words: &Words, name: &str) -> Words {
    Words { key: format!("{}-{name}", words.key), values: words.values.clone() }
}
