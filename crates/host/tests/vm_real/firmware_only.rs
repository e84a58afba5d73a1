//! A machine with nothing to boot: it runs, and obeys nobody.

use std::{collections::BTreeMap, fs, sync::Arc};

use hostlink::{
    Architecture, BootMode, Cause, Change, Host, InstanceSpec, MomentSpec, Phase, PowerWanted, Query, QueryError,
    Reachability, Reply, SnapshotSpec, SnapshotState, VolumeSpec, VolumeState, VolumeWanted,
};
use model::SnapshotId;

use crate::bench::{Bench, disk, instance, instance_id, missing, volume, volume_id};

const FORCE: PowerWanted = PowerWanted::Stopped { force: true };

fn running() -> InstanceSpec {
    instance(1, PowerWanted::Running, vec![disk(1, 0)])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_lives_and_ends() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let id = instance_id(1);
    let mut bench = Bench::new().await;
    bench.want_volume(&volume_id(1), volume(1, None));
    bench.want_instance(&id, running());
    let observed = bench.until_phase(&id, Phase::Running).await;
    assert!(observed.disks[&volume_id(1)].attached);
    assert_eq!(observed.reachability, Reachability::Passed, "it has no interface that could fail to answer");

    qemu_has_no_privileges(&bench);
    console_and_screen(&bench).await;
    disks_come_and_go(&mut bench).await;
    snapshots_are_taken_while_it_runs(&mut bench).await;
    and_of_a_volume_that_it_has_no_more(&mut bench).await;
    the_agent_is_killed(&mut bench).await;
    qemu_is_killed_while_the_agent_is_away(&mut bench).await;

    // Started once more, and stopped by force: the guest would not listen to anything else.
    bench.want_instance(&id, instance(2, PowerWanted::Running, vec![disk(1, 0)]));
    bench.until_phase(&id, Phase::Running).await;
    let qemu = bench.qemu(&id);
    // A machine that goes down grows no disk any more: that is its host's to do then.
    let stopped = instance(3, FORCE, vec![disk(1, 0)]);
    bench.want(vec![
        Change::Volume(volume_id(1), Some(Arc::new(volume(5, None)))),
        Change::Instance(id.clone(), Some(Arc::new(stopped))),
    ]);
    let observed = bench.until_phase(&id, Phase::Stopped).await;
    assert_eq!(observed.cause, None);
    assert!(!Bench::lives(qemu));
    bench.until("a larger disk", |bench, _| size(bench, 1) == 5).await;

    bench.want_instance(&id, instance(4, PowerWanted::Gone, vec![]));
    bench.until_phase(&id, Phase::Gone).await;
    assert!(!bench.host_dir().join(format!("instances/{id}")).exists());
    bench.want(vec![Change::Instance(id, None)]);
    for number in [1, 2] {
        let gone = VolumeSpec { wanted: VolumeWanted::Gone, ..volume(1, None) };
        bench.want_volume(&volume_id(number), gone);
        let is_gone =
            |bench: &Bench| bench.volumes.get(&volume_id(number)).is_some_and(|it| it.state == VolumeState::Gone);
        bench.until("the end of a volume", |bench, _| is_gone(bench)).await;
    }
    // The control plane speaks of them no more. An agent that is killed now must not know an older word of them.
    bench.kill_agent();
    let wanted = fs::read(bench.host_dir().join("desired/us-east-1.json")).unwrap();
    let wanted: serde_json::Value = serde_json::from_slice(&wanted).unwrap();
    for number in [1, 2] {
        let volume = &wanted["desired"]["volumes"][volume_id(number).as_str()];
        assert_eq!(volume["wanted"], "gone", "{wanted}");
        bench.desired.volumes.remove(&volume_id(number));
    }
    bench.start_agent().await;
    assert_eq!(fs::read_dir(bench.host_dir().join("volumes")).unwrap().count(), 0);
    bench.shut_down().await;
}

