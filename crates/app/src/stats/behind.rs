//! The accounts behind either side of a ratio.

use filon_core::Id;
use filon_core::ratio::Counted;

use super::more::counted;
use super::people::Figure;
use super::{Fold, Ground, Scope};
use crate::accounts::{Row, rows_of};
use crate::{Actor, App, Result};

/// What stands above or below the line, where it opens onto accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Behind {
    Figure(Figure),
    /// Accounts that a meeting was held with.
    MeetingHeld,
    /// Clients that were not lost in the period.
    Kept,
    /// What the courses count.
    Counted(Counted),
}

impl Behind {
    /// Its word in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Behind::Figure(figure) => figure.code(),
            Behind::MeetingHeld => "meeting_held",
            Behind::Kept => "kept",
            Behind::Counted(counted) => counted.code(),
        }
    }

    pub fn from_code(code: &str) -> Option<Behind> {
        match code {
            "meeting_held" => Some(Behind::MeetingHeld),
            "kept" => Some(Behind::Kept),
            _ => Figure::from_code(code)
                .map(Behind::Figure)
                .or_else(|| Counted::from_code(code).map(Behind::Counted)),
        }
    }
}

/// The accounts behind one side of a ratio.
pub fn people_behind(app: &App, actor: &Actor, scope: &Scope, behind: Behind) -> Result<Vec<Row>> {
    let ids = app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let holds = |place: &filon_core::ratio::Place| match behind {
            Behind::Figure(figure) => figure.holds(place),
            Behind::MeetingHeld => place.meeting_held.is_some(),
            Behind::Kept => place.client && !place.lost,
            Behind::Counted(_) => false,
        };
        if let Behind::Counted(wanted) = behind {
            return Ok(counted(tx, &ground, &fold)?.accounts(wanted).to_vec());
        }
        let mut ids: Vec<Id> = Vec::new();
        fold.tally(tx, &ground, &mut |place| {
            if holds(place) {
                ids.push(place.id);
            }
        })?;
        Ok(ids)
    })?;
    rows_of(app, actor, &ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_one_side() {
        let figures = Figure::ALL.into_iter().map(Behind::Figure);
        let counted = Counted::ALL.into_iter().map(Behind::Counted);
        let all: Vec<Behind> = figures.chain(counted).chain([Behind::MeetingHeld, Behind::Kept]).collect();
        for behind in &all {
            assert_eq!(Behind::from_code(behind.code()), Some(*behind));
        }
        let codes: std::collections::HashSet<&str> = all.iter().map(|behind| behind.code()).collect();
        assert_eq!(codes.len(), all.len());
    }
}
