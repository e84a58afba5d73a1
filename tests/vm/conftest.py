"""Fixtures of the tests with real VMs: one cloud that they share, and somebody new for each test."""

import hashlib
import json
import pathlib
import shutil
import subprocess
import tempfile

import pytest

from support import ROOT, binary
from vm_support import Cloud, Person, why_not


def pytest_collection_modifyitems(items):
    here = pathlib.Path(__file__).parent
    reason = why_not()
    for item in items:
        if here in pathlib.Path(item.fspath).parents and reason:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def cloud():
    """The cloud that most tests share. The image is built at its first start."""
    data_dir = tempfile.mkdtemp(prefix="fogbank-vm-")
    cloud = Cloud(data_dir)
    try:
        yield cloud
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)


@pytest.fixture
def person(cloud, tmp_path):
    """Somebody new in the shared cloud; what they launched is ended afterwards."""
    somebody = Person(cloud, tmp_path)
    yield somebody
    somebody.leave()


@pytest.fixture(scope="session")
def debian(cloud):
    """The id of debian-12 in the shared cloud. It is built once for each state of the builder, and kept."""
    builder = hashlib.sha256()
    for path in sorted(p for p in (ROOT / "crates" / "images").rglob("*") if p.is_file()):
        builder.update(f"{path} ".encode() + path.read_bytes())
    kept = ROOT / "target" / "debian-12" / builder.hexdigest()[:16]
    # Written last.
    if not (kept / "images.json").exists():
        shutil.rmtree(kept.parent, ignore_errors=True)
        command = [binary(), "image", "build", "debian-12", "--data-dir", kept]
        built = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
        assert built.returncode == 0, built.stderr
        shutil.rmtree(kept / "build")
    cloud.server.stop()
    # Blocks have the names of their contents: a vault may be poured into another.
    subprocess.run(["cp", "-rn", f"{kept}/vault/.", cloud.data_dir / "vault"], check=True)
    lists = [json.loads((place / "images.json").read_text()) for place in (cloud.data_dir, kept)]
    (cloud.data_dir / "images.json").write_text(json.dumps(sum(lists, [])))
    cloud.up()
    filters = [{"Name": "name", "Values": ["debian-12-*"]}, {"Name": "owner-alias", "Values": ["amazon"]}]
    (image,) = cloud.client().describe_images(Filters=filters)["Images"]
    return image["ImageId"]
