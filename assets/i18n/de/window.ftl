## The window.

window-to-start = Gatemend, zum Anfang
window-settings = Einstellungen
window-gallery = Bauteile
window-new-check = Neue Prüfung
window-visitor = Besucher
window-owner = Betreiber
window-back = Zurück zur Prüfung
window-copied = Kopiert, bereit zum Einfügen
window-no-dialog = Sehen Sie keinen Dateidialog? Ziehen Sie die Datei auf dieses Fenster. Zum Öffnen können Sie auch ihren ganzen Pfad anstelle einer Adresse eingeben.
window-undo = Rückgängig
window-open-waits = Eine Prüfung läuft. Die Datei { $file } wartet auf Ihre Entscheidung.
window-open-stop = Prüfung anhalten und öffnen
window-open-now = Öffnen
window-open-not = Nicht öffnen

# Start
window-welcome = Welche Seite öffnet sich nicht?
window-promise = Gatemend folgt dem Weg zur Website, findet, wo er abbricht, und sagt Ihnen, wer das beheben kann.
window-address = Adresse der Seite
window-paste = Einfügen
window-typed-empty = Geben Sie eine Adresse wie shop.example ein.
window-typed-space = In der Adresse ist ein Leerzeichen.
window-typed-scheme = Nur Adressen mit http und https können geprüft werden, nicht { $scheme }.
window-typed-unreadable = Das ist keine Adresse einer Seite. So sieht eine aus: shop.example oder https://shop.example/page.
window-typed-long = Das ist länger als jede Adresse einer Seite.
window-typed-several = Eine Adresse auf einmal: { $one } oder { $other }.
window-typed-hyphen = Kein Teil des Namens einer Website beginnt mit einem Bindestrich.
window-typed-port = Die Zahl hinter dem Doppelpunkt muss zwischen 1 und 65535 liegen.
window-typed-meant = { $address } nehmen
window-role-visitor = Ich besuche diese Website
window-role-visitor-about = Finden Sie heraus, ob es an Ihnen oder an der Website liegt und was Sie tun können.
window-role-owner = Ich betreibe diese Website
window-role-owner-about = Sehen Sie auch hinter das Gateway: auf Ihren Server und seine Logs.
window-saw = Was sehen Sie?
window-saw-about = Freiwillig. Fügen Sie die Fehlerseite oder ihren Wortlaut ein; oft steht die Ursache darin.
window-saw-said = Erkannt: { $names }
window-check = Diese Seite prüfen
window-no-network = Dieser Computer ist mit keinem Netz verbunden.
window-no-network-about = Deshalb lässt sich über die Website noch nichts sagen. Schalten Sie das WLAN ein oder stecken Sie das Kabel ein: Die Prüfung beginnt von selbst, sobald eine Verbindung da ist.
window-network-settings = Netzwerkeinstellungen öffnen
window-network-settings-failed = Die Netzwerkeinstellungen ließen sich nicht öffnen. Öffnen Sie sie im Menü des Systems.
window-check-anyway = Trotzdem prüfen
window-stop-waiting = Nicht warten
window-check-why = Geben Sie zuerst die Adresse der Seite ein.
window-takes = Dauert etwa 20 Sekunden. Ändert nichts an diesem Computer.
window-contacts-short = Fragt nur die Website, DNS-Server und bekannte Testseiten.
window-see-list = Liste ansehen
window-contacts = Wer gefragt wird
window-contacts-own = Die Website selbst; { $list }; außerdem:
window-past = Frühere Prüfungen
window-past-kept = Nur auf diesem Computer gespeichert, in
window-past-delete = Löschen
window-past-delete-all = Alle löschen

