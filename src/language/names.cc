#include "language/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "language/name_judge.h"
#include "language/name_runs.h"
#include "language/person_name.h"
#include "language/person_words.h"
#include "text/fold.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::array<std::string_view, 7> kTypes = {"person", "state", "organisation", "agency", "place", "other", "group"};

bool is_honorific(std::string_view lower) {
  static constexpr std::array<std::string_view, 16> kHonorifics = {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "rev", "sheikh", "ayatollah", "imam", "father", "madam"};
  return std::find(kHonorifics.begin(), kHonorifics.end(), lower) != kHonorifics.end();
}

char honorific_gender(std::string_view lower) {
  if (lower == "mr" || lower == "sir" || lower == "lord" || lower == "father" || lower == "imam" || lower == "sheikh" || lower == "ayatollah") return 'm';
  if (lower == "mrs" || lower == "ms" || lower == "miss" || lower == "dame" || lower == "lady" || lower == "madam") return 'f';
  return 0;
}

// Small words inside names of persons: "Ursula von der Leyen", "Mohammed bin Salman".
bool is_name_joiner(std::string_view lower) {
  static constexpr std::array<std::string_view, 18> kJoiners = {"de", "van", "der", "den", "von", "al", "el", "bin", "ibn", "bint", "da", "dos", "du", "la", "le", "del", "di", "ben"};
  return std::find(kJoiners.begin(), kJoiners.end(), lower) != kJoiners.end();
}

class Finder {
 public:
  Finder(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Knowledge& knowledge, const SyntaxReader* reader)
      : text_(text), segmentation_(segmentation), tokens_(segmentation.tokens), sentences_(segmentation.sentences), lexicon_(lexicon), k_(knowledge), reader_(reader) {}

