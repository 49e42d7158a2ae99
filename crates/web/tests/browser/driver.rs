//! chromedriver on a free port of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

pub struct Driver {
    child: Child,
    pub address: String,
}

impl Driver {
    pub fn start() -> Driver {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is not installed: apt-get install chromium chromium-driver");
        let lines = BufReader::new(child.stdout.take().expect("stdout")).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            let after = line.split("successfully on port ").nth(1)?;
            after.trim_end_matches('.').parse::<u16>().ok()
        });
        Driver { child, address: format!("http://127.0.0.1:{}", port.expect("chromedriver tells its port")) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
