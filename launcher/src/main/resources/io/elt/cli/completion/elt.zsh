#compdef elt
# Completes the command lines of elt in zsh. Made by `elt completion zsh`.

_elt() {
    local -a answers whole whole_shown half half_shown
    local answer word shown elt=${(Q)words[1]}
    answers=("${(@f)$(printf '%s\n' "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" | ${~elt} complete 2>/dev/null)}")
    for answer in $answers; do
        case $answer in
            :files | :folders)
                compset -P '--*='
                if [[ $answer == :folders ]]; then
                    _files -/
                else
                    _files
                fi
                return
                ;;
        esac
        word=${answer%%$'\t'*}
        shown=$word
        if [[ $answer == *$'\t'* ]]; then
            shown="$word  -- ${answer#*$'\t'}"
        fi
        # layer:, zone= and sql/ are only the first half of a word.
        if [[ $word == *[:=/] ]]; then
            half+=("$word") half_shown+=("$shown")
        else
            whole+=("$word") whole_shown+=("$shown")
        fi
    done
    compadd -l -d whole_shown -a whole
    compadd -l -S '' -d half_shown -a half
}

if [[ ${funcstack[1]-} == _elt ]]; then
    _elt "$@"
else
    compdef _elt elt
fi
