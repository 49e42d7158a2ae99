//! The Fichier page's questions at 100,000 accounts, in process: `cargo bench -p filon-benches --bench pages`. The
//! variable `FILON_BENCH_CONTACTS` names another file to fill the base with.

use filon_app::accounts::{self, ListRequest, Order, Sort};
use filon_app::import::{self, Input, Options};
use filon_app::{Actor, App};
use filon_benches::{ROUNDS, given_or_made, median, timed};

const ROWS: u32 = 100_000;

fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = given_or_made(folder.path(), ROWS)?;
    let app = App::open(&folder.path().join("filon.db").display().to_string())?;
    let actor = Actor::default();
    import::run(&app, &actor, Input::Path(&file), &Options::default(), &mut |_, _| {})?;
    let by_name = Order::default();
    let by = |sort| Order { sort, descending: true };
    for (query, order, offset) in [
        ("", by_name, 0),
        ("", by_name, 50_000),
        ("", by(Sort::City), 0),
        ("", by(Sort::City), 50_000),
        ("", by(Sort::Stage), 0),
        ("", by(Sort::LastContact), 0),
        ("", by(Sort::Created), 0),
        ("", by(Sort::Naf), 0),
        ("", by(Sort::Revenue), 0),
        ("ville:Bordeaux naf:43* effectif:>=10 -contacté:<90j stage:suspect", by_name, 0),
        ("ville:Bordeaux", by_name, 0),
        ("dept:33", by_name, 0),
        ("naf:43*", by_name, 0),
        ("étape:client", by_name, 0),
        ("dept:33,75 lefevre", by(Sort::City), 0),
        ("lefevre", by_name, 0),
        ("xyzzy", by_name, 0),
        ("email:*exemple12.fr", by_name, 0),
        ("siret:123*", by_name, 0),
        ("consentement:email", by_name, 0),
    ] {
        let request = ListRequest { query: query.to_owned(), order, offset, limit: 50 };
        let (mut tables, mut facets) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            tables.push(timed(|| Ok(accounts::table(&app, &actor, &request)?))?.0);
            facets.push(timed(|| Ok(accounts::facets(&app, &actor, query)?))?.0);
        }
        let (table, facets) = (median(&mut tables), median(&mut facets));
        println!(
            "{query:?} by {} from {offset}: rows and count {table:.1?}, panel {facets:.1?}",
            order.sort.code()
        );
    }
    Ok(())
}
