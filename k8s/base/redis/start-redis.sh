#!/bin/sh
# Starts one Redis of three. Redis is memory only, so one that comes back is empty: it must never
# come back as primary, or its replicas would copy the emptiness. It asks the sentinels of the other
# pods who the primary is and, when they still name this pod, waits until they have chosen another.
# Only when no other pod has a Redis at all, at the first start of the set, redis-0 begins.
set -eu
self="$HOSTNAME.redis"
conf=/run/redis/redis.conf

primary() {
    for pod in redis-0 redis-1 redis-2; do
        [ "$pod" = "$HOSTNAME" ] && continue
        named=$(redis-cli -h "$pod.redis" -p 26379 sentinel get-master-addr-by-name lethe 2>/dev/null | head -n 1)
        case "$named" in redis-?.redis) echo "$named"; return 0 ;; esac
    done
    return 1
}

cat /etc/lethe/redis/redis.conf > "$conf"
cat >> "$conf" <<CONF
replica-announce-ip $self
masteruser replica
masterauth $REPLICA_PASSWORD
CONF

alone() {
    for pod in redis-0 redis-1 redis-2; do
        [ "$pod" = "$HOSTNAME" ] && continue
        redis-cli -h "$pod.redis" ping >/dev/null 2>&1 && return 1
    done
    return 0
}

seen_alone=0
while [ "$seen_alone" -lt 3 ]; do
    if named=$(primary) && [ "$named" != "$self" ]; then
        echo "replicaof $named 6379" >> "$conf"
        exec redis-server "$conf"
    fi
    if [ "$HOSTNAME" = redis-0 ] && alone; then
        seen_alone=$((seen_alone + 1))
    else
        seen_alone=0
    fi
    sleep 1
done
exec redis-server "$conf"
