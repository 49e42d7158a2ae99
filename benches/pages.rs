//! The Fichier page's questions at 100,000 accounts, in process: `cargo bench -p filon-benches --bench pages`.

use filon_app::accounts::{self, ListRequest, Order, Sort};
use filon_app::import::{self, Input, Options};
use filon_app::{Actor, App};
use filon_benches::{ROUNDS, contacts, median, timed};

const ROWS: u32 = 100_000;

fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = contacts(folder.path(), ROWS)?;
    let app = App::open(&folder.path().join("filon.db").display().to_string())?;
    let actor = Actor::default();
    import::run(&app, &actor, Input::Path(&file), &Options::default(), &mut |_, _| {})?;
    let by_name = Order::default();
    let by_city = Order { sort: Sort::City, descending: true };
    for (query, order) in [
        ("", by_name),
        ("ville:Bordeaux naf:43* effectif:>=10 -contacté:<90j stage:suspect", by_name),
        ("dept:33,75 lefevre", by_city),
        ("email:*exemple12.fr", by_name),
    ] {
        let request = ListRequest { query: query.to_owned(), order, offset: 0, limit: 50 };
        let (mut tables, mut facets) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            tables.push(timed(|| Ok(accounts::table(&app, &actor, &request)?))?.0);
            facets.push(timed(|| Ok(accounts::facets(&app, &actor, query)?))?.0);
        }
        println!("{query:?}: rows and count {:.1?}, panel {:.1?}", median(&mut tables), median(&mut facets));
    }
    Ok(())
}
