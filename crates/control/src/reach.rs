//! Where an instance is reached, whoever owns it: for the person at the machine (`fogbank ssh`, `fogbank console`).

use std::net::Ipv4Addr;

use model::{ImageId, instance::InstanceState, records::*};

use crate::region::Region;

pub struct Reach {
    pub state: InstanceState,
    pub public: Option<Ipv4Addr>,
    pub private: Option<Ipv4Addr>,
    /// The name to log in with, where its image is known.
    pub login: Option<String>,
    pub image: ImageId,
}

/// `None` when the region has no such instance.
pub fn reach(region: &Region, id: &str) -> Option<Reach> {
    let view = region.cell.view();
    let instance = view.table::<Instance>().get(id)?;
    let seen = region.seen_by(&instance.account, &view);
    let primary =
        seen.find::<NetworkInterface>("instance", id).min_by_key(|i| i.attachment.as_ref().map(|a| a.device_index));
    Some(Reach {
        state: view.state(&instance),
        public: primary.and_then(|i| i.primary().association.as_ref().map(|a| a.public)),
        private: primary.map(|i| i.primary().private),
        login: seen.image(&instance.image).and_then(|image| image.login.clone()),
        image: instance.image.clone(),
    })
}
