//! From two files of contacts to a decision, against sums made by hand.

use serde_json::{Value, json};
use stories::company::{contacts, letter, windows_1252};
use stories::filon::Filon;
use stories::story;

story!(from_a_contact_file_to_a_decision, |filon| {
    bring_in(&filon);
    launch(&filon);
    record(&filon);
    judge(&filon);
    keep(&filon);
});

/// 40 clients and 200 suspects, two rows of which cannot go in; brought in twice, they are there once.
fn bring_in(filon: &Filon) {
    let clients = windows_1252(&contacts("CLI", 40), &[]);
    let bad = ["SUS90001;Mauvais Siret;73282932000075;;;;;;;;33000;Bordeaux;3", ";;;;;;;;;;33000;Bordeaux;"];
    let suspects = windows_1252(&contacts("SUS", 200), &bad);
    filon.file("clients.csv", &clients);
    filon.file("suspects.csv", &suspects);

    let answer = filon.json(&["import", "clients.csv", "--as", "client"]);
    assert_eq!(counts(&answer), (40, 40, 0, 0, 0), "{answer}");
    assert_eq!(answer["encoding"], "windows-1252");
    assert_eq!(answer["separator"], ";");
    assert_eq!(answer["mapping"]["CP"], "postcode");

    let dry = filon.json(&["import", "suspects.csv", "--dry-run", "--source", "Salon de l’habitat"]);
    assert_eq!(counts(&dry), (202, 200, 0, 0, 2), "{dry}");
    assert_eq!(filon.json(&["contacts", "--count"])["count"], 40);

    let answer = filon.json(&["import", "suspects.csv", "--source", "Salon de l’habitat"]);
    assert_eq!(counts(&answer), (202, 200, 0, 0, 2), "{answer}");
    let rejected = &answer["rejected"];
    assert_eq!((&rejected[0]["row"], &rejected[0]["column"]), (&json!(202), &json!("SIRET")));
    assert_eq!(rejected[0]["value"], "73282932000075");
    assert_eq!(rejected[1]["row"], 203);

    let again = filon.json(&["import", "suspects.csv"]);
    assert_eq!((&again["created"], &again["rejected"].as_array().unwrap().len()), (&json!(0), &2));
    assert_eq!(filon.json(&["contacts", "--count"])["count"], 240);
    assert_eq!(filon.json(&["contacts", "stage:client", "--count"])["count"], 40);
    assert_eq!(filon.json(&["contacts", "ville:bourg-en-bresse cp:01000", "--count"])["count"], 60);
    assert_eq!(
        filon.json(&["contacts", "ville:Bordeaux effectif:>=10", "--count"])["count"],
        bordeaux_of_ten()
    );
    let said = filon.refused(&["contacts", "vile:Bordeaux"]);
    assert!(said.contains("vile") && said.contains("ville"), "{said}");
}

/// Counted from the generator itself.
fn bordeaux_of_ten() -> usize {
    let all = contacts("CLI", 40).into_iter().chain(contacts("SUS", 200));
    all.filter(|contact| contact.city == "Bordeaux" && contact.employees >= 10).count()
}

