## causes

# Who has to act: fault-<name>.

fault-none = niemand
fault-your-device = Sie, auf diesem Gerät
fault-your-network = wer das Netz betreut, in dem Sie sind
fault-dns-resolver = wer den Dienst betreibt, der für Sie Namen nachschlägt
fault-site-dns = wer den Namen der Website (ihr DNS) betreut
fault-path = die Netzbetreiber zwischen Ihnen und der Website
fault-site-edge = wer den Eingang der Website betreibt, ihr Gateway oder CDN
fault-site-origin = wer die eigenen Server der Website betreibt
fault-unknown = noch nicht klar

# To each cause: its name, what it means, what a visitor and what an owner can do, and how to confirm it.

cause-origin-refused-title = Der Server hinter dem Gateway lehnt Verbindungen ab
cause-origin-refused-means = Der Eingang der Website ist in Betrieb. Er wollte Ihre Anfrage an den Server dahinter weitergeben, und dieser hat die Verbindung abgelehnt, meist weil das Programm dort nicht läuft.
cause-origin-refused-visitor = Nur abwarten: Allein der Betreiber der Website kann ihn wieder starten.
cause-origin-refused-owner = Sehen Sie nach, ob das Programm hinter dem Gateway läuft und an { $known ->
    [server] { $server } lauscht
    [socket] { $path } lauscht
   *[no] der Adresse und dem Port lauscht, die das Gateway nutzt
}; starten Sie es und lesen Sie dann in seinem Log, warum es aufgehört hat.
cause-origin-refused-check = Auf dem Server: `ss -ltnp` zeigt, wer wo lauscht; im Fehlerlog des Gateways steht „connection refused“ mit der Adresse, die es versucht hat.

cause-origin-timeout-connect-title = Der Server hinter dem Gateway hebt nicht ab
cause-origin-timeout-connect-means = Der Eingang der Website hat beim Server dahinter angeklopft und überhaupt keine Reaktion bekommen. Dieser Server ist aus, hat inzwischen eine andere Adresse, oder eine Firewall verwirft das Klopfen.
cause-origin-timeout-connect-visitor = Nur abwarten: Der Fehler liegt hinter dem Eingang der Website.
cause-origin-timeout-connect-owner = Stellen Sie sicher, dass der Server läuft und { $known ->
    [server] die Adresse { $host } hat
   *[no] die Adresse hat, die das Gateway nutzt
}, und dann, dass keine Firewall und keine Sicherheitsgruppe die Verbindungen des Gateways verwirft: Lassen Sie genau die Adressen des Gateways zu, nie alle.
cause-origin-timeout-connect-check = Vom Rechner des Gateways aus: `nc -vz { $known ->
    [server] { $host } { $port }
   *[no] ADDRESS PORT
}`. Stille bedeutet verworfen, „refused“ bedeutet, dass der Rechner in Betrieb ist.

cause-origin-timeout-response-title = Der Server hinter dem Gateway antwortet zu spät
cause-origin-timeout-response-means = Der Server hinter dem Eingang der Website hat die Anfrage angenommen und ist in der Zeit, die der Eingang wartet, nicht fertig geworden. Etwas dort ist langsam, oft eine Datenbank oder ein anderer Dienst.
cause-origin-timeout-response-visitor = Versuchen Sie es in ein paar Minuten noch einmal, und senden Sie Formulare oder Zahlungen nicht zweimal: Beim ersten Mal können sie angekommen sein.
cause-origin-timeout-response-owner = Stellen Sie fest, was die langsame Anfrage tut, im Slow-Log des Programms oder in der Datenbank: oft eine Schleife, eine Abfrage je Zeile oder ein anderer Dienst, auf den sie wartet; erhöhen Sie das Zeitlimit des Gateways nur, wenn die Arbeit die Zeit wirklich braucht.
cause-origin-timeout-response-check = Fragen Sie das Programm direkt, ohne das Gateway: `curl -w '%{"{"}time_total{"}"}\n' -o /dev/null -s { $speaks ->
    [http] { $url }
   *[no] ADDRESS
}`. Die Zeit bis zum Fehler entspricht dem Zeitlimit des Gateways.

cause-origin-reset-title = Der Server hinter dem Gateway bricht die Verbindung ab
cause-origin-reset-means = Die Verbindung zwischen dem Eingang der Website und dem Server dahinter wurde mitten in der Anfrage gekappt.
cause-origin-reset-visitor = Laden Sie die Seite neu; wenn das nicht hilft, warten Sie ab.
cause-origin-reset-owner = Suchen Sie im Log des Programms in derselben Sekunde nach einem Absturz oder Neustart; wenn es nur hin und wieder auftritt, lassen Sie das Programm ruhende Verbindungen länger offen halten als das Gateway.
cause-origin-reset-check = Im Fehlerlog des Gateways steht „connection reset by peer“; ein zweiter Logeintrag des Programms zur selben Zeit sagt, warum.

cause-origin-closed-early-title = Der Server hinter dem Gateway legt ohne Antwort auf
cause-origin-closed-early-means = Der Server hinter dem Eingang der Website hat die Anfrage angenommen und die Verbindung geschlossen, bevor eine ganze Antwort da war. Er ist abgestürzt, wurde angehalten oder hat eine ruhende Verbindung im falschen Moment geschlossen.
cause-origin-closed-early-visitor = Laden Sie die Seite neu; wenn das nicht hilft, warten Sie ab.
cause-origin-closed-early-owner = Suchen Sie im Log des Programms in derselben Sekunde: Absturz, Abbruch durch kill, eigenes Zeitlimit. Wenn nichts davon zu finden ist, vergleichen Sie, wie lange Gateway und Programm ruhende Verbindungen offen halten; das Programm muss sie länger halten.
cause-origin-closed-early-check = Im Fehlerlog des Gateways steht „prematurely closed connection“ oder Ähnliches; das Log des Systems zeigt zwangsweise beendete Prozesse.

