//! Names that the template asks of the data, each once.
use super::mapping::PLACEHOLDERS;
use crate::{Columns, TemplateError, matching};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub name: String,
    /// `\m`: one of Word's predefined names, mapped to a column by the document.
    pub mapped: bool,
}

impl Wanted {
    pub fn resolve(
        &self,
        mapped: &[(String, String)],
        columns: &Columns,
        places: &[Option<usize>],
    ) -> Result<Option<usize>, TemplateError> {
        if self.mapped {
            let known = |name: &str| matching::fold(name) == matching::fold(&self.name);
            if let Some((_, column)) = mapped.iter().find(|(name, _)| known(name))
                && let Some(index) = matching::column_of(column, columns)?
            {
                return Ok(Some(index));
            }
            let place = PLACEHOLDERS
                .iter()
                .position(|p| known(p.mapped_name) || p.usual.contains(&matching::fold(&self.name).as_str()));
            if let Some(index) = place.and_then(|p| places.get(p).copied().flatten()) {
                return Ok(Some(index));
            }
        }
        matching::column_of(&self.name, columns)
    }
}

/// Grows while parts are compiled.
#[derive(Debug, Default)]
pub struct Names(pub Vec<Wanted>);

impl Names {
    pub fn index(&mut self, name: &str, mapped: bool) -> usize {
        let at = self.0.iter().position(|w| w.name == name && w.mapped == mapped);
        at.unwrap_or_else(|| {
            self.0.push(Wanted { name: name.to_owned(), mapped });
            self.0.len() - 1
        })
    }
}
