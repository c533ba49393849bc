# Finds a Java. Read by bin/elt and by the start script of a checkout, which must agree on what they take.
# shellcheck shell=sh disable=SC2034 # what is set here is for the readers

# Hadoop's client, which Paimon and YARN use, logs in through an interface of the JDK that 24 took away. The embedded
# cluster does without, so a newer Java is taken when there is no other.
oldest_java=17
newest_preferred_java=23

# Where JDKs are installed: Linux packages, containers, Homebrew, SDKMAN, IDEs, macOS.
java_folders() {
    printf '%s' "${ELT_JAVA_FOLDERS-/usr/lib/jvm:/usr/java:/opt/java:/opt:/opt/homebrew/opt:/usr/local/opt:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:/Library/Java/JavaVirtualMachines:${HOME-}/Library/Java/JavaVirtualMachines}"
}

# follow FILE: sets `followed` to the file that FILE is a symbolic link to, through all links.
follow() {
    followed=$1
    while [ -h "$followed" ]; do
        link=$(readlink "$followed")
        case $link in
            /*) followed=$link ;;
            *) followed=${followed%/*}/$link ;;
        esac
    done
}

# java_release HOME: sets `release` to the version of the Java in HOME (17.0.15) and `feature` to its first number.
# The file `release` of a JDK answers in no time; asking java itself takes as long as all the rest of this script.
java_release() {
    release=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then
                release=$value
                break
            fi
        done <"$1/release"
    fi
    if [ -z "$release" ]; then
        release=$("$1/bin/java" -version 2>&1 | while read -r _ word value _; do
            if [ "$word" = version ]; then
                printf '%s' "$value"
                break
            fi
        done)
    fi
    release=${release#\"}
    release=${release%%\"*}
    feature=${release#1.}
    feature=${feature%%[!0-9]*}
}

# consider HOME: keeps HOME as `java_home` if it is better than what was found so far; fails when looking on is needless.
consider() {
    if [ ! -x "$1/bin/$java_tool" ]; then
        return 0
    fi
    java_release "$1"
    if [ -z "$feature" ] || [ "$feature" -lt $oldest_java ]; then
        java_refused="$java_refused
  $1 is Java ${release:-of an unknown version}"
        return 0
    fi
    if [ "$feature" -le $newest_preferred_java ]; then
        java_home=$1 java_release=$release java_feature=$feature
        return 1
    fi
    if [ -z "$java_home" ]; then
        java_home=$1 java_release=$release java_feature=$feature
    fi
}

consider_all() {
    if [ -n "${JAVA_HOME-}" ]; then
        consider "$JAVA_HOME" || return 0
    fi
    on_path=$(command -v "$java_tool") || on_path=
    # Without an installation behind it, /usr/bin/java of macOS opens a dialog instead of running.
    if [ -n "$on_path" ] && { [ "$on_path" != /usr/bin/java ] || [ ! -x /usr/libexec/java_home ]; }; then
        follow "$on_path"
        consider "${followed%/bin/*}" || return 0
    fi
    set -f
    folders=$(java_folders)
    IFS=:
    # shellcheck disable=SC2086 # to be split at the colons
    set -- $folders
    unset IFS
    set +f
    for folder; do
        for home in "$folder"/* "$folder"/*/Contents/Home "$folder"/*/libexec/openjdk.jdk/Contents/Home; do
            consider "$home" || return 0
        done
    done
}

# find_java java|javac: sets `java_home`, `java_release` and `java_feature` to the best Java that has this tool,
# or says on standard error what is missing and returns 1.
find_java() {
    java_tool=$1 java_home='' java_release='' java_feature='' java_refused=''
    consider_all
    if [ -n "$java_home" ]; then
        return 0
    fi
    package=jre-headless kind=Java
    if [ "$java_tool" = javac ]; then
        package=jdk-headless kind='a JDK (Java with its compiler),'
    fi
    {
        echo "elt: needs $kind $oldest_java or newer; none was found."
        if [ -n "$java_refused" ]; then
            echo "Too old:$java_refused"
        fi
        echo "Looked at JAVA_HOME (${JAVA_HOME:-not set}), at PATH and in $(java_folders)."
        echo 'Install one:'
        if command -v apt-get >/dev/null; then
            echo "  apt-get install openjdk-17-$package"
        fi
        if command -v dnf >/dev/null; then
            echo '  dnf install java-17-openjdk-devel'
        fi
        if command -v brew >/dev/null; then
            echo '  brew install openjdk@17'
        fi
        echo '  or from https://adoptium.net'
        echo 'or set JAVA_HOME to the folder of one, or ELT_JAVA_FOLDERS to the folders that hold some (separated by colons).'
    } >&2
    return 1
}
