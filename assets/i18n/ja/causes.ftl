## causes

# Who has to act: fault-<name>.

fault-none = 対処不要
fault-your-device = あなた（この端末）
fault-your-network = お使いのネットワークの管理者
fault-dns-resolver = 名前を調べるサービス（DNSサーバー）の運営者
fault-site-dns = サイトの名前（DNS）の管理者
fault-path = 閲覧者とサイトの間のネットワーク事業者
fault-site-edge = サイトの入口（ゲートウェイやCDN）の運営者
fault-site-origin = サイト自身のサーバーとその運営者
fault-unknown = まだ不明

# To each cause: its name, what it means, what a visitor and what an owner can do, and how to confirm it.

cause-origin-refused-title = ゲートウェイの背後のサーバーが接続を拒否
cause-origin-refused-means = サイトの入口は動作しています。入口はリクエストを背後のサーバーに渡そうとしましたが、そのサーバーが接続を拒否しました。多くの場合、そこでプログラムが動いていません。
cause-origin-refused-visitor = 待つほかにできることはありません。再び起動できるのはサイト運営者だけです。
cause-origin-refused-owner = ゲートウェイの背後のプログラムが動いていて、{ $known ->
    [server] { $server }
    [socket] { $path }
   *[no] ゲートウェイが使うアドレスとポート
}で待ち受けているかを確かめてください。起動したうえで、止まった理由をプログラムのログで調べてください。
cause-origin-refused-check = サーバー上で`ss -ltnp`を実行すると、どのプログラムがどこで待ち受けているかがわかります。ゲートウェイのエラーログには、試したアドレスとともに「connection refused」と記録されます。

cause-origin-timeout-connect-title = ゲートウェイの背後のサーバーが接続に反応しない
cause-origin-timeout-connect-means = サイトの入口は背後のサーバーに接続を試みましたが、何の反応もありませんでした。サーバーが停止しているか、アドレスが変わったか、ファイアウォールが接続を破棄しています。
cause-origin-timeout-connect-visitor = 待つほかにできることはありません。問題はサイトの入口の背後にあります。
cause-origin-timeout-connect-owner = サーバーが動作していて、{ $known ->
    [server] アドレス{ $host }
   *[no] ゲートウェイが使うアドレス
}を持っているかを確かめてください。次に、ファイアウォールやセキュリティグループがゲートウェイからの接続を破棄していないかを確かめてください。許可するのはゲートウェイのアドレスだけにし、全員には開かないでください。
cause-origin-timeout-connect-check = ゲートウェイのマシンから`nc -vz { $known ->
    [server] { $host } { $port }
   *[no] ADDRESS PORT
}`を実行します。反応がなければ破棄されています。「refused」なら、マシンは動作しています。

cause-origin-timeout-response-title = ゲートウェイの背後のサーバーの応答が遅すぎる
cause-origin-timeout-response-means = サイトの入口の背後のサーバーはリクエストを受け取りましたが、入口が待つ時間内に処理を終えませんでした。何かが遅くなっています。多くの場合、データベースかほかのサービスです。
cause-origin-timeout-response-visitor = 数分後にもう一度お試しください。フォームや支払いは2回送信しないでください。最初の送信が処理されている場合があります。
cause-origin-timeout-response-owner = 遅いリクエストが何をしているかを、プログラムのスローログかデータベースで調べてください。ループ、行ごとのクエリ、別のサービスの待ち時間であることがよくあります。ゲートウェイのタイムアウトを延ばすのは、処理に本当にその時間が必要な場合だけにしてください。
cause-origin-timeout-response-check = ゲートウェイを通さずに、プログラムに直接問い合わせます：`curl -w '%{"{"}time_total{"}"}\n' -o /dev/null -s { $speaks ->
    [http] { $url }
   *[no] ADDRESS
}`。エラーになるまでの時間は、ゲートウェイのタイムアウトと一致します。

cause-origin-reset-title = ゲートウェイの背後のサーバーが接続を途中で切断
cause-origin-reset-means = サイトの入口と背後のサーバーの間の接続が、リクエストの途中で切断されました。
cause-origin-reset-visitor = ページを再読み込みしてください。エラーが続く場合は、お待ちください。
cause-origin-reset-owner = プログラムのログで、同じ時刻に異常終了や再起動がないかを調べてください。ときどきしか起きない場合は、使われていない接続を、ゲートウェイよりもプログラムのほうが長く保持するようにしてください。
cause-origin-reset-check = ゲートウェイのエラーログに「connection reset by peer」と記録されます。同じ時刻のプログラムのログで理由がわかります。

cause-origin-closed-early-title = ゲートウェイの背後のサーバーが応答せずに接続を閉じる
cause-origin-closed-early-means = サイトの入口の背後のサーバーはリクエストを受け取りましたが、応答を送り終える前に接続を閉じました。サーバーが異常終了したか、停止されたか、使われていない接続を閉じる時機が重なりました。
cause-origin-closed-early-visitor = ページを再読み込みしてください。エラーが続く場合は、お待ちください。
cause-origin-closed-early-owner = プログラムのログで、同じ時刻に異常終了、強制終了、プログラム自身のタイムアウトがないかを調べてください。どれもない場合は、使われていない接続の保持時間をゲートウェイとプログラムで比べてください。プログラムのほうが長い必要があります。
cause-origin-closed-early-check = ゲートウェイのエラーログに「prematurely closed connection」などと記録されます。強制終了されたプロセスは、システムのログでわかります。

