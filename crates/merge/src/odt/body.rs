//! Text of OpenDocument to pieces: fields become text, hidden parts go, names get the letter's number.
use super::condition::{self, Condition};
use super::data_style::DataStyles;
use super::pages::Starters;
use crate::Language;
use crate::field::names::Names;
use crate::field::wrap::Wrap;
use crate::field::{Field, Format, Instruction};
use crate::piece::{Builder, Once, Piece};
use crate::xml::dom::attributes;
use crate::xml::{Dom, Kind, NodeId};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub struct Compiler<'a> {
    pub dom: &'a Dom,
    pub names: &'a mut Names,
    /// User fields declared with a value.
    pub variables: &'a HashMap<String, String>,
    pub data_styles: &'a DataStyles,
    /// The blocks that can start a later letter on a new page.
    pub starters: Starters,
    /// Frames anchored to the page: in later letters they go into one of these paragraphs.
    pub page_frames: Vec<Piece>,
    pub frame_places: HashSet<NodeId>,
    /// Styles that are copied for each letter because their page shows fields.
    pub per_letter_styles: HashSet<String>,
}

/// Attributes whose values name something that must be unique, or point to it.
fn is_name(element: &str, attribute: &str) -> bool {
    match attribute {
        "xml:id" | "text:continue-list" | "text:id" | "text:ref-name" | "table:name" | "draw:name" => true,
        "text:name" => {
            element.starts_with("text:bookmark")
                || element.starts_with("text:reference-mark")
                || element == "text:section"
        }
        _ => false,
    }
}

