//! Clients that share a transport, and transports around ours.

use std::sync::Arc;
use std::time::Duration;

use comm100::{
    Body, BoxFuture, ErrorKind, HyperTransport, RequestBody, Sent, Transport, TransportError,
};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::{FaultServer, black_hole};

use crate::table;

/// Clients of several accounts use the connections that one of them opened.
#[tokio::test]
async fn clones_share_their_connections() -> Result<(), comm100::Error> {
    let server = FaultServer::builder().start().await.expect("a server");
    let transport = HyperTransport::new(table::PATIENCE)?;
    for id in ["1", "2", "3"] {
        let client = client::builder(server.origin())?
            .transport(transport.clone())
            .build()?;
        client.read(id).await?;
    }
    assert_eq!(server.received().len(), 3);
    assert_eq!(server.counts().accepted, 1);
    Ok(())
}

/// A user's transport around ours, which may send more than one request for a call.
struct Around(Arc<HyperTransport>);

impl Transport for Around {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        self.0.send(request)
    }
}

/// That its last request has no connection does not say that none was sent.
#[tokio::test]
async fn a_pending_connection_shows_only_what_ours_alone_sent() -> Result<(), comm100::Error> {
    let (hole, _queue) = black_hole().await.expect("a full queue");
    let shared = Arc::new(HyperTransport::new(table::PATIENCE)?);
    for (builder, expected) in [
        (
            client::builder(&hole)?.transport(Arc::clone(&shared)),
            Sent::No,
        ),
        (
            client::builder(&hole)?.transport(Around(shared)),
            Sent::Maybe,
        ),
    ] {
        let client = builder.timeout(Duration::from_millis(150)).build()?;
        let error = client.create("1").await.expect_err("no connection");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, expected));
    }
    Ok(())
}
