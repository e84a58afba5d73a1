//! What guests and programs of the machine do: take leases, connect, ask for names and metadata.

use std::{
    io::{self, Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream, UdpSocket},
    time::{Duration, Instant},
};

use dhcproto::{
    Decodable, Encodable,
    v4::{DhcpOption, Message, MessageType, OptionCode},
};
use hickory_proto::{
    op::{Message as DnsMessage, Query},
    rr::{Name, RecordType},
};
use nix::sys::socket::{setsockopt, sockopt};

/// How long what must work may take, on a machine that does many other things.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// How long is waited for what must not come.
pub const SILENCE: Duration = Duration::from_millis(700);

/// Tries until it comes true, or fails with what was seen last.
pub fn eventually<T: std::fmt::Debug>(what: &str, mut look: impl FnMut() -> T, good: impl Fn(&T) -> bool) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let seen = look();
        if good(&seen) {
            return seen;
        }
        assert!(Instant::now() < deadline, "{what}: still {seen:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What a guest learned by DHCP.
#[derive(Debug)]
pub struct Lease {
    pub address: Ipv4Addr,
    pub mask: Ipv4Addr,
    pub router: Ipv4Addr,
    pub dns: Ipv4Addr,
    pub hostname: String,
    pub domain: String,
    pub mtu: u16,
    pub seconds: u32,
}

impl Lease {
    pub fn prefix(&self) -> u32 {
        u32::from(self.mask).count_ones()
    }

    fn from(message: &Message) -> Self {
        macro_rules! option {
            ($name:ident) => {
                match message.opts().get(OptionCode::$name) {
                    Some(DhcpOption::$name(value)) => value.clone(),
                    other => panic!("{}: {other:?}", stringify!($name)),
                }
            };
        }
        Self {
            address: message.yiaddr(),
            mask: option!(SubnetMask),
            router: option!(Router)[0],
            dns: option!(DomainNameServer)[0],
            hostname: option!(Hostname),
            domain: option!(DomainName),
            mtu: option!(InterfaceMtu),
            seconds: option!(AddressLeaseTime),
        }
    }
}

fn dhcp_socket(patience: Duration) -> UdpSocket {
    let socket = UdpSocket::bind(("0.0.0.0", 68)).unwrap();
    setsockopt(&socket, sockopt::BindToDevice, &"eth0".into()).unwrap();
    socket.set_broadcast(true).unwrap();
    socket.set_read_timeout(Some(patience)).unwrap();
    socket
}

/// Whether a single request is offered anything.
pub fn is_offered(mac: [u8; 6]) -> bool {
    exchange(&dhcp_socket(SILENCE), mac, MessageType::Discover, &[], 1).is_some()
}

/// Discovers, requests and takes a lease by the device `eth0`, asking again while nothing comes.
pub fn take_lease(mac: [u8; 6]) -> Lease {
    let socket = dhcp_socket(Duration::from_millis(500));
    let offer = exchange(&socket, mac, MessageType::Discover, &[], 20).expect("an offer");
    assert!(offer.opts().has_msg_type(MessageType::Offer), "{offer:?}");
    let Some(server) = offer.opts().get(OptionCode::ServerIdentifier).cloned() else { panic!("no server: {offer:?}") };
    let asked = [DhcpOption::RequestedIpAddress(offer.yiaddr()), server];
    let taken = exchange(&socket, mac, MessageType::Request, &asked, 20).expect("a lease");
    assert!(taken.opts().has_msg_type(MessageType::Ack), "{taken:?}");
    Lease::from(&taken)
}

fn exchange(
    socket: &UdpSocket,
    mac: [u8; 6],
    kind: MessageType,
    options: &[DhcpOption],
    tries: u32,
) -> Option<Message> {
    let unset = Ipv4Addr::UNSPECIFIED;
    let mut request = Message::new(unset, unset, unset, unset, &mac);
    request.opts_mut().insert(DhcpOption::MessageType(kind));
    for option in options {
        request.opts_mut().insert(option.clone());
    }
    let mut packet = [0; 1500];
    for _ in 0..tries {
        socket.send_to(&request.to_vec().unwrap(), ("255.255.255.255", 67)).unwrap();
        while let Ok(length) = socket.recv(&mut packet) {
            let answer = Message::from_bytes(&packet[..length]).unwrap();
            if answer.xid() == request.xid() {
                return Some(answer);
            }
        }
    }
    None
}

/// A conversation with an echo server.
pub struct Conversation(TcpStream);

/// Connects, or tells why not within the time.
pub fn connect(to: impl Into<IpAddr>, port: u16, patience: Duration) -> io::Result<Conversation> {
    let stream = TcpStream::connect_timeout(&SocketAddr::new(to.into(), port), patience)?;
    stream.set_nodelay(true)?;
    Ok(Conversation(stream))
}

impl Conversation {
    /// Says something and gives the answer, which begins with our own address as the server saw it.
    pub fn say(&mut self, line: &str, patience: Duration) -> io::Result<String> {
        self.0.set_read_timeout(Some(patience))?;
        self.0.write_all(line.as_bytes())?;
        self.hear(patience)
    }

    /// The next answer.
    pub fn hear(&mut self, patience: Duration) -> io::Result<String> {
        self.0.set_read_timeout(Some(patience))?;
        let mut answer = [0; 200];
        let length = self.0.read(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer[..length]).into_owned())
    }
}

/// Whom an echo server says to have heard; fails if it can't be reached.
pub fn seen_as(to: impl Into<IpAddr>, port: u16) -> String {
    let answer = connect(to, port, PATIENCE).and_then(|mut conversation| conversation.say("x", PATIENCE));
    answer.expect("an answer").trim_end_matches(" x").to_owned()
}

/// Whether a port can be reached at all.
pub fn reaches(to: impl Into<IpAddr>, port: u16) -> bool {
    connect(to, port, SILENCE).is_ok()
}

/// The answer to an HTTP request: status and body.
pub fn http(method: &str, path: &str, headers: &[&str]) -> (u16, String) {
    let mut connection = TcpStream::connect_timeout(&"169.254.169.254:80".parse().unwrap(), PATIENCE).unwrap();
    connection.set_read_timeout(Some(PATIENCE)).unwrap();
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let request = format!("{method} {path} HTTP/1.1\r\nHost: 169.254.169.254\r\nConnection: close\r\n{headers}\r\n");
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

/// What a resolver answers over UDP: a code and records as text.
pub fn resolve(server: Ipv4Addr, name: &str, kind: RecordType) -> (String, Vec<String>) {
    let socket = UdpSocket::bind(("0.0.0.0", 0)).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut query = DnsMessage::query();
    query.metadata.recursion_desired = true;
    query.add_query(Query::query(Name::from_ascii(name).unwrap(), kind));
    socket.send_to(&query.to_vec().unwrap(), (server, 53)).unwrap();
    let mut packet = [0; 4096];
    let length = socket.recv(&mut packet).expect("an answer of the resolver");
    let answer = DnsMessage::from_vec(&packet[..length]).unwrap();
    let records = answer.answers.iter().map(|record| record.data.to_string()).collect();
    (answer.metadata.response_code.to_string(), records)
}
