//! Fields of Word: the traps of MAILMERGE A15, one by one.
use super::build::*;
use super::read::text_of;

#[test]
fn a_code_cut_over_runs_in_the_name_and_in_quotes() {
    let run = |c: &str| format!("<w:r><w:instrText xml:space=\"preserve\">{c}</w:instrText></w:r>");
    let code = [" MERGE", "FIELD \"Ra", "", "ison so", "ciale\" \\* Up", "per \\b \"— ", "\" "]
        .map(run)
        .join("<w:proofErr w:type=\"spellStart\"/>");
    let field = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{code}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    );
    assert_eq!(said(&field, "Raison sociale", "Élan"), "— ÉLAN");
}

#[test]
fn a_nested_value_is_never_pasted_as_text() {
    let test = f(r#" IF {MERGEFIELD a} = "" "vide" "dit {MERGEFIELD a}" "#);
    assert_eq!(said(&test, "a", ""), "vide");
    assert_eq!(said(&test, "a", r#"un "mot" \* Upper"#), r#"dit un "mot" \* Upper"#);
    assert_eq!(said(&f(r#"IF {MERGEFIELD a}="deux mots" "oui" "non""#), "a", "deux mots"), "oui");
}

#[test]
fn case_switches_compose_and_leave_the_rest() {
    assert_eq!(said(&f(r"MERGEFIELD n \* Caps"), "n", "thIs is"), "ThIs Is");
    assert_eq!(said(&f(r"MERGEFIELD n \* Lower \* Caps"), "n", "JEAN-PIERRE DUPONT"), "Jean-Pierre Dupont");
    assert_eq!(said(&f(r"MERGEFIELD n \*FirstCap"), "n", "écoLE"), "ÉcoLE");
}

#[test]
fn dates_and_numbers_print_in_french() {
    assert_eq!(
        said(&f(r#"MERGEFIELD d \@ "dddd d MMMM yyyy" \* FirstCap"#), "d", "03/03/2025"),
        "Lundi 3 mars 2025"
    );
    assert_eq!(said(&f(r#"MERGEFIELD d \@ "HH:mm""#), "d", "03/04/2025 14:30"), "14:30");
    assert_eq!(said(&f(r#"MERGEFIELD d \@ "d MMMM yyyy""#), "d", "bientôt"), "bientôt");
    assert_eq!(said(&f(r##"MERGEFIELD p \# "# ##0,00 €""##), "p", "1234,5"), "1\u{202F}234,50 €");
    assert_eq!(said(&f(r"MERGEFIELD p \# # ##0,00 €"), "p", "12345,5"), "12\u{202F}345,50 €");
    assert_eq!(said(&f(r##"MERGEFIELD p \# "#,##0.00""##), "p", "1234.5"), "1\u{202F}234,50");
    assert_eq!(said(&f(r##"MERGEFIELD p \# "0""##), "p", "n. d."), "n. d.");
    assert_eq!(said(&f(r#"DATE \@ "d MMMM yyyy""#), "p", "x"), "3 mars 2025");
    assert_eq!(said(&f("TIME"), "p", "x"), "09:05");
}

#[test]
fn the_language_of_the_run_decides() {
    let code = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:instrText>MERGEFIELD d \\@ \"d MMMM yyyy\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    assert_eq!(said(code, "d", "2025-04-03"), "3 April 2025");
}

#[test]
fn if_compares_numbers_words_case_and_wildcards() {
    let yes = |test: &str, value: &str| said(&f(&format!("IF {test} \"oui\" \"non\"")), "v", value);
    assert_eq!(yes(r#"{MERGEFIELD v} > 9"#, "10"), "oui");
    assert_eq!(yes(r#"{MERGEFIELD v} = "m.""#, "M."), "non");
    assert_eq!(yes(r#"{MERGEFIELD v} = "75*""#, "75008"), "oui");
    assert_eq!(yes(r#"75008 = "{MERGEFIELD v}""#, "75*"), "oui");
    assert_eq!(yes(r#""{MERGEFIELD v}" = 75008"#, "75*"), "non");
    assert_eq!(yes(r#"{MERGEFIELD v}<>"""#, ""), "non");
    assert_eq!(said(&f(r#"IF {MERGEFIELD v} = "a" "seul""#), "v", "b"), "");
}

#[test]
fn branches_keep_runs_paragraphs_and_nested_conditions() {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let code = |c: &str| format!("<w:r><w:instrText xml:space=\"preserve\">{c}</w:instrText></w:r>");
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:instrText>gras</w:instrText></w:r>";
    let body = p(&format!(
        "{}{begin}{}{}{} \"{}{bold}",
        t("A "),
        code(" IF "),
        f("MERGEFIELD v"),
        code(" = \"1\""),
        code(" \"un ")
    ))
    .replace(" \"<w:r>", "<w:r>")
        + &p(&format!("{}{end}{}", code("deux\" \"autre\" "), t(" Z")));
    let docs = each(&docx(&body), "v", &["1", "2"]);
    assert_eq!(docs[0].text(), "A un gras\ndeux Z\n");
    assert!(docs[0].main().contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">gras</w:t>"));
    assert_eq!(docs[1].text(), "A autre Z\n");
    let nested = f(r#"IF {MERGEFIELD v} = "1" "Madame" "{IF {MERGEFIELD v} = "2" "Monsieur" "Bonjour"}""#);
    for (value, want) in [("1", "Madame"), ("2", "Monsieur"), ("3", "Bonjour")] {
        assert_eq!(said(&nested, "v", value), want);
    }
}

#[test]
fn only_lines_that_held_nothing_but_fields_vanish() {
    let line = |name: &str| p(&f(&format!("MERGEFIELD {name}")));
    let mixed = p(&format!("{}{}", f("MERGEFIELD b"), t(",")));
    let two = p(&format!("{}{}{}", f("MERGEFIELD a"), t(" "), f("MERGEFIELD b")));
    let cell = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", line("b"), line("b"));
    let section = format!("<w:p><w:pPr><w:sectPr/></w:pPr>{}</w:p>", f("MERGEFIELD b"));
    let body = format!("{}{}{mixed}{two}{}{cell}{section}{}", line("a"), line("b"), p(""), line("b"));
    let text = each(&docx(&body), "a|b", &["x|"])[0].text();
    assert_eq!(text, "x\n,\nx \n\n\n\n\n");
    assert_eq!(each(&docx(&(line("b") + &line("a"))), "a|b", &["|"])[0].text(), "\n");
    let settings =
        format!("<w:settings {NS}><w:mailMerge><w:doNotSuppressBlankLines/></w:mailMerge></w:settings>");
    let kept = docx_with(&(line("b") + &line("a")), &[("settings.xml", "settings", &settings)]);
    assert_eq!(each(&kept, "a|b", &["x|"])[0].text(), "\nx\n");
}

#[test]
fn next_takes_records_and_never_repeats_the_last() {
    let cell = |next: &str| p(&format!("{next}{}", f("MERGEFIELD n")));
    let body = cell("") + &cell(&f("NEXT")) + &cell(&f("NEXT")) + &p(&t("fin"));
    let (doc, merged) = one(&docx(&body), "n", &["1", "2", "3", "4"]);
    assert_eq!(merged.letters, 2);
    assert_eq!(doc.text(), "1\n2\n3\nfin\n4\nfin\n");
    assert!(!doc.main().contains("NEXT"));
    let nextif = p(&(f("MERGEFIELD n") + &f(r#"NEXTIF {MERGEFIELD n} = "1""#) + &f("MERGEFIELD n")));
    let docs = each(&docx(&nextif), "n", &["1", "2", "3"]);
    assert_eq!(docs.iter().map(|d| d.text()).collect::<String>(), "12\n33\n");
}

#[test]
fn mergerec_counts_records_and_mergeseq_letters() {
    let body = p(&(f(r#"SKIPIF {MERGEFIELD n} = "x""#)
        + &f("MERGEFIELD n")
        + &t(":")
        + &f("MERGEREC")
        + &t("/")
        + &f("MERGESEQ")));
    let (doc, merged) = one(&docx(&body), "n", &["a", "x", "b"]);
    assert_eq!(doc.text(), "a:1/1\nb:3/2\n");
    assert_eq!(merged.letters, 2);
}

#[test]
fn set_ref_formula_quote_compare() {
    let set = f(r#"SET total "{MERGEFIELD p}""#);
    assert_eq!(said(&(set.clone() + &f(r##"= {REF total} * 1,2 \# "0,00""##)), "p", "10,5"), "12,60");
    assert_eq!(said(&(set.clone() + &f("total") + &f(r"REF total \* Upper")), "p", "ab"), "abAB");
    assert_eq!(said(&f("= MAX(1;{MERGEFIELD p};3) + (2-1)^2"), "p", "7"), "8");
    assert_eq!(said(&f("= {MERGEFIELD p} / 0"), "p", "7"), "");
    // The sum of a column is left to Word.
    let sum = each(&docx(&p(&f("=SUM(ABOVE)"))), "p", &["7"]).remove(0);
    assert!(sum.main().contains("=SUM(ABOVE)"));
    assert_eq!(said(&f(r#"QUOTE "a {MERGEFIELD p}" \* Upper"#), "p", "b"), "A B");
    assert_eq!(said(&f("COMPARE {MERGEFIELD p} >= 7"), "p", "7"), "1");
    assert_eq!(said(&f(r"= {MERGEFIELD p} \* CardText"), "p", "71"), "soixante et onze");
}

#[test]
fn simple_fields_and_mergeformat_keep_the_old_look() {
    let simple = "<w:fldSimple w:instr=\" MERGEFIELD nom \\* MERGEFORMAT \"><w:r><w:rPr><w:b/></w:rPr><w:t>«nom»</w:t></w:r></w:fldSimple>";
    let doc = each(&docx(&p(simple)), "nom", &["A & B"]).remove(0);
    assert!(
        doc.main().contains("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">A &amp; B</w:t></w:r>"),
        "{}",
        doc.main()
    );
    assert!(!doc.main().contains("fldSimple"));
}

#[test]
fn line_breaks_stay_in_their_paragraph() {
    let doc = each(&docx(&p(&f("MERGEFIELD a"))), "a", &["1\r\n2\t3\u{1}"]).remove(0);
    assert_eq!(doc.text(), "1|2\t3\n");
}

#[test]
fn both_halves_of_a_text_box_are_merged() {
    let inner = p(&f("MERGEFIELD n"));
    let boxed = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"z\"/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id=\"s\"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let (doc, _) = one(&docx(&p(&boxed)), "n", &["Anne", "Bob"]);
    assert_eq!(doc.main().matches(">Anne<").count(), 2);
    assert_eq!(doc.main().matches(">Bob<").count(), 2);
    assert!(doc.main().contains("id=\"s_1\""));
    super::read::check_docx(&doc);
}

#[test]
fn deleted_text_is_no_code_and_broken_fields_stay() {
    let deleted = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFIELD </w:instrText></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delInstrText>vieux</w:delInstrText></w:r></w:del><w:r><w:instrText>n</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    assert_eq!(said(deleted, "n", "Anne"), "Anne");
    let open = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>";
    assert_eq!(said(&(open.to_owned() + &t("reste")), "n", "x"), "reste");
}

#[test]
fn address_and_greeting() {
    let header = "Civilité|Prénom|Nom|Société|Adresse|CP|Ville|Pays";
    let address = f("ADDRESSBLOCK \\c 2 \\e \"France\"");
    assert_eq!(
        said(&address, header, "Mme|Léa|Petit|Élan SARL|3 rue du Port|29200|Brest|France"),
        "Élan SARL|Mme Léa Petit|3 rue du Port|29200 Brest"
    );
    assert_eq!(
        said(&address, header, "|||Élan|Rue 1|1000|Bruxelles|Belgique"),
        "Élan|Rue 1|1000 Bruxelles|Belgique"
    );
    let greeting = f(
        r#"GREETINGLINE \f "<<_BEFORE_ Cher >><<_TITLE0_>><< _LAST0_>><<_AFTER_ ,>>" \e "Madame, Monsieur," \l 1036"#,
    );
    assert_eq!(said(&greeting, header, "M.|Jean|Roux|||||").trim(), "Cher M. Roux ,");
    assert_eq!(said(&greeting, header, "|||X||||"), "Madame, Monsieur,");
}

#[test]
fn an_unknown_column_is_reported_once_and_left_out() {
    let (doc, merged) = one(&docx(&p(&(f("MERGEFIELD inconnu") + &t("x")))), "n", &["1", "2"]);
    assert_eq!(doc.text(), "x\nx\n");
    assert_eq!(merged.warnings.len(), 1);
    assert_eq!(merged.warnings[0].field.as_deref(), Some("inconnu"));
    assert!(text_of(&doc.main()).contains('x'));
}

#[test]
fn links_take_the_value_and_linked_files_are_frozen() {
    let link = f(r#"HYPERLINK "https://exemple.fr/{MERGEFIELD n}""#);
    let doc = each(&docx(&p(&link)), "n", &["anne"]).remove(0);
    assert!(doc.main().contains("<w:instrText xml:space=\"preserve\">anne</w:instrText>"), "{}", doc.main());
    assert_eq!(doc.text(), "anne\n");
    let file = f(r#"INCLUDETEXT "C:\\secret.txt""#);
    let doc = each(&docx(&p(&file)), "n", &["x"]).remove(0);
    assert!(!doc.main().contains("INCLUDETEXT"));
}
