//! Pictures as files of few colours, and how far two of them are apart.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};

type Colour = [u8; 3];

/// Colours as they are, the most frequent ones; all others share what is left of a palette.
const EXACT: usize = 64;
const MOST: usize = 256;

/// A picture without transparency, row after row.
#[derive(PartialEq)]
pub struct Picture {
    pub size: (u32, u32),
    pub pixels: Vec<Colour>,
}

impl Picture {
    /// From red, green, blue and opacity.
    pub fn of(size: (u32, u32), bytes: &[u8]) -> Picture {
        let pixels = bytes.chunks_exact(4).filter_map(|pixel| pixel.first_chunk().copied()).collect();
        Picture { size, pixels }
    }

    pub fn kept(name: &str) -> Option<Picture> {
        let mut decoder = Decoder::new(BufReader::new(File::open(path(name)).ok()?));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().ok()?;
        let mut bytes = vec![0; reader.output_buffer_size()?];
        let size = (reader.info().width, reader.info().height);
        reader.next_frame(&mut bytes).ok()?;
        Some(Picture { size, pixels: bytes.chunks_exact(3).filter_map(|pixel| pixel.first_chunk().copied()).collect() })
    }

    pub fn keep(&self, name: &str) {
        let palette = self.palette();
        let mut known: BTreeMap<Colour, u8> = BTreeMap::new();
        let indices: Vec<u8> =
            self.pixels.iter().map(|pixel| *known.entry(*pixel).or_insert_with(|| nearest(&palette, *pixel))).collect();
        let mut encoder = Encoder::new(BufWriter::new(File::create(path(name)).unwrap()), self.size.0, self.size.1);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_compression(Compression::High);
        // The order of a palette says nothing of a colour: a pixel cannot be told from its neighbours.
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().unwrap().write_image_data(&indices).unwrap();
    }

    fn palette(&self) -> Vec<Colour> {
        let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
        self.pixels.iter().for_each(|pixel| *counts.entry(*pixel).or_default() += 1);
        let mut all: Vec<(Colour, usize)> = counts.into_iter().collect();
        all.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
        let rare = all.split_off(all.len().min(EXACT));
        // What is rare is an edge of a letter: one colour speaks for those near it.
        let mut near: BTreeMap<Colour, (Colour, usize)> = BTreeMap::new();
        for (colour, count) in rare {
            near.entry(colour.map(|channel| channel >> 4)).or_insert((colour, 0)).1 += count;
        }
        let mut near: Vec<(Colour, usize)> = near.into_values().collect();
        near.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
        all.into_iter().chain(near).map(|(colour, _)| colour).take(MOST).collect()
    }

    /// The share of pixels that differ by more than a shade in one channel; all of them where the sizes differ.
    pub fn difference(&self, other: &Picture, shade: u8) -> f64 {
        if self.size != other.size {
            return 1.0;
        }
        let apart =
            |(one, other): (&Colour, &Colour)| one.iter().zip(other).any(|(one, other)| one.abs_diff(*other) > shade);
        let count = self.pixels.iter().zip(&other.pixels).filter(|pair| apart(*pair)).count();
        count as f64 / self.pixels.len().max(1) as f64
    }
}

fn nearest(palette: &[Colour], wanted: Colour) -> u8 {
    let away = |colour: &Colour| -> u32 {
        colour.iter().zip(wanted).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let place = palette.iter().enumerate().min_by_key(|(_, colour)| away(colour)).map(|(place, _)| place);
    u8::try_from(place.unwrap()).unwrap()
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(format!("{name}.png"))
}
