//! What all requests share.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use filon_app::App;
use filon_app::answer::{ImportAnswer, LettersAnswer};

use crate::jobs::Jobs;
use crate::notes::Notes;
use crate::pages::waiting::{Answers, Waiting};
use crate::serve::ServeOptions;

/// The application, the options of this run, and what is remembered between two requests.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

pub struct Inner {
    pub app: App,
    pub options: ServeOptions,
    pub notes: Notes,
    pub jobs: Jobs,
    /// Files sent for import whose mapping is being looked at.
    pub waiting: Waiting,
    pub reports: Answers<ImportAnswer>,
    pub letters: Answers<LettersAnswer>,
    /// Whether the one-time link of the example has been used.
    pub entered: AtomicBool,
}

impl Site {
    pub fn new(app: App, options: ServeOptions) -> Site {
        Site(Arc::new(Inner {
            app,
            options,
            notes: Notes::default(),
            jobs: Jobs::default(),
            waiting: Waiting::default(),
            reports: Answers::default(),
            letters: Answers::default(),
            entered: AtomicBool::new(false),
        }))
    }
}

impl std::ops::Deref for Site {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// A folder of this base for files that wait to be downloaded: beside its own file, else among temporary ones.
pub fn folder(app: &App) -> PathBuf {
    match app.file() {
        Some(file) => file.with_extension("files"),
        None => std::env::temp_dir().join("filon.files"),
    }
}
