//! What every answer carries, and what is refused.

use crate::site::Site;

#[test]
fn every_answer_keeps_the_browser_to_this_site() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let style = lea.get("/aujourdhui");
    let style =
        style.body.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|after| after.split('"').next());
    let style = style.expect("a style sheet").to_owned();
    for path in ["/aujourdhui", "/fichier", "/nulle-part", "/connexion", "/api/v1/contacts", style.as_str()] {
        let reply = lea.get(path);
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert!(!reply.header("cache-control").is_empty(), "{path}");
    }
    assert!(lea.get(&style).header("cache-control").contains("immutable"));
    assert_eq!(lea.get("/aujourdhui").header("cache-control"), "no-store");
}

#[test]
fn session_cookies_are_out_of_reach_of_scripts() {
    let site = Site::example();
    let fields = [("nom", crate::site::OWNER), ("mot", crate::site::PASSWORD)];
    let plain = site.browser().post("/connexion", &fields);
    let cookie = plain.header("set-cookie");
    assert!(
        cookie.starts_with("filon_session=")
            && cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Lax")
    );
    let origin = format!("https://{}", site.address);
    let tls = site.browser().post_with("/connexion", &fields, &[("Origin", &origin)]);
    let cookie = tls.header("set-cookie");
    assert!(cookie.starts_with("__Host-filon_session=") && cookie.contains("Secure"), "{cookie}");
}

#[test]
fn a_form_without_the_token_of_its_session_changes_nothing() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let token = lea.get("/aujourdhui").token();
    assert!(token.len() >= 20);
    let fields = |token| [("jeton", token), ("nom", "Piège"), ("q", "")];
    for wrong in ["", "deviné", &token[1..]] {
        assert_eq!(lea.post("/selections", &fields(wrong)).status, 403);
    }
    let other = site.signed_in().get("/aujourdhui").token();
    assert_eq!(lea.post("/selections", &fields(&other)).status, 403, "another session's token");
    assert!(!lea.get("/selections").body.contains("Piège"));
    assert_eq!(lea.post("/selections", &fields(&token)).status, 303);
    assert!(lea.get("/selections").body.contains("Piège"));
}

#[test]
fn another_site_changes_nothing_even_with_the_token() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let token = lea.get("/aujourdhui").token();
    let fields = [("jeton", token.as_str()), ("nom", "Piège"), ("q", "")];
    let from =
        |lea: &mut crate::client::Browser, header| lea.post_with("/selections", &fields, &[header]).status;
    assert_eq!(from(&mut lea, ("Origin", "https://ailleurs.example")), 403);
    assert_eq!(from(&mut lea, ("Sec-Fetch-Site", "cross-site")), 403);
    assert_eq!(from(&mut lea, ("Origin", "null")), 403);
    assert!(!lea.get("/selections").body.contains("Piège"));
}

#[test]
fn a_file_too_large_is_refused_with_a_sentence() {
    let site = Site::example();
    let mut lea = site.signed_in();
    let token = lea.get("/importer").token();
    let reply = lea.post_file("/importer", &[("jeton", &token)], "grand.csv", &vec![b'a'; 51 * 1024 * 1024]);
    assert!(reply.status == 422 && reply.body.contains("50 Mio"), "{}", reply.status);
}

#[test]
fn programs_come_in_with_a_token_and_no_further_than_it_says() {
    let site = Site::example();
    assert_eq!(site.browser().get("/api/v1/contacts").status, 403);
    let mut lea = site.signed_in();
    let token = lea.get("/reglages").token();
    let page = lea.post("/reglages/jetons", &[("jeton", &token), ("nom", "tableur"), ("droit", "read")]);
    let secret = page.body.split("<code>").nth(1).and_then(|after| after.split('<').next()).expect("token");
    let mut program = site.browser();
    program.headers = vec![("Authorization".to_owned(), format!("Bearer {secret}"))];
    let reply = program.get("/api/v1/stats");
    assert!(reply.status == 200 && reply.body.contains("\"success_rate\""), "{}", reply.body);
    assert_eq!(program.get("/fichier").status, 303, "a token opens the JSON interface only");
    let document = program.get("/api/v1/openapi.json");
    assert!(document.body.contains("/api/v1/contacts"));
    let wrong = program.get("/api/v1/contacts?q=vile%3APau");
    assert!(wrong.status == 400 && wrong.body.contains("\"at\""), "{}", wrong.body);
}
