"""`make bench-api`: Fogbank against moto_server in one run, with 1,000 instances in each.

Fogbank is the release build on the simulated host; it verifies every signature, and what it answers is durable. Each
line has both sides' numbers, their ratio and the goal; the exit status says whether all goals were met.
"""

import json
import re
import statistics
import subprocess
import sys

from goals import Goals
from sides import PATIENCE, ROOT, Fogbank, Moto

INSTANCES = 1000
# In reservations of this many, as people launch them.
EACH = 50
STARTS = 3
LAUNCHERS = 16
CONNECTIONS = 16
WRK_SECONDS = 10
LAUNCH_SECONDS = 10


def median_start(kind):
    """Seconds to the first answer, and idle memory after it: medians of several starts, each in a fresh folder."""
    seconds, bytes_ = [], []
    for _ in range(STARTS):
        with kind() as side:
            seconds.append(side.first_answer())
            bytes_.append(side.memory())
    return statistics.median(seconds), statistics.median(bytes_)


def fill(side):
    """Makes the instances; answers the image's id and one instance's."""
    client = side.client()
    image = side.image(client)
    ids = []
    for _ in range(INSTANCES // EACH):
        answer = client.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=EACH, MaxCount=EACH)
        ids += [instance["InstanceId"] for instance in answer["Instances"]]
    return image, ids[INSTANCES // 2]


def check(side, request, expected):
    """What is measured must be the whole answer: counts its instances."""
    status, body = side.ask(request)
    instances = len(re.findall(rb"<instanceState>", body))
    more = b"<nextToken>" in body and b"<nextToken></nextToken>" not in body
    assert status == 200 and instances == expected and not more, (side.name, status, instances, body[:500])
    print(f"  {side.name}: DescribeInstances answers {instances} instances in {len(body):,} bytes", flush=True)


def requests_a_second(side, request, connections, seconds=WRK_SECONDS):
    """By wrk, which sends the same signed request again and again."""
    script = side.folder / "request.lua"
    script.write_text(request.wrk_script())
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", f"{PATIENCE}s", "-s", str(script)]
    output = subprocess.run([*command, f"http://{side.address}/"], check=True, capture_output=True, text=True).stdout
    result = json.loads(output.strip().splitlines()[-1])
    assert result["refused"] == 0 and result["broken"] == 0, (side.name, output)
    rate = result["requests"] / result["microseconds"] * 1e6
    if connections == 1 and result["requests"]:
        # A slow server's last answer falls outside of the time: its latency says more than its count.
        rate = max(rate, 1e6 / result["mean_microseconds"])
    assert rate > 0, (side.name, output)
    return rate


def launches_a_second(side, image):
    """RunInstances and TerminateInstances of one instance, by one client that signs each request."""
    client = ROOT / "target" / "release" / "examples" / "launches"
    environment = {"AWS_ACCESS_KEY_ID": side.key, "AWS_SECRET_ACCESS_KEY": side.secret}
    command = [client, side.address, image, str(LAUNCHERS), str(LAUNCH_SECONDS)]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)
    return result["pairs"] / result["seconds"]


def main():
    goals = Goals()
    print(f"{'':56}{'fogbank':>12}{'moto':>12}{'ratio':>10}", flush=True)
    ours, theirs = median_start(Fogbank), median_start(Moto)
    goals.ratio("start to first answer", "s", ours[0], theirs[0], at_most=0.1)
    goals.ratio("idle memory after its first call", "MB", ours[1] / 1e6, theirs[1] / 1e6, at_most=0.4)
    with Fogbank() as fogbank, Moto() as moto:
        fogbank.first_answer()
        moto.first_answer()
        status, body = fogbank.ask(fogbank.signed("DescribeInstances").forged())
        assert (status, b"AuthFailure" in body) == (401, True), "fogbank must refuse a wrong signature"
        filled = {side: fill(side) for side in (fogbank, moto)}
        one, every = {}, {}
        for side, (image, instance) in filled.items():
            one[side] = side.signed("DescribeInstances", **{"InstanceId.1": instance})
            every[side] = side.signed("DescribeInstances")
            check(side, one[side], 1)
            check(side, every[side], INSTANCES)
        ours, theirs = (requests_a_second(side, one[side], CONNECTIONS) for side in filled)
        goals.ratio(f"DescribeInstances of one, {CONNECTIONS} connections", "1/s", ours, theirs, at_least=100)
        ours, theirs = (requests_a_second(side, every[side], 1) for side in filled)
        goals.ratio(f"DescribeInstances of {INSTANCES:,}, 1 connection", "1/s", ours, theirs, at_least=250)
        ours, theirs = (launches_a_second(side, image) for side, (image, _) in filled.items())
        goals.ratio(f"RunInstances + TerminateInstances, {LAUNCHERS} at once", "1/s", ours, theirs, at_least=15)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
