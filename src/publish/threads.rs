//! Work for all cores of the machine that publishes.

use crate::read::workers::Workers;
use std::thread;

/// One thread for each core.
#[derive(Clone, Copy, Debug)]
pub struct Threads;

impl Workers for Threads {
    fn number(&self) -> usize {
        thread::available_parallelism().map_or(1, usize::from)
    }

    /// A job that panics does so here too: the panic of a decoder is caught further up (`read::foreign`).
    fn all<J: Send, R: Send>(&self, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R> {
        if jobs.len() < 2 {
            return jobs.into_iter().map(work).collect();
        }
        let work = &work;
        thread::scope(|scope| {
            let running: Vec<_> = jobs
                .into_iter()
                .map(|job| scope.spawn(move || work(job)))
                .collect();
            running
                .into_iter()
                .map(|thread| {
                    thread
                        .join()
                        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
                })
                .collect()
        })
    }
}

/// Two pieces of work at the same time.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let one = one
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (one, other)
    })
}
