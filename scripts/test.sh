# Everything that CI runs, or one test. Read by ../lethe.

infrastructure=$state/run/infrastructure.json

tests() {
    local module stamp
    begin=$SECONDS
    passed="All checks and tests passed"
    [ $# -eq 0 ] || passed="All checks and the chosen tests passed"
    trap 'took $?' EXIT
    find_tools
    find_browser
    install_web
    if [ $# -gt 0 ]; then
        web_tests
        chosen_tests "$@"
    else
        all_tests
    fi
}

web_tests() {
    (cd web && npm run --silent check) || fail "the web checks failed."
    build_web
}

all_tests() {
    # What is changed while the tests run is not what they have built.
    for module in "${suite[@]}" acceptance-tests; do stamp_of "$module"; done
    build_and_test_units
    prepare_infrastructure
    integration_tests
    stamp_all "${suite[@]}" acceptance-tests
}

# The first modules are built one after the other and leave a core to the web, whose programs have a process group of
# their own to be ended by.
build_and_test_units() {
    local of_web of_modules failed=
    set -m
    (web_tests) > >(sed -u 's/^/web| /') 2>&1 &
    of_web=$!
    set +m
    mvn -B -ntp -T 2 install -DskipITs &
    of_modules=$!
    trap 'kill -- -$of_web $of_modules; wait; exit 130' INT TERM
    wait "$of_modules" || failed="the build or its unit tests"
    wait "$of_web" || failed+="${failed:+ and }the web's checks"
    trap - INT TERM
    [ -z "$failed" ] || fail "$failed have failed."
}

# Those of privacy have deadlines of half a second, and nothing else runs beside them. Then those of the modules, which
# test one service each, and those of the whole suite, which bring their own: most of them wait for something, so they
# do it side by side.
integration_tests() {
    local its=(mvn -B -ntp failsafe:integration-test failsafe:verify) of_modules of_suite= failed=
    "${its[@]}" -pl privacy || failed="of privacy, "
    rm -f "$infrastructure"
    "${with_infrastructure[@]}" "${its[@]}" -pl '!privacy,!acceptance-tests' &
    of_modules=$!
    trap 'kill $of_modules $of_suite; wait; exit 130' INT TERM
    # What the infrastructure prepares for its first start is what the suite starts from.
    while [ ! -e "$infrastructure" ] && kill -0 "$of_modules" 2>/dev/null; do sleep 1; done
    "${its[@]}" -pl acceptance-tests > >(sed -u 's/^/suite| /') 2>&1 &
    of_suite=$!
    wait "$of_modules" || failed+="of the modules, "
    wait "$of_suite" || failed+="of the suite, "
    trap - INT TERM
    [ -z "$failed" ] || fail "integration tests ${failed%, } have failed."
}

chosen_tests() {
    build "${suite[@]}"
    prepare_infrastructure
    "${with_infrastructure[@]}" mvn -B -ntp install "$@"
}

# Neither Error Prone nor packaging: an edit is tried in seconds.
fast() {
    [ $# -ge 2 ] && [ -f "$1/pom.xml" ] || fail "usage: ./lethe fast <module> <Test>, such as ./lethe fast contracts ScopeIdTest"
    local module=$1 test=$2 modules
    shift 2
    find_jdk
    need mvn "Install Maven 3.8.7 or newer: apt-get install maven, or https://maven.apache.org."
    find "$module/src/test/java" -name "${test%%#*}.java" | grep -q . ||
        fail "there is no ${test%%#*} in $module."
    modules=$(needs "$module")
    case $module in *-service | runtime) modules+=" local-stack" ;; esac
    modules=${modules#.}
    modules=${modules# }
    quiet_maven -Pfast -pl "${modules:+${modules// /,},}$module" test \
        "-Dtest=$test" -Dsurefire.failIfNoSpecifiedTests=false "$@" || fail "$test failed; the reason is above."
    echo "$test passed after $SECONDS s"
}

prepare_infrastructure() {
    install_launcher
    # What starts one infrastructure for all tests that the command after it runs.
    with_infrastructure=(java "${jvm[@]}" -cp "$launcher/*" org.lethe.stack.launch.InfrastructureMain
        --state "$infrastructure" --)
}

took() {
    local seconds=$((SECONDS - begin)) outcome=$passed
    [ "$1" -eq 0 ] || outcome="FAILED"
    printf '%s after %d min %d s.\n' "$outcome" $((seconds / 60)) $((seconds % 60))
}
