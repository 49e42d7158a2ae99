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
}

impl Program {
    pub fn start() -> Program {
        let binary = std::env::var_os("FILON_TEST_BINARY").expect(
            "FILON_TEST_BINARY is not set: build the program (cargo build --release -p filon) and name it, \
             or run `cargo verify`, which does both",
        );
        assert!(Path::new(&binary).is_file(), "FILON_TEST_BINARY names no file: {}", binary.display());
        let folder = tempfile::tempdir().expect("folder");
        let mut child = Command::new(&binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(folder.path().join("filon.db"))
            .stderr(Stdio::piped())
            .spawn()
            .expect("filon serve");
        let lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        let link = lines.map_while(Result::ok).find_map(|line| {
            let at = line.find("http://")?;
            line.get(at..).and_then(|link| link.split_whitespace().next()).map(str::to_owned)
        });
        Program { child, folder, link: link.expect("the console shows a link") }
    }

    /// `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> &str {
        self.link.find("/premier-pas").and_then(|at| self.link.get(..at)).expect("a first-step link")
    }

    /// Writes a file for the browser to send.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("file");
        path
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
