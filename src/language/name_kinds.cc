#include "language/name_runs.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/strings.h"
#include "language/person_words.h"
#include "text/fold.h"

namespace attache {
namespace {

namespace wc = word_class;

class KindReader {
 public:
  KindReader(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences, std::vector<NameRun>& runs) : text_(text), tokens_(tokens), sentences_(sentences), runs_(runs) {}

  void run() {
    std::unordered_set<std::string> speaking;
    for (const NameRun& run : runs_) {
      if (run.type == EntityType::other && run.last == run.first + 1 && run.last < tokens_.size() && speaks(run.last)) speaking.insert(fold(word(run.first)));
    }
    for (const NameRun& run : runs_) {
      if (run.last == run.first + 1) single_words_.insert(surface(run));
    }
    std::unordered_set<std::string> states;
    for (NameRun& run : runs_) {
      if (run.type != EntityType::other || !run.key.empty()) continue;
      if (const EntityType type = told_by_noun_before(run); type != EntityType::other) {
        run.type = type;
        continue;
      }
      if (has_ministers(run) || has_demonym(run)) states.insert(surface(run));
      if (run.last < run.first + 2 || is_organisation_head(lower(run.last - 1)) || is_geographic(lower(run.first)) || is_geographic(lower(run.last - 1))) continue;
      if (speaking.contains(fold(word(run.last - 1))) || is_apposed_person(run)) run.type = EntityType::person;
    }
    for (NameRun& run : runs_) {
      if (run.type != EntityType::other || !run.key.empty()) continue;
      const std::string name = surface(run);
      const std::string state = states.contains(name) ? name : state_of_demonym(name, states);
      if (state.empty()) continue;
      run.type = EntityType::state;
      run.key = "state:" + state;
      run.table_name = state;
      run.adjective = state != name;
    }
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  std::vector<NameRun>& runs_;
  std::unordered_set<std::string> single_words_;  // names of one word

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }
  bool is_word(std::uint32_t i) const { return tokens_[i].kind == TokenKind::word; }
  std::string surface(const NameRun& run) const { return collapse_space(slice(text_, {tokens_[run.first].span.begin, tokens_[run.last - 1].span.end})); }

  // "Velmaran" -> "Velmara" where that is a state of this report; else empty.
  static std::string state_of_demonym(const std::string& name, const std::unordered_set<std::string>& states) {
    for (std::string_view ending : {"n", "an", "ian", "ese"}) {
      if (!name.ends_with(ending) || name.size() < ending.size() + 3) continue;
      std::string stem = name.substr(0, name.size() - ending.size());
      if (states.contains(stem)) return stem;
      if (ending == "ian" && states.contains(stem + "y")) return stem + "y";
    }
    return {};
  }

  // "Velmara" and "Velmaran", "Calvessa" and "Calvessan": a name with its people is a state.
  bool has_demonym(const NameRun& run) const {
    if (run.last != run.first + 1) return false;
    const std::string name = surface(run);
    if (name.size() < 4 || (name.back() != 'a' && name.back() != 'e' && name.back() != 'o' && name.back() != 'y' && name.back() != 'n')) return false;
    for (std::string_view ending : {"n", "an", "ian", "ese"}) {
      if (single_words_.contains(name + std::string(ending))) return true;
    }
    return name.back() == 'y' && single_words_.contains(name.substr(0, name.size() - 1) + "ian");
  }

  // "the newspaper Vesna", "the village of Lesk"
  EntityType told_by_noun_before(const NameRun& run) const {
    const std::uint32_t first = sentences_[run.sentence].first;
    if (run.first == first) return EntityType::other;
    const bool of = run.first >= first + 2 && lower(run.first - 1) == "of";
    const std::string noun = lower(of ? run.first - 2 : run.first - 1);
    if (!of) {
      for (std::string_view body : {"newspaper", "daily", "weekly", "magazine", "website", "broadcaster", "tabloid", "firm", "militia", "carmaker", "airline", "brewer", "lender", "retailer", "publisher"}) {
        if (noun == body) return EntityType::organisation;
      }
    }
    for (std::string_view place : {"town", "city", "village", "port", "island", "river", "suburb", "district", "hamlet", "province", "peninsula", "valley", "lake", "resort"}) {
      if (noun == place) return EntityType::place;
    }
    return EntityType::other;
  }

