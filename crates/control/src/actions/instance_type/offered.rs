//! What Fogbank offers of an instance type: AWS's facts without what AWS's hardware can do and Fogbank doesn't.
//!
//! An answer must not promise what a launch would then refuse or silently leave out. `data/ec2/parameters/RunInstances.txt`
//! lists the parameters that go with these features.

use model::facts::instance_types::{
    Ebs, EbsSpeed, InstanceType, Network, NetworkCard, Processor, Texts, Vcpus, always,
};
use wire::ec2;

fn texts(texts: Texts) -> Vec<String> {
    texts.iter().map(str::to_owned).collect()
}

/// Those of `texts` that Fogbank has.
fn only(texts: Texts, offered: &[&str]) -> Vec<String> {
    texts.iter().filter(|text| offered.contains(text)).map(str::to_owned).collect()
}

const UNSUPPORTED: &str = "unsupported";

/// A type as DescribeInstanceTypes shows it.
pub fn shown(offered: &InstanceType) -> ec2::InstanceTypeInfo {
    ec2::InstanceTypeInfo {
        instance_type: Some(offered.name.into()),
        current_generation: Some(offered.current_generation),
        free_tier_eligible: Some(offered.free_tier_eligible),
        // Nothing is bid for or reserved.
        supported_usage_classes: only(offered.usage_classes, &["on-demand"]),
        supported_root_device_types: only(offered.root_device_types, &["ebs"]),
        // Images are whole disks that boot by themselves.
        supported_virtualization_types: only(offered.virtualization_types, &["hvm"]),
        bare_metal: Some(always::BARE_METAL),
        hypervisor: Some(offered.hypervisor.into()),
        processor_info: Some(processor(&offered.processor)),
        vcpu_info: Some(vcpus(&offered.vcpus)),
        memory_info: Some(ec2::MemoryInfo { size_in_mib: i64::try_from(offered.memory_mib).ok() }),
        instance_storage_supported: Some(always::INSTANCE_STORAGE_SUPPORTED),
        ebs_info: Some(ebs(&offered.ebs)),
        network_info: Some(network(&offered.network)),
        placement_group_info: Some(ec2::PlacementGroupInfo {
            supported_strategies: offered.placement_group_strategies.iter().map(str::to_owned).collect(),
        }),
        hibernation_supported: Some(false),
        burstable_performance_supported: Some(offered.burstable_performance_supported),
        dedicated_hosts_supported: Some(false),
        auto_recovery_supported: Some(false),
        supported_boot_modes: texts(offered.boot_modes),
        nitro_enclaves_support: Some(UNSUPPORTED.into()),
        nitro_tpm_support: Some(UNSUPPORTED.into()),
        phc_support: Some(UNSUPPORTED.into()),
        reboot_migration_support: Some(UNSUPPORTED.into()),
        ..Default::default()
    }
}

fn processor(processor: &Processor) -> ec2::ProcessorInfo {
    ec2::ProcessorInfo {
        supported_architectures: texts(processor.architectures),
        sustained_clock_speed_in_ghz: processor.sustained_clock_speed_ghz,
        // AMD SEV-SNP and nested virtualization, neither of which reaches a guest.
        supported_features: Vec::new(),
        manufacturer: Some(processor.manufacturer.into()),
    }
}

fn vcpus(vcpus: &Vcpus) -> ec2::VCpuInfo {
    let numbers = |numbers: &[u32]| numbers.iter().copied().map(i64::from).collect();
    ec2::VCpuInfo {
        default_vcpus: Some((vcpus.default_cores * vcpus.default_threads_per_core).into()),
        default_cores: Some(vcpus.default_cores.into()),
        default_threads_per_core: Some(vcpus.default_threads_per_core.into()),
        valid_cores: numbers(&vcpus.valid_cores),
        valid_threads_per_core: numbers(&vcpus.valid_threads_per_core),
    }
}

