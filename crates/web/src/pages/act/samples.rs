//! The views of an action with samples, for the test that renders every template.

use filon_app::answer::{ForecastAnswer, StatsAnswer};
use filon_app::campaigns::{AudiencePreview, CampaignRow, CampaignShow, FollowRow, Mentions};
use filon_app::segments::Segment;
use filon_app::templates::TemplateInfo;
use filon_core::Channel;
use filon_core::campaign::Unit;

use super::Head;
use super::budget::{BudgetView, CostForm};
use super::follow::{FollowView, Tab};
use super::launch::LaunchView;
use super::list::ActsView;
use super::message::MessageView;
use super::new::{ActForm, NewActView};
use super::outcome::RowView;
use super::review::ReviewView;
use super::target::TargetView;
use crate::pages::account::QUICK;
use crate::pages::file::{Pager, QueryProblem};
use crate::shell::Shell;

fn problem() -> QueryProblem {
    let (message, fixed) = ("Champ inconnu".to_owned(), Some("ville:Pau".to_owned()));
    QueryProblem { message, fixed, caret: "  ^^".to_owned() }
}

pub fn target(shell: Shell, head: Head, audience: AudiencePreview) -> TargetView {
    let (query, file_address) = ("vile:Pau".to_owned(), "/fichier".to_owned());
    TargetView { shell, head, audience, query, file_address, problem: Some(problem()) }
}

pub fn message(shell: Shell, head: Head, models: Vec<TemplateInfo>) -> MessageView {
    let chosen = models.first().cloned();
    MessageView { shell, head, models, chosen, needs_letter: true, proposed: String::new() }
}

pub fn budget(
    shell: Shell,
    head: Head,
    shown: &CampaignShow,
    forecast: Option<ForecastAnswer>,
) -> BudgetView {
    BudgetView {
        shell,
        head,
        costs: shown.costs.clone(),
        stats: shown.stats.clone(),
        units: Unit::ALL,
        form: CostForm::default(),
        problem: None,
        expected_cents: 120_000,
        allowed: 498,
        margin: "400".to_owned(),
        goal: "20".to_owned(),
        forecast,
    }
}

pub fn launch(
    shell: Shell,
    head: Head,
    audience: AudiencePreview,
    model: Option<TemplateInfo>,
) -> LaunchView {
    LaunchView {
        shell,
        head,
        audience,
        model,
        needs_letter: true,
        mentions: Some(Mentions { missing: vec!["le RCS".to_owned()], ..Mentions::default() }),
        cost_cents: 120_000,
        today: jiff::civil::date(2026, 11, 24),
        formats: vec!["docx", "pdf"],
        files: vec!["docx"],
        answer: None,
        problem: None,
    }
}

pub fn follow(shell: Shell, head: Head, rows: Vec<FollowRow>) -> FollowView {
    let tab = Tab { label: "Tous".to_owned(), count: 1, address: "/actions/1/suivi".to_owned(), here: true };
    let pager = Pager::of(120, 2, 50);
    let (text, level) = (String::new(), "interested".to_owned());
    FollowView { shell, head, rows, quick: QUICK, tabs: vec![tab], text, level, pager }
}

pub fn row(shell: Shell, head: Head, row: FollowRow) -> RowView {
    RowView { shell, head, row, quick: QUICK }
}

pub fn review(shell: Shell, head: Head, stats: StatsAnswer) -> ReviewView {
    ReviewView::of(shell, head, stats)
}

pub fn list(shell: Shell, acts: Vec<CampaignRow>) -> ActsView {
    ActsView { shell, acts }
}

pub fn new(shell: Shell, segments: Vec<Segment>) -> NewActView {
    let form = ActForm::default();
    NewActView { shell, form, segments, channels: Channel::ALL, count: Some(12), problem: Some(problem()) }
}