fn qemu_has_no_privileges(bench: &Bench) {
    let status = fs::read_to_string(format!("/proc/{}/status", bench.qemu(&instance_id(1)))).unwrap();
    let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
    assert!(!field("Uid:").starts_with("0\t"), "{status}");
    assert_eq!(field("CapEff:"), "0000000000000000");
    assert_eq!(field("NoNewPrivs:"), "1");
    assert_eq!(field("Seccomp:"), "2", "-sandbox");
}

async fn console_and_screen(bench: &Bench) {
    let ask = |query| bench.host().query(query);
    let console = ask(Query::Console { instance: instance_id(1) }).await;
    assert!(matches!(console, Ok(Reply::Console { .. })), "{console:?}");
    match ask(Query::Screenshot { instance: instance_id(1) }).await {
        Ok(Reply::Screenshot { format, image }) => {
            assert_eq!(format, "png");
            assert!(image.starts_with("iVBORw0KGgo"), "PNG's magic number");
        }
        other => panic!("{other:?}"),
    }
    let Ok(Reply::ConsoleSocket { path }) = ask(Query::ConsoleSocket { instance: instance_id(1) }).await else {
        panic!("no socket")
    };
    std::os::unix::net::UnixStream::connect(path).unwrap();
    assert_eq!(ask(Query::Console { instance: instance_id(9) }).await, Err(QueryError::NoSuchInstance));
}

fn size(bench: &Bench, number: u32) -> u32 {
    bench.volumes.get(&volume_id(number)).map_or(0, |it| it.size_gib)
}

async fn disks_come_and_go(bench: &mut Bench) {
    let (id, new) = (instance_id(1), volume_id(2));
    let attached = |bench: &Bench| bench.instances[&instance_id(1)].disks.get(&volume_id(2)).map(|it| it.attached);
    bench.want_volume(&new, volume(1, None));
    bench.want_instance(&id, InstanceSpec { disks: vec![disk(1, 0), disk(2, 5)], ..running() });
    bench.until("an attached disk", |bench, _| attached(bench) == Some(true)).await;

    // It grows while it is in use.
    bench.want_volume(&new, volume(3, None));
    bench.until("a larger disk", |bench, _| size(bench, 2) == 3).await;

    // A firmware lets go of nothing: that is said, and force frees the volume all the same.
    let going = |force| {
        let going = hostlink::DiskSpec { wanted: false, force, ..disk(2, 5) };
        InstanceSpec { disks: vec![disk(1, 0), going], ..running() }
    };
    bench.want_instance(&id, going(false));
    let problem = |bench: &Bench| bench.instances[&instance_id(1)].disks[&volume_id(2)].problem.clone();
    bench.until("a word about the guest that holds it", |bench, _| problem(bench).is_some()).await;
    assert_eq!(attached(bench), Some(true));
    bench.want_instance(&id, going(true));
    bench.until("a detached disk", |bench, _| attached(bench) == Some(false)).await;
    bench.want_instance(&id, running());
    // It is free: its file can be removed while the machine runs, and made anew.
    let gone = VolumeSpec { wanted: VolumeWanted::Gone, ..volume(3, None) };
    bench.want_volume(&new, gone);
    bench
        .until("the end of the volume", |bench, _| {
            bench.volumes.get(&volume_id(2)).is_some_and(|it| it.state == VolumeState::Gone)
        })
        .await;

    // Its device occupies the slot still. Another disk that should go there is plugged in all the same, and taken away.
    bench.want_volume(&volume_id(3), volume(1, None));
    bench.want_instance(&id, InstanceSpec { disks: vec![disk(1, 0), disk(3, 5)], ..running() });
    let attached = |bench: &Bench| bench.instances[&instance_id(1)].disks.get(&volume_id(3)).map(|it| it.attached);
    bench.until("a disk in another slot", |bench, _| attached(bench) == Some(true)).await;
    let going = hostlink::DiskSpec { wanted: false, force: true, ..disk(3, 5) };
    bench.want_instance(&id, InstanceSpec { disks: vec![disk(1, 0), going], ..running() });
    bench.until("a detached disk", |bench, _| attached(bench) == Some(false)).await;
    bench.want_instance(&id, running());
    bench.want_volume(&volume_id(3), VolumeSpec { wanted: VolumeWanted::Gone, ..volume(1, None) });
    bench
        .until("the end of the volume", |bench, _| {
            bench.volumes.get(&volume_id(3)).is_some_and(|it| it.state == VolumeState::Gone)
        })
        .await;
}

