//! The tab dies in the middle of a call.

use std::time::Duration;

use crate::desk::{Hand, prepare};
use crate::driver::Driver;
use crate::program::Program;
use crate::screen::Screen;

pub async fn play() {
    let program = Program::start();
    let driver = Driver::start();
    let screen = Screen::open(&driver, &program).await;
    let list = prepare(&screen, &program, 3).await;
    let hand = Hand::new(&screen);
    screen.go(&list).await;
    hand.strike("\n").await;
    screen.until("document.getElementById('appel') !== null").await;
    let name = hand.on_the_line().await;
    hand.strike("2b").await;
    screen.until("document.querySelectorAll('#rencontrees li').length === 1").await;
    hand.strike("m").await;
    hand.type_in("Le gendre reprend en mars, rappeler à 14 h").await;
    hand.strike("\u{e00c}").await;
    hand.strike("i").await;
    screen.until("document.querySelector('[data-record]') !== null").await;
    screen.press("#e-note").await;
    hand.type_in("Envoyer la plaquette").await;
    // A second and a half: the page keeps what is typed every second.
    tokio::time::sleep(Duration::from_millis(1500)).await;
    screen.crash().await;

    let again = Screen::open(&driver, &program).await;
    sign_in(&again).await;
    again.go(&list).await;
    let hand = Hand::new(&again);
    assert_eq!(hand.on_the_line().await, name, "the call that was going on comes first");
    let note = again.value("document.getElementById('note').value").await;
    assert_eq!(note, "Le gendre reprend en mars, rappeler à 14 h");
    assert_eq!(again.value("document.getElementById('e-note').value").await, "Envoyer la plaquette");
    assert_eq!(again.count("#rencontrees li").await, 1);
    // A note that the server never had is newer than what it kept; it goes once the call is recorded.
    let copy = "('appel:' + document.body.dataset.user + ':' + document.forms.appel.elements.fiche.value)";
    let typed =
        "JSON.stringify({ at: Date.now(), body: 'note=Le+gendre+reprend+en+avril&secondes=75&debut=1000' })";
    again.value(&format!("localStorage.setItem({copy}, {typed})")).await;
    let key = again.value(copy).await;
    again.go(&list).await;
    again.until("document.getElementById('note')?.value === 'Le gendre reprend en avril'").await;
    let spoken = "Number(document.forms.appel.elements.secondes.value)";
    again.until(&format!("{spoken} >= 75 && {spoken} < 100")).await;
    hand.strike("\n").await;
    hand.next_after(&name).await;
    again.until(&format!("localStorage.getItem('{key}') === null")).await;
    // The wrong key is taken back, with what was typed.
    let second = hand.on_the_line().await;
    hand.strike("n\n").await;
    hand.next_after(&second).await;
    hand.strike("z").await;
    again.see("C’est annulé.").await;
    assert_eq!(hand.on_the_line().await, second);
    again.close().await;
}

async fn sign_in(screen: &Screen) {
    screen.go("/connexion").await;
    screen.fill("#nom", "Léa").await;
    screen.fill("#mot", "une phrase bien longue").await;
    screen.press("button.main").await;
    screen.see("Aujourd’hui").await;
}
