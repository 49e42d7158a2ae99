//! Text tables: any usual separator, any usual encoding, read as a stream.

pub mod decode;
pub mod encoding;
pub mod guard;
pub mod parse;
pub mod read;
pub mod separator;
pub mod write;
