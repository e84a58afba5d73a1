//! `fogbank console`: the serial console of an instance on this machine.
//!
//! ```text
//!   keyboard ──▶ until Ctrl-] ──▶ the guest's serial port ──▶ screen, byte by byte
//! ```

use std::{
    fs::File,
    io::{self, Read, Write},
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::UnixStream,
    },
};

use anyhow::{Context, Result, bail};
use hostlink::{Query, Reply};
use model::InstanceId;
use nix::{
    errno::Errno,
    poll::{PollFd, PollFlags, PollTimeout, poll},
    sys::termios::{self, SetArg, Termios},
};

use crate::{agent, data_dir::Chosen};

/// Ctrl-].
const LEAVE: u8 = 0x1d;

#[derive(clap::Args)]
pub struct Options {
    #[command(flatten)]
    chosen: Chosen,
    /// The instance's id.
    instance: String,
}

/// Why a console was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// By its key, or because there is nothing more to be typed.
    Asked,
    /// The VM has ended.
    Ended,
}

pub fn run(options: Options) -> Result<()> {
    let instance = InstanceId::parse(&options.instance)?;
    let reply = agent::ask(&options.chosen.open(), Query::ConsoleSocket { instance })?;
    let Reply::ConsoleSocket { path } = reply else { bail!("the host answered another question") };
    let console = UnixStream::connect(&path).with_context(|| format!("the console at {path} can't be opened"))?;
    let left = {
        let keyboard = io::stdin();
        let _raw = Raw::enter(keyboard.as_fd());
        // Said when keys go to the guest already, by which time a line's end takes both characters.
        print!("Connected to {}; Ctrl-] leaves.\r\n", options.instance);
        // Not `Stdin` itself, whose buffer may hold keys that `poll` does not see.
        relay(File::from(keyboard.as_fd().try_clone_to_owned()?), &console, io::stdout())?
    };
    match left {
        Left::Asked => println!(),
        Left::Ended => println!("\nThe machine has ended."),
    }
    Ok(())
}

/// Carries bytes both ways until one side has had enough. What the guest writes is shown at once: a prompt has no line
/// end.
fn relay(mut keyboard: impl Read + AsFd, mut console: &UnixStream, mut screen: impl Write) -> io::Result<Left> {
    let mut buffer = [0; 4096];
    loop {
        let mut ready =
            [PollFd::new(keyboard.as_fd(), PollFlags::POLLIN), PollFd::new(console.as_fd(), PollFlags::POLLIN)];
        match poll(&mut ready, PollTimeout::NONE) {
            Err(Errno::EINTR) => continue,
            polled => polled?,
        };
        let [typed, written] = ready.map(|it| it.any().unwrap_or(true));
        if written {
            let count = match console.read(&mut buffer) {
                Ok(0) => return Ok(Left::Ended),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => return Ok(Left::Ended),
                Err(error) => return Err(error),
            };
            screen.write_all(&buffer[..count])?;
            screen.flush()?;
        }
        if typed {
            let count = keyboard.read(&mut buffer)?;
            let keys = &buffer[..count];
            let leaves = keys.iter().position(|key| *key == LEAVE);
            match console.write_all(&keys[..leaves.unwrap_or(count)]) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Left::Ended),
                written => written?,
            }
            if count == 0 || leaves.is_some() {
                return Ok(Left::Asked);
            }
        }
    }
}

/// The terminal without line editing, for as long as this lives.
struct Raw<'a>(Option<(BorrowedFd<'a>, Termios)>);

impl<'a> Raw<'a> {
    fn enter(terminal: BorrowedFd<'a>) -> Self {
        let Ok(before) = termios::tcgetattr(terminal) else { return Self(None) };
        let mut raw = before.clone();
        termios::cfmakeraw(&mut raw);
        // A terminal that can't be set serves line by line.
        let _ = termios::tcsetattr(terminal, SetArg::TCSANOW, &raw);
        Self(Some((terminal, before)))
    }
}

impl Drop for Raw<'_> {
    fn drop(&mut self) {
        if let Some((terminal, before)) = &self.0 {
            // Nothing is left to be done about a terminal that is gone.
            let _ = termios::tcsetattr(terminal, SetArg::TCSANOW, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    /// A person, a console and a guest: returns the ends of person and guest, and what becomes of the console.
    fn console() -> (UnixStream, UnixStream, thread::JoinHandle<(Left, Vec<u8>)>) {
        let (person, keyboard) = UnixStream::pair().unwrap();
        let (guest, port) = UnixStream::pair().unwrap();
        let relay = thread::spawn(move || {
            let mut screen = Vec::new();
            let left = relay(keyboard, &port, &mut screen).unwrap();
            (left, screen)
        });
        (person, guest, relay)
    }

    #[test]
    fn keys_go_in_until_the_one_that_leaves() {
        let (mut person, mut guest, relay) = console();
        person.write_all(b"who\r\x1dnot this").unwrap();
        let (left, screen) = relay.join().unwrap();
        assert_eq!((left, screen.as_slice()), (Left::Asked, &b""[..]));
        let mut typed = Vec::new();
        guest.read_to_end(&mut typed).unwrap();
        assert_eq!(typed, b"who\r");
    }

    #[test]
    fn it_ends_with_the_machine_and_shows_its_last_words() {
        let (_person, mut guest, relay) = console();
        guest.write_all(b"login: ").unwrap();
        drop(guest);
        assert_eq!(relay.join().unwrap(), (Left::Ended, b"login: ".to_vec()));
    }

    #[test]
    fn it_ends_with_the_keyboard() {
        let (person, _guest, relay) = console();
        drop(person);
        assert_eq!(relay.join().unwrap().0, Left::Asked);
    }
}
