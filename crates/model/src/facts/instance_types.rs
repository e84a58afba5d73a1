//! The instance types that Fogbank launches, with all that DescribeInstanceTypes says of each.
//!
//! The table is `data/instance-types.tsv` (`data/instance-types.md` names its source and says which types are left out). It
//! lies in the program as text. The first question splits it into lines, in about 0.1 ms; a line is read when its type is
//! first asked for and then kept. A region offers all types in all of its zones, because they run on one's own hardware.
//!
//! These are AWS's facts about AWS's machines. Whether Fogbank does what a fact promises (Elastic Fabric Adapters, Nitro
//! Enclaves, paravirtual images) is for the actions to say.

use std::{
    fmt,
    str::{FromStr, Split},
    sync::{LazyLock, OnceLock},
};

#[cfg(test)]
mod tests;

/// What is so for every type in the table, because types for which it isn't so are left out or don't exist.
pub mod always {
    pub const BARE_METAL: bool = false;
    pub const INSTANCE_STORAGE_SUPPORTED: bool = false;
    /// `EbsInfo.EncryptionSupport`.
    pub const EBS_ENCRYPTION_SUPPORT: &str = "supported";
    pub const DEFAULT_NETWORK_CARD_INDEX: u32 = 0;
    pub const SECONDARY_NETWORK_SUPPORTED: bool = false;
    /// `ConnectionTrackingConfiguration.DefaultUdpTimeout`, in seconds.
    pub const UDP_TIMEOUT_S: u32 = 30;
    /// `ConnectionTrackingConfiguration.DefaultUdpStreamTimeout`, in seconds.
    pub const UDP_STREAM_TIMEOUT_S: u32 = 180;
}

/// One instance type. Fields that are named as AWS's are not explained; AWS's enumerations stay text.
#[derive(Debug, PartialEq)]
pub struct InstanceType {
    /// As `m5.large`.
    pub name: &'static str,
    pub current_generation: bool,
    pub free_tier_eligible: bool,
    pub burstable_performance_supported: bool,
    pub hibernation_supported: bool,
    pub auto_recovery_supported: bool,
    pub dedicated_hosts_supported: bool,
    pub nitro_enclaves_supported: bool,
    /// Whether there is a precision time protocol hardware clock.
    pub phc_supported: bool,
    pub reboot_migration_supported: bool,
    pub memory_mib: u64,
    pub vcpus: Vcpus,
    pub processor: Processor,
    /// `nitro` or `xen`.
    pub hypervisor: &'static str,
    pub virtualization_types: Texts,
    pub boot_modes: Texts,
    pub root_device_types: Texts,
    pub usage_classes: Texts,
    pub placement_group_strategies: Texts,
    /// Empty where NitroTPM is unsupported.
    pub nitro_tpm_versions: Texts,
    pub ebs: Ebs,
    pub network: Network,
}

#[derive(Debug, PartialEq)]
pub struct Vcpus {
    pub default_cores: u32,
    pub default_threads_per_core: u32,
    /// Empty where CPU options can't be chosen.
    pub valid_cores: Box<[u32]>,
    /// Empty where CPU options can't be chosen.
    pub valid_threads_per_core: Box<[u32]>,
}

#[derive(Debug, PartialEq)]
pub struct Processor {
    /// Of `i386`, `x86_64` and `arm64`.
    pub architectures: Texts,
    /// `Intel`, `AMD` or `AWS`.
    pub manufacturer: &'static str,
    pub sustained_clock_speed_ghz: Option<f64>,
    pub features: Texts,
}

#[derive(Debug, PartialEq)]
pub struct Ebs {
    /// `default`, `supported` or `unsupported`.
    pub optimized_support: &'static str,
    /// `required`, `supported` or `unsupported`.
    pub nvme_support: &'static str,
    /// `shared` (volumes count against one limit with network interfaces) or `dedicated`.
    pub attachment_limit_type: &'static str,
    /// With one network interface; see [`InstanceType::max_volumes`].
    pub max_attachments: u32,
    /// Where volumes can have a link of their own.
    pub optimized: Option<EbsSpeed>,
    /// Empty except for types with several EBS cards.
    pub cards: Cards<EbsSpeed>,
}

/// How fast volumes can be read and written, all together.
#[derive(Clone, Debug, PartialEq)]
pub struct EbsSpeed {
    pub baseline_bandwidth_mbps: u32,
    /// In MB/s.
    pub baseline_throughput_mb_s: f64,
    pub baseline_iops: u32,
    pub maximum_bandwidth_mbps: u32,
    /// In MB/s.
    pub maximum_throughput_mb_s: f64,
    pub maximum_iops: u32,
}

