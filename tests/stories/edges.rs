//! What happens at the edges: rows that say little, readers that stop listening, words that mean nothing.

use std::io::Read as _;
use std::process::Stdio;

use serde_json::json;
use stories::company::{contacts, letter, windows_1252};
use stories::filon::{Engine, Filon};
use stories::story;

story!(a_file_that_says_little_comes_in_once, |filon| {
    filon.file("peu.csv", "Société;CP;Ville\nAtelier du Bois;;Nulle\nChez Paul;;\n".as_bytes());
    assert_eq!(filon.json(&["import", "peu.csv"])["created"], 2);
    let again = filon.json(&["import", "peu.csv"]);
    assert_eq!((&again["created"], &again["merged"]), (&json!(0), &json!(2)));
});

story!(a_letter_dated_back_respects_an_opposition_known_today, |filon| {
    filon.file("gens.csv", &windows_1252(&contacts("SUS", 4), &[]));
    filon.file("lettre.docx", &letter());
    filon.json(&["import", "gens.csv"]);
    filon.file("non.csv", b"account;event;date\nSUS00001;opted_out;2026-10-15\n");
    filon.json(&["record", "non.csv"]);
    filon.json(&["campaign", "new", "Octobre", "--channel", "letter", "--query", ""]);
    let launch = [
        "campaign",
        "launch",
        "Octobre",
        "--template",
        "lettre.docx",
        "--out",
        "l.docx",
        "--on",
        "2026-10-01",
    ];
    let answer = filon.json(&launch);
    assert_eq!(answer["letters"], 3);
    assert_eq!(answer["refused"][0]["account"], "SUS00001");
});

#[test]
fn a_reader_that_stops_listening_is_no_panic() {
    let filon = Filon::new(Engine::Sqlite, "pipe");
    filon.file("gens.csv", &windows_1252(&contacts("SUS", 3_000), &[]));
    filon.json(&["import", "gens.csv"]);
    let mut command = filon.command(&["contacts", "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut few = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut few).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    child.wait().unwrap();
    assert_eq!(said, "");
}

#[test]
fn words_that_mean_nothing_are_told() {
    let filon = Filon::new(Engine::Sqlite, "words");
    filon.file("gens.csv", "Société;CP;Couleur\nLe Zinc;33000;vert\n".as_bytes());
    filon.json(&["import", "gens.csv"]);
    assert_eq!(filon.json(&["contacts", "champ.couleur:vert", "--count"])["count"], 1);
    for (query, said) in [
        ("champ.couleurs:vert", "champ.Couleur"),
        ("cp:06000..33000", "06000..33000"),
        ("effectif:beaucoup", "beaucoup"),
        ("(ville:Pau", "parenthèse"),
    ] {
        let refusal = filon.refused(&["contacts", query]);
        assert!(refusal.contains(said), "{query}: {refusal}");
    }
    filon.refused(&["stats", "--from", "2026-05-01", "--to", "2026-04-01"]);
    filon.refused(&["stats", "--campaign", "Rien"]);
    let nowhere = filon.folder().join("rien.db").display().to_string();
    assert!(filon.refused(&["check", "--database", &nowhere]).contains("rien.db"));
    assert!(!std::path::Path::new(&nowhere).exists());
    assert_eq!(filon.run(&["contacts", "--bogus"]).status.code(), Some(2));
    assert_eq!(filon.run(&["forecast", "--channel", "pigeon"]).status.code(), Some(2));
}

#[test]
fn the_command_line_speaks_french_and_english() {
    let filon = Filon::new(Engine::Sqlite, "words");
    let said = |arguments: &[&str]| {
        let ran = filon.run(arguments);
        String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap()
    };
    assert!(said(&["--lang", "fr", "--help"]).contains("Importe un fichier de contacts"));
    assert!(said(&["--lang", "en", "--help"]).contains("Brings a file of contacts in"));
    assert!(said(&["--lang", "fr", "contcts"]).contains("commande inconnue : contcts"));
    assert!(said(&["--lang", "en", "contcts"]).contains("unrecognized subcommand"));
    assert!(said(&["--lang", "fr", "stats", "--form", "2026"]).contains("Vouliez-vous dire --from"));
}

story!(a_list_for_mailing_leaves_out_who_objected, |filon| {
    filon.file("gens.csv", &windows_1252(&contacts("SUS", 4), &[]));
    filon.json(&["import", "gens.csv"]);
    filon.file("non.csv", b"account;event;date\nSUS00002;opted_out;2026-10-15\n");
    filon.json(&["record", "non.csv"]);
    assert_eq!(filon.json(&["contacts", "", "--out", "tous.csv"])["count"], 4);
    let mailing = filon.json(&["contacts", "", "--out", "envoi.csv", "--for", "letter"]);
    assert_eq!(mailing["count"], 3);
    assert_eq!(mailing["refused"][0]["account"], "SUS00002");
    let written = std::fs::read_to_string(filon.folder().join("envoi.csv")).unwrap();
    assert!(written.contains("SUS00001") && !written.contains("SUS00002"), "{written}");
});
