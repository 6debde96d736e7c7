//! Whom to tell: contacts as those say who keep registers of names and addresses, and as the site itself says.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Known;

/// What a register says about a name or an address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Registration {
    pub about: Registered,
    /// Who keeps that part of the register, where it was found out: the last one that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// Those that were asked before it and named another one in their place, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<String>,
    pub contacts: Known<Vec<Contact>>,
}

impl Registration {
    /// Nobody has been asked yet.
    pub fn unasked(about: Registered, why: &str) -> Registration {
        Registration { about, register: None, passed: Vec::new(), contacts: Known::not_tried(why) }
    }

    /// All registers that were asked, in order.
    pub fn asked(&self) -> impl Iterator<Item = &String> {
        self.passed.iter().chain(&self.register)
    }
}

/// A name or an address that somebody has registered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Registered {
    Domain(String),
    Address(IpAddr),
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub part: ContactPart,
    /// Of a person or an organisation; empty where none is given.
    pub name: String,
    /// An e-mail address, or the address of a page.
    pub reach: String,
}

/// What a contact is there for (RFC 9083 section 10.2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactPart {
    Technical,
    /// The network operations centre.
    Noc,
    Abuse,
    Registrar,
}
