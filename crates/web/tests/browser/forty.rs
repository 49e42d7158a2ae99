//! Forty companies, two callers, two browsers, no mouse.

use std::collections::BTreeSet;

use crate::desk::{Hand, prepare, second_caller};
use crate::driver::Driver;
use crate::program::Program;
use crate::screen::Screen;

pub async fn play() {
    let program = Program::start();
    let driver = Driver::start();
    let lea = Screen::open(&driver, &program).await;
    let paul = Screen::open(&driver, &program).await;
    let list = prepare(&lea, &program, 40).await;
    second_caller(&lea, &paul).await;
    for caller in [&lea, &paul] {
        caller.go(&list).await;
        caller.keys("\n").await;
        caller.until("document.getElementById('appel') !== null").await;
    }
    let (hers, his) = tokio::join!(call_all(&lea), call_all(&paul));
    let all: BTreeSet<&String> = hers.iter().chain(&his).collect();
    assert_eq!(hers.len() + his.len(), 40, "{hers:?} {his:?}");
    assert_eq!(all.len(), 40, "somebody was called twice: {hers:?} {his:?}");
    assert!(!hers.is_empty() && !his.is_empty(), "both called");
    lea.see("Plus personne à appeler maintenant.").await;
    lea.go("/appels").await;
    lea.see("40 / 40").await;
    lea.go("/appels/enseignements?par=caller").await;
    lea.see("Paul").await;
    lea.see("J’ai déjà un comptable").await;
    lea.close().await;
    paul.close().await;
}

/// Calls until nobody is left; the names of those who were called.
async fn call_all(screen: &Screen) -> Vec<String> {
    let hand = Hand::new(screen);
    let mut called = Vec::new();
    loop {
        let name = hand.on_the_line().await;
        if name.is_empty() {
            return called;
        }
        match called.len() % 4 {
            // Flow 6: an outcome, the day of the follow-up, the next call.
            0 => {
                hand.strike("s3\n").await;
                hand.next_after(&name).await;
                assert!(hand.strokes() <= 3, "outcome, follow-up and next call take three keys");
            }
            // Flow 7: an objection met, and the answer given; then the outcome, as proposed.
            1 => {
                hand.strike("1a").await;
                screen.until("document.querySelectorAll('#rencontrees li').length === 1").await;
                assert!(hand.strokes() <= 2, "an objection and its answer take two keys");
                hand.strike("i\n").await;
                hand.next_after(&name).await;
            }
            // Flow 8: a meeting, as proposed, and its file for the calendar.
            2 => {
                hand.strike("r\n").await;
                hand.next_after(&name).await;
                screen.see("Rendez-vous pris avec").await;
                assert!(screen.fetch("a[data-key=y]").await > 100, "the meeting is a calendar file");
                hand.strike("y").await;
                assert!(hand.strokes() <= 3, "a meeting in the calendar takes three keys");
            }
            _ => {
                hand.strike("n\n").await;
                hand.next_after(&name).await;
            }
        }
        hand.strokes();
        called.push(name);
    }
}
