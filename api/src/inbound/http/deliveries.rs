//! `/inbound/chat` and `/inbound/monitoring`: what other programs tell, once they have proved by which
//! source they come.

use crate::app::App;
use crate::auth::{self, SignedIn};
use crate::error::{Error, Result};
use crate::http::{Answer, Query, Raw, UseCase};
use crate::ids::InboundSourceId;
use crate::inbound::model::{Credentials, Delivery};
use crate::inbound::store::{self, Wanted};
use crate::inbound::{chat, monitoring, proof};
use crate::signature::Signature;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, post, web};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::inbound::{
    ChatMessage, ChatReceipt, DeliveryFilter, InboundChannel, MonitoringReceipt, MonitoringReport,
};
use contract::reference::Reference;

/// What API keys begin with: they are the kernel's to judge.
const API_KEY: &str = "mesa_pat_";

/// Report alerts.
///
/// As Prometheus Alertmanager's webhook (version 4) or Zabbix's media type of `docs/operate/inbound.md`
/// sends them. Alerts of one group are one incident: the first registers it, others are noted on it,
/// repetitions are counted, and those that are over are noted too; closing it is for people. By a signature
/// of Standard Webhooks, by the secret of the source (as bearer token, or as password of HTTP Basic), or
/// by an API key of the account in whose name the source registers.
#[utoipa::path(tag = "inbound", params(DeliveryFilter), request_body = MonitoringReport, responses((status = 200, body = MonitoringReceipt)))]
#[post("/inbound/monitoring")]
async fn report_alerts(
    app: web::Data<App>,
    request: HttpRequest,
    filter: Query<DeliveryFilter>,
    body: Raw,
    use_case: UseCase,
) -> Result<Answer<MonitoringReceipt>> {
    let delivery = let_in(&app, &request, InboundChannel::Monitoring, filter.into_inner(), &body).await?;
    let report = monitoring::understood(&body)?;
    let caller = delivery.caller.clone();
    use_case.on_behalf_of(caller).run(move |work| monitoring::take(work, &delivery, &report)).await
}

/// Pass on what somebody wrote in a chat.
///
/// The first message of a conversation registers a case, for the person with that mail address if the
/// project has one; those after it are added to its comments. The answer says the number and the link, to
/// be told to whoever wrote. It is proved as for `POST /inbound/monitoring`.
#[utoipa::path(
    tag = "inbound",
    params(DeliveryFilter),
    request_body = ChatMessage,
    responses((status = 200, body = ChatReceipt), (status = 201, body = ChatReceipt))
)]
#[post("/inbound/chat")]
async fn pass_on_message(
    app: web::Data<App>,
    request: HttpRequest,
    filter: Query<DeliveryFilter>,
    body: Raw,
    use_case: UseCase,
) -> Result<Answer<ChatReceipt>> {
    let delivery = let_in(&app, &request, InboundChannel::Chat, filter.into_inner(), &body).await?;
    let message: ChatMessage = body.understood()?;
    let caller = delivery.caller.clone();
    use_case.on_behalf_of(caller).run(move |work| chat::take(work, &delivery, &message)).await
}

/// How something says by which source it comes.
enum Proof {
    ApiKey,
    Secret(String),
    Signature(Signature),
}

impl Proof {
    fn of(request: &HttpRequest) -> Option<Self> {
        let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
        if let Some(signatures) = header("webhook-signature") {
            return Some(Self::Signature(Signature {
                id: header("webhook-id")?.to_owned(),
                timestamp: header("webhook-timestamp")?.to_owned(),
                signatures: signatures.to_owned(),
            }));
        }
        let (scheme, rest) = header(AUTHORIZATION.as_str())?.split_once(' ')?;
        let rest = rest.trim();
        if scheme.eq_ignore_ascii_case("bearer") {
            return Some(if rest.starts_with(API_KEY) {
                Self::ApiKey
            } else {
                Self::Secret(rest.to_owned())
            });
        }
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let credentials = String::from_utf8(STANDARD.decode(rest).ok()?).ok()?;
        let (_, password) = credentials.split_once(':')?;
        Some(Self::Secret(password.to_owned()))
    }
}