# Checking
window-starting = Beginnt…
window-known = Was wir schon wissen
window-known-nothing = Noch nichts. Die ersten Antworten kommen binnen einer Sekunde.
window-known-near = Ihr Computer und Ihr Router funktionieren.
window-known-way = Das Adressbuch des Internets (DNS) und Ihre Internetverbindung funktionieren.
window-known-site = Die Seite lädt von hier aus.
window-open = Noch offen: { $steps }.
window-open-nothing = Nichts mehr unterwegs.
window-passed = { $count ->
    [one] Ein Schritt in Ordnung
   *[other] { $count } Schritte in Ordnung
}
window-progress = { $done } von { $all } Schritten fertig
window-time = { $used } s, höchstens { $most } s
window-stop = Anhalten und Stand zeigen
window-stop-short = Stopp
window-still = Sucht noch, { $done } von { $all } Schritten fertig
window-changed = Geändert, noch einmal prüfen
window-changed-title = Wenn Sie etwas geändert haben
window-changed-about = Ruft die Seite noch einmal ab und zeigt vorher und nachher.
window-changed-about-logs = Ruft die Seite noch einmal ab, liest Ihre Logs von jetzt an und zeigt vorher und nachher.
window-changed-logs = Fehlgeschlagene Anfragen in den Logs: { $since } seit der Änderung, { $before } in der ganzen Zeit davor.
window-changed-logs-unread = Die Logs wurden nicht alle noch einmal gelesen: Was sie seit der Änderung sagen, ist nicht bekannt.
window-again = Erneut prüfen
window-stopped = Nach { $done } von { $all } Schritten angehalten.
window-stopped-known = So viel war zu sehen:

# Verdict
window-tab-verdict = Befund
window-tab-evidence = Belege
window-tab-watch = Beobachten
window-tab-report = Bericht
window-confidence-certain = Sicher
window-confidence-strong = Fast sicher
window-confidence-likely = Wahrscheinlich
window-confidence-possible = Möglich
window-who-none = Nichts zu beheben
window-who-none-over = Nichts mehr zu beheben
window-who-your-device = Das beheben Sie an diesem Computer
window-who-your-network = In Ihrem Netz ist etwas zu beheben
window-who-your-network-captive-portal = Das beheben Sie durch Anmelden
window-who-your-network-no-internet = An Leitung oder Router ist etwas zu beheben
window-who-dns-resolver = Das beheben Sie in etwa 3 Minuten
window-who-site-dns-nxdomain = Niemand kennt diesen Namen
window-who-site-dns = Das müssen die Betreiber beheben
window-who-site-edge = Das müssen die Betreiber beheben
window-who-site-origin = Das müssen die Betreiber beheben
window-who-path = Ihr Internetanbieter kann dem nachgehen
window-who-unknown = Noch offen
window-who-owner = Das beheben Sie auf Ihrem Server
window-host-other = { $first } wird auch { $other } geschrieben.
window-host-mixes = { $first } steht für { $other }. Dieser Name mischt Alphabete: Sehen Sie genau hin, ob es die Website ist, die Sie meinen.
window-reason = Grund
window-or = Auch möglich: { $cause }
window-or-how = Auch möglich: { $cause }. { $how }
window-checked = Geprüft { $time }, in { $took }
window-foreign = Aus einer Datei geöffnet: { $file }
window-before-after = Vorher und nachher
window-before-after-same = Es scheitert genauso wie vorher: Noch hat sich nichts geändert.
window-before = Vorher
window-after = Jetzt
window-can-do = Was Sie tun können
window-how-we-know = Woher wir das wissen
window-next-owner = Was die Betreiber der Website tun müssen
window-next-host = Was der Hosting-Anbieter tun muss
window-next-isp = Was Ihr Internetanbieter tun muss
window-next-network-admin = Was die Betreiber Ihres Netzes tun müssen
window-next-nobody = Niemand muss handeln
window-watch-title = Warten und erfahren, wenn sie wieder da ist
window-watch-about = Gatemend ruft die Seite anfangs alle { $every } ab, dann seltener, ganz still.
window-watch-about-steady = Gatemend ruft die Seite alle { $every } ab, ganz still.
window-watch = Beobachten, bis sie lädt
window-see-watch = Verlauf ansehen
window-address-title = Die Adresse noch einmal ansehen
window-address-change = Adresse ändern
window-sign-in-title = In diesem Netz anmelden
window-sign-in = Anmeldeseite öffnen
window-tell-title = Den Zuständigen Bescheid sagen
window-tell-about = Eine kurze, sachliche Nachricht, die ihnen hilft.
window-copy-change = Änderung kopieren
window-copy-message = Text kopieren
window-leave-alone = Was nicht nötig ist
window-all-observations = { $count ->
    [one] Die eine Beobachtung ansehen
   *[other] Alle { $count } Beobachtungen ansehen
}
window-reason-said = { $word }. { $text } { $count ->
    [one] Eine Beobachtung
   *[other] { $count } Beobachtungen
}
window-verify = Selbst nachprüfen: { $command }