  bool speaks(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 9> kSpeech = {"said", "says", "told", "wrote", "added", "asked", "replied", "insisted", "argued"};
    return std::find(kSpeech.begin(), kSpeech.end(), lower(t)) != kSpeech.end();
  }

  static bool is_geographic(std::string_view lower) {
    static constexpr std::array<std::string_view, 30> kWords = {"lake", "port", "mount", "fort", "san", "santa", "sant", "saint", "st", "new", "north", "south", "east", "west", "cape", "river", "bay", "gulf", "strait", "valley", "island", "islands", "city", "bridge", "square", "street", "sea", "los", "el", "upper"};
    return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
  }

  // "His counterpart, Zdena Krusova," "Odo Marsh, a retired ferryman,"
  bool is_apposed_person(const NameRun& run) const {
    const Sentence& sentence = sentences_[run.sentence];
    if (run.first >= sentence.first + 2 && word(run.first - 1) == "," && is_word(run.first - 2) && is_person_noun(lower(run.first - 2))) return true;
    if (run.last + 2 >= sentence.last || word(run.last) != ",") return false;
    const std::string article = lower(run.last + 1);
    if (article != "a" && article != "an" && article != "the" && article != "his" && article != "her" && article != "its") return false;
    for (std::uint32_t t = run.last + 2; t < std::min(run.last + 6, sentence.last) && is_word(t); ++t) {
      if (tokens_[t].classes & (wc::preposition | wc::verb_form | wc::relative)) break;
      if (is_person_noun(lower(t))) return true;
    }
    return false;
  }

  // "Velmara's prime minister", "the government of Velmara", "Velmara's army"
  bool has_ministers(const NameRun& run) const {
    static constexpr std::array<std::string_view, 12> kBodies = {"government", "parliament", "army", "military", "ministry", "minister", "embassy", "ambassador", "cabinet", "premier", "president", "troops"};
    const auto is_body = [&](std::uint32_t t) { return std::find(kBodies.begin(), kBodies.end(), lower(t)) != kBodies.end(); };
    const Sentence& sentence = sentences_[run.sentence];
    if (run.first >= sentence.first + 2 && lower(run.first - 1) == "of" && (lower(run.first - 2) == "government" || lower(run.first - 2) == "republic")) return true;
    if (run.last + 1 >= sentence.last || tokens_[run.last].kind != TokenKind::clitic) return false;
    for (std::uint32_t t = run.last + 1; t < std::min(run.last + 4, sentence.last) && is_word(t); ++t) {
      if (is_body(t)) return lower(t) != "president" || t == run.last + 1;
    }
    return false;
  }
};

}  // namespace

bool is_organisation_head(std::string_view lower) {
  static constexpr std::array<std::string_view, 62> kHeads = {
      "ministry", "council", "party", "university", "bank", "agency", "group", "institute", "foundation", "center", "centre", "commission", "committee", "corporation", "corp", "inc", "association", "front", "army", "forces", "court", "office",
      "department", "assembly", "parliament", "senate", "house", "congress", "union", "league", "organisation", "organization", "authority", "board", "bureau", "chamber", "church", "club", "college", "command", "company", "conference",
      "federation", "force", "fund", "guard", "government", "mission", "movement", "navy", "police", "service", "society", "tribunal", "alliance", "coalition", "embassy", "administration", "secretariat", "observatory", "initiative", "network"};
  return std::find(kHeads.begin(), kHeads.end(), lower) != kHeads.end();
}

void read_name_kinds(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences, std::vector<NameRun>& runs) { KindReader(text, tokens, sentences, runs).run(); }

}  // namespace attache
