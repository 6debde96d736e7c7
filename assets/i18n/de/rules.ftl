## What each rule found, in one or two sentences. Keyed by the rule's id.

# What the observations contradict
rule-site-spoke-over-tls = Die Antwort { $status } kam über eine verschlüsselte Verbindung mit einem gültigen Zertifikat für { $host }. Nur die Website selbst kann dieses Zertifikat zeigen, also haben weder Ihr Router noch Ihre Leitung noch Ihr DNS sie geschrieben.
rule-own-request-fails-too = Auch die eigene Anfrage von Gatemend, ohne Cookies, Cache und Erweiterungen, schlägt fehl. Also liegt es nicht an Ihrem Browser.
rule-controls-work = { $count ->
    [one] Eine Website eines anderen Betreibers antwortet, wie sie soll, also funktioniert Ihre Internetverbindung.
   *[other] { $count } Websites anderer Betreiber antworten, wie sie sollen, also funktioniert Ihre Internetverbindung.
}
rule-others-fail-too = Auch Websites anderer Betreiber antworten nicht, also liegt es nicht an dieser einen Website.
rule-router-answers = Ihr Router unter { $ip } antwortet in { $ms ->
    [0] unter 1 ms
   *[other] { $ms } ms
}.
rule-hosts-file-is-clean = Die hosts-Datei dieses Geräts sagt nichts über die Website.
rule-no-proxy-in-force = Auf diesem Gerät ist kein Proxy eingestellt.
rule-clock-is-right = Die Uhr dieses Geräts geht richtig.
rule-added-certificate = Das Zertifikat für { $host } kommt von einer Zertifizierungsstelle, die Sie selbst hinzugefügt haben ({ $issuer }), also hat sich niemand sonst auf dem Weg dazwischengeschaltet.
rule-public-certificate = Das Zertifikat für { $host } kommt von einer öffentlichen Zertifizierungsstelle ({ $issuer }), also hat sich niemand auf dem Weg dazwischengeschaltet.
rule-resolvers-agree = { $count ->
    [one] Ein anderer DNS-Server nennt eine Adresse, die auch Sie haben, und keine andere Adresse funktioniert besser.
   *[other] { $count } andere DNS-Server nennen eine Adresse, die auch Sie haben, und keine andere Adresse funktioniert besser.
}
rule-no-name-needed = Die Adresse ist eine Nummer, also ist DNS nicht beteiligt.
rule-name-resolves-everywhere = { $count ->
    [one] Ein anderer DNS-Server findet den Namen.
   *[other] { $count } andere DNS-Server finden den Namen.
}
rule-fails-again-and-again = { $count } Abrufe nacheinander schlugen fehl.
rule-fails-at-every-address = { $count ->
    [one] An der einzigen Adresse der Website schlägt der Abruf fehl.
    [2] An beiden Adressen der Website schlägt der Abruf fehl.
   *[other] An allen { $count } Adressen der Website schlägt der Abruf fehl.
}
rule-path-to-site-works = Eine Verbindung zur Website kommt zustande, also funktioniert der Weg dorthin.
rule-page-fails-now = Die Seite funktioniert jetzt nicht, während Gatemend sie abruft.

# Nothing wrong, or no longer
rule-page-works-ms = { $ms ->
    [0] unter 1 ms
   *[other] { $ms } ms
}
rule-page-works = { $count ->
    [one] Die Seite antwortete in { rule-page-works-ms } mit { $status }.
    [2] Die Seite antwortete bei beiden Abrufen, mit Statuscode { $status }, beim ersten Mal in { rule-page-works-ms }.
   *[other] Die Seite antwortete bei allen { $count } Abrufen, mit Statuscode { $status }, beim ersten Mal in { rule-page-works-ms }.
}
rule-page-answers-deliberately = Die Website antwortet und meldet absichtlich { $status }.
rule-site-works-from-here = Von diesem Gerät aus funktioniert { $host } auf ganzer Strecke.
rule-error-is-over = Sie haben einen Fehler gesehen, und jetzt funktioniert die Seite { $count ->
    [one] beim einzigen Abruf
    [2] bei beiden Abrufen
   *[other] bei allen { $count } Abrufen
}.
rule-browser-warns = Ihr Browser hat vor der gesicherten Verbindung gewarnt, während die Verbindung von Gatemend in Ordnung war. Über den Browser sagt das nichts: Auf seinem Gerät kann die Uhr falsch gehen, oder ein Programm liest seine Verbindungen mit.
rule-browser-warned-elsewhere = Ihr Browser hat vor der gesicherten Verbindung gewarnt. Gatemend sollte die Seite ohne eine solche abrufen; dass sie so funktioniert, sagt nichts über die Warnung.
rule-answer-is-about-what-was-sent = Die Antwort, die Sie gesehen haben ({ $status }), betrifft das, was der Browser gesendet hat: ein Formular, eine Datei, seine Cookies oder eine lange Adresse. Gatemend sendet nichts davon; dass die Seite bei ihm funktioniert, sagt darüber nichts.
rule-failed-then-worked = Zuerst { $bad ->
    [one] schlug ein Abruf
   *[other] schlugen { $bad } Abrufe
} fehl, und seitdem { $good ->
    [one] gelang einer
   *[other] gelangen { $good } nacheinander
}.

