//! Orders: from a quote, and again every so many months.

use filon_core::order::Repeat;
use filon_core::quote::VatRate;
use filon_core::{Micros, Moment, Order};
use jiff::civil::{Date, date};

use crate::quote::{line, quote};
use crate::story::id;

fn order(on: Date, repeat: Option<Repeat>) -> Order {
    let mut maintenance = line("Entretien annuel", 1, 300, VatRate::Normal);
    maintenance.unit_cost = Some(Micros(120_000_000));
    let offer = quote(vec![maintenance]);
    let order = Order::of_quote(&offer, id(70), on, Moment::start_of(on)).unwrap();
    Order { repeat, ..order }
}

fn days(order: &Order, recorded: u32, by: Date) -> Vec<Date> {
    order.due(recorded, by).into_iter().map(|time| time.on).collect()
}

#[test]
fn a_quote_accepted_is_an_order_of_its_amount_without_tax_and_its_margin() {
    let order = order(date(2026, 11, 20), None);
    assert_eq!((order.amount, order.margin), (30_000, Some(18_000)));
    assert_eq!((order.quote, order.account, order.label.as_str()), (Some(id(60)), id(1), "Entretien annuel"));
    assert_eq!(days(&order, 0, date(2030, 1, 1)), [date(2026, 11, 20)]);
    assert_eq!(days(&order, 0, date(2026, 11, 19)), []);
    assert_eq!(days(&order, 1, date(2030, 1, 1)), []);
}

#[test]
fn every_month_from_the_31st_keeps_to_the_end_of_each_month() {
    let monthly = order(date(2027, 1, 31), Some(Repeat { every_months: 1, until: None }));
    assert_eq!(
        days(&monthly, 1, date(2027, 4, 30)),
        [date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]
    );
    assert_eq!(days(&monthly, 1, date(2027, 2, 27)), []);
    assert_eq!(
        days(&monthly, 3, date(2027, 4, 30)),
        [date(2027, 4, 30)],
        "what is recorded is not due again"
    );
}

#[test]
fn a_year_s_contract_ends_on_its_last_day_or_when_it_is_stopped() {
    let quarterly = Some(Repeat { every_months: 3, until: Some(date(2027, 10, 1)) });
    let mut order = order(date(2027, 1, 1), quarterly);
    let quarters = [date(2027, 1, 1), date(2027, 4, 1), date(2027, 7, 1), date(2027, 10, 1)];
    assert_eq!(days(&order, 0, date(2040, 1, 1)), quarters);
    order.stopped_on = Some(date(2027, 6, 30));
    assert_eq!(days(&order, 0, date(2040, 1, 1)), quarters[..2]);
    assert_eq!(order.due(0, date(2027, 4, 1)).last().map(|time| time.rank), Some(1));
}

#[test]
fn every_0_months_is_once() {
    let once = order(date(2027, 1, 1), Some(Repeat { every_months: 0, until: None }));
    assert_eq!(days(&once, 0, date(2040, 1, 1)), [date(2027, 1, 1)]);
}
