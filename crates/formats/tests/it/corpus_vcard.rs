//! Cards of telephones and mail programs.

use filon_formats::Format;

use crate::support::read_fixture;

#[test]
fn every_address_book_is_read() {
    for (name, cards) in [
        ("mangstadt__John_Doe_ANDROID.vcf", 6),
        ("mangstadt__John_Doe_GMAIL.vcf", 1),
        ("mangstadt__John_Doe_LOTUS_NOTES.vcf", 1),
        ("mangstadt__outlook-2007.vcf", 1),
        ("mangstadt__rfc6350-example.vcf", 1),
        ("mangstadt__thunderbird-MoreFunctionsForAddressBook-extension.vcf", 1),
        ("sabre-io__issue153.vcf", 1),
    ] {
        let read = read_fixture(name);
        assert_eq!((read.sniffed.format, read.rows.len()), (Format::Vcard, cards), "{name}");
        assert!(read.problems.is_empty(), "{name}: {:?}", read.problems);
    }
}

#[test]
fn outlook_keeps_its_fields() {
    let read = read_fixture("mangstadt__outlook-2007.vcf");
    let row = &read.texts()[0];
    assert_eq!(
        row[..8],
        [
            "TheCompany",
            "Mr.",
            "Michael",
            "Angstadt",
            "TheJobTitle",
            "mike.angstadt@gmail.com",
            "(111) 555-1111",
            "(111) 555-4444"
        ]
    );
    assert_eq!(
        row[8..14],
        ["222 Broadway", "TheOffice", "99999", "New York", "USA", "http://mikeangstadt.name"]
    );
    assert!(row[14].contains("Fax : (111) 555-3333"), "nothing is lost: {}", row[14]);
}

#[test]
fn version_four_and_quoted_printable() {
    let read = read_fixture("mangstadt__rfc6350-example.vcf");
    let row = &read.texts()[0];
    assert_eq!((row[0], row[2], row[3], row[10]), ("Viagenie", "Simon", "Perreault", "G1V 2M2"));
    let read = read_fixture("mangstadt__John_Doe_ANDROID.vcf");
    assert_eq!(read.texts()[2][3], "Ñ Ñ Ñ Ñ");
}
