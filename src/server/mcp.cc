#include "server/mcp.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kRevisions[] = {"2025-06-18", "2025-03-26", "2024-11-05"};  // latest first
constexpr const char* kInstructions =
    "A store of news reports. Quote only the words of \"citation.exact\", and name with them the report (outlet or agency, day) and the number of independent origins: "
    "copies of one wire story count once, so one origin in ten reports is still one. What the answers do not hold is not known; do not fill it in.";

// JSON-RPC error codes.
constexpr int kParseError = -32700, kInvalidRequest = -32600, kMethodNotFound = -32601, kInvalidParams = -32602;

Json text_property(const char* description) { return {{"type", "string"}, {"description", description}}; }

// A tool: its name, what it is for, what may be asked.
Json tool(const char* name, const char* description, Json properties, Json required = Json::array()) {
  return {{"name", name}, {"description", description}, {"inputSchema", {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}, {"additionalProperties", false}}}, {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}};
}

Json tools() {
  const Json from = text_property("a day as 2024-03-05: of this day and later"), to = text_property("a day: of this day and earlier"), cursor = text_property("\"next\" of the answer before, for what follows");
  const Json story = text_property("id of a story (y-...)");
  return Json::array({
      tool("search", "Find reports, statements, events and facts by words. All words must stand; \"a phrase\", -without, begin*.",
           {{"query", text_property("the words")}, {"kind", {{"type", "string"}, {"enum", {"report", "statement", "event", "fact"}}}}, {"actor", text_property("name of who speaks, acts or is spoken of")}, {"outlet", text_property("who published")}, {"agency", text_property("the wire service named")}, {"from", from}, {"to", to}, {"cursor", cursor}}, {"query"}),
      tool("story", "What is told of one happening: its reports, statements, events and facts, each with its citation and its number of independent origins.", {{"id", story}}, {"id"}),
      tool("statements", "Who said what, most independent origins first.", {{"speaker", text_property("name")}, {"query", text_property("words of the statement")}, {"story", story}, {"from", from}, {"to", to}, {"cursor", cursor}}),
      tool("facts", "Numbers, dates and relations with their status across independent origins.",
           {{"status", {{"type", "string"}, {"enum", {"agree", "one_origin", "only_one", "differ", "superseded", "word_choice"}}, {"description", "differ: the sources contradict each other"}}}, {"query", text_property("words")}, {"actor", text_property("name of who the fact is about")}, {"story", story}, {"cursor", cursor}}),
      tool("decision", "Where a pending decision stands: the rule, each member's position with the sentence that says so, what still blocks it. Without a number, the list of questions.", {{"number", {{"type", "integer"}, {"minimum", 0}}}}),
  });
}

class Call {
 public:
  Call(ApiContext& context, const Json& arguments) : context_(context), arguments_(arguments) {}

  // The result of tools/call; an error of the tool is a result, too.
  Json run(const std::string& name) {
    if (name == "search") return found(text("query"), text("kind"), {"actor", "outlet", "agency", "from", "to", "cursor"});
    if (name == "story") return story();
    if (name == "statements") return found(text("query"), "statement", {"story", "from", "to", "cursor"}, text("speaker"));
    if (name == "facts") return found(text("query"), "fact", {"actor", "story", "cursor"}, {}, text("status"));
    return decision();
  }

 private:
  ApiContext& context_;
  const Json& arguments_;

