//! `filon stats`, `filon forecast`.

use filon_app::answer::{Estimate, RatioAnswer, StatsAnswer};
use filon_app::words::{euros, percent, quantity};
use filon_app::{forecast, stats};

use crate::args::{ForecastArgs, StatsArgs};
use crate::context::Context;
use crate::out;
use crate::print;

pub fn stats(context: &Context, args: StatsArgs) -> anyhow::Result<()> {
    let app = context.open()?;
    let scope = stats::Scope {
        campaign: args.campaign,
        channel: args.channel,
        segment: args.segment,
        user: None,
        from: args.from,
        to: args.to,
        as_of: args.as_of,
    };
    let answer = stats::stats(&app, &context.actor, &scope)?;
    if context.json {
        return print::json(&answer);
    }
    tell(context, &answer);
    Ok(())
}

/// The figures as a page of text: each ratio with its fraction and interval.
pub fn tell(context: &Context, answer: &StatsAnswer) {
    let (words, language) = (context.words(), context.language());
    let ratios = &answer.ratios;
    let labels = words.ratios;
    for (label, ratio) in labels.iter().zip([
        &ratios.prospecting_rate,
        &ratios.prospecting_effectiveness,
        &ratios.prospector_effectiveness,
        &ratios.success_rate,
    ]) {
        out!("{label:<32} {}", share(context, ratio));
    }
    out!();
    for (label, step) in words.steps.iter().zip(&answer.funnel) {
        let rate = step.from_previous.and_then(|ratio| ratio.value).map(|value| percent(language, value));
        let days = step.median_days.map(|days| (words.days)(&words.decimal(days, 0)));
        let more = [rate, days].into_iter().flatten().collect::<Vec<_>>().join(", ");
        out!("{label:<32} {:>8}  {more}", quantity(language, step.count));
    }
    out!();
    let amount = |cents: Option<i64>| {
        cents.map_or_else(|| words.not_available.to_owned(), |cents| euros(language, cents))
    };
    let lines = [
        Some(answer.cost_cents),
        answer.cost_per_contacted_cents,
        answer.cost_per_meeting_cents,
        answer.cac_cents,
        Some(answer.margin_cents),
        Some(answer.result_cents),
    ];
    for (label, cents) in words.money_lines.iter().zip(lines) {
        out!("{label:<32} {:>14}", amount(cents));
    }
    let roi = answer.roi.map_or_else(|| words.not_available.to_owned(), |roi| percent(language, roi));
    out!("{:<32} {roi:>14}", words.roi);
    out!();
    out!("{} {}", words.verdict(answer.decision.verdict).to_uppercase(), answer.decision.reason);
}

fn share(context: &Context, ratio: &RatioAnswer) -> String {
    let language = context.language();
    let Some(value) = ratio.value else {
        return format!("{} ({} / {})", context.words().not_available, ratio.numerator, ratio.denominator);
    };
    let interval = ratio
        .low
        .zip(ratio.high)
        .map(|(low, high)| (context.words().between)(&percent(language, low), &percent(language, high)));
    format!(
        "{:>8} = {} / {}{}",
        percent(language, value),
        quantity(language, ratio.numerator),
        quantity(language, ratio.denominator),
        interval.map(|text| format!(" ({text})")).unwrap_or_default()
    )
}

pub fn forecast(context: &Context, args: &ForecastArgs) -> anyhow::Result<()> {
    let app = context.open()?;
    let request = forecast::Request {
        channel: args.channel,
        audience: args.audience,
        cost_cents: args.cost,
        margin_cents: args.margin,
        target: args.target,
    };
    let answer = forecast::forecast(&app, &context.actor, &request)?;
    if context.json {
        return print::json(&answer);
    }
    let (words, language) = (context.words(), context.language());
    let counts = [answer.contacted, answer.interested, answer.meetings, answer.quotes, answer.orders];
    for (label, estimate) in words.steps[1..].iter().zip(counts) {
        out!("{label:<32} {}", within(context, &estimate, |value| words.decimal(value, 1)));
    }
    for (label, estimate) in words.forecast_money.iter().zip([answer.cac_cents, answer.result_cents]) {
        out!("{label:<32} {}", within(context, &estimate, |cents| euros(language, cents.round() as i64)));
    }
    out!("{} {}", words.basis, answer.basis.source);
    if let Some(needed) = answer.audience_needed {
        out!("{}", (words.needed)(&quantity(language, needed)));
    }
    Ok(())
}

fn within(context: &Context, estimate: &Estimate, show: impl Fn(f64) -> String) -> String {
    let shown = |value: Option<f64>| value.map_or_else(|| context.words().not_available.to_owned(), &show);
    let interval = (context.words().between)(&shown(estimate.low), &shown(estimate.high));
    format!("{} ({interval})", shown(estimate.expected))
}
