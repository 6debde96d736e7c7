## What each rule found, in one or two sentences. Keyed by the rule's id.

# What the observations contradict
rule-site-spoke-over-tls = The answer { $status } came over an encrypted connection with a valid certificate for { $host }. Only the site itself can show that certificate, so neither your router, nor your line, nor your DNS wrote it.
rule-own-request-fails-too = Gatemend's own request, without cookies, cache or extensions, fails as well. So it is not your browser.
rule-controls-work = { $count ->
    [one] One site of another operator answers as it should, so your internet connection works.
   *[other] { $count } sites of other operators answer as they should, so your internet connection works.
}
rule-others-fail-too = Sites of other operators do not answer either, so it is not this one site.
rule-router-answers = Your router at { $ip } answers in { $ms ->
    [0] under 1 ms
   *[other] { $ms } ms
}.
rule-hosts-file-is-clean = This device's hosts file says nothing about the site.
rule-no-proxy-in-force = No proxy is set on this device.
rule-clock-is-right = This device's clock is right.
rule-added-certificate = The certificate of { $host } comes from an authority that you added yourself ({ $issuer }), so nobody else on the way has put himself in between.
rule-public-certificate = The certificate of { $host } comes from a public authority ({ $issuer }), so nobody on the way has put himself in between.
rule-resolvers-agree = { $count ->
    [one] One other DNS server gives an address that you have too, and no other address works better.
   *[other] { $count } other DNS servers give an address that you have too, and no other address works better.
}
rule-no-name-needed = The address is a number, so DNS has no part in it.
rule-name-resolves-everywhere = { $count ->
    [one] Another DNS server finds the name.
   *[other] { $count } other DNS servers find the name.
}
rule-fails-again-and-again = { $count ->
    [one] One look failed.
   *[other] { $count } looks in a row failed.
}
rule-fails-at-every-address = { $count ->
    [one] The only address of the site fails.
    [2] Both addresses of the site fail.
   *[other] All { $count } addresses of the site fail.
}
rule-path-to-site-works = A connection to the site comes about, so the way there works.
rule-page-fails-now = The page fails now, while Gatemend looks at it.

# Nothing wrong, or no longer
rule-page-works-ms = { $ms ->
    [0] under 1 ms
   *[other] { $ms } ms
}
rule-page-works = { $count ->
    [one] The page answered { $status } in { rule-page-works-ms }.
    [2] The page answered in both looks, with status { $status }, the first time in { rule-page-works-ms }.
   *[other] The page answered in all { $count } looks, with status { $status }, the first time in { rule-page-works-ms }.
}
rule-page-answers-deliberately = The site answers, and says { $status } on purpose.
rule-site-works-from-here = From this device { $host } works from end to end.
rule-error-is-over = You saw an error, and now the page works in { $count ->
    [one] the one look that was taken
    [2] both looks
   *[other] all { $count } looks
}.
rule-browser-warns = Your browser warned about the secure connection, while Gatemend's own connection was in order. That says nothing about the browser: the device on which it runs may have a wrong clock, or security software that reads along.
rule-browser-warned-elsewhere = Your browser warned about the secure connection. Gatemend was asked for the page without such a connection: the page works, but that says nothing about the warning.
rule-answer-is-about-what-was-sent = The answer that you saw ({ $status }) is about what the browser sent: a form, a file, its cookies or a long address. Gatemend sends none of these: the page works for it, but that says nothing about them.
rule-failed-then-worked = First { $bad ->
    [one] one look
   *[other] { $bad } looks
} failed, and since then { $good ->
    [one] one
   *[other] { $good }
} in a row went well.

# This device
rule-hosts-file-names-the-site = Line { $line } of { $file } sends the site's name to { $ip }, where it fails. At { $other }, the address that DNS gives, the page works.
rule-hosts-file-may-matter = Line { $line } of { $file } sends the site's name to { $ip }. Whether the page works elsewhere is not known.
rule-clock-is-wrong = This device's clock is { $minutes } minutes ahead. By the right time the site's certificate is valid.
rule-clock-is-behind = This device's clock is { $minutes } minutes behind. By the right time the site's certificate is valid.
rule-cookies-are-too-large = Without cookies the page works; with { $kilobytes } kB of them the site answers { $status }.
rule-request-is-too-large = The site refuses the request as too large ({ $status }).

