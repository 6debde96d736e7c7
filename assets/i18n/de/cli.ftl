## The command line.

cli-no-verdict = Die Prüfung endete, bevor ein Befund möglich war.
cli-because = Warum
cli-next = Was zu tun ist
cli-tell = Wen Sie informieren
cli-leave-alone = Was nicht nötig ist
cli-alternatives = Es kann auch sein
cli-not-tested = Nicht geprüft
cli-steps = Prüfschritte
cli-who = Wer handeln muss
cli-why = Ursache
cli-confirm = So lässt es sich nachprüfen
cli-wrote = Geschrieben von
cli-status = Statuscode
cli-nobody-named = niemandem, der sich nennt
cli-log-of = { $name }, im eigenen Fehlerlog
cli-the-site = diese Website
cli-and-more = … und { $count } weitere
cli-report-hint = Es wurde kein Bericht gespeichert; mit --report report.html (oder .md, .txt) bekommen Sie einen zum Weitergeben.
cli-judged-anew = Nach den heutigen Regeln beurteilt
cli-judged-first = Beurteilt nach dem, was bis dahin zu sehen war

cli-confidence-certain = sicher
cli-confidence-strong = fast sicher
cli-confidence-likely = wahrscheinlich
cli-confidence-possible = möglich

cli-who-visitor = Sie
cli-who-owner = Betreiber der Website
cli-who-machine = Betreiber dieses Servers
cli-who-host = Hosting-Anbieter
cli-who-isp = Ihr Internetanbieter
cli-who-network-admin = Betreiber dieses Netzes
cli-who-nobody = Niemand

cli-watch-up = { $host } funktioniert
cli-watch-down = { $host } funktioniert nicht ({ $what })
cli-watch-doubtful = { $host }: ein Abruf schlug fehl ({ $what }); der nächste folgt bald
cli-watch-steady = { $host } funktioniert; das war ein einzelner Fehler
cli-watch-answers-again = { $host } antwortet wieder; zur Sicherheit folgt noch ein Abruf
cli-watch-back = { $host } ist wieder da. Dauer des Ausfalls: { $took }
cli-watch-back-gap = { $host } ist wieder da. Beobachtete Dauer des Ausfalls: { $took }; für { $unwatched } davon konnte niemand nachsehen
cli-watch-gap = { $host } wurde { $length } lang nicht beobachtet; das zählt weder als Betrieb noch als Ausfall
cli-watch-turned-away = { $host } weist dieses Programm ab ({ $what }); dieser Abruf zählt nicht, und der nächste kommt später
cli-watch-over = Die Zeit für die Beobachtung ist um.
cli-watch-stopped = Die Beobachtung wurde beendet.
cli-watch-last-up = Beim letzten Abruf, der zählt, funktionierte { $host }.
cli-watch-last-down = Beim letzten Abruf, der zählt, funktionierte { $host } nicht.
cli-watch-last-unseen = { $host } wurde nicht abgerufen.
cli-watch-own-line = Dieses Gerät hat keine Verbindung; dieser Abruf zählt nicht: { $host }
cli-watch-no-outage = { $looks ->
    [0] Es gab keinen Abruf.
    [one] Ein Abruf, kein Ausfall.
   *[other] { $failed ->
        [0] { $looks } Abrufe, kein Ausfall.
       *[other] { $looks } Abrufe, davon { $failed } fehlgeschlagen, kein Ausfall.
    }
}
cli-watch-sums = { $looks ->
    [one] Der einzige Abruf schlug fehl
   *[other] { $failed ->
        [one] Einer von { $looks } Abrufen schlug fehl
       *[other] { $failed } von { $looks } Abrufen schlugen fehl
    }
}, { $outages ->
    [one] ein Ausfall, Dauer { $down }.
   *[other] { $outages } Ausfälle, Dauer insgesamt { $down }.
}