async fn snapshots_are_taken_while_it_runs(bench: &mut Bench) {
    let snapshots: Vec<_> = (5..=7).map(|number| SnapshotId::trusted(format!("snap-{number:017x}"))).collect();
    let spec = Arc::new(SnapshotSpec { volume: volume_id(1), base: None, moment: Default::default() });
    // Three at a time, while the disk grows: each has its old size or its new one.
    let volume = Change::Volume(volume_id(1), Some(Arc::new(volume(2, None))));
    let begun = snapshots.iter().map(|snapshot| Change::Snapshot(snapshot.clone(), Some(Arc::clone(&spec))));
    bench.want([volume].into_iter().chain(begun).collect());
    for snapshot in &snapshots {
        bench
            .until("a snapshot", |bench, _| match bench.snapshots.get(snapshot).map(|it| &it.state) {
                Some(SnapshotState::Completed { root, .. }) => root.len() == 64,
                Some(SnapshotState::Failed { detail }) => panic!("{detail}"),
                _ => false,
            })
            .await;
    }
    // The control plane has taken note.
    bench.want(snapshots.into_iter().map(|snapshot| Change::Snapshot(snapshot, None)).collect());
    let scratch = fs::read_dir(bench.host_dir().join("scratch")).unwrap().count();
    assert_eq!(scratch, 0);
    assert_eq!(bench.instances[&instance_id(1)].phase, Phase::Running);
}

/// Somebody asks for all volumes of an instance at once, and one of them is taken from it before that comes here.
async fn and_of_a_volume_that_it_has_no_more(bench: &mut Bench) {
    let free = volume_id(4);
    bench.want_volume(&free, volume(1, None));
    bench
        .until("a volume", |bench, _| {
            bench.volumes.get(&volume_id(4)).is_some_and(|it| it.state == VolumeState::Present)
        })
        .await;
    let snapshots = [2, 4].map(|number| SnapshotId::trusted(format!("snap-{number:017x}")));
    let together: BTreeMap<_, _> = snapshots.iter().cloned().zip([volume_id(1), free.clone()]).collect();
    let wants = together.iter().map(|(snapshot, volume)| {
        let moment = MomentSpec { together: together.clone(), at_reboot: None };
        let spec = SnapshotSpec { volume: volume.clone(), base: None, moment };
        Change::Snapshot(snapshot.clone(), Some(Arc::new(spec)))
    });
    bench.want(wants.collect());
    for snapshot in &snapshots {
        bench
            .until("a snapshot", |bench, _| match bench.snapshots.get(snapshot).map(|it| &it.state) {
                Some(SnapshotState::Completed { .. }) => true,
                Some(SnapshotState::Failed { detail }) => panic!("{detail}"),
                _ => false,
            })
            .await;
    }
    bench.want(snapshots.iter().map(|snapshot| Change::Snapshot(snapshot.clone(), None)).collect());
    bench.want_volume(&free, VolumeSpec { wanted: VolumeWanted::Gone, ..volume(1, None) });
    bench
        .until("the end of the volume", |bench, _| {
            bench.volumes.get(&volume_id(4)).is_some_and(|it| it.state == VolumeState::Gone)
        })
        .await;
    assert_eq!(fs::read_dir(bench.host_dir().join("scratch")).unwrap().count(), 0);
}