# This device
rule-hosts-file-names-the-site = Zeile { $line } von { $file } schickt den Namen der Website zu { $ip }, wo sie nicht funktioniert. Unter { $other }, der Adresse aus dem DNS, funktioniert die Seite.
rule-hosts-file-may-matter = Zeile { $line } von { $file } schickt den Namen der Website zu { $ip }. Ob die Seite anderswo funktioniert, ist nicht bekannt.
rule-clock-is-wrong = Die Uhr dieses Geräts geht { $minutes } Minuten vor. Nach der richtigen Zeit ist das Zertifikat der Website gültig.
rule-clock-is-behind = Die Uhr dieses Geräts geht { $minutes } Minuten nach. Nach der richtigen Zeit ist das Zertifikat der Website gültig.
rule-cookies-are-too-large = Ohne Cookies funktioniert die Seite; mit { $kilobytes } kB davon antwortet die Website mit { $status }.
rule-request-is-too-large = Die Website weist die Anfrage als zu groß ab ({ $status }).

# Proxy
rule-proxy-is-dead = Auf diesem Gerät ist der Proxy { $proxy } eingestellt, und dort lauscht niemand. Ohne den Proxy funktioniert die Seite.
rule-proxy-refuses = Auf diesem Gerät ist der Proxy { $proxy } eingestellt, und dort lauscht niemand.
rule-proxy-is-silent = Auf diesem Gerät ist der Proxy { $proxy } eingestellt, und er antwortet nicht.
rule-proxy-refuses-the-tunnel = Der Proxy { $proxy } weigert sich, eine Verbindung zur Website zu öffnen ({ $status }).
rule-proxy-answers-instead-of-server = Den Fehler { $status } hat { $name } geschrieben. Die Anfragen dieses Geräts gehen über { $proxy }; auf direktem Weg funktioniert die Seite.
rule-direct-request-works = Dieselbe Anfrage funktioniert ohne den Proxy, unter { $ip }.

# The visitor's network
rule-router-is-silent = Ihr Router unter { $ip } antwortet nicht, und dahinter antwortet auch nichts.
rule-line-is-dead = Keine Website und kein DNS-Server draußen antwortet, obwohl sie verschiedenen Betreibern gehören.
rule-no-route = Dieses Gerät ist mit keinem Netz verbunden.
rule-portal-wants-a-sign-in = Dieses Netz schickt jede Anfrage zu { $to }, wo Sie sich zuerst anmelden sollen.
rule-portal-answers-for-others = Dieses Netz antwortet im Namen anderer Websites: Sie sollen sich zuerst anmelden.
rule-everything-answers-alike = { $count } Websites anderer Betreiber antworten mit genau demselben { $status }: Ein und dasselbe Gerät in Ihrer Nähe antwortet für alle.
rule-same-foreign-issuer = Diese Website und andere zeigen alle Zertifikate mit der Unterschrift von { $issuer }, und das ist keine öffentliche Zertifizierungsstelle: Jemand auf dem Weg liest mit.

# The DNS server in use
rule-internal-address = Ihr Netz führt zu einem internen Server der Website, { $ip }, der nicht funktioniert; die öffentliche Adresse { $other } funktioniert.
rule-resolver-gives-another-address = Ihr DNS-Server sagt { $ip }, und dort funktioniert die Seite nicht. { $count ->
    [one] Ein anderer DNS-Server sagt
   *[other] { $count } andere DNS-Server sagen
} { $other }, und dort funktioniert die Seite im selben Moment.
rule-resolver-fails = Ihr DNS-Server { $server } gibt keine brauchbare Antwort, während { $count ->
    [one] ein anderer die Website findet.
   *[other] { $count } andere die Website finden.
}
rule-resolver-distrusts-all-names = Ihr DNS-Server { $server } hält die Signaturen aller Namen für falsch, während { $count ->
    [one] ein anderer die Website findet
   *[other] { $count } andere die Website finden
}. Wenn er sie nicht prüfen soll, nennt er die Adresse: Die Schlüssel, mit denen er prüft, sind veraltet.
rule-resolver-is-silent = Ihr DNS-Server { $server } antwortet nicht, während { $count ->
    [one] ein anderer die Website findet.
   *[other] { $count } andere die Website finden.
}
rule-resolver-is-slow = Ihr DNS-Server brauchte { $ms } ms für den Namen der Website. { $count ->
    [one] Ein anderer gab
   *[other] { $count } andere gaben
} dieselbe Art von Antwort in höchstens einem Viertel dieser Zeit.
rule-lookup-is-slow = Der Name der Website wurde erst nach { $ms } ms gefunden.
rule-dns-is-intercepted = Etwas auf dem Weg beantwortet DNS-Fragen im Namen jedes Servers, und was unter { $ip } zu finden war, trägt nicht die Unterschrift der Website: Vielleicht wurden Sie also zu jemand anderem geführt.
rule-resolver-denies-the-name = Ihr DNS-Server sagt, dass es die Website nicht gibt, während { $count ->
    [one] ein anderer sie findet.
   *[other] { $count } andere sie finden.
}
rule-another-address-works = Unter { $ip }, der Adresse, die Sie bekommen, funktioniert die Seite nicht; unter { $other } funktioniert sie.
rule-public-dns-works = { $count ->
    [one] Ein anderer DNS-Server findet
   *[other] { $count } andere DNS-Server finden
} die Website, und unter { $ip } funktioniert sie.

