//! An instance as its metadata shows it.

use std::{net::Ipv4Addr, sync::Arc};

use hostlink::{InstanceSpec, MetadataSpec};
use model::InstanceId;

use crate::net::{
    directory::{Directory, Resident},
    plan::Port,
};

/// The instance that asks, with its interfaces in order of their device index.
pub(super) struct InstanceView<'a> {
    pub id: &'a InstanceId,
    pub instance: &'a InstanceSpec,
    pub interfaces: Vec<&'a Arc<Resident>>,
    pub directory: &'a Directory,
}

impl<'a> InstanceView<'a> {
    /// The instance behind an address; `None` if nobody here has it.
    pub(super) fn of(address: Ipv4Addr, directory: &'a Directory) -> Option<Self> {
        let asking = directory.by_address(address)?;
        let id = &asking.port.spec.instance;
        let interfaces = directory.of_instance(id);
        Some(Self { id, instance: asking.instance.as_deref()?, interfaces, directory })
    }

    pub(super) fn metadata(&self) -> &'a MetadataSpec {
        &self.instance.metadata
    }

    /// The interface with the lowest device index.
    pub(super) fn primary(&self) -> &'a Port {
        &self.interfaces[0].port
    }
}
