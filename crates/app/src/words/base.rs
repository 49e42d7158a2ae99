//! Files, the store, and queries.

/// A file given or asked for.
pub struct FileWords {
    /// Path, what the system said.
    pub failed: fn(&str, &str) -> String,
}

pub(super) const FILE_FR: FileWords = FileWords {
    failed: |path, detail| {
        format!(
            "Le fichier {path} ne peut pas être lu ou écrit ({detail}). Vérifiez son nom et vos droits sur le dossier."
        )
    },
};

pub(super) const FILE_EN: FileWords = FileWords {
    failed: |path, detail| {
        format!(
            "The file {path} cannot be read or written ({detail}). Check its name and your rights on the folder."
        )
    },
};

/// What the base met.
pub struct StoreWords {
    pub busy: &'static str,
    /// Schema found, schema known.
    pub newer: fn(i64, i64) -> String,
    pub foreign: &'static str,
    pub altered: fn(i64) -> String,
    pub not_found: fn(&str) -> String,
    pub conflict: fn(&str) -> String,
    pub address: fn(&str) -> String,
    pub read_only: &'static str,
    pub full: &'static str,
    /// Path, detail.
    pub damaged: fn(&str, &str) -> String,
    pub file: fn(&str, &str) -> String,
    pub unreachable: fn(&str) -> String,
    pub internal: fn(&str) -> String,
}

pub(super) const STORE_FR: StoreWords = StoreWords {
    busy: "La base est occupée par une autre écriture. Rien n’a été changé\u{202f}: recommencez dans un instant.",
    newer: |found, known| {
        format!(
            "Cette base a été écrite par un Filon plus récent (schéma {found}, ce programme connaît le {known}). \
             Mettez Filon à jour\u{202f}; rien n’a été changé."
        )
    },
    foreign: "Cette base contient les données d’un autre programme\u{202f}: rien n’a été changé. Donnez une autre adresse, ou une base vide.",
    altered: |number| {
        format!(
            "La migration {number} de cette base n’est pas celle de ce programme. Utilisez le programme qui l’a \
             créée, ou restaurez une sauvegarde\u{202f}; rien n’a été changé."
        )
    },
    not_found: |key| {
        format!(
            "«\u{202f}{key}\u{202f}» n’existe pas ou plus. Rechargez la liste et choisissez-le de nouveau."
        )
    },
    conflict: |what| {
        format!(
            "Rien n’a été fait, car cela contredit ce qui est déjà là ({what}). Rechargez et recommencez."
        )
    },
    address: |url| {
        format!(
            "«\u{202f}{url}\u{202f}» n’est pas l’adresse d’une base. Donnez le chemin d’un fichier, ou postgres://…"
        )
    },
    read_only: "La base ne peut pas être écrite\u{202f}: le fichier ou le disque est en lecture seule. Donnez-vous le droit d’écrire, puis recommencez.",
    full: "Le disque est plein\u{202f}: rien de cette opération n’a été gardé. Libérez de la place, puis recommencez.",
    damaged: |path, detail| {
        format!(
            "Le fichier {path} n’est pas une base de Filon, ou il est abîmé ({detail}). Restaurez une sauvegarde."
        )
    },
    file: |path, detail| {
        format!(
            "Le fichier {path} ne peut pas être lu ou écrit ({detail}). Vérifiez le dossier et vos droits."
        )
    },
    unreachable: |detail| {
        format!(
            "Le serveur de la base ne répond pas ({detail}). Vérifiez qu’il est démarré et que l’adresse est juste."
        )
    },
    internal: |detail| {
        format!(
            "La base a répondu de façon inattendue ({detail}). Rien n’a été gardé\u{202f}; lancez «\u{202f}filon check\u{202f}» et signalez ce message."
        )
    },
};

pub(super) const STORE_EN: StoreWords = StoreWords {
    busy: "The database is busy with another write. Nothing was changed: try again in a moment.",
    newer: |found, known| {
        format!(
            "This database was written by a newer Filon (schema {found}, this program knows {known}). Update Filon; \
             nothing was changed."
        )
    },
    foreign: "This database holds the data of another program: nothing was changed. Give another address, or an empty database.",
    altered: |number| {
        format!(
            "Migration {number} of this database is not the one of this program. Use the program that made it, or \
             restore a backup; nothing was changed."
        )
    },
    not_found: |key| format!("“{key}” does not exist, or no longer. Reload the list and choose it again."),
    conflict: |what| {
        format!("Nothing was done, since it contradicts what is there ({what}). Reload and try again.")
    },
    address: |url| {
        format!("“{url}” is not the address of a database. Give the path of a file, or postgres://…")
    },
    read_only: "The database cannot be written: the file or the disk is read-only. Give yourself the right to write, then try again.",
    full: "The disk is full: nothing of this operation was kept. Make room, then try again.",
    damaged: |path, detail| {
        format!("The file {path} is not a Filon database, or is damaged ({detail}). Restore a backup.")
    },
    file: |path, detail| {
        format!("The file {path} cannot be read or written ({detail}). Check the folder and your rights.")
    },
    unreachable: |detail| {
        format!(
            "The database server does not answer ({detail}). Check that it is running and that the address is right."
        )
    },
    internal: |detail| {
        format!(
            "The database answered unexpectedly ({detail}). Nothing was kept; run “filon check” and report this message."
        )
    },
};
