## The checklist. step-<id>-title, and one sentence for each way in which it may stand.

step-waiting = Waiting for its turn
step-running = Checking…
step-left-out = Left out at your wish

step-address-title = Address
step-address-passed = { $address } can be checked
step-address-https = No http or https was given, so { $address } is checked, as browsers do
step-address-credentials = The user name and password were left out; { $address } is checked
step-address-read-out = { $address } was found in what you typed
step-address-skipped = Not reached

step-device-title = This device
step-device-passed = Nothing on this device stands in the way
step-device-no-route = This device is not connected to any network
step-device-hosts = Line { $line } of the hosts file sends the site to { $ip }
step-device-clock = The clock is { $minutes } minutes off
step-device-proxy = Requests go through the proxy { $proxy }
step-device-pac = A proxy script is set; Gatemend does not run it and tests the direct way
step-device-tunnel = A VPN or another tunnel is up
step-device-failed = Could not look: { $why }
step-device-skipped = Not reached

step-router-title = Router
step-router-passed = The router { $ip } answers in { $ms ->
    [0] under 1 ms
   *[other] { $ms } ms
}
step-router-shy = The router { $ip } does not answer when asked, which many do, and lets traffic through
step-router-problem = The router { $ip } does not answer
step-router-failed = The router { $ip } could not be asked without special rights
step-router-skipped = No router was found to ask

step-internet-title = Internet
step-internet-passed = { $works } of { $tried } sites of other operators work
step-internet-one = Only one of { $tried } sites of other operators works
step-internet-altered = Somebody else answers for sites of other operators
step-internet-blocked = The test sites are blocked in this network; the site itself answers
step-internet-problem = None of { $tried } sites of other operators answers
step-internet-skipped = No site of another operator was asked

step-dns-title = DNS
step-dns-passed = { $count ->
    [one] One address
   *[other] { $count } addresses
}, and { $servers } other DNS servers find the site too
step-dns-harmless-difference = { $count ->
    [one] One address
   *[other] { $count } addresses
}; other DNS servers give others, which makes no difference here
step-dns-no-name = The address is a number, so no name is looked up
step-dns-no-such-name = { $count ->
    [one] Another DNS server says that the name does not exist
   *[other] { $count } other DNS servers say that the name does not exist
}
step-dns-only-here = { $count ->
    [one] The lookup fails here, while another DNS server finds the site
   *[other] The lookup fails here, while { $count } other DNS servers find the site
}
step-dns-problem = The name cannot be found
step-dns-failed = The lookup did not end: { $why }
step-dns-other-address-works = Other DNS servers give another address, and there the page works
step-dns-slow = { $count ->
    [one] One address
   *[other] { $count } addresses
}, found only after { $took }
step-dns-rewrites = Your DNS server gives addresses even for names that do not exist
step-dns-intercepted = Something on the way answers DNS questions in the name of every server
step-dns-skipped = Not reached

step-connect-title = Connection
step-connect-passed = The site takes connections ({ $ms ->
    [0] under 1 ms
   *[other] { $ms } ms
})
step-connect-some-fail = { $failed ->
    [one] { $failed } of { $count } addresses takes no connection
   *[other] { $failed } of { $count } addresses take no connection
}
step-connect-refused = The site refuses connections
step-connect-silent = The site does not answer
step-connect-skipped = Not reached

step-tls-title = Encryption
step-tls-passed = { $version }, certificate by { $issuer }
step-tls-local-root = The certificate is trusted only by this device, not publicly ({ $issuer })
step-tls-expired = The site's certificate has run out
step-tls-not-yet-valid = The site's certificate is not valid yet
step-tls-wrong-name = The certificate is for another name
step-tls-untrusted = The certificate was issued by nobody known
step-tls-problem = The encrypted greeting fails
step-tls-plain-http = The address is plain http: nothing is encrypted
step-tls-skipped = Not reached

step-page-title = Page
step-page-passed = The page works ({ $status }, { $took })
step-page-deliberate = The site answers { $status } on purpose
step-page-refused = The site turns the request away ({ $status })
step-page-error = The site answers { $status } after { $took }
step-page-incomplete = The page breaks off ({ $status })
step-page-no-answer = The connection stands, and no answer comes
step-page-loop = The redirects go in circles
step-page-skipped = Not reached

