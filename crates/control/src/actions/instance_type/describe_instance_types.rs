//! DescribeInstanceTypes. Filters look at what the answer shows.

use model::{
    ApiError,
    facts::instance_types,
    filters::{FilterSpec, Values},
};
use wire::ec2::{self, EbsInfo, EbsOptimizedInfo, InstanceTypeInfo, NetworkInfo, ProcessorInfo, VCpuInfo};

use super::offered;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked},
};

pub struct DescribeInstanceTypes;

/// EC2's largest page, and its page where none is asked for: all types at once would be megabytes.
const PAGE: i64 = 100;

const FILTERS: &[FilterSpec<InstanceTypeInfo>] = &[
    FilterSpec::field("auto-recovery-supported", |t, values| flag(values, t.auto_recovery_supported)),
    FilterSpec::field("bare-metal", |t, values| flag(values, t.bare_metal)),
    FilterSpec::field("burstable-performance-supported", |t, values| flag(values, t.burstable_performance_supported)),
    FilterSpec::field("current-generation", |t, values| flag(values, t.current_generation)),
    FilterSpec::field("dedicated-hosts-supported", |t, values| flag(values, t.dedicated_hosts_supported)),
    FilterSpec::field("ebs-info.attachment-limit-type", |t, values| {
        ebs(t, |ebs| values.maybe(ebs.attachment_limit_type.as_ref()))
    }),
    FilterSpec::field("ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps", |t, values| {
        speed(t, |speed| show(values, speed.baseline_bandwidth_in_mbps));
    }),
    FilterSpec::field("ebs-info.ebs-optimized-info.baseline-iops", |t, values| {
        speed(t, |speed| show(values, speed.baseline_iops));
    }),
    FilterSpec::field("ebs-info.ebs-optimized-info.baseline-throughput-in-mbps", |t, values| {
        speed(t, |speed| show(values, speed.baseline_throughput_in_mbps));
    }),
    FilterSpec::field("ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps", |t, values| {
        speed(t, |speed| show(values, speed.maximum_bandwidth_in_mbps));
    }),
    FilterSpec::field("ebs-info.ebs-optimized-info.maximum-iops", |t, values| {
        speed(t, |speed| show(values, speed.maximum_iops));
    }),
    FilterSpec::field("ebs-info.ebs-optimized-info.maximum-throughput-in-mbps", |t, values| {
        speed(t, |speed| show(values, speed.maximum_throughput_in_mbps));
    }),
    FilterSpec::field("ebs-info.ebs-optimized-support", |t, values| {
        ebs(t, |ebs| values.maybe(ebs.ebs_optimized_support.as_ref()))
    }),
    FilterSpec::field("ebs-info.encryption-support", |t, values| {
        ebs(t, |ebs| values.maybe(ebs.encryption_support.as_ref()))
    }),
    FilterSpec::field("ebs-info.maximum-ebs-attachments", |t, values| {
        ebs(t, |ebs| show(values, ebs.maximum_ebs_attachments))
    }),
    FilterSpec::field("ebs-info.nvme-support", |t, values| ebs(t, |ebs| values.maybe(ebs.nvme_support.as_ref()))),
    FilterSpec::field("free-tier-eligible", |t, values| flag(values, t.free_tier_eligible)),
    FilterSpec::field("hibernation-supported", |t, values| flag(values, t.hibernation_supported)),
    FilterSpec::field("hypervisor", |t, values| values.maybe(t.hypervisor.as_ref())),
    FilterSpec::never("instance-storage-info.disk.count"),
    FilterSpec::never("instance-storage-info.disk.size-in-gb"),
    FilterSpec::never("instance-storage-info.disk.type"),
    FilterSpec::never("instance-storage-info.encryption-support"),
    FilterSpec::never("instance-storage-info.nvme-support"),
    FilterSpec::never("instance-storage-info.total-size-in-gb"),
    FilterSpec::field("instance-storage-supported", |t, values| flag(values, t.instance_storage_supported)),
    FilterSpec::field("instance-type", |t, values| values.maybe(t.instance_type.as_ref())),
    FilterSpec::field("memory-info.size-in-mib", |t, values| {
        show(values, t.memory_info.as_ref().and_then(|memory| memory.size_in_mib));
    }),
    FilterSpec::field("network-info.bandwidth-weightings", |t, values| {
        network(t, |net| values.each(&net.bandwidth_weightings))
    }),
    FilterSpec::never("network-info.efa-info.maximum-efa-interfaces"),
    FilterSpec::field("network-info.efa-supported", |t, values| network(t, |net| flag(values, net.efa_supported))),
    FilterSpec::field("network-info.ena-support", |t, values| network(t, |net| values.maybe(net.ena_support.as_ref()))),
    FilterSpec::field("network-info.encryption-in-transit-supported", |t, values| {
        network(t, |net| flag(values, net.encryption_in_transit_supported));
    }),
    FilterSpec::field("network-info.flexible-ena-queues-support", |t, values| {
        network(t, |net| values.maybe(net.flexible_ena_queues_support.as_ref()));
    }),
    FilterSpec::field("network-info.ipv4-addresses-per-interface", |t, values| {
        network(t, |net| show(values, net.ipv4_addresses_per_interface));
    }),
    FilterSpec::field("network-info.ipv6-addresses-per-interface", |t, values| {
        network(t, |net| show(values, net.ipv6_addresses_per_interface));
    }),
    FilterSpec::field("network-info.ipv6-supported", |t, values| network(t, |net| flag(values, net.ipv6_supported))),
    FilterSpec::field("network-info.maximum-network-cards", |t, values| {
        network(t, |net| show(values, net.maximum_network_cards))
    }),
    FilterSpec::field("network-info.maximum-network-interfaces", |t, values| {
        network(t, |net| show(values, net.maximum_network_interfaces));
    }),
    FilterSpec::field("network-info.network-performance", |t, values| {
        network(t, |net| values.maybe(net.network_performance.as_ref()));
    }),
    FilterSpec::field("nitro-enclaves-support", |t, values| values.maybe(t.nitro_enclaves_support.as_ref())),
    FilterSpec::never("nitro-tpm-info.supported-versions"),
    FilterSpec::field("nitro-tpm-support", |t, values| values.maybe(t.nitro_tpm_support.as_ref())),
    FilterSpec::field("processor-info.supported-architecture", |t, values| {
        processor(t, |processor| values.each(&processor.supported_architectures));
    }),
    FilterSpec::field("processor-info.supported-features", |t, values| {
        processor(t, |processor| values.each(&processor.supported_features));
    }),
    FilterSpec::field("processor-info.sustained-clock-speed-in-ghz", |t, values| {
        processor(t, |processor| show(values, processor.sustained_clock_speed_in_ghz));
    }),
    FilterSpec::field("reboot-migration-support", |t, values| values.maybe(t.reboot_migration_support.as_ref())),
    FilterSpec::field("supported-boot-mode", |t, values| values.each(&t.supported_boot_modes)),
    FilterSpec::field("supported-root-device-type", |t, values| values.each(&t.supported_root_device_types)),
    FilterSpec::field("supported-usage-class", |t, values| values.each(&t.supported_usage_classes)),
    FilterSpec::field("supported-virtualization-type", |t, values| values.each(&t.supported_virtualization_types)),
    FilterSpec::field("vcpu-info.default-cores", |t, values| vcpu(t, |vcpu| show(values, vcpu.default_cores))),
    FilterSpec::field("vcpu-info.default-threads-per-core", |t, values| {
        vcpu(t, |vcpu| show(values, vcpu.default_threads_per_core))
    }),
    FilterSpec::field("vcpu-info.default-vcpus", |t, values| vcpu(t, |vcpu| show(values, vcpu.default_vcpus))),
    FilterSpec::field("vcpu-info.valid-cores", |t, values| {
        vcpu(t, |vcpu| values.each(vcpu.valid_cores.iter().map(i64::to_string)))
    }),
    FilterSpec::field("vcpu-info.valid-threads-per-core", |t, values| {
        vcpu(t, |vcpu| values.each(vcpu.valid_threads_per_core.iter().map(i64::to_string)));
    }),
];

