//! The binary under test, with a base of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder, a base and the binary. Everything vanishes with it.
pub struct Filon {
    folder: TempDir,
    url: String,
    server: Option<(String, String)>,
}

/// The engines that every story is told to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Filon {
    pub fn new(engine: Engine, story: &str) -> Filon {
        let folder = tempfile::Builder::new().prefix("filon-story-").tempdir().unwrap();
        let (url, server) = match engine {
            Engine::Sqlite => (folder.path().join("filon.db").display().to_string(), None),
            Engine::Postgres => {
                let server = std::env::var("FILON_TEST_POSTGRES").expect(
                    "FILON_TEST_POSTGRES is not set: run `cargo xtask postgres` and export the line that it prints",
                );
                let name = format!("story_{story}_{}", std::process::id());
                on_server(&server, &format!("DROP DATABASE IF EXISTS {name}"));
                on_server(&server, &format!("CREATE DATABASE {name}"));
                let (start, _) = server.rsplit_once('/').unwrap();
                (format!("{start}/{name}"), Some((server.clone(), name)))
            }
        };
        Filon { folder, url, server }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Writes a file into the story's folder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command
            .args(arguments)
            .current_dir(self.folder())
            .env("FILON_DATABASE", &self.url)
            .env("LANG", "fr_FR.UTF-8")
            .env("XDG_DATA_HOME", self.folder())
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Starts a command that will be killed.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// The JSON answer of a command that must succeed.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert!(
            output.status.success(),
            "filon {arguments:?} failed with {}:\n{}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("filon {arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stdout))
        })
    }

    /// What a refused command says on standard error; the exit code must be 1.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "filon {arguments:?}: {said}");
        assert!(said.trim().len() > 10 && !said.contains("panicked"), "filon {arguments:?}: {said}");
        said
    }
}

impl Drop for Filon {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server {
            on_server(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// The release binary that `cargo verify` built, else the one of this target folder.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("FILON_TEST_BINARY") {
        return path.into();
    }
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    let path = target.join("release/filon");
    assert!(path.exists(), "{}: build it first: cargo build --release --package filon", path.display());
    path
}

fn on_server(server: &str, statement: &str) {
    let mut client = postgres::Client::connect(server, postgres::NoTls).unwrap();
    client.batch_execute(statement).unwrap();
}

/// One story, told to both engines.
#[macro_export]
macro_rules! story {
    ($name:ident, $tell:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            #[test]
            fn sqlite() {
                let tell: fn($crate::filon::Filon) = $tell;
                tell($crate::filon::Filon::new($crate::filon::Engine::Sqlite, stringify!($name)));
            }

            #[test]
            fn postgres() {
                let tell: fn($crate::filon::Filon) = $tell;
                tell($crate::filon::Filon::new($crate::filon::Engine::Postgres, stringify!($name)));
            }
        }
    };
}
