//! A site on a free port, on a base of its own that vanishes with it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;

use filon_app::{Actor, App, example, users};
use filon_core::Moment;
use filon_web::{ServeOptions, serve};
use tempfile::TempDir;

use crate::client::Browser;

pub const OWNER: &str = "Léa";
pub const PASSWORD: &str = "une phrase bien longue";

pub struct Site {
    pub app: App,
    pub address: SocketAddr,
    pub secret: String,
    clock: Arc<AtomicI64>,
    _folder: TempDir,
}

impl Site {
    /// An empty base, before its first owner.
    pub fn new() -> Site {
        Site::with(|_| {})
    }

    /// The example company, with Léa as its owner.
    pub fn example() -> Site {
        Site::of_lea(|app| {
            example::make(app, &Actor::default()).expect("example");
        })
    }

    /// An empty base with Léa as its owner.
    pub fn owned() -> Site {
        Site::of_lea(|_| {})
    }

    fn of_lea(prepare: impl FnOnce(&App)) -> Site {
        let site = Site::with(prepare);
        let made = users::create_owner(&site.app, &Actor::default(), &site.secret, OWNER, None, PASSWORD);
        made.expect("owner");
        site
    }

    fn with(prepare: impl FnOnce(&App)) -> Site {
        let folder = tempfile::tempdir().expect("folder");
        let clock = Arc::new(AtomicI64::new(1_795_500_000_000));
        let read = Arc::clone(&clock);
        let file = folder.path().join("filon.db");
        let now = move || Moment::from_millis(read.load(Ordering::SeqCst));
        let app = App::with_clock(&file.display().to_string(), Arc::new(now), 7).expect("base");
        prepare(&app);
        let secret = users::setup_secret(&app).expect("secret");
        let options = ServeOptions { setup_secret: Some(secret.clone()), open_example: false };
        let address = listen(app.clone(), options);
        Site { app, address, secret, clock, _folder: folder }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    /// A browser in which Léa has come in.
    pub fn signed_in(&self) -> Browser {
        let mut browser = self.browser();
        let reply = browser.post("/connexion", &[("nom", OWNER), ("mot", PASSWORD)]);
        assert_eq!(reply.status, 303, "{}", reply.body);
        browser
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

fn listen(app: App, options: ServeOptions) -> SocketAddr {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("runtime");
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        runtime.block_on(serve(app, listen, options, move |address| tell.send(address).expect("told")))
    });
    told.recv().expect("listening")
}
