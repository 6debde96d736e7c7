## The verdict: one sentence for each cause, what to leave alone, what was not tested.

# The closing words of a headline, by who reads it.
headline-who-mends = { $reader ->
    [owner] It is on your side, or your hosting provider's.
    [machine] Whoever runs that server can mend it.
   *[visitor] Only the site's operators can mend that.
}

# How sure the cause is: what is only likely or possible is not told as a fact.
headline-sure = { $sure ->
    [likely] probably{" "}
    [possible] possibly{" "}
   *[other] {""}
}
headline-sure-aside = { $sure ->
    [likely] , probably
    [possible] , possibly
   *[other] {""}
}

# Servers behind the gateway
headline-origin-refused = { $host } itself is reachable, but the server behind its gateway { headline-sure }does not take requests. { headline-who-mends }
headline-origin-timeout-connect = { $host } itself is reachable, but its gateway { headline-sure }cannot get through to the server behind it. { headline-who-mends }
headline-origin-timeout-response = { $host } itself is reachable, but the server behind its gateway { headline-sure }takes too long to answer. { headline-who-mends }
headline-origin-reset = { $host } itself is reachable, but the server behind its gateway { headline-sure }breaks off connections. { headline-who-mends }
headline-origin-closed-early = { $host } itself is reachable, but the server behind its gateway { headline-sure }hangs up before it has answered. { headline-who-mends }
headline-origin-invalid-response = { $host } itself is reachable, but the server behind its gateway { headline-sure }sends something that is no proper answer. { headline-who-mends }
headline-origin-header-too-large = { $host } itself is reachable, but the server behind its gateway { headline-sure }sends a larger head than the gateway takes. { headline-who-mends }
headline-origin-tls = { $host } itself is reachable, but its gateway and the server behind it { headline-sure }cannot agree on an encrypted connection. { headline-who-mends }
headline-origin-dns = { $host } itself is reachable, but its gateway { headline-sure }does not find the address of the server behind it. { headline-who-mends }
headline-origin-no-route = { $host } itself is reachable, but its gateway { headline-sure }finds no way to the server behind it. { headline-who-mends }
headline-origin-overloaded = { $host } itself is reachable, but the servers behind it { headline-sure }have too much to do. { headline-who-mends }
headline-origin-connection-limit = { $host } itself is reachable, but its gateway { headline-sure }may not open more connections to the server behind it. { headline-who-mends }
headline-origin-crashed = { $host } itself is reachable, but the program behind its gateway { headline-sure }crashed. { headline-who-mends }
headline-origin-app-error = { $host } itself is reachable, but the program that makes its pages { headline-sure }fails. { headline-who-mends }
headline-pool-empty = { $host } itself is reachable, but its gateway { headline-sure }has no working server left behind it. { headline-who-mends }
headline-pool-partial = Some of the servers behind { $host } { headline-sure }fail and others work, so every now and then a request goes wrong. { headline-who-mends }
headline-app-socket-missing = The gateway of { $host } { headline-sure }finds no running program to make its pages. { headline-who-mends }
headline-app-socket-permission = The gateway of { $host } { headline-sure }may not talk to the program that makes its pages. { headline-who-mends }
headline-app-workers-exhausted = All workers of the program behind { $host } are { headline-sure }busy. { headline-who-mends }
headline-app-timeout-killed = The program behind { $host } was { headline-sure }ended because it took too long. { headline-who-mends }
headline-app-out-of-memory = The program behind { $host } was { headline-sure }ended because memory ran out. { headline-who-mends }

