# Wie Zahlen, Größen, Zeiten und Listen geschrieben werden. Sie stehen in Sätzen und Tabellen.

form-under-a-millisecond = unter 1 ms
form-milliseconds = { $number } ms
# 2,5 s
form-parts-of-seconds = { $whole },{ $part } s
form-seconds = { $number } s
form-minutes = { $number } min
form-hours = { $number } h
form-bytes = { $number } B
form-kibibytes = { $number } KiB
form-mebibytes = { $number } MiB
# 24.11.2026, 10:00 Uhr UTC
form-time = { $day }.{ $month }.{ $year }, { $hour }:{ $minute } UTC
form-time-with-seconds = { $day }.{ $month }.{ $year }, { $hour }:{ $minute }:{ $second } UTC
# Ein Teil einer Liste hinter denen davor.
form-list = { $before }, { $next }
# Ein ganzer Satz hinter denen davor.
form-sentences = { $before } { $next }
form-no-connection = keine Verbindung
form-certificate = Zertifikat
form-no-answer = keine Antwort
form-broken-off = abgebrochen
form-unclear = unklar
# Warum etwas nicht versucht wurde:
form-not-reached = nicht erreicht
form-stopped = beendet, bevor eine Antwort kam
form-out-of-time = die Zeit für die Prüfung war um
form-not-answered-yet = es kam noch keine Antwort
form-service-silent = der Dienst hat noch nicht geantwortet
form-asked-else = es wurde etwas anderes gefragt
form-place-gone = der Ort war nicht da
form-no-status = die Antwort hat keinen Status
form-no-tunnel = der Proxy hat keinen Tunnel geöffnet
form-no-hop = nach keinem Zwischenschritt wurde gefragt
form-no-trace-here = der Weg kann auf diesem System noch nicht verfolgt werden
form-link-local = eine Link-local-Adresse braucht ihre Schnittstelle
form-no-entry = kein Eintrag
form-no-tool = kein Werkzeug, das die Tabelle liest
form-tool-silent = das Werkzeug hat nicht rechtzeitig geantwortet
form-reading-stopped = das Lesen wurde beendet
# Was dort steht, wo ein Server nichts gesagt hat oder nichts zu nennen ist:
form-without-a-word = ohne ein Wort
form-none = keine

form-no-kernel-log = das Kernel-Log sagt diesem Benutzer nichts
form-no-systemd = systemd läuft hier nicht
form-pools-closed = die Pools von PHP-FPM darf dieser Benutzer nicht lesen
form-no-pools = PHP-FPM hat an den üblichen Stellen keine Pools
form-no-file-system = kein Dateisystem ließ sich ansehen
form-no-way-to-look = Gatemend kann auf diesem System dort nicht nachsehen
