//! The end of a call: everything is recorded at once, and the next one is called.

use axum::extract::Path;
use axum::response::Response;
use filon_app::calls::{self, Conclude, Concluded, NumberChange};
use filon_core::Id;
use filon_core::call::CallResult;

use super::cockpit::{address, show_call};
use super::{draft, next};
use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::Page;
use crate::params::Params;
use crate::posted::Posted;
use crate::words::Words;

/// `POST /appels/{list}/conclusion`.
pub async fn conclude(page: Page, Path(list): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let account = form.fields.id(w, "fiche")?;
    let ended = match asked(w, list, account, &form.fields, page.site.app.today()) {
        Ok(conclude) => page.call(move |app, actor| calls::conclude(app, actor, &conclude)).await,
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
async fn to_next(page: &Page, list: Id, account: Id, code: &str, ended: Concluded) -> Response {
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
    page.done(&to, said, Some(Undo::Call(ended.event)))
}

/// The call as the form tells it; a wrong number is corrected where the right one was found, else retired.
fn asked(
    w: &Words,
    list: Id,
    account: Id,
    fields: &Params,
    today: jiff::civil::Date,
) -> Result<Conclude, Failure> {
    let result = next::result(w, fields)?;
    let is_wrong = result == CallResult::WrongNumber;
    let change = || next::corrected(fields).map_or(NumberChange::Retire, |new| NumberChange::Correct { new });
    Ok(Conclude {
        list: Some(list),
        account,
        person: fields.get("personne").parse().ok(),
        number: fields.get("numero").to_owned(),
        number_change: is_wrong.then(change),
        result,
        next: next::next(w, fields, today)?,
        draft: draft::read(fields),
        idempotency: fields.get("cle").to_owned(),
    })
}
