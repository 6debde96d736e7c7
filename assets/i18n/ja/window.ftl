## The window.

window-to-start = Gatemend、最初の画面へ
window-settings = 設定
window-gallery = 部品
window-new-check = 新しい診断
window-visitor = 閲覧者
window-owner = サイト運営者
window-back = 診断に戻る
window-copied = コピーしました。貼り付けられます
window-no-dialog = ファイル選択の画面が出ませんか。ファイルをこのウィンドウにドロップしてください。開くときは、アドレスの代わりにファイルの完全なパスを入力することもできます。
window-undo = 元に戻す
window-open-waits = 診断の実行中です。指示があるまで{ $file }は開きません。
window-open-stop = 診断を中止して開く
window-open-now = 開く
window-open-not = 開かない

# Start
window-welcome = どのページが開きませんか？
window-promise = Gatemendは、サイトまでの経路をたどり、どこで途切れているかを調べ、誰が直せるかをお知らせします。
window-address = ページのアドレス
window-paste = 貼り付け
window-typed-empty = shop.exampleのようなアドレスを入力するか、貼り付けてください。
window-typed-space = アドレスに空白が含まれています。
window-typed-scheme = 診断できるのはhttpとhttpsのアドレスだけです。{ $scheme }は診断できません。
window-typed-unreadable = ページのアドレスではありません。shop.exampleやhttps://shop.example/pageのように入力してください。
window-typed-long = ページのアドレスとしては長すぎます。
window-typed-several = アドレスは1つだけ入力してください：{ $one }または{ $other }。
window-typed-hyphen = サイトの名前の各部分は、ハイフンで始められません。
window-typed-port = コロンの後の数字は、1から65535の間にしてください。
window-typed-meant = { $address }を使う
window-role-visitor = このサイトを閲覧している
window-role-visitor-about = 自分の側とサイトの側のどちらの問題か、何ができるかを調べます。
window-role-owner = このサイトを運営している
window-role-owner-about = ゲートウェイの背後にある、サーバーとログも調べます。
window-saw = 何が表示されていますか？
window-saw-about = 任意です。エラーページかその文言を貼り付けてください。原因が書かれていることがよくあります。
window-saw-said = 判別結果：{ $names }
window-check = このページを診断
window-no-network = このコンピューターはネットワークに接続されていません。
window-no-network-about = まだサイトについて何も言えません。Wi-Fiをオンにするか、ケーブルを接続してください。接続されると、診断が自動で始まります。
window-network-settings = ネットワーク設定を開く
window-network-settings-failed = ネットワーク設定を開けませんでした。システムのメニューから開いてください。
window-check-anyway = このまま診断
window-stop-waiting = 待つのをやめる
window-check-why = 先にページのアドレスを入力するか、貼り付けてください。
window-takes = 約20秒かかります。このコンピューターには何の変更も加えません。
window-contacts-short = 接続するのは、サイト、DNSサーバー、既知のテストページだけです。
window-see-list = 一覧を見る
window-contacts = 接続先
window-contacts-own = サイト自身、{ $list }、および次の接続先：
window-past = 過去の診断
window-past-kept = このコンピューターだけに保存：
window-past-delete = 削除
window-past-delete-all = すべて削除

# Checking
window-starting = 開始中…
window-known = これまでにわかったこと
window-known-nothing = まだありません。最初の応答は1秒以内に届きます。
window-known-near = コンピューターとルーターは正常です。
window-known-way = インターネットの住所録（DNS）とインターネット接続は正常です。
window-known-site = ここからはページが表示されます。
window-open = 残りの検査：{ $steps }。
window-open-nothing = 実行中の検査はありません。
window-passed = 検査{ $count }件が正常
window-progress = 検査{ $all }件中{ $done }件完了
window-time = { $used }秒経過、最長{ $most }秒
window-stop = 中止して結果を見る
window-stop-short = 中止
window-still = 検査を続行中、{ $all }件中{ $done }件完了
window-changed = 変更したので、もう一度診断
window-changed-title = 変更を加えたら
window-changed-about = ページをもう一度要求し、変更前と変更後を並べて表示します。
window-changed-about-logs = ページをもう一度要求し、この時点からのログを読み、変更前と変更後を並べて表示します。
window-changed-logs = ログにある失敗したリクエスト：変更後{ $since }件、変更前の全期間で{ $before }件。
window-changed-logs-unread = ログをすべては読み直せませんでした。変更後にログに何が記録されたかは分かりません。
window-again = もう一度診断
window-stopped = 検査{ $all }件中{ $done }件で中止しました。
window-stopped-known = ここまでにわかったこと：