# Proxy
rule-proxy-is-dead = This device is set to use the proxy { $proxy }, and nobody listens there. Without the proxy the page works.
rule-proxy-refuses = This device is set to use the proxy { $proxy }, and nobody listens there.
rule-proxy-is-silent = This device is set to use the proxy { $proxy }, and it does not answer.
rule-proxy-refuses-the-tunnel = The proxy { $proxy } refuses to open a connection to the site ({ $status }).
rule-proxy-answers-instead-of-server = The error { $status } was written by { $name } at { $proxy }, through which this device goes. Without it the page works.
rule-direct-request-works = The same request without the proxy works, at { $ip }.

# The visitor's network
rule-router-is-silent = Your router at { $ip } does not answer, and nothing beyond it does.
rule-line-is-dead = No site and no DNS server outside answers, although they belong to different operators.
rule-no-route = This device is not connected to any network.
rule-portal-wants-a-sign-in = This network sends every request to { $to }, which wants you to sign in first.
rule-portal-answers-for-others = This network answers in the name of other sites: it wants you to sign in first.
rule-everything-answers-alike = { $count } sites of other operators fail with the very same { $status }: one and the same machine near you answers for all of them.
rule-same-foreign-issuer = The site and other sites all show certificates signed by { $issuer }, which is no public authority: somebody reads along on the way.

# The DNS server in use
rule-internal-address = Your network leads to an internal server of the site, { $ip }, which fails; the public address { $other } works.
rule-resolver-gives-another-address = { $count ->
    [one] Your DNS server says { $ip }, where the page fails. Another DNS server says { $other }, and there the page works at the same moment.
   *[other] Your DNS server says { $ip }, where the page fails. { $count } other DNS servers say { $other }, and there the page works at the same moment.
}
rule-resolver-fails = Your DNS server { $server } fails, while { $count } others find the site.
rule-resolver-distrusts-all-names = Your DNS server { $server } finds the signatures of every name wrong, while { $count } others find the site. Told not to check them, it gives the address: the keys that it checks with are out of date.
rule-resolver-is-silent = Your DNS server { $server } does not answer, while { $count } others find the site.
rule-resolver-is-slow = Your DNS server needed { $ms } ms for the site's name. { $count } others gave the same kind of answer in a quarter of that time or less.
rule-lookup-is-slow = The site's name was found only after { $ms } ms.
rule-dns-is-intercepted = Something on the way answers DNS questions in the name of every server, and what was found at { $ip } is not signed by the site: so you may have been led to somebody else.
rule-resolver-denies-the-name = Your DNS server says that the site does not exist, while { $count } others find it.
rule-another-address-works = At { $ip }, the address that you get, the page fails; at { $other } it works.
rule-public-dns-works = { $count ->
    [one] Another DNS server finds the site, and at { $ip } it works.
   *[other] { $count } other DNS servers find the site, and at { $ip } it works.
}

# The domain's own DNS
rule-name-does-not-exist = { $count ->
    [one] Another DNS server says that there is no name { $host }.
   *[other] { $count } other DNS servers say that there is no name { $host }.
}
rule-name-is-unknown-here = The name { $host } is not known here.
rule-name-has-no-address = { $count ->
    [one] Another DNS server knows { $host }, and no address for it.
   *[other] { $count } other DNS servers know { $host }, and no address for it.
}
rule-only-the-twin-has-an-address = { $count ->
    [one] { $host } has no address, as another DNS server says. { $twin } has one.
   *[other] { $host } has no address, as { $count } other DNS servers say. { $twin } has one.
}
rule-signatures-are-bogus = { $count ->
    [one] Another DNS server checks the signatures of { $host } and rejects them; without the check it gives an address.
   *[other] { $count } other DNS servers check the signatures of { $host } and reject them; without the check they give an address.
}
rule-name-servers-fail = { $count ->
    [one] Another DNS server gets no answer about { $host } from the domain's own name servers, while other names work.
   *[other] { $count } other DNS servers get no answer about { $host } from the domain's own name servers, while other names work.
}

