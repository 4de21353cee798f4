//! Numbers in conditions are compared as they are sent.

use comm100::mock::Mock;
use comm100::{Result, api};
use serde::Serialize;

use super::verdict;

#[derive(Serialize)]
struct Order {
    /// 0.1 is another number as an `f64`.
    price: f32,
    /// Larger than `serde_json::Value` has integers for.
    number: u128,
}

#[api(path = "orders")]
trait Orders {
    #[post]
    async fn create_order(&self, #[json] order: &Order) -> Result<()>;

    #[patch]
    async fn update_order(&self, #[field] price: f32, #[field] number: u128) -> Result<()>;
}

#[tokio::test]
async fn numbers_are_compared_as_they_are_sent() {
    let order = Order {
        price: 0.1,
        number: u128::MAX,
    };
    let mock = Mock::new();
    mock.on(CreateOrderBuilder::ENDPOINT)
        .with_json(&order)
        .reply_empty();
    mock.on(UpdateOrderBuilder::ENDPOINT)
        .with_field("price", &order.price)
        .with_field("number", &order.number)
        .reply_empty();
    let client = mock.client();
    client.create_order(&order).await.expect("a route");
    let update = client.update_order(order.price, order.number);
    update.await.expect("a route");
    assert_eq!(verdict(mock), None);
}