# Verdict
window-tab-verdict = 判定
window-tab-evidence = 根拠
window-tab-watch = 監視
window-tab-report = レポート
window-confidence-certain = 確実
window-confidence-strong = ほぼ確実
window-confidence-likely = 可能性が高い
window-confidence-possible = 可能性がある
window-who-none = 対処不要
window-who-none-over = 解消済み、対処不要
window-who-your-device = このコンピューターで自分で直せる
window-who-your-network = ネットワークの修復が必要
window-who-your-network-captive-portal = ログインして自分で直せる
window-who-your-network-no-internet = 回線かルーターの修復が必要
window-who-dns-resolver = 約3分で自分で直せる
window-who-site-dns-nxdomain = どこにも登録のない名前
window-who-site-dns = サイト運営者の対処が必要
window-who-site-edge = サイト運営者の対処が必要
window-who-site-origin = サイト運営者の対処が必要
window-who-path = プロバイダーが調査できる
window-who-unknown = 未判定
window-who-owner = 自分のサーバーで直せる
window-host-other = { $first }は{ $other }とも表記されます。
window-host-mixes = { $first }は{ $other }を表します。この名前には複数の文字体系が混ざっています。目的のサイトかどうか、よく確かめてください。
window-reason = 理由
window-or = ほかの可能性：{ $cause }
window-or-how = ほかの可能性：{ $cause }。{ $how }
window-checked = 診断：{ $time }（{ $took }）
window-foreign = 開いたファイル：{ $file }
window-before-after = 前と後
window-before-after-same = 前と同じように失敗します。まだ何も変わっていません。
window-before = 前
window-after = 現在
window-can-do = できること
window-how-we-know = 判断の根拠
window-next-owner = サイト運営者がすること
window-next-host = ホスティング事業者がすること
window-next-isp = プロバイダーがすること
window-next-network-admin = ネットワークの管理者がすること
window-next-nobody = 対処不要
window-watch-title = 待って、復旧の通知を受け取る
window-watch-about = Gatemendが、最初は{ $every }ごとに、その後は間隔を延ばして、静かに確認します。
window-watch-about-steady = Gatemendが、{ $every }ごとに静かに確認します。
window-watch = 復旧するまで監視
window-see-watch = 監視の状況を見る
window-address-title = アドレスを見直す
window-address-change = アドレスを変更
window-sign-in-title = このネットワークにログイン
window-sign-in = ログインページを開く
window-tell-title = 直せる人に知らせる
window-tell-about = 事実だけを短くまとめた、対処に役立つメッセージです。
window-copy-change = 変更内容をコピー
window-copy-message = メッセージをコピー
window-leave-alone = しなくてよいこと
window-all-observations = { $count ->
    [1] 観測1件を見る
   *[other] 観測{ $count }件をすべて見る
}
window-reason-said = { $word }。{ $text } 観測{ $count }件
window-verify = 自分で確かめる：{ $command }

