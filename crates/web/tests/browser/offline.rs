//! A report of a visit, written where nobody answers.

use crate::desk::prepare;
use crate::driver::Driver;
use crate::program::Program;
use crate::screen::Screen;

pub async fn play() {
    let mut program = Program::start();
    let driver = Driver::start();
    let screen = Screen::open(&driver, &program).await;
    prepare(&screen, &program, 2).await;
    screen.go("/fichier").await;
    screen.press("table.list a.name").await;
    screen.press("a[href^='/visites/nouvelle']").await;
    screen.until("document.documentElement.dataset.offline === 'ready'").await;
    let address = screen.value("location.pathname + location.search").await;

    program.stop();
    screen.reload(&address).await;
    screen.see("Compte rendu de visite").await;
    screen.fill("#v-needs", "Trois fenêtres au nord").await;
    screen.fill("#v-competitors", "Menuiserie Dupuy").await;
    screen.press("form#visite button.main").await;
    screen.see("Pas de réseau : gardé sur cet appareil").await;
    // The page closes and is opened again: what was typed is still there.
    screen.reload(&address).await;
    screen.until("document.getElementById('v-needs').value === 'Trois fenêtres au nord'").await;

    program.start_again();
    screen.until("location.pathname.startsWith('/visites/0')").await;
    screen.until("document.getElementById('v-needs')?.value === 'Trois fenêtres au nord'").await;
    screen.see("version 1").await;
    let report = screen.value("location.pathname").await;
    screen.go("/visites").await;
    screen.see("Tout est envoyé.").await;

    // Two versions: the one that is chosen is kept here until the server has it, then it goes.
    screen.go(&report).await;
    screen.fill("#v-needs", "Quatre fenêtres").await;
    screen.press("form#visite button.main").await;
    screen.see("version 2").await;
    screen.value("document.forms.visite.elements.vu.value = '1'").await;
    screen.fill("#v-needs", "Cinq fenêtres").await;
    screen.press("form#visite button.main").await;
    screen.see("Deux versions").await;
    screen.until("Object.keys(localStorage).some((key) => key.startsWith('visite:'))").await;
    screen.press(".conflict button.main").await;
    screen.see("version 3").await;
    screen.until("document.getElementById('v-needs')?.value.includes('Cinq fenêtres')").await;
    screen.until("!Object.keys(localStorage).some((key) => key.startsWith('visite:'))").await;
    screen.close().await;
}
