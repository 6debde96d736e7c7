## report

report-title = Prüfung von { $page }
report-brand = Gatemend
report-started = { $time }

report-no-verdict = Diese Prüfung endete ohne Befund.
report-no-verdict-stopped = Diese Prüfung wurde vor einem Befund angehalten.
report-no-verdict-budget = Die Zeit für diese Prüfung war vor einem Befund abgelaufen.

report-fault-none = Nichts zu beheben
report-fault-your-device = Für den Nutzer dieses Geräts
report-fault-your-network = Für die Betreiber dieses Netzes
report-fault-dns-resolver = Für den, der den DNS-Server einstellt
report-fault-site-dns = Für die Betreiber der Website
report-fault-path = Für den Internetanbieter
report-fault-site-edge = Für die Betreiber der Website
report-fault-site-origin = Für die Betreiber der Website
report-fault-unknown = Noch offen

report-confidence-certain = Sicher
report-confidence-strong = Fast sicher
report-confidence-likely = Wahrscheinlich
report-confidence-possible = Möglich

report-reason = Grund
report-reason-line = { $cause }, { $confidence }
report-sure-certain = Sicher: Es wurde ausdrücklich gesagt oder durch ein Protokoll bewiesen.
report-sure-strong = Fast sicher: Jeder anderen Erklärung widerspricht etwas, das gesehen wurde.
report-sure-likely = Wahrscheinlich: Diese Erklärung führt, und eine andere ist nicht ausgeschlossen.
report-sure-possible = Möglich: Mehrere Erklärungen kommen in Frage.
report-cause-name = Gatemend nennt die Ursache { $cause }; `gatemend explain { $cause }` sagt mehr über sie.

report-who-visitor = Sie, der Besucher
report-who-owner = Betreiber der Website
report-who-host = Hosting-Anbieter
report-who-isp = Internetanbieter
report-who-network-admin = Betreiber dieses Netzes
report-who-nobody = Niemand

report-status-waiting = Wartet
report-status-running = Prüft
report-status-passed = In Ordnung
report-status-warning = Auffällig
report-status-problem = Problem
report-status-skipped = Nicht nötig
report-status-failed = Nicht prüfbar
report-status-needs-you = Sie sind dran

report-station-device = Dieses Gerät
report-station-router = Router
report-station-dns = DNS
report-station-internet = Internet
report-station-gateway = Gateway
report-station-origin = Ursprungsserver
report-state-unseen = Unbekannt
report-state-fine = In Ordnung
report-state-doubtful = Auffällig
report-state-broken = Bricht hier ab
report-state-concluded = Bricht hier ab
report-state-running = Prüft
report-state-failed = Nicht prüfbar
report-zone-near = Bei Ihnen
report-zone-way = Unterwegs
report-zone-site = Die Website
report-zone-partly = Teils bekannt
report-path-label = Der Weg von diesem Gerät zum Server der Website. { $stations }
report-path-station = { $station }: { $state }

report-head-key = Auf einen Blick
report-head-because = Woher wir das wissen
report-head-next = Was jetzt zu tun ist
report-head-leave = Was nicht nötig ist
report-head-alternatives = Was es sonst sein könnte
report-head-not-tested = Was nicht geprüft wurde
report-head-checklist = Alle Prüfschritte
report-head-ruled-out = Geprüft und in Ordnung
report-head-tried = Was versucht wurde
report-head-visits = Alle Anfragen
report-head-dns = Was jeder DNS-Server sagt
report-head-controls = Andere Websites zum Vergleich
report-head-places = Von anderen Orten
report-head-trace = Weg zur Website
report-head-others = Was sonst noch angesehen wurde
report-head-verify = Selbst nachprüfen
report-head-raw = Antworten im Wortlaut
report-head-said = Was der Besucher berichtet
report-head-malfunctions = Was dieses Programm nicht konnte
report-head-about = Über diesen Bericht

report-key-time = Zeit
report-key-page = Seite
report-key-answer = Antwort
report-key-looks = Abrufe
report-key-client = Gefragt von
report-key-speaker = Gesagt von
report-key-ids = Anfragenummern
report-key-ips = Gefragte Adressen
report-key-server = Server-Header
report-key-certificate = Zertifikat
report-key-verdict = Befund
report-key-evidence = Beleg
report-key-asked = Unsere Bitte
report-none-seen = nichts gesehen
report-asked-default = Sehen Sie im Log des Rechners nach, der diese Antwort gab, zur oben genannten Zeit.
report-asked-open = Noch nichts: Was zu sehen war, entscheidet nicht, wer handeln muss.
report-asked-nothing = Nichts; dies dient nur Ihrer Information.

