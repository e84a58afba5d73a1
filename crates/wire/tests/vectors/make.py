#!/usr/bin/env python3
"""Write inputs.txt and outputs.txt: what botocore sends and reads, for crates/wire/tests/vectors.rs.

    make.py            writes them
    make.py --check    fails if they are not what would be written now

inputs.txt: for each operation a form as botocore serialises it, and the value it must decode to, in the words of
Rust's Debug. outputs.txt: for each operation an answer with all members filled; it is written here without any of
the Rust code, and botocore's parser must read from it the value it was made of.
"""
import base64
import datetime
import os
import random
import re
import sys
import urllib.parse

import botocore.parsers
import botocore.serialize
import botocore.session

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "../../../../data/ec2")
START = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)


def lines(name):
    with open(os.path.join(DATA, name)) as f:
        return [line.strip() for line in f if line.strip() and not line.startswith("#")]


MODEL = botocore.session.Session().get_service_model("ec2")
SERIALIZER = botocore.serialize.create_serializer("ec2", include_validation=False)
PARSER = botocore.parsers.create_parser("ec2")
OMITTED = lines("omit-empty.txt")


def field(name):
    """The Rust name of a member."""
    for old, new in {"MBps": "Mbps", "GiB": "Gib", "MiB": "Mib", "GB": "Gb", "VCpu": "Vcpu", "MacOS": "Macos"}.items():
        name = name.replace(old, new)
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    name = re.sub(r"([A-Z])([A-Z][a-z])", r"\1_\2", name).lower()
    return name + "_" if name in ("type", "return") else name


# --- requests ------------------------------------------------------------------------------
class Inputs:
    """A random value of a shape: as botocore takes it, and as Rust shows it."""

    def __init__(self, seed, density):
        self.random = random.Random(seed)
        self.density = density

    def some(self, shape):
        kind = shape.type_name
        if kind == "structure":
            return self.structure(shape)
        if kind == "list":
            items = [self.some(shape.member) for _ in range(self.random.choice((1, 1, 2, 11 if self.density < 1 else 2)))]
            return [a for a, _ in items], "[" + ", ".join(b for _, b in items) + "]"
        if kind == "string":
            text = self.random.choice(shape.enum) if shape.enum else f"a b+{self.random.randrange(1000)}&=%/é.x"
            return text, f'"{text}"'
        if kind == "integer":
            n = self.random.choice((0, 1, -1, 2**31 - 1, -(2**31), self.random.randrange(100000)))
            return n, str(n)
        if kind == "long":
            n = self.random.choice((0, 2**63 - 1, -(2**63), self.random.randrange(10**12)))
            return n, str(n)
        if kind in ("float", "double"):
            n = self.random.randrange(1000) / 4
            return n, str(n)
        if kind == "boolean":
            b = self.random.random() < 0.5
            return b, "true" if b else "false"
        if kind == "timestamp":
            t = START + datetime.timedelta(seconds=self.random.randrange(10**8), milliseconds=self.random.choice((0, 123)))
            return t, f"Timestamp({round(t.timestamp() * 1000)})"
        if kind == "blob":
            data = bytes(self.random.randrange(256) for _ in range(self.random.randrange(5)))
            return data, str(list(data))
        raise ValueError(kind)

    def structure(self, shape):
        value, shown = {}, []
        chosen = {m for m in shape.members if m in shape.required_members or self.random.random() < self.density}
        # A structure with nothing in it is not sent at all.
        chosen = chosen or set(list(shape.members)[:1])
        for name, member in shape.members.items():
            if name not in chosen:
                continue
            value[name], text = self.some(member)
            if not isinstance(value[name], list):
                text = f"Some({text})"
            if text != "[]":
                shown.append(f"{field(name)}: {text}")
        rust = shape.name[0].upper() + shape.name[1:]
        return value, f"{rust} {{ {', '.join(shown)} }}" if shown else f"{rust}"


def inputs():
    out = []
    for name in sorted(lines("operations.txt")):
        op = MODEL.operation_model(name)
        for round_, density in enumerate((1, 0.4)):
            value, shown = Inputs(f"{name} {round_}", density).structure(op.input_shape)
            sent = SERIALIZER.serialize_to_request(value, op)["body"]
            out.append(f"{name}\n{urllib.parse.urlencode(sent)}\n{shown}\n")
    return "\n".join(out)


# --- answers -------------------------------------------------------------------------------
class Outputs:
    """The value that tests/sample/mod.rs makes, in the same order, with its XML."""

    def __init__(self):
        self.count = 0

    def next(self):
        self.count += 1
        return self.count

    def some(self, shape, tag):
        kind = shape.type_name
        if kind == "structure":
            value, text = self.structure(shape)
            return value, f"<{tag}>{text}</{tag}>"
        if kind == "list":
            n = 1 if shape.member.type_name == "structure" else 2
            items = [self.some(shape.member, shape.member.serialization.get("name", "item")) for _ in range(n)]
            return [a for a, _ in items], f"<{tag}>" + "".join(b for _, b in items) + f"</{tag}>"
        n = self.next()
        value, text = {
            "string": lambda: (f"text <{n}> & ü", f"text &lt;{n}&gt; &amp; ü"),
            "integer": lambda: (n, str(n)),
            "long": lambda: (n, str(n)),
            "float": lambda: (n + 0.5, str(n + 0.5)),
            "double": lambda: (n + 0.5, str(n + 0.5)),
            "boolean": lambda: (n % 2 == 0, "true" if n % 2 == 0 else "false"),
            "timestamp": lambda: self.time(n, shape.name == "MillisecondDateTime"),
            "blob": lambda: (n.to_bytes(8, "big"), base64.b64encode(n.to_bytes(8, "big")).decode()),
        }[kind]()
        return value, f"<{tag}>{text}</{tag}>"

    @staticmethod
    def time(n, millis):
        t = START + datetime.timedelta(minutes=n, milliseconds=678 if millis else 0)
        return t, t.strftime("%Y-%m-%dT%H:%M:%S.") + ("678Z" if millis else "000Z")

    def structure(self, shape):
        value, text = {}, ""
        for name, member in shape.members.items():
            value[name], part = self.some(member, member.serialization.get("name", name))
            text += part
        return value, text


def outputs():
    out = []
    for name in sorted(lines("operations.txt")):
        op = MODEL.operation_model(name)
        value, text = Outputs().structure(op.output_shape) if op.output_shape else ({}, "<return>true</return>")
        xml = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<{name}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">'
            f"<requestId>id</requestId>{text}</{name}Response>"
        )
        read = PARSER.parse({"status_code": 200, "headers": {}, "body": xml.encode()}, op.output_shape)
        assert read.pop("ResponseMetadata")["RequestId"] == "id"
        assert read == value, f"{name}: botocore reads {read} and not {value}"
        out.append(f"{name}\n{xml}\n")
    return "\n".join(out)


def main():
    with open(os.path.join(DATA, "botocore-version.txt")) as f:
        assert f.read().strip() == botocore.__version__, "another botocore than data/ec2/botocore-version.txt says"
    bad = []
    for name, text in (("inputs.txt", inputs()), ("outputs.txt", outputs())):
        path = os.path.join(HERE, name)
        old = open(path).read() if os.path.exists(path) else None
        if old != text:
            bad.append(name)
            if "--check" not in sys.argv:
                with open(path, "w") as f:
                    f.write(text)
    if "--check" in sys.argv and bad:
        sys.exit(f"not what would be written now: {', '.join(bad)}")


if __name__ == "__main__":
    main()
