//! Gateways, error answers and status codes as data, and the matcher that reads them out of one answer.
//!
//! This layer only says what an answer says about itself: who spoke, and what it names as the cause. Whose fault
//! a case is, is decided elsewhere, from more than one answer. No I/O, no clock.

mod edge_place;
pub mod error_page;
pub mod gateway;
pub mod interceptor;
pub mod matcher;
pub mod paste;
pub mod pattern;
pub mod proxy_status;
mod request_ids;
pub mod response;
mod security_txt;
pub mod signs;
pub mod status;

pub use edge_place::edge_place;
pub use gateway::{Evidence, GatewayKind, Speaker, gateway};
pub use interceptor::{Interceptor, interceptor_of};
pub use matcher::{Identified, Material, identify};
pub use paste::{Pasted, PastedForm};
pub use proxy_status::ProxyStatusMember;
pub use request_ids::names_a_request;
pub use response::Meaning;
pub use security_txt::security_contacts;
pub use signs::StoredSign;
pub use status::{StatusMeaning, explain_status};

#[cfg(test)]
mod known_answers;
