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
# Tausender und die drei Ziffern danach.
form-thousands = { $before }.{ $next }
# 24.11.2026, 10:00 Uhr UTC
form-time = { $day }.{ $month }.{ $year }, { $hour }:{ $minute } UTC
form-time-with-seconds = { $day }.{ $month }.{ $year }, { $hour }:{ $minute }:{ $second } UTC
form-time-here = { $day }.{ $month }.{ $year }, { $hour }:{ $minute }:{ $second }
# Ein Teil einer Liste hinter denen davor.
form-list = { $before }, { $next }
# Ein ganzer Satz hinter denen davor.
form-sentences = { $before } { $next }
# Wie etwas heißt, und was davon zu sagen ist.
form-titled = { $title }: { $text }
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

# Warum eine Datei nicht gelesen oder geschrieben, eine Einstellung nicht angesehen werden konnte:
form-no-file = eine solche Datei oder einen solchen Ordner gibt es nicht
form-no-access = der Zugriff ist nicht erlaubt
form-name-taken = etwas mit diesem Namen gibt es dort schon
form-path-no-folder = ein Teil des Pfads ist kein Ordner
form-a-folder = das ist ein Ordner
form-read-only = das Laufwerk ist schreibgeschützt
form-drive-full = das Laufwerk ist voll
form-no-space-left = dieser Benutzer hat keinen Speicherplatz mehr
form-too-large = die Datei ist zu groß
form-name-not-allowed = der Name ist zu lang oder hier nicht erlaubt
form-in-use = ein anderes Programm verwendet die Datei gerade
form-ends-early = die Datei endet zu früh
form-no-text = das ist kein Text
form-no-regular-file = das ist keine Datei
form-on-standard-input = das ist keine gewöhnliche Datei; übergeben Sie sie über die Standardeingabe
form-larger-than-a-case = die Datei ist größer als 64 MiB
form-no-case-file = das ist keine gespeicherte Prüfung
form-empty = sie ist leer
form-stopped-early = vor dem Ende angehalten
form-became-shorter = sie wurde kürzer, während sie gelesen wurde
form-standard-input = Standardeingabe
form-too-deep = zu viele Dateien binden einander ein
form-includes-itself = die Datei bindet sich selbst ein
form-not-permitted = nicht erlaubt
form-not-supported = von diesem System nicht unterstützt
form-system-error = das System meldet einen Fehler ({ $what })
form-not-here = { $what } gibt es hier nicht
form-too-many-addresses = { $what } hat mehr Adressen, als behalten werden
form-not-permitted-for = { $what }: nicht erlaubt
form-service-unreadable = die Antwort des Dienstes ist nicht lesbar
form-service-spent = der Dienst gibt vorerst keine Messungen mehr
form-service-spent-until = der Dienst gibt vorerst keine Messungen mehr; er kann in { $what } s wieder gefragt werden
form-service-nobody = der Dienst hat niemanden an diesen Orten
form-service-forgot = der Dienst kennt die Messung nicht mehr
form-register-none = dafür ist kein Register genannt
form-register-circle = ein Register nennt das andere, ohne Ende
form-register-unreadable = die Antwort des Registers ist nicht lesbar
form-leads-inside = sein Name führt ins eigene Netz
