//! `fogbank doctor`: what this machine can do, what is missing, and the remedy.

use anyhow::{Result, bail};

use crate::data_dir::Chosen;

pub fn run(chosen: &Chosen) -> Result<()> {
    let data_dir = chosen.open();
    let mut bad = 0;
    let mut line = |ok: bool, what: &str, detail: &str, remedy: &str| {
        println!("{} {what}: {detail}", if ok { "ok     " } else { "MISSING" });
        if !ok {
            bad += 1;
            println!("        remedy: {remedy}");
        }
    };
    for finding in host::net::check() {
        line(finding.ok, finding.what, &finding.detail, finding.remedy);
    }
    for finding in host::check(data_dir.path()) {
        line(finding.ok, finding.what, &finding.detail, finding.remedy);
    }
    if bad > 0 {
        bail!("{bad} thing(s) are missing for real VMs");
    }
    Ok(())
}
