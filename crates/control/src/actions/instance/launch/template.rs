//! What all instances of one launch have in common.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use model::{
    ApiError,
    facts::instance_types::{self, InstanceType},
    records::*,
};
use wire::ec2;

use crate::{
    action::Call,
    actions::{
        account::settings,
        image::{allowed, not_found},
        instance::{credit, metadata_options},
        volume::block_device::{self, NewDisk},
    },
    encryption::Encryption,
    lookup, parameters,
    tagging::{TagList, TagsToSet},
    view::Row,
};

/// Largest user data before it is encoded, bytes.
pub const MAX_USER_DATA: usize = 16 * 1024;

pub struct Template {
    pub image: Arc<Row<Image>>,
    pub facts: &'static InstanceType,
    pub key: Option<Arc<Row<KeyPair>>>,
    pub user_data: Option<Vec<u8>>,
    pub disks: Vec<NewDisk>,
    pub tags: TagsToSet,
    /// AWS's own tags for each instance.
    pub own_tags: TagList,
    pub metadata: InstanceMetadataOptions,
    pub cpu: CpuOptions,
    pub credits: Option<String>,
    pub shutdown_behavior: ShutdownBehavior,
    pub disable_api_termination: bool,
    pub disable_api_stop: bool,
    pub ebs_optimized: bool,
    pub monitoring: bool,
    pub maintenance: MaintenanceOptions,
    pub capacity_preference: CapacityPreference,
    /// PrivateDnsNameOptions.HostnameType; as the subnet has it where it is not given.
    pub hostname_type: Option<String>,
    /// PrivateDnsNameOptions.EnableResourceNameDnsARecord; likewise.
    pub resource_name_a_record: Option<bool>,
}

impl Template {
    pub fn of(call: &Call, input: &ec2::RunInstancesRequest) -> Result<Self, ApiError> {
        let image = image(call, input.image_id.as_deref())?;
        let facts = instance_type(input.instance_type.as_deref(), &image)?;
        let behavior = input.instance_initiated_shutdown_behavior.as_deref();
        let settings = settings::of(call)?;
        let names = input.private_dns_name_options.as_ref();
        let reservations = input.capacity_reservation_specification.as_ref();
        Ok(Self {
            key: input.key_name.as_deref().filter(|name| !name.is_empty()).map(|name| key(call, name)).transpose()?,
            user_data: input.user_data.as_deref().map(user_data).transpose()?.filter(|data| !data.is_empty()),
            disks: block_device::disks(&call.view, &Encryption::of(call)?, &image, &input.block_device_mappings)?,
            tags: TagsToSet::parse(&input.tag_specifications, &["instance", "volume", "network-interface"])?,
            own_tags: TagList::new(),
            metadata: metadata_options::at_launch(
                input.metadata_options.as_ref(),
                &settings.metadata_defaults,
                image.imds_support.as_deref(),
            )?,
            cpu: cpu_options(facts, input.cpu_options.as_ref())?,
            credits: credits(facts, &settings, input.credit_specification.as_ref())?,
            shutdown_behavior: match behavior {
                Some("terminate") => ShutdownBehavior::Terminate,
                _ => ShutdownBehavior::Stop,
            },
            disable_api_termination: input.disable_api_termination.unwrap_or(false),
            disable_api_stop: input.disable_api_stop.unwrap_or(false),
            ebs_optimized: input.ebs_optimized.unwrap_or(false),
            monitoring: input.monitoring.as_ref().and_then(|m| m.enabled).unwrap_or(false),
            maintenance: MaintenanceOptions {
                auto_recovery_disabled: input
                    .maintenance_options
                    .as_ref()
                    .is_some_and(|options| options.auto_recovery.as_deref() == Some("disabled")),
                reboot_migration_disabled: false,
            },
            capacity_preference: capacity_preference(
                reservations.and_then(|it| it.capacity_reservation_preference.as_deref()),
            )?,
            hostname_type: names.and_then(|names| names.hostname_type.clone()),
            resource_name_a_record: names.and_then(|names| names.enable_resource_name_dns_a_record),
            image,
            facts,
        })
    }
}

fn image(call: &Call, id: Option<&str>) -> Result<Arc<Row<Image>>, ApiError> {
    let id = id.filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing("ImageId"))?;
    let id = parameters::image_id(call, id)?;
    let image = lookup::one::<Image>(&call.view, &id)?;
    if !allowed::exists(call, &image) {
        return Err(not_found(&id));
    }
    match image.state {
        ImageState::Available => Ok(image),
        ImageState::Pending | ImageState::Failed | ImageState::Disabled => Err(ApiError::new(
            "InvalidAMIID.Unavailable",
            format!("The image id '[{id}]' is in state '{}' and can't be launched", image.state.as_str()),
        )),
    }
}

