//! Quotes: sums to the cent, what they must say, what becomes of them.

use filon_core::account::Address;
use filon_core::quote::{
    Discount, InvoiceGap, Mention, NotPossible, OperationCategory, Parties, QuoteAct, QuoteState, RateTotal,
    TooLarge, VatRate, missing_for_invoice, missing_mentions,
};
use filon_core::{EventKind, Micros, Moment, Quote, QuoteLine};
use jiff::civil::date;
use proptest::prelude::*;

use crate::story::{company, id};

pub fn line(label: &str, quantity: i64, euros: i64, vat: VatRate) -> QuoteLine {
    QuoteLine {
        label: label.into(),
        detail: String::new(),
        quantity: quantity * 1000,
        unit: "u".into(),
        unit_price: Micros(euros * 1_000_000),
        unit_cost: None,
        discount: Discount::NONE,
        vat,
    }
}

pub fn quote(lines: Vec<QuoteLine>) -> Quote {
    Quote {
        id: id(60),
        account: id(1),
        person: None,
        campaign: None,
        number: None,
        on: date(2026, 11, 2),
        valid_until: Some(date(2026, 12, 2)),
        lines,
        discount: Discount::NONE,
        conditions: "30 % à la commande, le reste à la pose".into(),
        state: QuoteState::Draft,
        reason: None,
        category: None,
        delivery: None,
        by: None,
        created_at: Moment::start_of(date(2026, 11, 2)),
    }
}

fn windows() -> Quote {
    let mut windows = line("Fenêtre PVC 120 × 100", 6, 410, VatRate::Reduced);
    windows.unit_cost = Some(Micros(255_500_000));
    let mut fitting = line("Pose", 12, 48, VatRate::Intermediate);
    (fitting.unit, fitting.unit_cost) = ("h".into(), Some(Micros(31_000_000)));
    fitting.discount = Discount::new(1_250).unwrap();
    quote(vec![windows, fitting])
}

#[test]
fn six_windows_and_twelve_hours() {
    let mut offer = windows();
    let totals = offer.totals().unwrap();
    assert_eq!(totals.lines, [246_000, 50_400]);
    let rates = [(VatRate::Intermediate, 50_400, 5_040), (VatRate::Reduced, 246_000, 13_530)];
    assert_eq!(totals.rates, rates.map(|(rate, base, vat)| RateTotal { rate, base, vat }));
    assert_eq!((totals.excl_tax, totals.vat, totals.incl_tax), (296_400, 18_570, 314_970));
    assert_eq!(totals.margin, Some(296_400 - 153_300 - 37_200));
    offer.discount = Discount::new(500).unwrap();
    let totals = offer.totals().unwrap();
    assert_eq!((totals.gross, totals.discount, totals.excl_tax), (296_400, 14_820, 281_580));
    assert_eq!((totals.vat, totals.incl_tax), (4_788 + 12_854, 299_222));
    assert_eq!(totals.margin_share, Some(91_080.0 / 281_580.0));
}

#[test]
fn halves_of_a_cent_go_up_line_by_line() {
    let mut cheap = line("Étiquette", 1, 0, VatRate::Normal);
    cheap.unit_price = Micros(305_000);
    let three = quote(vec![cheap.clone(), cheap.clone(), cheap.clone()]).totals().unwrap();
    assert_eq!((three.lines.as_slice(), three.excl_tax), ([31, 31, 31].as_slice(), 93));
    cheap.quantity = 3_000;
    assert_eq!(quote(vec![cheap.clone()]).totals().unwrap().excl_tax, 92);
    cheap.quantity = -1_000;
    assert_eq!(quote(vec![cheap]).totals().unwrap().excl_tax, -31);
}

#[test]
fn an_exempt_company_charges_no_tax_and_says_why() {
    let totals = quote(vec![line("Conseil", 1, 500, VatRate::Exempt)]).totals().unwrap();
    assert_eq!((totals.vat, totals.incl_tax), (0, 50_000));
    assert_eq!(VatRate::Exempt.legal_mention(), Some("TVA non applicable, art. 293 B du CGI"));
    assert_eq!(VatRate::Normal.legal_mention(), None);
}

#[test]
fn without_the_cost_of_a_line_there_is_no_margin() {
    let mut offer = windows();
    offer.lines[1].unit_cost = None;
    assert_eq!(offer.totals().unwrap().margin, None);
    let nothing = quote(Vec::new()).totals().unwrap();
    assert_eq!((nothing.incl_tax, nothing.rates.len(), nothing.margin_share), (0, 0, None));
}

