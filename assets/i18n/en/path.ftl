## The path picture: what stands below its stations.

path-device = clock, proxy, VPN
path-device-alone = Not connected
path-router = { $ip }
path-dns = { $count ->
    [one] one server answers
   *[other] { $count } servers answer
}
path-internet = { $works } of { $tried } test pages load
path-internet-some = { $off ->
    [one] online, 1 test page fails
   *[other] online, { $off } test pages fail
}
path-gateway = { $name }
path-origin = behind { $name }
path-gateway-looking = Says { $status }, looking closer
path-gateway-reports = Works, reports { $status }
path-gateway-elsewhere = Works at its right address
path-gateway-answers = Answers { $status }
path-origin-slow = Takes too long
path-origin-silent = Does not answer
path-origin-fails = Fails
path-dns-old = Gives an old address
path-not-needed = Not needed

path-hint-device = your computer
path-hint-router = your way out
path-hint-dns = finds the address
path-hint-internet = the way there
path-hint-gateway = the site's front door
path-hint-origin = where the page is made

path-term-device = This device: the computer that you sit at, with its browser, its clock and its own network settings.
path-term-router = Router: the box that joins your home or office to the internet. All that you open goes through it.
path-term-dns = DNS: the internet's address book. It turns a name such as { $host } into the number of a machine.
path-term-internet = Internet: the networks between your router and the site. Gatemend tries other pages to see whether they carry you.
path-term-gateway = Gateway: the site's front door. It takes your request and passes it on to the server behind it; a 502 is its word for not having got a proper answer there.
path-term-origin = Origin server: the machine on which the page is made. Only the site's gateway speaks with it.

path-side-fine = fine
path-side-running = checking
path-side-doubtful = worth a look
path-side-failed = could not check
path-side-broken = breaks here
path-side-unseen = not seen
path-side-partly = seen in part

path-said-ghost = The path from this computer to a site
path-said = Path to { $host }
path-said-break-at = Path to { $host }, breaks at { $station }
path-said-break-before = Path to { $host }, breaks between { $before } and { $station }
path-said-station = { $station }, station { $number } of 6, { $word }
