#include "decisions/matter.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::size_t kOpening = 3;  // sentences, the title counted: headline and lead of our own affairs with one to spare

// What joining is called in reports.
bool is_matter_word(std::string_view word) {
  return is_one_of(word, {"accession", "membership", "entry", "admission", "bid", "bids", "application", "applications", "candidacy", "enlargement", "enlargements", "expansion", "accessions", "memberships", "entries", "admissions", "ratifications", "candidacies", "join", "joins", "joining", "joined", "ratification", "admit", "accede", "member"});
}

// Texts and pronouns that stand for the matter when the report is about it.
bool is_text_word(std::string_view word) {
  return is_one_of(word, {"protocol", "protocols", "bill", "bills", "law", "laws", "treaty", "treaties", "text", "texts", "documents", "document", "papers", "deal", "motion", "act", "it", "both", "them", "this", "that", "the", "a", "an", "two", "of", "for", "on", "and", "its", "their", "accord", "agreement", "instrument", "instruments", "step", "move", "plan", "proposal", "request", "requests", "applicants", "candidates", "draft", "drafts", "resolution", "list", "measure", "measures", "package", "invitation", "matter", "question", "idea", "wish", "candidate", "country", "applicant"});
}

// What turns a stand on the matter into its contrary, or into one on something else: "supports a delay of Chad's accession".
bool turns_it(std::string_view word) {
  return is_one_of(word, {"veto", "vetoes", "vetoing", "objection", "objections", "opposition", "resistance", "delay", "delays", "delaying", "postponement", "postpone", "postponing", "lifting", "lift", "end", "ending", "repeal", "repealing", "rejection", "rejecting", "reject", "suspension", "suspending", "attempt", "attempts", "amendment", "amendments", "critic", "critics", "opponent", "opponents", "condition", "conditions", "blocking", "block", "against", "stop", "stopping", "halt", "halting", "freeze", "freezing", "refusal",
                          "withdrawal", "withdrawing", "boycott", "cancellation", "cancelling", "expulsion", "annulment", "without", "not", "no", "budget", "referendum", "debate", "study", "supporters", "campaign"});
}

bool holds_phrase(const std::string& folded, const std::string& phrase) {
  const std::size_t at = (" " + folded + " ").find(" " + phrase + " ");
  return !phrase.empty() && at != std::string::npos;
}

}  // namespace

Matter matter_of(const Question& question, const Chamber& chamber, const Knowledge& knowledge) {
  const Body& body = chamber.body;
  Matter out;
  for (const Seat& seat : chamber.seats) {
    if (seat.is_state) out.member_keys.push_back("country:" + seat.key);
  }
  std::sort(out.member_keys.begin(), out.member_keys.end());
  out.candidate = fold_words(question.candidate);
  for (const Meaning& m : meanings_of(knowledge, question.candidate)) {
    if (m.kind == NameKind::country) out.candidate_key = "country:" + knowledge.countries[m.index].code;
  }
  if (const auto code = knowledge.country_by_code.find(question.candidate); code != knowledge.country_by_code.end()) out.candidate_key = "country:" + question.candidate;
  if (!out.candidate_key.empty()) {
    const Country& country = knowledge.countries[knowledge.country_by_code.at(out.candidate_key.substr(8))];
    out.candidate_country = country.alpha3;
    out.candidate = fold_words(country.name);
  }
  for (const std::string& name : body.aliases) out.body_names.push_back(fold_words(name));
  out.body_names.push_back(fold_words(body.name));
  for (const std::string& wording : question.wordings) out.wordings.push_back(fold_words(wording));
  std::vector<std::string> names = body.aliases;
  names.push_back(body.name);
  for (const std::string& name : names) {
    for (const Meaning& m : meanings_of(knowledge, name)) {
      if (m.kind != NameKind::organisation) continue;
      for (std::string id = knowledge.organisations[m.index].id; !id.empty();) {
        if (std::find(out.body_keys.begin(), out.body_keys.end(), "organisation:" + id) != out.body_keys.end()) break;
        out.body_keys.push_back("organisation:" + id);
        const auto at = knowledge.organisation_by_id.find(id);
        id = at == knowledge.organisation_by_id.end() ? std::string() : knowledge.organisations[at->second].parent;
      }
    }
  }
  return out;
}

