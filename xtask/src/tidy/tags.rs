//! The tags of a template, with their attributes. Askama's `{{ … }}` and `{% … %}` may stand anywhere inside.

/// One opening tag.
pub struct Tag {
    pub line: usize,
    pub name: String,
    /// Names in lower case; the value is empty where there is none.
    pub attributes: Vec<(String, String)>,
    /// What follows the tag, up to the next `<`.
    pub text_after: String,
}

impl Tag {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Every opening tag of a template, comments apart.
pub fn read(template: &str) -> Vec<Tag> {
    let text = blank(template, "<!--", "-->");
    let text = blank(&text, "{#", "#}");
    let mut tags = Vec::new();
    for (start, _) in text.match_indices('<') {
        let rest = &text[start + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let end = end_of_tag(rest);
        let inside = &rest[..end];
        let name_end =
            inside.find(|c: char| c.is_whitespace() || c == '/' || c == '{').unwrap_or(inside.len());
        let after = rest[end..].trim_start_matches('>');
        tags.push(Tag {
            line: text[..start].matches('\n').count() + 1,
            name: inside[..name_end].to_ascii_lowercase(),
            attributes: attributes(&inside[name_end..]),
            text_after: after.split('<').next().unwrap_or_default().trim().to_owned(),
        });
    }
    tags
}

/// Blanks what stands between two marks, keeping the lines.
fn blank(text: &str, open: &str, close: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let inside = &rest[start..];
        let end = inside.find(close).map_or(inside.len(), |at| at + close.len());
        result.push_str(&rest[..start]);
        result.extend(inside[..end].chars().map(|c| if c == '\n' { c } else { ' ' }));
        rest = &inside[end..];
    }
    result.push_str(rest);
    result
}

/// How long an Askama expression is when the text begins with one, otherwise 0.
fn expression(text: &str) -> usize {
    [("{{", "}}"), ("{%", "%}")]
        .iter()
        .find(|(open, _)| text.starts_with(open))
        .map_or(0, |(_, close)| text.find(close).map_or(text.len(), |at| at + close.len()))
}

fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let skip = expression(&text[at..]);
        if skip > 0 {
            at += skip;
            continue;
        }
        match (c, quote) {
            ('>', None) => return at,
            ('"' | '\'', None) => quote = Some(c),
            _ if quote == Some(c) => quote = None,
            _ => {}
        }
        at += c.len_utf8();
    }
    text.len()
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let skip = expression(rest);
        if skip > 0 {
            rest = &rest[skip..];
            continue;
        }
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/' | '{')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end.max(rest.chars().next().map_or(0, char::len_utf8)));
        if name.is_empty() {
            return attributes;
        }
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        attributes.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
}

/// A value, quoted or bare, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        let end = match expression(text) {
            0 => text.find(char::is_whitespace).unwrap_or(text.len()),
            length => length,
        };
        return text.split_at(end);
    };
    let inside = &text[1..];
    let mut at = 0;
    while let Some(c) = inside[at..].chars().next() {
        if c == quote {
            return (&inside[..at], &inside[at + 1..]);
        }
        at += expression(&inside[at..]).max(c.len_utf8());
    }
    (inside, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_around_expressions() {
        let tags = read(
            "<!-- <b x> -->\n<a href=\"{{ url(\"x\") }}\" {% if a > b %}hidden{% endif %} data-x=1>Go</a>",
        );
        assert_eq!(tags.len(), 1);
        assert_eq!((tags[0].line, tags[0].name.as_str()), (2, "a"));
        assert_eq!(tags[0].attribute("href"), Some("{{ url(\"x\") }}"));
        assert_eq!(tags[0].attribute("hidden"), Some(""));
        assert_eq!(tags[0].attribute("data-x"), Some("1"));
        assert_eq!(tags[0].text_after, "Go");
    }
}
