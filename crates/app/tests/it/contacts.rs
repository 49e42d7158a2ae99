//! The selection, its places and its mistakes.

use filon_app::{ErrorKind, accounts, segments};

use crate::app_test;

app_test!(a_query_that_cannot_be_read_says_where_and_what_was_meant, |world| {
    let error = accounts::count(&world.app, &world.me, "ville:Lyon vile:Paris").unwrap_err();
    assert_eq!(
        (error.kind, error.at, error.nearest.as_deref()),
        (ErrorKind::Usage, Some((11, 4)), Some("ville"))
    );
    assert!(error.message.contains("colonne 12"), "{}", error.message);
});

app_test!(a_saved_selection_is_read_anew_each_time, |world| {
    segments::save(&world.app, &world.me, "Lyonnais", "ville:Lyon").unwrap();
    world.import("p.csv", "Société;Ville\nAlpha;Lyon\nBeta;Paris\n");
    let all = segments::list(&world.app, &world.me).unwrap();
    assert_eq!((all[0].name.as_str(), all[0].count), ("Lyonnais", 1));
    segments::delete(&world.app, &world.me, "lyonnais").unwrap();
    assert_eq!(segments::delete(&world.app, &world.me, "lyonnais").unwrap_err().kind, ErrorKind::NotFound);
});

app_test!(a_page_of_the_list_is_sorted_and_counted, |world| {
    world.import("p.csv", "Société;Ville;Nom;Téléphone\nZoé;Lyon;Roux;0556000001\nAlpha;Paris;;\n");
    let request = accounts::ListRequest { limit: 1, ..accounts::ListRequest::default() };
    let table = accounts::table(&world.app, &world.me, &request).unwrap();
    assert_eq!((table.count, table.rows.len(), table.rows[0].name.as_str()), (2, 1, "Alpha"));
    let order = accounts::Order { sort: accounts::Sort::Name, descending: true };
    let table = accounts::table(&world.app, &world.me, &accounts::ListRequest { order, ..request }).unwrap();
    assert_eq!((table.rows[0].person.as_str(), table.rows[0].phone.as_str()), ("Roux", "+33556000001"));
});
