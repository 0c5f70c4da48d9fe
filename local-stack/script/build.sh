# Builds what is out of date, and nothing else. Read by ./lethe.

version=0.1.0-SNAPSHOT
services=(chat-service presence-service mail-dispatch-service file-relay-service gdpr-service)
suite=(. contracts privacy runtime local-stack "${services[@]}")

# What a module is built from, beside its own sources.
needs() {
    case $1 in
        .) ;;
        contracts) echo . ;;
        privacy) echo . contracts ;;
        runtime | local-stack) echo . contracts privacy ;;
        acceptance-tests) echo . contracts privacy local-stack ;;
        benchmarks) echo . contracts privacy local-stack acceptance-tests ;;
        *-service) echo . contracts privacy runtime ;;
    esac
}

# One hash over the files of some folders.
hash_of() {
    find "$@" \( -name node_modules -o -name dist -o -name target -o -name generated.ts \) -prune -o -type f -print0 2>/dev/null |
        LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c1-16
}

declare -A hashes
sources_of() {
    case $1 in
        .) hash_of pom.xml .mvn ;;
        # The gateway's headers are the chart's.
        local-stack) hash_of "$1/pom.xml" "$1/src/main" helm/lethe/files ;;
        *) hash_of "$1/pom.xml" "$1/src/main" ;;
    esac
}

# The hash of a module and of all it is built from.
stamp_of() {
    local module text=
    for module in $(needs "$1") "$1"; do
        [ -n "${hashes[$module]:-}" ] || hashes[$module]=$(sources_of "$module")
        text+=${hashes[$module]}
    done
    stamp=$(sha256sum <<<"$text" | cut -c1-16)
}

local_repository() {
    local named
    # Maven's own template names another repository in a comment.
    named=$(node -e '
        const settings = require("fs").readFileSync(process.argv[1], "utf8").replace(/<!--[^]*?-->/g, "");
        console.log(/<localRepository>(.*?)<\/localRepository>/.exec(settings)?.[1] ?? "");
    ' "$HOME/.m2/settings.xml" 2>/dev/null || true)
    named=${named//'${user.home}'/$HOME}
    echo "${named:-$HOME/.m2/repository}/org/lethe"
}

# Libraries are used from the local repository, where another checkout may have put its own.
is_built() {
    local jar=$1/target/$1-$version.jar
    case $1 in
        .) [ -e "$installed/lethe/$version/lethe-$version.pom" ] ;;
        *-service) [ -e "$1/target/quarkus-app/quarkus-run.jar" ] ;;
        benchmarks) [ -e "$jar" ] ;;
        contracts | runtime) cmp -s "$jar" "$installed/$1/$version/$1-$version.jar" &&
            [ -e "$installed/$1/$version/$1-$version-tests.jar" ] ;;
        *) cmp -s "$jar" "$installed/$1/$version/$1-$version.jar" ;;
    esac
}

# Maven ends quiet runs with escape sequences that no log needs.
quiet_maven() {
    mvn -B -q -ntp -Dstyle.color=never "$@" | sed $'s/\x1b\\[[0-9;]*m//g'
}

# The parent module's folder is the root itself.
stamp_file() {
    [ "$1" = . ] && echo "$state/stamps/parent" || echo "$state/stamps/$1"
}

is_stamped() {
    [ "$(cat "$(stamp_file "$1")" 2>/dev/null)" = "$2" ]
}

put_stamp() {
    mkdir -p "$state/stamps"
    echo "$2" >"$(stamp_file "$1")"
}

build() {
    local module outdated=() stamp
    installed=$(local_repository)
    for module in "$@"; do
        stamp_of "$module"
        is_stamped "$module" "$stamp" && is_built "$module" || outdated+=("$module")
    done
    [ ${#outdated[@]} -gt 0 ] || return 0
    echo "Building ${outdated[*]}"
    quiet_maven -Dquick -pl "$(IFS=,; echo "${outdated[*]}")" install || fail "the build failed; the reason is above."
    stamp_all "${outdated[@]}"
}

stamp_all() {
    local module stamp
    for module in "$@"; do
        stamp_of "$module"
        put_stamp "$module" "$stamp"
    done
}

install_web() {
    local stamp
    stamp=$(hash_of web/package-lock.json)
    if ! is_stamped web-packages "$stamp" || [ ! -d web/node_modules ]; then
        echo "Fetching the web build's packages"
        (cd web && npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci failed; the reason is above."
        put_stamp web-packages "$stamp"
    fi
}

build_web() {
    local stamp
    stamp=$(hash_of web docs/api)
    if ! is_stamped web "$stamp" || [ ! -d web/dist ]; then
        install_web
        echo "Building web"
        (cd web && npm run --silent build) || fail "the web build failed; the reason is above."
        put_stamp web "$stamp"
    fi
}

# The launcher runs from a copy, so that a build beside it doesn't take its classes away.
install_launcher() {
    local stamp
    stamp_of local-stack
    launcher=$state/launcher/$stamp
    if [ ! -d "$launcher" ]; then
        mkdir -p "$state/launcher"
        local copy
        copy=$(mktemp -d "$state/launcher/copy.XXXXXX")
        cp local-stack/target/launcher/*.jar "local-stack/target/local-stack-$version.jar" "$copy"
        mv "$copy" "$launcher"
        find "$state/launcher" -mindepth 1 -maxdepth 1 -mtime +1 ! -path "$launcher" -exec rm -rf {} +
    fi
}
