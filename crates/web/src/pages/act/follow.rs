//! Suivi: each account of the action, how far it came, outcomes one key away.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::campaigns::{self, FollowFilter, FollowRow, FunnelLevel};

use super::Head;
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::account::{QUICK, Quick};
use crate::pages::file::Pager;
use crate::params::Params;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

const PAGE_SIZE: usize = 50;

#[derive(Template)]
#[template(path = "action/suivi.html")]
pub struct FollowView {
    pub shell: Shell,
    pub head: Head,
    pub rows: Vec<FollowRow>,
    pub quick: [Quick; 6],
    pub tabs: Vec<Tab>,
    pub text: String,
    pub level: String,
    pub pager: Pager,
}

pub struct Tab {
    pub label: String,
    pub count: u64,
    pub address: String,
    pub here: bool,
}

impl FollowView {
    /// The rows stand in their table.
    pub const IS_ALONE: bool = false;

    pub fn has(row: &FollowRow, quick: &Quick) -> bool {
        has(row, quick)
    }

    pub fn short(w: &Words, quick: &Quick) -> Text {
        short(w, quick)
    }
}

/// Whether this outcome is the last thing that happened.
pub fn has(row: &FollowRow, quick: &Quick) -> bool {
    row.last.is_some_and(|(kind, _)| kind == quick.kind)
}

/// The outcome in a word that fits on a button.
pub fn short(w: &Words, quick: &Quick) -> Text {
    match quick.key {
        "i" => w.follow.short_i,
        "r" => w.follow.short_r,
        "d" => w.follow.short_d,
        "c" => w.follow.short_c,
        "n" => w.follow.short_n,
        _ => w.follow.short_o,
    }
}

/// `GET /actions/{id}/suivi?q=…&ou=…&page=…`.
pub async fn follow(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    let act = page.act(&id).await?;
    let (text, level) = (page.params.get("q").to_owned(), page.params.get("ou").to_owned());
    let filter =
        FollowFilter { furthest: FunnelLevel::from_code(&level), text: text.clone(), offset: 0, limit: None };
    let all = page.call(move |app, actor| {
        campaigns::followed(app, actor, &id, &FollowFilter { furthest: None, ..filter.clone() })
            .map(|rows| (rows, filter.furthest))
    });
    let (all, furthest) = all.await?;
    let tabs = tabs(page.words(), &act.campaign.id.to_string(), &text, &level, &all);
    let found: Vec<FollowRow> =
        all.into_iter().filter(|row| furthest.is_none_or(|level| row.furthest == level)).collect();
    let mut pager = Pager::of(u64::try_from(found.len()).unwrap_or(0), page.params.page(), PAGE_SIZE as u64);
    pager.base = format!("/actions/{}/suivi", act.campaign.id);
    pager.pairs = vec![("q", text.clone()), ("ou", level.clone())];
    let skip = usize::try_from(pager.page - 1).unwrap_or(0) * PAGE_SIZE;
    let rows = found.into_iter().skip(skip).take(PAGE_SIZE).collect();
    let head = Head::of(page.words(), &act, "suivi");
    show(&FollowView { shell: page.shell(Nav::Acts), head, rows, quick: QUICK, tabs, text, level, pager })
}

fn tabs(w: &Words, id: &str, text: &str, level: &str, rows: &[FollowRow]) -> Vec<Tab> {
    let address =
        |code: &str| format!("/actions/{id}/suivi{}", Params::encoded(&[("q", text), ("ou", code)]));
    let count = |level: Option<FunnelLevel>| {
        rows.iter().filter(|row| level.is_none_or(|level| row.furthest == level)).count() as u64
    };
    let all = Tab {
        label: w.follow.all.to_string(),
        count: count(None),
        address: address(""),
        here: level.is_empty(),
    };
    let levels = FunnelLevel::ALL.into_iter().map(|found| Tab {
        label: w.codes.step(found.code()).to_string(),
        count: count(Some(found)),
        address: address(found.code()),
        here: level == found.code(),
    });
    std::iter::once(all).chain(levels.filter(|tab| tab.count > 0 || tab.here)).collect()
}
