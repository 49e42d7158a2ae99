//! What surrounds every page.

use filon_app::Language;

use crate::assets;
use crate::identity::Visit;
use crate::notes::Note;
use crate::site::Site;
use crate::words::{Text, Words};

/// The light the page is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_code(code: &str) -> Theme {
        match code {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }
}

/// The entry of the navigation that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nav {
    None,
    Today,
    File,
    Segments,
    Import,
    Models,
    Acts,
    Calls,
    Scripts,
    Agenda,
    Dash,
    Settings,
}

/// One line of the navigation.
pub struct Entry {
    pub nav: Nav,
    pub address: &'static str,
    pub label: String,
    /// Name of its drawing.
    pub icon: &'static str,
}

/// One choice of theme.
pub struct ThemeChoice {
    pub code: &'static str,
    pub label: String,
    pub title: String,
    pub on: bool,
}

/// What the layout needs; a field of every template, under the name `shell`.
pub struct Shell {
    pub w: &'static Words,
    pub theme: Theme,
    pub nav: Nav,
    /// Empty where nobody has come in.
    pub user: String,
    /// Whose words a page keeps on the device; empty where nobody has come in.
    pub user_id: String,
    pub csrf: String,
    /// The address to come back to after a preference was changed.
    pub path: String,
    pub note: Option<Note>,
    pub is_example: bool,
}

impl Shell {
    pub fn of(site: &Site, visit: &Visit, nav: Nav) -> Shell {
        let who = visit.who.as_ref();
        Shell {
            w: visit.words(),
            theme: visit.theme,
            nav,
            user: who.map(|who| who.name.clone()).unwrap_or_default(),
            user_id: who.map(|who| who.user.to_string()).unwrap_or_default(),
            csrf: who.map(|who| who.csrf.clone()).unwrap_or_default(),
            path: visit.path.clone(),
            note: None,
            is_example: site.options.open_example,
        }
    }

    pub fn lang(&self) -> &'static str {
        self.w.language.code()
    }

    pub fn other_lang(&self) -> &'static str {
        match self.w.language {
            Language::Fr => Language::En.code(),
            Language::En => Language::Fr.code(),
        }
    }

    /// The address of an asset.
    pub fn asset(&self, path: &str) -> String {
        assets::address(path)
    }

    pub fn entries(&self) -> Vec<Entry> {
        let nav = &self.w.nav;
        let entry = |nav, address, label: &Text, icon| Entry { nav, address, label: label.to_string(), icon };
        vec![
            entry(Nav::Today, "/aujourdhui", &nav.today, "today"),
            entry(Nav::File, "/fichier", &nav.file, "file"),
            entry(Nav::Segments, "/selections", &nav.segments, "segments"),
            entry(Nav::Import, "/importer", &nav.import, "import"),
            entry(Nav::Models, "/modeles", &nav.models, "models"),
            entry(Nav::Acts, "/actions", &nav.acts, "acts"),
            entry(Nav::Calls, "/appels", &nav.calls, "calls"),
            entry(Nav::Scripts, "/argumentaires", &nav.scripts, "scripts"),
            entry(Nav::Agenda, "/agenda", &nav.agenda, "agenda"),
            entry(Nav::Dash, "/tableau-de-bord", &nav.dash, "dash"),
            entry(Nav::Settings, "/reglages", &nav.settings, "settings"),
        ]
    }

    pub fn themes(&self) -> [ThemeChoice; 3] {
        let nav = &self.w.nav;
        let choice = |theme: Theme, label: String, title: &Text| ThemeChoice {
            code: theme.code(),
            label,
            title: title.to_string(),
            on: self.theme == theme,
        };
        [
            choice(Theme::Light, nav.theme_light.to_string(), &nav.theme_light),
            choice(Theme::Dark, nav.theme_dark.to_string(), &nav.theme_dark),
            choice(Theme::Auto, "Auto".to_owned(), &nav.theme_auto),
        ]
    }

    pub fn is(&self, nav: &Nav) -> bool {
        self.nav == *nav
    }
}
