//! The vocabulary: what was asked, what was seen, what is concluded. No I/O, no clock, no judgement.

pub mod case;
pub mod claim;
pub mod configuration;
pub mod contact;
pub mod device;
pub mod diagnosis;
pub mod dns;
pub mod failure;
pub mod ip;
pub mod known;
pub mod limit;
pub mod log;
pub mod observation;
pub mod path;
pub mod remedy;
pub mod secret;
pub mod stand_in;
pub mod server;
pub mod step;
pub mod target;
pub mod trouble;
pub mod upstream;
pub mod visit;
pub mod wanted;
pub mod world;

pub use case::{AppInfo, Case, Ended, Role, Timing};
pub use claim::{Cause, Claim, Confidence, Fault};
pub use diagnosis::{Alternative, Change, Diagnosis, LeaveAlone, NextStep, NotTested, Reason, Who};
pub use failure::{Failure, FailureKind};
pub use known::Known;
pub use observation::{Observation, ObservationId, Seen};
pub use remedy::{Answer, Browser, Measured, Remedy, Tried};
pub use step::{StepId, StepKind, StepReport, StepStatus};
pub use target::{Scheme, Target, TargetNote};
