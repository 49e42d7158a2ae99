//! Rules that hold for companies and individuals alike.

use filon_core::consent::{RentedFile, Rule, Rules, SuppressionHit, refusals, retention_ends};
use filon_core::{Channel, EventKind, Moment, Person};
use jiff::civil::date;

use super::{Case, MONDAY, morning, refusing};
use crate::story::id;

#[test]
fn a_company_may_be_contacted_on_every_channel_at_any_hour() {
    let case = Case::company();
    for channel in Channel::ALL {
        assert_eq!(case.rule(channel, date(2026, 11, 15).at(23, 0, 0, 0)), None, "{channel:?}");
    }
}

#[test]
fn an_opposition_never_lapses() {
    let mut case = Case::company();
    case.add(EventKind::OptedOut, Some(Channel::Email), date(2026, 2, 1));
    assert_eq!(case.rule(Channel::Email, morning(date(2026, 1, 31))), None);
    for day in [date(2026, 2, 1), MONDAY, date(2028, 12, 1)] {
        assert_eq!(case.rule(Channel::Email, morning(day)), Some(Rule::OptedOut), "{day}");
        assert_eq!(case.rule(Channel::Letter, morning(day)), None, "{day}");
    }
    case.add(EventKind::OrderPlaced, None, date(2026, 3, 1));
    assert_eq!(case.rule(Channel::Email, morning(date(2056, 3, 2))), Some(Rule::OptedOut));
}

#[test]
fn only_a_later_consent_to_the_channel_lifts_it() {
    let mut case = Case::company();
    case.add(EventKind::ConsentGiven, Some(Channel::Email), date(2026, 1, 10));
    case.add(EventKind::OptedOut, None, date(2026, 2, 1));
    case.add(EventKind::ConsentGiven, None, date(2026, 3, 1));
    case.add(EventKind::ConsentGiven, Some(Channel::Phone), date(2026, 3, 1));
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), Some(Rule::OptedOut));
    assert_eq!(case.rule(Channel::Phone, morning(MONDAY)), None);
    case.add(EventKind::ConsentGiven, Some(Channel::Email), date(2026, 4, 1));
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), None);
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), Some(Rule::OptedOut));
}

#[test]
fn the_hashed_list_counts_like_the_journal() {
    let mut case = Case::company();
    let since = date(2026, 2, 1);
    let hit = |channel| vec![SuppressionHit { channel, since }];
    let of = |case: &Case, channel, asked| {
        refusing(&case.facts().with_suppressed(hit(channel)), asked, morning(MONDAY))
    };
    assert_eq!(of(&case, Some(Channel::Email), Channel::Email), Some(Rule::OptedOut));
    assert_eq!(of(&case, Some(Channel::Email), Channel::Letter), None);
    assert_eq!(of(&case, None, Channel::Letter), Some(Rule::OptedOut));
    case.add(EventKind::ConsentGiven, Some(Channel::Email), since);
    assert_eq!(of(&case, None, Channel::Email), Some(Rule::OptedOut));
    case.add(EventKind::ConsentGiven, Some(Channel::Email), date(2026, 2, 2));
    assert_eq!(of(&case, None, Channel::Email), None);
    // A consent to everything that comes later takes nothing back.
    case.add(EventKind::ConsentGiven, None, date(2026, 3, 1));
    assert_eq!(of(&case, None, Channel::Email), None);
    case.add(EventKind::OptedOut, Some(Channel::Email), date(2026, 3, 2));
    case.add(EventKind::ConsentGiven, None, date(2026, 3, 3));
    assert_eq!(of(&case, None, Channel::Email), Some(Rule::OptedOut));
}

#[test]
fn an_opposition_of_one_person_is_not_her_colleagues() {
    let mut case = Case::company();
    let person = |number| Person {
        id: id(number),
        account: case.account.id,
        primary: number == 10,
        civility: String::new(),
        first_name: String::new(),
        last_name: "Martin".into(),
        role: String::new(),
        email: format!("p{number}@garage-dupont.fr"),
        phone: String::new(),
        mobile: String::new(),
    };
    case.persons = vec![person(10), person(11)];
    case.add(EventKind::OptedOut, Some(Channel::Email), date(2026, 2, 1)).person = Some(id(10));
    let asked = |number| refusing(&case.facts().with_person(id(number)), Channel::Email, morning(MONDAY));
    assert_eq!(asked(10), Some(Rule::OptedOut));
    assert_eq!(asked(11), None);
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), Some(Rule::OptedOut), "nobody in particular");
}

