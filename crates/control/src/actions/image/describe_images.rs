//! DescribeImages: the account's own, those that are shared with it, public ones and the Quick Start images.

use std::sync::Arc;

use model::{
    AccountId, ApiError,
    filters::{FilterSpec, Filters},
    records::{DeregisteredImage, Image, ImageBlockDevice, ImageState},
};
use wire::{Timestamp, ec2};

use super::allowed;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::snapshot::{
        audience::ALL,
        owners::{self, Owners},
    },
    listing::{self, Asked, Item},
    lookup, parameters,
    view::{Row, SortKey},
};

pub struct DescribeImages;

/// The largest page.
const MOST: i64 = 1000;

impl<'a> Item<'a, Image> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("architecture", |image, values| values.text(image.row.architecture.as_str())),
        FilterSpec::field("block-device-mapping.delete-on-termination", |image, values| {
            image.volumes().for_each(|device| values.flag(device.delete_on_termination));
        }),
        FilterSpec::field("block-device-mapping.device-name", |image, values| {
            values.each(image.row.block_devices.iter().map(|device| &device.device));
        }),
        FilterSpec::field("block-device-mapping.encrypted", |image, values| {
            image.volumes().for_each(|device| values.flag(device.encrypted));
        }),
        FilterSpec::field("block-device-mapping.snapshot-id", |image, values| {
            values.each(image.volumes().filter_map(|device| device.snapshot.as_deref()));
        }),
        FilterSpec::field("block-device-mapping.volume-size", |image, values| {
            image.volumes().for_each(|device| values.show(device.size_gib));
        }),
        FilterSpec::field("block-device-mapping.volume-type", |image, values| {
            values.each(image.volumes().map(|device| &device.volume_type));
        }),
        FilterSpec::field("boot-mode", |image, values| values.maybe(image.row.boot_mode.map(|mode| mode.as_str()))),
        FilterSpec::field("creation-date", |image, values| values.show(Timestamp(image.row.created_ms))),
        FilterSpec::field("description", |image, values| values.maybe(image.row.description.as_ref())),
        FilterSpec::field("ena-support", |image, values| values.flag(image.row.ena_support)),
        FilterSpec::field("free-tier-eligible", |image, values| values.flag(super::free_tier_eligible(image.row))),
        FilterSpec::field("hypervisor", |_, values| values.text("xen")),
        FilterSpec::field("image-allowed", |image, values| {
            values.flag(allowed::shown(image.call, image.row).unwrap_or(true));
        }),
        FilterSpec::field("image-id", |image, values| values.text(&*image.row.id)),
        FilterSpec::field("image-type", |_, values| values.text("machine")),
        FilterSpec::never("image-watermark.source-image-creation-time"),
        FilterSpec::never("image-watermark.source-image-id"),
        FilterSpec::never("image-watermark.source-image-region"),
        FilterSpec::never("image-watermark.watermark-creation-time"),
        FilterSpec::never("image-watermark.watermark-key"),
        FilterSpec::field("imds-support", |image, values| values.maybe(image.row.imds_support.as_ref())),
        FilterSpec::never("instance-type-specification.supported-instance-type"),
        FilterSpec::never("instance-type-specification.unsupported-instance-type"),
        FilterSpec::field("is-public", |image, values| values.flag(image.row.public)),
        FilterSpec::never("kernel-id"),
        FilterSpec::field("manifest-location", |image, values| values.text(super::location(image.row))),
        FilterSpec::field("name", |image, values| values.text(&image.row.name)),
        FilterSpec::field("owner-alias", |image, values| values.maybe(image.row.owner_alias.as_ref())),
        FilterSpec::field("owner-id", |image, values| values.text(&*image.row.account)),
        // Windows is the only platform that is named.
        FilterSpec::never("platform"),
        FilterSpec::field("platform-details", |_, values| values.text("Linux/UNIX")),
        FilterSpec::never("product-code"),
        FilterSpec::never("product-code.type"),
        FilterSpec::field("public-ssm-parameter-name", |image, values| {
            values.each(parameters::names_of(image.call.view.public_parameters(), &image.row.id));
        }),
        FilterSpec::never("ramdisk-id"),
        FilterSpec::field("root-device-name", |image, values| values.text(&image.row.root_device_name)),
        FilterSpec::field("root-device-type", |_, values| values.text("ebs")),
        // Nobody looks into images here.
        FilterSpec::never("scan-result.critical-fix-available-since"),
        FilterSpec::never("scan-result.finding-scan-date"),
        FilterSpec::never("scan-result.high-fix-available-since"),
        FilterSpec::never("scan-result.highest-finding-severity-label"),
        FilterSpec::never("scan-result.informational-fix-available-since"),
        FilterSpec::never("scan-result.low-fix-available-since"),
        FilterSpec::never("scan-result.medium-fix-available-since"),
        FilterSpec::field("source-image-id", |image, values| values.maybe(image.row.source_image.as_deref())),
        FilterSpec::field("source-image-region", |image, values| {
            values.maybe(image.row.source_image_region.as_ref());
        }),
        FilterSpec::field("source-instance-id", |image, values| values.maybe(image.row.source_instance.as_deref())),
        FilterSpec::field("sriov-net-support", |image, values| values.maybe(image.row.sriov_net_support.as_ref())),
        FilterSpec::field("state", |image, values| values.text(image.row.state.as_str())),
        FilterSpec::field("state-reason-code", |image, values| {
            values.maybe(super::failure(&image.call.view, image.row).map(|(code, _)| code));
        }),
        FilterSpec::field("state-reason-message", |image, values| {
            values.maybe(super::failure(&image.call.view, image.row).map(|(_, message)| message));
        }),
        FilterSpec::field("tpm-support", |image, values| values.maybe(image.row.tpm_support.as_ref())),
        FilterSpec::field("usage-operation", |_, values| values.text("RunInstances")),
        FilterSpec::field("virtualization-type", |_, values| values.text("hvm")),
        FilterSpec::tags(|image, tags| image.tags(tags)),
    ];

    fn volumes(&self) -> impl Iterator<Item = &'a ImageBlockDevice> {
        self.row.block_devices.iter().filter(|device| device.virtual_name.is_none())
    }
}

