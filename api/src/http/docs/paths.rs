//! Which methods a path takes, as the contract says.

use utoipa::openapi::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};

/// The paths of the contract, to tell a wrong method from a wrong path.
pub struct Paths(Vec<(Vec<String>, Vec<String>)>);

impl Paths {
    /// Of a contract.
    #[must_use]
    pub fn of(document: &OpenApi) -> Self {
        let segments = |path: &str| path.split('/').map(str::to_owned).collect();
        let known = document.paths.paths.iter().map(|(path, item)| {
            let methods = METHODS
                .iter()
                .filter(|(_, of)| of(item).is_some())
                .map(|(method, _)| (*method).to_owned())
                .collect();
            (segments(path), methods)
        });
        Self(known.collect())
    }

    /// The methods that a path takes.
    #[must_use]
    pub fn methods_at(&self, path: &str) -> Vec<String> {
        let asked: Vec<&str> = path.split('/').collect();
        let fits = |template: &[String]| {
            template.len() == asked.len()
                && template.iter().zip(&asked).all(|(known, asked)| known.starts_with('{') || known == asked)
        };
        // A literal path is meant before one with a variable in its place.
        let mut fitting: Vec<_> = self.0.iter().filter(|(template, _)| fits(template)).collect();
        fitting
            .sort_by_key(|(template, _)| template.iter().filter(|segment| segment.starts_with('{')).count());
        fitting.first().map(|(_, methods)| methods.clone()).unwrap_or_default()
    }
}

type OfItem = fn(&PathItem) -> Option<&Operation>;

const METHODS: [(&str, OfItem); 5] = [
    ("GET", |item| item.get.as_ref()),
    ("POST", |item| item.post.as_ref()),
    ("PUT", |item| item.put.as_ref()),
    ("PATCH", |item| item.patch.as_ref()),
    ("DELETE", |item| item.delete.as_ref()),
];
