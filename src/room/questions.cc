#include "room/questions.h"

#include "dossier/json.h"
#include "room/query_words.h"

namespace attache {
namespace {

std::string words_of_question(const Question& question, const Knowledge& knowledge) {
  std::string out;
  const auto also = [&](const std::string& words) {
    const std::string one = match_expression(parse_query("\"" + words + "\""));
    if (!one.empty()) out += (out.empty() ? "" : " OR ") + one;
  };
  if (!question.candidate.empty()) also(question.candidate);
  if (const auto country = knowledge.country_by_code.find(question.candidate); country != knowledge.country_by_code.end()) also(knowledge.countries[country->second].name);
  for (const std::string& wording : question.wordings) also(wording);
  return out;
}

}  // namespace

Result<nlohmann::ordered_json> decide_by_store(Database& db, const PendingQuestion& question, const Resources& resources, const RunOptions& options) {
  const std::string words = words_of_question(question.question, resources.knowledge);
  std::vector<std::int64_t> threads;
  Prepared rows(db, words.empty() ? "SELECT number FROM threads" : "SELECT DISTINCT s.thread FROM report_words w JOIN reports r ON r.number = w.rowid JOIN stories s ON s.number = r.story WHERE report_words MATCH ?");
  if (!words.empty()) rows.text(words);
  while (rows.row()) threads.push_back(rows.number_at(0));
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  RunOptions asking = options;
  asking.questions.clear();
  Result<Dossier> dossier = read_threads(db, threads, resources, asking);
  if (!dossier) return tl::unexpected<Error>(dossier.error());
  const Result<Decision> decision = decide(question, {dossier->analyses, dossier->stories, dossier->origins, dossier->bounds}, resources.knowledge);
  if (!decision) return tl::unexpected<Error>(decision.error());
  return nlohmann::ordered_json::parse(decision_to_json(*dossier, *decision));
}

}  // namespace attache