# The gateway
headline-gateway-misconfigured = The gateway of { $host } is { headline-sure }set up wrongly. { headline-who-mends }
headline-gateway-file-limit = The gateway of { $host } { headline-sure }may not open more files. { headline-who-mends }
headline-gateway-disk-full = The gateway of { $host } { headline-sure }has no disk space left. { headline-who-mends }
headline-gateway-overloaded = The gateway of { $host } { headline-sure }has too much to do. { headline-who-mends }
headline-edge-internal = The gateway of { $host } { headline-sure }itself fails. { headline-who-mends }
headline-fails-only-elsewhere = { $host } works for you now, and fails at other places at the same time. { headline-who-mends }
headline-works-from-elsewhere = { $host } fails from here and works from other places: not everybody sees this. What was seen does not make it your fault.
headline-edge-blocked = { $host } works, but { headline-sure }turns this request away on purpose.
headline-edge-unreachable = { $host } { headline-sure }takes no connections, while other sites work from here. { headline-who-mends }
headline-rate-limited = { $host } works, but { headline-sure }wants fewer requests from your network. Wait a while.
headline-maintenance = { $host } is { headline-sure }closed for maintenance and says so itself. Come back later.
headline-request-header-too-large = { $host } works, but { headline-sure }refuses what your browser sends along: most likely its own cookies have grown too large. Deleting this site's cookies helps you, and the site should raise its limit.
headline-request-body-too-large = { $host } works, but what was to be sent to it is { headline-sure }larger than it takes.
headline-redirect-loop = { $host } { headline-sure }sends every browser round in circles. { headline-who-mends }
headline-http2-protocol-error = { $host } { headline-sure }fails over the kind of connection that modern browsers use (HTTP/2), and works over the older kind. { headline-who-mends }
headline-site-not-found = The gateway that answers for { $host } { headline-sure }does not know this site. { headline-who-mends }
headline-quota-exceeded = { $host } has { headline-sure }used up what its hosting plan allows. { headline-who-mends }

# TLS with the visitor
headline-tls-certificate-expired = The certificate with which { $host } proves who it is has { headline-sure }run out. { $reader ->
    [owner] Renew it.
    [machine] Whoever runs that server can renew it.
   *[visitor] Only the site's operators can renew it.
}
headline-tls-certificate-name = What answers for { $host } { headline-sure }shows a certificate for another name. { headline-who-mends } Do not type anything secret there.
headline-tls-untrusted = { $host } { headline-sure }shows a certificate for which no public authority vouches. { headline-who-mends } Do not type anything secret there.
headline-tls-handshake = { $host } answers, but { headline-sure }no encrypted connection to it comes about. { $reader ->
    [owner] Most likely it is on your side.
   *[visitor] Most likely those who run it have to mend that.
}
headline-tls-intercepted = Something in your network { headline-sure }reads your encrypted connections: what you see does not come from { $host } untouched. Whoever runs the network has to act.
headline-tls-intercepted-your-device = A program on this device { headline-sure }reads your encrypted connections: what you see does not come from { $host } untouched. You can switch that off.

# DNS
headline-stale-dns-site-dns = The domain's own DNS servers { headline-sure }contradict one another about { $host }: some still lead to an address where it fails. { headline-who-mends }
headline-stale-dns = { $host } works, but your DNS server { headline-sure }still sends you to an old address. Your provider, or another DNS server, mends that.
headline-resolver-failing = { $host } works, but the DNS server that you use { headline-sure }does not. Your provider, or another DNS server, mends that.
headline-resolver-slow = { $host } works, but the DNS server that you use is { headline-sure }slow.
headline-resolver-hijack = { $host } works, but your DNS server { headline-sure }sends you somewhere else. Do not type anything secret there; another DNS server mends that.
headline-nxdomain = There is { headline-sure }no site of the name { $host }: nobody knows it. { $reader ->
    [owner] Check the spelling and the DNS entries of the domain.
   *[visitor] Check the spelling; if it is right, only its owner can mend that.
}
headline-no-address = The name { $host } exists, but { headline-sure }leads nowhere: { $reader ->
    [owner] no address is set for it.
   *[visitor] its owner has set no address for it.
}
headline-dnssec-bogus = The DNS entries of { $host } { headline-sure }have broken signatures, so careful DNS servers refuse to give its address. { headline-who-mends }
headline-nameserver-failing = The name servers of { $host } { headline-sure }do not answer, so nobody finds the site. { headline-who-mends }

