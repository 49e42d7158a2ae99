//! `GET /tableau-de-bord`.

use askama::Template;
use axum::response::Response;
use filon_app::answer::StatsAnswer;
use filon_app::stats::{Figure, Scope};
use filon_app::{campaigns, segments, stats};
use filon_core::Channel;
use jiff::civil::Date;

use super::ScopeForm;
use super::scope::quick_periods;
use crate::chart::{ColumnChart, FunnelBar, columns};
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::figures::{self, FigureCard, RatioCard};
use crate::params::Params;
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "tableau/tableau.html")]
pub struct BoardView {
    pub shell: Shell,
    pub form: ScopeForm,
    pub period: String,
    pub quick: Vec<QuickPeriod>,
    pub acts: Vec<String>,
    pub segments: Vec<String>,
    pub stats: StatsAnswer,
    pub base: Base,
    pub ratios: Vec<RatioCard>,
    pub funnel: Vec<FunnelBar>,
    pub money: Vec<FigureCard>,
    pub retention: Vec<FigureCard>,
    pub trends: Vec<Trend>,
    pub months: Vec<(Date, StatsAnswer)>,
}

/// The lists behind the base.
pub struct Base {
    pub contacts: String,
    pub clients: String,
    pub prospects: String,
}

pub struct QuickPeriod {
    pub label: String,
    pub address: String,
    pub here: bool,
}

pub struct Trend {
    pub title: String,
    pub chart: ColumnChart,
    pub strong: bool,
}

/// What the application answered.
pub struct Answered {
    pub acts: Vec<String>,
    pub segments: Vec<String>,
    pub stats: StatsAnswer,
    pub months: Vec<(Date, StatsAnswer)>,
}

pub async fn board(page: Page) -> Result<Response, Failure> {
    let today = page.site.app.today();
    let (form, scope) = ScopeForm::read(page.words(), &page.params, today)?;
    let asked = scope.clone();
    let answered = page
        .call(move |app, actor| {
            let trend = Scope { from: None, to: None, ..asked.clone() };
            Ok(Answered {
                acts: campaigns::list(app, actor)?.into_iter().map(|row| row.campaign.name).collect(),
                segments: segments::list(app, actor)?.into_iter().map(|segment| segment.name).collect(),
                stats: stats::stats(app, actor, &asked)?,
                months: stats::monthly(app, actor, &trend, 12)?,
            })
        })
        .await?;
    show(&view(page.shell(Nav::Dash), form, &scope, answered, today))
}

pub fn view(shell: Shell, form: ScopeForm, scope: &Scope, answered: Answered, today: Date) -> BoardView {
    let w = shell.w;
    let pairs = form.pairs();
    let Answered { acts, segments, stats, months } = answered;
    BoardView {
        period: form.period(w, scope),
        quick: quick(w, &form, today),
        base: Base {
            contacts: pairs.people(Figure::Contacts),
            clients: pairs.people(Figure::Clients),
            prospects: pairs.people(Figure::Prospects),
        },
        ratios: figures::ratios(w, &stats, &pairs),
        funnel: figures::funnel_bars(&stats, &pairs),
        money: figures::money(w, &stats),
        retention: figures::retention(w, &stats),
        trends: trends(w, &months),
        shell,
        form,
        acts,
        segments,
        stats,
        months,
    }
}

fn quick(w: &Words, form: &ScopeForm, today: Date) -> Vec<QuickPeriod> {
    let periods = quick_periods(w, today).into_iter().map(|(label, from, to, all)| {
        let pairs = [
            ("du", from.as_str()),
            ("au", to.as_str()),
            ("periode", all),
            ("action", form.act.as_str()),
            ("canal", form.channel.as_str()),
            ("selection", form.segment.as_str()),
        ];
        let here = form.to == to
            && form.all != all.is_empty()
            && (form.from == from || (from.is_empty() && to.is_empty() && !form.from.ends_with("-01-01")));
        QuickPeriod { label, address: format!("/tableau-de-bord{}", Params::encoded(&pairs)), here }
    });
    periods.collect()
}

fn trends(w: &Words, months: &[(Date, StatsAnswer)]) -> Vec<Trend> {
    let of = |value: fn(&StatsAnswer) -> u64| -> Vec<(Date, u64)> {
        months.iter().map(|(month, stats)| (*month, value(stats))).collect()
    };
    vec![
        Trend {
            title: w.dash.trend_contacted.to_string(),
            chart: columns(&of(|stats| stats.contacted)),
            strong: false,
        },
        Trend {
            title: w.dash.trend_orders.to_string(),
            chart: columns(&of(|stats| stats.orders)),
            strong: true,
        },
    ]
}
