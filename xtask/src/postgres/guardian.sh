# Makes a cluster, says "ready", and removes it when its standard input ends.
# $1: the folder of PostgreSQL's programs   $2: the port
trap '' INT HUP TERM
bin=$1 port=$2
dir=$(mktemp -d "${TMPDIR:-/tmp}/filon-postgres.XXXXXX") || exit 1
log=$dir/log

start() {
    "$bin/initdb" -D "$dir/data" -U filon -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
        "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 start -o \
            "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
             -c fsync=off -c full_page_writes=off" &&
        "$bin/createdb" -h 127.0.0.1 -p "$port" -U filon filon_test
}

if start >"$log" 2>&1 </dev/null; then
    echo ready
    read -r _
else
    tail -n 20 "$log" "$dir/server.log"
fi 2>/dev/null
"$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1
rm -rf "$dir"