# Evidence
window-proof-facts = Fakten
window-proof-dns = DNS
window-proof-ways = Zugänge
window-proof-world = Welt
window-proof-facts-title = Was zu sehen war, Station für Station
window-proof-dns-title = Was jeder DNS-Server antwortet
window-proof-ways-title = Jeder Zugang zur Website
window-proof-dns-same = Alle DNS-Server, die antworten, sagen dasselbe
window-proof-dns-apart = DNS-Server geben { $count } verschiedene Antworten
window-proof-ways-fine = Jeder Zugang zur Website funktioniert
window-proof-ways-bad = Keine Adresse der Website funktioniert
window-proof-ways-some = { $failing ->
    [one] Eine von { $all } Adressen fällt
   *[other] { $failing } von { $all } Adressen fallen
} aus, deshalb trifft es Besucher zufällig
window-facts-show = Zeigen
window-facts-all = Alle { $count }
window-facts-problems = Probleme { $count }
window-facts-find = In Fakten suchen
window-facts-none = Keine Beobachtung passt dazu.
window-facts-check = Prüfung
window-facts-after = Nach
window-dns-none = Kein DNS-Server wurde gefragt: Die Adresse braucht keinen, oder die Prüfung endete vorher.
window-dns-group = Dort: { $outcome }, in { $time }. Genannt von { $servers ->
    [one] einem Server.
   *[other] { $servers } Servern.
}
window-dns-group-untried = Dort wurde die Seite nicht versucht. Genannt von { $servers ->
    [one] einem Server.
   *[other] { $servers } Servern.
}
window-dns-server = DNS-Server
window-dns-ip = Seine Adresse
window-dns-transport = Gefragt
window-dns-answer = Was er antwortet
window-dns-ttl = Gilt noch
window-dns-time = Zeit
window-dns-agreement = Vergleich
window-dns-about = Antworten können je nach Region verschieden sein. Eine andere Antwort ist nur dann ein Fehler, wenn die Seite an ihrer Adresse nicht funktioniert.
dns-agrees = Gleich
dns-differs = Anders
dns-not-checked = Ungeprüft
dns-no-address = Keine Adresse
dns-empty = keine Adresse für diesen Namen
dns-no-such-name = kein solcher Name
window-proof-world-title = Wie die Website von anderen Orten aus aussieht
window-proof-world-fine = { $count ->
    [one] Am einzigen gefragten Ort kommt die Seite an
   *[other] An allen { $count } Orten kommt die Seite an
}
window-proof-world-bad = { $count ->
    [one] Am einzigen gefragten Ort kommt die Seite nicht an
   *[other] An keinem von { $count } Orten kommt die Seite an
}
window-proof-world-some = An { $failing } von { $count } Orten kommt die Seite nicht an
window-proof-world-regions = In { $regions } schlägt sie fehl, anderswo lädt sie
window-world-by-region = { $count ->
    [one] Ein Ort
   *[other] { $count } Orte nach Region
}
window-world-asked-at = gefragt um { $time }
window-world-via = über { $place }
window-world-nothing = Ohne Antwort
window-world-not-asked = In dieser Prüfung wurde kein anderer Ort gefragt. Wenn der Blick von anderen Orten eingeschaltet ist, wird gefragt, sobald die Startseite hier nicht funktioniert oder jemand einen Fehler meldet, der hier nicht zu sehen ist.
window-world-adds = Was das beiträgt
window-world-adds-nothing = Nichts, was den Befund ändert.
window-world-disclosed = Was preisgegeben wurde
window-world-would-disclose = Was das preisgibt
window-world-to-service = Dem Dienst und denen, die bei ihm nachfragen: { $page } und die Antworten dort; dem Dienst allein: Ihre Internetadresse. Wer die Nummer der Messung hat, kann die Antworten sieben Tage lang lesen.
window-world-to-nobody = Niemandem: Pfad und Query der Seite, Cookies, Logs, was Sie eingefügt haben, Ihr Name.
window-world-on = Von anderen Orten: an
window-world-off = Von anderen Orten: aus
window-world-switch-about = Nennt dem Dienst { $service } den Namen der Website und Ihre Internetadresse, dazu die Adresse Ihres Servers, wenn Sie sie angegeben haben.
window-world-region-fine = Lädt überall
window-world-region-bad = Lädt nirgends
window-world-region-some = { $failing } von { $count } gestört
window-world-region-silent = Ohne Antwort
window-region-africa = Afrika
window-region-antarctica = Antarktis
window-region-asia = Asien
window-region-europe = Europa
window-region-north-america = Nordamerika
window-region-oceania = Ozeanien
window-region-south-america = Südamerika
window-region-unknown = Anderswo
window-ways-none = Kein Zugang wurde versucht: Die Prüfung endete vorher, oder es ist keine Adresse bekannt.
window-ways-4 = IPv4, die Art von Adressen, die jedes Netz hat
window-ways-6 = IPv6, die neuere Art, die viele Netze haben
window-ways-ip = Adresse
window-ways-untried = nicht versucht
window-ways-no-answer = Keine Antwort
window-ways-cells = In jeder Zelle: was die Adresse antwortet, nach welcher Zeit und wer geantwortet hat.
window-ways-each = Jede Anfrage für sich
window-ways-about = In jeder Zeile: was die Adresse auf diese Art zu fragen antwortet und nach welcher Zeit.