#[test]
fn three_years_to_the_day_from_the_last_sign() {
    let mut case = Case::company();
    assert_eq!(case.rule(Channel::Letter, morning(date(2029, 1, 5))), None);
    assert_eq!(case.rule(Channel::Letter, morning(date(2029, 1, 6))), Some(Rule::Retention));
    // What we send does not count; what comes from them does.
    case.add(EventKind::LetterPosted, None, date(2026, 6, 1));
    assert_eq!(retention_ends(&case.facts(), MONDAY), Some(date(2029, 1, 5)));
    case.add(EventKind::EmailClicked, None, date(2026, 9, 1));
    assert_eq!(retention_ends(&case.facts(), MONDAY), Some(date(2029, 9, 1)));
    case.add(EventKind::OrderPlaced, None, date(2026, 10, 1));
    assert_eq!(retention_ends(&case.facts(), MONDAY), None);
    assert_eq!(case.rule(Channel::Letter, morning(date(2040, 1, 1))), None);
    case.add(EventKind::CustomerLost, None, date(2027, 10, 1));
    assert_eq!(case.rule(Channel::Letter, morning(date(2030, 10, 1))), None);
    assert_eq!(case.rule(Channel::Letter, morning(date(2030, 10, 2))), Some(Rule::Retention));
}

#[test]
fn the_source_must_be_known_save_for_clients() {
    let mut case = Case::company();
    for nothing in [None, Some("  ".to_owned())] {
        case.account.source = nothing;
        assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), Some(Rule::SourceUnknown));
    }
    case.add(EventKind::ClientKnown, None, MONDAY);
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), None);
}

#[test]
fn a_partial_record_and_a_used_up_file_are_refused() {
    let mut case = Case::company();
    let file = |uses_made| RentedFile { uses_paid: 1, uses_made };
    let of = |case: &Case, uses_made| {
        refusing(&case.facts().with_rented(file(uses_made)), Channel::Letter, morning(MONDAY))
    };
    assert_eq!(of(&case, 0), None);
    assert_eq!(of(&case, 1), Some(Rule::RentedFileUsed));
    case.add(EventKind::InterestShown, None, MONDAY);
    assert_eq!(of(&case, 1), None, "whoever answered is no longer rented");
    case.account.partial_diffusion = true;
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), Some(Rule::SirenePartial));
}

#[test]
fn coordinates_are_needed() {
    let mut case = Case::company();
    case.account.email = None;
    case.account.phone = None;
    assert_eq!(case.rule(Channel::Email, morning(MONDAY)), Some(Rule::NoEmail));
    assert_eq!(case.rule(Channel::Phone, morning(MONDAY)), Some(Rule::NoPhone));
    assert_eq!(case.rule(Channel::Visit, morning(MONDAY)), None);
    case.account.address.lines.clear();
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), None);
    case.account.address.postcode = None;
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), Some(Rule::NoAddress));
    case.account.address.country = "IE".into();
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), None);
    case.account.address.city = None;
    assert_eq!(case.rule(Channel::Letter, morning(MONDAY)), Some(Rule::NoAddress));
}

#[test]
fn the_senders_mentions_are_needed_on_paper_and_e_mail() {
    let case = Case::company();
    let rules = Rules { sender_mentions: false, ..Rules::default() };
    let first = |channel| {
        let found = refusals(&case.facts(), channel, Moment::at(morning(MONDAY)), &rules);
        found.first().map(|refusal| refusal.rule)
    };
    assert_eq!(first(Channel::Letter), Some(Rule::SenderMentions));
    assert_eq!(first(Channel::Email), Some(Rule::SenderMentions));
    assert_eq!(first(Channel::Phone), None);
}

#[test]
fn rules_have_codes_that_read_back_and_laws_have_sources() {
    for rule in Rule::ALL {
        assert_eq!(Rule::from_code(rule.code()), Some(rule));
        let is_coordinate = matches!(rule, Rule::NoAddress | Rule::NoEmail | Rule::NoPhone);
        assert_eq!(rule.source().is_none(), is_coordinate, "{rule:?}");
    }
}
