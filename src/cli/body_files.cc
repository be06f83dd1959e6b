#include "cli/body_files.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/strings.h"

namespace attache {

Result<Body> load_body(const std::string& name, const std::string& beside) {
  if (name.ends_with(".toml")) {
    const std::filesystem::path file = beside.empty() ? std::filesystem::path(name) : std::filesystem::path(beside).parent_path() / name;
    const Result<std::string> text = read_file(file, BodyLimits{}.bytes);
    if (!text) {
      Error error = text.error();
      error.source = file.string();
      return tl::unexpected<Error>(std::move(error));
    }
    return read_body(*text, file.string());
  }
  const std::vector<Body> bodies = shipped_bodies();
  if (const Body* body = find_body(bodies, name)) return *body;
  std::vector<std::string> ids;
  for (const Body& body : bodies) ids.push_back(body.id);
  return fail(ErrorCode::wrong_usage, "no body \"" + name + "\"; there are " + join_strings(ids, ", ") + ", and files that end with .toml");
}

}  // namespace attache