MatterReader::MatterReader(const Analysis& analysis, const Matter& matter, bool in_affair) : analysis_(analysis), matter_(matter), in_affair_(in_affair) {
  for (std::size_t s = 0; s < analysis.sentences.size() && opening_.size() < kOpening; ++s) opening_.push_back(analysis.sentences[s].span);
}

bool MatterReader::is_candidate(const Participant& who) const {
  if (who.entity != kNoEntity) {
    const Entity& e = analysis_.entities[who.entity];
    return matter_.candidate_key.empty() ? fold_words(e.name) == matter_.candidate : e.key == matter_.candidate_key;
  }
  return !matter_.candidate_country.empty() && who.country == matter_.candidate_country && !who.country_inferred && named_in(who.span, {}).candidate;
}

MatterReader::Named MatterReader::named_in(Span span, const Participant& but) const {
  Named out;
  const auto meet = [&](Span at, const Entity& e) {
    if (!span.contains(at.begin) || (!but.span.empty() && but.span.contains(at.begin))) return;
    const bool candidate = matter_.candidate_key.empty() ? !matter_.candidate.empty() && fold_words(e.name) == matter_.candidate : e.key == matter_.candidate_key;
    const bool body = !e.key.empty() && std::find(matter_.body_keys.begin(), matter_.body_keys.end(), e.key) != matter_.body_keys.end();
    out.candidate |= candidate;
    out.body |= body;
    out.other_state |= !candidate && e.type == EntityType::state && (but.entity == kNoEntity || &analysis_.entities[but.entity] != &e);
    out.other_candidate |= !candidate && e.type == EntityType::state && !std::binary_search(matter_.member_keys.begin(), matter_.member_keys.end(), e.key);
    out.other_body |= !body && !candidate && e.type == EntityType::organisation && !e.key.empty();
  };
  const auto each_in = [&](const auto& mentions) {  // in text order
    auto at = std::lower_bound(mentions.begin(), mentions.end(), span.begin, [](const auto& mention, std::uint32_t byte) { return mention.span.begin < byte; });
    for (; at != mentions.end() && at->span.begin < span.end; ++at) meet(at->span, analysis_.entities[at->entity]);
  };
  each_in(analysis_.names);
  each_in(analysis_.references);
  const std::string folded = fold_words(slice(analysis_.report.text, span));
  const auto held = [&](const std::string& phrase) { return holds_phrase(folded, phrase); };
  out.body |= std::any_of(matter_.body_names.begin(), matter_.body_names.end(), held);
  out.matter = std::any_of(matter_.wordings.begin(), matter_.wordings.end(), held);
  if (matter_.candidate.empty()) return out;
  for (const std::string_view word : split(folded, ' ')) out.matter |= is_matter_word(word);
  return out;
}

MatterReader::Named MatterReader::named_in_opening() const {
  Named out;
  for (const Span s : opening_) {
    const Named one = named_in(s, {});
    out.candidate |= one.candidate;
    out.body |= one.body;
    out.matter |= one.matter;
  }
  if (in_affair_ && out.candidate) out.body = out.matter = true;
  return out;
}

const MatterReader::Named& MatterReader::opening() const {
  if (!opening_named_) opening_named_ = named_in_opening();
  return *opening_named_;
}

bool MatterReader::opens_with_matter() const {
  const Named& opening = this->opening();
  return matter_.candidate.empty() ? opening.matter : opening.candidate && opening.body && opening.matter;
}

bool MatterReader::is_state_or_body(const Entity& e) const {
  return e.type == EntityType::state || (!matter_.candidate.empty() && fold_words(e.name) == matter_.candidate) || std::find(matter_.body_keys.begin(), matter_.body_keys.end(), e.key) != matter_.body_keys.end();
}

