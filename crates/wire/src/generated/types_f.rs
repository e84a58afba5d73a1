// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `FastLaunchLaunchTemplateSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FastLaunchLaunchTemplateSpecificationResponse {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version: Option<String>,
}

impl Encode for FastLaunchLaunchTemplateSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<launchTemplateId>", &self.launch_template_id);
        out.string("<launchTemplateName>", &self.launch_template_name);
        out.string("<version>", &self.version);
    }
}

/// `FastLaunchSnapshotConfigurationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FastLaunchSnapshotConfigurationResponse {
    pub target_resource_count: Option<i64>,
}

impl Encode for FastLaunchSnapshotConfigurationResponse {
    fn encode(&self, out: &mut Xml) {
        out.integer("<targetResourceCount>", &self.target_resource_count);
    }
}

/// `Filter` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub name: Option<String>,
    pub values: Vec<String>,
}

impl Decode for Filter {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Filter::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Name" => child.string(&mut out.name),
                "Value" => child.strings(&mut out.values),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `FleetData` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetData {
    pub activity_status: Option<String>,
    pub create_time: Option<Timestamp>,
    pub fleet_id: Option<String>,
    pub fleet_state: Option<String>,
    pub client_token: Option<String>,
    pub excess_capacity_termination_policy: Option<String>,
    pub fulfilled_capacity: Option<f64>,
    pub fulfilled_on_demand_capacity: Option<f64>,
    pub launch_template_configs: Vec<FleetLaunchTemplateConfig>,
    pub target_capacity_specification: Option<TargetCapacitySpecification>,
    pub terminate_instances_with_expiration: Option<bool>,
    pub type_: Option<String>,
    pub valid_from: Option<Timestamp>,
    pub valid_until: Option<Timestamp>,
    pub replace_unhealthy_instances: Option<bool>,
    pub spot_options: Option<SpotOptions>,
    pub on_demand_options: Option<OnDemandOptions>,
    pub reserved_capacity_options: Option<ReservedCapacityOptions>,
    pub tags: Vec<Tag>,
    pub errors: Vec<DescribeFleetError>,
    pub instances: Vec<DescribeFleetsInstances>,
    pub context: Option<String>,
}

impl Encode for FleetData {
    fn encode(&self, out: &mut Xml) {
        out.string("<activityStatus>", &self.activity_status);
        out.timestamp("<createTime>", &self.create_time);
        out.string("<fleetId>", &self.fleet_id);
        out.string("<fleetState>", &self.fleet_state);
        out.string("<clientToken>", &self.client_token);
        out.string("<excessCapacityTerminationPolicy>", &self.excess_capacity_termination_policy);
        out.double("<fulfilledCapacity>", &self.fulfilled_capacity);
        out.double("<fulfilledOnDemandCapacity>", &self.fulfilled_on_demand_capacity);
        out.list("<launchTemplateConfigs>", "<item>", &self.launch_template_configs);
        out.structure("<targetCapacitySpecification>", &self.target_capacity_specification);
        out.boolean("<terminateInstancesWithExpiration>", &self.terminate_instances_with_expiration);
        out.string("<type>", &self.type_);
        out.timestamp("<validFrom>", &self.valid_from);
        out.timestamp("<validUntil>", &self.valid_until);
        out.boolean("<replaceUnhealthyInstances>", &self.replace_unhealthy_instances);
        out.structure("<spotOptions>", &self.spot_options);
        out.structure("<onDemandOptions>", &self.on_demand_options);
        out.structure("<reservedCapacityOptions>", &self.reserved_capacity_options);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.list("<errorSet>", "<item>", &self.errors);
        out.list("<fleetInstanceSet>", "<item>", &self.instances);
        out.string("<context>", &self.context);
    }
}

/// `FleetLaunchTemplateConfig` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetLaunchTemplateConfig {
    pub launch_template_specification: Option<FleetLaunchTemplateSpecification>,
    pub overrides: Vec<FleetLaunchTemplateOverrides>,
}

impl Encode for FleetLaunchTemplateConfig {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateSpecification>", &self.launch_template_specification);
        out.list("<overrides>", "<item>", &self.overrides);
    }
}

/// `FleetLaunchTemplateOverrides` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetLaunchTemplateOverrides {
    pub instance_type: Option<String>,
    pub max_price: Option<String>,
    pub subnet_id: Option<String>,
    pub availability_zone: Option<String>,
    pub weighted_capacity: Option<f64>,
    pub priority: Option<f64>,
    pub placement: Option<PlacementResponse>,
    pub instance_requirements: Option<InstanceRequirements>,
    pub image_id: Option<String>,
    pub block_device_mappings: Vec<BlockDeviceMappingResponse>,
    pub availability_zone_id: Option<String>,
}

