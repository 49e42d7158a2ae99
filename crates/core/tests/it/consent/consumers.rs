//! Private individuals: consent, hours, frequency, rest.

use filon_core::consent::{Refusal, Right, Rule, Rules, right_to_contact};
use filon_core::{Channel, EventKind, Moment};
use jiff::ToSpan;
use jiff::civil::{DateTime, date, time};

use super::{Case, MONDAY, morning};

/// Somebody who consented to calls on 1 September 2026.
fn consenting() -> Case {
    let mut case = Case::individual();
    case.add(EventKind::ConsentGiven, Some(Channel::Phone), date(2026, 9, 1));
    case
}

fn until(case: &Case, at: DateTime) -> (Rule, Option<jiff::civil::Date>) {
    match right_to_contact(&case.facts(), Channel::Phone, Moment::at(at), &Rules::default()) {
        Right::Refused(Refusal { rule, until }) => (rule, until),
        Right::Allowed => panic!("allowed"),
    }
}

#[test]
fn an_e_mail_needs_consent_or_a_client() {
    let mut case = Case::individual();
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), Some(Rule::ConsumerEmailConsent));
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), None);
    case.add(EventKind::ConsentGiven, Some(Channel::Phone), date(2026, 2, 1));
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), Some(Rule::ConsumerEmailConsent));
    case.add(EventKind::ConsentGiven, Some(Channel::Email), date(2026, 2, 1));
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), None);
    assert_eq!(case.rule(Channel::Email, morning(date(2026, 1, 31))), Some(Rule::ConsumerEmailConsent));

    let mut client = Case::individual();
    client.add(EventKind::OrderPlaced, None, date(2026, 2, 1));
    assert_eq!(client.rule(Channel::Email, morning(MONDAY)), None);
    client.add(EventKind::CustomerLost, None, date(2026, 3, 1));
    assert_eq!(client.rule(Channel::Email, morning(MONDAY)), Some(Rule::ConsumerEmailConsent));
}

#[test]
fn a_call_needs_consent_since_11_august_2026() {
    let case = Case::individual();
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 8, 10))), None);
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 8, 11))), Some(Rule::ConsumerPhoneConsent));
    let mut client = Case::individual();
    client.add(EventKind::ClientKnown, None, date(2026, 12, 1));
    assert_eq!(client.rule(Channel::Phone, morning(MONDAY)), None);
}

#[test]
fn consent_to_calls_lasts_one_year() {
    let case = consenting();
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 8, 31))), Some(Rule::ConsumerPhoneConsent));
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 9, 1))), None);
    assert_eq!(case.rule(Channel::Phone, morning(date(2027, 9, 1))), None);
    assert_eq!(case.rule(Channel::Phone, morning(date(2027, 9, 2))), Some(Rule::ConsumerPhoneConsent));
}

#[test]
fn a_sole_trader_is_a_private_individual_unless_the_purpose_is_professional() {
    let mut case = Case::company();
    case.account.custom.insert("categorieJuridiqueUniteLegale".into(), "1000".into());
    assert_eq!(case.rule(Channel::Phone, morning(MONDAY)), Some(Rule::ConsumerPhoneConsent));
    let rules = Rules { professional_purpose: true, ..Rules::default() };
    assert!(
        right_to_contact(&case.facts(), Channel::Phone, Moment::at(morning(MONDAY)), &rules).is_allowed()
    );
}

#[test]
fn hours_of_call() {
    let case = consenting();
    let rule = |hour, minute, second| case.rule(Channel::Phone, MONDAY.at(hour, minute, second, 0));
    let refused = Some(Rule::ConsumerPhoneHours);
    assert_eq!(rule(9, 59, 59), refused);
    assert_eq!(rule(10, 0, 0), None);
    assert_eq!(rule(12, 59, 59), None);
    assert_eq!(rule(13, 0, 0), refused);
    assert_eq!(rule(13, 59, 59), refused);
    assert_eq!(rule(14, 0, 0), None);
    assert_eq!(rule(19, 59, 59), None);
    assert_eq!(rule(20, 0, 0), refused);
    for (day, open) in [(14, false), (15, false), (16, true), (20, true), (21, false)] {
        let day = date(2026, 11, day);
        assert_eq!(case.rule(Channel::Phone, morning(day)).is_none(), open, "{day}");
    }
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 11, 11))), refused, "Armistice");
    assert_eq!(until(&case, MONDAY.at(9, 0, 0, 0)), (Rule::ConsumerPhoneHours, Some(MONDAY)));
    assert_eq!(until(&case, MONDAY.at(20, 0, 0, 0)).1, Some(date(2026, 11, 17)));
    assert_eq!(until(&case, date(2026, 12, 24).at(21, 0, 0, 0)).1, Some(date(2026, 12, 28)));
    let planning = Rules { planning: true, ..Rules::default() };
    let night = Moment::at(MONDAY.at(3, 0, 0, 0));
    assert!(right_to_contact(&case.facts(), Channel::Phone, night, &planning).is_allowed());
}

