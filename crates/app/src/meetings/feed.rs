//! The private feed that Outlook, Google and Thunderbird subscribe to. Whoever has its address reads it, so
//! that the base keeps a hash of it only, and a new address ends the old one.

use filon_core::{Id, Moment};
use filon_formats::{IcsCalendar, IcsEvent, IcsWhen};
use filon_store::{Tx, feed_tokens, follow_ups, meetings, users};
use jiff::ToSpan;
use sha2::{Digest, Sha256};

use super::calendar::{PRODUCT, event_of, written};
use super::show::rows;
use crate::fail::Fail;
use crate::follow_ups::FollowUpRow;
use crate::users::language_of;
use crate::{Actor, App, Result, hex};

/// Meetings of so many days ago are still in the feed.
const DAYS_BACK: i64 = 90;
/// A follow-up takes so long in a calendar.
const FOLLOW_UP_MINUTES: u32 = 15;

/// Makes the address of the actor's feed anew; it is shown this once.
pub fn new_feed(app: &App, actor: &Actor) -> Result<String> {
    let token = hex(&app.secret());
    let now = app.now();
    let kept = feed_tokens::FeedToken {
        token_hash: digest(&token),
        user: actor.user,
        created_at: now,
        revoked_at: None,
    };
    app.write(actor, |tx| {
        feed_tokens::revoke(tx, actor.user, now)?;
        Ok(feed_tokens::insert(tx, &kept)?)
    })?;
    Ok(token)
}

/// Ends the actor's feed.
pub fn revoke_feed(app: &App, actor: &Actor) -> Result<()> {
    let now = app.now();
    app.write(actor, |tx| {
        feed_tokens::revoke(tx, actor.user, now)?;
        Ok(())
    })
}

/// Whether the actor has a feed, whose address was shown when it was made.
pub fn has_feed(app: &App, actor: &Actor) -> Result<bool> {
    app.read(actor, |tx| Ok(feed_tokens::of_user(tx, actor.user)?.is_some()))
}

/// The calendar behind an address: meetings, and follow-ups that have an hour. `None` where there is no such
/// feed, or its owner may no longer come in.
pub fn feed(app: &App, token: &str) -> Result<Option<Vec<u8>>> {
    let hash = digest(token);
    let now = app.now();
    let found = app.read(&Actor::default(), |tx| {
        let Some(kept) = feed_tokens::find(tx, &hash)? else { return Ok(None) };
        let Some(actor) = reader(tx, kept.user)? else { return Ok(None) };
        Ok(Some((actor, events(tx, &actor, now)?)))
    })?;
    let Some((actor, events)) = found else { return Ok(None) };
    let calendar =
        IcsCalendar { product: PRODUCT, name: actor.words().meeting.feed_name, refresh_minutes: Some(60) };
    written(&calendar, &events).map(Some)
}

fn digest(token: &str) -> String {
    hex(&Sha256::digest(token))
}

/// Whose feed it is, where they may still come in.
fn reader(tx: &mut Tx<'_>, user: Option<Id>) -> std::result::Result<Option<Actor>, Fail> {
    let Some(id) = user else { return Ok(Some(Actor::default())) };
    if users::get(tx, id)?.is_none_or(|user| user.disabled_at.is_some()) {
        return Ok(None);
    }
    Ok(Some(Actor { user, language: language_of(tx, id)? }))
}

fn events(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> std::result::Result<Vec<IcsEvent>, Fail> {
    let from = now.day().checked_sub(DAYS_BACK.days()).unwrap_or(now.day());
    let mine = |owner: Option<Id>| actor.user.is_none() || owner.is_none() || owner == actor.user;
    let mut booked = meetings::between(tx, Moment::start_of(from), crate::END_OF_TIME, None)?;
    booked.retain(|booked| mine(booked.meeting.owner));
    let shown = rows(tx, actor, &booked)?;
    let mut events: Vec<IcsEvent> = booked
        .iter()
        .filter_map(|booked| {
            let row = shown.iter().find(|row| row.id == booked.meeting.id)?;
            Some(event_of(actor, &booked.meeting, row, None))
        })
        .collect();
    let mut open = follow_ups::with_hours(tx, Moment::start_of(from), None)?;
    open.retain(|follow_up| mine(follow_up.owner));
    let shown = crate::follow_ups::rows(tx, &open, now.day())?;
    events.extend(open.iter().filter_map(|follow_up| {
        let row = shown.iter().find(|row| row.id == follow_up.id)?;
        Some(follow_up_event(actor, follow_up, row))
    }));
    Ok(events)
}

fn follow_up_event(actor: &Actor, follow_up: &follow_ups::FollowUp, row: &FollowUpRow) -> IcsEvent {
    let when = match follow_up.due_at {
        Some(at) => IcsWhen::At { start: at.local(), minutes: FOLLOW_UP_MINUTES },
        None => IcsWhen::Day(follow_up.due_on),
    };
    let said = [row.person.as_str(), &row.phone, row.note.as_deref().unwrap_or_default()];
    IcsEvent {
        uid: format!("{}-relance@filon", follow_up.id),
        when,
        summary: (actor.words().meeting.follow_up_title)(&row.name),
        location: String::new(),
        description: said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
        url: String::new(),
        sequence: 0,
        cancelled: false,
        alarm_minutes: None,
        created: follow_up.created_at.millis(),
        modified: follow_up.created_at.millis(),
    }
}
