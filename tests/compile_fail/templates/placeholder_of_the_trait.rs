use comm100::{Result, api};

#[api(path = "sites/{site}/agents")]
pub trait Agents {
    #[get]
    async fn list_agents(&self, site: u64) -> Result<()>;

    #[get("{id}")]
    async fn get_agent(&self, sites: u64, id: u64) -> Result<()>;

    #[delete("{id}")]
    async fn remove_agent(&self, id: u64) -> Result<()>;

    #[post]
    async fn create_agent(&self, #[json] agent: &str) -> Result<()>;
}

fn main() {}
