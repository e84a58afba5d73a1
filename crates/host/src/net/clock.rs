//! The time service at 169.254.169.123, where stock images look for it: the machine's own clock over SNTP (RFC 4330).

use std::time::{SystemTime, UNIX_EPOCH};

use tokio::net::UdpSocket;

/// Seconds from 1900, where NTP begins, to 1970.
const NTP_TO_UNIX: u64 = 2_208_988_800;

/// Answers each request with the time.
pub(crate) async fn serve(socket: UdpSocket) {
    let mut request = [0; 512];
    loop {
        let Ok((length, client)) = socket.recv_from(&mut request).await else { continue };
        let received = timestamp(SystemTime::now());
        if let Some(answer) = answer(&request[..length], received, timestamp(SystemTime::now())) {
            // A guest that is gone by now does not need it.
            let _ = socket.send_to(&answer, client).await;
        }
    }
}

/// Seconds and fraction of a second as NTP writes them.
fn timestamp(time: SystemTime) -> [u8; 8] {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let fraction = (u64::from(since.subsec_nanos()) << 32) / 1_000_000_000;
    (((since.as_secs() + NTP_TO_UNIX) << 32) | fraction).to_be_bytes()
}

/// The answer to a client's request; `None` to anything else.
fn answer(request: &[u8], received: [u8; 8], sent: [u8; 8]) -> Option<[u8; 48]> {
    let header = *request.first()?;
    let (version, mode) = ((header >> 3) & 7, header & 7);
    if request.len() < 48 || mode != 3 || !(1..=4).contains(&version) {
        return None;
    }
    let mut answer = [0; 48];
    answer[0] = (version << 3) | 4;
    // Stratum 3 at a precision of a microsecond: the machine has its time from elsewhere.
    answer[1] = 3;
    answer[2] = request[2];
    answer[3] = (-20_i8).to_be_bytes()[0];
    // Root delay and dispersion of a millisecond each.
    answer[4..8].copy_from_slice(&66_u32.to_be_bytes());
    answer[8..12].copy_from_slice(&66_u32.to_be_bytes());
    answer[12..16].copy_from_slice(&[169, 254, 169, 123]);
    answer[16..24].copy_from_slice(&received);
    answer[24..32].copy_from_slice(&request[40..48]);
    answer[32..40].copy_from_slice(&received);
    answer[40..48].copy_from_slice(&sent);
    Some(answer)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_client_gets_its_own_timestamp_back() {
        let mut request = [0; 48];
        request[0] = (4 << 3) | 3;
        request[40..48].copy_from_slice(b"clienttm");
        let now = timestamp(UNIX_EPOCH + Duration::from_millis(500));
        assert_eq!(now, [0x83, 0xaa, 0x7e, 0x80, 0x80, 0, 0, 0]);
        let answer = answer(&request, now, now).unwrap();
        assert_eq!((answer[0], &answer[24..32], &answer[40..48]), ((4 << 3) | 4, &b"clienttm"[..], &now[..]));
        assert_eq!(super::answer(&[0; 48], now, now), None);
        assert_eq!(super::answer(&request[..40], now, now), None);
    }
}