# The domain's own servers
rule-own-servers-disagree = The domain's own DNS servers contradict one another: { $server } gives { $bad }, where the page fails, { $other } gives { $good }, where it works.
rule-own-servers-have-two-states = The domain's own DNS servers hold two states of the zone: { $server } ({ $serial }) gives { $bad }, where the page fails, { $other } ({ $latest }) gives { $good }, where it works.

# In clear
rule-only-the-clear-text-fails = In clear (http) the answer is { $status }, over https the site shows no error: a device on the way may have given the answer.

# The way
rule-trail-ends-on-the-way = Packets to the site get as far as { $hop } ({ $count ->
    [one] the first router
   *[other] { $count } routers away
}) and no further.
rule-site-does-not-answer = Nothing answers at { $ip }, port { $port }, while other sites do.
rule-one-port-is-blocked = Port { $port } is silent, while port { $other } of the same address answers.

# TLS
rule-certificate-has-expired = The certificate of { $host } ran out on { $date }.
rule-certificate-ends-soon = The certificate of { $host } still holds and runs out on { $date }. Certificates are usually renewed well before that, so look whether the renewal still works.
rule-certificate-behind-ends-soon = The certificate that the server behind the gateway shows at { $address } still holds and runs out on { $date }. From then on a gateway that checks it does not connect, so look whether the renewal still works.
rule-certificate-is-for-another-name = The certificate shown for { $host } is for other names: { $names }.
rule-certificate-is-trusted-by-nobody = The certificate of { $host } was issued by { $issuer }, for which no public authority vouches.
rule-tls-handshake-fails = { $ip } takes the connection and then breaks off the encrypted greeting ({ $detail }).
rule-other-certificates-are-fine = { $count } other sites show certificates of public authorities here, so nobody on the way replaces them.

# One of several
rule-one-address-fails = The site has several addresses. At { $bad } the page fails, at { $good } it works ({ $tries } looks at all of them together).
rule-ipv6-fails = Over IPv6 ({ $bad }) the site cannot be reached, over IPv4 ({ $good }) it works.
rule-ipv6-fails-everywhere = Over IPv6 neither the site ({ $bad }) nor any other can be reached from here; over IPv4 ({ $good }) it works.
rule-every-other-request-fails = { $bad } of { $tries } looks at { $ip } failed, in turns with good ones.

# Still waiting
rule-no-answer-yet = Nothing answers at { $ip } yet, while your connection works: another site has answered.
rule-connected-and-waiting = The site at { $ip } has taken the connection and not answered yet.

# The gateway
rule-gateway-refuses-connections = { $ip } refuses connections on port { $port }, while other sites answer.
rule-both-ports-refuse = { $ip } refuses on port { $port } and on port { $other }: no web server runs there.
rule-redirects-go-in-circles = After { $count } redirects the site sends the browser back to { $to }, where it has been.
rule-gateway-turns-away = The answer 403 was given by { $name }: it turns this request away.
rule-too-many-requests = The very first request was answered with 429: the site limits requests from your network.
rule-our-requests-may-be-too-many = The site gave another page, and then asked for patience (429): it may be that Gatemend's own requests were too many for it.
rule-http2-fails-where-http1-works = Over HTTP/2 the connection breaks off, over HTTP/1.1 the same page works.
rule-http2-gets-an-error = Over HTTP/2 the answer is { $status } each time, over HTTP/1.1 the same page works.
rule-gateway-closes-without-a-word = The site takes the connection and closes it without an answer.
rule-answer-is-not-http = The site takes the connection and sends something that is no answer of a web server.
rule-answer-head-is-too-large = The site takes the connection and sends a head larger than browsers accept.
rule-site-keeps-silent = The site takes the connection and has not answered after { $seconds } s.
rule-error-comes-from-a-store = This error was not written just now: a cache has kept it{ $age ->
    [0] {""}
   *[other] {" "}for { $age } s
}.
rule-error-has-an-old-date = This error was not written just now: two answers seconds apart carry the same time ({ $date }), so a cache has kept it.