fact-proxy = Diese Seite wird über einen Vermittler (Proxy) geholt: { $proxy }
fact-no-proxy = Kein Vermittler (Proxy) ist eingestellt
fact-hosts = Die eigene Namensliste dieses Computers (hosts-Datei) schickt { $name } zu { $ip }
fact-no-hosts = Die eigene Namensliste dieses Computers (hosts-Datei) nennt diese Website nicht
fact-network-both = Dieses Netz hat einen Weg nach draußen über IPv4 und IPv6
fact-network-4 = Dieses Netz hat einen Weg nach draußen über IPv4, keinen über IPv6
fact-network-6 = Dieses Netz hat einen Weg nach draußen über IPv6, keinen über IPv4
fact-network-none = Dieses Netz hat keinen Weg nach draußen
fact-name-servers = Dieser Computer fragt diese DNS-Server (das Adressbuch des Internets): { $servers }
fact-browsers = Gefundene Browserprofile: { $browsers }
fact-roots = Dieser Computer vertraut { $count } Stellen, die für Websites bürgen; davon nicht öffentlich: { $foreign }
fact-router = Der Router antwortet unter { $ip }
fact-router-silent = Der Router unter { $ip } antwortet nicht
fact-lookup = Das System findet { $host } unter { $ips }
fact-dns = { $server }, { $type } von { $name }: { $answer }
fact-visit = { $purpose }, { $ip }: { $outcome }
fact-control = Testseite { $name }: { $outcome }
fact-unresolved = der Name war nicht zu finden
fact-origin = Server hinter dem Gateway unter { $address }: { $outcome }
fact-configuration = { $count ->
    [one] eine Datei gelesen
   *[other] { $count } Dateien gelesen
}
fact-log = { $lines ->
    [one] eine Zeile gelesen
   *[other] { $lines } Zeilen gelesen
}, { $count ->
    [0] keine sagt, warum eine Seite nicht lädt
    [one] eine sagt, warum Seiten nicht laden
   *[other] { $count } sagen, warum Seiten nicht laden
}
fact-waiting = Die Seite antwortet noch nicht, bisher gewartet: { $time }
fact-trace = Der Weg zu { $ip }: { $answered ->
    [one] eines von { $hops } Geräten darauf antwortet
   *[other] { $answered } von { $hops } Geräten darauf antworten
}
fact-said = Sie sahen: { $text }
fact-malfunction = Ein Prüfschritt von Gatemend selbst ist gescheitert: { $what }

