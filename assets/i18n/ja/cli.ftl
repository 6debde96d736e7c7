## The command line.

cli-no-verdict = 判定が出る前に診断が終了しました。
cli-because = 判断の根拠
cli-next = 対処
cli-tell = 連絡先
cli-leave-alone = しなくてよいこと
cli-alternatives = ほかに考えられる原因
cli-not-tested = 確認していないこと
cli-steps = 検査
cli-who = 対処する人
cli-why = 原因
cli-confirm = 確かめる方法
cli-wrote = 作成元
cli-status = ステータス
cli-nobody-named = 不明（名前の記載なし）
cli-log-of = { $name }（エラーログ）
cli-the-site = サイト
cli-and-more = …ほか{ $count }件
cli-report-hint = レポートは保存していません。送付用に作成するには、--report report.html（または.md、.txt）を付けてください。
cli-judged-anew = 現在のルールによる判定
cli-judged-first = 当時の観測による判定

cli-confidence-certain = 確実
cli-confidence-strong = ほぼ確実
cli-confidence-likely = 可能性が高い
cli-confidence-possible = 可能性がある

cli-who-visitor = あなた
cli-who-owner = サイト運営者
cli-who-machine = そのサーバーの管理者
cli-who-host = ホスティング事業者
cli-who-isp = プロバイダー
cli-who-network-admin = このネットワークの管理者
cli-who-nobody = 対処不要

cli-watch-up = { $host }は正常です
cli-watch-down = { $host }がエラーになっています（{ $what }）
cli-watch-doubtful = { $host }が1回エラーになりました（{ $what }）。まもなく再確認します
cli-watch-steady = { $host }は正常です。エラーは1回だけでした
cli-watch-answers-again = { $host }が再び応答しました。念のため、もう一度確認します
cli-watch-back = { $host }が復旧しました。停止時間：{ $took }
cli-watch-back-gap = { $host }が復旧しました。停止時間：{ $took }（うち、確認できなかった時間：{ $unwatched }）
cli-watch-gap = { $host }を監視していない時間がありました：{ $length }（正常とも停止とも数えません）
cli-watch-turned-away = { $host }がこのプログラムを拒否しています（{ $what }）。今回の確認は数えず、次の確認を遅らせます
cli-watch-over = 監視時間が終了しました。
cli-watch-stopped = 監視を中止しました。
cli-watch-last-up = 最後の有効な確認では、{ $host }は正常でした。
cli-watch-last-down = 最後の有効な確認では、{ $host }はエラーになっていました。
cli-watch-last-unseen = { $host }は確認していません。
cli-watch-own-line = この端末が接続されていません。{ $host }への今回の確認は数えません
cli-watch-no-outage = { $looks ->
    [0] 一度も確認していません。
   *[other] { $failed ->
        [0] 確認{ $looks }回、障害なし。
       *[other] 確認{ $looks }回、うち失敗{ $failed }回、障害なし。
    }
}
cli-watch-sums = 確認{ $looks }回のうち{ $failed }回が失敗、{ $outages ->
    [1] 障害1回、長さ{ $down }。
   *[other] 障害{ $outages }回、合計{ $down }。
}

cli-explain-usage = gatemend explain NAMEは、各用語の意味、対処、確かめる方法を表示します。ステータス（502、「bad gateway」）やブラウザーのエラー（ERR_CONNECTION_REFUSED）にも対応しています。
cli-explain-place = この語だけから判断した、対処する人：{ $who }。よくある原因：
cli-explain-check = ブラウザーが示す情報はここまでです。実際にどこで問題が起きているかは、`gatemend ADDRESS`で調べられます。
cli-explain-visitors = サイトを閲覧している場合
cli-explain-wait = ページをもう一度だけ読み込み、その後は待ってください。直せるのはサイト側だけです。フォームや支払いは、最初のものが届いていないとわかるまで送り直さないでください。どのサイトでもこのエラーが出る場合は、手元のプロキシ、VPN、セキュリティソフトが原因です。
cli-explain-owners = サイトを運営している場合：原因（可能性の高い順）
cli-explain-owner = サイトを運営している場合
cli-explain-rarer = より少ない原因
cli-explain-tell-apart = この番号だけでは、どれが原因かはわかりません。`gatemend ADDRESS`は外から調べ、`gatemend logs FILE`はゲートウェイのエラーログを読み、`gatemend explain { $cause }`は確かめる方法を示します。
cli-explain-confirm = そのとおりかどうかは`gatemend ADDRESS`で調べられます。確かめる方法は`gatemend explain { $cause }`が示します。
cli-explain-deliberate = この番号からわかる範囲では、サイトは動作していて、意図してこう答えています。それが正しいかどうかは、サイト運営者にしかわかりません。

