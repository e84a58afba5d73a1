//! Joining an Elastic IP address with an interface and parting them, in one edit: both records always agree.

use std::{collections::BTreeMap, net::Ipv4Addr, sync::Arc};

use model::{
    AllocationId, AssociationId, NetworkInterfaceId,
    records::{Address, AddressAssociation, NetworkInterface, PublicAssociation},
};

use crate::{
    actions::network_interface::allocate::public_claim,
    edit::Edit,
    view::{AccountView, Row},
};

type Changed<I, R> = BTreeMap<I, (Arc<Row<R>>, R)>;

/// The addresses and interfaces that one request changes, each written once at the end.
pub(super) struct Associations<'v> {
    view: &'v AccountView,
    interfaces: Changed<NetworkInterfaceId, NetworkInterface>,
    addresses: Changed<AllocationId, Address>,
    /// Addresses of the pool that launches gave and that are no longer needed.
    given_back: Vec<Ipv4Addr>,
}

impl<'v> Associations<'v> {
    pub fn new(view: &'v AccountView) -> Self {
        Self { view, interfaces: BTreeMap::new(), addresses: BTreeMap::new(), given_back: Vec::new() }
    }

    /// Parts an address from the interface that it is with, if it is with one.
    pub fn part(&mut self, address: &Arc<Row<Address>>) {
        let Some(association) = self.address(address).association.take() else { return };
        let Some(interface) = self.view.get::<NetworkInterface>(&association.interface) else { return };
        for private in &mut self.interface(&interface).addresses {
            private.association.take_if(|public| public.allocation.as_ref() == Some(&address.id));
        }
    }

    /// Joins an address, which is with no interface, with a private address of an interface. Whatever public address
    /// that had before is parted from it, or given back if a launch gave it.
    pub fn join(
        &mut self,
        address: &Arc<Row<Address>>,
        interface: &Arc<Row<NetworkInterface>>,
        private: Ipv4Addr,
        id: &AssociationId,
    ) {
        let before = self.interface(interface).addresses.iter().find(|known| known.private == private);
        if let Some(public) = before.and_then(|known| known.association.clone()) {
            match public.allocation.and_then(|allocation| self.view.get::<Address>(&allocation)) {
                Some(other) => self.part(&other),
                None => self.given_back.push(public.public),
            }
        }
        self.address(address).association =
            Some(AddressAssociation { id: id.clone(), interface: interface.id.clone(), private });
        let joined = PublicAssociation {
            public: address.public,
            allocation: Some(address.id.clone()),
            association: Some(id.clone()),
        };
        for known in self.interface(interface).addresses.iter_mut().filter(|known| known.private == private) {
            known.association = Some(joined.clone());
        }
    }

    /// Writes all that has changed.
    pub fn write(self, edit: &mut Edit) {
        for (before, after) in self.interfaces.values() {
            edit.update(before, after);
        }
        for (before, after) in self.addresses.values() {
            edit.update(before, after);
        }
        for public in self.given_back {
            edit.release(&public_claim(public));
        }
    }

    fn address(&mut self, row: &Arc<Row<Address>>) -> &mut Address {
        &mut self.addresses.entry(row.id.clone()).or_insert_with(|| (row.clone(), row.record.clone())).1
    }

    fn interface(&mut self, row: &Arc<Row<NetworkInterface>>) -> &mut NetworkInterface {
        &mut self.interfaces.entry(row.id.clone()).or_insert_with(|| (row.clone(), row.record.clone())).1
    }
}