fn flag(values: &mut Values<'_>, flag: Option<bool>) {
    if let Some(flag) = flag {
        values.flag(flag);
    }
}

fn show(values: &mut Values<'_>, number: Option<impl std::fmt::Display>) {
    if let Some(number) = number {
        values.show(number);
    }
}

fn ebs<'t>(info: &'t InstanceTypeInfo, look: impl FnOnce(&'t EbsInfo)) {
    info.ebs_info.iter().next().map(look).unwrap_or_default();
}

fn speed<'t>(info: &'t InstanceTypeInfo, look: impl FnOnce(&'t EbsOptimizedInfo)) {
    ebs(info, |ebs| ebs.ebs_optimized_info.as_ref().map(look).unwrap_or_default());
}

fn network<'t>(info: &'t InstanceTypeInfo, look: impl FnOnce(&'t NetworkInfo)) {
    info.network_info.as_ref().map(look).unwrap_or_default();
}

fn processor<'t>(info: &'t InstanceTypeInfo, look: impl FnOnce(&'t ProcessorInfo)) {
    info.processor_info.as_ref().map(look).unwrap_or_default();
}

fn vcpu<'t>(info: &'t InstanceTypeInfo, look: impl FnOnce(&'t VCpuInfo)) {
    info.vcpu_info.as_ref().map(look).unwrap_or_default();
}

