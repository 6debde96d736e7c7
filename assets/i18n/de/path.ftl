## The path picture: what stands below its stations.

path-device = Uhr, Proxy, VPN
path-device-alone = Nicht verbunden
path-router = { $ip }
path-dns = { $count ->
    [one] ein Server antwortet
   *[other] { $count } Server antworten
}
path-internet = { $works ->
    [one] eine von { $tried } Testseiten lädt
   *[other] { $works } von { $tried } Testseiten laden
}
path-internet-some = { $off ->
    [one] online, 1 Testseite fehlt
   *[other] online, { $off } Testseiten fehlen
}
path-gateway = { $name }
path-origin = hinter { $name }
path-gateway-looking = Meldet { $status }, wird geprüft
path-gateway-reports = Arbeitet, meldet { $status }
path-gateway-elsewhere = Läuft an richtiger Adresse
path-gateway-answers = Antwortet mit { $status }
path-origin-slow = Braucht zu lange
path-origin-silent = Antwortet nicht
path-origin-fails = Gestört
path-dns-old = Nennt alte Adresse
path-not-needed = Nicht nötig

path-hint-device = Ihr Computer
path-hint-router = Ihr Weg hinaus
path-hint-dns = findet die Adresse
path-hint-internet = der Weg dorthin
path-hint-gateway = Eingang der Website
path-hint-origin = erzeugt die Seite

path-term-device = Dieses Gerät: der Computer, an dem Sie sitzen, mit Browser, Uhr und eigenen Netzwerkeinstellungen.
path-term-router = Router: das Gerät, das Ihr Zuhause oder Büro mit dem Internet verbindet. Alles, was Sie öffnen, geht hindurch.
path-term-dns = DNS: das Adressbuch des Internets. Es macht aus einem Namen wie { $host } die Nummer eines Rechners.
path-term-internet = Internet: die Netze zwischen Ihrem Router und der Website. Gatemend versucht andere Seiten, um zu sehen, ob diese Netze Sie tragen.
path-term-gateway = Gateway: die Eingangstür der Website. Es nimmt Ihre Anfrage an und gibt sie an den Server dahinter weiter; mit 502 sagt es, dass es dort keine brauchbare Antwort bekommen hat.
path-term-origin = Ursprungsserver: der Rechner, auf dem die Seite entsteht. Nur das Gateway der Website spricht mit ihm.

path-side-fine = in Ordnung
path-side-running = prüft
path-side-doubtful = auffällig
path-side-failed = nicht prüfbar
path-side-broken = bricht hier ab
path-side-unseen = unbekannt
path-side-partly = teils bekannt

path-said-ghost = Der Weg von diesem Computer zu einer Website
path-said = Weg zu { $host }
path-said-break-at = Weg zu { $host }, Abbruch bei: { $station }
path-said-break-before = Weg zu { $host }, Abbruch zwischen: { $before } und { $station }
path-said-station = { $station }, Station { $number } von 6, { $word }