# The domain's own DNS
rule-name-does-not-exist = { $count ->
    [one] Ein anderer DNS-Server sagt
   *[other] { $count } andere DNS-Server sagen
}, dass es den Namen { $host } nicht gibt.
rule-name-is-unknown-here = Der Name { $host } ist hier nicht bekannt.
rule-name-has-no-address = { $count ->
    [one] Ein anderer DNS-Server kennt
   *[other] { $count } andere DNS-Server kennen
} { $host }, aber keine Adresse dafür.
rule-only-the-twin-has-an-address = { $host } hat keine Adresse; das { $count ->
    [one] sagt ein anderer DNS-Server
   *[other] sagen { $count } andere DNS-Server
}. { $twin } hat eine.
rule-signatures-are-bogus = { $count ->
    [one] Ein anderer DNS-Server prüft die Signaturen für { $host } und verwirft sie; ohne die Prüfung nennt er
   *[other] { $count } andere DNS-Server prüfen die Signaturen für { $host } und verwerfen sie; ohne die Prüfung nennen sie
} eine Adresse.
rule-name-servers-fail = { $count ->
    [one] Ein anderer DNS-Server bekommt
   *[other] { $count } andere DNS-Server bekommen
} zu { $host } keine Antwort von den eigenen Nameservern der Domain, während andere Namen funktionieren.

# The domain's own servers
rule-own-servers-disagree = Die eigenen DNS-Server der Domain widersprechen einander: { $server } nennt { $bad }, wo die Seite nicht funktioniert, { $other } nennt { $good }, wo sie funktioniert.
rule-own-servers-have-two-states = Die eigenen DNS-Server der Domain haben zwei Stände der Zone: { $server } ({ $serial }) nennt { $bad }, wo die Seite nicht funktioniert, { $other } ({ $latest }) nennt { $good }, wo sie funktioniert.

# In clear
rule-only-the-clear-text-fails = Unverschlüsselt (http) ist die Antwort { $status }, über https zeigt die Website keinen Fehler: Ein Gerät auf dem Weg kann die Antwort gegeben haben.

# The way
rule-trail-ends-on-the-way = Pakete zur Website kommen bis { $hop } ({ $count ->
    [one] der erste Router
   *[other] Router { $count } auf dem Weg
}) und nicht weiter.
rule-site-does-not-answer = Unter { $ip }, Port { $port }, antwortet nichts, während andere Websites antworten.
rule-one-port-is-blocked = Port { $port } schweigt, während Port { $other } derselben Adresse antwortet.

# TLS
rule-certificate-has-expired = Das Zertifikat für { $host } ist abgelaufen: { $date }.
rule-certificate-ends-soon = Das Zertifikat für { $host } gilt noch und läuft ab: { $date }. Üblich ist, es lange vorher zu erneuern; sehen Sie nach, ob das Erneuern noch läuft.
rule-certificate-behind-ends-soon = Das Zertifikat, das der Server hinter dem Gateway unter { $address } zeigt, gilt noch und läuft ab: { $date }. Danach verbindet sich ein Gateway, das es prüft, nicht mehr; sehen Sie nach, ob das Erneuern noch läuft.
rule-certificate-is-for-another-name = Das Zertifikat, das für { $host } gezeigt wird, gilt für andere Namen: { $names }.
rule-certificate-is-trusted-by-nobody = Das Zertifikat für { $host } hat { $issuer } ausgestellt; dafür bürgt keine öffentliche Zertifizierungsstelle.
rule-tls-handshake-fails = { $ip } nimmt die Verbindung an und bricht dann die verschlüsselte Begrüßung ab ({ $detail }).
rule-other-certificates-are-fine = { $count ->
    [one] Eine andere Website zeigt hier ein Zertifikat einer öffentlichen Zertifizierungsstelle,
   *[other] { $count } andere Websites zeigen hier Zertifikate öffentlicher Zertifizierungsstellen,
} also tauscht niemand auf dem Weg Zertifikate aus.

# One of several
rule-one-address-fails = Die Website hat mehrere Adressen. Unter { $bad } funktioniert die Seite nicht, unter { $good } funktioniert sie ({ $tries } Abrufe an allen zusammen).
rule-ipv6-fails = Über IPv6 ({ $bad }) ist die Website nicht erreichbar, über IPv4 ({ $good }) funktioniert sie.
rule-ipv6-fails-everywhere = Über IPv6 ist von hier aus weder die Website ({ $bad }) noch irgendeine andere erreichbar; über IPv4 ({ $good }) funktioniert sie.
rule-every-other-request-fails = { $bad ->
    [one] Einer von { $tries } Abrufen unter { $ip } schlug
   *[other] { $bad } von { $tries } Abrufen unter { $ip } schlugen
} fehl, im Wechsel mit guten.

