//! A base that vanishes, a clock that stands still until it is moved, and the words of the domain.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use filon_app::answer::{ImportAnswer, LettersAnswer, RecordAnswer, StatsAnswer};
use filon_app::import::Input;
use filon_app::{Actor, App, AppError, accounts, campaigns, import, journal, stats, users};
use filon_core::campaign::Unit;
use filon_core::money::parse_euros;
use filon_core::{Channel, Moment, Purpose};
use jiff::civil::{Date, date};

pub struct World {
    pub app: App,
    pub me: Actor,
    pub url: String,
    clock: Arc<AtomicI64>,
    folder: tempfile::TempDir,
    schema: Option<(String, String)>,
}

impl World {
    pub fn sqlite() -> World {
        let folder = tempfile::tempdir().unwrap();
        let url = folder.path().join("filon.db").display().to_string();
        World::open(&url, folder, None)
    }

    pub fn postgres() -> World {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("FILON_TEST_POSTGRES").expect(
            "FILON_TEST_POSTGRES is not set: run `cargo xtask postgres` and export the line that it prints",
        );
        let name = format!("app_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
        client.batch_execute(&format!("DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}")).unwrap();
        let joint = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{joint}options=-csearch_path%3D{name}");
        World::open(&url, tempfile::tempdir().unwrap(), Some((server, name)))
    }

    fn open(url: &str, folder: tempfile::TempDir, schema: Option<(String, String)>) -> World {
        let start = Moment::at(date(2026, 11, 24).at(10, 30, 0, 0));
        let clock = Arc::new(AtomicI64::new(start.millis()));
        let hand = clock.clone();
        let app =
            App::with_clock(url, Arc::new(move || Moment::from_millis(hand.load(Ordering::Relaxed))), 7)
                .unwrap();
        World { app, me: Actor::default(), url: url.to_owned(), clock, folder, schema }
    }

    /// So many seconds pass.
    pub fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1000, Ordering::Relaxed);
    }

    /// The clock of the company's place says so.
    pub fn clock_says(&self, local: jiff::civil::DateTime) {
        self.clock.store(Moment::at(local).millis(), Ordering::Relaxed);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn import(&self, name: &str, text: &str) -> ImportAnswer {
        self.import_with(name, text, &import::Options::default())
    }

    pub fn import_with(&self, name: &str, text: &str, options: &import::Options) -> ImportAnswer {
        let input = Input::Bytes { name, bytes: text.as_bytes() };
        import::run(&self.app, &self.me, input, options, &mut |_, _| {}).unwrap()
    }

    pub fn record(&self, text: &str, campaign: Option<&str>) -> RecordAnswer {
        let options = journal::RecordOptions { campaign: campaign.map(str::to_owned) };
        let input = Input::Bytes { name: "retours.csv", bytes: text.as_bytes() };
        journal::record_file(&self.app, &self.me, input, &options, &mut |_, _| {}).unwrap()
    }

    /// A colleague of that name, at a screen.
    pub fn caller(&self, name: &str) -> Actor {
        let made = users::add(&self.app, &self.me, name, users::Role::Sales).unwrap();
        Actor { user: Some(made.id), ..self.me }
    }

    pub fn count(&self, query: &str) -> u64 {
        accounts::count(&self.app, &self.me, query).unwrap()
    }

    pub fn list(&self, query: &str) -> filon_app::answer::ContactsAnswer {
        let request = accounts::ListRequest { query: query.to_owned(), ..accounts::ListRequest::default() };
        accounts::list(&self.app, &self.me, &request).unwrap()
    }

    pub fn campaign(&self, name: &str, channel: Channel, query: &str) {
        let new = campaigns::New {
            name: name.to_owned(),
            channel,
            purpose: Purpose::Acquisition,
            query: Some(query.to_owned()),
            segment: None,
            from: None,
            to: None,
        };
        campaigns::new(&self.app, &self.me, &new).unwrap();
    }

    pub fn cost(&self, campaign: &str, label: &str, fixed: Option<&str>, unit: Option<(&str, Unit)>) {
        let cost = campaigns::Cost {
            campaign: campaign.to_owned(),
            label: label.to_owned(),
            fixed: fixed.map(|text| parse_euros(text).unwrap()),
            unit: unit.map(|(text, unit)| (parse_euros(text).unwrap(), unit)),
            quantity: None,
            planned: false,
        };
        campaigns::cost(&self.app, &self.me, &cost).unwrap();
    }

    pub fn launch(
        &self,
        campaign: &str,
        template: &Path,
        out: &str,
        on: Date,
    ) -> Result<LettersAnswer, AppError> {
        let launch = campaigns::Launch {
            campaign: campaign.to_owned(),
            template: Some(campaigns::TemplateRef::File(template.to_owned())),
            out: Some(self.path(out)),
            on: Some(on),
            ..campaigns::Launch::default()
        };
        campaigns::launch(&self.app, &self.me, &launch, &mut |_, _| {})
    }

    pub fn stats(&self, campaign: &str) -> StatsAnswer {
        stats::stats(&self.app, &self.me, &stats::Scope::of_campaign(campaign)).unwrap()
    }

    pub fn nothing_differs(&self) {
        assert_eq!(filon_app::check::check(&self.app, &self.me).unwrap().differences, []);
    }

    /// A letter as LibreOffice writes it in one file.
    pub fn letter(&self) -> PathBuf {
        self.file("lettre.fodt", &letter(&["Société", "Prénom", "Nom", "Code postal", "Ville", "Remise"]))
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.schema
            && let Ok(mut client) = postgres::Client::connect(server, postgres::NoTls)
        {
            let _ = client.batch_execute(&format!("DROP SCHEMA IF EXISTS {name} CASCADE"));
        }
    }
}

/// A flat ODT with these fields, each in a paragraph.
pub fn letter(fields: &[&str]) -> String {
    let field = |name: &&str| {
        format!(
            "<text:p><text:database-display text:table-name=\"t\" text:table-type=\"table\" \
             text:column-name=\"{name}\" text:database-name=\"d\">&lt;{name}&gt;</text:database-display></text:p>"
        )
    };
    let fields: String = fields.iter().map(field).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\" \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>{fields}\
         <text:p>Veuillez agréer nos salutations.</text:p></office:text></office:body></office:document>"
    )
}
