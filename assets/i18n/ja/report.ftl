## report

report-title = { $page }の診断
report-brand = Gatemend
report-started = { $time }

report-no-verdict = この診断は、判定なしで終了しました。
report-no-verdict-stopped = この診断は、判定の前に中止されました。
report-no-verdict-budget = この診断は、判定の前に制限時間になりました。

report-fault-none = 対処不要
report-fault-your-device = この端末の利用者が対処
report-fault-your-network = このネットワークの管理者が対処
report-fault-dns-resolver = DNSサーバーを設定する人が対処
report-fault-site-dns = サイト運営者が対処
report-fault-path = プロバイダーが対処
report-fault-site-edge = サイト運営者が対処
report-fault-site-origin = サイト運営者が対処
report-fault-unknown = 未判定

report-confidence-certain = 確実
report-confidence-strong = ほぼ確実
report-confidence-likely = 可能性が高い
report-confidence-possible = 可能性がある

report-reason = 理由
report-reason-line = { $cause }、{ $confidence }
report-sure-certain = 確実：明言されているか、プロトコルで証明されています。
report-sure-strong = ほぼ確実：ほかの説明はどれも、観測と矛盾します。
report-sure-likely = 可能性が高い：この説明が有力ですが、ほかの説明も否定できません。
report-sure-possible = 可能性がある：複数の説明が残っています。
report-cause-name = Gatemendでのこの原因の名前は{ $cause }です。`gatemend explain { $cause }`で詳しい説明が表示されます。

report-who-visitor = あなた（閲覧者）
report-who-owner = サイト運営者
report-who-host = ホスティング事業者
report-who-isp = プロバイダー
report-who-network-admin = このネットワークの管理者
report-who-nobody = 対処不要

report-status-waiting = 待機中
report-status-running = 検査中
report-status-passed = 正常
report-status-warning = 要確認
report-status-problem = 問題あり
report-status-skipped = 不要
report-status-failed = 検査できず
report-status-needs-you = 操作が必要

report-station-device = この端末
report-station-router = ルーター
report-station-dns = DNS
report-station-internet = インターネット
report-station-gateway = ゲートウェイ
report-station-origin = オリジンサーバー
report-state-unseen = 未確認
report-state-fine = 正常
report-state-doubtful = 要確認
report-state-broken = ここで途切れる
report-state-concluded = ここで途切れる
report-state-running = 検査中
report-state-failed = 検査できず
report-zone-near = あなたの側
report-zone-way = 途中
report-zone-site = サイト
report-zone-partly = 一部のみ確認
report-path-label = この端末からサイトのサーバーまでの経路。{ $stations }
report-path-station = { $station }：{ $state }

report-head-key = 概要
report-head-because = 判断の根拠
report-head-next = 対処
report-head-leave = しなくてよいこと
report-head-alternatives = ほかに考えられる原因
report-head-not-tested = 確認していないこと
report-head-checklist = すべての検査
report-head-ruled-out = 検査して正常だったもの
report-head-tried = 試した対処法
report-head-visits = すべてのアクセス
report-head-dns = 各DNSサーバーの応答
report-head-controls = 比較のためのほかのサイト
report-head-places = ほかの地点から
report-head-trace = サイトまでの経路
report-head-others = そのほかに確認したもの
report-head-verify = 自分で確かめる
report-head-raw = 応答の全文
report-head-said = 閲覧者からの報告
report-head-malfunctions = このプログラムができなかったこと
report-head-about = このレポートについて

report-key-time = 時刻
report-key-page = ページ
report-key-answer = 応答
report-key-looks = 確認
report-key-client = 確認元
report-key-speaker = 応答した相手
report-key-ids = リクエストID
report-key-ips = 問い合わせたアドレス
report-key-server = Serverヘッダー
report-key-certificate = 証明書
report-key-verdict = 判定
report-key-evidence = 根拠
report-key-asked = お願いしたいこと
report-none-seen = なし
report-asked-default = 上記の時刻について、この応答を返したマシンのログを確認してください。
report-asked-open = 今のところありません。観測した内容だけでは、誰が対処すべきかを判断できません。
report-asked-nothing = ありません。参考のための情報です。

report-verify = 確かめる
report-change-file = ファイル
report-change-apply = これらの行をchange.diffとして保存し、次を実行
report-change-reload = 続けて実行
report-change-undo = 元に戻すには
report-rests-on = 根拠となる観測（下記の{ $count }件）：
report-separated-by = 見分け方：{ $how }
report-alternative-line = { $fault }：{ $cause }

