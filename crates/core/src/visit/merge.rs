//! Two people wrote in one report, or one person on two devices: both texts are kept.

use serde::{Deserialize, Serialize};

use super::{VisitField, VisitReport};

/// A report made of two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    pub report: VisitReport,
    /// In the order of the form; empty where nothing is left to decide.
    pub conflicts: Vec<VisitConflict>,
}

/// A field that both sides changed, each to something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitConflict {
    pub field: VisitField,
    /// What was typed here: it is in this list only. Text of [`VisitReport::text`].
    pub mine: String,
    /// What stands in the report.
    pub theirs: String,
}

/// Three-way merge, field by field: `base` is the report that `mine` was begun from, `theirs` what
/// was saved since. What one side changed is taken from it; where both changed a field to different
/// texts, theirs stays and mine is told. The three fields of the next step go together, since a day
/// from one side and a deed from the other is nothing that anybody agreed on. Line ends are no
/// difference. Identifier and account are those of `theirs`.
pub fn merge(base: &VisitReport, mine: &VisitReport, theirs: &VisitReport) -> Merged {
    let mut report = theirs.clone();
    let mut conflicts = Vec::new();
    for field in VisitField::ALL {
        let together: &[VisitField] = match field {
            VisitField::NextWhat | VisitField::NextOn | VisitField::NextWho => &NEXT_STEP,
            _ => &[field],
        };
        let same = |a: &VisitReport, b: &VisitReport| together.iter().all(|field| is_same(a, b, *field));
        if same(mine, base) || is_same(mine, theirs, field) {
            continue;
        }
        if same(theirs, base) {
            take(&mut report, mine, field);
        } else {
            conflicts.push(VisitConflict { field, mine: mine.text(field), theirs: theirs.text(field) });
        }
    }
    Merged { report, conflicts }
}

const NEXT_STEP: [VisitField; 3] = [VisitField::NextWhat, VisitField::NextOn, VisitField::NextWho];

/// A form sends lines that end in `\r\n`, a script those that end in `\n`.
fn is_same(a: &VisitReport, b: &VisitReport, field: VisitField) -> bool {
    let text = |report: &VisitReport| report.text(field).replace("\r\n", "\n");
    text(a) == text(b)
}

fn take(report: &mut VisitReport, from: &VisitReport, field: VisitField) {
    match field {
        VisitField::Meeting => report.meeting = from.meeting,
        VisitField::By => report.by = from.by,
        VisitField::On => report.on = from.on,
        VisitField::Place => report.place.clone_from(&from.place),
        VisitField::People => report.people.clone_from(&from.people),
        VisitField::Subject => report.subject.clone_from(&from.subject),
        VisitField::Needs => report.needs.clone_from(&from.needs),
        VisitField::Objections => report.objections.clone_from(&from.objections),
        VisitField::Competitors => report.competitors.clone_from(&from.competitors),
        VisitField::NextWhat | VisitField::NextOn | VisitField::NextWho => {
            report.next_step.clone_from(&from.next_step);
        }
        VisitField::Probability => report.probability = from.probability,
        VisitField::Note => report.note.clone_from(&from.note),
    }
}
