//! Runs the tools that a build needs, always in the same environment.

use std::{
    ffi::{OsStr, OsString},
    io::{BufRead, BufReader, ErrorKind, Read},
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::error::{BuildError, Result};

/// All times inside images: 2025-01-01T00:00:00Z. A fixed time keeps equal inputs giving equal disks.
pub(crate) const EPOCH: u32 = 1_735_689_600;

/// How often a tool that may be called off is looked after.
const LOOK: Duration = Duration::from_millis(20);

const INSTALL_TOOLS: &str = "run scripts/install-deps.sh, which installs the tools that images are built with";

/// One call of a tool.
pub(crate) struct Tool {
    attempt: String,
    program: OsString,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    directory: Option<OsString>,
    remedy: String,
}

/// What a tool said.
pub(crate) struct Said {
    pub(crate) output: Vec<u8>,
    pub(crate) errors: String,
}

impl Tool {
    /// `attempt` is what the call is for, as an error would begin: “Making the root file system”.
    pub(crate) fn new(attempt: &str, program: impl AsRef<OsStr>) -> Self {
        Self {
            attempt: attempt.to_owned(),
            program: program.as_ref().to_owned(),
            arguments: Vec::new(),
            environment: Vec::new(),
            directory: None,
            remedy: INSTALL_TOOLS.to_owned(),
        }
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|a| a.as_ref().to_owned()));
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.into(), value.as_ref().to_owned()));
        self
    }

    pub(crate) fn current_dir(mut self, directory: &Path) -> Self {
        self.directory = Some(directory.into());
        self
    }

    /// What helps when the tool fails, in place of the advice to install the tools.
    pub(crate) fn remedy(mut self, remedy: &str) -> Self {
        self.remedy = remedy.to_owned();
        self
    }

    fn shown(&self) -> String {
        let mut line = self.program.to_string_lossy().into_owned();
        for argument in &self.arguments {
            line.push(' ');
            line.push_str(&argument.to_string_lossy());
        }
        line
    }

    /// Runs it to its end; anything but exit status 0 is an error.
    pub(crate) fn run(&self) -> Result<Said> {
        let child = self.spawn(Stdio::null(), Stdio::piped())?;
        let finished = child.wait_with_output().map_err(|source| self.lost(source))?;
        let errors = String::from_utf8_lossy(&finished.stderr).into_owned();
        if !finished.status.success() {
            return Err(self.failure(&format!("ended with {}", finished.status), &errors));
        }
        Ok(Said { output: finished.stdout, errors })
    }

    /// As [`Tool::run`], for what takes long and may be called off: once `cancel` is set it is killed, which is not an
    /// error. What it writes to standard output goes nowhere.
    pub(crate) fn run_until(&self, cancel: &AtomicBool) -> Result<()> {
        let mut child = self.spawn(Stdio::null(), Stdio::null())?;
        let mut errors = child.stderr.take().expect("piped");
        thread::scope(|scope| {
            // Read all along: a tool with much to say must not wait for a reader.
            let said = scope.spawn(move || {
                let mut said = Vec::new();
                errors.read_to_end(&mut said).map(|_| String::from_utf8_lossy(&said).into_owned())
            });
            let status = loop {
                if let Some(status) = child.try_wait().map_err(|source| self.lost(source))? {
                    break status;
                }
                if cancel.load(Ordering::Relaxed) {
                    child.kill().map_err(|source| self.lost(source))?;
                }
                thread::sleep(LOOK);
            };
            let said = said.join().expect("reading does not panic").map_err(|source| self.lost(source))?;
            if status.success() || cancel.load(Ordering::Relaxed) {
                return Ok(());
            }
            Err(self.failure(&format!("ended with {status}"), &said))
        })
    }

    /// As [`Tool::run`], for what takes long: `hear` gets each line of standard error as it comes. Standard output goes
    /// nowhere.
    pub(crate) fn run_watched(&self, mut hear: impl FnMut(&str)) -> Result<()> {
        let mut child = self.spawn(Stdio::null(), Stdio::null())?;
        let errors = child.stderr.take().expect("piped");
        let mut all = String::new();
        for line in BufReader::new(errors).split(b'\n') {
            let line = line.map_err(|source| self.lost(source))?;
            let line = String::from_utf8_lossy(&line);
            hear(&line);
            all.extend([&line, "\n"]);
        }
        let status = child.wait().map_err(|source| self.lost(source))?;
        if status.success() { Ok(()) } else { Err(self.failure(&format!("ended with {status}"), &all)) }
    }

    /// Starts it, to serve what is handed to it as its standard input. Its standard error is a pipe.
    pub(crate) fn serve(&self, handed: Stdio) -> Result<Child> {
        self.spawn(handed, Stdio::null())
    }

    fn spawn(&self, input: Stdio, output: Stdio) -> Result<Child> {
        let mut command = Command::new(&self.program);
        // An ordinary user's search path lacks the directories that mke2fs and its like are in.
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .args(&self.arguments)
            .env("PATH", format!("{path}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin"))
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC0")
            .env("SOURCE_DATE_EPOCH", EPOCH.to_string())
            .env("E2FSPROGS_FAKE_TIME", EPOCH.to_string())
            .env("MTOOLS_SKIP_CHECK", "1")
            .env("MTOOLSRC", "/dev/null")
            // A user's own configuration must not leak into an image.
            .env("HOME", "/nonexistent")
            .env_remove("MKE2FS_CONFIG")
            .env_remove("DEBUGFS_PAGER")
            .stdin(input)
            .stdout(output)
            .stderr(Stdio::piped());
        for (name, value) in &self.environment {
            command.env(name, value);
        }
        if let Some(directory) = &self.directory {
            command.current_dir(directory);
        }
        command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => BuildError::NoProgram {
                attempt: self.attempt.clone(),
                program: self.program.to_string_lossy().into_owned(),
                remedy: INSTALL_TOOLS.to_owned(),
            },
            _ => self.lost(error),
        })
    }

    fn lost(&self, source: std::io::Error) -> BuildError {
        BuildError::Io { attempt: self.attempt.clone(), path: self.program.clone().into(), source }
    }

    /// As [`Tool::run`], for tools that exit with 0 after an error: whatever `complaint` finds in what they wrote to
    /// standard error is one.
    pub(crate) fn run_checked(&self, complaint: impl Fn(&str) -> bool) -> Result<Said> {
        let said = self.run()?;
        let complaints: Vec<&str> = said.errors.lines().filter(|line| complaint(line)).collect();
        if complaints.is_empty() { Ok(said) } else { Err(self.failure("complained", &complaints.join("\n"))) }
    }

    fn failure(&self, outcome: &str, errors: &str) -> BuildError {
        BuildError::Command {
            attempt: self.attempt.clone(),
            command: self.shown(),
            outcome: outcome.to_owned(),
            output: last_lines(errors, 15),
            remedy: self.remedy.clone(),
        }
    }
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_its_words_and_a_remedy() {
        let error = Tool::new("Trying", "sh").args(["-c", "echo alas >&2; exit 3"]).remedy("rest").run().err();
        let text = error.expect("exit status 3").to_string();
        assert_eq!(text, "Trying failed: `sh -c echo alas >&2; exit 3` ended with exit status: 3\nalas\nTry: rest");
    }

    #[test]
    fn a_watched_tool_is_heard_line_by_line() {
        let mut heard = Vec::new();
        let script = "echo one >&2; echo nothing; printf 'two\\nalas' >&2; exit 3";
        let error = Tool::new("Trying", "sh")
            .args(["-c", script])
            .remedy("rest")
            .run_watched(|line| heard.push(line.to_owned()));
        assert_eq!(heard, ["one", "two", "alas"]);
        let text = error.expect_err("exit status 3").to_string();
        assert!(text.ends_with("ended with exit status: 3\none\ntwo\nalas\nTry: rest"), "{text}");
    }

    #[test]
    fn a_tool_can_be_called_off() {
        let cancel = AtomicBool::new(false);
        let talkative = Tool::new("Trying", "sh").args(["-c", "head -c 200000 /dev/zero >&2; exit 3"]);
        let text = talkative.remedy("rest").run_until(&cancel).expect_err("exit status 3").to_string();
        assert!(text.contains("ended with exit status: 3"), "{text}");
        assert!(Tool::new("Trying", "true").run_until(&cancel).is_ok());
        cancel.store(true, Ordering::Relaxed);
        // Waited for to its end, it would hold the test up for an hour.
        assert!(Tool::new("Trying", "sleep").arg("3600").run_until(&cancel).is_ok());
    }

    #[test]
    fn a_missing_program_is_named() {
        let text = Tool::new("Trying", "no-such-tool").run().err().expect("no such program").to_string();
        assert!(text.contains("no program `no-such-tool`") && text.contains("install-deps.sh"), "{text}");
    }
}
