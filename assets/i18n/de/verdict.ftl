## The verdict: one sentence for each cause, what to leave alone, what was not tested.

# German words, one for each term: site Website · page Seite · home page Startseite · gateway (das) Gateway, in plain
# words Eingang · origin server Ursprungsserver · server behind the gateway Server hinter dem Gateway · check-up
# Prüfung · check, step Prüfschritt, in counts Schritt · verdict Befund · evidence Belege · observation Beobachtung ·
# look Abruf · visit, request Anfrage · operator, owner Betreiber (of a domain: Inhaber) · hosting provider Hosting-
# Anbieter · internet provider Internetanbieter · certificate Zertifikat, in plain words Ausweis · certificate
# authority Zertifizierungsstelle · cache Cache · log (das) Log · header Header · head Kopf · address book Adressbuch
# · name server Nameserver · worker Worker · timer, time limit Zeitlimit · to mend, to fix beheben · to refuse (a
# connection) ablehnen · to turn away (a request) abweisen · outage Ausfall · way, path Weg · way in Zugang · place
# Ort · network Netz · plan Tarif · copy of a program Instanz.
# The reader is "Sie"; titles and buttons have infinitives. $host may be "diese Website" (cli-the-site): in headlines it
# stands in the nominative or accusative only, as behind "für".

# The closing words of a headline, by who reads it.
headline-who-mends = { $reader ->
    [owner] Die Ursache liegt bei Ihnen oder bei Ihrem Hosting-Anbieter.
    [machine] Beheben kann das, wer diesen Server betreibt.
   *[visitor] Das können nur die Betreiber der Website beheben.
}

# How sure the cause is: what is only likely or possible is not told as a fact.
headline-sure = { $sure ->
    [likely] wahrscheinlich{" "}
    [possible] möglicherweise{" "}
   *[other] {""}
}
headline-sure-aside = { $sure ->
    [likely] , wahrscheinlich
    [possible] , möglicherweise
   *[other] {""}
}

# Servers behind the gateway
headline-origin-refused = { $host } selbst ist erreichbar, aber der Server hinter dem Gateway nimmt { headline-sure }keine Anfragen an. { headline-who-mends }
headline-origin-timeout-connect = { $host } selbst ist erreichbar, aber das Gateway kommt { headline-sure }nicht zum Server dahinter durch. { headline-who-mends }
headline-origin-timeout-response = { $host } selbst ist erreichbar, aber der Server hinter dem Gateway braucht { headline-sure }zu lange für die Antwort. { headline-who-mends }
headline-origin-reset = { $host } selbst ist erreichbar, aber der Server hinter dem Gateway bricht { headline-sure }Verbindungen ab. { headline-who-mends }
headline-origin-closed-early = { $host } selbst ist erreichbar, aber der Server hinter dem Gateway legt { headline-sure }auf, bevor er geantwortet hat. { headline-who-mends }
headline-origin-invalid-response = { $host } selbst ist erreichbar, aber der Server hinter dem Gateway sendet { headline-sure }etwas, das keine gültige Antwort ist. { headline-who-mends }
headline-origin-header-too-large = { $host } selbst ist erreichbar, aber der Server hinter dem Gateway sendet { headline-sure }einen größeren Kopf, als das Gateway annimmt. { headline-who-mends }
headline-origin-tls = { $host } selbst ist erreichbar, aber das Gateway und der Server dahinter können sich { headline-sure }nicht auf eine verschlüsselte Verbindung einigen. { headline-who-mends }
headline-origin-dns = { $host } selbst ist erreichbar, aber das Gateway findet { headline-sure }die Adresse des Servers dahinter nicht. { headline-who-mends }
headline-origin-no-route = { $host } selbst ist erreichbar, aber das Gateway findet { headline-sure }keinen Weg zum Server dahinter. { headline-who-mends }
headline-origin-overloaded = { $host } selbst ist erreichbar, aber die Server dahinter haben { headline-sure }zu viel zu tun. { headline-who-mends }
headline-origin-connection-limit = { $host } selbst ist erreichbar, aber das Gateway darf { headline-sure }keine weiteren Verbindungen zum Server dahinter öffnen. { headline-who-mends }
headline-origin-crashed = { $host } selbst ist erreichbar, aber das Programm hinter dem Gateway ist { headline-sure }abgestürzt. { headline-who-mends }
headline-origin-app-error = { $host } selbst ist erreichbar, aber in dem Programm, das die Seiten erzeugt, tritt { headline-sure }ein Fehler auf. { headline-who-mends }
headline-pool-empty = { $host } selbst ist erreichbar, aber hinter dem Gateway ist { headline-sure }kein funktionierender Server mehr übrig. { headline-who-mends }
headline-pool-partial = Von den Servern für { $host } funktionieren { headline-sure }einige und andere nicht, deshalb geht immer wieder eine Anfrage schief. { headline-who-mends }
headline-app-socket-missing = Das Gateway für { $host } findet { headline-sure }kein laufendes Programm, das die Seiten erzeugt. { headline-who-mends }
headline-app-socket-permission = Das Gateway für { $host } darf { headline-sure }nicht mit dem Programm sprechen, das die Seiten erzeugt. { headline-who-mends }
headline-app-workers-exhausted = Alle Worker des Programms für { $host } sind { headline-sure }beschäftigt. { headline-who-mends }
headline-app-timeout-killed = Das Programm für { $host } wurde { headline-sure }beendet, weil es zu lange brauchte. { headline-who-mends }
headline-app-out-of-memory = Das Programm für { $host } wurde { headline-sure }beendet, weil der Arbeitsspeicher nicht reichte. { headline-who-mends }

