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
# Thousands, and the three digits after them.
form-thousands = { $before },{ $next }
# 2026-11-24 10:00 UTC; months, days, hours, minutes and seconds come with two digits.
form-time = { $year }-{ $month }-{ $day } { $hour }:{ $minute } UTC
form-time-with-seconds = { $year }-{ $month }-{ $day } { $hour }:{ $minute }:{ $second } UTC
# The same without a zone: the reader's own time, or the time as a log has it.
form-time-here = { $year }-{ $month }-{ $day } { $hour }:{ $minute }:{ $second }
# One part of a list after those before it.
form-list = { $before }, { $next }
# A whole sentence after those before it.
form-sentences = { $before } { $next }
# What something is called, and what is said of it.
form-titled = { $title }: { $text }

# Phrases inside of sentences and tables. How a page failed:
form-no-connection = no connection
form-certificate = certificate
form-no-answer = no answer
form-broken-off = broken off
form-unclear = unclear
# Why something was not tried:
form-not-reached = not reached
form-stopped = stopped before it answered
form-out-of-time = the time allowed for the check was over
form-not-answered-yet = it had not answered yet
form-service-silent = the service has not answered yet
form-asked-else = something else was asked
form-place-gone = the place was not there
form-no-status = its answer has no status
form-no-tunnel = the proxy opened no tunnel
form-no-hop = no hop was asked for
form-no-trace-here = a trace is not built for this system yet
form-link-local = a link-local address needs its interface
form-no-entry = no entry
form-no-tool = no tool to read the table
form-tool-silent = the tool did not answer in time
form-reading-stopped = the reading was stopped
# Why this machine could not be looked at as the site's server:
form-no-kernel-log = the kernel's log says nothing to this user
form-no-systemd = systemd does not run here
form-pools-closed = php-fpm's pools may not be read by this user
form-no-pools = php-fpm has no pools at the usual places
form-no-file-system = no file system could be looked at
form-no-way-to-look = Gatemend has no way to look there on this system
# What stands where a server gave no words, or where there is nothing to name:
form-without-a-word = without a word
form-none = none

# Why a file could not be read or written, a setting not be looked at:
form-no-file = there is no such file or folder
form-no-access = access is not permitted
form-name-taken = something of that name is there already
form-path-no-folder = a part of its path is no folder
form-a-folder = it is a folder
form-read-only = the drive can only be read
form-drive-full = the drive is full
form-no-space-left = this user has no disk space left
form-too-large = it is too large
form-name-not-allowed = its name is too long, or not allowed here
form-in-use = another program is using it
form-ends-early = it ends too early
form-no-text = it is no text
form-no-regular-file = it is no file
form-on-standard-input = it is no regular file; give it on standard input
form-larger-than-a-case = it is larger than 64 MiB
form-no-case-file = it is no case file
form-empty = it is empty
form-stopped-early = stopped before the end
form-became-shorter = it became shorter while it was read
form-standard-input = standard input
form-too-deep = files include one another too deeply
form-includes-itself = it includes itself
form-not-permitted = not permitted
form-not-supported = not supported here
form-system-error = the system reports an error ({ $what })
form-not-here = { $what } is not here
form-too-many-addresses = { $what } has more addresses than are kept
form-not-permitted-for = { $what }: not permitted
form-service-unreadable = the service's answer cannot be read
form-service-spent = the service gives no more measurements for now
form-service-spent-until = the service gives no more measurements for now; it may be asked again in { $what } s
form-service-nobody = the service has nobody at these places
form-service-forgot = the service no longer knows the measurement
form-register-none = no register is named for it
form-register-circle = one register names the other, without an end
form-register-unreadable = the register's answer cannot be read
form-leads-inside = its name leads into this device's own network
