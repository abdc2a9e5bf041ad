//! How a reader has parts of a file read side by side, without knowing of threads: those are the publisher's.

/// Does jobs that know nothing of each other.
pub trait Workers {
    /// So many jobs at once are worth making.
    fn number(&self) -> usize;

    /// The results of all jobs, in the order of the jobs.
    fn all<J: Send, R: Send>(&self, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R>;
}

/// One job after another.
#[derive(Clone, Copy, Debug)]
pub struct Alone;

impl Workers for Alone {
    fn number(&self) -> usize {
        1
    }

    fn all<J: Send, R: Send>(&self, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R> {
        jobs.into_iter().map(work).collect()
    }
}
