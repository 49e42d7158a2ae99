//! The desk of somebody who calls: a file of companies, a script, a list, a keyboard whose strokes are counted.

use std::cell::Cell;

use crate::program::Program;
use crate::screen::Screen;
use crate::story;

/// What is looked at to know who is on the line.
const CALLED: &str = "document.querySelector('.called h1')?.textContent || ''";

/// Léa's base, with `count` companies that have a telephone, a script made from an example, and an open list of
/// all of them; the address of the list.
pub async fn prepare(screen: &Screen, program: &Program, count: usize) -> String {
    story::first_owner(screen, program).await;
    let mut file = String::from("Référence;Raison sociale;Civilité;Nom;Code postal;Ville;Téléphone\n");
    for at in 0..count {
        let row = format!(
            "T{at:03};Toitures n° {at};Mme;Lacaze{at};33000;Bordeaux;05 56 00 {:02} {:02}\n",
            at / 100,
            at % 100
        );
        file.push_str(&row);
    }
    let file = program.file("societes.csv", file.as_bytes());
    screen.go("/importer").await;
    screen.attach("#fichier", &file).await;
    screen.see("Ce que fera l’import").await;
    screen.press("button[value=importer]").await;
    screen.see("entrées dans le fichier").await;
    screen.go("/argumentaires").await;
    screen.press("button[name=exemple][value='1']").await;
    screen.see("Argumentaire créé.").await;
    screen.go("/appels").await;
    screen.fill("#nom", "Relance de rentrée").await;
    screen.press("#argumentaire option:last-child").await;
    screen.press("form[action='/appels'] button").await;
    screen.see("Liste ouverte.").await;
    screen.value("location.pathname").await
}

/// Paul, who calls beside Léa, comes in at his own browser.
pub async fn second_caller(lea: &Screen, paul: &Screen) {
    lea.go("/reglages").await;
    lea.fill("#u-nom", "Paul").await;
    lea.press("form[action='/reglages/utilisateurs'] button").await;
    lea.see("Paul").await;
    lea.until("document.querySelector('.notice code') !== null").await;
    let password = lea.value("document.querySelector('.notice code').textContent.trim()").await;
    paul.go("/connexion").await;
    paul.fill("#nom", "Paul").await;
    paul.fill("#mot", &password).await;
    paul.press("button.main").await;
    paul.see("Aujourd’hui").await;
}

/// Somebody at the keyboard.
pub struct Hand<'a> {
    pub screen: &'a Screen,
    strokes: Cell<usize>,
}

impl<'a> Hand<'a> {
    pub fn new(screen: &'a Screen) -> Hand<'a> {
        Hand { screen, strokes: Cell::new(0) }
    }

    /// Strikes keys; each counts.
    pub async fn strike(&self, keys: &str) {
        self.strokes.set(self.strokes.get() + keys.chars().count());
        self.screen.keys(keys).await;
    }

    /// Types words, which do not count.
    pub async fn type_in(&self, words: &str) {
        self.screen.keys(words).await;
    }

    /// The strokes since the last time this was asked.
    pub fn strokes(&self) -> usize {
        self.strokes.take()
    }

    /// Who is on the line; nobody at the end of the list.
    pub async fn on_the_line(&self) -> String {
        self.screen.until("document.querySelector('.cockpit') !== null").await;
        self.screen.value(CALLED).await
    }

    /// Waits until somebody else is on the line, or nobody.
    pub async fn next_after(&self, name: &str) {
        let other = format!("document.querySelector('.cockpit') && ({CALLED}) !== '{name}'");
        self.screen.until(&format!("Boolean({other})")).await;
    }
}
