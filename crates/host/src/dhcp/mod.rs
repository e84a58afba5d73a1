//! The DHCP server of the VPCs of this host.