# The gateway
headline-gateway-misconfigured = Das Gateway für { $host } ist { headline-sure }falsch eingerichtet. { headline-who-mends }
headline-gateway-file-limit = Das Gateway für { $host } darf { headline-sure }keine weiteren Dateien öffnen. { headline-who-mends }
headline-gateway-disk-full = Das Gateway für { $host } hat { headline-sure }keinen Speicherplatz mehr. { headline-who-mends }
headline-gateway-overloaded = Das Gateway für { $host } hat { headline-sure }zu viel zu tun. { headline-who-mends }
headline-edge-internal = Das Gateway für { $host } ist { headline-sure }selbst gestört. { headline-who-mends }
headline-fails-only-elsewhere = { $host } funktioniert jetzt bei Ihnen, an anderen Orten zur selben Zeit aber nicht. { headline-who-mends }
headline-works-from-elsewhere = { $host } funktioniert von hier aus nicht, von anderen Orten aus schon: Nicht alle sehen diesen Fehler. Was zu sehen war, heißt nicht, dass es an Ihnen liegt.
headline-edge-blocked = { $host } funktioniert, weist diese Anfrage aber { headline-sure }absichtlich ab.
headline-edge-unreachable = { $host } nimmt { headline-sure }keine Verbindungen an, während andere Websites von hier aus funktionieren. { headline-who-mends }
headline-rate-limited = { $host } funktioniert, möchte aber { headline-sure }weniger Anfragen aus Ihrem Netz. Warten Sie eine Weile.
headline-maintenance = { $host } ist { headline-sure }wegen Wartungsarbeiten geschlossen und sagt das selbst. Kommen Sie später wieder.
headline-request-header-too-large = { $host } funktioniert, nimmt aber { headline-sure }nicht an, was Ihr Browser mitschickt: Höchstwahrscheinlich sind die eigenen Cookies der Website zu groß geworden. Ihnen hilft es, die Cookies dieser Website zu löschen; die Website sollte ihr Limit erhöhen.
headline-request-body-too-large = { $host } funktioniert, aber was gesendet werden sollte, ist { headline-sure }größer als erlaubt.
headline-redirect-loop = { $host } schickt { headline-sure }jeden Browser im Kreis herum. { headline-who-mends }
headline-http2-protocol-error = { $host } funktioniert { headline-sure }nicht über die Art von Verbindung, die heutige Browser nutzen (HTTP/2), über die ältere Art aber schon. { headline-who-mends }
headline-site-not-found = Das Gateway, das für { $host } antwortet, kennt { headline-sure }diesen Namen nicht. { headline-who-mends }
headline-quota-exceeded = { $host } hat { headline-sure }aufgebraucht, was der Hosting-Tarif erlaubt. { headline-who-mends }

# TLS with the visitor
headline-tls-certificate-expired = Das Zertifikat, mit dem { $host } sich ausweist, ist { headline-sure }abgelaufen. { $reader ->
    [owner] Erneuern Sie es.
    [machine] Erneuern kann es, wer diesen Server betreibt.
   *[visitor] Nur die Betreiber der Website können es erneuern.
}
headline-tls-certificate-name = Was für { $host } antwortet, zeigt { headline-sure }ein Zertifikat für einen anderen Namen. { headline-who-mends } Geben Sie dort nichts Vertrauliches ein.
headline-tls-untrusted = { $host } zeigt { headline-sure }ein Zertifikat, für das keine öffentliche Zertifizierungsstelle bürgt. { headline-who-mends } Geben Sie dort nichts Vertrauliches ein.
headline-tls-handshake = { $host } antwortet, aber eine verschlüsselte Verbindung kommt { headline-sure }nicht zustande. { $reader ->
    [owner] Höchstwahrscheinlich liegt es bei Ihnen.
   *[visitor] Höchstwahrscheinlich müssen das die Betreiber beheben.
}
headline-tls-intercepted = { $host } erreicht Sie nicht unverändert: Etwas in Ihrem Netz liest { headline-sure }Ihre verschlüsselten Verbindungen mit. Handeln muss, wer das Netz betreibt.
headline-tls-intercepted-your-device = { $host } erreicht Sie nicht unverändert: Ein Programm auf diesem Gerät liest { headline-sure }Ihre verschlüsselten Verbindungen mit. Das Mitlesen können Sie ausschalten.

