# Wie Zahlen, Größen, Zeiten und Listen geschrieben werden. Sie stehen in Sätzen und Tabellen.

form-under-a-millisecond = unter 1 ms
form-milliseconds = { $number } ms
# 2,5 s
form-parts-of-seconds = { $whole },{ $part } s
form-seconds = { $number } s
form-minutes = { $number } min
form-hours = { $number } h
form-bytes = { $number } B
form-kibibytes = { $number } KiB
form-mebibytes = { $number } MiB
# 24.11.2026, 10:00 Uhr UTC
form-time = { $day }.{ $month }.{ $year }, { $hour }:{ $minute } UTC
form-time-with-seconds = { $day }.{ $month }.{ $year }, { $hour }:{ $minute }:{ $second } UTC
# Ein Teil einer Liste hinter denen davor.
form-list = { $before }, { $next }
# Ein ganzer Satz hinter denen davor.
form-sentences = { $before } { $next }
