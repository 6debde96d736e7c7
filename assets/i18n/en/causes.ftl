## causes

# Who has to act: fault-<name>.

fault-none = nobody
fault-your-device = you, on this device
fault-your-network = whoever looks after the network you are in
fault-dns-resolver = whoever runs the service that looks up names for you
fault-site-dns = whoever looks after the site's name (its DNS)
fault-path = the network operators between you and the site
fault-site-edge = whoever runs the site's front door, its gateway or CDN
fault-site-origin = the site's own servers and the people who run them
fault-unknown = not clear yet

# To each cause: its name, what it means, what a visitor and what an owner can do, and how to confirm it.

cause-origin-refused-title = The server behind the gateway refuses connections
cause-origin-refused-means = The site's front door is up. It tried to pass your request to the server behind it, and that server turned the connection away, mostly because the program there is not running.
cause-origin-refused-visitor = Nothing but wait: only the site's owner can start it again.
cause-origin-refused-owner = See whether the program behind the gateway runs and listens on { $known ->
    [server] { $server }
    [socket] { $path }
   *[no] the address and port that the gateway uses
}; start it, then read its log for why it stopped.
cause-origin-refused-check = On the server: `ss -ltnp` shows who listens where; the gateway's error log says "connection refused" with the address it tried.

cause-origin-timeout-connect-title = The server behind the gateway does not pick up
cause-origin-timeout-connect-means = The site's front door knocked at the server behind it and got no reaction at all. That server is off, has another address now, or a firewall throws the knocks away.
cause-origin-timeout-connect-visitor = Nothing but wait: the fault is behind the site's front door.
cause-origin-timeout-connect-owner = See that the server is on and has { $known ->
    [server] the address { $host }
   *[no] the address that the gateway uses
}, then that no firewall or security group drops the gateway's connections: let in exactly the gateway's addresses, never everybody.
cause-origin-timeout-connect-check = From the gateway's machine: `nc -vz { $known ->
    [server] { $host } { $port }
   *[no] ADDRESS PORT
}`. Silence means dropped, "refused" means that the machine is up.

cause-origin-timeout-response-title = The server behind the gateway answers too late
cause-origin-timeout-response-means = The server behind the site's front door took the request and did not finish in the time that the front door waits. Something there is slow, often a database or another service.
cause-origin-timeout-response-visitor = Try once more in a few minutes, and do not send forms or payments twice: the first may have gone through.
cause-origin-timeout-response-owner = Find what the slow request does, in the program's slow log or in the database: often a loop, one query for each line, or another service that it waits for; raise the gateway's timer only when the work really needs the time.
cause-origin-timeout-response-check = Ask the program directly, without the gateway: `curl -w '%{"{"}time_total{"}"}\n' -o /dev/null -s { $speaks ->
    [http] { $url }
   *[no] ADDRESS
}`. The time to the error equals the gateway's timer.

cause-origin-reset-title = The server behind the gateway breaks the connection off
cause-origin-reset-means = The connection between the site's front door and the server behind it was cut in the middle of the request.
cause-origin-reset-visitor = Load the page again; if it keeps failing, wait.
cause-origin-reset-owner = Look in the program's log at the same second for a crash or a restart; if it comes only now and then, let the program keep idle connections open longer than the gateway does.
cause-origin-reset-check = The gateway's error log says "connection reset by peer"; a second log entry of the program at the same time tells why.

cause-origin-closed-early-title = The server behind the gateway hangs up without an answer
cause-origin-closed-early-means = The server behind the site's front door took the request and closed the connection before a whole answer was there. It crashed, was stopped, or closed an idle connection at the wrong moment.
cause-origin-closed-early-visitor = Load the page again; if it keeps failing, wait.
cause-origin-closed-early-owner = Look in the program's log at the same second: crash, kill, own time limit. Without any of these, compare the idle times of gateway and program; the program's must be the longer one.
cause-origin-closed-early-check = The gateway's error log says "prematurely closed connection" or the like; the system's log shows killed processes.

cause-origin-invalid-response-title = The server behind the gateway sends something unusable
cause-origin-invalid-response-means = An answer did come from the server behind the site's front door, but it does not follow the rules of the web, so the front door cannot pass it on.
cause-origin-invalid-response-visitor = Nothing but wait; a reload rarely helps.
cause-origin-invalid-response-owner = Ask the program directly and look at the raw answer; check that the gateway speaks the same protocol on that port (http or https, HTTP/1 or HTTP/2, FastCGI).
cause-origin-invalid-response-check = `curl -v --raw { $speaks ->
    [http] { $url }
   *[no] http://ADDRESS:PORT/
}` shows the answer as it is; the gateway's log names the bad line.

cause-origin-header-too-large-title = The answer's head is too large for the gateway
cause-origin-header-too-large-means = The site's program sends more information at the head of its answer than the front door accepts, mostly large cookies.
cause-origin-header-too-large-visitor = Delete this site's cookies and load the page again; a private window shows whether that helps.
cause-origin-header-too-large-owner = Make the cookies smaller; until then raise the gateway's buffer for heads (in nginx `proxy_buffer_size` or `fastcgi_buffer_size`).
cause-origin-header-too-large-check = nginx's error log says "upstream sent too big header"; `curl -sI { $speaks ->
    [http] { $url }
   *[no] ADDRESS
} | wc -c` counts the bytes.

cause-origin-tls-title = The gateway and the server behind it cannot agree on encryption
cause-origin-tls-means = The stretch between the site's front door and its own server is encrypted too, and there the certificate or the encryption does not fit. It is not about your browser.
cause-origin-tls-visitor = Nothing but wait; do not look for a fault in your own settings.
cause-origin-tls-owner = Look at the certificate of the server behind the gateway: expiry date, name, issuer; renew it, or make the gateway ask by the name that the certificate is for.
cause-origin-tls-check = `openssl s_client -connect { $known ->
    [server] { $server }
   *[no] ADDRESS:443
} -servername NAME` shows certificate and error as the gateway sees them.

cause-origin-dns-title = The gateway cannot find the server behind it
cause-origin-dns-means = The site's front door looks up the address of its own server by name, and that name gives no address.
cause-origin-dns-visitor = Nothing but wait: the name that fails is not the one that you typed.
cause-origin-dns-owner = See which name the gateway is set to use, and whether it still exists; a renamed or deleted server is the usual reason.
cause-origin-dns-check = On the gateway's machine: `dig NAME` with the name from its settings; its log says "host not found" or "could not be resolved".

cause-origin-no-route-title = No way from the gateway to the server behind it
cause-origin-no-route-means = The network between the site's front door and its server has no path: a wrong address, a cut line, or a firewall.
cause-origin-no-route-visitor = Nothing but wait.
cause-origin-no-route-owner = Check the server's address in the gateway's settings, then routes and firewall between the two machines.
cause-origin-no-route-check = On the gateway's machine: `ip route get { $numeric ->
    [yes] { $host }
   *[no] ADDRESS
}`; the log says "no route to host" or "network is unreachable".

cause-origin-overloaded-title = The site's server has too much to do
cause-origin-overloaded-means = More requests arrive than the site's server can handle, so it turns some away or does not get to them.
cause-origin-overloaded-visitor = Come back later, and do not keep reloading: it makes the crowd larger.
cause-origin-overloaded-owner = Look at processor, memory and the database; find out whether the load is real visitors or robots, then cache, limit or add capacity. Meanwhile the gateway may give out pages that it kept (`stale-if-error`; in nginx `proxy_cache_use_stale`).
cause-origin-overloaded-check = On the server: `uptime`, `free -m` and the count of requests per minute in the access log.

cause-origin-connection-limit-title = The gateway's own limit towards the server is reached
cause-origin-connection-limit-means = The front door may only hold so many connections to the server behind it, and all are taken. The server itself may be well.
cause-origin-connection-limit-visitor = Try again in a minute.
cause-origin-connection-limit-owner = See why connections stay busy (slow answers, a burst), then raise the limit or make the answers faster.
cause-origin-connection-limit-check = The gateway's metrics or log speak of overflow, max_conn, or a circuit breaker.

cause-origin-crashed-title = The site's program has crashed
cause-origin-crashed-means = The program that makes the pages stopped by itself, or does not start.
cause-origin-crashed-visitor = Nothing but wait.
cause-origin-crashed-owner = Read the end of the program's log, undo the latest change if it began there, and start it again.
cause-origin-crashed-check = `systemctl status SERVICE` or `docker ps -a` shows restarts and the exit code.

cause-origin-app-error-title = The site's program reports an error of its own
cause-origin-app-error-means = The request reached the program that makes the pages, and that program failed over it. All gateways did their work.
cause-origin-app-error-visitor = Try another page of the site; tell the owner what you did when it failed.
cause-origin-app-error-owner = Look up this request in the program's own log: the error and its place stand there. The gateway need not be touched. If it began with a plug-in or a module, switch half of them off, check again, and go on with the half that makes the difference.
cause-origin-app-error-check = The program's log at the time of the request; the error page carries the program's own words.

cause-pool-empty-title = No server behind the gateway is in working order
cause-pool-empty-means = The front door knows the servers it may ask, and takes all of them for broken, or there are none.
cause-pool-empty-visitor = Nothing but wait.
cause-pool-empty-owner = See how many servers are in the pool, and what their health check asks: often the check itself gets a wrong answer, for example a redirect or a login page.
cause-pool-empty-check = The gateway's status page or console shows each server's health and the reason.

cause-pool-partial-title = Some of the servers behind the gateway are broken
cause-pool-partial-means = The site has several servers; the gateway still sends visitors to one that does not work, so some requests fail and others do not.
cause-pool-partial-visitor = Load the page again: the next try may reach a working server.
cause-pool-partial-owner = Ask each server directly, take the broken one out, and set up a health check that would have found it.
cause-pool-partial-check = The gateway's access log with the server's address per request: the errors fall on the same address.

cause-app-socket-missing-title = The door file to the site's program is not there
cause-app-socket-missing-means = On the site's machine, gateway and program meet at a special file. That file does not exist, mostly because the program is not running.
cause-app-socket-missing-visitor = Nothing but wait.
cause-app-socket-missing-owner = Start the program (PHP-FPM, Gunicorn, …) and compare the path of the socket in its settings with the one in the gateway's.
cause-app-socket-missing-check = `ls -l { $known ->
    [socket] { $path }
   *[no] PATH
}` of the socket; the gateway's log says "No such file or directory".

cause-app-socket-permission-title = The gateway may not use the door file to the site's program
cause-app-socket-permission-means = The file where gateway and program meet exists, but the gateway has no right to use it.
cause-app-socket-permission-visitor = Nothing but wait.
cause-app-socket-permission-owner = Give the gateway's user access to the socket: owner, group and mode of the file, and rights on each folder above it; then SELinux or AppArmor.
cause-app-socket-permission-check = `namei -l { $known ->
    [socket] { $path }
   *[no] PATH
}` shows the rights of file and folders; the gateway's log says "Permission denied".

cause-app-workers-exhausted-title = All workers of the site's program are busy
cause-app-workers-exhausted-means = The program can handle a fixed number of requests at once, and every place is taken.
cause-app-workers-exhausted-visitor = Try again in a few minutes, without reloading all the time.
cause-app-workers-exhausted-owner = Find what holds the workers (slow queries, calls to other services), and only then raise their number, as far as memory allows.
cause-app-workers-exhausted-check = PHP-FPM's log says "reached pm.max_children"; others have a status page with busy and idle workers.

cause-app-timeout-killed-title = The site's program was stopped for taking too long
cause-app-timeout-killed-means = A watchdog ended the program in the middle of this request because it ran longer than it may.
cause-app-timeout-killed-visitor = Try something smaller, such as a shorter search, or come back later.
cause-app-timeout-killed-owner = Make this request faster or move the work into the background; raise the limit only for a request that needs it.
cause-app-timeout-killed-check = The program's log says "worker timeout" or "maximum execution time"; all failures last the same time.

cause-app-out-of-memory-title = The site's program ran out of memory
cause-app-out-of-memory-means = The program needed more memory than it may have, and was stopped.
cause-app-out-of-memory-visitor = Nothing but wait.
cause-app-out-of-memory-owner = Find what grew: a single large request, a leak, or too many workers for this machine; lower the workers or add memory.
cause-app-out-of-memory-check = `journalctl -k | grep -i "out of memory"` on the server; exit code 137 in containers.

cause-gateway-misconfigured-title = The gateway's settings are wrong
cause-gateway-misconfigured-means = The site's front door is set up so that it cannot do its work: a wrong address, port, name or rule.
cause-gateway-misconfigured-visitor = Nothing but wait.
cause-gateway-misconfigured-owner = Go back to the last settings that worked, then compare address, port and protocol of the server behind with what the gateway uses.
cause-gateway-misconfigured-check = Let the gateway test its settings: `nginx -t`, `apachectl configtest`, `haproxy -c -f FILE`; its log names the setting.

cause-gateway-file-limit-title = The gateway may not open more files
cause-gateway-file-limit-means = Each connection counts as an open file, and the site's front door has reached the number that it may have.
cause-gateway-file-limit-visitor = Try again in a few minutes.
cause-gateway-file-limit-owner = Raise the limit of open files for the service (`LimitNOFILE`, `worker_rlimit_nofile`) and look for connections that are never closed.
cause-gateway-file-limit-check = The gateway's log says "Too many open files"; `cat /proc/PID/limits` shows the limit.

cause-gateway-disk-full-title = The gateway's disk is full
cause-gateway-disk-full-means = The site's front door wants to store something for the moment and has no room.
cause-gateway-disk-full-visitor = Nothing but wait.
cause-gateway-disk-full-owner = Make room, mostly old logs, and see that they are rotated.
cause-gateway-disk-full-check = `df -h` and `df -i` on the gateway; its log says "No space left on device".

cause-gateway-overloaded-title = The gateway itself has too much to do
cause-gateway-overloaded-means = The site's front door has more connections than it can carry.
cause-gateway-overloaded-visitor = Try again in a few minutes.
cause-gateway-overloaded-owner = Raise the number of connections per worker, and find out where the many connections come from.
cause-gateway-overloaded-check = nginx says "worker_connections are not enough"; `ss -s` counts the connections.

cause-edge-internal-title = The site's gateway or CDN failed by itself
cause-edge-internal-means = The service in front of the site has trouble of its own; the site's server may be well.
cause-edge-internal-visitor = Try again in a few minutes; many other sites may fail in the same way.
cause-edge-internal-owner = Look at the provider's status page, then send the request number to its support.
cause-edge-internal-check = Ask the server behind directly; if it answers, the front is at fault.

cause-edge-blocked-title = The site's front door turns this request away
cause-edge-blocked-means = A rule of the site refuses this visitor, network, country or kind of request. It is a decision, not a breakdown.
cause-edge-blocked-visitor = Try another network, without VPN; otherwise write to the site, with the request number if the page shows one.
cause-edge-blocked-owner = Search the firewall's log for the request number and see whether the rule hits whom it should.
cause-edge-blocked-check = The same page from another network opens; the firewall's log names the rule.

cause-edge-unreachable-title = The site's front door cannot be reached
cause-edge-unreachable-means = Nobody answers at the site's address: the machine is off, the service is stopped, or a firewall is closed.
cause-edge-unreachable-visitor = Nothing but wait, if other sites work.
cause-edge-unreachable-owner = See that the machine is on and the web server runs, then that ports 80 and 443 are open to the world. Where one machine does it all, a second one keeps the site up the next time.
cause-edge-unreachable-check = From elsewhere: `nc -vz NAME 443`; on the machine: `ss -ltn`.

cause-rate-limited-title = Too many requests from here
cause-rate-limited-means = The site lets each visitor ask only so often, and this visitor, or others behind the same address, asked too often.
cause-rate-limited-visitor = Wait a few minutes without reloading; shared networks and VPNs reach the limit sooner.
cause-rate-limited-owner = See which limit hit and whether it counts many people behind one address as one.
cause-rate-limited-check = Status 429 or the header `Retry-After`; nginx's log says "limiting requests".

cause-maintenance-title = The site is being worked on
cause-maintenance-means = The owner closed the site for a while on purpose.
cause-maintenance-visitor = Come back later; the page may say when.
cause-maintenance-owner = If the work is over, switch maintenance mode off; in WordPress a left-over file `.maintenance` keeps it on. For planned work answer 503 with `Retry-After`: search engines come back then, while a long 502 makes them drop pages.
cause-maintenance-check = The page's words, and the header `Retry-After`.

cause-request-header-too-large-title = The request carries too much, mostly cookies
cause-request-header-too-large-means = Your browser sends along what the site stored in it, and this has grown larger than the site accepts. Others are not affected.
cause-request-header-too-large-visitor = Delete this site's cookies and load the page again.
cause-request-header-too-large-owner = Store less in cookies; raise the limit for heads (`large_client_header_buffers`, `LimitRequestFieldSize`) for the time being.
cause-request-header-too-large-check = A private window works, the normal one does not.

cause-request-body-too-large-title = The upload is too large
cause-request-body-too-large-means = What was sent is larger than the site's front door accepts.
cause-request-body-too-large-visitor = Send a smaller file, or in parts.
cause-request-body-too-large-owner = Raise the limit in each gateway on the way and in the program (`client_max_body_size`, `upload_max_filesize`).
cause-request-body-too-large-check = Status 413; a small upload works.

cause-redirect-loop-title = The site sends its visitors round in circles
cause-redirect-loop-means = Each page says that the page is elsewhere, and so on without end.
cause-redirect-loop-visitor = Delete this site's cookies once; if that does not help, wait.
cause-redirect-loop-owner = Look for two rules that undo each other: http to https in one tier and back in another, or www and the bare name. Behind a CDN, mostly its encryption mode.
cause-redirect-loop-check = `curl -sIL --max-redirs 10 { $asks ->
    [page] { $page }
   *[no] ADDRESS
} | grep -i ^location` shows the circle.

cause-http2-protocol-error-title = The newer web protocol fails
cause-http2-protocol-error-means = HTTP/2 or HTTP/3 is spoken wrongly by one side, so the connection breaks although the page exists.
cause-http2-protocol-error-visitor = Load the page again or use another browser.
cause-http2-protocol-error-owner = Compare with HTTP/1.1; look for headers that HTTP/2 forbids, and update the gateway.
cause-http2-protocol-error-check = `curl --http1.1 -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` works and `curl --http2 -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` does not.

cause-site-not-found-title = This name is not set up here
cause-site-not-found-means = The machine that answers does not know a site of this name.
cause-site-not-found-visitor = Check the spelling of the address; otherwise the site was moved or taken away.
cause-site-not-found-owner = Add the name to the gateway or platform, or point the name's DNS to where the site is now.
cause-site-not-found-check = The platform's list of domains; `dig NAME` shows where the name points.

cause-quota-exceeded-title = The site's plan is used up
cause-quota-exceeded-means = The host stopped the site because its traffic, its computing time or its bill reached a limit.
cause-quota-exceeded-visitor = Nothing but wait.
cause-quota-exceeded-owner = Look into the host's console: which limit, until when; raise the plan or find what used it up.
cause-quota-exceeded-check = The host's console or mail; status 402, 508 or 509.

cause-tls-certificate-expired-title = The site's certificate has expired
cause-tls-certificate-expired-means = The site's proof of identity is only valid for a time, and nobody renewed it.
cause-tls-certificate-expired-visitor = Check the date on your device; if it is right, wait, and enter no passwords on the site.
cause-tls-certificate-expired-owner = Renew the certificate, load it into the gateway, and find out why the renewal did not run.
cause-tls-certificate-expired-check = `openssl s_client -connect NAME:443 -servername NAME | openssl x509 -noout -dates`.

cause-tls-certificate-name-title = The site's certificate is for another name
cause-tls-certificate-name-means = The machine that answers proves to be somebody, but not the site that you asked for.
cause-tls-certificate-name-visitor = Try the address with or without www; do not pass over the warning.
cause-tls-certificate-name-owner = Have the certificate issued for each name that visitors use, and see that the gateway picks the right one.
cause-tls-certificate-name-check = `openssl s_client -connect NAME:443 -servername NAME | openssl x509 -noout -ext subjectAltName`.

cause-tls-untrusted-title = Nobody known vouches for the site's certificate
cause-tls-untrusted-means = The site's proof of identity was issued by somebody whom browsers do not know, or a link in the chain is missing.
cause-tls-untrusted-visitor = Do not pass over the warning; wait until the owner has mended it.
cause-tls-untrusted-owner = Send the whole chain with the certificate, and use an issuer that browsers know.
cause-tls-untrusted-check = `openssl s_client -connect NAME:443 -servername NAME` ends with a verify error.

cause-tls-handshake-title = Encryption with the site cannot be agreed on
cause-tls-handshake-means = Your side and the site found no common way to encrypt, or the site broke off while they tried.
cause-tls-handshake-visitor = Open another https site: where that works too, wait for this one to mend it; where it fails as well, update the browser or the device.
cause-tls-handshake-owner = Check which versions and ciphers the gateway offers, and that the port really speaks TLS.
cause-tls-handshake-check = `openssl s_client -connect NAME:443 -servername NAME -tls1_2` and the same with `-tls1_3`.

cause-tls-intercepted-title = Somebody near you opens the encrypted connection
cause-tls-intercepted-means = Security software or a web filter puts itself between you and the site and shows a certificate of its own.
cause-tls-intercepted-visitor = Switch the software's HTTPS scanning off for a test, or ask whoever looks after your network.
cause-tls-intercepted-owner = Nothing to mend on the site.
cause-tls-intercepted-check = The certificate's issuer names the software; from another network the issuer is a public one.

cause-stale-dns-title = An old address of the site is still in use
cause-stale-dns-means = The site has moved, but the service that looks up names for you still gives out the old address.
cause-stale-dns-visitor = Clear this device's DNS store or restart the router; otherwise it ends by itself within hours.
cause-stale-dns-owner = Keep the old server running until the old record's lifetime is over; see that a gateway looks names up again.
cause-stale-dns-check = Compare `dig NAME` with `dig NAME @NAMESERVER` of the site.

cause-resolver-failing-title = The service that looks up names for you fails
cause-resolver-failing-means = Each site's name has to be turned into a number first (DNS). The service that does this for you gives no or wrong answers, while others give right ones.
cause-resolver-failing-visitor = Restart the router, or set another DNS service for the time being.
cause-resolver-failing-owner = Nothing to mend on the site, if other services find it.
cause-resolver-failing-check = `dig NAME` fails and `dig NAME @9.9.9.9` works.

cause-resolver-slow-title = The service that looks up names for you is slow
cause-resolver-slow-means = Turning the site's name into a number takes so long that pages seem not to load.
cause-resolver-slow-visitor = Restart the router, or try another DNS service.
cause-resolver-slow-owner = Nothing to mend on the site, if other services are quick.
cause-resolver-slow-check = The line "Query time" of `dig NAME`, several times over.

cause-resolver-hijack-title = The service that looks up names gives a made-up address
cause-resolver-hijack-means = Instead of the site's address it gives another one, to block the site or to show something else.
cause-resolver-hijack-visitor = Ask whoever looks after your network; set another DNS service; enter no passwords.
cause-resolver-hijack-owner = Nothing to mend on the site, if others get the right address.
cause-resolver-hijack-check = `dig NAME` and `dig NAME @9.9.9.9` differ, and the first address shows no certificate of the site.

cause-nxdomain-title = The site's name does not exist
cause-nxdomain-means = The address book of the internet (DNS) says that there is no such name.
cause-nxdomain-visitor = Check the spelling; otherwise the site is gone or its name has lapsed.
cause-nxdomain-owner = See whether the domain is paid for and its name servers hold the record.
cause-nxdomain-check = `dig NAME` says NXDOMAIN; `whois DOMAIN` shows the expiry date.

cause-no-address-title = The site's name has no address
cause-no-address-means = The name exists, but no number is entered under which the site could be reached.
cause-no-address-visitor = Try the address with or without www.
cause-no-address-owner = Add an A or AAAA record for this name.
cause-no-address-check = `dig NAME A` and `dig NAME AAAA` come back without an answer.

cause-dnssec-bogus-title = The signature of the site's name is not valid
cause-dnssec-bogus-means = The site's entries in the address book of the internet are signed, and the signature does not fit. Careful services then give no address at all.
cause-dnssec-bogus-visitor = Nothing but wait: only the owner can mend it.
cause-dnssec-bogus-owner = Compare the DS record at the registry with the zone's keys, and renew signatures that have run out.
cause-dnssec-bogus-check = `dig NAME` says SERVFAIL and `dig +cd NAME` gives an address.

cause-nameserver-failing-title = The site's name servers fail
cause-nameserver-failing-means = The machines that hold the site's entry in the address book of the internet do not answer, or answer with errors.
cause-nameserver-failing-visitor = Nothing but wait.
cause-nameserver-failing-owner = Tell the DNS provider, and see that all name servers at the registry exist and know the zone.
cause-nameserver-failing-check = `dig NAME @NAMESERVER` for each name server of `dig NS DOMAIN`.

cause-one-address-dead-title = One of the site's addresses does not work
cause-one-address-dead-means = The site has several addresses, and one of them does not deliver the page, so it fails for some visitors or some of the time.
cause-one-address-dead-visitor = Load the page again: the browser may take the other address.
cause-one-address-dead-owner = Take the dead address out of DNS or revive the machine.
cause-one-address-dead-check = `curl --resolve NAME:443:ADDRESS https://NAME/` for each address.

