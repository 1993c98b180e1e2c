# Read by each bash before its script (BASH_ENV): one that fails waits a moment, so that act hears its last words.
trap 'status=$?; if ((status != 0)); then sleep 0.5; fi; exit "$status"' EXIT