impl Compiler<'_> {
    pub fn children(&mut self, id: NodeId, b: &mut Builder) {
        let dom = self.dom;
        for &child in dom.children(id) {
            self.node(child, b);
        }
    }

    pub fn node(&mut self, id: NodeId, b: &mut Builder) {
        let dom = self.dom;
        if dom.kind(id) != Kind::Element {
            let text = dom.outer(id);
            if dom.kind(id) != Kind::Other && !text.trim().is_empty() {
                b.push(Piece::Visible);
            }
            b.text(text);
            return;
        }
        match dom.name(id) {
            "text:p" | "text:h" => self.paragraph(id, b),
            "text:database-display" => {
                let column = dom.attr(id, "text:column-name").unwrap_or_default();
                let name = self.names.index(&column, false);
                let (format, language) = self.format(id);
                let merge = Instruction::Merge { name, format, before: Vec::new(), after: Vec::new() };
                b.push(Piece::Field(make_in(merge, &column, language)));
            }
            // A letter in the archive keeps its date.
            "text:date" | "text:time" if self.moves(id) => {
                let (format, language) = self.format(id);
                let time = dom.name(id) == "text:time";
                b.push(Piece::Field(make_in(Instruction::Moment { time, format }, "date", language)));
            }
            "text:database-next" => {
                let condition = self.condition(id);
                self.field(Instruction::OdfNext(condition), "database-next", b);
            }
            // Records come one after the other; jumping to one is not possible.
            "text:database-row-select" => {}
            "text:database-row-number" => {
                self.field(Instruction::RecordNumber(Format::default()), "database-row-number", b);
            }
            "text:conditional-text" => {
                let condition = self.condition(id).unwrap_or(Condition::Truth(false));
                let get = |name| dom.attr(id, name).unwrap_or_default();
                let (yes, no) = (get("text:string-value-if-true"), get("text:string-value-if-false"));
                self.field(Instruction::OdfChoice { condition, yes, no }, "conditional-text", b);
            }
            "text:hidden-text" => {
                let condition = self.condition(id).unwrap_or(Condition::Truth(false));
                let no = dom.attr(id, "text:string-value").unwrap_or_else(|| dom.text(id));
                self.field(Instruction::OdfChoice { condition, yes: String::new(), no }, "hidden-text", b);
            }
            "text:hidden-paragraph" => {
                let condition = self.condition(id).unwrap_or(Condition::Truth(false));
                self.field(Instruction::HideParagraph(condition), "hidden-paragraph", b);
            }
            "text:section" if dom.attr(id, "text:display").as_deref() == Some("condition") => {
                let condition = self.condition(id).unwrap_or(Condition::Truth(false));
                let mut inner = Builder::default();
                self.element(id, &mut inner);
                let field = make(Instruction::HideSection(condition), "section");
                b.push(Piece::Guarded(field, inner.finish().into()));
            }
            "text:tracked-changes" | "office:annotation" | "office:annotation-end" => {
                b.per_mode(dom.outer(id), dom.outer(id), "");
            }
            "text:span"
            | "text:a"
            | "text:s"
            | "text:tab"
            | "text:soft-page-break"
            | "text:ruby"
            | "text:ruby-base"
            | "text:meta" => self.element(id, b),
            _ => {
                b.push(Piece::Visible);
                self.element(id, b);
            }
        }
    }

    fn format(&self, id: NodeId) -> (Format, Option<Language>) {
        let style = self.dom.attr(id, "style:data-style-name").and_then(|s| self.data_styles.get(&s));
        match style {
            Some((picture, language)) => {
                (Format { date: Some(picture.clone()), ..Format::default() }, *language)
            }
            None => (Format::default(), None),
        }
    }

    /// A date that follows the clock, neither fixed nor shifted.
    fn moves(&self, id: NodeId) -> bool {
        let attr = |name| self.dom.attr(id, name);
        attr("text:fixed").as_deref() != Some("true")
            && attr("text:date-adjust").is_none()
            && attr("text:time-adjust").is_none()
    }

    fn condition(&mut self, id: NodeId) -> Option<Condition> {
        let text = self.dom.attr(id, "text:condition").filter(|t| !t.trim().is_empty())?;
        Some(condition::parse(&text, self.names, self.variables))
    }

    fn field(&mut self, instruction: Instruction, label: &str, b: &mut Builder) {
        b.push(Piece::Field(make(instruction, label)));
    }

    fn paragraph(&mut self, id: NodeId, b: &mut Builder) {
        let removable = removable(self.dom, id);
        b.push(Piece::ParaOpen { removable });
        self.element(id, b);
        b.push(Piece::ParaClose);
    }

    pub fn element(&mut self, id: NodeId, b: &mut Builder) {
        let dom = self.dom;
        let framed = self.frame_places.contains(&id);
        // Whatever is added to it needs an end tag.
        let opened = framed || self.starters.has(id);
        self.open_tag(id, opened, b);
        let empty = dom.is_empty_tag(id);
        if framed {
            b.push(self.frames());
        }
        self.children(id, b);
        if opened && empty {
            b.text(&format!("</{}>", dom.name(id)));
        } else {
            b.text(dom.close_tag(id));
        }
    }

    /// The frames of the page, once in a later letter.
    pub fn frames(&self) -> Piece {
        Piece::Once { what: Once::Frames, first: self.page_frames.clone().into(), rest: Box::new([]) }
    }

    fn open_tag(&mut self, id: NodeId, opened: bool, b: &mut Builder) {
        let dom = self.dom;
        let (tag, element) = (dom.open_tag(id), dom.name(id));
        let starts = self.starters.has(id);
        let tag_text = if opened {
            tag.strip_suffix("/>").map_or_else(|| tag.to_owned(), |t| format!("{t}>"))
        } else {
            tag.to_owned()
        };
        let mut done = 0;
        let mut styled = false;
        for attribute in attributes(tag) {
            let upto = |to: usize| tag_text.get(done..to).unwrap_or("").to_owned();
            if starts && matches!(attribute.name, "text:style-name" | "table:style-name") {
                styled = true;
                b.text(&upto(attribute.value.start));
                let mut own = Builder::default();
                own.text(attribute.raw);
                if self.per_letter_styles.contains(attribute.raw) {
                    own.push(Piece::Suffix);
                }
                let first = self.start_style(id).into();
                b.push(Piece::Once { what: Once::Start, first, rest: own.finish().into() });
                done = attribute.value.end;
            } else if is_name(element, attribute.name)
                || attribute.name.ends_with(":style-name") && self.per_letter_styles.contains(attribute.raw)
            {
                b.text(&upto(attribute.value.end));
                b.push(Piece::Suffix);
                done = attribute.value.end;
            } else if element == "text:section"
                && matches!(attribute.name, "text:display" | "text:condition")
                && dom.attr(id, "text:display").as_deref() == Some("condition")
            {
                // Decided here: LibreOffice would ask the database again.
                b.text(&upto(attribute.whole.start));
                done = attribute.whole.end;
            } else if element.starts_with("draw:")
                && matches!(attribute.name, "text:anchor-type" | "text:anchor-page-number")
                && attribute_is_page(dom, id)
            {
                b.text(&upto(attribute.whole.start));
                let whole = tag_text.get(attribute.whole.clone()).unwrap_or("").to_owned();
                b.per_mode(
                    &whole,
                    &whole,
                    if attribute.name == "text:anchor-type" { " text:anchor-type=\"paragraph\"" } else { "" },
                );
                done = attribute.whole.end;
            }
        }
        if starts && !styled {
            let family = element.split(':').next().unwrap_or("text").to_owned();
            let end = tag_text.len().saturating_sub(1);
            b.text(tag_text.get(done..end).unwrap_or(""));
            let mut first = Builder::default();
            first.text(&format!(" {family}:style-name=\""));
            first.extend(self.start_style(id));
            first.text("\"");
            b.push(Piece::Once { what: Once::Start, first: first.finish().into(), rest: Box::new([]) });
            b.text(">");
            return;
        }
        b.text(tag_text.get(done..).unwrap_or(""));
    }

    /// The name of the style with which this block starts a letter.
    fn start_style(&self, id: NodeId) -> Vec<Piece> {
        self.starters.style_name(self.starters.style_of(id), self.per_letter_styles.contains(""))
    }
}

/// A cell, a list item, a text box keeps its last paragraph.
pub fn removable(dom: &Dom, id: NodeId) -> bool {
    let Some(parent) = dom.parent(id) else { return false };
    let blocks: Vec<NodeId> =
        dom.children(parent).iter().copied().filter(|c| dom.kind(*c) == Kind::Element).collect();
    dom.name(parent) != "text:list-item" && blocks.last() != Some(&id)
}

fn attribute_is_page(dom: &Dom, id: NodeId) -> bool {
    dom.attr(id, "text:anchor-type").as_deref() == Some("page")
}

fn make(instruction: Instruction, label: &str) -> Arc<Field> {
    make_in(instruction, label, None)
}

fn make_in(instruction: Instruction, label: &str, language: Option<Language>) -> Arc<Field> {
    Arc::new(Field { instruction, wrap: Wrap::Odf, language, after: Vec::new(), label: label.to_owned() })
}
