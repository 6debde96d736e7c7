//! The ways into the site: each address with each way of asking.

use super::status_of;
use crate::evidence::{Evidence, Sight};
use crate::model::visit::VisitPurpose;
use crate::model::{Scheme, StepStatus};
use crate::report::words::{Speech, outcome};
use crate::text::Texts;

/// One way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayRow {
    pub ip: String,
    pub is_ipv4: bool,
    pub what: String,
    pub url: String,
    pub outcome: String,
    pub ms: u64,
    pub status: StepStatus,
}

/// Each address with each name and scheme: what a visitor who is sent there gets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Host name and scheme.
    pub columns: Vec<(String, Scheme)>,
    pub addresses: Vec<AddressRow>,
}

/// One address, with a cell for each column that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRow {
    pub ip: String,
    pub is_ipv4: bool,
    pub cells: Vec<Option<Cell>>,
}

/// What the first visit of this kind got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub status: StepStatus,
    /// The status code, or that there is none.
    pub answer: String,
    pub ms: u64,
    /// Who answered, as the answer itself says; why nobody did.
    pub about: String,
}

impl Matrix {
    pub fn of(evidence: &Evidence<'_>, texts: &Texts) -> Matrix {
        let mut matrix = Matrix::default();
        for sight in in_order(evidence) {
            let column = (sight.visit.host.clone(), sight.visit.scheme);
            if !matrix.columns.contains(&column) {
                matrix.columns.push(column);
            }
        }
        // Names side by side, https before http.
        let names: Vec<String> = matrix.columns.iter().map(|(host, _)| host.clone()).collect();
        let place = |host: &String| names.iter().position(|name| name == host);
        matrix.columns.sort_by_key(|(host, scheme)| (place(host), *scheme != Scheme::Https));
        for sight in in_order(evidence) {
            let ip = sight.ip().to_string();
            let row = match matrix.addresses.iter().position(|row| row.ip == ip) {
                Some(row) => row,
                None => {
                    let cells = vec![None; matrix.columns.len()];
                    matrix.addresses.push(AddressRow { ip, is_ipv4: sight.ip().is_ipv4(), cells });
                    matrix.addresses.len() - 1
                }
            };
            let is_its = |(host, scheme): &(String, Scheme)| *host == sight.visit.host && *scheme == sight.visit.scheme;
            let column = matrix.columns.iter().position(is_its);
            let cells = matrix.addresses.get_mut(row).map(|row| &mut row.cells);
            if let Some(cell @ None) = cells.zip(column).and_then(|(cells, column)| cells.get_mut(column)) {
                *cell = Some(cell_of(sight, texts));
            }
        }
        matrix
    }

    /// Addresses of which some way in fails, and all of them.
    pub fn failing(&self) -> (usize, usize) {
        let is_bad = |row: &&AddressRow| row.cells.iter().flatten().any(|cell| cell.status == StepStatus::Problem);
        (self.addresses.iter().filter(is_bad).count(), self.addresses.len())
    }
}

fn cell_of(sight: &Sight<'_>, texts: &Texts) -> Cell {
    let answer = sight.answer();
    let server = answer.and_then(|answer| answer.header("server")).unwrap_or_default();
    Cell {
        status: status_of(sight),
        answer: match answer {
            Some(answer) => answer.status.to_string(),
            None => texts.get("window-ways-no-answer"),
        },
        ms: sight.at_ms.saturating_sub(sight.from_ms),
        about: match answer {
            Some(_) => server.split(['/', ' ']).next().unwrap_or_default().to_owned(),
            None => outcome(sight.visit, &Speech::new(texts)),
        },
    }
}

/// Visits to the site, by address family and address, in the order in which they were tried.
fn in_order<'e, 'a>(evidence: &'e Evidence<'a>) -> Vec<&'e Sight<'a>> {
    let visits = evidence.visits.all.iter().filter(|sight| sight.visit.purpose != VisitPurpose::Control);
    let mut sights: Vec<&Sight<'a>> = visits.collect();
    sights.sort_by_key(|sight| (!sight.ip().is_ipv4(), sight.ip(), sight.from_ms));
    sights
}

/// By address family and address, in the order in which they were tried.
pub fn rows(evidence: &Evidence<'_>, texts: &Texts) -> Vec<WayRow> {
    let speech = Speech::new(texts);
    let row = |sight: &&Sight<'_>| WayRow {
        ip: sight.ip().to_string(),
        is_ipv4: sight.ip().is_ipv4(),
        what: speech.purpose(sight.visit.purpose),
        url: sight.visit.url.clone(),
        outcome: outcome(sight.visit, &speech),
        ms: sight.at_ms.saturating_sub(sight.from_ms),
        status: status_of(sight),
    };
    in_order(evidence).iter().map(row).collect()
}