/// Bordeaux: 10 clients and 50 suspects, of whom two object to letters and one only to e-mails.
fn launch(filon: &Filon) {
    let opposition = "account;event;date;note\n\
                      SUS00000;opted_out;2026-08-20;\n\
                      SUS00004;opted_out_letter;2026-08-20;\n\
                      SUS00008;opted_out_email;2026-08-20;\n";
    filon.file("oppositions.csv", opposition.as_bytes());
    assert_eq!(filon.json(&["record", "oppositions.csv"])["recorded"], 3);

    filon.file("lettre.docx", &letter());
    filon.json(&["campaign", "new", "Fenêtres", "--channel", "letter", "--query", "ville:Bordeaux"]);
    filon.json(&["campaign", "cost", "Fenêtres", "--label", "Courrier", "--unit", "1,90", "--per", "letter"]);
    filon.json(&["campaign", "cost", "Fenêtres", "--label", "Création", "--fixed", "250"]);
    filon.json(&["campaign", "cost", "Fenêtres", "--label", "Prévu", "--fixed", "400", "--planned"]);

    let on = ["--template", "lettre.docx", "--out", "lettres.docx", "--on", "2026-09-01"];
    let answer = filon.json(&[&["campaign", "launch", "fenetres"][..], &on].concat());
    assert_eq!(answer["letters"], 58, "{answer}");
    let mut refused: Vec<&str> =
        answer["refused"].as_array().unwrap().iter().map(|row| row["account"].as_str().unwrap()).collect();
    refused.sort_unstable();
    assert_eq!(refused, ["SUS00000", "SUS00004"]);
    assert_eq!(answer["refused"][0]["rule"], "opted_out");

    let text = document_text(filon, "lettres.docx");
    assert!(text.contains("Lefèvre8") && !text.contains("MERGEFIELD") && !text.contains('«'));
    assert_eq!(text.matches("Dossier ").count(), 58);
    assert_eq!(text.matches("<w:sectPr").count(), 58);
    let said = filon.refused(&[&["campaign", "launch", "Fenêtres"][..], &on].concat());
    assert!(said.contains("Fenêtres"), "{said}");
}