# Evidence
window-proof-facts = 事実
window-proof-dns = DNS
window-proof-ways = アクセス方法
window-proof-world = ほかの地点
window-proof-facts-title = 経路の各所で観測したこと
window-proof-dns-title = 各DNSサーバーの応答
window-proof-ways-title = サイトへのすべてのアクセス方法
window-proof-dns-same = 応答したDNSサーバーはすべて同じ応答
window-proof-dns-apart = DNSサーバーの応答は{ $count }通り
window-proof-ways-fine = サイトへのアクセス方法はすべて正常
window-proof-ways-bad = サイトのアドレスがすべてエラー
window-proof-ways-some = アドレス{ $all }個のうち{ $failing }個がエラー、つながるかは偶然次第
window-facts-show = 表示
window-facts-all = すべて { $count }
window-facts-problems = 問題 { $count }
window-facts-find = 事実を検索
window-facts-none = 該当する観測はありません。
window-facts-check = 確認
window-facts-after = 経過
window-dns-none = DNSサーバーには問い合わせていません。アドレスに問い合わせが不要か、その前に診断が終了しました。
window-dns-group = そこでの結果：{ $outcome }（{ $time }）。{ $servers }台のサーバーの応答です。
window-dns-group-untried = そこではページを試していません。{ $servers }台のサーバーの応答です。
window-dns-server = DNSサーバー
window-dns-ip = アドレス
window-dns-transport = 方式
window-dns-answer = 応答
window-dns-ttl = 有効時間
window-dns-time = 時間
window-dns-agreement = 一致
window-dns-about = 応答は地域によって異なる場合があります。異なる応答が問題になるのは、そのアドレスでページがエラーになる場合だけです。
dns-agrees = 一致
dns-differs = 相違
dns-not-checked = 未確認
dns-no-address = アドレスなし
dns-empty = この名前のアドレスなし
dns-no-such-name = 名前なし
window-proof-world-title = ほかの地点からのサイトの状態
window-proof-world-fine = { $count ->
    [1] 確認した1地点でページを表示
   *[other] { $count }地点すべてでページを表示
}
window-proof-world-bad = { $count ->
    [1] 確認した1地点でページを表示できず
   *[other] { $count }地点のどこでもページを表示できず
}
window-proof-world-some = { $count }地点のうち{ $failing }地点でページを表示できず
window-proof-world-regions = { $regions }では失敗し、ほかでは読み込めます
window-world-by-region = 地域別の{ $count }地点
window-world-asked-at = { $time }に確認
window-world-via = { $place }経由
window-world-nothing = 情報なし
window-world-not-asked = この診断では、ほかの地点から確認していません。ほかの地点からの確認がオンの場合、ここでトップページがエラーになったときと、ここでは起きないエラーが報告されたときに確認します。
window-world-adds = これでわかること
window-world-adds-nothing = 判定を変えるものはありません。
window-world-disclosed = 開示した情報
window-world-would-disclose = 開示する情報
window-world-to-service = サービスと、サービスに照会する人に：{ $page }と、そこでの応答。サービスだけに：お使いのインターネットアドレス。測定の番号を知る人は誰でも、7日間、応答を読めます。
window-world-to-nobody = 誰にも開示しない：ページのパスとクエリ、Cookie、ログ、貼り付けた内容、あなたの名前。
window-world-on = ほかの地点からの確認はオン
window-world-off = ほかの地点からの確認はオフ
window-world-switch-about = サイトの名前、お使いのインターネットアドレス、入力した場合はサーバーのアドレスを{ $service }に伝えます。
window-world-region-fine = すべて表示
window-world-region-bad = 表示なし
window-world-region-some = { $count }件中{ $failing }件がエラー
window-world-region-silent = 情報なし
window-region-africa = アフリカ
window-region-antarctica = 南極
window-region-asia = アジア
window-region-europe = ヨーロッパ
window-region-north-america = 北アメリカ
window-region-oceania = オセアニア
window-region-south-america = 南アメリカ
window-region-unknown = その他
window-ways-none = アクセス方法を試していません。その前に診断が終了したか、アドレスが不明です。
window-ways-4 = IPv4（どのネットワークにもあるアドレスの形式）
window-ways-6 = IPv6（多くのネットワークにある新しい形式）
window-ways-ip = アドレス
window-ways-untried = 未実行
window-ways-no-answer = 応答なし
window-ways-cells = 各セル：アドレスの応答、応答時間、応答した相手。
window-ways-each = リクエストごとの結果
window-ways-about = 各行：この方法で問い合わせたときのアドレスの応答と、応答時間。

