//! Who an action would reach, before it is launched.

use filon_core::consent::{Audience, Rule};
use filon_core::{Campaign, Id, Moment};
use filon_store::accounts::{self, Direction, Sort};
use filon_store::{Tx, campaigns};

use super::find_in;
use crate::answer::RefusedAnswer;
use crate::audience::{Candidate, SenderMentions, candidates, reason, refused_answers, select};
use crate::fail::Fail;
use crate::query::read_on;
use crate::{Actor, App, Result, settings};

/// The selection of an action, with the right of each checked now.
#[derive(Debug, Clone)]
pub struct AudiencePreview {
    pub targeted: u64,
    pub allowed: u64,
    pub refused: Vec<RefusedAnswer>,
}

/// What a launch today would make of the action's selection; for a launched one, what it made.
pub fn audience(app: &App, actor: &Actor, campaign: &str) -> Result<AudiencePreview> {
    let now = app.now();
    app.read(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        if found.launched_on.is_some() {
            let (targeted, refused) = frozen(tx, actor, found.id)?;
            return Ok(AudiencePreview { targeted, allowed: targeted - refused.len() as u64, refused });
        }
        let (_, audience) = reached(tx, actor, &found, now, Sort::Name, SenderMentions::AskedAtLaunch)?;
        Ok(AudiencePreview {
            targeted: (audience.allowed().len() + audience.refused().len()) as u64,
            allowed: audience.allowed().len() as u64,
            refused: refused_answers(actor, audience.refused()),
        })
    })
}

/// The accounts that an action aims at now, and those of them who may be contacted at a moment.
pub(super) fn reached(
    tx: &mut Tx<'_>,
    actor: &Actor,
    campaign: &Campaign,
    moment: Moment,
    sort: Sort,
    mentions: SenderMentions,
) -> std::result::Result<(Vec<Id>, Audience<Candidate>), Fail> {
    let query = read_on(actor, &campaign.query, moment.day())?;
    let ids = accounts::ids(tx, &query, sort, Direction::Ascending)?;
    let settings = settings::get_in(tx)?;
    let all = candidates(tx, &ids, campaign.channel)?;
    Ok((ids, select(all, campaign.channel, moment, settings.alsace_moselle, mentions)))
}

/// How many were targeted at the launch, and who of them was refused.
pub(super) fn frozen(
    tx: &mut Tx<'_>,
    actor: &Actor,
    campaign: Id,
) -> std::result::Result<(u64, Vec<RefusedAnswer>), Fail> {
    let targets = campaigns::targets(tx, campaign)?;
    let refused: Vec<(Id, &str)> =
        targets.iter().filter_map(|target| Some((target.account, target.refused.as_deref()?))).collect();
    let ids: Vec<Id> = refused.iter().map(|(id, _)| *id).collect();
    let records = accounts::many(tx, &ids)?;
    let answer = |record: accounts::AccountRecord| {
        let code = refused.iter().find(|(id, _)| *id == record.account.id).map_or("", |(_, code)| code);
        RefusedAnswer {
            account: record.account.reference.unwrap_or_else(|| record.account.id.to_string()),
            name: record.account.name,
            rule: code.to_owned(),
            reason: Rule::from_code(code).map(|rule| reason(actor, rule)).unwrap_or_default(),
        }
    };
    Ok((targets.len() as u64, records.into_iter().map(answer).collect()))
}