# Still waiting
rule-no-answer-yet = Unter { $ip } antwortet noch nichts, während Ihre Verbindung funktioniert: Eine andere Website hat geantwortet.
rule-connected-and-waiting = Die Website unter { $ip } hat die Verbindung angenommen und noch nicht geantwortet.

# The gateway
rule-gateway-refuses-connections = { $ip } lehnt Verbindungen auf Port { $port } ab, während andere Websites antworten.
rule-both-ports-refuse = { $ip } lehnt auf Port { $port } und auf Port { $other } ab: Dort läuft kein Webserver.
rule-redirects-go-in-circles = Nach { $count } Weiterleitungen schickt die Website den Browser zurück zu { $to }, wo er schon war.
rule-gateway-turns-away = Die Antwort 403 gab { $name }: Diese Anfrage wird abgewiesen.
rule-too-many-requests = Schon die allererste Anfrage wurde mit 429 beantwortet: Die Website begrenzt die Anfragen aus Ihrem Netz.
rule-our-requests-may-be-too-many = Die Website gab eine andere Seite heraus und bat dann um Geduld (429): Vielleicht waren ihr die Anfragen von Gatemend selbst zu viele.
rule-http2-fails-where-http1-works = Über HTTP/2 bricht die Verbindung ab, über HTTP/1.1 funktioniert dieselbe Seite.
rule-http2-gets-an-error = Über HTTP/2 ist die Antwort jedes Mal { $status }, über HTTP/1.1 funktioniert dieselbe Seite.
rule-gateway-closes-without-a-word = Die Website nimmt die Verbindung an und schließt sie ohne Antwort.
rule-answer-is-not-http = Die Website nimmt die Verbindung an und sendet etwas, das keine Antwort eines Webservers ist.
rule-answer-head-is-too-large = Die Website nimmt die Verbindung an und sendet einen größeren Kopf, als Browser annehmen.
rule-site-keeps-silent = Die Website nimmt die Verbindung an und hat nach { $seconds } s noch nicht geantwortet.
rule-error-comes-from-a-store = Dieser Fehler wurde nicht eben erst geschrieben: Ein Cache hat ihn { $age ->
    [0] {""}
   *[other] seit { $age } s{" "}
}gespeichert.
rule-error-has-an-old-date = Dieser Fehler wurde nicht eben erst geschrieben: Zwei Antworten im Abstand von Sekunden tragen dieselbe Zeit ({ $date }), also hat ein Cache ihn gespeichert.

rule-store-keeps-an-error = Ein Cache vor der Website hat den Fehler { $status } gespeichert, während dieselbe Seite, auf andere Art gefragt (unter { $ip }), funktioniert.
rule-store-keeps-an-error-past-it = Ein Cache vor der Website hat den Fehler { $status } gespeichert, während dieselbe Seite, am Cache vorbei gefragt (unter { $ip }), funktioniert.
rule-store-keeps-an-error-beside-others = Ein Cache vor der Website hat den Fehler { $status } gespeichert, während eine andere Seite dahinter ({ $page }) frisch ausgeliefert wird.
rule-store-keeps-an-error-for-long = Ein Cache vor der Website hat den Fehler { $status } seit { $age } s gespeichert: Das tut keiner, dem es nicht aufgetragen wurde.
rule-fails-past-the-store = Auch an jedem Cache vorbei gefragt scheitert die Seite ({ $status }): Der Fehler ist von jetzt und keine Kopie.

# The servers behind the gateway
rule-answer-names-its-cause = Die Antwort nennt ihre Ursache.
rule-status-alone = Das Gateway der Website antwortete nach { $ms ->
    [0] weniger als 1 ms
   *[other] { $ms } ms
} mit { $status } und nennt keinen Grund.
rule-failures-agree-on-a-time = { $count } Fehler kamen jeweils nach etwa { $seconds } s: Da lief ein Zeitlimit ab, und das ist kein Zufall.
rule-failures-agree-on-its-timer = { $count } Fehler kamen jeweils nach etwa { $seconds } s: So lange wartet { $name } auf den Server dahinter, wenn niemand etwas anderes einstellt.
rule-status-in-text = Der Text sagt { $status } und nennt keinen Grund.
rule-other-pages-work = Eine andere Seite desselben Gateways ({ $page }) antwortet, also ist das Gateway selbst am Leben.
rule-page-works-without-compression = Mit Kompression ist die Antwort jedes Mal { $status }, ohne sie funktioniert dieselbe Seite.
rule-body-breaks-off = Die Seite begann mit einem guten Statuscode und brach nach { $bytes } Bytes ab.