# DNS
headline-stale-dns-site-dns = Die eigenen DNS-Server der Domain widersprechen { headline-sure }einander, wenn man sie nach der Adresse für { $host } fragt: Einige führen noch zu einer Adresse, an der die Seite nicht funktioniert. { headline-who-mends }
headline-stale-dns = { $host } funktioniert, aber Ihr DNS-Server schickt Sie { headline-sure }noch zu einer alten Adresse. Das behebt Ihr Internetanbieter oder ein anderer DNS-Server.
headline-resolver-failing = { $host } funktioniert, aber der DNS-Server, den Sie nutzen, { headline-sure }nicht. Das behebt Ihr Internetanbieter oder ein anderer DNS-Server.
headline-resolver-slow = { $host } funktioniert, aber der DNS-Server, den Sie nutzen, ist { headline-sure }langsam.
headline-resolver-hijack = { $host } funktioniert, aber Ihr DNS-Server schickt Sie { headline-sure }woandershin. Geben Sie dort nichts Vertrauliches ein; ein anderer DNS-Server behebt das.
headline-nxdomain = { $host } gibt es { headline-sure }nicht: Niemand kennt diesen Namen. { $reader ->
    [owner] Prüfen Sie die Schreibweise und die DNS-Einträge der Domain.
   *[visitor] Prüfen Sie die Schreibweise; wenn sie stimmt, kann das nur der Inhaber beheben.
}
headline-no-address = { $host } führt { headline-sure }nirgendwohin, obwohl es den Namen gibt: { $reader ->
    [owner] Es ist keine Adresse dafür eingetragen.
   *[visitor] Der Inhaber hat keine Adresse dafür eingetragen.
}
headline-dnssec-bogus = Die DNS-Einträge für { $host } haben { headline-sure }falsche Signaturen, deshalb geben sorgfältige DNS-Server die Adresse nicht heraus. { headline-who-mends }
headline-nameserver-failing = Die Nameserver für { $host } antworten { headline-sure }nicht, deshalb findet niemand die Website. { headline-who-mends }

# Reachability
headline-one-address-dead = { $host } hat mehrere Adressen, von denen { headline-sure }nicht alle funktionieren: Manche Besucher kommen durch und andere nicht. { headline-who-mends }
headline-ipv6-broken = { $host } funktioniert { headline-sure }über IPv4, aber nicht über IPv6. { headline-who-mends }
headline-ipv6-broken-path = Über IPv6 ist { $host } { headline-sure }von hier aus nicht erreichbar, von anderswo schon. Über IPv4 funktioniert es.
headline-ipv6-broken-your-network = In Ihrem Netz funktioniert IPv6 { headline-sure }nicht, IPv4 dagegen schon. Die Ursache ist nicht { $host }.
headline-router-unreachable = Ihr Router antwortet { headline-sure }nicht, deshalb ist nichts im Internet erreichbar. Die Ursache ist nicht { $host }.
headline-no-internet = Ihre Internetverbindung ist { headline-sure }unterbrochen. Die Ursache ist nicht { $host }.
headline-captive-portal = In diesem Netz müssen Sie sich { headline-sure }anmelden, bevor es Sie durchlässt. Die Ursache ist nicht { $host }.
headline-port-blocked = Etwas auf dem Weg sperrt { headline-sure }den Port, den { $host } nutzt. Höchstwahrscheinlich ist es Ihr Netz.
headline-local-proxy = Der Proxy Ihres Netzes ist { headline-sure }gestört; ohne ihn funktioniert { $host }. Handeln muss, wer das Netz betreibt.
headline-local-proxy-your-device = Auf diesem Gerät ist ein Proxy eingestellt, der { headline-sure }nicht funktioniert; ohne ihn funktioniert { $host }. Den Proxy können Sie ausschalten.
headline-local-proxy-alone = Der Proxy, über den dieses Gerät geht, ist { headline-sure }gestört; deshalb lässt sich über { $host } selbst nichts sagen.
headline-hosts-file-alone = Eine Zeile in der hosts-Datei dieses Geräts schickt Sie { headline-sure }zu einer Adresse, an der { $host } nicht funktioniert. Was anderswo geschieht, war nicht zu sehen.
headline-path-broken = { $host } ist von hier aus nicht erreichbar: Unterwegs gehen { headline-sure }Pakete verloren, während andere Websites funktionieren. Höchstwahrscheinlich muss Ihr Internetanbieter handeln oder einer dahinter.