rule-store-keeps-an-error = A cache in front of the site has kept the error { $status }, while the same page, asked in another way (at { $ip }), works.
rule-store-keeps-an-error-past-it = A cache in front of the site has kept the error { $status }, while the same page, asked past the cache (at { $ip }), works.
rule-store-keeps-an-error-beside-others = A cache in front of the site has kept the error { $status }, while another page behind it ({ $page }) is given fresh.
rule-store-keeps-an-error-for-long = A cache in front of the site has kept the error { $status } for { $age } s: none does that unless it is told to.
rule-fails-past-the-store = Asked past every cache on the way, the page fails as well ({ $status }): the error is of now, not a copy.

# The servers behind the gateway
rule-answer-names-its-cause = The answer names its cause.
rule-status-alone = The site's gateway answered { $status } after { $ms ->
    [0] under 1 ms
   *[other] { $ms } ms
} and gives no reason.
rule-failures-agree-on-a-time = { $count } failures each came after about { $seconds } s: somebody's timer ran out; that is not by chance.
rule-failures-agree-on-its-timer = { $count } failures each came after about { $seconds } s: as long as { $name } waits for the server behind it, unless somebody sets it otherwise.
rule-status-in-text = The text says { $status } and gives no reason.
rule-other-pages-work = Another page of the same gateway ({ $page }) answers, so the gateway itself is alive.
rule-page-works-without-compression = With compression the answer is { $status } each time, without it the same page works.
rule-body-breaks-off = The page began with a good status and broke off after { $bytes } bytes.