cause-origin-invalid-response-title = ゲートウェイの背後のサーバーの応答が使えない
cause-origin-invalid-response-means = サイトの入口の背後のサーバーから応答は届きましたが、Webの規則に従っていないため、入口はそれを閲覧者に渡せません。
cause-origin-invalid-response-visitor = 待つほかにできることはありません。再読み込みで直ることはまれです。
cause-origin-invalid-response-owner = プログラムに直接問い合わせ、応答をそのまま調べてください。ゲートウェイがそのポートで同じプロトコル（httpかhttps、HTTP/1かHTTP/2、FastCGI）を使っているかを確かめてください。
cause-origin-invalid-response-check = `curl -v --raw { $speaks ->
    [http] { $url }
   *[no] http://ADDRESS:PORT/
}`で、応答がそのまま表示されます。問題の行はゲートウェイのログに記録されます。

cause-origin-header-too-large-title = 応答ヘッダーがゲートウェイの上限を超えている
cause-origin-header-too-large-means = サイトのプログラムが応答ヘッダーで送る情報が、入口の受け付ける量を超えています。多くの場合、大きなCookieが原因です。
cause-origin-header-too-large-visitor = このサイトのCookieを削除し、ページを再読み込みしてください。それで直るかどうかは、プライベートウィンドウで確かめられます。
cause-origin-header-too-large-owner = Cookieを小さくしてください。それまでの間は、ゲートウェイのヘッダー用バッファーを大きくしてください（nginxでは`proxy_buffer_size`か`fastcgi_buffer_size`）。
cause-origin-header-too-large-check = nginxのエラーログに「upstream sent too big header」と記録されます。`curl -sI { $speaks ->
    [http] { $url }
   *[no] ADDRESS
} | wc -c`でバイト数がわかります。

cause-origin-tls-title = ゲートウェイと背後のサーバーの間で暗号化通信が成立しない
cause-origin-tls-means = サイトの入口とサイト自身のサーバーの間も暗号化されており、そこで証明書か暗号化の方式が合っていません。ブラウザーの問題ではありません。
cause-origin-tls-visitor = 待つほかにできることはありません。自分の設定を調べる必要はありません。
cause-origin-tls-owner = ゲートウェイの背後のサーバーの証明書について、有効期限、名前、発行者を確かめてください。証明書を更新するか、ゲートウェイが証明書と同じ名前で接続するようにしてください。
cause-origin-tls-check = `openssl s_client -connect { $known ->
    [server] { $server }
   *[no] ADDRESS:443
} -servername NAME`で、ゲートウェイから見た証明書とエラーが表示されます。

cause-origin-dns-title = ゲートウェイが背後のサーバーを見つけられない
cause-origin-dns-means = サイトの入口は、サイト自身のサーバーのアドレスを名前で調べますが、その名前からアドレスが得られません。
cause-origin-dns-visitor = 待つほかにできることはありません。問題の名前は、入力した名前とは別のものです。
cause-origin-dns-owner = ゲートウェイに設定されている名前と、その名前がまだ存在するかを確かめてください。よくある理由は、サーバーの名前の変更や削除です。
cause-origin-dns-check = ゲートウェイのマシンで、設定にある名前を使って`dig NAME`を実行します。ゲートウェイのログには「host not found」か「could not be resolved」と記録されます。

cause-origin-no-route-title = ゲートウェイから背後のサーバーへの経路がない
cause-origin-no-route-means = サイトの入口とサイト自身のサーバーの間に、ネットワークの経路がありません。アドレスの誤り、回線の切断、ファイアウォールのどれかです。
cause-origin-no-route-visitor = 待つほかにできることはありません。
cause-origin-no-route-owner = ゲートウェイの設定にあるサーバーのアドレスを確かめ、次に2台の間の経路とファイアウォールを確かめてください。
cause-origin-no-route-check = ゲートウェイのマシンで`ip route get { $numeric ->
    [yes] { $host }
   *[no] ADDRESS
}`を実行します。ログには「no route to host」か「network is unreachable」と記録されます。

cause-origin-overloaded-title = サイトのサーバーの負荷が高すぎる
cause-origin-overloaded-means = サーバーが処理できる量を超えるリクエストが届き、一部が拒否されるか、処理されないままになっています。
cause-origin-overloaded-visitor = 時間をおいてお試しください。再読み込みを繰り返すと、混雑がひどくなります。
cause-origin-overloaded-owner = CPU、メモリ、データベースの状態を調べてください。負荷が実際の閲覧者によるものか、ロボットによるものかを見極めたうえで、キャッシュ、制限、増強のどれかで対処してください。その間、ゲートウェイは保存してあるページを返せます（`stale-if-error`、nginxでは`proxy_cache_use_stale`）。
cause-origin-overloaded-check = サーバー上で`uptime`と`free -m`を実行し、アクセスログで1分あたりのリクエスト数を数えます。

cause-origin-connection-limit-title = ゲートウェイからサーバーへの接続数が上限に到達
cause-origin-connection-limit-means = 入口から背後のサーバーへの接続数には上限があり、すべて使用中です。サーバー自体は正常な場合があります。
cause-origin-connection-limit-visitor = 1分後にもう一度お試しください。
cause-origin-connection-limit-owner = 接続が使用中のままになる理由（遅い応答、急な集中）を調べ、そのうえで上限を引き上げるか、応答を速くしてください。
cause-origin-connection-limit-check = ゲートウェイのメトリクスかログに、overflow、max_conn、circuit breakerといった語が現れます。

