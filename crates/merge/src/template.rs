//! A template: read once, used for any number of merges.
use crate::context::Plan;
use crate::docx::{self, Docx};
use crate::field::names::Wanted;
use crate::matching::{FieldMatch, nearest};
use crate::odt::{self, Odt};
use crate::package::Package;
use crate::{Columns, TemplateError};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateKind {
    Docx,
    Odt,
}

/// A letter with its fields, compiled.
pub struct Template {
    pub(crate) inner: Inner,
    fields: Vec<String>,
    notices: Vec<String>,
}

pub(crate) enum Inner {
    Docx(Box<Docx>),
    Odt(Box<Odt>),
}

impl Template {
    /// Reads and compiles; the kind is found from the content, not from the name.
    ///
    /// # Errors
    /// Macros, DTDs, bombs, truncated or protected files, and anything that is no letter: each with a sentence.
    pub fn read(bytes: &[u8]) -> Result<Template, TemplateError> {
        let inner = if bytes.starts_with(b"PK") {
            let package = Package::open(bytes)?;
            if package.has("[Content_Types].xml") {
                Inner::Docx(Box::new(docx::read(package)?))
            } else if package.has("content.xml") {
                Inner::Odt(Box::new(odt::read(package)?))
            } else {
                return Err(TemplateError::UnknownKind);
            }
        } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            // The old container holds .doc files, and .docx files under a password.
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let encrypted = bytes.windows(name.len()).any(|w| w == name);
            return Err(if encrypted { TemplateError::Encrypted } else { TemplateError::OldWord });
        } else {
            Inner::Odt(Box::new(odt::read(odt::flat_to_package(bytes)?)?))
        };
        let (names, notices) = match &inner {
            Inner::Docx(d) => (&d.names, d.notices.clone()),
            Inner::Odt(o) => (&o.names, o.notices.clone()),
        };
        let mut fields: Vec<String> = Vec::new();
        for want in names {
            if !fields.contains(&want.name) {
                fields.push(want.name.clone());
            }
        }
        Ok(Template { inner, fields, notices })
    }

    /// What the result will be, too.
    #[must_use]
    pub fn kind(&self) -> TemplateKind {
        match self.inner {
            Inner::Docx(_) => TemplateKind::Docx,
            Inner::Odt(_) => TemplateKind::Odt,
        }
    }

    /// Distinct merge field names in document order, headers and footers after the body.
    #[must_use]
    pub fn fields(&self) -> &[String] {
        &self.fields
    }

    /// What the user should know before merging, e.g. a stored filter that no longer applies.
    #[must_use]
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// Each field with the column that it takes, or the nearest column name.
    ///
    /// # Errors
    /// `Ambiguous` when a field could take several columns.
    pub fn check(&self, columns: &Columns) -> Result<Vec<FieldMatch>, TemplateError> {
        let plan = self.plan(columns)?;
        let mut out: Vec<FieldMatch> = Vec::new();
        for (want, column) in self.names().iter().zip(plan.columns()) {
            if out.iter().any(|m| m.field == want.name) {
                continue;
            }
            let nearest = if column.is_none() { nearest(&want.name, columns) } else { None };
            out.push(FieldMatch { field: want.name.clone(), column: *column, nearest });
        }
        Ok(out)
    }

    fn names(&self) -> &[Wanted] {
        match &self.inner {
            Inner::Docx(d) => &d.names,
            Inner::Odt(o) => &o.names,
        }
    }

    pub(crate) fn plan(&self, columns: &Columns) -> Result<Plan, TemplateError> {
        let mapped: &[(String, String)] = match &self.inner {
            Inner::Docx(d) => &d.mapped,
            Inner::Odt(_) => &[],
        };
        Plan::new(self.names(), mapped, columns)
    }
}