# Watch
window-watch-looks = Alle Abrufe bisher
window-watch-changes = Was sich änderte
window-watch-first = Der erste Abruf läuft.
window-watch-not = Nicht beobachtet.
window-watch-down = Noch gestört. Wir sehen weiter nach.
window-watch-was-down = Beim letzten Abruf war sie gestört.
window-watch-back = Sie ist wieder da. Die Seite lädt.
window-watch-up = Die Seite lädt.
window-watch-doubt = Gerade ist es gescheitert. Wir sehen noch einmal nach.
window-watch-stop = Beobachten beenden
window-watch-since = Gestört seit { $from }, Dauer { $length }.
window-watch-lasted = Gestört von { $from } bis { $to }, Dauer { $length }.
window-watch-next = Nächster Abruf: { $time }.
window-watch-over = Ein Tag ist um, deshalb ist die Beobachtung beendet.
window-watch-row = Seitdem hat sie { $count ->
    [one] einmal
   *[other] { $count }-mal nacheinander
} geladen.
window-watch-kept = Auch Abrufe aus früheren Sitzungen werden gezeigt.
window-step-of = Schritt { $number } von { $count }
window-watch-good = Seite lädt
window-watch-bad = Fehler
window-watch-uncounted = zählt nicht
window-watch-outage = Ausfall
window-watch-gap = nicht beobachtet
window-watch-while = Während der Beobachtung
window-watch-every = Zeit zwischen zwei Abrufen
window-watch-closing = Die Beobachtung geht weiter, wenn dieses Fenster minimiert ist, und endet, wenn Sie es schließen. Auf der Kommandozeile läuft „gatemend watch“ ohne Fenster weiter.
window-watch-notify = Melden, wenn sie wieder da oder gestört ist
window-watch-notify-changes = Melden, wenn der Fehler sich ändert
window-watch-sound = Mit Ton
window-watch-csv = CSV speichern
window-watch-json = JSON speichern
window-watch-nothing-kept = Noch kein Abruf dieser Seite wurde gespeichert.
window-notice-back = { $host } ist wieder da, nach { $took }.
window-notice-down = { $host } ist gestört ({ $what }).
window-notice-changed = { $host } zeigt jetzt einen anderen Fehler: { $what }.
window-notice-from = Gesehen von Gatemend, das die Seite für Sie beobachtet.
window-notice-failed = Der Desktop hat keine Meldung angezeigt: { $error }
window-open-page = Seite öffnen
window-plot-was-down = { $time } lang gestört
window-plot-down = Seit { $time } gestört
window-plot = Zeitachse, Abrufe: { $looks }, { $outages ->
    [0] kein Ausfall
    [one] ein Ausfall
   *[other] { $outages } Ausfälle
}
window-change-fails = Seite lädt nicht: { $what }
window-change-doubtful = Ein Abruf schlug fehl: { $what }; der nächste folgt
window-change-steady = Seite lädt; das war ein einzelner Fehler
window-change-gap = Nicht beobachtet, Dauer { $length }; weder Betrieb noch Ausfall
window-change-improves = Lädt wieder; ein paar weitere Abrufe entscheiden
window-change-back = Seite lädt wieder
window-change-works = Seite lädt

