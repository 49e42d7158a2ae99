//! The telephone without JavaScript: a script is written, somebody is called, a report is saved twice.

use filon_app::accounts::{self, Edit};
use filon_app::{Actor, calls, meetings};
use filon_core::Id;

use crate::client::{Browser, Reply};
use crate::site::Site;

/// Léa with two companies, a script made from the accountant's example, and a list; the addresses of both.
fn desk(site: &Site) -> (Browser, String, String) {
    for (name, phone) in [("Toitures Goudin", "05 56 01 02 04"), ("Garage Mondot", "05 56 01 02 05")] {
        let edit = Edit { name: name.to_owned(), phone: phone.to_owned(), ..Edit::default() };
        accounts::create(&site.app, &Actor::default(), &edit).expect("account");
    }
    let mut lea = site.signed_in();
    let token = lea.get("/argumentaires").token();
    let script = lea.post("/argumentaires", &[("jeton", &token), ("exemple", "1")]);
    let script = path(script.location());
    let id = script.trim_start_matches("/argumentaires/").to_owned();
    let list =
        lea.post("/appels", &[("jeton", &token), ("q", ""), ("argumentaire", &id), ("nom", "Rentrée")]);
    let list = path(list.location());
    (lea, script, list)
}

fn path(address: &str) -> String {
    address.split('?').next().unwrap_or_default().to_owned()
}

