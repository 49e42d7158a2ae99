//! The web application over HTTP: who comes in, what every answer carries, what a look never changes.

mod client;
mod doors;
mod guards;
mod import;
mod pages;
mod site;
mod telephone;
