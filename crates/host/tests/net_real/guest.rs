//! A guest without a VM: a namespace whose device is a tap, tied to the tap of its interface by a thread.

use std::{
    fs::File,
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpListener, UdpSocket},
    os::fd::{AsFd, AsRawFd, OwnedFd},
    os::unix::fs::OpenOptionsExt,
    thread::{self, JoinHandle},
};

use nix::{
    libc,
    poll::{PollFd, PollFlags, PollTimeout, poll},
};

use super::{
    client::{self, Lease},
    machine::{ip, ip_quietly, unique, within},
};

/// A running guest. Dropping it is pulling its plug.
pub struct Guest {
    pub namespace: String,
    pub address: Ipv4Addr,
    mac: [u8; 6],
    stop: Option<io::PipeWriter>,
    carrier: Option<JoinHandle<()>>,
}

impl Guest {
    /// Plugs a guest with this hardware address into a tap. It has no address yet.
    pub fn plug(tap: OwnedFd, mac: &str) -> Self {
        let namespace = unique("g");
        ip(&format!("netns add {namespace}"));
        let inner = within(&namespace, || open_tap("eth0"));
        ip(&format!("-n {namespace} link set eth0 address {mac} up"));
        ip(&format!("-n {namespace} link set lo up"));
        let (stopped, stop) = io::pipe().unwrap();
        let carrier = thread::spawn(move || carry(tap.into(), inner, &stopped));
        let mut bytes = [0; 6];
        for (byte, digits) in bytes.iter_mut().zip(mac.split(':')) {
            *byte = u8::from_str_radix(digits, 16).unwrap();
        }
        Self { namespace, address: Ipv4Addr::UNSPECIFIED, mac: bytes, stop: Some(stop), carrier: Some(carrier) }
    }

    /// Takes a lease and configures itself by it, as any guest does.
    pub fn take_lease(&mut self) -> Lease {
        let mac = self.mac;
        let lease = self.run(move || client::take_lease(mac));
        let namespace = &self.namespace;
        ip(&format!("-n {namespace} addr replace {}/{} dev eth0", lease.address, lease.prefix()));
        ip(&format!("-n {namespace} route replace default via {}", lease.router));
        self.address = lease.address;
        lease
    }

    /// Does something in the guest.
    pub fn run<T: Send + 'static>(&self, action: impl FnOnce() -> T + Send + 'static) -> T {
        within(&self.namespace, action)
    }

    /// Answers each line on a TCP port with the client's address and the line.
    pub fn serve(&self, port: u16) {
        self.run(move || echo(port));
    }

    /// Answers each datagram on a UDP port with its sender's address.
    pub fn serve_udp(&self, port: u16) {
        self.run(move || {
            let socket = UdpSocket::bind(("0.0.0.0", port)).unwrap();
            thread::spawn(move || {
                let mut datagram = [0; 1500];
                while let Ok((_, peer)) = socket.recv_from(&mut datagram) {
                    let _ = socket.send_to(peer.ip().to_string().as_bytes(), peer);
                }
            });
        });
    }

    pub fn ip(&self, arguments: &str) {
        ip(&format!("-n {} {arguments}", self.namespace));
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(carrier) = self.carrier.take() {
            let _ = carrier.join();
        }
        ip_quietly(&format!("netns del {}", self.namespace));
    }
}

/// Answers each line on a TCP port with the client's address and the line, in the namespace of the caller.
pub fn echo(port: u16) {
    let listener = TcpListener::bind(("0.0.0.0", port)).unwrap();
    thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let peer = connection.peer_addr().unwrap().ip();
            thread::spawn(move || {
                let mut line = [0; 100];
                while let Ok(length @ 1..) = connection.read(&mut line) {
                    let answer = [peer.to_string().as_bytes(), b" ", &line[..length]].concat();
                    if connection.write_all(&answer).is_err() {
                        break;
                    }
                }
            });
        }
    });
}

fn open_tap(name: &str) -> File {
    let file =
        File::options().read(true).write(true).custom_flags(libc::O_NONBLOCK).open("/dev/net/tun").expect("a tap");
    // SAFETY: an all-zero `ifreq` is a valid one, and the kernel reads and writes one at the pointer.
    unsafe {
        let mut request: libc::ifreq = std::mem::zeroed();
        for (to, from) in request.ifr_name.iter_mut().zip(name.bytes()) {
            *to = from.cast_signed();
        }
        request.ifr_ifru.ifru_flags = (libc::IFF_TAP | libc::IFF_NO_PI | libc::IFF_VNET_HDR) as libc::c_short;
        assert_eq!(libc::ioctl(file.as_raw_fd(), 0x4004_54ca_u64 as _, &raw mut request), 0, "TUNSETIFF");
    }
    file
}

/// Carries frames both ways until `stopped` is closed. Both taps have the same header before each frame.
fn carry(mut outer: File, mut inner: File, stopped: &io::PipeReader) {
    let mut frame = vec![0; 70_000];
    loop {
        let readable = |fd| PollFd::new(fd, PollFlags::POLLIN);
        let mut ready = [readable(outer.as_fd()), readable(inner.as_fd()), readable(stopped.as_fd())];
        if poll(&mut ready, PollTimeout::NONE).is_err() || ready[2].any().unwrap_or(true) {
            return;
        }
        pump(&mut outer, &mut inner, &mut frame);
        pump(&mut inner, &mut outer, &mut frame);
    }
}

fn pump(from: &mut File, to: &mut File, frame: &mut [u8]) {
    while let Ok(length) = from.read(frame) {
        // A full queue loses frames, as any network may.
        let _ = to.write(&frame[..length]);
    }
}
