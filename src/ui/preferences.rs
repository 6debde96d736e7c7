//! What changes when settings and looks do. Pure.

use std::net::{IpAddr, SocketAddr};

use super::effect::Effect;
use super::language;
use super::state::{Look, Offer, State};
use crate::model::Target;
use crate::model::dns::{DnsServer, ServerRole, Transport};
use crate::settings::{Control, Settings};
use crate::text::capitalised;

pub fn change_settings(state: &mut State, settings: Settings) -> Vec<Effect> {
    let before = std::mem::replace(&mut state.settings, settings.clone());
    state.tell(state.texts.get("window-settings-saved"), Some(Offer::Undo(Box::new(before))));
    [Effect::SaveSettings(Box::new(settings))].into_iter().chain(language::follow_settings(state)).collect()
}

/// A plain DNS server, named by its number; port 53 goes without saying (RFC 1035 section 4.2).
pub fn add_server(state: &mut State) -> Vec<Effect> {
    let typed = state.server.trim().trim_matches(['[', ']']);
    let alone = typed.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 53));
    let Ok(ip_port) = alone.or_else(|_| state.server.trim().parse::<SocketAddr>()) else {
        state.server_error = Some("window-set-add-wrong");
        return Vec::new();
    };
    let is_plain = |server: &&DnsServer| server.ip_port == ip_port && server.transport == Transport::Udp;
    if state.settings.resolvers.iter().find(is_plain).is_some() {
        state.server_error = Some("window-set-add-known");
        return Vec::new();
    }
    let server = DnsServer {
        name: ip_port.ip().to_string(),
        ip_port,
        transport: Transport::Udp,
        role: ServerRole::Public,
        tls_name: None,
        url: None,
    };
    state.server.clear();
    let mut settings = state.settings.clone();
    settings.resolvers.push(server);
    change_settings(state, settings)
}

/// A page of somebody else that works when the connection does: counts as good with status 200, whatever it says.
pub fn add_page(state: &mut State) -> Vec<Effect> {
    let typed = state.page.trim();
    let Ok(target) = Target::parse(typed) else {
        state.page_error = Some("window-set-page-wrong");
        return Vec::new();
    };
    if state.settings.controls.iter().any(|known| known.url == target.url) {
        state.page_error = Some("window-set-page-known");
        return Vec::new();
    }
    let page = Control { name: target.host, url: target.url, status: 200, body: None };
    state.page.clear();
    let mut settings = state.settings.clone();
    settings.controls.push(page);
    change_settings(state, settings)
}

/// That it was saved is told at once, for the way back; that it was not, as soon as it is known.
pub fn settings_kept(state: &mut State, result: Result<(), String>) {
    if let Err(error) = result {
        state.tell(capitalised(&error), None);
    }
}

pub fn change_look(state: &mut State, look: Look) -> Vec<Effect> {
    state.look = look;
    vec![Effect::Apply]
}

pub fn undo(state: &mut State) -> Vec<Effect> {
    let Some(Offer::Undo(before)) = state.toast.take().and_then(|toast| toast.offer) else { return Vec::new() };
    state.settings = (*before).clone();
    [Effect::SaveSettings(before)].into_iter().chain(language::follow_settings(state)).collect()
}