  [[nodiscard]] std::string text(const char* name) const {
    const auto found = arguments_.find(name);
    return found != arguments_.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  static Json result(const Json& value, bool error) { return {{"content", Json::array({{{"type", "text"}, {"text", value.dump(-1, ' ', false, Json::error_handler_t::replace)}}})}, {"structuredContent", value}, {"isError", error}}; }

  // Status 200 or the answer's error.
  std::pair<Json, bool> ask(const std::string& path, std::map<std::string, std::string> query) {
    ApiRequest request;
    request.path = path;
    request.query = std::move(query);
    const ApiAnswer given = answer(context_, request);
    return {Json::parse(given.body), given.status == 200};
  }

  Json found(const std::string& words, const std::string& kind, std::initializer_list<const char*> filters, const std::string& actor = {}, const std::string& label = {}) {
    std::map<std::string, std::string> query = {{"q", words}, {"kind", kind}};
    if (!actor.empty()) query["actor"] = actor;
    if (!label.empty()) query["label"] = label;
    for (const char* name : filters) {
      if (const std::string value = text(name); !value.empty()) query[name] = value;
    }
    const auto [json, good] = ask("/api/search", std::move(query));
    return result(json, !good);
  }

  Json story() {
    const std::string id = text("id");
    Json out = {{"story", id}};
    for (const auto& [kind, name] : {std::pair{"report", "reports"}, std::pair{"statement", "statements"}, std::pair{"event", "events"}, std::pair{"fact", "facts"}}) {
      const auto [json, good] = ask("/api/search", {{"story", id}, {"kind", kind}});
      if (!good) return result(json, true);
      out[name] = json["hits"];
      if (!json["next"].is_null()) out["more_" + std::string(name)] = json["next"];
    }
    return result(out, false);
  }

  Json decision() {
    const auto number = arguments_.find("number");
    const bool one = number != arguments_.end() && number->is_number_unsigned();
    const auto [json, good] = ask(one ? "/api/decisions/" + std::to_string(number->get<std::uint64_t>()) : "/api/decisions", {});
    return result(json, !good);
  }
};

// What is wrong with the arguments of a tool; empty = nothing.
std::string wrong_arguments(const Json& schema, const Json& arguments) {
  if (!arguments.is_object()) return "\"arguments\" is an object";
  for (const Json& name : schema["required"]) {
    if (!arguments.contains(name.get<std::string>())) return "\"" + name.get<std::string>() + "\" is missing";
  }
  for (const auto& [name, value] : arguments.items()) {
    const auto property = schema["properties"].find(name);
    if (property == schema["properties"].end()) return "\"" + name + "\" is not known";
    const bool number = (*property)["type"] == "integer";
    if (number ? !value.is_number_unsigned() : !value.is_string()) return "\"" + name + "\" is " + (number ? "a number" : "a text");
    if (property->contains("enum") && std::find((*property)["enum"].begin(), (*property)["enum"].end(), value) == (*property)["enum"].end()) return "\"" + name + "\" has another value than those listed";
  }
  return {};
}

Json error(int code, const std::string& message) { return {{"error", {{"code", code}, {"message", message}}}}; }

// {"result": ...} or {"error": ...}
Json respond(ApiContext& context, const std::string& method, const Json& params) {
  if (method == "initialize") {
    const std::string asked = params.value("protocolVersion", "");
    const bool known = std::find(std::begin(kRevisions), std::end(kRevisions), asked) != std::end(kRevisions);
    return {{"result", {{"protocolVersion", known ? Json(asked) : Json(kRevisions[0])}, {"capabilities", {{"tools", Json::object()}}}, {"serverInfo", {{"name", "attache"}, {"version", "0.1.0"}}}, {"instructions", kInstructions}}}};
  }
  if (method == "ping") return {{"result", Json::object()}};
  if (method == "tools/list") return {{"result", {{"tools", tools()}}}};
  if (method == "tools/call") {
    const auto name = params.find("name");
    if (name == params.end() || !name->is_string()) return error(kInvalidParams, "\"name\" is the name of a tool");
    for (const Json& one : tools()) {
      if (one["name"] != *name) continue;
      const auto given = params.find("arguments");
      const Json arguments = given == params.end() ? Json::object() : *given;
      if (const std::string wrong = wrong_arguments(one["inputSchema"], arguments); !wrong.empty()) return error(kInvalidParams, wrong);
      return {{"result", Call(context, arguments).run(name->get<std::string>())}};
    }
    return error(kInvalidParams, "no tool has this name");
  }
  return error(kMethodNotFound, "no such method");
}

std::string line_of(const Json& id, Json body) {
  Json out = {{"jsonrpc", "2.0"}, {"id", id}};
  out.update(body);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::optional<std::string> mcp_answer(ApiContext& context, std::string_view message) {
  if (message.size() > kMostMessageBytes) return line_of(nullptr, error(kInvalidRequest, "a message of more than a MiB"));
  const Json json = Json::parse(message, nullptr, false);
  if (json.is_discarded()) return line_of(nullptr, error(kParseError, "no JSON"));
  if (!json.is_object() || json.value("jsonrpc", Json()) != "2.0" || !json.contains("method") || !json["method"].is_string()) return line_of(nullptr, error(kInvalidRequest, "no JSON-RPC 2.0 request"));
  if (!json.contains("id")) return std::nullopt;  // a notification
  const Json& id = json["id"];
  if (!id.is_string() && !id.is_number_integer()) return line_of(nullptr, error(kInvalidRequest, "\"id\" is a text or a whole number"));
  const Json params = json.value("params", Json::object());
  if (!params.is_object()) return line_of(id, error(kInvalidParams, "\"params\" is an object"));
  if (params.contains("protocolVersion") && !params["protocolVersion"].is_string()) return line_of(id, error(kInvalidParams, "\"protocolVersion\" is a text"));
  return line_of(id, respond(context, json["method"].get<std::string>(), params));
}

void run_mcp(ApiContext& context, std::istream& in, std::ostream& out) {
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (const std::optional<std::string> given = mcp_answer(context, line)) out << *given << "\n" << std::flush;
  }
}

}  // namespace attache
