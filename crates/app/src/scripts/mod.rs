//! Scripts (argumentaires): written, versioned, compared, read out for somebody.

mod compare;
mod edit;
mod filled;
mod list;
mod promote;

pub use compare::{compare, stop_comparing};
pub use edit::{archive, copy, create, from_example, save, unarchive};
pub(crate) use filled::reader;
pub use filled::{
    FilledArgument, FilledBlock, FilledObjection, FilledQuestion, FilledReply, FilledScript, filled,
};
pub use list::{ScriptRow, ScriptShown, VersionRow, check, get, list, own_fields};
pub(crate) use list::{known_fields, script_in};
pub use promote::promote;
