//! The launch: the target frozen, the letters made, the journal written.
//!
//! Letters are written beside their place first; then one transaction freezes the target, writes the
//! journal and marks the action; then the letters are moved into place. Killed before the transaction,
//! nothing was launched; killed after it, the letters wait beside their place, and launching again moves them.

use std::path::{Path, PathBuf};

use filon_core::consent::Audience;
use filon_core::{Campaign, Channel, Event, EventKind, Id, Moment};
use filon_store::accounts::{self, Sort};
use filon_store::campaigns::{self, Target};
use filon_store::{events, templates};
use jiff::civil::Date;

use super::audience::{frozen, reached};
use super::mentions::{are_due, of_document};
use super::{find, find_in};
use crate::answer::{LetterWarning, LettersAnswer};
use crate::audience::{Candidate, SenderMentions, refused_answers};
use crate::journal::check_day;
use crate::letters::{Prepared, Stack, options_at, prepare, prepare_each, read_template, stack, waiting};
use crate::{Actor, App, AppError, Result};

/// The template of a launch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateRef {
    File(PathBuf),
    Stored(Id),
}

/// How an action is launched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Launch {
    /// Name or identifier.
    pub campaign: String,
    /// Where nothing is given, the one that the action was planned with.
    pub template: Option<TemplateRef>,
    /// One document for all: `.docx`, `.odt`, `.pdf`.
    pub out: Option<PathBuf>,
    /// A folder with one file each.
    pub each: Option<PathBuf>,
    /// The day on which it happens; today where nothing is said.
    pub on: Option<Date>,
    pub sort_postcode: bool,
    /// Somebody said that the paper itself carries the sender's legal mentions (a printed letterhead).
    pub mentions_confirmed: bool,
}

/// Launches an action; a second time is refused.
pub fn launch(
    app: &App,
    actor: &Actor,
    launch: &Launch,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<LettersAnswer> {
    let words = &actor.words().campaign;
    let now = app.now();
    let on = launch.on.unwrap_or(now.day());
    check_day(on, now.day()).map_err(|(from, to)| AppError::usage((words.launch_day)(from, to)))?;
    let moment = if on == now.day() { now } else { Moment::at(on.at(12, 0, 0, 0)) };
    let sort = if launch.sort_postcode { Sort::Postcode } else { Sort::Name };
    let planned = find(app, actor, &launch.campaign)?;
    let document = document(app, actor, &planned, launch.template.as_ref())?;
    let mentions = of_document(app, actor, document.as_ref().map(|(_, bytes)| bytes.as_slice()))?;
    let mentions = Some(mentions).filter(|found| are_due(&planned) && !found.are_known());
    // The command line has nobody to ask: there a warning tells what is missing.
    let asked = actor.user.is_some() && !launch.mentions_confirmed;
    let carried = match &mentions {
        Some(_) if asked => SenderMentions::Missing,
        _ => SenderMentions::Carried,
    };
    let (campaign, audience, own) = app.read(actor, |tx| {
        let campaign = find_in(tx, actor, &launch.campaign)?;
        let (_, audience) = reached(tx, actor, &campaign, moment, sort, carried)?;
        let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
        Ok((campaign, audience, own))
    })?;
    if let Some(day) = campaign.launched_on {
        return finish_interrupted(app, actor, &campaign, launch)
            .unwrap_or_else(|| Err(AppError::conflict((words.launched_already)(&campaign.name, day))));
    }
    if let (Some(mentions), SenderMentions::Missing) = (&mentions, carried) {
        return Err(AppError::refused((words.mentions_needed)(&mentions.missing)));
    }
    if audience.allowed().is_empty() {
        return Err(AppError::refused(match audience.refused().len() {
            0 => words.nobody.to_owned(),
            refused => (words.nobody_allowed)(refused),
        }));
    }
    let letters = Letters { actor, launch, campaign: &campaign, own: &own, moment };
    let prepared = letters.prepare(&audience, document, progress)?;
    record(app, actor, &campaign, &audience, launch, moment, sort)?;
    let mut answer =
        LettersAnswer { refused: refused_answers(actor, audience.refused()), ..LettersAnswer::default() };
    for letters in prepared {
        if answer.files.is_empty() {
            answer.letters = letters.letters;
            answer.warnings.clone_from(&letters.warnings);
        }
        answer.files.extend(letters.place(actor)?);
    }
    if let Some(mentions) = mentions.filter(|_| !launch.mentions_confirmed) {
        let message = (words.mentions_missing)(&mentions.missing);
        answer.warnings.push(LetterWarning { account: None, field: None, message });
    }
    Ok(answer)
}

/// What the letters of one launch are made from.
struct Letters<'a> {
    actor: &'a Actor,
    launch: &'a Launch,
    campaign: &'a Campaign,
    own: &'a [String],
    moment: Moment,
}

impl Letters<'_> {
    /// Letters and e-mails are written; calls and visits are made, and recorded as they are.
    fn prepare(
        &self,
        audience: &Audience<Candidate>,
        document: Option<(String, Vec<u8>)>,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Vec<Prepared>> {
        let words = &self.actor.words().campaign;
        let written = are_due(self.campaign);
        let Some((name, bytes)) = document else {
            return if written { Err(AppError::usage(words.template_needed)) } else { Ok(Vec::new()) };
        };
        if self.launch.out.is_none() && self.launch.each.is_none() {
            return if written { Err(AppError::usage(words.out_needed)) } else { Ok(Vec::new()) };
        }
        let template = read_template(self.actor, &name, &bytes)?;
        let stack: Stack =
            stack(self.actor, &template, audience, self.own, self.moment.day(), &self.campaign.name);
        let options = options_at(self.moment, self.actor);
        let mark = self.campaign.id.to_string();
        let mut prepared = Vec::new();
        if let Some(out) = &self.launch.out {
            prepared.push(prepare(self.actor, &template, &stack, out, &mark, &options, progress)?);
        }
        if let Some(folder) = &self.launch.each {
            prepared.push(prepare_each(self.actor, &template, &stack, folder, &mark, &options, progress)?);
        }
        Ok(prepared)
    }
}

