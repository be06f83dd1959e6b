// The body that a command line or a question file means.
#pragma once

#include <string>

#include "bodies/chamber.h"

namespace attache {

// `name`: id, name or alias of a body that comes with the program, or a file (it ends with ".toml"), looked for beside
// `beside` when that is not empty. Errors: wrong_usage (no such body, with those there are), those of read_file and read_body.
[[nodiscard]] Result<Body> load_body(const std::string& name, const std::string& beside = {});

}  // namespace attache
