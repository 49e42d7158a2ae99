//! The pages of the telephone, over a small base in which somebody is called, met and reported on.

use std::sync::Arc;

use filon_app::accounts::{self, Edit};
use filon_app::calls::{self, Conclude, Draft, From, LessonScope, NewList, Next};
use filon_app::meetings::{self, NewMeeting};
use filon_app::{Actor, App, Language, scripts, visits};
use filon_core::call::{AfterReply, By, CallResult, Example, ObjectionMet};
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Place, PlaceKind};
use filon_core::visit::VisitField;
use filon_core::{Id, Moment};
use jiff::civil::{date, time};

use super::data::{follow_up, user};
use super::{check, shell};
use crate::failure::Refusal;
use crate::pages::call::{self, LessonsView, ListForm, ListsView, Source, StepFragment};
use crate::pages::file::QueryProblem;
use crate::pages::script::{EditorView, GuideView, Line, ScriptsView};
use crate::pages::visit::{ConflictView, Side, VisitsView};
use crate::pages::{agenda, script, visit};
use crate::params::Params;
use crate::words;

/// A base with one script, one list, two accounts, one call that ended in a meeting.
struct Phone {
    app: App,
    actor: Actor,
    script: Id,
    list: Id,
    met: Id,
    _folder: tempfile::TempDir,
}

fn phone(language: Language) -> Phone {
    let folder = tempfile::tempdir().expect("folder");
    let now = || Moment::at(date(2026, 11, 24).at(10, 0, 0, 0));
    let file = folder.path().join("filon.db").display().to_string();
    let app = App::with_clock(&file, Arc::new(now), 7).expect("base");
    let actor = Actor { user: None, language };
    for (name, phone) in [("<b>gras</b> & Fils", "05 56 01 02 04"), ("Toitures Goudin", "05 56 01 02 05")] {
        let edit = Edit {
            name: name.to_owned(),
            phone: phone.to_owned(),
            civility: "Mme".to_owned(),
            last_name: "Lacaze".to_owned(),
            ..Edit::default()
        };
        accounts::create(&app, &actor, &edit).unwrap_or_else(|_| panic!("account"));
    }
    let script = scripts::from_example(&app, &actor, Example::Comptable).expect("script");
    let new = NewList { name: None, from: From::Query(String::new()), script: Some(script) };
    let list = calls::open_list(&app, &actor, &new).expect("list");
    let met = meet(&app, &actor, list);
    Phone { app, actor, script, list, met, _folder: folder }
}

fn meet(app: &App, actor: &Actor, list: Id) -> Id {
    let cockpit = calls::next(app, actor, list).expect("next").expect("somebody");
    let account = cockpit.fiche.account.id;
    let objection = cockpit.objections.first().expect("objection");
    let said = |text: &str| ObjectionMet {
        objection: objection.id,
        reply: None,
        spontaneous: Some(text.to_owned()),
        next: AfterReply::WentOn,
    };
    let draft = Draft { seconds: 90, objections: vec![said("<b>gras</b>")], ..Draft::default() };
    let meeting = NewMeeting {
        account,
        person: None,
        campaign: None,
        on: date(2026, 11, 26),
        time: time(10, 0, 0, 0),
        minutes: 60,
        place: Place::of_kind(PlaceKind::TheirPlace),
        subject: "<b>gras</b>".to_owned(),
        note: String::new(),
        owner: None,
    };
    let conclude = Conclude {
        list: Some(list),
        account,
        person: cockpit.person,
        number: "+33556010204".to_owned(),
        number_change: None,
        result: CallResult::Meeting { at: Moment::at(date(2026, 11, 26).at(10, 0, 0, 0)) },
        draft,
        next: Next::Meeting(meeting),
        idempotency: "1".to_owned(),
    };
    let concluded = calls::conclude(app, actor, &conclude).expect("concluded");
    concluded.meeting.expect("a meeting").id
}

/// Renders every page of the telephone in a language.
pub fn check_all(language: Language) {
    let phone = phone(language);
    script_pages(&phone, language);
    call_pages(&phone, language);
    calendar_pages(&phone, language);
}

