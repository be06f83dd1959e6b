#include "dossier/export_entities.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "pipeline/run.h"
#include "support/texts.h"

namespace attache {
namespace {

using Json = nlohmann::json;

std::vector<Json> entities() {
  const RunOptions options;
  const Dossier d = assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}), testing::resources(), options, {});
  std::istringstream lines(entities_ftm(d));
  std::vector<Json> out;
  for (std::string line; std::getline(lines, line);) out.push_back(Json::parse(line));
  return out;
}

TEST(ExportEntities, WhatIsNamedIsThere) {
  const std::vector<Json> all = entities();
  std::map<std::string, std::string> schema;
  std::map<std::string, int> count;
  for (const Json& e : all) {
    EXPECT_TRUE(schema.emplace(e["id"], e["schema"]).second) << e["id"];
    ++count[e["schema"]];
    for (const auto& [name, values] : e["properties"].items()) {
      EXPECT_FALSE(values.empty()) << name;
      for (const Json& v : values) EXPECT_FALSE(v.get<std::string>().empty()) << name;
    }
  }
  EXPECT_EQ(count["Article"], 18);
  for (const char* some : {"Person", "PublicBody", "Organization", "Event", "UnknownLink", "Documentation"}) EXPECT_GT(count[some], 0) << some;
  for (const Json& e : all) {
    for (const char* reference : {"involved", "proof", "document", "entity", "subject", "object", "member", "organization"}) {
      if (!e["properties"].contains(reference)) continue;
      for (const Json& id : e["properties"][reference]) EXPECT_TRUE(schema.contains(id)) << reference << " " << id;
    }
  }
}

TEST(ExportEntities, OriginsAndWordsAreTold) {
  for (const Json& e : entities()) {
    if (e["schema"] != "Event" && e["schema"] != "UnknownLink") continue;
    EXPECT_NE(e["properties"]["description"][0].get<std::string>().find("independent origin"), std::string::npos);
    EXPECT_FALSE(e["properties"]["summary"][0].get<std::string>().empty());
  }
}

TEST(ExportEntities, LanguagesHaveThreeLetters) {
  std::size_t seen = 0;
  for (const Json& e : entities()) {
    if (e["schema"] != "Article" || !e["properties"].contains("language")) continue;
    EXPECT_EQ(e["properties"]["language"][0], "eng");
    ++seen;
  }
  EXPECT_GT(seen, 10u);
}

}  // namespace
}  // namespace attache
