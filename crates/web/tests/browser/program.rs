//! Filon itself, on a base that vanishes.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

pub struct Program {
    child: Child,
    folder: TempDir,
    /// The link that the console shows at the first start.
    pub link: String,
    origin: String,
}

impl Program {
    pub fn start() -> Program {
        let folder = tempfile::tempdir().expect("folder");
        let (child, link) = serve(&folder, "127.0.0.1:0");
        let origin = link.find("/premier-pas").and_then(|at| link.get(..at)).expect("a first-step link");
        Program { child, origin: origin.to_owned(), folder, link }
    }

    /// `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Nobody answers any more.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Answers again, at the same address and on the same base.
    pub fn start_again(&mut self) {
        let address = self.origin.trim_start_matches("http://").to_owned();
        self.child = serve(&self.folder, &address).0;
    }

    /// Writes a file for the browser to send.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("file");
        path
    }
}

/// Starts the program; the answer comes once it listens, with the link that its console shows.
fn serve(folder: &TempDir, listen: &str) -> (Child, String) {
    let binary = std::env::var_os("FILON_TEST_BINARY").expect(
        "FILON_TEST_BINARY is not set: build the program (cargo build --release -p filon) and name it, or run \
         `cargo verify`, which does both",
    );
    assert!(Path::new(&binary).is_file(), "FILON_TEST_BINARY names no file: {}", binary.display());
    let mut child = Command::new(&binary)
        .args(["serve", "--listen", listen, "--database"])
        .arg(folder.path().join("filon.db"))
        .stderr(Stdio::piped())
        .spawn()
        .expect("filon serve");
    let lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
    let link = lines.map_while(Result::ok).find_map(|line| {
        let at = line.find("http://")?;
        line.get(at..).and_then(|link| link.split_whitespace().next()).map(str::to_owned)
    });
    (child, link.expect("the console shows a link"))
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