fact-proxy = このページは中継役（プロキシ）を経由して取得：{ $proxy }
fact-no-proxy = 中継役（プロキシ）の設定なし
fact-hosts = このコンピューター独自の名前一覧（hostsファイル）が{ $name }を{ $ip }に向けている
fact-no-hosts = このコンピューター独自の名前一覧（hostsファイル）にこのサイトの記載なし
fact-network-both = このネットワークはIPv4とIPv6で外部に接続
fact-network-4 = このネットワークはIPv4で外部に接続、IPv6は接続なし
fact-network-6 = このネットワークはIPv6で外部に接続、IPv4は接続なし
fact-network-none = このネットワークは外部への接続なし
fact-name-servers = このコンピューターが問い合わせるDNSサーバー（インターネットの住所録）：{ $servers }
fact-browsers = 見つかったブラウザーのプロファイル：{ $browsers }
fact-roots = このコンピューターが信頼する、サイトを保証する認証局は{ $count }件、うち公的でないものは{ $foreign }件
fact-router = ルーター{ $ip }は応答あり
fact-router-silent = ルーター{ $ip }は応答なし
fact-lookup = システムが見つけた{ $host }のアドレス：{ $ips }
fact-dns = { $server }、{ $name }の{ $type }：{ $answer }
fact-visit = { $purpose }、{ $ip }：{ $outcome }
fact-control = テストページ{ $name }：{ $outcome }
fact-unresolved = 名前が見つからず
fact-origin = { $address }にある、ゲートウェイの背後のサーバー：{ $outcome }
fact-configuration = ファイル{ $count }個を読み取り
fact-log = { $lines }行を読み取り、{ $count ->
    [0] ページがエラーになる理由を示す行はなし
   *[other] ページがエラーになる理由を示すのは{ $count }行
}
fact-waiting = ページの応答待ち：{ $time }
fact-trace = { $ip }までの経路：途中の機器{ $hops }台のうち{ $answered }台が応答
fact-said = 表示されたとの報告：{ $text }
fact-malfunction = Gatemend自身の検査が失敗：{ $what }

# Watch
window-watch-looks = これまでのすべての確認
window-watch-changes = 変化
window-watch-first = 最初の確認の実行中です。
window-watch-not = 監視していません。
window-watch-down = まだ停止しています。確認を続けます。
window-watch-was-down = 最後の確認では停止していました。
window-watch-back = 復旧しました。ページは再び表示されます。
window-watch-up = ページは表示されます。
window-watch-doubt = たった今、失敗しました。もう一度確認します。
window-watch-stop = 監視を中止
window-watch-since = { $from }から停止中（{ $length }）。
window-watch-lasted = { $from }から{ $to }まで停止（{ $length }）。
window-watch-next = 次の確認は{ $time }です。
window-watch-over = 1日が過ぎたため、監視を終了しました。
window-watch-row = その後、{ $count ->
    [1] 1回
   *[other] { $count }回続けて
}表示されました。
window-watch-kept = 以前の監視での確認も表示しています。
window-step-of = 手順{ $number }/{ $count }
window-watch-good = ページ表示
window-watch-bad = エラー
window-watch-uncounted = 対象外
window-watch-outage = 障害
window-watch-gap = 監視なし
window-watch-while = 監視中の動作
window-watch-every = 確認の間隔
window-watch-closing = ウィンドウを最小化しても監視は続き、閉じると終わります。コマンドラインの「gatemend watch」は、ウィンドウなしで続けられます。
window-watch-notify = 復旧や停止を通知
window-watch-notify-changes = エラーの変化を通知
window-watch-sound = 音を鳴らす
window-watch-csv = CSVで保存
window-watch-json = JSONで保存
window-watch-nothing-kept = このページの確認はまだ保存されていません。
window-notice-back = { $host }が復旧しました。停止時間：{ $took }
window-notice-down = { $host }が停止しています（{ $what }）。
window-notice-changed = { $host }のエラーの内容が変わりました：{ $what }
window-notice-from = 監視中のGatemendによる観測です。
window-notice-failed = デスクトップに通知が表示されませんでした：{ $error }
window-open-page = ページを開く
window-plot-was-down = { $time }停止
window-plot-down = { $time }停止中
window-plot = 時系列、確認{ $looks }回、{ $outages ->
    [0] 障害なし
   *[other] 障害{ $outages }回
}
window-change-fails = ページがエラー：{ $what }
window-change-doubtful = 1回エラー：{ $what }（再確認）
window-change-steady = ページを表示、エラーは1回だけ
window-change-gap = 監視なし（{ $length }）、正常とも停止とも数えない
window-change-improves = 再び表示、あと数回の確認で決定
window-change-back = ページが再び表示
window-change-works = ページを表示

