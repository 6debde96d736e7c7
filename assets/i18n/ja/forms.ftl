# 数値、サイズ、時刻、一覧の書き方。文や表の中で使われます。

form-under-a-millisecond = 1 ms未満
form-milliseconds = { $number } ms
# 2.5秒
form-parts-of-seconds = { $whole }.{ $part }秒
form-seconds = { $number }秒
form-minutes = { $number }分
form-hours = { $number }時間
form-bytes = { $number } B
form-kibibytes = { $number } KiB
form-mebibytes = { $number } MiB
# 2026年11月24日 10:00 UTC
form-time = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute } UTC
form-time-with-seconds = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute }:{ $second } UTC
# 一覧で、前にあるものに続く一つ。
form-list = { $before }、{ $next }
# 前の文に続く一文。
form-sentences = { $before }{ $next }
