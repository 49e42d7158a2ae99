//! Argumentaires: the list, the editor with its versions, the guide that is printed.

mod change;
mod edit;
mod form;
mod guide;
mod keep;
mod list;

pub use edit::{save, show_one};
pub use guide::{bracketed, guide};
pub use keep::{archive, compare, copy, promote, stop_comparing};
pub use list::{create, list};

#[cfg(test)]
pub use edit::{EditorView, Found};
#[cfg(test)]
pub use guide::GuideView;
#[cfg(test)]
pub use list::{Line, ScriptsView};