report-verify = Nachprüfen
report-change-file = In der Datei
report-change-apply = Diese Zeilen als change.diff speichern, dann
report-change-reload = Dann
report-change-undo = Rückgängig machen
report-rests-on = { $count ->
    [one] Zu sehen in dieser Beobachtung unten:
   *[other] Zu sehen in diesen Beobachtungen unten:
}
report-separated-by = So zu unterscheiden: { $how }
report-alternative-line = { $fault }: { $cause }

report-column-id = ID
report-column-time = Zeit (UTC)
report-column-purpose = Anfrage
report-column-place = Ort
report-column-network = Netz
report-column-url = Seite
report-column-ip = Adresse
report-column-tcp = TCP ms
report-column-tls = TLS ms
report-column-first-byte = Erstes Byte ms
report-column-outcome = Ausgang
report-column-server = Server
report-column-way = Art
report-column-question = Frage
report-column-answer = Antwort
report-column-took = Dauer
report-column-check = Prüfschritt
report-column-status = Ergebnis
report-column-site = Website
report-column-hop = Router
report-column-what = Was

report-looks = { $bad ->
    [0] { $count ->
        [one] Der einzige Abruf der Seite gelang, { $window }
       *[other] Keiner von { $count } Abrufen der Seite schlug fehl, { $window }
    }
   *[other] { report-looks-failed } fehl, { $window }
}
report-looks-failed = { $count ->
    [one] Der einzige Abruf der Seite schlug
   *[other] { $bad ->
        [one] Einer von { $count } Abrufen der Seite schlug
       *[other] { $bad } von { $count } Abrufen der Seite schlugen
    }
}
report-client = { $family }, { $own }; nennt sich in Ihren Logs Gatemend/{ $version }
report-client-no-visit = { $own }; eine Verbindung zur Website kam nicht zustande
report-client-proxy = über den Proxy { $proxy }
report-client-unknown = die eigene Adresse ist nicht bekannt
report-client-private = von einer privaten Adresse; die öffentliche ist hier nicht bekannt
report-client-public = von { $ips }
report-stand-in = { $ip } (anstelle der echten Adresse, die weggelassen ist)
report-span = { $from } bis { $to }
report-and-more = { $shown } und { $count } weitere
report-left-out = { $count ->
    [one] Eine weitere Zeile ist hier ausgelassen; die Datei der Prüfung enthält sie.
   *[other] { $count } weitere Zeilen sind hier ausgelassen; die Datei der Prüfung enthält sie.
}
report-trace-to = Zu { $ip }, Port { $port }
report-hop-silent = keine Antwort
report-hop-none = kein Router antwortete
report-seen-proxies = Proxy-Einstellungen
report-seen-no-proxy = kein Proxy ist eingestellt
report-seen-script = ein Proxy-Skript ist eingestellt
report-seen-hosts-file = hosts-Datei
report-seen-lines = { $count ->
    [0] sagt nichts über die Website
    [one] eine Zeile nennt die Website
   *[other] { $count } Zeilen nennen die Website
}
report-seen-network = Netz
report-seen-routes = IPv4: { $v4 }, IPv6: { $v6 }
report-seen-route = verbunden
report-seen-no-route = nicht verbunden
report-seen-name-servers = DNS-Server dieses Geräts
report-seen-browsers = Eigene Einstellungen der Browser
report-seen-profiles = { $count ->
    [one] ein Profil
   *[other] { $count } Profile
}
report-seen-root-store = Vertraute Zertifizierungsstellen
report-seen-roots = { $count ->
    [0] keine außer den öffentlichen
    [one] eine außer den öffentlichen
   *[other] { $count } außer den öffentlichen
}
report-seen-router = Router
report-seen-waiting = Wartet noch
report-seen-origin = Server hinter dem Gateway
report-seen-log = Log
report-seen-tried = Versucht
report-seen-configuration = Konfiguration des Gateways
report-seen-files = { $count ->
    [one] eine Datei
   *[other] { $count } Dateien
}
report-network-home = Privatanschluss
report-network-data-centre = Rechenzentrum
report-network-unknown = Netz
report-seen-register = Register
report-seen-contacts = { $count ->
    [0] niemand, dem man schreiben könnte
    [one] ein Kontakt
   *[other] { $count } Kontakte
}
report-seen-registers = { $told } (gefragt: { $registers })
report-seen-world = Von anderen Orten
report-seen-places = { $good ->
    [one] einer von { $count } Orten bekommt
   *[other] { $good } von { $count } Orten bekommen
} eine Antwort ohne Fehler
report-seen-places-names = DNS-Server an { $good } von { $count } Orten nennen Adressen
report-seen-places-route = Pakete von { $good } von { $count } Orten kommen an
report-route-arrives = Pakete kommen an
report-route-ends = Pakete enden im Netz { $network }
report-seen-user-said = Was der Besucher berichtet
report-seen-below = steht oben in voller Länge
report-seen-malfunction = Fehler dieses Programms

