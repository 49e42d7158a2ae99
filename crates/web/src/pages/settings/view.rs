//! The page itself, and what the company says once.

use askama::Template;
use axum::response::Response;
use filon_app::check::CheckAnswer;
use filon_app::settings::{self, Company, Settings};
use filon_app::users::{self, Role, TokenInfo, User};

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::file::again;
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

#[derive(Template)]
#[template(path = "reglages/reglages.html")]
pub struct SettingsView {
    pub shell: Shell,
    pub settings: Settings,
    pub inputs: Vec<SettingInput>,
    pub users: Vec<User>,
    pub tokens: Vec<TokenInfo>,
    pub may_administer: bool,
    pub secret: Option<Secret>,
    pub check: Option<CheckAnswer>,
    pub problem: Option<String>,
}

pub struct SettingInput {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    pub long: bool,
}

/// A password or token that is shown this once.
#[derive(Debug, Default)]
pub struct Secret {
    pub label: String,
    pub text: String,
}

/// What the page shows beside the settings, for once.
#[derive(Debug, Default)]
pub struct Shown {
    pub secret: Option<Secret>,
    pub check: Option<CheckAnswer>,
    pub problem: Option<String>,
    /// What was typed and refused.
    pub typed: Option<Settings>,
}

/// `GET /reglages`.
pub async fn settings(page: Page) -> Result<Response, Failure> {
    show(&view(&page, Shown::default()).await?)
}

/// `POST /reglages/societe`.
pub async fn company(page: Page, form: Posted) -> Result<Response, Failure> {
    page.must_administer()?;
    let w = page.words();
    let typed = typed(w, &form.fields)?;
    let asked = typed.clone();
    match page.call(move |app, actor| settings::set(app, actor, &asked)).await.map_err(Failure::typed) {
        Ok(()) => Ok(page.done("/reglages", w.common.saved, None)),
        Err(Ok(refusal)) => {
            let shown =
                Shown { problem: Some(refusal.message.clone()), typed: Some(typed), ..Shown::default() };
            again(&view(&page, shown).await?, &refusal)
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// The page, with something shown for once.
pub async fn view(page: &Page, shown: Shown) -> Result<SettingsView, Failure> {
    let may_administer = page.who.role.may_administer();
    let (settings, users, tokens) = page
        .call(move |app, actor| {
            let mut users = if may_administer { users::list(app, actor)? } else { Vec::new() };
            users.retain(|user| user.disabled_at.is_none());
            let tokens =
                users::list_tokens(app, actor)?.into_iter().filter(|token| token.revoked_at.is_none());
            Ok((settings::get(app)?, users, tokens.collect()))
        })
        .await?;
    Ok(build(page.shell(Nav::Settings), settings, (users, tokens), may_administer, shown))
}

pub fn build(
    shell: Shell,
    settings: Settings,
    (users, tokens): (Vec<User>, Vec<TokenInfo>),
    may_administer: bool,
    shown: Shown,
) -> SettingsView {
    let Shown { secret, check, problem, typed } = shown;
    let settings = typed.unwrap_or(settings);
    let inputs = inputs(shell.w, &settings.company);
    SettingsView { shell, settings, inputs, users, tokens, may_administer, secret, check, problem }
}

fn inputs(w: &Words, company: &Company) -> Vec<SettingInput> {
    let input = |name, label: Text, value: &str| SettingInput {
        name,
        label: label.to_string(),
        value: value.to_owned(),
        long: matches!(name, "address" | "mentions"),
    };
    let (set, card) = (&w.settings, &w.card);
    vec![
        input("name", set.company_name, &company.name),
        input("form", set.form, &company.form),
        input("capital", set.capital, &company.capital),
        input("siren", card.siren, &company.siren),
        input("rcs_city", set.rcs, &company.rcs_city),
        input("phone", card.phone, &company.phone),
        input("email", card.email, &company.email),
        input("website", card.website, &company.website),
        input("postcode", card.postcode, &company.postcode),
        input("city", card.city, &company.city),
        input("address", card.address, &company.address.join("\n")),
        input("mentions", set.mentions, &company.mentions),
    ]
}

fn typed(w: &Words, fields: &Params) -> Result<Settings, Failure> {
    let get = |name: &str| fields.get(name).to_owned();
    let lines = get("address");
    let company = Company {
        name: get("name"),
        form: get("form"),
        capital: get("capital"),
        siren: get("siren"),
        rcs_city: get("rcs_city"),
        address: lines.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
        postcode: get("postcode"),
        city: get("city"),
        phone: get("phone"),
        email: get("email"),
        website: get("website"),
        mentions: get("mentions"),
    };
    let number = |name: &str| -> Result<Option<i64>, Failure> {
        let Some(text) = fields.some(name) else { return Ok(None) };
        let number = text.parse().ok().filter(|number| (0..=100_000).contains(number));
        number.map(Some).ok_or_else(|| Failure::usage(w.trouble.bad_field.with(text)))
    };
    let plain = Settings::default();
    Ok(Settings {
        company,
        credit_window_days: number("credit")?.unwrap_or(plain.credit_window_days),
        lifetime_cap_years: number("plafond")?.unwrap_or(plain.lifetime_cap_years),
        inactivity_months: number("inactif")?,
        alsace_moselle: !fields.get("alsace").is_empty(),
    })
}
