# Programs of others that run workflows (act), and look for mistakes in them (actionlint, zizmor).

readonly act_version=v0.2.89
readonly actionlint_version=v1.7.12
readonly zizmor_version=1.32.0

fetch_workflow_programs() {
  keep "act-$act_version-$(dpkg --print-architecture)" 'building act (one or two minutes)' build_act
  act=$kept/act
  keep "actionlint-$actionlint_version-$(dpkg --print-architecture)" 'building actionlint' build_actionlint
  actionlint=$kept/actionlint
  keep "zizmor-$zizmor_version-$(python3 --version | tr -d ' ')" 'installing zizmor' install_zizmor
  zizmor=$kept/bin/zizmor
}

build_act() { build_go_program "$1" "github.com/nektos/act@$act_version"; }

build_actionlint() { build_go_program "$1" "github.com/rhysd/actionlint/cmd/actionlint@$actionlint_version"; }

install_zizmor() {
  mkdir -p "$1"
  python3 -m venv "$1/kept" \
    && "$1/kept/bin/python" -m pip install --disable-pip-version-check --only-binary :all: "zizmor==$zizmor_version"
}

# For PATH: what reads workflows.
link_linters() {
  mkdir "$dir/linters"
  ln -s "$actionlint" "$zizmor" "$dir/linters/"
}