# Reachability
headline-one-address-dead = { $host } has several addresses, and { headline-sure }not all of them work: some visitors get through and others do not. { headline-who-mends }
headline-ipv6-broken = { $host } { headline-sure }works over IPv4, but not over IPv6. { headline-who-mends }
headline-ipv6-broken-path = Over IPv6 { $host } { headline-sure }cannot be reached from here, though others reach it. Over IPv4 it works.
headline-ipv6-broken-your-network = IPv6 { headline-sure }does not work in your network, while IPv4 does. This is not the fault of { $host }.
headline-router-unreachable = Your router { headline-sure }does not answer, so nothing on the internet can be reached. This is not the fault of { $host }.
headline-no-internet = Your internet connection is { headline-sure }down. This is not the fault of { $host }.
headline-captive-portal = This network { headline-sure }wants you to sign in before it lets you through. This is not the fault of { $host }.
headline-port-blocked = Something on the way { headline-sure }blocks the port that { $host } uses. Most likely it is your network.
headline-local-proxy = The proxy of your network { headline-sure }fails; without it { $host } works. Whoever runs the network has to act.
headline-local-proxy-your-device = This device is set to use a proxy that { headline-sure }fails; without it { $host } works. You can switch that off.
headline-local-proxy-alone = The proxy through which this device goes { headline-sure }fails, so nothing can be said of { $host } itself.
headline-hosts-file-alone = A line in this device's hosts file { headline-sure }sends you to an address where { $host } fails. Whether it works elsewhere was not seen.
headline-path-broken = { $host } cannot be reached from here: packets { headline-sure }get lost on the way, while other sites work. Most likely your provider, or one behind it, has to act.

# The visitor's side
headline-browser-state = { $host } works; something that your browser has kept { headline-sure }stands in the way. You can mend that.
headline-hosts-file = { $host } works, but a line in this device's hosts file { headline-sure }sends you to an address where it fails. You can mend that.
headline-clock-skew = This device's clock is { headline-sure }wrong, so it takes the certificate of { $host } for invalid. Set the clock.

# Other
headline-transient = { $host } works now. What you saw is { headline-sure }over.
headline-browser-warns = { $host } works for Gatemend, but not necessarily in your browser. Its warning about the secure connection mostly comes from the device that showed it: a wrong clock, or security software.
headline-healthy = { $host } works.
headline-healthy-deliberate = { $host } works. For this page it answers { $status } on purpose.
headline-client-aborted = The request was { headline-sure }given up before the answer came. This is not the fault of { $host }.
# A pasted text alone. $title is the cause's own title.
headline-by-the-text-alone = By this text alone{ headline-sure-aside }: { $title }.
headline-by-the-logs = By these logs{ headline-sure-aside }: { $title }.
headline-hinted-by-the-logs = These logs show that pages fail, and do not say why. They fit this, among other things: { $title }.
headline-logs-say-nothing = No line of these logs says why a page would fail.
headline-by-statuses-alone = These logs show that pages fail, and not why.
headline-logs-outside-the-time = These logs have no line of the time that was asked for.
headline-logs-answer-well = { $times ->
    [known] { $count ->
        [one] These logs hold one answer, of { $from }, and it is no failure.
       *[other] No failure in { $count } answers of these logs, between { $from } and { $to }.
    }
   *[other] { $count ->
        [one] These logs hold one answer, and it is no failure.
       *[other] No failure in { $count } answers of these logs.
    }
}
headline-logs-name-no-failure = { $count ->
    [one] These logs hold one line that was understood, and it names no failure of the gateway or of what is behind it.
   *[other] None of the { $count } lines that were understood names a failure of the gateway or of what is behind it.
}
headline-logs-not-read = Nothing of these logs was read before the stop.
headline-logs-are-empty = These logs are empty.
headline-by-a-log-entry = By this log entry{ headline-sure-aside }: { $title }.
headline-unknown = What was seen does not decide who has to act for { $host }.
headline-stopped = The check was stopped before it was known who has to act for { $host }.
headline-out-of-time = The time for the check ran out before it was known who has to act for { $host }.

