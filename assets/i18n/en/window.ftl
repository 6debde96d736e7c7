## The window.

window-to-start = Gatemend, to the start
window-settings = Settings
window-gallery = Parts
window-new-check = New check
window-visitor = Visitor
window-owner = Site owner
window-back = Back to the check
window-copied = Copied, ready to paste
window-no-dialog = Do you see no file dialog? Drop the file on this window. To open a file, you can also type its whole path in the place of an address.
window-undo = Undo
window-broke = A part of Gatemend itself broke. What is known about it is in { $file }, without any address and anything you typed. Please send it to its makers.
window-broke-unwritten = A part of Gatemend itself broke, and it could not be written down.
window-broke-close = Close
window-settings-unread = { $why }. The usual settings are in force; your file stays as it is, and is kept under another name when you change a setting here.
# In front of the sentence above; $what is in the words of whoever reads the file.
window-settings-mistake = There is a mistake in the settings file ({ $what })
window-broke-run = This check broke off: a part of Gatemend itself broke. You can start it again.
window-open-waits = A check is under way. { $file } waits until you say so.
window-open-stop = Stop the check and open it
window-open-now = Open it
window-open-not = Leave it closed

# Start
window-welcome = Which page will not open?
window-promise = Gatemend follows the path to the site, finds where it breaks, and tells you who can fix it.
window-address = Address of the page
window-paste = Paste
window-typed-empty = Type or paste an address such as shop.example.
window-typed-space = There is a space in the address.
window-typed-scheme = Only http and https addresses can be checked, not { $scheme }.
window-typed-unreadable = This is no address of a page. One looks like shop.example or https://shop.example/page.
window-typed-long = This is longer than any address of a page.
window-typed-several = One address at a time: { $one } or { $other }.
window-typed-hyphen = No part of a site's name begins with a hyphen.
window-typed-port = The number behind the colon has to lie between 1 and 65535.
window-typed-meant = Use { $address }
window-role-visitor = I am visiting this site
window-role-visitor-about = Find out whether it is you or them, and what you can do.
window-role-owner = I run this site
window-role-owner-about = Also look behind the gateway: your server and its logs.
window-saw = What do you see?
window-saw-about = Optional. Paste the error page or its wording; it often names the cause.
window-saw-said = Recognised: { $names }
window-check = Check this page
window-no-network = This computer is not connected to a network.
window-no-network-about = So nothing can be said about the site yet. Switch on Wi-Fi or plug in the cable: the check starts by itself as soon as there is a connection.
window-network-settings = Open network settings
window-network-settings-failed = The network settings could not be opened. Open them from the system's own menu.
window-check-anyway = Check anyway
window-stop-waiting = Do not wait
window-check-why = Type or paste the address of the page first.
window-takes = Takes about 20 seconds. Changes nothing on this computer.
window-contacts-short = Contacts only the site, DNS servers and known test pages.
window-see-list = See the list
window-contacts = Who is contacted
window-contacts-own = The site itself; { $list }; and:
window-past = Past check-ups
window-past-kept = Kept on this computer alone, in
window-past-delete = Delete
window-past-delete-all = Delete all

# Checking
window-starting = Starting…
window-known = What we know so far
window-known-nothing = Nothing yet. The first answers arrive within a second.
window-known-near = Your computer and your router work.
window-known-way = The internet's address book (DNS) and your internet connection work.
window-known-site = The page loads from here.
window-open = Still open: { $steps }.
window-open-nothing = Nothing more is under way.
window-passed = { $count ->
    [one] One check passed
   *[other] { $count } checks passed
}
window-progress = { $done } of { $all } checks done
window-time = { $used } s, at most { $most } s
window-stop = Stop and show what is known
window-stop-short = Stop
window-still = Still looking, { $done } of { $all } checks done
window-changed = I have changed it, check again
window-changed-title = When you have changed something
window-changed-about = Asks for the page again, and shows before and after.
window-changed-about-logs = Asks for the page again, reads your logs from this moment on, and shows before and after.
window-changed-logs = Failed requests in the logs: { $since } since the change, { $before } in all the time before.
window-changed-logs-unread = The logs were not all read again: what they say since the change is not known.
window-again = Check again
window-stopped = Stopped after { $done } of { $all } checks.
window-stopped-known = This much was seen:
window-stopped-open = Not looked at: { $steps }