cause-ipv6-broken-title = The newer kind of address (IPv6) does not work
cause-ipv6-broken-means = The site, or your network, offers two kinds of addresses; over the newer kind nothing arrives.
cause-ipv6-broken-visitor = Most browsers change over by themselves; a restart of the router helps if other sites are slow too.
cause-ipv6-broken-owner = Make the web server listen on its IPv6 address, or take the AAAA record out.
cause-ipv6-broken-check = `curl -4 { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` works and `curl -6 { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` does not.

cause-router-unreachable-title = Your router does not answer
cause-router-unreachable-means = The box that connects your home or office to the internet cannot be reached from this device.
cause-router-unreachable-visitor = Check cable or Wi-Fi, move closer, restart the router.
cause-router-unreachable-owner = Nothing to mend on the site.
cause-router-unreachable-check = Other devices in the same network; `ping` of the router's address.

cause-no-internet-title = No connection to the internet
cause-no-internet-means = Your router answers, but nothing behind it can be reached, whatever the site.
cause-no-internet-visitor = Restart the router; then look for a disturbance at your provider.
cause-no-internet-owner = Nothing to mend on the site.
cause-no-internet-check = No other site opens either, on any device of this network.

cause-captive-portal-title = The network wants you to sign in first
cause-captive-portal-means = Guest networks show a page of their own until you accept their terms or sign in.
cause-captive-portal-visitor = Open any page that begins with http:// and sign in there.
cause-captive-portal-owner = Nothing to mend on the site.
cause-captive-portal-check = `curl -I http://neverssl.com/` is answered by the network's own page.

