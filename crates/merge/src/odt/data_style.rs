//! Date styles of OpenDocument as date pictures.
use crate::Language;
use crate::xml::{Dom, NodeId};
use std::collections::HashMap;

/// Picture and language of each date or time style, by name.
pub type DataStyles = HashMap<String, (String, Option<Language>)>;

pub fn read(dom: &Dom, out: &mut DataStyles) {
    for place in ["office:styles", "office:automatic-styles"] {
        let Some(styles) = dom.child(dom.root, place) else { continue };
        for &style in dom.children(styles) {
            if matches!(dom.name(style), "number:date-style" | "number:time-style")
                && let Some(name) = dom.attr(style, "style:name")
            {
                let language = dom.attr(style, "number:language").and_then(|l| Language::from_tag(&l));
                out.insert(name, (picture(dom, style), language));
            }
        }
    }
}

fn picture(dom: &Dom, style: NodeId) -> String {
    let mut out = String::new();
    for &item in dom.children(style) {
        let long = dom.attr(item, "number:style").as_deref() == Some("long");
        let words = dom.attr(item, "number:textual").as_deref() == Some("true");
        if dom.name(item) == "number:text" {
            // The apostrophe quotes in a picture: a curly one stands for it.
            out.push_str(&format!("'{}'", dom.text(item).replace('\'', "’")));
        }
        out.push_str(match (dom.name(item), long, words) {
            ("number:day", true, _) => "dd",
            ("number:day", false, _) => "d",
            ("number:month", true, true) => "MMMM",
            ("number:month", false, true) => "MMM",
            ("number:month", true, false) => "MM",
            ("number:month", false, false) => "M",
            ("number:year", true, _) => "yyyy",
            ("number:year", false, _) => "yy",
            ("number:day-of-week", true, _) => "dddd",
            ("number:day-of-week", false, _) => "ddd",
            ("number:hours", true, _) => "HH",
            ("number:hours", false, _) => "H",
            ("number:minutes", true, _) => "mm",
            ("number:minutes", false, _) => "m",
            ("number:seconds", true, _) => "ss",
            ("number:seconds", false, _) => "s",
            ("number:am-pm", ..) => "am/pm",
            _ => "",
        });
    }
    out
}
