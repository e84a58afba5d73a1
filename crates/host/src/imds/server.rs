//! HTTP for the metadata service.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr},
    os::fd::{AsFd, OwnedFd},
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{
    HeaderMap, Method, Request, Response, StatusCode,
    body::Incoming,
    header::{CONTENT_TYPE, HeaderValue, SERVER},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use nix::sys::socket::{setsockopt, sockopt};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};

use super::{
    pages,
    token::{MAX_TTL_S, Tokens},
    tree::{self, Answer},
    view::InstanceView,
};
use crate::net::directory::{Directory, Shared};

const TOKEN_PATH: &str = "/latest/api/token";
const TOKEN: &str = "x-aws-ec2-metadata-token";
const TOKEN_TTL: &str = "x-aws-ec2-metadata-token-ttl-seconds";

/// Connections of one VPC at a time; more wait to be accepted.
const AT_ONCE: usize = 1024;
/// How long a guest may take for the head of a request, and keep a connection without one.
const PATIENCE: Duration = Duration::from_secs(20);
/// What packets are sent with that carry no token.
const USUAL_TTL: u8 = 64;

/// Serves the guests of one VPC for as long as the task lives.
pub(crate) async fn serve(listener: TcpListener, directory: Shared, tokens: Arc<Tokens>) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let Ok((stream, peer)) = listener.accept().await else {
            // Out of descriptors, mostly: they come back.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let IpAddr::V4(peer) = peer.ip() else { continue };
        let Ok(place) = places.clone().acquire_owned().await else { return };
        let (directory, tokens) = (directory.clone(), tokens.clone());
        tokio::spawn(async move {
            connection(stream, peer, &directory, &tokens).await;
            drop(place);
        });
    }
}