# Next steps that do not belong to one cause
next-works-for-you = You get the page. If somebody else does not, let them check from where they are.
next-nothing = Nothing has to be done.
next-send-report = Send a report to the site: it says what they need to know.
next-look-again = Check again in a few minutes: what was open then may be decided.
next-send-again = Open the page from its start and send once more what you sent. If the same answer comes back, tell the site what you did just before it.
next-isp-path = Find out why packets to this site do not get through; the report says how far they come.
next-isp-dns = Check your DNS servers' answers for this name against the report.
next-tell-network-admin = If this is not your own network, show a report to whoever runs it.
next-network-admin = See where in this network it stops; what is told below was seen from inside it.
next-owner-host = If others run the server for you, send them a report: it has the time, the addresses and the answer in full.
next-owner-empty-store = Empty the cache for this page, and tell it to keep errors for a few seconds at most.
next-if-it-returns = If it comes back: check while it fails, watch the page here, and send the site's people the report.
next-owner-dns = If others keep the DNS entries for you (registrar, DNS provider), send them a report.
next-tls-handshake-not-you = Wait: other sites open from here, so it is neither your browser nor your connection.
next-certificate-clock-is-right = Wait until the site has renewed it, and enter no passwords there until then. Your device's clock is right.
next-edge-blocked-number = Try another network, without VPN; otherwise write to the site and name this request ({ $name }: { $value }).
next-edge-blocked-no-number = Try another network, without VPN; otherwise write to the site, and say when you were turned away.
next-sign-in-at = Sign in to this network first: open http://{ $to }/ or any page that begins with http://, then come back to this one.
next-retry-after-seconds = The site asks to come back in { $count ->
    [one] a second
   *[other] { $count } seconds
}.
next-retry-after-minutes = The site asks to come back in about { $count ->
    [one] a minute
   *[other] { $count } minutes
}.
next-retry-after-hours = The site asks to come back in about { $count ->
    [one] an hour
   *[other] { $count } hours
}.
next-retry-after-days = The site asks to come back in about { $count ->
    [one] a day
   *[other] { $count } days
}.

# What to leave alone
leave-router-what = Restarting the router or the modem
leave-router-why = The way to the site works: it was the site that answered.
leave-router-others-what = Restarting the router or the modem
leave-router-others-why = Your connection works: other sites answer.
leave-dns-what = Changing your DNS server
leave-dns-why = Other DNS servers lead to the same failure.
leave-browser-what = Clearing the cache or cookies, reinstalling the browser
leave-browser-why = A request without any of them fails as well, and browsers do not keep such errors.
leave-browser-stored-what = Clearing cookies, reinstalling the browser
leave-browser-stored-why = A request without any of them fails as well. The error is kept by a cache of the site, not by your browser.
leave-browser-past-the-store-what = Reloading without the copy, clearing the cache or cookies
leave-browser-past-the-store-why = We asked for the page past every cache as well, and it fails in the same way.
leave-security-software-what = Switching off antivirus, VPN or firewall
leave-security-software-why = The certificate is the site's own: nobody has put himself in between.
leave-site-alone-what = Complaining to the site
leave-site-alone-why = It works for those who get its right address.
leave-browser-link-what = Clearing the browser's cache or changing its settings
leave-browser-link-why = No program gets through at the moment.
leave-restart-what = Restarting everything before anybody has looked
leave-restart-why = It may hide the cause until it comes back. Read the logs of these minutes first; then restart one thing at a time, and check again after each.
leave-gateway-what = Reinstalling the gateway
leave-gateway-why = It works: it is what reports the failure.