cause-origin-crashed-title = サイトのプログラムが異常終了
cause-origin-crashed-means = ページを作るプログラムがみずから停止したか、起動しません。
cause-origin-crashed-visitor = 待つほかにできることはありません。
cause-origin-crashed-owner = プログラムのログの末尾を読んでください。直近の変更から始まった問題なら、その変更を取り消してください。そのうえで、もう一度起動してください。
cause-origin-crashed-check = `systemctl status SERVICE`か`docker ps -a`で、再起動と終了コードがわかります。

cause-origin-app-error-title = サイトのプログラム自身がエラーを報告
cause-origin-app-error-means = リクエストは、ページを作るプログラムまで届きましたが、プログラムが処理に失敗しました。ゲートウェイはすべて正常に動作しました。
cause-origin-app-error-visitor = サイトのほかのページをお試しください。エラーになったときの操作をサイト運営者に伝えてください。
cause-origin-app-error-owner = プログラム自身のログで、このリクエストを探してください。エラーとその場所が記録されています。ゲートウェイを変更する必要はありません。プラグインやモジュールを入れてから始まった場合は、半分を無効にして確認し直し、違いの出る半分をさらに調べてください。
cause-origin-app-error-check = リクエストの時刻のプログラムのログを確かめます。エラーページには、プログラム自身の文言が表示されます。

cause-pool-empty-title = ゲートウェイの背後に正常なサーバーがない
cause-pool-empty-means = 入口は問い合わせ先のサーバーを把握していますが、すべて故障していると見なしています。または、サーバーが1台もありません。
cause-pool-empty-visitor = 待つほかにできることはありません。
cause-pool-empty-owner = サーバープールにサーバーが何台あるか、ヘルスチェックが何を確かめているかを調べてください。リダイレクトやログインページが返るなど、ヘルスチェック自体が誤った応答を受け取っていることがよくあります。
cause-pool-empty-check = ゲートウェイのステータスページかコンソールで、各サーバーの状態とその理由がわかります。

cause-pool-partial-title = ゲートウェイの背後のサーバーの一部が故障
cause-pool-partial-means = サイトには複数のサーバーがあり、ゲートウェイが、動作していないサーバーにも閲覧者を送り続けています。そのため、失敗するリクエストと成功するリクエストがあります。
cause-pool-partial-visitor = ページを再読み込みしてください。次は正常なサーバーにつながる場合があります。
cause-pool-partial-owner = 各サーバーに直接問い合わせ、故障したサーバーを外してください。故障を検出できるヘルスチェックを設定してください。
cause-pool-partial-check = リクエストごとのサーバーのアドレスを記録したゲートウェイのアクセスログを調べます。エラーは同じアドレスに集中します。

cause-app-socket-missing-title = サイトのプログラムへの接続用ファイルがない
cause-app-socket-missing-means = サイトのマシンでは、ゲートウェイとプログラムが特別なファイル（ソケット）を通じてつながります。そのファイルが存在しません。多くの場合、プログラムが動いていません。
cause-app-socket-missing-visitor = 待つほかにできることはありません。
cause-app-socket-missing-owner = プログラム（PHP-FPM、Gunicornなど）を起動し、プログラムの設定にあるソケットのパスと、ゲートウェイの設定にあるパスを比べてください。
cause-app-socket-missing-check = ソケットに対して`ls -l { $known ->
    [socket] { $path }
   *[no] PATH
}`を実行します。ゲートウェイのログには「No such file or directory」と記録されます。

cause-app-socket-permission-title = ゲートウェイにサイトのプログラムへの接続用ファイルを使う権限がない
cause-app-socket-permission-means = ゲートウェイとプログラムがつながるファイル（ソケット）は存在しますが、ゲートウェイにはそれを使う権限がありません。
cause-app-socket-permission-visitor = 待つほかにできることはありません。
cause-app-socket-permission-owner = ゲートウェイのユーザーがソケットを使えるようにしてください。ファイルの所有者、グループ、モードと、上位の各フォルダーの権限を確かめ、次にSELinuxかAppArmorを確かめてください。
cause-app-socket-permission-check = `namei -l { $known ->
    [socket] { $path }
   *[no] PATH
}`で、ファイルとフォルダーの権限がわかります。ゲートウェイのログには「Permission denied」と記録されます。

cause-app-workers-exhausted-title = サイトのプログラムのワーカーがすべて使用中
cause-app-workers-exhausted-means = プログラムが同時に処理できるリクエストの数は決まっており、すべて使用中です。
cause-app-workers-exhausted-visitor = 再読み込みを繰り返さずに、数分後にもう一度お試しください。
cause-app-workers-exhausted-owner = 何がワーカーを占有しているか（遅いクエリ、ほかのサービスの呼び出し）を調べてください。ワーカーの数を増やすのはそのあとで、メモリが許す範囲にしてください。
cause-app-workers-exhausted-check = PHP-FPMのログには「reached pm.max_children」と記録されます。ほかのプログラムでは、ステータスページで使用中と待機中のワーカーがわかります。

