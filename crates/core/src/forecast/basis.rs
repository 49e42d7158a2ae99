//! What a forecast rests on: the company's own past, or published figures.

use crate::Channel;

/// What past actions on a channel came to: distinct accounts, summed over the actions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Observed {
    pub campaigns: u64,
    pub contacted: u64,
    pub interested: u64,
    pub meetings: u64,
    pub quotes: u64,
    /// New clients.
    pub orders: u64,
}

/// Fewer accounts contacted than this are no basis of one's own (DOMAIN.md 4).
pub const ENOUGH_OBSERVED: u64 = 30;

impl Observed {
    pub fn is_enough(&self) -> bool {
        self.contacted >= ENOUGH_OBSERVED
    }

    /// Counts from interested to orders.
    pub(super) fn counts(&self) -> [u64; 4] {
        [self.interested, self.meetings, self.quotes, self.orders]
    }
}

/// Beta parameters per account contacted for interested, meeting, quote, order, with their source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    pub shares: [(f64, f64); 4],
    pub source: &'static str,
}

/// Published priors per channel (DOMAIN.md 4). Where a source gives no quotes or orders, meetings
/// are carried on by the course's funnel (10 quotes of 50 meetings, 5 orders of 10 quotes).
pub const fn published(channel: Channel) -> Prior {
    match channel {
        Channel::Letter => Prior {
            shares: [(2.0, 98.0), (1.0, 99.0), (0.2, 99.8), (0.1, 99.9)],
            source: "e-marketing.fr ; DMA 2012 ; documart.com (2026)",
        },
        Channel::Email => Prior {
            shares: [(1.4, 98.6), (1.0, 142.0), (0.2, 142.8), (0.1, 142.9)],
            source: "cleanlist.ai, 18/02/2026",
        },
        Channel::Phone => Prior {
            shares: [(7.0, 93.0), (3.0, 97.0), (1.1, 98.9), (1.0, 299.0)],
            source: "jmbellot.blogs.com (IKO System), 11/2014",
        },
        Channel::Visit | Channel::Fair | Channel::Other => Prior {
            shares: [(10.0, 90.0), (5.0, 95.0), (1.0, 99.0), (0.5, 99.5)],
            source: "exemple pédagogique du cours (500 → 50 → 10 → 5), BTS Gestion de la PME",
        },
    }
}
