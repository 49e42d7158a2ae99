//! Léa, who sells heat pumps around Bordeaux, writes to sixty craftsmen.

use crate::program::Program;
use crate::screen::Screen;

const LETTER: &[u8] = include_bytes!("lettre.docx");

pub async fn play(screen: &Screen, program: &Program) {
    first_owner(screen, program).await;
    company(screen).await;
    import(screen, program).await;
    selection(screen).await;
    template(screen, program).await;
    action(screen).await;
    launch(screen).await;
    outcomes(screen).await;
    decision(screen).await;
    palette(screen).await;
}

pub async fn first_owner(screen: &Screen, program: &Program) {
    screen.go("/").await;
    screen.see("Premier pas").await;
    screen.go(&program.link).await;
    screen.fill("#nom", "Léa").await;
    screen.fill("#mot", "une phrase bien longue").await;
    screen.press("button.main").await;
    screen.see("Votre fichier est vide").await;
}

/// Without the legal mentions of the sender no letter is made.
async fn company(screen: &Screen) {
    screen.go("/reglages").await;
    let facts = [
        ("name", "Pompes de Gironde"),
        ("form", "SARL"),
        ("capital", "10 000 €"),
        ("siren", "732 829 320"),
        ("rcs_city", "Bordeaux"),
        ("address", "1 quai Sud"),
        ("postcode", "33000"),
        ("city", "Bordeaux"),
    ];
    for (name, value) in facts {
        screen.fill(&format!("#s-{name}"), value).await;
    }
    screen.press("form[action='/reglages/societe'] button.main").await;
    screen.see("Enregistré.").await;
}

/// Sixty craftsmen, one of whom has no name at all; Windows-1252, as Excel writes.
fn contacts() -> Vec<u8> {
    let towns = [("33000", "Bordeaux"), ("33120", "Arcachon"), ("64000", "Pau")];
    let mut text = String::from(
        "R\u{e9}f\u{e9}rence;Raison sociale;Civilit\u{e9};Pr\u{e9}nom;Nom;Adresse;Code postal;Ville;E-mail\r\n",
    );
    for (at, (postcode, town)) in (0..60).zip(towns.iter().cycle()) {
        let row = format!(
            "C{at:03};Chauffage n\u{b0} {at};Mme;Anne;Lacaze{at};{at} rue du Port;{postcode};{town};anne{at}@lacaze{at}.example\r\n"
        );
        text.push_str(&row);
    }
    text.push_str("C999;;;;;;33000;Bordeaux;\r\n");
    text.chars().map(|char| u8::try_from(u32::from(char)).unwrap_or(b'?')).collect()
}

async fn import(screen: &Screen, program: &Program) {
    let file = program.file("artisans.csv", &contacts());
    screen.go("/importer").await;
    screen.attach("#fichier", &file).await;
    screen.see("Ce que fera l’import").await;
    screen.see("61 lignes lues").await;
    screen.see("Raison sociale").await;
    screen.press("button[value=importer]").await;
    screen.see("60 lignes sont entrées dans le fichier").await;
    screen.see("Lignes rejetées").await;
}

async fn selection(screen: &Screen) {
    screen.go("/fichier").await;
    screen.see("60 fiches").await;
    screen.fill("#q", "vile:Bordeaux").await;
    screen.see("Vouliez-vous dire").await;
    screen.go("/fichier?q=dept%3A33").await;
    screen.see("40 fiches").await;
    screen.press(".menu:has(form[action='/selections']) > summary").await;
    screen.fill("#nom-selection", "Gironde").await;
    screen.press("form[action='/selections'] button").await;
    screen.see("Sélection enregistrée.").await;
    screen.see("dept:33").await;
}

async fn template(screen: &Screen, program: &Program) {
    let file = program.file("lettre.docx", LETTER);
    screen.go("/modeles").await;
    screen.attach("#fichier", &file).await;
    screen.see("Modèle ajouté.").await;
    screen.see("Rempli avec").await;
}

async fn action(screen: &Screen) {
    screen.go("/actions/nouvelle?selection=Gironde").await;
    screen.fill("#nom", "Courrier de rentrée").await;
    screen.press("button.main").await;
    screen.see("Destinataires").await;
    screen.press("a.main").await;
    screen.press("form[action$='/message'] button.main").await;
    for (label, amount, unit) in
        [("Impression et affranchissement", "1,90", "letter"), ("Création", "50", "")]
    {
        screen.fill("#libelle", label).await;
        screen.fill("#montant", amount).await;
        screen.choose("#par", unit).await;
        screen.press("form[action$='/depenses'] button").await;
        screen.see(label).await;
    }
    screen.see("Coût estimé pour 40 destinataires").await;
    screen.see("126,00 €").await;
    screen.fill("#marge", "400").await;
    screen.press("form[method=get][action*='/budget'] button").await;
    screen.see("8 fois sur 10").await;
}

async fn launch(screen: &Screen) {
    screen.press("a.main").await;
    screen.see("Lancer et préparer 40 lettres").await;
    // The letter names no register: Léa says that her letterhead does.
    screen.see("la lettre ne les porte pas").await;
    screen.press("input[name=entete]").await;
    screen.press("form[action$='/lancement'] button.main").await;
    screen.see("Lancée le").await;
    assert!(screen.fetch("a[href*='/courriers']").await > 1000, "the letters can be downloaded");
}

/// One key each: interested, meeting, quote with its amount, order with its amount and margin.
async fn outcomes(screen: &Screen) {
    screen.press("a[href$='/suivi']").await;
    screen.see("Ce qui est revenu").await;
    screen.keys("j").await;
    screen.keys("i").await;
    screen.see("Intéressé.").await;
    screen.keys("r").await;
    screen.see("Rendez-vous pris.").await;
    screen.keys("d").await;
    screen.typing_in("montant").await;
    screen.keys("1200\n").await;
    screen.see("Devis remis.").await;
    screen.keys("c").await;
    screen.typing_in("montant").await;
    screen.keys("2500\t800\n").await;
    screen.see("Commande.").await;
    screen.keys("n").await;
    screen.see("Pas intéressé.").await;
    screen.keys("z").await;
    screen.see("C’est annulé.").await;
    screen.see("Contactés 36").await;
    assert_eq!(screen.count("table.follow tbody tr").await, 40);
}

async fn decision(screen: &Screen) {
    screen.press(".steps a:last-child").await;
    screen.see("Taux de réussite").await;
    screen.see("1 / 40 contactés").await;
    screen.see("4 / 40 contactés").await;
    screen.see("674 €").await;
    screen.see("Refaite à l’identique").await;
    screen.fill("#motif", "Le courrier se paie ; on recommence au printemps.").await;
    screen.press("button[value=renew]").await;
    screen.see("Verdict gardé.").await;
    screen.press("form[action$='/renouvellement'] button").await;
    screen.see("Nouvelle action préparée").await;
    screen.go("/tableau-de-bord").await;
    screen.see("Les quatre ratios").await;
}

async fn palette(screen: &Screen) {
    screen.go("/aujourdhui").await;
    screen.press("[data-palette]:not(.top *)").await;
    screen.keys("rentrée").await;
    screen.see("Courrier de rentrée (suite)").await;
}
