### Things to try, step by step. $system is windows, macos or linux; $browser is chrome, edge, firefox or safari.

remedy-reload-without-copy-title = Ohne gespeicherte Kopie neu laden
remedy-reload-without-copy-about = Der Browser fragt die Website neu, statt zu zeigen, was er gespeichert hat.
remedy-reload-without-copy-1 = Öffnen Sie { $host } in Ihrem Browser.
remedy-reload-without-copy-2 = { $system ->
    [macos] { $browser ->
        [safari] Drücken Sie Wahltaste, Befehlstaste und R.
       *[other] Drücken Sie Umschalttaste, Befehlstaste und R.
    }
   *[other] Drücken Sie Strg, Umschalttaste und R.
}

remedy-private-window-title = In einem privaten Fenster öffnen
remedy-private-window-about = Ein privates Fenster hat keine Cookies, keine gespeicherten Kopien und meist keine Erweiterungen. Wenn die Seite dort lädt, ist eines davon der Grund.
remedy-private-window-1 = { $system ->
    [macos] { $browser ->
        [firefox] Drücken Sie Umschalttaste, Befehlstaste und P.
       *[other] Drücken Sie Umschalttaste, Befehlstaste und N.
    }
   *[other] { $browser ->
        [firefox] Drücken Sie Strg, Umschalttaste und P.
       *[other] Drücken Sie Strg, Umschalttaste und N.
    }
}
remedy-private-window-2 = Öffnen Sie dort { $host }.

remedy-other-browser-title = Einen anderen Browser versuchen
remedy-other-browser-about = Dieses Programm hat wie ein frischer Browser gefragt. Ein zweiter zeigt, ob nur Ihrer betroffen ist.
remedy-other-browser-1 = Starten Sie auf diesem Gerät einen anderen Browser.
remedy-other-browser-2 = Öffnen Sie dort { $host }.

remedy-sign-in-to-network-title = In diesem Netz anmelden
remedy-sign-in-to-network-about = Das Netz zeigt seine Anmeldeseite anstelle jeder anderen.
remedy-sign-in-to-network-1 = Öffnen Sie die Anmeldeseite des Netzes.
remedy-sign-in-to-network-2 = Melden Sie sich an, oder stimmen Sie den Bedingungen zu.

remedy-clear-site-data-title = Löschen, was der Browser zu dieser Website gespeichert hat
remedy-clear-site-data-about = Nur zu dieser Website: Überall sonst bleiben Sie angemeldet. Hier müssen Sie sich neu anmelden.
remedy-clear-site-data-1 = { $browser ->
    [firefox] Öffnen Sie { $host } und klicken Sie auf das Schloss links neben der Adresse.
    [safari] Öffnen Sie Safari, Einstellungen, Datenschutz und dann „Websitedaten verwalten“.
    [edge] Öffnen Sie { $host }, klicken Sie auf das Schloss links neben der Adresse und dann auf „Cookies und Websitedaten“.
   *[other] Öffnen Sie { $host }, klicken Sie auf das Symbol links neben der Adresse und dann auf „Cookies und Websitedaten“.
}
remedy-clear-site-data-2 = { $browser ->
    [firefox] Wählen Sie „Cookies und Website-Daten löschen“ und bestätigen Sie.
    [safari] Suchen Sie nach { $host } und wählen Sie „Entfernen“.
   *[other] Wählen Sie „Websitedaten auf dem Gerät verwalten“ und löschen Sie den Eintrag für { $host }.
}
remedy-clear-site-data-3 = Laden Sie die Seite neu.

