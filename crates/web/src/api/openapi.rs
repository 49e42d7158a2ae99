//! The OpenAPI document, made from the list of routes.

use serde_json::{Map, Value, json};

use super::Route;

pub fn document(routes: &[Route]) -> Value {
    let paths: Map<String, Value> = routes.iter().map(|route| (route.path.to_owned(), path(route))).collect();
    let bearer = json!({"type": "http", "scheme": "bearer"});
    let session = json!({"type": "apiKey", "in": "cookie", "name": "filon_session"});
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Filon", "version": env!("CARGO_PKG_VERSION"), "license": {"name": "MIT OR Apache-2.0"}},
        "paths": paths,
        "components": {"securitySchemes": {"bearer": bearer, "session": session}},
        "security": [{"bearer": []}, {"session": []}],
    })
}

fn path(route: &Route) -> Value {
    let params: Vec<Value> = route
        .params
        .iter()
        .map(|(name, kind, meaning)| {
            let schema = match *kind {
                "date" => json!({"type": "string", "format": "date"}),
                other => json!({"type": other}),
            };
            json!({"name": name, "in": "query", "required": false, "description": meaning, "schema": schema})
        })
        .collect();
    let object = json!({"application/json": {"schema": {"type": "object"}}});
    json!({"get": {
        "summary": route.summary,
        "parameters": params,
        "responses": {
            "200": {"description": route.summary, "content": object},
            "400": {"description": "A parameter means nothing; `at` points at it in the query", "content": object},
            "403": {"description": "No session and no valid token", "content": object},
        },
    }})
}
