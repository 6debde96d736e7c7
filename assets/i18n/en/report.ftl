## report

report-title = Check-up of { $page }
report-brand = Gatemend
report-started = { $time }

report-no-verdict = This check-up ended without a verdict.
report-no-verdict-stopped = This check-up was stopped before a verdict.
report-no-verdict-budget = The time for this check-up ran out before a verdict.

report-fault-none = Nothing to fix
report-fault-your-device = For whoever uses this device
report-fault-your-network = For whoever runs this network
report-fault-dns-resolver = For whoever sets the DNS server
report-fault-site-dns = For the site's operator
report-fault-path = For the internet provider
report-fault-site-edge = For the site's operator
report-fault-site-origin = For the site's operator
report-fault-unknown = Not decided yet

report-confidence-certain = Certain
report-confidence-strong = Almost certain
report-confidence-likely = Likely
report-confidence-possible = Possible

report-reason = Reason
report-reason-line = { $cause }, { $confidence }
report-sure-certain = Certain: it was said in so many words, or proved by a protocol.
report-sure-strong = Almost certain: every other explanation is contradicted by something seen.
report-sure-likely = Likely: this one leads, and another is not ruled out.
report-sure-possible = Possible: several explanations stand.
report-cause-name = Gatemend's name for the cause is { $cause }; `gatemend explain { $cause }` says more about it.

report-who-visitor = You, the visitor
report-who-owner = The site's operator
report-who-host = The hosting provider
report-who-isp = The internet provider
report-who-network-admin = Whoever runs this network
report-who-nobody = Nobody

report-status-waiting = Waiting
report-status-running = Checking
report-status-passed = Fine
report-status-warning = Worth a look
report-status-problem = Problem
report-status-skipped = Not needed
report-status-failed = Could not check
report-status-needs-you = Your turn

report-station-device = This device
report-station-router = Router
report-station-dns = DNS
report-station-internet = Internet
report-station-gateway = Gateway
report-station-origin = Origin server
report-state-unseen = Not seen
report-state-fine = Fine
report-state-doubtful = Worth a look
report-state-broken = Breaks here
report-state-concluded = Breaks here
report-state-running = Checking
report-state-failed = Could not check
report-zone-near = Your side
report-zone-way = On the way
report-zone-site = The site
report-zone-partly = Seen in part
report-path-label = The path from this device to the site's server. { $stations }
report-path-station = { $station }: { $state }

report-head-key = At a glance
report-head-because = How we know
report-head-next = What to do now
report-head-leave = What can be left alone
report-head-alternatives = What else it could be
report-head-not-tested = What was not tested
report-head-checklist = Every check
report-head-ruled-out = Tried and found fine
report-head-tried = What was tried
report-head-visits = Every visit
report-head-dns = What each DNS server says
report-head-controls = Other sites, for comparison
report-head-places = From other places
report-head-trace = Way to the site
report-head-others = What else was looked at
report-head-verify = See it for yourself
report-head-raw = Answers in full
report-head-said = What the visitor reports
report-head-malfunctions = What this program could not do
report-head-about = About this report

report-key-time = Time
report-key-page = Page
report-key-answer = Answer
report-key-looks = Looks
report-key-client = Asked from
report-key-speaker = Said by
report-key-ids = Request ids
report-key-ips = Addresses asked
report-key-server = Server header
report-key-certificate = Certificate
report-key-verdict = Verdict
report-key-evidence = Evidence
report-key-asked = Asked of you
report-none-seen = none seen
report-asked-default = Look at the log of the machine that gave this answer, at the time above.
report-asked-open = Nothing yet: what was seen does not decide who has to act.
report-asked-nothing = Nothing; this is for your information.

report-verify = Check it
report-change-file = In the file
report-change-apply = Save these lines as change.diff, then
report-change-reload = Then
report-change-undo = To undo it
report-rests-on = { $count ->
    [one] Seen in this observation below:
   *[other] Seen in these observations below:
}
report-separated-by = Told apart by: { $how }
report-alternative-line = { $fault }: { $cause }

