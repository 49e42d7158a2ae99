//! The first owner, sign-in and out, guesses.

use crate::site::{OWNER, PASSWORD, Site};

#[test]
fn an_empty_base_asks_for_its_first_owner_and_lets_nobody_in_without_the_key() {
    let site = Site::new();
    let mut lea = site.browser();
    assert_eq!(lea.get("/aujourdhui").location(), "/premier-pas");
    assert_eq!(lea.get("/connexion").location(), "/premier-pas");
    let fields = [("cle", "devinée"), ("nom", OWNER), ("mot", PASSWORD)];
    let refused = lea.post("/premier-pas", &fields);
    assert!(refused.status >= 400 && refused.body.contains("role=\"alert\""), "{}", refused.status);
    assert!(refused.body.contains("value=\"Léa\""), "what was typed is shown again");
    let made = lea.post("/premier-pas", &[("cle", &site.secret), ("nom", OWNER), ("mot", PASSWORD)]);
    assert_eq!((made.status, made.location()), (303, "/aujourdhui"), "{}", made.body);
    assert_eq!(lea.get("/aujourdhui").status, 200);
    let again =
        site.browser().post("/premier-pas", &[("cle", &site.secret), ("nom", "Paul"), ("mot", PASSWORD)]);
    assert!(again.status >= 400, "the door is closed behind the first owner: {}", again.status);
}

#[test]
fn a_hundred_first_owners_at_once_make_one() {
    let site = Site::new();
    let made: usize = std::thread::scope(|scope| {
        let one = |at: usize| {
            let (mut browser, secret, name) = (site.browser(), site.secret.clone(), format!("U{at}"));
            scope.spawn(move || {
                let fields = [("cle", secret.as_str()), ("nom", name.as_str()), ("mot", PASSWORD)];
                usize::from(browser.post("/premier-pas", &fields).status == 303)
            })
        };
        let all: Vec<_> = (0..100).map(one).collect();
        all.into_iter().map(|thread| thread.join().expect("thread")).sum()
    });
    assert_eq!(made, 1);
}

#[test]
fn a_session_begins_with_the_password_and_ends_with_the_door() {
    let site = Site::example();
    let mut lea = site.browser();
    assert_eq!(
        lea.get("/fichier?q=ville%3APau").location(),
        "/connexion?vers=%2Ffichier%3Fq%3Dville%253APau"
    );
    let fields = [("nom", OWNER), ("mot", PASSWORD), ("vers", "/fichier?q=ville%3APau")];
    assert_eq!(lea.post("/connexion", &fields).location(), "/fichier?q=ville%3APau");
    let kept = lea.cookies.clone();
    let token = lea.get("/aujourdhui").token();
    let left = lea.post("/deconnexion", &[("jeton", &token)]);
    assert_eq!((left.status, lea.cookies.is_empty()), (303, true));
    lea.cookies = kept;
    assert_eq!(lea.get("/aujourdhui").status, 303, "the old cookie opens nothing");
}

#[test]
fn the_way_back_never_leaves_this_site() {
    let site = Site::example();
    for elsewhere in ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example", "fichier"] {
        let fields = [("nom", OWNER), ("mot", PASSWORD), ("vers", elsewhere)];
        assert_eq!(site.browser().post("/connexion", &fields).location(), "/aujourdhui", "{elsewhere}");
    }
}

#[test]
fn guesses_are_slowed_and_the_message_does_not_say_what_was_wrong() {
    let site = Site::example();
    let guess =
        |name: &str| site.browser().post("/connexion", &[("nom", name), ("mot", "un mot de passe faux")]);
    let (known, unknown) = (guess(OWNER), guess("Personne"));
    assert_eq!((known.status, unknown.status), (403, 403));
    let alert = |body: &str| {
        body.split("role=\"alert\">").nth(1).map(|after| after.split('<').next().map(str::to_owned))
    };
    assert_eq!(alert(&known.body), alert(&unknown.body));
    let tried = (0..20).map(|_| guess(OWNER).status).collect::<Vec<_>>();
    assert_eq!(tried.last(), Some(&429), "{tried:?}");
    site.wait(3600);
    assert_eq!(site.browser().post("/connexion", &[("nom", OWNER), ("mot", PASSWORD)]).status, 303);
}

#[test]
fn a_session_that_ended_sends_the_whole_page_to_the_door() {
    let site = Site::example();
    let part = site.browser().send("GET", "/fichier?q=a", &[("HX-Request", "true")], "", b"");
    assert_eq!((part.status, part.location()), (204, ""));
    assert!(part.header("hx-redirect").starts_with("/connexion"));
}
