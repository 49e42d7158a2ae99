//! The sender's legal mentions (C. com., art. R123-237): in the letter itself, or on the paper it is printed on.

use filon_core::account::normalise::{siren_is_valid, siret_is_valid};
use filon_core::{Campaign, Channel};

use super::find;
use super::launch::{TemplateRef, document};
use crate::letters::words_of;
use crate::{Actor, App, Result, settings};

/// Where the sender's mentions stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// The letter itself carries a SIREN or SIRET that passes its check, or names its register.
    pub in_template: bool,
    /// The settings have all of them, so that they can be copied from there: no letter takes them by itself.
    pub in_settings: bool,
    /// What the settings lack, worded.
    pub missing: Vec<String>,
}

impl Mentions {
    /// Whether the letter carries them; else somebody has to say that its paper does.
    pub fn are_known(&self) -> bool {
        self.in_template
    }
}

/// Where the mentions of an action's letter stand, with this template or the one that it was planned with.
pub fn mentions(
    app: &App,
    actor: &Actor,
    campaign: &str,
    template: Option<&TemplateRef>,
) -> Result<Mentions> {
    let found = find(app, actor, campaign)?;
    let document = document(app, actor, &found, template)?;
    of_document(app, actor, document.as_ref().map(|(_, bytes)| bytes.as_slice()))
}

pub(super) fn of_document(app: &App, actor: &Actor, document: Option<&[u8]>) -> Result<Mentions> {
    let in_template = document.is_some_and(|bytes| carries_mentions(&words_of(bytes)));
    let company = app.read(actor, settings::get_in)?.company;
    let missing = company.missing_mentions();
    let word = actor.words().campaign.mention;
    Ok(Mentions {
        in_template,
        in_settings: missing.is_empty(),
        missing: missing.into_iter().map(|field| word(field).to_owned()).collect(),
    })
}

/// Letters and e-mails carry mentions; a call or a visit has none.
pub(super) fn are_due(campaign: &Campaign) -> bool {
    matches!(campaign.channel, Channel::Letter | Channel::Email)
}

/// A register named, or a number of the company that passes its check.
fn carries_mentions(text: &str) -> bool {
    text.lines().any(|line| names_register(line) || has_number(line))
}

fn names_register(line: &str) -> bool {
    let folded = filon_core::text::fold(line).replace('.', "");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    words.contains(&"rcs")
        || ["repertoire des metiers", "registre national des entreprises", "registre du commerce"]
            .iter()
            .any(|name| folded.contains(name))
}

/// Numbers are written in groups: `123 456 789`, `123 456 789 00012`, or in one piece. A telephone, whose
/// groups are pairs, is none of them.
fn has_number(line: &str) -> bool {
    let spaced: String = line.chars().map(|c| if c.is_whitespace() || c == '.' { ' ' } else { c }).collect();
    let groups: Vec<&str> =
        spaced.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let shapes: [&[usize]; 5] = [&[9], &[14], &[3, 3, 3], &[3, 3, 3, 5], &[9, 5]];
    shapes.iter().any(|shape| {
        groups.windows(shape.len()).any(|window| {
            let fits = window.iter().zip(*shape).all(|(group, length)| group.len() == *length);
            let digits = window.concat();
            fits && (siren_is_valid(&digits) || siret_is_valid(&digits))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::carries_mentions;

    #[test]
    fn letterheads_are_known_and_telephones_are_not() {
        for carried in [
            "SARL au capital de 20 000 € – RCS Bordeaux",
            "R.C.S. Nanterre 552 100 554",
            "SIRET : 732 829 320 00074",
            "N° TVA FR 44 732829320",
            "Inscrit au Répertoire des métiers de la Gironde",
        ] {
            assert!(carries_mentions(carried), "{carried}");
        }
        for other in ["Tél. 05 36 49 00 00, 33000 Bordeaux", "Réf. 123 456 788", "Parcs et jardins", ""] {
            assert!(!carries_mentions(other), "{other}");
        }
    }
}
