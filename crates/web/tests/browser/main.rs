//! The whole story in Chromium, with the program that users get: an empty base, the first owner, a file of
//! contacts, a selection, a letter, an action, its costs, its launch, what came back, the decision.
//!
//! `FILON_TEST_BINARY` names the program (`cargo verify` sets it); Chromium and chromedriver must be installed.

mod desk;
mod driver;
mod forty;
mod killed;
mod offline;
mod program;
mod screen;
mod story;

/// Runs a story.
fn run(story: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime").block_on(story);
}

#[test]
fn a_spreadsheet_becomes_letters_and_a_decision() {
    run(async {
        let program = program::Program::start();
        let driver = driver::Driver::start();
        let screen = screen::Screen::open(&driver, &program).await;
        story::play(&screen, &program).await;
        screen.close().await;
    });
}

#[test]
fn two_callers_make_forty_calls_with_the_keyboard_alone_and_nobody_is_called_twice() {
    run(forty::play());
}

#[test]
fn a_page_killed_in_the_middle_of_a_call_comes_back_with_what_was_typed() {
    run(killed::play());
}

#[test]
fn a_visit_report_is_written_without_a_network_and_sent_when_it_is_back() {
    run(offline::play());
}