# What was not tested
untested-log-rest-what = The rest of these logs
untested-log-rest-why = The reading ended before it.
untested-log-times-what = { $count ->
    [one] One line of another time
   *[other] { $count } lines of other times
}
untested-log-times-why = Only lines within --since and --until count.
untested-log-lines-what = { $count ->
    [one] One line of no known kind
   *[other] { $count } lines of no known kind
}
untested-log-lines-why = They are counted, and not understood.
untested-site-what = The site itself
untested-site-why = Only the logs were read. Check the site with its logs at hand: gatemend check URL --as owner --log FILE
untested-world-what = How the site looks from other places
untested-world-why = Nobody but this device was asked. Pages that count complaints, such as Downdetector, show what people report, and measure nothing.
untested-world-failed-what = { untested-world-what }
untested-world-failed-why = The service could not be asked: { $why }
untested-world-page-what = How this very page looks from other places
untested-world-page-why = Only the home page was asked for there: the rest of the address is told to nobody but the site.
untested-browser-what = Your own browser, signed in, with its cookies and extensions
untested-browser-why = Gatemend asks without them.
untested-http3-what = The page over HTTP/3, which the site offers to browsers
untested-http3-why = Gatemend does not speak it. If only your browser fails, switch HTTP/3 (also called QUIC) off there, or try another network.
untested-large-hello-what = The long greeting with which today's browsers begin a secure connection
untested-large-hello-why = Gatemend's own is short, and some old routers and filters lose long ones. If the page opens over another network, such as that of a phone, tell those who run yours.
untested-server-elsewhere-what = The look at this computer does not count for the verdict
untested-server-elsewhere-why = { $why ->
    [untold] Nothing that was handed over names the server which the gateway asks for this page, so that nothing seen here can be tied to it. Hand over the gateway's configuration (--config) or its error log (--log).
   *[other] The gateway asks other computers for this page, or it was not seen to run on this one. Run the same check there, on the computer behind the gateway.
}
untested-origin-out-of-reach-what = The server behind the gateway, at { $address }
untested-origin-out-of-reach-why = This device has no way to it. The gateway's own way is another one: check again on the gateway itself, or from its network.
untested-loaded-what = Whether the gateway runs with these files
untested-loaded-why = They were read from the disk. A gateway takes up a change only when it starts or reloads, and `nginx -T` prints the disk as well, not what is in memory. Compare the time of the last change with the last reload: the error log says “reconfiguring”, and `ps -o lstart,cmd -C nginx` shows when the workers began.
untested-family-what = The site's addresses for { $family }
untested-family-why = This network has no { $family }.
untested-addresses-what = { $count ->
    [one] One more address of the site
   *[other] { $count } more addresses of the site
}
untested-addresses-why = A few addresses tell enough, and a site in trouble is asked as little as possible.
untested-token-what = The page itself more than once
untested-token-why = Its address looks like a link that works only once.
untested-inside-what = Where the site sends its visitors: { $host }
untested-inside-why = That is an address inside a private network, and a public site does not choose which machine there is asked.
untested-pac-what = The way that your proxy script chooses
untested-pac-why = Gatemend does not run such scripts.
untested-proxy-kind-what = The way through your proxy
untested-proxy-kind-why = It is of a kind that Gatemend does not speak ({ $kind }).
untested-browser-dns-what = The DNS server that your browser may use on its own
untested-browser-dns-why = Its settings name one; other public servers were asked instead.
untested-wall-what = More looks at the page
untested-wall-why = The site asked for fewer requests, so Gatemend stopped.
untested-skipped-what = The step “{ $step ->
    [address] { step-address-title }
    [device] { step-device-title }
    [router] { step-router-title }
    [internet] { step-internet-title }
    [dns] { step-dns-title }
    [connect] { step-connect-title }
    [tls] { step-tls-title }
    [page] { step-page-title }
    [speaker] { step-speaker-title }
    [ways-in] { step-ways-in-title }
    [other-pages] { step-other-pages-title }
    [over-time] { step-over-time-title }
    [path] { step-path-title }
    [origin] { step-origin-title }
    [logs] { step-logs-title }
    [configuration] { step-configuration-title }
   *[other] { $step }
}”
untested-skipped-why = It was left out at your wish.
untested-skipped-many-what = { $count } steps of the check-up
untested-skipped-many-why = They were left out at your wish.
untested-only-family-what = Addresses other than { $family }
untested-only-family-why = You asked for { $family } alone.
untested-budget-what = What had not answered when the time was over
untested-budget-why = The time allowed for the check ran out.
untested-cancelled-what = What had not been looked at yet
untested-cancelled-why = You stopped the check.
untested-malfunction-what = One of the checks
untested-malfunction-why = It failed through a fault of Gatemend itself.
untested-everything-what = Whether it is so now
untested-everything-why = Only the pasted text was read; nobody was asked.

