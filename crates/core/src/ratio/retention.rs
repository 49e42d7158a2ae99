//! Clients kept and lost.

use jiff::civil::Date;

use super::{Rules, Scope, Share};
use crate::Cents;
use crate::money::divide_rounded;

/// Attrition over the period and what it costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Retention {
    pub clients_at_start: u64,
    pub lost: u64,
    /// Clients lost in the period ÷ clients at its start.
    pub attrition: Share,
    /// 1 ÷ yearly attrition, capped by a setting.
    pub lifetime_years: Option<f64>,
    /// Average yearly margin per client × expected years.
    pub lifetime_value: Option<Cents>,
    /// Of a lost client: the margin that it would still have brought + the CAC to replace it.
    pub attrition_cost: Option<Cents>,
}

impl Retention {
    pub(super) fn new(
        clients: u64,
        lost: u64,
        margin: Cents,
        cac: Option<Cents>,
        scope: &Scope,
        rules: &Rules,
    ) -> Retention {
        let attrition = Share::new(lost, clients);
        let years = period_years(scope);
        let lifetime_years = attrition.value().map(|share| {
            let yearly = share / years;
            if yearly > 0.0 { (1.0 / yearly).min(rules.lifetime_cap_years) } else { rules.lifetime_cap_years }
        });
        let lifetime_value = lifetime_years.map(|life| {
            let yearly_margin = margin as f64 / clients as f64 / years;
            (yearly_margin * life).round() as Cents
        });
        let attrition_cost =
            lifetime_value.filter(|_| lost > 0).map(|value| value.saturating_add(cac.unwrap_or(0)));
        Retention {
            clients_at_start: clients,
            lost,
            attrition,
            lifetime_years,
            lifetime_value,
            attrition_cost,
        }
    }
}

/// Length of the period in years, up to the day that is seen; one year where it has no start or no end.
fn period_years(scope: &Scope) -> f64 {
    let end = scope.last_day().and_then(|day| day.tomorrow().ok());
    match (scope.from, end) {
        (Some(from), Some(to)) if to > from => years_between(from, to),
        _ => 1.0,
    }
}

/// Whole calendar years exactly, other lengths by 365.25 days.
fn years_between(from: Date, to: Date) -> f64 {
    let whole = to.year() - from.year();
    if whole > 0 && from.month() == to.month() && from.day() == to.day() {
        return f64::from(whole);
    }
    super::credit::days_between(from, to) as f64 / 365.25
}

/// `cost ÷ count`, rounded half up to the cent; `None` where the count is 0.
pub(super) fn per(cost: Cents, count: u64) -> Option<Cents> {
    (count > 0).then(|| divide_rounded(i128::from(cost), i128::from(count)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn year(clients: u64, lost: u64) -> Retention {
        let scope = Scope { from: Some(date(2025, 1, 1)), to: Some(date(2026, 1, 1)), ..Scope::default() };
        Retention::new(clients, lost, 0, None, &scope, &Rules::default())
    }

    #[test]
    fn a_period_that_is_not_over_counts_as_long_as_it_has_lasted() {
        let lifetime = |to: Option<Date>, as_of: Option<Date>, today: Option<Date>| {
            let scope = Scope { from: Some(date(2026, 1, 1)), to, as_of, today, ..Scope::default() };
            Retention::new(20, 4, 0, None, &scope, &Rules::default()).lifetime_years
        };
        let ninety_days = lifetime(Some(date(2026, 4, 1)), None, None);
        assert_eq!(lifetime(Some(date(2027, 1, 1)), Some(date(2026, 3, 31)), None), ninety_days);
        assert_eq!(lifetime(None, None, Some(date(2026, 3, 31))), ninety_days);
        assert_eq!(lifetime(Some(date(2027, 1, 1)), None, Some(date(2030, 1, 1))), Some(5.0));
    }

    #[test]
    fn the_case_t12_of_the_domain() {
        let retention = year(2340, 205);
        assert_eq!(retention.attrition.value().map(|share| (share * 10_000.0).round()), Some(876.0));
        assert_eq!(year(0, 0).lifetime_years, None);
        assert_eq!(year(30, 5).lifetime_years.map(|years| (years * 1e9).round()), Some(6e9));
        assert_eq!(year(30, 0).lifetime_years, Some(10.0));
    }
}