report-same-page = wie oben
report-no-visits = Es wurde keine Anfrage gestellt.
report-no-dns = Kein DNS-Server wurde gefragt.
report-body-cut = Der Inhalt geht weiter; { $bytes } weitere Bytes sind hier ausgelassen.
report-body-empty = Der Inhalt ist leer.

report-made-by = Erstellt von { $name } { $version }, Stand der Regeln: { $rules }.
report-redacted = Adressen des eigenen Netzes, Query-Werte, Namen und Zugangsdaten wurden durch Platzhalter ersetzt. Gleiche Platzhalter stehen für gleiche Werte: 240.0.0.1 oder 100::1 und dergleichen für eigene öffentliche Adressen, 10.0.0.1, fd00::1 und fe80::1 für private, REDACTED1 und hid1 für Werte, hidden1@example.invalid für E-Mail-Adressen.
report-not-redacted = In diesem Bericht wurde nicht alles Persönliche ersetzt. Er kann Adressen und Namen des eigenen Netzes zeigen; sehen Sie ihn durch, bevor Sie ihn weitergeben.
report-role-visitor = Geprüft als Besucher.
report-role-owner = Geprüft als Betreiber der Website.

report-certificate-line = { $subject }, ausgestellt von { $issuer }, gültig von { $from } bis { $until }; { $trust }
report-trust-bundled = vertrauenswürdig nach öffentlichen Stammzertifikaten
report-trust-extra = vertrauenswürdig nach einem Stammzertifikat aus den Einstellungen
report-trust-system = vertrauenswürdig nur nach einem Stammzertifikat dieses Systems
report-trust-expired = nicht vertrauenswürdig: abgelaufen
report-trust-not-yet-valid = nicht vertrauenswürdig: noch nicht gültig
report-trust-wrong-name = nicht vertrauenswürdig: gilt für einen anderen Namen
report-trust-unknown-issuer = nicht vertrauenswürdig: Aussteller nicht bekannt
report-trust-revoked = nicht vertrauenswürdig: widerrufen
report-trust-invalid = nicht vertrauenswürdig: fehlerhaft

report-not-tried = nicht versucht: { $why }
report-not-visited = nicht angefragt
report-failure-after = { $what } nach { $time }
report-failure-refused = Verbindung abgelehnt
report-failure-reset = Verbindung abgebrochen
report-failure-closed = Verbindung zu früh geschlossen
report-failure-timed-out = keine Antwort
report-failure-host-unreachable = Rechner nicht erreichbar
report-failure-network-unreachable = kein Weg dorthin
report-failure-permission-denied = auf diesem Gerät nicht erlaubt
report-failure-name-not-found = Name nicht gefunden
report-failure-lookup-failed = Nachschlagen des Namens gescheitert
report-failure-tls-refused = sichere Verbindung abgelehnt
report-failure-protocol = nicht das erwartete Protokoll
report-failure-too-large = mehr, als gelesen wird
report-failure-cancelled = angehalten
report-failure-out-of-budget = Zeit der ganzen Prüfung abgelaufen
report-failure-internal = Fehler dieses Programms
report-failure-other = gescheitert

report-phase-tcp = Verbindungsaufbau
report-phase-tunnel = Durch den Proxy
report-phase-tls = Sichere Verbindung
report-phase-http = Warten auf die Antwort
report-phase-body = Lesen der Seite

