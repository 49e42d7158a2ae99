//! Row numbers, and what is wrong with single rows.

use filon_formats::{CellKind, Message};

use crate::support::read_bytes;

#[test]
fn blank_lines_count_and_quoted_line_ends_do_not() {
    let text = "nom;note\nPetit;\"deux\nlignes\"\n\n;\nRoux;\"a\r\nb\"\n\nNoël;c";
    let read = read_bytes("t.csv", text);
    assert_eq!(read.numbers(), [2, 5, 7]);
    assert_eq!(read.texts()[0][1], "deux\nlignes");
}

#[test]
fn short_rows_are_filled_and_long_ones_told() {
    let read = read_bytes(
        "t.csv",
        "nom;ville;pays\nPetit\nRoux;Dax;France;perdu ?;;encore\nNoël;Pau;France;;\nA;B;C\n",
    );
    assert_eq!(read.texts()[0], ["Petit", "", ""]);
    assert_eq!(read.kinds[0], [CellKind::Text, CellKind::Empty, CellKind::Empty]);
    assert_eq!(read.problems.len(), 1);
    assert_eq!((read.problems[0].row, read.problems[0].value.as_str()), (3, "perdu ? | encore"));
    assert_eq!(read.problems[0].message, Message::ExtraCells { expected: 3, found: 5 });
}

#[test]
fn a_quote_never_closed_costs_one_row() {
    let read = read_bytes("t.csv", "nom;ville\nPetit;Pau\n\"Roux;Dax\nNoël;Lens\nBlanc;Metz\n");
    assert_eq!(read.numbers(), [2, 3, 4, 5]);
    assert_eq!(read.texts()[1], ["\"Roux", "Dax"]);
    assert_eq!((read.problems[0].row, &read.problems[0].message), (3, &Message::UnclosedQuote));
    assert!(!read.problems[0].message.row_is_lost());
}

#[test]
fn a_quote_never_closed_costs_one_row_in_a_long_file_too() {
    let mut text = "nom;ville\n\"Roux;Dax\n".to_owned();
    while text.len() < 3 << 20 {
        text.push_str("Petit;Pau\n");
    }
    let read = read_bytes("t.csv", text.clone());
    assert_eq!(read.rows.len(), text.lines().count() - 1);
    assert_eq!(read.problems.len(), 1);
}

#[test]
fn quotes_inside_a_cell_are_characters() {
    let read = read_bytes("t.csv", "nom;note\nJean \"Jeannot\" Roux;\"il dit \"\"oui\"\"\"\n");
    assert_eq!(read.texts()[0], ["Jean \"Jeannot\" Roux", "il dit \"oui\""]);
}

#[test]
fn a_line_without_end_is_skipped_and_told() {
    let text = format!("nom;ville\nPetit;Pau\n{}\nRoux;Dax\n", "x".repeat(2 << 20));
    let read = read_bytes("t.csv", text);
    assert_eq!(read.numbers(), [2, 4]);
    assert!(read.problems[0].message.row_is_lost());
    assert_eq!(read.problems[0].row, 3);
}

#[test]
fn a_cell_too_long_is_cut_and_told() {
    let text = format!("nom;note\nPetit;\"{}\"\n", "é".repeat(40_000));
    let read = read_bytes("t.csv", text);
    assert_eq!(read.rows[0].1[1].chars().count(), 32_767);
    assert_eq!(read.problems[0].column.as_deref(), Some("note"));
    assert_eq!(read.problems[0].message, Message::CellCut { limit: 32_767 });
}

#[test]
fn zeros_are_left_out() {
    let mut text = "nom;ville\nPet\0it;Pau\n".to_owned();
    text.push_str(&"Roux;Dax\n".repeat(50));
    assert_eq!(read_bytes("t.csv", text).texts()[0], ["Petit", "Pau"]);
}

#[test]
fn the_protecting_apostrophe_is_taken_off() {
    let read = read_bytes("t.csv", "nom;note\nPetit;'=1+1\nRoux;'@SUM(A1)\nNoël;l'été\nD'Arc;'quoted'\n");
    let notes: Vec<&str> = read.texts().iter().map(|r| r[1]).collect();
    assert_eq!(notes, ["=1+1", "@SUM(A1)", "l'été", "'quoted'"]);
}

#[test]
fn problems_are_counted_beyond_those_listed() {
    let mut text = "nom;ville\n".to_owned();
    text.push_str(&"a;b\n".repeat(200));
    text.push_str(&"a;b;c\n".repeat(12_000));
    let read = read_bytes("t.csv", text);
    assert_eq!(read.rows.len(), 12_200);
    assert_eq!(read.problems.len(), 10_001);
    assert_eq!(read.problems.last().unwrap().message, Message::More { count: 2_000 });
}

#[test]
fn reading_twice_gives_the_same_and_stopping_stops() {
    let mut file = filon_formats::TableFile::from_bytes("t.csv", b"nom;ville\na;b\nc;d\n".to_vec()).unwrap();
    for _ in 0..2 {
        let mut count = 0;
        file.rows(&mut |row| {
            count += 1;
            assert!(row.progress <= 18);
            std::ops::ControlFlow::Break(())
        })
        .unwrap();
        assert_eq!(count, 1);
    }
    assert_eq!(file.size_hint(), 18);
}