report-column-id = ID
report-column-time = Time (UTC)
report-column-purpose = Visit
report-column-place = Place
report-column-network = Network
report-column-url = Page
report-column-ip = Address
report-column-tcp = TCP ms
report-column-tls = TLS ms
report-column-first-byte = First byte ms
report-column-outcome = Outcome
report-column-server = Server
report-column-way = Kind
report-column-question = Question
report-column-answer = Answer
report-column-took = Took
report-column-check = Check
report-column-status = Result
report-column-site = Site
report-column-hop = Router
report-column-what = What

report-looks = { $bad ->
    [0] { $count ->
        [one] The only look at the page went well, { $window }
       *[other] None of { $count } looks at the page failed, { $window }
    }
   *[other] { report-looks-failed } failed, { $window }
}
report-looks-failed = { $count ->
    [one] The only look at the page
   *[other] { $bad } of { $count } looks at the page
}
report-client = { $family }, { $own }; it names itself Gatemend/{ $version } in your logs
report-client-no-visit = { $own }; no connection to the site came about
report-client-proxy = through the proxy { $proxy }
report-client-unknown = its own address is not known
report-client-private = from a private address; the public one is not known here
report-client-public = from { $ips }
report-stand-in = { $ip } (in place of the real address, which is left out)
report-span = { $from } to { $to }
report-and-more = { $shown } and { $count } more
report-left-out = { $count ->
    [one] One more row is left out here; the case file has it.
   *[other] { $count } more rows are left out here; the case file has them.
}
report-trace-to = To { $ip }, port { $port }
report-hop-silent = no answer
report-hop-none = no router answered
report-seen-proxies = Proxy settings
report-seen-no-proxy = no proxy is set
report-seen-script = a proxy script is set
report-seen-hosts-file = Hosts file
report-seen-lines = { $count ->
    [0] says nothing about the site
    [one] one line names the site
   *[other] { $count } lines name the site
}
report-seen-network = Network
report-seen-routes = IPv4: { $v4 }, IPv6: { $v6 }
report-seen-route = connected
report-seen-no-route = not connected
report-seen-name-servers = DNS servers of this device
report-seen-browsers = Browsers' own settings
report-seen-profiles = { $count ->
    [one] one profile
   *[other] { $count } profiles
}
report-seen-root-store = Trusted certificate authorities
report-seen-roots = { $count ->
    [0] none beyond the public ones
    [one] one beyond the public ones
   *[other] { $count } beyond the public ones
}
report-seen-router = Router
report-seen-waiting = Still waiting
report-seen-origin = Server behind the gateway
report-seen-log = Log
report-seen-tried = Tried
report-seen-configuration = Gateway's configuration
report-seen-error-page = Error page
report-seen-server = The server itself
report-server-by = { $told } (by { $how })
report-server-listeners = Who takes connections: { $seen }
report-server-programs = Gateways and applications that run: { $seen }
report-server-space = Room: { $seen }
report-server-free = { $path } { $free } of { $total }
report-server-memory = Memory: { $seen }
report-server-memory-free = { $free } of { $total } to be had
report-server-memory-kills = { $free } of { $total } to be had; programs ended for want of memory since the start: { $kills }
report-server-kills = Ended for want of memory in the last hour: { $seen }
report-server-pools = Pools of PHP-FPM: { $seen }
report-server-services = Services: { $seen }
report-server-socket = Socket { $seen }
report-server-name = Name { $seen } (as this machine looks it up)
report-server-socket-none = no such file
report-server-socket-taken = { $rights }, and somebody takes connections there
report-server-socket-dead = { $rights }, and nobody is seen to take connections there
report-server-none = none
report-server-more = { $count } more
report-seen-files = { $count ->
    [one] one file
   *[other] { $count } files
}
report-network-home = home connection
report-network-data-centre = data centre
report-network-unknown = network
report-seen-register = Register
report-seen-contacts = { $count ->
    [0] nobody to write to
    [one] one contact
   *[other] { $count } contacts
}
report-seen-registers = { $told } (asked: { $registers })
report-seen-world = From other places
report-seen-places = { $good } of { $count } places get an answer without an error
report-seen-places-names = DNS servers at { $good } of { $count } places give addresses
report-seen-places-route = packets from { $good } of { $count } places arrive
report-route-arrives = packets arrive
report-route-ends = packets end in the network { $network }
report-seen-user-said = What the visitor reports
report-seen-below = told in full above
report-seen-malfunction = Fault of this program

