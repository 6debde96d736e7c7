## The checklist. step-<id>-title, and one sentence for each way in which it may stand.

step-waiting = 順番待ち
step-running = 検査中…
step-left-out = 指定により省略

step-address-title = アドレス
step-address-passed = { $address }を診断できます
step-address-https = httpもhttpsも指定がないため、ブラウザーと同じく{ $address }を診断します
step-address-credentials = ユーザー名とパスワードを除き、{ $address }を診断します
step-address-read-out = 入力内容から{ $address }を読み取りました
step-address-skipped = ここまで到達していません

step-device-title = この端末
step-device-passed = この端末に妨げになるものはありません
step-device-no-route = この端末はどのネットワークにも接続されていません
step-device-hosts = hostsファイルの{ $line }行目が、サイトの行き先を{ $ip }にしています
step-device-clock = 時計が{ $minutes }分ずれています
step-device-proxy = リクエストはプロキシ{ $proxy }を通ります
step-device-pac = プロキシスクリプトが設定されています。Gatemendは実行せず、直接の経路を検査します
step-device-tunnel = VPNなどのトンネルが有効です
step-device-failed = 確認できませんでした：{ $why }
step-device-skipped = ここまで到達していません

step-router-title = ルーター
step-router-passed = ルーター{ $ip }が応答しています（{ $ms ->
    [0] 1 ms未満
   *[other] { $ms } ms
}）
step-router-shy = ルーター{ $ip }は問い合わせに応答しませんが、通信は通しています
step-router-problem = ルーター{ $ip }が応答しません
step-router-failed = 特別な権限がないため、ルーター{ $ip }に問い合わせできませんでした
step-router-skipped = 問い合わせるルーターが見つかりませんでした

step-internet-title = インターネット
step-internet-passed = ほかの運営者のサイト{ $tried }件のうち{ $works }件が正常です
step-internet-one = ほかの運営者のサイト{ $tried }件のうち、正常なのは1件だけです
step-internet-altered = ほかの運営者のサイトに代わって、別の何かが応答しています
step-internet-blocked = テスト用サイトはこのネットワークで遮断されていますが、サイト自身は応答しています
step-internet-problem = ほかの運営者のサイト{ $tried }件が、どれも応答しません
step-internet-skipped = ほかの運営者のサイトは確認していません

step-dns-title = DNS
step-dns-passed = アドレス{ $count }個、ほかのDNSサーバー{ $servers }台でもサイトが見つかります
step-dns-harmless-difference = アドレス{ $count }個。ほかのDNSサーバーの応答とは異なりますが、ここでは影響しません
step-dns-no-name = アドレスが数字なので、名前は調べません
step-dns-no-such-name = ほかのDNSサーバー{ $count }台が、この名前は存在しないと応答しています
step-dns-only-here = ここでは名前を調べられませんが、ほかのDNSサーバー{ $count }台ではサイトが見つかります
step-dns-problem = 名前が見つかりません
step-dns-failed = 名前の検索が終わりませんでした：{ $why }
step-dns-other-address-works = ほかのDNSサーバーは別のアドレスを返し、そこではページが正常です
step-dns-slow = アドレス{ $count }個、見つかるまでの時間：{ $took }
step-dns-rewrites = お使いのDNSサーバーは、存在しない名前にもアドレスを返します
step-dns-intercepted = 途中の何かが、すべてのDNSサーバーになりすまして応答しています
step-dns-skipped = ここまで到達していません

step-connect-title = 接続
step-connect-passed = サイトは接続を受け付けています（{ $ms ->
    [0] 1 ms未満
   *[other] { $ms } ms
}）
step-connect-some-fail = アドレス{ $count }個のうち{ $failed }個が接続を受け付けません
step-connect-refused = サイトが接続を拒否しています
step-connect-silent = サイトが応答しません
step-connect-skipped = ここまで到達していません

step-tls-title = 暗号化
step-tls-passed = { $version }、証明書の発行者：{ $issuer }
step-tls-local-root = 証明書はこの端末だけで信頼されており、公的には信頼されていません（{ $issuer }）
step-tls-expired = サイトの証明書の期限が切れています
step-tls-not-yet-valid = サイトの証明書はまだ有効ではありません
step-tls-wrong-name = 証明書は別の名前のものです
step-tls-untrusted = 証明書の発行者は未知のものです
step-tls-problem = 暗号化通信を開始できません
step-tls-plain-http = アドレスがhttpのため、暗号化されません
step-tls-skipped = ここまで到達していません