/// Lets something in that has proved by which source of the channel it comes.
async fn let_in(
    app: &App,
    request: &HttpRequest,
    channel: InboundChannel,
    filter: DeliveryFilter,
    body: &Raw,
) -> Result<Delivery> {
    let proof = Proof::of(request).ok_or(Error::Unauthenticated)?;
    let named = filter.source.map(Reference);
    let credentials = match &proof {
        Proof::ApiKey => return by_key(app, request, channel, named).await,
        Proof::Secret(secret) => by_secret(app, channel, secret, named.as_ref()).await?,
        Proof::Signature(signature) => {
            let named = named.as_ref().and_then(Reference::id).ok_or(Error::Unauthenticated)?;
            by_signature(app, channel, signature, InboundSourceId(named), body).await?
        }
    };
    auth::count_source(app, credentials.source, request)?;
    if !credentials.active {
        return Err(Error::SourceInactive);
    }
    let registrar = credentials.registrar;
    let caller = app.db.read(move |connection| auth::active_account(connection, registrar)).await?;
    let webhook_id = if let Proof::Signature(signature) = proof { Some(signature.id) } else { None };
    Ok(Delivery {
        source: credentials.source,
        // Without the account in whose name it comes nothing can be done with it.
        caller: caller.ok_or(Error::SourceInactive)?,
        webhook_id,
        public_url: app.config.public_url.clone(),
    })
}

/// By an API key: of a source that comes in the name of the key's account.
async fn by_key(
    app: &App,
    request: &HttpRequest,
    channel: InboundChannel,
    named: Option<Reference>,
) -> Result<Delivery> {
    let SignedIn(caller) = SignedIn::extract(request).await?;
    let reach = caller.clone();
    let sources = app
        .db
        .read(move |connection| {
            let mut sources = store::of_registrar(connection, channel, reach.id)?;
            sources.retain(|source| reach.roles.iter().any(|(project, _)| *project == source.project));
            Ok(sources)
        })
        .await?;
    let source = match (named, sources.as_slice()) {
        (Some(named), all) => {
            let named = named.id().map(InboundSourceId);
            all.iter().find(|source| Some(source.id) == named).ok_or(Error::NotFound)?
        }
        (None, []) => return Err(Error::Forbidden),
        (None, [only]) => only,
        (None, _) => return Err(Error::field("source", "required")),
    };
    if !source.active {
        return Err(Error::SourceInactive);
    }
    Ok(Delivery {
        source: source.id,
        caller: (*caller).clone(),
        webhook_id: None,
        public_url: app.config.public_url.clone(),
    })
}

async fn by_secret(
    app: &App,
    channel: InboundChannel,
    secret: &str,
    named: Option<&Reference>,
) -> Result<Credentials> {
    let wanted = Wanted::Hash(proof::hash_of_sent(secret).ok_or(Error::Unauthenticated)?);
    let found = app.db.read(move |connection| store::credentials(connection, channel, wanted)).await?;
    let is_named = |id: InboundSourceId| named.is_none_or(|named| named.id() == Some(id.0));
    found
        .filter(|of| is_named(of.source) && proof::is_secret(&app.keys, of, secret, app.clock.now()))
        .ok_or(Error::Unauthenticated)
}

async fn by_signature(
    app: &App,
    channel: InboundChannel,
    signature: &Signature,
    named: InboundSourceId,
    body: &Raw,
) -> Result<Credentials> {
    let wanted = Wanted::Id(named);
    let found = app.db.read(move |connection| store::credentials(connection, channel, wanted)).await?;
    found
        .filter(|of| proof::is_signed(&app.keys, of, signature, body.bytes(), app.clock.now()))
        .ok_or(Error::Unauthenticated)
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(report_alerts).service(pass_on_message);
}
