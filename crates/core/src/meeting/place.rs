//! Where a meeting takes place.

use serde::{Deserialize, Serialize};

/// A place, in France where it has a postcode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub kind: PlaceKind,
    /// Those before the postcode; of a telephone or video meeting, the number or the link.
    #[serde(default)]
    pub lines: Vec<String>,
    #[serde(default)]
    pub postcode: Option<String>,
    #[serde(default)]
    pub city: Option<String>,
}

impl Place {
    /// A place of which nothing more is said.
    pub fn of_kind(kind: PlaceKind) -> Place {
        Place { kind, lines: Vec::new(), postcode: None, city: None }
    }

    /// One line, for a calendar: `12 rue des Forges, 33000 Bordeaux`. Empty where nothing was said.
    pub fn one_line(&self) -> String {
        let town = [self.postcode.as_deref(), self.city.as_deref()];
        let town = town.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty());
        let town = town.collect::<Vec<_>>().join(" ");
        let lines = self.lines.iter().map(|line| line.trim()).chain([town.as_str()]);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// What kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    TheirPlace,
    OurPlace,
    Telephone,
    Video,
    Elsewhere,
}

impl PlaceKind {
    pub const ALL: [PlaceKind; 5] = [
        PlaceKind::TheirPlace,
        PlaceKind::OurPlace,
        PlaceKind::Telephone,
        PlaceKind::Video,
        PlaceKind::Elsewhere,
    ];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            PlaceKind::TheirPlace => "their_place",
            PlaceKind::OurPlace => "our_place",
            PlaceKind::Telephone => "telephone",
            PlaceKind::Video => "video",
            PlaceKind::Elsewhere => "elsewhere",
        }
    }

    pub fn from_code(code: &str) -> Option<PlaceKind> {
        PlaceKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether somebody has to be there in person.
    pub const fn is_physical(self) -> bool {
        matches!(self, PlaceKind::TheirPlace | PlaceKind::OurPlace | PlaceKind::Elsewhere)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_one_line_in_a_calendar() {
        let mut place = Place {
            lines: vec!["12 rue des Forges".into(), " ".into()],
            postcode: Some("33000".into()),
            city: Some("Bordeaux".into()),
            ..Place::of_kind(PlaceKind::TheirPlace)
        };
        assert_eq!(place.one_line(), "12 rue des Forges, 33000 Bordeaux");
        place.lines.clear();
        place.postcode = None;
        assert_eq!(place.one_line(), "Bordeaux");
        assert_eq!(Place::of_kind(PlaceKind::Video).one_line(), "");
    }

    #[test]
    fn codes_read_back() {
        assert!(PlaceKind::ALL.iter().all(|kind| PlaceKind::from_code(kind.code()) == Some(*kind)));
        assert_eq!(PlaceKind::from_code("moon"), None);
    }
}