fn script_pages(phone: &Phone, language: Language) {
    let Phone { app, actor, script: id, .. } = phone;
    let lessons = calls::lessons(app, actor, &LessonScope::default(), By::Script).expect("lessons");
    let rows = scripts::list(app, actor).expect("scripts").into_iter();
    let meetings = lessons.rows.first().map(|row| row.lesson.meetings);
    let view = |rows: Vec<Line>| ScriptsView {
        shell: shell(language),
        rows,
        examples: Example::ALL,
        goals: filon_core::call::Goal::ALL,
        problem: Some("<b>gras</b>".to_owned()),
    };
    check("argumentaires", &view(rows.map(|row| Line { row, meetings }).collect()));
    check("argumentaires, aucun", &view(Vec::new()));
    let shown = scripts::get(app, actor, *id, None).expect("script");
    let editor = EditorView::of(shell(language), shown.clone());
    check("argumentaire", &editor);
    let mut typed = EditorView::of(shell(language), shown.clone());
    typed.script.name = "<b>gras</b>".to_owned();
    typed.script.objections.clear();
    typed.found = [(typed.script.blocks[0].id, true)]
        .map(|(block, blocking)| script::Found {
            place: filon_core::call::Place::Block(block),
            text: "Rien à dire".to_owned(),
            blocking,
        })
        .into();
    typed.changed.removed = Some("{\"a\":\"<b>gras</b>\"}".to_owned());
    typed.comparison = Some((1, 2));
    check("argumentaire, en cours", &typed);
    let filled = scripts::filled(app, actor, &shown.script, None).expect("filled");
    let company = "Pompes de Gironde".to_owned();
    check("guide", &GuideView { shell: shell(language), company, script: shown.script, filled });
}

fn call_pages(phone: &Phone, language: Language) {
    let Phone { app, actor, list, met, .. } = phone;
    let w = words::of(language);
    let view = |lists, problem| ListsView {
        shell: shell(language),
        lists,
        segments: vec![super::data::segment()],
        sources: vec![Source { value: "1".to_owned(), label: "<b>gras</b>".to_owned() }],
        scripts: scripts::list(app, actor).expect("scripts"),
        form: ListForm::default(),
        problem,
    };
    check("appels", &view(calls::lists(app, actor).expect("lists"), None));
    let refusal = Refusal { message: "Champ inconnu".to_owned(), ..Refusal::nothing() };
    check("appels, aucune liste", &view(Vec::new(), Some(QueryProblem::of("vile:Pau", &refusal))));
    let queue = || calls::queue(app, actor, *list).expect("queue");
    let booked = meetings::show(app, actor, *met).expect("meeting");
    let mut cockpit = calls::next(app, actor, *list).expect("next").expect("somebody");
    let objection = cockpit.objections.first().expect("objection");
    let met = ObjectionMet {
        objection: objection.id,
        reply: objection.replies.first().map(|reply| reply.id),
        spontaneous: None,
        next: AfterReply::Agreed,
    };
    cockpit.draft.objections.push(met);
    let step = Some(call::step_sample("meeting", Some("<b>gras</b>".to_owned())));
    let key = || "1".to_owned();
    let shown = call::view_of(shell(language), queue(), Some(cockpit), (step, Some(booked)), key());
    check("cockpit", &shown);
    check("cockpit, personne", &call::view_of(shell(language), queue(), None, (None, None), key()));
    for code in CallResult::CODES {
        check(code, &StepFragment { w, step: call::step_sample(code, None) });
    }
    for by in By::ALL {
        let lessons = calls::lessons(app, actor, &LessonScope::default(), by).expect("lessons");
        let lists = calls::lists(app, actor).expect("lists");
        let scripts = scripts::list(app, actor).expect("scripts");
        let (acts, params) = (vec!["<b>gras</b>".to_owned()], Params::default());
        check(
            "enseignements",
            &LessonsView { shell: shell(language), lessons, scripts, lists, acts, params },
        );
    }
}

fn calendar_pages(phone: &Phone, language: Language) {
    let Phone { app, actor, met, .. } = phone;
    let week = meetings::agenda(app, actor, date(2026, 11, 23), date(2026, 11, 29), None).expect("agenda");
    let row = meetings::show(app, actor, *met).expect("meeting");
    let late = filon_app::follow_ups::FollowUpRow { kind: FollowUpKind::Quote, ..follow_up() };
    check("agenda", &agenda::view_of(shell(language), week, vec![late], vec![row.clone()]));
    check("rendez-vous", &agenda::MeetingView { shell: shell(language), row: row.clone() });
    let account = row.account;
    check("visites", &VisitsView { shell: shell(language), rows: vec![row] });
    let mut shown = visits::blank(app, actor, account, Some(*met)).expect("report");
    shown.report.needs = "<b>gras</b>".to_owned();
    let report = shown.report.clone();
    check("visite", &visit::view_of(shell(language), shown, vec![user()], Some("Refusé.".to_owned())));
    let side = Side {
        field: VisitField::Needs,
        mine: "<b>gras</b>".to_owned(),
        theirs: "Rien".to_owned(),
        mine_read: "<b>gras</b>".to_owned(),
        theirs_read: "Rien".to_owned(),
    };
    let conflict = ConflictView { shell: shell(language), report, revision: 2, sides: vec![side] };
    check("visite, deux versions", &conflict);
    check("visite, le choix seul", &conflict.as_choice());
}