cli-explain-usage = gatemend explain NAME sagt, was einer dieser Namen bedeutet, was zu tun ist und wie es sich nachprüfen lässt. Auch Statuscodes (502, „bad gateway“) und Fehler von Browsern (ERR_CONNECTION_REFUSED) sind bekannt.
cli-explain-place = Wer nach diesem Wort allein handeln muss: { $who }. Die übliche Ursache:
cli-explain-check = Mehr sagt ein Browser dazu nicht. `gatemend ADDRESS` stellt fest, wo es wirklich abbricht.
cli-explain-visitors = Wenn Sie die Website besuchen
cli-explain-wait = Laden Sie die Seite noch einmal und warten Sie dann: Nur die Website kann es beheben. Senden Sie ein Formular oder eine Zahlung erst wieder, wenn Sie wissen, dass die erste nicht ankam. Zeigt jede Website diesen Fehler, kommt er von einem Proxy, einem VPN oder einer Sicherheitssoftware in Ihrer Nähe.
cli-explain-owners = Wenn Sie die Website betreiben: die Ursachen, die wahrscheinlichste zuerst
cli-explain-owner = Wenn Sie die Website betreiben
cli-explain-rarer = Seltener
cli-explain-tell-apart = Die Nummer allein sagt nicht, welche es ist. `gatemend ADDRESS` sieht von außen nach, `gatemend logs FILE` liest das Fehlerlog des Gateways, und `gatemend explain { $cause }` sagt, wie sich eine nachprüfen lässt.
cli-explain-confirm = `gatemend ADDRESS` sieht nach, ob es so ist, und `gatemend explain { $cause }` sagt, wie es sich nachprüfen lässt.
cli-explain-deliberate = Soweit diese Nummer es zeigt, funktioniert die Website und antwortet mit Absicht so. Ob sie das soll, weiß nur ihr Betreiber.

# gatemend logs
cli-logs-read = Gelesene Zeilen
cli-logs-grown = sie wuchs um { $size }, während sie gelesen wurde; das ist nicht mitgezählt
cli-logs-statuses = Antworten nach Status
cli-logs-failed = Fehlgeschlagen: { $failed } von { $answers } Antworten ({ $percent } %)
cli-logs-peak = { $minutes ->
    [1] Die meisten in einer Minute: { $failed } von { $answers }, ab { $from }
   *[other] Die meisten in { $minutes } Minuten: { $failed } von { $answers }, ab { $from }
}
cli-logs-upstreams = Server hinter dem Gateway
cli-logs-pages = Seiten
cli-logs-consequence = Folge anderer Fehler
cli-logs-aside = für sich allein kein Grund für eine Fehlerseite
cli-logs-empty = leer, es wurde nichts hineingeschrieben
cli-logs-unlearnt = { $missing ->
    [time] Diese Zeilen können ein Zugriffslog in eigener Form sein, aber keine Spalte ist eindeutig eine Zeit.
    [page] Diese Zeilen können ein Zugriffslog in eigener Form sein, aber es ist nicht klar, welche Spalte die Seite ist.
    [status] Diese Zeilen können ein Zugriffslog in eigener Form sein, aber es ist nicht klar, welche Spalte der Status ist.
   *[other] Diese Zeilen haben keine Form, die sich aus ihnen lernen ließe.
} Nennen Sie die Spalten: --log-format '$remote_addr [$time_local] "$request" $status', wie sie bei nginx in log_format (bei Apache in LogFormat) stehen, oder übergeben Sie die Datei, die sie enthält: --config /etc/nginx/nginx.conf
cli-logs-hint = vielleicht: nur der Status sagt es
cli-logs-unrecognised = Zeilen unbekannter Art

