//! Clients that share a transport.

use comm100::HyperTransport;
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::FaultServer;

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