# What server logs say
rule-log-names-the-cause = { $count ->
    [one] Das Log { $file } sagt es einmal
   *[other] Das Log { $file } sagt es { $count }-mal
}{ $last ->
    [none] {""}
   *[other] , zuletzt { $last }
}: „{ $quote }“.
rule-log-follows-from-it = { $count ->
    [one] Eine Zeile von { $file } folgt daraus
   *[other] { $count } Zeilen von { $file } folgen daraus
}: „{ $quote }“.
rule-log-names-another = { $count ->
    [one] Eine Zeile von { $file } nennt einen anderen Grund
   *[other] { $count } Zeilen von { $file } nennen einen anderen Grund
}: „{ $quote }“.
rule-log-ipv6-loopback = Das Gateway fragt diesen Rechner über IPv6 ([::1]), wo viele Programme nicht lauschen.

# The server behind the gateway, asked without it
rule-origin-works-without-gateway = Der Server hinter dem Gateway, direkt unter { $address } gefragt, sendet die Seite, während das Gateway { $status } sagt.
rule-origin-works-but-log-differs = Der Server unter { $address }, direkt gefragt, sendet die Seite. Das Log des Gateways zeigt aber Fehler an dem Server, den das Gateway fragt; vergleichen Sie deshalb die Adresse in seinen Einstellungen mit dieser.
rule-origin-home-page-works = Der Server hinter dem Gateway antwortet unter { $address }; dort wurde nur nach der Startseite gefragt, denn die Verbindung beweist nicht, wessen Server es ist.
rule-origin-works-and-is-too-large = Der Server hinter dem Gateway, direkt unter { $address } gefragt, sendet die Seite, während das Gateway { $status } sagt: Nach seinem Log ist ihm der Kopf der Antwort zu groß.
rule-origin-fails-too = Der Server hinter dem Gateway, direkt unter { $address } gefragt, antwortet auch mit einem Fehler: { $status }. Das Gateway gibt seinen Fehler also nur weiter.
rule-origin-fails-unseen = Über das Gateway funktioniert die Seite, und der Server, der bei { $address } direkt gefragt wurde, versagt mit { $status }. { $stored ->
    [true] Das Gateway antwortet aus seinem Speicher; der verdeckt den Fehler, bis die Kopie abläuft: Bringen Sie zuerst den Server in Ordnung und leeren Sie danach den Speicher.
   *[other] Entweder fragt das Gateway einen anderen Server, oder ein Speicher verdeckt den Fehler.
}
rule-origin-gives-no-connection = { $refused ->
    [true] Der Server hinter dem Gateway lehnt Verbindungen unter { $address } ab.
   *[other] Der Server hinter dem Gateway hebt unter { $address } nicht ab. Eine Firewall, die nur das Gateway hereinlässt, sieht genauso aus.
}
rule-origin-certificate-is-bad = Das Zertifikat, das der Server hinter dem Gateway unter { $address } zeigt (von { $issuer }), ist für diese Website nicht gültig; ein Gateway, das es prüft, verbindet sich nicht.

