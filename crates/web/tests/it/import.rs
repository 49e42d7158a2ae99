//! Importer, as a browser sends its form.

use std::time::Duration;

use filon_app::{Actor, accounts};

use crate::client::{Browser, Reply};
use crate::site::Site;

const FILE: &str = "Référence;Société;CP;Ville;Budget travaux\nS001;Le Zinc;33000;Bordeaux;15000\nS002;Midi;47000;Agen;42000\n";

/// Drops the file; the address of its preview, and the preview.
fn drop_file(lea: &mut Browser) -> (String, Reply) {
    let token = lea.get("/importer").token();
    let dropped = lea.post_file("/importer", &[("jeton", &token)], "salon.csv", FILE.as_bytes());
    let address = dropped.location().to_owned();
    let preview = lea.get(&address);
    (address, preview)
}

/// Each column with what its list sends: the option that is selected, else the first.
fn columns(preview: &Reply) -> Vec<(String, String)> {
    let value = |text: &str, marker: &str| {
        let after = text.split_once(marker).map_or("", |(_, after)| after);
        after.split('"').next().unwrap_or_default().to_owned()
    };
    let rows = preview.body.split("name=\"colonne\" value=\"").skip(1);
    rows.map(|row| {
        let header = row.split('"').next().unwrap_or_default().to_owned();
        let list =
            row.split_once("<select").and_then(|(_, list)| list.split_once("</select>")).expect("list").0;
        let options: Vec<&str> = list.split("<option ").skip(1).collect();
        let chosen = options.iter().find(|option| option.contains(" selected")).or(options.first());
        (header, value(chosen.expect("option"), "value=\""))
    })
    .collect()
}

/// Sends the form and waits for the import; the accounts' references and own fields.
fn bring_in(site: &Site, lea: &mut Browser, change: Option<(&str, &str)>) -> Vec<(Option<String>, String)> {
    let (address, preview) = drop_file(lea);
    let token = preview.token();
    let columns = columns(&preview);
    let mut fields = vec![("jeton", token.as_str()), ("faire", "importer")];
    for (header, target) in &columns {
        let asked =
            change.filter(|(changed, _)| changed == header).map_or(target.as_str(), |(_, target)| target);
        fields.extend([("colonne", header.as_str()), ("avant", target.as_str()), ("champ", asked)]);
    }
    lea.post(&address, &fields);
    for _ in 0..100 {
        let list = accounts::ListRequest { limit: 10, ..accounts::ListRequest::default() };
        let answer = accounts::list(&site.app, &Actor::default(), &list).expect("list");
        if answer.count == 2 {
            let own = |account: &filon_app::answer::AccountAnswer| format!("{:?}", account.custom);
            return answer.accounts.iter().map(|account| (account.reference.clone(), own(account))).collect();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nothing came in");
}

#[test]
fn a_column_that_filon_does_not_know_stays_a_field_of_its_own() {
    let site = Site::owned();
    let accounts = bring_in(&site, &mut site.signed_in(), None);
    assert_eq!(accounts[0], (Some("S001".to_owned()), "{\"Budget travaux\": \"15000\"}".to_owned()));
    assert_eq!(accounts[1].0.as_deref(), Some("S002"));
}

#[test]
fn a_place_goes_to_the_column_that_was_just_given_it() {
    let site = Site::owned();
    let accounts = bring_in(&site, &mut site.signed_in(), Some(("Budget travaux", "reference")));
    assert_eq!(accounts[0], (Some("15000".to_owned()), "{\"Référence\": \"S001\"}".to_owned()));
    let site = Site::owned();
    let accounts = bring_in(&site, &mut site.signed_in(), Some(("Référence", "note")));
    assert_eq!(accounts[0].1, "{\"Budget travaux\": \"15000\"}");
}
