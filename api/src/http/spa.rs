//! The browser's bundle, embedded. Files with a hash in their name never change; `index.html` is
//! always asked for again.

use super::problem::not_found;
use crate::error::Result;
use actix_web::http::Method;
use actix_web::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    HeaderName, IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/spa"]
#[allow_missing = true]
struct Bundle;

/// Scripts and styles come from here and nowhere else; WebAssembly may be compiled.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Every path that is no other's: a file of the bundle, or the page for the router in it.
pub async fn serve(request: HttpRequest) -> Result<HttpResponse> {
    let path = request.path().trim_start_matches('/');
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads || path.starts_with("api/") {
        return not_found(request).await;
    }
    // The precompressed forms are for negotiation, not to be asked for.
    let precompressed = matches!(Path::new(path).extension().and_then(OsStr::to_str), Some("br" | "gz"));
    let is_file = !path.is_empty() && !precompressed && Bundle::get(path).is_some();
    // The links of letters have dots in them too, but end like no file.
    let is_page = mime_guess::from_path(path).is_empty() && accepts(&request, ACCEPT, "text/html");
    let name = if is_file { path } else { "index.html" };
    let Some((file, encoding)) = encoded(&request, name).filter(|_| is_file || is_page) else {
        return not_found(request).await;
    };
    let etag = file.metadata.sha256_hash().iter().take(12).fold(String::from("\""), |mut tag, byte| {
        let _ = write!(tag, "{byte:02x}");
        tag
    }) + "\"";
    let caching =
        if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = request.headers().get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    // A 304 says the same as the 200 would: browsers put its headers over those they have kept.
    response
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((CACHE_CONTROL, caching))
        .insert_header((ETAG, etag))
        .insert_header((VARY, "accept-encoding"));
    if known {
        return Ok(response.finish());
    }
    response.insert_header((CONTENT_TYPE, content_type(name)));
    if let Some(encoding) = encoding {
        response.insert_header((CONTENT_ENCODING, encoding));
    }
    Ok(response.body(file.data.into_owned()))
}

/// The smallest form of a file that the client takes.
fn encoded(request: &HttpRequest, name: &str) -> Option<(EmbeddedFile, Option<&'static str>)> {
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if accepts(request, ACCEPT_ENCODING, encoding)
            && let Some(file) = Bundle::get(&format!("{name}.{ending}"))
        {
            return Some((file, Some(encoding)));
        }
    }
    Bundle::get(name).map(|file| (file, None))
}

fn accepts(request: &HttpRequest, header: HeaderName, what: &str) -> bool {
    request
        .headers()
        .get(header)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains(what))
}

fn content_type(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream().to_string();
    if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind }
}
