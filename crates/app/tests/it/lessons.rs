//! What the calls teach.

use filon_app::calls::{self, Conclude, Draft, LessonScope};
use filon_app::{ErrorKind, scripts};
use filon_core::call::{AfterReply, Best, By, CallResult, Example, ObjectionMet};
use jiff::civil::date;

use crate::app_test;
use crate::calls::{ended, forty, list};

app_test!(few_calls_teach_little_and_say_so, |world| {
    forty(world);
    let nadia = world.caller("Nadia");
    let id = scripts::from_example(&world.app, &world.me, Example::Comptable).unwrap();
    let script = scripts::get(&world.app, &world.me, id, None).unwrap().script;
    let list = list(world, "Atelier", Some(id));
    let objection = &script.objections[1];
    for n in 0..8 {
        let cockpit = calls::next(&world.app, &nadia, list).unwrap().unwrap();
        let met = ObjectionMet {
            objection: objection.id,
            reply: (n % 2 == 0).then(|| objection.replies[0].id),
            spontaneous: (n % 2 == 1).then(|| "Vos voisins aussi le disaient".to_owned()),
            next: AfterReply::WentOn,
        };
        let result = match n {
            0 => CallResult::WrongNumber,
            1 | 2 => CallResult::NoAnswer,
            _ => CallResult::Refused,
        };
        let draft = Draft {
            started_at: Some(world.app.now()),
            seconds: 240,
            argued: true,
            objections: if n > 2 { vec![met] } else { Vec::new() },
            ..Draft::default()
        };
        world.wait(300);
        let end = Conclude { draft, ..ended(list, &cockpit, result) };
        calls::conclude(&world.app, &nadia, &end).unwrap();
    }
    let scope = LessonScope { list: Some(list), ..LessonScope::default() };
    let taught = calls::lessons(&world.app, &world.me, &scope, By::Caller).unwrap();
    assert_eq!(taught.rows.len(), 1);
    let row = &taught.rows[0];
    assert_eq!((row.label.as_str(), row.lesson.calls), ("Nadia", 8));
    assert_eq!((row.lesson.reached.share.numerator, row.lesson.argued.share.numerator), (5, 5));
    assert!(row.lesson.meetings.too_few && taught.quality.too_few);
    assert_eq!((taught.quality.share.numerator, taught.quality.share.denominator), (7, 8));
    let met = &taught.objections[0];
    assert_eq!((met.said.as_str(), met.lesson.calls), (objection.said[0].as_str(), 5));
    assert_eq!(met.lesson.best, Best::TooFew);
    assert_eq!(met.lesson.spontaneous[0].calls, 3);
    assert_eq!((met.script, met.replies.len()), (id, objection.replies.len()));
    // Eight calls of four minutes with a minute between them.
    let pace = taught.pace.unwrap();
    assert_eq!((pace.worked.minutes, pace.calls, pace.cost_per_meeting), (39, 8, None));
    let hours = calls::lessons(&world.app, &world.me, &scope, By::Hour).unwrap();
    assert_eq!(hours.rows[0].label, "10\u{202f}h à 11\u{202f}h");
    let cockpit = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    let reply = &cockpit.objections[1].replies[0];
    assert_eq!((reply.times, reply.meetings.share.numerator), (2, 0));
    let backwards =
        LessonScope { from: Some(date(2026, 12, 1)), to: Some(date(2026, 11, 1)), ..LessonScope::default() };
    let refused = calls::lessons(&world.app, &world.me, &backwards, By::Script).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Usage);
});
