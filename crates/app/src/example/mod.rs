//! The example company of `filon demo`: Menuiseries de Garonne, invented like everybody in it, and told
//! by days before today, so that it is always fresh.

mod actions;
mod clients;
mod names;
mod people;
mod story;
mod telephone;

use filon_core::segment::Query;
use filon_core::{Id, Moment};
use filon_store::{
    Tx, accounts, campaigns, events, follow_ups, imports, segments, settings as kept, templates,
};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Serialize;

use crate::fail::Fail;
use crate::letters::read_template;
use crate::settings::{Company, Settings};
use crate::{Actor, App, AppError, Result, settings};
use people::People;
use story::Story;

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExampleAnswer {
    pub accounts: u64,
    pub events: u64,
    /// Names of the actions, the course's first.
    pub campaigns: Vec<String>,
}

/// Marks a base as the example's: it may be thrown away and made anew.
const MARK: &str = "example";

/// Whether the base was filled by [`make`].
pub fn is_example(app: &App) -> Result<bool> {
    app.read(&Actor::default(), |tx| Ok(kept::get(tx, MARK)?.is_some()))
}

/// The same company every time.
const SEED: u64 = 500_050_010_005;

/// Fills an empty base with the example company, relative to today.
pub fn make(app: &App, actor: &Actor) -> Result<ExampleAnswer> {
    let now = app.now();
    let mut story = Story {
        app,
        now,
        today: now.day(),
        drafts: Vec::new(),
        actions: Vec::new(),
        events: Vec::new(),
        follow_ups: Vec::new(),
    };
    let mut people = People::new(app, StdRng::seed_from_u64(SEED));
    let batches = [app.next_id(), app.next_id(), app.next_id(), app.next_id()];
    actions::letters(&mut story, &mut people, batches[1]);
    actions::calls(&mut story, &mut people, batches[2]);
    actions::fair(&mut story, &mut people);
    let kept = clients::history(&mut story, &mut people, batches[0]);
    clients::retention(&mut story, &kept);
    let telephone = telephone::calls_that_teach(&mut story, &mut people, actor, batches[3]);
    let files = [
        batch(batches[0], "clients-facturation.xlsx", 84, story.ago(1_110)),
        batch(batches[1], "entreprises-gironde.csv", 500, story.ago(95)),
        batch(batches[2], "artisans-location.csv", 128, story.ago(60)),
        batch(batches[3], "contrats-entretien.xlsx", 112, story.ago(640)),
    ];
    let letter = letter(app, actor)?;
    app.write(actor, |tx| {
        if accounts::count(tx, &Query::All)? > 0 || !campaigns::list(tx)?.is_empty() {
            return Err(AppError::refused(actor.words().access.base_not_empty).into());
        }
        for file in &files {
            imports::insert(tx, file)?;
        }
        templates::save(tx, &letter)?;
        write(tx, &story, letter.id)?;
        telephone::write(tx, &telephone)?;
        furnish(app, tx)?;
        Ok(())
    })?;
    Ok(ExampleAnswer {
        accounts: story.drafts.len() as u64,
        events: story.events.len() as u64,
        campaigns: story.actions.iter().map(|told| told.campaign.name.clone()).collect(),
    })
}

fn write(tx: &mut Tx<'_>, story: &Story<'_>, letter: Id) -> std::result::Result<(), Fail> {
    accounts::insert_many(tx, &story.drafts)?;
    for told in &story.actions {
        let is_letter = told.campaign.channel == filon_core::Channel::Letter;
        let template = is_letter.then_some(letter);
        campaigns::insert(tx, &filon_core::Campaign { template, closed_on: None, ..told.campaign.clone() })?;
        campaigns::freeze(tx, told.campaign.id, &told.targets)?;
        if let Some(day) = told.campaign.from {
            campaigns::mark_launched(tx, told.campaign.id, day)?;
        }
        campaigns::mark_closed(tx, told.campaign.id, told.campaign.closed_on)?;
        for line in &told.costs {
            campaigns::add_cost(tx, line)?;
        }
    }
    events::append(tx, &story.events)?;
    for follow_up in &story.follow_ups {
        follow_ups::insert(tx, follow_up)?;
    }
    Ok(())
}

/// Settings and saved selections.
fn furnish(app: &App, tx: &mut Tx<'_>) -> std::result::Result<(), Fail> {
    let company = Company {
        name: "Menuiseries de Garonne".into(),
        form: "SARL".into(),
        capital: "20 000 €".into(),
        siren: "000 123 455".into(),
        rcs_city: "Bordeaux".into(),
        address: vec!["12 quai des Artisans".into()],
        postcode: "33000".into(),
        city: "Bordeaux".into(),
        phone: "05 36 49 00 00".into(),
        email: "contact@menuiseries-garonne.example".into(),
        website: "menuiseries-garonne.example".into(),
        mentions: String::new(),
    };
    kept::set(tx, MARK, &serde_json::Value::Bool(true))?;
    settings::set_in(tx, &Settings { company, ..Settings::default() })?;
    for (name, query) in [
        ("Gironde", "dept:33"),
        ("Bâtiment, 10 salariés et plus", "naf:43* effectif:>=10"),
        ("Clients à revoir", "stage:client -contacté:<90j"),
        ("Intéressés sans suite", "rendez-vous:* -stage:client"),
    ] {
        let segment = segments::Segment {
            id: app.next_id(),
            name: name.into(),
            query: query.into(),
            created_at: app.now(),
        };
        segments::save(tx, &segment)?;
    }
    Ok(())
}

fn batch(id: Id, file: &str, rows: i64, on: jiff::civil::Date) -> imports::Batch {
    imports::Batch {
        id,
        file_name: file.to_owned(),
        by: None,
        rows,
        created: rows,
        merged: 0,
        skipped: 0,
        options: serde_json::json!({ "source": file }),
        rejected: serde_json::json!([]),
        created_at: Moment::at(on.at(9, 0, 0, 0)),
        undone_at: None,
    }
}

fn letter(app: &App, actor: &Actor) -> Result<templates::Template> {
    let name = "Lettre fenêtres isolantes";
    let read = read_template(actor, name, names::LETTER.as_bytes())?;
    Ok(templates::Template {
        id: app.next_id(),
        name: name.to_owned(),
        kind: "letter".to_owned(),
        file_name: "fenetres.fodt".to_owned(),
        fields: read.fields().to_vec(),
        bytes: names::LETTER.as_bytes().to_vec(),
        created_at: app.now(),
    })
}
