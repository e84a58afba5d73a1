"""Fixtures of the tests with real VMs: one cloud that they share, and somebody new for each test."""

import pathlib
import shutil
import tempfile

import pytest

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
