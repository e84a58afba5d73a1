use super::*;

/// The columns that `read` takes, in its order. The script writes the same names.
const COLUMNS: &str = "type flags memory-mib cores threads valid-cores valid-threads architectures manufacturer \
    clock-ghz cpu-features hypervisor virtualization boot-modes root-devices usage-classes placement tpm ebs-optimized \
    ebs-nvme ebs-limit ebs-attachments ebs-speed ebs-cards network enis ipv4 ipv6 ena efas weightings secondary-ipv4 \
    tcp-established-s cards";

#[test]
fn the_whole_table_can_be_read() {
    let header = TABLE.lines().find(|line| !line.starts_with('#')).expect("there is a header");
    assert!(header.split('\t').eq(COLUMNS.split_whitespace()));
    assert!(ROWS.is_sorted_by(|a, b| a.name < b.name), "get() searches by name");
    assert!(ROWS.len() > 600);
    for found in all() {
        let name = found.name;
        assert_eq!(get(name), Some(found));
        let columns = ROWS.iter().find(|row| row.name == name).map(|row| row.line.split('\t').count());
        assert_eq!(columns, Some(header.split('\t').count()), "{name}");
        assert!(found.memory_mib > 0 && found.default_vcpus() > 0 && found.network.max_interfaces > 0, "{name}");
        assert_eq!(found.vcpus.valid_cores.is_empty(), found.vcpus.valid_threads_per_core.is_empty(), "{name}");
        if !found.vcpus.valid_cores.is_empty() {
            assert!(found.vcpus.valid_cores.is_sorted_by(|a, b| a < b), "{name}");
            assert!(found.vcpus.valid_cores.contains(&found.vcpus.default_cores), "{name}");
            assert!(found.vcpus.valid_threads_per_core.contains(&found.vcpus.default_threads_per_core), "{name}");
        }
        let card = found.network.cards.each.as_ref().expect("there is a network card");
        assert_eq!(card.max_interfaces * found.network.cards.count, found.network.max_interfaces, "{name}");
        assert_eq!(found.ebs.optimized.is_none(), found.ebs.optimized_support == "unsupported", "{name}");
        assert!(found.root_device_types.contains("ebs") && found.virtualization_types.contains("hvm"), "{name}");
        for architecture in found.processor.architectures.iter() {
            assert!(["i386", "x86_64", "arm64"].contains(&architecture), "{name}: {architecture}");
        }
    }
    assert!(names().eq(all().map(|found| found.name)));
    // No fact is written that nobody reads.
    let known = "current free-tier burstable hibernation auto-recovery dedicated-hosts enclaves phc reboot-migration ipv6 \
         encrypted-transit ena-srd ena-queues";
    for row in ROWS.iter() {
        let flags = row.line.split('\t').nth(1).map(|cell| Texts(if cell == "-" { "" } else { cell }));
        for flag in flags.expect("there are flags").iter() {
            assert!(known.split_whitespace().any(|name| name == flag), "{flag}");
        }
    }
}

#[test]
fn types_that_need_other_hardware_are_absent() {
    for name in
        ["m5d.large", "i3.large", "g4dn.xlarge", "p3.2xlarge", "m5.metal", "mac2.metal", "f1.2xlarge", "inf1.xlarge"]
    {
        assert_eq!(get(name), None, "{name}");
    }
    for name in ["", "m5", "m5.", "M5.large", "#", "type"] {
        assert_eq!(get(name), None, "{name}");
    }
}

#[test]
fn commonly_used_types_are_present() {
    for family in [
        "t2", "t3", "t3a", "t4g", "m4", "m5", "m6i", "m7g", "m8g", "c4", "c5", "c6a", "c7i", "c8g", "r4", "r5", "r6g",
        "r7a", "r8i", "a1",
    ] {
        assert!(all().any(|found| found.family() == family), "{family}");
    }
    let small: Vec<&str> = all().filter(|found| found.supports_architecture("i386")).map(|found| found.name).collect();
    assert_eq!(small, ["t1.micro", "t2.medium", "t2.micro", "t2.nano", "t2.small"]);
}