# Verdict
window-tab-verdict = Verdict
window-tab-evidence = Evidence
window-tab-watch = Watch
window-tab-report = Report
window-confidence-certain = Certain
window-confidence-strong = Almost certain
window-confidence-likely = Likely
window-confidence-possible = Possible
window-who-none = Nothing to fix
window-who-none-over = Nothing to fix any more
window-who-your-device = You can fix this on this computer
window-who-your-network = Your network has to be fixed
window-who-your-network-captive-portal = You can fix this by signing in
window-who-your-network-no-internet = Your line or your router has to be fixed
window-who-dns-resolver = You can fix this in about 3 minutes
window-who-site-dns-nxdomain = Nobody knows this name
window-who-site-dns = The site's operator has to fix this
window-who-site-edge = The site's operator has to fix this
window-who-site-origin = The site's operator has to fix this
window-who-path = Your internet provider can look into this
window-who-unknown = Not decided yet
window-who-owner = You can fix this on your server
window-host-other = { $first } is also written { $other }.
window-host-mixes = { $first } stands for { $other }. This name mixes alphabets: look closely whether it is the site you mean.
window-reason = Reason
window-or = Also possible: { $cause }
window-or-how = Also possible: { $cause }. { $how }
window-checked = Checked { $time }, in { $took }
# A moment of these days, beside a date for all others.
window-when-today = today at { $time }
window-when-yesterday = yesterday at { $time }
window-foreign = Opened from a file: { $file }
window-before-after = Before and after
window-before-after-same = It fails in the same way as before: nothing has changed yet.
window-before = Before
window-after = Now
window-can-do = What you can do
window-how-we-know = How we know
window-next-own = What to do
window-next-for-cause = For this cause: { $cause }
window-next-owner = What the site's operator has to do
window-next-host = What the hosting provider has to do
window-next-isp = What your internet provider has to do
window-next-network-admin = What whoever runs your network has to do
window-next-nobody = Nobody has to act
window-watch-title = Wait, and be told when it is back
window-watch-about = Gatemend looks every { $every } at first, then less often, quietly.
window-watch-about-steady = Gatemend looks every { $every }, quietly.
window-watch = Watch until it is back
window-see-watch = See how it goes
window-address-title = Look at the address again
window-address-change = Change the address
window-sign-in-title = Sign in to this network
window-sign-in = Open the sign-in page
window-tell-title = Tell the people who can fix it
window-tell-about = A short, factual message that they can act on.
window-copy-change = Copy the change
window-copy-message = Copy message
window-leave-alone = What you can leave alone
window-all-observations = { $count ->
    [one] See the one observation
   *[other] See all { $count } observations
}
window-reason-said = { $word }. { $text } { $count ->
    [one] One observation
   *[other] { $count } observations
}
window-verify = See for yourself: { $command }

