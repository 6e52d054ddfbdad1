//! Where things go in a chart: numbers in, numbers and paths out.

/// The values at which a scale from nothing to at least `max` has its lines: at most five, at round
/// distances, whole ones when only whole values occur.
pub(super) fn ticks(max: f64, whole: bool) -> Vec<f64> {
    let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
    let rough = max / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|round| round * power)
        .filter(|step| !whole || step.fract() == 0.0)
        .find(|step| *step >= rough)
        .unwrap_or(1.0);
    let mut lines = vec![0.0];
    while lines.last().is_some_and(|last| *last < max) {
        lines.push(step * count(lines.len()));
    }
    lines
}

/// Which part of a whole a value is: between 0 and 1.
pub(super) fn part(value: f64, whole: f64) -> f64 {
    if whole > 0.0 && value.is_finite() { (value / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// Where the nth of several bands of equal width begins, and how wide each is, in hundredths.
pub(super) fn band(place: usize, bands: usize) -> (f64, f64) {
    let width = 100.0 / count(bands.max(1));
    (width * count(place), width)
}

/// Every how many labels one is written, so that at most `room` are, and always evenly.
pub(super) const fn every(labels: usize, room: usize) -> usize {
    let every = labels.div_ceil(room);
    if every == 0 { 1 } else { every }
}

/// The points of a line in a square of 100 by 100, each in the middle of its band.
pub(super) fn points(values: &[f64], top: f64) -> Vec<(f64, f64)> {
    let point = |(place, value): (usize, &f64)| {
        let (start, width) = band(place, values.len());
        (start + width / 2.0, 100.0 - 100.0 * part(*value, top))
    };
    values.iter().enumerate().map(point).collect()
}

/// The same, from edge to edge: for a line without a scale.
pub(super) fn spread(values: &[f64], top: f64) -> Vec<(f64, f64)> {
    let gaps = count(values.len().saturating_sub(1).max(1));
    let point =
        |(place, value): (usize, &f64)| (100.0 * count(place) / gaps, 100.0 - 100.0 * part(*value, top));
    values.iter().enumerate().map(point).collect()
}

/// The path through points.
pub(super) fn path(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        path.push(if place == 0 { 'M' } else { 'L' });
        path.push_str(&short(*x));
        path.push(' ');
        path.push_str(&short(*y));
    }
    path
}

/// The path around what lies below points; nothing for none.
pub(super) fn area(points: &[(f64, f64)]) -> String {
    match (points.first(), points.last()) {
        (Some((first, _)), Some((last, _))) => {
            format!("{}L{} 100L{} 100Z", path(points), short(*last), short(*first))
        }
        _ => String::new(),
    }
}

/// Where on a ring of 100 parts each share begins, and how long it is.
pub(super) fn shares(values: &[f64]) -> Vec<(f64, f64)> {
    let whole: f64 = values.iter().filter(|value| value.is_finite()).sum();
    let mut start = 0.0;
    let share = |value: &f64| {
        let length = 100.0 * part(*value, whole);
        start += length;
        (start - length, length)
    };
    values.iter().map(share).collect()
}

/// A number as an attribute: two decimals at most.
pub(super) fn short(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    // Never "-0".
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// A number of hundredths as an attribute.
pub(super) fn percent(number: f64) -> String {
    format!("{}%", short(number))
}

#[expect(clippy::cast_precision_loss, reason = "nobody draws 2^52 things")]
const fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_few_and_round_lines() {
        assert_eq!(ticks(37.0, true), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(3.0, true), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(0.0, true), [0.0, 1.0]);
        assert_eq!(ticks(100.0, true), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(ticks(1.0, false), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(ticks(f64::NAN, true), [0.0, 1.0]);
        for max in 1..5_000 {
            let lines = ticks(f64::from(max), true);
            assert!(lines.len() <= 5 && lines.last().unwrap() >= &f64::from(max), "{max}: {lines:?}");
            assert!(lines.iter().all(|line| line.fract() == 0.0), "{max}: {lines:?}");
        }
    }

    #[test]
    fn parts_stay_within_the_whole() {
        let parts = [part(1.0, 4.0), part(9.0, 4.0), part(-1.0, 4.0), part(1.0, 0.0)];
        assert_eq!(parts.map(|part| part.to_string()), ["0.25", "1", "0", "0"]);
    }

    #[test]
    fn bands_share_the_width() {
        assert_eq!(band(0, 4), (0.0, 25.0));
        assert_eq!(band(3, 4), (75.0, 25.0));
        assert_eq!(band(0, 0), (0.0, 100.0));
    }

    #[test]
    fn labels_are_thinned_out_evenly() {
        assert_eq!([every(0, 8), every(7, 8), every(24, 8), every(30, 8), every(90, 8)], [1, 1, 3, 4, 12]);
    }

    #[test]
    fn lines_and_areas_are_paths() {
        let points = points(&[0.0, 5.0, 10.0], 10.0);
        assert_eq!(path(&points), "M16.67 100L50 50L83.33 0");
        assert_eq!(area(&points), "M16.67 100L50 50L83.33 0L83.33 100L16.67 100Z");
        assert_eq!(area(&[]), "");
        assert_eq!(path(&spread(&[0.0, 10.0, 5.0], 10.0)), "M0 100L50 0L100 50");
        assert_eq!(spread(&[1.0], 1.0), [(0.0, 0.0)]);
    }

    #[test]
    fn shares_go_once_around() {
        assert_eq!(shares(&[1.0, 1.0, 2.0]), [(0.0, 25.0), (25.0, 25.0), (50.0, 50.0)]);
        assert_eq!(shares(&[0.0, 0.0]), [(0.0, 0.0), (0.0, 0.0)]);
    }

    #[test]
    fn attributes_are_short() {
        assert_eq!([short(33.333_33), short(-0.001), short(5.0)], ["33.33", "0", "5"]);
        assert_eq!(percent(12.5), "12.5%");
    }
}