# Report
window-report = 事業者に送るレポート
window-report-about = ここに表示されている内容が、そのまま保存されます。
window-report-about-html = ここに表示されている文言が、そのまま保存されます。保存されるページには、レイアウトが加わります。
window-report-making = レポートを作成中…
window-leave-out = 含めない情報
window-leave-out-addresses = 自分のネットワークのアドレス
window-leave-out-addresses-about = ルーター、このコンピューター、インターネットアドレス
window-leave-out-names = 自分の名前とコンピューター名
window-leave-out-names-about = メールアドレス、ファイルのパスの中の名前も含む
window-leave-out-queries = ページのアドレスの中の値
window-leave-out-queries-about = 「?」の後の部分
window-leave-out-always = Cookieとログイン情報は、レポートに一切含まれません。
window-format = 形式
window-format-text = テキスト
window-report-file = ファイル
window-choose-file = 保存先を選択…
window-open-case = 保存した診断を開く…
window-report-stays = 何も送信されません。自分で共有するまで、ファイルはこのコンピューターにだけ残ります。
window-save = レポートを保存
window-copy-ticket = 問い合わせ用の文面をコピー
window-saved = 保存先：

# Settings
window-settings-saved = 保存しました
window-settings-not-kept = 変更を書き込めなかったため、ウィンドウを閉じるまでの間だけ有効です。
window-set-dns = DNSサーバー
window-set-dns-about = これらの応答を、このコンピューターが使うものと比べます。2台以上必要です。
window-set-add = サーバーを追加
window-set-add-field = 別のDNSサーバーのアドレス
window-set-add-wrong = 192.0.2.53や192.0.2.53:5353のように、サーバーの番号を入力してください。
window-set-add-known = このサーバーはすでに一覧にあります。
window-set-system = このコンピューターの設定
window-set-system-about = このコンピューターと同じ方法で問い合わせ
window-set-controls = 正常なはずのページ
window-set-controls-about = これらが表示されれば、接続は正常です。1つの障害で誤らないよう、運営者はそれぞれ異なります。
window-set-world = ほかの地点からの確認
window-set-world-about = ここでサイトのトップページがエラーになったとき、世界中にマシンを持つサービスに、そのページの確認を依頼します。オンにするまで使われません。サービスには、サイトの名前とお使いのインターネットアドレスが伝わります。応答は、番号を知る人なら誰でも7日間読めます。サーバーのアドレスを入力した場合は、それもサービスに伝わり、番号を知る人なら読めます。パス、クエリ、Cookie、ログは伝えません。
window-set-times = 制限時間
window-set-connect = 接続の開始
window-set-response = ページの応答待ち
window-set-look = 外観
window-set-about = 情報
window-look = テーマ
window-look-system = システム
window-look-light = ライト
window-look-dark = ダーク
window-motion = 動き
window-motion-full = すべて
window-motion-reduced = 控えめ
window-size = 文字の大きさ
window-size-100 = 100 %
window-size-125 = 125 %
window-size-150 = 150 %
window-less = 減らす：{ $what }
window-more = 増やす：{ $what }
window-version = Gatemend { $version }、ルール：{ $rules }
window-no-telemetry = 開発者には何も送信されません。
window-settings-file = 設定の保存先：{ $file }

