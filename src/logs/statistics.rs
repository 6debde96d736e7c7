//! How sure a difference of shares is.

/// ln of n!, by Stirling's series, which is exact to ten digits from here on.
fn ln_factorial(n: u64) -> f64 {
    if n < 16 {
        return (2..=n).map(float).map(f64::ln).sum();
    }
    let x = float(n);
    x * x.ln() - x + 0.5 * (std::f64::consts::TAU * x).ln() + 1.0 / (12.0 * x) - 1.0 / (360.0 * x.powi(3))
}

#[expect(clippy::cast_precision_loss, reason = "counts of lines are far below 2^53")]
pub fn float(n: u64) -> f64 {
    n as f64
}

/// Some of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub some: u64,
    pub all: u64,
}

impl Part {
    pub fn share(self) -> f64 {
        if self.all == 0 { 0.0 } else { float(self.some) / float(self.all) }
    }

    /// Its share in hundredths, as short as it may be and never 0 or 100 where it is not.
    pub fn percent(self) -> String {
        let percent = 100.0 * self.share();
        match () {
            () if self.some == 0 || self.some == self.all => format!("{percent:.0}"),
            () if percent < 0.01 => "<0.01".to_owned(),
            () if percent < 0.1 => format!("{percent:.2}"),
            () if percent > 99.9 => ">99.9".to_owned(),
            () => format!("{percent:.1}"),
        }
    }

    /// The interval in which the true share lies with 95 %, by Wilson (1927).
    pub fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.96;
        let n = float(self.all).max(1.0);
        let share = self.share();
        let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        ((middle - half).max(0.0), (middle + half).min(1.0))
    }
}

/// How likely chance alone gives the first such a share or a larger one, if both have the same: Fisher's exact test,
/// one-sided.
pub fn fisher(one: Part, other: Part) -> f64 {
    if one.all == 0 || other.all == 0 || one.share() <= other.share() {
        return 1.0;
    }
    let (all, marked) = (one.all + other.all, one.some + other.some);
    let ln_choose = |n: u64, k: u64| ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k);
    let first = ln_choose(marked, one.some) + ln_choose(all - marked, one.all - one.some) - ln_choose(all, one.all);
    let mut term = first.exp();
    let mut sum = term;
    for some in one.some..one.all.min(marked) {
        // Terms fall fast beyond the mean.
        let next =
            float(marked - some) * float(one.all - some) / (float(some + 1) * float(all + some + 1 - marked - one.all));
        term *= next;
        sum += term;
        if term < sum * 1e-12 {
            break;
        }
    }
    sum.min(1.0)
}

/// How likely so many hits or more are among so many tries.
pub fn at_least(hits: u64, tries: u64, chance: f64) -> f64 {
    if hits == 0 {
        return 1.0;
    }
    if chance <= 0.0 {
        return 0.0;
    }
    if chance >= 1.0 {
        return 1.0;
    }
    let ln_term = |k: u64| {
        ln_factorial(tries) - ln_factorial(k) - ln_factorial(tries - k)
            + float(k) * chance.ln()
            + float(tries - k) * (1.0 - chance).ln()
    };
    (hits..=tries).map(|k| ln_term(k).exp()).sum::<f64>().min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(some: u64, all: u64) -> Part {
        Part { some, all }
    }

    fn is_near(found: f64, wanted: f64) -> bool {
        (found - wanted).abs() <= wanted * 1e-3
    }

    #[test]
    fn known_values_come_out() {
        // 5 of 5 against 0 of 5: one of C(10, 5) ways.
        assert!(is_near(fisher(part(5, 5), part(0, 5)), 1.0 / 252.0));
        // The lady who tastes tea: 3 of 4 right.
        assert!(is_near(fisher(part(3, 4), part(1, 4)), 17.0 / 70.0));
        assert!(is_near(fisher(part(1, 5), part(1, 5)), 1.0));
        assert!(is_near(at_least(2, 3, 0.5), 0.5));
        assert!(is_near(at_least(20, 20, 0.5), 0.5_f64.powi(20)));
        let (low, high) = part(3, 20).interval();
        assert!((0.05..0.06).contains(&low) && (0.35..0.37).contains(&high), "{low} {high}");
    }

    #[test]
    fn a_share_in_hundredths_is_not_rounded_to_none_or_all() {
        let told = [(0, 5), (5, 5), (1, 4), (1, 3_000), (1, 1_000_000), (999_999, 1_000_000)];
        let told: Vec<String> = told.iter().map(|(some, all)| part(*some, *all).percent()).collect();
        assert_eq!(told, ["0", "100", "25.0", "0.03", "<0.01", ">99.9"]);
    }

    #[test]
    fn millions_are_no_trouble() {
        assert!(fisher(part(1_000, 1_000_000), part(500, 1_000_000)) < 1e-20);
        let even = fisher(part(1_001, 1_000_000), part(1_000, 1_000_000));
        assert!((0.3..0.6).contains(&even), "{even}");
    }
}
