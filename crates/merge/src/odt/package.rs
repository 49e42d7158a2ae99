//! Reading an OpenDocument text: content and page styles compiled.
use super::body::Compiler;
use super::data_style::{self, DataStyles};
use super::pages::{Starters, paged_styles, start_styles};
use crate::field::names::{Names, Wanted};
use crate::package::Package;
use crate::piece::{Builder, Once, Piece, varies};
use crate::xml::dom::attributes;
use crate::xml::{Dom, NodeId};
use crate::{Language, TemplateError};
use std::collections::{HashMap, HashSet};

pub struct Odt {
    pub package: Package,
    /// Source up to the end of the automatic styles.
    pub head: Vec<u8>,
    /// Styles that later letters need, once.
    pub styles_once: Vec<Piece>,
    /// Styles that each later letter needs.
    pub styles_each: Vec<Piece>,
    /// From the end of the automatic styles into the text, with declarations.
    pub middle: Vec<u8>,
    pub pieces: Vec<Piece>,
    pub after: Vec<u8>,
    pub pages: Option<Pages>,
    pub language: Option<Language>,
    pub names: Vec<Wanted>,
    pub notices: Vec<String>,
    /// The list of parts when some of them, macros, are left out.
    pub manifest: Option<String>,
}

pub const MANIFEST: &str = "META-INF/manifest.xml";

/// Programs that LibreOffice would run: never carried into a letter.
pub fn is_macro(name: &str) -> bool {
    name.starts_with("Basic/") || name.starts_with("Scripts/") || name.starts_with("Dialogs/")
}

fn without_macros(manifest: String) -> Result<String, TemplateError> {
    let dom = Dom::parse(manifest, MANIFEST)?;
    let mut out = String::with_capacity(dom.src.len());
    let mut done = 0;
    for &entry in dom.children(dom.root) {
        if dom.attr_local(entry, "full-path").is_some_and(|p| is_macro(&p)) {
            let span = dom.span(entry);
            out.push_str(dom.src.get(done..span.start).unwrap_or(""));
            done = span.end;
        }
    }
    out.push_str(dom.src.get(done..).unwrap_or(""));
    Ok(out)
}

/// styles.xml, cut round its page styles.
pub struct Pages {
    pub before: Vec<u8>,
    pub masters: Vec<Piece>,
    pub after: Vec<u8>,
    pub varies: bool,
}

