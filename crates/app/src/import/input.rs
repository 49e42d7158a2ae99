//! A file that somebody gives: on the disk, or sent by a browser.

use std::path::Path;

/// A path, or bytes with the name under which they were sent.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    Path(&'a Path),
    Bytes { name: &'a str, bytes: &'a [u8] },
}

impl Input<'_> {
    /// The file's own name, without its folder.
    pub fn name(&self) -> String {
        match self {
            Input::Path(path) => path
                .file_name()
                .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned()),
            Input::Bytes { name, .. } => {
                name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
            }
        }
    }
}
