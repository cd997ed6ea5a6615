# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How commands of Liaison go on, in Bash: the program itself says it.

_liaison ()
{
  local cur words cword way before
  _get_comp_words_by_ref -n =: cur words cword

  # Bash replaces only what stands behind the last of these.
  before=
  case $COMP_WORDBREAKS in *[=:]*) before=${cur%"${cur##*[=:]}"} ;; esac

  COMPREPLY=()
  while IFS=$'\t' read -r way _; do
    printf -v way '%q' "${way#"$before"}"
    COMPREPLY+=("$way")
  done < <("${words[0]}" complete "${words[@]:1:cword}" 2>/dev/null)

  # One goes on typing the value.
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=:] ]]; then
    compopt -o nospace
  fi
}

complete -o default -F _liaison liaison