pub fn read(package: Package) -> Result<Odt, TemplateError> {
    let mime = if package.has("mimetype") { package.text("mimetype")? } else { String::new() };
    if !mime.trim().is_empty() && !mime.contains("opendocument.text") {
        return Err(TemplateError::UnknownKind);
    }
    let manifest = if package.has(MANIFEST) { package.text(MANIFEST)? } else { String::new() };
    if manifest.contains("encryption-data") {
        return Err(TemplateError::Encrypted);
    }
    let macros = package.names.iter().any(|n| is_macro(n) && !n.ends_with('/'));
    let dom = Dom::parse(package.text("content.xml")?, "content.xml")?;
    let body = dom
        .child(dom.root, "office:body")
        .and_then(|b| dom.child(b, "office:text"))
        .ok_or(TemplateError::UnknownKind)?;
    let styles = if package.has("styles.xml") {
        Some(Dom::parse(package.text("styles.xml")?, "styles.xml")?)
    } else {
        None
    };
    let variables = declared(&dom, body);

    let mut data_styles = DataStyles::new();
    styles.iter().chain([&dom]).for_each(|d| data_style::read(d, &mut data_styles));
    let mut names = Names::default();
    // The body first, so that its fields are listed first; compiled again once the page styles are known to vary.
    let mut first = Compiler {
        dom: &dom,
        names: &mut names,
        variables: &variables,
        data_styles: &data_styles,
        starters: Starters::default(),
        page_frames: Vec::new(),
        frame_places: HashSet::new(),
        per_letter_styles: HashSet::new(),
    };
    first.children(body, &mut Builder::default());
    let pages = styles.as_ref().and_then(|s| pages(s, &mut names, &variables, &data_styles));
    let varying = pages.as_ref().is_some_and(|p| p.varies);

    let mut per_letter_styles = HashSet::new();
    let paged = paged_styles(&dom);
    if varying {
        per_letter_styles.insert(String::new());
        per_letter_styles.extend(paged.iter().filter_map(|s| dom.attr(*s, "style:name")));
    }
    let starters = Starters::of(&dom, body);
    let numbered = [Some(&dom), styles.as_ref()]
        .into_iter()
        .flatten()
        .any(|d| d.src.contains("<text:page-number") || d.src.contains("<text:page-count"));
    let styles_start = start_styles(&dom, styles.as_ref(), &starters, numbered, varying);
    let frames: Vec<NodeId> =
        dom.children(body).iter().copied().filter(|c| is_page_frame(&dom, *c)).collect();
    let is_paragraph = |id: &NodeId| matches!(dom.name(*id), "text:p" | "text:h");
    let mut frame_places: HashSet<NodeId> = HashSet::new();
    if !frames.is_empty() {
        frame_places.extend(starters.ids().filter(is_paragraph));
        if frame_places.is_empty() {
            frame_places.extend(dom.children(body).iter().copied().find(is_paragraph));
        }
    }
    let certain = starters.certain;

    let mut compiler = Compiler {
        dom: &dom,
        names: &mut names,
        variables: &variables,
        data_styles: &data_styles,
        starters,
        page_frames: Vec::new(),
        frame_places,
        per_letter_styles,
    };
    for &frame in &frames {
        let mut pieces = Builder::default();
        compiler.element(frame, &mut pieces);
        compiler.page_frames.extend(pieces.finish());
    }
    // A letter of nothing but a table keeps them where they are.
    let movable = !certain || !compiler.frame_places.is_empty();
    let mut declarations = Builder::default();
    let mut b = Builder::default();
    let mut notices = Vec::new();
    if macros {
        notices.push("Les macros du modèle ne sont pas reprises dans les lettres.".to_owned());
    }
    for &child in dom.children(body) {
        match dom.name(child) {
            "office:forms"
            | "text:tracked-changes"
            | "text:sequence-decls"
            | "text:variable-decls"
            | "text:user-field-decls"
            | "text:dde-connection-decls"
            | "text:alphabetical-index-auto-mark-file" => declarations.text(dom.outer(child)),
            _ if movable && is_page_frame(&dom, child) => {
                let mut frame = Builder::default();
                compiler.element(child, &mut frame);
                b.push(Piece::When { later: false, pieces: frame.finish().into() });
            }
            _ => compiler.node(child, &mut b),
        }
    }
    if !certain {
        // A letter whose record hides everything is an empty page.
        let mut bare = Builder::default();
        bare.text("<text:p text:style-name=\"");
        bare.extend(compiler.starters.style_name(compiler.starters.bare_style(), varying));
        bare.text("\">");
        bare.push(compiler.frames());
        bare.text("</text:p>");
        b.push(Piece::When {
            later: true,
            pieces: [Piece::Once { what: Once::Start, first: bare.finish().into(), rest: Box::new([]) }]
                .into(),
        });
    }
    if dom.src.contains("<text:database-row-select") {
        notices.push("Le champ « Enregistrement quelconque » n’est pas suivi : les enregistrements viennent dans l’ordre.".to_owned());
    }
    let mut each = Builder::default();
    if varying {
        each.extend(styles_start.clone());
        for style in paged {
            suffixed(&dom, style, &["style:name", "style:master-page-name"], &mut each);
            for child in dom.children(style) {
                each.text(dom.outer(*child));
            }
            each.text(dom.close_tag(style));
        }
    }
    let (head, open_middle) = around_styles(&dom, body);
    let span = dom.span(body);
    let (middle, after) = if dom.is_empty_tag(body) {
        (
            open_middle.strip_suffix("/>").map_or(open_middle.clone(), |m| format!("{m}>")),
            format!("</office:text>{}", dom.src.get(span.end..).unwrap_or("")),
        )
    } else {
        (open_middle, dom.src.get(span.end - dom.close_tag(body).len()..).unwrap_or("").to_owned())
    };
    let mut middle = middle.into_bytes();
    for piece in declarations.finish() {
        if let Piece::Bytes(bytes) = piece {
            middle.extend_from_slice(&bytes);
        }
    }
    Ok(Odt {
        head: head.into_bytes(),
        styles_once: if varying { Vec::new() } else { styles_start },
        styles_each: each.finish(),
        middle,
        pieces: b.finish(),
        after: after.into_bytes(),
        pages,
        language: styles.as_ref().and_then(language),
        names: names.0,
        notices,
        manifest: if macros { Some(without_macros(manifest)?) } else { None },
        package,
    })
}