rule-another-browser-loads-it = Die Seite lädt dort, wo die Cookies, gespeicherten Kopien und Erweiterungen Ihres üblichen Browsers fehlen, und sie lädt für dieses Programm.
# What the gateway's own configuration says
rule-configured-route = Nach der Konfiguration von { $gateway } ({ $where }) wird die Seite von { $host } bei { $servers } geholt{ $named ->
    [true] .
   *[other] , und zwar nach dem Block, der für jeden Namen ohne eigenen Block antwortet.
}
rule-configured-address-is-wrong = { $gateway } soll { $asked } fragen ({ $where }), bekommt dort nach seinem Log aber keine Verbindung. Zu haben ist die Seite unter { $address }.
rule-configured-scheme-is-wrong = { $gateway } soll mit { $address } { $asked } sprechen ({ $where }) und bekommt von dort nach seinem Log keine Antwort, die es versteht. Der Server dort spricht, wie zu sehen war, { $scheme }.
rule-configured-name-is-wrong = { $gateway } kann sich mit { $address } nicht auf Verschlüsselung einigen ({ $where }), so sein Log. Unter dem Namen { $name } gefragt, zeigt dieser Server ein Zertifikat dafür und sendet die Seite; { $gateway } fragt nicht unter diesem Namen.
rule-configured-limit = { $set ->
    [here] Das erreichte Limit ist in { $where } eingestellt: `{ $name } { $value }`.
    [default] Das erreichte Limit ist für diese Seite nicht eingestellt, also gilt das eigene von { $gateway }: `{ $name } { $value }`.
   *[system] Das erreichte Limit (`{ $name }`) ist nicht eingestellt, also gilt das des Systems.
}
rule-configured-timer-was-not-it = Das Gateway hätte { $value } auf eine Antwort gewartet ({ $where }), und der Server dahinter legte nach { $seconds } s auf. Es war also nicht das Zeitlimit des Gateways: Suchen Sie nach einem Zeitlimit der Anwendung (gunicorn `--timeout`, php-fpm `request_terminate_timeout`) oder nach einem Absturz. Was davon in der Anwendung eingestellt ist, ist hier nicht bekannt.
rule-configured-upload-limit = Zu sehen war 413, und das Log des Gateways zeigt einen Upload mit { $bytes } Bytes, der abgewiesen wurde. Es gilt das Limit { $value } (siehe { $where }). Gatemend sendet nichts, um das selbst zu sehen.
rule-configured-name-at-start = { $gateway } hat den Namen { $name } beim Start nachgeschlagen ({ $where }) und behält diese Adresse, bis es neu geladen wird. Wenn der Server seitdem umgezogen ist, fragt es an einer alten Adresse.
rule-configured-name-has-moved = { $gateway } hat den Namen { $name } beim Start nachgeschlagen ({ $where }) und fragt bei { $asked } an, während der Name auf diesem Rechner jetzt { $now } bedeutet. Vergleichen Sie beides und laden Sie { $gateway } dann neu: Es schlägt den Namen dabei neu nach. Mit einem Resolver in den Einstellungen tut es das von selbst. Hat der Name viele wechselnde Adressen, muss dies nicht der Grund sein.
# From other places
rule-fails-from-everywhere = An { $count } Orten in mehreren Ländern tritt derselbe Fehler auf ({ $cities }). Also liegt es weder an Ihrem Gerät noch an Ihrem Netz noch am Weg von hier.
rule-works-from-elsewhere = An { $count ->
    [one] einem anderen Ort
   *[other] { $count } anderen Orten
} kommt die Seite an ({ $cities }), hier aber nicht; also sehen nicht alle diesen Fehler. Das heißt nicht, dass es an Ihnen liegt: Wo man ist, welcher Rechner der Website antwortet und wen die Website einlässt, das alles macht einen Unterschied.
rule-fails-only-elsewhere = Hier funktioniert die Seite jetzt, an { $bad } von { $count } anderen Orten nicht ({ $cities }){ $status ->
    [0] {""}
   *[other] , mit der Antwort { $status }
}.
rule-one-place-of-the-gateway-fails = Alle { $bad } Orte, an denen es nicht funktioniert ({ $bad_cities }), gehen über den Standort { $place } des Gateways; die { $good }, an denen die Seite ankommt ({ $good_cities }), gehen über andere.
rule-one-region-fails = Es funktioniert nicht an { $bad } Orten einer Region ({ $bad_cities }), aber an { $good } Orten anderswo ({ $good_cities }).
rule-other-addresses-elsewhere-work = An Orten, die zu { $bad_ips } geführt werden, funktioniert es nicht ({ $bad_cities }); an Orten, die zu { $good_ips } geführt werden, kommt die Seite an ({ $good_cities }).
rule-homes-fail-data-centres-work = Über { $bad } Privatanschlüsse funktioniert es nicht ({ $bad_cities }), während in { $good } Rechenzentren die Seite ankommt ({ $good_cities }). Vielleicht sind mehrere Internetanbieter gestört, oder die Website sperrt gerade die aus, die sie einlassen will.
rule-data-centres-are-turned-away = Über { $homes ->
    [one] einen Privatanschluss
   *[other] { $homes } Privatanschlüsse
} anderswo kommt die Seite an. { $count ->
    [one] Ein Rechenzentrum wird
   *[other] { $count } Rechenzentren werden
} abgewiesen ({ $cities }), wie es viele Websites mit Programmen halten; über die Website sagt das nichts.
rule-address-fails-from-everywhere = Unter der Adresse { $ip } funktioniert es auch von { $count } anderen Orten aus nicht ({ $cities }), ganz gleich, wer fragt.
rule-address-works-from-elsewhere = An { $count ->
    [one] einem anderen Ort
   *[other] { $count } anderen Orten
} kommt die Seite unter { $ip } an ({ $cities }), während von hier aus keine Verbindung dorthin zustande kommt: Der Weg ist unterbrochen, oder jemand auf ihm, vielleicht die eigene Firewall der Website, sperrt dieses Netz.
rule-server-works-from-elsewhere = { $count } andere Orte bekommen die Seite direkt vom Server hinter dem Gateway, unter { $address } ({ $cities }). Für sie funktioniert der Server also; der Fehler liegt am Gateway oder an dessen Weg zu diesem Server.
rule-server-fails-from-everywhere = { $count } andere Orte, die den Server hinter dem Gateway direkt unter { $address } fragen, bekommen ebenfalls { $status } ({ $cities }). Das Gateway gibt seinen Fehler also nur weiter.
rule-server-lets-in-some = Der Server hinter dem Gateway, unter { $address }, sendet die Seite an { $count } andere Orte ({ $cities }) und antwortet { $bad } weiteren nicht ({ $bad_cities }). Er wählt aus, wen er hereinlässt, und das Gateway könnte zu denen draußen gehören.
rule-server-is-shut-from-outside = Auf diesem Rechner { $inside ->
    [answers] liefert der Server hinter dem Gateway die Seite unter { $address }
   *[listens] nimmt ein Programm unter { $address } Verbindungen an
}, und { $count } andere Orte bekommen von dort keine Antwort ({ $cities }). Etwas davor, eine Firewall oder Sicherheitsgruppe, hält sie also fern. Wenn sie nur das Gateway einlassen soll, vergleichen Sie die eingelassenen Adressen mit denen, von denen das Gateway kommt; öffnen Sie sie nicht für alle.
rule-address-is-given-elsewhere-too = Auch DNS-Server an { $count } anderen Orten nennen { $ip } ({ $cities }). Ihr eigener DNS-Server steht mit dieser Adresse also nicht allein.
rule-address-is-given-here-alone = Die Adresse { $ip }, die hier nicht funktioniert, wird an keinem von { $count } anderen Orten genannt ({ $cities }), und dort funktioniert die Seite.
rule-packets-arrive-and-nobody-answers = Pakete von { $count } anderen Orten erreichen den Rechner ({ $cities }), aber niemand bekommt von ihm eine Antwort: Er ist da, aber sein Webserver fehlt oder antwortet nicht.
rule-packets-end-in-one-network = Pakete von { $count } anderen Orten ({ $cities }) enden alle im Netz { $network }, bevor sie den Rechner erreichen.

