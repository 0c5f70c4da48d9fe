# What this machine has of what the suite needs, and what is fetched for it. Read by ./lethe.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$1/release"
}

find_jdk() {
    local found candidate
    found=$(command -v javac || true)
    [ -z "$found" ] || found=$(dirname "$(dirname "$(readlink -f "$found")")")
    for candidate in "${JAVA_HOME:-}" "$found" /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
        "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            export JAVA_HOME PATH="$candidate/bin:$PATH"
            return
        fi
    done
    fail "no JDK 25 found in JAVA_HOME, on the PATH or in the usual folders.
       Get one, for example from https://adoptium.net, unpack it anywhere and set JAVA_HOME to it."
}

need() {
    command -v "$1" >/dev/null || fail "$1 is missing. $2"
}

# Packages of distributions are often older.
get_node="Get Node.js 20.19, 22.13, or 24 and newer, with npm, from https://nodejs.org."

find_tools() {
    find_jdk
    need mvn "Install Maven 3.8.7 or newer: apt-get install maven, or https://maven.apache.org."
    need node "$get_node"
    need npm "$get_node"
    need tar "Install it: apt-get install tar."
    node web/build/node-fits.cjs || fail "Node.js $(node --version) does not run the web build. $get_node"
}

# Redis comes with the build when the machine has none, and a browser from npm.
find_browser() {
    local candidate found=
    for candidate in "${LETHE_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$candidate" ] && found=$(command -v "$candidate"); then
            break
        fi
    done
    LETHE_CHROMIUM=${found:-$(fetch_browser)} ||
        fail "no Chromium for the browser tests. Install it: apt-get install chromium; or set LETHE_CHROMIUM."
    PLAYWRIGHT_NODEJS_PATH=$(command -v node)
    export LETHE_CHROMIUM PLAYWRIGHT_NODEJS_PATH PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

browser_version=153.0.0

# A headless Chromium with the libraries and a font that it needs, as one npm package has them, packed by brotli.
fetch_browser() {
    local browser=$state/browser/$browser_version copy part
    if [ ! -x "$browser/chromium" ]; then
        [ "$(uname -sm)" = "Linux x86_64" ] || return 1
        echo "Fetching a Chromium from npm" >&2
        mkdir -p "$state/browser"
        rm -rf "$state/browser"/copy.*
        copy=$(mktemp -d "$state/browser/copy.XXXXXX")
        npm pack --loglevel error --ignore-scripts --pack-destination "$copy" "@sparticuz/chromium@$browser_version" >/dev/null ||
            return 1
        tar xzf "$copy"/*.tgz -C "$copy" || return 1
        unbrotli <"$copy/package/bin/chromium.br" >"$copy/headless" || return 1
        for part in al2023 swiftshader fonts; do
            unbrotli <"$copy/package/bin/$part.tar.br" | tar x -C "$copy" || return 1
        done
        rm -r "$copy"/*.tgz "$copy/package"
        echo '<fontconfig><dir prefix="relative">fonts</dir><dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>' \
            >"$copy/fonts.conf"
        starter >"$copy/chromium"
        chmod +x "$copy/headless" "$copy/chromium"
        mv "$copy" "$browser"
    fi
    echo "$browser/chromium"
}

unbrotli() {
    node -e 'process.stdin.pipe(require("zlib").createBrotliDecompress()).pipe(process.stdout)'
}

# Its own libraries stand before the machine's, which may lack them.
starter() {
    cat <<'TEXT'
#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH=$here/lib FONTCONFIG_FILE=$here/fonts.conf exec "$here/headless" "$@"
TEXT
}
