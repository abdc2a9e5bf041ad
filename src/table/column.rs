//! Columns in which values may be missing, and cost nothing where all of them are: a year of
//! quarters of an hour of bicycles has no speeds and should not carry room for them.

/// A column of numbers. Missing is NaN inside and `None` outside; what lies past the last number is missing too.
#[derive(Clone, Debug, Default)]
pub struct Column(Vec<f64>);

impl Column {
    #[must_use]
    pub fn get(&self, row: usize) -> Option<f64> {
        self.0.get(row).copied().filter(|v| !v.is_nan())
    }

    pub fn set(&mut self, row: usize, value: Option<f64>) {
        if let Some(value) = value.filter(|v| !v.is_nan()) {
            if row == self.0.len() {
                self.0.push(value);
                return;
            }
            if row > self.0.len() {
                self.0.resize(row + 1, f64::NAN);
            }
            if let Some(slot) = self.0.get_mut(row) {
                *slot = value;
            }
        } else if let Some(slot) = self.0.get_mut(row) {
            *slot = f64::NAN;
        }
    }

    /// Sets the rows from `first` on, which are its last ones; NaN is missing.
    pub fn fill(&mut self, first: usize, values: &[f64]) {
        if values.iter().any(|v| !v.is_nan()) {
            self.0.resize(first, f64::NAN);
            self.0.extend_from_slice(values);
        }
    }

    /// Has any number.
    #[must_use]
    pub fn has_any(&self) -> bool {
        self.0.iter().any(|v| !v.is_nan())
    }

    /// Every number, and NaN for what is missing between them.
    pub fn values(&self) -> impl Iterator<Item = &f64> {
        self.0.iter()
    }

    /// Puts the values of another column behind the first `rows` rows of this one.
    pub fn append(&mut self, rows: usize, other: &Self) {
        if !other.0.is_empty() {
            self.0.resize(rows, f64::NAN);
            self.0.extend_from_slice(&other.0);
        }
    }

    /// The rows of `order`, in that order.
    #[must_use]
    pub fn taken(&self, order: &[usize]) -> Self {
        let mut taken = Self::default();
        if self.0.is_empty() {
            return taken;
        }
        for (i, &row) in order.iter().enumerate() {
            taken.set(i, self.get(row));
        }
        taken
    }
}

const NONE: u32 = u32::MAX;

/// A column of histograms of `N` bins, stored only where there is one.
#[derive(Clone, Debug)]
pub struct Histograms<const N: usize> {
    /// Per row the place in `bins`.
    places: Vec<u32>,
    bins: Vec<[f64; N]>,
}

impl<const N: usize> Default for Histograms<N> {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            bins: Vec::new(),
        }
    }
}

impl<const N: usize> Histograms<N> {
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&[f64; N]> {
        let place = *self.places.get(row)?;
        self.bins.get(usize::try_from(place).ok()?)
    }

    pub fn set(&mut self, row: usize, bins: Option<&[f64; N]>) {
        if let Some(bins) = bins {
            if row >= self.places.len() {
                self.places.resize(row + 1, NONE);
            }
            let next = u32::try_from(self.bins.len()).unwrap_or(NONE);
            if let Some(place) = self.places.get_mut(row) {
                *place = next;
            }
            self.bins.push(*bins);
        } else if let Some(place) = self.places.get_mut(row) {
            *place = NONE;
        }
    }

    /// Puts the histograms of another column behind the first `rows` rows of this one.
    pub fn append(&mut self, rows: usize, other: &Self) {
        if !other.places.is_empty() {
            let first = u32::try_from(self.bins.len()).unwrap_or(NONE);
            self.places.resize(rows, NONE);
            let places = other.places.iter().map(|place| match *place {
                NONE => NONE,
                place => place.saturating_add(first),
            });
            self.places.extend(places);
            self.bins.extend_from_slice(&other.bins);
        }
    }

    /// Every number of every histogram.
    pub fn values(&self) -> impl Iterator<Item = &f64> {
        self.bins.iter().flatten()
    }

    #[must_use]
    pub fn has_any(&self) -> bool {
        self.places.iter().any(|place| *place != NONE)
    }

    /// The rows of `order`, in that order.
    #[must_use]
    pub fn taken(&self, order: &[usize]) -> Self {
        let mut taken = Self::default();
        if self.bins.is_empty() {
            return taken;
        }
        for (i, &row) in order.iter().enumerate() {
            taken.set(i, self.get(row));
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_set_is_missing_and_takes_no_room() {
        let mut column = Column::default();
        column.set(5, None);
        assert_eq!((column.get(5), column.has_any()), (None, false));
        column.set(3, Some(0.0));
        assert_eq!(
            (column.get(2), column.get(3), column.get(4)),
            (None, Some(0.0), None)
        );
        column.set(3, Some(f64::NAN));
        assert_eq!((column.get(3), column.has_any()), (None, false));
    }

    #[test]
    fn histograms_follow_the_order_of_their_rows() {
        let mut column = Histograms::<2>::default();
        column.set(1, Some(&[1.0, 2.0]));
        column.set(4, Some(&[3.0, 4.0]));
        let taken = column.taken(&[4, 0, 1]);
        assert_eq!(taken.get(0), Some(&[3.0, 4.0]));
        assert_eq!((taken.get(1), taken.get(2)), (None, Some(&[1.0, 2.0])));
        assert!(!column.taken(&[0, 2]).has_any());
    }
}
