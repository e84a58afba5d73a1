//! The instance identity document. It is not signed: `pkcs7`, `signature` and `rsa2048` aren't there.

use hostlink::Architecture;

use super::view::InstanceView;

/// The document in the layout that EC2 gives it.
pub(super) fn document(view: &InstanceView<'_>) -> String {
    let metadata = view.metadata();
    let text = |value: &str| serde_json::Value::from(value).to_string();
    let null = || "null".to_owned();
    let architecture = match view.instance.architecture {
        Architecture::X86_64 => "x86_64",
        Architecture::I386 => "i386",
        Architecture::Arm64 => "arm64",
    };
    let fields = [
        ("accountId", text(&view.instance.account)),
        ("architecture", text(architecture)),
        ("availabilityZone", text(&metadata.zone)),
        ("billingProducts", null()),
        ("devpayProductCodes", null()),
        ("marketplaceProductCodes", null()),
        ("imageId", text(&metadata.image_id)),
        ("instanceId", text(view.id)),
        ("instanceType", text(&metadata.instance_type)),
        ("kernelId", null()),
        ("pendingTime", text(&time(metadata.pending_time_ms))),
        ("privateIp", text(&view.primary().primary().to_string())),
        ("ramdiskId", null()),
        ("region", text(&metadata.region)),
        ("version", text("2017-09-30")),
    ];
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  \"{name}\" : {value}")).collect();
    format!("{{\n{}\n}}", lines.join(",\n"))
}

/// A time to the second, as `2023-11-14T22:13:20Z`.
pub(super) fn time(milliseconds: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(milliseconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
