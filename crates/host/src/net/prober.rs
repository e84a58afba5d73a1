//! Asks guests by ARP whether they are there, as EC2's status checks do.

use std::{
    collections::HashMap,
    io,
    net::Ipv4Addr,
    os::fd::{AsRawFd, FromRawFd, OwnedFd},
    sync::Arc,
    time::{Duration, Instant},
};

use model::NetworkInterfaceId;
use nix::libc;
use tokio::{
    io::unix::AsyncFd,
    sync::{mpsc, oneshot},
    time::MissedTickBehavior,
};

use super::{
    directory::{Resident, Shared},
    liveness::Hub,
    plan::ROUTER_MAC,
};

/// How often it is looked which guests are due.
const TICK: Duration = Duration::from_secs(1);
/// How long `ask` waits for an answer.
const PATIENCE: Duration = Duration::from_secs(1);

const ETH_P_ARP: u16 = 0x0806;
const ARP_LENGTH: usize = 28;

/// A packet socket that sees the ARP of all devices of its namespace.
pub(crate) struct Socket(OwnedFd);

impl Socket {
    /// Opens it in the namespace of the calling thread.
    pub(crate) fn open() -> io::Result<Self> {
        let kind = libc::SOCK_DGRAM | libc::SOCK_NONBLOCK | libc::SOCK_CLOEXEC;
        // SAFETY: a plain system call; the descriptor it gives is owned by nobody else.
        let socket = unsafe { libc::socket(libc::AF_PACKET, kind, i32::from(ETH_P_ARP.to_be())) };
        if socket < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: checked above.
        Ok(Self(unsafe { OwnedFd::from_raw_fd(socket) }))
    }

    fn send(&self, device: libc::c_int, packet: &[u8; ARP_LENGTH]) -> io::Result<()> {
        // SAFETY: an all-zero `sockaddr_ll` is a valid one.
        let mut to: libc::sockaddr_ll = unsafe { std::mem::zeroed() };
        to.sll_family = libc::AF_PACKET as u16;
        to.sll_protocol = ETH_P_ARP.to_be();
        to.sll_ifindex = device;
        to.sll_halen = 6;
        to.sll_addr[..6].fill(0xff);
        let length = size_of_val(&to) as libc::socklen_t;
        // SAFETY: both pointers are to live values of the lengths given.
        let sent = unsafe {
            libc::sendto(self.0.as_raw_fd(), packet.as_ptr().cast(), packet.len(), 0, (&raw const to).cast(), length)
        };
        if sent < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// A packet and the device it came by.
    fn receive(&self) -> io::Result<([u8; ARP_LENGTH], libc::c_int)> {
        // SAFETY: an all-zero `sockaddr_ll` is a valid one.
        let mut from: libc::sockaddr_ll = unsafe { std::mem::zeroed() };
        let mut length = size_of_val(&from) as libc::socklen_t;
        let mut packet = [0; ARP_LENGTH];
        // SAFETY: all pointers are to live values of the lengths given.
        let received = unsafe {
            libc::recvfrom(
                self.0.as_raw_fd(),
                packet.as_mut_ptr().cast(),
                packet.len(),
                0,
                (&raw mut from).cast(),
                &raw mut length,
            )
        };
        if received < 0 { Err(io::Error::last_os_error()) } else { Ok((packet, from.sll_ifindex)) }
    }
}

/// The index of a device in the namespace of a socket.
pub(crate) fn device_index(socket: &impl AsRawFd, name: &str) -> io::Result<libc::c_int> {
    // SAFETY: an all-zero `ifreq` is a valid one.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    for (to, from) in request.ifr_name.iter_mut().zip(name.bytes().take(libc::IFNAMSIZ - 1)) {
        *to = from.cast_signed();
    }
    // SAFETY: the kernel reads and writes one `ifreq` at the pointer.
    if unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCGIFINDEX as _, &raw mut request) } < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the call above filled this member in.
    Ok(unsafe { request.ifr_ifru.ifru_ifindex })
}

/// The name of a device in the namespace of a socket.
pub(crate) fn device_name(socket: &impl AsRawFd, index: libc::c_int) -> io::Result<String> {
    // SAFETY: an all-zero `ifreq` is a valid one.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    request.ifr_ifru.ifru_ifindex = index;
    // SAFETY: the kernel reads and writes one `ifreq` at the pointer.
    if unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCGIFNAME as _, &raw mut request) } < 0 {
        return Err(io::Error::last_os_error());
    }
    let name = request.ifr_name.iter().take_while(|byte| **byte != 0).map(|byte| char::from(byte.cast_unsigned()));
    Ok(name.collect())
}

/// An ARP request of the subnet's router.
fn request(router: Ipv4Addr, guest: Ipv4Addr) -> [u8; ARP_LENGTH] {
    let mut packet = [0; ARP_LENGTH];
    // Ethernet, IPv4, addresses of 6 and 4 bytes, a request.
    packet[..8].copy_from_slice(&[0, 1, 8, 0, 6, 4, 0, 1]);
    packet[8..14].copy_from_slice(&mac_bytes(ROUTER_MAC));
    packet[14..18].copy_from_slice(&router.octets());
    packet[24..28].copy_from_slice(&guest.octets());
    packet
}