/// The document that the letters of an action are made from, with its name.
pub(super) fn document(
    app: &App,
    actor: &Actor,
    campaign: &Campaign,
    chosen: Option<&TemplateRef>,
) -> Result<Option<(String, Vec<u8>)>> {
    let stored = |id: Id| {
        let found = app.read(actor, |tx| Ok(templates::get(tx, id)?))?;
        let unknown =
            || AppError::not_found((actor.words().campaign.template_unknown)(&id.to_string(), None));
        found.map(|template| Some((template.name, template.bytes))).ok_or_else(unknown)
    };
    match (chosen, campaign.template) {
        (Some(TemplateRef::File(path)), _) => {
            let bytes = std::fs::read(path).map_err(|error| AppError::file(actor.language, path, &error))?;
            Ok(Some((path.display().to_string(), bytes)))
        }
        (Some(TemplateRef::Stored(id)), _) => stored(*id),
        (None, Some(id)) => stored(id),
        (None, None) => Ok(None),
    }
}

/// Freezes the target and writes the journal, unless somebody changed what the letters were made from.
fn record(
    app: &App,
    actor: &Actor,
    campaign: &Campaign,
    made_for: &Audience<Candidate>,
    launch: &Launch,
    moment: Moment,
    sort: Sort,
) -> Result<()> {
    let words = actor.words();
    let now = app.now();
    app.write(actor, |tx| {
        let current = find_in(tx, actor, &campaign.id.to_string())?;
        if let Some(day) = current.launched_on {
            return Err(AppError::conflict((words.campaign.launched_already)(&campaign.name, day)).into());
        }
        let (ids, audience) = reached(tx, actor, &current, moment, sort, SenderMentions::Carried)?;
        if accounts_of(&audience) != accounts_of(made_for) {
            return Err(AppError::new(crate::ErrorKind::Busy, words.letters.changed_meanwhile).into());
        }
        let refused: std::collections::HashMap<Id, &str> = audience
            .refused()
            .iter()
            .map(|one| (one.candidate.account.id, one.refusal.rule.code()))
            .collect();
        let target =
            |id: &Id| Target { account: *id, refused: refused.get(id).map(|code| (*code).to_owned()) };
        let targets: Vec<Target> = ids.iter().map(target).collect();
        campaigns::freeze(tx, campaign.id, &targets)?;
        if let Some(TemplateRef::Stored(id)) = launch.template {
            campaigns::update(tx, &Campaign { template: Some(id), ..current })?;
        }
        campaigns::mark_launched(tx, campaign.id, moment.day())?;
        let kind = match campaign.channel {
            Channel::Letter => EventKind::LetterPosted,
            Channel::Email => EventKind::EmailSent,
            _ => return Ok(()),
        };
        let at = (moment == now || moment.day() == now.day()).then_some(now);
        let lines: Vec<Event> = audience
            .allowed()
            .iter()
            .map(|one| posted(app.next_id(), kind, one, campaign, moment.day(), at, actor, now))
            .collect();
        Ok(events::append(tx, &lines)?)
    })
}

/// Everything of the accounts that letters are made from.
fn accounts_of(audience: &Audience<Candidate>) -> Vec<(&filon_core::Account, &[filon_core::Person])> {
    audience.allowed().iter().map(|one| (&one.account, one.persons.as_slice())).collect()
}

#[allow(clippy::too_many_arguments)] // one line of the journal, each of its parts once
fn posted(
    id: Id,
    kind: EventKind,
    to: &Candidate,
    campaign: &Campaign,
    on: Date,
    at: Option<Moment>,
    actor: &Actor,
    now: Moment,
) -> Event {
    Event {
        id,
        account: to.account.id,
        person: to.persons.first().map(|person| person.id),
        kind,
        channel: Some(campaign.channel),
        campaign: Some(campaign.id),
        on,
        at,
        by: actor.user,
        outcome: None,
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note: None,
        voids: None,
        recorded_at: now,
    }
}

/// An action that was launched and whose letters still wait beside their place: they are moved there.
fn finish_interrupted(
    app: &App,
    actor: &Actor,
    campaign: &Campaign,
    launch: &Launch,
) -> Option<Result<LettersAnswer>> {
    let out: &Path = launch.out.as_deref()?;
    let left = waiting(out, &campaign.id.to_string());
    if !left.is_file() {
        return None;
    }
    Some(move_left(app, actor, campaign, &left, out))
}

fn move_left(
    app: &App,
    actor: &Actor,
    campaign: &Campaign,
    left: &Path,
    out: &Path,
) -> Result<LettersAnswer> {
    let (targeted, refused) = app.read(actor, |tx| frozen(tx, actor, campaign.id))?;
    std::fs::rename(left, out).map_err(|error| AppError::file(actor.language, out, &error))?;
    Ok(LettersAnswer {
        letters: targeted - refused.len() as u64,
        files: vec![out.display().to_string()],
        refused,
        warnings: Vec::new(),
    })
}