# What server logs say
rule-log-names-the-cause = { $count ->
    [one] The log { $file } says so once
   *[other] The log { $file } says so { $count } times
}{ $last ->
    [none] {""}
   *[other] , last at { $last }
}: “{ $quote }”.
rule-log-follows-from-it = { $count ->
    [one] One line of { $file } follows from it
   *[other] { $count } lines of { $file } follow from it
}: “{ $quote }”.
rule-log-names-another = { $count ->
    [one] One line of { $file } names another reason
   *[other] { $count } lines of { $file } name another reason
}: “{ $quote }”.
rule-log-shows-a-status = { $count ->
    [one] The log { $file } has one answer with the status { $status }.
   *[other] The log { $file } has { $count } answers with the status { $status }.
} That shows that it failed, and not why.
rule-log-has-the-request = { $by ->
    [id] The log { $file } has the very request, by its number: “{ $quote }”. So it reached that machine.
    [program] The log { $file } has a request of this program, of the minutes around that time: “{ $quote }”. Unless somebody else asked with it as well, a watch for example, the request reached that machine.
   *[other] The log { $file } has a line of the minutes around that time that names the visitor's address: “{ $quote }”. So the request most likely reached that machine.
}
rule-log-lacks-the-request = The log { $file } has lines from before and after that moment, and none about this request: it did not reach that server, or these are not its logs.
rule-log-one-server-is-worse = The server { $name } failed { $failed } of { $answers } answers ({ $from } to { $to } %), all other servers together { $others-failed } of { $others-answers }: chance alone does not make such a difference.
rule-log-one-page-is-worse = The page { $name } failed { $failed } of { $answers } times ({ $from } to { $to } %), all others together { $others-failed } of { $others-answers } times: chance alone does not make such a difference.
rule-log-comes-again = The failures come again every { $unit ->
    [hours] { $hours ->
        [one] hour
       *[other] { $hours } hours
    }
   *[minutes] { $minutes } minutes
} ({ $times } times, the last at { $last }). Chance alone hardly makes such equal spacing: see what runs then, a scheduled job, a backup or the renewal of a certificate.
rule-log-after-a-start = { $count ->
    [one] One failure begins
   *[other] { $count } failures begin
} { $seconds ->
    [0] less than a minute
    [one] one second (or up to a minute more)
   *[other] { $seconds } seconds (or up to a minute more)
} after { $program } was { $kind ->
    [reload] told to take up a new configuration
   *[start] started
} at { $at }. Compare what was changed then; it may also be an accident.
rule-log-another-server-saved-it = { $count ->
    [one] One answer in { $file } came from a second server
   *[other] { $count } answers in { $file } came from a second server
} after the first one that was asked had failed. Visitors got their page, a little later; { $name } failed { $failed } of { $answers } times.
rule-log-fails-when-busy = In { $times } of { $spells } spells of failures so many pages were asked for (at least { $busy } good answers a minute, where { $usual } are usual), and with fewer requests they ended. That points to too little capacity: more workers, a cache, or fewer repeats. Whether repeats made the rush, the addresses of those who ask tell.
rule-log-fails-after-idle = After { $times } of { $starts } pauses of { $minutes } minutes or more one of the first requests failed, and the next ones went well. That fits a connection that the gateway keeps longer than the server does, or a program that is stopped while nobody asks and takes long to start.
rule-log-wordpress-fails-whole = The front page and wp-login.php of this WordPress site failed { $failed } of { $answers } times, while { $files } other files were sent well: the web server is well, and what WordPress runs is not. If a plugin or the theme was changed lately, begin there: rename the folder of one plugin in wp-content/plugins, load the page, name it back if nothing has changed, and go on with the next.
rule-log-shows-it-was-given-up = According to { $file }, whoever asked this server hung up before it had answered, and { $status } came out in front. This program had waited: so the gateway in front has the shorter patience. See where the time goes; a longer limit in front only hides it.
rule-log-shows-a-good-answer = According to { $file }, this server answered Gatemend's own request for this page without an error, and { $status } came out in front. So the answer was lost or refused on its way back: look in the gateway's own log for its head, its length, its compression, or a limit of time.
rule-log-without-our-request = The log { $file } has { $count ->
    [one] one answer
   *[other] { $count } answers
} of the seconds in which the page was asked for, and none of that page: the request did not get to the server that writes this log, or is logged in another file. Gateways may also hold lines back for a while before they write them (nginx: buffer= and flush= of access_log): look again a minute later.
rule-log-ipv6-loopback = The gateway asks this machine over IPv6 ([::1]), where many programs do not listen.

# The server behind the gateway, asked without it
rule-origin-works-without-gateway = The server behind the gateway, asked straight at { $address }, sends the page, while the gateway says { $status }.
rule-origin-works-but-log-differs = The server at { $address }, asked straight, sends the page. The gateway's log, though, tells of failures at the server that the gateway asks, so compare the address in its settings with this one.
rule-origin-home-page-works = The server behind the gateway answers at { $address }; only its home page was asked for there, since the connection does not prove whose server it is.
rule-origin-works-and-is-too-large = The server behind the gateway, asked straight at { $address }, sends the page, while the gateway says { $status }: by its log the head of the answer is too large for it.
rule-origin-fails-too = The server behind the gateway, asked straight at { $address }, fails as well, with { $status }. So the gateway only passes its error on.
rule-origin-fails-unseen = The page works through the gateway, and the server asked straight at { $address } fails with { $status }. { $stored ->
    [true] The gateway answers out of its store, which hides the failure until the copy runs out: mend the server first, and empty the store after that.
   *[other] Either the gateway asks another server, or a store hides the failure.
}
rule-origin-gives-no-connection = { $refused ->
    [true] The server behind the gateway refuses connections at { $address }.
   *[other] The server behind the gateway does not pick up at { $address }. A firewall that lets only the gateway in looks the same.
}
rule-origin-certificate-is-bad = The certificate that the server behind the gateway shows at { $address } (from { $issuer }) is not valid for this site; a gateway that checks it does not connect.

