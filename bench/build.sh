# Builds elt and the benchmark. Read by the scripts beside it, which set `bench` and `checkout`; sets `home` to the
# distribution and JAVA_HOME.
# shellcheck shell=sh disable=SC2154

if [ "${ELT_BENCH_BUILD-}" != off ]; then
    (
        cd "$checkout" || exit 1
        exec ./mvnw -B -q -pl bench -am package -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true \
            -Dmdep.analyze.skip=true -Delt.archive.skip=true
    ) >&2 </dev/null || exit 1
fi
for home in "$checkout"/launcher/target/elt-*/; do
    break
done
if [ ! -x "$home/bin/elt" ] || [ ! -f "$bench/target/elt-bench.jar" ]; then
    echo 'there is no build; run this without ELT_BENCH_BUILD=off' >&2
    exit 1
fi

# shellcheck source=../launcher/src/dist/libexec/java.sh
. "$home/libexec/java.sh"
find_java java || exit 1
# The same Java for what is measured: the start script takes JAVA_HOME first.
JAVA_HOME=$java_home
export JAVA_HOME
