//! HTTP/1.1 on a listener: requests are read whole, with a limit, and handed to the front.

use std::{convert::Infallible, sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::{Request, Response, body::Incoming, header, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
};

use crate::{
    front::{Answer, Front, Received},
    tls::Tls,
};

/// Largest body of a request.
pub const MAX_BODY: usize = 1 << 20;
/// How much of a larger one is read before it is refused.
const MAX_READ_AWAY: usize = 16 << 20;
/// How long a client may take for the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);

/// Serves connections until the future is dropped, by HTTPS if there is a certificate. Errors of one connection end that
/// connection only.
pub async fn serve(listener: TcpListener, front: Arc<Front>, tls: Option<Tls>) {
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Out of descriptors, most likely: wait for some to be closed, don't spin.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let (front, tls) = (front.clone(), tls.clone());
        tokio::spawn(async move {
            match tls {
                None => converse(stream, front).await,
                Some(tls) => match tls.accept(stream).await {
                    Ok(stream) => converse(stream, front).await,
                    Err(error) => tracing::debug!(%error, "a client did not agree on keys"),
                },
            }
        });
    }
}

/// Serves one connection.
async fn converse(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, front: Arc<Front>) {
    let service = service_fn(move |request| {
        let front = front.clone();
        async move { Ok::<_, Infallible>(respond(&front, request).await) }
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection ended early");
    }
}

async fn respond(front: &Front, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (head, mut body) = request.into_parts();
    let read = match Limited::new(&mut body, MAX_BODY).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) => Err(error.is::<LengthLimitError>()),
    };
    let answer = match read {
        Ok(body) => front.answer(Received { head, body }).await,
        Err(too_large) => {
            if too_large {
                read_away(body).await;
            }
            front.unreadable(&head, too_large)
        }
    };
    into_response(answer)
}

/// Reads what is left of a body that is too large, within reason: a client that is still writing when the connection
/// closes would never see the refusal.
async fn read_away(mut body: Incoming) {
    let mut left = MAX_READ_AWAY;
    while let Some(Ok(frame)) = body.frame().await {
        let read = frame.data_ref().map_or(0, Bytes::len);
        match left.checked_sub(read) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

fn into_response(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(answer.body)));
    *response.status_mut() =
        hyper::StatusCode::from_u16(answer.status).unwrap_or(hyper::StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(answer.content_type));
    headers.insert(header::SERVER, header::HeaderValue::from_static("Fogbank"));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-cache, no-store"));
    for (name, value) in answer.headers {
        if let Ok(value) = header::HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    response
}