// "it", "the draft": nothing that says what it is.
bool MatterReader::only_texts(Span span) const {
  const std::string folded = fold_words(slice(analysis_.report.text, span));
  for (const std::string_view word : split(folded, ' ')) {
    if (word.empty() || is_text_word(word)) continue;
    const auto holds = [&](const std::string& wording) { return holds_phrase(wording, std::string(word)); };  // "the force" of "the force for Chad"
    if (std::none_of(matter_.wordings.begin(), matter_.wordings.end(), holds)) return false;
  }
  return true;
}

// "Chad and Mali", "both protocols": nothing that says what else it could be.
bool MatterReader::only_names_or_texts(Span span) const {
  const std::string folded = fold_words(slice(analysis_.report.text, span));
  for (const std::string_view word : split(folded, ' ')) {
    if (word.empty() || is_text_word(word)) continue;
    const auto named = [&](const NameMention& n) { return n.span.begin < span.end && span.begin < n.span.end && is_state_or_body(analysis_.entities[n.entity]) && (" " + fold_words(slice(analysis_.report.text, n.span)) + " ").find(" " + std::string(word) + " ") != std::string::npos; };
    if (std::none_of(analysis_.names.begin(), analysis_.names.end(), named)) return false;
  }
  return true;
}

// What the object is supported in stands behind it.
bool MatterReader::goes_on(Span object) const {
  const std::string_view rest = trim(std::string_view(analysis_.report.text).substr(object.end, 12));
  return is_one_of(lower_ascii(rest.substr(0, rest.find(' '))), {"in", "with", "against", "over", "on", "through", "by", "at", "for"});
}

// "Chad's application for the space agency": what the matter's word is of stands behind the object, and is not the body.
bool MatterReader::goes_on_elsewhere(Span object) const {
  constexpr std::uint32_t kReach = 60;  // bytes: a name with its article and preposition
  const std::string& text = analysis_.report.text;
  const std::string_view rest = trim(std::string_view(text).substr(object.end, 12));
  if (!is_one_of(lower_ascii(rest.substr(0, rest.find(' '))), {"for", "in", "of", "at", "to"})) return false;
  return !named_in({object.end, std::min(object.end + kReach, static_cast<std::uint32_t>(text.size()))}, {}).body;
}

bool MatterReader::is_turned(Span object) const {
  std::string folded = " " + fold_words(slice(analysis_.report.text, object)) + " ";
  for (const std::string& wording : matter_.wordings) {  // what the user calls it may hold such words
    if (const std::size_t at = folded.find(" " + wording + " "); !wording.empty() && at != std::string::npos) folded.erase(at, wording.size() + 1);
  }
  const std::vector<std::string_view> words = split(folded, ' ');
  return std::any_of(words.begin(), words.end(), turns_it);
}

// "Ireland's application for the space agency": words of an object without the body that say what else it is.
bool MatterReader::is_of_something_else(Span object) const {
  const std::string folded = fold_words(slice(analysis_.report.text, object));
  bool matter = false;
  for (const std::string_view word : split(folded, ' ')) {
    matter |= is_matter_word(word);
    if (!matter || word.empty() || is_matter_word(word) || is_text_word(word) || is_one_of(word, {"to", "in", "into", "as", "at", "by", "with", "full", "alliance", "union", "bloc", "council", "organisation", "organization", "become", "becoming"})) continue;
    const auto named = [&](const NameMention& n) { return n.span.begin < object.end && object.begin < n.span.end && analysis_.entities[n.entity].type == EntityType::state && (" " + fold_words(slice(analysis_.report.text, n.span)) + " ").find(" " + std::string(word) + " ") != std::string::npos; };
    if (std::none_of(analysis_.names.begin(), analysis_.names.end(), named)) return true;
  }
  return false;
}

