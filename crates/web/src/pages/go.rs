//! Aller à: pages, actions and accounts by name; the palette of Ctrl+K shows the same list.

use askama::Template;
use axum::response::Response;
use filon_app::accounts::{self, ListRequest};
use filon_app::campaigns;

use crate::failure::Failure;
use crate::page::{Page, elsewhere, show};
use crate::params::Params;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "compte/aller.html", blocks = ["results"])]
pub struct GoView {
    pub shell: Shell,
    pub q: String,
    pub groups: Vec<Group>,
}

pub struct Group {
    pub title: String,
    pub places: Vec<Place>,
}

pub struct Place {
    pub label: String,
    pub detail: String,
    pub address: String,
}

/// `GET /aller?q=…`.
pub async fn go(page: Page) -> Result<Response, Failure> {
    let q = page.params.get("q").to_owned();
    let shell = page.shell(Nav::None);
    let mut groups = vec![Group { title: shell.w.nav.go_pages.to_string(), places: places(&shell, &q) }];
    groups.extend(found(&page, &q).await?);
    groups.retain(|group| !group.places.is_empty());
    let view = GoView { shell, q, groups };
    if page.visit.fragment { show(&view.as_results()) } else { show(&view) }
}

/// Pages and what can be begun, by any part of their name.
fn places(shell: &Shell, q: &str) -> Vec<Place> {
    let nav = &shell.w.nav;
    let begun = [
        (nav.lessons, "/appels/enseignements"),
        (nav.visits, "/visites"),
        (nav.new_act, "/actions/nouvelle"),
        (nav.new_list, "/appels#t-nouvelle"),
        (nav.new_account, "/fiches/nouvelle"),
    ];
    let begun = begun.into_iter().map(|(label, address)| (label.to_string(), address));
    let pages = shell.entries().into_iter().map(|entry| (entry.label, entry.address));
    let wanted = filon_core::text::fold(q);
    pages
        .chain(begun)
        .filter(|(label, _)| filon_core::text::fold(label).contains(&wanted))
        .map(|(label, address)| Place { label, detail: String::new(), address: address.to_owned() })
        .collect()
}

async fn found(page: &Page, q: &str) -> Result<Vec<Group>, Failure> {
    let w = page.words();
    let words = plain(q);
    let has_words = !words.is_empty();
    let wanted = filon_core::text::fold(q);
    let request = ListRequest { query: words, limit: 8, ..ListRequest::default() };
    let (acts, rows) = page
        .call(move |app, actor| {
            let rows = if has_words { accounts::table(app, actor, &request)?.rows } else { Vec::new() };
            Ok((campaigns::list(app, actor)?, rows))
        })
        .await?;
    let acts = acts.into_iter().map(|row| row.campaign);
    let acts = acts.filter(|act| filon_core::text::fold(&act.name).contains(&wanted)).take(6);
    let acts = acts.map(|act| Place {
        detail: w.codes.channel(&act.channel).to_string(),
        address: format!("/actions/{}", act.id),
        label: act.name,
    });
    let rows = rows.into_iter().map(|row| Place {
        detail: row.city.unwrap_or_default(),
        address: format!("/fiches/{}", row.id),
        label: row.name,
    });
    Ok(vec![
        Group { title: w.nav.go_acts.to_string(), places: acts.collect() },
        Group { title: w.nav.go_accounts.to_string(), places: rows.collect() },
    ])
}

/// What is typed into the palette is a name, never a query: each word is quoted.
fn plain(q: &str) -> String {
    let words = q.split_whitespace().map(|word| word.replace('"', "")).filter(|word| !word.is_empty());
    words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ")
}

/// `GET /aller/fiche?ref=…`: an account by its reference or identifier.
pub async fn account(page: Page) -> Result<Response, Failure> {
    let reference = page.params.get("ref").to_owned();
    if reference.parse::<filon_core::Id>().is_ok() {
        return Ok(elsewhere(&format!("/fiches/{reference}")));
    }
    let to = Params::encoded(&[("q", &plain(&reference))]);
    let request = ListRequest { query: plain(&reference), limit: 50, ..ListRequest::default() };
    let rows = page.call(move |app, actor| Ok(accounts::table(app, actor, &request)?.rows)).await?;
    let row = rows.into_iter().find(|row| row.reference.as_deref() == Some(reference.as_str()));
    Ok(elsewhere(&row.map_or_else(|| format!("/fichier{to}"), |row| format!("/fiches/{}", row.id))))
}

/// The list without a word typed, for the test that renders every template.
#[cfg(test)]
pub fn sample(shell: Shell) -> GoView {
    let places = places(&shell, "");
    GoView {
        q: String::new(),
        groups: vec![Group { title: shell.w.nav.go_pages.to_string(), places }],
        shell,
    }
}