cause-app-timeout-killed-title = サイトのプログラムが時間超過で終了させられた
cause-app-timeout-killed-means = プログラムの実行時間が上限を超えたため、監視の仕組みがこのリクエストの途中で終了させました。
cause-app-timeout-killed-visitor = 検索の条件を絞るなど、処理の軽い操作をお試しください。または、時間をおいてお試しください。
cause-app-timeout-killed-owner = このリクエストを速くするか、処理をバックグラウンドに移してください。上限を引き上げるのは、それが必要なリクエストだけにしてください。
cause-app-timeout-killed-check = プログラムのログに「worker timeout」か「maximum execution time」と記録されます。失敗までの時間はすべて同じです。

cause-app-out-of-memory-title = サイトのプログラムのメモリが不足
cause-app-out-of-memory-means = プログラムが使えるメモリの上限を超えたため、停止させられました。
cause-app-out-of-memory-visitor = 待つほかにできることはありません。
cause-app-out-of-memory-owner = 何がメモリを増やしたか（大きなリクエスト1件、メモリリーク、このマシンに対して多すぎるワーカー）を調べてください。ワーカーを減らすか、メモリを増やしてください。
cause-app-out-of-memory-check = サーバー上で`journalctl -k | grep -i "out of memory"`を実行します。コンテナーでは終了コード137になります。

cause-gateway-misconfigured-title = ゲートウェイの設定の誤り
cause-gateway-misconfigured-means = サイトの入口が、役割を果たせない設定になっています。アドレス、ポート、名前、ルールのどれかが誤っています。
cause-gateway-misconfigured-visitor = 待つほかにできることはありません。
cause-gateway-misconfigured-owner = 最後に動作していた設定に戻し、背後のサーバーのアドレス、ポート、プロトコルを、ゲートウェイが使うものと比べてください。
cause-gateway-misconfigured-check = ゲートウェイに設定を検査させます：`nginx -t`、`apachectl configtest`、`haproxy -c -f FILE`。問題の設定はゲートウェイのログに記録されます。

cause-gateway-file-limit-title = ゲートウェイが開けるファイルの数が上限に到達
cause-gateway-file-limit-means = 接続は1本ごとに、開いたファイルとして数えられます。サイトの入口は、その数の上限に達しています。
cause-gateway-file-limit-visitor = 数分後にもう一度お試しください。
cause-gateway-file-limit-owner = サービスが開けるファイルの数の上限（`LimitNOFILE`、`worker_rlimit_nofile`）を引き上げ、閉じられないままの接続がないかを調べてください。
cause-gateway-file-limit-check = ゲートウェイのログに「Too many open files」と記録されます。上限は`cat /proc/PID/limits`でわかります。

cause-gateway-disk-full-title = ゲートウェイのディスクが満杯
cause-gateway-disk-full-means = サイトの入口が一時的に何かを保存しようとしましたが、空きがありません。
cause-gateway-disk-full-visitor = 待つほかにできることはありません。
cause-gateway-disk-full-owner = 空きを作ってください。多くの場合、古いログが場所を取っています。ログのローテーションも設定してください。
cause-gateway-disk-full-check = ゲートウェイで`df -h`と`df -i`を実行します。ログには「No space left on device」と記録されます。

cause-gateway-overloaded-title = ゲートウェイ自体の負荷が高すぎる
cause-gateway-overloaded-means = サイトの入口に、処理できる数を超える接続が集まっています。
cause-gateway-overloaded-visitor = 数分後にもう一度お試しください。
cause-gateway-overloaded-owner = ワーカーあたりの接続数を増やし、多数の接続がどこから来ているかを調べてください。
cause-gateway-overloaded-check = nginxは「worker_connections are not enough」と記録します。接続数は`ss -s`でわかります。

cause-edge-internal-title = サイトのゲートウェイやCDN自体のエラー
cause-edge-internal-means = サイトの手前にあるサービス自体に問題があります。サイトのサーバーは正常な場合があります。
cause-edge-internal-visitor = 数分後にもう一度お試しください。ほかの多くのサイトも、同じようにエラーになる場合があります。
cause-edge-internal-owner = サービスの提供元のステータスページを確かめ、リクエストの番号をサポートに伝えてください。
cause-edge-internal-check = 背後のサーバーに直接問い合わせます。応答があれば、原因は手前のサービスです。

cause-edge-blocked-title = サイトの入口がこのリクエストを拒否
cause-edge-blocked-means = サイトのルールが、この閲覧者、ネットワーク、国、またはリクエストの種類を拒否しています。故障ではなく、意図した動作です。
cause-edge-blocked-visitor = VPNを使わず、別のネットワークで試してください。それでも開けない場合は、ページにリクエストの番号があればそれを添えて、サイトに問い合わせてください。
cause-edge-blocked-owner = ファイアウォールのログでリクエストの番号を探し、ルールが意図した相手に適用されているかを確かめてください。
cause-edge-blocked-check = 同じページが別のネットワークからは開けます。ファイアウォールのログに、適用されたルールが記録されます。