async fn the_agent_is_killed(bench: &mut Bench) {
    let id = instance_id(1);
    let qemu = bench.qemu(&id);
    bench.want_volume(&volume_id(1), volume(4, None));
    bench.until("a larger disk", |bench, _| size(bench, 1) == 4).await;
    bench.kill_agent();
    assert!(Bench::lives(qemu), "QEMU outlives the agent");
    // As if it had been killed when QEMU had grown the disk, and before that was on record.
    let record = bench.host_dir().join(format!("volumes/{}.json", volume_id(1)));
    let known = fs::read_to_string(&record).unwrap();
    fs::write(&record, known.replace(r#""size_gib": 4"#, r#""size_gib": 1"#)).unwrap();
    assert_ne!(fs::read_to_string(&record).unwrap(), known);
    bench.volumes.clear();
    bench.start_agent().await;
    bench.until("the disk's size", |bench, _| size(bench, 1) == 4).await;
    let observed = bench.until_phase(&id, Phase::Running).await;
    assert!(observed.disks[&volume_id(1)].attached);
    assert_eq!(bench.qemu(&id), qemu, "it is the same machine");
    // The new agent has it in hand.
    let screen = bench.host().query(Query::Screenshot { instance: id }).await;
    assert!(matches!(screen, Ok(Reply::Screenshot { .. })), "{screen:?}");
}

async fn qemu_is_killed_while_the_agent_is_away(bench: &mut Bench) {
    let id = instance_id(1);
    let qemu = bench.qemu(&id);
    bench.kill_agent();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(qemu), nix::sys::signal::Signal::SIGKILL).unwrap();
    bench.start_agent().await;
    let observed = bench.until_phase(&id, Phase::Stopped).await;
    assert!(matches!(observed.cause, Some(Cause::Crashed { .. })), "{observed:?}");
}

/// UEFI, and another architecture where its QEMU is installed.
#[tokio::test(flavor = "multi_thread")]
async fn other_boards_run() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let has = |path: &str| std::path::Path::new(path).exists();
    let mut boards = vec![(1, Architecture::I386, BootMode::LegacyBios)];
    if has("/usr/share/OVMF") {
        boards.push((2, Architecture::X86_64, BootMode::Uefi));
    } else {
        eprintln!("skipped in part: no UEFI firmware for x86_64 is installed");
    }
    if has("/usr/bin/qemu-system-aarch64") && has("/usr/share/AAVMF") {
        boards.push((3, Architecture::Arm64, BootMode::UefiPreferred));
    } else {
        eprintln!("skipped in part: qemu-system-aarch64 or its firmware is not installed");
    }
    let mut bench = Bench::new().await;
    for (number, architecture, boot_mode) in &boards {
        bench.want_volume(&volume_id(*number), volume(1, None));
        let spec = instance(1, PowerWanted::Running, vec![disk(*number, 0)]);
        bench.want_instance(
            &instance_id(*number),
            InstanceSpec { architecture: *architecture, boot_mode: *boot_mode, ..spec },
        );
    }
    for (number, ..) in &boards {
        let id = instance_id(*number);
        bench.until_phase(&id, Phase::Running).await;
        let screen = bench.host().query(Query::Screenshot { instance: id.clone() }).await;
        assert!(matches!(screen, Ok(Reply::Screenshot { .. })), "{screen:?}");
        bench.want_instance(&id, instance(2, FORCE, vec![disk(*number, 0)]));
    }
    for (number, ..) in &boards {
        bench.until_phase(&instance_id(*number), Phase::Stopped).await;
    }
    bench.shut_down().await;
}

/// A host without room says so, and keeps nothing of what it could not make.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_said() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let mut bench = Bench::small(100).await;
    let id = instance_id(1);
    // Any snapshot will do: it is refused before it is unpacked.
    let image = bench.data_dir().join("image.raw");
    fs::write(&image, vec![7; 1 << 20]).unwrap();
    let vault = vault::Vault::open_local(bench.data_dir().join("vault")).unwrap();
    let ingested = vault
        .in_clear()
        .ingest_file(&vault.begin_job(&[]).unwrap(), &image, &|_, _| {}, &std::sync::atomic::AtomicBool::new(false))
        .unwrap();
    bench.want_volume(&volume_id(1), volume(1, Some(&ingested.manifest.root.to_string())));
    bench.want_instance(&id, running());
    let observed = bench.until_phase(&id, Phase::Failed).await;
    assert!(matches!(observed.cause, Some(Cause::DiskFull { .. })), "{observed:?}");
    assert_eq!(fs::read_dir(bench.host_dir().join("volumes")).unwrap().count(), 0);
    assert!(!bench.host_dir().join(format!("instances/{id}/launched.json")).exists());
    bench.shut_down().await;
}