#[test]
fn what_is_no_amount_is_refused_and_nothing_overflows() {
    let mut absurd = line("Lune", 1, 1, VatRate::Normal);
    (absurd.quantity, absurd.unit_price) = (i64::MAX, Micros(i64::MAX));
    assert_eq!(quote(vec![absurd]).totals(), Err(TooLarge));
    let mut large = line("Fusée", 1, 1, VatRate::Normal);
    (large.quantity, large.unit_price) = (4_000_000, Micros(i64::MAX));
    assert!(quote(vec![large.clone()]).totals().is_ok());
    assert_eq!(quote(vec![large; 3]).totals(), Err(TooLarge));
}

/// Whole numbers of any size, most significant digit last: slow, and nothing like the code it judges.
mod by_hand {
    pub fn product(factors: &[u64]) -> Vec<u8> {
        factors.iter().fold(vec![1], |digits, factor| {
            let mut out = Vec::new();
            let mut carry = 0u128;
            for digit in digits {
                carry += u128::from(digit) * u128::from(*factor);
                out.push((carry % 10) as u8);
                carry /= 10;
            }
            while carry > 0 {
                out.push((carry % 10) as u8);
                carry /= 10;
            }
            out
        })
    }

    /// Divided by a power of ten, rounded half up.
    pub fn shifted(mut digits: Vec<u8>, places: usize) -> u128 {
        digits.resize(digits.len().max(places), 0);
        let up = digits[..places].last().is_some_and(|digit| *digit >= 5);
        let kept = digits[places..].iter().rev().fold(0u128, |sum, digit| sum * 10 + u128::from(*digit));
        kept + u128::from(up)
    }
}

proptest! {
    #[test]
    fn totals_are_those_that_one_works_out_by_hand(
        lines in prop::collection::vec(
            (0i64..2_000_000_000, 0i64..5_000_000_000_000, 0u16..=10_000, 0usize..5), 0..12),
        discount in 0u16..=10_000,
    ) {
        let mut offer = quote(Vec::new());
        offer.discount = Discount::new(discount).unwrap();
        let mut bases = [0u128; 5];
        for (quantity, price, off, rate) in &lines {
            let mut one = line("Ligne", 1, 1, VatRate::ALL[*rate]);
            (one.quantity, one.unit_price) = (*quantity, Micros(*price));
            one.discount = Discount::new(*off).unwrap();
            let digits = by_hand::product(&[*quantity as u64, *price as u64, u64::from(10_000 - off)]);
            bases[*rate] += by_hand::shifted(digits, 11);
            offer.lines.push(one);
        }
        let totals = offer.totals().unwrap();
        let (mut excl_tax, mut vat) = (0, 0);
        for (rate, base) in VatRate::ALL.iter().zip(bases) {
            let off = by_hand::shifted(by_hand::product(&[base as u64, u64::from(discount)]), 4);
            let kept = base - off;
            excl_tax += kept;
            vat += by_hand::shifted(by_hand::product(&[kept as u64, rate.thousandths() as u64]), 3);
        }
        prop_assert_eq!(totals.excl_tax as u128, excl_tax);
        prop_assert_eq!(totals.vat as u128, vat);
        prop_assert_eq!(totals.incl_tax as u128, excl_tax + vat);
        prop_assert_eq!(totals.gross, totals.lines.iter().sum::<i64>());
        prop_assert_eq!(totals.rates.iter().map(|rate| rate.base).sum::<i64>(), totals.excl_tax);
    }
}

#[test]
fn a_quote_says_all_it_must_or_is_not_sent() {
    let dupont = company("Menuiserie Dupont");
    let whole = Parties {
        seller_is_complete: true,
        seller_has_vat_number: true,
        buyer_name: &dupont.name,
        buyer_address: &dupont.address,
        buyer_siren: None,
        buyer_is_company: true,
    };
    assert_eq!(missing_mentions(&windows(), &whole), []);
    let nowhere = Address { country: "FR".into(), ..Address::default() };
    let nobody = Parties {
        seller_is_complete: false,
        seller_has_vat_number: false,
        buyer_name: " ",
        buyer_address: &nowhere,
        ..whole
    };
    let mut bad = windows();
    (bad.valid_until, bad.conditions) = (Some(date(2026, 11, 1)), String::new());
    (bad.lines[0].label, bad.lines[1].unit) = (String::new(), String::new());
    bad.lines.push(line("Conseil", 1, 10, VatRate::Exempt));
    let all_but_lines: Vec<Mention> =
        Mention::ALL.into_iter().filter(|mention| *mention != Mention::Lines).collect();
    assert_eq!(missing_mentions(&bad, &nobody), all_but_lines);
    assert_eq!(missing_mentions(&quote(Vec::new()), &whole), [Mention::Lines]);
    let exempt = quote(vec![line("Conseil", 1, 10, VatRate::Exempt)]);
    assert_eq!(missing_mentions(&exempt, &Parties { seller_has_vat_number: false, ..whole }), []);
}

