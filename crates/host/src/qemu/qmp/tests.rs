//! The monitor against a scripted QEMU.

use std::path::PathBuf;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

use super::*;

/// A QEMU that expects lines and answers them: `> ` begins what it says, `< ` what it must hear.
async fn scripted(script: &'static str) -> (tempfile::TempDir, PathBuf, JoinHandle<()>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("qmp.sock");
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    let task = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut heard = BufReader::new(read).lines();
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.split_at(2) {
                ("> ", said) => write.write_all(format!("{said}\r\n").as_bytes()).await.unwrap(),
                ("< ", expected) => {
                    let heard: Value = serde_json::from_str(&heard.next_line().await.unwrap().unwrap()).unwrap();
                    assert_eq!(heard, serde_json::from_str::<Value>(expected).unwrap());
                }
                _ => panic!("{line}"),
            }
        }
    });
    (folder, path, task)
}

const SOON: Duration = Duration::from_secs(20);

#[tokio::test]
async fn commands_are_answered_and_events_heard() {
    let (_folder, path, qemu) = scripted(
        r#"
        > {"QMP": {"version": {"qemu": {"micro": 2, "minor": 0, "major": 10}, "package": ""}, "capabilities": ["oob"]}}
        < {"execute": "qmp_capabilities", "arguments": {}, "id": 0}
        > {"return": {}, "id": 0}
        < {"execute": "query-status", "arguments": {}, "id": 1}
        > {"timestamp": {"seconds": 1, "microseconds": 2}, "event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-shutdown"}}
        > {"return": {"status": "shutdown", "running": false}, "id": 1}
        < {"execute": "block_resize", "arguments": {"node-name": "t-1", "size": 4096}, "id": 2}
        > {"id": 2, "error": {"class": "GenericError", "desc": "Cannot find device='' nor node-name='t-1'"}}
        < {"execute": "blockdev-backup", "arguments": {"job-id": "j", "device": "a", "target": "b", "sync": "full", "auto-dismiss": false}, "id": 3}
        > {"timestamp": {}, "event": "JOB_STATUS_CHANGE", "data": {"status": "created", "id": "j"}}
        > {"timestamp": {}, "event": "DEVICE_DELETED", "data": {"path": "/machine/peripheral/d-1/virtio-backend"}}
        > {"timestamp": {}, "event": "DEVICE_DELETED", "data": {"device": "d-1", "path": "/machine/peripheral/d-1"}}
        > {"timestamp": {}, "event": "BLOCK_IO_ERROR", "data": {"device": "", "node-name": "t-1", "nospace": true, "operation": "write"}}
        > {"timestamp": {}, "event": "NIC_RX_FILTER_CHANGED", "data": {}}
        > {"return": {}, "id": 3}
    "#,
    )
    .await;
    let (monitor, mut events) = Monitor::connect(&path, SOON).await.unwrap();
    assert_eq!(monitor.execute(QueryStatus {}).await.unwrap().status, RunState::Shutdown);
    let refused = monitor.execute(BlockResize { node: "t-1".into(), size: 4096 }).await.unwrap_err();
    assert_eq!(refused.to_string(), "QEMU refused block_resize: Cannot find device='' nor node-name='t-1'");
    let backup = BlockdevBackup {
        job_id: "j".into(),
        device: "a".into(),
        target: "b".into(),
        sync: "full",
        bitmap: None,
        bitmap_mode: None,
        auto_dismiss: false,
    };
    monitor.execute(backup).await.unwrap();
    qemu.await.unwrap();

    let mut heard = Vec::new();
    while let Some(event) = events.recv().await {
        heard.push(event);
    }
    assert_eq!(
        heard,
        [
            Event::Shutdown { guest: true },
            Event::JobStatusChange { id: "j".into(), status: "created".into() },
            Event::DeviceDeleted { device: None },
            Event::DeviceDeleted { device: Some("d-1".into()) },
            Event::BlockIoError { node: Some("t-1".into()), no_space: true },
            Event::Other("NIC_RX_FILTER_CHANGED".into()),
        ]
    );
    assert!(matches!(monitor.execute(Cont {}).await, Err(QmpError::Disconnected)));
}