report-same-page = as above
report-no-visits = No visit was made.
report-no-dns = No DNS server was asked.
report-body-cut = The body goes on; { $bytes } bytes more are left out here.
report-body-empty = The body is empty.

report-made-by = Made by { $name } { $version }, rules of { $rules }.
report-redacted = Addresses of the own network, query values, names and credentials were replaced by stand-ins. Equal stand-ins stand for equal values: 240.0.0.1 or 100::1 and the like for own public addresses, 10.0.0.1, fd00::1 and fe80::1 for private ones, REDACTED1 and hid1 for values, hidden1@example.invalid for e-mail addresses.
report-not-redacted = Not everything that is personal was replaced in this report. It may show addresses and names of the own network; look through it before you pass it on.
report-role-visitor = Checked as a visitor.
report-role-owner = Checked as the site's operator.

report-certificate-line = { $subject }, issued by { $issuer }, valid from { $from } until { $until }; { $trust }
report-trust-bundled = trusted by public roots
report-trust-extra = trusted by a root from the settings
report-trust-system = trusted only by a root of this system
report-trust-expired = not trusted: it ran out
report-trust-not-yet-valid = not trusted: it is not valid yet
report-trust-wrong-name = not trusted: it is for another name
report-trust-unknown-issuer = not trusted: its issuer is not known
report-trust-revoked = not trusted: it was withdrawn
report-trust-invalid = not trusted: it is faulty

report-not-tried = not tried: { $why }
report-not-visited = not visited
report-failure-after = { $what } after { $time }
report-failure-refused = connection refused
report-failure-reset = connection reset
report-failure-closed = connection closed too early
report-failure-timed-out = no answer
report-failure-host-unreachable = host not reachable
report-failure-network-unreachable = no route there
report-failure-permission-denied = not allowed on this device
report-failure-name-not-found = name not found
report-failure-lookup-failed = name lookup failed
report-failure-tls-refused = secure connection refused
report-failure-protocol = not the expected protocol
report-failure-too-large = more than is read
report-failure-cancelled = stopped
report-failure-out-of-budget = out of time for the whole check-up
report-failure-internal = this program failed
report-failure-other = failed

report-phase-tcp = Connecting
report-phase-tunnel = Through the proxy
report-phase-tls = Secure connection
report-phase-http = Waiting for the answer
report-phase-body = Reading the page

report-purpose-page = the page
report-purpose-repeat = the page again, { $number }
report-purpose-http1 = the page over HTTP/1.1
report-purpose-hop = after redirect { $number }
report-purpose-home-page = the home page
report-purpose-home-again = the home page again
report-purpose-security-txt = the file that says whom to tell
report-purpose-static-file = a plain file
report-purpose-other-scheme = http instead of https, or the reverse
report-purpose-twin = with or without www
report-purpose-plain = without compression
report-purpose-fresh = past every cache
report-purpose-cookies = with { $number } kB of cookies
report-purpose-other-address = an address from another DNS server
report-purpose-direct = without the proxy
report-purpose-control = another site

report-server-system = this device's own
report-server-router = the router's
report-server-browser = the browser's own
report-server-public = public
report-server-authoritative = the domain's own
report-server-nobody = an address where no DNS server is: an answer from it shows interception
report-transport-udp = UDP
report-transport-tcp = TCP
report-transport-tls = DNS over TLS
report-transport-https = DNS over HTTPS
report-dns-empty = exists, but no such record
report-dns-device = This device
report-dns-device-way = as every program gets it

