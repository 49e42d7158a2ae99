//! `filon campaign …`.

use filon_app::campaigns::{self, CampaignRow, CampaignShow, Cost, CostShown, Launch, New, TemplateRef};
use filon_app::words::{euros, quantity};
use filon_core::Campaign;
use serde_json::{Value, json};

use super::letters;
use super::stats;
use crate::args::{CampaignCommand, CostArgs, LaunchArgs, NewArgs};
use crate::context::Context;
use crate::out;
use crate::print;

pub fn run(context: &Context, command: CampaignCommand) -> anyhow::Result<()> {
    match command {
        CampaignCommand::New(args) => new(context, args),
        CampaignCommand::Cost(args) => cost(context, args),
        CampaignCommand::Launch(args) => launch(context, args),
        CampaignCommand::Show { name } => show(context, &name),
        CampaignCommand::List => list(context),
    }
}

fn new(context: &Context, args: NewArgs) -> anyhow::Result<()> {
    let app = context.open()?;
    let new = New {
        name: args.name,
        channel: args.channel,
        purpose: args.purpose.into(),
        query: args.query,
        segment: args.segment,
        from: args.from,
        to: args.to,
    };
    let campaign = campaigns::new(&app, &context.actor, &new)?;
    if context.json {
        return print::json(&about(&campaign));
    }
    out!("{}", (context.words().campaign_made)(&campaign.name));
    Ok(())
}

fn cost(context: &Context, args: CostArgs) -> anyhow::Result<()> {
    let app = context.open()?;
    let cost = Cost {
        campaign: args.name.clone(),
        label: args.label,
        fixed: args.fixed,
        unit: args.unit.zip(args.per),
        quantity: args.quantity,
        planned: args.planned,
    };
    let line = campaigns::cost(&app, &context.actor, &cost)?;
    let shown = campaigns::show(&app, &context.actor, &args.name)?;
    let found = shown.costs.iter().find(|shown| shown.line.id == line.id);
    if context.json {
        return print::json(&json!({ "campaign": shown.campaign.name, "cost": found.map(cost_line) }));
    }
    let amount = found.map_or(0, |shown| shown.amount_cents);
    out!("{} : {}", line.label, euros(context.language(), amount));
    Ok(())
}

fn launch(context: &Context, args: LaunchArgs) -> anyhow::Result<()> {
    let app = context.open()?;
    let launch = Launch {
        campaign: args.name,
        template: args.template.map(TemplateRef::File),
        out: args.out,
        each: args.each,
        on: args.on,
        sort_postcode: args.sort.is_some(),
        mentions_confirmed: false,
    };
    let mut progress = context.progress(context.words().merging);
    let answer = campaigns::launch(&app, &context.actor, &launch, &mut progress)?;
    letters::tell(context, &answer)
}

fn show(context: &Context, name: &str) -> anyhow::Result<()> {
    let app = context.open()?;
    let shown = campaigns::show(&app, &context.actor, name)?;
    if context.json {
        return print::json(&whole(&shown));
    }
    let (words, language) = (context.words(), context.language());
    let launched = shown
        .campaign
        .launched_on
        .map_or_else(|| words.not_launched.to_owned(), |on| context.words().day(on));
    out!("{} · {} · {launched}", shown.campaign.name, (words.channel)(shown.campaign.channel));
    for cost in &shown.costs {
        out!("  {} : {}", cost.line.label, euros(language, cost.amount_cents));
    }
    stats::tell(context, &shown.stats);
    Ok(())
}

fn list(context: &Context) -> anyhow::Result<()> {
    let app = context.open()?;
    let rows = campaigns::list(&app, &context.actor)?;
    if context.json {
        let list: Vec<Value> = rows.iter().map(row).collect();
        return print::json(&json!({ "campaigns": list }));
    }
    let language = context.language();
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let figures = &row.figures;
            vec![
                row.campaign.name.clone(),
                (context.words().channel)(row.campaign.channel).to_owned(),
                row.campaign.launched_on.map(|on| context.words().day(on)).unwrap_or_default(),
                quantity(language, row.targeted),
                quantity(language, figures.contacted),
                quantity(language, figures.interested),
                quantity(language, figures.new_clients),
                euros(language, figures.cost_cents),
                euros(language, figures.result_cents),
                context.words().verdict(figures.decision.verdict).to_owned(),
            ]
        })
        .collect();
    print::table(&context.words().campaign_headers, &rows, &[3, 4, 5, 6, 7, 8]);
    Ok(())
}

fn about(campaign: &Campaign) -> Value {
    json!({
        "id": campaign.id.to_string(),
        "name": campaign.name,
        "channel": campaign.channel.code(),
        "purpose": campaign.purpose.code(),
        "query": campaign.query,
        "segment": campaign.segment,
        "from": campaign.from,
        "to": campaign.to,
        "launched_on": campaign.launched_on,
        "closed_on": campaign.closed_on,
        "verdict": campaign.verdict,
        "verdict_reason": campaign.verdict_reason,
    })
}

fn row(row: &CampaignRow) -> Value {
    let mut value = about(&row.campaign);
    value["targeted"] = json!(row.targeted);
    value["stats"] = json!(row.figures);
    value
}

fn whole(shown: &CampaignShow) -> Value {
    let mut value = about(&shown.campaign);
    value["targeted"] = json!(shown.targeted);
    value["allowed"] = json!(shown.allowed);
    value["refused"] = json!(shown.refused);
    value["costs"] = shown.costs.iter().map(cost_line).collect();
    value["stats"] = json!(shown.stats);
    value
}

fn cost_line(shown: &CostShown) -> Value {
    json!({
        "id": shown.line.id.to_string(),
        "label": shown.line.label,
        "per": shown.line.unit.map(filon_core::campaign::Unit::code),
        "quantity": shown.quantity.map(|thousandths| thousandths as f64 / 1000.0),
        "amount_cents": shown.amount_cents,
        "planned": shown.line.planned,
    })
}