cause-origin-invalid-response-title = Der Server hinter dem Gateway sendet etwas Unbrauchbares
cause-origin-invalid-response-means = Vom Server hinter dem Eingang der Website kam zwar eine Antwort, aber sie hält sich nicht an die Regeln des Web, deshalb kann der Eingang sie nicht weitergeben.
cause-origin-invalid-response-visitor = Nur abwarten; neu laden hilft selten.
cause-origin-invalid-response-owner = Fragen Sie das Programm direkt und sehen Sie sich die rohe Antwort an; prüfen Sie, ob das Gateway auf diesem Port dasselbe Protokoll spricht (http oder https, HTTP/1 oder HTTP/2, FastCGI).
cause-origin-invalid-response-check = `curl -v --raw { $speaks ->
    [http] { $url }
   *[no] http://ADDRESS:PORT/
}` zeigt die Antwort, wie sie ist; das Log des Gateways nennt die fehlerhafte Zeile.

cause-origin-header-too-large-title = Der Kopf der Antwort ist zu groß für das Gateway
cause-origin-header-too-large-means = Das Programm der Website sendet im Kopf seiner Antwort mehr Angaben, als der Eingang annimmt, meist große Cookies.
cause-origin-header-too-large-visitor = Löschen Sie die Cookies dieser Website und laden Sie die Seite neu; ein privates Fenster zeigt, ob das hilft.
cause-origin-header-too-large-owner = Verkleinern Sie die Cookies; erhöhen Sie bis dahin den Puffer des Gateways für Köpfe (in nginx `proxy_buffer_size` oder `fastcgi_buffer_size`).
cause-origin-header-too-large-check = Im Fehlerlog von nginx steht „upstream sent too big header“; `curl -sI { $speaks ->
    [http] { $url }
   *[no] ADDRESS
} | wc -c` zählt die Bytes.

cause-origin-tls-title = Gateway und Server dahinter können sich nicht auf Verschlüsselung einigen
cause-origin-tls-means = Auch die Strecke zwischen dem Eingang der Website und ihrem eigenen Server ist verschlüsselt, und dort passt das Zertifikat oder die Verschlüsselung nicht. Mit Ihrem Browser hat das nichts zu tun.
cause-origin-tls-visitor = Nur abwarten; suchen Sie den Fehler nicht in Ihren eigenen Einstellungen.
cause-origin-tls-owner = Sehen Sie sich das Zertifikat des Servers hinter dem Gateway an: Ablaufdatum, Name, Aussteller; erneuern Sie es, oder lassen Sie das Gateway unter dem Namen fragen, für den das Zertifikat gilt.
cause-origin-tls-check = `openssl s_client -connect { $known ->
    [server] { $server }
   *[no] ADDRESS:443
} -servername NAME` zeigt Zertifikat und Fehler so, wie das Gateway sie sieht.

cause-origin-dns-title = Das Gateway findet den Server dahinter nicht
cause-origin-dns-means = Der Eingang der Website schlägt die Adresse seines eigenen Servers unter einem Namen nach, und zu diesem Namen gibt es keine Adresse.
cause-origin-dns-visitor = Nur abwarten: Der Name, um den es geht, ist nicht der, den Sie eingegeben haben.
cause-origin-dns-owner = Sehen Sie nach, welcher Name im Gateway eingestellt ist und ob es ihn noch gibt; ein umbenannter oder gelöschter Server ist der übliche Grund.
cause-origin-dns-check = Auf dem Rechner des Gateways: `dig NAME` mit dem Namen aus seinen Einstellungen; in seinem Log steht „host not found“ oder „could not be resolved“.

cause-origin-no-route-title = Kein Weg vom Gateway zum Server dahinter
cause-origin-no-route-means = Das Netz zwischen dem Eingang der Website und ihrem Server hat keinen Weg dorthin: eine falsche Adresse, eine gekappte Leitung oder eine Firewall.
cause-origin-no-route-visitor = Nur abwarten.
cause-origin-no-route-owner = Prüfen Sie die Adresse des Servers in den Einstellungen des Gateways, dann Routen und Firewall zwischen den beiden Rechnern.
cause-origin-no-route-check = Auf dem Rechner des Gateways: `ip route get { $numeric ->
    [yes] { $host }
   *[no] ADDRESS
}`; im Log steht „no route to host“ oder „network is unreachable“.

cause-origin-overloaded-title = Der Server der Website hat zu viel zu tun
cause-origin-overloaded-means = Es kommen mehr Anfragen an, als der Server der Website bewältigen kann, deshalb weist er manche ab oder kommt nicht zu ihnen.
cause-origin-overloaded-visitor = Kommen Sie später wieder, und laden Sie nicht ständig neu: Das vergrößert den Andrang.
cause-origin-overloaded-owner = Sehen Sie sich Prozessor, Arbeitsspeicher und Datenbank an; stellen Sie fest, ob die Last von echten Besuchern oder von Robotern kommt, und dann: Cache nutzen, begrenzen oder mehr Leistung bereitstellen. Bis dahin kann das Gateway aufbewahrte Seiten ausgeben (`stale-if-error`; bei nginx `proxy_cache_use_stale`).
cause-origin-overloaded-check = Auf dem Server: `uptime`, `free -m` und die Zahl der Anfragen pro Minute im Zugriffslog.

cause-origin-connection-limit-title = Das eigene Limit des Gateways zum Server ist erreicht
cause-origin-connection-limit-means = Der Eingang darf nur eine bestimmte Zahl von Verbindungen zum Server dahinter halten, und alle sind belegt. Dem Server selbst kann es gut gehen.
cause-origin-connection-limit-visitor = Versuchen Sie es in einer Minute noch einmal.
cause-origin-connection-limit-owner = Sehen Sie nach, warum Verbindungen belegt bleiben (langsame Antworten, ein Ansturm), und erhöhen Sie dann das Limit oder beschleunigen Sie die Antworten.
cause-origin-connection-limit-check = Die Metriken oder das Log des Gateways nennen overflow, max_conn oder einen circuit breaker.

