//! `fogbank env`: what AWS tools need, as lines for a shell.

use anyhow::{Context, Result};

use crate::data_dir::Chosen;

pub fn run(chosen: &Chosen) -> Result<()> {
    let data_dir = chosen.open();
    let endpoint = data_dir.endpoint()?;
    let credentials = data_dir.credentials()?.context("the cloud has no root access key yet: is it still starting?")?;
    println!("export AWS_ENDPOINT_URL={endpoint}");
    if let Some(bundle) = data_dir.ca_bundle() {
        println!("export AWS_CA_BUNDLE={}", quoted(&bundle.to_string_lossy()));
    }
    println!("export AWS_ACCESS_KEY_ID={}", credentials.access_key_id);
    println!("export AWS_SECRET_ACCESS_KEY={}", credentials.secret_access_key);
    println!("export AWS_DEFAULT_REGION={}", model::facts::regions::DEFAULT_REGION);
    Ok(())
}

/// A word for a shell, whatever is in it.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
