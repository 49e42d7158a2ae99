//! Cards as people's telephones write them.

use filon_formats::Message;

use crate::support::read_bytes;

fn row(card: &str) -> Vec<String> {
    let text = format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n");
    read_bytes("c.vcf", text).rows.remove(0).1
}

#[test]
fn groups_folds_and_escapes() {
    let row = row(
        "N:Petit;Léa;;Mme;\r\nFN:Léa Petit\r\nitem1.EMAIL;type=INTERNET:lea@\r\n  roc.fr\r\nORG:Roc\\, Fils & Cie;\r\nNOTE:un\\ndeux\\;trois",
    );
    assert_eq!(row[..4], ["Roc, Fils & Cie", "Mme", "Léa", "Petit"]);
    assert_eq!(row[5], "lea@ roc.fr");
    assert_eq!(row[14], "un\ndeux;trois");
}

#[test]
fn telephones_find_their_column() {
    let row = row(
        "N:Petit;Léa;;;\r\nTEL;TYPE=WORK,VOICE:05 56 00 00 00\r\nTEL;TYPE=CELL:06 12 34 56 78\r\nTEL;TYPE=HOME:05 57 00 00 00\r\nTEL;TYPE=FAX:05 58 00 00 00",
    );
    assert_eq!(row[6..8], ["05 56 00 00 00", "06 12 34 56 78"]);
    assert_eq!(row[14], "Fax : 05 58 00 00 00\nAutre téléphone : 05 57 00 00 00");
    let row = self::row("N:Petit;Léa;;;\r\nTEL:+33 6 12 34 56 78\r\nTEL;PREF=1;VALUE=uri:tel:+33556000000");
    assert_eq!(row[6..8], ["+33556000000", "+33 6 12 34 56 78"]);
}

#[test]
fn a_company_without_person() {
    let row = row("FN:SARL Roc\r\nORG:SARL Roc\r\nN:;;;;");
    assert_eq!((row[0].as_str(), row[3].as_str()), ("SARL Roc", ""));
    let row = self::row("FN:SARL Roc\r\nKIND:org");
    assert_eq!((row[0].as_str(), row[3].as_str()), ("SARL Roc", ""));
    let row = self::row("FN:Léa Petit");
    assert_eq!((row[0].as_str(), row[3].as_str()), ("", "Léa Petit"));
}

#[test]
fn old_charsets_are_read() {
    let mut bytes =
        b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;Ga=EBlle\n"
            .to_vec();
    bytes.extend_from_slice(b"ORG:Caf\xe9 Roc\nADR;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;3 rue de l'=C3=89=\ncole;Pau;;64000;France\nEND:VCARD\n");
    let row = read_bytes("c.vcf", bytes).rows.remove(0).1;
    assert_eq!(row[..4], ["Café Roc", "", "Gaëlle", "Lefèvre"]);
    assert_eq!(row[8..13], ["3 rue de l'École", "", "64000", "Pau", "France"]);
}

#[test]
fn unfinished_cards_are_kept_and_told() {
    let read = read_bytes("c.vcf", "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\n");
    let names: Vec<&str> = read.texts().iter().map(|r| r[3]).collect();
    assert_eq!(names, ["A", "B", "C"]);
    assert_eq!(read.numbers(), [1, 2, 3]);
    let told: Vec<usize> = read.problems.iter().map(|p| p.row).collect();
    assert_eq!(told, [1, 3]);
    assert_eq!(read.problems[0].message, Message::UnfinishedCard);
}

#[test]
fn a_card_inside_a_card_is_not_another_person() {
    let read =
        read_bytes("c.vcf", "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTITLE:t\nEND:VCARD\n");
    assert_eq!(read.rows.len(), 1);
    assert_eq!((read.texts()[0][3], read.texts()[0][4]), ("A", "t"));
}
