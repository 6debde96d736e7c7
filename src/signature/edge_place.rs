//! Where an answer passed through a gateway that stands in many places, as its headers tell.

use crate::model::visit::header;

/// The place's own short name, such as `FRA`; `None` where no header tells it.
///
/// Cloudflare puts it behind the number of the request (`cf-ray: 8e1f…-FRA`), CloudFront and Fastly into headers of
/// their own (`x-amz-cf-pop: FRA56-P1`, `x-served-by: cache-fra-eddf8230062-FRA`), by their documentation of 2026-11.
pub fn edge_place(headers: &[(String, String)]) -> Option<String> {
    let last = |value: &str| value.rsplit(['-', ' ']).next().map(str::to_owned);
    let of_ray = header(headers, "cf-ray").filter(|ray| ray.contains('-')).and_then(last);
    let of_pop = || header(headers, "x-amz-cf-pop").map(|pop| pop.to_owned());
    // Of several caches the last one is the visitor's.
    let of_cache = || header(headers, "x-served-by").filter(|value| value.starts_with("cache-")).and_then(last);
    let place = of_ray.or_else(of_pop).or_else(of_cache)?;
    let letters: String = place.chars().take_while(char::is_ascii_alphabetic).collect();
    (letters.len() == 3).then(|| letters.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, value: &str) -> Option<String> {
        edge_place(&[(name.to_owned(), value.to_owned())])
    }

    #[test]
    fn each_vendor_tells_it_in_its_own_way() {
        assert_eq!(place("CF-Ray", "8e1f0a2b3c4d5e6f-FRA").as_deref(), Some("FRA"));
        assert_eq!(place("x-amz-cf-pop", "SIN52-P3").as_deref(), Some("SIN"));
        let two = "cache-iad-kiad7000123-IAD, cache-fra-eddf8230062-FRA";
        assert_eq!(place("x-served-by", two).as_deref(), Some("FRA"));
    }

    #[test]
    fn what_tells_no_place_is_none() {
        for (name, value) in
            [("cf-ray", "8e1f0a2b"), ("x-served-by", "web-7"), ("x-amz-cf-pop", ""), ("server", "a-FRA")]
        {
            assert_eq!(place(name, value), None, "{name}: {value}");
        }
    }
}
