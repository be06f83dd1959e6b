#include "mentions/attribution/signs.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/strings.h"
#include "language/person_words.h"
#include "text/utf8.h"

namespace attache {
namespace {

namespace wc = word_class;

std::uint32_t short_hash(std::string_view s) { return static_cast<std::uint32_t>(hash64(s)); }

std::string_view last_bytes(std::string_view s, std::size_t count) { return s.size() <= count ? s : s.substr(s.size() - count); }

// The kind of a name, the office title, numbers and persons beside the closed classes of the lexicon.
std::uint32_t classes_at(const Language& language, const Clauses& c, std::uint32_t i, std::string_view lower) {
  const Token& token = language.segmentation.tokens[i];
  std::uint64_t bits = token.classes;
  bits |= static_cast<std::uint64_t>(token.kind) << 20;
  if (const Name* name = c.name_at(i)) bits |= (static_cast<std::uint64_t>(language.names.entities[name->entity].type) + 1) << 24 | (name->adjective ? 1ull << 28 : 0);
  if (c.title_at(i)) bits |= 1ull << 29;
  if (c.in_time(i)) bits |= 1ull << 30;
  if (is_person_noun(lower)) bits |= 1ull << 31;
  if (is_body_noun(lower)) bits |= 1ull << 32;
  if (token.capitalised) bits |= 1ull << 33;
  if (token.kind == TokenKind::mark) bits |= static_cast<std::uint64_t>(short_hash(lower)) << 34;
  return static_cast<std::uint32_t>(mix(bits));
}

bool is_speech(Act act) { return act != Act::judges && act != Act::believes && act != Act::wants && act != Act::decides; }

void read_quotes(const Quotes& quotes, std::vector<TokenSigns>& tokens) {
  for (std::size_t q = 0; q < quotes.list.size(); ++q) {
    const Quote& quote = quotes.list[q];
    for (std::uint32_t t = quote.first; t < quote.last; ++t) {
      tokens[t].quotation = static_cast<std::int32_t>(q);
      tokens[t].quote = t == quote.first ? QuoteSide::opens : t + 1 == quote.last && quote.closed ? QuoteSide::closes : QuoteSide::inside;
    }
  }
}

void read_drafts(const std::vector<Draft>& drafts, ReportSigns& out) {
  out.drafts = &drafts;
  out.draft_at.assign(out.tokens.size(), -1);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    for (const Range& r : drafts[d].cue) {
      for (std::uint32_t t = r.first; t < r.last; ++t) {
        out.tokens[t].rule_cue = t == r.first ? 1 : 2;
        out.draft_at[t] = static_cast<std::int32_t>(d);
      }
    }
    for (const Range& r : drafts[d].content) {
      for (std::uint32_t t = r.first; t < r.last; ++t) out.tokens[t].rule_part = 2;
    }
    if (const auto& source = drafts[d].source) {
      for (std::uint32_t t = source->first; t < source->last; ++t) out.tokens[t].rule_part = 1;
    }
  }
}

}  // namespace

ReportSigns read_signs(std::string_view text, const Language& language, const Lexicon& lexicon, const CueLexicon& cues, const Clauses& clauses, const std::vector<Draft>& drafts) {
  ReportSigns out;
  const std::vector<Token>& tokens = language.segmentation.tokens;
  out.tokens.resize(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string lower = lower_ascii(slice(text, tokens[i].span));
    TokenSigns& s = out.tokens[i];
    s.word = short_hash(lower);
    const std::string_view lemma = verb_lemma_of(lexicon, lower);
    s.lemma = lemma.empty() ? s.word : short_hash(lemma);
    s.ending2 = short_hash(last_bytes(lower, 2)) ^ 0x2222;
    s.ending3 = short_hash(last_bytes(lower, 3)) ^ 0x3333;
    s.start3 = short_hash(std::string_view(lower).substr(0, 4)) ^ 0x4444;
    s.classes = classes_at(language, clauses, i, lower);
    s.verb = !lemma.empty();
    s.finite = clauses.is_finite_verb(i);
    s.comma = lower == ",";
    s.colon = lower == ":";
    s.that = lower == "that";
    s.capital = tokens[i].capitalised;
    if (const auto cue = cues.verbs.find(std::string(lemma)); !lemma.empty() && cue != cues.verbs.end()) {
      s.cue_kind = 1 + (cue->second.frames << 8 | static_cast<std::uint32_t>(cue->second.act));
      s.speech = is_speech(cue->second.act);
    }
  }
  read_quotes(language.quotes, out.tokens);
  read_drafts(drafts, out);
  return out;
}

}  // namespace attache
