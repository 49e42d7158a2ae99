//! English.

use super::Words;

pub static EN: Words = Words {
    file_failed: |path, detail| {
        format!("The file {path} cannot be read or written ({detail}). Check its name and your rights on the folder.")
    },
};