# What an owner hands over
window-origin = サーバー自身のアドレス
window-origin-optional = 任意
window-origin-about = CDNやプロキシの背後を調べるため
window-origin-wrong = IPアドレスを、必要ならポートも付けて入力してください：192.0.2.7:8080
window-logs-drop = ここにログファイルとゲートウェイの設定をドロップ
window-logs-private = このコンピューター上で読み取られ、アップロードされることはありません。
window-logs-choose = ファイルを選択…
window-logs-on-start = ログは最初の画面で追加可能
window-log-reading = 読み取り中
window-log-unreadable = 読み取れません：{ $why }
window-log-protected = このファイルは保護されています。自分のものとしてコピーを作り、そのコピーを追加してください。
window-log-no-format = 未知の形式
window-log-says-nothing = 読み取れますが、ページがエラーになる理由を示す行がありません
window-log-configuration = { $gateway }の設定
window-log-about = { $format }{ $span ->
    [none] {""}
   *[other] 、{ $span }
}、{ $lines }行
window-log-remove = { $name }を削除

# What the logs say
window-logs-over-time = 失敗したリクエストの推移
window-logs-step = { $unit ->
    [minute] 棒1本が1分
    [hour] 棒1本が1時間
    [day] 棒1本が1日
   *[other] 棒1本が{ $minutes }分
}
window-logs-causes = 原因（多い順）
window-logs-hint = 可能性：{ $cause }（はっきりそう書いた行はありません）
window-logs-consequence = ほかの失敗の結果：{ $cause }
window-logs-more = ほか{ $count }件の原因
window-logs-such-lines = { $number } 行
window-logs-words = ログの記録
window-logs-behind = ゲートウェイの背後のサーバー
window-logs-pages = エラーの多いページ
window-logs-lines = 読み取った行数
window-logs-failed = 失敗したリクエスト
window-logs-last = 最後の失敗

# Guided steps

guided-things = 手順{ $count }件、約{ $minutes }分
guided-browser = ブラウザー
guided-undo = 元に戻すには：{ $how }
guided-done-at = { $time }に完了
guided-copy = コピー
guided-left = 残り{ $time }
guided-usually-left = 残り（目安）
guided-waits = ここでの操作は不要
guided-waits-about = 時間になると、自動で次に進みます。早く終わった場合は「完了」を押してください。
guided-then-you = 次に、そこでページが表示されるかどうかをお答えください。
guided-then-page = 次に、ページを1回だけ再確認します。
guided-then-line = 次に、接続が戻るのを待ち、ページを再確認します。
guided-asks = そこではページが表示されますか？
guided-measures = ページを再確認中
guided-measures-line = 接続を待っています（最長4分）
guided-helped = 効果がありました
guided-loads-there = そこでは表示されます
guided-works = このプログラムではページが表示されます
guided-works-about = 以前から表示されていました。効果があったかどうかは、お使いのブラウザーでしか確かめられません。
guided-works-here = このプログラムではページが表示されます。
guided-fails = ページはまだエラーになります
guided-fails-about = このプログラムで再確認した結果：{ $how }。
guided-no-line = まだ接続されていません
guided-no-line-about = 次の対処法を試すか、障害がないかをプロバイダーに問い合わせてください。
guided-did-not-help = 効果がありませんでした
guided-not-done = 実行できませんでした
guided-failed-before = 実行前のエラー：{ $how }
guided-done = 完了
guided-done-check = 完了、再確認する
guided-cannot = 実行できない
guided-yes = はい、表示される
guided-no = いいえ、まだエラーになる
guided-next = 次の対処法を試す
guided-check-anew = すべてをもう一度診断
guided-back = 判定に戻る
guided-show = 手順を見る
guided-open-privately = プライベートウィンドウで開く
guided-code = アドレス{ $url }のカメラ用コード
guided-code-about = スマートフォンのカメラをコードに向けてください。コードの中身は入力したアドレスで、この画面の外には出ません。
guided-not-opened = ブラウザーを起動できませんでした。手順のとおりに、自分でプライベートウィンドウを開いてください。
guided-loads-unchanged = ページはまた表示されます
guided-unchanged = まだ何も変わっていません
guided-now = 今
guided-router-answers = ルーターは応答しています
guided-router-answers-about = { $pause }秒ごとに確かめています。電源プラグを抜くと、この画面が気づきます。
guided-router-away = ルーターが起動しています
guided-router-away-about = { $pause }秒ごとに確かめています。まだ応答がありません。
guided-router-back = ルーターがまた応答しています
window-report-language = レポートの言語
window-language = 言語
window-language-system = システム
window-language-no-letters = この端末には{ $language }の文字を持つフォントがありません。Noto Sans CJKなどをインストールするまで、画面は今のままです。
window-cannot-read = { $path }を読み取れません：{ $error }
window-cannot-write = { $path }に書き込めません：{ $error }
window-report-ending = { $path }からはレポートの種類がわかりません。.html、.md、.txt、.jsonのいずれかにしてください。
window-no-folder = フォルダー{ $path }がありません。