#[test]
fn an_early_burstable_type() {
    let t2 = get("t2.micro").expect("exists");
    assert_eq!((t2.memory_mib, t2.default_vcpus(), t2.hypervisor, t2.family()), (1024, 1, "xen", "t2"));
    assert_eq!((t2.default_cpu_credits(), t2.max_volumes(2)), (Some("standard"), 40));
    assert!(t2.burstable_performance_supported && t2.vcpus.valid_cores.is_empty() && t2.nitro_tpm_versions.is_empty());
    assert_eq!(
        (t2.ebs.optimized_support, &t2.ebs.optimized, t2.network.ena_support),
        ("unsupported", &None, "unsupported")
    );
    assert_eq!(format!("{:?}", t2.boot_modes), r#"["legacy-bios"]"#);
}

/// One type in full, so that a column can't be taken for another.
#[test]
fn a_large_type_in_full() {
    let expected = InstanceType {
        name: "r8gb.48xlarge",
        current_generation: true,
        free_tier_eligible: false,
        burstable_performance_supported: false,
        hibernation_supported: false,
        auto_recovery_supported: true,
        dedicated_hosts_supported: true,
        nitro_enclaves_supported: true,
        phc_supported: false,
        reboot_migration_supported: true,
        memory_mib: 1_572_864,
        vcpus: Vcpus {
            default_cores: 192,
            default_threads_per_core: 1,
            valid_cores: (4..=192).step_by(2).collect(),
            valid_threads_per_core: [1].into(),
        },
        processor: Processor {
            architectures: Texts("arm64"),
            manufacturer: "AWS",
            sustained_clock_speed_ghz: Some(2.7),
            features: Texts(""),
        },
        hypervisor: "nitro",
        virtualization_types: Texts("hvm"),
        boot_modes: Texts("uefi"),
        root_device_types: Texts("ebs"),
        usage_classes: Texts("on-demand,spot"),
        placement_group_strategies: Texts("cluster,partition,spread"),
        nitro_tpm_versions: Texts("2.0"),
        ebs: Ebs {
            optimized_support: "default",
            nvme_support: "required",
            attachment_limit_type: "dedicated",
            max_attachments: 128,
            optimized: Some(EbsSpeed {
                baseline_bandwidth_mbps: 300_000,
                baseline_throughput_mb_s: 37_500.0,
                baseline_iops: 1_440_000,
                maximum_bandwidth_mbps: 300_000,
                maximum_throughput_mb_s: 37_500.0,
                maximum_iops: 1_440_000,
            }),
            cards: Cards {
                count: 2,
                each: Some(EbsSpeed {
                    baseline_bandwidth_mbps: 150_000,
                    baseline_throughput_mb_s: 18_750.0,
                    baseline_iops: 720_000,
                    maximum_bandwidth_mbps: 150_000,
                    maximum_throughput_mb_s: 18_750.0,
                    maximum_iops: 720_000,
                }),
            },
        },
        network: Network {
            performance: "400 Gigabit",
            max_interfaces: 24,
            ipv4_addresses_per_interface: 50,
            ipv6_addresses_per_interface: 50,
            ipv6_supported: true,
            ena_support: "required",
            ena_srd_supported: true,
            flexible_ena_queues_supported: true,
            encryption_in_transit_supported: true,
            max_efa_interfaces: Some(2),
            bandwidth_weightings: Texts(""),
            ipv4_addresses_per_secondary_interface: Some(0),
            tcp_established_timeout_s: 350,
            cards: Cards {
                count: 2,
                each: Some(NetworkCard {
                    max_interfaces: 12,
                    performance: "200 Gigabit",
                    baseline_bandwidth_gbps: 200.0,
                    peak_bandwidth_gbps: 200.0,
                    default_ena_queue_count_per_interface: 32,
                    max_ena_queue_count: Some(384),
                    max_ena_queue_count_per_interface: Some(128),
                    additional_flexible_interfaces: Some(0),
                }),
            },
        },
    };
    assert_eq!(get("r8gb.48xlarge"), Some(&expected));
}

#[test]
fn a_nitro_type_shares_its_attachments() {
    let m5 = get("m5.large").expect("exists");
    assert_eq!([1, 2, 3].map(|interfaces| m5.max_volumes(interfaces)), [27, 26, 25]);
    assert_eq!(m5.default_cpu_credits(), None);
    assert_eq!(get("t3.nano").and_then(InstanceType::default_cpu_credits), Some("unlimited"));
    let dedicated = get("m8g.large").expect("exists");
    assert_eq!([1, 3].map(|interfaces| dedicated.max_volumes(interfaces)), [32, 32]);
    assert_eq!(get("c5a.12xlarge").expect("exists").vcpus.valid_cores[..], [1, 2, 3, 4, 8, 12, 16, 20, 24]);
}