fn ebs(ebs: &Ebs) -> ec2::EbsInfo {
    let optimized = |speed: &EbsSpeed| ec2::EbsOptimizedInfo {
        baseline_bandwidth_in_mbps: Some(speed.baseline_bandwidth_mbps.into()),
        baseline_throughput_in_mbps: Some(speed.baseline_throughput_mb_s),
        baseline_iops: Some(speed.baseline_iops.into()),
        maximum_bandwidth_in_mbps: Some(speed.maximum_bandwidth_mbps.into()),
        maximum_throughput_in_mbps: Some(speed.maximum_throughput_mb_s),
        maximum_iops: Some(speed.maximum_iops.into()),
    };
    ec2::EbsInfo {
        ebs_optimized_support: Some(ebs.optimized_support.into()),
        ebs_optimized_info: ebs.optimized.as_ref().map(optimized),
        encryption_support: Some(always::EBS_ENCRYPTION_SUPPORT.into()),
        nvme_support: Some(ebs.nvme_support.into()),
        maximum_ebs_attachments: Some(ebs.max_attachments.into()),
        attachment_limit_type: Some(ebs.attachment_limit_type.into()),
        // Volumes can't be put on another card than the first, so there is none to name.
        maximum_ebs_cards: ebs.cards.each.as_ref().map(|_| 1),
        ebs_cards: ebs.cards.each.iter().map(ebs_card).collect(),
    }
}

fn ebs_card(speed: &EbsSpeed) -> ec2::EbsCardInfo {
    ec2::EbsCardInfo {
        ebs_card_index: Some(0),
        baseline_bandwidth_in_mbps: Some(speed.baseline_bandwidth_mbps.into()),
        baseline_throughput_in_mbps: Some(speed.baseline_throughput_mb_s),
        baseline_iops: Some(speed.baseline_iops.into()),
        maximum_bandwidth_in_mbps: Some(speed.maximum_bandwidth_mbps.into()),
        maximum_throughput_in_mbps: Some(speed.maximum_throughput_mb_s),
        maximum_iops: Some(speed.maximum_iops.into()),
    }
}

fn network(network: &Network) -> ec2::NetworkInfo {
    let card = network.cards.each.as_ref();
    ec2::NetworkInfo {
        network_performance: Some(network.performance.into()),
        // All interfaces are on the first card.
        maximum_network_interfaces: Some(card.map_or(network.max_interfaces, |card| card.max_interfaces).into()),
        maximum_network_cards: Some(1),
        default_network_card_index: Some(always::DEFAULT_NETWORK_CARD_INDEX.into()),
        network_cards: card.map(network_card).into_iter().collect(),
        ipv4_addresses_per_interface: Some(network.ipv4_addresses_per_interface.into()),
        ipv6_addresses_per_interface: Some(0),
        ipv6_supported: Some(false),
        ena_support: Some(network.ena_support.into()),
        efa_supported: Some(false),
        ena_srd_supported: Some(false),
        encryption_in_transit_supported: Some(false),
        flexible_ena_queues_support: Some(UNSUPPORTED.into()),
        connection_tracking_configuration: Some(ec2::DefaultConnectionTrackingConfiguration {
            default_tcp_established_timeout: Some(network.tcp_established_timeout_s.into()),
            default_udp_timeout: Some(always::UDP_TIMEOUT_S.into()),
            default_udp_stream_timeout: Some(always::UDP_STREAM_TIMEOUT_S.into()),
        }),
        secondary_network_supported: Some(always::SECONDARY_NETWORK_SUPPORTED),
        ..Default::default()
    }
}

fn network_card(card: &NetworkCard) -> ec2::NetworkCardInfo {
    ec2::NetworkCardInfo {
        network_card_index: Some(0),
        network_performance: Some(card.performance.into()),
        maximum_network_interfaces: Some(card.max_interfaces.into()),
        baseline_bandwidth_in_gbps: Some(card.baseline_bandwidth_gbps),
        peak_bandwidth_in_gbps: Some(card.peak_bandwidth_gbps),
        default_ena_queue_count_per_interface: Some(card.default_ena_queue_count_per_interface.into()),
        ..Default::default()
    }
}

#[cfg(test)]
mod tests {
    use model::facts::instance_types;

    use super::*;

    /// Every type can still be launched in some way after what is not offered was taken out.
    #[test]
    fn every_type_is_of_use() {
        for offered in instance_types::all() {
            let info = shown(offered);
            assert_eq!(info.supported_usage_classes, ["on-demand"], "{}", offered.name);
            assert_eq!(info.supported_virtualization_types, ["hvm"], "{}", offered.name);
            assert_eq!(info.supported_root_device_types, ["ebs"], "{}", offered.name);
            let network = info.network_info.unwrap_or_default();
            assert!(network.maximum_network_interfaces >= Some(2), "{}", offered.name);
            assert_eq!(network.efa_info, None);
        }
    }
}