report-column-id = ID
report-column-time = 時刻（UTC）
report-column-purpose = アクセス
report-column-place = 地点
report-column-network = ネットワーク
report-column-url = ページ
report-column-ip = アドレス
report-column-tcp = TCP（ms）
report-column-tls = TLS（ms）
report-column-first-byte = 最初のバイト（ms）
report-column-outcome = 結果
report-column-server = サーバー
report-column-way = 種類
report-column-question = 質問
report-column-answer = 応答
report-column-took = 所要時間
report-column-check = 検査
report-column-status = 結果
report-column-site = サイト
report-column-hop = ルーター
report-column-what = 内容

report-looks = { $bad ->
    [0] 確認{ $count }回、失敗なし（{ $window }）
   *[other] { report-looks-failed }が失敗（{ $window }）
}
report-looks-failed = ページの確認{ $count }回のうち{ $bad }回
report-client = { $family }、{ $own }。ログには「Gatemend/{ $version }」という名前で記録されます
report-client-no-visit = { $own }。サイトに接続できませんでした
report-client-proxy = プロキシ{ $proxy }経由
report-client-unknown = 確認元のアドレスは不明
report-client-private = プライベートアドレスから（外部から見えるアドレスはここでは不明）
report-client-public = { $ips }から
report-stand-in = { $ip }（実際のアドレスの代わり。アドレスは省かれています）
report-span = { $from }～{ $to }
report-and-more = { $shown }、ほか{ $count }件
report-left-out = ここでは、ほか{ $count }行を省略しています。診断ファイルには記録されています。
report-trace-to = { $ip }のポート{ $port }まで
report-hop-silent = 応答なし
report-hop-none = 応答したルーターなし
report-seen-proxies = プロキシの設定
report-seen-no-proxy = プロキシの設定なし
report-seen-script = プロキシスクリプトの設定あり
report-seen-hosts-file = hostsファイル
report-seen-lines = { $count ->
    [0] サイトの記載なし
   *[other] サイトの記載{ $count }行
}
report-seen-network = ネットワーク
report-seen-routes = IPv4：{ $v4 }、IPv6：{ $v6 }
report-seen-route = 接続あり
report-seen-no-route = 接続なし
report-seen-name-servers = この端末のDNSサーバー
report-seen-browsers = ブラウザー独自の設定
report-seen-profiles = プロファイル{ $count }件
report-seen-root-store = 信頼する認証局
report-seen-roots = { $count ->
    [0] 公的な認証局以外はなし
   *[other] 公的な認証局以外に{ $count }件
}
report-seen-router = ルーター
report-seen-waiting = 応答待ち
report-seen-origin = ゲートウェイの背後のサーバー
report-seen-log = ログ
report-seen-tried = 試したこと
report-seen-configuration = ゲートウェイの設定
report-seen-files = ファイル{ $count }個
report-network-home = 家庭の回線
report-network-data-centre = データセンター
report-network-unknown = ネットワーク
report-seen-register = 登録情報
report-seen-contacts = { $count ->
    [0] 連絡先なし
   *[other] 連絡先{ $count }件
}
report-seen-registers = { $told }（問い合わせ先：{ $registers }）
report-seen-world = ほかの地点から
report-seen-places = { $count }地点のうち{ $good }地点でエラーのない応答
report-seen-places-names = { $count }地点のうち{ $good }地点のDNSサーバーがアドレスを返す
report-seen-places-route = { $count }地点のうち{ $good }地点からのパケットが届く
report-route-arrives = パケットが届く
report-route-ends = パケットはネットワーク{ $network }で途絶える
report-seen-user-said = 閲覧者からの報告
report-seen-below = 全文は上記
report-seen-malfunction = このプログラムの不具合

report-same-page = 同上
report-no-visits = アクセスは行っていません。
report-no-dns = DNSサーバーには問い合わせていません。
report-body-cut = 本文には続きがあります。残り{ $bytes }バイトはここでは省略しています。
report-body-empty = 本文は空です。

report-made-by = { $name } { $version }（ルール：{ $rules }）で作成。
report-redacted = 自分のネットワークのアドレス、クエリの値、名前、認証情報は、代替値に置き換えました。同じ代替値は同じ値を表します。自分の公開アドレスは240.0.0.1や100::1など、プライベートアドレスは10.0.0.1、fd00::1、fe80::1、値はREDACTED1やhid1、メールアドレスはhidden1@example.invalidになります。
report-not-redacted = このレポートでは、個人に関わる情報のすべては置き換えられていません。自分のネットワークのアドレスや名前が含まれる場合があります。ほかの人に渡す前に内容を確かめてください。
report-role-visitor = 閲覧者として診断しました。
report-role-owner = サイト運営者として診断しました。

report-certificate-line = { $subject }、発行者：{ $issuer }、有効期間：{ $from }～{ $until }。{ $trust }
report-trust-bundled = 公的なルート証明書により信頼
report-trust-extra = 設定で追加したルート証明書により信頼
report-trust-system = 信頼の根拠はこのシステムのルート証明書だけ
report-trust-expired = 信頼されない：期限切れ
report-trust-not-yet-valid = 信頼されない：まだ有効でない
report-trust-wrong-name = 信頼されない：別の名前のもの
report-trust-unknown-issuer = 信頼されない：発行者が未知
report-trust-revoked = 信頼されない：失効済み
report-trust-invalid = 信頼されない：不正な内容

