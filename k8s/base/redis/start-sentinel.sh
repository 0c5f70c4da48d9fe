#!/bin/sh
# Starts the sentinel beside a Redis. It keeps what it learned in memory-backed storage of the pod.
set -eu
conf=/run/sentinel/sentinel.conf

if [ ! -s "$conf" ]; then
    named=redis-0.redis
    for pod in redis-0 redis-1 redis-2; do
        [ "$pod" = "$HOSTNAME" ] && continue
        answer=$(redis-cli -h "$pod.redis" -p 26379 sentinel get-master-addr-by-name lethe 2>/dev/null | head -n 1)
        case "$answer" in redis-?.redis) named=$answer; break ;; esac
    done
    cat /etc/lethe/redis/sentinel.conf > "$conf"
    cat >> "$conf" <<CONF
sentinel announce-ip $HOSTNAME.redis
sentinel monitor lethe $named 6379 2
sentinel auth-user lethe sentinel
sentinel auth-pass lethe $SENTINEL_PASSWORD
sentinel down-after-milliseconds lethe 2000
sentinel failover-timeout lethe 6000
sentinel parallel-syncs lethe 1
CONF
fi
exec redis-server "$conf" --sentinel
