//! Before spending.

use filon_app::forecast::{Request, simulate, what_must_be_true};
use filon_app::{Actor, ErrorKind, Language};
use filon_core::Channel;

use crate::app_test;
use crate::campaigns::t19;

const LETTERS: Request = Request {
    channel: Channel::Letter,
    audience: 500,
    cost_cents: 120_000,
    margin_cents: 40_000,
    target: Some(20),
};

app_test!(the_course_s_own_past_says_what_the_same_letters_would_bring, |world| {
    t19(world);
    let found = simulate(&world.app, &world.me, &LETTERS).unwrap();
    assert_eq!(
        (found.foreseen.orders.expected, found.foreseen.cac_cents.expected),
        (Some(5.0), Some(24_000.0))
    );
    assert_eq!(found.foreseen.result_cents.expected, Some(80_000.0));
    let (low, high) = (found.foreseen.meetings.low.unwrap(), found.foreseen.meetings.high.unwrap());
    assert!(low < 50.0 && high > 50.0 && found.foreseen.quotes.expected == Some(10.0));
    let basis = found.basis.replace('\u{202f}', " ");
    assert_eq!(
        basis,
        "vos propres résultats par courrier : 1 action, 500 fiches contactées, action lancée le 01/09/2026"
    );
    assert_eq!(found.actions[0].name, "Fenêtres");
    let needed = found.target_sentence.unwrap().replace('\u{202f}', " ");
    assert_eq!(needed, "Pour 20 commandes, contactez 2 000 fiches.");
    let must = what_must_be_true(&world.app, &world.me, &LETTERS).unwrap();
    assert_eq!(must, found.must);
    assert_eq!((must.clients, must.rate, must.margin_cents), (Some(3), Some(0.006), Some(24_000)));
    let said = must.sentence.replace('\u{202f}', " ");
    let need = "Pour se payer, il lui faut 3 nouveaux clients (1 200,00 € de coût ÷ 400,00 € de marge), soit 0,6 % de réussite sur 500 contactés.";
    assert!(said.starts_with(need), "{said}");
    assert!(said.ends_with("dès 240,00 € de marge par client, ou jusqu’à 2 000,00 € de coût."), "{said}");
});

app_test!(without_a_past_the_published_rates_are_named, |world| {
    let english = Actor { language: Language::En, ..world.me };
    let calls = Request { channel: Channel::Phone, ..LETTERS };
    let found = simulate(&world.app, &english, &calls).unwrap();
    assert!(found.basis.contains("IKO System") && found.basis.contains("11/2014"), "{}", found.basis);
    assert!(found.actions.is_empty() && found.foreseen.audience_needed.is_some());
    let dear = Request { cost_cents: 30_000_000, ..calls };
    let must = what_must_be_true(&world.app, &english, &dear).unwrap();
    assert!(must.sentence.contains("cannot pay for itself like this"), "{}", must.sentence);
    let unpaid = Request { margin_cents: 0, ..calls };
    let must = what_must_be_true(&world.app, &english, &unpaid).unwrap();
    assert!(
        must.clients.is_none() && must.sentence.contains("no number of clients pays"),
        "{}",
        must.sentence
    );
    let nobody = Request { audience: 0, ..calls };
    assert_eq!(simulate(&world.app, &english, &nobody).unwrap_err().kind, ErrorKind::Usage);
});
