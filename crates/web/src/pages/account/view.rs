//! `GET /fiches/{id}`.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::accounts::{self, Fiche};
use filon_core::follow_up::FollowUpKind;
use filon_core::{CallOutcome, EventKind, Id, Stage};
use jiff::civil::Date;

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

#[derive(Template)]
#[template(path = "fiche/fiche.html")]
pub struct FicheView {
    pub shell: Shell,
    pub fiche: Fiche,
    pub facts: Vec<Fact>,
    pub kinds: Vec<EventKind>,
    pub quick: [Quick; 6],
    /// The event whose form stands open.
    pub chosen: Option<EventKind>,
    /// The action that one came from: what is recorded belongs to it.
    pub act_id: Option<String>,
    pub act_name: Option<String>,
    pub today: Date,
    pub next_week: Date,
}

pub struct Fact {
    pub label: String,
    pub value: String,
    /// Empty where the value opens nothing.
    pub address: String,
}

/// An outcome one key away.
#[derive(Clone, Copy)]
pub struct Quick {
    pub key: &'static str,
    pub kind: EventKind,
    /// It asks for an amount.
    pub amount: bool,
}

/// The outcomes of SCREENS.md: i, r, d, c, n, o.
pub const QUICK: [Quick; 6] = [
    Quick { key: "i", kind: EventKind::InterestShown, amount: false },
    Quick { key: "r", kind: EventKind::MeetingSet, amount: false },
    Quick { key: "d", kind: EventKind::QuoteSent, amount: true },
    Quick { key: "c", kind: EventKind::OrderPlaced, amount: true },
    Quick { key: "n", kind: EventKind::NoInterest, amount: false },
    Quick { key: "o", kind: EventKind::OptedOut, amount: false },
];

/// What can be recorded by hand; what machines write is left out.
const BY_HAND: [EventKind; 19] = [
    EventKind::Note,
    EventKind::CallMade,
    EventKind::VisitMade,
    EventKind::FairMet,
    EventKind::LetterPosted,
    EventKind::LetterReturned,
    EventKind::EmailSent,
    EventKind::EmailReplied,
    EventKind::InterestShown,
    EventKind::NoInterest,
    EventKind::MeetingSet,
    EventKind::MeetingHeld,
    EventKind::MeetingMissed,
    EventKind::QuoteSent,
    EventKind::QuoteAccepted,
    EventKind::QuoteRefused,
    EventKind::OrderPlaced,
    EventKind::CustomerLost,
    EventKind::OptedOut,
];

impl FicheView {
    pub fn is_chosen(chosen: &Option<EventKind>, kind: &EventKind) -> bool {
        chosen.as_ref() == Some(kind)
    }
}

pub async fn show_one(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let fiche = page.call(move |app, actor| accounts::fiche(app, actor, id)).await?;
    let chosen = EventKind::from_code(page.params.get("noter"));
    let act = page.params.some("action");
    let today = page.site.app.today();
    show(&view(page.shell(Nav::File), fiche, chosen, act, today))
}

pub fn view(
    shell: Shell,
    fiche: Fiche,
    chosen: Option<EventKind>,
    act: Option<String>,
    today: Date,
) -> FicheView {
    let facts = facts(shell.w, &fiche);
    let act_name = act.or_else(|| fiche.campaigns.first().cloned());
    let next_week = today.saturating_add(jiff::Span::new().days(7));
    FicheView {
        shell,
        fiche,
        facts,
        kinds: BY_HAND.to_vec(),
        quick: QUICK,
        chosen,
        act_id: act_name.clone(),
        act_name,
        today,
        next_week,
    }
}

pub fn facts(w: &Words, fiche: &Fiche) -> Vec<Fact> {
    let (account, card) = (&fiche.account, &w.card);
    let address = &account.address;
    let mut lines = address.lines.clone();
    lines.push(
        [address.postcode.as_deref(), address.city.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
    );
    lines.retain(|line| !line.trim().is_empty());
    let phone = account.phone.as_deref();
    let siret = account.siret.clone().or_else(|| account.siren.clone()).map(|digits| spaced(&digits));
    let all: [(Text, Option<String>, Option<String>); 12] = [
        (card.address, Some(lines.join(", ")), None),
        (card.phone, phone.map(|phone| w.phone(phone)), phone.map(|phone| format!("tel:{phone}"))),
        (card.email, account.email.clone(), account.email.as_ref().map(|email| format!("mailto:{email}"))),
        (card.website, account.website.clone(), account.website.as_deref().and_then(website)),
        (card.siret, siret, None),
        (card.naf, account.naf.clone(), None),
        (card.employees, account.employees.clone(), None),
        (card.revenue, account.revenue.map(|revenue| w.euros_short(revenue)), None),
        (card.reference, account.reference.clone(), None),
        (card.source, account.source.clone(), None),
        (card.batch, fiche.batch.clone(), None),
        (card.owner, fiche.owner.clone(), None),
    ];
    let known = all.into_iter().filter_map(|(label, value, address)| {
        let value = value.filter(|value| !value.trim().is_empty())?;
        Some(Fact { label: label.to_string(), value, address: address.unwrap_or_default() })
    });
    let own = account.custom.iter().filter(|(_, value)| !value.trim().is_empty());
    let own =
        own.map(|(key, value)| Fact { label: key.clone(), value: value.clone(), address: String::new() });
    let note = account.note.clone().map(|value| Fact {
        label: card.note.to_string(),
        value,
        address: String::new(),
    });
    known.chain(own).chain(note).collect()
}

/// A website that is safe as a link: nothing but HTTP.
fn website(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(text.to_owned());
    }
    (!text.contains(':') && text.contains('.')).then(|| format!("https://{text}"))
}

/// `732 829 320 00074`.
fn spaced(digits: &str) -> String {
    let parts = [digits.get(..3), digits.get(3..6), digits.get(6..9), digits.get(9..)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\u{202f}")
}