report-not-tried = 実行せず：{ $why }
report-not-visited = アクセスせず
report-failure-after = { $what }（{ $time }）
report-failure-refused = 接続拒否
report-failure-reset = 接続切断
report-failure-closed = 接続の早すぎる終了
report-failure-timed-out = 応答なし
report-failure-host-unreachable = ホストに到達不可
report-failure-network-unreachable = 経路なし
report-failure-permission-denied = この端末では許可なし
report-failure-name-not-found = 名前が見つからず
report-failure-lookup-failed = 名前の検索に失敗
report-failure-tls-refused = 暗号化通信の拒否
report-failure-protocol = 想定と異なるプロトコル
report-failure-too-large = 読み取れる量を超過
report-failure-cancelled = 中止
report-failure-out-of-budget = 診断全体の制限時間を超過
report-failure-internal = このプログラムの失敗
report-failure-other = 失敗

report-phase-tcp = 接続
report-phase-tunnel = プロキシ経由の接続
report-phase-tls = 暗号化通信
report-phase-http = 応答待ち
report-phase-body = ページの読み取り

report-purpose-page = ページ
report-purpose-repeat = ページ（再確認{ $number }）
report-purpose-http1 = HTTP/1.1でのページ
report-purpose-hop = { $number }回目のリダイレクト後
report-purpose-home-page = トップページ
report-purpose-home-again = トップページ（再確認）
report-purpose-security-txt = 連絡先を示すファイル
report-purpose-static-file = 単純なファイル
report-purpose-other-scheme = httpとhttpsを入れ替え
report-purpose-twin = wwwの有無を入れ替え
report-purpose-plain = 圧縮なし
report-purpose-fresh = 途中のキャッシュを使わずに
report-purpose-cookies = { $number } kBのCookieを付加
report-purpose-other-address = 別のDNSサーバーが返したアドレス
report-purpose-direct = プロキシなし
report-purpose-control = ほかのサイト

report-server-system = この端末の設定
report-server-router = ルーター
report-server-browser = ブラウザー独自の設定
report-server-public = 公開
report-server-authoritative = ドメイン自身
report-server-nobody = 実在しないサーバー（割り込みの検出用）
report-transport-udp = UDP
report-transport-tcp = TCP
report-transport-tls = DNS over TLS
report-transport-https = DNS over HTTPS
report-dns-empty = 名前は存在、該当するレコードなし
report-dns-device = この端末
report-dns-device-way = 各プログラムが得る応答

# Messages to those who can do something about it
report-head-letter = 連絡先
report-letter-to-site = { $host }の運営者の方へ
report-letter-to-host = { $host }のアドレスがあるネットワークの担当者の方へ
report-letter-to-host-named = { $host }のアドレスがあるネットワークの担当、{ $name }様
report-letter-to-cdn = { $host }の手前にある配信ネットワーク（CDN）の担当者の方へ
report-letter-to-cdn-named = { $host }の手前にある{ $name }のサポート担当者の方へ
report-letter-to-isp = プロバイダーの担当者の方へ
report-letter-begin-site = 運営されているサイト{ $host }がエラーになっています。観測した内容は次のとおりです。
report-letter-begin-host = 貴社のネットワークにあるサイト{ $host }に到達できません。観測した内容は次のとおりです。
report-letter-begin-cdn = サイト{ $host }の手前にある貴社のネットワークで、エラーを観測しました。内容は次のとおりです。
report-letter-begin-isp = 貴社のネットワークから、サイト{ $host }に到達できません。観測した内容は次のとおりです。
report-letter-ask-site = 上記の時刻と番号をもとに、調査をお願いします。詳しいレポートは、ご要望があればお送りします。
report-letter-ask-host = このアドレスが外部からの接続を受け付けているかを調べ、お客様にお伝えください。
report-letter-ask-cdn = 上記の番号でリクエストを探し、何が失敗したかをお知らせください。
report-letter-ask-isp = このアドレスまでの経路と、この名前に対する貴社のDNSサーバーの応答を調べてください。

