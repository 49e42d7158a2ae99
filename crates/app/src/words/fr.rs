//! French. Narrow no-break spaces before `; : ! ?` and within « ».

use super::Words;

pub static FR: Words = Words {
    file_failed: |path, detail| {
        format!("Le fichier {path} ne peut pas être lu ou écrit ({detail}). Vérifiez son nom et vos droits sur le dossier.")
    },
};
