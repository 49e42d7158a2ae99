//! The JSON interface under `/api/v1`: the answers of the command line, behind a session or a bearer token.
//! Its routes are one list, from which the router and the OpenAPI document are both made.

mod openapi;

use std::future::Future;
use std::pin::Pin;

use axum::Json;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use filon_app::accounts::{self, ListRequest};
use filon_app::{campaigns, segments, stats};
use serde_json::json;

use crate::failure::Failure;
use crate::page::Page;
use crate::pages::dash::ScopeForm;
use crate::site::Site;

type Answer = Pin<Box<dyn Future<Output = Result<Response, Failure>> + Send>>;

/// One address: what it answers, what it may be asked, and who answers.
struct Route {
    path: &'static str,
    summary: &'static str,
    /// Name, type and meaning of each parameter.
    params: &'static [(&'static str, &'static str, &'static str)],
    answer: fn(Page) -> Answer,
}

const SCOPE: [(&str, &str, &str); 6] = [
    ("action", "string", "name or identifier of a campaign"),
    ("canal", "string", "letter, email, phone, visit, fair or other"),
    ("selection", "string", "name of a saved selection"),
    ("du", "date", "first day"),
    ("au", "date", "last day, included"),
    ("etat", "date", "as known on the evening of that day"),
];

const ROUTES: [Route; 4] = [
    Route {
        path: "/api/v1/contacts",
        summary: "Accounts of a selection",
        params: &[
            ("q", "string", "the query line"),
            ("limit", "integer", "accounts in the answer, 100 where nothing is said, 1000 at most"),
            ("offset", "integer", "accounts left out before"),
        ],
        answer: |page| Box::pin(contacts(page)),
    },
    Route {
        path: "/api/v1/stats",
        summary: "Ratios, funnel, costs, decision",
        params: &SCOPE,
        answer: |page| Box::pin(figures(page)),
    },
    Route {
        path: "/api/v1/campaigns",
        summary: "Campaigns with their figures",
        params: &[],
        answer: |page| Box::pin(acts(page)),
    },
    Route {
        path: "/api/v1/segments",
        summary: "Saved selections",
        params: &[],
        answer: |page| Box::pin(selections(page)),
    },
];

pub fn routes() -> Router<Site> {
    let document = get(async || Json(openapi::document(&ROUTES)));
    let router = Router::new().route("/api/v1/openapi.json", document);
    ROUTES.iter().fold(router, |router, route| {
        let answer = route.answer;
        router.route(route.path, get(move |page: Page| answer(page)))
    })
}

async fn contacts(page: Page) -> Result<Response, Failure> {
    let number = |name: &str| page.params.get(name).parse::<u64>().ok();
    let request = ListRequest {
        query: page.params.get("q").to_owned(),
        limit: number("limit").unwrap_or(100).min(1000),
        offset: number("offset").unwrap_or(0),
        ..ListRequest::default()
    };
    let answer = page.call(move |app, actor| accounts::list(app, actor, &request)).await?;
    Ok(Json(answer).into_response())
}

async fn figures(page: Page) -> Result<Response, Failure> {
    let mut params = page.params.clone();
    params.0.push(("periode".to_owned(), "tout".to_owned()));
    let (_, scope) = ScopeForm::read(page.words(), &params, page.site.app.today())?;
    let answer = page.call(move |app, actor| stats::stats(app, actor, &scope)).await?;
    Ok(Json(answer).into_response())
}

async fn acts(page: Page) -> Result<Response, Failure> {
    let rows = page.call(campaigns::list).await?;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| json!({"campaign": row.campaign, "targeted": row.targeted, "stats": row.figures}))
        .collect();
    Ok(Json(json!({ "campaigns": rows })).into_response())
}

async fn selections(page: Page) -> Result<Response, Failure> {
    let segments = page.call(segments::list).await?;
    let segments: Vec<_> = segments
        .into_iter()
        .map(|segment| json!({"name": segment.name, "query": segment.query, "count": segment.count}))
        .collect();
    Ok(Json(json!({ "segments": segments })).into_response())
}