# The visitor's side
headline-browser-state = { $host } funktioniert; etwas, das Ihr Browser gespeichert hat, steht { headline-sure }im Weg. Das können Sie beheben.
headline-hosts-file = { $host } funktioniert, aber eine Zeile in der hosts-Datei dieses Geräts schickt Sie { headline-sure }zu einer Adresse, an der die Seite nicht lädt. Das können Sie beheben.
headline-clock-skew = Weil die Uhr dieses Geräts { headline-sure }falsch geht, erscheint das Zertifikat für { $host } als ungültig. Stellen Sie die Uhr.

# Other
headline-transient = { $host } funktioniert jetzt. Was Sie gesehen haben, ist { headline-sure }vorbei.
headline-browser-warns = { $host } funktioniert für Gatemend, aber nicht unbedingt in Ihrem Browser. Die Warnung vor der Verbindung kommt meist von dem Gerät, das sie zeigt: von einer falsch gehenden Uhr oder von einem Sicherheitsprogramm.
headline-healthy = { $host } funktioniert.
headline-healthy-deliberate = { $host } funktioniert. Für diese Seite kommt absichtlich die Antwort { $status }.
headline-client-aborted = Die Anfrage wurde { headline-sure }aufgegeben, bevor die Antwort kam. Die Ursache ist nicht { $host }.
# A pasted text alone. $title is the cause's own title.
headline-by-the-text-alone = Nach diesem Text allein{ headline-sure-aside }: { $title }.
headline-by-the-logs = Nach diesen Logs{ headline-sure-aside }: { $title }.
headline-hinted-by-the-logs = Diese Logs zeigen, dass Seiten nicht laden, und sagen nicht, warum. Unter anderem passt dazu: { $title }.
headline-logs-say-nothing = Keine Zeile dieser Logs sagt, warum eine Seite nicht lädt.
headline-by-statuses-alone = Diese Logs zeigen, dass Seiten nicht laden, aber nicht, warum.
headline-logs-outside-the-time = Diese Logs haben keine Zeile aus der gefragten Zeit.
headline-logs-answer-well = { $times ->
    [known] { $count ->
        [one] In diesen Logs steht eine Antwort, von { $from }, und sie ist kein Fehler.
       *[other] Kein Fehler in { $count } Antworten dieser Logs, zwischen { $from } und { $to }.
    }
   *[other] { $count ->
        [one] In diesen Logs steht eine Antwort, und sie ist kein Fehler.
       *[other] Kein Fehler in { $count } Antworten dieser Logs.
    }
}
headline-logs-name-no-failure = { $count ->
    [one] In diesen Logs wurde eine Zeile verstanden, und sie nennt keinen Fehler des Gateways oder dessen, was dahinter liegt.
   *[other] Keine der { $count } verstandenen Zeilen nennt einen Fehler des Gateways oder dessen, was dahinter liegt.
}
headline-logs-not-read = Vor dem Abbruch wurde von diesen Logs nichts gelesen.
headline-logs-are-empty = Diese Logs sind leer.
headline-by-a-log-entry = Nach diesem Logeintrag{ headline-sure-aside }: { $title }.
headline-unknown = Was zu sehen war, entscheidet nicht, wer für { $host } handeln muss.
headline-stopped = Die Prüfung wurde angehalten, bevor bekannt war, wer bei { $host } handeln muss.
headline-out-of-time = Die Zeit für die Prüfung war um, bevor bekannt war, wer bei { $host } handeln muss.