step-speaker-title = Who answered
step-speaker-passed = { $names }, speaking for the site
step-speaker-unsigned = { $names }; without encryption nobody can be sure
step-speaker-nameless = The site itself; its software does not give its name
step-speaker-unknown = It does not show who wrote the answer
step-speaker-skipped = There was no answer to read

step-ways-in-title = Other ways in
step-ways-in-passed = { $count ->
    [2] Both ways work
   *[other] All { $count } ways work
}
step-ways-in-some = { $good ->
    [one] { $good } of { $count } ways works
   *[other] { $good } of { $count } ways work
}
step-ways-in-none = { $count ->
    [2] Neither of the two ways works
   *[other] None of { $count } ways works
}
step-ways-in-skipped = Not needed

step-other-pages-title = Other pages
step-other-pages-home-works = The home page works
step-other-pages-file-works = A simple file of the site works
step-other-pages-problem = Other pages fail as well
step-other-pages-skipped = Not needed

step-over-time-title = Over time
step-over-time-passed = { $count ->
    [2] Both looks went well
   *[other] All { $count } looks went well
}
step-over-time-always = { $count ->
    [2] Both looks failed
   *[other] All { $count } looks failed
}
step-over-time-sometimes = { $bad } of { $count } looks failed
step-over-time-skipped = Looked at once

step-path-title = Way to the site
step-path-warning = Packets get as far as { $ip } (router { $count } on the way)
step-path-silent = No router on the way answers, which many never do
step-path-failed = Could not be traced: { $why }
step-path-skipped = Connections come about, so the way was not traced

step-origin-title = Server behind the gateway
step-origin-passed = Answers { $status } at { $address }, asked without the gateway
step-origin-problem = Fails at { $address } too, with { $status }
step-origin-silent = Gives no answer at { $address }
step-origin-cut-off = Could not be asked at { $address }: this device has no way there
step-origin-skipped = Nobody named its address

step-logs-title = Logs
step-logs-empty = The logs are empty, nothing was written to them
step-logs-nothing = { $lines ->
    [one] One line, and none
   *[other] { $lines } lines, and none
} that says why a page would fail
step-logs-problem = { $count ->
    [one] One of { $lines } lines says why pages fail
   *[other] { $count } of { $lines } lines say why pages fail
}
step-logs-failed = Could not be read: { $why }
step-logs-skipped = Nobody handed one over

step-configuration-title = Gateway's configuration
step-configuration-route = The page is asked from { $servers } ({ $where })
step-configuration-unclear = The block for { $host } stands at { $where }; where it sends this page cannot be told
step-configuration-no-site = No block in { $where } answers for { $host }
step-configuration-partly = { $count ->
    [one] One file that it includes could not be read: { $path } ({ $why })
   *[other] { $count } files that it includes could not be read, among them { $path } ({ $why })
}
step-configuration-failed = Could not be read: { $why }
step-configuration-skipped = Nobody handed one over

step-server-title = The server itself
step-server-passed = { $count ->
    [one] One look at this machine
   *[other] { $count } looks at this machine
}{ $unseen ->
    [0] {""}
    [one] ; one more could not be made
   *[other] ; { $unseen } more could not be made
}
step-server-full = No room is left on { $path }
step-server-kill = The system ended { $program } a moment ago, for want of memory
step-server-down = The service { $service } is down
step-server-failed = Could not be looked at: { $why }
step-server-skipped = Nobody asked for a look at this machine

step-world-title = From other places
step-world-passed = { $count ->
    [one] The one place that was asked gets the page
   *[other] All { $count } places get the page
}
step-world-problem = { $count ->
    [one] The one place that was asked does not get the page
   *[other] None of { $count } places gets the page
}
step-world-warning = { $bad ->
    [one] { $bad } of { $count } places does not get the page
   *[other] { $bad } of { $count } places do not get the page
}
step-world-silent = No place had anything to say about the site
step-world-failed = Could not be asked: { $why }
step-world-skipped = Not needed
