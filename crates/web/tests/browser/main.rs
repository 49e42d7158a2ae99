//! The whole story in Chromium, with the program that users get: an empty base, the first owner, a file of
//! contacts, a selection, a letter, an action, its costs, its launch, what came back, the decision.
//!
//! `FILON_TEST_BINARY` names the program (`cargo verify` sets it); Chromium and chromedriver must be installed.

mod driver;
mod program;
mod screen;
mod story;

#[test]
fn a_spreadsheet_becomes_letters_and_a_decision() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
    runtime.block_on(async {
        let program = program::Program::start();
        let driver = driver::Driver::start();
        let screen = screen::Screen::open(&driver, &program).await;
        story::play(&screen, &program).await;
        screen.close().await;
    });
}
