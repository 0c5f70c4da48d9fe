#!/bin/sh
# Whether this Redis may live on. A replica lets nothing go by itself: it waits until its primary says so. One that
# had a primary and has lost it keeps what it holds for ever, and is to be started anew, empty, if that lasts: the
# probe that asks here counts the minute, by a clock that is not the node's. Doubt is a no.
set -eu
state=$(REDISCLI_AUTH="$REPLICA_PASSWORD" redis-cli --user replica info replication)

case "$state" in
    *role:master*) exit 0 ;;
    *role:slave*master_link_status:up*) exit 0 ;;
    # It never had one since its start, and so it holds nothing.
    *role:slave*master_link_down_since_seconds:-1*) exit 0 ;;
    *) exit 1 ;;
esac
