//! Which accounts a line selects.

use filon_core::segment::{Facts, matches};
use filon_core::{CallOutcome, Channel, EventKind, Person};
use jiff::civil::date;

use super::read;
use crate::story::{Story, company, event, id};

fn facts() -> Facts {
    let mut account = company("Garage Dupont & Fils");
    account.siret = Some("73282932000074".into());
    account.siren = Some("732829320".into());
    account.naf = Some("45.20A".into());
    account.employees = Some("10 à 19".into());
    account.revenue = Some(120_000_000);
    account.address.postcode = Some("42000".into());
    account.address.city = Some("Saint-Étienne".into());
    account.phone = Some("+33477000000".into());
    account.tags = vec!["VIP".into(), "Salon 2026".into()];
    account.custom.insert("Secteur d'activité".into(), "Automobile".into());
    account.note = Some("Préfère le matin".into());
    let person = Person {
        id: id(2),
        account: account.id,
        primary: true,
        civility: "M.".into(),
        first_name: "Jean".into(),
        last_name: "Dupont".into(),
        role: "Gérant".into(),
        email: "jean@garage-dupont.fr".into(),
        phone: String::new(),
        mobile: "+33612345678".into(),
    };
    let mut facts = Facts::new(account, vec![person]);
    facts.batch_label = Some("clients.csv".into());
    facts.owner_name = Some("Nadia".into());
    facts.campaigns = vec!["Rentrée 2026".into()];
    facts
}

fn selects(facts: &Facts, line: &str) -> bool {
    matches(&read(line), facts)
}

#[test]
fn what_an_account_is() {
    let facts = facts();
    for line in [
        "",
        "nom:\"garage dupont & fils\"",
        "nom:garage*",
        "nom:*fils",
        "nom:*dupont*",
        "dupont",
        "\"jean dupont\"",
        "saint-etienne matin",
        "type:entreprise",
        "étape:suspect",
        "siret:732829320*",
        "siren:732829320",
        "naf:4520A",
        "naf:45",
        "effectif:>=10",
        "effectif:10",
        "ca:1M..2M",
        "ville:\"st etienne\"",
        "cp:42*",
        "dept:42",
        "région:auvergne-rhône-alpes",
        "pays:France",
        "liste:clients.csv",
        "étiquette:vip",
        "étiquette:salon*",
        "responsable:nadia",
        "action:rentrée*",
        "email:*@garage-dupont.fr",
        "tel:\"06 12 34 56 78\"",
        "tel:0477*",
        "champ.secteur_d'activité:automobile",
        "email:* étape:suspect -commande:*",
        "créé:2026",
        "contacté:jamais",
        "rdv:vide canal:vide consentement:vide opposition:vide",
        "source:* champ.couleur:vide",
    ] {
        assert!(selects(&facts, line), "{line}");
    }
    for line in [
        "nom:garage",
        "nom:fils*",
        "durand",
        "\"dupont jean\"",
        "type:particulier",
        "étape:client",
        "naf:43",
        "effectif:>10",
        "dept:33,40",
        "région:bretagne",
        "étiquette:vi",
        "email:vide",
        "contacté:*",
        "champ.secteur_d'activité:vide",
        "-ville:*",
    ] {
        assert!(!selects(&facts, line), "{line}");
    }
}

#[test]
fn what_happened_to_it() {
    let mut facts = facts();
    let action = id(77);
    facts.campaign_names.insert(action, "Relance d'hiver".into());
    facts.follow_ups = vec![date(2026, 11, 20)];
    let mut story = Story::of(facts.account.id);
    story.add(EventKind::LetterPosted, date(2026, 8, 17)).campaign = Some(action);
    story.call(CallOutcome::Answered, date(2026, 9, 1));
    story.add(EventKind::MeetingHeld, date(2026, 9, 10));
    story.add(EventKind::OrderPlaced, date(2026, 10, 1)).amount = Some(150_000);
    story.add(EventKind::OrderPlaced, date(2026, 10, 2)).amount = Some(50_050);
    facts.events = story.events;
    for line in [
        "étape:client",
        "contacté:<90j",
        "contacté:2026-09-01",
        "entrant:2026-10",
        "canal:courrier",
        "canal:courrier,email",
        "événement:appel",
        "rdv:2026-09",
        "rdv:tenu",
        "commande:<2m",
        "montant:2000.50",
        "montant:>2k",
        "action:\"relance d'hiver\"",
        "relance:<=+7j",
        "devis:vide",
    ] {
        assert!(selects(&facts, line), "{line}");
    }
    for line in [
        "étape:prospect",
        "-contacté:<90j",
        "contacté:2026-08",
        "canal:email",
        "rdv:manqué",
        "montant:<2k",
        "relance:<=+4j",
        "devis:*",
    ] {
        assert!(!selects(&facts, line), "{line}");
    }
}

#[test]
fn consent_and_opposition() {
    let mut facts = facts();
    let mut story = Story::of(facts.account.id);
    story.add(EventKind::ConsentGiven, date(2026, 1, 5)).channel = Some(Channel::Phone);
    facts.events = story.events.clone();
    assert!(selects(&facts, "consent:phone consent:* consent:email,phone opposition:vide"));
    assert!(!selects(&facts, "consent:email"));
    story.add(EventKind::OptedOut, date(2026, 2, 5)).channel = Some(Channel::Email);
    facts.events = story.events.clone();
    assert!(selects(&facts, "opt-out:email opt-out:* consent:phone -opt-out:phone"));
    story.add(EventKind::OptedOut, date(2026, 3, 5));
    facts.events = story.events.clone();
    assert!(selects(&facts, "opt-out:letter opt-out:phone consent:vide"));
    story.add(EventKind::ConsentGiven, date(2026, 3, 5)).channel = Some(Channel::Phone);
    facts.events = story.events.clone();
    assert!(selects(&facts, "-opt-out:phone opt-out:letter consent:phone"));
    let later = event(facts.account.id, 900, EventKind::ConsentGiven, date(2026, 4, 1));
    facts.events.push(later);
    assert!(
        selects(&facts, "opt-out:letter consent:letter"),
        "a consent to no channel in particular lifts nothing"
    );
}
