//! Network primitives on the outside world. They look; they never judge what they saw.
//!
//! Everything goes through [`outside::Net`], passed explicitly, so that tests can put a described world in its
//! place. [`system`] and the files that it uses are the only code that opens sockets or reads this device's settings.

pub mod body;
pub mod dns;
pub mod doh;
pub mod http;
pub mod local;
pub mod outside;
pub mod rdap;
pub mod recorder;
pub mod roots;
pub mod scripted;
pub mod system;
pub mod tcp;
pub mod tls;
pub mod tunnel;
pub mod vantage;
pub mod visit;
