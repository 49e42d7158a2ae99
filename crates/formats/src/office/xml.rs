//! XML events of one part. No DTD, no entity but the five of XML, no depth or size without limit.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::FileError;
use crate::limits::{XML_DEPTH, XML_EVENT};

pub enum Node<'b> {
    Open(BytesStart<'b>),
    Close,
    Text(Cow<'b, str>),
    End,
}

pub struct Xml<'z> {
    reader: Reader<Counted<'z>>,
    buffer: Vec<u8>,
    depth: usize,
    part: String,
}

impl<'z> Xml<'z> {
    pub fn new(inner: Box<dyn Read + 'z>, part: &str, limit: u64) -> Self {
        let mut reader = Reader::from_reader(Counted {
            inner: BufReader::with_capacity(32 << 10, inner),
            part: part.to_owned(),
            total: 0,
            event: 0,
            limit,
        });
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new(), depth: 0, part: part.to_owned() }
    }

    /// Elements open around what was read last, its own included.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Unpacked bytes read so far.
    pub fn read(&mut self) -> u64 {
        self.reader.get_mut().total
    }

    pub fn next(&mut self) -> Result<Node<'_>, FileError> {
        self.buffer.clear();
        self.reader.get_mut().event = 0;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|e| refusal(&e, &self.part))?;
        Ok(match event {
            // Empty elements come as a start and an end, by configuration.
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                if self.depth > XML_DEPTH {
                    return Err(FileError::TooDeep { part: self.part.clone() });
                }
                Node::Open(start)
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Node::Close
            }
            Event::Text(text) => Node::Text(match text.into_inner() {
                // A bare CR in XML is a line end.
                text if text.contains('\r') => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
                text => text,
            }),
            Event::CData(text) => Node::Text(text.into_inner()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => Node::Text(Cow::Owned(c.to_string())),
                // A reference to no character, such as &#0;.
                Err(_) => Node::Text(Cow::Borrowed("")),
                Ok(None) => match named(&name.into_inner()) {
                    Some(text) => Node::Text(Cow::Borrowed(text)),
                    None => return Err(FileError::Dtd { part: self.part.clone() }),
                },
            },
            Event::DocType(_) => return Err(FileError::Dtd { part: self.part.clone() }),
            Event::Decl(decl) => {
                let utf8 = match decl.encoding() {
                    None => true,
                    Some(Ok(name)) => {
                        ["utf-8", "utf8", "us-ascii"].iter().any(|n| name.eq_ignore_ascii_case(n))
                    }
                    Some(Err(_)) => false,
                };
                if !utf8 {
                    return Err(FileError::damaged(&self.part));
                }
                Node::Text(Cow::Borrowed(""))
            }
            Event::Comment(_) | Event::PI(_) => Node::Text(Cow::Borrowed("")),
            Event::Eof if self.depth > 0 => return Err(FileError::damaged(&self.part)),
            Event::Eof => Node::End,
        })
    }

    /// Reads on past the end of the element that was just opened.
    pub fn skip(&mut self) -> Result<(), FileError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Node::End) {
                break;
            }
        }
        Ok(())
    }
}

fn named(entity: &str) -> Option<&'static str> {
    Some(match entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    })
}

/// The value of an attribute, whatever its prefix.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|a| a.key.local_name().into_inner() == name)
        .and_then(|a| quick_xml::escape::unescape(&a.value).ok().map(Cow::into_owned))
}

/// The name of an element without its prefix.
pub fn local<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.local_name().into_inner()
}

fn refusal(error: &quick_xml::Error, part: &str) -> FileError {
    if let quick_xml::Error::Io(io) = error
        && let Some(inner) = io.get_ref().and_then(|e| e.downcast_ref::<FileError>())
    {
        return inner.clone();
    }
    FileError::damaged(part)
}

/// Counts unpacked bytes as they come: what the container announces may be a lie.
struct Counted<'z> {
    inner: BufReader<Box<dyn Read + 'z>>,
    part: String,
    total: u64,
    event: u64,
    limit: u64,
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.total > self.limit {
            return Err(
                FileError::PartTooLarge { part: self.part.clone(), limit_mib: self.limit >> 20 }.into()
            );
        }
        if self.event > XML_EVENT {
            return Err(FileError::damaged(&self.part).into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.total += amount as u64;
        self.event += amount as u64;
        self.inner.consume(amount);
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), available.get(..count)) {
            to.copy_from_slice(from);
        }
        self.consume(count);
        Ok(count)
    }
}
