//! Performs `Effect::Fetch`: the only place that talks to a host.

use crate::engine::{FetchError, Fetched};
use gloo_net::http::{Request, Response};
use js_sys::{Map, Promise, Reflect, Uint8Array};
use std::ops::Range;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader, RequestCache};

/// Fetches a file or a range of it.
///
/// Ranges pass by the browser's cache: it would line up parallel ranges of one file
/// behind each other, and the engine keeps what it has read. Nothing is ever asked with
/// HEAD, and the length is taken from `Content-Range`: hosts lie about the rest. However
/// much a host sends, `most` bytes are read.
pub async fn fetch(
    url: &str,
    range: Option<Range<u64>>,
    is_fresh: bool,
    most: u64,
    signal: Option<&AbortSignal>,
) -> Result<Fetched, FetchError> {
    let cache = match (is_fresh, &range) {
        (true, _) => RequestCache::Reload,
        (false, Some(_)) => RequestCache::NoStore,
        // The catalogue and what it names must fit together: ask the host whether ours still hold.
        (false, None) => RequestCache::NoCache,
    };
    let mut request = Request::get(url).cache(cache).abort_signal(signal);
    if let Some(range) = &range {
        request = request.header(
            "Range",
            &format!("bytes={}-{}", range.start, range.end.saturating_sub(1)),
        );
    }
    let early = if is_fresh || range.is_some() {
        None
    } else {
        early(url)
    };
    let response = match early {
        Some(response) => {
            let response = JsFuture::from(response).await.ok();
            response.map(|response| web_sys::Response::from(response).into())
        }
        None => request.send().await.ok(),
    };
    let response: Response = response.ok_or(FetchError::Unreachable)?;
    let status = response.status();
    let length = response.headers().get("content-length");
    let bytes = length.and_then(|text| text.parse().ok()).unwrap_or(0);
    if bytes > most {
        // Nobody reads the body; the connection ends with its signal.
        return Err(FetchError::TooMuch { bytes });
    }
    let content_range = content_range(&response);
    let bytes = body(&response, bytes, most).await?;
    Ok(Fetched {
        status,
        content_range,
        bytes: bytes.into(),
    })
}

/// A file that `worker-boot.js` asked for while this code was on its way; given once.
fn early(url: &str) -> Option<Promise> {
    let early = Reflect::get(&js_sys::global(), &"early".into()).ok()?;
    let early: Map = early.dyn_into().ok()?;
    let url = url.into();
    let response = early.get(&url);
    early.delete(&url).then(|| response.unchecked_into())
}

/// The body, as far as it is not too much. The length that was told may be that of a packed body, or 0.
async fn body(response: &Response, told: u64, most: u64) -> Result<Vec<u8>, FetchError> {
    let mut bytes = Vec::with_capacity(usize::try_from(told).unwrap_or(0));
    let Some(stream) = response.body() else {
        return Ok(bytes);
    };
    let broken = |_| FetchError::Broken;
    let reader = ReadableStreamDefaultReader::new(&stream).map_err(broken)?;
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(broken)?;
        let value = Reflect::get(&read, &"value".into()).map_err(broken)?;
        // Without a value it is the end.
        let Some(chunk) = value.dyn_ref::<Uint8Array>() else {
            // What is kept of them is counted by their length.
            bytes.shrink_to_fit();
            return Ok(bytes);
        };
        let start = bytes.len();
        let end = start + usize::try_from(chunk.length()).unwrap_or(0);
        if end as u64 > most {
            return Err(FetchError::TooMuch { bytes: end as u64 });
        }
        bytes.resize(end, 0);
        if let Some(place) = bytes.get_mut(start..) {
            chunk.copy_to(place);
        }
    }
}

/// First byte and length of the whole out of `bytes 0-99/1234`.
fn content_range(response: &Response) -> Option<(u64, u64)> {
    let header = response.headers().get("content-range")?;
    let (range, whole) = header.strip_prefix("bytes ")?.split_once('/')?;
    let start = range
        .split_once('-')
        .map_or(Some(0), |(start, _)| start.trim().parse().ok())?;
    Some((start, whole.trim().parse().ok()?))
}
