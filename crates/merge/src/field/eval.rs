//! The text of a field for the current record.
use super::{Field, Instruction, Part, Test, condition};
use crate::context::Context;
use crate::format::date;
use crate::odt::condition::Condition;
use crate::{Language, Message};
use rust_decimal::Decimal;

pub fn parts_text(parts: &[Part], cx: &mut Context<'_>) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Field(field) => field_text(field, cx, &mut out),
        }
    }
    out
}

pub fn language(field: &Field, cx: &Context<'_>) -> Language {
    field.language.unwrap_or(cx.language)
}

pub fn test(test: &Test, field: &Field, cx: &mut Context<'_>) -> bool {
    let left = parts_text(&test.left, cx);
    let right = parts_text(&test.right, cx);
    condition::compare(&left, test.operator, &right, test.right_quoted, language(field, cx))
}

pub fn odf_true(condition: &Condition, cx: &mut Context<'_>) -> bool {
    condition.truth(cx)
}

/// Appends the field's text; control fields act and append nothing.
pub fn field_text(field: &Field, cx: &mut Context<'_>, out: &mut String) {
    let language = language(field, cx);
    match &field.instruction {
        Instruction::Merge { name, format, before, after } => {
            let value = cx.value(*name);
            if value.is_empty() {
                return;
            }
            let value = format.apply(value, language);
            if !before.is_empty() {
                out.push_str(&parts_text(before, cx));
            }
            out.push_str(&value);
            if !after.is_empty() {
                out.push_str(&parts_text(after, cx));
            }
        }
        Instruction::If { test: condition, yes, no } => {
            let branch = if test(condition, field, cx) { yes } else { no };
            out.push_str(&parts_text(&branch.text, cx));
        }
        Instruction::Compare { test: condition, format } => {
            let value = if test(condition, field, cx) { Decimal::ONE } else { Decimal::ZERO };
            out.push_str(&format.apply_number(value, language));
        }
        Instruction::Next(condition) => {
            if condition.as_ref().is_none_or(|c| test(c, field, cx)) {
                cx.feed.next();
            }
        }
        Instruction::OdfNext(condition) => {
            if condition.as_ref().is_none_or(|c| c.truth(cx)) {
                cx.feed.next();
            }
        }
        Instruction::SkipIf(condition) => {
            if test(condition, field, cx) {
                cx.skipped = true;
            }
        }
        Instruction::Set { name, value } => {
            let value = parts_text(value, cx);
            cx.variables.insert(name.clone(), value);
        }
        Instruction::Ref { name, format } => {
            let value = cx.variables.get(name).cloned().unwrap_or_default();
            out.push_str(&format.apply(value, language));
        }
        Instruction::Formula { expression, format } => match expression.value(cx, language) {
            Ok(value) => out.push_str(&format.apply_number(value, language)),
            Err(why) => cx.warn(Some(field.label.clone()), Message::BadFormula(why)),
        },
        Instruction::RecordNumber(format) => {
            if cx.feed.has_record() {
                out.push_str(&format.apply_number(Decimal::from(cx.feed.index() + 1), language));
            }
        }
        Instruction::SequenceNumber(format) => {
            out.push_str(&format.apply_number(Decimal::from(cx.place.copy + 1), language));
        }
        Instruction::Moment { time, format } => {
            let default = if *time { "HH:mm" } else { date::default_picture(language) };
            let text = date::print(cx.options.now, format.date.as_deref().unwrap_or(default), language);
            out.push_str(&format.stars(text, language));
        }
        Instruction::Quote { parts, format } => {
            let text = parts_text(parts, cx);
            out.push_str(&format.apply(text, language));
        }
        Instruction::Ask { name, default } => {
            cx.warn_once(Some(field.label.clone()), Message::AskedDefault);
            let text = parts_text(default, cx);
            match name {
                Some(name) => {
                    cx.variables.insert(name.clone(), text);
                }
                None => out.push_str(&text),
            }
        }
        Instruction::Address(block) => out.push_str(&block.text(cx)),
        Instruction::Greeting(greeting) => out.push_str(&greeting.text(cx, language)),
        Instruction::Keep { text, .. } => out.push_str(&parts_text(text, cx)),
        Instruction::OdfChoice { condition, yes, no } => {
            out.push_str(if condition.truth(cx) { yes } else { no });
        }
        // A text that is not empty says "hidden" to whoever asks.
        Instruction::HideParagraph(condition) | Instruction::HideSection(condition) => {
            if condition.truth(cx) {
                out.push('1');
            }
        }
    }
}