cause-edge-unreachable-title = サイトの入口に到達できない
cause-edge-unreachable-means = サイトのアドレスで応答するものがありません。マシンの電源が切れているか、サービスが停止しているか、ファイアウォールが閉じています。
cause-edge-unreachable-visitor = ほかのサイトが正常なら、待つほかにできることはありません。
cause-edge-unreachable-owner = マシンの電源が入っていてWebサーバーが動いているかを確かめ、次に、ポート80と443が外部に開いているかを確かめてください。1台ですべてを担っている場合は、2台目があれば次回もサイトを保てます。
cause-edge-unreachable-check = 外部から`nc -vz NAME 443`、マシン上で`ss -ltn`を実行します。

cause-rate-limited-title = ここからのリクエストが多すぎる
cause-rate-limited-means = サイトは、閲覧者ごとにリクエストの回数を制限しています。この閲覧者か、同じアドレスを使うほかの人のリクエストが、その回数を超えました。
cause-rate-limited-visitor = 再読み込みをせずに、数分お待ちください。共用のネットワークやVPNでは、上限に早く達します。
cause-rate-limited-owner = どの制限が適用されたか、1つのアドレスを使う多くの人を1人と数えていないかを確かめてください。
cause-rate-limited-check = ステータス429か、ヘッダー`Retry-After`が返ります。nginxのログには「limiting requests」と記録されます。

cause-maintenance-title = サイトはメンテナンス中
cause-maintenance-means = サイト運営者が、サイトを意図して一時的に閉じています。
cause-maintenance-visitor = 時間をおいてお試しください。再開の時期がページに書かれている場合があります。
cause-maintenance-owner = 作業が終わっていれば、メンテナンスモードをオフにしてください。WordPressでは、`.maintenance`というファイルが残っているとオンのままになります。計画的な作業では、`Retry-After`を付けた503を返してください。検索エンジンは後で戻ってきますが、長い502ではページを外すことがあります。
cause-maintenance-check = ページの文言と、ヘッダー`Retry-After`を確かめます。

cause-request-header-too-large-title = リクエストが大きすぎる（主にCookie）
cause-request-header-too-large-means = ブラウザーは、サイトが保存させた情報をリクエストと一緒に送ります。その量がサイトの上限を超えました。ほかの閲覧者には影響がありません。
cause-request-header-too-large-visitor = このサイトのCookieを削除し、ページを再読み込みしてください。
cause-request-header-too-large-owner = Cookieに保存する量を減らしてください。当面は、ヘッダーの上限（`large_client_header_buffers`、`LimitRequestFieldSize`）を引き上げてください。
cause-request-header-too-large-check = プライベートウィンドウでは正常で、通常のウィンドウではエラーになります。

cause-request-body-too-large-title = アップロードが大きすぎる
cause-request-body-too-large-means = 送信された内容が、サイトの入口の上限を超えています。
cause-request-body-too-large-visitor = もっと小さいファイルにするか、分割して送信してください。
cause-request-body-too-large-owner = 途中の各ゲートウェイとプログラムの上限を引き上げてください（`client_max_body_size`、`upload_max_filesize`）。
cause-request-body-too-large-check = ステータス413が返ります。小さいアップロードは成功します。

cause-redirect-loop-title = サイトのリダイレクトが循環
cause-redirect-loop-means = どのページも、ページは別の場所にあると案内し、それが終わりなく続きます。
cause-redirect-loop-visitor = このサイトのCookieを一度削除してください。それで直らない場合は、お待ちください。
cause-redirect-loop-owner = 互いに打ち消し合う2つのルールを探してください。ある段でhttpからhttpsへ、別の段でその逆へ転送している場合や、wwwありとなしの間で転送し合っている場合があります。CDNを使っている場合は、CDNの暗号化モードが原因であることが多いです。
cause-redirect-loop-check = `curl -sIL --max-redirs 10 { $asks ->
    [page] { $page }
   *[no] ADDRESS
} | grep -i ^location`で、循環の様子がわかります。

cause-http2-protocol-error-title = 新しいWebプロトコルでのエラー
cause-http2-protocol-error-means = どちらかの側がHTTP/2かHTTP/3を正しく扱っていません。そのため、ページはあるのに接続が途切れます。
cause-http2-protocol-error-visitor = ページを再読み込みするか、別のブラウザーをお使いください。
cause-http2-protocol-error-owner = HTTP/1.1の場合と比べてください。HTTP/2で禁止されているヘッダーがないかを調べ、ゲートウェイを更新してください。
cause-http2-protocol-error-check = `curl --http1.1 -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`は成功し、`curl --http2 -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`は失敗します。

cause-site-not-found-title = この名前のサイトが設定されていない
cause-site-not-found-means = 応答したマシンには、この名前のサイトが登録されていません。
cause-site-not-found-visitor = アドレスのつづりを確かめてください。正しい場合は、サイトが移転したか、なくなっています。
cause-site-not-found-owner = ゲートウェイかプラットフォームにこの名前を追加するか、名前のDNSを現在のサイトの場所に向けてください。
cause-site-not-found-check = プラットフォームのドメイン一覧を確かめます。名前の行き先は`dig NAME`でわかります。

cause-quota-exceeded-title = サイトの契約プランの上限を超過
cause-quota-exceeded-means = 利用の上限か料金の限度に達したため、ホスティング事業者がサイトを停止しました。
cause-quota-exceeded-visitor = 待つほかにできることはありません。
cause-quota-exceeded-owner = ホスティング事業者のコンソールで、どの上限に達し、いつまで停止されるのかを確かめてください。プランを上げるか、何が上限を使い切ったかを調べてください。
cause-quota-exceeded-check = ホスティング事業者のコンソールかメールを確かめます。ステータスは402、508、509のどれかです。

