//! `/metrics` in the Prometheus text format.

use crate::app::App;
use crate::error::{Error, Result};
use actix_web::http::header::AUTHORIZATION;
use actix_web::{HttpRequest, HttpResponse, get, web};
use prometheus::{Encoder, HistogramOpts, HistogramVec, IntCounter, IntGauge, Registry, TextEncoder};
use secrecy::ExposeSecret;
use std::time::Duration;

/// What this replica measures.
pub struct Metrics {
    registry: Registry,
    requests: HistogramVec,
    /// How many listen to what happens.
    pub listeners: IntGauge,
    /// How often something that happened could not be told, and was set aside.
    pub untold: IntCounter,
}

impl Metrics {
    /// With a registry of its own.
    pub fn new() -> Result<Self> {
        let options = HistogramOpts::new("mesa_http_request_duration_seconds", "Time from request to answer")
            .buckets(vec![0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0]);
        let requests = HistogramVec::new(options, &["method", "route", "status"]).map_err(Error::internal)?;
        let about = "Open answers of GET /api/v1/events, and of GET /api/v1/changes that wait";
        let listeners = IntGauge::new("mesa_live_listeners", about).map_err(Error::internal)?;
        let about = "Entries that could not be told and were set aside: mesa doctor says why";
        let untold = IntCounter::new("mesa_untold_entries_total", about).map_err(Error::internal)?;
        let registry = Registry::new();
        registry.register(Box::new(requests.clone())).map_err(Error::internal)?;
        registry.register(Box::new(listeners.clone())).map_err(Error::internal)?;
        registry.register(Box::new(untold.clone())).map_err(Error::internal)?;
        Ok(Self { registry, requests, listeners, untold })
    }

    /// Counts an answered request.
    pub fn observe(&self, method: &str, route: &str, status: u16, elapsed: Duration) {
        self.requests.with_label_values(&[method, route, &status.to_string()]).observe(elapsed.as_secs_f64());
    }

    fn text(&self) -> Result<String> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text).map_err(Error::internal)?;
        String::from_utf8(text).map_err(Error::internal)
    }
}

/// With `MESA_METRICS_TOKEN` for whoever has it; without, for this machine only.
#[get("/metrics")]
pub async fn metrics(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    let allowed = match &app.config.metrics_token {
        Some(token) => {
            let wanted = format!("Bearer {}", token.expose_secret());
            request.headers().get(AUTHORIZATION).is_some_and(|sent| same(sent.as_bytes(), wanted.as_bytes()))
        }
        None => {
            request.peer_addr().is_some_and(|peer| peer.ip().is_loopback())
                && !request.headers().contains_key("x-forwarded-for")
        }
    };
    if !allowed {
        return Err(Error::NotFound);
    }
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(app.metrics.text()?))
}

/// Compares in a time that does not tell how far the two agree.
fn same(sent: &[u8], wanted: &[u8]) -> bool {
    sent.len() == wanted.len()
        && sent.iter().zip(wanted).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