# Report
window-report = Bericht für den Anbieter
window-report-about = Gespeichert wird genau das, was Sie hier sehen.
window-report-about-html = Gespeichert werden genau die Worte hier; die HTML-Seite fügt ihre Gestaltung hinzu.
window-report-making = Der Bericht entsteht…
window-leave-out = Weglassen
window-leave-out-addresses = Adressen meines Netzes
window-leave-out-addresses-about = Router, dieser Computer, Internetadresse
window-leave-out-names = Meinen Namen und Computernamen
window-leave-out-names-about = Auch E-Mail-Adressen und innerhalb von Dateipfaden
window-leave-out-queries = Werte in der Adresse der Seite
window-leave-out-queries-about = Was hinter dem Fragezeichen steht
window-leave-out-always = Cookies und Anmeldedaten stehen nie in einem Bericht.
window-format = Format
window-format-text = Text
window-report-file = Datei
window-choose-file = Ort wählen…
window-open-case = Gespeicherte Prüfung öffnen…
window-report-stays = Nichts wird gesendet. Die Datei bleibt auf diesem Computer, bis Sie sie weitergeben.
window-save = Speichern
window-copy-ticket = Als Tickettext kopieren
window-saved = Gespeichert als

# Settings
window-settings-saved = Gespeichert
window-settings-not-kept = Diese Änderung gilt, bis das Fenster geschlossen wird: Sie ließ sich nicht speichern.
window-set-dns = DNS-Server
window-set-dns-about = Ihre Antworten werden mit dem verglichen, was dieser Computer nutzt. Mindestens zwei sind nötig.
window-set-add = Server hinzufügen
window-set-add-field = Adresse eines weiteren DNS-Servers
window-set-add-wrong = Geben Sie die Nummer des Servers an, zum Beispiel 192.0.2.53 oder 192.0.2.53:5353.
window-set-add-known = Dieser Server steht schon in der Liste.
window-set-system = Server dieses Computers
window-set-system-about = So gefragt, wie dieser Computer fragt
window-set-controls = Bewährte Testseiten
window-set-controls-about = Wenn sie laden, funktioniert Ihre Verbindung. Unabhängige Betreiber, damit kein einzelner Ausfall uns täuscht.
window-set-world = Blick von anderen Orten
window-set-world-about = Fragt über einen Dienst mit Rechnern in aller Welt nach der Startseite der Website, wenn sie hier nicht funktioniert. Aus, bis Sie es einschalten: Der Dienst erfährt den Namen der Website und sieht Ihre Internetadresse; seine Antworten kann sieben Tage lang lesen, wer ihre Nummer hat. Haben Sie die Adresse Ihres Servers angegeben, erfährt der Dienst auch diese, und wer die Nummer hat, kann sie lesen. Pfad, Query, Cookies und Logs erfährt er nie.
window-set-times = Zeitlimits
window-set-connect = Verbindungsaufbau
window-set-response = Warten auf die Seite
window-set-look = Aussehen
window-set-about = Info
window-look = Farbschema
window-look-system = System
window-look-light = Hell
window-look-dark = Dunkel
window-motion = Bewegung
window-motion-full = Voll
window-motion-reduced = Reduziert
window-size = Textgröße
window-size-100 = 100 %
window-size-125 = 125 %
window-size-150 = 150 %
window-less = Weniger: { $what }
window-more = Mehr: { $what }
window-version = Gatemend { $version }, Stand der Regeln: { $rules }
window-no-telemetry = An die Hersteller wird nie etwas gesendet.
window-settings-file = Die Einstellungen stehen in { $file }

# What an owner hands over
window-origin = Eigene Adresse Ihres Servers
window-origin-optional = freiwillig
window-origin-about = Zum Blick hinter CDN oder Proxy
window-origin-wrong = Schreiben Sie eine IP-Adresse, bei Bedarf mit Port: 192.0.2.7:8080
window-logs-drop = Logdateien und Konfiguration des Gateways hier ablegen
window-logs-private = Sie werden auf diesem Computer gelesen und nie hochgeladen.
window-logs-choose = Dateien wählen…
window-logs-on-start = Logs lassen sich in der Startansicht hinzufügen
window-log-reading = Wird gelesen
window-log-unreadable = Nicht lesbar: { $why }
window-log-protected = Diese Datei ist geschützt. Machen Sie eine Kopie, die Ihnen gehört, und fügen Sie die Kopie hinzu:
window-log-no-format = kein bekanntes Format
window-log-says-nothing = Lesbar, aber keine Zeile darin sagt, warum eine Seite nicht lädt
window-log-configuration = Konfiguration von { $gateway }
window-log-about = { $format }{ $span ->
    [none] {""}
   *[other] , { $span }
}, { $lines ->
    [one] eine Zeile
   *[other] { $lines } Zeilen
}
window-log-remove = { $name } entfernen