report-purpose-page = die Seite
report-purpose-repeat = die Seite noch einmal, { $number }
report-purpose-http1 = die Seite über HTTP/1.1
report-purpose-hop = nach Weiterleitung { $number }
report-purpose-home-page = die Startseite
report-purpose-home-again = die Startseite noch einmal
report-purpose-security-txt = die Datei, die sagt, an wen man sich wendet
report-purpose-static-file = eine einfache Datei
report-purpose-other-scheme = http statt https oder umgekehrt
report-purpose-twin = mit oder ohne www
report-purpose-plain = ohne Kompression
report-purpose-fresh = an jedem Zwischenspeicher vorbei
report-purpose-cookies = mit { $number } kB Cookies
report-purpose-other-address = eine Adresse von einem anderen DNS-Server
report-purpose-direct = ohne den Proxy
report-purpose-control = eine andere Website

report-server-system = der dieses Geräts
report-server-router = der des Routers
report-server-browser = der des Browsers
report-server-public = öffentlich
report-server-authoritative = der der Domain
report-server-nobody = ohne Betreiber, um Eingriffe zu entdecken
report-transport-udp = UDP
report-transport-tcp = TCP
report-transport-tls = DNS über TLS
report-transport-https = DNS über HTTPS
report-dns-empty = vorhanden, aber kein solcher Eintrag
report-dns-device = Dieses Gerät
report-dns-device-way = wie jedes Programm es bekommt

# Messages to those who can do something about it
report-head-letter = Wen Sie informieren
report-letter-to-site = An die Betreiber von { $host }
report-letter-to-host = An die Betreiber des Netzes, in dem die Adresse von { $host } liegt
report-letter-to-host-named = An { $name }, Betreiber des Netzes, in dem die Adresse von { $host } liegt
report-letter-to-cdn = An das Auslieferungsnetz (CDN) vor { $host }
report-letter-to-cdn-named = An den Support von { $name }, vor { $host }
report-letter-to-isp = An Ihren Internetanbieter
report-letter-begin-site = Ihre Website { $host } funktioniert nicht. Das war zu sehen:
report-letter-begin-host = Eine Website in Ihrem Netz, { $host }, ist nicht erreichbar. Das war zu sehen:
report-letter-begin-cdn = Zu sehen war ein Fehler Ihres Netzes vor der Website { $host }:
report-letter-begin-isp = Die Website { $host } ist aus Ihrem Netz nicht erreichbar. Das war zu sehen:
report-letter-ask-site = Bitte sehen Sie anhand der Zeit und der Nummern oben nach; den vollständigen Bericht gibt es auf Anfrage.
report-letter-ask-host = Bitte prüfen Sie, ob die Adresse Verbindungen von außen annimmt, und sagen Sie es Ihrem Kunden.
report-letter-ask-cdn = Bitte suchen Sie die Anfragen anhand der Nummern oben und sagen Sie, was dort schiefging.
report-letter-ask-isp = Bitte prüfen Sie den Weg zu dieser Adresse und die Antworten Ihrer DNS-Server für diesen Namen.

