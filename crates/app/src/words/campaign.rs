//! Actions, their costs and their launch.

use jiff::civil::Date;

/// Messages of actions.
pub struct CampaignWords {
    pub nameless: &'static str,
    pub name_taken: fn(&str) -> String,
    pub dates_crossed: &'static str,
    pub cost_one_of: &'static str,
    pub cost_label: &'static str,
    pub cost_negative: &'static str,
    pub quantity_negative: &'static str,
    pub quantity_of_fixed: &'static str,
    /// Name, day of the launch.
    pub launched_already: fn(&str, Date) -> String,
    /// Name.
    pub not_launched: fn(&str) -> String,
    pub template_needed: &'static str,
    pub out_needed: &'static str,
    pub nobody: &'static str,
    pub nobody_allowed: fn(usize) -> String,
    /// A mention of the sender, by the name of its setting.
    pub mention: fn(&str) -> &str,
    /// A warning: the letter has no mentions. With those that the settings lack, worded.
    pub mentions_missing: fn(&[String]) -> String,
    /// The same as a refusal.
    pub mentions_needed: fn(&[String]) -> String,
    pub verdict_open: &'static str,
    pub settings_out_of_range: &'static str,
    pub template_unknown: fn(&str, Option<&str>) -> String,
    pub template_nameless: &'static str,
    pub launch_day: fn(Date, Date) -> String,
    /// The most days between two steps.
    pub step_days: fn(u32) -> String,
    pub step_stays: &'static str,
}

fn fr_mention(field: &str) -> &str {
    match field {
        "name" => "la dénomination",
        "form" => "la forme juridique",
        "capital" => "le capital",
        "siren" => "le SIREN",
        "rcs_city" => "la ville du RCS",
        "city" => "le siège social",
        other => other,
    }
}

/// What the settings lack too, from where the mentions would be copied.
fn lacking_fr(missing: &[String]) -> String {
    match missing {
        [] => String::new(),
        missing => format!(" (il manque aussi dans les réglages\u{202f}: {})", missing.join(", ")),
    }
}

fn lacking_en(missing: &[String]) -> String {
    match missing {
        [] => String::new(),
        missing => format!(" (the settings lack too: {})", missing.join(", ")),
    }
}

fn en_mention(field: &str) -> &str {
    match field {
        "name" => "the name",
        "form" => "the legal form",
        "capital" => "the capital",
        "siren" => "the SIREN",
        "rcs_city" => "the town of the register (RCS)",
        "city" => "the registered office",
        other => other,
    }
}

pub(super) const FR: CampaignWords = CampaignWords {
    nameless: "Une action a besoin d’un nom. Donnez-lui-en un.",
    name_taken: |name| {
        format!("Une action s’appelle déjà «\u{202f}{name}\u{202f}». Choisissez un autre nom.")
    },
    dates_crossed: "La fin de l’action précède son début. Vérifiez les deux dates.",
    cost_one_of: "Donnez soit un montant fixe (--fixed), soit un prix unitaire et son unité (--unit, --per).",
    cost_label: "Une dépense a besoin d’un libellé. Dites ce qui est payé.",
    cost_negative: "Une dépense ne peut pas être négative. Donnez un montant positif ou nul.",
    quantity_negative: "Une quantité ne peut pas être négative. Donnez un nombre positif, ou laissez Filon la compter.",
    quantity_of_fixed: "Un montant fixe n’a pas de quantité. Donnez un prix unitaire, ou retirez la quantité.",
    launched_already: |name, on| {
        format!(
            "L’action «\u{202f}{name}\u{202f}» a déjà été lancée le {:02}/{:02}/{}\u{202f}: rien n’a été refait. Pour recommencer, créez une nouvelle action ou renouvelez celle-ci.",
            on.day(),
            on.month(),
            on.year()
        )
    },
    not_launched: |name| {
        format!("L’action «\u{202f}{name}\u{202f}» n’est pas encore lancée. Lancez-la d’abord.")
    },
    template_needed: "Il faut un modèle de lettre pour lancer cette action. Donnez-le (--template).",
    out_needed: "Dites où écrire les lettres (--out), en .docx, .odt ou .pdf.",
    nobody: "La sélection de cette action est vide\u{202f}: personne n’est visé. Élargissez-la.",
    nobody_allowed: |refused| {
        let whom = match refused {
            1 => "La seule fiche visée".to_owned(),
            several => format!("Aucune des {several} fiches visées"),
        };
        format!(
            "{whom} ne peut être contactée par ce canal\u{202f}: rien n’a été fait. Voyez les raisons dans l’étape Cible de l’action."
        )
    },
    mention: fr_mention,
    mentions_missing: |missing| {
        format!(
            "Aucun SIREN ni RCS dans la lettre\u{202f}: vos mentions légales sont obligatoires sur vos courriers (C. com. R123-237). Vérifiez que le papier à en-tête les porte{}.",
            lacking_fr(missing)
        )
    },
    mentions_needed: |missing| {
        format!(
            "Rien n’a été lancé\u{202f}: aucun SIREN ni RCS dans la lettre, alors que vos mentions légales sont obligatoires sur vos courriers (C. com. R123-237). Ajoutez-les au modèle, ou confirmez que le papier à en-tête les porte{}.",
            lacking_fr(missing)
        )
    },
    verdict_open: "Une décision gardée est renouveler, ajuster ou arrêter. Choisissez l’une des trois.",
    settings_out_of_range: "Un réglage est hors de ses limites\u{202f}: fenêtre d’attribution de 1 à 3 650 jours, durée de vie de 1 à 100 ans, inactivité de 1 à 600 mois.",
    template_unknown: |name, near| match near {
        Some(near) => format!(
            "Le modèle «\u{202f}{name}\u{202f}» n’existe pas. Vouliez-vous dire «\u{202f}{near}\u{202f}»\u{202f}?"
        ),
        None => format!("Le modèle «\u{202f}{name}\u{202f}» n’existe pas. Ajoutez-le d’abord."),
    },
    step_days: |most| {
        format!("Une étape vient au plus {most} jours après la précédente. Donnez un nombre plus petit.")
    },
    step_stays: "Cette étape reste\u{202f}: c’est la première de l’action, ou elle a déjà commencé.",
    template_nameless: "Un modèle a besoin d’un nom. Donnez-lui-en un.",
    launch_day: |from, to| {
        format!(
            "Ce jour de lancement est hors de ce qui peut être enregistré (du {:02}/{:02}/{} au {:02}/{:02}/{}). Vérifiez l’année.",
            from.day(),
            from.month(),
            from.year(),
            to.day(),
            to.month(),
            to.year()
        )
    },
};