/// Every field of a form of the page, as a browser would send it; only the chosen radios and boxes.
fn fields(reply: &Reply, form: &str) -> Vec<(String, String)> {
    let after = reply.body.split_once(form).unwrap_or_else(|| panic!("{form}: {}", reply.body)).1;
    let form = after.split("</form>").next().unwrap_or_default();
    // What stands in a template is no field.
    let outside =
        |part: &str| part.split_once("</template>").map_or(String::new(), |(_, rest)| rest.to_owned());
    let mut parts = form.split("<template");
    let first = parts.next().unwrap_or_default().to_owned();
    let form: String = std::iter::once(first).chain(parts.map(outside)).collect();
    let attribute = |tag: &str, name: &str| {
        let value = tag.split_once(&format!(" {name}=\""))?.1;
        value.split('"').next().map(unescape)
    };
    let mut sent = Vec::new();
    for (at, _) in form.match_indices('<') {
        let rest = &form[at + 1..];
        let tag = rest.split('>').next().unwrap_or_default();
        let Some(name) = attribute(tag, "name") else { continue };
        if tag.starts_with("input") {
            let asked = !tag.contains("type=\"radio\"") && !tag.contains("type=\"checkbox\"");
            if asked || tag.contains(" checked") {
                sent.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            let text = rest.split_once('>').and_then(|(_, rest)| rest.split("</textarea>").next());
            sent.push((name, unescape(text.unwrap_or_default())));
        } else if tag.starts_with("select") {
            let list = rest.split("</select>").next().unwrap_or_default();
            let options: Vec<&str> = list.split("<option").skip(1).collect();
            let chosen = options.iter().find(|option| option.contains(" selected")).or(options.first());
            let value =
                chosen.and_then(|option| attribute(option.split('>').next().unwrap_or_default(), "value"));
            sent.push((name, value.unwrap_or_default()));
        }
    }
    sent
}

fn unescape(text: &str) -> String {
    let plain = text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<");
    plain
        .replace("&#62;", ">")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

fn send(browser: &mut Browser, to: &str, sent: &[(String, String)], more: &[(&str, &str)]) -> Reply {
    let more_names: Vec<&str> = more.iter().map(|(name, _)| *name).collect();
    let kept = sent.iter().filter(|(name, _)| !more_names.contains(&name.as_str()));
    let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<(&str, &str)> = kept.chain(more.iter().copied()).collect();
    browser.post(to, &all)
}

#[test]
fn a_script_is_written_without_losing_what_was_typed() {
    let site = Site::owned();
    let (mut lea, script, _) = desk(&site);
    let page = lea.get(&script);
    let sent = fields(&page, "id=\"editeur\"");
    assert!(sent.len() > 80, "{sent:?}");
    let block = sent.iter().find(|(name, _)| name == "bloc").expect("a part").1.clone();
    let text = format!("b.{block}.texte");
    let more = [(text.as_str(), "Bonjour, ici {Moi} de {Notre societé}."), ("faire", "objection:pretext")];
    let typed = send(&mut lea, &script, &sent, &more);
    assert_eq!(typed.status, 200, "adding a part saves nothing");
    assert!(typed.body.contains("Bonjour, ici {Moi} de {Notre societé}."), "what was typed stays");
    assert!(typed.body.contains("Notre société"), "the slip is named, with the field meant: {}", typed.body);
    assert!(!lea.get(&script).body.contains("Bonjour, ici {Moi} de"), "nothing is saved yet");
    let sent = fields(&typed, "id=\"editeur\"");
    let gone = format!("retirer:{block}");
    let removed = send(&mut lea, &script, &sent, &[("faire", &gone)]);
    assert!(!removed.body.contains(&format!("name=\"bloc\" value=\"{block}\"")));
    let back = send(&mut lea, &script, &fields(&removed, "id=\"editeur\""), &[("faire", "remettre")]);
    assert!(back.body.contains("Bonjour, ici {Moi} de {Notre societé}."), "what was removed comes back");
    let saved = send(&mut lea, &script, &fields(&back, "id=\"editeur\""), &[("faire", "enregistrer")]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(lea.get(&script).body.contains("Bonjour, ici {Moi} de"));
    let stale = send(&mut lea, &script, &sent, &[("faire", "enregistrer"), ("vu", "0")]);
    assert!(stale.status == 409 && stale.body.contains("Bonjour, ici {Moi} de"), "nobody is written over");
    let guide = lea.get(&format!("{script}/guide")).body;
    assert!(guide.contains("[Civilité] [Nom]") && guide.contains("data-print"), "{guide}");
}

/// Takes the next one of a list; the page of the call.
fn take(browser: &mut Browser, list: &str) -> Reply {
    let token = browser.get(list).token();
    let taken = browser.post(&format!("{list}/suivant"), &[("jeton", &token)]);
    browser.get(taken.location())
}

#[test]
fn to_look_at_a_list_takes_nobody_and_a_reader_sees_the_queue() {
    let site = Site::owned();
    let (mut lea, _, list) = desk(&site);
    let look = lea.get(&list);
    assert!(look.body.contains("data-take") && !look.body.contains("id=\"appel\""), "{}", look.body);
    assert!(!look.body.contains("avec Léa"), "nobody is taken by looking");
    let token = look.token();
    let role = [("jeton", token.as_str()), ("nom", "Paul"), ("role", "reader")];
    let made = lea.post("/reglages/utilisateurs", &role);
    let password = made.body.split("<code").nth(1).and_then(|after| after.split('>').nth(1));
    let password = password.and_then(|after| after.split('<').next()).expect("a password").to_owned();
    assert!(take(&mut lea, &list).body.contains("<title>Toitures Goudin"));
    let mut paul = site.browser();
    paul.post("/connexion", &[("nom", "Paul"), ("mot", &password)]);
    for address in [
        list.clone(),
        lea.get(&list).body.split("/fiches/").nth(1).map_or(list.clone(), |after| {
            format!("{list}?fiche={}", after.split('"').next().unwrap_or_default())
        }),
    ] {
        let seen = paul.get(&address);
        assert!(seen.status == 200 && seen.body.contains("Garage Mondot"), "{}", seen.body);
        assert!(!seen.body.contains("id=\"appel\"") && !seen.body.contains("data-take"), "{}", seen.body);
    }
    let token = paul.get(&list).token();
    assert_eq!(paul.post(&format!("{list}/suivant"), &[("jeton", &token)]).status, 403);
    assert!(lea.get(&list).body.contains("<title>Toitures Goudin"), "whom one has comes back by looking");
}

#[test]
fn a_call_is_made_with_forms_alone_and_comes_back_as_it_was_typed() {
    let site = Site::owned();
    let (mut lea, _, list) = desk(&site);
    let page = take(&mut lea, &list);
    assert!(page.body.contains("Toitures Goudin"), "{}", page.body);
    let sent = fields(&page, "id=\"appel\"");
    let objection = page.body.split("value=\"objection:").nth(1).and_then(|after| after.split('"').next());
    let command = format!("objection:{}", objection.expect("an answer"));
    let kept = send(
        &mut lea,
        &format!("{list}/brouillon"),
        &sent,
        &[("note", "Le gendre reprend"), ("faire", &command)],
    );
    let page = lea.get(kept.location());
    assert!(
        page.body.contains("Le gendre reprend") && page.body.contains("name=\"obj.0.id\""),
        "{}",
        page.body
    );
    let sent = fields(&page, "id=\"appel\"");
    let asked = send(&mut lea, &format!("{list}/issue"), &sent, &[("issue", "no_answer")]);
    assert!(asked.status == 200 && asked.body.contains("data-record"), "{}", asked.body);
    assert!(lea.get(&list).body.contains("data-record"), "the outcome comes back too");
    let sent = fields(&asked, "id=\"appel\"");
    let done = send(&mut lea, &format!("{list}/conclusion"), &sent, &[]);
    assert_eq!(done.status, 303, "{}", done.body);
    let next = lea.get(done.location());
    assert!(next.body.contains("<title>Garage Mondot"), "the next one is called");
    let again = send(&mut lea, &format!("{list}/conclusion"), &sent, &[]);
    assert_eq!(again.status, 303, "a form sent twice is one call: {}", again.body);
    let rows = calls::lists(&site.app, &Actor::default()).expect("lists");
    assert_eq!(rows[0].called, 1);
    let undo = next.body.split("action=\"/annulations/").nth(1).and_then(|after| after.split('"').next());
    let undo = format!("/annulations/{}", undo.expect("an undo"));
    let token = next.token();
    let back = lea.post(&undo, &[("jeton", &token), ("vers", &list)]);
    let back = lea.get(back.location());
    assert!(back.body.contains("<title>Toitures Goudin") && back.body.contains("Le gendre reprend"));
}

#[test]
fn a_wrong_number_is_mended_with_its_call_and_comes_back_with_it() {
    let site = Site::owned();
    let (mut lea, _, list) = desk(&site);
    let sent = fields(&take(&mut lea, &list), "id=\"appel\"");
    let account = sent.iter().find(|(name, _)| name == "fiche").expect("an account").1.clone();
    let asked = send(&mut lea, &format!("{list}/issue"), &sent, &[("issue", "wrong_number")]);
    let sent = fields(&asked, "id=\"appel\"");
    let right = [("e.faux", "corriger"), ("e.numero", "05 56 99 88 77")];
    let done = send(&mut lea, &format!("{list}/conclusion"), &sent, &right);
    assert_eq!(done.status, 303, "{}", done.body);
    let next = lea.get(done.location());
    let fiche = format!("/fiches/{account}");
    assert!(lea.get(&fiche).body.contains("tel:+33556998877"), "{}", lea.get(&fiche).body);
    let undo = next.body.split("action=\"/annulations/").nth(1).and_then(|after| after.split('"').next());
    let undo = format!("/annulations/{}", undo.expect("an undo"));
    lea.post(&undo, &[("jeton", &next.token()), ("vers", &list)]);
    let back = lea.get(&fiche).body;
    assert!(back.contains("tel:+33556010204") && !back.contains("tel:+33556998877"), "{back}");
}

#[test]
fn a_meeting_is_in_the_agenda_in_a_file_and_in_a_feed_that_needs_no_session() {
    let site = Site::owned();
    let (mut lea, _, list) = desk(&site);
    let sent = fields(&take(&mut lea, &list), "id=\"appel\"");
    let asked = send(&mut lea, &format!("{list}/issue"), &sent, &[("issue", "meeting")]);
    let sent = fields(&asked, "id=\"appel\"");
    let checked = send(&mut lea, &format!("{list}/verification"), &sent, &[]);
    assert!(checked.body.contains("rendez-vous"), "the confirmation is read out: {}", checked.body);
    let done = send(&mut lea, &format!("{list}/conclusion"), &sent, &[]);
    let page = lea.get(done.location());
    let file = page.body.split("href=\"").find(|after| after.starts_with("/rendez-vous/")).expect("a file");
    let file = file.split('"').next().unwrap_or_default().to_owned();
    let calendar = lea.get(&file);
    assert!(calendar.header("content-type").starts_with("text/calendar"));
    assert!(calendar.body.contains("BEGIN:VEVENT"), "{}", calendar.body);
    let agenda = lea.get("/agenda");
    let made = lea.post("/agenda/adresse", &[("jeton", &agenda.token())]);
    let address =
        made.body.split("<code id=\"adresse-flux\">").nth(1).and_then(|after| after.split('<').next());
    let address = address.expect("an address").split_once("/agenda/").expect("a feed").1.to_owned();
    let mut outlook = site.browser();
    let feed = outlook.get(&format!("/agenda/{address}"));
    assert!(feed.status == 200 && feed.body.contains("BEGIN:VEVENT"), "{}", feed.body);
    assert_eq!(outlook.get("/agenda/deviné.ics").status, 404);
    lea.post("/agenda/adresse", &[("jeton", &agenda.token())]);
    assert_eq!(outlook.get(&format!("/agenda/{address}")).status, 404, "a new address ends the old one");
    let meeting = path(&file.replace("/agenda.ics", ""));
    lea.post(&format!("{meeting}/tenu"), &[("jeton", &agenda.token()), ("vers", "/agenda")]);
    assert!(lea.get(&meeting).body.contains("Tenu"));
}

#[test]
fn two_versions_of_a_report_are_shown_in_words_and_a_report_sent_twice_is_one() {
    let site = Site::owned();
    let (mut lea, _, _) = desk(&site);
    let page = lea.get("/fichier");
    let account = page.body.split("href=\"/fiches/").nth(2).and_then(|after| after.split('"').next());
    let form = lea.get(&format!("/visites/nouvelle?fiche={}", account.expect("an account")));
    let sent = fields(&form, "id=\"visite\"");
    let place = form.body.split("action=\"/visites/").nth(1).and_then(|after| after.split('"').next());
    let place = format!("/visites/{}", place.expect("a report"));
    assert!(place.trim_start_matches("/visites/").parse::<Id>().is_ok());
    for _ in 0..2 {
        let saved = send(&mut lea, &place, &sent, &[("needs", "Trois fenêtres")]);
        assert_eq!(saved.status, 303, "{}", saved.body);
    }
    let fiche = lea.get(&format!("/fiches/{}", account.expect("an account"))).body;
    assert_eq!(fiche.matches("<strong>Visite</strong>").count(), 1, "one visit in the journal");
    let shown = lea.get(&place);
    let seen = fields(&shown, "id=\"visite\"");
    assert_eq!(send(&mut lea, &place, &seen, &[("needs", "Quatre fenêtres")]).status, 303);
    let other = send(&mut lea, &place, &seen, &[("needs", "Cinq fenêtres"), ("competitors", "Dupuy")]);
    assert_eq!(other.status, 409);
    for said in ["Deux versions", "Besoins", "Quatre fenêtres", "Cinq fenêtres"] {
        assert!(other.body.contains(said), "{said}: {}", other.body);
    }
    let settled = fields(&other, "class=\"conflict");
    assert_eq!(send(&mut lea, &place, &settled, &[]).status, 303);
    let shown = lea.get(&place).body;
    assert!(
        shown.contains("Cinq fenêtres") && shown.contains("Dupuy"),
        "mine was kept, and the rest put together"
    );
}

#[test]
fn the_next_step_of_two_reports_is_chosen_as_one() {
    let site = Site::owned();
    let (mut lea, _, _) = desk(&site);
    let page = lea.get("/fichier");
    let account = page.body.split("href=\"/fiches/").nth(2).and_then(|after| after.split('"').next());
    let form = lea.get(&format!("/visites/nouvelle?fiche={}", account.expect("an account")));
    let sent = fields(&form, "id=\"visite\"");
    let place = form.body.split("action=\"/visites/").nth(1).and_then(|after| after.split('"').next());
    let place = format!("/visites/{}", place.expect("a report"));
    let code = |field: filon_core::visit::VisitField| field.code();
    let (what, on) =
        (code(filon_core::visit::VisitField::NextWhat), code(filon_core::visit::VisitField::NextOn));
    let day = |days: i64| site.app.today().saturating_add(jiff::Span::new().days(days)).to_string();
    send(&mut lea, &place, &sent, &[("needs", "Deux portes")]);
    let seen = fields(&lea.get(&place), "id=\"visite\"");
    send(&mut lea, &place, &seen, &[(what, "Devis"), (on, &day(7))]);
    let other = send(&mut lea, &place, &seen, &[(what, "Métré"), (on, &day(9))]);
    assert_eq!((other.status, other.body.matches("name=\"suite\"").count()), (409, 2), "{}", other.body);
    let settled = fields(&other, "class=\"conflict");
    let saved = send(&mut lea, &place, &settled, &[("suite", "theirs")]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let shown = lea.get(&place).body;
    assert!(shown.contains("Devis") && shown.contains(&day(7)), "{shown}");
    assert!(!shown.contains("Métré") && !shown.contains(&day(9)), "{shown}");
}

#[test]
fn the_worker_of_the_reports_is_served_for_their_folder_only() {
    let site = Site::owned();
    let mut lea = site.signed_in();
    let worker = lea.get("/visites/veille.js");
    assert_eq!(worker.header("service-worker-allowed"), "/visites");
    assert!(worker.header("content-type").starts_with("text/javascript"));
    assert!(worker.header("content-security-policy").contains("script-src 'self'"));
    let token = lea.get("/visites").token();
    assert_eq!(lea.get("/visites/jeton").body, token);
    assert_eq!(site.browser().get("/visites/jeton").status, 303, "nobody's token");
}

#[test]
fn a_file_for_a_mailing_leaves_out_those_who_opposed() {
    let site = Site::owned();
    let (mut lea, _, _) = desk(&site);
    let page = lea.get("/fichier/envoi?q=&canal=phone");
    assert!(page.body.contains("2 fiches dans le fichier"), "{}", page.body);
    let fiche = lea.get("/fichier").body;
    let account =
        fiche.split("href=\"/fiches/").nth(2).and_then(|after| after.split('"').next()).expect("one");
    let token = page.token();
    lea.post(&format!("/fiches/{account}/evenements"), &[("jeton", &token), ("quoi", "opted_out")]);
    let page = lea.get("/fichier/envoi?q=&canal=phone");
    assert!(page.body.contains("1 fiche dans le fichier"), "{}", page.body);
    let file = lea.get("/fichier/export?q=&canal=phone&format=csv").body;
    assert_eq!(file.contains("Toitures"), !file.contains("Garage"), "{file}");
    let copy = lea.get("/fichier/export?q=&format=csv").body;
    assert!(copy.contains("Toitures") && copy.contains("Garage"), "the plain copy has everybody");
}

#[test]
fn a_follow_up_is_put_off_with_one_button_and_comes_back_with_another() {
    let site = Site::owned();
    let (mut lea, _, list) = desk(&site);
    let sent = fields(&take(&mut lea, &list), "id=\"appel\"");
    let asked = send(&mut lea, &format!("{list}/issue"), &sent, &[("issue", "interested")]);
    send(&mut lea, &format!("{list}/conclusion"), &fields(&asked, "id=\"appel\""), &[]);
    let due = |site: &Site| {
        let far = site.app.today().saturating_add(jiff::Span::new().days(30));
        filon_app::follow_ups::list(&site.app, &Actor::default(), far).expect("follow-ups")
    };
    let planned = due(&site).remove(0);
    let token = lea.get("/agenda").token();
    let (before, jours) = (planned.on.to_string(), "7");
    let moved = lea.post(
        &format!("/relances/{}/report", planned.id),
        &[("jeton", &token), ("vers", "/agenda"), ("avant", &before), ("jours", jours)],
    );
    assert_ne!(due(&site)[0].on, planned.on);
    let page = lea.get(moved.location());
    let undo = page.body.split("action=\"/annulations/").nth(1).and_then(|after| after.split('"').next());
    lea.post(&format!("/annulations/{}", undo.expect("an undo")), &[("jeton", &token), ("vers", "/agenda")]);
    assert_eq!(due(&site)[0].on, planned.on);
    let none = meetings::agenda(&site.app, &Actor::default(), planned.on, planned.on, None).expect("agenda");
    assert!(none.days[0].meetings.is_empty());
}
