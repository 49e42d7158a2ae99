//! What every command needs: the base, the actor, the way of answering.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use filon_app::{Actor, App, AppError, Language};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::args::Args;
use crate::words::Words;
use crate::{err, out};

/// The command's surroundings.
pub struct Context {
    pub json: bool,
    pub actor: Actor,
    database: Option<String>,
}

impl Context {
    pub fn new(args: &Args) -> Context {
        let language = args.lang.as_deref().and_then(Language::from_code).unwrap_or_else(locale);
        Context {
            json: args.json,
            actor: Actor { user: None, language },
            database: args.database.clone().filter(|url| !url.is_empty()),
        }
    }

    pub fn words(&self) -> &'static Words {
        Words::of(self.actor.language)
    }

    pub fn language(&self) -> Language {
        self.actor.language
    }

    /// The base that was named, else `filon.db` in the user's data folder.
    pub fn database(&self) -> anyhow::Result<String> {
        match &self.database {
            Some(url) => Ok(url.clone()),
            None => in_data_folder("filon.db"),
        }
    }

    /// The example's base: never the user's own.
    pub fn example_database(&self) -> anyhow::Result<String> {
        match &self.database {
            Some(url) => Ok(url.clone()),
            None => in_data_folder("exemple.db"),
        }
    }

    pub fn open(&self) -> anyhow::Result<App> {
        Ok(App::open(&self.database()?)?)
    }

    /// Opens a base that must be there already: a misspelt name is told, not answered by an empty base.
    pub fn open_existing(&self) -> anyhow::Result<App> {
        let url = self.database()?;
        let is_file = !url.starts_with("postgres://") && !url.starts_with("postgresql://");
        if is_file && !Path::new(&url).exists() {
            anyhow::bail!((self.words().no_base)(&url));
        }
        Ok(App::open(&url)?)
    }

    /// A progress bar on a terminal's standard error; nothing elsewhere.
    pub fn progress(&self, what: &str) -> impl FnMut(u64, u64) + use<> {
        let style = ProgressStyle::with_template("{msg} [{bar:30}] {percent} % {eta}");
        let bar = ProgressBar::new(0).with_message(what.to_owned());
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        move |done, total| {
            bar.set_length(total);
            bar.set_position(done);
            if done >= total {
                bar.finish_and_clear();
            }
        }
    }

    /// Says why nothing, or not everything, was done.
    pub fn report(&self, failure: &anyhow::Error) -> ExitCode {
        let message = failure.to_string();
        let app_error = failure.downcast_ref::<AppError>();
        if self.json {
            let document = json!({ "error": {
                "message": message,
                "column": app_error.and_then(|error| error.at).map(|(column, _)| column + 1),
                "nearest": app_error.and_then(|error| error.nearest.clone()),
            }});
            out!("{document}");
        }
        err!("filon : {message}");
        ExitCode::FAILURE
    }
}

/// The language of the locale; French where it says nothing that Filon speaks.
pub fn locale() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match said {
        Some(value) if value.starts_with("en") => Language::En,
        _ => Language::Fr,
    }
}

fn in_data_folder(file: &str) -> anyhow::Result<String> {
    let base = std::env::var_os("XDG_DATA_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local").join("share"));
    let folder = base.or_else(home).context("HOME: introuvable, not found; --database FILE")?.join("filon");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    Ok(folder.join(file).display().to_string())
}