#[derive(Debug, PartialEq)]
pub struct Network {
    /// As `Up to 10 Gigabit`.
    pub performance: &'static str,
    pub max_interfaces: u32,
    pub ipv4_addresses_per_interface: u32,
    pub ipv6_addresses_per_interface: u32,
    pub ipv6_supported: bool,
    /// `required`, `supported` or `unsupported`.
    pub ena_support: &'static str,
    pub ena_srd_supported: bool,
    pub flexible_ena_queues_supported: bool,
    pub encryption_in_transit_supported: bool,
    /// Where Elastic Fabric Adapters are supported.
    pub max_efa_interfaces: Option<u32>,
    /// Empty where bandwidth can't be weighted.
    pub bandwidth_weightings: Texts,
    pub ipv4_addresses_per_secondary_interface: Option<u32>,
    /// How long an idle TCP connection stays tracked, in seconds.
    pub tcp_established_timeout_s: u32,
    pub cards: Cards<NetworkCard>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NetworkCard {
    pub max_interfaces: u32,
    pub performance: &'static str,
    pub baseline_bandwidth_gbps: f64,
    pub peak_bandwidth_gbps: f64,
    pub default_ena_queue_count_per_interface: u32,
    pub max_ena_queue_count: Option<u32>,
    pub max_ena_queue_count_per_interface: Option<u32>,
    pub additional_flexible_interfaces: Option<u32>,
}

/// A type's cards, which are all alike: their indexes count up from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Cards<C> {
    pub count: u32,
    /// What each of them is; `None` if there are none.
    pub each: Option<C>,
}

/// A short list of texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Texts(&'static str);

impl Texts {
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(',').filter(|text| !text.is_empty())
    }

    pub fn contains(self, text: &str) -> bool {
        self.iter().any(|has| has == text)
    }

    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl InstanceType {
    /// `m5` of `m5.large`.
    pub fn family(&self) -> &'static str {
        self.name.split_once('.').map_or(self.name, |(family, _)| family)
    }

    /// How many vCPUs an instance has whose CPU options weren't chosen.
    pub fn default_vcpus(&self) -> u32 {
        self.vcpus.default_cores * self.vcpus.default_threads_per_core
    }

    /// Whether images of this architecture (`i386`, `x86_64`, `arm64`) boot on it.
    pub fn supports_architecture(&self, architecture: &str) -> bool {
        self.processor.architectures.contains(architecture)
    }

    /// How many volumes, the root volume included, an instance with so many network interfaces can have.
    pub fn max_volumes(&self, interfaces: u32) -> u32 {
        match (self.hypervisor, self.ebs.attachment_limit_type) {
            ("nitro", "shared") => (self.ebs.max_attachments + 1).saturating_sub(interfaces),
            _ => self.ebs.max_attachments,
        }
    }

    /// The CreditSpecification of an instance that chose none: `standard` for T2, `unlimited` for later burstable types.
    pub fn default_cpu_credits(&self) -> Option<&'static str> {
        let credits = if self.family() == "t2" { "standard" } else { "unlimited" };
        self.burstable_performance_supported.then_some(credits)
    }
}

/// The type of this name.
pub fn get(name: &str) -> Option<&'static InstanceType> {
    let at = ROWS.binary_search_by(|row| row.name.cmp(name)).ok()?;
    Some(ROWS[at].parsed())
}

/// All types, in the order of their names.
pub fn all() -> impl Iterator<Item = &'static InstanceType> {
    ROWS.iter().map(Row::parsed)
}

/// The names of all types, in order, without reading what is known of them.
pub fn names() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|row| row.name)
}

/// Written by `data/tools/instance_types.py`.
const TABLE: &str = include_str!("../../../../data/instance-types.tsv");

/// The table's lines, sorted by name as they are in the file.
static ROWS: LazyLock<Box<[Row]>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| Row { name: line.split('\t').next().unwrap_or(line), line, parsed: OnceLock::new() }).collect()
});

struct Row {
    name: &'static str,
    line: &'static str,
    parsed: OnceLock<Box<InstanceType>>,
}

impl Row {
    fn parsed(&'static self) -> &'static InstanceType {
        // The table is part of the program, and a test reads all of it.
        self.parsed.get_or_init(|| Box::new(read(self.line).expect("every line of the table can be read")))
    }
}

/// The cells of a line, taken from left to right. `-` is an absent value.
struct Cells(Split<'static, char>);

impl Cells {
    fn maybe_text(&mut self) -> Option<Option<&'static str>> {
        self.0.next().map(|cell| (cell != "-").then_some(cell))
    }

    fn text(&mut self) -> Option<&'static str> {
        self.maybe_text()?
    }

    fn texts(&mut self) -> Option<Texts> {
        self.maybe_text().map(|cell| Texts(cell.unwrap_or_default()))
    }

    fn number<N: FromStr>(&mut self) -> Option<N> {
        self.text()?.parse().ok()
    }

    fn maybe_number<N: FromStr>(&mut self) -> Option<Option<N>> {
        match self.maybe_text()? {
            Some(cell) => cell.parse().ok().map(Some),
            None => Some(None),
        }
    }

    /// Rising numbers as runs of even steps: `1-4,8-24/4` is 1, 2, 3, 4, 8, 12, 16, 20, 24.
    fn runs(&mut self) -> Option<Box<[u32]>> {
        let mut numbers = Vec::new();
        for run in self.texts()?.iter() {
            let (span, step) = run.split_once('/').unwrap_or((run, "1"));
            let (first, last) = span.split_once('-').unwrap_or((span, span));
            let span = first.parse::<u32>().ok()?..=last.parse().ok()?;
            numbers.extend(span.step_by(step.parse().ok()?));
        }
        Some(numbers.into())
    }

