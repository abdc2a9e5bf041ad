//! Asks a server. Whatever it does, the answer comes within a set time and size.

use super::decide::Response;
use std::time::Duration;
use ureq::Agent;

/// The largest feeds have tens of MB.
const MOST_BYTES: u64 = 128 << 20;
const MOST_REDIRECTS: u32 = 5;

#[derive(Debug)]
pub struct Fetcher(Agent);

impl Fetcher {
    #[must_use]
    pub fn new(timeout: Duration) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            .max_redirects(MOST_REDIRECTS)
            .user_agent(concat!("straatbeeld/", env!("CARGO_PKG_VERSION")))
            .build();
        Self(config.new_agent())
    }

    /// The error says why there is no answer.
    pub fn get(&self, url: &str) -> Result<Response, String> {
        let said = |error: ureq::Error| format!("no answer: {error}");
        let mut answer = self.0.get(url).call().map_err(said)?;
        let retry_after_s = answer
            .headers()
            .get("retry-after")
            .and_then(|value| value.to_str().ok()?.trim().parse().ok());
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(MOST_BYTES);
        Ok(Response {
            status,
            retry_after_s,
            bytes: body.read_to_vec().map_err(said)?,
        })
    }
}
