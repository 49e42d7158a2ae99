//! Every page of the example company, in both languages; and that looking changes nothing.

use std::collections::BTreeSet;

use crate::client::Browser;
use crate::site::Site;

const PAGES: [&str; 16] = [
    "/aujourdhui",
    "/fichier",
    "/fichier?q=dept%3A33&tri=city&sens=desc&page=2",
    "/fiches/nouvelle",
    "/selections",
    "/importer",
    "/modeles",
    "/actions",
    "/actions/nouvelle?q=dept%3A33",
    "/tableau-de-bord",
    "/tableau-de-bord?periode=tout",
    "/tableau-de-bord?du=2026-01-01&au=2026-06-30&etat=2026-07-01&canal=letter",
    "/tableau-de-bord/personnes?chiffre=contacted&periode=tout",
    "/reglages",
    "/aller?q=a",
    "/api/v1/campaigns",
];

/// Addresses of this site that a page links to, with the pages of the list.
fn crawl(browser: &mut Browser) -> BTreeSet<String> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut waiting: Vec<String> = PAGES.iter().map(ToString::to_string).collect();
    while let Some(path) = waiting.pop() {
        if seen.len() >= 250 || !seen.insert(path.clone()) {
            continue;
        }
        let reply = browser.get(&path);
        let redirected = reply.status == 303 && !reply.location().starts_with("/connexion");
        assert!(reply.status == 200 || redirected, "{path}: {} {}", reply.status, reply.body);
        if !reply.header("content-type").starts_with("text/html") {
            continue;
        }
        assert!(!reply.body.contains("style=\"") && !reply.body.contains("{}"), "{path}");
        let links = reply.body.split("href=\"").skip(1).filter_map(|after| after.split('"').next());
        let links = links.filter(|link| link.starts_with('/') && !link.starts_with("/actifs/"));
        // One fiche, one list and so on say what the next says.
        let kinds = links.map(|link| link.replace("&amp;", "&").replace("&#38;", "&"));
        let new = kinds.filter(|link| !seen.iter().any(|known| shape(known) == shape(link)));
        waiting.extend(new);
    }
    seen
}

/// An address without its identifiers and values.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = path.split('/').map(|part| if part.len() == 26 { "ID" } else { part }).collect();
    let keys: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
    format!("{}?{}", parts.join("/"), keys.join("&"))
}

#[test]
fn every_page_of_the_example_is_there_in_both_languages() {
    let site = Site::example();
    for (language, word, other) in
        [("fr", "Tableau de bord", "Dashboard"), ("en", "Dashboard", "Tableau de bord")]
    {
        let mut lea = site.signed_in();
        lea.cookies.insert("filon_langue".to_owned(), language.to_owned());
        let seen = crawl(&mut lea);
        assert!(seen.iter().any(|path| path.ends_with("/bilan")), "{seen:?}");
        let page = lea.get("/aujourdhui").body;
        assert!(
            page.contains(word) && !page.contains(other) && page.contains(&format!("lang=\"{language}\""))
        );
    }
}

#[test]
fn looking_changes_nothing() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let state = |browser: &mut Browser| {
        let contacts = browser.get("/api/v1/contacts?limit=1000").body;
        let figures = browser.get("/api/v1/campaigns").body;
        (contacts, figures, browser.get("/api/v1/segments").body)
    };
    let before = state(&mut lea);
    crawl(&mut lea);
    assert_eq!(before, state(&mut lea));
}

#[test]
fn a_wrong_query_points_at_its_column_and_proposes_the_nearest_name() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let page = lea.get("/fichier?q=naf%3A43*%20vile%3APau").body;
    assert!(page.contains("        ^^^^"), "{page}");
    assert!(page.contains("ville"), "{page}");
}

#[test]
fn what_is_recorded_can_be_undone_for_thirty_seconds() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let list = lea.get("/fichier?q=stage%3Asuspect").body;
    let fiche =
        list.split("href=\"/fiches/").nth(2).and_then(|after| after.split('"').next()).expect("a fiche");
    let place = format!("/fiches/{fiche}");
    let token = lea.get(&place).token();
    let said = lea.post(&format!("{place}/evenements"), &[("jeton", &token), ("quoi", "interest_shown")]);
    let after = lea.get(said.location());
    let undo = after.body.split("action=\"/annulations/").nth(1).and_then(|after| after.split('"').next());
    let undo = format!("/annulations/{}", undo.expect("an undo"));
    assert!(after.body.contains("timeline"));
    site.wait(31);
    assert_eq!(lea.post(&undo, &[("jeton", &token), ("vers", &place)]).status, 404, "too late");
    let said = lea.post(&format!("{place}/evenements"), &[("jeton", &token), ("quoi", "meeting_set")]);
    let after = lea.get(said.location());
    let undo = after.body.split("action=\"/annulations/").nth(1).and_then(|after| after.split('"').next());
    let undo = format!("/annulations/{}", undo.expect("an undo"));
    let back = lea.post(&undo, &[("jeton", &token), ("vers", &place)]);
    assert!(back.location().starts_with(&place), "{}", back.body);
    assert!(lea.get(&place).body.contains("voided"), "the journal keeps both lines");
}
