//! Pairs of virtual Ethernet devices between namespaces.

use super::{observe, place::Place, tools};
use crate::net::NetError;

/// One end of a pair.
pub(crate) struct End<'a> {
    pub place: &'a Place,
    pub device: &'a str,
    /// `None` leaves it to the kernel.
    pub mac: Option<String>,
}

/// Makes the pair unless it is there, both ends up. The far end is always in one of our namespaces.
pub(crate) fn ensure_pair(near: &End<'_>, far: &End<'_>, far_namespace: &str, mtu: u16) -> Result<(), NetError> {
    let has_near = observe::devices(near.place)?.contains(near.device);
    let has_far = observe::devices(far.place)?.contains(far.device);
    if has_near && has_far {
        return Ok(());
    }
    // One end without the other belongs to a namespace that is gone or being taken down.
    if has_near {
        remove(near.place, near.device)?;
    }
    if has_far {
        remove(far.place, far.device)?;
    }
    let address = |end: &End<'_>| end.mac.as_ref().map(|mac| format!(" address {mac}")).unwrap_or_default();
    let batch = format!(
        "link add {} mtu {mtu}{} type veth peer name {} mtu {mtu}{} netns {far_namespace}\nlink set {} up\n",
        near.device,
        address(near),
        far.device,
        address(far),
        near.device,
    );
    tools::ip_batch(near.place, &batch)?;
    tools::ip_batch(far.place, &format!("link set {} up\n", far.device))
}

/// Removes a device, and with it its other end, if it is there.
pub(crate) fn remove(place: &Place, device: &str) -> Result<(), NetError> {
    if observe::devices(place)?.contains(device) {
        tools::ip_batch(place, &format!("link del {device}\n"))?;
    }
    Ok(())
}