remedy-extensions-off-title = Feststellen, ob eine Erweiterung schuld ist
remedy-extensions-off-about = Durch Halbieren: Bei zwanzig Erweiterungen braucht das fünf Versuche, nicht zwanzig. Plug-ins wie Flash oder Java gibt es in Browsern nicht mehr.
remedy-extensions-off-1 = { $browser ->
    [firefox] Öffnen Sie about:addons und schalten Sie die Hälfte der Erweiterungen aus. Schreiben Sie auf, welche.
    [safari] Öffnen Sie Safari, Einstellungen, Erweiterungen und schalten Sie die Hälfte davon aus. Schreiben Sie auf, welche.
    [edge] Öffnen Sie edge://extensions und schalten Sie die Hälfte der Erweiterungen aus. Schreiben Sie auf, welche.
   *[other] Öffnen Sie chrome://extensions und schalten Sie die Hälfte der Erweiterungen aus. Schreiben Sie auf, welche.
}
remedy-extensions-off-2 = Laden Sie die Seite. Wenn sie noch nicht lädt, schalten Sie stattdessen die andere Hälfte aus.
remedy-extensions-off-3 = Machen Sie mit der Hälfte weiter, auf die es ankommt, bis eine Erweiterung übrig ist.
remedy-extensions-off-undo = Schalten Sie die anderen wieder ein.

remedy-restart-browser-title = Den Browser schließen und neu starten
remedy-restart-browser-about = Alle seine Fenster, damit er eine neue Sitzung beginnt.
remedy-restart-browser-1 = Schließen Sie alle Fenster des Browsers.
remedy-restart-browser-2 = Starten Sie ihn wieder und öffnen Sie { $host }.

remedy-set-clock-title = Die Uhr sich selbst stellen lassen
remedy-set-clock-about = Bei falschem Datum wirkt jedes Zertifikat abgelaufen oder noch nicht gültig.
remedy-set-clock-1 = { $system ->
    [windows] Öffnen Sie Einstellungen, Zeit und Sprache, Datum und Uhrzeit.
    [macos] Öffnen Sie Systemeinstellungen, Allgemein, Datum & Uhrzeit.
   *[other] Öffnen Sie Einstellungen, System, Datum und Uhrzeit.
}
remedy-set-clock-2 = { $system ->
    [windows] Schalten Sie „Uhrzeit automatisch festlegen“ ein und wählen Sie „Jetzt synchronisieren“.
    [macos] Schalten Sie „Datum und Uhrzeit automatisch einstellen“ ein.
   *[other] Lassen Sie dort Datum und Uhrzeit automatisch einstellen.
}

remedy-hosts-line-title = Die Zeile aus der hosts-Datei entfernen
remedy-hosts-line-about = Diese Datei auf Ihrem Gerät nennt eine eigene Adresse für { $host }, und die geht jedem DNS-Server vor.
remedy-hosts-line-1 = { $system ->
    [windows] Starten Sie den Editor als Administrator mit dieser Datei.
   *[other] Öffnen Sie die Datei in einem Terminal.
}
remedy-hosts-line-2 = Setzen Sie ein # an den Anfang der Zeile, die { $host } nennt.
remedy-hosts-line-3 = Speichern Sie die Datei.
remedy-hosts-line-undo = Entfernen Sie das # wieder.

remedy-proxy-off-title = Den Proxy ausschalten
remedy-proxy-off-about = Ihr Gerät schickt seine Anfragen über einen anderen Computer, und der ist gestört.
remedy-proxy-off-1 = { $system ->
    [windows] Öffnen Sie Einstellungen, Netzwerk und Internet, Proxy, und notieren Sie, was dort steht.
    [macos] Öffnen Sie Systemeinstellungen, Netzwerk, Ihre Verbindung, Details, Proxys, und notieren Sie, was dort steht.
   *[other] Öffnen Sie Einstellungen, Netzwerk, Proxy, und notieren Sie, was dort steht.
}
remedy-proxy-off-2 = Schalten Sie ihn aus. In einer Firma fragen Sie vorher: Er kann einen Grund haben.
remedy-proxy-off-undo = Tragen Sie ein, was Sie notiert haben.

remedy-vpn-off-title = Das VPN ausschalten
remedy-vpn-off-about = Manche Websites weisen die gemeinsam genutzten Adressen von VPNs ab. Ohne VPN trifft Sie das nicht.
remedy-vpn-off-1 = Öffnen Sie Ihr VPN-Programm und trennen Sie die Verbindung.
remedy-vpn-off-2 = Warten Sie, bis das Gerät wieder seine eigene Verbindung nutzt.
remedy-vpn-off-undo = Verbinden Sie das VPN wieder.