rule-log-shows-a-status = { $count ->
    [one] Das Log { $file } enthält eine Antwort mit dem Status { $status }.
   *[other] Das Log { $file } enthält { $count } Antworten mit dem Status { $status }.
} Das zeigt, dass es nicht ging, aber nicht, warum.
rule-log-has-the-request = { $by ->
    [id] Das Log { $file } hat genau diese Anfrage, nach ihrer Nummer: „{ $quote }“. Sie hat diesen Rechner also erreicht.
    [program] Das Log { $file } hat eine Anfrage dieses Programms aus den Minuten um diese Zeit: „{ $quote }“. Wenn nicht noch jemand damit gefragt hat, etwa eine Beobachtung, hat die Anfrage diesen Rechner erreicht.
   *[other] Das Log { $file } hat eine Zeile aus den Minuten um diese Zeit, die die Adresse des Besuchers nennt: „{ $quote }“. Die Anfrage hat diesen Rechner also höchstwahrscheinlich erreicht.
}
rule-log-lacks-the-request = Das Log { $file } hat Zeilen vor und nach diesem Moment und keine über diese Anfrage: Sie hat diesen Server nicht erreicht, oder es sind nicht seine Logs.
rule-log-one-server-is-worse = Der Server { $name } hat bei { $failed } von { $answers } Antworten versagt ({ $from } bis { $to } %), alle anderen zusammen bei { $others-failed } von { $others-answers }: Zufall allein macht keinen solchen Unterschied.
rule-log-one-page-is-worse = Die Seite { $name } ist { $failed } von { $answers } Mal fehlgeschlagen ({ $from } bis { $to } %), alle anderen zusammen { $others-failed } von { $others-answers } Mal: Zufall allein macht keinen solchen Unterschied.
rule-log-comes-again =
    Die Fehler kommen wieder: alle { $unit ->
        [hours]
            { $hours ->
                [one] eine Stunde
               *[other] { $hours } Stunden
            }
       *[minutes] { $minutes } Minuten
    } ({ $times } Mal, zuletzt um { $last }). So gleiche Abstände macht Zufall kaum: Sehen Sie nach, was dann läuft, etwa eine geplante Aufgabe, eine Sicherung oder die Erneuerung eines Zertifikats.
rule-log-after-a-start =
    { $count ->
        [one] Ein Fehler beginnt
       *[other] { $count } Fehler beginnen
    } { $seconds ->
        [0] weniger als eine Minute
        [one] eine Sekunde (oder bis zu eine Minute mehr)
       *[other] { $seconds } Sekunden (oder bis zu eine Minute mehr)
    }, nachdem { $program } um { $at } { $kind ->
        [reload] eine neue Konfiguration übernehmen sollte
       *[start] gestartet wurde
    }. Vergleichen Sie, was da geändert wurde; es kann auch Zufall sein.