cause-port-blocked-title = Your network blocks the way to this kind of service
cause-port-blocked-means = Web pages use certain doors (ports), and your network keeps the one that this site needs closed.
cause-port-blocked-visitor = Try another network, or ask whoever looks after this one.
cause-port-blocked-owner = Offer the site on port 443, which is open nearly everywhere.
cause-port-blocked-check = From another network `nc -vz { $asks ->
    [page] { $name } { $door }
   *[no] NAME PORT
}` works.

cause-local-proxy-title = A proxy or filter near you stands in the way
cause-local-proxy-means = Your device or network sends web traffic through a program in between, and that program fails or blocks the page.
cause-local-proxy-visitor = Switch proxy, VPN or web protection off for a test; in an office ask the people who run it.
cause-local-proxy-owner = Nothing to mend on the site.
cause-local-proxy-check = Without the proxy the page opens: `curl --noproxy '*' -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`.

cause-path-broken-title = The way between you and the site is broken
cause-path-broken-means = Your connection works and so does the site, but nothing gets through between the two networks.
cause-path-broken-visitor = Try another network, such as a phone's; tell your provider.
cause-path-broken-owner = Collect from where it fails and send it to your host's network people.
cause-path-broken-check = From other networks the site opens; `traceroute` ends at the same place each time.