cause-origin-crashed-title = Das Programm der Website ist abgestürzt
cause-origin-crashed-means = Das Programm, das die Seiten erzeugt, hat sich von selbst beendet oder startet nicht.
cause-origin-crashed-visitor = Nur abwarten.
cause-origin-crashed-owner = Lesen Sie das Ende des Logs des Programms, machen Sie die letzte Änderung rückgängig, falls es damit begann, und starten Sie es wieder.
cause-origin-crashed-check = `systemctl status SERVICE` oder `docker ps -a` zeigt Neustarts und den Exit-Code.

cause-origin-app-error-title = Das Programm der Website meldet einen eigenen Fehler
cause-origin-app-error-means = Die Anfrage hat das Programm erreicht, das die Seiten erzeugt, und dort trat ein Fehler auf. Alle Gateways haben ihre Arbeit getan.
cause-origin-app-error-visitor = Versuchen Sie eine andere Seite der Website; sagen Sie dem Betreiber, was Sie getan haben, als der Fehler kam.
cause-origin-app-error-owner = Suchen Sie diese Anfrage im Log des Programms selbst: Dort stehen der Fehler und seine Stelle. Am Gateway ist nichts zu ändern. Begann es mit einem Plug-in oder Modul, schalten Sie die Hälfte davon aus, prüfen Sie erneut und machen Sie mit der Hälfte weiter, die den Unterschied macht.
cause-origin-app-error-check = Das Log des Programms zur Zeit der Anfrage; auf der Fehlerseite stehen die Worte des Programms selbst.

cause-pool-empty-title = Hinter dem Gateway ist kein Server funktionsfähig
cause-pool-empty-means = Der Eingang kennt die Server, die er fragen darf, und hält alle für ausgefallen, oder es gibt keine.
cause-pool-empty-visitor = Nur abwarten.
cause-pool-empty-owner = Sehen Sie nach, wie viele Server im Pool sind und wonach ihr Health-Check fragt: Oft bekommt der Health-Check selbst eine falsche Antwort, zum Beispiel eine Weiterleitung oder eine Anmeldeseite.
cause-pool-empty-check = Die Statusseite oder Konsole des Gateways zeigt den Zustand jedes Servers und den Grund.

cause-pool-partial-title = Einige der Server hinter dem Gateway sind ausgefallen
cause-pool-partial-means = Die Website hat mehrere Server; das Gateway schickt Besucher noch zu einem, der nicht funktioniert, deshalb schlagen manche Anfragen fehl und andere nicht.
cause-pool-partial-visitor = Laden Sie die Seite neu: Der nächste Versuch erreicht vielleicht einen funktionierenden Server.
cause-pool-partial-owner = Fragen Sie jeden Server direkt, nehmen Sie den ausgefallenen heraus und richten Sie einen Health-Check ein, der ihn gefunden hätte.
cause-pool-partial-check = Das Zugriffslog des Gateways mit der Adresse des Servers zu jeder Anfrage: Die Fehler treffen dieselbe Adresse.

cause-app-socket-missing-title = Die Türdatei zum Programm der Website ist nicht da
cause-app-socket-missing-means = Auf dem Rechner der Website treffen sich Gateway und Programm an einer besonderen Datei. Diese Datei gibt es nicht, meist weil das Programm nicht läuft.
cause-app-socket-missing-visitor = Nur abwarten.
cause-app-socket-missing-owner = Starten Sie das Programm (PHP-FPM, Gunicorn, …) und vergleichen Sie den Pfad des Sockets in seinen Einstellungen mit dem in denen des Gateways.
cause-app-socket-missing-check = `ls -l { $known ->
    [socket] { $path }
   *[no] PATH
}` für den Socket; im Log des Gateways steht „No such file or directory“.

cause-app-socket-permission-title = Das Gateway darf die Türdatei zum Programm der Website nicht nutzen
cause-app-socket-permission-means = Die Datei, an der sich Gateway und Programm treffen, gibt es, aber das Gateway hat kein Recht, sie zu nutzen.
cause-app-socket-permission-visitor = Nur abwarten.
cause-app-socket-permission-owner = Geben Sie dem Benutzer des Gateways Zugriff auf den Socket: Besitzer, Gruppe und Modus der Datei sowie Rechte auf jeden Ordner darüber; danach SELinux oder AppArmor.
cause-app-socket-permission-check = `namei -l { $known ->
    [socket] { $path }
   *[no] PATH
}` zeigt die Rechte von Datei und Ordnern; im Log des Gateways steht „Permission denied“.

cause-app-workers-exhausted-title = Alle Worker des Programms der Website sind beschäftigt
cause-app-workers-exhausted-means = Das Programm kann eine feste Zahl von Anfragen gleichzeitig bearbeiten, und jeder Platz ist belegt.
cause-app-workers-exhausted-visitor = Versuchen Sie es in ein paar Minuten noch einmal, ohne ständig neu zu laden.
cause-app-workers-exhausted-owner = Stellen Sie fest, was die Worker aufhält (langsame Datenbankabfragen, Aufrufe anderer Dienste), und erhöhen Sie erst dann ihre Zahl, soweit der Arbeitsspeicher reicht.
cause-app-workers-exhausted-check = Im Log von PHP-FPM steht „reached pm.max_children“; andere haben eine Statusseite mit beschäftigten und freien Workern.

cause-app-timeout-killed-title = Das Programm der Website wurde beendet, weil es zu lange brauchte
cause-app-timeout-killed-means = Ein Wächter hat das Programm mitten in dieser Anfrage beendet, weil es länger lief, als es darf.
cause-app-timeout-killed-visitor = Versuchen Sie etwas Kleineres, etwa eine kürzere Suche, oder kommen Sie später wieder.
cause-app-timeout-killed-owner = Machen Sie diese Anfrage schneller oder verlegen Sie die Arbeit in den Hintergrund; erhöhen Sie das Limit nur für eine Anfrage, die es braucht.
cause-app-timeout-killed-check = Im Log des Programms steht „worker timeout“ oder „maximum execution time“; alle Fehler kommen nach derselben Zeit.