rule-log-another-server-saved-it = { $count ->
    [one] Eine Antwort in { $file } kam von einem zweiten Server
   *[other] { $count } Antworten in { $file } kamen von einem zweiten Server
}, nachdem der zuerst gefragte versagt hatte. Besucher bekamen ihre Seite, etwas später; { $name } versagte { $failed } von { $answers } Malen.
rule-log-fails-when-busy = In { $times } von { $spells } Abschnitten mit Fehlern wurden so viele Seiten abgerufen (mindestens { $busy } gute Antworten je Minute, üblich sind { $usual }), und mit weniger Anfragen endeten die Fehler. Das spricht für zu wenig Kapazität: mehr Worker, ein Cache oder weniger Wiederholungen. Ob Wiederholungen den Andrang gemacht haben, zeigen die Adressen derer, die fragen.
rule-log-fails-after-idle = Nach { $times } von { $starts } Pausen von { $minutes } Minuten oder mehr schlug eine der ersten Anfragen fehl, und die nächsten gelangen. Dazu passt eine Verbindung, die das Gateway länger hält als der Server, oder ein Programm, das angehalten wird, solange niemand fragt, und lange zum Starten braucht.
rule-log-wordpress-fails-whole = Die Startseite und wp-login.php dieser WordPress-Site schlugen { $failed } von { $answers } Mal fehl, während { $files } andere Dateien richtig geliefert wurden: Der Webserver ist in Ordnung, und das, was WordPress ausführt, nicht. Wurde zuletzt ein Plugin oder das Theme geändert, beginnen Sie dort: Benennen Sie den Ordner eines Plugins in wp-content/plugins um, laden Sie die Seite, benennen Sie ihn zurück, wenn sich nichts ändert, und machen Sie mit dem nächsten weiter.
rule-log-shows-it-was-given-up = Laut { $file } hat derjenige, der diesen Server fragte, aufgelegt, bevor die Antwort da war, und vorne kam { $status } heraus. Dieses Programm hatte gewartet: Das Gateway davor hat also die kürzere Geduld. Sehen Sie nach, wo die Zeit bleibt; eine längere Frist vorne verdeckt das nur.
rule-log-shows-a-good-answer = Laut { $file } hat dieser Server die eigene Anfrage von Gatemend nach dieser Seite ohne Fehler beantwortet, und vorne kam { $status } heraus. Die Antwort ging also auf dem Rückweg verloren oder wurde abgewiesen: Suchen Sie im Log des Gateways selbst nach ihrem Kopf, ihrer Länge, ihrer Kompression oder einer Zeitgrenze.
rule-log-without-our-request =
    Das Log { $file } hat { $count ->
        [one] eine Antwort
       *[other] { $count } Antworten
    } aus den Sekunden, in denen die Seite abgerufen wurde, und keine zu dieser Seite: Die Anfrage kam nicht bis zu dem Server, der dieses Log schreibt, oder steht in einer anderen Datei. Gateways halten Zeilen manchmal auch eine Weile zurück, bevor sie sie schreiben (nginx: buffer= und flush= von access_log): Sehen Sie eine Minute später noch einmal nach.
rule-server-memory-ran-out =
    { $gone ->
        [true] Das System hat { $program } kurz zuvor aus Speichermangel beendet, und nun nimmt niemand Verbindungen an, wo das Gateway fragt.
       *[other] Das System hat { $program } kurz zuvor aus Speichermangel beendet. Ob diese Seite es brauchte, war nicht zu sehen.
    }
rule-server-nothing-listens =
    Das Gateway fragt bei { $address } auf diesem Rechner, und dort lauscht jetzt niemand{ $others ->
        [none] .
       *[other] . Diese Programme lauschen hier: { $others }.
    }
rule-server-listens-elsewhere =
    Das Gateway fragt bei { $address } auf diesem Rechner, und das Programm dieses Ports lauscht nur bei { $where }{ $loopback ->
        [true] , also allein für Verbindungen aus diesem Rechner selbst.
       *[other] .
    }
rule-server-listens =
    Bei { $address }, wo das Gateway fragt, nimmt jetzt { $where } Verbindungen an{ $waiting ->
        [0] .
        [one] , und eine Verbindung wartet darauf.
       *[other] , und { $waiting } Verbindungen warten darauf: Das Programm ist ausgelastet oder hängt.
    }
rule-server-socket-missing =
    Das Gateway fragt am Socket { $path }, und diese Datei gibt es nicht{ $beside ->
        [none] .
       *[other] . Daneben gibt es { $beside }.
    }{ $private ->
        [true] { " " }Dienste können ein eigenes /tmp haben, sodass dieses Programm vielleicht in ein anderes sieht.
       *[other] { "" }
    }
rule-server-socket-is-dead = Den Socket { $path }, wo das Gateway fragt, gibt es, und niemand ist zu sehen, der dort Verbindungen annimmt: Meist hat sich das Programm beendet. Eines in einem Container wäre nicht zu sehen.
rule-server-socket-permission = Das Gateway läuft als { $user } und darf den Socket { $path } nach den Rechtebits nicht benutzen: { $bar } hat die Rechte { $rights }. Eine Liste weiterer Benutzer (ACL) kann es erlauben und wurde nicht angesehen.
rule-server-pool-listens-elsewhere = Das Gateway fragt bei { $path }, und die Pools von PHP-FPM lauschen bei { $pools }.
rule-server-pool-is-full = Der Pool { $pool } von PHP-FPM hat alle { $count } Worker, die er haben darf ({ $file }); weitere Anfragen warten.
rule-server-disk-is-full =
    { $what ->
        [bytes] Auf dem Dateisystem von { $path } ist kein Platz mehr.
       *[other] Das Dateisystem von { $path } hat noch Platz und kann keine weitere Datei aufnehmen (keine Inodes).
    } Das kann der Grund sein, aus dem die Seite fehlschlägt, oder außerdem bestehen.
rule-server-service-is-down = Der Dienst { $service } dieses Rechners läuft nicht ({ $state }; er endete mit { $result }).
