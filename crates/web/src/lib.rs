//! The web application of Filon: pages made on the server, better with JavaScript and whole without it.
//!
//! A request meets, in this order, the security headers, the origin check, the session, and one handler. A
//! handler reads its page from the [`page::Page`] extractor, calls `filon_app` through [`page::Page::call`] (the
//! only way to the blocking pool) and renders one template struct, which serves the page and its fragment.
//! Words for people stand in [`words`], in both languages side by side.

mod api;
mod assets;
mod blocking;
mod chart;
mod cookie;
mod failure;
mod format;
mod guard;
mod headers;
mod identity;
mod jobs;
mod notes;
mod page;
mod pages;
mod params;
mod posted;
mod route;
#[cfg(test)]
mod samples;
mod serve;
mod shell;
mod site;
mod words;

pub use serve::{ServeOptions, serve};
