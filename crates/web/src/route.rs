//! Every address of the application.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;

use crate::failure::Failure;
use crate::pages::{
    account, act, agenda, call, dash, door, file, go, import, job, mailing, model, preference, script,
    segment, settings, today, undo, visit,
};
use crate::posted::FILE_LIMIT;
use crate::site::Site;
use crate::{api, assets, guard, headers, identity};

/// The whole application. Layers run from the last one added to the first.
pub fn router(site: Site) -> Router {
    Router::new()
        .merge(doors())
        .merge(files())
        .merge(acts())
        .merge(telephone())
        .merge(calendar())
        .merge(figures())
        .merge(api::routes())
        .route("/actifs/{hash}/{*path}", get(assets::serve))
        .fallback(async || Failure::not_found())
        .layer(from_fn(guard::origin))
        .layer(from_fn_with_state(site.clone(), identity::identify))
        .layer(DefaultBodyLimit::max(FILE_LIMIT + 64 * 1024))
        .layer(CompressionLayer::new().gzip(true))
        .layer(from_fn(headers::protect))
        .with_state(site)
}

fn doors() -> Router<Site> {
    Router::new()
        .route("/", get(today::home))
        .route("/premier-pas", get(door::first).post(door::make_first))
        .route("/connexion", get(door::sign_in).post(door::open_session))
        .route("/deconnexion", post(door::close_session))
        .route("/entrer", get(door::enter).post(door::enter_once))
        .route("/theme", post(preference::theme))
        .route("/langue", post(preference::language))
        .route("/aller", get(go::go))
        .route("/aller/fiche", get(go::account))
        .route("/annulations/{key}", post(undo::undo))
        .route("/travaux/{key}", get(job::watch))
}

fn files() -> Router<Site> {
    Router::new()
        .route("/fichier", get(file::list))
        .route("/fichier/export", get(file::export))
        .route("/fichier/envoi", get(mailing::mailing))
        .route("/fiches", post(account::create))
        .route("/fiches/nouvelle", get(account::new))
        .route("/fiches/{id}", get(account::show_one).post(account::save))
        .route("/fiches/{id}/modifier", get(account::edit))
        .route("/fiches/{id}/evenements", post(account::record))
        .route("/fiches/{id}/relances", post(account::follow_up))
        .route("/fiches/{id}/etiquettes", post(account::tag))
        .route("/fiches/{id}/etiquettes/retrait", post(account::untag))
        .route("/evenements/{id}/annulation", post(account::void))
        .route("/relances/{id}/fin", post(account::done))
        .route("/selections", get(segment::list).post(segment::save))
        .route("/selections/suppression", post(segment::delete))
        .route("/importer", get(import::drop).post(import::send))
        .route("/importer/{key}", get(import::preview).post(import::act))
        .route("/imports/{id}", get(import::report))
        .route("/imports/{id}/annulation", post(import::undo))
        .route("/modeles", get(model::list).post(model::add))
        .route("/modeles/{id}", get(model::show_one))
        .route("/modeles/{id}/document", get(model::document))
        .route("/modeles/{id}/suppression", post(model::delete))
}

fn acts() -> Router<Site> {
    Router::new()
        .route("/actions", get(act::list).post(act::create))
        .route("/actions/nouvelle", get(act::new))
        .route("/actions/{id}", get(act::open))
        .route("/actions/{id}/cible", get(act::target).post(act::change))
        .route("/actions/{id}/message", get(act::message).post(act::choose))
        .route("/actions/{id}/budget", get(act::budget))
        .route("/actions/{id}/depenses", post(act::add_cost))
        .route("/depenses/{id}/suppression", post(act::remove_cost))
        .route("/actions/{id}/lancement", get(act::launch).post(act::launching))
        .route("/actions/{id}/courriers", get(act::letters))
        .route("/actions/{id}/suivi", get(act::follow))
        .route("/actions/{id}/resultats", post(act::outcome))
        .route("/actions/{id}/retours", post(act::outcomes))
        .route("/actions/{id}/bilan", get(act::review))
        .route("/actions/{id}/verdict", post(act::decide))
        .route("/actions/{id}/cloture", post(act::close))
        .route("/actions/{id}/renouvellement", post(act::renew))
}

fn telephone() -> Router<Site> {
    Router::new()
        .route("/argumentaires", get(script::list).post(script::create))
        .route("/argumentaires/{id}", get(script::show_one).post(script::save))
        .route("/argumentaires/{id}/guide", get(script::guide))
        .route("/argumentaires/{id}/comparaison", post(script::compare))
        .route("/argumentaires/{id}/comparaison/fin", post(script::stop_comparing))
        .route("/argumentaires/{id}/reponses", post(script::promote))
        .route("/argumentaires/{id}/copie", post(script::copy))
        .route("/argumentaires/{id}/rangement", post(script::archive))
        .route("/appels", get(call::list).post(call::create))
        .route("/appels/enseignements", get(call::lessons))
        .route("/appels/{list}", get(call::cockpit))
        .route("/appels/{list}/suivant", post(call::take))
        .route("/appels/{list}/cloture", post(call::close))
        .route("/appels/{list}/brouillon", post(call::keep))
        .route("/appels/{list}/issue", post(call::outcome))
        .route("/appels/{list}/verification", post(call::check))
        .route("/appels/{list}/conclusion", post(call::conclude))
        .route("/appels/{list}/depart", post(call::leave))
}

fn calendar() -> Router<Site> {
    Router::new()
        .route("/agenda", get(agenda::week))
        .route("/agenda/{file}", get(agenda::feed))
        .route("/agenda/adresse", post(agenda::new_feed))
        .route("/agenda/adresse/fermeture", post(agenda::revoke_feed))
        .route("/relances/{id}/report", post(agenda::postpone))
        .route("/rendez-vous/{id}", get(agenda::show_one))
        .route("/rendez-vous/{id}/agenda.ics", get(agenda::ics))
        .route("/rendez-vous/{id}/tenu", post(agenda::held))
        .route("/rendez-vous/{id}/manque", post(agenda::missed))
        .route("/rendez-vous/{id}/annulation", post(agenda::cancel))
        .route("/rendez-vous/{id}/deplacement", post(agenda::move_to))
        .route("/visites", get(visit::list))
        .route("/visites/nouvelle", get(visit::new))
        .route("/visites/jeton", get(visit::token))
        .route("/visites/veille.js", get(visit::watch))
        .route("/visites/{id}", get(visit::show_one).post(visit::save))
}

fn figures() -> Router<Site> {
    Router::new()
        .route("/aujourdhui", get(today::show_day))
        .route("/tableau-de-bord", get(dash::board))
        .route("/tableau-de-bord/personnes", get(dash::people))
        .route("/reglages", get(settings::settings))
        .route("/reglages/societe", post(settings::company))
        .route("/reglages/utilisateurs", post(settings::add_user))
        .route("/reglages/mot-de-passe", post(settings::password))
        .route("/reglages/jetons", post(settings::add_token))
        .route("/reglages/jetons/{id}/suppression", post(settings::revoke))
        .route("/reglages/sauvegarde", post(settings::backup))
        .route("/reglages/verification", post(settings::check))
}