rule-another-browser-loads-it = The page loads where the cookies, stored copies and extensions of your usual browser are missing, and it loads for this program.
# What the gateway's own configuration says
rule-configured-route = By { $gateway }'s configuration ({ $where }) the page of { $host } is asked from { $servers }{ $named ->
    [true] .
   *[other] , by the block that answers for every name without one of its own.
}
rule-configured-address-is-wrong = { $gateway } is told to ask { $asked } ({ $where }), which by its log gives no connection. The page is to be had at { $address }.
rule-configured-scheme-is-wrong = { $gateway } is told to speak { $asked } to { $address } ({ $where }), and by its log gets no answer from there that it understands. The server there was seen to speak { $scheme }.
rule-configured-name-is-wrong = { $gateway } cannot agree on encryption with { $address } ({ $where }), by its log. Asked by the name { $name }, that server shows a certificate for it and sends the page; { $gateway } does not ask by that name.
rule-configured-limit = { $set ->
    [here] The limit that was met is set at { $where }: `{ $name } { $value }`.
    [default] The limit that was met is not set for this page, so { $gateway }'s own one counts: `{ $name } { $value }`.
   *[system] The limit that was met (`{ $name }`) is not set, so the system's own one counts.
}
rule-configured-timer-was-not-it = The gateway would have waited { $value } for an answer ({ $where }), and the server behind hung up after { $seconds } s. So it is not the gateway's timer that ended it: look for a timer of the application (gunicorn `--timeout`, php-fpm `request_terminate_timeout`), or for a crash. Which of them the application has set is not known here.
rule-configured-upload-limit = What was seen is 413, and the gateway's log tells of an upload of { $bytes } bytes that it refused. The limit in force is { $value } (see { $where }). Gatemend sends nothing to see it happen.
rule-configured-name-at-start = { $gateway } looked the name { $name } up when it started ({ $where }), and keeps that address until it is reloaded. If the server has moved since, it asks at an old address.
rule-configured-name-has-moved = { $gateway } looked the name { $name } up when it started ({ $where }) and asks at { $asked }, while on this machine the name now means { $now }. Compare the two, and reload { $gateway } then: it looks the name up anew. A resolver in its settings makes it do so by itself. If the name has many addresses in turn, this need not be the reason.

# What was seen on the server itself
rule-server-memory-ran-out = { $gone ->
    [true] The system ended { $program } for want of memory a moment before, and now nobody takes connections where the gateway asks.
   *[other] The system ended { $program } for want of memory a moment before. Whether this page needed it was not seen.
}
rule-server-nothing-listens = The gateway asks at { $address } on this machine, and nobody listens there now{ $others ->
    [none] .
   *[other] . These programs listen here: { $others }.
}
rule-server-listens-elsewhere = The gateway asks at { $address } on this machine, and the program of that port listens at { $where } only{ $loopback ->
    [true] , which takes connections from this machine's own inside alone.
   *[other] .
}
rule-server-listens = At { $address }, where the gateway asks, { $where } takes connections now{ $waiting ->
    [0] .
    [one] , and one connection waits to be taken.
   *[other] , and { $waiting } connections wait to be taken: the program is busy, or it hangs.
}
rule-server-socket-missing = The gateway asks at the socket { $path }, and there is no such file{ $beside ->
    [none] .
   *[other] . Beside it there are { $beside }.
}{ $private ->
    [true] {" "}Services may have a /tmp of their own, so this program may look into another one.
   *[other] {""}
}
rule-server-socket-is-dead = The socket { $path }, where the gateway asks, is there, and nobody is seen to take connections at it: mostly the program has ended. One inside a container would not be seen.
rule-server-socket-permission = The gateway runs as { $user }, who may not use the socket { $path } by the permission bits: { $bar } has the rights { $rights }. A list of further users (ACL) may allow it, and was not looked at.
rule-server-pool-listens-elsewhere = The gateway asks at { $path }, and PHP-FPM's pools listen at { $pools }.
rule-server-pool-is-full = The pool { $pool } of PHP-FPM has all { $count } workers that it may have ({ $file }), so further requests wait.
rule-server-disk-is-full = { $what ->
    [bytes] No room is left on the file system of { $path }.
   *[other] The file system of { $path } has room left, and cannot hold one file more (no inodes).
} It may be why the page fails, or be there besides.
rule-server-service-is-down = The service { $service } of this machine is down ({ $state }; it ended with { $result }).