# What the logs say
window-logs-over-time = Fehler im Zeitverlauf
window-logs-step = { $unit ->
    [minute] ein Balken je Minute
    [hour] ein Balken je Stunde
    [day] ein Balken je Tag
   *[other] ein Balken je { $minutes } Minuten
}
window-logs-causes = Ursachen, häufigste zuerst
window-logs-hint = Vielleicht: { $cause } (keine Zeile sagt es deutlich)
window-logs-consequence = Folge anderer Fehler: { $cause }
window-logs-more = { $count ->
    [one] und 1 weitere Ursache
   *[other] und { $count } weitere Ursachen
}
window-logs-such-lines = { $count ->
    [one] 1 Zeile
   *[other] { $number } Zeilen
}
window-logs-words = Was das Log sagt
window-logs-behind = Server hinter dem Gateway
window-logs-pages = Seiten mit den meisten Fehlern
window-logs-lines = Gelesene Logzeilen
window-logs-failed = Fehlgeschlagen
window-logs-last = Letzte

# Guided steps

guided-things = { $count ->
    [one] Ein Handgriff, etwa { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }
   *[other] { $count } Handgriffe, etwa { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }
}
guided-browser = Ihr Browser
guided-undo = Rückgängig machen: { $how }
guided-done-at = Erledigt um { $time }
guided-copy = Kopieren
guided-left = noch { $time }
guided-usually-left = bleiben meist
guided-waits = Hier ist nichts zu tun
guided-waits-about = Das Fenster macht von selbst weiter, wenn die Zeit um ist. Drücken Sie „Erledigt“, wenn es schneller geht.
guided-then-you = Dann sagen Sie, ob die Seite dort lädt.
guided-then-page = Dann wird die Seite noch einmal abgerufen.
guided-then-line = Dann wartet das Fenster auf die Verbindung und ruft die Seite noch einmal ab.
guided-asks = Lädt die Seite dort?
guided-measures = Die Seite wird erneut abgerufen
guided-measures-line = Wartet auf die Verbindung, höchstens vier Minuten
guided-helped = Das hat geholfen
guided-loads-there = Dort lädt sie
guided-works = Für dieses Programm lädt die Seite
guided-works-about = Das tat sie schon vorher. Nur Ihr Browser kann zeigen, ob das geholfen hat.
guided-works-here = Für dieses Programm lädt die Seite.
guided-fails = Die Seite lädt noch nicht
guided-fails-about = Dieses Programm fragte noch einmal und bekam: { $how }.
guided-no-line = Es gibt noch keine Verbindung
guided-no-line-about = Versuchen Sie das nächste Mittel, oder fragen Sie Ihren Internetanbieter, ob es eine Störung gibt.
guided-did-not-help = Das hat nicht geholfen
guided-not-done = Es ließ sich nicht machen
guided-failed-before = Der Fehler war: { $how }
guided-done = Erledigt
guided-done-check = Erledigt, prüfen
guided-cannot = Das kann ich nicht
guided-yes = Ja, sie lädt
guided-no = Nein, noch nicht
guided-next = Das nächste Mittel
guided-check-anew = Alles neu prüfen
guided-back = Zurück zum Befund
guided-show = So geht es
guided-open-privately = Privates Fenster öffnen
guided-code = Die Adresse { $url } als Code für eine Kamera
guided-code-about = Richten Sie die Kamera des Telefons auf den Code. Er enthält die Adresse, die Sie eingegeben haben, und bleibt auf diesem Bildschirm.
guided-not-opened = Der Browser ließ sich nicht starten. Öffnen Sie das private Fenster von Hand, wie der Schritt es sagt.
guided-loads-unchanged = Die Seite lädt wieder
guided-unchanged = Noch hat sich nichts geändert
guided-now = Jetzt
guided-router-answers = Der Router antwortet
guided-router-answers-about = Er wird alle { $pause } Sekunden gefragt. Ziehen Sie den Stecker, dann merkt dieses Fenster es.
guided-router-away = Der Router startet
guided-router-away-about = Er wird alle { $pause } Sekunden gefragt. Noch keine Antwort.
guided-router-back = Der Router antwortet wieder
window-report-language = Sprache des Berichts
window-language = Sprache
window-language-system = System
window-language-no-letters = Keine Schrift auf diesem Gerät hat die Zeichen von { $language }. Das Fenster bleibt, wie es ist, bis eine installiert ist, etwa Noto Sans CJK.
window-cannot-read = { $path } lässt sich nicht lesen: { $error }
window-cannot-write = { $path } lässt sich nicht schreiben: { $error }
window-report-ending = Aus { $path } geht die Art des Berichts nicht hervor. Verwenden Sie .html, .md, .txt oder .json.
window-no-folder = Den Ordner { $path } gibt es nicht.