#[tokio::test]
async fn a_command_under_way_hears_of_the_end() {
    let (_folder, path, _qemu) = scripted(
        r#"
        > {"QMP": {}}
        < {"execute": "qmp_capabilities", "arguments": {}, "id": 0}
        > {"return": {}, "id": 0}
        < {"execute": "quit", "arguments": {}, "id": 1}
    "#,
    )
    .await;
    let (monitor, _events) = Monitor::connect(&path, SOON).await.unwrap();
    assert!(matches!(timeout(SOON, monitor.execute(Quit {})).await, Ok(Err(QmpError::Disconnected))));
}

#[tokio::test]
async fn replies_may_come_in_any_order() {
    let (_folder, path, _qemu) = scripted(
        r#"
        > {"QMP": {}}
        < {"execute": "qmp_capabilities", "arguments": {}, "id": 0}
        > {"return": {}, "id": 0}
        < {"execute": "query-status", "arguments": {}, "id": 1}
        < {"execute": "query-jobs", "arguments": {}, "id": 2}
        > {"return": [], "id": 2}
        > {"return": {"status": "finish-migrate", "running": false}, "id": 1}
    "#,
    )
    .await;
    let (monitor, _events) = Monitor::connect(&path, SOON).await.unwrap();
    let (status, jobs) = tokio::join!(monitor.execute(QueryStatus {}), monitor.execute(QueryJobs {}));
    assert_eq!(status.unwrap().status, RunState::Other);
    assert!(jobs.unwrap().is_empty());
}

#[tokio::test]
async fn a_silent_qemu_is_given_up() {
    let (_folder, path, _qemu) = scripted("< {}").await;
    let refused = Monitor::connect(&path, Duration::from_millis(50)).await.unwrap_err();
    assert!(matches!(refused, QmpError::Timeout(_)), "{refused}");
}

#[tokio::test]
async fn an_open_file_travels_with_a_command() {
    use std::{
        io::{IoSliceMut, Read, Seek, Write},
        os::fd::{AsRawFd, FromRawFd},
    };

    use nix::sys::socket::{ControlMessageOwned, MsgFlags, recvmsg};

    let (ours, theirs) = UnixStream::pair().unwrap();
    let qemu = tokio::task::spawn_blocking(move || {
        let theirs = theirs.into_std().unwrap();
        theirs.set_nonblocking(false).unwrap();
        let mut buffer = [0; 256];
        let mut space = nix::cmsg_space!(i32);
        let (length, file) = {
            let mut slices = [IoSliceMut::new(&mut buffer)];
            let got = recvmsg::<()>(theirs.as_raw_fd(), &mut slices, Some(&mut space), MsgFlags::empty()).unwrap();
            let file = got.cmsgs().unwrap().find_map(|message| match message {
                ControlMessageOwned::ScmRights(descriptors) => descriptors.first().copied(),
                _ => None,
            });
            (got.bytes, file.unwrap())
        };
        (&theirs).write_all(b"{\"return\": {}, \"id\": 0}\r\n").unwrap();
        // SAFETY: the descriptor came with the message just now and is nobody else's.
        let mut file = unsafe { std::fs::File::from_raw_fd(file) };
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        (String::from_utf8_lossy(&buffer[..length]).into_owned(), text)
    });
    let (monitor, _events) = Monitor::over(Framed::new(ours, LinesCodec::new()));
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(b"hello").unwrap();
    monitor.execute_with(GetFd { name: "tap1".into() }, file.into()).await.unwrap();
    let (line, content) = qemu.await.unwrap();
    assert_eq!(line, "{\"arguments\":{\"fdname\":\"tap1\"},\"execute\":\"getfd\",\"id\":0}\n");
    assert_eq!(content, "hello");
}