#[test]
fn what_the_invoice_will_need_is_asked_early() {
    let dupont = company("Menuiserie Dupont");
    let mut parties = Parties {
        seller_is_complete: true,
        seller_has_vat_number: true,
        buyer_name: &dupont.name,
        buyer_address: &dupont.address,
        buyer_siren: None,
        buyer_is_company: true,
    };
    let mut offer = windows();
    assert_eq!(missing_for_invoice(&offer, &parties), [InvoiceGap::BuyerSiren, InvoiceGap::Category]);
    offer.category = Some(OperationCategory::Both);
    parties.buyer_siren = Some("732829320");
    assert_eq!(missing_for_invoice(&offer, &parties), []);
    (parties.buyer_siren, parties.buyer_is_company) = (None, false);
    assert_eq!(missing_for_invoice(&offer, &parties), [], "a private individual has no SIREN");
}

#[test]
fn clicked_twenty_times_a_quote_is_accepted_once() {
    let mut state = QuoteState::Draft;
    assert_eq!(state.after(QuoteAct::Accept), Err(NotPossible::NotSent));
    state = state.after(QuoteAct::Send).unwrap();
    state = state.after(QuoteAct::Accept).unwrap();
    for _ in 0..19 {
        assert_eq!(state.after(QuoteAct::Accept), Err(NotPossible::AlreadyAccepted));
    }
    assert_eq!(QuoteAct::Accept.event(), Some(EventKind::QuoteAccepted));
}

#[test]
fn every_act_in_every_state_is_possible_or_says_why_not() {
    use NotPossible::*;
    use QuoteAct::*;
    let table = [
        (
            QuoteState::Draft,
            [Ok(QuoteState::Draft), Ok(QuoteState::Sent), Err(NotSent), Err(NotSent), Err(NotSent)],
        ),
        (
            QuoteState::Sent,
            [
                Err(AlreadySent),
                Err(AlreadySent),
                Ok(QuoteState::Accepted),
                Ok(QuoteState::Refused),
                Ok(QuoteState::Sent),
            ],
        ),
        (QuoteState::Accepted, [Err(AlreadyAccepted); 5]),
        (QuoteState::Refused, [Err(AlreadyRefused); 5]),
        (
            QuoteState::Expired,
            [Err(Expired), Err(Expired), Err(Expired), Ok(QuoteState::Refused), Ok(QuoteState::Sent)],
        ),
    ];
    for (state, expected) in table {
        let found = [Edit, Send, Accept, Refuse, Prolong].map(|act| state.after(act));
        assert_eq!(found, expected, "{state:?}");
    }
}

#[test]
fn a_quote_expires_by_itself_the_day_after_its_last() {
    let mut offer = windows();
    assert_eq!(offer.state_on(date(2027, 1, 1)), QuoteState::Draft);
    offer.state = QuoteState::Sent;
    assert_eq!(offer.state_on(date(2026, 12, 2)), QuoteState::Sent);
    assert_eq!(offer.state_on(date(2026, 12, 3)), QuoteState::Expired);
    offer.state = QuoteState::Accepted;
    assert_eq!(offer.state_on(date(2027, 1, 1)), QuoteState::Accepted);
}

#[test]
fn codes_and_json_read_back() {
    assert!(VatRate::ALL.iter().all(|rate| VatRate::from_code(rate.code()) == Some(*rate)));
    assert!(QuoteState::ALL.iter().all(|state| QuoteState::from_code(state.code()) == Some(*state)));
    assert!(QuoteAct::ALL.iter().all(|act| QuoteAct::from_code(act.code()) == Some(*act)));
    assert!(Mention::ALL.iter().all(|mention| Mention::from_code(mention.code()) == Some(*mention)));
    let category = |c: &OperationCategory| OperationCategory::from_code(c.code()) == Some(*c);
    assert!(OperationCategory::ALL.iter().all(category));
    let json = serde_json::to_string(&windows()).unwrap();
    assert_eq!(serde_json::from_str::<Quote>(&json).unwrap(), windows());
    assert!(serde_json::from_str::<Discount>("10001").is_err());
}