window-broke = Ein Teil von Gatemend selbst ist ausgefallen. Was darüber bekannt ist, steht in { $file }, ohne Adressen und ohne etwas, das Sie eingegeben haben. Bitte senden Sie es an die Hersteller.
window-broke-unwritten = Ein Teil von Gatemend selbst ist ausgefallen, und es ließ sich nicht aufschreiben.
window-broke-close = Schließen
window-settings-unread = { $why }. Es gelten die üblichen Einstellungen; Ihre Datei bleibt, wie sie ist, und wird unter anderem Namen aufgehoben, wenn Sie hier eine Einstellung ändern.
# In front of the sentence above; $what is in the words of whoever reads the file.
window-settings-mistake = In der Einstellungsdatei ist ein Fehler ({ $what })
window-broke-run = Diese Prüfung brach ab: Ein Teil von Gatemend selbst ist ausgefallen. Sie können sie neu starten.
window-stopped-open = Nicht angesehen: { $steps }
window-when-today = heute um { $time }
window-when-yesterday = gestern um { $time }
window-next-own = Was zu tun ist
window-next-for-cause = Bei dieser Ursache: { $cause }
window-set-proxy = Proxy
window-set-proxy-about = Ist einer in Kraft, wird die Seite zum Vergleich auch direkt abgerufen.
window-proxy = Prüfungen gehen über
window-proxy-none = Kein Proxy
window-set-page-field = Adresse einer weiteren Seite
window-set-page = Seite hinzufügen
window-set-page-wrong = Das ist keine Adresse einer Seite. So sieht eine aus: www.example.org
window-set-page-known = Diese Seite steht schon in der Liste.
window-set-official = Server der Website
window-set-official-about = Die ihre Domain nennt, bei jeder Prüfung neu
window-open-elsewhere = Diese Prüfung ist noch in einem anderen Fenster offen.
window-error-page = Zeigen Sie Besuchern eine hilfreiche Seite
window-error-page-about = Sie sagt, dass es nicht an ihnen liegt, sieht von selbst behutsam wieder nach und nennt kein Programm. Speichern Sie sie als Datei auf dem Gateway.
window-error-page-copy = Seite kopieren
window-error-page-lines = Zeilen für { $gateway } kopieren
window-error-page-lines-about = Die Zeilen, mit denen Ihr Gateway sie zeigt, mit dem Status, den es hat. Setzen Sie Ihren eigenen Ordner und Ihre Datei ein.
window-on-server = Dieser Computer ist der Server der Website
window-on-server-about = Auch ansehen, wer hier Verbindungen annimmt, dazu Sockets, Platz, Arbeitsspeicher und Dienste. Nur lesend, und nichts verlässt diesen Computer.
window-log-progress =
    { $taken } von { $size } · { $rate } je Sekunde · noch etwa { $left ->
        [one] eine Sekunde
       *[other] { $left } Sekunden
    }
window-log-so-far = { $count } × { $cause }
window-logs-bar =
    { $time }: { $count ->
        [one] eine fehlgeschlagene Anfrage
       *[other] { $count } fehlgeschlagene Anfragen
    }
window-logs-whole = Ganzes Log
