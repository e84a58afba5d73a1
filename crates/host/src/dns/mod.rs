//! The resolver of the VPCs of this host.
