//! A bar that shows a person how far something is. Where nobody looks on, only what begins and ends is said.

use std::io::{IsTerminal, Write, stderr};

const WIDTH: usize = 30;

pub struct Bar {
    what: String,
    shown: Option<u8>,
    moves: bool,
}

impl Bar {
    /// `what` is as in “Importing disk.vmdk”.
    pub fn new(what: impl Into<String>) -> Self {
        let mut bar = Self { what: what.into(), shown: None, moves: stderr().is_terminal() };
        if !bar.moves {
            eprintln!("{}", bar.what);
        }
        bar.show(0);
        bar
    }

    pub fn show(&mut self, percent: u8) {
        if self.moves && self.shown.replace(percent) != Some(percent) {
            eprint!("\r{}", line(&self.what, percent));
            let _ = stderr().flush();
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        // What follows begins a line of its own.
        if self.moves {
            eprintln!();
        }
    }
}

fn line(what: &str, percent: u8) -> String {
    let full = WIDTH * usize::from(percent.min(100)) / 100;
    format!("{what} [{}{}] {percent:>3}%", "#".repeat(full), " ".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_bar_grows_and_stays_as_long() {
        let lines = [0, 50, 100].map(|percent| line("Importing", percent));
        assert!(lines.iter().all(|line| line.len() == lines[0].len()));
        assert_eq!(lines[1], "Importing [###############               ]  50%");
    }
}
