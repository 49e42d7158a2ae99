//! Sélections: saved queries.

use askama::Template;
use axum::response::Response;
use filon_app::segments::{self, Segment};

use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::{Page, show};
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "selection/liste.html")]
pub struct SegmentsView {
    pub shell: Shell,
    pub segments: Vec<Segment>,
}

impl SegmentsView {
    pub fn query(query: &str) -> String {
        Params::encoded(&[("q", query)])
    }

    pub fn act(name: &str) -> String {
        Params::encoded(&[("selection", name)])
    }
}

/// `GET /selections`.
pub async fn list(page: Page) -> Result<Response, Failure> {
    let segments = page.call(segments::list).await?;
    show(&SegmentsView { shell: page.shell(Nav::Segments), segments })
}

/// `POST /selections`: a name already there takes the new query, and its undo gives the old one back.
pub async fn save(page: Page, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let name = form.fields.need(w, "nom", &w.file.segment_name.to_string())?;
    let query = form.fields.get("q").to_owned();
    let asked = name.clone();
    let before = page.call(move |app, actor| {
        let before = segments::list(app, actor)?.into_iter().find(|segment| segment.name == asked);
        segments::save(app, actor, &asked, &query)?;
        Ok(before)
    });
    let undo = match before.await? {
        Some(Segment { name, query, .. }) => Undo::SegmentBack { name, query },
        None => Undo::SegmentAway(name),
    };
    Ok(page.done("/selections", w.file.segment_saved, Some(undo)))
}

/// `POST /selections/suppression`.
pub async fn delete(page: Page, form: Posted) -> Result<Response, Failure> {
    let name = form.fields.get("nom").to_owned();
    let before = page.call(move |app, actor| {
        let before = segments::list(app, actor)?.into_iter().find(|segment| segment.name == name);
        segments::delete(app, actor, &name)?;
        Ok(before)
    });
    let undo = before.await?.map(|segment| Undo::SegmentBack { name: segment.name, query: segment.query });
    Ok(page.done("/selections", page.words().file.segment_deleted, undo))
}
