//! Gatemend finds where the path to a website breaks, and says who has to act.
//!
//! A run is collected once and diagnosed many times: steps, verdict and plan are pure functions of the case. Each folder
//! is a layer with one job; who may know whom is held by `tests/architecture.rs`, and `ARCHITECTURE.md` has the picture,
//! the invariants and a reading order.
//!
//! | layer | job |
//! | --- | --- |
//! | [`model`] | the vocabulary: target, observation, case, claim, diagnosis |
//! | [`text`] | every sentence that a person reads |
//! | [`settings`] | the settings file |
//! | [`probe`] | primitives on the outside world; they never judge |
//! | [`attempt`] | one thing worth trying |
//! | [`plan`] | which attempts next, by what can still part explanations and by thrift |
//! | [`engine`] | runs attempts, tells events in order, ends in time |
//! | [`signature`] | gateways and error answers as data |
//! | [`logs`] | server logs: formats, known kinds of lines, counts |
//! | [`configuration`] | a gateway's own files: which server a page is asked from |
//! | [`evidence`] | pure readings of a case |
//! | [`diagnosis`] | one inference, by elimination |
//! | [`step`] | the checklist and the path picture |
//! | [`checkup`] | events folded into a case with checklist and verdict |
//! | [`remedy`] | what a person can try, and which of it the evidence leaves open |
//! | [`report`] | a case as HTML, Markdown, text, JSON; redaction |
//! | [`store`] | files |
//! | [`watch`] | when a site is back |
//! | [`crash`] | when this program itself breaks |
//! | [`cli`] and `ui` | command line and window |

#![forbid(unsafe_code)]

pub mod model;
pub mod text;
pub mod settings;
pub mod probe;
pub mod attempt;
pub mod plan;
pub mod engine;
pub mod signature;
pub mod logs;
pub mod configuration;
pub mod evidence;
pub mod diagnosis;
pub mod step;
pub mod checkup;
pub mod remedy;
pub mod report;
pub mod store;
pub mod watch;
pub mod crash;
#[cfg(any(test, fuzzing))]
pub mod doors;
pub mod cli;
#[cfg(feature = "gui")]
pub mod ui;
