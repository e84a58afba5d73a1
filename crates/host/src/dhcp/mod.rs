//! The DHCP server of the VPCs of this host: one socket for each VPC, in its namespace. The device that a request came
//! by tells which interface asks, and an interface is only ever offered its own address.

mod answer;

use std::{
    io::{self, IoSlice, IoSliceMut},
    net::{Ipv4Addr, SocketAddrV4},
    os::fd::AsRawFd,
    sync::Arc,
};

use answer::answer;
use dhcproto::{Decodable, Encodable, v4};
use nix::{
    cmsg_space, libc,
    sys::socket::{ControlMessage, ControlMessageOwned, MsgFlags, SockaddrIn, recvmsg, sendmsg, setsockopt, sockopt},
};
use tokio::{io::Interest, net::UdpSocket};

use crate::net::{
    directory::Shared,
    liveness::Hub,
    prober::{device_index, device_name},
};

const CLIENT_PORT: u16 = 68;

/// Makes a bound socket tell the device of each packet, and lets it broadcast.
pub(crate) fn prepare(socket: &std::net::UdpSocket) -> io::Result<()> {
    setsockopt(socket, sockopt::Ipv4PacketInfo, &true)?;
    setsockopt(socket, sockopt::Broadcast, &true)?;
    Ok(())
}

/// Answers requests for as long as the task lives.
pub(crate) async fn serve(socket: UdpSocket, directory: Shared, liveness: Arc<Hub>) {
    loop {
        let received = socket.async_io(Interest::READABLE, || receive(&socket)).await;
        let (packet, device) = match received {
            Ok((packet, Some(device))) => (packet, device),
            Ok((_, None)) => continue,
            Err(error) => {
                // Such as a device that went down while its packet was read.
                tracing::debug!(%error, "a DHCP packet could not be read");
                tokio::task::yield_now().await;
                continue;
            }
        };
        let (Ok(tap), Ok(request)) = (device_name(&socket, device), v4::Message::from_bytes(&packet)) else { continue };
        let directory = directory.load_full();
        let Some(resident) = directory.by_tap(&tap) else { continue };
        let Some(answer) = answer(&request, resident, &directory) else { continue };
        if answer.is_lease {
            liveness.leased(&resident.port.id);
            tracing::debug!(interface = %resident.port.id, address = %answer.message.yiaddr(), "lease taken");
        }
        let Ok(bytes) = answer.message.to_vec() else { continue };
        let Ok(device) = device_index(&socket, &tap) else { continue };
        let to = SocketAddrV4::new(answer.to, CLIENT_PORT);
        let sent =
            socket.async_io(Interest::WRITABLE, || send(&socket, &bytes, to, device, resident.port.router)).await;
        if let Err(error) = sent {
            tracing::debug!(interface = %resident.port.id, %error, "a DHCP answer could not be sent");
        }
    }
}

/// A packet and the device it came by.
fn receive(socket: &UdpSocket) -> io::Result<(Vec<u8>, Option<libc::c_int>)> {
    let mut packet = vec![0; 1500];
    let mut space = cmsg_space!(libc::in_pktinfo);
    let (length, device) = {
        let mut parts = [IoSliceMut::new(&mut packet)];
        let message = recvmsg::<SockaddrIn>(socket.as_raw_fd(), &mut parts, Some(&mut space), MsgFlags::MSG_DONTWAIT)?;
        let device = message.cmsgs()?.find_map(|control| match control {
            ControlMessageOwned::Ipv4PacketInfo(info) => Some(info.ipi_ifindex),
            _ => None,
        });
        (message.bytes, device)
    };
    packet.truncate(length);
    Ok((packet, device))
}

/// Sends by one device, in the name of the subnet's router.
fn send(socket: &UdpSocket, bytes: &[u8], to: SocketAddrV4, device: libc::c_int, router: Ipv4Addr) -> io::Result<()> {
    let info = libc::in_pktinfo {
        ipi_ifindex: device,
        ipi_spec_dst: libc::in_addr { s_addr: u32::from_ne_bytes(router.octets()) },
        ipi_addr: libc::in_addr { s_addr: 0 },
    };
    let control = [ControlMessage::Ipv4PacketInfo(&info)];
    let to = SockaddrIn::from(to);
    sendmsg(socket.as_raw_fd(), &[IoSlice::new(bytes)], &control, MsgFlags::MSG_DONTWAIT, Some(&to))?;
    Ok(())
}
