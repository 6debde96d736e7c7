//! The window: messages in, state changed by pure updates, drawn by views that may only push messages.
//!
//! Nothing here blocks or waits: runs go on in the engine, files are written on the runtime, and a bridge brings what
//! happened back and asks for one more frame.

mod app;
mod beside;
mod bridge;
mod broke;
mod claims;
mod device;
mod dialog;
mod effect;
mod files;
mod glances;
mod guided;
mod handed;
mod icon;
mod keeper;
mod keys;
mod language;
mod message;
mod motion;
mod network;
mod notify;
mod opening;
mod page;
mod place;
mod preferences;
mod preview;
mod reading;
mod reporting;
mod start;
mod region;
mod state;
mod theme;
mod typed;
mod update;
mod view;
mod watching;
mod widget;

pub use app::run;
pub use effect::Effect;
pub use guided::After;
pub use handed::{Glance, HandedFile};
pub use keys::{focus_address, read as read_keys};
pub use message::Message;
pub use preview::Preview;
pub use reading::Reading;
pub use start::Opening;
pub use state::{Look, Offer, Proof, Screen, State, Tab};
pub use theme::{install, letters};
pub use update::update;
pub use view::root_ui;