# From other places
rule-fails-from-everywhere = { $count } places in several countries get the same failure ({ $cities }). So it is neither your device, nor your network, nor the way from here.
rule-works-from-elsewhere = { $count } other places get the page ({ $cities }) while it fails here, so not everybody sees this. That does not make it your fault: where one is, which of the site's machines answers, and whom the site lets in all make a difference.
rule-fails-only-elsewhere = The page works here now, and fails at { $bad } of { $count } other places ({ $cities }){ $status ->
    [0] {""}
   *[other] {" "}with { $status }
}.
rule-one-place-of-the-gateway-fails = All { $bad } places that fail ({ $bad_cities }) go through the gateway's place { $place }; the { $good } that get the page ({ $good_cities }) go through others.
rule-one-region-fails = It fails at { $bad } places of one region ({ $bad_cities }), and works at { $good } places elsewhere ({ $good_cities }).
rule-other-addresses-elsewhere-work = Places that are led to { $bad_ips } fail ({ $bad_cities }); those that are led to { $good_ips } get the page ({ $good_cities }).
rule-homes-fail-data-centres-work = { $bad } home connections fail ({ $bad_cities }), while { $good } data centres get the page ({ $good_cities }). Several providers may be in trouble, or the site keeps out those whom it means to let in.
rule-data-centres-are-turned-away = { $homes } home connections elsewhere get the page. { $count ->
    [one] One data centre is
   *[other] { $count } data centres are
} turned away ({ $cities }), as many sites do with programs; that says nothing about the site.
rule-address-fails-from-everywhere = The address { $ip } fails from { $count } other places too ({ $cities }), whoever asks.
rule-address-works-from-elsewhere = { $count } other places get the page at { $ip } ({ $cities }), while no connection to it comes about from here: the way there is broken, or somebody on it, perhaps the site's own firewall, bars this network.
rule-server-works-from-elsewhere = { $count } other places get the page straight from the server behind the gateway, at { $address } ({ $cities }). So the server is well for them, and what fails is the gateway or its way to this server.
rule-server-fails-from-everywhere = { $count } other places that ask the server behind the gateway straight, at { $address }, get { $status } too ({ $cities }). So the gateway only passes its error on.
rule-server-lets-in-some = The server behind the gateway, at { $address }, sends the page to { $count } other places ({ $cities }) and does not answer { $bad } others ({ $bad_cities }). It chooses whom it lets in, and the gateway may be among those outside.
rule-server-is-shut-from-outside = On this machine, { $inside ->
    [answers] the server behind the gateway sends the page at { $address }
   *[listens] a program takes connections at { $address }
}, and { $count } other places get no answer from there ({ $cities }). So something before it, a firewall or a security group, keeps them out. If it is meant to let in the gateway alone, compare the addresses that it lets in with those from which the gateway comes; do not open it to everybody.
rule-address-is-given-elsewhere-too = DNS servers at { $count } other places give { $ip } as well ({ $cities }). So your own DNS server is not alone with this address.
rule-address-is-given-here-alone = The address { $ip }, which fails here, is given at none of { $count } other places ({ $cities }), and the page works there.
rule-packets-arrive-and-nobody-answers = Packets from { $count } other places reach the machine ({ $cities }), but nobody gets an answer from it: it is there, and its web server is not, or does not answer.
rule-packets-end-in-one-network = Packets from { $count } other places ({ $cities }) all end in the network { $network } before they reach the machine.
