# Completes the command lines of elt in bash. Made by `elt completion bash`.

_elt_complete() {
    local line=${COMP_LINE:0:COMP_POINT} cur=${COMP_WORDS[COMP_CWORD]} IFS=$' \t\n'
    local words typed elt breaks='' strip answer letter
    # COMP_WORDS is cut at colons and the like, too. Without -r, a blank behind a backslash does not end a word.
    # shellcheck disable=SC2162
    read -a words <<<"${line//[\"\']/}"
    if [[ $line == *[[:space:]] ]]; then
        words+=('')
    fi
    typed=${words[${#words[@]} - 1]}
    elt=${words[0]/#\~\//$HOME/}
    if [[ -n ${BASH_ALIASES[$elt]-} ]]; then
        elt=${BASH_ALIASES[$elt]}
    else
        printf -v elt '%q' "$elt"
    fi
    # For bash a new word starts behind a colon, and at an at-sign; what stands before is on the line already.
    for letter in : =; do
        if [[ $COMP_WORDBREAKS == *"$letter"* ]]; then
            breaks+=$letter
        fi
    done
    strip=${typed%"${typed##*["$breaks"]}"}
    if [[ $COMP_WORDBREAKS == *@* && ${typed#"$strip"} == *@* ]]; then
        strip=${typed%@*}
    fi
    if [[ -n $cur && $breaks == *"$cur"* ]]; then
        cur=''
    fi
    COMPREPLY=()
    while IFS= read -r answer; do
        case $answer in
            :files | :folders)
                compopt -o filenames 2>/dev/null
                local kind=-f path
                if [[ $answer == :folders ]]; then
                    kind=-d
                fi
                while IFS= read -r path; do
                    COMPREPLY+=("$path")
                done < <(compgen "$kind" -- "$cur")
                ;;
            *)
                answer=${answer%%$'\t'*}
                answer=${answer#"$strip"}
                if [[ $answer == *[!A-Za-z0-9_./:=,+@%-]* ]]; then
                    printf -v answer '%q' "$answer"
                fi
                COMPREPLY+=("$answer")
                ;;
        esac
    done < <(printf '%s\n' "${words[@]:1}" | eval "$elt" complete 2>/dev/null)
    # layer:, zone= and sql/ are only the first half of a word.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=/] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _elt_complete elt