cause-app-out-of-memory-title = Dem Programm der Website ging der Arbeitsspeicher aus
cause-app-out-of-memory-means = Das Programm brauchte mehr Arbeitsspeicher, als es haben darf, und wurde beendet.
cause-app-out-of-memory-visitor = Nur abwarten.
cause-app-out-of-memory-owner = Stellen Sie fest, was gewachsen ist: eine einzelne große Anfrage, ein Speicherleck oder zu viele Worker für diesen Rechner; verringern Sie die Zahl der Worker oder geben Sie dem Rechner mehr Arbeitsspeicher.
cause-app-out-of-memory-check = `journalctl -k | grep -i "out of memory"` auf dem Server; Exit-Code 137 in Containern.

cause-gateway-misconfigured-title = Die Einstellungen des Gateways sind falsch
cause-gateway-misconfigured-means = Der Eingang der Website ist so eingerichtet, dass er seine Arbeit nicht tun kann: eine falsche Adresse, ein falscher Port, ein falscher Name oder eine falsche Regel.
cause-gateway-misconfigured-visitor = Nur abwarten.
cause-gateway-misconfigured-owner = Gehen Sie zu den letzten Einstellungen zurück, die funktioniert haben, und vergleichen Sie dann Adresse, Port und Protokoll des Servers dahinter mit dem, was das Gateway nutzt.
cause-gateway-misconfigured-check = Lassen Sie das Gateway seine Einstellungen prüfen: `nginx -t`, `apachectl configtest`, `haproxy -c -f FILE`; sein Log nennt die Einstellung.

cause-gateway-file-limit-title = Das Gateway darf keine weiteren Dateien öffnen
cause-gateway-file-limit-means = Jede Verbindung zählt als offene Datei, und der Eingang der Website hat die Zahl erreicht, die er haben darf.
cause-gateway-file-limit-visitor = Versuchen Sie es in ein paar Minuten noch einmal.
cause-gateway-file-limit-owner = Erhöhen Sie das Limit für offene Dateien dieses Dienstes (`LimitNOFILE`, `worker_rlimit_nofile`) und suchen Sie nach Verbindungen, die nie geschlossen werden.
cause-gateway-file-limit-check = Im Log des Gateways steht „Too many open files“; `cat /proc/PID/limits` zeigt das Limit.

cause-gateway-disk-full-title = Die Festplatte des Gateways ist voll
cause-gateway-disk-full-means = Der Eingang der Website will kurz etwas speichern und hat keinen Platz.
cause-gateway-disk-full-visitor = Nur abwarten.
cause-gateway-disk-full-owner = Schaffen Sie Platz, meist belegen ihn alte Logs, und sorgen Sie dafür, dass sie rotiert werden.
cause-gateway-disk-full-check = `df -h` und `df -i` auf dem Gateway; in seinem Log steht „No space left on device“.

cause-gateway-overloaded-title = Das Gateway selbst hat zu viel zu tun
cause-gateway-overloaded-means = Der Eingang der Website hat mehr Verbindungen, als er tragen kann.
cause-gateway-overloaded-visitor = Versuchen Sie es in ein paar Minuten noch einmal.
cause-gateway-overloaded-owner = Erhöhen Sie die Zahl der Verbindungen pro Worker und stellen Sie fest, woher die vielen Verbindungen kommen.
cause-gateway-overloaded-check = nginx meldet „worker_connections are not enough“; `ss -s` zählt die Verbindungen.

cause-edge-internal-title = Das Gateway oder CDN der Website ist selbst gestört
cause-edge-internal-means = Der Dienst vor der Website hat eigene Schwierigkeiten; dem Server der Website kann es gut gehen.
cause-edge-internal-visitor = Versuchen Sie es in ein paar Minuten noch einmal; viele andere Websites können genauso ausfallen.
cause-edge-internal-owner = Sehen Sie auf die Statusseite des Anbieters und schicken Sie dann seinem Support die Nummer der Anfrage.
cause-edge-internal-check = Fragen Sie den Server dahinter direkt; wenn er antwortet, liegt es am Dienst davor.

cause-edge-blocked-title = Der Eingang der Website weist diese Anfrage ab
cause-edge-blocked-means = Eine Regel der Website weist diesen Besucher, dieses Netz, dieses Land oder diese Art von Anfrage ab. Das ist eine Entscheidung, kein Ausfall.
cause-edge-blocked-visitor = Versuchen Sie es aus einem anderen Netz, ohne VPN; sonst schreiben Sie der Website, mit der Nummer der Anfrage, wenn die Seite eine zeigt.
cause-edge-blocked-owner = Suchen Sie im Log der Firewall nach der Nummer der Anfrage und sehen Sie nach, ob die Regel die Richtigen trifft.
cause-edge-blocked-check = Aus einem anderen Netz öffnet sich dieselbe Seite; das Log der Firewall nennt die Regel.

cause-edge-unreachable-title = Der Eingang der Website ist nicht erreichbar
cause-edge-unreachable-means = An der Adresse der Website antwortet niemand: Der Rechner ist aus, der Dienst ist angehalten, oder eine Firewall ist geschlossen.
cause-edge-unreachable-visitor = Nur abwarten, wenn andere Websites funktionieren.
cause-edge-unreachable-owner = Stellen Sie sicher, dass der Rechner an ist und der Webserver läuft, und dann, dass die Ports 80 und 443 nach außen offen sind. Macht ein einziger Rechner alles, hält beim nächsten Mal ein zweiter die Website am Laufen.
cause-edge-unreachable-check = Von anderswo: `nc -vz NAME 443`; auf dem Rechner: `ss -ltn`.

