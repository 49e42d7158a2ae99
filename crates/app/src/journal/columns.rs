//! The columns of a file of outcomes.

use filon_core::account::mapping::{Target, recognise};
use filon_core::text::fold;

use crate::words::RecordWords;
use crate::{AppError, Result};

/// What a column of outcomes can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Account,
    Event,
    Date,
    Amount,
    Margin,
    Note,
    Channel,
    Outcome,
    Minutes,
    Kilometres,
    Campaign,
}

/// Headers, folded; the contract's own first.
const NAMES: [(Column, &[&str]); 11] = [
    (
        Column::Account,
        &[
            "account",
            "compte",
            "fiche",
            "reference",
            "ref",
            "siret",
            "email",
            "e mail",
            "mail",
            "courriel",
            "client",
            "contact",
            "id",
        ],
    ),
    (
        Column::Event,
        &["event", "evenement", "type", "action faite", "resultat", "evenements", "events", "kind"],
    ),
    (
        Column::Date,
        &["date", "jour", "le", "day", "on", "date evenement", "date de l evenement", "event date"],
    ),
    (Column::Amount, &["amount", "montant", "montant ht", "ca", "total", "total ht", "amount eur"]),
    (Column::Margin, &["margin", "marge", "marge ht", "marge brute"]),
    (Column::Note, &["note", "notes", "commentaire", "commentaires", "remarque", "comment", "observation"]),
    (Column::Channel, &["channel", "canal"]),
    (Column::Outcome, &["outcome", "issue", "issue de l appel"]),
    (Column::Minutes, &["minutes", "duree", "duree (min)", "duration", "mn", "min"]),
    (Column::Kilometres, &["km", "kilometres", "distance", "kms"]),
    (Column::Campaign, &["campaign", "action", "campagne", "operation"]),
];

/// Where each column stands.
#[derive(Debug)]
pub(super) struct Columns {
    headers: Vec<String>,
    places: Vec<(Column, usize)>,
}

impl Columns {
    /// Finds the columns; without an account or an event nothing can be recorded.
    pub fn find(headers: &[String], words: &RecordWords) -> Result<Columns> {
        let mut columns = Columns { headers: headers.to_vec(), places: Vec::new() };
        for (column, names) in NAMES {
            let place = names.iter().find_map(|name| headers.iter().position(|header| fold(header) == *name));
            let place = place.or_else(|| (column == Column::Account).then(|| columns.key_place()).flatten());
            if let Some(place) = place.filter(|place| !columns.places.iter().any(|(_, taken)| taken == place))
            {
                columns.places.push((column, place));
            }
        }
        let listed = headers.join(", ");
        if columns.header(Column::Account).is_none() {
            return Err(AppError::refused((words.no_account_column)(&listed)));
        }
        if columns.header(Column::Event).is_none() {
            return Err(AppError::refused((words.no_event_column)(&listed)));
        }
        Ok(columns)
    }

    /// A column that import would take for a reference, SIRET or e-mail.
    fn key_place(&self) -> Option<usize> {
        [Target::Reference, Target::Siret, Target::Email]
            .iter()
            .find_map(|key| self.headers.iter().position(|header| recognise(header).as_ref() == Some(key)))
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(own, _)| *own == column).map(|(_, place)| *place)
    }

    pub fn header(&self, column: Column) -> Option<&str> {
        self.place(column).and_then(|place| self.headers.get(place)).map(String::as_str)
    }

    /// The filled cell of a column.
    pub fn cell<'c>(&self, column: Column, cells: &[&'c str]) -> Option<&'c str> {
        let cell = cells.get(self.place(column)?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }
}