# Evidence
window-proof-facts = Facts
window-proof-dns = DNS
window-proof-ways = Ways in
window-proof-world = World
window-proof-facts-title = What was seen, station by station
window-proof-dns-title = What each DNS server answers
window-proof-ways-title = Every way into the site
window-proof-dns-same = All DNS servers that answer say the same
window-proof-dns-apart = DNS servers give { $count } different answers
window-proof-ways-fine = Every way into the site works
window-proof-ways-bad = Every address of the site fails
window-proof-ways-some = { $failing ->
    [one] { $failing } of { $all } addresses fails, so visitors fail by chance
   *[other] { $failing } of { $all } addresses fail, so visitors fail by chance
}
window-facts-show = Show
window-facts-all = All { $count }
window-facts-problems = Problems { $count }
window-facts-find = Find in facts
window-facts-none = No observation is like that.
window-facts-check = Check
window-facts-after = After
window-dns-none = No DNS server was asked: the address needs none, or the check ended before.
window-dns-group = { $outcome } there, in { $time }. Given by { $servers ->
    [one] one server.
   *[other] { $servers } servers.
}
window-dns-group-untried = The page was not tried there. Given by { $servers ->
    [one] one server.
   *[other] { $servers } servers.
}
window-dns-server = DNS server
window-dns-ip = Its address
window-dns-transport = Asked
window-dns-answer = What it answers
window-dns-ttl = Keeps it for
window-dns-time = Time
window-dns-agreement = Agreement
window-dns-about = Answers may differ by region. Another answer is a fault only where the page fails at its address.
dns-agrees = Agrees
dns-differs = Differs
dns-not-checked = Not checked
dns-no-address = No address
dns-empty = no address for this name
dns-no-such-name = no such name
window-proof-world-title = How the site looks from other places
window-proof-world-fine = { $count ->
    [one] The one place that was asked gets the page
   *[other] All { $count } places get the page
}
window-proof-world-bad = { $count ->
    [one] The one place that was asked does not get the page
   *[other] None of { $count } places gets the page
}
window-proof-world-some = { $failing ->
    [one] { $failing } of { $count } places does not get the page
   *[other] { $failing } of { $count } places do not get the page
}
window-proof-world-regions = It fails in { $regions }, and works elsewhere
window-world-by-region = { $count ->
    [one] One place
   *[other] { $count } places, by region
}
window-world-asked-at = asked at { $time }
window-world-via = via { $place }
window-world-nothing = No word
window-world-not-asked = No other place was asked in this check. Where the view from other places is on, it is asked when the home page fails here, and when somebody reports an error that is not seen here.
window-world-adds = What this adds
window-world-adds-nothing = Nothing that changes the verdict.
window-world-disclosed = What was disclosed
window-world-would-disclose = What it discloses
window-world-to-service = To the service and those who ask for it: { $page }, and its answers there; to the service alone: your internet address. Whoever has the number of the measurement can read the answers for seven days.
window-world-to-nobody = To nobody: the path and query of the page, cookies, logs, what you pasted, your name.
window-world-on = World view is on
window-world-off = World view is off
window-world-switch-about = Tells { $service } the site's name and your internet address, and your server's address where you gave it.
window-world-region-fine = All load it
window-world-region-bad = None load it
window-world-region-some = { $failing ->
    [one] { $failing } of { $count } fails
   *[other] { $failing } of { $count } fail
}
window-world-region-silent = No word
window-region-africa = Africa
window-region-antarctica = Antarctica
window-region-asia = Asia
window-region-europe = Europe
window-region-north-america = North America
window-region-oceania = Oceania
window-region-south-america = South America
window-region-unknown = Elsewhere
window-ways-none = No way in was tried: the check ended before, or no address is known.
window-ways-4 = IPv4, the address form that every network has
window-ways-6 = IPv6, the newer form, which many networks have
window-ways-ip = Address
window-ways-untried = not tried
window-ways-no-answer = No answer
window-ways-cells = Each cell: what the address answers, after how long, and who answered.
window-ways-each = Each request by itself
window-ways-about = Each row: what the address answers to this way of asking, and after how long.

