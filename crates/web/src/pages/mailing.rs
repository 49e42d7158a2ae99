//! A file for a mailing: who is in it, and whom the right to contact keeps out, before it is taken.

use askama::Template;
use axum::response::Response;
use filon_app::accounts::{self, ExportFormat, Exported};
use filon_core::Channel;

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::params::Params;
use crate::shell::{Nav, Shell};

/// The channels that a file is made for.
pub const MAILING: [Channel; 3] = [Channel::Letter, Channel::Email, Channel::Phone];

#[derive(Template)]
#[template(path = "fichier/envoi.html")]
pub struct MailingView {
    pub shell: Shell,
    pub q: String,
    pub channel: Channel,
    pub written: Exported,
}

impl MailingView {
    pub fn file(&self, ending: &str) -> String {
        Params::encoded(&[("q", &self.q), ("canal", self.channel.code()), ("format", ending)])
    }

    pub fn back(&self) -> String {
        Params::encoded(&[("q", &self.q)])
    }
}

/// `GET /fichier/envoi?q=…&canal=…`.
pub async fn mailing(page: Page) -> Result<Response, Failure> {
    page.must_manage()?;
    let (q, code) = (page.params.get("q").to_owned(), page.params.get("canal"));
    let channel =
        MAILING.into_iter().find(|channel| channel.code() == code).ok_or_else(Failure::not_found)?;
    let asked = q.clone();
    let written = page.call(move |app, actor| {
        accounts::export_for(app, actor, &asked, None, ExportFormat::Csv, channel, &mut std::io::sink())
    });
    let written = written.await?;
    show(&MailingView { shell: page.shell(Nav::File), q, channel, written })
}
