# Completes the command lines of elt in fish. Made by `elt completion fish`.

function __elt_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l elt (string replace -r '^~/' "$HOME/" -- $words[1])
    set -e words[1]
    for answer in (printf '%s\n' $words "$typed" | $elt complete 2>/dev/null)
        switch $answer
            case :files :folders
                set -l option (string match -r '^--[^=]+=' -- "$typed")
                set -l path (string replace -r '^--[^=]+=' '' -- "$typed")
                for found in (test $answer = :files && __fish_complete_path "$path" || __fish_complete_directories "$path")
                    printf '%s\n' "$option$found"
                end
            case '*'
                printf '%s\n' $answer
        end
    end
end

complete -c elt -f -a '(__elt_complete)'
