//! `gatemend show`: a saved case, and what today's rules make of it.

use super::args::Show;
use super::verdict::{Detail, in_words, with_reports};
use super::{ExitCode, Trouble, check, terminal};
use crate::checkup::{judge_anew, told_in, with_own_commands};
use crate::model::Case;
use crate::store;

pub fn run(show: Show) -> Result<ExitCode, Trouble> {
    terminal::colours(show.no_color);
    let texts = check::texts(show.lang.as_deref(), None)?;
    store::check_endings(&show.report)?;
    let case = store::read_case(&show.case)?;
    let detail = if show.verbose { Detail::Everything } else { Detail::Usual };
    let stands = case.diagnosis.is_some();
    let anew = judge_anew(&case, &texts);
    let case = told_in(with_own_commands(case, &anew), &anew, &texts);
    terminal::print(&with_reports(&case, &texts, detail, &show.report));
    let claim = |case: &Case| case.diagnosis.as_ref().map(|diagnosis| (diagnosis.fault, diagnosis.cause));
    if claim(&case) != claim(&anew) {
        let heading = if stands { "cli-judged-anew" } else { "cli-judged-first" };
        terminal::print(&format!("\n{}\n{}", terminal::bold(&texts.get(heading)), in_words(&anew, &texts, detail)));
    }
    let kept = store::redacted(&case, false);
    for path in &show.report {
        store::write_report(&kept, &texts, path)?;
    }
    Ok(ExitCode::Fine)
}
