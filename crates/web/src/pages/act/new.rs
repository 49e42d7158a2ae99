//! A new action: from a selection, from a query, from the whole file.

use askama::Template;
use axum::response::Response;
use filon_app::segments::{self, Segment};
use filon_app::{accounts, campaigns};
use filon_core::{Channel, Purpose};

use crate::failure::Failure;
use crate::page::{Page, elsewhere, show};
use crate::pages::file::{QueryProblem, again};
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "action/nouvelle.html")]
pub struct NewActView {
    pub shell: Shell,
    pub form: ActForm,
    pub segments: Vec<Segment>,
    pub channels: [Channel; 6],
    /// How many accounts the query selects.
    pub count: Option<u64>,
    pub problem: Option<QueryProblem>,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct ActForm {
    pub name: String,
    pub channel: String,
    pub purpose: String,
    pub segment: String,
    pub query: String,
    pub from: String,
    pub to: String,
}

impl ActForm {
    fn typed(fields: &Params) -> ActForm {
        let get = |name: &str| fields.get(name).to_owned();
        ActForm {
            name: get("nom"),
            channel: get("canal"),
            purpose: get("but"),
            segment: get("selection"),
            query: get("q"),
            from: get("du"),
            to: get("au"),
        }
    }

    fn read(&self, w: &Words, fields: &Params) -> Result<campaigns::New, Failure> {
        let segment = Some(self.segment.clone()).filter(|name| !name.is_empty());
        Ok(campaigns::New {
            name: fields.need(w, "nom", &w.common.name.to_string())?,
            channel: Channel::from_code(&self.channel).unwrap_or(Channel::Letter),
            purpose: Purpose::from_code(&self.purpose).unwrap_or(Purpose::Acquisition),
            query: segment.is_none().then(|| self.query.clone()),
            segment,
            from: fields.date(w, "du")?,
            to: fields.date(w, "au")?,
        })
    }
}

/// `GET /actions/nouvelle?q=…|selection=…`.
pub async fn new(page: Page) -> Result<Response, Failure> {
    show(&view(&page, ActForm::typed(&page.params), None).await?)
}

/// `POST /actions`.
pub async fn create(page: Page, form: Posted) -> Result<Response, Failure> {
    let typed = ActForm::typed(&form.fields);
    let made = match typed.read(page.words(), &form.fields) {
        Ok(new) => page.call(move |app, actor| campaigns::new(app, actor, &new)).await,
        Err(failure) => Err(failure),
    };
    match made.map_err(Failure::typed) {
        Ok(campaign) => Ok(elsewhere(&format!("/actions/{}/cible", campaign.id))),
        Err(Ok(refusal)) => {
            let problem = Some(QueryProblem::of(&typed.query, &refusal));
            again(&view(&page, typed, problem).await?, &refusal)
        }
        Err(Err(failure)) => Err(failure),
    }
}

async fn view(page: &Page, form: ActForm, problem: Option<QueryProblem>) -> Result<NewActView, Failure> {
    let query = form.query.clone();
    let (segments, count) = page
        .call(move |app, actor| {
            let count = if query.is_empty() { None } else { accounts::count(app, actor, &query).ok() };
            Ok((segments::list(app, actor)?, count))
        })
        .await?;
    Ok(NewActView { shell: page.shell(Nav::Acts), form, segments, channels: Channel::ALL, count, problem })
}
