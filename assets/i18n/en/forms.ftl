# How numbers, sizes, times and lists are written. They stand inside of sentences and tables.

form-under-a-millisecond = under 1 ms
form-milliseconds = { $number } ms
# 2.5 s
form-parts-of-seconds = { $whole }.{ $part } s
form-seconds = { $number } s
form-minutes = { $number } min
form-hours = { $number } h
form-bytes = { $number } B
form-kibibytes = { $number } KiB
form-mebibytes = { $number } MiB
# 2026-11-24 10:00 UTC; months, days, hours, minutes and seconds come with two digits.
form-time = { $year }-{ $month }-{ $day } { $hour }:{ $minute } UTC
form-time-with-seconds = { $year }-{ $month }-{ $day } { $hour }:{ $minute }:{ $second } UTC
# One part of a list after those before it.
form-list = { $before }, { $next }
# A whole sentence after those before it.
form-sentences = { $before } { $next }
