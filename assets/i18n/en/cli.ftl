## The command line.

cli-no-verdict = The check ended before a verdict could be given.
cli-because = Why
cli-next = What to do
cli-tell = Whom to tell
cli-leave-alone = What to leave alone
cli-alternatives = It may also be
cli-not-tested = Not tested
cli-steps = Steps
cli-who = Who has to act
cli-why = Cause
cli-confirm = How to confirm it
cli-wrote = Written by
cli-status = Status
cli-nobody-named = nobody who names himself
cli-log-of = { $name }, in its error log
cli-the-site = the site
cli-and-more = … and { $count } more
cli-report-hint = No report was saved; add --report report.html (or .md, .txt) to get one to send.
cli-judged-anew = Judged by today's rules
cli-judged-first = Judged from what had been seen

cli-confidence-certain = certain
cli-confidence-strong = almost certain
cli-confidence-likely = likely
cli-confidence-possible = possible

cli-who-visitor = You
cli-who-owner = The site's operators
cli-who-machine = Whoever runs that server
cli-who-host = The hosting provider
cli-who-isp = Your internet provider
cli-who-network-admin = Whoever runs this network
cli-who-nobody = Nobody

cli-watch-up = { $host } works
cli-watch-down = { $host } fails ({ $what })
cli-watch-doubtful = { $host } failed once ({ $what }); looking again soon
cli-watch-steady = { $host } works; that was a single failure
cli-watch-answers-again = { $host } answers again; looking once more to be sure
cli-watch-back = { $host } is back. It was down for { $took }
cli-watch-back-gap = { $host } is back. It was seen down for { $took }; for { $unwatched } of that outage nobody could look
cli-watch-gap = { $host } was not watched for { $length }; that counts as neither up nor down
cli-watch-turned-away = { $host } turns this program away ({ $what }); this look does not count, and the next one comes later
cli-watch-over = The time for watching is over.
cli-watch-stopped = Watching was stopped.
cli-watch-last-up = At the last look that counts, { $host } worked.
cli-watch-last-down = At the last look that counts, { $host } failed.
cli-watch-last-unseen = { $host } was not looked at.
cli-watch-own-line = This device has no connection; this look at { $host } does not count
cli-watch-no-outage = { $looks ->
    [0] No look was taken.
    [one] One look, no outage.
   *[other] { $failed ->
        [0] { $looks } looks, no outage.
       *[other] { $looks } looks, { $failed } of them failed, no outage.
    }
}
cli-watch-sums = { $looks ->
    [one] One look failed
   *[other] { $failed } of { $looks } looks failed
}, { $outages ->
    [one] one outage, { $down } long.
   *[other] { $outages } outages, { $down } in all.
}

cli-explain-usage = gatemend explain NAME says what one of these means, what to do, and how to confirm it. It knows statuses too (502, "bad gateway") and errors of browsers (ERR_CONNECTION_REFUSED).
cli-explain-place = Who has to act, by this word alone: { $who }. The usual cause:
cli-explain-check = A browser says no more than that. `gatemend ADDRESS` finds out where it really breaks.
cli-explain-visitors = If you visit the site
cli-explain-wait = Load the page once more, then wait: only the site can mend it. Do not send a form or a payment again before you know that the first did not arrive. If every site shows this error, it comes from a proxy, a VPN or security software near you.
cli-explain-owners = If you run the site: the causes, the likeliest first
cli-explain-owner = If you run the site
cli-explain-rarer = Less often
cli-explain-tell-apart = Which one it is, the number does not say: `gatemend ADDRESS` looks from outside, `gatemend logs FILE` reads the gateway's error log; `gatemend explain { $cause }` tells how to confirm one.
cli-explain-confirm = `gatemend ADDRESS` looks whether it is so, and `gatemend explain { $cause }` tells how to confirm it.
cli-explain-deliberate = As far as this number tells, the site works and answers so on purpose. Only its owner knows whether it should.

# gatemend error-page
cli-error-page = The page is written. Put these lines into the gateway's configuration; the status of the error stays what it is.

# gatemend check --on-server
cli-on-server = On this machine, read only and nothing is sent, these files and commands are looked at:

# gatemend logs
cli-logs-read = Lines read
cli-logs-grown = it grew by { $size } while it was read, which is left out
cli-logs-statuses = Answers by status
cli-logs-failed = Failed: { $failed } of { $answers } answers ({ $percent } %)
cli-logs-peak = { $minutes ->
    [1] Most in one minute: { $failed } of { $answers }, from { $from } on
   *[other] Most in { $minutes } minutes: { $failed } of { $answers }, from { $from } on
}
cli-logs-upstreams = servers behind the gateway
cli-logs-pages = pages
cli-logs-consequence = follows from other failures
cli-logs-aside = no reason for an error page by itself
cli-logs-incidents = Incidents, the largest by their lines
cli-logs-other = { $kind ->
    [archive] This is an archive of several files. Unpack it and hand over the logs in it.
    [journal] This is a journal of systemd. Hand it over as text: journalctl -o short-iso -u nginx | gatemend logs -
    [page] This is a web page and no log. `gatemend identify FILE` says who wrote it.
    [case] This is a saved case and no log. `gatemend show FILE` prints it.
    [configuration] This is a configuration and no log. `gatemend check URL --as owner --config FILE` reads it, and its log is where access_log or error_log (or the like) says.
   *[other] This is no text, and so no log that can be read.
}
cli-logs-own-looks = { $count ->
    [one] One of these answers went to Gatemend itself. It is left out of all counts, unless nothing else failed.
   *[other] { $count } of these answers went to Gatemend itself. They are left out of all counts, unless nothing else failed.
}
cli-logs-names-left-out = There were more different pages and servers than are counted: each of them has at least as many lines as stand here.
cli-logs-zone = Times are those of your own time zone ({ $zone }).
cli-logs-own-clock = These logs name no time zone, so their times are as their own clock showed them: { $logs }.
cli-logs-empty = empty, nothing was written to it
cli-logs-unlearnt = { $missing ->
    [time] These lines may be an access log of a form of its own, but no column is plainly a time.
    [page] These lines may be an access log of a form of its own, but it is not clear which column is the page.
    [status] These lines may be an access log of a form of its own, but it is not clear which column is the status.
   *[other] These lines have no form that could be learnt from them.
} Name the columns: --log-format '$remote_addr [$time_local] "$request" $status', as your nginx has it in log_format (or Apache in LogFormat), or hand over the file that has it: --config /etc/nginx/nginx.conf
cli-logs-hint = perhaps: only the status says so
cli-logs-unrecognised = Lines of no known kind

# Formats of logs
log-format-nginx-error = nginx error log
log-format-haproxy = HAProxy log
log-format-access = access log
log-format-apache-error = Apache error log
log-format-php-fpm = PHP-FPM log
log-format-envoy = Envoy access log
log-format-aws-alb = AWS load balancer log
log-format-aws-clb = AWS Classic Load Balancer log
log-format-cloudfront = CloudFront log
log-format-iis = IIS log
log-format-httperr = HTTP.sys error log
log-format-squid = Squid access log
log-format-json = log of JSON objects
log-format-kernel = kernel log
log-format-bracketed = log with times in brackets
log-format-syslog = system log
log-format-uwsgi-request = uWSGI request log
log-format-uwsgi = uWSGI log
log-format-catalina = Tomcat log
log-format-dated = log with dates
log-format-own = own format { $name }

# gatemend check --list-contacts, and the list in the window
contacts-site = { $site } (and its www twin, where it redirects)
contacts-some-site = the site (and its www twin, where it redirects)
contacts-origin = { $ip } (the server behind the gateway, as you named it)
contacts-router = your router
contacts-servers = your DNS servers
contacts-authoritative = the domain's own DNS servers
contacts-proxy = the proxy in force
contacts-probes = the DNS servers are also asked for ipv4only.arpa and for a name that does not exist; 192.0.2.53, where nobody runs DNS, is asked once to see whether somebody answers for it
contacts-vantage = the view from other places ({ $service }): it is told the site's name, your server's address where you gave it, and sees your internet address; its results can be read for seven days by whoever has their number
contacts-registers = the registers of domains and addresses, found through { $list }, and those that they name: they are told the site's domain and an address of it, to learn whom to tell