remedy-security-software-title = Das Sicherheitsprogramm kurz wegsehen lassen
remedy-security-software-about = Es liest in verschlüsselten Verbindungen mit, und daran scheitert diese.
remedy-security-software-1 = Öffnen Sie Ihr Sicherheitsprogramm und suchen Sie nach Webschutz oder HTTPS-Prüfung.
remedy-security-software-2 = Schalten Sie nur diesen einen Teil aus, nicht den ganzen Schutz.
remedy-security-software-undo = Schalten Sie ihn wieder ein, ob es geholfen hat oder nicht. Wenn es geholfen hat, richten Sie eine Ausnahme für { $host } ein.

remedy-flush-dns-title = Das Gerät alte Adressen vergessen lassen
remedy-flush-dns-about = Ihr Gerät merkt sich Adressen eine Weile, diese zu lange.
remedy-flush-dns-1 = { $system ->
    [windows] Führen Sie diesen Befehl im Terminal aus.
   *[other] Führen Sie diesen Befehl in einem Terminal aus.
}
remedy-flush-dns-2 = Schließen Sie Ihren Browser und starten Sie ihn wieder: Auch er merkt sich Adressen.

remedy-change-dns-title = Einen DNS-Server nehmen, der richtig antwortet
remedy-change-dns-about = Ein DNS-Server sagt Ihrem Gerät, unter welcher Adresse eine Website steht. { $server } unter { $address } nennt eine Adresse, an der die Seite lädt; das wurde von hier aus gemessen. Das ändert nur etwas an diesem Gerät.
remedy-change-dns-1 = { $system ->
    [windows] Öffnen Sie Einstellungen, Netzwerk und Internet, Ihre Verbindung und „Bearbeiten“ neben der DNS-Serverzuweisung.
    [macos] Öffnen Sie Systemeinstellungen, Netzwerk, Ihre Verbindung, Details, DNS.
   *[other] Öffnen Sie Einstellungen, Netzwerk, das Zahnrad neben Ihrer Verbindung, IPv4.
}
remedy-change-dns-2 = { $old ->
    [none] Notieren Sie, was dort steht, damit Sie zurückkönnen.
   *[other] Notieren Sie, was dort steht ({ $old } oder automatisch), damit Sie zurückkönnen.
}
remedy-change-dns-3 = { $system ->
    [windows] Wählen Sie „Manuell“, schalten Sie IPv4 ein, tragen Sie { $address } als bevorzugten DNS ein und speichern Sie.
    [macos] Drücken Sie +, tragen Sie { $address } ein und bestätigen Sie mit OK.
   *[other] Schalten Sie „Automatisch“ neben DNS aus, tragen Sie { $address } ein, wenden Sie es an und schalten Sie die Verbindung aus und wieder ein.
}
remedy-change-dns-undo = Gehen Sie an dieselbe Stelle und wählen Sie „Automatisch“, oder tragen Sie ein, was Sie notiert haben.

remedy-reconnect-wifi-title = Neu verbinden
remedy-reconnect-wifi-about = Eine hängende Verbindung ist danach oft wieder da.
remedy-reconnect-wifi-1 = Schalten Sie das WLAN aus oder ziehen Sie das Netzwerkkabel.
remedy-reconnect-wifi-2 = Warten Sie zehn Sekunden und verbinden Sie wieder.

remedy-phone-same-wifi-title = Mit dem Handy im selben WLAN versuchen
remedy-phone-same-wifi-about = Wenn die Seite auch dort nicht lädt, ist dieses Gerät nicht der Grund.
remedy-phone-same-wifi-1 = Nehmen Sie ein Handy, das im selben WLAN ist.
remedy-phone-same-wifi-2 = Öffnen Sie dort { $host }.