cause-tls-certificate-expired-title = サイトの証明書の期限切れ
cause-tls-certificate-expired-means = サイトの身元を示す証明書には有効期限がありますが、期限までに更新されませんでした。
cause-tls-certificate-expired-visitor = 端末の日付を確かめてください。正しければ、更新されるまで待ち、サイトにパスワードを入力しないでください。
cause-tls-certificate-expired-owner = 証明書を更新してゲートウェイに読み込ませ、更新が実行されなかった理由を調べてください。
cause-tls-certificate-expired-check = `openssl s_client -connect NAME:443 -servername NAME | openssl x509 -noout -dates`を実行します。

cause-tls-certificate-name-title = サイトの証明書が別の名前のもの
cause-tls-certificate-name-means = 応答したマシンは身元を証明していますが、それは開こうとしたサイトではありません。
cause-tls-certificate-name-visitor = wwwの有無を変えて開いてみてください。警告を無視して進まないでください。
cause-tls-certificate-name-owner = 閲覧者が使うすべての名前について証明書を発行してもらい、ゲートウェイが正しい証明書を選ぶかを確かめてください。
cause-tls-certificate-name-check = `openssl s_client -connect NAME:443 -servername NAME | openssl x509 -noout -ext subjectAltName`を実行します。

cause-tls-untrusted-title = サイトの証明書を保証する認証局が未知
cause-tls-untrusted-means = サイトの証明書が、ブラウザーの知らない発行者によるものか、証明書チェーンの一部が欠けています。
cause-tls-untrusted-visitor = 警告を無視して進まないでください。サイト運営者が直すまでお待ちください。
cause-tls-untrusted-owner = 証明書と一緒に証明書チェーン全体を送り、ブラウザーが知っている認証局を使ってください。
cause-tls-untrusted-check = `openssl s_client -connect NAME:443 -servername NAME`の末尾に、検証エラーが表示されます。

cause-tls-handshake-title = サイトとの暗号化通信が成立しない
cause-tls-handshake-means = 閲覧者の側とサイトの間で、共通の暗号化方式が見つからなかったか、途中でサイトが接続を打ち切りました。
cause-tls-handshake-visitor = 別のhttpsサイトを開いてください。それが開ける場合は、サイト側が直すまでお待ちください。それも開けない場合は、ブラウザーか端末を更新してください。
cause-tls-handshake-owner = ゲートウェイが提供するTLSのバージョンと暗号スイートを確かめ、そのポートが本当にTLSで応答しているかを確かめてください。
cause-tls-handshake-check = `openssl s_client -connect NAME:443 -servername NAME -tls1_2`と、同じコマンドの`-tls1_3`版を実行します。

cause-tls-intercepted-title = 閲覧者の近くで暗号化通信の中身が読まれている
cause-tls-intercepted-means = セキュリティソフトかWebフィルターが閲覧者とサイトの間に入り、独自の証明書を示しています。
cause-tls-intercepted-visitor = 試しにセキュリティソフトのHTTPSスキャンをオフにするか、ネットワークの管理者に尋ねてください。
cause-tls-intercepted-owner = サイト側で直すものはありません。
cause-tls-intercepted-check = 証明書の発行者が、そのソフトの名前になっています。別のネットワークからは、発行者は公的な認証局です。

cause-stale-dns-title = サイトの古いアドレスが使われている
cause-stale-dns-means = サイトは移転しましたが、名前を調べるサービス（DNSサーバー）が今も古いアドレスを案内しています。
cause-stale-dns-visitor = この端末のDNSキャッシュを消去するか、ルーターを再起動してください。何もしなくても、数時間以内に解消します。
cause-stale-dns-owner = 古いレコードの有効時間が過ぎるまで、古いサーバーを動かしておいてください。ゲートウェイが名前を調べ直しているかも確かめてください。
cause-stale-dns-check = `dig NAME`と、サイトのネームサーバーへの`dig NAME @NAMESERVER`を比べます。

cause-resolver-failing-title = 名前を調べるサービス（DNSサーバー）のエラー
cause-resolver-failing-means = サイトの名前は、まず数字のアドレスに変換する必要があります（DNS）。それを行うサービスが、応答しないか誤った応答をしています。ほかのサービスは正しく応答しています。
cause-resolver-failing-visitor = ルーターを再起動するか、当面は別のDNSサービスを設定してください。
cause-resolver-failing-owner = ほかのサービスでサイトが見つかるなら、サイト側で直すものはありません。
cause-resolver-failing-check = `dig NAME`は失敗し、`dig NAME @9.9.9.9`は成功します。

cause-resolver-slow-title = 名前を調べるサービス（DNSサーバー）が遅い
cause-resolver-slow-means = サイトの名前を数字のアドレスに変換するのに時間がかかり、ページが表示されないように見えます。
cause-resolver-slow-visitor = ルーターを再起動するか、別のDNSサービスをお試しください。
cause-resolver-slow-owner = ほかのサービスが速いなら、サイト側で直すものはありません。
cause-resolver-slow-check = `dig NAME`を数回実行し、「Query time」の行を確かめます。

