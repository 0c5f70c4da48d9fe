#!/bin/sh
# watchdog.sh <run directory>
# Its standard input is a pipe from the launcher, which says "done" when it has stopped everything itself.
# When the pipe closes without that word the launcher has died, even by kill -9: end all parts, remove their data.
run=$1
trap '' INT TERM HUP
word=
read -r word
[ "$word" = done ] && exit 0

rm -f "$run/alive"
running() {
    for file in "$run"/pids/*; do
        [ -e "$file" ] && kill -0 "$(cat "$file")" 2>/dev/null && return 0
    done
    return 1
}
signal() {
    for file in "$run"/pids/*; do
        [ -e "$file" ] && kill "$1" "$(cat "$file")" 2>/dev/null
    done
}
signal -TERM
waited=0
while running && [ "$waited" -lt 30 ]; do
    sleep 0.1
    waited=$((waited + 1))
done
signal -KILL
rm -rf "$run/data" "$run/pids" "$run/launcher" "$run/child.sh"