impl Action for DescribeImages {
    type Input = ec2::DescribeImagesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut asked = Asked::new(&input.image_ids, "imagesSet", &input.filters, input.max_results, &input.next_token);
        asked.limits = 1..=MOST;
        let page = asked.page(call, "DescribeImages")?;
        let filters = listing::compile(Item::<Image>::FILTERS, asked.filters)?;
        let owners = Owners::parse(call, &input.owners)?;
        let users = users(call, &input.executable_users)?;
        let mut found = match input.image_ids.is_empty() {
            true => candidates(call, owners.as_ref(), &filters, page.after()),
            false => {
                let named = named(call, &input.image_ids)?;
                let missing = named.iter().filter(|image| !allowed::exists(call, image));
                let missing: Vec<&str> = missing.map(|image| image.id.as_str()).collect();
                if !missing.is_empty() {
                    return Err(<Image as lookup::Named>::NOUN.none_found(&missing));
                }
                named
            }
        };
        found.retain(|row| {
            owners.as_ref().is_none_or(|owners| owners.include(&row.account))
                && (users.is_empty() || users.iter().any(|user| user.may_launch(call, row)))
                && is_listed(call, input, row)
                && allowed::exists(call, row)
        });
        let passed: Vec<_> = found.iter().filter(|row| filters.matches(&Item { row, call })).cloned().collect();
        let (images, next_token) = page.take(call, passed.iter());
        Ok(Plan::Answer(ec2::DescribeImagesResult {
            images: images.iter().map(|image| super::shown(call, image)).collect(),
            next_token,
        }))
    }
}

/// The images of these ids. What the account itself deregistered a while ago is left out without a refusal, where other
/// actions have one for it: clients that wait for its end, such as Terraform, take only an empty answer for that.
fn named(call: &Call, ids: &[String]) -> Result<Vec<Arc<Row<Image>>>, ApiError> {
    let ids: Vec<_> = ids.iter().filter(|id| call.view.get::<DeregisteredImage>(id).is_none()).cloned().collect();
    lookup::many(&call.view, &ids)
}

/// The images that may be asked for, in order of creation: as few as owners and filters allow without looking at each,
/// at most all that the account sees.
fn candidates<T>(
    call: &Call,
    owners: Option<&Owners>,
    filters: &Filters<T>,
    after: Option<&SortKey>,
) -> Vec<Arc<Row<Image>>> {
    let view = &call.view;
    let mut found: Vec<_> = if let Some(ids) = filters.exact("image-id") {
        ids.iter().filter_map(|id| view.image(id)).collect()
    } else if owners.is_some_and(|owners| owners.only(&call.account)) {
        return view.list_after(after).cloned().collect();
    } else {
        view.list::<Image>().chain(view.shared_images()).cloned().collect()
    };
    found.sort_by(|a, b| (a.created_ms, &*a.id).cmp(&(b.created_ms, &*b.id)));
    found
}

/// Deprecated and disabled images are left out unless they are asked for. Owners and whoever names one by its id see
/// a deprecated one all the same.
fn is_listed(call: &Call, input: &ec2::DescribeImagesRequest, image: &Image) -> bool {
    let deprecated = image.deprecated_ms.is_some_and(|at| at <= call.now_ms);
    let sees_deprecated =
        input.include_deprecated == Some(true) || image.account == call.account || !input.image_ids.is_empty();
    let sees_disabled = input.include_disabled == Some(true);
    (!deprecated || sees_deprecated) && (image.state != ImageState::Disabled || sees_disabled)
}

/// One of ExecutableUsers.
enum User {
    Anyone,
    Account(AccountId),
}

fn users(call: &Call, asked: &[String]) -> Result<Vec<User>, ApiError> {
    let user = |text: &String| match text.as_str() {
        ALL => Ok(User::Anyone),
        "self" => Ok(User::Account(call.account.clone())),
        number => Ok(User::Account(owners::account(number)?)),
    };
    asked.iter().map(user).collect()
}

impl User {
    /// Whether the image was shared with them by name.
    fn may_launch(&self, call: &Call, image: &Image) -> bool {
        match self {
            Self::Anyone => image.public,
            // Who else a foreign image is shared with is its owner's secret.
            Self::Account(account) if *account != call.account && image.account != call.account => false,
            Self::Account(account) => image.shared_with.contains(account),
        }
    }
}