# Next steps that do not belong to one cause
next-works-for-you = Bei Ihnen kommt die Seite an. Wenn sie bei anderen nicht ankommt, sollten diese von dort aus prüfen.
next-nothing = Es ist nichts zu tun.
next-send-report = Schicken Sie der Website einen Bericht: Darin steht, was die Betreiber wissen müssen.
next-look-again = Prüfen Sie in ein paar Minuten noch einmal: Was jetzt offen ist, kann dann entschieden sein.
next-send-again = Öffnen Sie die Seite von vorn und senden Sie noch einmal, was Sie gesendet haben. Kommt dieselbe Antwort wieder, sagen Sie der Website, was Sie unmittelbar davor getan haben.
next-isp-path = Stellen Sie fest, warum Pakete zu dieser Website nicht durchkommen; im Bericht steht, wie weit sie kommen.
next-isp-dns = Vergleichen Sie die Antworten Ihrer DNS-Server für diesen Namen mit dem Bericht.
next-tell-network-admin = Wenn das nicht Ihr eigenes Netz ist, zeigen Sie einen Bericht denen, die es betreiben.
next-network-admin = Stellen Sie fest, wo es in diesem Netz stockt; was unten steht, wurde von innen gesehen.
next-owner-host = Wenn andere den Server für Sie betreiben, schicken Sie ihnen einen Bericht: Er enthält Uhrzeit, Adressen und die vollständige Antwort.
next-owner-empty-store = Leeren Sie den Cache für diese Seite und lassen Sie ihn Fehler höchstens einige Sekunden behalten.
next-if-it-returns = Wenn es wiederkommt: Prüfen Sie, solange es scheitert, beobachten Sie die Seite hier, und schicken Sie den Betreibern den Bericht.
next-owner-dns = Wenn andere die DNS-Einträge für Sie pflegen (Registrar, DNS-Anbieter), schicken Sie ihnen einen Bericht.
next-tls-handshake-not-you = Warten Sie ab: Andere Websites öffnen sich von hier aus, also liegt es weder an Ihrem Browser noch an Ihrer Verbindung.
next-certificate-clock-is-right = Warten Sie, bis die Website es erneuert hat, und geben Sie dort bis dahin keine Passwörter ein. Die Uhr Ihres Geräts geht richtig.
next-edge-blocked-number = Versuchen Sie es aus einem anderen Netz, ohne VPN; sonst schreiben Sie der Website und nennen diese Anfrage ({ $name }: { $value }).
next-edge-blocked-no-number = Versuchen Sie es aus einem anderen Netz, ohne VPN; sonst schreiben Sie der Website und sagen, wann Sie abgewiesen wurden.
next-sign-in-at = Melden Sie sich zuerst in diesem Netz an: Öffnen Sie http://{ $to }/ oder irgendeine Seite, die mit http:// beginnt, und kommen Sie dann zu dieser zurück.
next-retry-after-seconds = Die Website bittet darum, in { $count ->
    [one] einer Sekunde
   *[other] { $count } Sekunden
} wiederzukommen.
next-retry-after-minutes = Die Website bittet darum, in etwa { $count ->
    [one] einer Minute
   *[other] { $count } Minuten
} wiederzukommen.
next-retry-after-hours = Die Website bittet darum, in etwa { $count ->
    [one] einer Stunde
   *[other] { $count } Stunden
} wiederzukommen.
next-retry-after-days = Die Website bittet darum, in etwa { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
} wiederzukommen.

# What to leave alone
leave-router-what = Router oder Modem neu starten
leave-router-why = Der Weg zur Website funktioniert: Geantwortet hat die Website selbst.
leave-router-others-what = Router oder Modem neu starten
leave-router-others-why = Ihre Verbindung funktioniert: Andere Websites antworten.
leave-dns-what = Den DNS-Server wechseln
leave-dns-why = Andere DNS-Server führen zum selben Fehler.
leave-browser-what = Cache oder Cookies löschen, den Browser neu installieren
leave-browser-why = Auch eine Anfrage ohne all das scheitert, und Browser speichern solche Fehler nicht.
leave-browser-stored-what = Cookies löschen, den Browser neu installieren
leave-browser-stored-why = Auch eine Anfrage ohne all das scheitert. Der Fehler liegt in einem Cache der Website, nicht in Ihrem Browser.
leave-browser-past-the-store-what = Ohne Kopie neu laden, Cache oder Cookies löschen
leave-browser-past-the-store-why = Wir haben die Seite auch an jedem Cache vorbei gefragt, und sie scheitert genauso.
leave-security-software-what = Virenschutz, VPN oder Firewall ausschalten
leave-security-software-why = Das Zertifikat gehört der Website: Niemand hat sich dazwischengeschaltet.
leave-site-alone-what = Sich bei der Website beschweren
leave-site-alone-why = Sie funktioniert für alle, die ihre richtige Adresse bekommen.
leave-browser-link-what = Den Cache des Browsers löschen oder seine Einstellungen ändern
leave-browser-link-why = Im Moment kommt kein Programm durch.
leave-restart-what = Alles neu starten, bevor jemand hingesehen hat
leave-restart-why = Das kann die Ursache verdecken, bis sie wiederkommt. Lesen Sie zuerst die Logs dieser Minuten; starten Sie dann eins nach dem anderen neu und prüfen Sie nach jedem erneut.
leave-gateway-what = Das Gateway neu installieren
leave-gateway-why = Es funktioniert: Es ist das Gateway, das den Fehler meldet.