remedy-phone-mobile-data-title = Mit dem Handy über mobile Daten versuchen
remedy-phone-mobile-data-about = Wenn die Seite dort lädt, liegt es an diesem Netz oder am Internetanbieter.
remedy-phone-mobile-data-1 = Schalten Sie am Handy das WLAN aus.
remedy-phone-mobile-data-2 = Öffnen Sie dort { $host }.
remedy-phone-mobile-data-undo = Schalten Sie das WLAN wieder ein.

remedy-restart-computer-title = Diesen Computer neu starten
remedy-restart-computer-about = Speichern Sie vorher Ihre Arbeit. Öffnen Sie diese Prüfung danach wieder von der Startansicht aus.
remedy-restart-computer-1 = Speichern Sie Ihre Arbeit und starten Sie den Computer neu.
remedy-restart-computer-2 = Starten Sie Gatemend wieder, öffnen Sie diese Prüfung und kommen Sie zu diesem Schritt zurück: Dann wird gelesen, wann der Computer gestartet wurde.

remedy-restart-router-title = Den Router neu starten
remedy-restart-router-about = Sie sind ein paar Minuten offline. Dieses Fenster merkt sich, wo Sie waren.
remedy-restart-router-1 = Ziehen Sie den Netzstecker des Routers und den des Modems, falls es eines gibt.
remedy-restart-router-2 = Warten Sie 30 Sekunden.
remedy-restart-router-3 = Stecken Sie ihn wieder ein, das Modem zuerst.
remedy-restart-router-4 = Lassen Sie ihn starten. Router brauchen 1 bis 3 Minuten.

remedy-new-profile-title = Ein neues Profil im Browser versuchen
remedy-new-profile-about = Wie ein eben installierter Browser; Ihr eigenes Profil bleibt, wie es ist. Den Browser neu zu installieren ist nicht nötig.
remedy-new-profile-1 = { $browser ->
    [firefox] Öffnen Sie about:profiles und legen Sie ein neues Profil an.
    [safari] Öffnen Sie Safari, Einstellungen, Profile und fügen Sie eines hinzu.
   *[other] Klicken Sie oben rechts auf Ihr Bild und wählen Sie „Profil hinzufügen“.
}
remedy-new-profile-2 = Öffnen Sie dort { $host }.

# What was tried, in checklists and reports

step-guided-helped = Sie haben es versucht, und seitdem lädt die Seite.
step-guided-loads-there = Dort lädt sie nach Ihren Worten, für dieses Programm hier aber noch nicht.
step-guided-did-not-help = Sie haben es versucht; die Seite lädt noch nicht.
step-guided-page-fails = Sie haben es versucht; die Seite lädt noch nicht ({ $how }).
step-guided-no-line = Sie haben es versucht; als die Seite wieder abgerufen wurde, war die Verbindung noch nicht zurück.
step-guided-not-done = Es ließ sich nicht machen.
step-guided-said-not = Sie haben es versucht; nach Ihren Worten half es nicht. Für dieses Programm lädt die Seite.
step-guided-works = Sie haben es versucht; für dieses Programm lädt die Seite, wie schon vorher.
step-guided-loads-unchanged = Die Seite lädt wieder, und was geändert werden sollte, sieht aus wie vorher: Sie kann von selbst zurückgekommen sein.
step-guided-unchanged = Was geändert werden sollte, sieht aus wie vorher; damit wurde hier nichts erprobt.
guided-told = { $title }: { $noticed }
guided-noticed-changed = Vorher: { $was }. Jetzt: { $now }.
guided-noticed-same = Wie vorher: { $is }.
guided-noticed-went-and-came = { $seconds ->
    [one] Der Router war { $seconds } Sekunde weg und antwortet wieder.
   *[other] Der Router war { $seconds } Sekunden weg und antwortet wieder.
}
guided-noticed-never-left = Der Router hat die ganze Zeit geantwortet: Er wurde nicht neu gestartet.
guided-noticed-stays-away = Der Router antwortet nicht.
guided-noticed-restarted = Dieser Computer wurde nach der Prüfung gestartet.
guided-noticed-not-restarted = Dieser Computer wurde seit der Prüfung nicht neu gestartet.
