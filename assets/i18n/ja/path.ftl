## The path picture: what stands below its stations.

path-device = 時計、プロキシ、VPN
path-device-alone = 未接続
path-router = { $ip }
path-dns = { $count }台が応答
path-internet = テストページ{ $tried }件中{ $works }件正常
path-internet-some = 接続中、テストページ{ $off }件は失敗
path-gateway = { $name }
path-origin = { $name }の背後
path-gateway-looking = { $status }で応答、検査中
path-gateway-reports = 正常、{ $status }を報告
path-gateway-elsewhere = 正しいアドレスでは正常
path-gateway-answers = { $status }で応答
path-origin-slow = 時間がかかりすぎ
path-origin-silent = 応答なし
path-origin-fails = エラー
path-dns-old = 古いアドレスを案内
path-not-needed = 不要

path-hint-device = お使いのコンピューター
path-hint-router = 外への出口
path-hint-dns = アドレスを調べる
path-hint-internet = サイトまでの経路
path-hint-gateway = サイトの入口
path-hint-origin = ページを作る場所

path-term-device = この端末：お使いのコンピューター。ブラウザー、時計、端末自身のネットワーク設定を含みます。
path-term-router = ルーター：家庭や職場をインターネットにつなぐ機器。開くページはすべてここを通ります。
path-term-dns = DNS：インターネットの住所録。{ $host }のような名前を、マシンの番号に変換します。
path-term-internet = インターネット：ルーターとサイトの間のネットワーク。つながるかどうかを、ほかのページで確かめます。
path-term-gateway = ゲートウェイ：サイトの玄関。リクエストを受け取り、背後のサーバーに渡します。502は、そこから正しい応答を得られなかったという意味です。
path-term-origin = オリジンサーバー：ページが作られるマシン。サイトのゲートウェイだけがやり取りします。

path-side-fine = 正常
path-side-running = 検査中
path-side-doubtful = 要確認
path-side-failed = 検査できず
path-side-broken = ここで途切れる
path-side-unseen = 未確認
path-side-partly = 一部のみ確認

path-said-ghost = このコンピューターからサイトまでの経路
path-said = { $host }までの経路
path-said-break-at = { $host }までの経路、「{ $station }」で途切れる
path-said-break-before = { $host }までの経路、「{ $before }」と「{ $station }」の間で途切れる
path-said-station = { $station }、6か所中{ $number }番目、{ $word }