step-page-title = ページ
step-page-passed = ページは正常です（{ $status }、{ $took }）
step-page-deliberate = サイトは意図して{ $status }を返しています
step-page-refused = サイトがリクエストを拒否しています（{ $status }）
step-page-error = サイトが{ $status }を返しています（応答時間：{ $took }）
step-page-incomplete = ページが途中で途切れます（{ $status }）
step-page-no-answer = 接続できますが、応答がありません
step-page-loop = リダイレクトが循環しています
step-page-skipped = ここまで到達していません

step-speaker-title = 応答した相手
step-speaker-passed = { $names }がサイトとして応答しています
step-speaker-unsigned = { $names }（暗号化されていないため、確かとは言えません）
step-speaker-nameless = サイト自身が応答しています。ソフトウェアの名前は示されていません
step-speaker-unknown = 応答を書いた相手はわかりません
step-speaker-skipped = 調べる応答がありませんでした

step-ways-in-title = ほかのアクセス方法
step-ways-in-passed = { $count }通りすべて正常です
step-ways-in-some = { $count }通りのうち{ $good }通りが正常です
step-ways-in-none = { $count }通りすべてエラーになります
step-ways-in-skipped = 不要

step-other-pages-title = ほかのページ
step-other-pages-home-works = トップページは正常です
step-other-pages-file-works = サイトの単純なファイルは正常です
step-other-pages-problem = ほかのページもエラーになります
step-other-pages-skipped = 不要

step-over-time-title = 繰り返し確認
step-over-time-passed = { $count }回の確認がすべて正常でした
step-over-time-always = { $count }回の確認がすべて失敗しました
step-over-time-sometimes = { $count }回の確認のうち{ $bad }回が失敗しました
step-over-time-skipped = 確認は1回だけです

step-path-title = サイトまでの経路
step-path-warning = パケットは{ $ip }まで届きます（途中の{ $count }番目のルーター）
step-path-silent = 途中のルーターはどれも応答しません（応答しないルーターはよくあります）
step-path-failed = 経路を調べられませんでした：{ $why }
step-path-skipped = 接続できるため、経路は調べていません

step-origin-title = 背後のサーバー
step-origin-passed = ゲートウェイを通さずに{ $address }に問い合わせると、{ $status }を返します
step-origin-problem = { $address }でもエラーになり、{ $status }を返します
step-origin-silent = { $address }では応答がありません
step-origin-cut-off = { $address }には問い合わせできませんでした：この端末からの経路がありません
step-origin-skipped = アドレスが指定されていません

step-logs-title = ログ
step-logs-empty = ログは空で、何も書き込まれていません
step-logs-nothing = { $lines }行に、ページがエラーになる理由を示すものはありません
step-logs-problem = { $lines }行のうち{ $count }行が、ページがエラーになる理由を示しています
step-logs-failed = 読み取れませんでした：{ $why }
step-logs-skipped = ログは渡されていません

step-configuration-title = ゲートウェイの設定
step-configuration-route = このページのリクエストの転送先：{ $servers }（{ $where }）
step-configuration-unclear = { $host }のブロックは{ $where }にありますが、このページの転送先は判断できません
step-configuration-no-site = { $where }には、{ $host }に応答するブロックがありません
step-configuration-partly = { $count ->
    [1] 読み込まれるファイルのうち1個を読み取れませんでした：{ $path }（{ $why }）
   *[other] 読み込まれるファイルのうち{ $count }個を読み取れませんでした（{ $path }など：{ $why }）
}
step-configuration-failed = 読み取れませんでした：{ $why }
step-configuration-skipped = 設定は渡されていません
step-world-title = ほかの地点から
step-world-passed = { $count ->
    [1] 確認した1地点でページが表示されます
   *[other] { $count }地点すべてでページが表示されます
}
step-world-problem = { $count ->
    [1] 確認した1地点でページが表示されません
   *[other] { $count }地点のどこでもページが表示されません
}
step-world-warning = { $count }地点のうち{ $bad }地点でページが表示されません
step-world-silent = どの地点からもサイトについての情報が得られませんでした
step-world-failed = 問い合わせできませんでした：{ $why }
step-world-skipped = 不要

step-server-title = サーバー自体
step-server-passed =
    このマシンを{ $count }か所調べました{ $unseen ->
        [0] { "" }
       *[other] （ほか{ $unseen }か所は調べられませんでした）
    }
step-server-full = { $path }に空きがありません
step-server-kill = 直前にシステムがメモリ不足で{ $program }を終了させました
step-server-down = サービス{ $service }が動いていません
step-server-failed = 調べられませんでした：{ $why }
step-server-skipped = このマシンを調べる指定がありませんでした
