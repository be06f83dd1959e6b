# Completion for fish: commands and options as "attache --help" tells them, else files.
function __attache_commands
  attache --help 2>/dev/null | sed -n '/^Subcommands:/,/^$/ s/^  \([a-z][a-z]*\) .*/\1/p'
end
function __attache_options
  set -l words (commandline -opc)
  test (count $words) -gt 1; and attache $words[2] --help 2>/dev/null | grep -oE '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,'
end
complete -c attache -n 'test (count (commandline -opc)) -eq 1' -f -a '(__attache_commands)'
complete -c attache -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__attache_options)'
