//! A throw-away PostgreSQL: loopback only, a free port, no promise to survive a power cut.
//!
//! A guardian shell makes the cluster, then waits on a pipe of ours. Whatever ends us (success, panic, Ctrl-C,
//! `kill -9`) closes the pipe, and the guardian stops the server it started and removes its folder.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::shell;

/// The variable by which tests find the server.
pub const VARIABLE: &str = "FILON_TEST_POSTGRES";

const GUARDIAN: &str = include_str!("postgres/guardian.sh");
const ATTEMPTS: u32 = 3;

/// A running cluster, stopped and removed when dropped.
pub struct Cluster {
    guardian: Child,
    pub url: String,
}

impl Cluster {
    /// Starts a cluster. The free port may be taken by another before PostgreSQL binds it, hence several attempts.
    pub fn start() -> Result<Self> {
        let bin = bin_folder()
            .context("PostgreSQL's initdb is not installed; on Debian: apt-get install postgresql")?;
        let mut attempt = 1;
        loop {
            match Self::start_once(&bin) {
                Ok(cluster) => return Ok(cluster),
                Err(_) if attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    fn start_once(bin: &Path) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", GUARDIAN, "guardian"])
            .arg(bin)
            .arg(port.to_string())
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .process_group(0); // Ctrl-C reaches us, not the guardian
        if is_root()? {
            // initdb refuses root.
            command.uid(id(&["-u", "postgres"])?).gid(id(&["-g", "postgres"])?);
        }
        let mut guardian = command.spawn().context("could not start /bin/sh")?;
        let mut said = String::new();
        if let Some(output) = guardian.stdout.take() {
            for line in BufReader::new(output).lines() {
                let line = line.context("could not read what the PostgreSQL guardian says")?;
                if line == "ready" {
                    let url = format!("postgres://filon@127.0.0.1:{port}/filon_test");
                    return Ok(Self { guardian, url });
                }
                said.push_str(&line);
                said.push('\n');
            }
        }
        guardian.wait().ok();
        bail!("PostgreSQL did not start on port {port}:\n{said}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        self.guardian.wait().ok();
    }
}

/// `cargo xtask postgres`: a cluster until Ctrl-C.
pub fn keep() -> Result<()> {
    let cluster = Cluster::start()?;
    println!("export {VARIABLE}={}", cluster.url);
    println!("# Ctrl-C stops the server and removes its data.");
    loop {
        std::thread::park();
    }
}

/// The newest of Debian's versions, otherwise what the path has.
pub fn bin_folder() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let bin = entry.path().join("bin");
            bin.join("initdb").is_file().then_some((version, bin))
        })
        .max();
    match debian {
        Some((_, bin)) => Some(bin),
        None => Some(shell::find("initdb")?.parent()?.to_path_buf()),
    }
}

/// Whether we are root, who may install but not run a cluster.
pub fn is_root() -> Result<bool> {
    Ok(id(&["-u"])? == 0)
}

fn id(args: &[&str]) -> Result<u32> {
    let output = shell::command("id", args).output().context("could not start `id`")?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim().parse().with_context(|| format!("`id {}` gave no number", args.join(" ")))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port on loopback")?;
    Ok(listener.local_addr()?.port())
}
