"""Print what code generation needs of botocore's EC2 model, and of every service's metadata, as one JSON document.

Members are lists, so that the model's order survives; documentation is left behind.
"""
import gzip
import json
import os
import re
import sys

import botocore

DATA = os.path.join(os.path.dirname(botocore.__file__), "data")


def load(folder, name):
    plain = os.path.join(folder, name)
    if os.path.exists(plain):
        with open(plain, "rb") as f:
            return f.read()
    with gzip.open(plain + ".gz") as f:
        return f.read()


def ec2():
    folder = os.path.join(DATA, "ec2", "2016-11-15")
    model = json.loads(load(folder, "service-2.json"))
    paginators = json.loads(load(folder, "paginators-1.json"))["pagination"]
    operations = [
        {
            "name": name,
            "input": op.get("input", {}).get("shape"),
            "output": op.get("output", {}).get("shape"),
            "paginated": name in paginators,
        }
        for name, op in sorted(model["operations"].items())
    ]
    shapes = {}
    for name, s in model["shapes"].items():
        out = {"type": s["type"], "required": s.get("required", []), "enum": s.get("enum", [])}
        if s["type"] == "structure":
            out["members"] = [
                {"name": m, "shape": r["shape"], "location": r.get("locationName"), "query": r.get("queryName")}
                for m, r in s["members"].items()
            ]
        if s["type"] == "list":
            out["member"] = {"name": "", "shape": s["member"]["shape"], "location": s["member"].get("locationName"), "query": None}
        out["sensitive"] = s.get("sensitive", False)
        shapes[name] = out
    return {"operations": operations, "shapes": shapes}


def services():
    """signing name -> sorted protocols; the newest API version of each service speaks for it."""
    found = {}
    for service in sorted(os.listdir(DATA)):
        folder = os.path.join(DATA, service)
        if not os.path.isdir(folder):
            continue
        version = sorted(os.listdir(folder))[-1]
        folder = os.path.join(folder, version)
        if not any(f.startswith("service-2.json") for f in os.listdir(folder)):
            continue
        text = load(folder, "service-2.json").decode()
        metadata = json.JSONDecoder().raw_decode(text, re.search(r'"metadata"\s*:\s*', text).end())[0]
        name = metadata.get("signingName", metadata["endpointPrefix"])
        namespace = metadata.get("xmlNamespace")
        if isinstance(namespace, dict):
            namespace = namespace.get("uri")
        found.setdefault(name, []).append(
            {
                "protocol": metadata["protocol"],
                "json_version": metadata.get("jsonVersion"),
                "target_prefix": metadata.get("targetPrefix"),
                "namespace": namespace,
                "service": service,
            }
        )
    return found


json.dump({"version": botocore.__version__, "ec2": ec2(), "services": services()}, sys.stdout)
