//! Draws people beside the limits of the law: the same seed draws the same.

use filon_core::follow_up::FollowUpKind;
use filon_core::{AccountKind, Channel, EventKind};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date, time};

use super::calendar::holidays;

/// xorshift64*.
pub struct Draw(pub u64);

/// A line of the journal.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub on: Date,
}

/// Somebody in a list.
#[derive(Debug, Clone)]
pub struct Somebody {
    pub kind: AccountKind,
    pub sole_trader: bool,
    pub partial: bool,
    pub source: bool,
    pub created: Date,
    pub postcode: &'static str,
    /// At the house, at the person's desk, in the person's pocket.
    pub phones: [bool; 3],
    /// By day, then as entered.
    pub lines: Vec<Line>,
    /// Kind, day, and the hour where one is set.
    pub follow_ups: Vec<(FollowUpKind, Date, Option<DateTime>)>,
}

const POSTCODES: [&str; 10] =
    ["33000", "33000", "33000", "67000", "57000", "68100", "54000", "97400", "97200", "97300"];
/// Seconds of the day: the limits, and a second beside.
const CLOCKS: [i64; 11] = [
    9 * 3_600,
    10 * 3_600 - 1,
    10 * 3_600,
    11 * 3_600,
    13 * 3_600 - 1,
    13 * 3_600,
    14 * 3_600 - 1,
    14 * 3_600,
    16 * 3_600,
    20 * 3_600 - 1,
    20 * 3_600,
];

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % limit
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn of<T: Copy>(&mut self, some: &[T]) -> T {
        some[usize::try_from(self.below(some.len() as u64)).unwrap()]
    }

    fn days(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below(u64::try_from(to - from).unwrap())).unwrap()
    }

    /// When somebody wants to call, at the company's place: beside a holiday, beside the day on which the law
    /// of 2025 began, or any day.
    pub fn moment(&mut self) -> DateTime {
        let day = match self.below(5) {
            0 | 1 => {
                let (everywhere, alsatian) = holidays(i16::try_from(self.days(2027, 2031)).unwrap());
                let all = if self.one_in(2) { alsatian } else { everywhere };
                self.of(&all) + self.days(-1, 2).days()
            }
            2 => date(2026, 8, 11) + self.days(-1, 2).days(),
            _ => date(2026, 8, 12) + self.days(0, 1_200).days(),
        };
        let second = if self.one_in(4) { self.days(0, 86_400) } else { self.of(&CLOCKS) };
        day.to_datetime(time(0, 0, 0, 0)) + second.seconds()
    }

    /// Somebody whom it may be forbidden to call at a moment.
    pub fn somebody(&mut self, now: DateTime) -> Somebody {
        let today = now.date();
        let kind = if self.one_in(3) { AccountKind::Company } else { AccountKind::Individual };
        let three_years = today - 3.years();
        let created = if self.one_in(6) {
            three_years + self.days(-1, 2).days()
        } else {
            today - self.days(0, 700).days()
        };
        let mut lines = if self.one_in(6) { Vec::new() } else { self.lines(today) };
        lines.sort_by_key(|line| line.on);
        let count = if self.one_in(6) { self.below(2) + 1 } else { 0 };
        Somebody {
            kind,
            sole_trader: kind == AccountKind::Company && self.one_in(3),
            partial: self.one_in(40),
            source: !self.one_in(25),
            created,
            postcode: self.of(&POSTCODES),
            phones: [!self.one_in(8), self.one_in(2), self.one_in(3)],
            lines,
            follow_ups: (0..count).map(|_| self.follow_up(now)).collect(),
        }
    }

    fn follow_up(&mut self, now: DateTime) -> (FollowUpKind, Date, Option<DateTime>) {
        use FollowUpKind::{Call, Email, Letter, Other, Quote, Visit};
        let kind = self.of(&[Call, Call, Call, Other, Email, Letter, Visit, Quote]);
        if self.one_in(2) {
            let later = self.of(&[-86_400, -1, 0, 1, 60, 3_600, 30 * 86_400]);
            let at = now + later.seconds();
            (kind, at.date(), Some(at))
        } else {
            (kind, now.date() + self.of(&[-30, -1, 0, 1, 20]).days(), None)
        }
    }

    fn lines(&mut self, today: Date) -> Vec<Line> {
        use EventKind::*;
        let mut lines = Vec::new();
        let line = |kind, channel, on| Line { kind, channel, on };
        let phone = Some(Channel::Phone);
        let channels = [None, phone, phone, phone, Some(Channel::Email)];
        if !self.one_in(5) {
            let year_ago = today - 1.years() + self.days(-1, 2).days();
            let on = self.of(&[today, today - 1.days(), today - 100.days(), year_ago, year_ago]);
            lines.push(line(ConsentGiven, self.of(&channels), on));
        }
        if self.one_in(3) {
            for _ in 0..self.days(1, 6) {
                lines.push(line(CallMade, phone, today - self.of(&[0, 1, 5, 28, 29, 30, 31]).days()));
            }
        }
        if self.one_in(5) {
            let on = today - self.of(&[0, 1, 59, 60, 61, 62]).days();
            lines.push(line(NoInterest, self.of(&[None, phone, phone, Some(Channel::Email)]), on));
            if self.one_in(2) {
                lines.push(line(CallMade, phone, on));
            }
        }
        if self.one_in(8) {
            lines.push(line(OptedOut, self.of(&channels), today - self.days(0, 300).days()));
        }
        if self.one_in(3) {
            let kinds = [
                OrderPlaced,
                OrderPlaced,
                CustomerLost,
                ClientKnown,
                InterestShown,
                MeetingSet,
                MeetingHeld,
                MeetingMissed,
                LetterPosted,
                EmailReplied,
            ];
            for _ in 0..self.days(1, 4) {
                let long_ago = today - 3.years() + self.days(-1, 2).days();
                let on = self.of(&[today, today - 10.days(), today - 400.days(), long_ago, today + 1.days()]);
                lines.push(line(self.of(&kinds), None, on));
            }
        }
        lines
    }
}
