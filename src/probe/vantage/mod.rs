//! The view from other places, by a service with the interface of Globalping (its documentation of 2026-08): what is
//! left of the allowance is asked first, then one measurement is ordered and its results are fetched as they come.
//!
//! The service learns the site's name, its port and scheme, and an address of it (of the server behind the gateway too,
//! where the owner named that one); never a path, a query or a header.

pub(super) mod exchange;
pub mod public;
pub(crate) mod wire;

use std::sync::Arc;
use std::time::Duration;

use reqwest::Method;
use tokio::time::Instant;

use self::exchange::{Reach, Reply, Service};
use super::outside::{Places, WorldRequest};
use super::roots::Roots;
use crate::model::world::{PlaceLook, WorldLook, WorldQuestion};
use crate::model::{Failure, FailureKind, Known};
use crate::settings::Vantage;

/// The pause after each answer before results are asked for again.
const POLL: Duration = Duration::from_millis(500);
/// A longer wish of the service to be left alone ends the measurement.
const LONGEST_WAIT: Duration = Duration::from_secs(6);
/// How long it is left alone where it does not say.
const USUAL_WAIT: Duration = Duration::from_secs(5);
/// Places of any kind, where there are none of the kinds wished for.
const ANYWHERE: usize = 6;

/// Asks; what has come by the time that the future is dropped stays in the look.
pub async fn look(roots: &Arc<Roots>, vantage: &Vantage, request: &WorldRequest, look: &mut WorldLook) {
    let ends = Instant::now() + request.limit;
    let mut session = match Service::at(roots, &vantage.base_url, vantage.token_to_send(), Reach::Anywhere) {
        Ok(service) => Session { service, ends, look },
        Err(failure) => {
            look.places = Known::Failed(failure);
            return;
        }
    };
    if let Err(why) = session.measure(request).await {
        session.give_up(why);
    }
}

/// Why there is nothing to see.
enum Stop {
    /// The service is well, and does not do it now.
    NotNow(String),
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Failed(failure)
    }
}

struct Session<'a> {
    service: Service,
    ends: Instant,
    look: &'a mut WorldLook,
}

impl Session<'_> {
    async fn measure(&mut self, request: &WorldRequest) -> Result<(), Stop> {
        let room = self.room().await?;
        let wanted = wire::Order::of(request, room).ok_or_else(|| nothing_left(None))?;
        let reply = self.order(request, &wanted, room).await?;
        let number = wire::number_of(&reply.body).ok_or_else(|| unreadable(&reply))?;
        self.look.measurement = Some(number.clone());
        self.follow(&number, request.question).await
    }

    /// What came before the trouble is worth more than the trouble.
    fn give_up(&mut self, why: Stop) {
        if self.look.places.seen().is_some_and(|places| places.iter().any(PlaceLook::says)) {
            return;
        }
        self.look.places = match why {
            Stop::NotNow(why) => Known::not_tried(why),
            Stop::Failed(failure) => Known::Failed(failure),
        };
    }

    /// For how many places the allowance is enough.
    async fn room(&mut self) -> Result<usize, Stop> {
        let reply = self.ask(Method::GET, "v1/limits", None).await?;
        match reply.status {
            200 => {
                let limits = wire::limits_of(&reply.body).ok_or_else(|| unreadable(&reply))?;
                if limits.left() == 0 { Err(nothing_left(limits.reset_secs())) } else { Ok(limits.left()) }
            }
            429 => Err(nothing_left(reply.retry_after_secs)),
            _ => Err(refused(&reply).into()),
        }
    }

    /// Orders the measurement; at the second attempt from anywhere, where nobody is at the places wished for.
    async fn order(&mut self, request: &WorldRequest, wanted: &wire::Order, room: usize) -> Result<Reply, Stop> {
        let mut reply = self.ask(Method::POST, "v1/measurements", Some(wanted.json())).await?;
        if reply.status == 429 && reply.error_type().as_deref() == Some("too_many_requests") {
            self.rest(&reply).await?;
            reply = self.ask(Method::POST, "v1/measurements", Some(wanted.json())).await?;
        }
        let is_choice = matches!(request.places, Places::Chosen(_));
        if reply.status == 422 && is_choice {
            let anywhere = wire::Order::anywhere(request, room.min(ANYWHERE));
            reply = self.ask(Method::POST, "v1/measurements", Some(anywhere.json())).await?;
        }
        match reply.status {
            202 => Ok(reply),
            422 => Err(Stop::NotNow("the service has nobody at these places".to_owned())),
            429 => Err(nothing_left(reply.retry_after_secs)),
            _ => Err(refused(&reply).into()),
        }
    }

    /// Fetches results until all have come or the time is over.
    async fn follow(&mut self, number: &str, question: WorldQuestion) -> Result<(), Stop> {
        let path = format!("v1/measurements/{number}");
        let mut etag: Option<String> = None;
        loop {
            if Instant::now() + POLL >= self.ends {
                return Err(Failure::new(FailureKind::TimedOut, self.service.after_ms()).into());
            }
            tokio::time::sleep(POLL).await;
            let reply = self.service.send(Method::GET, &path, None, etag.as_deref(), self.ends).await?;
            match reply.status {
                304 => continue,
                200 => {}
                404 => return Err(Stop::NotNow("the service no longer knows the measurement".to_owned())),
                429 => {
                    self.rest(&reply).await?;
                    continue;
                }
                _ => return Err(refused(&reply).into()),
            }
            let state = wire::state_of(&reply.body).ok_or_else(|| unreadable(&reply))?;
            let is_over = state.is_over();
            self.look.places = Known::Seen(state.places(question));
            if is_over {
                return Ok(());
            }
            etag = reply.etag;
        }
    }

    /// Waits as long as the service wishes; a long wish, or one beyond our time, is no wish to be waited for.
    async fn rest(&self, reply: &Reply) -> Result<(), Stop> {
        let wait = reply.retry_after_secs.map_or(USUAL_WAIT, Duration::from_secs);
        if wait > LONGEST_WAIT || Instant::now() + wait >= self.ends {
            return Err(nothing_left(Some(wait.as_secs())));
        }
        tokio::time::sleep(wait).await;
        Ok(())
    }

    /// With the key of the settings; without it from then on, where the service does not know it.
    async fn ask(&mut self, method: Method, path: &str, body: Option<String>) -> Result<Reply, Failure> {
        let reply = self.service.send(method.clone(), path, body.clone(), None, self.ends).await?;
        if reply.status != 401 || !self.service.forget_token() {
            return Ok(reply);
        }
        self.look.token_refused = true;
        self.service.send(method, path, body, None, self.ends).await
    }
}

fn nothing_left(reset_secs: Option<u64>) -> Stop {
    Stop::NotNow(match reset_secs {
        Some(secs) => format!("the service gives no more measurements for now; it may be asked again in {secs} s"),
        None => "the service gives no more measurements for now".to_owned(),
    })
}

fn refused(reply: &Reply) -> Failure {
    let words = reply.error_message().map(|words| format!(": {words}")).unwrap_or_default();
    reply.failure(FailureKind::Protocol, format!("HTTP status {}{words}", reply.status))
}

fn unreadable(reply: &Reply) -> Stop {
    reply.failure(FailureKind::Protocol, "the service's answer cannot be read".to_owned()).into()
}
