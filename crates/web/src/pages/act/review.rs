//! Bilan: every figure, the decision with its sum, the verdict, the next action.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::answer::StatsAnswer;
use filon_app::campaigns;

use super::Head;
use crate::chart::FunnelBar;
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::figures::{self, FigureCard, RatioCard, ScopePairs};
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "action/bilan.html")]
pub struct ReviewView {
    pub shell: Shell,
    pub head: Head,
    pub stats: StatsAnswer,
    pub sum: Vec<String>,
    pub ratios: Vec<RatioCard>,
    pub funnel: Vec<FunnelBar>,
    pub money: Vec<FigureCard>,
    pub next_name: String,
}

impl ReviewView {
    pub fn word(stats: &StatsAnswer) -> &'static str {
        super::word(stats.decision.verdict)
    }

    pub fn sign(stats: &StatsAnswer) -> &'static str {
        super::sign(super::word(stats.decision.verdict))
    }

    pub fn permille(share: &f64) -> u64 {
        (share * 1000.0).clamp(0.0, 1000.0).round() as u64
    }

    pub fn of(shell: Shell, head: Head, stats: StatsAnswer) -> ReviewView {
        let w = shell.w;
        let scope = ScopePairs(vec![("action", head.campaign.id.to_string())]);
        ReviewView {
            sum: figures::decision_sum(w, &stats),
            ratios: figures::ratios(w, &stats, &scope),
            funnel: figures::funnel_bars(&stats, &scope),
            money: figures::money(w, &stats),
            next_name: w.act.bis.with(&head.campaign.name),
            shell,
            head,
            stats,
        }
    }
}

/// `GET /actions/{id}/bilan`.
pub async fn review(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    let act = page.act(&id).await?;
    let head = Head::of(page.words(), &act, "bilan");
    show(&ReviewView::of(page.shell(Nav::Acts), head, act.stats))
}

/// `POST /actions/{id}/verdict`.
pub async fn decide(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let w = page.words();
    let word = form.fields.get("verdict");
    let verdict = super::verdict(word).ok_or_else(|| Failure::usage(w.trouble.bad_field.with(word)))?;
    let reason = form.fields.need(w, "motif", &w.common.reason.to_string())?;
    let to = format!("/actions/{id}/bilan");
    page.call(move |app, actor| campaigns::decide(app, actor, &id, verdict, &reason)).await?;
    Ok(page.done(&to, w.act.judged, None))
}

/// `POST /actions/{id}/cloture`.
pub async fn close(page: Page, Path(id): Path<String>, _form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let to = format!("/actions/{id}/bilan");
    page.call(move |app, actor| campaigns::close(app, actor, &id)).await?;
    Ok(page.done(&to, page.words().act.was_closed, None))
}

/// `POST /actions/{id}/renouvellement`: the next action, made from this one.
pub async fn renew(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let w = page.words();
    let name = form.fields.need(w, "nom", &w.act.next_name.to_string())?;
    let next = page.call(move |app, actor| campaigns::renew(app, actor, &id, &name)).await?;
    Ok(page.done(&format!("/actions/{}/cible", next.id), w.act.renewed, None))
}
