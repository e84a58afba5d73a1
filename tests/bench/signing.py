"""Requests of EC2's, signed by botocore, as the bytes and as the wrk script that sends them."""

import json
import urllib.parse

import botocore.auth
import botocore.awsrequest
import botocore.credentials

VERSION = "2016-11-15"
REGION = "us-east-1"


class Signed:
    """One signed request. A server accepts it again and again for fifteen minutes."""

    def __init__(self, address, key, secret, action, **parameters):
        self.address = address
        self.body = urllib.parse.urlencode({"Action": action, "Version": VERSION, **parameters})
        request = botocore.awsrequest.AWSRequest(
            "POST",
            f"http://{address}/",
            headers={"content-type": "application/x-www-form-urlencoded; charset=utf-8"},
            data=self.body.encode(),
        )
        botocore.auth.SigV4Auth(botocore.credentials.Credentials(key, secret), "ec2", REGION).add_auth(request)
        self.headers = {"Host": address, **dict(request.headers.items())}

    def bytes(self):
        """The request as it goes over the wire; the server is asked to close the connection after it."""
        lines = ["POST / HTTP/1.1", *(f"{name}: {value}" for name, value in self.headers.items())]
        lines += [f"content-length: {len(self.body)}", "connection: close", "", self.body]
        return "\r\n".join(lines).encode()

    def forged(self):
        """The same request with a signature that is wrong in its last digit."""
        text = self.headers["Authorization"]
        twin = object.__new__(Signed)
        twin.address, twin.body = self.address, self.body
        twin.headers = {**self.headers, "Authorization": text[:-1] + ("0" if text[-1] != "0" else "1")}
        return twin

    def wrk_script(self):
        """A script for wrk that sends this request, and prints what it saw as one line of JSON."""
        headers = "\n".join(f"wrk.headers[{json.dumps(k)}] = {json.dumps(v)}" for k, v in self.headers.items())
        return f"""
wrk.method = "POST"
{headers}
wrk.body = {json.dumps(self.body)}
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{{"requests": %d, "microseconds": %d, "mean_microseconds": %.1f, "bytes": %d, "refused": %d, "broken": %d}}\\n',
    summary.requests, summary.duration, latency.mean, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
"""