# The verdict in few words, for the window. "It is not you." stands before it where the site is to blame.
window-not-you = It is not you.
short-origin-refused = The site's own server is not answering.
short-origin-refused-owner = Behind your gateway { headline-sure }nothing takes connections.
short-origin-timeout-connect = The site's own server { headline-sure }cannot be reached by its gateway.
short-origin-timeout-connect-owner = Your gateway { headline-sure }cannot reach the server behind it.
short-origin-timeout-response = The site's server { headline-sure }takes too long to make the page.
short-origin-timeout-response-owner = The server behind your gateway { headline-sure }takes too long.
short-origin-reset = The site's own server { headline-sure }breaks off connections.
short-origin-closed-early = The site's own server { headline-sure }hangs up before it answers.
short-origin-invalid-response = The site's own server { headline-sure }sends a broken answer.
short-origin-overloaded = The site's servers { headline-sure }have too much to do.
short-origin-app-error = The program that makes the page { headline-sure }fails.
short-pool-empty = The site { headline-sure }has no working server left.
short-pool-partial = Some of the site's servers { headline-sure }fail, and others work.
short-edge-unreachable = The site { headline-sure }takes no connections at all.
short-edge-internal = The site's front door { headline-sure }itself fails.
short-maintenance = The site is { headline-sure }closed for maintenance.
short-one-address-dead = Of the site's addresses { headline-sure }not all work.
short-ipv6-broken = The site { headline-sure }works over IPv4, but not over IPv6.
short-tls-certificate-expired = The site's proof of identity has { headline-sure }run out.
short-tls-certificate-name = The site { headline-sure }shows the proof of identity of another name.
short-site-not-found = The gateway that answers { headline-sure }does not know this site.
short-dnssec-bogus = The site's DNS entries { headline-sure }have broken signatures.
short-nameserver-failing = The site's own DNS servers { headline-sure }do not answer.
short-redirect-loop = The site { headline-sure }sends every browser round in circles.
short-stale-dns = The site works. Your DNS server { headline-sure }sends you to its old address.
short-resolver-failing = The site works. Your DNS server { headline-sure }does not.
short-resolver-hijack = The site works. Your DNS server { headline-sure }sends you somewhere else.
short-no-internet = Your internet connection is { headline-sure }down. The site is not the cause.
short-router-unreachable = Your router { headline-sure }does not answer, so nothing beyond it can be reached.
short-captive-portal = This network { headline-sure }wants you to sign in before it lets pages through.
short-hosts-file = The site works. A line in this computer's hosts file { headline-sure }leads elsewhere.
short-local-proxy = The site works. The proxy in between { headline-sure }fails.
short-clock-skew = This computer's clock is { headline-sure }wrong, so secure pages look unsafe.
short-browser-state = The site works now. Your browser is { headline-sure }showing something it kept.
short-transient = It has { headline-sure }passed. The page loads again.
short-healthy = The page loads from here. Nothing is broken.

# Changes to a configuration. Each tells what it does, how its value is chosen, and what it does not mend.
next-look-in-front = If visitors see an error all the same, it arises in front of this server, or at another time: read the logs of the gateway or CDN in front, or those of the minute that the visitors name.
next-other-times = Ask for other times with --since and --until, or leave them out.
next-read-the-error-log = Read the gateway's error log of the same minutes beside this one: an access log shows that it failed, and only the error log says why (nginx: error_log; Apache: ErrorLog; HAProxy and Envoy write their reason into the same line, where their format has it). Or let the access log tell more: with nginx add $upstream_addr, $upstream_status, $upstream_connect_time and $upstream_header_time to its log_format.
next-change-address = In { $file } put `{ $new }` in the place of `{ $old }`: the page was seen at { $address }, and nothing takes connections at the old address. Other places that name the old address stay as they are. If the server should be at the old address, mend the server instead.
next-change-scheme = In { $file } put `{ $new }` in the place of `{ $old }`: that is what the server was seen to speak at { $address }.
next-change-tls-name = In { $file } let nginx ask the server behind by the name `{ $name }`: by that name it was seen at { $address } to show a valid certificate. Leave the check of certificates on: it is what tells your server from another one.
next-change-body = In { $file } let visitors send up to { $size } MB here: the largest upload that the log shows as refused had { $bytes } bytes. The application may have a limit of its own (in PHP `upload_max_filesize` and `post_max_size`), which must be as large. Do not take the limit away: it keeps strangers from filling your disk.
next-change-buffers = In { $file } give the head of the answer more room: `{ $name }` must hold all of it, and { $size } kB do. Each waiting request takes that much memory, so measure the head (`curl -sD - -o /dev/null` at the server behind) and take the next power of two. It does not make the head smaller: look for cookies that grow.
next-change-files = In { $file } let each worker open { $files } files: { $connections } connections take two each when they are passed on, and logs need some. nginx must be restarted for it, since a worker that may open no more files does not hear that it should end. It does not help where connections are never closed; watch whether their number keeps growing.
next-change-connections = In { $file } allow { $connections } connections for each worker (before: { $now }){ $files ->
    [none] {""}
   *[other] , and { $files } files for them
    }. It does not make the server behind faster: if that one is slow, its queue only grows longer, so look at it first.