pub(super) const EN: CampaignWords = CampaignWords {
    nameless: "An action needs a name. Give it one.",
    name_taken: |name| format!("There is an action “{name}” already. Choose another name."),
    dates_crossed: "The end of the action comes before its start. Check both dates.",
    cost_one_of: "Give either a fixed amount (--fixed), or a unit price with its unit (--unit, --per).",
    cost_label: "A cost needs a label. Say what is paid for.",
    cost_negative: "A cost cannot be negative. Give an amount of zero or more.",
    quantity_negative: "A quantity cannot be negative. Give a positive number, or let Filon count it.",
    quantity_of_fixed: "A fixed amount has no quantity. Give a unit price, or drop the quantity.",
    launched_already: |name, on| {
        format!(
            "The action “{name}” was launched on {on}: nothing was done again. To start over, make a new action or renew this one."
        )
    },
    not_launched: |name| format!("The action “{name}” is not launched yet. Launch it first."),
    template_needed: "A letter template is needed to launch this action. Give it (--template).",
    out_needed: "Say where to write the letters (--out), as .docx, .odt or .pdf.",
    nobody: "The selection of this action is empty: nobody is aimed at. Widen it.",
    nobody_allowed: |refused| {
        let whom = match refused {
            1 => "The only account aimed at may not".to_owned(),
            several => format!("None of the {several} accounts aimed at may"),
        };
        format!(
            "{whom} be contacted on this channel: nothing was done. See the reasons at the action's target."
        )
    },
    mention: en_mention,
    mentions_missing: |missing| {
        format!(
            "No SIREN or RCS in the letter: French letters must carry your legal mentions (C. com. R123-237). Check that your letterhead does{}.",
            lacking_en(missing)
        )
    },
    mentions_needed: |missing| {
        format!(
            "Nothing was launched: no SIREN or RCS in the letter, and French letters must carry your legal mentions (C. com. R123-237). Add them to the template, or confirm that your letterhead carries them{}.",
            lacking_en(missing)
        )
    },
    verdict_open: "A decision that is kept is renew, adjust or stop. Choose one of the three.",
    settings_out_of_range: "A setting is out of bounds: credit window of 1 to 3,650 days, lifetime of 1 to 100 years, inactivity of 1 to 600 months.",
    template_unknown: |name, near| match near {
        Some(near) => format!("There is no template “{name}”. Did you mean “{near}”?"),
        None => format!("There is no template “{name}”. Add it first."),
    },
    step_days: |most| {
        format!("A step comes {most} days after the one before at most. Give a smaller number.")
    },
    step_stays: "This step stays: it is the first of the action, or has begun already.",
    template_nameless: "A template needs a name. Give it one.",
    launch_day: |from, to| {
        format!("This day of launch is beyond what can be recorded (from {from} to {to}). Check the year.")
    },
};
