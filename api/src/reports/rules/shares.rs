//! Parts of wholes, rounded as people read them.

/// A part in percent of a whole, with one decimal; none of nothing.
#[must_use]
pub fn percent(part: i64, whole: i64) -> Option<f64> {
    rounded(part.checked_mul(100)?, whole, 10)
}

/// A mean with so many parts of one kept: 10 for one decimal, 100 for two; none of nothing.
#[must_use]
pub fn rounded(sum: i64, of: i64, parts: i32) -> Option<f64> {
    if of <= 0 {
        return None;
    }
    // In tenths (or hundredths), to the nearest, so that 0.05 is as exact as can be.
    let scaled = (i128::from(sum) * i128::from(parts) * 2 + i128::from(of)) / (i128::from(of) * 2);
    let scaled = i32::try_from(scaled).ok()?;
    Some(f64::from(scaled) / f64::from(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_the_nearest_tenth() {
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(0, 7), Some(0.0));
        assert_eq!(percent(7, 7), Some(100.0));
        assert_eq!(percent(1, 3), Some(33.3));
        assert_eq!(percent(2, 3), Some(66.7));
        assert_eq!(percent(1, 2_000), Some(0.1));
    }

    #[test]
    fn means_keep_what_is_asked() {
        assert_eq!(rounded(14, 3, 100), Some(4.67));
        assert_eq!(rounded(10, 4, 10), Some(2.5));
        assert_eq!(rounded(5, 0, 10), None);
    }
}