fact-proxy = This page is fetched through a go-between (proxy): { $proxy }
fact-no-proxy = No go-between (proxy) is set
fact-hosts = This computer's own list of names (hosts file) sends { $name } to { $ip }
fact-no-hosts = This computer's own list of names (hosts file) does not name this site
fact-network-both = This network has a way out over IPv4 and IPv6
fact-network-4 = This network has a way out over IPv4, none over IPv6
fact-network-6 = This network has a way out over IPv6, none over IPv4
fact-network-none = This network has no way out
fact-name-servers = This computer asks these DNS servers (the internet's address book): { $servers }
fact-browsers = Browser profiles found: { $browsers }
fact-roots = This computer trusts { $count } authorities that vouch for sites; { $foreign } of them are not public ones
fact-router = The router answers at { $ip }
fact-router-silent = The router at { $ip } does not answer
fact-lookup = The system finds { $host } at { $ips }
fact-dns = { $server }, { $type } of { $name }: { $answer }
fact-visit = { $purpose }, { $ip }: { $outcome }
fact-control = Test page { $name }: { $outcome }
fact-unresolved = its name was not found
fact-origin = Server behind the gateway at { $address }: { $outcome }
fact-configuration = { $count ->
    [one] one file read
   *[other] { $count } files read
}
fact-log = { $lines ->
    [one] one line read
   *[other] { $lines } lines read
}, { $count ->
    [0] none says why a page would fail
    [one] one says why pages fail
   *[other] { $count } say why pages fail
}
fact-waiting = The page has not answered for { $time }
fact-trace = The way to { $ip }: { $answered } of { $hops } machines on it answer
fact-said = You saw: { $text }
fact-malfunction = A check of Gatemend itself failed: { $what }

# Watch
window-watch-looks = Every look so far
window-watch-changes = What changed
window-watch-first = The first look is under way.
window-watch-not = Not watching.
window-watch-down = Still down. We keep looking.
window-watch-was-down = It was down at the last look.
window-watch-back = It is back. The page loads again.
window-watch-up = The page loads.
window-watch-doubt = It failed just now. We look once more.
window-watch-stop = Stop watching
window-watch-since = Down since { $from }, for { $length }.
window-watch-lasted = Down from { $from } to { $to }, for { $length }.
window-watch-next = Next look at { $time }.
window-watch-over = A day is over, so watching has ended.
window-watch-row = { $count ->
    [one] It has loaded once since.
   *[other] It has loaded { $count } times in a row since.
}
window-watch-kept = Looks of earlier sittings are shown too.
window-step-of = step { $number } of { $count }
window-watch-good = page loads
window-watch-bad = error
window-watch-uncounted = does not count
window-watch-outage = outage
window-watch-gap = not watched
window-watch-while = While watching
window-watch-every = Time between looks
window-watch-closing = Watching goes on while this window is minimised, and stops when you close it. On a command line, “gatemend watch” goes on without a window.
window-watch-notify = Notify me when it is back or down
window-watch-notify-changes = Notify me when the error changes
window-watch-sound = With a sound
window-watch-csv = Save as CSV
window-watch-json = Save as JSON
window-watch-nothing-kept = No look at this page was kept yet.
window-notice-back = { $host } is back, after { $took }.
window-notice-down = { $host } is down ({ $what }).
window-notice-changed = { $host } fails in another way now: { $what }.
window-notice-from = Seen by Gatemend, which watches it for you.
window-notice-failed = The desktop did not show a notice: { $error }
window-open-page = Open the page
window-plot-was-down = Down for { $time }
window-plot-down = Down for { $time } so far
window-plot = Timeline, { $looks } looks, { $outages ->
    [0] no outage
    [one] one outage
   *[other] { $outages } outages
}
window-change-fails = Page fails: { $what }
window-change-doubtful = Failed once: { $what }; looking again
window-change-steady = Page loads; that was a single failure
window-change-gap = Not watched for { $length }; neither up nor down
window-change-improves = Loads again; a few more looks decide
window-change-back = Page loads again
window-change-works = Page loads

# Report
window-report = Report for the provider
window-report-about = What you see here is exactly what is saved.
window-report-about-html = The words here are exactly what is saved; the page adds its layout.
window-report-making = Making the report…
window-leave-out = Leave out
window-leave-out-addresses = Addresses of my network
window-leave-out-addresses-about = Router, this computer, internet address
window-leave-out-names = My name and computer name
window-leave-out-names-about = Also e-mail addresses, and inside file paths
window-leave-out-queries = Values in the page's address
window-leave-out-queries-about = What stands behind the question mark
window-leave-out-always = Cookies and sign-in details are never part of a report.
window-format = Format
window-format-text = Text
window-report-language = Language of the report
window-report-file = File
window-choose-file = Choose a place…
window-open-case = Open a saved check-up…
window-report-stays = Nothing is sent. The file stays on this computer until you share it.
window-save = Save report
window-copy-ticket = Copy as ticket text
window-saved = Saved as

# Settings
window-settings-saved = Saved
window-settings-not-kept = This change lasts until the window is closed: it could not be written.
window-set-dns = DNS servers
window-set-dns-about = Their answers are compared with what this computer uses. At least two are needed.
window-set-add = Add a server
window-set-add-field = Address of another DNS server
window-set-add-wrong = Give the server's number, such as 192.0.2.53 or 192.0.2.53:5353.
window-set-add-known = This server is in the list already.
window-set-system = This computer's own
window-set-system-about = Asked as this computer asks them
window-set-controls = Known-good pages
window-set-controls-about = If these load, your connection works. Independent operators, so no single outage misleads us.
window-set-world = View from other places
window-set-world-about = Asks a service with machines all over the world for the site's home page when it fails here. Off until you switch it on: the service is told the site's name and sees your internet address; its answers can be read for seven days by whoever has their number. Where you gave the address of your server, the service is told that too, and whoever has the number can read it. Path, query, cookies and logs are never told.
window-set-times = Time limits
window-set-connect = Opening a connection
window-set-response = Waiting for the page
window-set-look = Look
window-set-about = About
window-language = Language
window-language-system = System
# { $language } is the English name of a language whose letters no font here has.
window-language-no-letters = No font on this device has the letters of { $language }. The window stays as it is until one is installed, such as Noto Sans CJK.
window-look = Theme
window-look-system = System
window-look-light = Light
window-look-dark = Dark
window-set-proxy = Proxy
window-set-proxy-about = Where one is in force, the page is asked straight as well, for comparison.
window-proxy = Checks go through
window-proxy-none = No proxy
window-set-page-field = Address of another page
window-set-page = Add a page
window-set-page-wrong = This is no address of a page. One looks like this: www.example.org
window-set-page-known = This page is in the list already.
window-set-official = The site's own
window-set-official-about = Those that its domain names, for each check anew
window-open-elsewhere = This check-up is open in another window too.
window-motion = Motion
window-motion-full = Full
window-motion-reduced = Reduced
window-size = Text size
window-size-100 = 100 %
window-size-125 = 125 %
window-size-150 = 150 %
window-less = Less: { $what }
window-more = More: { $what }
window-version = Gatemend { $version }, rules of { $rules }
window-no-telemetry = Nothing is ever sent to its makers.
window-settings-file = Settings are kept in { $file }

# What an owner hands over
window-origin = Your server's own address
window-origin-optional = optional
window-origin-about = To look past a CDN or proxy
window-origin-wrong = Write an IP address, with a port if need be: 192.0.2.7:8080
window-error-page = Show your visitors a page that helps
window-error-page-about = It says that it is not them, looks again gently by itself, and names no program. Save it as a file on the gateway.
window-error-page-copy = Copy the page
window-error-page-lines = Copy the lines for { $gateway }
window-error-page-lines-about = The lines that make your gateway show it, with the status that it has. Put your own folder and file into them.
window-on-server = This computer is the site's server
window-on-server-about = Also look at who takes connections here, at sockets, room, memory and services. Read only, and nothing leaves this computer.
window-logs-drop = Drop log files and the gateway's configuration here
window-logs-private = They are read on this computer and never uploaded.
window-logs-choose = Choose files…
window-logs-on-start = Logs can be added on the first screen
window-log-reading = Being read
window-log-progress = { $taken } of { $size } · { $rate } a second · about { $left ->
    [one] one second
   *[other] { $left } seconds
} left
window-log-so-far = { $count } × { $cause }
window-log-unreadable = Cannot be read: { $why }
window-log-protected = This file is protected. Make a copy that you own, then add the copy:
window-log-no-format = no known format
window-log-says-nothing = Readable, but no line in it says why a page fails
window-log-configuration = Configuration of { $gateway }
window-log-about = { $format }{ $span ->
    [none] {""}
   *[other] , { $span }
}, { $lines ->
    [one] one line
   *[other] { $lines } lines
}
window-log-remove = Remove { $name }

# What the logs say
window-logs-over-time = Failed requests over time
window-logs-step = { $unit ->
    [minute] one bar a minute
    [hour] one bar an hour
    [day] one bar a day
   *[other] one bar for { $minutes } minutes
}
window-logs-bar = { $time }: { $count ->
    [one] one failed request
   *[other] { $count } failed requests
}
window-logs-whole = Whole log
window-logs-causes = Causes, most frequent first
window-logs-hint = Perhaps: { $cause } (no line says so plainly)
window-logs-consequence = Follows from other failures: { $cause }
window-logs-more = { $count ->
    [one] and 1 more cause
   *[other] and { $count } more causes
}
window-logs-such-lines = { $count ->
    [one] 1 line
   *[other] { $number } lines
}
window-logs-words = What the log says
window-logs-behind = Server behind the gateway
window-logs-pages = Pages that fail most
window-logs-lines = Log lines read
window-logs-failed = Failed requests
window-logs-last = Last one

# Guided steps

guided-things = { $count ->
    [one] One thing to do, about { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }
   *[other] { $count } things to do, about { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }
}
guided-browser = Your browser
guided-undo = To undo it: { $how }
guided-done-at = Done at { $time }
guided-copy = Copy
guided-left = { $time } left
guided-usually-left = usually left
guided-waits = Nothing to do here
guided-waits-about = The window goes on by itself when the time is over. Press Done if it is sooner.
guided-then-you = Then you say whether the page loads there.
guided-then-page = Then the page is asked again, once.
guided-then-line = Then the window waits for the connection, and asks the page again.
guided-asks = Does the page load there?
guided-measures = The page is asked again
guided-measures-line = Waiting for the connection, four minutes at most
guided-helped = That helped
guided-loads-there = It loads there
guided-works = The page loads for this program
guided-loads-unchanged = The page loads again
guided-unchanged = Nothing has changed yet
guided-works-about = It did so before. Only your browser can show whether this helped.
guided-works-here = For this program the page loads.
guided-fails = The page still fails
guided-fails-about = This program asked again and got: { $how }.
guided-no-line = There is still no connection
guided-no-line-about = Try the next remedy, or ask your provider whether there is an outage.
guided-did-not-help = That did not help
guided-not-done = It could not be done
guided-now = Now
guided-router-answers = The router answers
guided-router-answers-about = It is asked every { $pause } seconds. Pull the plug, and this window notices.
guided-router-away = The router is starting
guided-router-away-about = It is asked every { $pause } seconds. No answer yet.
guided-router-back = The router answers again
guided-failed-before = It failed with: { $how }
guided-done = Done
guided-done-check = Done, check now
guided-cannot = I cannot do this
guided-yes = Yes, it loads
guided-no = No, it still fails
guided-next = Try the next thing
guided-check-anew = Check everything again
guided-back = Back to the verdict
guided-show = Show me how
guided-open-privately = Open in a private window
guided-code = The address { $url } as a code for a camera
guided-code-about = Point the phone's camera at the code. It holds the address that you typed, and stays on this screen.
guided-not-opened = The browser could not be started. Open the private window by hand, as the step says.

# $error is in the words of the system.
window-cannot-read = Cannot read { $path }: { $error }
window-cannot-write = Cannot write { $path }: { $error }
window-report-ending = Cannot tell the kind of report from { $path }. Use .html, .md, .txt or .json.
window-no-folder = The folder { $path } does not exist.
