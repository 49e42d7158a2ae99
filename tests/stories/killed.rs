//! Killed at any moment: nothing half there, nothing acknowledged lost.

use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use stories::company::{contacts, letter, windows_1252};
use stories::filon::Filon;
use stories::story;

const ROWS: u32 = 4_000;
const KILLS: u32 = 50;

story!(an_import_killed_at_50_moments, |filon| {
    filon.file("fichier.csv", &windows_1252(&contacts("SUS", ROWS), &[]));
    filon.json(&["contacts", "--count"]);
    let whole = duration_of(&filon, &["import", "fichier.csv", "--dry-run", "--json"]);
    let mut done = 0;
    for kill in 0..KILLS {
        let acknowledged = killed(&filon, &["import", "fichier.csv", "--json"], moment(whole * 2, kill));
        let count = filon.json(&["contacts", "--count"])["count"].as_u64().unwrap();
        assert!(count == 0 || count == u64::from(ROWS), "kill {kill}: {count} accounts");
        assert!(!acknowledged || count == u64::from(ROWS), "kill {kill}: acknowledged and lost");
        let batches = filon.json(&["imports"])["batches"].as_array().unwrap().clone();
        let open = batches.iter().find(|batch| batch["undone"].is_null());
        assert_eq!(open.is_some(), count > 0, "kill {kill}: {batches:?}");
        if let Some(batch) = open {
            done += 1;
            filon.json(&["imports", "undo", batch["batch"].as_str().unwrap()]);
        }
        if kill % 10 == 9 {
            assert_eq!(filon.json(&["check"])["differences"], json!([]), "kill {kill}");
        }
    }
    assert!(done < KILLS, "no kill ever came before the end");
});

story!(a_launch_killed_at_50_moments, |filon| {
    filon.file("fichier.csv", &windows_1252(&contacts("SUS", ROWS), &[]));
    filon.file("lettre.docx", &letter());
    filon.json(&["import", "fichier.csv"]);
    let launch = |name: &str| {
        ["campaign", "launch", name, "--template", "lettre.docx", "--out", "lettres.docx", "--json"]
            .map(str::to_owned)
    };
    let new = |name: &str| {
        filon.json(&["campaign", "new", name, "--channel", "letter", "--query", ""]);
    };
    new("Mesure");
    let arguments = launch("Mesure");
    let whole = duration_of(&filon, &arguments.each_ref().map(String::as_str));
    for kill in 0..KILLS {
        let name = format!("Action {kill}");
        new(&name);
        let out = filon.folder().join("lettres.docx");
        let _ = std::fs::remove_file(&out);
        let arguments = launch(&name);
        let acknowledged = killed(&filon, &arguments.each_ref().map(String::as_str), moment(whole, kill));
        let stats = filon.json(&["stats", "--campaign", &name]);
        let (contacts, contacted) =
            (stats["contacts"].as_u64().unwrap(), stats["contacted"].as_u64().unwrap());
        assert!(contacts == 0 || contacts == u64::from(ROWS), "kill {kill}: {contacts} targeted");
        assert_eq!(contacts, contacted, "kill {kill}: half launched");
        assert!(!acknowledged || contacts > 0, "kill {kill}: acknowledged and lost");
        assert!(!out.exists() || is_whole(&out), "kill {kill}: half a document");
        assert!(!acknowledged || out.exists(), "kill {kill}: acknowledged without letters");
    }
    assert_eq!(filon.json(&["check"])["differences"], json!([]));
});

fn duration_of(filon: &Filon, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    assert!(filon.run(arguments).status.success());
    start.elapsed()
}

/// The k-th of the moments, spread over the whole by the golden ratio.
fn moment(whole: Duration, kill: u32) -> Duration {
    whole.mul_f64((f64::from(kill) * 0.618_033_988_749_895).fract())
}

/// Runs a command and kills it after a while; whether it had answered by then.
fn killed(filon: &Filon, arguments: &[&str], after: Duration) -> bool {
    let mut child = filon.start(arguments);
    std::thread::sleep(after);
    let _ = child.kill();
    let mut answer = String::new();
    child.stdout.take().unwrap().read_to_string(&mut answer).unwrap();
    child.wait().unwrap();
    answer.ends_with("}\n")
}

fn is_whole(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    zip::ZipArchive::new(std::io::Cursor::new(bytes)).is_ok_and(|zip| zip.len() >= 3)
}
