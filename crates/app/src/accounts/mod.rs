//! The accounts: listed, counted, looked at, corrected, taken out.

mod answered;
mod answers;
mod edit;
mod export;
mod facets;
mod fiche;
mod list;
mod tags;
mod typed;

pub(crate) use answered::fill;
pub(crate) use answers::answer_of;
pub use edit::{Edit, EditError, FieldError, create, edit, editable};
pub use export::{ExportFormat, Exported, export, export_for};
pub use facets::{Facet, facets};
pub use fiche::{ChannelRight, Fiche, TimelineLine, fiche};
pub(crate) use list::rows_of;
pub use list::{ListRequest, Order, Row, Sort, Table, count, list, table};
pub use tags::{remove_tag, set_tag};
