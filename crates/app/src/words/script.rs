//! Scripts (argumentaires).

use filon_core::call::{BlockKind, OwnField, Problem};

/// Messages of scripts.
pub struct ScriptWords {
    pub nameless: &'static str,
    pub name_taken: fn(&str) -> String,
    pub unknown: &'static str,
    pub version_unknown: fn(u32) -> String,
    pub saved_since: fn(u32) -> String,
    pub objection_unknown: &'static str,
    pub reply_empty: &'static str,
    pub same_versions: &'static str,
    pub compare_blocked: fn(u32, &str) -> String,
    pub problem: fn(&Problem) -> String,
    /// The one who is called where a script is read without an account.
    pub example_company: &'static str,
    pub example_city: &'static str,
}

fn block_fr(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Introduction => "la présentation",
        BlockKind::Purpose => "l’objet de l’appel",
        BlockKind::Discovery => "la découverte",
        BlockKind::Arguments => "l’argumentation",
        BlockKind::PositiveClose => "la conclusion positive",
        BlockKind::NegativeClose => "la conclusion négative",
    }
}

fn block_en(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Introduction => "introduction",
        BlockKind::Purpose => "purpose of the call",
        BlockKind::Discovery => "discovery",
        BlockKind::Arguments => "arguments",
        BlockKind::PositiveClose => "positive close",
        BlockKind::NegativeClose => "negative close",
    }
}

fn problem_fr(problem: &Problem) -> String {
    match problem {
        Problem::NoName => "L’argumentaire n’a pas de nom. Donnez-lui-en un.".to_owned(),
        Problem::Missing(kind) => format!("Il manque {}. Ajoutez ce bloc.", block_fr(*kind)),
        Problem::Repeated(kind) => {
            format!("On trouve plus d’une fois {}. Gardez un seul de ces blocs.", block_fr(*kind))
        }
        Problem::OutOfOrder => {
            "Ce bloc vient après une partie plus tardive de l’appel. Remontez-le.".to_owned()
        }
        Problem::Empty => "Rien à dire ici. Écrivez un texte, ou retirez-le.".to_owned(),
        Problem::CallerNotNamed(own) => format!(
            "La présentation ne dit pas {}, dû dès le début de l’appel (C. conso., art. L221-16). Ajoutez le champ {{{}}}.",
            if *own == OwnField::Me { "qui appelle" } else { "pour quelle société on appelle" },
            own.names().first().copied().unwrap_or_default()
        ),
        Problem::Misplaced => {
            "Les questions vont dans la découverte, les arguments dans l’argumentation. Déplacez-les.".to_owned()
        }
        Problem::TooFewChoices => "Un choix a au moins deux réponses. Ajoutez-en.".to_owned(),
        Problem::FilledTwice => {
            "Une autre question remplit déjà ce champ\u{202f}: sa réponse serait perdue. Choisissez un autre champ."
                .to_owned()
        }
        Problem::IncompleteArgument => {
            "Un argument a trois parties\u{202f}: caractéristique, avantage, preuve. Complétez-le.".to_owned()
        }
        Problem::NothingSaid => "Écrivez comment les gens disent cette objection.".to_owned(),
        Problem::NoReply => "Cette objection n’a pas encore de réponse. Préparez-en une.".to_owned(),
        Problem::NoRealReasonQuestion => {
            "C’est un prétexte\u{202f}: ajoutez la question qui trouve la vraie raison.".to_owned()
        }
        Problem::UnknownField(field) => match &field.nearest {
            Some(near) => format!(
                "Le champ {{{}}} n’existe pas. Vouliez-vous dire {{{near}}}\u{202f}?",
                field.name
            ),
            None => format!("Le champ {{{}}} n’existe pas. Corrigez-le, ou retirez les accolades.", field.name),
        },
        Problem::SameId => "Deux parties portent le même repère. Copiez le texte dans un nouveau bloc.".to_owned(),
    }
}

