//! The commands that are used, each with its reply.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A command of the monitor.
pub trait Command: Send {
    const NAME: &'static str;
    type Reply: DeserializeOwned;
    fn arguments(self) -> Value;
}

/// What commands that only do something answer: an empty object.
#[derive(Debug, Deserialize)]
pub struct Done {}

macro_rules! commands {
    ($($(#[$doc:meta])* $command:ident = $name:literal { $($(#[$attribute:meta])* $field:ident: $kind:ty),* } -> $reply:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub struct $command { $($(#[$attribute])* pub $field: $kind),* }

        impl Command for $command {
            const NAME: &'static str = $name;
            type Reply = $reply;
            fn arguments(self) -> Value {
                // Plain structs of strings, numbers and JSON: there is nothing here that JSON can't say.
                serde_json::to_value(self).expect("a command is always JSON")
            }
        }
    )*};
}

commands! {
    /// Leaves the negotiation that each connection begins with.
    Capabilities = "qmp_capabilities" {} -> Done;
    QueryStatus = "query-status" {} -> Status;
    /// Lets the virtual processors run.
    Cont = "cont" {} -> Done;
    /// Halts the virtual processors.
    Stop = "stop" {} -> Done;
    /// Presses the power button (ACPI).
    SystemPowerdown = "system_powerdown" {} -> Done;
    /// Presses the reset button.
    SystemReset = "system_reset" {} -> Done;
    /// Ends QEMU; disks are flushed.
    Quit = "quit" {} -> Done;

    /// A picture of the screen, into a file that QEMU may write.
    Screendump = "screendump" { filename: String, format: &'static str } -> Done;

    ObjectDel = "object-del" { id: String } -> Done;
    BlockdevDel = "blockdev-del" {
        #[serde(rename = "node-name")]
        node: String
    } -> Done;
    /// Asks the guest to let go of the device; `DEVICE_DELETED` says when it has.
    DeviceDel = "device_del" { id: String } -> Done;
    NetdevDel = "netdev_del" { id: String } -> Done;
    /// Gives the descriptor that comes with it a name, for one use; see `Monitor::execute_with`.
    GetFd = "getfd" {
        #[serde(rename = "fdname")]
        name: String
    } -> Done;
    /// Closes a descriptor that was not used.
    CloseFd = "closefd" {
        #[serde(rename = "fdname")]
        name: String
    } -> Done;
    /// Sets the size of a disk. **A size below the current one silently destroys the disk**: see `disk::grow`.
    BlockResize = "block_resize" {
        #[serde(rename = "node-name")]
        node: String,
        size: u64
    } -> Done;
    QomSet = "qom-set" { path: String, property: &'static str, value: Value } -> Done;
    QomList = "qom-list" { path: String } -> Vec<QomProperty>;
    /// What the devices have as their media.
    ///
    /// Of nodes that aren't a device's `query-named-block-nodes` would tell, too. It must not be asked: where a job's own
    /// filter is on its way out of the graph QEMU dies of the question (its issue 3149).
    QueryBlock = "query-block" {} -> Vec<BlockDevice>;

    /// Gives nodes other options, such as another node below them.
    BlockdevReopen = "blockdev-reopen" { options: Vec<Value> } -> Done;

    /// Copies one node into another, as a job.
    BlockdevBackup = "blockdev-backup" {
        job_id: String,
        device: String,
        target: String,
        sync: &'static str,
        /// Of `sync` = `bitmap`: the one of `device` that says what is copied.
        #[serde(skip_serializing_if = "Option::is_none")]
        bitmap: Option<String>,
        /// What becomes of that bitmap.
        #[serde(skip_serializing_if = "Option::is_none")]
        bitmap_mode: Option<&'static str>,
        auto_dismiss: bool
    } -> Done;
    /// Copies what a node doesn't have from what lies below it, as a job; in the end nothing lies below it.
    BlockStream = "block-stream" {
        job_id: String,
        device: String,
        /// The node that the job puts above it.
        filter_node_name: String,
        /// Bytes a second.
        speed: u64,
        auto_dismiss: bool
    } -> Done;
    /// `device`: the job. Bytes a second.
    BlockJobSetSpeed = "block-job-set-speed" { device: String, speed: u64 } -> Done;
    /// A command of the monitor for people; answers what they would read.
    HumanMonitorCommand = "human-monitor-command" {
        #[serde(rename = "command-line")]
        line: String
    } -> String;
    /// Has a node note what is written to it. `disabled`: it notes nothing by itself.
    BitmapAdd = "block-dirty-bitmap-add" { node: String, name: String, granularity: u32, disabled: bool } -> Done;
    BitmapRemove = "block-dirty-bitmap-remove" { node: String, name: String } -> Done;
    /// Adds what others have noted, of other nodes too.
    BitmapMerge = "block-dirty-bitmap-merge" { node: String, target: String, bitmaps: Vec<BitmapOf> } -> Done;
    QueryChardev = "query-chardev" {} -> Vec<Chardev>;
    QueryJobs = "query-jobs" {} -> Vec<Job>;
    JobCancel = "job-cancel" { id: String } -> Done;
    JobDismiss = "job-dismiss" { id: String } -> Done;
}

/// `object-add`, `blockdev-add`, `device_add` and `netdev_add` take what the command line takes as JSON.
#[derive(Clone, Debug)]
pub struct ObjectAdd(pub Value);
/// See [`ObjectAdd`].
#[derive(Clone, Debug)]
pub struct BlockdevAdd(pub Value);
/// See [`ObjectAdd`].
#[derive(Clone, Debug)]
pub struct DeviceAdd(pub Value);
/// See [`ObjectAdd`].
#[derive(Clone, Debug)]
pub struct NetdevAdd(pub Value);

macro_rules! verbatim {
    ($($command:ident = $name:literal;)*) => {$(
        impl Command for $command {
            const NAME: &'static str = $name;
            type Reply = Done;
            fn arguments(self) -> Value {
                self.0
            }
        }
    )*};
}

verbatim! {
    ObjectAdd = "object-add";
    BlockdevAdd = "blockdev-add";
    DeviceAdd = "device_add";
    NetdevAdd = "netdev_add";
}

/// What `query-status` answers.
#[derive(Clone, Debug, Deserialize)]
pub struct Status {
    pub status: RunState,
}

/// QEMU's states of a VM, as far as they differ for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunState {
    Running,
    /// Started with `-S`, has not run yet.
    Prelaunch,
    Paused,
    /// The guest has powered off and `-action shutdown=pause` keeps QEMU.
    Shutdown,
    /// A disk of the host failed or is full.
    IoError,
    InternalError,
    GuestPanicked,
    #[serde(other)]
    Other,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Chardev {
    pub label: String,
    /// Whether the guest has opened the device at its end.
    pub frontend_open: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct QomProperty {
    pub name: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct BlockDevice {
    pub inserted: Option<BlockNode>,
}

/// The uppermost node of a device.
#[derive(Clone, Debug, Deserialize)]
pub struct BlockNode {
    #[serde(rename = "node-name")]
    pub name: Option<String>,
    pub image: BlockImage,
}

/// A bitmap by its node and name.
#[derive(Clone, Debug, Serialize)]
pub struct BitmapOf {
    pub node: String,
    pub name: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct BlockImage {
    /// The size that a guest sees, bytes.
    pub virtual_size: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Job {
    pub id: String,
    /// `running`, `concluded` …
    pub status: String,
    pub current_progress: u64,
    pub total_progress: u64,
    pub error: Option<String>,
}
