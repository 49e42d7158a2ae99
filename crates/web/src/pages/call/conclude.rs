//! The end of a call: everything is recorded at once, and the next one is called.

use axum::extract::Path;
use axum::response::Response;
use filon_app::calls::{self, Conclude};
use filon_app::meetings::Booked;
use filon_app::{Actor, App, AppError};
use filon_core::Id;
use filon_core::call::CallResult;

use super::cockpit::{address, show_call};
use super::{draft, next};
use crate::failure::Failure;
use crate::notes::{NumberBack, Undo};
use crate::page::Page;
use crate::params::Params;
use crate::posted::Posted;
use crate::words::Words;

/// What was recorded, and where to go on.
struct Ended {
    event: Id,
    meeting: Option<Booked>,
    number: Option<NumberBack>,
}

/// `POST /appels/{list}/conclusion`.
pub async fn conclude(page: Page, Path(list): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let account = form.fields.id(w, "fiche")?;
    let ended = match asked(w, list, account, &form.fields, page.site.app.today()) {
        Ok((conclude, corrected)) => {
            page.call(move |app, actor| end(app, actor, &conclude, corrected.as_deref())).await
        }
        Err(failure) => Err(failure),
    };
    match ended.map_err(Failure::typed) {
        Ok(ended) => Ok(to_next(&page, list, account, form.fields.get("resultat"), ended).await),
        Err(Ok(refusal)) => {
            let draft = draft::read(&form.fields);
            let cockpit = page.call(move |app, actor| {
                calls::keep(app, actor, list, account, &draft)?;
                calls::pick(app, actor, list, account)
            });
            show_call(&page, list, Some(cockpit.await?), Some(refusal)).await
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// Takes the next one. `fait` tells the page whose words need not wait on the device any more.
async fn to_next(page: &Page, list: Id, account: Id, code: &str, ended: Ended) -> Response {
    let w = page.words();
    let said = w.call.recorded.with(w.call.result(code));
    // The call is recorded, whatever becomes of the next one: a list closed meanwhile says so on its page.
    let next = page.call(move |app, actor| calls::next(app, actor, list)).await.ok().flatten();
    let to = address(list, next.as_ref());
    let separator = if to.contains('?') { '&' } else { '?' };
    let meeting = ended.meeting.as_ref().map(|meeting| format!("&rdv={}", meeting.id)).unwrap_or_default();
    let to = format!("{to}{separator}fait={account}{meeting}");
    let warnings = ended.meeting.into_iter().flat_map(|meeting| meeting.warnings);
    let said = std::iter::once(said).chain(warnings).collect::<Vec<_>>().join(" ");
    page.done(&to, said, Some(Undo::Call { event: ended.event, number: ended.number }))
}

/// The call as the form tells it, and the right number where one was found.
fn asked(
    w: &Words,
    list: Id,
    account: Id,
    fields: &Params,
    today: jiff::civil::Date,
) -> Result<(Conclude, Option<String>), Failure> {
    let conclude = Conclude {
        list: Some(list),
        account,
        person: fields.get("personne").parse().ok(),
        number: fields.get("numero").to_owned(),
        result: next::result(w, fields)?,
        next: next::next(w, fields, today)?,
        draft: draft::read(fields),
        idempotency: fields.get("cle").to_owned(),
    };
    Ok((conclude, next::corrected(fields)))
}

/// Records the call; a wrong number is corrected before, or retired after.
fn end(app: &App, actor: &Actor, asked: &Conclude, corrected: Option<&str>) -> Result<Ended, AppError> {
    let (account, number) = (asked.account, asked.number.as_str());
    // The number is the person's, or the house's.
    let owner = || -> Result<Option<Id>, AppError> {
        let fiche = filon_app::accounts::fiche(app, actor, account)?;
        let whose = fiche.persons.into_iter().find(|one| one.phone == number || one.mobile == number);
        Ok(whose.map(|person| person.id))
    };
    let mut back = None;
    if let Some(right) = corrected {
        let person = owner()?;
        calls::correct_number(app, actor, account, person, number, right)?;
        back = Some(NumberBack { account, person, old: number.to_owned(), new: Some(right.to_owned()) });
    }
    let concluded = calls::conclude(app, actor, asked)?;
    if asked.result == CallResult::WrongNumber && corrected.is_none() && !number.is_empty() {
        let person = owner()?;
        calls::retire_number(app, actor, account, person, number)?;
        back = Some(NumberBack { account, person, old: number.to_owned(), new: None });
    }
    Ok(Ended { event: concluded.event, meeting: concluded.meeting, number: back })
}