cause-rate-limited-title = Zu viele Anfragen von hier
cause-rate-limited-means = Die Website lässt jeden Besucher nur so und so oft fragen, und dieser Besucher oder andere hinter derselben Adresse haben zu oft gefragt.
cause-rate-limited-visitor = Warten Sie ein paar Minuten, ohne neu zu laden; gemeinsam genutzte Netze und VPNs erreichen das Limit früher.
cause-rate-limited-owner = Sehen Sie nach, welches Limit griff und ob es viele Menschen hinter einer Adresse als einen zählt.
cause-rate-limited-check = Statuscode 429 oder der Header `Retry-After`; im Log von nginx steht „limiting requests“.

cause-maintenance-title = An der Website wird gearbeitet
cause-maintenance-means = Der Betreiber hat die Website absichtlich für eine Weile geschlossen.
cause-maintenance-visitor = Kommen Sie später wieder; vielleicht sagt die Seite, wann.
cause-maintenance-owner = Wenn die Arbeit beendet ist, schalten Sie den Wartungsmodus aus; in WordPress hält ihn eine liegen gebliebene Datei `.maintenance` an. Bei geplanten Arbeiten antworten Sie mit 503 und `Retry-After`: Suchmaschinen kommen dann wieder, während sie bei langem 502 Seiten streichen.
cause-maintenance-check = Die Worte der Seite und der Header `Retry-After`.

cause-request-header-too-large-title = Die Anfrage trägt zu viel mit sich, meist Cookies
cause-request-header-too-large-means = Ihr Browser schickt mit, was die Website in ihm gespeichert hat, und das ist größer geworden, als die Website annimmt. Andere sind nicht betroffen.
cause-request-header-too-large-visitor = Löschen Sie die Cookies dieser Website und laden Sie die Seite neu.
cause-request-header-too-large-owner = Speichern Sie weniger in Cookies; erhöhen Sie vorerst das Limit für Köpfe (`large_client_header_buffers`, `LimitRequestFieldSize`).
cause-request-header-too-large-check = Ein privates Fenster funktioniert, das normale nicht.

cause-request-body-too-large-title = Der Upload ist zu groß
cause-request-body-too-large-means = Was gesendet wurde, ist größer, als der Eingang der Website annimmt.
cause-request-body-too-large-visitor = Senden Sie eine kleinere Datei, oder senden Sie sie in Teilen.
cause-request-body-too-large-owner = Erhöhen Sie das Limit in jedem Gateway auf dem Weg und im Programm (`client_max_body_size`, `upload_max_filesize`).
cause-request-body-too-large-check = Statuscode 413; ein kleiner Upload funktioniert.

cause-redirect-loop-title = Die Website schickt ihre Besucher im Kreis herum
cause-redirect-loop-means = Jede Seite sagt, dass die Seite woanders liegt, und so weiter ohne Ende.
cause-redirect-loop-visitor = Löschen Sie einmal die Cookies dieser Website; wenn das nicht hilft, warten Sie ab.
cause-redirect-loop-owner = Suchen Sie nach zwei Regeln, die einander aufheben: http zu https auf einer Ebene und zurück auf einer anderen, oder www und der Name ohne www. Hinter einem CDN ist es meist dessen Verschlüsselungsmodus.
cause-redirect-loop-check = `curl -sIL --max-redirs 10 { $asks ->
    [page] { $page }
   *[no] ADDRESS
} | grep -i ^location` zeigt den Kreis.

cause-http2-protocol-error-title = Das neuere Web-Protokoll funktioniert nicht
cause-http2-protocol-error-means = Einer der beiden Beteiligten spricht HTTP/2 oder HTTP/3 falsch, deshalb bricht die Verbindung ab, obwohl es die Seite gibt.
cause-http2-protocol-error-visitor = Laden Sie die Seite neu oder nehmen Sie einen anderen Browser.
cause-http2-protocol-error-owner = Vergleichen Sie mit HTTP/1.1; suchen Sie nach Headern, die HTTP/2 verbietet, und aktualisieren Sie das Gateway.
cause-http2-protocol-error-check = `curl --http1.1 -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` funktioniert und `curl --http2 -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` nicht.

cause-site-not-found-title = Dieser Name ist hier nicht eingerichtet
cause-site-not-found-means = Der Rechner, der antwortet, kennt keine Website dieses Namens.
cause-site-not-found-visitor = Prüfen Sie die Schreibweise der Adresse; sonst ist die Website umgezogen oder entfernt worden.
cause-site-not-found-owner = Tragen Sie den Namen im Gateway oder auf der Plattform ein, oder lassen Sie das DNS des Namens dorthin zeigen, wo die Website jetzt ist.
cause-site-not-found-check = Die Liste der Domains auf der Plattform; `dig NAME` zeigt, wohin der Name führt.

cause-quota-exceeded-title = Der Tarif der Website ist ausgeschöpft
cause-quota-exceeded-means = Der Hosting-Anbieter hat die Website angehalten, weil ein Limit erreicht oder eine Rechnung fällig war.
cause-quota-exceeded-visitor = Nur abwarten.
cause-quota-exceeded-owner = Sehen Sie in der Konsole des Hosting-Anbieters nach: welches Limit, bis wann; wechseln Sie in einen größeren Tarif oder stellen Sie fest, was ihn aufgebraucht hat.
cause-quota-exceeded-check = Die Konsole oder eine E-Mail des Hosting-Anbieters; Statuscode 402, 508 oder 509.