impl Action for DescribeInstanceTypes {
    type Input = ec2::DescribeInstanceTypesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(FILTERS, &input.filters)?;
        let named = &input.instance_types;
        if named.len() as i64 > PAGE {
            return Err(ApiError::invalid_parameter(format!(
                "The maximum number of instance types that can be described by name is {PAGE}"
            )));
        }
        let asked = Asked {
            limits: 5..=PAGE,
            ..Asked::new(named, "instanceTypes", &input.filters, input.max_results, &input.next_token)
        };
        // The request's own limits are checked before the default takes its place.
        asked.page(call, "DescribeInstanceTypes")?;
        let max_results = named.is_empty().then(|| input.max_results.unwrap_or(PAGE));
        let page = Asked { max_results, ..asked }.page(call, "DescribeInstanceTypes")?;
        let types = types(named)?.into_iter().filter(|name| {
            // The table is in order of name; what an earlier page had is not read again.
            page.after().is_none_or(|(_, after)| **name > **after)
        });
        let shown = types.filter_map(instance_types::get).map(offered::shown).filter(|info| filters.matches(info));
        let (mut instance_types, next_token) =
            page.take_by(call, shown, |info| (0, info.instance_type.as_deref().unwrap_or_default().into()));
        if input.include_unsupported_in_region == Some(true) {
            // A region offers all types.
            instance_types.iter_mut().for_each(|info| info.supported_in_region = Some(true));
        }
        Ok(Plan::Answer(ec2::DescribeInstanceTypesResult { instance_types, next_token }))
    }
}

/// The names that were asked for, each once, or all.
fn types(named: &[String]) -> Result<Vec<&str>, ApiError> {
    if named.is_empty() {
        return Ok(instance_types::names().collect());
    }
    let unknown: Vec<&str> =
        named.iter().map(String::as_str).filter(|name| instance_types::get(name).is_none()).collect();
    if !unknown.is_empty() {
        return Err(ApiError::new(
            "InvalidInstanceType",
            format!("The following supplied instance types do not exist: [{}]", unknown.join(", ")),
        ));
    }
    let mut names: Vec<&str> = named.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names)
}