/// The type that was asked for, or one that fits the image: AWS's own default, m1.small, is of another age.
fn instance_type(name: Option<&str>, image: &Image) -> Result<&'static InstanceType, ApiError> {
    use model::instance::Architecture;
    let name = name.filter(|name| !name.is_empty()).unwrap_or(match image.architecture {
        Architecture::X86_64 => "t3.micro",
        Architecture::I386 => "t2.micro",
        Architecture::Arm64 => "t4g.micro",
    });
    let facts = known_type(name)?;
    check_architecture(facts, image.architecture)?;
    Ok(facts)
}

/// A type by name, or AWS's refusal.
pub fn known_type(name: &str) -> Result<&'static InstanceType, ApiError> {
    instance_types::get(name)
        .ok_or_else(|| ApiError::invalid_parameter(format!("Invalid value '{name}' for InstanceType.")))
}

/// Refuses a type that can't run an image of this architecture.
pub fn check_architecture(facts: &InstanceType, architecture: model::instance::Architecture) -> Result<(), ApiError> {
    let wanted = architecture.as_str();
    if facts.supports_architecture(wanted) {
        return Ok(());
    }
    let own = facts.processor.architectures.iter().next().unwrap_or_default();
    Err(ApiError::invalid_parameter(format!(
        "The architecture '{own}' of the specified instance type does not match the architecture '{wanted}' of the \
         specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can \
         use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI."
    )))
}

fn key(call: &Call, name: &str) -> Result<Arc<Row<KeyPair>>, ApiError> {
    let named = format!("{}/{name}", call.account);
    call.view
        .find::<KeyPair>("name", &named)
        .next()
        .cloned()
        .ok_or_else(|| ApiError::new("InvalidKeyPair.NotFound", format!("The key pair '{name}' does not exist")))
}

/// Decodes user data and checks its size.
pub fn user_data(encoded: &str) -> Result<Vec<u8>, ApiError> {
    let packed: String = encoded.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD
        .decode(packed)
        .map_err(|_| ApiError::new("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data."))?;
    check_user_data(&bytes)?;
    Ok(bytes)
}

pub fn check_user_data(bytes: &[u8]) -> Result<(), ApiError> {
    if bytes.len() > MAX_USER_DATA {
        return Err(ApiError::invalid_parameter(format!("User data is limited to {MAX_USER_DATA} bytes")));
    }
    Ok(())
}

/// Reads CapacityReservationPreference.
pub fn capacity_preference(asked: Option<&str>) -> Result<CapacityPreference, ApiError> {
    match asked {
        None | Some("open") => Ok(CapacityPreference::Open),
        Some("none") => Ok(CapacityPreference::None),
        Some(other) => Err(ApiError::unsupported(format!(
            "There are no capacity reservations, so the CapacityReservationPreference '{other}' can't be met."
        ))),
    }
}

fn cpu_options(facts: &InstanceType, asked: Option<&ec2::CpuOptionsRequest>) -> Result<CpuOptions, ApiError> {
    chosen_cpus(facts, asked.and_then(|options| options.core_count), asked.and_then(|options| options.threads_per_core))
}

/// The cores and threads that were asked for, or the type's own.
pub fn chosen_cpus(
    facts: &InstanceType,
    asked_cores: Option<i64>,
    asked_threads: Option<i64>,
) -> Result<CpuOptions, ApiError> {
    let vcpus = &facts.vcpus;
    if asked_cores.is_some() != asked_threads.is_some() {
        return Err(ApiError::combination(
            "CpuOptions.CoreCount and CpuOptions.ThreadsPerCore must be given together.",
        ));
    }
    let chosen = |asked: Option<i64>, default: u32, valid: &[u32], name: &str| match asked {
        None => Ok(default),
        Some(n) => u32::try_from(n).ok().filter(|n| *n == default || valid.contains(n)).ok_or_else(|| {
            ApiError::invalid_value(name, n, &format!("It is not valid for instance type {}.", facts.name))
        }),
    };
    Ok(CpuOptions {
        core_count: chosen(asked_cores, vcpus.default_cores, &vcpus.valid_cores, "coreCount")?,
        threads_per_core: chosen(
            asked_threads,
            vcpus.default_threads_per_core,
            &vcpus.valid_threads_per_core,
            "threadsPerCore",
        )?,
    })
}

fn credits(
    facts: &InstanceType,
    settings: &RegionAccount,
    asked: Option<&ec2::CreditSpecificationRequest>,
) -> Result<Option<String>, ApiError> {
    let default = credit::default_of(facts, settings);
    match asked.and_then(|specification| specification.cpu_credits.as_deref()) {
        None => Ok(default),
        Some(_) if default.is_none() => Err(ApiError::combination(format!(
            "CreditSpecification is not supported for instance type {}.",
            facts.name
        ))),
        Some(asked @ ("standard" | "unlimited")) => Ok(Some(asked.to_owned())),
        Some(other) => Err(ApiError::invalid_value("cpuCredits", other, "Valid values are standard and unlimited.")),
    }
}
