//! What a control plane sees of the simulated host.

use hostlink::{
    AddressSpec, Architecture, BootMode, Change, Desired, DiskSpec, InstanceObservation, InstanceSpec, InterfaceSpec,
    MetadataOptions, MetadataSpec, Power, PowerWanted, SnapshotSpec, SnapshotState, VolumeSpec, VolumeState,
    VolumeWanted,
};
use model::{AccountId, ImageId, InstanceId, NetworkInterfaceId, ReservationId, SnapshotId, VolumeId};

use super::*;

fn metadata() -> MetadataSpec {
    MetadataSpec {
        region: "us-east-1".into(),
        zone: "us-east-1a".into(),
        zone_id: "use1-az1".into(),
        partition: "aws".into(),
        services_domain: "amazonaws.com".into(),
        image_id: ImageId::trusted("ami-0123456789abcdef0"),
        ancestor_image_ids: vec![],
        launch_index: 0,
        instance_type: "t3.micro".into(),
        reservation_id: ReservationId::trusted("r-0123456789abcdef0"),
        pending_time_ms: 0,
        placement_group: None,
        local_hostname: "ip-10-0-0-4.ec2.internal".into(),
        public_hostname: None,
        security_groups: vec![],
        key: None,
        user_data: None,
        root_device_name: "/dev/xvda".into(),
        block_devices: vec![],
        tags: None,
        options: MetadataOptions { endpoint: true, tokens_required: false, hop_limit: 1 },
    }
}

fn instance(generation: u64, wanted: PowerWanted, disks: &[(u32, u64, bool)]) -> Option<Arc<InstanceSpec>> {
    let disks = disks.iter().enumerate().map(|(slot, (volume, generation, wanted))| DiskSpec {
        volume: volume_id(*volume),
        device_name: format!("/dev/sd{}", char::from(b'a' + slot as u8)),
        slot: slot as u8,
        generation: *generation,
        wanted: *wanted,
        force: false,
    });
    Some(Arc::new(InstanceSpec {
        account: AccountId::from_number(1),
        power: Power { generation, wanted },
        reboot_generation: 0,
        architecture: Architecture::X86_64,
        boot_mode: BootMode::LegacyBios,
        vcpus: 2,
        memory_mib: 1024,
        disks: disks.collect(),
        interfaces: vec![],
        nics: Default::default(),
        metadata: Arc::new(metadata()),
    }))
}

fn instance_id(number: u32) -> InstanceId {
    InstanceId::trusted(format!("i-{number:017x}"))
}

fn volume_id(number: u32) -> VolumeId {
    VolumeId::trusted(format!("vol-{number:017x}"))
}

fn snapshot_id(number: u32) -> SnapshotId {
    SnapshotId::trusted(format!("snap-{number:017x}"))
}

fn volume(size_gib: u32, wanted: VolumeWanted) -> Option<Arc<VolumeSpec>> {
    Some(Arc::new(VolumeSpec { size_gib, origin: None, wanted, iops: 0, throughput_mib: 0, key: None }))
}

/// A host and the ear of its control plane.
struct Listener {
    host: SimulatedHost,
    events: mpsc::UnboundedReceiver<FromHost>,
}

impl Listener {
    fn new(delay: Option<Duration>) -> Self {
        let options = SimulatedOptions { boot: "b1".into(), delay, now_ms: Arc::new(|| 1000) };
        let host = SimulatedHost::new(options);
        let mut events = host.take_events();
        assert!(matches!(events.try_recv(), Ok(FromHost::Hello { version: 1, .. })));
        let listener = Self { host, events };
        listener.desired(1, Desired::default());
        listener
    }

    fn desired(&self, epoch: u64, desired: Desired) {
        self.host.send(ToHost::Desired { region: "us-east-1".into(), epoch, desired: Box::new(desired) });
    }

    fn patch(&mut self, changes: Vec<Change>) -> String {
        self.host.send(ToHost::Patch { region: "us-east-1".into(), epoch: 1, changes });
        self.heard()
    }