#[test]
fn hours_are_those_of_the_person_called() {
    let mut case = consenting();
    case.account.address.postcode = Some("97400".into());
    // La Réunion is three hours ahead of Paris in winter.
    assert_eq!(case.rule(Channel::Phone, MONDAY.at(8, 0, 0, 0)), None);
    assert_eq!(case.rule(Channel::Phone, MONDAY.at(18, 0, 0, 0)), Some(Rule::ConsumerPhoneHours));
    case.account.address.postcode = Some("97100".into());
    assert_eq!(case.rule(Channel::Phone, MONDAY.at(11, 0, 0, 0)), Some(Rule::ConsumerPhoneHours));
    assert_eq!(case.rule(Channel::Phone, MONDAY.at(23, 0, 0, 0)), None);
}

#[test]
fn alsace_and_moselle_have_two_more_holidays() {
    let mut case = consenting();
    let good_friday = date(2027, 3, 26);
    assert_eq!(case.rule(Channel::Phone, morning(good_friday)), None);
    for dept in ["57", "67", "68"] {
        case.account.address.postcode = Some(format!("{dept}000"));
        assert_eq!(case.rule(Channel::Phone, morning(good_friday)), Some(Rule::ConsumerPhoneHours));
        let off = Rules { alsace_moselle: false, ..Rules::default() };
        let moment = Moment::at(morning(good_friday));
        assert!(right_to_contact(&case.facts(), Channel::Phone, moment, &off).is_allowed());
    }
}

#[test]
fn four_calls_in_thirty_days() {
    let mut case = consenting();
    for day in [2, 9, 10] {
        case.add(EventKind::CallMade, None, date(2026, 11, day));
    }
    assert_eq!(case.rule(Channel::Phone, morning(MONDAY)), None);
    case.add(EventKind::CallMade, None, date(2026, 11, 12));
    assert_eq!(until(&case, morning(MONDAY)), (Rule::ConsumerPhoneFrequency, Some(date(2026, 12, 2))));
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 12, 1))), Some(Rule::ConsumerPhoneFrequency));
    assert_eq!(case.rule(Channel::Phone, morning(date(2026, 12, 2))), None);
}

#[test]
fn sixty_days_of_rest_after_a_refusal() {
    let mut case = consenting();
    let refusal = date(2026, 11, 16);
    case.add(EventKind::CallMade, None, refusal);
    case.add(EventKind::NoInterest, Some(Channel::Phone), refusal);
    let open_again = refusal.checked_add(61.days()).unwrap();
    assert_eq!(until(&case, morning(refusal)), (Rule::ConsumerPhoneRest, Some(open_again)));
    assert_eq!(open_again, date(2027, 1, 16));
    assert_eq!(case.rule(Channel::Phone, morning(date(2027, 1, 15))), Some(Rule::ConsumerPhoneRest));
    assert_eq!(case.rule(Channel::Phone, morning(date(2027, 1, 18))), None);
    // A refusal by letter opens no rest; one without a channel does where a call was made that day.
    let mut other = consenting();
    other.add(EventKind::NoInterest, Some(Channel::Letter), refusal);
    other.add(EventKind::NoInterest, None, refusal);
    assert_eq!(other.rule(Channel::Phone, morning(refusal)), None);
    other.add(EventKind::CallMade, None, refusal);
    assert_eq!(other.rule(Channel::Phone, morning(refusal)), Some(Rule::ConsumerPhoneRest));
}

#[test]
fn before_march_2023_neither_hours_nor_frequency() {
    let mut case = Case::individual();
    case.account.created_at = Moment::start_of(date(2022, 1, 1));
    assert_eq!(case.rule(Channel::Phone, date(2023, 2, 28).at(21, 0, 0, 0)), None);
    assert_eq!(case.rule(Channel::Phone, date(2023, 3, 1).at(21, 0, 0, 0)), Some(Rule::ConsumerPhoneHours));
}

/// M7: every quarter of an hour of two years, against the law told another way.
#[test]
fn no_quarter_of_an_hour_of_two_years_is_judged_wrongly() {
    let holidays: Vec<_> = [
        "2026-11-01",
        "2026-11-11",
        "2026-12-25",
        "2027-01-01",
        "2027-03-29",
        "2027-05-01",
        "2027-05-06",
        "2027-05-08",
        "2027-05-17",
        "2027-07-14",
        "2027-08-15",
        "2027-11-01",
        "2027-11-11",
        "2027-12-25",
        "2028-01-01",
        "2028-04-17",
        "2028-05-01",
        "2028-05-08",
        "2028-05-25",
        "2028-06-05",
        "2028-07-14",
        "2028-08-15",
    ]
    .iter()
    .map(|day| day.parse::<jiff::civil::Date>().unwrap())
    .collect();
    let mut case = Case::individual();
    case.add(EventKind::OrderPlaced, None, date(2026, 9, 1));
    for day in date(2026, 9, 1).series(1.day()).take_while(|day| *day < date(2028, 9, 1)) {
        let works = !holidays.contains(&day) && day.weekday().to_monday_one_offset() <= 5;
        for clock in time(0, 0, 0, 0).series(15.minutes()) {
            let open = works && matches!(clock.hour(), 10..=12 | 14..=19);
            let rule = case.rule(Channel::Phone, day.to_datetime(clock));
            assert_eq!(rule, (!open).then_some(Rule::ConsumerPhoneHours), "{day} {clock}");
        }
    }
}
