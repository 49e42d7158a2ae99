//! `GET /actions`.

use askama::Template;
use axum::response::Response;
use filon_app::answer::FunnelStep;
use filon_app::campaigns::{self, CampaignRow};

use crate::chart;
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "action/liste.html")]
pub struct ActsView {
    pub shell: Shell,
    pub acts: Vec<CampaignRow>,
}

impl ActsView {
    /// The verdict that was kept, else the one that the figures give.
    pub fn verdict(row: &CampaignRow) -> String {
        let kept = row.campaign.verdict.clone();
        kept.unwrap_or_else(|| super::word(row.figures.decision.verdict).to_owned())
    }

    pub fn sign(verdict: &str) -> &'static str {
        super::sign(verdict)
    }

    /// The small funnel, read aloud.
    pub fn spoken(w: &Words, steps: &[FunnelStep]) -> String {
        let steps: Vec<String> = steps
            .iter()
            .map(|step| format!("{} {}", w.codes.step(step.step), w.number(step.count)))
            .collect();
        steps.join(", ")
    }
}

pub async fn list(page: Page) -> Result<Response, Failure> {
    let acts = page.call(campaigns::list).await?;
    show(&ActsView { shell: page.shell(Nav::Acts), acts })
}
