//! Writing, or comparing, what was generated.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// File names, from the repository's root, and their texts.
#[derive(Default)]
pub struct Files {
    texts: BTreeMap<PathBuf, String>,
}

impl Files {
    pub fn add(&mut self, path: &str, text: String) {
        self.texts.insert(path.into(), text);
    }

    /// Formats the Rust files, then writes what has changed and removes what is no longer generated in `folders`;
    /// with `check`, names the differences and fails.
    pub fn finish(mut self, root: &Path, folders: &[&str], check: bool) -> Result<()> {
        self.fill_modules();
        let mut different = Vec::new();
        for (path, text) in &self.texts {
            let text =
                if path.extension().is_some_and(|e| e == "rs") { format_rust(root, text)? } else { text.clone() };
            let full = root.join(path);
            if fs::read_to_string(&full).is_ok_and(|old| old == text) {
                continue;
            }
            different.push(path.display().to_string());
            if !check {
                fs::create_dir_all(full.parent().unwrap_or(root))?;
                fs::write(&full, text).with_context(|| format!("write {}", full.display()))?;
            }
        }
        for folder in folders {
            for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
                let path = Path::new(folder).join(entry?.file_name());
                if !self.texts.contains_key(&path) {
                    different.push(path.display().to_string());
                    if !check {
                        fs::remove_file(root.join(path))?;
                    }
                }
            }
        }
        if check && !different.is_empty() {
            bail!("these files are not what would be generated now: {}", different.join(", "));
        }
        for path in different {
            println!("{path}");
        }
        Ok(())
    }

    fn fill_modules(&mut self) {
        let paths: Vec<PathBuf> = self.texts.keys().cloned().collect();
        for (path, text) in &mut self.texts {
            let folder = path.parent();
            let siblings = paths.iter().filter(|p| p.parent() == folder && *p != path);
            let stems = siblings.filter_map(|p| p.file_stem()?.to_str());
            let modules: String = stems.map(|stem| format!("pub mod {stem};\n")).collect();
            *text = text.replace("{modules}", &modules);
        }
    }
}

fn format_rust(root: &Path, text: &str) -> Result<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--config-path"])
        .arg(root.join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt is needed (rustup component add rustfmt)")?;
    let mut stdin = child.stdin.take().context("rustfmt has no input")?;
    let input = text.to_owned();
    // A thread, so that neither side waits for a full pipe.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    let _ = writer.join();
    ensure!(output.status.success(), "rustfmt refused generated code");
    Ok(String::from_utf8(output.stdout)?)
}
