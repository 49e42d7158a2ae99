//! Where the column names are.

use crate::support::read_bytes;

fn found(text: &str) -> (usize, Vec<String>) {
    let read = read_bytes("table.csv", text);
    (read.sniffed.header_row, read.sniffed.headers)
}

#[test]
fn titles_and_blank_lines_stand_above() {
    let text = "Liste des prospects;;;\nÉditée le 12/03/2026;;;\n\nSociété;Nom;E-mail;Ville\nSARL Roc;Petit;a@roc.fr;Pau\n";
    assert_eq!(found(text), (4, ["Société", "Nom", "E-mail", "Ville"].map(String::from).into()));
    let text = "Clients;2026;;\nSociété;Nom;E-mail;Ville\nSARL Roc;;;Pau\nSAS Bel;;;Dax\n";
    assert_eq!(found(text).0, 2);
}

#[test]
fn a_file_without_header_has_letters() {
    let text = "SARL Roc;Petit;a@roc.fr;33000\nSAS Bel;Roux;b@bel.fr;40100\n";
    assert_eq!(found(text), (0, ["A", "B", "C", "D"].map(String::from).into()));
    assert_eq!(read_bytes("t.csv", text).numbers(), [1, 2]);
    assert_eq!(found("a@roc.fr\nb@bel.fr\n"), (0, vec!["A".into()]));
    assert_eq!(found("Paris;oui\nLyon;non\nParis;oui\n").0, 0);
}

#[test]
fn one_column_is_a_table_too() {
    let read = read_bytes("mails.csv", "email\na@roc.fr\nb@bel.fr\n");
    assert_eq!((read.sniffed.header_row, read.sniffed.separator), (1, None));
    assert_eq!(read.texts(), [["a@roc.fr"], ["b@bel.fr"]]);
}

#[test]
fn a_header_over_two_lines_of_a_cell_reads_on_one() {
    let text = "Nom;\"Code\npostal\";Ville\nPetit;33000;Bordeaux\n";
    assert_eq!(found(text), (1, ["Nom", "Code postal", "Ville"].map(String::from).into()));
    assert_eq!(read_bytes("t.csv", text).numbers(), [2]);
}

#[test]
fn empty_and_repeated_names_are_told_apart() {
    let text = "Nom;;Téléphone;Téléphone\nPetit;x;0556000000;0612345678\n";
    let names = ["Nom", "B", "Téléphone", "Téléphone (2)"].map(String::from);
    assert_eq!(found(text), (1, names.into()));
}

#[test]
fn groups_above_the_names_are_not_the_header() {
    let text = "Entreprise;;Personne;\nSociété;Ville;Nom;Prénom\nRoc;Pau;Petit;Léa\nBel;Dax;Roux;Luc\n";
    assert_eq!(found(text).0, 2);
}

#[test]
fn columns_that_all_rows_fill_but_nobody_named_are_kept() {
    let text = "Nom;Ville\nPetit;Pau;client\nRoux;Dax;suspect\n";
    let read = read_bytes("t.csv", text);
    assert_eq!(read.sniffed.headers, ["Nom", "Ville", "C"]);
    assert!(read.problems.is_empty());
}

#[test]
fn years_may_head_columns() {
    let text = "Client;2023;2024;2025\nRoc;1200;1300;900\nBel;10;20;30\n";
    assert_eq!(found(text).0, 1);
}

#[test]
fn the_separator_is_not_confused_by_commas_in_cells() {
    let text = "societe;adresse;montant\nRoc;3, rue du Four, Pau;1,5\nBel;4, rue Foch, Dax;2,5\n";
    assert_eq!(read_bytes("t.csv", text).sniffed.separator, Some(';'));
    for separator in [';', ',', '\t', '|'] {
        let text = "nom;ville;mail\nPetit;Pau;a@b.fr\nRoux;Dax;c@d.fr\n".replace(';', &separator.to_string());
        let read = read_bytes("t.csv", text);
        assert_eq!(read.sniffed.separator, Some(separator));
        assert_eq!(read.sniffed.format.to_string(), if separator == '\t' { "tsv" } else { "csv" });
        assert_eq!(read.texts()[1], ["Roux", "Dax", "c@d.fr"]);
    }
}

#[test]
fn the_directive_of_excel_is_obeyed() {
    let read = read_bytes("t.csv", "sep=|\r\nnom|ville, pays\r\nPetit|Pau, France\r\n");
    assert_eq!(read.sniffed.separator, Some('|'));
    assert_eq!(read.rows, [(2, vec!["Petit".to_owned(), "Pau, France".into()])]);
}

#[test]
fn rows_that_end_at_their_last_filled_cell() {
    let read = read_bytes("t.csv", "societe;ville;email\nRoc\nBel\nNor;Pau\nSol\n");
    assert_eq!(read.sniffed.separator, Some(';'));
    assert_eq!(read.texts()[0], ["Roc", "", ""]);
}

#[test]
fn a_header_alone_is_a_table_without_rows() {
    let read = read_bytes("t.csv", "societe;ville;email\n");
    assert_eq!((read.sniffed.header_row, read.rows.len()), (1, 0));
}
