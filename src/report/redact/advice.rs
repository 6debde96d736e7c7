//! Advice that names a server: with a stand-in it would send its reader to a place that is none.

use crate::model::Case;
use crate::model::Diagnosis;
use crate::model::diagnosis::Words;
use crate::model::upstream::Upstream;
use crate::text::Texts;

/// The case without each server, or socket, in its advice that `hidden`, the same case with stand-ins, does not show as it
/// is; `None` where it shows all. A sentence then says what to look for, in the language of the case.
pub fn without_servers(case: &Case, hidden: &Case) -> Option<Case> {
    let texts = Texts::language(&case.app.lang).unwrap_or_else(Texts::english);
    let (mut told, mut hidden) = (case.clone(), hidden.diagnosis.clone()?);
    let mut any = false;
    for ((text, words), (_, shown)) in sentences(told.diagnosis.as_mut()?).into_iter().zip(sentences(&mut hidden)) {
        let differs = Upstream::VALUES.iter().any(|name| words.values.get(*name) != shown.values.get(*name));
        if words.values.contains_key(Upstream::KNOWN) && differs {
            any = true;
            words.values.retain(|name, _| !Upstream::VALUES.contains(&name.as_str()));
            if texts.has(&words.key) {
                *text = texts.say(words);
            }
        }
    }
    any.then_some(told)
}

/// What somebody can do, and what would part the other explanations from it.
fn sentences(diagnosis: &mut Diagnosis) -> Vec<(&mut String, &mut Words)> {
    let next = diagnosis.next.iter_mut().map(|next| (&mut next.action, &mut next.words));
    let others = diagnosis.alternatives.iter_mut().map(|other| (&mut other.separated_by, &mut other.words));
    next.chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NextStep, Who};
    use crate::report::redact::{Hide, Identity, redact, redact_as};
    use crate::report::sample;

    /// The sample with this server in its advice.
    fn advised(server: &str) -> Case {
        let mut case = sample::case();
        let words = Upstream::named(server).unwrap().told_in(Words::new("cause-origin-timeout-connect-check"));
        let diagnosis = case.diagnosis.as_mut().unwrap();
        diagnosis.next =
            vec![NextStep { action: Texts::english().say(&words), ..NextStep::new(Who::Owner, words.clone()) }];
        let other = diagnosis.alternatives.first_mut().unwrap();
        (other.separated_by, other.words) = (Texts::english().say(&words), words);
        case
    }

    fn told(case: &Case) -> [String; 2] {
        let diagnosis = case.diagnosis.as_ref().unwrap();
        [diagnosis.next[0].action.clone(), diagnosis.alternatives[0].separated_by.clone()]
    }

    #[test]
    fn a_server_that_is_hidden_is_left_out_of_advice() {
        let case = advised("http://10.20.30.40:8080");
        assert!(told(&case).iter().all(|text| text.contains("`nc -vz 10.20.30.40 8080`")), "{:?}", told(&case));
        let hidden = redact(&case);
        assert!(told(&hidden).iter().all(|text| text.contains("`nc -vz ADDRESS PORT`")), "{:?}", told(&hidden));
        assert!(!hidden.diagnosis.as_ref().unwrap().next[0].words.values.contains_key(Upstream::KNOWN));
        assert_eq!(redact(&hidden), hidden);
        assert_eq!(told(&redact_as(&case, &Identity::default(), Hide::NONE)), told(&case));
    }

    #[test]
    fn a_server_that_is_shown_stays() {
        let case = advised("http://127.0.0.1:8080");
        assert_eq!(told(&redact(&case)), told(&case));
    }
}