# gatemend logs
cli-logs-read = 読み取った行数
cli-logs-grown = 読み取り中に{ $size }増えましたが、その分は数えていません
cli-logs-statuses = ステータス別の応答
cli-logs-failed = 失敗：応答{ $answers }件のうち{ $failed }件（{ $percent } %）
cli-logs-peak = { $minutes ->
    [1] 最も多い1分間：{ $from }から、{ $answers }件のうち{ $failed }件
   *[other] 最も多い{ $minutes }分間：{ $from }から、{ $answers }件のうち{ $failed }件
}
cli-logs-upstreams = 背後のサーバー
cli-logs-pages = ページ
cli-logs-consequence = ほかの失敗の結果
cli-logs-aside = それだけではエラーページの理由にならないもの
cli-logs-empty = 空です。何も書き込まれていません
cli-logs-unlearnt = { $missing ->
    [time] これらの行は独自の書式のアクセスログかもしれませんが、時刻だと明らかに分かる列がありません。
    [page] これらの行は独自の書式のアクセスログかもしれませんが、どの列がページかがはっきりしません。
    [status] これらの行は独自の書式のアクセスログかもしれませんが、どの列がステータスかがはっきりしません。
   *[other] これらの行には、読み取れる決まった書式がありません。
} 列を指定してください：--log-format '$remote_addr [$time_local] "$request" $status'（nginxのlog_formatまたはApacheのLogFormatのとおりに）。または、書式の書かれたファイルを渡してください：--config /etc/nginx/nginx.conf
cli-logs-hint = 可能性：ステータスだけからの推測
cli-logs-unrecognised = 未知の種類の行数

cli-error-page = ページを書き出しました。次の行をゲートウェイの設定に入れてください。エラーのステータスはそのまま保たれます。
cli-on-server = このマシンで、次のファイルとコマンドを読み取りだけで調べます。何も送信しません：
cli-logs-incidents = 発生した障害（行数の多い順）
cli-logs-other = { $kind ->
    [archive] 複数のファイルをまとめたアーカイブです。展開して、中のログを渡してください。
    [journal] systemdのジャーナルです。テキストにして渡してください：journalctl -o short-iso -u nginx | gatemend logs -
    [page] ログではなくWebページです。誰が書いたかは`gatemend identify FILE`で調べられます。
    [case] ログではなく診断ファイルです。`gatemend show FILE`で表示できます。
    [configuration] ログではなく設定ファイルです。`gatemend check URL --as owner --config FILE`で読み込めます。ログの場所は、その中のaccess_logやerror_logなどにあります。
   *[other] テキストではないため、ログとして読めません。
}
cli-logs-own-looks = このうち{ $count }件はGatemend自身への応答です。ほかに失敗がない場合を除き、どの数にも含めていません。
cli-logs-names-left-out = 数えられる数を超える種類のページやサーバーがありました。ここに示す行数は、それぞれの下限です。
cli-logs-zone = 時刻はお使いのタイムゾーン（{ $zone }）で示しています。
cli-logs-own-clock = 次のログにはタイムゾーンがないため、時刻はログ自身の時計のとおりに示しています：{ $logs }。
log-format-nginx-error = nginxのエラーログ
log-format-haproxy = HAProxyのログ
log-format-access = アクセスログ
log-format-apache-error = Apacheのエラーログ
log-format-php-fpm = PHP-FPMのログ
log-format-envoy = Envoyのアクセスログ
log-format-aws-alb = AWSロードバランサーのログ
log-format-aws-clb = AWS Classic Load Balancerのログ
log-format-cloudfront = CloudFrontのログ
log-format-iis = IISのログ
log-format-httperr = HTTP.sysのエラーログ
log-format-squid = Squidのアクセスログ
log-format-json = JSONオブジェクトのログ
log-format-kernel = カーネルのログ
log-format-bracketed = 時刻が括弧付きのログ
log-format-syslog = システムログ
log-format-uwsgi-request = uWSGIのリクエストログ
log-format-uwsgi = uWSGIのログ
log-format-catalina = Tomcatのログ
log-format-dated = 日付のあるログ
log-format-own = 独自の形式{ $name }

# gatemend check --list-contacts とウィンドウの一覧
contacts-site = { $site }（wwwの有無が異なるアドレス、転送先を含む）
contacts-some-site = サイト（wwwの有無が異なるアドレス、転送先を含む）
contacts-origin = { $ip }（指定された、ゲートウェイの背後のサーバー）
contacts-router = ルーター
contacts-servers = お使いのDNSサーバー
contacts-authoritative = ドメイン自身のDNSサーバー
contacts-proxy = 設定されているプロキシ
contacts-probes = DNSサーバーにはipv4only.arpaと存在しない名前も問い合わせます。DNSサーバーのない192.0.2.53にも一度問い合わせ、誰かが代わりに応答するかどうかを調べます
contacts-vantage = ほかの地点からの確認（{ $service }）：サイトの名前と、指定された場合はサーバーのアドレスが伝わり、あなたのIPアドレスも見えます。結果は、番号を知っている人なら7日間読めます
contacts-registers = { $list }で見つかるドメインとアドレスの登録機関、およびそこから案内される機関：連絡先を知るために、サイトのドメインとアドレスの一つが伝わります
