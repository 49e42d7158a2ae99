//! The editor's form: a script as flat fields, back as a script, and what its buttons change.
//!
//! The order of the repeated names `bloc`, `b.ID.q`, `b.ID.a`, `objection` and `o.ID.r` is the order of the parts,
//! so that moving one is moving its fields, with or without JavaScript.

use filon_core::Id;
use filon_core::account::mapping::Target;
use filon_core::call::{
    AnswerKind, Argument, Block, BlockKind, CallScript, Fills, Goal, Objection, ObjectionKind, Question,
    Reply, Technique,
};

use crate::params::Params;
use crate::words::{Text, Words};

/// Reads the script that was typed. `id` and `version` are those of the version that was shown.
pub fn read(w: &Words, id: Id, version: u32, fields: &Params) -> CallScript {
    let ids = |name: &str| -> Vec<Id> { fields.all(name).filter_map(|text| text.parse().ok()).collect() };
    CallScript {
        id,
        version,
        name: fields.get("nom").to_owned(),
        offer: fields.get("offre").to_owned(),
        audience: fields.get("public").to_owned(),
        goal: Goal::from_code(fields.get("but")).unwrap_or(Goal::Meeting),
        blocks: ids("bloc").into_iter().filter_map(|id| block(w, fields, id)).collect(),
        objections: ids("objection").into_iter().map(|id| objection(fields, id)).collect(),
    }
}

fn block(w: &Words, fields: &Params, id: Id) -> Option<Block> {
    let get = |name: &str| fields.get(&format!("b.{id}.{name}")).to_owned();
    let asked = format!("b.{id}.q");
    let argued = format!("b.{id}.a");
    Some(Block {
        id,
        kind: BlockKind::from_code(&get("genre"))?,
        title: get("titre"),
        text: long(&get("texte")),
        questions: fields
            .all(&asked)
            .filter_map(|text| text.parse().ok())
            .map(|id| question(w, fields, id))
            .collect(),
        arguments: fields.all(&argued).map(|at| argument(fields, id, at)).collect(),
    })
}

fn question(w: &Words, fields: &Params, id: Id) -> Question {
    let get = |name: &str| fields.get(&format!("q.{id}.{name}")).to_owned();
    let choices = get("choix");
    let choices = choices.split([';', '\n']).map(str::trim).filter(|choice| !choice.is_empty());
    let answer = match get("reponse").as_str() {
        "number" => AnswerKind::Number,
        "date" => AnswerKind::Date,
        "yes_no" => AnswerKind::YesNo,
        "choice" => AnswerKind::Choice(choices.map(str::to_owned).collect()),
        _ => AnswerKind::Text,
    };
    Question { id, text: get("texte"), answer, fills: fills(w, &get("champ")) }
}

/// The field by the name that the screen gives it, by its code, or one of the company's own.
fn fills(w: &Words, typed: &str) -> Option<Fills> {
    let wanted = filon_core::text::fold(typed);
    if wanted.is_empty() {
        return None;
    }
    let named =
        fillable(w).into_iter().find(|(_, label)| filon_core::text::fold(&label.to_string()) == wanted);
    let fixed = named.and_then(|(target, _)| Fills::new(target).ok());
    let coded = || Fills::try_from(typed.to_owned()).ok();
    let own = || Fills::new(Target::Custom(typed.trim().to_owned())).ok();
    fixed.or_else(coded).or_else(own)
}

/// The fields of a fiche that an answer fills, as the screens call them.
pub fn fillable(w: &Words) -> [(Target, Text); 15] {
    let card = &w.card;
    [
        (Target::Employees, card.employees),
        (Target::Revenue, card.revenue),
        (Target::Naf, card.naf),
        (Target::Civility, card.civility),
        (Target::FirstName, card.first_name),
        (Target::LastName, card.last_name),
        (Target::Role, card.role),
        (Target::Email, card.email),
        (Target::Phone, card.phone),
        (Target::Mobile, card.mobile),
        (Target::Website, card.website),
        (Target::AddressLine(1), card.address),
        (Target::Postcode, card.postcode),
        (Target::City, card.city),
        (Target::Note, card.note),
    ]
}