    /// What stands between commas, if the cell has a value.
    fn maybe<V>(&mut self, value: impl FnOnce(&mut Split<'static, char>) -> Option<V>) -> Option<Option<V>> {
        match self.maybe_text()? {
            Some(cell) => value(&mut cell.split(',')).map(Some),
            None => Some(None),
        }
    }

    /// How many cards, and what each is, read from what stands between commas.
    fn cards<C>(&mut self, card: impl FnOnce(&mut Split<'static, char>) -> Option<C>) -> Option<Cards<C>> {
        let cards = self.maybe(|parts| Some(Cards { count: parts.next()?.parse().ok()?, each: Some(card(parts)?) }))?;
        Some(cards.unwrap_or(Cards { count: 0, each: None }))
    }
}

/// Reads one line. Fields are taken in the order of the table's columns.
fn read(line: &'static str) -> Option<InstanceType> {
    let mut cells = Cells(line.split('\t'));
    let name = cells.text()?;
    let flags = cells.texts()?;
    let memory_mib = cells.number()?;
    let vcpus = Vcpus {
        default_cores: cells.number()?,
        default_threads_per_core: cells.number()?,
        valid_cores: cells.runs()?,
        valid_threads_per_core: cells.runs()?,
    };
    let processor = Processor {
        architectures: cells.texts()?,
        manufacturer: cells.text()?,
        sustained_clock_speed_ghz: cells.maybe_number()?,
        features: cells.texts()?,
    };
    Some(InstanceType {
        name,
        current_generation: flags.contains("current"),
        free_tier_eligible: flags.contains("free-tier"),
        burstable_performance_supported: flags.contains("burstable"),
        hibernation_supported: flags.contains("hibernation"),
        auto_recovery_supported: flags.contains("auto-recovery"),
        dedicated_hosts_supported: flags.contains("dedicated-hosts"),
        nitro_enclaves_supported: flags.contains("enclaves"),
        phc_supported: flags.contains("phc"),
        reboot_migration_supported: flags.contains("reboot-migration"),
        memory_mib,
        vcpus,
        processor,
        hypervisor: cells.text()?,
        virtualization_types: cells.texts()?,
        boot_modes: cells.texts()?,
        root_device_types: cells.texts()?,
        usage_classes: cells.texts()?,
        placement_group_strategies: cells.texts()?,
        nitro_tpm_versions: cells.texts()?,
        ebs: Ebs {
            optimized_support: cells.text()?,
            nvme_support: cells.text()?,
            attachment_limit_type: cells.text()?,
            max_attachments: cells.number()?,
            optimized: cells.maybe(ebs_speed)?,
            cards: cells.cards(ebs_speed)?,
        },
        network: Network {
            performance: cells.text()?,
            max_interfaces: cells.number()?,
            ipv4_addresses_per_interface: cells.number()?,
            ipv6_addresses_per_interface: cells.number()?,
            ipv6_supported: flags.contains("ipv6"),
            ena_support: cells.text()?,
            ena_srd_supported: flags.contains("ena-srd"),
            flexible_ena_queues_supported: flags.contains("ena-queues"),
            encryption_in_transit_supported: flags.contains("encrypted-transit"),
            max_efa_interfaces: cells.maybe_number()?,
            bandwidth_weightings: cells.texts()?,
            ipv4_addresses_per_secondary_interface: cells.maybe_number()?,
            tcp_established_timeout_s: cells.number()?,
            cards: cells.cards(network_card)?,
        },
    })
}

fn ebs_speed(parts: &mut Split<'static, char>) -> Option<EbsSpeed> {
    Some(EbsSpeed {
        baseline_bandwidth_mbps: parts.next()?.parse().ok()?,
        baseline_throughput_mb_s: parts.next()?.parse().ok()?,
        baseline_iops: parts.next()?.parse().ok()?,
        maximum_bandwidth_mbps: parts.next()?.parse().ok()?,
        maximum_throughput_mb_s: parts.next()?.parse().ok()?,
        maximum_iops: parts.next()?.parse().ok()?,
    })
}

fn network_card(parts: &mut Split<'static, char>) -> Option<NetworkCard> {
    Some(NetworkCard {
        max_interfaces: parts.next()?.parse().ok()?,
        performance: parts.next()?,
        baseline_bandwidth_gbps: parts.next()?.parse().ok()?,
        peak_bandwidth_gbps: parts.next()?.parse().ok()?,
        default_ena_queue_count_per_interface: parts.next()?.parse().ok()?,
        // The script leaves these three empty where the type has no such limit.
        max_ena_queue_count: parts.next()?.parse().ok(),
        max_ena_queue_count_per_interface: parts.next()?.parse().ok(),
        additional_flexible_interfaces: parts.next()?.parse().ok(),
    })
}
