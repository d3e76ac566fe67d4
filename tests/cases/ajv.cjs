// SPDX-License-Identifier: Apache-2.0
// Reads one JSON value a line and prints "valid" or "invalid" by the schema named on the
// command line.
"use strict";
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const home = process.env.NODE_MODULES_PARENT || path.join(__dirname, "..");
const load = createRequire(path.join(home, "package.json"));
const Ajv2020 = load("ajv/dist/2020").default;
const addFormats = load("ajv-formats").default;

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats(ajv);
const root = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const validate = process.argv[3]
  ? ajv.addSchema(root, "root").getSchema("root#" + process.argv[3])
  : ajv.compile(root);
const lines = fs.readFileSync(0, "utf8").split("\n");
for (const line of lines) {
  if (line === "") continue;
  const good = validate(JSON.parse(line));
  process.stdout.write((good ? "valid" : "invalid " + JSON.stringify(validate.errors[0])) + "\n");
}