# What was not tested
untested-log-rest-what = Der Rest dieser Logs
untested-log-rest-why = Das Lesen endete vorher.
untested-log-times-what = { $count ->
    [one] Eine Zeile aus einer anderen Zeit
   *[other] { $count } Zeilen aus anderen Zeiten
}
untested-log-times-why = Nur Zeilen innerhalb von --since und --until zählen.
untested-log-lines-what = { $count ->
    [one] Eine Zeile unbekannter Art
   *[other] { $count } Zeilen unbekannter Art
}
untested-log-lines-why = Sie sind gezählt und nicht verstanden.
untested-site-what = Die Website selbst
untested-site-why = Nur die Logs wurden gelesen. So prüfen Sie die Website zusammen mit ihren Logs: gatemend check URL --as owner --log FILE
untested-world-what = Wie die Website von anderen Orten aus aussieht
untested-world-why = Außer diesem Gerät wurde niemand gefragt. Seiten, die Beschwerden zählen, wie Downdetector, zeigen, was Leute melden, und messen nichts.
untested-world-failed-what = { untested-world-what }
untested-world-failed-why = Der Dienst konnte nicht gefragt werden: { $why }
untested-world-page-what = Wie genau diese Seite von anderen Orten aus aussieht
untested-world-page-why = Dort wurde nur nach der Startseite gefragt: Den Rest der Adresse erfährt nur die Website selbst.
untested-browser-what = Ihr eigener Browser, angemeldet, mit seinen Cookies und Erweiterungen
untested-browser-why = Gatemend fragt ohne sie.
untested-http3-what = Die Seite über HTTP/3, das die Website den Browsern anbietet
untested-http3-why = Gatemend spricht es nicht. Wenn nur Ihr Browser scheitert, schalten Sie dort HTTP/3 (auch QUIC genannt) aus oder versuchen Sie es aus einem anderen Netz.
untested-large-hello-what = Die lange Begrüßung, mit der heutige Browser eine sichere Verbindung beginnen
untested-large-hello-why = Die von Gatemend ist kurz, und manche alten Router und Filter verlieren lange Begrüßungen. Wenn sich die Seite aus einem anderen Netz öffnen lässt, etwa über ein Handy, sagen Sie es denen, die Ihr Netz betreiben.
untested-server-elsewhere-what = Der Blick auf diesen Computer zählt für das Urteil nicht
untested-server-elsewhere-why = { $why ->
    [untold] Nichts von dem, was übergeben wurde, nennt den Server, den das Gateway nach dieser Seite fragt; so lässt sich nichts, was hier zu sehen ist, damit verbinden. Übergeben Sie die Konfiguration des Gateways (--config) oder sein Fehlerlog (--log).
   *[other] Das Gateway fragt andere Computer nach dieser Seite, oder es war nicht zu sehen, dass es auf diesem läuft. Führen Sie dieselbe Prüfung dort aus, auf dem Computer hinter dem Gateway.
}
untested-origin-out-of-reach-what = Der Server hinter dem Gateway, unter { $address }
untested-origin-out-of-reach-why = Dieses Gerät hat keinen Weg dorthin. Das Gateway hat einen eigenen Weg: Prüfen Sie noch einmal auf dem Gateway selbst oder aus dessen Netz.
untested-loaded-what = Ob das Gateway mit diesen Dateien läuft
untested-loaded-why = Sie wurden von der Festplatte gelesen. Ein Gateway übernimmt eine Änderung erst, wenn es startet oder neu lädt, und auch `nginx -T` zeigt die Festplatte, nicht den Arbeitsspeicher. Vergleichen Sie die Zeit der letzten Änderung mit dem letzten Neuladen: Im Fehlerlog steht „reconfiguring“, und `ps -o lstart,cmd -C nginx` zeigt, wann die Arbeitsprozesse begannen.
untested-family-what = Die Adressen der Website für { $family }
untested-family-why = Dieses Netz hat kein { $family }.
untested-addresses-what = { $count ->
    [one] Eine weitere Adresse der Website
   *[other] { $count } weitere Adressen der Website
}
untested-addresses-why = Wenige Adressen sagen genug, und eine Website in Schwierigkeiten wird so wenig wie möglich gefragt.
untested-token-what = Die Seite selbst mehr als einmal
untested-token-why = Ihre Adresse sieht aus wie ein Link, der nur einmal funktioniert.
untested-inside-what = Wohin die Website ihre Besucher schickt: { $host }
untested-inside-why = Das ist eine Adresse in einem privaten Netz, und eine öffentliche Website bestimmt nicht, welches Gerät dort gefragt wird.
untested-pac-what = Der Weg, den Ihr Proxy-Skript wählt
untested-pac-why = Gatemend führt solche Skripte nicht aus.
untested-proxy-kind-what = Der Weg durch Ihren Proxy
untested-proxy-kind-why = Er ist von einer Art, die Gatemend nicht spricht ({ $kind }).
untested-browser-dns-what = Der DNS-Server, den Ihr Browser vielleicht selbst nutzt
untested-browser-dns-why = Seine Einstellungen nennen einen; stattdessen wurden andere öffentliche Server gefragt.
untested-wall-what = Weitere Abrufe der Seite
untested-wall-why = Die Website bat um weniger Anfragen, deshalb hat Gatemend aufgehört.
untested-skipped-what = Der Prüfschritt „{ $step ->
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
}“
untested-skipped-why = Er wurde auf Ihren Wunsch ausgelassen.
untested-skipped-many-what = { $count } Prüfschritte
untested-skipped-many-why = Sie wurden auf Ihren Wunsch ausgelassen.
untested-only-family-what = Andere Adressen als die für { $family }
untested-only-family-why = Sie wollten nur { $family }.
untested-budget-what = Was noch nicht geantwortet hatte, als die Zeit um war
untested-budget-why = Die Zeit für die Prüfung war abgelaufen.
untested-cancelled-what = Was noch nicht angesehen war
untested-cancelled-why = Sie haben die Prüfung angehalten.
untested-malfunction-what = Einer der Prüfschritte
untested-malfunction-why = Er scheiterte an einem Fehler in Gatemend selbst.
untested-everything-what = Ob es jetzt noch so ist
untested-everything-why = Nur der eingefügte Text wurde gelesen; niemand wurde gefragt.

