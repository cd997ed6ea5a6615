# SPDX-License-Identifier: GPL-3.0-or-later
#
# How commands of Liaison go on, in Fish: the program itself says it.

function __liaison_ways
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l current (commandline --current-token --cut-at-cursor)
    set -l ways ($words[1] complete $words[2..] "$current" 2>/dev/null)

    if set -q ways[1]
        printf '%s\n' $ways
        return
    end

    # A file may be the value of an option.
    set -l value (string replace --regex '^--[a-z-]+=' '' -- $current)
    set -l before (string replace --regex '^(--[a-z-]+=|).*' '$1' -- $current)
    for path in (complete --do-complete "'' "(string escape -- $value))
        printf '%s\n' $before$path
    end
end

complete --command liaison --no-files --arguments '(__liaison_ways)'