fn is_page_frame(dom: &Dom, id: NodeId) -> bool {
    dom.name(id).starts_with("draw:") && dom.attr(id, "text:anchor-type").as_deref() == Some("page")
}

/// Source up to where an automatic style can be added, and from there to the end of the text's start tag.
fn around_styles(dom: &Dom, body: NodeId) -> (String, String) {
    let text_open = dom.span(body).start + dom.open_tag(body).len();
    let slice = |from: usize, to: usize| dom.src.get(from..to).unwrap_or("").to_owned();
    match dom.child(dom.root, "office:automatic-styles") {
        Some(styles) if dom.is_empty_tag(styles) => {
            let span = dom.span(styles);
            (
                slice(0, span.start) + "<office:automatic-styles>",
                "</office:automatic-styles>".to_owned() + &slice(span.end, text_open),
            )
        }
        Some(styles) => {
            let close = dom.span(styles).end - dom.close_tag(styles).len();
            (slice(0, close), slice(close, text_open))
        }
        None => {
            let at = dom.parent(body).map_or(0, |b| dom.span(b).start);
            (
                slice(0, at) + "<office:automatic-styles>",
                "</office:automatic-styles>".to_owned() + &slice(at, text_open),
            )
        }
    }
}

/// A start tag with the letter's number after some of its values.
fn suffixed(dom: &Dom, id: NodeId, names: &[&str], b: &mut Builder) {
    let tag = dom.open_tag(id);
    let mut done = 0;
    for a in attributes(tag).filter(|a| names.contains(&a.name) && !a.raw.is_empty()) {
        b.text(tag.get(done..a.value.end).unwrap_or(""));
        b.push(Piece::Suffix);
        done = a.value.end;
    }
    b.text(tag.get(done..).unwrap_or(""));
}

fn pages(
    dom: &Dom,
    names: &mut Names,
    variables: &HashMap<String, String>,
    data_styles: &DataStyles,
) -> Option<Pages> {
    let masters = dom.child(dom.root, "office:master-styles")?;
    let mut compiler = Compiler {
        dom,
        names,
        variables,
        data_styles,
        starters: Starters::default(),
        page_frames: Vec::new(),
        frame_places: HashSet::new(),
        per_letter_styles: HashSet::new(),
    };
    let mut b = Builder::default();
    for &child in dom.children(masters) {
        if dom.name(child) == "style:master-page" {
            suffixed(dom, child, &["style:name", "style:display-name", "style:next-style-name"], &mut b);
            compiler.children(child, &mut b);
            b.text(dom.close_tag(child));
        } else {
            b.per_mode(dom.outer(child), dom.outer(child), "");
        }
    }
    let pieces = b.finish();
    let span = dom.span(masters);
    if dom.is_empty_tag(masters) {
        return None;
    }
    let from = span.start + dom.open_tag(masters).len();
    let to = span.end - dom.close_tag(masters).len();
    let slice = |from: usize, to: usize| dom.src.get(from..to).unwrap_or("").as_bytes().to_vec();
    Some(Pages {
        before: slice(0, from),
        varies: varies(&pieces),
        masters: pieces,
        after: slice(to, dom.src.len()),
    })
}

fn language(dom: &Dom) -> Option<Language> {
    let styles = dom.child(dom.root, "office:styles")?;
    let default = dom.children(styles).iter().find(|s| {
        dom.name(**s) == "style:default-style"
            && dom.attr(**s, "style:family").as_deref() == Some("paragraph")
    })?;
    let properties = dom.child(*default, "style:text-properties")?;
    Language::from_tag(&dom.attr(properties, "fo:language")?)
}

fn declared(dom: &Dom, body: NodeId) -> HashMap<String, String> {
    let mut out = HashMap::new();
    for id in dom.child(body, "text:user-field-decls").map(|d| dom.walk(d)).unwrap_or_default() {
        if let Some(name) = dom.attr(id, "text:name") {
            let value = dom
                .attr(id, "office:string-value")
                .or_else(|| dom.attr(id, "office:value"))
                .unwrap_or_default();
            out.insert(name, value);
        }
    }
    out
}
