//! A script as it is read out: every text with the fields of whoever is called.

use std::collections::BTreeMap;

use filon_core::account::mapping::{Target, value_of};
use filon_core::call::{
    AnswerKind, BlockKind, CallScript, FieldValues, Filled, Goal, ObjectionKind, OwnField, Technique, fill,
};
use filon_core::{Account, AccountKind, Address, Id, Person};
use filon_store::{Tx, accounts, users};

use super::list::known_fields;
use crate::fail::Fail;
use crate::meetings::offered_slots;
use crate::words::spoken_moment;
use crate::{Actor, App, Result, settings};

/// A script for one call.
#[derive(Debug, Clone, PartialEq)]
pub struct FilledScript {
    pub id: Id,
    pub name: String,
    pub version: u32,
    pub goal: Goal,
    /// In the order of the call.
    pub blocks: Vec<FilledBlock>,
    pub objections: Vec<FilledObjection>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FilledBlock {
    pub id: Id,
    pub kind: BlockKind,
    pub title: String,
    pub text: Filled,
    pub questions: Vec<FilledQuestion>,
    pub arguments: Vec<FilledArgument>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FilledQuestion {
    pub id: Id,
    pub text: Filled,
    pub answer: AnswerKind,
    /// The field that the answer fills, worded.
    pub fills: Option<String>,
    /// What the fiche says in that field already.
    pub known: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledArgument {
    pub characteristic: Filled,
    pub advantage: Filled,
    pub proof: Filled,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledObjection {
    pub id: Id,
    pub kind: ObjectionKind,
    /// How people say it; the first names it.
    pub said: Vec<String>,
    pub replies: Vec<FilledReply>,
    /// Of a pretext.
    pub real_reason_question: Option<Filled>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledReply {
    pub id: Id,
    pub technique: Technique,
    pub text: Filled,
}

/// A script filled for an account and its primary person, or for an example of one.
pub fn filled(app: &App, actor: &Actor, script: &CallScript, account: Option<Id>) -> Result<FilledScript> {
    app.read(actor, |tx| {
        let record = match account {
            Some(id) => accounts::get(tx, id)?,
            None => None,
        };
        let reader = reader(app, tx, actor, script)?;
        Ok(match record {
            Some(record) => reader.read(script, &record.account, record.persons.first()),
            None => {
                let (account, person) = somebody(app, actor);
                reader.read(script, &account, Some(&person))
            }
        })
    })
}

/// Reads scripts out for one caller.
pub(crate) struct Reader {
    own: Vec<(OwnField, String)>,
    custom: Vec<String>,
    label: fn(&Target) -> &'static str,
}

/// The caller's own fields: who calls, for whom, the two dates offered.
pub(crate) fn reader(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    script: &CallScript,
) -> std::result::Result<Reader, Fail> {
    let company = settings::get_in(tx)?.company;
    let me = match actor.user {
        Some(user) => users::get(tx, user)?.map(|user| user.name).unwrap_or_default(),
        None => String::new(),
    };
    let town = [company.postcode.as_str(), company.city.as_str()].join(" ");
    let address = company.address.iter().map(String::as_str).chain([town.trim()]);
    let address: Vec<&str> = address.filter(|line| !line.trim().is_empty()).collect();
    let [first, second] =
        offered_slots(tx, app.now(), actor.user)?.map(|at| spoken_moment(actor.language, at));
    let own = vec![
        (OwnField::Me, me),
        (OwnField::OurCompany, company.name),
        (OwnField::OurPhone, company.phone),
        (OwnField::OurEmail, company.email),
        (OwnField::OurWebsite, company.website),
        (OwnField::OurAddress, address.join(", ")),
        (OwnField::FirstSlot, first),
        (OwnField::SecondSlot, second),
    ];
    let own_fields: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
    Ok(Reader { own, custom: known_fields(script, &own_fields), label: actor.words().import.target })
}

impl Reader {
    pub fn read(&self, script: &CallScript, account: &Account, person: Option<&Person>) -> FilledScript {
        let values = FieldValues { account, person, own: &self.own, custom_fields: &self.custom };
        let said = |text: &str| fill(text, &values);
        let block = |block: &filon_core::call::Block| FilledBlock {
            id: block.id,
            kind: block.kind,
            title: block.title.clone(),
            text: said(&block.text),
            questions: block
                .questions
                .iter()
                .map(|question| {
                    let target = question.fills.as_ref().map(filon_core::call::Fills::target);
                    FilledQuestion {
                        id: question.id,
                        text: said(&question.text),
                        answer: question.answer.clone(),
                        fills: target.map(|target| match target {
                            Target::Custom(name) => name.clone(),
                            target => (self.label)(target).to_owned(),
                        }),
                        known: target
                            .map(|target| value_of(target, account, person))
                            .filter(|known| !known.trim().is_empty()),
                    }
                })
                .collect(),
            arguments: block
                .arguments
                .iter()
                .map(|argument| FilledArgument {
                    characteristic: said(&argument.characteristic),
                    advantage: said(&argument.advantage),
                    proof: said(&argument.proof),
                })
                .collect(),
        };
        let objection = |objection: &filon_core::call::Objection| FilledObjection {
            id: objection.id,
            kind: objection.kind,
            said: objection.said.clone(),
            replies: objection
                .replies
                .iter()
                .map(|reply| FilledReply {
                    id: reply.id,
                    technique: reply.technique,
                    text: said(&reply.text),
                })
                .collect(),
            real_reason_question: objection.real_reason_question.as_deref().map(said),
        };
        FilledScript {
            id: script.id,
            name: script.name.clone(),
            version: script.version,
            goal: script.goal,
            blocks: script.blocks.iter().map(block).collect(),
            objections: script.objections.iter().map(objection).collect(),
        }
    }
}

/// Whoever is called in a guide that is printed for nobody in particular.
fn somebody(app: &App, actor: &Actor) -> (Account, Person) {
    let words = &actor.words().script;
    let id = app.next_id();
    let account = Account {
        id,
        reference: None,
        kind: AccountKind::Company,
        name: words.example_company.to_owned(),
        siret: None,
        siren: None,
        naf: None,
        employees: None,
        revenue: None,
        address: Address { city: Some(words.example_city.to_owned()), ..Address::default() },
        phone: None,
        email: None,
        website: None,
        source: None,
        tags: Vec::new(),
        partial_diffusion: false,
        custom: BTreeMap::new(),
        note: None,
        owner: None,
        batch: None,
        created_at: app.now(),
    };
    let person = Person {
        id: app.next_id(),
        account: id,
        primary: true,
        civility: "Mme".to_owned(),
        first_name: "Claire".to_owned(),
        last_name: "Martin".to_owned(),
        role: String::new(),
        email: String::new(),
        phone: String::new(),
        mobile: String::new(),
    };
    (account, person)
}