# The verdict in few words, for the window. "It is not you." stands before it where the site is to blame.
window-not-you = Es liegt nicht an Ihnen.
short-origin-refused = Der Server der Website antwortet nicht.
short-origin-refused-owner = Hinter Ihrem Gateway nimmt { headline-sure }nichts Verbindungen an.
short-origin-timeout-connect = Das Gateway erreicht den Server der Website { headline-sure }nicht.
short-origin-timeout-connect-owner = Ihr Gateway erreicht den Server dahinter { headline-sure }nicht.
short-origin-timeout-response = Der Server der Website braucht { headline-sure }zu lange für die Seite.
short-origin-timeout-response-owner = Der Server hinter Ihrem Gateway braucht { headline-sure }zu lange.
short-origin-reset = Der Server der Website bricht { headline-sure }Verbindungen ab.
short-origin-closed-early = Der Server der Website legt { headline-sure }auf, bevor er antwortet.
short-origin-invalid-response = Der Server der Website sendet { headline-sure }eine fehlerhafte Antwort.
short-origin-overloaded = Die Server der Website haben { headline-sure }zu viel zu tun.
short-origin-app-error = Das Programm, das die Seite erzeugt, ist { headline-sure }gestört.
short-pool-empty = Die Website hat { headline-sure }keinen funktionierenden Server mehr.
short-pool-partial = Einige Server der Website fallen { headline-sure }aus, andere funktionieren.
short-edge-unreachable = Die Website nimmt { headline-sure }überhaupt keine Verbindungen an.
short-edge-internal = Der Eingang der Website ist { headline-sure }selbst gestört.
short-maintenance = Die Website ist { headline-sure }wegen Wartungsarbeiten geschlossen.
short-one-address-dead = Von den Adressen der Website funktionieren { headline-sure }nicht alle.
short-ipv6-broken = Die Website funktioniert { headline-sure }über IPv4, aber nicht über IPv6.
short-tls-certificate-expired = Der Ausweis der Website ist { headline-sure }abgelaufen.
short-tls-certificate-name = Die Website zeigt { headline-sure }einen Ausweis für einen anderen Namen.
short-site-not-found = Das Gateway, das antwortet, kennt { headline-sure }diese Website nicht.
short-dnssec-bogus = Die DNS-Einträge der Website haben { headline-sure }falsche Signaturen.
short-nameserver-failing = Die eigenen DNS-Server der Website antworten { headline-sure }nicht.
short-redirect-loop = Die Website schickt { headline-sure }jeden Browser im Kreis herum.
short-stale-dns = Die Website funktioniert. Ihr DNS-Server schickt Sie { headline-sure }zur alten Adresse.
short-resolver-failing = Die Website funktioniert. Ihr DNS-Server { headline-sure }nicht.
short-resolver-hijack = Die Website funktioniert. Ihr DNS-Server schickt Sie { headline-sure }woandershin.
short-no-internet = Ihre Internetverbindung ist { headline-sure }unterbrochen. Die Website ist nicht die Ursache.
short-router-unreachable = Ihr Router antwortet { headline-sure }nicht, deshalb ist dahinter nichts erreichbar.
short-captive-portal = In diesem Netz müssen Sie sich { headline-sure }anmelden, bevor Seiten laden.
short-hosts-file = Die Website funktioniert. Eine Zeile in der hosts-Datei dieses Computers führt { headline-sure }woandershin.
short-local-proxy = Die Website funktioniert. Der Proxy dazwischen { headline-sure }nicht.
short-clock-skew = Die Uhr dieses Computers geht { headline-sure }falsch, deshalb wirken sichere Seiten unsicher.
short-browser-state = Die Website funktioniert jetzt. Ihr Browser zeigt { headline-sure }etwas Gespeichertes.
short-transient = Es ist { headline-sure }vorbei. Die Seite lädt wieder.
short-healthy = Die Seite lädt von hier aus. Nichts ist kaputt.