  NameAnalysis run() {
    collect_inner_capitals();
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) scan(s);
    read_name_kinds(text_, tokens_, sentences_, runs_);
    if (reader_) out_.read = judge_unknown_names(text_, segmentation_, lexicon_, *reader_, runs_);
    make_entities();
    drop_unnamed_entities();
    find_roles();
    for (Entity& entity : out_.entities) {
      std::sort(entity.aliases.begin(), entity.aliases.end());
      std::sort(entity.roles.begin(), entity.roles.end());
      entity.roles.erase(std::unique(entity.roles.begin(), entity.roles.end()), entity.roles.end());
    }
    return std::move(out_);
  }

 private:
  std::string_view text_;
  const Segmentation& segmentation_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  const Knowledge& k_;
  const SyntaxReader* reader_;
  std::vector<NameRun> runs_;
  std::unordered_set<std::string_view> inner_capitals_;
  bool title_comma_ = false;  // a comma stands between the latest title and what follows
  NameAnalysis out_;

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }
  Span span_of(std::uint32_t first, std::uint32_t last) const { return {tokens_[first].span.begin, tokens_[last - 1].span.end}; }
  bool is_word(std::uint32_t i) const { return tokens_[i].kind == TokenKind::word; }

  static std::uint32_t words_in(std::string_view phrase) { return static_cast<std::uint32_t>(std::count(phrase.begin(), phrase.end(), ' ') + 1); }

  // Longest office title at token i: number of tokens, 0 when none.
  std::uint32_t title_at(std::uint32_t i, std::uint32_t last, std::uint32_t& office) const {
    std::uint32_t best = 0;
    std::string phrase;
    for (std::uint32_t n = 0; n < k_.longest_office_title && i + n < last; ++n) {
      if (!is_word(i + n)) break;
      if (n) phrase += ' ';
      phrase += fold(word(i + n));
      const auto found = k_.office_titles.find(phrase);
      if (n == 0 && word(i) == "pm") continue;  // of the afternoon
      if (found != k_.office_titles.end()) {
        best = n + 1;
        office = found->second;
      } else if (n == 0 && lower(i).size() > 1) {
        // "Sen." and "Gen.": the abbreviation's full stop is a token of its own
        const auto dotted = k_.office_titles.find(phrase + ".");
        if (dotted != k_.office_titles.end() && i + 1 < last && word(i + 1) == "." && tokens_[i].capitalised) {
          office = dotted->second;
          return 2;
        }
      }
    }
    return best;
  }

  // Longest phrase of the tables at token i.
  std::uint32_t phrase_at(std::uint32_t i, std::uint32_t last, std::vector<Meaning>& meanings) const {
    std::string first = fold_marks(word(i));
    auto found = k_.longest_phrase.find(first);
    std::uint32_t most = found == k_.longest_phrase.end() ? 1 : found->second;
    std::uint32_t best = 0;
    std::string phrase;
    for (std::uint32_t n = 0; n < most && i + n < last; ++n) {
      if (tokens_[i + n].kind == TokenKind::mark || (n > 0 && !tokens_[i + n].space_before && tokens_[i + n].kind != TokenKind::clitic)) break;
      if (tokens_[i + n].kind == TokenKind::clitic) {
        phrase += fold_marks(word(i + n));
      } else {
        if (n) phrase += ' ';
        phrase += word(i + n);
      }
      const auto m = meanings_of(k_, phrase);
      if (!m.empty()) {
        best = n + 1;
        meanings.assign(m.begin(), m.end());
      }
    }
    return best;
  }

  void scan(std::uint32_t s) {
    const Sentence& sentence = sentences_[s];
    bool after_title = false;
    char title_gender = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      const Token& t = tokens_[i];
      if (t.kind != TokenKind::word) {
        // ":" , "(" and the like end what a title reaches; the comma of "the president, X" does not
        if (t.kind == TokenKind::mark && word(i) != "," && word(i) != ".") after_title = false;
        title_comma_ = after_title && word(i) == ",";
        ++i;
        continue;
      }
      std::uint32_t office = 0;
      if (const std::uint32_t n = title_at(i, sentence.last, office)) {
        std::vector<Meaning> meanings;
        const std::uint32_t phrase = t.capitalised ? phrase_at(i, sentence.last, meanings) : 0;
        if (phrase <= n) {
          out_.titles.push_back({i, i + n, s, office});
          after_title = true;
          title_comma_ = false;
          title_gender = k_.offices[office].gender;
          i += n;
          continue;
        }
      }
      if (const std::string l = lower(i); is_honorific(l) && t.capitalised) {
        after_title = true;
        title_gender = honorific_gender(l);
        ++i;
        if (i < sentence.last && word(i) == ".") ++i;
        continue;
      }
      if (!t.capitalised) {
        if (const auto run = lower_case_agency(i)) {
          runs_.push_back(*run);
          runs_.back().sentence = s;
        }
        after_title = after_title && (is_name_joiner(lower(i)) || (t.classes & wc::preposition) == 0) && (t.classes & (wc::auxiliary | wc::modal | wc::verb_form | wc::coordinator | wc::relative)) == 0;
        ++i;
        continue;
      }
      i = capitalised_run(i, s, after_title, title_gender);
    }
  }

  // "Ethnic Germans", "Young Kurds": an adjective that opens the sentence before the name of a people.
  bool opens_people(std::uint32_t i, std::uint32_t last) const {
    if (!is_one_of(lower(i), {"ethnic", "young", "elderly"}) && !(tokens_[i].classes & wc::common_adjective)) return false;
    if (is_stateless_people(lower(i + 1))) return true;
    std::vector<Meaning> meanings;
    return phrase_at(i + 1, last, meanings) == 1 && std::any_of(meanings.begin(), meanings.end(), [](const Meaning& m) { return m.kind == NameKind::nationality || m.kind == NameKind::people; });
  }

  // "dpa", "epd": agencies written small.
  std::optional<NameRun> lower_case_agency(std::uint32_t i) const {
    for (const Meaning& m : meanings_of(k_, word(i))) {
      if (m.kind != NameKind::agency || word(i).size() > 5) continue;
      NameRun run;
      run.first = i;
      run.last = i + 1;
      set_meaning(run, m);
      return run;
    }
    return std::nullopt;
  }

  void set_meaning(NameRun& run, const Meaning& m) const {
    switch (m.kind) {
      case NameKind::country: case NameKind::nationality: case NameKind::people: case NameKind::capital: case NameKind::metonym:
        run.type = EntityType::state;
        run.key = "country:" + k_.countries[m.index].code;
        run.table_name = k_.countries[m.index].name;
        run.adjective = m.kind == NameKind::nationality || m.kind == NameKind::people;
        run.metonym = m.kind == NameKind::capital || m.kind == NameKind::metonym;
        break;
      case NameKind::organisation:
        run.type = EntityType::organisation;
        run.key = "organisation:" + k_.organisations[m.index].id;
        run.table_name = k_.organisations[m.index].name;
        break;
      case NameKind::agency:
        run.type = EntityType::agency;
        run.key = "agency:" + k_.agencies[m.index].id;
        run.table_name = k_.agencies[m.index].name;
        break;
      case NameKind::outlet:
        run.type = EntityType::organisation;
        run.key = "outlet:" + k_.outlets[m.index].name;
        run.table_name = k_.outlets[m.index].name;
        break;
      case NameKind::region: case NameKind::city:
        run.type = EntityType::place;
        run.key = "place:" + (m.kind == NameKind::city ? k_.cities[m.index] : k_.regions[m.index]);
        run.table_name = m.kind == NameKind::city ? k_.cities[m.index] : k_.regions[m.index];
        break;
      case NameKind::holder:
        run.type = EntityType::person;
        run.key = "person:" + k_.holders[m.index].person;
        run.table_name = k_.holders[m.index].person;
        run.gender = k_.holders[m.index].gender;
        break;
    }
  }

  // The order in which kinds are believed when a phrase has several.
  static int rank(NameKind kind) {
    switch (kind) {
      case NameKind::country: return 0;
      case NameKind::nationality: return 1;
      case NameKind::organisation: return 2;
      case NameKind::holder: return 3;
      case NameKind::agency: return 4;
      case NameKind::metonym: return 5;
      case NameKind::capital: return 6;
      case NameKind::people: return 7;
      case NameKind::region: return 8;
      case NameKind::city: return 9;
      case NameKind::outlet: return 10;
    }
    return 11;
  }

  // "The Australian government": no newspaper.
  bool is_nationality_of_body(std::uint32_t first, std::uint32_t end, std::uint32_t last, const std::vector<Meaning>& meanings) const {
    if (end != first + 2 || end >= last || lower(first) != "the" || !is_organisation_head(lower(end)) || tokens_[end].capitalised) return false;
    std::vector<Meaning> inner;
    return std::all_of(meanings.begin(), meanings.end(), [](const Meaning& m) { return m.kind == NameKind::outlet; }) && phrase_at(first + 1, end, inner) == 1 && !inner.empty() && inner.front().kind == NameKind::nationality;
  }

  bool is_given_name(std::uint32_t i) const { return k_.given_names.contains(fold(word(i))); }

  std::uint32_t capitalised_run(std::uint32_t i, std::uint32_t s, bool& after_title, char title_gender) {
    const Sentence& sentence = sentences_[s];
    const std::uint32_t last = sentence.last;
    std::vector<Meaning> meanings;
    const std::uint32_t phrase = phrase_at(i, last, meanings);
    if (is_nationality_of_body(i, i + phrase, last, meanings)) return i + 1;
    const bool next_capital = i + 1 < last && is_word(i + 1) && tokens_[i + 1].capitalised && tokens_[i + 1].space_before;
    // "Jordan Smith", "Israel Katz": a place name that is a given name, before a surname no table knows
    const bool personal = phrase == 1 && next_capital && is_given_name(i) && !after_country_title(i + 1, last) && !sentence.title;
    const bool surname_after_title = phrase == 1 && after_title && !meanings.empty() && meanings.front().kind == NameKind::city;
    if (phrase > 0 && !personal && !surname_after_title) {
      std::stable_sort(meanings.begin(), meanings.end(), [](const Meaning& a, const Meaning& b) { return rank(a.kind) < rank(b.kind); });
      NameRun run;
      run.first = i;
      run.last = i + phrase;
      run.sentence = s;
      run.in_title = sentence.title;
      set_meaning(run, meanings.front());
      if (meanings.front().kind == NameKind::capital && stands_for_the_place(i, s)) {
        run.type = EntityType::place;
        run.table_name = surface(run);
        run.key = "place:" + run.table_name;
        run.metonym = false;
      }
      const bool is_person = run.type == EntityType::person;
      // "Kosovo Force", "Georgia Institute": a known name that begins a longer one
      if (!is_person && !sentence.title && !run.adjective) {
        std::uint32_t end = run.last;
        while (end < last && is_word(end) && tokens_[end].capitalised && tokens_[end].space_before && !starts_title(end, last) && !is_given_name(end)) ++end;
        if (end > run.last && is_organisation_head(lower(end - 1))) {
          NameRun longer;
          longer.first = i;
          longer.last = organisation_end(end, last);
          longer.sentence = s;
          longer.type = EntityType::organisation;
          runs_.push_back(longer);
          after_title = false;
          return longer.last;
        }
      }
      run.titled = after_title && is_person;
      runs_.push_back(run);
      after_title = after_title && (run.adjective || run.type == EntityType::state || run.type == EntityType::organisation) && !is_person;
      return run.last;
    }
    if (is_small_compound(i)) {
      after_title = false;
      return i + 1;
    }
    // A function word that only opens the sentence.
    const bool opens = i == sentence.first || (i > sentence.first && tokens_[i - 1].kind == TokenKind::mark);
    const bool function_word = (tokens_[i].classes & ~(wc::verb_form | wc::common_adjective | wc::time_word)) != 0;
    if (function_word && !(next_capital && is_given_name(i) && !(tokens_[i].classes & (wc::determiner | wc::preposition | wc::pronoun)))) {
      after_title = after_title && !opens && (tokens_[i].classes & wc::preposition);
      return i + 1;
    }
    if ((tokens_[i].classes & wc::time_word) && !next_capital) {
      after_title = false;
      return i + 1;
    }
    if (sentence.title) return i + 1;  // headlines capitalise everything: only tables and (later) names of the body
    if (opens && (i == sentence.first || opens_quotation(i, sentence.first)) && !next_capital && !after_title && !inner_capitals_.contains(word(i))) {
      // one capitalised word at the start: "Talks resumed"; a name only when it stands capitalised elsewhere too
      if ((tokens_[i].classes & (wc::verb_form | wc::common_adjective)) || !looks_like_surname_use(i, last) || is_common_plural(lower(i))) {
        after_title = false;
        return i + 1;
      }
    }
    if (i == sentence.first && next_capital && opens_people(i, last)) return i + 1;
    std::uint32_t end = i + 1;
    while (end < last) {
      if (is_word(end) && tokens_[end].capitalised && tokens_[end].space_before && !starts_title(end, last)) {
        ++end;
        continue;
      }
      // "J. Smith": initial and its full stop
      if (word(end) == "." && !tokens_[end].space_before && word(end - 1).size() == 1 && end + 1 < last && is_word(end + 1) && tokens_[end + 1].capitalised) {
        ++end;
        continue;
      }
      if (is_word(end) && is_name_joiner(lower(end)) && end + 1 < last && is_word(end + 1) && (tokens_[end + 1].capitalised || (is_name_joiner(lower(end + 1)) && end + 2 < last && tokens_[end + 2].capitalised)) && !starts_title(end + 1, last)) {
        end += 2;
        continue;
      }
      break;
    }
    // "Striker Kemi Adu", "Chief Inspector Paul Denner": what opens the sentence before a given name is no part of the name
    if (i == sentence.first && !after_title && !is_organisation_head(lower(end - 1))) {
      std::uint32_t given = i;
      while (given + 2 <= end && given < i + 3 && !is_given_name(given)) ++given;
      if (given > i && given + 2 <= end && is_given_name(given)) {
        i = given;
        after_title = true;
      }
    }
    NameRun run;
    run.first = i;
    run.sentence = s;
    run.titled = after_title;
    if (is_organisation_head(lower(end - 1))) {
      run.type = EntityType::organisation;
      end = organisation_end(end, last);
    } else if (run.titled || (is_given_name(i) && end - i >= 2)) {
      run.type = EntityType::person;
      run.gender = title_gender;
    }
    run.last = end;
    // "holds the chair, Pellia and Sabrin": behind a comma one word alone is no name of a person
    if (title_comma_ && end == i + 1 && run.type == EntityType::person) {
      run.type = EntityType::other;
      run.titled = false;
    }
    runs_.push_back(run);
    after_title = false;
    return end;
  }

  // "Serbia-issued", "Ethnic-majority", "Russian-backed": adjectives, whatever their first part names.
  bool is_small_compound(std::uint32_t i) const {
    const std::string_view w = word(i);
    const std::size_t hyphen = w.rfind('-');
    return hyphen != std::string_view::npos && hyphen >= 3 && w.size() - hyphen > 4 && is_lower(w[hyphen + 1]);
  }

  // "in Vienna", "the embassy in Cairo", "from Oslo to Riga" mean the town; "Moscow said", "ties with Ankara" a government.
  bool stands_for_the_place(std::uint32_t i, std::uint32_t s) const {
    if (i == sentences_[s].first) return false;
    static constexpr std::array<std::string_view, 17> kPlaces = {"in", "at", "near", "outside", "around", "across", "via", "visited", "visit", "left", "reached", "leaving", "central", "downtown", "southern", "northern", "inside"};
    const std::string before = lower(i - 1);
    return std::find(kPlaces.begin(), kPlaces.end(), before) != kPlaces.end();
  }

  // The first word of quoted words that stand as a sentence: behind a mark that follows a comma, a colon or nothing.
  bool opens_quotation(std::uint32_t i, std::uint32_t first) const {
    const std::string_view mark = word(i - 1);
    if (mark != "\"" && mark != "\u201C" && mark != "\u2018" && mark != "\u00AB" && mark != "\u201E" && mark != "'") return false;
    return i - 1 == first || (tokens_[i - 2].kind == TokenKind::mark && word(i - 2) != "(");
  }

  // "Investors needed", "Police said": words for persons in the plural are no surnames; other nouns count when the report
  // writes them small somewhere.
  bool is_common_plural(const std::string& w) const {
    if (w == "police" || (w.ends_with('s') && is_person_noun(w))) return true;
    for (const Token& t : tokens_) {
      if (t.kind == TokenKind::word && !t.capitalised && t.span.size() == w.size() && slice(text_, t.span) == w) return true;
    }
    return false;
  }

  bool after_country_title(std::uint32_t i, std::uint32_t last) const { return starts_title(i, last); }

  bool starts_title(std::uint32_t i, std::uint32_t last) const {
    std::uint32_t office = 0;
    const std::uint32_t n = title_at(i, last, office);
    // a title inside a name run counts when a further capitalised word follows or it is a longer title
    return n > 1 || (n == 1 && i + 1 < last && is_word(i + 1) && tokens_[i + 1].capitalised);
  }

  // "Ministry of Foreign Affairs", "Assembly of Kosovo", "House of Representatives"
  std::uint32_t organisation_end(std::uint32_t end, std::uint32_t last) const {
    std::uint32_t at = end;
    while (at + 1 < last && is_word(at) && (lower(at) == "of" || lower(at) == "for" || lower(at) == "on")) {
      std::uint32_t next = at + 1;
      if (lower(next) == "the" && next + 1 < last) ++next;
      if (!is_word(next) || !tokens_[next].capitalised || (tokens_[next].classes & wc::time_word)) break;  // "Council on Wednesday"
      while (next < last && is_word(next) && (tokens_[next].capitalised || (lower(next) == "and" && next + 1 < last && is_word(next + 1) && tokens_[next + 1].capitalised && next + 2 < last && !is_given_name(next + 1)))) ++next;
      at = next;
    }
    return at;
  }

  // Words that stand capitalised inside a sentence somewhere in the report.
  void collect_inner_capitals() {
    for (const Sentence& sentence : sentences_) {
      for (std::uint32_t t = sentence.first + 1; t < sentence.last && !sentence.title; ++t) {
        if (tokens_[t].capitalised && tokens_[t - 1].kind != TokenKind::mark) inner_capitals_.insert(word(t));
      }
    }
  }

  // "Marsh said", "Doran's government": what follows a surname at the start of a sentence.
  bool looks_like_surname_use(std::uint32_t i, std::uint32_t last) const {
    if (i + 1 >= last) return false;
    if (tokens_[i + 1].kind == TokenKind::clitic) return true;
    return (tokens_[i + 1].classes & (wc::auxiliary | wc::modal)) != 0 || (tokens_[i + 1].classes & wc::verb_form) != 0;
  }

  // ---- entities ----

  std::string surface(const NameRun& run) const { return collapse_space(slice(text_, span_of(run.first, run.last))); }

  // "Eastern Littoral Council (ELC)": for each acronym in brackets behind a name with these initials, that name's run.
  std::vector<std::int32_t> acronym_long_forms() const {
    std::vector<std::int32_t> out(runs_.size(), -1);
    for (std::size_t r = 1; r < runs_.size(); ++r) {
      const NameRun& acronym = runs_[r];
      const NameRun& name = runs_[r - 1];
      if (acronym.last != acronym.first + 1 || acronym.first != name.last + 1 || word(name.last) != "(" || !is_all_capitals(word(acronym.first))) continue;
      std::string initials;
      for (std::uint32_t t = name.first; t < name.last; ++t) {
        if (tokens_[t].capitalised) initials += word(t).front();
      }
      if (initials.size() >= 2 && initials == word(acronym.first)) out[r] = static_cast<std::int32_t>(r) - 1;
    }
    return out;
  }

  // Every run with the acronym means what its long form means, unless a table knows the acronym.
  void join_acronyms(const std::vector<std::int32_t>& long_form, std::vector<std::uint32_t>& entity_of) {
    std::map<std::string, std::uint32_t> meaning;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      if (long_form[r] >= 0 && runs_[r].key.empty()) meaning[surface(runs_[r])] = entity_of[static_cast<std::size_t>(long_form[r])];
    }
    if (meaning.empty()) return;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const auto found = meaning.find(surface(runs_[r]));
      if (found != meaning.end()) entity_of[r] = found->second;
    }
  }

  std::uint32_t new_entity(const NameRun& run) {
    Entity entity;
    entity.type = run.type;
    entity.key = run.key;
    entity.name = run.table_name.empty() ? surface(run) : run.table_name;
    entity.gender = run.gender;
    out_.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(out_.entities.size() - 1);
  }

  static void add_alias(Entity& entity, std::string alias) {
    if (std::find(entity.aliases.begin(), entity.aliases.end(), alias) == entity.aliases.end()) entity.aliases.push_back(std::move(alias));
  }

  void make_entities() {
    std::vector<std::uint32_t> entity_of(runs_.size(), 0xFFFFFFFF);
    std::map<std::string, std::uint32_t> by_key;
    // 1. what the tables know
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      if (runs_[r].key.empty()) continue;
      const auto [it, fresh] = by_key.emplace(runs_[r].key, 0);
      if (fresh) it->second = new_entity(runs_[r]);
      entity_of[r] = it->second;
    }
    // 2. persons with more than one word, longest first, so that short forms find the fullest one
    std::vector<std::size_t> order;
    std::vector<std::vector<std::string>> words(runs_.size());
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      words[r] = person_words(surface(runs_[r]));
      if (entity_of[r] == 0xFFFFFFFF) order.push_back(r);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return words[a].size() > words[b].size(); });
    PersonIndex persons;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      if (entity_of[r] != 0xFFFFFFFF && runs_[r].type == EntityType::person) persons.add({entity_of[r], words[r], runs_[r].first});
    }
    std::map<std::string, std::uint32_t> others;
    const std::vector<std::int32_t> long_form = acronym_long_forms();
    for (std::size_t r : order) {
      const NameRun& run = runs_[r];
      const bool may_be_person = run.type == EntityType::person || run.type == EntityType::other;
      const PersonIndex::Person* match = may_be_person ? persons.find(words[r], run.first) : nullptr;
      if (match) {
        entity_of[r] = match->id;
        continue;
      }
      const std::string folded = fold_words(surface(run));
      const auto [it, fresh] = others.emplace(folded, 0);
      if (fresh) {
        it->second = new_entity(run);
        if (run.type == EntityType::person) persons.add({it->second, words[r], run.first});
      } else if (run.type == EntityType::person && out_.entities[it->second].type == EntityType::other) {
        out_.entities[it->second].type = EntityType::person;
      }
      entity_of[r] = it->second;
    }
    join_acronyms(long_form, entity_of);
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const NameRun& run = runs_[r];
      Entity& entity = out_.entities[entity_of[r]];
      if (!run.adjective && !run.metonym) add_alias(entity, surface(run));
      if (run.type == EntityType::person && entity.type == EntityType::other) entity.type = EntityType::person;
      if (run.gender && !entity.gender) entity.gender = run.gender;
      if (entity.type == EntityType::person && !entity.gender && words[r].size() >= 2) {
        const auto given = k_.given_names.find(words[r].front());
        if (given != k_.given_names.end() && given->second != 'u') entity.gender = given->second;
      }
      Name name;
      name.span = span_of(run.first, run.last);
      name.first = run.first;
      name.last = run.last;
      name.sentence = run.sentence;
      name.entity = entity_of[r];
      name.adjective = run.adjective;
      name.metonym = run.metonym;
      out_.names.push_back(name);
    }
  }

  // An acronym that joined its long form leaves an entity without names behind.
  void drop_unnamed_entities() {
    std::vector<std::int32_t> place(out_.entities.size(), -1);
    for (const Name& name : out_.names) place[name.entity] = 0;
    std::vector<Entity> kept;
    for (std::size_t e = 0; e < out_.entities.size(); ++e) {
      if (place[e] < 0) continue;
      place[e] = static_cast<std::int32_t>(kept.size());
      kept.push_back(std::move(out_.entities[e]));
    }
    for (Name& name : out_.names) name.entity = static_cast<std::uint32_t>(place[name.entity]);
    out_.entities = std::move(kept);
  }

  // ---- roles ----

  const Name* name_at(std::uint32_t token) const {
    const auto it = std::lower_bound(out_.names.begin(), out_.names.end(), token, [](const Name& n, std::uint32_t t) { return n.last <= t; });
    return it != out_.names.end() && it->first <= token ? &*it : nullptr;
  }

  std::string of_value(const Name& name) const {
    const Entity& entity = out_.entities[name.entity];
    const std::size_t colon = entity.key.find(':');
    return colon == std::string::npos ? entity.name : entity.key.substr(colon + 1);
  }

  void find_roles() {
    for (const TitleMention& title : out_.titles) {
      const Sentence& sentence = sentences_[title.sentence];
      const std::string& office = k_.offices[title.office].title;
      if (is_generic(k_.offices[title.office].rank)) continue;
      // whose office: "Velmara President", "Kosovo's president", "president of Kosovo"
      std::string of;
      std::uint32_t end = title.last;
      if (title.first > sentence.first) {
        std::uint32_t before = title.first - 1;
        while (before > sentence.first && (tokens_[before].kind == TokenKind::clitic || (tokens_[before].classes & wc::common_adjective))) --before;
        if (const Name* name = name_at(before); name && out_.entities[name->entity].type != EntityType::person && (out_.entities[name->entity].type != EntityType::other || tokens_[title.first - 1].kind == TokenKind::clitic)) of = of_value(*name);
      }
      if (end < sentence.last && (lower(end) == "of" || lower(end) == "for" || lower(end) == "at")) {
        std::uint32_t next = end + 1;
        while (next < sentence.last && next < end + 7 && !name_at(next) && is_word(next) && !(tokens_[next].classes & (wc::auxiliary | wc::preposition))) ++next;
        if (next < sentence.last) {
          if (const Name* name = name_at(next); name && out_.entities[name->entity].type != EntityType::person) {
            of = of_value(*name);
            end = name->last;
          }
        }
      }
      // whose name: directly behind (a comma may stand between), or before as "X, the president of Y"
      std::uint32_t at = end;
      if (at < sentence.last && word(at) == ",") ++at;
      const Name* person = at < sentence.last ? name_at(at) : nullptr;
      if (person && out_.entities[person->entity].type != EntityType::person) person = nullptr;
      if (!person && title.first > sentence.first) {
        std::uint32_t b = title.first - 1;
        int steps = 0;
        while (b > sentence.first && steps < 5 && word(b) != ",") {
          if (!is_word(b) && tokens_[b].kind != TokenKind::clitic) break;
          --b;
          ++steps;
        }
        if (word(b) == "," && b > sentence.first) {
          const Name* before = name_at(b - 1);
          if (before && out_.entities[before->entity].type == EntityType::person) person = before;
        }
      }
      if (!person) person = made_holder(title, sentence);
      if (!person) continue;
      if (of.empty() && person->first >= title.last && person->last + 1 < sentence.last && lower(person->last) == "of") {  // "President X of Y"
        const Name* state = name_at(person->last + 1);
        if (state && out_.entities[state->entity].type != EntityType::person) of = of_value(*state);
      }
      Entity& entity = out_.entities[person->entity];
      entity.roles.push_back({office, of});
      if (!entity.gender) entity.gender = k_.offices[title.office].gender;
    }
  }

  // "X was sworn in as president", "X has been named foreign minister", "X became king"
  const Name* made_holder(const TitleMention& title, const Sentence& sentence) const {
    std::uint32_t at = title.first;
    const auto step_back_over = [&](std::initializer_list<std::string_view> words) {
      if (at > sentence.first && is_one_of(lower(at - 1), words)) --at;
    };
    step_back_over({"the", "its", "a", "new"});
    step_back_over({"as"});
    step_back_over({"in"});
    if (at == sentence.first || !is_one_of(lower(at - 1), {"sworn", "elected", "re-elected", "reelected", "named", "appointed", "inaugurated", "became", "becomes", "become", "crowned"})) return nullptr;
    --at;
    while (at > sentence.first && (tokens_[at - 1].classes & (wc::auxiliary | wc::adverb))) --at;
    const Name* name = at > sentence.first ? name_at(at - 1) : nullptr;
    return name && out_.entities[name->entity].type == EntityType::person ? name : nullptr;
  }

  // "official", "analyst": a description, not an office that tells one holder from another.
  static bool is_generic(std::string_view rank) { return rank == "official" || rank == "expert" || rank == "civil"; }
};

}  // namespace

std::string_view name_of(EntityType type) { return kTypes[static_cast<std::size_t>(type)]; }

EntityType entity_type_of(std::string_view name) {
  for (std::size_t i = 0; i < kTypes.size(); ++i) {
    if (kTypes[i] == name) return static_cast<EntityType>(i);
  }
  return EntityType::other;
}

NameAnalysis find_names(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Knowledge& knowledge, const SyntaxReader* reader) { return Finder(text, segmentation, lexicon, knowledge, reader).run(); }

}  // namespace attache
