//! Asks the machine's resolvers on behalf of a guest. Packets are passed as they are but for their id.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    path::Path,
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpStream, UdpSocket},
    time::timeout,
};

/// How long one resolver is waited for. A guest's own resolver gives up after 5 s.
const PATIENCE: Duration = Duration::from_millis(2000);

/// The answer of the first resolver that has one.
pub(super) async fn ask(resolv_conf: &Path, query: &[u8], over_tcp: bool) -> Option<Vec<u8>> {
    let resolvers = nameservers(&tokio::fs::read_to_string(resolv_conf).await.ok()?);
    for resolver in resolvers.into_iter().take(3) {
        let asked = async {
            match over_tcp {
                true => ask_tcp(resolver, query).await,
                false => ask_udp(resolver, query).await,
            }
        };
        match timeout(PATIENCE, asked).await {
            Ok(Ok(answer)) => return Some(answer),
            Ok(Err(error)) => tracing::debug!(%resolver, %error, "a resolver could not be asked"),
            Err(_) => tracing::debug!(%resolver, "a resolver did not answer in time"),
        }
    }
    None
}

async fn ask_udp(resolver: SocketAddr, query: &[u8]) -> io::Result<Vec<u8>> {
    let any = if resolver.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
    let socket = UdpSocket::bind(any).await?;
    socket.connect(resolver).await?;
    // An id and a port of our own: a guest can't foretell them for another guest's query.
    let id: [u8; 2] = rand::random();
    let mut packet = query.to_vec();
    packet[..2].copy_from_slice(&id);
    socket.send(&packet).await?;
    let mut answer = vec![0; 4096];
    loop {
        let length = socket.recv(&mut answer).await?;
        if length >= 12 && answer[..2] == id {
            answer.truncate(length);
            answer[..2].copy_from_slice(&query[..2]);
            return Ok(answer);
        }
    }
}

async fn ask_tcp(resolver: SocketAddr, query: &[u8]) -> io::Result<Vec<u8>> {
    let mut connection = TcpStream::connect(resolver).await?;
    connection.write_u16(u16::try_from(query.len()).map_err(io::Error::other)?).await?;
    connection.write_all(query).await?;
    let mut answer = vec![0; usize::from(connection.read_u16().await?)];
    connection.read_exact(&mut answer).await?;
    Ok(answer)
}

/// The resolvers that a `resolv.conf` names.
fn nameservers(text: &str) -> Vec<SocketAddr> {
    let addresses = text.lines().filter_map(|line| line.trim().strip_prefix("nameserver")?.split_whitespace().next());
    // An address with a zone (`fe80::1%eth0`) is of no use here.
    addresses.filter_map(|address| Some(SocketAddr::new(address.parse::<IpAddr>().ok()?, 53))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolvers_are_read_as_libc_reads_them() {
        let text = "# comment\nsearch example\nnameserver 192.0.2.53\nnameserver\t2001:db8::53 # second\nnameserver fe80::1%eth0\n";
        let found: Vec<String> = nameservers(text).iter().map(SocketAddr::to_string).collect();
        assert_eq!(found, ["192.0.2.53:53", "[2001:db8::53]:53"]);
    }
}
