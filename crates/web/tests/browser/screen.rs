//! What a person does at a screen: open, fill in, press, see.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;

use crate::driver::Driver;
use crate::program::Program;

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Screen {
    client: Client,
    origin: String,
}

impl Screen {
    pub async fn open(driver: &Driver, program: &Program) -> Screen {
        let arguments =
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1440,1000"];
        let options = serde_json::json!({
            "goog:chromeOptions": {"args": arguments, "prefs": {"intl.accept_languages": "fr-FR,fr"}},
        });
        let capabilities = options.as_object().expect("object").clone();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address)
            .await;
        Screen { client: client.expect("Chromium opens"), origin: program.origin().to_owned() }
    }

    pub async fn close(self) {
        self.client.close().await.expect("Chromium closes");
    }

    /// Opens an address and checks that the page asked nobody else for anything.
    pub async fn go(&self, address: &str) {
        let address =
            if address.starts_with('/') { format!("{}{address}", self.origin) } else { address.to_owned() };
        self.client.goto(&address).await.expect("page");
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let asked = self.client.execute(script, Vec::new()).await.expect("resources");
        for name in asked.as_array().into_iter().flatten().filter_map(|name| name.as_str()) {
            assert!(name.starts_with(&self.origin), "{address} asks {name}");
        }
    }

    /// Waits until an element is there and can be used.
    async fn find(&self, css: &str) -> fantoccini::elements::Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        match found {
            Ok(element) => element,
            Err(error) => panic!("{css}: {error}\n{}", self.text().await),
        }
    }

    pub async fn fill(&self, css: &str, text: &str) {
        let element = self.find(css).await;
        element.clear().await.expect("clear");
        element.send_keys(text).await.expect("keys");
    }

    pub async fn attach(&self, css: &str, file: &Path) {
        self.find(css).await.send_keys(&file.display().to_string()).await.expect("file");
    }

    pub async fn choose(&self, css: &str, value: &str) {
        self.find(css).await.select_by_value(value).await.expect("option");
    }

    pub async fn press(&self, css: &str) {
        let element = self.find(css).await;
        // What stands under the note of before is scrolled to the middle first.
        let script = "arguments[0].scrollIntoView({block: 'center'})";
        let argument = serde_json::to_value(&element).expect("element");
        self.client.execute(script, vec![argument]).await.expect("scroll");
        element.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Types keys to the page itself.
    pub async fn keys(&self, keys: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in keys.chars() {
            let value = if value == '\n' { char::from(Key::Enter) } else { value };
            let value = if value == '\t' { char::from(Key::Tab) } else { value };
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("keys");
    }

    /// Waits until what is typed goes into the input of this name.
    pub async fn typing_in(&self, name: &str) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let script = "return document.activeElement ? document.activeElement.name : ''";
            if self.client.execute(script, Vec::new()).await.is_ok_and(|focused| focused == name) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("typing does not go into « {name} »");
    }

    /// Waits until the page says something.
    pub async fn see(&self, wanted: &str) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if plain(&self.text().await).contains(&plain(wanted)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        panic!("« {wanted} » is not on the page:\n{}", self.text().await);
    }

    /// What an expression of the page gives, as text.
    pub async fn value(&self, expression: &str) -> String {
        let value = self.client.execute(&format!("return String({expression})"), Vec::new()).await;
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until an expression of the page is true.
    pub async fn until(&self, expression: &str) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.value(expression).await == "true" {
                return;
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        panic!("{expression} is not so:\n{}", self.text().await);
    }

    /// Opens an address again, where perhaps nobody answers.
    pub async fn reload(&self, address: &str) {
        self.client.goto(&format!("{}{address}", self.origin)).await.expect("page");
    }

    /// The tab dies as it stands: no event, no last word.
    pub async fn crash(&self) {
        let _ = tokio::time::timeout(Duration::from_secs(5), self.client.goto("chrome://crash")).await;
    }

    async fn text(&self) -> String {
        let script = "return document.body ? document.title + '\\n' + document.body.innerText : ''";
        let text = self.client.execute(script, Vec::new()).await;
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The status that the page's link answers with, and how many bytes: downloads without a folder.
    pub async fn fetch(&self, css: &str) -> u64 {
        let href = self.find(css).await.prop("href").await.expect("href").expect("a link");
        let script = "const done = arguments[1]; fetch(arguments[0]).then(r => r.ok ? r.arrayBuffer() : null)\
                      .then(b => done(b ? b.byteLength : 0))";
        let bytes = self.client.execute_async(script, vec![href.into()]).await.expect("fetch");
        bytes.as_u64().unwrap_or(0)
    }

    /// How many elements there are.
    pub async fn count(&self, css: &str) -> usize {
        self.client.find_all(Locator::Css(css)).await.expect("elements").len()
    }
}

/// Without the differences between spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['\u{a0}', '\u{202f}'], " ")
}
