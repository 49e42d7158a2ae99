//! Draws stories beside the limits of the law: the same seed draws the same.

use filon_core::{AccountKind, Channel, EventKind};

use super::calendar::{Day, clock, holidays, moment, number, years_later};
use super::judge::Settings;
use super::story::{Line, Story};

/// SplitMix64.
pub struct Draw(pub u64);

/// Some people, and the moment at which somebody wants to call them.
pub struct Scene {
    pub settings: Settings,
    /// In seconds.
    pub moment: i64,
    pub stories: Vec<Story>,
}

const POSTCODES: [&str; 17] = [
    "33000", "33000", "33000", "57000", "67000", "68100", "54000", "97100", "97200", "97300", "97400",
    "97500", "97600", "97800", "98600", "98700", "98800",
];
/// Seconds of the day: the limits, and a second beside.
const CLOCKS: [i64; 12] = [
    9 * 3_600,
    10 * 3_600 - 1,
    10 * 3_600,
    11 * 3_600,
    13 * 3_600 - 1,
    13 * 3_600,
    14 * 3_600 - 1,
    14 * 3_600,
    15 * 3_600,
    18 * 3_600,
    20 * 3_600 - 1,
    20 * 3_600,
];

impl Draw {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn of<T: Copy>(&mut self, some: &[T]) -> T {
        some[self.below(some.len() as u64) as usize]
    }

    fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from) as u64) as i64
    }

    pub fn scene(&mut self) -> Scene {
        let postcode = self.of(&POSTCODES);
        let day = self.day();
        let second = if self.one_in(3) { self.between(0, 86_400) } else { self.of(&CLOCKS) };
        let moment = moment(postcode, day, second);
        let settings = Settings { professional_purpose: self.one_in(3), alsace_moselle: !self.one_in(10) };
        let stories = (0..4).map(|_| {
            let postcode = if self.one_in(4) { self.of(&POSTCODES) } else { postcode };
            self.story(postcode, moment)
        });
        Scene { settings, moment, stories: stories.collect() }
    }

    /// Beside a holiday, beside the day on which the law began, or any.
    fn day(&mut self) -> Day {
        let beside = self.between(-1, 2);
        match self.below(10) {
            0..4 => {
                let year = self.between(2026, 2030);
                let (everywhere, alsatian) = holidays(year);
                let all: Vec<Day> = everywhere.into_iter().chain(alsatian).chain(alsatian).collect();
                (self.of(&all) + beside).max(number(2026, 6, 1))
            }
            4 => number(2026, 8, 11) + beside,
            _ => number(2026, 8, 1) + self.between(0, 1_000),
        }
    }

    fn story(&mut self, postcode: &'static str, moment: i64) -> Story {
        let (today, _) = clock("75001", moment);
        let kind = if self.one_in(4) { AccountKind::Company } else { AccountKind::Individual };
        let three_years = years_later(today, -3);
        let created = match self.below(5) {
            0 => three_years + self.between(-1, 2),
            _ => today - self.between(0, 700),
        };
        let later = [-86_400, -1, 0, 1, 60, 3_600, 86_400, 30 * 86_400];
        let meant = self.of(&[None, None, None, Some(0), Some(1)]);
        let mut lines = if self.one_in(5) { Vec::new() } else { self.lines(today) };
        // The journal's order: by day, then as entered.
        lines.sort_by_key(|line| line.day);
        Story {
            kind,
            sole_trader: kind == AccountKind::Company && self.one_in(2),
            partial: self.one_in(40),
            source: !self.one_in(25),
            created,
            postcode,
            house_phone: !self.one_in(6),
            phones: [self.one_in(2), self.one_in(2)],
            meant,
            lines,
            suppressed: self.one_in(8).then(|| {
                (self.of(&[None, Some(Channel::Phone), Some(Channel::Email)]), today - self.between(0, 300))
            }),
            rented: (meant.is_none() && self.one_in(4)).then(|| (1, self.below(3) as u32)),
            follow_up: self.one_in(4).then(|| moment + self.of(&later)),
        }
    }

    fn lines(&mut self, today: Day) -> Vec<Line> {
        use EventKind::*;
        let mut lines = Vec::new();
        let line = |kind, channel, day| Line { kind, channel, day, person: None };
        let phone = Some(Channel::Phone);
        let channels = [None, phone, phone, phone, Some(Channel::Email)];
        if !self.one_in(6) {
            let year_ago = years_later(today, -1) + self.between(-1, 2);
            let day = self.of(&[today, today - 1, today - 100, today - 200, year_ago, year_ago]);
            lines.push(line(ConsentGiven, self.of(&channels), day));
        }
        if self.one_in(3) {
            let days = [0, 1, 5, 20, 28, 29, 30, 31];
            let some = self.between(1, 6);
            lines.extend((0..some).map(|_| line(CallMade, None, today - self.of(&days))));
        }
        if self.one_in(5) {
            let day = today - self.of(&[0, 1, 59, 60, 61, 62]);
            let channel = self.of(&[None, phone, phone, Some(Channel::Email)]);
            lines.push(line(NoInterest, channel, day));
            if self.one_in(2) {
                lines.push(line(CallMade, None, day));
            }
        }
        if self.one_in(8) {
            lines.push(line(OptedOut, self.of(&channels), today - self.between(0, 300)));
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
                ConsentGiven,
                OptedOut,
            ];
            for _ in 0..self.between(1, 4) {
                let long_ago = years_later(today, -3) + self.between(-1, 2);
                let day = self.of(&[today, today - 10, today - 90, today - 400, long_ago, today + 1]);
                lines.push(line(self.of(&kinds), self.of(&channels), day));
            }
        }
        for line in &mut lines {
            line.person = self.of(&[None, None, None, Some(0), Some(1)]);
        }
        lines
    }
}
