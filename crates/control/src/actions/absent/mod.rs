//! Reads of things that AWS has and there are none of here. An empty list is their true answer; ids, filters and pages are
//! looked at all the same, so that a mistake is told and an id that somebody made up does not exist.

mod describe_address_transfers;
mod describe_bundle_tasks;
mod describe_capacity_reservations;
mod describe_carrier_gateways;
mod describe_conversion_tasks;
mod describe_customer_gateways;
mod describe_egress_only_internet_gateways;
mod describe_export_tasks;
mod describe_fast_launch_images;
mod describe_fast_snapshot_restores;
mod describe_fleets;
mod describe_flow_logs;
mod describe_hosts;
mod describe_iam_instance_profile_associations;
mod describe_instance_connect_endpoints;
mod describe_instance_event_windows;
mod describe_instance_topology;
mod describe_nat_gateways;
mod describe_prefix_lists;
mod describe_reserved_instances;
mod describe_spot_fleet_requests;
mod describe_spot_instance_requests;
mod describe_spot_price_history;
mod describe_transit_gateway_vpc_attachments;
mod describe_transit_gateways;
mod describe_vpc_endpoints;
mod describe_vpc_peering_connections;
mod describe_vpn_connections;
mod describe_vpn_gateways;

pub use describe_address_transfers::DescribeAddressTransfers;
pub use describe_bundle_tasks::DescribeBundleTasks;
pub use describe_capacity_reservations::DescribeCapacityReservations;
pub use describe_carrier_gateways::DescribeCarrierGateways;
pub use describe_conversion_tasks::DescribeConversionTasks;
pub use describe_customer_gateways::DescribeCustomerGateways;
pub use describe_egress_only_internet_gateways::DescribeEgressOnlyInternetGateways;
pub use describe_export_tasks::DescribeExportTasks;
pub use describe_fast_launch_images::DescribeFastLaunchImages;
pub use describe_fast_snapshot_restores::DescribeFastSnapshotRestores;
pub use describe_fleets::DescribeFleets;
pub use describe_flow_logs::DescribeFlowLogs;
pub use describe_hosts::DescribeHosts;
pub use describe_iam_instance_profile_associations::DescribeIamInstanceProfileAssociations;
pub use describe_instance_connect_endpoints::DescribeInstanceConnectEndpoints;
pub use describe_instance_event_windows::DescribeInstanceEventWindows;
pub use describe_instance_topology::DescribeInstanceTopology;
pub use describe_nat_gateways::DescribeNatGateways;
pub use describe_prefix_lists::DescribePrefixLists;
pub use describe_reserved_instances::DescribeReservedInstances;
pub use describe_spot_fleet_requests::DescribeSpotFleetRequests;
pub use describe_spot_instance_requests::DescribeSpotInstanceRequests;
pub use describe_spot_price_history::DescribeSpotPriceHistory;
pub use describe_transit_gateway_vpc_attachments::DescribeTransitGatewayVpcAttachments;
pub use describe_transit_gateways::DescribeTransitGateways;
pub use describe_vpc_endpoints::DescribeVpcEndpoints;
pub use describe_vpc_peering_connections::DescribeVpcPeeringConnections;
pub use describe_vpn_connections::DescribeVpnConnections;
pub use describe_vpn_gateways::DescribeVpnGateways;

use model::{ApiError, filters::FilterSpec, ids::is_well_formed};

use crate::{
    action::{Call, Plan},
    listing::{self, Asked},
};

/// A kind of thing that there are none of, as requests speak of it.
struct Kind {
    /// Before the dash of an id; `None` where ids have no such form.
    prefix: Option<&'static str>,
    /// Code for text that is no such id.
    malformed: &'static str,
    /// Code for an id that does not exist.
    not_found: &'static str,
    /// AWS's sentence for it, with `{}` for the id.
    sentence: &'static str,
    /// Names of the filters that AWS has.
    filters: &'static [&'static str],
    /// Whether AWS has tags for it, and filters by them.
    tags: bool,
}

impl Kind {
    /// One whose requests name none of its things.
    const fn without_ids(filters: &'static [&'static str]) -> Self {
        Self { prefix: None, malformed: "", not_found: "", sentence: "", filters, tags: false }
    }

    /// Answers that there are none, unless something is wrong in the request.
    fn none<O: Default>(&self, call: &Call, action: &'static str, asked: &Asked<'_>) -> Result<Plan<O>, ApiError> {
        let mut table: Vec<FilterSpec<()>> = self.filters.iter().map(|name| FilterSpec::never(name)).collect();
        if self.tags {
            table.push(FilterSpec::tags(|(), _| {}));
        }
        listing::compile(&table, asked.filters)?;
        asked.page(call, action)?;
        if let Some(prefix) = self.prefix
            && let Some(id) = asked.ids.iter().find(|id| !is_well_formed(prefix, id))
        {
            return Err(ApiError::new(self.malformed, format!("Invalid id: \"{id}\" (expecting \"{prefix}-...\")")));
        }
        match asked.ids.first() {
            None => Ok(Plan::Answer(O::default())),
            Some(id) => Err(ApiError::new(self.not_found, self.sentence.replace("{}", id))),
        }
    }
}
