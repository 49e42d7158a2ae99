//! What the figures are asked for.

use jiff::civil::Date;

use crate::{Channel, Event, Id};

/// The period `[from, to)`, optionally narrowed. A segment narrows the base: the caller gives only
/// its accounts. `as_of` shows the figures as they stood at the end of that day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    pub campaign: Option<Id>,
    pub channel: Option<Channel>,
    pub user: Option<Id>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub as_of: Option<Date>,
    /// The day of the question: a period that is not over yet counts as long as it has lasted.
    pub today: Option<Date>,
}

impl Scope {
    /// Whether a day lies in the period.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| day >= from) && self.before_end(day)
    }

    /// Whether a day lies before the end of the period, and was already there at `as_of`.
    pub fn before_end(&self, day: Date) -> bool {
        self.to.is_none_or(|to| day < to) && self.as_of.is_none_or(|as_of| day <= as_of)
    }

    /// The last day that the scope can see: the one before its end, the day asked about or the day of
    /// the question, whichever comes first; `None` where it has none of them.
    pub fn last_day(&self) -> Option<Date> {
        let end = self.to.and_then(|to| to.yesterday().ok());
        end.into_iter().chain(self.as_of).chain(self.today).min()
    }

    /// Whether an event is an outgoing contact that the scope counts.
    pub fn is_contact(&self, event: &Event) -> bool {
        event.kind.is_outgoing()
            && self.holds(event.on)
            && self.campaign.is_none_or(|campaign| event.campaign == Some(campaign))
            && self.channel.is_none_or(|channel| event.channel() == Some(channel))
            && self.user.is_none_or(|user| event.by == Some(user))
    }
}

/// The company's settings that the figures depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// An order belongs to the last action that contacted the account within so many days.
    pub credit_window_days: i32,
    /// The expected life of a client is never counted longer.
    pub lifetime_cap_years: f64,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules { credit_window_days: 180, lifetime_cap_years: 10.0 }
    }
}
