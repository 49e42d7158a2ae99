//! Budget et objectif: what the action costs, and what it should bring.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::answer::{Estimate, ForecastAnswer, StatsAnswer};
use filon_app::campaigns::{self, Cost, CostShown};
use filon_app::forecast;
use filon_core::campaign::Unit;
use filon_core::{Cents, Id, money};

use super::Head;
use super::head::expected_cost;
use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::{Page, show};
use crate::pages::door::local;
use crate::pages::file::again;
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

#[derive(Template)]
#[template(path = "action/budget.html")]
pub struct BudgetView {
    pub shell: Shell,
    pub head: Head,
    pub costs: Vec<CostShown>,
    pub stats: StatsAnswer,
    pub units: [Unit; 8],
    pub form: CostForm,
    pub problem: Option<String>,
    /// What it would cost to reach everybody who may be contacted.
    pub expected_cents: Cents,
    pub allowed: u64,
    pub margin: String,
    pub goal: String,
    pub forecast: Option<ForecastAnswer>,
}

/// A cost line as it was typed.
#[derive(Debug, Clone, Default)]
pub struct CostForm {
    pub label: String,
    pub amount: String,
    pub unit: String,
    pub quantity: String,
    pub planned: bool,
}

pub struct ForecastLine {
    pub label: String,
    pub expected: String,
    pub range: String,
}

impl BudgetView {
    pub fn forecast_lines(w: &Words, forecast: &ForecastAnswer) -> Vec<ForecastLine> {
        let count =
            |value: Option<f64>| w.decimal(value, usize::from(value.is_some_and(|value| value < 10.0)));
        let money = |value: Option<f64>| w.euros_short(value.map(|value| value.round() as i64));
        let line = |label: Text, estimate: &Estimate, text: &dyn Fn(Option<f64>) -> String| ForecastLine {
            label: label.to_string(),
            expected: text(estimate.expected),
            range: match estimate.high {
                Some(high) => w.common.interval.with2(text(estimate.low), text(Some(high))),
                None => w.act.at_least.with(text(estimate.low)),
            },
        };
        vec![
            line(w.codes.step_contacted, &forecast.contacted, &count),
            line(w.codes.step_interested, &forecast.interested, &count),
            line(w.codes.step_meeting, &forecast.meetings, &count),
            line(w.codes.step_quote, &forecast.quotes, &count),
            line(w.act.orders, &forecast.orders, &count),
            line(w.dash.cac, &forecast.cac_cents, &money),
            line(w.act.result, &forecast.result_cents, &money),
        ]
    }
}

impl CostForm {
    fn typed(fields: &Params) -> CostForm {
        let get = |name: &str| fields.get(name).to_owned();
        let (label, amount, unit, quantity) = (get("libelle"), get("montant"), get("par"), get("quantite"));
        CostForm { label, amount, unit, quantity, planned: !fields.get("prevu").is_empty() }
    }

    fn read(&self, w: &Words, fields: &Params, campaign: &str) -> Result<Cost, Failure> {
        let amount = fields.micros(w, "montant")?;
        let amount = amount.ok_or_else(|| Failure::usage(w.trouble.missing.with(w.act.amount)))?;
        let unit = Unit::from_code(&self.unit);
        // A quantity is typed like an amount; millionths become thousandths.
        let quantity = fields.micros(w, "quantite")?.map(|micros| micros.0 / 1000);
        Ok(Cost {
            campaign: campaign.to_owned(),
            label: fields.need(w, "libelle", &w.act.label.to_string())?,
            fixed: unit.is_none().then_some(amount),
            unit: unit.map(|unit| (amount, unit)),
            quantity: quantity.filter(|_| unit.is_some()),
            planned: self.planned,
        })
    }
}

/// `GET /actions/{id}/budget?marge=…&objectif=…`.
pub async fn budget(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    show(&view(&page, &id, CostForm::default(), None).await?)
}

/// `POST /actions/{id}/depenses`.
pub async fn add_cost(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let typed = CostForm::typed(&form.fields);
    let added = match typed.read(w, &form.fields, &id) {
        Ok(cost) => page.call(move |app, actor| campaigns::cost(app, actor, &cost)).await,
        Err(failure) => Err(failure),
    };
    match added.map_err(Failure::typed) {
        Ok(line) => {
            Ok(page.done(&format!("/actions/{id}/budget"), w.act.cost_added, Some(Undo::Cost(line.id))))
        }
        Err(Ok(refusal)) => again(&view(&page, &id, typed, Some(refusal.message.clone())).await?, &refusal),
        Err(Err(failure)) => Err(failure),
    }
}

/// `POST /depenses/{id}/suppression`.
pub async fn remove_cost(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| campaigns::remove_cost(app, actor, id)).await?;
    Ok(page.done(local(form.fields.get("vers")), page.words().act.cost_removed, None))
}

async fn view(page: &Page, id: &str, form: CostForm, problem: Option<String>) -> Result<BudgetView, Failure> {
    let act = page.act(id).await?;
    let (margin, goal) = (page.params.get("marge").to_owned(), page.params.get("objectif").to_owned());
    let expected_cents = expected_cost(&act);
    let request = money::parse_cents(&margin).map(|margin_cents| forecast::Request {
        channel: act.campaign.channel,
        audience: act.allowed,
        cost_cents: expected_cents,
        margin_cents,
        target: goal.parse().ok(),
    });
    let forecast = match request.filter(|request| request.audience > 0) {
        Some(request) => Some(page.call(move |app, actor| forecast::forecast(app, actor, &request)).await?),
        None => None,
    };
    Ok(BudgetView {
        shell: page.shell(Nav::Acts),
        head: Head::of(page.words(), &act, "budget"),
        costs: act.costs,
        stats: act.stats,
        units: Unit::ALL,
        form,
        problem,
        expected_cents,
        allowed: act.allowed,
        margin,
        goal,
        forecast,
    })
}
