//! Every figure opens onto the accounts behind it.

use filon_core::ratio::Place;

use super::{Fold, Ground, Scope};
use crate::accounts::{Row, rows_of};
use crate::{Actor, App, Result};

/// A figure that opens onto the accounts behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    Contacts,
    Clients,
    Prospects,
    Contacted,
    Interested,
    NewClients,
    Meeting,
    Quote,
    Order,
    /// Clients lost in the period.
    Lost,
}

impl Figure {
    pub const ALL: [Figure; 10] = [
        Figure::Contacts,
        Figure::Clients,
        Figure::Prospects,
        Figure::Contacted,
        Figure::Interested,
        Figure::NewClients,
        Figure::Meeting,
        Figure::Quote,
        Figure::Order,
        Figure::Lost,
    ];

    /// Its word in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Figure::Contacts => "contacts",
            Figure::Clients => "clients",
            Figure::Prospects => "prospects",
            Figure::Contacted => "contacted",
            Figure::Interested => "interested",
            Figure::NewClients => "new_clients",
            Figure::Meeting => "meeting",
            Figure::Quote => "quote",
            Figure::Order => "order",
            Figure::Lost => "lost",
        }
    }

    pub fn from_code(code: &str) -> Option<Figure> {
        Figure::ALL.into_iter().find(|figure| figure.code() == code)
    }

    pub(super) fn holds(self, place: &Place) -> bool {
        match self {
            Figure::Contacts => true,
            Figure::Clients => place.client,
            Figure::Prospects => !place.client,
            Figure::Contacted => place.got_to(1),
            Figure::Interested => place.got_to(2),
            Figure::Meeting => place.got_to(3),
            Figure::Quote => place.got_to(4),
            Figure::Order => place.got_to(5),
            Figure::NewClients => place.new_client,
            Figure::Lost => place.lost,
        }
    }
}

/// The accounts behind a figure.
pub fn people(app: &App, actor: &Actor, scope: &Scope, figure: Figure) -> Result<Vec<Row>> {
    let ids = app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let mut ids = Vec::new();
        fold.tally(tx, &ground, &mut |place| {
            if figure.holds(place) {
                ids.push(place.id);
            }
        })?;
        Ok(ids)
    })?;
    rows_of(app, actor, &ids)
}
