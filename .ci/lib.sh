# Sourced by server/run and tests/run: install what is missing, build server and client, say what happens.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
started=$SECONDS

say() { printf '\033[1m▸ %s\033[0m  (%d:%02d)\n' "$1" $(((SECONDS - started) / 60)) $(((SECONDS - started) % 60)); }
fail() { printf '\033[1;31m%s\033[0m\n' "$1" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "These need root, and sudo is not installed: $*"; fi
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

# Every package stands in .ci/packages; only those not installed are asked for. install_packages bench: the benchmark's, too.
install_packages() {
  local missing=() name
  while read -r name; do
    [ "$name" != '# Bench' ] || [ "${1:-}" = bench ] || break
    case $name in ''|'#'*) continue ;; nodejs|npm) node_is_new_enough && continue ;; esac
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done <.ci/packages
  if [ ${#missing[@]} -gt 0 ]; then
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
  fi
}

# Debian 12's node is older than the client's build tools want: node and npm then come from the npm registry, into build/.
prepare_node() {
  node_is_new_enough && return
  local arch
  case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; *) fail "No node 20 for $(uname -m) is known: install node 20.19 or newer." ;; esac
  if [ ! -x build/tools/bin/node ]; then
    say "Fetching node 20 and npm 11 into build/tools"
    npm install --silent --no-fund --no-audit --prefix build/tools "node-linux-$arch@20.19" npm@11
    mkdir -p build/tools/bin
    ln -sf "../node_modules/node-linux-$arch/bin/node" build/tools/bin/node
    ln -sf ../node_modules/npm/bin/npm-cli.js build/tools/bin/npm
    ln -sf ../node_modules/npm/bin/npx-cli.js build/tools/bin/npx
  fi
  export PATH="$root/build/tools/bin:$PATH"
}

# build_server PRESET [TARGET ...]: everything of the preset, or these targets.
build_server() {
  say "Building the server ($1)"
  [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >"build/$1-configure.log" 2>&1 || { cat "build/$1-configure.log" >&2; fail "cmake could not configure the build."; }
  NINJA_STATUS='  [%f/%t %es] ' cmake --build --preset "$1" --parallel "$(nproc)" ${2:+--target "${@:2}"}
}

# install_node_packages FOLDER: what its lock file names, when that has changed.
install_node_packages() {
  local stamp=$1/node_modules/.talar-lock
  cmp -s "$1/package-lock.json" "$stamp" && return
  say "Installing the packages of $1"
  (cd "$1" && npm ci --no-fund --no-audit --loglevel=error)
  cp "$1/package-lock.json" "$stamp"
}

# build_client PRESET: the types come from that build's own schema; the result is build/client.
build_client() {
  install_node_packages client-web
  say "Building the client"
  mkdir -p client-web/src/generated
  "build/$1/server/talar" schema --as json-schema >build/schema.json
  (cd client-web && npm run --silent types -- ../build/schema.json && TALAR_CLIENT_OUT="$root/build/client" npm run --silent build)
}

mkdir -p build
