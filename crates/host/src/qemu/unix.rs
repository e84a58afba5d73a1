//! Unix sockets by paths of any length.
//!
//! The kernel takes 107 bytes of path; a data directory may well be longer. A path through `/proc/self/fd` is short
//! whatever it leads to.

use std::{
    fs::File,
    io,
    os::{
        fd::{AsRawFd, OwnedFd, RawFd},
        unix::{fs::PermissionsExt, net::UnixListener},
    },
    path::{Path, PathBuf},
    time::Duration,
};

use nix::{
    errno::Errno,
    sys::socket::{ControlMessage, MsgFlags, sendmsg},
};
use tokio::net::UnixStream;

const LONGEST_PATH_BYTES: usize = 107;

/// Connects to the socket at `path`.
pub async fn connect(path: &Path) -> io::Result<UnixStream> {
    let (short, _folder) = shorten(path)?;
    UnixStream::connect(short).await
}

/// The same for threads that may wait.
pub fn connect_and_wait(path: &Path) -> io::Result<std::os::unix::net::UnixStream> {
    let (short, _folder) = shorten(path)?;
    std::os::unix::net::UnixStream::connect(short)
}

/// Makes a listening socket at `path`, in place of what was there. Only its owner may connect; the folder has to be
/// closed to others, for the moment before that is set.
pub fn listen(path: &Path) -> io::Result<UnixListener> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let (short, _folder) = shorten(path)?;
    let listener = UnixListener::bind(short)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Sends text over a connected socket, and an open file with it.
pub async fn send_with(socket: &OwnedFd, text: &str, descriptor: &OwnedFd) -> io::Result<()> {
    let mut left = text.as_bytes();
    let mut with = Some(descriptor.as_raw_fd());
    while !left.is_empty() {
        let descriptors: Vec<RawFd> = with.into_iter().collect();
        let message = [ControlMessage::ScmRights(&descriptors)];
        let message = if descriptors.is_empty() { &message[..0] } else { &message[..] };
        let sent = sendmsg::<()>(socket.as_raw_fd(), &[io::IoSlice::new(left)], message, MsgFlags::MSG_NOSIGNAL, None);
        match sent {
            Ok(bytes) => {
                left = left.get(bytes..).unwrap_or_default();
                with = None;
            }
            // The reader is slow; a line is small, so this is rare and short.
            Err(Errno::EAGAIN) => tokio::time::sleep(Duration::from_millis(5)).await,
            Err(Errno::EINTR) => {}
            Err(errno) => return Err(errno.into()),
        }
    }
    Ok(())
}

/// A path that the kernel takes, and what has to stay open while it is used.
fn shorten(path: &Path) -> io::Result<(PathBuf, Option<File>)> {
    if path.as_os_str().len() <= LONGEST_PATH_BYTES {
        return Ok((path.to_owned(), None));
    }
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a path of a socket"));
    };
    let folder = File::open(folder)?;
    Ok((PathBuf::from(format!("/proc/self/fd/{}", folder.as_raw_fd())).join(name), Some(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn paths_may_be_long() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("d".repeat(120));
        std::fs::create_dir(&deep).unwrap();
        let path = deep.join("s.sock");
        let listener = listen(&path).unwrap();
        connect(&path).await.unwrap();
        listener.accept().unwrap();
        // A socket that a dead process left is replaced.
        listen(&path).unwrap();
    }
}