cause-browser-state-title = Something stored in this browser gets in the way
cause-browser-state-means = Cookies, stored pages or an extension of this browser spoil the request; other browsers are fine.
cause-browser-state-visitor = Try a private window; then delete this site's data or switch extensions off one by one.
cause-browser-state-owner = See whether old cookies of your site can break it.
cause-browser-state-check = The page opens in a private window or in another browser.

cause-hosts-file-title = This device has an address of the site written down by hand
cause-hosts-file-means = A file on this device gives the site another address than the rest of the world uses.
cause-hosts-file-visitor = Take the line out of the hosts file, or ask whoever set it up.
cause-hosts-file-owner = Nothing to mend on the site.
cause-hosts-file-check = Look for the name in `/etc/hosts`, on Windows in `C:\Windows\System32\drivers\etc\hosts`.

cause-clock-skew-title = The clock of this device is wrong
cause-clock-skew-means = Certificates are valid between two dates; with a wrong clock good ones look expired or not yet valid.
cause-clock-skew-visitor = Set date and time, best automatically, and load the page again.
cause-clock-skew-owner = Nothing to mend on the site.
cause-clock-skew-check = Compare the device's clock with a phone; many sites show the same warning.

cause-transient-title = It failed for a moment and works now
cause-transient-means = Something went wrong for a short time and has passed.
cause-transient-visitor = Load the page again.
cause-transient-owner = Look at that moment in the logs if it comes back: restarts and deploys are the usual reasons.
cause-transient-check = The same request succeeds several times in a row.

cause-healthy-title = The site works
cause-healthy-means = The page came as it should.
cause-healthy-visitor = If your browser still shows an error, load the page anew without the kept copy (Ctrl+F5, on a Mac Cmd+Shift+R).
cause-healthy-owner = Nothing to do.
cause-healthy-check = `curl -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` answers with 200, or with what the site means to say.

cause-client-aborted-title = The visitor's side hung up first
cause-client-aborted-means = The request was given up before the answer was ready: the page was closed or reloaded, or something nearer to the visitor lost patience.
cause-client-aborted-visitor = Load the page again and leave it time.
cause-client-aborted-owner = Many of these at the same duration point to a gateway with a shorter timer in front, or to slow pages.
cause-client-aborted-check = The access log shows 499 (nginx), 460 (Amazon) or a state that begins with C (HAProxy).

cause-unknown-title = The cause does not show
cause-unknown-means = What can be seen from here does not tell why it fails.
cause-unknown-visitor = Wait a while and try again; tell the owner if it lasts.
cause-unknown-owner = Read the gateway's error log at the time of the request: one line there tells more than any look from outside.
cause-unknown-check = The gateway's error log, and a request to the server behind it without the gateway.
