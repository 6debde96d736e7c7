## The checklist. step-<id>-title, and one sentence for each way in which it may stand.

step-waiting = Ist noch nicht an der Reihe
step-running = Prüft…
step-left-out = Auf Ihren Wunsch ausgelassen

step-address-title = Adresse
step-address-passed = { $address } kann geprüft werden
step-address-https = Es stand weder http noch https davor, deshalb wird wie bei Browsern { $address } geprüft
step-address-credentials = Benutzername und Passwort wurden weggelassen; geprüft wird { $address }
step-address-read-out = { $address } stand in dem, was Sie eingegeben haben
step-address-skipped = Nicht erreicht

step-device-title = Dieses Gerät
step-device-passed = Auf diesem Gerät steht nichts im Weg
step-device-no-route = Dieses Gerät ist mit keinem Netz verbunden
step-device-hosts = Zeile { $line } der hosts-Datei schickt die Website zu { $ip }
step-device-clock = Die Uhr geht um { $minutes } Minuten falsch
step-device-proxy = Anfragen gehen über den Proxy { $proxy }
step-device-pac = Ein Proxy-Skript ist eingestellt; Gatemend führt es nicht aus und prüft den direkten Weg
step-device-tunnel = Ein VPN oder ein anderer Tunnel ist in Betrieb
step-device-failed = Ließ sich nicht ansehen: { $why }
step-device-skipped = Nicht erreicht

step-router-title = Router
step-router-passed = Der Router { $ip } antwortet in { $ms ->
    [0] unter 1 ms
   *[other] { $ms } ms
}
step-router-shy = Der Router { $ip } beantwortet keine Fragen, lässt aber Daten durch
step-router-problem = Der Router { $ip } antwortet nicht
step-router-failed = Der Router { $ip } konnte ohne besondere Rechte nicht gefragt werden
step-router-skipped = Es fand sich kein Router, den man fragen könnte

step-internet-title = Internet
step-internet-passed = { $works } von { $tried } Websites anderer Betreiber funktionieren
step-internet-one = Nur eine von { $tried } Websites anderer Betreiber funktioniert
step-internet-altered = Jemand anderes antwortet im Namen der Websites anderer Betreiber
step-internet-blocked = Die Testseiten sind in diesem Netz gesperrt; die Website selbst antwortet
step-internet-problem = Keine von { $tried } Websites anderer Betreiber antwortet
step-internet-skipped = Keine Website eines anderen Betreibers wurde gefragt

step-dns-title = DNS
step-dns-passed = { $count ->
    [one] Eine Adresse
   *[other] { $count } Adressen
}, und { $servers ->
    [one] ein anderer DNS-Server findet die Website auch
   *[other] { $servers } andere DNS-Server finden die Website auch
}
step-dns-harmless-difference = { $count ->
    [one] Eine Adresse
   *[other] { $count } Adressen
}; andere DNS-Server nennen andere, was hier keinen Unterschied macht
step-dns-no-name = Die Adresse ist eine Nummer, deshalb wird kein Name nachgeschlagen
step-dns-no-such-name = { $count ->
    [one] Ein anderer DNS-Server sagt, dass es den Namen nicht gibt
   *[other] { $count } andere DNS-Server sagen, dass es den Namen nicht gibt
}
step-dns-only-here = Das Nachschlagen scheitert hier, während { $count ->
    [one] ein anderer DNS-Server die Website findet
   *[other] { $count } andere DNS-Server die Website finden
}
step-dns-problem = Der Name ist nicht zu finden
step-dns-failed = Das Nachschlagen kam zu keinem Ende: { $why }
step-dns-other-address-works = Andere DNS-Server nennen eine andere Adresse, und dort funktioniert die Seite
step-dns-slow = { $count ->
    [one] Eine Adresse
   *[other] { $count } Adressen
}, erst gefunden nach { $took }
step-dns-rewrites = Ihr DNS-Server nennt Adressen sogar für Namen, die es nicht gibt
step-dns-intercepted = Etwas auf dem Weg beantwortet DNS-Fragen im Namen jedes Servers
step-dns-skipped = Nicht erreicht

step-connect-title = Verbindung
step-connect-passed = Die Website nimmt Verbindungen an ({ $ms ->
    [0] unter 1 ms
   *[other] { $ms } ms
})
step-connect-some-fail = { $failed ->
    [one] Eine von { $count } Adressen nimmt
   *[other] { $failed } von { $count } Adressen nehmen
} keine Verbindung an
step-connect-refused = Die Website lehnt Verbindungen ab
step-connect-silent = Die Website antwortet nicht
step-connect-skipped = Nicht erreicht

step-tls-title = Verschlüsselung
step-tls-passed = { $version }, Zertifikat von { $issuer }
step-tls-local-root = Dem Zertifikat vertraut nur dieses Gerät, nicht die Öffentlichkeit ({ $issuer })
step-tls-expired = Das Zertifikat der Website ist abgelaufen
step-tls-not-yet-valid = Das Zertifikat der Website ist noch nicht gültig
step-tls-wrong-name = Das Zertifikat gilt für einen anderen Namen
step-tls-untrusted = Das Zertifikat hat niemand Bekanntes ausgestellt
step-tls-problem = Die verschlüsselte Begrüßung scheitert
step-tls-plain-http = Die Adresse ist einfaches http: Nichts ist verschlüsselt
step-tls-skipped = Nicht erreicht

step-page-title = Seite
step-page-passed = Die Seite funktioniert ({ $status }, { $took })
step-page-deliberate = Die Website antwortet absichtlich mit { $status }
step-page-refused = Die Website weist die Anfrage ab ({ $status })
step-page-error = Die Website antwortet nach { $took } mit { $status }
step-page-incomplete = Die Seite bricht mittendrin ab ({ $status })
step-page-no-answer = Die Verbindung steht, aber es kommt keine Antwort
step-page-loop = Die Weiterleitungen drehen sich im Kreis
step-page-skipped = Nicht erreicht

