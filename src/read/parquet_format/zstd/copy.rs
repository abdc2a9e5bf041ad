//! Copying of what is mostly a few bytes: sixteen at once, whatever is wanted, so that no length has to be looked at.
//! Both ends have room behind them for what is copied too much.

/// Bytes that one step copies.
const STEP: usize = 16;
/// From here on the way of long copies is the faster one.
const LONG: usize = 128;

/// Literals of a block.
#[derive(Clone, Debug, Default)]
pub struct Literals {
    bytes: Vec<u8>,
    length: usize,
}

impl Literals {
    /// Room for so many, to be filled.
    pub fn room(&mut self, length: usize) -> Option<&mut [u8]> {
        // What an earlier block left stays: it is overwritten, or never read.
        if self.bytes.len() < length + STEP {
            self.bytes.resize(length + STEP, 0);
        }
        self.length = length;
        self.bytes.get_mut(..length)
    }

    /// Those from a place on.
    pub fn from(&self, place: usize) -> Option<&[u8]> {
        self.bytes.get(place..self.length)
    }
}

/// Room for what is unpacked, and how far it is filled.
#[derive(Debug)]
pub struct Output<'v> {
    /// What is there already, room for what is to come, and room behind.
    bytes: &'v mut [u8],
    at: usize,
    last: usize,
    /// Where the frame begins: nothing before it is repeated.
    first: usize,
}

impl<'v> Output<'v> {
    /// Appends `size` bytes, which must be cut off again after `end`.
    pub fn new(bytes: &'v mut Vec<u8>, size: usize) -> Option<Self> {
        let at = bytes.len();
        let last = at.checked_add(size)?;
        bytes.resize(last.checked_add(STEP)?, 0);
        Some(Self {
            bytes: bytes.as_mut_slice(),
            at,
            last,
            first: at,
        })
    }

    pub fn begin_frame(&mut self) {
        self.first = self.at;
    }

    /// How many bytes there are where all have come.
    pub fn end(&self) -> Option<usize> {
        (self.at == self.last).then_some(self.last)
    }

    pub fn append(&mut self, bytes: &[u8]) -> Option<()> {
        self.next(bytes.len())?.copy_from_slice(bytes);
        Some(())
    }

    pub fn fill(&mut self, byte: u8, length: usize) -> Option<()> {
        self.next(length)?.fill(byte);
        Some(())
    }

    /// The next bytes, to be filled.
    fn next(&mut self, length: usize) -> Option<&mut [u8]> {
        let end = self.end_after(length)?;
        let room = self.bytes.get_mut(self.at..end)?;
        self.at = end;
        Some(room)
    }

    /// Appends literals from a place on.
    #[inline]
    pub fn take(&mut self, literals: &Literals, from: usize, length: usize) -> Option<()> {
        if length > LONG {
            return self.append(literals.from(from)?.get(..length)?);
        }
        let end = self.end_after(length)?;
        if from + length > literals.length {
            return None;
        }
        let mut done = 0;
        while done < length {
            let step = literals.bytes.get(from + done..)?.first_chunk::<STEP>()?;
            *self.step(done)? = *step;
            done += STEP;
        }
        self.at = end;
        Some(())
    }

    /// Repeats `length` bytes from `offset` bytes back, which may overlap what they make.
    #[inline]
    pub fn repeat(&mut self, offset: usize, length: usize) -> Option<()> {
        let end = self.end_after(length)?;
        let from = self.at.checked_sub(offset)?;
        if from < self.first || offset == 0 {
            return None;
        }
        if offset < STEP || length > LONG {
            self.repeat_near_or_long(from, end);
            self.at = end;
            return Some(());
        }
        let mut done = 0;
        while done < length {
            let step = *self.bytes.get(from + done..)?.first_chunk::<STEP>()?;
            *self.step(done)? = step;
            done += STEP;
        }
        self.at = end;
        Some(())
    }

    fn repeat_near_or_long(&mut self, from: usize, end: usize) {
        let mut at = self.at;
        while at < end {
            // What was made is there to be repeated itself: each turn may copy twice as much.
            let now = (end - at).min(at - from);
            self.bytes.copy_within(from..from + now, at);
            at += now;
        }
    }

    #[inline]
    fn step(&mut self, done: usize) -> Option<&mut [u8; STEP]> {
        self.bytes.get_mut(self.at + done..)?.first_chunk_mut()
    }

    #[inline]
    fn end_after(&self, length: usize) -> Option<usize> {
        let end = self.at + length;
        (end <= self.last).then_some(end)
    }
}
