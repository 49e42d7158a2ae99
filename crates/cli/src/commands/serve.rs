//! `filon serve` and `filon demo`.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::Context as _;
use filon_app::{App, example, stats, users};
use filon_web::ServeOptions;
use serde_json::json;

use crate::context::Context;
use crate::print;
use crate::words::Words;
use crate::{err, out};

pub fn serve(context: &Context, listen: SocketAddr) -> anyhow::Result<()> {
    let app = context.open()?;
    // Nobody can come in yet: only who reads this console may make the owner.
    let setup_secret = if users::is_first_start(&app)? { Some(users::setup_secret(&app)?) } else { None };
    listen_on(context, app, listen, ServeOptions { setup_secret, open_example: false })
}

/// A fresh example company each time, in a file of its own.
pub fn demo(context: &Context, listen: SocketAddr, no_serve: bool) -> anyhow::Result<()> {
    let words = context.words();
    let url = context.example_database()?;
    start_afresh(words, &url)?;
    let app = App::open(&url)?;
    let made = example::make(&app, &context.actor)?;
    let course = made.campaigns.first().cloned();
    let scope = stats::Scope { campaign: course.clone(), ..stats::Scope::default() };
    let answer = stats::stats(&app, &context.actor, &scope)?;
    if context.json {
        print::json(&json!({ "database": url, "example": made, "stats": answer }))?;
    } else {
        out!("{}", (words.example_made)(made.accounts, made.events, &url));
        out!("\n{}\n", course.unwrap_or_default());
        super::stats::tell(context, &answer);
    }
    if no_serve {
        return Ok(());
    }
    let setup_secret = Some(users::setup_secret(&app)?);
    listen_on(context, app, listen, ServeOptions { setup_secret, open_example: true })
}

/// Removes the example of before; only ever a file that the example itself made.
fn start_afresh(words: &Words, url: &str) -> anyhow::Result<()> {
    if url.starts_with("postgres") || !Path::new(url).exists() {
        return Ok(());
    }
    if !example::is_example(&App::open(url)?)? {
        anyhow::bail!((words.not_an_example)(url));
    }
    for ending in ["", "-wal", "-shm"] {
        let file = format!("{url}{ending}");
        if Path::new(&file).exists() {
            std::fs::remove_file(&file).with_context(|| file.clone())?;
        }
    }
    Ok(())
}

fn listen_on(context: &Context, app: App, listen: SocketAddr, options: ServeOptions) -> anyhow::Result<()> {
    let words = context.words();
    let page = match (&options.setup_secret, options.open_example) {
        (Some(key), true) => format!("/entrer?cle={key}"),
        (Some(key), false) => format!("/premier-pas?cle={key}"),
        (None, _) => "/".to_owned(),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime
        .block_on(filon_web::serve(app, listen, options, |address| {
            err!("\n{} http://{address}{page}", words.open_this);
        }))
        .with_context(|| (words.cannot_listen)(&listen.to_string()))
}
