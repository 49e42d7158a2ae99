//! The programs that the tests use: found, or installed by apt when we are root on Debian.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{postgres, shell};

struct Need {
    name: &'static str,
    found: fn() -> bool,
    packages: &'static [&'static str],
}

const NEEDS: [Need; 6] = [
    Need {
        name: "PostgreSQL (initdb, psql)",
        found: || postgres::bin_folder().is_some_and(|bin| bin.join("psql").is_file()),
        packages: &["postgresql"],
    },
    Need { name: "Chromium", found: || shell::find("chromium").is_some(), packages: &["chromium"] },
    Need {
        name: "chromedriver",
        found: || shell::find("chromedriver").is_some(),
        packages: &["chromium-driver"],
    },
    Need {
        name: "LibreOffice Writer and Calc (soffice)",
        found: has_office,
        packages: &["libreoffice-writer-nogui", "libreoffice-calc-nogui"],
    },
    Need {
        name: "poppler (pdftotext)",
        found: || shell::find("pdftotext").is_some(),
        packages: &["poppler-utils"],
    },
    Need { name: "the Liberation fonts", found: has_fonts, packages: &["fonts-liberation"] },
];

/// Finds every need, or installs what is missing, or says what to install.
pub fn meet() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        println!("all found");
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let install = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    println!("missing: {}", names.join(", "));
    if !postgres::is_root()? || shell::find("apt-get").is_none() {
        bail!("the tests need {}; on Debian: sudo {install}", names.join(", "));
    }
    apt(&["update"])?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)?;
    still_missing()
}

fn missing() -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| !(need.found)()).collect()
}

fn still_missing() -> Result<()> {
    let names: Vec<&str> = missing().iter().map(|need| need.name).collect();
    if !names.is_empty() {
        bail!("apt-get succeeded, yet these are not found: {}", names.join(", "));
    }
    Ok(())
}

fn apt(args: &[&str]) -> Result<()> {
    let mut command = shell::command("apt-get", &["-q"]);
    command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
    shell::run(&mut command).context("the tests' programs could not be installed")
}

/// `soffice` alone may be a LibreOffice without Writer, so Debian's libraries are looked at too.
fn has_office() -> bool {
    let debian = Path::new("/usr/lib/libreoffice/program");
    shell::find("soffice").is_some()
        && (!debian.is_dir()
            || ["libswlo.so", "libsclo.so"].iter().all(|library| debian.join(library).is_file()))
}

/// Other systems keep their fonts elsewhere: only where Debian's folder of fonts exists can one be missing from it.
fn has_fonts() -> bool {
    let fonts = Path::new("/usr/share/fonts");
    shell::find("apt-get").is_none() || fonts.join("truetype/liberation").is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_names_a_package() {
        assert!(NEEDS.iter().all(|need| !need.packages.is_empty()));
    }
}