async fn connection(stream: TcpStream, peer: Ipv4Addr, directory: &Shared, tokens: &Tokens) {
    let Ok(socket) = stream.as_fd().try_clone_to_owned() else { return };
    let service = service_fn(async |request: Request<Incoming>| {
        let reply =
            reply(request.method(), request.uri().path(), request.headers(), peer, &directory.load(), tokens, now_s());
        limit_hops(&socket, reply.hops.unwrap_or(USUAL_TTL));
        Ok::<_, Infallible>(reply.response)
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = served.await {
        tracing::debug!(%peer, %error, "a metadata connection ended early");
    }
}

/// Lets packets of a connection travel so far and no further. A token must not leave its machine through a proxy or a
/// router in it; the three-way handshake and other answers may.
fn limit_hops(socket: &OwnedFd, hops: u8) {
    if let Err(error) = setsockopt(socket, sockopt::Ipv4Ttl, &i32::from(hops)) {
        tracing::debug!(%error, "the hop limit of a metadata answer could not be set");
    }
}

fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// An answer and how far it may travel, where that is limited.
struct Reply {
    response: Response<Full<Bytes>>,
    hops: Option<u8>,
}

/// Decides on a request. `now` is in seconds since 1970.
fn reply(
    method: &Method,
    path: &str,
    headers: &HeaderMap,
    peer: Ipv4Addr,
    directory: &Directory,
    tokens: &Tokens,
    now: u64,
) -> Reply {
    let refuse = |status| Reply { response: error(status), hops: None };
    let Some(view) = InstanceView::of(peer, directory) else { return refuse(StatusCode::NOT_FOUND) };
    let options = view.metadata().options;
    if !options.endpoint {
        return refuse(StatusCode::FORBIDDEN);
    }
    if path == TOKEN_PATH {
        if *method != Method::PUT {
            return refuse(StatusCode::METHOD_NOT_ALLOWED);
        }
        // A proxy that passes requests on without knowing adds this header.
        if headers.contains_key("x-forwarded-for") {
            return refuse(StatusCode::FORBIDDEN);
        }
        let asked = headers.get(TOKEN_TTL).and_then(|value| value.to_str().ok()?.trim().parse::<u32>().ok());
        let Some(ttl) = asked.filter(|ttl| (1..=MAX_TTL_S).contains(ttl)) else {
            return refuse(StatusCode::BAD_REQUEST);
        };
        let token = tokens.make(view.id, now + u64::from(ttl));
        let mut response = content("text/plain", token.into());
        response.headers_mut().insert(TOKEN_TTL, HeaderValue::from(ttl));
        return Reply { response, hops: Some(options.hop_limit) };
    }
    if *method != Method::GET && *method != Method::HEAD {
        return refuse(StatusCode::METHOD_NOT_ALLOWED);
    }
    let left = match headers.get(TOKEN).map(|token| token.to_str().unwrap_or_default()) {
        Some(token) => match tokens.check(view.id, token, now) {
            Some(left) => Some(left),
            None => return refuse(StatusCode::UNAUTHORIZED),
        },
        None if options.tokens_required => return refuse(StatusCode::UNAUTHORIZED),
        None => None,
    };
    let mut response = match tree::answer(&view, &decoded(path)) {
        Answer::Text(text) => content("text/plain", text.into()),
        Answer::Bytes(bytes) => content("application/octet-stream", bytes.into()),
        Answer::NotFound => error(StatusCode::NOT_FOUND),
    };
    if let Some(left) = left {
        response.headers_mut().insert(TOKEN_TTL, HeaderValue::from(left));
    }
    Reply { response, hops: None }
}

fn content(kind: &'static str, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(SERVER, HeaderValue::from_static("EC2ws"));
    response
}

fn error(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = content("text/html", pages::error(status).into());
    *response.status_mut() = status;
    response
}

/// A path with its escapes (`%20`) undone; tag keys may have any character.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escaped = (*first == b'%')
            .then(|| tail.get(..2).and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()))
            .flatten();
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use hostlink::MetadataOptions;
    use http_body_util::BodyExt;

    use super::*;
    use crate::net::{MachineSlice, testing};

    const GUEST: Ipv4Addr = Ipv4Addr::new(10, 0, 1, 5);

    /// The test VPC with other metadata options for its first instance.
    fn directory(options: MetadataOptions) -> Directory {
        let wanted = testing::wanted();
        let plan = testing::plan(&wanted);
        let instances = |id: &_| {
            let mut instance = wanted.instances[id].clone();
            Arc::make_mut(&mut Arc::make_mut(&mut instance).metadata).options = options;
            Some(instance)
        };
        Directory::new(&plan, instances, &MachineSlice::test(), 1500)
    }

    fn tokens() -> Tokens {
        Tokens::load(&tempfile::tempdir().unwrap().path().join("key")).unwrap()
    }

    fn ask(
        method: Method,
        path: &str,
        headers: &[(&'static str, &str)],
        directory: &Directory,
        tokens: &Tokens,
    ) -> (u16, String, Option<u8>) {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (hyper::header::HeaderName::from_static(name), value.parse().unwrap()))
            .collect();
        let reply = reply(&method, path, &headers, GUEST, directory, tokens, 1000);
        let status = reply.response.status().as_u16();
        let body = futures::executor::block_on(reply.response.into_body().collect()).unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap(), reply.hops)
    }

    const OPTIONAL: MetadataOptions = MetadataOptions { endpoint: true, tokens_required: false, hop_limit: 2 };

    #[test]
    fn tokens_are_made_and_asked_for() {
        let (directory, tokens) = (directory(MetadataOptions { tokens_required: true, ..OPTIONAL }), tokens());
        let id = "/latest/meta-data/instance-id";
        assert_eq!(ask(Method::GET, id, &[], &directory, &tokens).0, 401);
        let (status, token, hops) = ask(Method::PUT, TOKEN_PATH, &[(TOKEN_TTL, "60")], &directory, &tokens);
        assert_eq!((status, hops), (200, Some(2)));
        let (status, body, hops) = ask(Method::GET, id, &[(TOKEN, &token)], &directory, &tokens);
        assert_eq!((status, body.as_str(), hops), (200, "i-00000000000000001", None));
        assert_eq!(ask(Method::GET, id, &[(TOKEN, "nonsense")], &directory, &tokens).0, 401);
    }

    #[test]
    fn version_1_works_where_tokens_are_optional() {
        let (directory, tokens) = (directory(OPTIONAL), tokens());
        let statuses = |method: Method, path: &str, headers: &[(&'static str, &str)]| {
            ask(method, path, headers, &directory, &tokens).0
        };
        assert_eq!(statuses(Method::GET, "/latest/meta-data/", &[]), 200);
        assert_eq!(statuses(Method::GET, "/latest/meta-data/tags/instance/Name", &[]), 200);
        assert_eq!(statuses(Method::GET, "/latest/meta-data/", &[(TOKEN, "nonsense")]), 401);
        assert_eq!(statuses(Method::GET, "/latest/nothing", &[]), 404);
        assert_eq!(statuses(Method::POST, "/latest/meta-data/", &[]), 405);
        assert_eq!(statuses(Method::GET, TOKEN_PATH, &[]), 405);
        for ttl in ["0", "21601", "-1", "x", ""] {
            assert_eq!(statuses(Method::PUT, TOKEN_PATH, &[(TOKEN_TTL, ttl)]), 400, "{ttl:?}");
        }
        assert_eq!(statuses(Method::PUT, TOKEN_PATH, &[]), 400);
        assert_eq!(statuses(Method::PUT, TOKEN_PATH, &[(TOKEN_TTL, "9"), ("x-forwarded-for", "1.2.3.4")]), 403);
    }

    #[test]
    fn a_disabled_endpoint_answers_nothing() {
        let (directory, tokens) = (directory(MetadataOptions { endpoint: false, ..OPTIONAL }), tokens());
        assert_eq!(ask(Method::GET, "/", &[], &directory, &tokens).0, 403);
        assert_eq!(ask(Method::PUT, TOKEN_PATH, &[(TOKEN_TTL, "60")], &directory, &tokens).0, 403);
    }

    #[test]
    fn errors_are_pages() {
        let (_, page, _) = ask(Method::GET, "/latest/nothing", &[], &directory(OPTIONAL), &tokens());
        assert!(page.contains("<title>404 - Not Found</title>"), "{page}");
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(decoded("/a%20b%2fc%zz%"), "/a b/c%zz%");
    }
}
