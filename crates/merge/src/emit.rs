//! Walking the pieces for one record and appending bytes.
use crate::context::{Context, Para};
use crate::field::{Field, Instruction, eval};
use crate::piece::{Once, Piece, space_index};

pub fn emit(pieces: &[Piece], cx: &mut Context<'_>, out: &mut Vec<u8>) {
    for piece in pieces {
        if cx.skipped {
            return;
        }
        match piece {
            Piece::Bytes(bytes) => out.extend_from_slice(bytes),
            Piece::PerMode { single, first, later } => {
                out.extend_from_slice(match (cx.place.single, cx.place.copy) {
                    (true, _) => single,
                    (false, 0) => first,
                    _ => later,
                });
            }
            Piece::Id { space, index, original } => {
                if cx.place.single {
                    out.extend_from_slice(original);
                } else {
                    let count = cx.ids.get(space_index(*space)).copied().unwrap_or_default();
                    let copy = u32::try_from(cx.place.copy).unwrap_or(u32::MAX);
                    let id = copy.wrapping_mul(count.per_copy).wrapping_add(count.base).wrapping_add(*index)
                        & 0x7FFF_FFFF;
                    push_number(out, u64::from(id));
                }
            }
            Piece::Suffix => {
                if !cx.place.single && cx.place.copy > 0 {
                    out.push(b'_');
                    push_number(out, cx.place.copy as u64);
                }
            }
            Piece::Start { page, recto } => {
                if !cx.place.single && cx.place.copy > 0 {
                    out.extend_from_slice(if cx.options.recto { recto } else { page });
                }
            }
            Piece::Visible => {
                if let Some(para) = cx.paragraphs.last_mut() {
                    para.visible = true;
                }
            }
            Piece::ParaOpen { removable } => {
                let had = cx.had.clone();
                cx.paragraphs.push(Para { start: out.len(), removable: *removable, had, ..Para::default() });
            }
            Piece::ParaClose => close_paragraph(cx, out),
            Piece::SectionSlot(slot) => cx.slot = Some((out.len(), *slot)),
            Piece::Field(field) => emit_field(field, cx, out),
            Piece::When { later, pieces } => {
                if *later == (!cx.place.single && cx.place.copy > 0) {
                    emit(pieces, cx, out);
                }
            }
            Piece::Once { what, first, rest } => {
                let new = !cx.had.contains(what);
                if new {
                    cx.had.push(*what);
                }
                let later = !cx.place.single && cx.place.copy > 0;
                emit(if new && later { first } else { rest }, cx, out);
            }
            Piece::Guarded(condition, inner) => {
                let mut shown = String::new();
                eval::field_text(condition, cx, &mut shown);
                if shown.is_empty() {
                    emit(inner, cx, out);
                }
            }
        }
    }
}

fn push_number(out: &mut Vec<u8>, mut n: u64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    for slot in digits.iter_mut().rev() {
        *slot = b'0' + u8::try_from(n % 10).unwrap_or(0);
        at -= 1;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(at..).unwrap_or(&[]));
}

/// A paragraph that held nothing but merge fields, all empty, leaves no line (MAILMERGE A7).
fn close_paragraph(cx: &mut Context<'_>, out: &mut Vec<u8>) {
    let Some(para) = cx.paragraphs.pop() else { return };
    let blank = para.fields > 0 && !para.visible && !cx.keep_blank_lines;
    if para.removable && (blank || para.hidden) {
        out.truncate(para.start);
        // The next one starts the letter, then.
        cx.had = para.had;
    } else if para.hidden {
        // Only OpenDocument hides paragraphs; a cell keeps its last one, empty.
        if cx.had.contains(&Once::Start) && !para.had.contains(&Once::Start) {
            let tag = out.get(para.start..).and_then(|tag| tag.iter().position(|b| *b == b'>')).unwrap_or(0);
            out.truncate(para.start + tag);
            out.extend_from_slice(b"/>");
            cx.had = para.had;
            cx.had.push(Once::Start);
        } else {
            out.truncate(para.start);
            out.extend_from_slice(b"<text:p/>");
            cx.had = para.had;
        }
    }
    // What a text box shows is seen in the paragraph that holds it.
    if para.visible
        && let Some(outer) = cx.paragraphs.last_mut()
    {
        outer.visible = true;
    }
}

fn emit_field(field: &Field, cx: &mut Context<'_>, out: &mut Vec<u8>) {
    match &field.instruction {
        Instruction::If { test, yes, no } => {
            let branch = if eval::test(test, field, cx) { yes } else { no };
            emit(&branch.pieces, cx, out);
        }
        Instruction::Keep { pieces, warning, .. } => {
            if let Some(message) = warning {
                cx.warn_once(Some(field.label.clone()), message.clone());
            }
            emit(pieces, cx, out);
        }
        Instruction::HideParagraph(condition) => {
            if eval::odf_true(condition, cx)
                && let Some(para) = cx.paragraphs.last_mut()
            {
                para.hidden = true;
            }
        }
        _ => {
            let mut text = String::new();
            eval::field_text(field, cx, &mut text);
            if cx.skipped {
                return;
            }
            if let Some(para) = cx.paragraphs.last_mut() {
                para.visible |= !text.is_empty();
                para.fields += usize::from(field.is_merge());
            }
            field.wrap.write(&text, out);
            if !field.after.is_empty() {
                emit(&field.after, cx, out);
            }
        }
    }
}