    /// All that was said since the last call, a line for each thing.
    fn heard(&mut self) -> String {
        let mut lines = Vec::new();
        while let Ok(event) = self.events.try_recv() {
            let FromHost::Observed { items, .. } = event else { panic!("unexpected {event:?}") };
            lines.extend(items.into_iter().map(line));
        }
        lines.join("\n")
    }

    async fn next(&mut self) -> String {
        match self.events.recv().await {
            Some(FromHost::Observed { items, .. }) => items.into_iter().map(line).collect::<Vec<_>>().join("\n"),
            other => panic!("unexpected {other:?}"),
        }
    }
}

fn line(observation: Observation) -> String {
    match observation {
        Observation::Instance(InstanceObservation {
            id,
            power_generation,
            reboot_generation,
            phase,
            reachability,
            disks,
            ..
        }) => {
            let disks: Vec<String> = disks
                .values()
                .map(|disk| format!("{}{}", if disk.attached { '+' } else { '-' }, disk.generation))
                .collect();
            let id = id.digits().trim_start_matches('0').to_owned();
            format!("i{id} p{power_generation} r{reboot_generation} {phase:?} {reachability:?} [{}]", disks.join(" "))
        }
        Observation::Volume(volume) => {
            let id = volume.id.digits().trim_start_matches('0');
            format!("vol{id} {:?} {}", volume.state, volume.size_gib)
        }
        Observation::Snapshot(snapshot) => match snapshot.state {
            SnapshotState::Completed { root, .. } => format!("snap Completed {}", root.len()),
            other => format!("snap {other:?}"),
        },
    }
}

const RUN: PowerWanted = PowerWanted::Running;
const STOP: PowerWanted = PowerWanted::Stopped { force: false };