step-speaker-title = Wer antwortete
step-speaker-passed = { $names }, im Namen der Website
step-speaker-unsigned = { $names }; ohne Verschlüsselung kann niemand sicher sein
step-speaker-nameless = Die Website selbst; ihre Software nennt sich nicht
step-speaker-unknown = Es zeigt sich nicht, wer die Antwort geschrieben hat
step-speaker-skipped = Es gab keine Antwort zu lesen

step-ways-in-title = Andere Zugänge
step-ways-in-passed = { $count ->
    [2] Beide Zugänge funktionieren
   *[other] Alle { $count } Zugänge funktionieren
}
step-ways-in-some = { $good ->
    [one] Einer von { $count } Zugängen funktioniert
   *[other] { $good } von { $count } Zugängen funktionieren
}
step-ways-in-none = { $count ->
    [2] Keiner der beiden Zugänge funktioniert
   *[other] Keiner von { $count } Zugängen funktioniert
}
step-ways-in-skipped = Nicht nötig

step-other-pages-title = Andere Seiten
step-other-pages-home-works = Die Startseite funktioniert
step-other-pages-file-works = Eine einfache Datei der Website funktioniert
step-other-pages-problem = Auch andere Seiten funktionieren nicht
step-other-pages-skipped = Nicht nötig

step-over-time-title = Im Zeitverlauf
step-over-time-passed = { $count ->
    [2] Beide Abrufe gelangen
   *[other] Alle { $count } Abrufe gelangen
}
step-over-time-always = { $count ->
    [2] Beide Abrufe schlugen fehl
   *[other] Alle { $count } Abrufe schlugen fehl
}
step-over-time-sometimes = { $bad ->
    [one] Einer von { $count } Abrufen schlug
   *[other] { $bad } von { $count } Abrufen schlugen
} fehl
step-over-time-skipped = Nur einmal abgerufen

step-path-title = Weg zur Website
step-path-warning = Pakete kommen bis { $ip } (Router { $count } auf dem Weg)
step-path-silent = Kein Router auf dem Weg antwortet; viele tun das nie
step-path-failed = Ließ sich nicht verfolgen: { $why }
step-path-skipped = Verbindungen kommen zustande, deshalb wurde der Weg nicht verfolgt

step-origin-title = Server hinter dem Gateway
step-origin-passed = Antwortet unter { $address } mit { $status }, ohne das Gateway gefragt
step-origin-problem = Antwortet auch unter { $address } mit einem Fehler: { $status }
step-origin-silent = Gibt unter { $address } keine Antwort
step-origin-cut-off = Ließ sich unter { $address } nicht fragen: Dieses Gerät hat keinen Weg dorthin
step-origin-skipped = Niemand hat seine Adresse genannt

step-logs-title = Logs
step-logs-empty = Die Logs sind leer, es wurde nichts hineingeschrieben
step-logs-nothing = { $lines ->
    [one] Die einzige Zeile sagt nicht, warum eine Seite nicht lädt
   *[other] Keine von { $lines } Zeilen sagt, warum eine Seite nicht lädt
}
step-logs-problem = { $count ->
    [one] Eine von { $lines } Zeilen sagt, warum Seiten nicht laden
   *[other] { $count } von { $lines } Zeilen sagen, warum Seiten nicht laden
}
step-logs-failed = Konnten nicht gelesen werden: { $why }
step-logs-skipped = Niemand hat welche übergeben

step-configuration-title = Konfiguration des Gateways
step-configuration-route = Die Seite wird bei { $servers } geholt ({ $where })
step-configuration-unclear = Der Block für { $host } steht in { $where }; wohin er diese Seite schickt, ist nicht zu erkennen
step-configuration-no-site = Kein Block in { $where } antwortet für { $host }
step-configuration-partly = { $count ->
    [one] Eine eingebundene Datei ließ sich nicht lesen: { $path } ({ $why })
   *[other] { $count } eingebundene Dateien ließen sich nicht lesen, darunter { $path } ({ $why })
}
step-configuration-failed = Konnte nicht gelesen werden: { $why }
step-configuration-skipped = Niemand hat eine übergeben
step-world-title = Von anderen Orten
step-world-passed = { $count ->
    [one] Am einzigen gefragten Ort kommt die Seite an
   *[other] An allen { $count } Orten kommt die Seite an
}
step-world-problem = { $count ->
    [one] Am einzigen gefragten Ort kommt die Seite nicht an
   *[other] An keinem von { $count } Orten kommt die Seite an
}
step-world-warning = An { $bad } von { $count } Orten kommt die Seite nicht an
step-world-silent = Kein Ort hatte etwas über die Website zu sagen
step-world-failed = Die Orte konnten nicht gefragt werden: { $why }
step-world-skipped = Nicht nötig

step-server-title = Der Server selbst
step-server-passed =
    { $count ->
        [one] Ein Blick auf diesen Rechner
       *[other] { $count } Blicke auf diesen Rechner
    }{ $unseen ->
        [0] { "" }
        [one] ; einer war nicht möglich
       *[other] ; { $unseen } waren nicht möglich
    }
step-server-full = Auf { $path } ist kein Platz mehr
step-server-kill = Das System hat { $program } eben aus Speichermangel beendet
step-server-down = Der Dienst { $service } läuft nicht
step-server-failed = Ließ sich nicht ansehen: { $why }
step-server-skipped = Niemand bat um einen Blick auf diesen Rechner
