use crate::support::*;
#[test]
fn dump() {
    let mut names: Vec<_> = std::fs::read_dir(fixture(""))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for n in names {
        if n.ends_with(".json") || n.ends_with(".md") || n == "tafia__date.xls" || n.contains("empty_sheet") {
            continue;
        }
        match filon_formats::TableFile::open(&fixture(&n)) {
            Err(e) => println!("== {n}: ERR {e}"),
            Ok(f) => {
                let r = collect(f);
                println!(
                    "== {n}: {:?} rows {} problems {:?}",
                    r.sniffed,
                    r.rows.len(),
                    r.problems.iter().take(3).collect::<Vec<_>>()
                );
                for (i, row) in r.rows.iter().take(3) {
                    println!("   {i} {row:?}");
                }
                println!("   {:?}", r.kinds.first());
            }
        }
    }
}
