//! The resolver of the VPCs of this host, at the third address of each VPC and at 169.254.169.253. It answers for the
//! VPC's own names and asks the machine's resolvers for all others, from the machine's namespace.

mod forward;
mod names;

use std::{path::Path, sync::Arc, time::Duration};

use hickory_proto::op::{Edns, Message, MessageType, Metadata, OpCode, ResponseCode};
use names::Own;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, UdpSocket},
    sync::Semaphore,
};

use crate::net::directory::Shared;

/// Queries of one VPC that are looked after at a time; more wait in the socket.
const AT_ONCE: usize = 256;
/// How long a guest may keep a connection without a query.
const IDLE: Duration = Duration::from_secs(10);

/// Who knows the names that are not the VPC's own.
#[derive(Clone, Debug)]
pub(crate) enum Outside {
    /// The resolvers in this file, as it is at each query.
    Resolvers(Arc<Path>),
    /// Nobody: guests are not to reach the outside, and names would be a way.
    Nothing,
}

/// Answers the queries of one VPC.
#[derive(Clone)]
pub(crate) struct Resolver {
    directory: Shared,
    outside: Outside,
    places: Arc<Semaphore>,
}

impl Resolver {
    pub(crate) fn new(directory: Shared, outside: Outside) -> Self {
        Self { directory, outside, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// The answer to a query; `None` to what isn't one.
    async fn answer(&self, packet: &[u8], over_tcp: bool) -> Option<Vec<u8>> {
        let query = Message::from_vec(packet).ok()?;
        if query.metadata.message_type != MessageType::Query {
            return None;
        }
        let [question] = &query.queries[..] else { return failure(&query, ResponseCode::FormErr) };
        if query.metadata.op_code != OpCode::Query {
            return failure(&query, ResponseCode::NotImp);
        }
        let own = names::look_up(question, &self.directory.load());
        match own {
            Own::Known { answers, authority } => {
                let mut response = response(&query, ResponseCode::NoError);
                response.add_answers(answers);
                response.add_authorities(authority.map(|record| *record));
                response.to_vec().ok()
            }
            Own::Unknown { authority } => {
                let mut response = response(&query, ResponseCode::NXDomain);
                response.add_authority(*authority);
                response.to_vec().ok()
            }
            Own::Foreign => {
                let answer = match &self.outside {
                    Outside::Resolvers(file) => forward::ask(file, packet, over_tcp).await,
                    Outside::Nothing => None,
                };
                answer.or_else(|| failure(&query, ResponseCode::ServFail))
            }
        }
    }
}

fn response(query: &Message, code: ResponseCode) -> Message {
    let mut response = Message::response(query.metadata.id, query.metadata.op_code);
    response.metadata = Metadata::response_from_request(&query.metadata);
    response.metadata.recursion_available = true;
    response.metadata.response_code = code;
    response.add_queries(query.queries.iter().cloned());
    if query.edns.is_some() {
        response.set_edns(Edns::new());
    }
    response
}

fn failure(query: &Message, code: ResponseCode) -> Option<Vec<u8>> {
    response(query, code).to_vec().ok()
}

/// Answers over UDP for as long as the task lives.
pub(crate) async fn serve_udp(socket: UdpSocket, resolver: Resolver) {
    let socket = Arc::new(socket);
    let mut packet = vec![0; 4096];
    loop {
        let Ok((length, client)) = socket.recv_from(&mut packet).await else { continue };
        let Ok(place) = resolver.places.clone().acquire_owned().await else { return };
        let (socket, resolver, packet) = (socket.clone(), resolver.clone(), packet[..length].to_vec());
        tokio::spawn(async move {
            if let Some(answer) = resolver.answer(&packet, false).await {
                // A guest that is gone by now does not need it.
                let _ = socket.send_to(&answer, client).await;
            }
            drop(place);
        });
    }
}

/// Answers over TCP for as long as the task lives.
pub(crate) async fn serve_tcp(listener: TcpListener, resolver: Resolver) {
    loop {
        let Ok((connection, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let Ok(place) = resolver.places.clone().acquire_owned().await else { return };
        let resolver = resolver.clone();
        tokio::spawn(async move {
            // The end of a connection, whatever its reason, is the guest's affair.
            let _ = converse(connection, &resolver).await;
            drop(place);
        });
    }
}

async fn converse(mut connection: TcpStream, resolver: &Resolver) -> std::io::Result<()> {
    while let Ok(length) = tokio::time::timeout(IDLE, connection.read_u16()).await {
        let mut packet = vec![0; usize::from(length?)];
        tokio::time::timeout(IDLE, connection.read_exact(&mut packet)).await??;
        let Some(answer) = resolver.answer(&packet, true).await else { break };
        connection.write_u16(u16::try_from(answer.len()).map_err(std::io::Error::other)?).await?;
        connection.write_all(&answer).await?;
    }
    Ok(())
}
