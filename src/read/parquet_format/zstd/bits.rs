//! Bits, from the first byte on or back from the last.

/// Bits from the lowest of the first byte on.
pub struct Forward<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Forward<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Up to 24 bits.
    pub fn read(&mut self, count: u32) -> Option<u32> {
        let from = self.bytes.get(self.at / 8..)?;
        let mut word = [0; 4];
        word.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
        let shifted = u32::from_le_bytes(word) >> (self.at % 8);
        self.at += count as usize;
        (self.at <= self.bytes.len() * 8).then_some(shifted & ((1 << count) - 1))
    }

    pub fn back(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
    }

    /// Bytes of which a bit was read.
    pub fn bytes_read(&self) -> usize {
        self.at.div_ceil(8)
    }
}

/// Bits back from the highest that is set in the last byte, which only marks the end.
#[derive(Clone, Copy)]
pub struct Backward<'b> {
    bytes: &'b [u8],
    /// Byte at which the eight that are held begin.
    at: usize,
    /// Eight bytes, the last of them highest; fewer where there are fewer, with zeros below.
    held: u64,
    /// How many bits of `held` were read, from the highest on.
    used: u32,
    /// How many there are.
    end: u32,
}

impl<'b> Backward<'b> {
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        let last = bytes.last().filter(|last| **last != 0)?;
        let used = last.leading_zeros() + 1;
        let (at, held, end) = if let Some(chunk) = bytes.last_chunk::<8>() {
            (bytes.len() - 8, u64::from_le_bytes(*chunk), 64)
        } else {
            let bytes_back = bytes.iter().rev();
            let held = bytes_back.fold(0_u64, |held, byte| held << 8 | u64::from(*byte));
            let end = bytes.len() as u32 * 8;
            (0, held << (64 - end), end)
        };
        Some(Self {
            bytes,
            at,
            held,
            used,
            end,
        })
    }

    /// Holds the next bytes: 57 bits are there afterwards, unless the first byte is held.
    #[inline]
    pub fn refill(&mut self) {
        let back = ((self.used >> 3) as usize).min(self.at);
        let at = self.at - back;
        if let Some(chunk) = self
            .bytes
            .get(at..at + 8)
            .and_then(|chunk| chunk.first_chunk::<8>())
        {
            self.held = u64::from_le_bytes(*chunk);
            self.at = at;
            self.used -= back as u32 * 8;
        }
    }

    /// Whether a refill leaves no more than seven bits used: as many bytes are there as it goes back at most.
    #[inline]
    pub fn has_plenty(&self) -> bool {
        self.at > 7
    }

    /// What is held and unread, from the highest bit on.
    #[inline]
    pub fn unread(&self) -> u64 {
        self.held.wrapping_shl(self.used)
    }

    /// After a refill: what is unread, with the lowest bit that is held set to mark how far it is shifted. That bit is
    /// beyond those that a refill is for.
    #[inline]
    pub fn marked(&self) -> u64 {
        (self.held | 1).wrapping_shl(self.used)
    }

    /// Takes what was shifted out of `marked`.
    #[inline]
    pub fn used_up_to(&mut self, marked: u64) {
        self.used = marked.trailing_zeros();
    }

    #[inline]
    pub fn take(&mut self, count: u32) {
        self.used += count;
    }

    /// Up to 32 bits of those that are held. What is read beyond the last means nothing: see `is_overdrawn`.
    #[inline]
    pub fn read(&mut self, count: u32) -> u32 {
        // Two shifts, since none goes as far as 64.
        let value = (self.unread() >> 1).wrapping_shr(63 - count);
        self.used += count;
        value as u32
    }

    /// More bits were read than there are.
    #[inline]
    pub fn is_overdrawn(&self) -> bool {
        self.at == 0 && self.used > self.end
    }

    /// All bits were read and no more.
    pub fn is_done(&self) -> bool {
        self.at == 0 && self.used == self.end
    }
}