cause-resolver-hijack-title = 名前を調べるサービス（DNSサーバー）が偽のアドレスを案内
cause-resolver-hijack-means = サイトのアドレスではなく、別のアドレスを案内しています。サイトを遮断するためか、別のものを表示するためです。
cause-resolver-hijack-visitor = ネットワークの管理者に尋ねてください。別のDNSサービスを設定してください。パスワードは入力しないでください。
cause-resolver-hijack-owner = ほかの人が正しいアドレスを得ているなら、サイト側で直すものはありません。
cause-resolver-hijack-check = `dig NAME`と`dig NAME @9.9.9.9`の結果が異なり、前者のアドレスではサイトの証明書が示されません。

cause-nxdomain-title = サイトの名前が存在しない
cause-nxdomain-means = インターネットの住所録（DNS）に、この名前がありません。
cause-nxdomain-visitor = つづりを確かめてください。正しい場合は、サイトがなくなったか、名前の登録が失効しています。
cause-nxdomain-owner = ドメインの料金が支払われているか、ネームサーバーにレコードがあるかを確かめてください。
cause-nxdomain-check = `dig NAME`の結果がNXDOMAINになります。有効期限は`whois DOMAIN`でわかります。

cause-no-address-title = サイトの名前にアドレスがない
cause-no-address-means = 名前は存在しますが、サイトに到達するための数字のアドレスが登録されていません。
cause-no-address-visitor = wwwの有無を変えて開いてみてください。
cause-no-address-owner = この名前にAかAAAAのレコードを追加してください。
cause-no-address-check = `dig NAME A`と`dig NAME AAAA`で、応答が得られません。

cause-dnssec-bogus-title = サイトの名前の署名が無効
cause-dnssec-bogus-means = インターネットの住所録（DNS）にあるサイトの記録には署名がありますが、その署名が合いません。署名を検証するサービスは、この場合アドレスを案内しません。
cause-dnssec-bogus-visitor = 待つほかにできることはありません。直せるのはサイト運営者だけです。
cause-dnssec-bogus-owner = レジストリにあるDSレコードをゾーンの鍵と比べ、期限切れの署名を更新してください。
cause-dnssec-bogus-check = `dig NAME`の結果がSERVFAILになり、`dig +cd NAME`ではアドレスが得られます。

cause-nameserver-failing-title = サイトのネームサーバーのエラー
cause-nameserver-failing-means = インターネットの住所録（DNS）にあるサイトの記録を持つサーバーが、応答しないか、エラーを返しています。
cause-nameserver-failing-visitor = 待つほかにできることはありません。
cause-nameserver-failing-owner = DNS事業者に連絡し、レジストリに登録されたすべてのネームサーバーが存在し、ゾーンを持っているかを確かめてください。
cause-nameserver-failing-check = `dig NS DOMAIN`で得た各ネームサーバーに対して、`dig NAME @NAMESERVER`を実行します。

cause-one-address-dead-title = サイトのアドレスの1つが動作していない
cause-one-address-dead-means = サイトには複数のアドレスがあり、そのうち1つではページが表示されません。そのため、一部の閲覧者では、またはときどき、エラーになります。
cause-one-address-dead-visitor = ページを再読み込みしてください。ブラウザーが別のアドレスを使う場合があります。
cause-one-address-dead-owner = 動作していないアドレスをDNSから外すか、マシンを復旧させてください。
cause-one-address-dead-check = 各アドレスに対して`curl --resolve NAME:443:ADDRESS https://NAME/`を実行します。

cause-ipv6-broken-title = 新しい形式のアドレス（IPv6）が動作していない
cause-ipv6-broken-means = サイトか、お使いのネットワークには2種類のアドレスがあり、新しい形式のほうでは何も届きません。
cause-ipv6-broken-visitor = ほとんどのブラウザーは自動で切り替わります。ほかのサイトも遅い場合は、ルーターの再起動が有効です。
cause-ipv6-broken-owner = WebサーバーがIPv6アドレスで待ち受けるようにするか、AAAAレコードを外してください。
cause-ipv6-broken-check = `curl -4 { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`は成功し、`curl -6 { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`は失敗します。

cause-router-unreachable-title = ルーターが応答しない
cause-router-unreachable-means = 自宅や職場をインターネットにつなぐ機器に、この端末から到達できません。
cause-router-unreachable-visitor = ケーブルかWi-Fiを確かめ、ルーターに近づくか、ルーターを再起動してください。
cause-router-unreachable-owner = サイト側で直すものはありません。
cause-router-unreachable-check = 同じネットワークのほかの端末で確かめます。ルーターのアドレスに`ping`を実行します。

cause-no-internet-title = インターネットに接続されていない
cause-no-internet-means = ルーターは応答しますが、どのサイトでも、その先には到達できません。
cause-no-internet-visitor = ルーターを再起動してください。次に、プロバイダーに障害がないかを調べてください。
cause-no-internet-owner = サイト側で直すものはありません。
cause-no-internet-check = このネットワークのどの端末でも、ほかのサイトが開けません。

cause-captive-portal-title = ネットワークへのログインが必要
cause-captive-portal-means = ゲスト用のネットワークは、利用規約に同意するかログインするまで、独自のページを表示します。
cause-captive-portal-visitor = http://で始まるページを開き、そこでログインしてください。
cause-captive-portal-owner = サイト側で直すものはありません。
cause-captive-portal-check = `curl -I http://neverssl.com/`に、ネットワーク独自のページが応答します。