# Messages to those who can do something about it
report-head-letter = Whom to tell
report-letter-to-site = To those who run { $host }
report-letter-to-host = To those in whose network the address of { $host } is
report-letter-to-host-named = To { $name }, in whose network the address of { $host } is
report-letter-to-cdn = To the delivery network in front of { $host }
report-letter-to-cdn-named = To the support of { $name }, in front of { $host }
report-letter-to-isp = To your internet provider
report-letter-begin-site = Your site { $host } fails. This is what was seen:
report-letter-begin-host = A site in your network, { $host }, cannot be reached. This is what was seen:
report-letter-begin-cdn = An error of your network in front of the site { $host } was seen:
report-letter-begin-isp = The site { $host } cannot be reached from your network. This is what was seen:
report-letter-ask-site = Please look at it with the time and the numbers above; the full report can be had on request.
report-letter-ask-host = Please look whether the address takes connections from outside, and tell your customer.
report-letter-ask-cdn = Please find the requests by the numbers above, and say what failed there.
report-letter-ask-isp = Please look at the way to this address and at the answers of your DNS servers for this name.

# An error page for the site, and what is to be said of the one that is there
error-page-title = This page cannot be shown right now
error-page-about = Something behind this site is not answering. It is not your device or your connection. The people who run the site can mend it.
error-page-form = If you sent a form just now, look whether it arrived before you send it again.
error-page-again = Try again now
error-page-wait = This page looks again by itself in about # seconds.
error-page-is-good = Nothing to mend: it keeps its status, says how long to wait, and stands alone.
error-page-status-lost = It is an error, and says { $value }, which means that all is well: search engines, caches and monitors believe that. Keep the status of the error.
error-page-kept = Caches may keep it for { $value } s, and go on showing it when the site is well again. Say `Cache-Control: no-store`.
error-page-no-retry-after = It does not say how long to wait (`Retry-After`).
error-page-names-version = It tells everybody what runs there: { $value }.
error-page-hammers = It asks again after { $value } s, which keeps a site down that is overloaded.
error-page-leans-on-site = It needs more files from the site, which may fail as well.
error-page-empty = It is empty, so browsers show a page of their own.
error-page-heavy = It has { $value } bytes, which is much while a site is in trouble.

# A visitor's request in the logs of the site
request-title = The visitor's requests in these logs
request-clock-right = The visitor's clock and the site's agree.
request-clock-ahead = By the dates of the site's answers, the visitor's clock was { $time } ahead; the times here are the site's.
request-clock-behind = By the dates of the site's answers, the visitor's clock was { $time } behind; the times here are the site's.
# What is told of the log, then what it has about the request.
request-beside = { $told }. { $request }
request-clock-unknown = No answer of the site tells its time, so the visitor's own clock is taken.
request-by-id = Found by its number: this is the very request.
request-by-program = Found by time, page and the name of the program that asked (Gatemend).
request-by-address = Found by time, page and the visitor's address.
request-by-page = { $count ->
    [one] One request for this page in that very second; whether it is the visitor's cannot be told.
   *[other] { $count } requests for this page in those very seconds; which of them is the visitor's cannot be told.
}
request-not-covered = It has no lines on both sides of that moment, so it says nothing about this request.
request-not-every = It has nothing about this request; such a log does not have a line for every one.
request-not-there = No such request in this log: it did not reach this server, or this is not its log.

# The ladder of time limits
limits-title = Who gives up when
limits-about = From the visitor's side inwards: how long each one waits for an answer.
limits-default = as delivered; whether it was changed was not seen
limits-option = { $option } on its command line
limits-set = { $setting }, { $where }
limits-measured = measured: by its log it gave up, and so long the answer took
limits-inner-perhaps-longer = If { $inner } and { $outer } have the limits shown, { $inner } may work for { $long } while { $outer } gives up after { $short }: the visitor gets an error while the work goes on. Look which limits are set, and let the inner one be the shorter.
limits-inner-longer = { $inner } may work for { $long }, but { $outer } gives up after { $short }: the visitor gets an error while the work goes on. Let the inner limit be the shorter one, or make the work shorter.
limits-in-order = Nothing goes on working behind something that has given up: each limit is at most as long as those in front of it.
limits-perhaps-in-order = If nobody changed the makers' values, nothing goes on working behind something that has given up.