impl Encode for FleetLaunchTemplateOverrides {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceType>", &self.instance_type);
        out.string("<maxPrice>", &self.max_price);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<availabilityZone>", &self.availability_zone);
        out.double("<weightedCapacity>", &self.weighted_capacity);
        out.double("<priority>", &self.priority);
        out.structure("<placement>", &self.placement);
        out.structure("<instanceRequirements>", &self.instance_requirements);
        out.string("<imageId>", &self.image_id);
        out.list("<blockDeviceMappingSet>", "<item>", &self.block_device_mappings);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
    }
}

/// `FleetLaunchTemplateSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetLaunchTemplateSpecification {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version: Option<String>,
}

impl Encode for FleetLaunchTemplateSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<launchTemplateId>", &self.launch_template_id);
        out.string("<launchTemplateName>", &self.launch_template_name);
        out.string("<version>", &self.version);
    }
}

/// `FleetSpotCapacityRebalance` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetSpotCapacityRebalance {
    pub replacement_strategy: Option<String>,
    pub termination_delay: Option<i64>,
}

impl Encode for FleetSpotCapacityRebalance {
    fn encode(&self, out: &mut Xml) {
        out.string("<replacementStrategy>", &self.replacement_strategy);
        out.integer("<terminationDelay>", &self.termination_delay);
    }
}

/// `FleetSpotMaintenanceStrategies` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FleetSpotMaintenanceStrategies {
    pub capacity_rebalance: Option<FleetSpotCapacityRebalance>,
}

impl Encode for FleetSpotMaintenanceStrategies {
    fn encode(&self, out: &mut Xml) {
        out.structure("<capacityRebalance>", &self.capacity_rebalance);
    }
}

/// `FlowLog` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowLog {
    pub creation_time: Option<Timestamp>,
    pub deliver_logs_error_message: Option<String>,
    pub deliver_logs_permission_arn: Option<String>,
    pub deliver_cross_account_role: Option<String>,
    pub deliver_logs_status: Option<String>,
    pub flow_log_id: Option<String>,
    pub flow_log_status: Option<String>,
    pub log_group_name: Option<String>,
    pub resource_id: Option<String>,
    pub traffic_type: Option<String>,
    pub log_destination_type: Option<String>,
    pub log_destination: Option<String>,
    pub log_format: Option<String>,
    pub tags: Vec<Tag>,
    pub max_aggregation_interval: Option<i64>,
    pub destination_options: Option<DestinationOptionsResponse>,
}

impl Encode for FlowLog {
    fn encode(&self, out: &mut Xml) {
        out.timestamp_millis("<creationTime>", &self.creation_time);
        out.string("<deliverLogsErrorMessage>", &self.deliver_logs_error_message);
        out.string("<deliverLogsPermissionArn>", &self.deliver_logs_permission_arn);
        out.string("<deliverCrossAccountRole>", &self.deliver_cross_account_role);
        out.string("<deliverLogsStatus>", &self.deliver_logs_status);
        out.string("<flowLogId>", &self.flow_log_id);
        out.string("<flowLogStatus>", &self.flow_log_status);
        out.string("<logGroupName>", &self.log_group_name);
        out.string("<resourceId>", &self.resource_id);
        out.string("<trafficType>", &self.traffic_type);
        out.string("<logDestinationType>", &self.log_destination_type);
        out.string("<logDestination>", &self.log_destination);
        out.string("<logFormat>", &self.log_format);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.integer("<maxAggregationInterval>", &self.max_aggregation_interval);
        out.structure("<destinationOptions>", &self.destination_options);
    }
}

/// `FpgaDeviceInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FpgaDeviceInfo {
    pub name: Option<String>,
    pub manufacturer: Option<String>,
    pub count: Option<i64>,
    pub memory_info: Option<FpgaDeviceMemoryInfo>,
}

impl Encode for FpgaDeviceInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
        out.string("<manufacturer>", &self.manufacturer);
        out.integer("<count>", &self.count);
        out.structure("<memoryInfo>", &self.memory_info);
    }
}

/// `FpgaDeviceMemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FpgaDeviceMemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for FpgaDeviceMemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `FpgaInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FpgaInfo {
    pub fpgas: Vec<FpgaDeviceInfo>,
    pub total_fpga_memory_in_mib: Option<i64>,
}

impl Encode for FpgaInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<fpgas>", "<item>", &self.fpgas);
        out.integer("<totalFpgaMemoryInMiB>", &self.total_fpga_memory_in_mib);
    }
}