cause-port-blocked-title = ネットワークがこの種の通信を遮断
cause-port-blocked-means = Webページは決まった通り道（ポート）を使います。お使いのネットワークは、このサイトに必要なポートを閉じています。
cause-port-blocked-visitor = 別のネットワークで試すか、このネットワークの管理者に尋ねてください。
cause-port-blocked-owner = サイトをポート443で提供してください。ほぼどこでも開いています。
cause-port-blocked-check = 別のネットワークからは`nc -vz { $asks ->
    [page] { $name } { $door }
   *[no] NAME PORT
}`が成功します。

cause-local-proxy-title = 閲覧者の近くのプロキシかフィルターが妨げている
cause-local-proxy-means = お使いの端末かネットワークは、途中のプログラムを経由してWebの通信を送っています。そのプログラムがエラーになっているか、ページを遮断しています。
cause-local-proxy-visitor = 試しにプロキシ、VPN、Web保護をオフにしてください。職場では、管理者に尋ねてください。
cause-local-proxy-owner = サイト側で直すものはありません。
cause-local-proxy-check = プロキシを通さなければ、ページが開きます：`curl --noproxy '*' -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`。

cause-path-broken-title = 閲覧者とサイトの間の経路が途切れている
cause-path-broken-means = お使いの接続もサイトも正常ですが、2つのネットワークの間で通信が届きません。
cause-path-broken-visitor = スマートフォンの回線など、別のネットワークで試してください。プロバイダーに連絡してください。
cause-path-broken-owner = どこからアクセスするとエラーになるかの情報を集め、ホスティング事業者のネットワーク担当に送ってください。
cause-path-broken-check = ほかのネットワークからはサイトが開きます。`traceroute`は毎回同じ場所で終わります。

cause-browser-state-title = ブラウザーに保存されたものが妨げている
cause-browser-state-means = このブラウザーのCookie、キャッシュ、拡張機能のどれかがリクエストを損ねています。ほかのブラウザーでは正常です。
cause-browser-state-visitor = プライベートウィンドウで試してください。次に、このサイトのデータを削除するか、拡張機能を1つずつオフにしてください。
cause-browser-state-owner = サイトの古いCookieが不具合を起こさないかを確かめてください。
cause-browser-state-check = プライベートウィンドウか別のブラウザーでは、ページが開きます。

cause-hosts-file-title = この端末にサイトのアドレスが手動で登録されている
cause-hosts-file-means = この端末のファイルが、一般に使われているものとは別のアドレスをサイトに指定しています。
cause-hosts-file-visitor = hostsファイルからその行を取り除くか、設定した人に尋ねてください。
cause-hosts-file-owner = サイト側で直すものはありません。
cause-hosts-file-check = `/etc/hosts`で名前を探します。Windowsでは`C:\Windows\System32\drivers\etc\hosts`です。

cause-clock-skew-title = この端末の時計が合っていない
cause-clock-skew-means = 証明書には有効期間があります。時計が合っていないと、正しい証明書も、期限切れかまだ有効でないと判断されます。
cause-clock-skew-visitor = 日付と時刻を合わせ（できれば自動設定で）、ページを再読み込みしてください。
cause-clock-skew-owner = サイト側で直すものはありません。
cause-clock-skew-check = 端末の時計をスマートフォンと比べます。多くのサイトで同じ警告が表示されます。

cause-transient-title = 一時的なエラー、現在は正常
cause-transient-means = 短い間の問題で、すでに解消しています。
cause-transient-visitor = ページを再読み込みしてください。
cause-transient-owner = 再び起きた場合は、その時刻のログを調べてください。よくある理由は再起動とデプロイです。
cause-transient-check = 同じリクエストが、続けて何回も成功します。

cause-healthy-title = サイトは正常
cause-healthy-means = ページは正しく届きました。
cause-healthy-visitor = ブラウザーにまだエラーが表示される場合は、キャッシュを使わずにページを読み込み直してください（Ctrl+F5）。
cause-healthy-owner = 対処は不要です。
cause-healthy-check = `curl -I { $asks ->
    [page] { $page }
   *[no] ADDRESS
}`に、200か、サイトが意図した内容が返ります。

cause-client-aborted-title = 閲覧者の側が先に接続を閉じた
cause-client-aborted-means = 応答の準備ができる前に、リクエストが取り消されました。ページが閉じられたか再読み込みされたか、閲覧者に近い側の何かが待つのをやめました。
cause-client-aborted-visitor = ページを再読み込みし、表示されるまでしばらくお待ちください。
cause-client-aborted-owner = 同じ経過時間のものが多い場合は、手前にタイムアウトの短いゲートウェイがあるか、ページが遅いことを示しています。
cause-client-aborted-check = アクセスログに、499（nginx）、460（Amazon）、またはCで始まる状態（HAProxy）が記録されます。

cause-unknown-title = 原因は不明
cause-unknown-means = ここから観測できる内容では、エラーの理由がわかりません。
cause-unknown-visitor = しばらく待ってから、もう一度お試しください。続く場合は、サイト運営者に伝えてください。
cause-unknown-owner = リクエストの時刻のゲートウェイのエラーログを読んでください。その1行から、外からの確認よりも多くのことがわかります。
cause-unknown-check = ゲートウェイのエラーログを確かめ、ゲートウェイを通さずに背後のサーバーに問い合わせます。
