//! What can be tagged: everything that has a record and an id.

use model::{ApiError, ids::is_well_formed, records::*};
use store::Compare;

use crate::{
    lookup::Named,
    view::{AccountView, Row, guest_tags},
};

/// A resource that exists for the caller.
pub struct Resource {
    /// As `security-group`.
    pub resource_type: &'static str,
    /// Under which name its tags are kept, see `guest_tags`.
    pub holder: String,
    /// That it is still there. Quick Start images always are: they are no records.
    pub alive: Option<Compare>,
}

fn resource<R: Named>(view: &AccountView, id: &str, resource_type: &'static str) -> Result<Resource, ApiError> {
    let row = R::seen(view, id).ok_or_else(|| R::NOUN.not_found(id))?;
    let holder = if row.account() == view.account() { id.to_owned() } else { guest_tags(view.account(), id) };
    Ok(Resource { resource_type, holder, alive: alive(&row) })
}

fn alive<R: Record>(row: &Row<R>) -> Option<Compare> {
    (row.revision > 0).then(|| Compare::KeyAt { key: row.key(), revision: row.revision })
}

/// Finds the resource of an id by the id's prefix.
pub fn find(view: &AccountView, id: &str) -> Result<Resource, ApiError> {
    let prefix = id.rsplit_once('-').map_or("", |(prefix, _)| prefix);
    macro_rules! kinds {
        ($($record:ident $resource_type:literal;)*) => {
            $(if prefix == $record::NOUN.prefix && is_well_formed(prefix, id) {
                return resource::<$record>(view, id, $resource_type);
            })*
        };
    }
    kinds! {
        Instance "instance";
        Volume "volume";
        Snapshot "snapshot";
        Image "image";
        ImageUsageReport "image-usage-report";
        ReplaceRootVolumeTask "replace-root-volume-task";
        ExportTask "export-image-task";
        Vpc "vpc";
        Subnet "subnet";
        RouteTable "route-table";
        InternetGateway "internet-gateway";
        NetworkAcl "network-acl";
        DhcpOptions "dhcp-options";
        NetworkInterface "network-interface";
        SecurityGroup "security-group";
        SecurityGroupRule "security-group-rule";
        KeyPair "key-pair";
        PlacementGroup "placement-group";
        PrefixList "prefix-list";
        LaunchTemplate "launch-template";
        Address "elastic-ip";
    }
    Err(ApiError::new("InvalidID", format!("The ID '{id}' is not valid")))
}
