//! The scope of the figures, as it stands in the address.

use filon_app::stats::Scope;
use filon_core::Channel;
use jiff::Span;
use jiff::civil::Date;

use crate::failure::Failure;
use crate::pages::figures::ScopePairs;
use crate::params::Params;
use crate::words::Words;

/// What the form of the dashboard shows.
#[derive(Debug, Clone, Default)]
pub struct ScopeForm {
    pub from: String,
    /// The last day, included.
    pub to: String,
    pub as_of: String,
    pub act: String,
    pub channel: String,
    pub segment: String,
    /// The whole past was asked for.
    pub all: bool,
}

impl ScopeForm {
    /// Reads the address. Without a word on the period, an action has its own, and everything else the last
    /// twelve months.
    pub fn read(w: &Words, params: &Params, today: Date) -> Result<(ScopeForm, Scope), Failure> {
        let (mut from, to) = (params.date(w, "du")?, params.date(w, "au")?);
        let as_of = params.date(w, "etat")?;
        let act = params.some("action");
        let all = params.get("periode") == "tout";
        if from.is_none() && to.is_none() && act.is_none() && !all {
            from = Some(today.saturating_sub(Span::new().months(12)).saturating_add(Span::new().days(1)));
        }
        let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let form = ScopeForm {
            from: text(from),
            to: text(to),
            as_of: text(as_of),
            act: params.get("action").to_owned(),
            channel: params.get("canal").to_owned(),
            segment: params.get("selection").to_owned(),
            all,
        };
        let scope = Scope {
            campaign: act,
            channel: Channel::from_code(params.get("canal")),
            segment: params.some("selection"),
            user: None,
            from,
            to: to.map(|day| day.saturating_add(Span::new().days(1))),
            as_of,
        };
        Ok((form, scope))
    }

    pub fn pairs(&self) -> ScopePairs {
        ScopePairs(vec![
            ("du", self.from.clone()),
            ("au", self.to.clone()),
            ("etat", self.as_of.clone()),
            ("action", self.act.clone()),
            ("canal", self.channel.clone()),
            ("selection", self.segment.clone()),
            ("periode", if self.all { "tout".to_owned() } else { String::new() }),
        ])
    }

    /// The period in words.
    pub fn period(&self, w: &Words, scope: &Scope) -> String {
        let last = scope.to.map(|day| day.saturating_sub(Span::new().days(1)));
        let period = match (scope.from, last) {
            (Some(from), Some(to)) => w.dash.period_from_to.with2(w.date(from), w.date(to)),
            (Some(from), None) => w.dash.period_from.with(w.date(from)),
            (None, Some(to)) => w.dash.period_to.with(w.date(to)),
            (None, None) => w.dash.period_all.to_string(),
        };
        let as_of = scope.as_of.map(|day| w.dash.period_as_of.with(w.date(day)));
        [Some(period), as_of].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// A period one click away: its label, its first day and its last one.
pub fn quick_periods(w: &Words, today: Date) -> Vec<(String, String, String, &'static str)> {
    let year = today.year();
    let first = format!("{year}-01-01");
    let (last_first, last_last) = (format!("{}-01-01", year - 1), format!("{}-12-31", year - 1));
    vec![
        (w.dash.quick_year.to_string(), String::new(), String::new(), ""),
        (w.dash.quick_civil.to_string(), first, String::new(), ""),
        (w.dash.quick_last.to_string(), last_first, last_last, ""),
        (w.dash.quick_all.to_string(), String::new(), String::new(), "tout"),
    ]
}
