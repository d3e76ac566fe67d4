# SPDX-License-Identifier: Apache-2.0
"""ajv as a judge of JSON values, and places in a JSON value to change."""
import json
import os
import subprocess

from tap import TOP

NODE_HOME = os.environ.get("NODE_MODULES_PARENT", os.path.join(TOP, "tests"))


def ajv(schema, values, pointer=None):
    """ajv's verdict on each value; raises when node or ajv is not there."""
    lines = "".join(json.dumps(v) + "\n" for v in values)
    command = ["node", os.path.join(TOP, "tests", "cases", "ajv.cjs"), schema] + (
        [pointer] if pointer else []
    )
    result = subprocess.run(
        command,
        input=lines.encode(),
        capture_output=True,
        timeout=300,
        env=dict(os.environ, NODE_MODULES_PARENT=NODE_HOME),
    )
    if result.returncode != 0:
        raise RuntimeError(result.stderr.decode()[-500:])
    return result.stdout.decode().splitlines()


def places(value, path=()):
    """Every place of a JSON value, as a path of keys and indexes."""
    yield path
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, member in members:
        yield from places(member, path + (key,))


def put(root, path, value):
    if not path:
        return value
    parent = root
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    return root
