//! What the server is made of, how it starts, and how it stops. Tests use the same two functions
//! as the binary: [`App::build`] and [`App::serve`].

use crate::auth::directory::Directory;
use crate::auth::oidc::Oidc;
use crate::auth::tokens::Tokens;
use crate::auth::{Keys, Limits};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::dialect::Both;
use crate::db::schema::settings;
use crate::db::{DatabaseUrl, Db, DbConnection, migrations};
use crate::error::{Error, Result};
use crate::http::metrics::Metrics;
use crate::http::{docs, middleware};
use crate::ids::ReplicaId;
use crate::live::{self, Hub};
use crate::outbound::courier::Courier;
use crate::outbound::mail::Mailer;
use crate::tickets::Files;
use crate::{demo, events, inbound, jobs, routes, tls};
use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{HttpRequest, HttpServer, web};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use diesel::prelude::*;
use secrecy::ExposeSecret;
use std::net::SocketAddr;
use std::sync::Arc;

/// Everything a request may need; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// What the operator has set.
    pub config: Arc<Config>,
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Access tokens.
    pub tokens: Arc<Tokens>,
    /// Keys for all else that must be secret.
    pub keys: Arc<Keys>,
    /// How much each caller may ask for.
    pub limits: Arc<Limits>,
    /// How often links for who has not signed in may be opened from an address.
    pub visitor_limits: Arc<Limits>,
    /// The directory of the organisation, if there is one.
    pub directory: Option<Arc<Directory>>,
    /// Others who vouch for people.
    pub oidc: Arc<Oidc>,
    /// Attached files.
    pub files: Files,
    /// The way to the mail server, if letters are sent.
    pub mailer: Option<Mailer>,
    /// The way to other programs.
    pub courier: Arc<Courier>,
    /// What this replica measures.
    pub metrics: Arc<Metrics>,
    /// Those who listen to what happens.
    pub live: Arc<Hub<events::News>>,
    /// Who this process is among the replicas.
    pub replica: ReplicaId,
    paths: Arc<docs::Paths>,
}

impl App {
    /// Opens the database, brings it up to date, and fills it with demo data if that is wanted
    /// and it is empty.
    pub async fn build(config: Config, clock: Clock) -> Result<Self> {
        std::fs::create_dir_all(&config.data_dir)
            .map_err(|error| Error::Unavailable(format!("{}: {error}", config.data_dir.display())))?;
        tls::prepare();
        let directory = config.directory.clone().map(Directory::new).transpose();
        let directory = directory.map_err(Error::Unavailable)?.map(Arc::new);
        migrate(&config.database)?;
        let db = Db::open(&config.database, config.database_connections)?;
        let key = match &config.signing_key {
            Some(key) => key.expose_secret().as_bytes().to_vec(),
            None => db.write(kept_signing_key).await?,
        };
        let oidc = Oidc::new(&config.providers, &config.public_url, &key).map_err(Error::Unavailable)?;
        let metrics = Arc::new(Metrics::new()?);
        let live = Hub::new(db.clone(), clock.clone(), events::read_news, metrics.listeners.clone());
        let app = Self {
            live: Arc::new(live),
            tokens: Arc::new(Tokens::new(&key, config.access_token_seconds)),
            keys: Arc::new(Keys::of(&key)?),
            limits: Arc::new(Limits::new("caller", config.requests_per_minute)),
            visitor_limits: Arc::new(Limits::new("link", config.link_requests_per_minute)),
            directory,
            oidc: Arc::new(oidc),
            files: Files::new(config.data_dir.join("attachments"), config.attachment_max_bytes),
            mailer: config.mail.as_ref().map(Mailer::of).transpose()?,
            courier: Arc::new(Courier::of(&config)),
            metrics,
            replica: ReplicaId::fresh(),
            paths: Arc::new(docs::Paths::of(&docs::document())),
            config: Arc::new(config),
            db,
            clock,
        };
        if app.config.demo {
            demo::fill_if_empty(&app).await?;
        }
        Ok(app)
    }

    /// Starts to listen; the returned server runs when awaited, until it is told to stop. With
    /// port 0 the address says which port it is.
    pub fn serve(&self) -> Result<(Server, SocketAddr)> {
        let app = self.clone();
        let server = HttpServer::new(move || {
            let routed = routes::app(actix_web::App::new().app_data(web::Data::new(app.clone())));
            routed.wrap(from_fn(middleware::frame))
        });
        let server = server
            .shutdown_timeout(10)
            .bind(self.config.listen)
            .map_err(|error| Error::Unavailable(format!("{}: {error}", self.config.listen)))?;
        let address =
            server.addrs().first().copied().ok_or_else(|| Error::internal("bound to no address"))?;
        Ok((server.run(), address))
    }

    /// Serves requests and runs the scheduled jobs until the process is told to stop.
    pub async fn run(&self) -> Result<()> {
        let (server, address) = self.serve()?;
        let scheduler = if self.config.scheduler { Some(jobs::start(self).await?) } else { None };
        let fetching = self.config.scheduler.then(|| inbound::mail::start(self));
        tokio::spawn(live::close_when_told(Arc::clone(&self.live)));
        log::info!("listening on http://{address}");
        let outcome = server.await.map_err(Error::internal);
        if let Some(fetching) = fetching {
            fetching.stop().await;
        }
        if let Some(mut scheduler) = scheduler {
            scheduler.shutdown().await.map_err(Error::internal)?;
        }
        log::info!("stopped");
        outcome
    }

    /// The app that a request has come to.
    pub fn of(request: &HttpRequest) -> Result<&Self> {
        request
            .app_data::<web::Data<Self>>()
            .map(web::Data::get_ref)
            .ok_or_else(|| Error::internal("the request has no app"))
    }

    /// The methods that a path takes; none when there is no such path.
    #[must_use]
    pub fn methods_at(&self, path: &str) -> Vec<String> {
        self.paths.methods_at(path)
    }
}

/// Brings a database up to date.
pub fn migrate(url: &DatabaseUrl) -> Result<usize> {
    let mut connection =
        url.connect().map_err(|error| Error::Unavailable(format!("the database {url:?}: {error}")))?;
    migrations::run(&mut connection)
}

/// The key that all replicas sign with, made by the first of them.
fn kept_signing_key(connection: &mut DbConnection) -> Result<Vec<u8>> {
    const NAME: &str = "signing_key";
    let fresh = STANDARD.encode(rand::random::<[u8; 32]>());
    Both(
        diesel::insert_into(settings::table)
            .values((settings::key.eq(NAME), settings::value.eq(fresh)))
            .on_conflict_do_nothing(),
    )
    .execute(connection)?;
    let kept: String = settings::table.find(NAME).select(settings::value).first(connection)?;
    STANDARD.decode(kept).map_err(Error::internal)
}