cause-tls-certificate-expired-title = Das Zertifikat der Website ist abgelaufen
cause-tls-certificate-expired-means = Der Ausweis der Website gilt nur eine Zeit lang, und niemand hat ihn erneuert.
cause-tls-certificate-expired-visitor = Prüfen Sie das Datum auf Ihrem Gerät; wenn es stimmt, warten Sie und geben Sie auf der Website keine Passwörter ein.
cause-tls-certificate-expired-owner = Erneuern Sie das Zertifikat, laden Sie es in das Gateway und stellen Sie fest, warum die Erneuerung nicht gelaufen ist.
cause-tls-certificate-expired-check = `openssl s_client -connect NAME:443 -servername NAME | openssl x509 -noout -dates`.

cause-tls-certificate-name-title = Das Zertifikat der Website gilt für einen anderen Namen
cause-tls-certificate-name-means = Der Rechner, der antwortet, weist sich als jemand aus, aber nicht als die Website, die Sie aufgerufen haben.
cause-tls-certificate-name-visitor = Versuchen Sie die Adresse mit oder ohne www; übergehen Sie die Warnung nicht.
cause-tls-certificate-name-owner = Lassen Sie das Zertifikat für jeden Namen ausstellen, den Besucher nutzen, und sorgen Sie dafür, dass das Gateway das richtige wählt.
cause-tls-certificate-name-check = `openssl s_client -connect NAME:443 -servername NAME | openssl x509 -noout -ext subjectAltName`.

cause-tls-untrusted-title = Niemand Bekanntes bürgt für das Zertifikat der Website
cause-tls-untrusted-means = Der Ausweis der Website wurde von jemandem ausgestellt, den Browser nicht kennen, oder in der Kette fehlt ein Glied.
cause-tls-untrusted-visitor = Übergehen Sie die Warnung nicht; warten Sie, bis der Betreiber das behoben hat.
cause-tls-untrusted-owner = Senden Sie mit dem Zertifikat die ganze Kette, und nehmen Sie einen Aussteller, den Browser kennen.
cause-tls-untrusted-check = `openssl s_client -connect NAME:443 -servername NAME` endet mit einem „verify error“.

cause-tls-handshake-title = Mit der Website kommt keine Verschlüsselung zustande
cause-tls-handshake-means = Ihr Gerät und die Website fanden keine gemeinsame Art zu verschlüsseln, oder die Website brach ab, während sie es versuchten.
cause-tls-handshake-visitor = Öffnen Sie eine andere Website mit https: Wenn das funktioniert, warten Sie, bis die gestörte Website den Fehler behebt; wenn auch das nicht funktioniert, aktualisieren Sie den Browser oder das Gerät.
cause-tls-handshake-owner = Prüfen Sie, welche Versionen und Verschlüsselungsverfahren das Gateway anbietet und ob der Port wirklich TLS spricht.
cause-tls-handshake-check = `openssl s_client -connect NAME:443 -servername NAME -tls1_2` und dasselbe mit `-tls1_3`.

cause-tls-intercepted-title = Jemand in Ihrer Nähe öffnet die verschlüsselte Verbindung
cause-tls-intercepted-means = Ein Sicherheitsprogramm oder ein Webfilter schaltet sich zwischen Sie und die Website und zeigt ein eigenes Zertifikat.
cause-tls-intercepted-visitor = Schalten Sie zur Probe die HTTPS-Prüfung des Programms aus, oder fragen Sie diejenigen, die Ihr Netz betreuen.
cause-tls-intercepted-owner = An der Website ist nichts zu beheben.
cause-tls-intercepted-check = Der Aussteller des Zertifikats nennt das Programm; aus einem anderen Netz ist es ein öffentlicher Aussteller.

cause-stale-dns-title = Eine alte Adresse der Website ist noch im Umlauf
cause-stale-dns-means = Die Website ist umgezogen, aber der Dienst, der für Sie Namen nachschlägt, gibt noch die alte Adresse heraus.
cause-stale-dns-visitor = Leeren Sie den DNS-Speicher dieses Geräts oder starten Sie den Router neu; sonst endet es binnen Stunden von selbst.
cause-stale-dns-owner = Lassen Sie den alten Server laufen, bis die Lebensdauer des alten Eintrags vorbei ist; achten Sie darauf, dass auch Gateways Namen neu nachschlagen.
cause-stale-dns-check = Vergleichen Sie `dig NAME` mit `dig NAME @NAMESERVER` der Website.

cause-resolver-failing-title = Der Dienst, der für Sie Namen nachschlägt, ist gestört
cause-resolver-failing-means = Der Name jeder Website muss zuerst in eine Nummer übersetzt werden (DNS). Der Dienst, der das für Sie tut, gibt keine oder falsche Antworten, während andere richtige geben.
cause-resolver-failing-visitor = Starten Sie den Router neu, oder stellen Sie vorerst einen anderen DNS-Dienst ein.
cause-resolver-failing-owner = An der Website ist nichts zu beheben, wenn andere Dienste sie finden.
cause-resolver-failing-check = `dig NAME` scheitert und `dig NAME @9.9.9.9` funktioniert.

cause-resolver-slow-title = Der Dienst, der für Sie Namen nachschlägt, ist langsam
cause-resolver-slow-means = Den Namen der Website in eine Nummer zu übersetzen dauert so lange, dass Seiten nicht zu laden scheinen.
cause-resolver-slow-visitor = Starten Sie den Router neu, oder versuchen Sie einen anderen DNS-Dienst.
cause-resolver-slow-owner = An der Website ist nichts zu beheben, wenn andere Dienste schnell sind.
cause-resolver-slow-check = Die Zeile „Query time“ von `dig NAME`, mehrmals nacheinander.

cause-resolver-hijack-title = Der Dienst, der Namen nachschlägt, nennt eine erfundene Adresse
cause-resolver-hijack-means = Statt der Adresse der Website nennt er eine andere, um die Website zu sperren oder etwas anderes zu zeigen.
cause-resolver-hijack-visitor = Fragen Sie diejenigen, die Ihr Netz betreuen; stellen Sie einen anderen DNS-Dienst ein; geben Sie keine Passwörter ein.
cause-resolver-hijack-owner = An der Website ist nichts zu beheben, wenn andere die richtige Adresse bekommen.
cause-resolver-hijack-check = `dig NAME` und `dig NAME @9.9.9.9` unterscheiden sich, und die erste Adresse zeigt kein Zertifikat der Website.