fn problem_en(problem: &Problem) -> String {
    match problem {
        Problem::NoName => "The script has no name. Give it one.".to_owned(),
        Problem::Missing(kind) => format!("The {} is missing. Add this block.", block_en(*kind)),
        Problem::Repeated(kind) => {
            format!("There is more than one {}. Keep one of these blocks.", block_en(*kind))
        }
        Problem::OutOfOrder => "This block comes after a later part of the call. Move it up.".to_owned(),
        Problem::Empty => "Nothing to say here. Write a text, or take it away.".to_owned(),
        Problem::CallerNotNamed(own) => format!(
            "The introduction does not say {}, due at the start of a call (C. conso., art. L221-16). Add the field {{{}}}.",
            if *own == OwnField::Me { "who calls" } else { "for which company one calls" },
            own.names().last().copied().unwrap_or_default()
        ),
        Problem::Misplaced => {
            "Questions belong to the discovery, arguments to the arguments. Move them.".to_owned()
        }
        Problem::TooFewChoices => "A choice has two answers at least. Add some.".to_owned(),
        Problem::FilledTwice => {
            "Another question fills this field already: its answer would be lost. Choose another field."
                .to_owned()
        }
        Problem::IncompleteArgument => {
            "An argument has three parts: characteristic, advantage, proof. Complete it.".to_owned()
        }
        Problem::NothingSaid => "Write how people say this objection.".to_owned(),
        Problem::NoReply => "This objection has no answer yet. Prepare one.".to_owned(),
        Problem::NoRealReasonQuestion => {
            "It is a pretext: add the question that finds the real reason.".to_owned()
        }
        Problem::UnknownField(field) => match &field.nearest {
            Some(near) => format!("There is no field {{{}}}. Did you mean {{{near}}}?", field.name),
            None => format!("There is no field {{{}}}. Correct it, or drop the braces.", field.name),
        },
        Problem::SameId => "Two parts bear the same mark. Copy the text into a new block.".to_owned(),
    }
}

pub(super) const FR: ScriptWords = ScriptWords {
    nameless: "Un argumentaire a besoin d’un nom. Donnez-lui-en un.",
    name_taken: |name| {
        format!("Un argumentaire s’appelle déjà «\u{202f}{name}\u{202f}». Choisissez un autre nom.")
    },
    unknown: "Cet argumentaire n’existe pas ou plus. Rechargez la liste et choisissez-le de nouveau.",
    version_unknown: |version| {
        format!("Cet argumentaire n’a pas de version {version}. Choisissez une de celles de la liste.")
    },
    saved_since: |version| {
        format!(
            "Quelqu’un a enregistré la version {version} depuis que vous avez ouvert cet argumentaire\u{202f}: rien n’a été écrasé. Ouvrez-la, et reportez-y vos changements."
        )
    },
    objection_unknown: "Cette objection n’est plus dans l’argumentaire. Rechargez la page.",
    reply_empty: "Une réponse préparée ne peut pas être vide. Écrivez ce qui se dit.",
    same_versions: "Une comparaison se fait entre deux versions différentes. Choisissez-en deux.",
    compare_blocked: |version, problem| {
        format!("La version {version} ne peut pas encore servir\u{202f}: {problem}")
    },
    problem: problem_fr,
    example_company: "Société Exemple",
    example_city: "Bordeaux",
};

pub(super) const EN: ScriptWords = ScriptWords {
    nameless: "A script needs a name. Give it one.",
    name_taken: |name| format!("There is a script “{name}” already. Choose another name."),
    unknown: "This script does not exist, or no longer. Reload the list and choose it again.",
    version_unknown: |version| format!("This script has no version {version}. Choose one of the list."),
    saved_since: |version| {
        format!(
            "Somebody saved version {version} since you opened this script: nothing was written over. Open it, and bring your changes there."
        )
    },
    objection_unknown: "This objection is no longer in the script. Reload the page.",
    reply_empty: "A prepared answer cannot be empty. Write what is said.",
    same_versions: "Two different versions are compared. Choose two.",
    compare_blocked: |version, problem| format!("Version {version} cannot serve yet: {problem}"),
    problem: problem_en,
    example_company: "Example Company",
    example_city: "Bordeaux",
};