window-broke = Gatemend自体に不具合が発生しました。わかっていることは{ $file }に書かれています。アドレスや入力した内容は含まれません。開発者に送ってください。
window-broke-unwritten = Gatemend自体に不具合が発生しましたが、記録を書き込めませんでした。
window-broke-close = 閉じる
window-settings-unread = { $why }。標準の設定を使っています。設定ファイルはそのまま残り、ここで設定を変えると別の名前で保存されます。
# In front of the sentence above; $what is in the words of whoever reads the file.
window-settings-mistake = 設定ファイルに誤りがあります（{ $what }）
window-broke-run = Gatemend自体の不具合のため、この診断は中断しました。もう一度始められます。
window-stopped-open = 調べていないもの：{ $steps }
window-when-today = 今日{ $time }
window-when-yesterday = 昨日{ $time }
window-next-own = すること
window-next-for-cause = この原因の場合：{ $cause }
window-set-proxy = プロキシ
window-set-proxy-about = プロキシを使う場合は、比較のためにプロキシなしでもページを確認します。
window-proxy = 診断の経路
window-proxy-none = プロキシなし
window-set-page-field = 別のページのアドレス
window-set-page = ページを追加
window-set-page-wrong = ページのアドレスではありません。例：www.example.org
window-set-page-known = このページはすでに一覧にあります。
window-set-official = サイト自身のもの
window-set-official-about = ドメインが示すもの（診断のたびに調べます）
window-open-elsewhere = この診断は別のウィンドウでも開いています。
window-error-page = 閲覧者に役立つページを見せる
window-error-page-about = 閲覧者のせいではないと伝え、自動で控えめに確かめ直し、プログラム名を出しません。ゲートウェイにファイルとして保存してください。
window-error-page-copy = ページをコピー
window-error-page-lines = { $gateway }用の行をコピー
window-error-page-lines-about = ステータスを保ったままゲートウェイにこのページを表示させる行です。フォルダーとファイル名をご自身のものに変えてください。
window-on-server = このコンピューターがサイトのサーバー
window-on-server-about = 接続を受け付けるもの、ソケット、空き容量、メモリ、サービスも調べます。読み取りだけで、何もこのコンピューターの外に出ません。
window-log-progress = { $size }のうち{ $taken } · 毎秒{ $rate } · 残り約{ $left }秒
window-log-so-far = { $count } × { $cause }
window-logs-bar = { $time }：失敗したリクエスト{ $count }件
window-logs-whole = ログ全体