cause-nxdomain-title = Den Namen der Website gibt es nicht
cause-nxdomain-means = Das Adressbuch des Internets (DNS) sagt, dass es keinen solchen Namen gibt.
cause-nxdomain-visitor = Prüfen Sie die Schreibweise; sonst gibt es die Website nicht mehr, oder ihr Name ist verfallen.
cause-nxdomain-owner = Sehen Sie nach, ob die Domain bezahlt ist und ihre Nameserver den Eintrag haben.
cause-nxdomain-check = `dig NAME` sagt NXDOMAIN; `whois DOMAIN` zeigt das Ablaufdatum.

cause-no-address-title = Der Name der Website hat keine Adresse
cause-no-address-means = Den Namen gibt es, aber es ist keine Nummer eingetragen, unter der die Website zu erreichen wäre.
cause-no-address-visitor = Versuchen Sie die Adresse mit oder ohne www.
cause-no-address-owner = Tragen Sie für diesen Namen einen A- oder AAAA-Eintrag ein.
cause-no-address-check = `dig NAME A` und `dig NAME AAAA` kommen ohne Antwort zurück.

cause-dnssec-bogus-title = Die Signatur des Namens der Website ist ungültig
cause-dnssec-bogus-means = Die Einträge der Website im Adressbuch des Internets sind signiert, und die Signatur passt nicht. Sorgfältige Dienste geben dann gar keine Adresse heraus.
cause-dnssec-bogus-visitor = Nur abwarten: Allein der Betreiber kann das beheben.
cause-dnssec-bogus-owner = Vergleichen Sie den DS-Eintrag bei der Registry mit den Schlüsseln der Zone, und erneuern Sie abgelaufene Signaturen.
cause-dnssec-bogus-check = `dig NAME` sagt SERVFAIL, und `dig +cd NAME` gibt eine Adresse.

cause-nameserver-failing-title = Die Nameserver der Website sind gestört
cause-nameserver-failing-means = Die Rechner, die den Eintrag der Website im Adressbuch des Internets führen, antworten nicht oder antworten mit Fehlern.
cause-nameserver-failing-visitor = Nur abwarten.
cause-nameserver-failing-owner = Sagen Sie es dem DNS-Anbieter, und prüfen Sie, ob es alle Nameserver bei der Registry gibt und ob sie die Zone kennen.
cause-nameserver-failing-check = `dig NAME @NAMESERVER` für jeden Nameserver aus `dig NS DOMAIN`.

cause-one-address-dead-title = Eine der Adressen der Website funktioniert nicht
cause-one-address-dead-means = Die Website hat mehrere Adressen, und eine davon liefert die Seite nicht, deshalb lädt sie bei manchen Besuchern oder manchmal nicht.
cause-one-address-dead-visitor = Laden Sie die Seite neu: Der Browser nimmt dann vielleicht die andere Adresse.
cause-one-address-dead-owner = Nehmen Sie die tote Adresse aus dem DNS oder bringen Sie den Rechner wieder in Gang.
cause-one-address-dead-check = `curl --resolve NAME:443:ADDRESS https://NAME/` für jede Adresse.

cause-ipv6-broken-title = Die neuere Art von Adressen (IPv6) funktioniert nicht
cause-ipv6-broken-means = Die Website oder Ihr Netz bietet zwei Arten von Adressen an; über die neuere Art kommt nichts an.
cause-ipv6-broken-visitor = Die meisten Browser wechseln von selbst; ein Neustart des Routers hilft, wenn auch andere Websites langsam sind.
cause-ipv6-broken-owner = Lassen Sie den Webserver auch an seiner IPv6-Adresse lauschen, oder entfernen Sie den AAAA-Eintrag.
cause-ipv6-broken-check = `curl -4 { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` funktioniert und `curl -6 { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` nicht.

cause-router-unreachable-title = Ihr Router antwortet nicht
cause-router-unreachable-means = Das Gerät, das Ihre Wohnung oder Ihr Büro mit dem Internet verbindet, ist von hier aus nicht erreichbar.
cause-router-unreachable-visitor = Prüfen Sie Kabel oder WLAN, gehen Sie näher heran, starten Sie den Router neu.
cause-router-unreachable-owner = An der Website ist nichts zu beheben.
cause-router-unreachable-check = Andere Geräte im selben Netz; `ping` an die Adresse des Routers.

cause-no-internet-title = Keine Verbindung zum Internet
cause-no-internet-means = Ihr Router antwortet, aber dahinter ist nichts erreichbar, ganz gleich welche Website.
cause-no-internet-visitor = Starten Sie den Router neu; sehen Sie dann nach, ob Ihr Internetanbieter eine Störung meldet.
cause-no-internet-owner = An der Website ist nichts zu beheben.
cause-no-internet-check = Auch andere Websites öffnen sich nicht, auf keinem Gerät dieses Netzes.

cause-captive-portal-title = In diesem Netz müssen Sie sich zuerst anmelden
cause-captive-portal-means = Gastnetze zeigen eine eigene Seite, bis Sie den Bedingungen zustimmen oder sich anmelden.
cause-captive-portal-visitor = Öffnen Sie irgendeine Seite, die mit http:// beginnt, und melden Sie sich dort an.
cause-captive-portal-owner = An der Website ist nichts zu beheben.
cause-captive-portal-check = Auf `curl -I http://neverssl.com/` antwortet das Netz mit einer eigenen Seite.