bool MatterReader::is_object(const FactMention& m) const {
  if (!m.object.span.empty() && is_turned(m.object.span)) return false;
  const Named object = m.object.span.empty() ? Named{} : named_in(m.object.span, {});
  const Span sentence = analysis_.sentences[m.sentence].span;
  const int year = analysis_.report.published.value.year;
  if (matter_.candidate.empty() && m.begin.year != 0 && year > m.begin.year + 1) return false;  // a vote of years ago was on something else
  if (matter_.candidate.empty()) {  // a resolution, a law: only what the user calls it tells it
    if (object.matter) return true;
    if (!m.object.span.empty() && !only_texts(m.object.span)) return false;
    if (named_in(sentence, m.subject).matter) return true;
    const Named before = m.sentence > 0 ? named_in(analysis_.sentences[m.sentence - 1].span, {}) : Named{};
    if (before.matter) return true;
    return opening().matter && !before.other_body && (m.object.span.empty() || holds_word_of_wording(m.object.span));
  }
  if (object.other_body && !object.body) return false;  // joining something else
  if (object.other_state && !object.candidate) return false;
  const bool vague = m.object.span.empty() || only_names_or_texts(m.object.span);
  if (!object.matter && !vague && !(object.body && object.candidate)) return false;  // "supports a larger budget of the alliance"
  const Named around = named_in(sentence, m.subject), opening = this->opening();
  const Named before = m.sentence > 0 ? named_in(analysis_.sentences[m.sentence - 1].span, {}) : Named{};
  if (object.matter && !object.body && !holds_wording(m.object.span) && (is_of_something_else(m.object.span) || goes_on_elsewhere(m.object.span))) return false;
  if (vague && !object.matter && !m.object.span.empty() && is_one_of(lower_ascii(slice(analysis_.report.text, {m.object.span.begin, m.object.span.begin + 2})), {"a ", "an"})) return false;  // "a law": not this one
  const bool told = object.body || around.body || before.body || opening.body || (opening.candidate && holds_wording());
  if (!told) return false;
  // What is not said at all, or only as "both protocols", is known from the opening; "it", "the plan" from the sentence before.
  const bool approval = is_one_of(m.relation, {"ratified", "approved", "has_not_ratified", "has_not_approved"});
  const bool from_opening = opening.matter && (m.object.span.empty() || approval);
  if (vague && !object.matter && !object.body && !around.matter && !before.matter && !from_opening) return false;
  if (vague && object.candidate && !object.matter && !around.matter && goes_on(m.object.span)) return false;  // "supports Chad in the talks on fish"
  // "supports Chad": in what?
  if (object.candidate && !object.matter && !object.body && !around.matter && !around.body && !before.matter && !before.body) return false;
  if (object.candidate || around.candidate || before.candidate) return true;
  return !around.other_candidate && !before.other_candidate && opening.candidate;
}

bool MatterReader::holds_wording(Span words) const {
  const std::string folded = fold_words(slice(analysis_.report.text, words));
  return std::any_of(matter_.wordings.begin(), matter_.wordings.end(), [&](const std::string& w) { return holds_phrase(folded, w); });
}

bool MatterReader::holds_wording() const {
  if (!wording_held_) wording_held_ = holds_wording({0, static_cast<std::uint32_t>(analysis_.report.text.size())});
  return *wording_held_;
}

// "the force" of "the force for Chad".
bool MatterReader::holds_word_of_wording(Span words) const {
  const std::string folded = fold_words(slice(analysis_.report.text, words));
  for (const std::string_view word : split(folded, ' ')) {
    if (is_one_of(word, {"", "the", "a", "an", "of", "for", "on", "in", "to", "and", "it", "its", "their", "this", "that"})) continue;
    if (std::any_of(matter_.wordings.begin(), matter_.wordings.end(), [&](const std::string& w) { return holds_phrase(w, std::string(word)); })) return true;
  }
  return false;
}

bool MatterReader::names_body(Span words) const { return !words.empty() && named_in(words, {}).body; }

bool MatterReader::in_sentence(std::uint32_t sentence) const {
  const Named here = named_in(analysis_.sentences[sentence].span, {});
  if (matter_.candidate.empty()) return here.matter;
  return here.matter && (here.body || !here.other_body);
}

}  // namespace attache