report-seen-error-page = Fehlerseite
report-seen-server = Der Server selbst
report-server-by = { $told } (durch { $how })
report-server-listeners = Wer Verbindungen annimmt: { $seen }
report-server-programs = Gateways und Anwendungen, die laufen: { $seen }
report-server-space = Platz: { $seen }
report-server-free = { $path } { $free } von { $total }
report-server-memory = Arbeitsspeicher: { $seen }
report-server-memory-free = { $free } von { $total } verfügbar
report-server-memory-kills = { $free } von { $total } verfügbar; seit dem Start aus Speichermangel beendete Programme: { $kills }
report-server-kills = In der letzten Stunde aus Speichermangel beendet: { $seen }
report-server-pools = Pools von PHP-FPM: { $seen }
report-server-services = Dienste: { $seen }
report-server-socket = Socket { $seen }
report-server-name = Name { $seen } (wie dieser Rechner nachschlägt)
report-server-socket-none = keine solche Datei
report-server-socket-taken = { $rights }, und dort nimmt jemand Verbindungen an
report-server-socket-dead = { $rights }, und niemand ist zu sehen, der dort Verbindungen annimmt
report-server-none = keine
report-server-more = { $count } weitere
error-page-title = Diese Seite lässt sich gerade nicht zeigen
error-page-about = Hinter dieser Website antwortet etwas nicht. Es liegt weder an Ihrem Gerät noch an Ihrer Verbindung. Die Betreiber der Website können es beheben.
error-page-form = Wenn Sie eben ein Formular abgeschickt haben, sehen Sie nach, ob es angekommen ist, bevor Sie es noch einmal senden.
error-page-again = Jetzt noch einmal versuchen
error-page-wait = Diese Seite sieht in etwa # Sekunden von selbst wieder nach.
error-page-is-good = Nichts zu verbessern: Sie behält ihren Status, sagt, wie lange man warten soll, und braucht nichts sonst.
error-page-status-lost = Sie ist ein Fehler und sagt { $value }, also dass alles in Ordnung sei: Suchmaschinen, Caches und Überwachungen glauben das. Behalten Sie den Status des Fehlers.
error-page-kept = Caches dürfen sie { $value } s lang behalten und weiter zeigen, wenn die Website wieder geht. Senden Sie `Cache-Control: no-store`.
error-page-no-retry-after = Sie sagt nicht, wie lange man warten soll (`Retry-After`).
error-page-names-version = Sie verrät allen, was dort läuft: { $value }.
error-page-hammers = Sie fragt nach { $value } s wieder; das hält eine überlastete Website am Boden.
error-page-leans-on-site = Sie braucht weitere Dateien der Website, die ebenso ausfallen können.
error-page-empty = Sie ist leer, daher zeigen Browser eine eigene Seite.
error-page-heavy = Sie hat { $value } Byte; das ist viel, solange eine Website in Not ist.
request-title = Die Anfragen des Besuchers in diesen Logs
request-clock-right = Die Uhr des Besuchers und die der Website stimmen überein.
request-clock-ahead = Nach den Datumsangaben in den Antworten der Website ging die Uhr des Besuchers { $time } vor; die Zeiten hier sind die der Website.
request-clock-behind = Nach den Datumsangaben in den Antworten der Website ging die Uhr des Besuchers { $time } nach; die Zeiten hier sind die der Website.
# What is told of the log, then what it has about the request.
request-beside = { $told }. { $request }
request-clock-unknown = Keine Antwort der Website nennt ihre Zeit, daher gilt die Uhr des Besuchers.
request-by-id = Gefunden über ihre Nummer: Das ist genau diese Anfrage.
request-by-program = Gefunden über Zeit, Seite und den Namen des Programms, das gefragt hat (Gatemend).
request-by-address = Gefunden über Zeit, Seite und die Adresse des Besuchers.
request-by-page =
    { $count ->
        [one] Eine Anfrage nach dieser Seite in genau dieser Sekunde; ob es die des Besuchers ist, lässt sich nicht sagen.
       *[other] { $count } Anfragen nach dieser Seite in genau diesen Sekunden; welche die des Besuchers ist, lässt sich nicht sagen.
    }
request-not-covered = Es hat keine Zeilen vor und nach diesem Moment und sagt daher nichts über diese Anfrage.
request-not-every = Es hat nichts über diese Anfrage; ein solches Log hat nicht für jede eine Zeile.
request-not-there = Keine solche Anfrage in diesem Log: Sie hat diesen Server nicht erreicht, oder dies ist nicht sein Log.

# Die Zeitgrenzen, von außen nach innen
limits-title = Wer wann aufgibt
limits-about = Von der Seite des Besuchers nach innen: wie lange jeder auf eine Antwort wartet.
limits-default = wie ausgeliefert; ob es geändert wurde, war nicht zu sehen
limits-option = { $option } in der Befehlszeile
limits-set = { $setting }, { $where }
limits-measured = gemessen: nach seinem Log hat es aufgegeben, und so lange brauchte die Antwort
limits-inner-perhaps-longer = Wenn { $inner } und { $outer } die gezeigten Grenzen haben, darf { $inner } { $long } lang arbeiten, während { $outer } nach { $short } aufgibt: Der Besucher bekommt einen Fehler, während die Arbeit weitergeht. Sehen Sie nach, welche Grenzen eingestellt sind, und lassen Sie die innere die kürzere sein.
limits-inner-longer = { $inner } darf { $long } lang arbeiten, aber { $outer } gibt nach { $short } auf: Der Besucher bekommt einen Fehler, während die Arbeit weitergeht. Lassen Sie die innere Grenze die kürzere sein, oder machen Sie die Arbeit kürzer.
limits-in-order = Niemand arbeitet weiter hinter jemandem, der schon aufgegeben hat: Keine Grenze ist länger als die davor.
limits-perhaps-in-order = Wenn die Werte der Hersteller unverändert sind, arbeitet niemand weiter hinter jemandem, der schon aufgegeben hat.
