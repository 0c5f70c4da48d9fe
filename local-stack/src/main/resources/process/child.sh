#!/bin/sh
# child.sh <run directory> <name> <command>...
# Becomes the command, after it has left its process id where the watchdog finds it.
run=$1
name=$2
shift 2
umask 077
echo $$ >"$run/pids/$name"
# The watchdog removes this file before it reads the ids: whoever comes too late to be read ends here.
[ -e "$run/alive" ] || exit 1
# Ctrl-C in the terminal is for the launcher, which stops the parts in order.
trap '' INT
if command -v setsid >/dev/null 2>&1; then
    exec setsid "$@"
fi
exec "$@"