cause-port-blocked-title = Ihr Netz sperrt den Weg zu dieser Art von Dienst
cause-port-blocked-means = Webseiten nutzen bestimmte Türen (Ports), und Ihr Netz hält die Tür geschlossen, die diese Website braucht.
cause-port-blocked-visitor = Versuchen Sie ein anderes Netz, oder fragen Sie diejenigen, die dieses betreuen.
cause-port-blocked-owner = Bieten Sie die Website auf Port 443 an, der fast überall offen ist.
cause-port-blocked-check = Aus einem anderen Netz funktioniert `nc -vz { $asks ->
    [page] { $name } { $door }
   *[no] NAME PORT
}`.

cause-local-proxy-title = Ein Proxy oder Filter in Ihrer Nähe steht im Weg
cause-local-proxy-means = Ihr Gerät oder Netz schickt den Webverkehr durch ein Programm dazwischen, und dieses Programm ist gestört oder sperrt die Seite.
cause-local-proxy-visitor = Schalten Sie Proxy, VPN oder Webschutz zur Probe aus; fragen Sie im Büro diejenigen, die das Netz betreiben.
cause-local-proxy-owner = An der Website ist nichts zu beheben.
cause-local-proxy-check = Ohne den Proxy öffnet sich die Seite: `curl --noproxy '*' -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`.

cause-path-broken-title = Der Weg zwischen Ihnen und der Website ist unterbrochen
cause-path-broken-means = Ihre Verbindung funktioniert und die Website auch, aber zwischen den beiden Netzen kommt nichts durch.
cause-path-broken-visitor = Versuchen Sie ein anderes Netz, etwa das eines Handys; sagen Sie es Ihrem Internetanbieter.
cause-path-broken-owner = Sammeln Sie, von wo aus es nicht funktioniert, und schicken Sie das dem Netzwerkteam Ihres Hosting-Anbieters.
cause-path-broken-check = Aus anderen Netzen öffnet sich die Website; `traceroute` endet jedes Mal an derselben Stelle.

cause-browser-state-title = Etwas in diesem Browser Gespeichertes steht im Weg
cause-browser-state-means = Cookies, gespeicherte Seiten oder eine Erweiterung dieses Browsers stören die Anfrage; in anderen Browsern ist alles in Ordnung.
cause-browser-state-visitor = Versuchen Sie ein privates Fenster; löschen Sie dann die Daten dieser Website oder schalten Sie Erweiterungen nacheinander aus.
cause-browser-state-owner = Sehen Sie nach, ob alte Cookies Ihrer Website sie unbenutzbar machen können.
cause-browser-state-check = In einem privaten Fenster oder in einem anderen Browser öffnet sich die Seite.

cause-hosts-file-title = Auf diesem Gerät ist eine Adresse der Website von Hand eingetragen
cause-hosts-file-means = Eine Datei auf diesem Gerät gibt der Website eine andere Adresse, als der Rest der Welt nutzt.
cause-hosts-file-visitor = Entfernen Sie die Zeile aus der hosts-Datei, oder fragen Sie die Person, die sie eingetragen hat.
cause-hosts-file-owner = An der Website ist nichts zu beheben.
cause-hosts-file-check = Suchen Sie den Namen in `/etc/hosts`, unter Windows in `C:\Windows\System32\drivers\etc\hosts`.

cause-clock-skew-title = Die Uhr dieses Geräts geht falsch
cause-clock-skew-means = Zertifikate gelten zwischen zwei Zeitpunkten; bei falscher Uhr wirken gute abgelaufen oder noch nicht gültig.
cause-clock-skew-visitor = Stellen Sie Datum und Uhrzeit ein, am besten automatisch, und laden Sie die Seite neu.
cause-clock-skew-owner = An der Website ist nichts zu beheben.
cause-clock-skew-check = Vergleichen Sie die Uhr des Geräts mit einem Handy; viele Websites zeigen dieselbe Warnung.

cause-transient-title = Es ging kurz schief und funktioniert jetzt
cause-transient-means = Für kurze Zeit lief etwas schief, und das ist vorbei.
cause-transient-visitor = Laden Sie die Seite neu.
cause-transient-owner = Wenn es wiederkommt, sehen Sie sich diesen Moment in den Logs an: Neustarts und neu eingespielte Versionen sind die üblichen Gründe.
cause-transient-check = Dieselbe Anfrage gelingt mehrmals nacheinander.

cause-healthy-title = Die Website funktioniert
cause-healthy-means = Die Seite kam so, wie sie soll.
cause-healthy-visitor = Wenn Ihr Browser noch einen Fehler zeigt, laden Sie die Seite ohne ihre gespeicherte Kopie neu (Strg+F5).
cause-healthy-owner = Nichts zu tun.
cause-healthy-check = `curl -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}` bekommt die Antwort 200 oder das, was die Website sagen will.

cause-client-aborted-title = Auf Besucherseite wurde zuerst aufgelegt
cause-client-aborted-means = Die Anfrage wurde aufgegeben, bevor die Antwort fertig war: Die Seite wurde geschlossen oder neu geladen, oder etwas näher am Besucher verlor die Geduld.
cause-client-aborted-visitor = Laden Sie die Seite neu und lassen Sie ihr Zeit.
cause-client-aborted-owner = Viele davon mit derselben Dauer deuten auf ein Gateway davor mit kürzerem Zeitlimit hin, oder auf langsame Seiten.
cause-client-aborted-check = Das Zugriffslog zeigt 499 (nginx), 460 (Amazon) oder einen Zustand, der mit C beginnt (HAProxy).

cause-unknown-title = Die Ursache zeigt sich nicht
cause-unknown-means = Was von hier aus zu sehen ist, sagt nicht, warum es nicht funktioniert.
cause-unknown-visitor = Warten Sie eine Weile und versuchen Sie es noch einmal; sagen Sie es dem Betreiber, wenn es anhält.
cause-unknown-owner = Lesen Sie das Fehlerlog des Gateways zur Zeit der Anfrage: Eine Zeile dort sagt mehr als jeder Blick von außen.
cause-unknown-check = Das Fehlerlog des Gateways und eine Anfrage an den Server dahinter, ohne das Gateway.