report-seen-error-page = エラーページ
report-seen-server = サーバー自体
report-server-by = { $told }（方法：{ $how }）
report-server-listeners = 接続を受け付けているもの：{ $seen }
report-server-programs = 動いているゲートウェイとアプリケーション：{ $seen }
report-server-space = 空き容量：{ $seen }
report-server-free = { $path } { $total }のうち{ $free }
report-server-memory = メモリ：{ $seen }
report-server-memory-free = { $total }のうち{ $free }が使用可能
report-server-memory-kills = { $total }のうち{ $free }が使用可能。起動以降にメモリ不足で終了させられたプログラム：{ $kills }
report-server-kills = この1時間にメモリ不足で終了させられたもの：{ $seen }
report-server-pools = PHP-FPMのプール：{ $seen }
report-server-services = サービス：{ $seen }
report-server-socket = ソケット{ $seen }
report-server-name = 名前：{ $seen }（このマシンで調べた結果）
report-server-socket-none = ファイルがない
report-server-socket-taken = { $rights }、接続を受け付けているものがある
report-server-socket-dead = { $rights }、接続を受け付けているものは見えない
report-server-none = なし
report-server-more = ほか{ $count }件
error-page-title = このページは今表示できません
error-page-about = このサイトの背後に、応答していないものがあります。お使いの端末や回線のせいではありません。直せるのはサイト運営者です。
error-page-form = 直前にフォームを送信した場合は、もう一度送る前に届いているか確かめてください。
error-page-again = 今もう一度試す
error-page-wait = このページは約#秒後に自動で確かめます。
error-page-is-good = 直すところはありません。ステータスを保ち、待つ時間を示し、単独で表示できます。
error-page-status-lost = エラーなのに{ $value }と答え、正常だと伝えています。検索エンジン、キャッシュ、監視はそれを信じます。エラーのステータスを保ってください。
error-page-kept = キャッシュが{ $value }秒間保存でき、サイトが直った後も表示し続けます。`Cache-Control: no-store`を送ってください。
error-page-no-retry-after = どれだけ待てばよいかを示していません（`Retry-After`）。
error-page-names-version = そこで何が動いているかを誰にでも知らせています：{ $value }。
error-page-hammers = { $value }秒後に再びリクエストを送るため、過負荷のサイトがなかなか復旧しません。
error-page-leans-on-site = サイトのほかのファイルも必要で、それも失敗することがあります。
error-page-empty = 空なので、ブラウザーは独自のページを表示します。
error-page-heavy = { $value }バイトあり、障害が起きているサイトには大きすぎます。
request-title = このログの中の閲覧者のリクエスト
request-clock-right = 閲覧者の時計とサイトの時計は合っています。
request-clock-ahead = サイトの応答の日付から見て、閲覧者の時計は{ $time }進んでいました。ここに示す時刻は、サイトの時計によるものです。
request-clock-behind = サイトの応答の日付から見て、閲覧者の時計は{ $time }遅れていました。ここに示す時刻は、サイトの時計によるものです。
# What is told of the log, then what it has about the request.
request-beside = { $told }。{ $request }
request-clock-unknown = サイトの応答に時刻がないため、閲覧者の時計を使います。
request-by-id = 番号で見つかりました。まさにこのリクエストです。
request-by-program = 時刻、ページ、要求したプログラムの名前（Gatemend）で見つかりました。
request-by-address = 時刻、ページ、閲覧者のアドレスで見つかりました。
request-by-page =
    { $count ->
        [1] ちょうどその秒に、このページへのリクエストが1件あります。閲覧者のものかどうかはわかりません。
       *[other] ちょうどその数秒間に、このページへのリクエストが{ $count }件あります。どれが閲覧者のものかはわかりません。
    }
request-not-covered = その時刻の前後両方の行がないため、このリクエストについて何も言えません。
request-not-every = このリクエストについては何もありません。この種のログにはすべてのリクエストの行があるわけではありません。
request-not-there = このログにそのリクエストはありません。このサーバーに届かなかったか、このサーバーのログではありません。

# 待ち時間の上限
limits-title = 待ち時間の上限
limits-about = 訪問者の側から内側へ順に、それぞれが応答を待つ時間です。
limits-default = 初期値（変更されたかどうかは未確認）
limits-option = コマンドラインの { $option }
limits-set = { $setting }、{ $where }
limits-measured = 実測値（ログによると打ち切られており、応答までにこの時間がかかりました）
limits-inner-perhaps-longer = { $inner }と{ $outer }の上限が表示のとおりなら、{ $outer }が{ $short }で待つのをやめても、{ $inner }は{ $long }まで処理を続けます。処理が続いている間に、訪問者にはエラーが表示されます。設定されている上限を確認し、内側のほうを短くしてください。
limits-inner-longer = { $inner }は{ $long }まで処理を続けますが、{ $outer }は{ $short }で待つのをやめます。処理が続いている間に、訪問者にはエラーが表示されます。内側の上限のほうを短くするか、処理を短くしてください。
limits-in-order = 先に待つのをやめた相手の後ろで、処理が続くことはありません。どの上限も、手前の上限を超えていません。
limits-perhaps-in-order = 製品の初期値のままであれば、先に待つのをやめた相手の後ろで処理が続くことはありません。
