#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gatemend::doors::dns_reply(bytes));