cli-error-page = Die Seite ist geschrieben. Setzen Sie diese Zeilen in die Konfiguration des Gateways; der Status des Fehlers bleibt, wie er ist.
cli-on-server = Auf diesem Rechner werden diese Dateien und Befehle angesehen, nur lesend, und nichts wird gesendet:
cli-logs-incidents = Vorfälle, die größten nach Zeilen
cli-logs-other = { $kind ->
    [archive] Das ist ein Archiv mit mehreren Dateien. Entpacken Sie es und übergeben Sie die Logs darin.
    [journal] Das ist ein Journal von systemd. Übergeben Sie es als Text: journalctl -o short-iso -u nginx | gatemend logs -
    [page] Das ist eine Webseite und kein Log. `gatemend identify FILE` sagt, wer sie geschrieben hat.
    [case] Das ist eine gespeicherte Prüfung und kein Log. `gatemend show FILE` zeigt sie.
    [configuration] Das ist eine Konfiguration und kein Log. `gatemend check URL --as owner --config FILE` liest sie, und wo ihr Log liegt, sagt access_log oder error_log (oder Ähnliches) darin.
   *[other] Das ist kein Text und also kein Log, das sich lesen lässt.
}
cli-logs-own-looks = { $count ->
    [one] Eine dieser Antworten ging an Gatemend selbst. Sie ist nirgends mitgezählt, es sei denn, sonst schlug nichts fehl.
   *[other] { $count } dieser Antworten gingen an Gatemend selbst. Sie sind nirgends mitgezählt, es sei denn, sonst schlug nichts fehl.
}
cli-logs-names-left-out = Es gab mehr verschiedene Seiten und Server, als gezählt werden: Jede und jeder hat mindestens so viele Zeilen, wie hier stehen.
cli-logs-zone = Die Zeiten gelten in Ihrer eigenen Zeitzone ({ $zone }).
cli-logs-own-clock = Diese Logs nennen keine Zeitzone, ihre Zeiten stehen so da, wie ihre eigene Uhr sie zeigte: { $logs }.
log-format-nginx-error = Fehlerlog von nginx
log-format-haproxy = HAProxy-Log
log-format-access = Zugriffslog
log-format-apache-error = Fehlerlog von Apache
log-format-php-fpm = PHP-FPM-Log
log-format-envoy = Zugriffslog von Envoy
log-format-aws-alb = Log des AWS-Load-Balancers
log-format-aws-clb = Log des AWS Classic Load Balancer
log-format-cloudfront = CloudFront-Log
log-format-iis = IIS-Log
log-format-httperr = Fehlerlog von HTTP.sys
log-format-squid = Zugriffslog von Squid
log-format-json = Log aus JSON-Objekten
log-format-kernel = Kernel-Log
log-format-bracketed = Log mit Zeiten in Klammern
log-format-syslog = Systemlog
log-format-uwsgi-request = Anfragelog von uWSGI
log-format-uwsgi = uWSGI-Log
log-format-catalina = Tomcat-Log
log-format-dated = Log mit Datum
log-format-own = eigenes Format { $name }

# gatemend check --list-contacts, und die Liste im Fenster
contacts-site = { $site } (auch die Adresse mit oder ohne www, und wohin sie weiterleitet)
contacts-some-site = die Website (auch die Adresse mit oder ohne www, und wohin sie weiterleitet)
contacts-origin = { $ip } (der Server hinter dem Gateway, wie Sie ihn genannt haben)
contacts-router = Ihr Router
contacts-servers = Ihre DNS-Server
contacts-authoritative = die eigenen DNS-Server der Domain
contacts-proxy = der eingestellte Proxy
contacts-probes = die DNS-Server werden auch nach ipv4only.arpa und nach einem Namen gefragt, den es nicht gibt; 192.0.2.53, wo niemand DNS betreibt, wird einmal gefragt, um zu sehen, ob jemand an seiner Stelle antwortet
contacts-vantage = die Sicht von anderen Orten ({ $service }): sie erfährt den Namen der Website, die Adresse Ihres Servers, wenn Sie sie genannt haben, und sieht Ihre Internetadresse; ihre Ergebnisse kann sieben Tage lang lesen, wer ihre Nummer kennt
contacts-registers = die Register der Domains und Adressen, gefunden über { $list }, und die, die sie nennen: sie erfahren die Domain der Website und eine ihrer Adressen, um zu sagen, wem man schreiben kann