/// Six interested, four meetings, three quotes, two orders, one of them a client's second order.
fn record(filon: &Filon) {
    let outcomes = "account;event;date;amount;margin;note\r\n\
        SUS00008;interest;2026-09-10;;;\r\n\
        SUS00012;interest;2026-09-11;;;\r\n\
        SUS00016;meeting;2026-09-12;;;\r\n\
        SUS00020;meeting;2026-09-12;;;\r\n\
        SUS00024;meeting;2026-09-14;;;\r\n\
        SUS00028;meeting;2026-09-15;;;\r\n\
        SUS00020;quote;2026-09-20;3000;;\r\n\
        SUS00024;quote;2026-09-21;2500,50;;\r\n\
        SUS00028;quote;2026-09-22;4000;;\r\n\
        SUS00028;order;2026-10-05;4000;1200;\r\n\
        SUS00028;order;2026-10-25;1000;300,25;\r\n\
        CLI00004;order;2026-10-06;700;210;\r\n\
        SUS99999;order;2026-10-06;1;1;\r\n\
        SUS00032;order;06/13/2026;1;1;\r\n\
        SUS00032;comande;2026-10-06;1;1;\r\n\
        SUS00036;order;2026-10-06;beaucoup;1;\r\n";
    filon.file("retours.csv", outcomes.as_bytes());
    let answer = filon.json(&["record", "retours.csv", "--campaign", "Fenêtres"]);
    assert_eq!((&answer["rows"], &answer["recorded"]), (&json!(16), &json!(12)), "{answer}");
    let rejected: Vec<(u64, &str)> = answer["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_u64().unwrap(), row["column"].as_str().unwrap()))
        .collect();
    assert_eq!(rejected, [(14, "account"), (15, "date"), (16, "event"), (17, "amount")]);
    assert_eq!(filon.json(&["record", "retours.csv", "--campaign", "Fenêtres"])["recorded"], 0);
}

/// 58 letters × 1,90 € + 250 € = 360,20 €; margin 1 200 + 300,25 + 210 = 1 710,25 €.
fn judge(filon: &Filon) {
    let stats = filon.json(&["stats", "--campaign", "Fenêtres"]);
    let expected = [
        ("contacts", 60),
        ("clients", 10),
        ("prospects", 50),
        ("contacted", 48),
        ("interested", 6),
        ("new_clients", 1),
        ("cost_cents", 36_020),
        ("planned_cost_cents", 40_000),
        ("cac_cents", 36_020),
        ("orders", 3),
        ("revenue_cents", 570_000),
        ("margin_cents", 171_025),
        ("result_cents", 135_005),
        ("break_even_clients", 1),
    ];
    for (figure, value) in expected {
        assert_eq!(stats[figure], value, "{figure} in {stats}");
    }
    let funnel: Vec<u64> =
        stats["funnel"].as_array().unwrap().iter().map(|step| step["count"].as_u64().unwrap()).collect();
    assert_eq!(funnel, [60, 48, 6, 4, 3, 1]);
    ratio(&stats["ratios"]["prospecting_rate"], 48, 60);
    ratio(&stats["ratios"]["prospecting_effectiveness"], 48, 50);
    ratio(&stats["ratios"]["prospector_effectiveness"], 6, 48);
    ratio(&stats["ratios"]["success_rate"], 1, 48);
    near(&stats["roi"], 135_005.0 / 36_020.0);
    assert_eq!(stats["decision"]["verdict"], "renew");

    let before = filon.json(&["stats", "--campaign", "Fenêtres", "--as-of", "2026-09-30"]);
    assert_eq!((&before["orders"], &before["margin_cents"]), (&json!(0), &json!(0)), "{before}");
    assert_eq!((&before["interested"], &before["cac_cents"]), (&json!(6), &Value::Null));
    let unlaunched = filon.json(&["stats", "--campaign", "Fenêtres", "--as-of", "2026-08-31"]);
    assert_eq!(
        (&unlaunched["contacts"], &unlaunched["ratios"]["success_rate"]["value"]),
        (&json!(0), &Value::Null)
    );

    let forecast = filon.json(&[
        "forecast",
        "--channel",
        "letter",
        "--audience",
        "480",
        "--cost",
        "1000",
        "--margin",
        "1500",
        "--target",
        "2",
    ]);
    assert_eq!(forecast["basis"]["kind"], "own");
    assert_eq!(forecast["audience_needed"], 96);
    near(&forecast["orders"]["expected"], 10.0);
}

/// Recounted, backed up, restored: the same figures.
fn keep(filon: &Filon) {
    let check = filon.json(&["check"]);
    assert_eq!(check["differences"], json!([]), "{check}");
    let stats = filon.json(&["stats", "--campaign", "Fenêtres"]);
    filon.json(&["backup", "sauvegarde.filon"]);
    let copy = filon.folder().join("restauré.db").display().to_string();
    filon.json(&["restore", "sauvegarde.filon", "--database", &copy]);
    assert_eq!(filon.json(&["stats", "--campaign", "Fenêtres", "--database", &copy]), stats);
    assert_eq!(filon.json(&["check", "--database", &copy])["differences"], json!([]));
}

fn counts(answer: &Value) -> (u64, u64, u64, u64, usize) {
    let number = |name: &str| answer[name].as_u64().unwrap();
    let rejected = answer["rejected"].as_array().unwrap().len();
    (number("rows"), number("created"), number("merged"), number("skipped"), rejected)
}

/// The share and its Wilson interval, written out once more.
fn ratio(answer: &Value, numerator: u64, denominator: u64) {
    assert_eq!((&answer["numerator"], &answer["denominator"]), (&json!(numerator), &json!(denominator)));
    let (k, n, z) = (numerator as f64, denominator as f64, 1.959_963_984_540_054_f64);
    near(&answer["value"], k / n);
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z / (n + z * z) * (k * (n - k) / n + z * z / 4.0).sqrt();
    near(&answer["low"], middle - half);
    near(&answer["high"], middle + half);
}

fn near(answer: &Value, expected: f64) {
    let value = answer.as_f64().unwrap_or_else(|| panic!("{answer} is no number, {expected} expected"));
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

fn document_text(filon: &Filon, name: &str) -> String {
    let bytes = std::fs::read(filon.folder().join(name)).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = zip.by_name("word/document.xml").unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut part, &mut text).unwrap();
    text
}