/// What the screen calls the field of a question; empty where it fills none.
pub fn fills_label(w: &Words, fills: Option<&Fills>) -> String {
    let Some(fills) = fills else { return String::new() };
    let known = fillable(w).into_iter().find(|(target, _)| target == fills.target());
    match (known, fills.target()) {
        (Some((_, label)), _) => label.to_string(),
        (None, Target::Custom(name)) => name.clone(),
        (None, target) => target.code(),
    }
}

fn argument(fields: &Params, block: Id, at: &str) -> Argument {
    let get = |name: &str| fields.get(&format!("a.{block}.{at}.{name}")).to_owned();
    Argument { characteristic: get("c"), advantage: get("a"), proof: get("p") }
}

fn objection(fields: &Params, id: Id) -> Objection {
    let get = |name: &str| fields.get(&format!("o.{id}.{name}")).to_owned();
    let said = get("dit");
    let replies = format!("o.{id}.r");
    let replies = fields.all(&replies).filter_map(|text| text.parse().ok()).map(|id: Id| Reply {
        id,
        technique: Technique::from_code(fields.get(&format!("r.{id}.technique")))
            .unwrap_or(Technique::Question),
        text: long(fields.get(&format!("r.{id}.texte"))),
    });
    Objection {
        id,
        kind: ObjectionKind::from_code(&get("genre")).unwrap_or(ObjectionKind::Objective),
        said: said.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        replies: replies.collect(),
        real_reason_question: Some(get("question")).filter(|question| !question.is_empty()),
    }
}

/// Browsers end lines with two characters.
fn long(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use filon_core::call::{Example, example};
    use filon_core::{IdSource, Moment};

    use super::*;
    use crate::words::FR;

    /// The fields of the editor, as a browser sends them for a script.
    fn sent(script: &CallScript) -> Params {
        let mut sent: Vec<(String, String)> = Vec::new();
        let mut put = |name: String, value: &str| sent.push((name, value.to_owned()));
        for (name, value) in [("nom", &script.name), ("offre", &script.offer), ("public", &script.audience)] {
            put(name.to_owned(), value);
        }
        put("but".to_owned(), script.goal.code());
        for block in &script.blocks {
            let id = block.id;
            put("bloc".to_owned(), &id.to_string());
            put(format!("b.{id}.genre"), block.kind.code());
            put(format!("b.{id}.titre"), &block.title);
            put(format!("b.{id}.texte"), &block.text.replace('\n', "\r\n"));
            for question in &block.questions {
                put(format!("b.{id}.q"), &question.id.to_string());
                put(format!("q.{}.texte", question.id), &question.text);
                put(format!("q.{}.reponse", question.id), question.answer.code());
                put(format!("q.{}.champ", question.id), &fills_label(&FR, question.fills.as_ref()));
                if let AnswerKind::Choice(choices) = &question.answer {
                    put(format!("q.{}.choix", question.id), &choices.join(" ; "));
                }
            }
            for (at, argument) in block.arguments.iter().enumerate() {
                put(format!("b.{id}.a"), &at.to_string());
                put(format!("a.{id}.{at}.c"), &argument.characteristic);
                put(format!("a.{id}.{at}.a"), &argument.advantage);
                put(format!("a.{id}.{at}.p"), &argument.proof);
            }
        }
        for objection in &script.objections {
            let id = objection.id;
            put("objection".to_owned(), &id.to_string());
            put(format!("o.{id}.genre"), objection.kind.code());
            put(format!("o.{id}.dit"), &objection.said.join("\r\n"));
            put(format!("o.{id}.question"), objection.real_reason_question.as_deref().unwrap_or_default());
            for reply in &objection.replies {
                put(format!("o.{id}.r"), &reply.id.to_string());
                put(format!("r.{}.technique", reply.id), reply.technique.code());
                put(format!("r.{}.texte", reply.id), &reply.text);
            }
        }
        Params(sent)
    }

    #[test]
    fn the_example_scripts_come_back_from_the_form_as_they_went_in() {
        for chosen in Example::ALL {
            let script = example(chosen, &mut IdSource::new(Moment::from_millis(1_000_000), 1));
            assert_eq!(read(&FR, script.id, script.version, &sent(&script)), script, "{chosen:?}");
        }
    }
}
