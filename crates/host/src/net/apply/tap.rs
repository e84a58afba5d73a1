//! Tap devices.

use std::{
    fs::{File, OpenOptions},
    io,
    os::{
        fd::{AsRawFd, OwnedFd},
        unix::fs::OpenOptionsExt,
    },
};

use nix::libc;

use super::{
    place::Place,
    sysctl::{self, set},
};
use crate::net::{NetError, plan, tools};

/// `_IOW('T', 202, int)`: makes or finds the device that a descriptor of /dev/net/tun stands for.
const TUNSETIFF: libc::c_ulong = 0x4004_54ca;

/// Makes the tap `name` in the namespace, or attaches to it while nobody else is. `EBUSY` when somebody is.
pub(crate) fn open(place: &Place, name: &str) -> Result<io::Result<OwnedFd>, NetError> {
    place.run(|| Ok(open_here(name)))
}

fn open_here(name: &str) -> io::Result<OwnedFd> {
    let file: File = OpenOptions::new()
        .read(true)
        .write(true)
        .custom_flags(libc::O_CLOEXEC | libc::O_NONBLOCK)
        .open("/dev/net/tun")?;
    // SAFETY: an all-zero `ifreq` is a valid one.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    for (to, from) in request.ifr_name.iter_mut().zip(name.bytes().take(libc::IFNAMSIZ - 1)) {
        *to = from.cast_signed();
    }
    // All three flags are below 2^15.
    request.ifr_ifru.ifru_flags = (libc::IFF_TAP | libc::IFF_NO_PI | libc::IFF_VNET_HDR) as libc::c_short;
    // SAFETY: the kernel reads and writes one `ifreq` at the pointer, which lives until the call returns.
    if unsafe { libc::ioctl(file.as_raw_fd(), TUNSETIFF as _, &raw mut request) } < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(file.into())
}

/// Sets a new tap up as a leg of the router. Its addresses and routes come with the VPC's.
pub(crate) fn configure(place: &Place, name: &str, mtu: u16) -> Result<(), NetError> {
    sysctl::write(
        place,
        &[
            set(format!("ipv4/conf/{name}/proxy_arp"), "1"),
            // The default of 80 delays first packets by 0.3 to 0.8 s.
            set(format!("ipv4/neigh/{name}/proxy_delay"), "0"),
            sysctl::carries_loopback(name),
        ],
    )?;
    tools::ip_batch(place, &format!("link set {name} address {} mtu {mtu} up\n", plan::ROUTER_MAC))
}
