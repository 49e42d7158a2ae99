//! Letters without a base, and a launch that was cut short.

use std::io::Read as _;

use filon_app::letters::{Out, Source, merge};
use filon_app::{Actor, ErrorKind};
use filon_core::Channel;
use jiff::civil::date;

use crate::app_test;
use crate::world::letter;

const FILE: &str = "Société;Nom;Code postal;Ville;Secteur\n\
    Alpha;Roux;33000;Bordeaux;Bâtiment\nBeta;Petit;1000;Bourg;Hôtellerie\nGamma;Blanc;75011;Paris;Bâtiment\n";

#[test]
fn a_file_is_merged_without_any_base() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    std::fs::write(place("gens.csv"), FILE).unwrap();
    std::fs::write(place("lettre.fodt"), letter(&["Société", "Code_postal", "Viles"])).unwrap();
    let me = Actor::default();
    let source =
        |filter: Option<&str>| Source::Data { path: place("gens.csv"), filter: filter.map(str::to_owned) };
    let make = |filter: Option<&str>, out: Out, sort: bool| {
        merge(None, &me, &place("lettre.fodt"), &source(filter), &[out], sort, &mut |_, _| {})
    };
    let all = make(None, Out::One(place("lettres.odt")), true).unwrap();
    assert_eq!(all.letters, 3);
    let said: Vec<&str> = all.warnings.iter().map(|warning| warning.message.as_str()).collect();
    assert!(said[0].contains("Viles") && said[0].contains("Ville"), "{said:?}");
    assert!(said[1].contains("un code postal"), "the lost zero is told: {said:?}");
    let text = content(&place("lettres.odt"));
    let order: Vec<usize> = ["01000", "33000", "75011"].iter().map(|code| text.find(code).unwrap()).collect();
    assert!(order.is_sorted(), "sorted by postcode");

    let some = make(Some("secteur:bâtiment -ville:Paris"), Out::Each(place("lettres")), false).unwrap();
    assert_eq!((some.letters, some.files.len()), (1, 1));
    assert!(some.files[0].ends_with("001-alpha.odt"), "{:?}", some.files);
    let wrong = make(Some("secteurs:bâtiment"), Out::One(place("x.odt")), false).unwrap_err();
    assert_eq!(wrong.kind, ErrorKind::Usage);
    let nobody = make(Some("ville:Rennes"), Out::One(place("x.odt")), false).unwrap_err();
    assert_eq!(nobody.kind, ErrorKind::Refused);
    let docx = make(None, Out::One(place("x.docx")), false).unwrap_err();
    assert!(docx.message.contains(".odt"), "{}", docx.message);
    assert!(!place("x.odt").exists() && !place("x.docx").exists());
    let parts = std::fs::read_dir(folder.path()).unwrap().filter(|entry| {
        entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().ends_with(".part"))
    });
    assert_eq!(parts.count(), 0);
}

app_test!(letters_left_waiting_by_a_cut_are_put_in_place, |world| {
    world.import("p.csv", "Société;CP;Ville\nAlpha;33000;Bordeaux\n");
    world.campaign("Une", Channel::Letter, "");
    let template = world.letter();
    world.launch("Une", &template, "a.odt", date(2026, 11, 24)).unwrap();
    // As a power cut between the journal and the last move would leave it.
    let id = filon_app::campaigns::find(&world.app, &world.me, "Une").unwrap().id;
    std::fs::rename(world.path("a.odt"), world.path(&format!(".a.odt.{id}.part"))).unwrap();
    let again = world.launch("Une", &template, "a.odt", date(2026, 11, 24)).unwrap();
    assert_eq!((again.letters, again.files.len()), (1, 1));
    assert!(world.path("a.odt").is_file());
    assert_eq!(world.count("contacté:*"), 1);
    assert!(world.launch("Une", &template, "a.odt", date(2026, 11, 24)).is_err());
});

app_test!(a_template_that_is_kept_tells_its_fields, |world| {
    world.import("p.csv", "Société;CP;Ville;Secteur\nAlpha;33000;Bordeaux;BTP\n");
    let bytes = letter(&["Raison_sociale", "secteur", "Vile", "Date"]);
    let kept = filon_app::templates::add(&world.app, &world.me, "Lettre", bytes.as_bytes()).unwrap();
    let columns: Vec<Option<&str>> = kept.fields.iter().map(|field| field.column.as_deref()).collect();
    assert_eq!(columns[1..], [Some("Secteur"), None, Some("Date")], "{:?}", kept.fields);
    assert!(columns[0].is_some_and(|column| column.contains("entreprise")));
    assert_eq!(kept.fields[2].nearest.as_deref(), Some("Ville"));
    let refused = filon_app::templates::add(&world.app, &world.me, "Autre", b"%PDF-1.4").unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Refused);
    assert_eq!(filon_app::templates::list(&world.app, &world.me).unwrap().len(), 1);
    let unknown = filon_app::templates::get(&world.app, &world.me, "Letre").unwrap_err();
    assert_eq!(unknown.nearest.as_deref(), Some("Lettre"));
});

/// The text of an ODT.
fn content(path: &std::path::Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("content.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}