/// Whose hardware and network address a packet tells.
fn speaker(packet: &[u8; ARP_LENGTH]) -> Option<([u8; 6], Ipv4Addr)> {
    let well_formed = packet[..6] == [0, 1, 8, 0, 6, 4] && matches!(packet[6..8], [0, 1 | 2]);
    let mac = packet[8..14].try_into().ok()?;
    let address = <[u8; 4]>::try_from(&packet[14..18]).ok()?;
    well_formed.then_some((mac, address.into()))
}

/// The bytes of a hardware address that was checked when its port was made.
pub(crate) fn mac_bytes(text: &str) -> [u8; 6] {
    let mut bytes = [0; 6];
    for (byte, digits) in bytes.iter_mut().zip(text.split(':')) {
        *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
    }
    bytes
}

/// Probes the guests of one VPC.
pub(crate) struct Prober {
    socket: AsyncFd<OwnedFd>,
    raw: Socket,
    directory: Shared,
    liveness: Arc<Hub>,
    questions: mpsc::Receiver<Question>,
    waiting: HashMap<NetworkInterfaceId, Vec<oneshot::Sender<()>>>,
}

type Question = (NetworkInterfaceId, oneshot::Sender<()>);

/// Asks a prober for an answer now.
#[derive(Clone)]
pub(crate) struct Asker(mpsc::Sender<Question>);

impl Asker {
    /// Whether the guest answers within a second.
    pub(crate) async fn ask(&self, id: NetworkInterfaceId) -> bool {
        let (answer, answered) = oneshot::channel();
        self.0.send((id, answer)).await.is_ok() && matches!(tokio::time::timeout(PATIENCE, answered).await, Ok(Ok(())))
    }
}

impl Prober {
    pub(crate) fn new(socket: Socket, directory: Shared, liveness: Arc<Hub>) -> io::Result<(Self, Asker)> {
        let (asker, questions) = mpsc::channel(16);
        let raw = Socket(socket.0.try_clone()?);
        // SAFETY: the descriptor is owned by the `OwnedFd` that goes in, which nobody replaces or closes in there.
        let socket = unsafe { AsyncFd::register(socket.0)? };
        let prober = Self { socket, raw, directory, liveness, questions, waiting: HashMap::new() };
        Ok((prober, Asker(asker)))
    }

    pub(crate) async fn run(mut self) {
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = tick.tick() => self.probe_due(),
                question = self.questions.recv() => match question {
                    Some((id, answer)) => self.ask(id, answer),
                    None => return,
                },
                ready = self.socket.readable() => match ready {
                    Ok(mut ready) => match self.raw.receive() {
                        Ok((packet, device)) => self.heard(&packet, device),
                        Err(error) if error.kind() == io::ErrorKind::WouldBlock => ready.clear_ready(),
                        // A device went down or away; the next packet tells.
                        Err(error) => tracing::debug!(%error, "an ARP packet could not be read"),
                    },
                    Err(_) => return,
                },
            }
        }
    }

    fn probe_due(&mut self) {
        self.waiting.retain(|_, waiting| {
            waiting.retain(|answer| !answer.is_closed());
            !waiting.is_empty()
        });
        let directory = self.directory.load_full();
        for resident in &directory.residents {
            if self.liveness.is_due(&resident.port.id, Instant::now()) {
                self.send(resident);
            }
        }
    }

    fn ask(&mut self, id: NetworkInterfaceId, answer: oneshot::Sender<()>) {
        let directory = self.directory.load_full();
        if let Some(resident) = directory.residents.iter().find(|resident| resident.port.id == id) {
            self.send(resident);
            self.waiting.entry(id).or_default().push(answer);
        }
    }

    /// Sends a request. A tap that is not there (yet, or any more) is as good as silence.
    fn send(&self, resident: &Resident) {
        let port = &resident.port;
        if let Ok(device) = device_index(&self.raw.0, &port.tap) {
            let _ = self.raw.send(device, &request(port.router, port.primary()));
        }
    }

    /// Any ARP packet of a guest in its own name shows that it lives.
    fn heard(&mut self, packet: &[u8; ARP_LENGTH], device: libc::c_int) {
        let Some((mac, address)) = speaker(packet) else { return };
        let Ok(tap) = device_name(&self.raw.0, device) else { return };
        let directory = self.directory.load();
        let Some(resident) = directory.by_tap(&tap) else { return };
        if mac == mac_bytes(&resident.port.spec.mac) && address == resident.port.primary() {
            self.liveness.answered(&resident.port.id);
            for answer in self.waiting.remove(&resident.port.id).into_iter().flatten() {
                let _ = answer.send(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_tells_who_asks() {
        let packet = request([10, 0, 0, 1].into(), [10, 0, 0, 5].into());
        assert_eq!(speaker(&packet), Some(([2, 0, 0, 0, 0, 1], [10, 0, 0, 1].into())));
        assert_eq!(speaker(&[0; ARP_LENGTH]), None);
    }
}