# Changes to a configuration. Each tells what it does, how its value is chosen, and what it does not mend.
next-look-in-front = Wenn Besucher trotzdem einen Fehler sehen, entsteht er vor diesem Server oder zu einer anderen Zeit: Lesen Sie die Logs des Gateways oder CDN davor, oder die der Minute, die die Besucher nennen.
next-other-times = Fragen Sie mit --since und --until nach anderen Zeiten, oder lassen Sie beide weg.
next-read-the-error-log = Lesen Sie das Fehlerlog des Gateways aus denselben Minuten daneben: Ein Zugriffslog zeigt, dass es nicht ging, und erst das Fehlerlog sagt, warum (nginx: error_log; Apache: ErrorLog; HAProxy und Envoy schreiben den Grund in dieselbe Zeile, wenn ihr Format ihn enthält). Oder lassen Sie das Zugriffslog mehr sagen: Ergänzen Sie bei nginx im log_format $upstream_addr, $upstream_status, $upstream_connect_time und $upstream_header_time.
next-change-address = Ersetzen Sie in { $file } `{ $old }` durch `{ $new }`: Unter { $address } war die Seite zu sehen, und an der alten Adresse nimmt nichts Verbindungen an. Andere Stellen, die die alte Adresse nennen, bleiben, wie sie sind. Wenn der Server an der alten Adresse stehen soll, beheben Sie stattdessen den Fehler am Server.
next-change-scheme = Ersetzen Sie in { $file } `{ $old }` durch `{ $new }`: Das spricht der Server, der unter { $address } zu sehen war.
next-change-tls-name = Lassen Sie nginx in { $file } den Server dahinter unter dem Namen `{ $name }` fragen: Unter diesem Namen zeigte er an { $address } ein gültiges Zertifikat. Lassen Sie die Prüfung von Zertifikaten eingeschaltet: Sie unterscheidet Ihren Server von einem fremden.
next-change-body = Erlauben Sie Besuchern in { $file }, hier bis zu { $size } MB zu senden: Der größte Upload, den das Log als abgewiesen zeigt, hatte { $bytes } Bytes. Die Anwendung hat vielleicht ein eigenes Limit (in PHP `upload_max_filesize` und `post_max_size`), das genauso groß sein muss. Entfernen Sie das Limit nicht: Es verhindert, dass Fremde Ihre Festplatte füllen.
next-change-buffers = Geben Sie dem Kopf der Antwort in { $file } mehr Platz: `{ $name }` muss ihn ganz aufnehmen, und { $size } kB genügen dafür. Jede wartende Anfrage belegt so viel Arbeitsspeicher; messen Sie deshalb den Kopf (`curl -sD - -o /dev/null` am Server dahinter) und nehmen Sie die nächste Zweierpotenz. Der Kopf wird dadurch nicht kleiner: Suchen Sie nach Cookies, die wachsen.
next-change-files = Erlauben Sie jedem Worker in { $file }, { $files } Dateien zu öffnen: { $connections } Verbindungen brauchen je zwei, wenn sie weitergereicht werden, und auch Logs brauchen einige. nginx muss dafür neu gestartet werden, denn ein Worker, der keine weiteren Dateien öffnen darf, erfährt nicht, dass er sich beenden soll. Gegen Verbindungen, die nie geschlossen werden, hilft das nicht; beobachten Sie, ob ihre Zahl weiter wächst.
next-change-connections = Erlauben Sie in { $file } jedem Worker { $connections } Verbindungen (bisher: { $now }){ $files ->
    [none] {""}
   *[other] {" "}und dafür { $files } Dateien
    }. Der Server dahinter wird dadurch nicht schneller: Wenn er langsam ist, wird nur seine Warteschlange länger; sehen Sie deshalb zuerst dort nach.
