//! `GET /tableau-de-bord/personnes`: the accounts behind a figure.

use askama::Template;
use axum::response::Response;
use filon_app::accounts::Row;
use filon_app::campaigns;
use filon_app::stats::{self, Figure};

use super::ScopeForm;
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::file::Pager;
use crate::params::Params;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

const PAGE_SIZE: usize = 100;

#[derive(Template)]
#[template(path = "tableau/personnes.html")]
pub struct PeopleView {
    pub shell: Shell,
    pub title: String,
    pub scope: String,
    pub back: String,
    pub back_label: String,
    pub count: usize,
    pub rows: Vec<Row>,
    pub pager: Pager,
}

pub async fn people(page: Page) -> Result<Response, Failure> {
    let w = page.words();
    let figure = Figure::from_code(page.params.get("chiffre")).unwrap_or(Figure::Contacts);
    let (form, scope) = ScopeForm::read(w, &page.params, page.site.app.today())?;
    let period = form.period(w, &scope);
    let (rows, act) = page
        .call(move |app, actor| {
            let act = scope.campaign.as_deref().map(|name| campaigns::find(app, actor, name)).transpose()?;
            Ok((stats::people(app, actor, &scope, figure)?, act))
        })
        .await?;
    let count = rows.len();
    let pairs = form.pairs().0;
    let mut pager = Pager::of(u64::try_from(count).unwrap_or(0), page.params.page(), PAGE_SIZE as u64);
    pager.base = "/tableau-de-bord/personnes".to_owned();
    pager.pairs = std::iter::once(("chiffre", figure.code().to_owned())).chain(pairs.clone()).collect();
    let skip = usize::try_from(pager.page - 1).unwrap_or(0) * PAGE_SIZE;
    let back: Vec<(&str, &str)> = pairs.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let (back, back_label, scope) = match act {
        Some(act) => (format!("/actions/{}/bilan", act.id), act.name.clone(), String::new()),
        None => (format!("/tableau-de-bord{}", Params::encoded(&back)), w.nav.dash.to_string(), period),
    };
    let rows = rows.into_iter().skip(skip).take(PAGE_SIZE).collect();
    let title = title(w, figure).to_string();
    show(&PeopleView { shell: page.shell(Nav::Dash), title, scope, back, back_label, count, rows, pager })
}

fn title(w: &Words, figure: Figure) -> Text {
    match figure {
        Figure::Contacts => w.dash.fig_contacts,
        Figure::Clients => w.dash.fig_clients,
        Figure::Prospects => w.dash.fig_prospects,
        Figure::Contacted => w.dash.fig_contacted,
        Figure::Interested => w.dash.fig_interested,
        Figure::NewClients => w.dash.fig_new_clients,
        Figure::Meeting => w.dash.fig_meeting,
        Figure::Quote => w.dash.fig_quote,
        Figure::Order => w.dash.fig_order,
        Figure::Lost => w.dash.fig_lost,
    }
}
