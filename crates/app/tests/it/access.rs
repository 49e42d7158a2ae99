//! Who may come in.

use std::thread;

use filon_app::users::{self, Role};
use filon_app::{Actor, ErrorKind, Language};

use crate::app_test;
use crate::world::World;

const PASSWORD: &str = "quatre mots au hasard";

fn owner(world: &World) -> Actor {
    let secret = users::setup_secret(&world.app).unwrap();
    let id = users::create_owner(&world.app, &world.me, &secret, "Léa Martin", None, PASSWORD).unwrap();
    Actor { user: Some(id), language: Language::Fr }
}

app_test!(one_owner_is_made_of_a_hundred_at_once, |world| {
    assert!(users::is_first_start(&world.app).unwrap());
    let secret = users::setup_secret(&world.app).unwrap();
    let made: usize = thread::scope(|scope| {
        let post = |n: usize| {
            let (app, secret) = (world.app.clone(), secret.clone());
            scope.spawn(move || {
                let name = format!("Personne {n}");
                users::create_owner(&app, &Actor::default(), &secret, &name, None, PASSWORD).is_ok()
            })
        };
        let posts: Vec<_> = (0..100).map(post).collect();
        posts.into_iter().map(|post| usize::from(post.join().unwrap())).sum()
    });
    assert_eq!((made, users::list(&world.app, &world.me).unwrap().len()), (1, 1));
    let late = users::setup_secret(&world.app).unwrap();
    let refused = users::create_owner(&world.app, &world.me, &late, "Tard Venu", None, PASSWORD).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Conflict);
});

app_test!(a_session_begins_with_the_password_and_ends_with_the_logout, |world| {
    let me = owner(world);
    let login = |name: &str, password: &str| users::login(&world.app, &world.me, name, password, "192.0.2.7");
    assert_eq!(login("Léa Martin", "un autre mot de passe").unwrap_err().kind, ErrorKind::Forbidden);
    assert_eq!(login("Personne", PASSWORD).unwrap_err().kind, ErrorKind::Forbidden);
    let session = login("lea martin", PASSWORD).unwrap();
    let who = users::session(&world.app, &session.token).unwrap().unwrap();
    assert_eq!((who.user, who.role, who.csrf), (me.user.unwrap(), Role::Owner, session.csrf));
    users::set_language(&world.app, &me, Language::En).unwrap();
    assert_eq!(users::session(&world.app, &session.token).unwrap().unwrap().language, Language::En);
    users::logout(&world.app, &session.token).unwrap();
    assert_eq!(users::session(&world.app, &session.token).unwrap(), None);
});

app_test!(guessing_is_slowed_and_the_owner_is_never_locked_out_for_good, |world| {
    owner(world);
    let login =
        |password: &str, address: &str| users::login(&world.app, &world.me, "Léa Martin", password, address);
    let kinds: Vec<ErrorKind> =
        (0..7).map(|n| login("faux", &format!("198.51.{n}.1")).unwrap_err().kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == ErrorKind::Forbidden).count(), 5);
    assert_eq!(kinds[6], ErrorKind::Busy);
    world.wait(16);
    assert!(login(PASSWORD, "203.0.113.9").is_ok());
});

app_test!(a_person_is_added_by_an_owner_only_and_a_token_by_its_scope, |world| {
    let me = owner(world);
    let new = users::add(&world.app, &me, "Hugo", Role::Sales).unwrap();
    let hugo = Actor { user: Some(new.id), ..me };
    assert_eq!(users::add(&world.app, &hugo, "Zoé", Role::Owner).unwrap_err().kind, ErrorKind::Forbidden);
    assert!(users::login(&world.app, &me, "Hugo", &new.password, "::1").is_ok());
    assert!(users::change_password(&world.app, &hugo, &new.password, "court").is_err());
    users::change_password(&world.app, &hugo, &new.password, PASSWORD).unwrap();
    assert_eq!(
        users::set_role(&world.app, &me, me.user.unwrap(), Role::Sales).unwrap_err().kind,
        ErrorKind::Refused
    );

    let token = users::new_token(&world.app, &hugo, "caisse", "write").unwrap();
    let (who, may_write) = users::verify_token(&world.app, &token.token).unwrap().unwrap();
    assert_eq!((who.user, may_write), (new.id, true));
    users::set_role(&world.app, &me, new.id, Role::Reader).unwrap();
    assert!(
        !users::verify_token(&world.app, &token.token).unwrap().unwrap().1,
        "a token is never more than its holder"
    );
    users::revoke_token(&world.app, &hugo, token.id).unwrap();
    assert_eq!(users::verify_token(&world.app, &token.token).unwrap(), None);
});