#[test]
fn without_a_delay_all_is_said_before_send_returns() {
    let mut host = Listener::new(None);
    assert!(host.host.settles());
    let said = host.patch(vec![
        Change::Instance(instance_id(1), instance(1, RUN, &[(1, 1, true)])),
        Change::Volume(volume_id(1), volume(8, VolumeWanted::Present)),
    ]);
    insta::assert_snapshot!(said, @"
    vol1 Present 8
    i1 p1 r0 Running Passed [+1]
    ");
    let said = host.patch(vec![Change::Instance(instance_id(1), instance(2, STOP, &[(1, 1, true)]))]);
    insta::assert_snapshot!(said, @"i1 p2 r0 Stopped NotApplicable [+1]");
    let said = host.patch(vec![Change::Instance(instance_id(1), instance(2, STOP, &[(1, 1, false)]))]);
    insta::assert_snapshot!(said, @"i1 p2 r0 Stopped NotApplicable [-1]");
    let said = host.patch(vec![Change::Instance(instance_id(1), instance(3, PowerWanted::Gone, &[]))]);
    insta::assert_snapshot!(said, @"i1 p3 r0 Gone NotApplicable []");
    let said = host.patch(vec![
        Change::Instance(instance_id(1), None),
        Change::Volume(volume_id(1), volume(8, VolumeWanted::Gone)),
    ]);
    insta::assert_snapshot!(said, @"vol1 Gone 0");
}

#[test]
fn what_is_not_changed_is_not_said() {
    let mut host = Listener::new(None);
    let spec = instance(1, RUN, &[]);
    assert_ne!(host.patch(vec![Change::Instance(instance_id(1), spec.clone())]), "");
    assert_eq!(host.patch(vec![Change::Instance(instance_id(1), spec)]), "");
}

#[test]
fn a_desired_set_is_answered_with_all_that_is_known_and_forgets_the_rest() {
    let mut host = Listener::new(None);
    host.patch(vec![
        Change::Instance(instance_id(1), instance(1, RUN, &[])),
        Change::Instance(instance_id(2), instance(1, RUN, &[])),
        Change::Volume(volume_id(1), volume(8, VolumeWanted::Present)),
    ]);
    let mut desired = Desired::default();
    desired.instances.extend(instance(1, RUN, &[]).map(|spec| (instance_id(2), spec)));
    host.desired(2, desired);
    insta::assert_snapshot!(host.heard(), @"i2 p1 r0 Running Passed []");
}

#[test]
fn lower_epochs_and_patches_of_other_epochs_are_refused() {
    let mut host = Listener::new(None);
    host.desired(5, Desired::default());
    let mut desired = Desired::default();
    desired.instances.extend(instance(1, RUN, &[]).map(|spec| (instance_id(1), spec)));
    host.desired(4, desired.clone());
    assert_eq!(host.heard(), "");
    assert_eq!(host.patch(vec![Change::Instance(instance_id(1), instance(1, RUN, &[]))]), "");
    host.desired(5, desired);
    assert_ne!(host.heard(), "");
}

#[test]
fn disks_grow_and_never_shrink() {
    let mut host = Listener::new(None);
    let mut sized = |gib| host.patch(vec![Change::Volume(volume_id(1), volume(gib, VolumeWanted::Present))]);
    assert_eq!(sized(8), "vol1 Present 8");
    assert_eq!(sized(10), "vol1 Present 10");
    assert_eq!(sized(4), "");
}

#[test]
fn a_snapshot_has_the_same_root_each_time_and_needs_its_volume() {
    let snapshot =
        |volume| Some(Arc::new(SnapshotSpec { volume: volume_id(volume), base: None, moment: Default::default() }));
    let mut host = Listener::new(None);
    let said = host.patch(vec![
        Change::Snapshot(snapshot_id(1), snapshot(1)),
        Change::Volume(volume_id(1), volume(8, VolumeWanted::Present)),
    ]);
    assert_eq!(said, "vol1 Present 8\nsnap Completed 64");
    assert!(host.patch(vec![Change::Snapshot(snapshot_id(2), snapshot(2))]).contains("Failed"));
}

#[test]
fn reboots_are_counted() {
    let mut host = Listener::new(None);
    let mut spec = Arc::unwrap_or_clone(instance(1, RUN, &[]).unwrap());
    host.patch(vec![Change::Instance(instance_id(1), Some(Arc::new(spec.clone())))]);
    spec.reboot_generation = 1;
    let said = host.patch(vec![Change::Instance(instance_id(1), Some(Arc::new(spec)))]);
    assert_eq!(said, "i1 p1 r1 Running Passed []");
}

#[tokio::test(start_paused = true)]
async fn with_a_delay_each_transition_takes_its_time() {
    let mut host = Listener::new(Some(Duration::from_secs(3)));
    assert!(!host.host.settles());
    let began = Instant::now();
    let said = host.patch(vec![
        Change::Volume(volume_id(1), volume(8, VolumeWanted::Present)),
        Change::Instance(instance_id(1), instance(1, RUN, &[(1, 1, true)])),
    ]);
    insta::assert_snapshot!(said, @"
    vol1 Absent 0
    i1 p1 r0 Preparing NotApplicable [-1]
    ");
    assert_eq!(host.next().await, "vol1 Present 8");
    assert_eq!(host.next().await, "i1 p1 r0 Running Initializing [+1]");
    assert_eq!(began.elapsed().as_secs(), 3);
    assert_eq!(host.next().await, "i1 p1 r0 Running Passed [+1]");
    assert_eq!(began.elapsed().as_secs(), 6);

    let disks = [(1, 1, true), (2, 1, true)];
    let said = host.patch(vec![
        Change::Volume(volume_id(2), volume(1, VolumeWanted::Present)),
        Change::Instance(instance_id(1), instance(1, RUN, &disks)),
    ]);
    assert_eq!(said, "vol2 Absent 0\ni1 p1 r0 Running Passed [+1 -1]");
    assert_eq!(host.next().await, "vol2 Present 1");
    assert_eq!(host.next().await, "i1 p1 r0 Running Passed [+1 +1]");
    assert_eq!(began.elapsed().as_secs(), 9);

    let said = host.patch(vec![Change::Instance(instance_id(1), instance(2, STOP, &disks))]);
    assert_eq!(said, "i1 p2 r0 Stopping NotApplicable [+1 +1]");
    // Changing one's mind leaves the old way: it never says Stopped for a power generation that wants it gone.
    let said = host.patch(vec![Change::Instance(instance_id(1), instance(3, PowerWanted::Gone, &disks))]);
    assert_eq!(said, "i1 p3 r0 Stopping NotApplicable [+1 +1]");
    assert_eq!(host.next().await, "i1 p3 r0 Gone NotApplicable []");
    assert_eq!(began.elapsed().as_secs(), 12);
}

#[tokio::test(start_paused = true)]
async fn a_start_that_is_stopped_midway_never_runs() {
    let mut host = Listener::new(Some(Duration::from_secs(1)));
    host.patch(vec![Change::Instance(instance_id(1), instance(1, RUN, &[]))]);
    host.patch(vec![Change::Instance(instance_id(1), instance(2, STOP, &[]))]);
    assert_eq!(host.next().await, "i1 p2 r0 Stopped NotApplicable []");
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!(host.heard(), "");
}

#[tokio::test]
async fn queries_are_answered_as_far_as_there_is_an_answer() {
    let mut host = Listener::new(None);
    host.patch(vec![Change::Instance(instance_id(1), instance(1, RUN, &[]))]);
    let ask = |query| host.host.query(query);
    assert_eq!(
        ask(Query::Console { instance: instance_id(1) }).await,
        Ok(Reply::Console { output: String::new(), at_ms: 1000 })
    );
    assert_eq!(ask(Query::Console { instance: instance_id(2) }).await, Err(QueryError::NoSuchInstance));
    let refused = ask(Query::Screenshot { instance: instance_id(1) }).await.unwrap_err();
    assert_eq!(refused.to_string(), "this host can't do that: the simulated host has no screen");
}

#[test]
fn a_patch_costs_its_changes_and_not_the_fleet() {
    let time_of_patches = |fleet: u32| {
        let mut host = Listener::new(None);
        let mut desired = Desired::default();
        for number in 0..fleet {
            desired.instances.extend(instance(1, RUN, &[]).map(|spec| (instance_id(number), spec)));
        }
        host.desired(1, desired);
        host.heard();
        let began = std::time::Instant::now();
        for generation in 2..202 {
            host.patch(vec![Change::Instance(instance_id(7), instance(generation, RUN, &[]))]);
        }
        began.elapsed()
    };
    let (small, large) = (time_of_patches(10), time_of_patches(20_000));
    // A scan of the fleet at each patch would make it two thousand times slower; the rest is room for a busy machine.
    assert!(large < small * 100 + Duration::from_millis(50), "{small:?} with 10, {large:?} with 20,000");
}

#[test]
fn networks_are_taken_without_a_word() {
    let interface = InterfaceSpec {
        vpc: model::VpcId::trusted("vpc-0123456789abcdef0"),
        subnet: model::SubnetId::trusted("subnet-0123456789abcdef0"),
        instance: instance_id(1),
        device_index: 0,
        mac: "06:00:00:00:00:01".into(),
        addresses: vec![AddressSpec { private: [10, 0, 0, 4].into(), public: None }],
        groups: vec![],
        source_dest_check: true,
    };
    let mut host = Listener::new(None);
    let id = NetworkInterfaceId::trusted("eni-0123456789abcdef0");
    assert_eq!(host.patch(vec![Change::Interface(id, Some(Arc::new(interface)))]), "");
}

#[test]
fn a_gone_instance_stays_gone() {
    let mut host = Listener::new(None);
    host.patch(vec![Change::Instance(instance_id(1), instance(1, PowerWanted::Gone, &[]))]);
    assert_eq!(host.patch(vec![Change::Instance(instance_id(1), instance(2, RUN, &[]))]), "");
    let volume = host.patch(vec![Change::Volume(volume_id(1), volume(1, VolumeWanted::Gone))]);
    assert_eq!(volume, format!("vol1 {:?} 0", VolumeState::Gone));
}
