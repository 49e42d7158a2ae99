//! Every template rendered with samples, in both languages: a page that cannot be shown fails here first.

mod data;
mod phone;

use askama::Template;
use filon_app::Language;
use filon_app::stats::Scope;
use filon_core::{Channel, EventKind};

use crate::notes::Note;
use crate::pages::figures::ScopePairs;
use crate::pages::{
    account, act, dash, door, file, go, import, job, mailing, model, segment, settings, today, trouble,
};
use crate::shell::{Nav, Shell, Theme};
use crate::words;
use data::*;

fn shell(language: Language) -> Shell {
    Shell {
        w: words::of(language),
        theme: Theme::Dark,
        nav: Nav::File,
        user: "Léa".to_owned(),
        user_id: "1".to_owned(),
        csrf: "jeton".to_owned(),
        path: "/fichier?q=ville:Pau".to_owned(),
        note: Some(Note { text: "Noté.".to_owned(), undo: Some(3) }),
        is_example: true,
    }
}

/// Renders with one language and looks for what must never be in a page.
fn check(name: &str, template: &impl Template) {
    let text = template.render().unwrap_or_else(|error| panic!("{name}: {error}"));
    for bad in ["{}", "style=\"", "<style", "javascript:", " onclick", " onload", "<script>"] {
        assert!(!text.contains(bad), "{name}: {bad}\n{text}");
    }
    assert!(!text.contains("<b>gras</b>"), "{name}: text that was not escaped");
}

#[test]
fn every_template_renders_in_both_languages() {
    for language in [Language::Fr, Language::En] {
        doors(language);
        accounts(language);
        files(language);
        acts(language);
        figures(language);
        phone::check_all(language);
    }
}

fn doors(language: Language) {
    let shell = || shell(language);
    let problem = || Some("Refusé : <b>gras</b>.".to_owned());
    let (key, name, email) = ("cle".to_owned(), "Léa".to_owned(), String::new());
    check(
        "premier_pas",
        &door::FirstView { shell: shell(), key: key.clone(), name: name.clone(), email, problem: problem() },
    );
    check("connexion", &door::SignInView { shell: shell(), name, to: "/".to_owned(), problem: problem() });
    check("entrer", &door::EnterView { shell: shell(), key, problem: None });
    let (title, message) = ("Non".to_owned(), "<b>gras</b>".to_owned());
    check(
        "trouble",
        &trouble::TroubleView {
            shell: shell(),
            title: title.clone(),
            message: message.clone(),
            nearest: Some("ville".to_owned()),
        },
    );
    check(
        "trouble_porte",
        &trouble::TroubleDoorView { shell: shell(), title: title.clone(), message: message.clone() },
    );
    check("trouble_note", &trouble::TroubleNoteView { message });
    check("travail", &job::JobView { shell: shell(), title: title.clone(), progress: Some((120, 500)) });
    check("travail, sans total", &job::JobView { shell: shell(), title, progress: None });
    check("aller", &go::sample(shell()));
    check(
        "jour",
        &today::TodayView { shell: shell(), day: day(false), without_address: "/fichier".to_owned() },
    );
    check(
        "jour, base vide",
        &today::TodayView { shell: shell(), day: day(true), without_address: String::new() },
    );
}

fn accounts(language: Language) {
    let shell = || shell(language);
    let today = day(false).on;
    check("fiche", &account::fiche_view(shell(), fiche(), Some(EventKind::QuoteSent), None, today));
    let errors = [filon_app::accounts::FieldError { field: "siret", message: "14 chiffres.".to_owned() }];
    check(
        "formulaire",
        &account::form_view(shell(), Some(id(1)), &edit(), &errors, Some("Conflit.".to_owned())),
    );
    check("fichier", &file::sample(shell(), Some(table())));
    check("fichier, requête refusée", &file::sample(shell(), None));
    let mailing = |written| mailing::MailingView {
        shell: shell(),
        q: "ville:Pau".to_owned(),
        channel: Channel::Email,
        written,
    };
    let refused = audience().refused;
    check("envoi", &mailing(filon_app::accounts::Exported { accounts: 12, refused }));
    check("envoi, personne", &mailing(filon_app::accounts::Exported::default()));
    check("sélections", &segment::SegmentsView { shell: shell(), segments: vec![segment()] });
    check("sélections, aucune", &segment::SegmentsView { shell: shell(), segments: Vec::new() });
}

fn files(language: Language) {
    let shell = || shell(language);
    check("déposer", &import::DropView { shell: shell(), batches: vec![batch()], problem: None });
    let (name, form) = ("clients <b>gras</b>.csv".to_owned(), import::Choices::default());
    check(
        "aperçu",
        &import::PreviewView { shell: shell(), key: 1, name, preview: preview(), form, problem: None },
    );
    let answer = Some(std::sync::Arc::new(preview().counts));
    check("rapport", &import::ReportView { shell: shell(), batch: batch(), answer, undone: Some(undone()) });
    check(
        "modèles",
        &model::ModelsView { shell: shell(), models: vec![template()], to: String::new(), problem: None },
    );
    check("modèle", &model::ModelView { shell: shell(), model: template() });
    let access = (vec![user()], vec![token()]);
    let shown = settings::Shown { check: Some(difference()), ..settings::Shown::default() };
    check("réglages", &settings::build(shell(), company(), access, true, shown));
}

fn acts(language: Language) {
    let shell = || shell(language);
    for launched in [false, true] {
        let shown = campaign_show(launched);
        let head = |here| act::Head::of(words::of(language), &shown, here);
        check("cible", &act::samples::target(shell(), head("cible"), audience()));
        check("message", &act::samples::message(shell(), head("message"), vec![template()]));
        check("budget", &act::samples::budget(shell(), head("budget"), &shown, Some(forecast())));
        check("lancement", &act::samples::launch(shell(), head("lancement"), audience(), Some(template())));
        check("suivi", &act::samples::follow(shell(), head("suivi"), vec![follow_row()]));
        check("ligne", &act::samples::row(shell(), head("suivi"), follow_row()));
        check("bilan", &act::samples::review(shell(), head("bilan"), stats()));
    }
    check("actions", &act::samples::list(shell(), vec![campaign_row()]));
    check("nouvelle action", &act::samples::new(shell(), vec![segment()]));
}

fn figures(language: Language) {
    let w = words::of(language);
    let today = day(false).on;
    let answered = || dash::Answered {
        acts: vec!["Courrier".to_owned()],
        segments: vec!["Artisans".to_owned()],
        stats: stats(),
        months: vec![(today, stats())],
    };
    let form = dash::ScopeForm::default();
    check("tableau", &dash::board_view(shell(language), form, &Scope::default(), answered(), today));
    let pairs = ScopePairs(vec![("du", "2026-01-01".to_owned())]);
    assert!(pairs.people(filon_app::stats::Figure::Order).ends_with("?chiffre=order&du=2026-01-01"));
    check(
        "personnes",
        &dash::PeopleView {
            shell: shell(language),
            title: w.dash.fig_order.to_string(),
            scope: String::new(),
            back: "/tableau-de-bord".to_owned(),
            back_label: w.nav.dash.to_string(),
            count: 1,
            rows: table().rows,
            pager: file::Pager::of(300, 2, 100),
        },
    );
}
