//! Work for all cores of the machine that publishes.

use crate::read::workers::Workers;
use std::sync::Mutex;
use std::thread;

/// One thread for each core.
#[derive(Clone, Copy, Debug)]
pub struct Threads;

impl Workers for Threads {
    fn number(&self) -> usize {
        thread::available_parallelism().map_or(1, usize::from)
    }

    /// Each thread takes the next job when it is done with one, so that long ones hold up nobody. A job that panics
    /// does so here too: the panic of a decoder is caught further up (`read::foreign`).
    fn all<J: Send, R: Send>(&self, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R> {
        let hands = self.number().min(jobs.len());
        if hands < 2 {
            return jobs.into_iter().map(work).collect();
        }
        let waiting = Mutex::new(jobs.into_iter().enumerate());
        let hand = || {
            let mut done = Vec::new();
            // A lock that is held while nothing is done but taking a job is never poisoned.
            while let Some((place, job)) = waiting.lock().ok().and_then(|mut jobs| jobs.next()) {
                done.push((place, work(job)));
            }
            done
        };
        let mut done = thread::scope(|scope| {
            let others: Vec<_> = (1..hands).map(|_| scope.spawn(hand)).collect();
            let mut done = hand();
            done.extend(others.into_iter().flat_map(joined));
            done
        });
        done.sort_unstable_by_key(|(place, _)| *place);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

fn joined<R>(thread: thread::ScopedJoinHandle<'_, R>) -> R {
    let panicked = |panic| std::panic::resume_unwind(panic);
    thread.join().unwrap_or_else(panicked)
}

/// Two pieces of work at the same time.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (joined(one), other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_their_jobs_however_long_each_takes() {
        for number in [0, 1, 2, 3, 40] {
            let jobs: Vec<u64> = (0..number).collect();
            let done = Threads.all(jobs.clone(), |job| {
                thread::sleep(Duration::from_micros(40 * (job % 7)));
                job * job
            });
            assert_eq!(done, jobs.iter().map(|job| job * job).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_panic_of_a_job_is_that_of_the_caller() {
        let caught =
            std::panic::catch_unwind(|| Threads.all((0..20).collect(), |job| assert_ne!(job, 13)));
        assert!(caught.is_err());
    }
}
