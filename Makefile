# Fogbank's two commands are `make run` and `make test`; the others are parts of them or are run by hand.

CARGO ?= cargo
BIN = target/debug/fogbank

RELEASE_BIN = target/release/fogbank

.PHONY: run build release test test-nightly unit api vm lint deps-run deps-test deps-bench bench-launch bench-api \
	bench-view bench-vault bench-image-size bench-snapshots bench-create-image bench-image-growth bench-volume \
	terraform terraform-short acceptance nightly-faults-simulated nightly-faults nightly-image-faults nightly-debian

# Installs what is missing, builds, and starts the cloud in the foreground.
run: deps-run build
	@echo "The binary: $(CURDIR)/$(BIN)"
	@echo "In another terminal:  eval \"\$$($(CURDIR)/$(BIN) env)\"  and then any AWS tool, as  aws ec2 describe-images"
	@echo "Ctrl-C ends the control plane and leaves VMs running;  $(CURDIR)/$(BIN) down  stops them."
	$(BIN) up

deps-run:
	scripts/install-deps.sh run

deps-test:
	scripts/install-deps.sh test

deps-bench:
	scripts/install-deps.sh bench

# `cargo build -p fogbank` would build tokio and all that uses it with other features than `cargo test --workspace` does, a
# second time. A test among the targets makes cargo count what tests switch on; that of the house's rules takes no time.
build:
	$(CARGO) build --locked --workspace --bins --test house

release:
	$(CARGO) build --locked --release -p fogbank

# Everything that CI runs, with the minutes of each stage.
test:
	scripts/stages.sh deps-test lint unit api terraform-short vm

lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	$(CARGO) run --locked -q -p xtask -- codegen --check

unit:
	$(CARGO) test --locked --workspace

# The real AWS clients against the simulated host.
api: build
	scripts/pytest.sh tests/api

# Terraform against the simulated host: apply, empty plan, edit, empty plan, destroy. Skipped where terraform or a mirror
# of its registry is missing. A step takes many seconds, so CI runs two configurations and the nightly all.
terraform: build
	scripts/pytest.sh tests/terraform

terraform-short: build
	scripts/pytest.sh tests/terraform -k "default_vpc or images"

# The acceptance kit, where it lies beside the checkout.
acceptance: build
	scripts/acceptance.sh
	scripts/acceptance.sh terraform

# Real VMs.
vm: build
	scripts/pytest.sh tests/vm

# What takes too long for every change. A stage more is a target of its own and a word in this list.
test-nightly:
	scripts/stages.sh deps-test build nightly-faults-simulated nightly-faults nightly-image-faults nightly-debian terraform acceptance

# kill -9 at random, hundreds of times, against the simulated host; and against real VMs. FOGBANK_SEED=… repeats a run.
nightly-faults-simulated: build
	FOGBANK_FAULT_ROUNDS=400 scripts/pytest.sh tests/api/test_faults.py -s

nightly-faults: build
	FOGBANK_FAULT_ROUNDS=100 scripts/pytest.sh tests/vm/test_faults.py -s

nightly-image-faults: build
	FOGBANK_FAULT_ROUNDS=200 scripts/pytest.sh tests/vm/test_image_faults.py -s

# Debian by both firmwares, and the employee directory on it.
nightly-debian: build
	FOGBANK_NIGHTLY=1 scripts/pytest.sh tests/vm/test_debian.py tests/vm/test_tutorial.py -k 'debian'

# From RunInstances to the ssh banner, against the same QEMU started by hand.
bench-launch: deps-bench release
	FOGBANK_BIN=$(CURDIR)/$(RELEASE_BIN) scripts/python.sh tests/bench/launch.py

# From RunInstances to the ssh banner, from an image of 20 GiB of data against one of 2 GiB. Takes 40 GiB of disk.
bench-image-size: deps-bench release
	$(CARGO) build --locked --release -p vault --example filled-snapshot
	FOGBANK_BIN=$(CURDIR)/$(RELEASE_BIN) scripts/python.sh tests/bench/image_size.py

# The API against moto_server, both in one run. Prints both sides, their ratio and the goal, and fails when one is missed.
bench-api: deps-bench release
	$(CARGO) build --locked --release -p wire --example launches
	scripts/python.sh tests/bench/api.py

# The vault in a folder against zstd -1 over the same bytes. Its files lie beside the binaries: /tmp may be memory.
bench-vault: deps-bench
	$(CARGO) run --locked --release -p vault --example vault-bench -- --in $(CURDIR)/target --goal 0.7

# The second snapshot of a running machine's disk against the first.
bench-snapshots: deps-bench release
	FOGBANK_BIN=$(CURDIR)/$(RELEASE_BIN) scripts/python.sh tests/bench/snapshots.py

# The longest write of a guest while an image is made of it, against the longest while none is.
bench-create-image: deps-bench release
	FOGBANK_BIN=$(CURDIR)/$(RELEASE_BIN) scripts/python.sh tests/bench/create_image.py

# What ten images of one base take in the vault, against one.
bench-image-growth: deps-bench release
	FOGBANK_BIN=$(CURDIR)/$(RELEASE_BIN) scripts/python.sh tests/bench/image_growth.py

# How fast a guest reads and writes a volume, against the same QEMU by hand on a raw file.
bench-volume: deps-bench release
	FOGBANK_BIN=$(CURDIR)/$(RELEASE_BIN) scripts/python.sh tests/bench/volume.py

# What 100,000 instances cost in memory, in time to start and in answers.
bench-view: deps-bench release
	$(CARGO) build --locked --release -p control --example view_memory
	scripts/python.sh tests/bench/view.py
