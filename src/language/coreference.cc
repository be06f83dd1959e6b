#include "language/coreference.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.h"
#include "language/person_words.h"
#include "language/reference_nouns.h"
#include "language/salience.h"
#include "text/fold.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::array<std::string_view, 7> kKinds = {"office", "apposition", "body", "state", "government", "forces", "pronoun"};

constexpr std::uint32_t kReach = 4;        // sentences a pronoun looks back
constexpr std::uint32_t kNounReach = 12;   // sentences a noun looks back
constexpr std::uint32_t kLongestPhrase = 6;
constexpr std::uint32_t kLongestApposition = 14;
// Weights chosen on gum-train; what other values did stands in docs/rejected.md.
constexpr int kPersonMargin = 3;               // how far the best candidate must stand before the second
constexpr int kBodyMargin = 4;
constexpr int kNounMargin = 1;
constexpr int kSomebodyBonus = 5;             // silence is better than a name for an unnamed man's "he"
constexpr std::uint32_t kNone = 0xFFFFFFFF;

char gender_of_pronoun(std::string_view w) {
  if (is_one_of(w, {"he", "him", "his", "himself"})) return 'm';
  if (is_one_of(w, {"she", "her", "hers", "herself"})) return 'f';
  return 0;
}

class Resolver {
 public:
  Resolver(std::string_view text, const Segmentation& segmentation, const Quotes& quotes, const Lexicon& lexicon, const Knowledge& knowledge, const Date& day, NameAnalysis& names)
      : text_(text), tokens_(segmentation.tokens), sentences_(segmentation.sentences), quotes_(quotes), lexicon_(lexicon), k_(knowledge), day_(day), names_(names) {
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
      if (!names_.entities[e].key.empty()) by_key_.emplace(names_.entities[e].key, e);
    }
  }

  std::vector<Reference> run() {
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) walk(s);
    drop_unmentioned();
    return std::move(out_);
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Quotes& quotes_;
  const Lexicon& lexicon_;
  const Knowledge& k_;
  const Date& day_;
  NameAnalysis& names_;

  std::map<std::string, std::uint32_t> by_key_;
  Salience spoken_;
  std::vector<Reference> out_;
  std::size_t next_name_ = 0, next_title_ = 0;
  std::uint32_t s_ = 0;      // the sentence being read
  std::uint32_t last_ = 0;   // its end

  // ---- words ----

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }
  bool is_word(std::uint32_t i) const { return tokens_[i].kind == TokenKind::word; }
  bool is_clitic(std::uint32_t i) const { return i < last_ && tokens_[i].kind == TokenKind::clitic; }
  bool has(std::uint32_t i, std::uint32_t bits) const { return (tokens_[i].classes & bits) != 0; }
  bool quoted(std::uint32_t i) const { return quotes_.of_token[i] >= 0; }
  const Entity& entity(std::uint32_t e) const { return names_.entities[e]; }
  bool is_person(std::uint32_t e) const { return entity(e).type == EntityType::person; }
  bool is_state(std::uint32_t e) const { return entity(e).type == EntityType::state; }

  const Name* name_at(std::uint32_t token) const {
    const auto it = std::lower_bound(names_.names.begin(), names_.names.end(), token, [](const Name& n, std::uint32_t t) { return n.last <= t; });
    return it != names_.names.end() && it->first <= token ? &*it : nullptr;
  }

  bool is_finite_verb(std::uint32_t i) const {
    if (i >= last_ || !is_word(i)) return false;
    if (has(i, wc::auxiliary | wc::modal)) return true;
    const std::string w = lower(i);
    return !w.ends_with("ing") && !verb_lemma_of(lexicon_, w).empty();
  }

  // Behind an apposition between commas or brackets and adverbs: where the verb of a subject would stand.
  std::uint32_t skip_apposition(std::uint32_t i) const {
    if (i < last_ && (word(i) == "," || word(i) == "(")) {
      const bool bracket = word(i) == "(";
      for (std::uint32_t t = i + 1; t < std::min(last_, i + kLongestApposition); ++t) {
        if (bracket ? word(t) == ")" : word(t) == ",") return skip_adverbs(t + 1);
      }
      return i;
    }
    return skip_adverbs(i);
  }
  std::uint32_t skip_adverbs(std::uint32_t i) const {
    while (i < last_ && is_word(i) && has(i, wc::adverb) && !has(i, wc::auxiliary)) ++i;
    return i;
  }

  bool is_subject(std::uint32_t first, std::uint32_t last) const {
    if (sentences_[s_].title || is_clitic(last)) return false;
    std::uint32_t before = first;
    while (before > sentences_[s_].first && (has(before - 1, wc::determiner | wc::common_adjective) || is_title(before - 1))) --before;
    if (before > sentences_[s_].first && has(before - 1, wc::preposition)) return false;
    const std::uint32_t verb = skip_apposition(last);
    // behind a name a form in -ed that no list knows is a verb
    return is_finite_verb(verb) || (verb < last_ && is_word(verb) && !tokens_[verb].capitalised && word(verb).size() > 4 && word(verb).ends_with("ed"));
  }
  bool is_title(std::uint32_t token) const {
    const auto it = std::lower_bound(names_.titles.begin(), names_.titles.end(), token, [](const TitleMention& m, std::uint32_t t) { return m.last <= t; });
    return it != names_.titles.end() && it->first <= token;
  }

  // ---- writing ----

  void speak(std::uint32_t first, std::uint32_t last, std::uint32_t e, bool adjective) {
    // of "X and Y left" neither is the subject by itself
    const bool after_and = first >= sentences_[s_].first + 2 && lower(first - 1) == "and" && name_at(first - 2);
    spoken_.add({first, last, s_, e, !adjective && !after_and && is_subject(first, last), is_clitic(last), adjective, quoted(first)});
  }

  void refer(std::uint32_t first, std::uint32_t last, std::uint32_t e, ReferenceKind kind, std::string reason) {
    out_.push_back({{tokens_[first].span.begin, tokens_[last - 1].span.end}, first, last, s_, e, kind, std::move(reason)});
  }

  std::uint32_t entity_with(const std::string& key, EntityType type, const std::string& name) {
    const auto [it, fresh] = by_key_.emplace(key, static_cast<std::uint32_t>(names_.entities.size()));
    if (fresh) {
      Entity made;
      made.type = type;
      made.key = key;
      made.name = name;
      names_.entities.push_back(std::move(made));
    }
    return it->second;
  }

  // "country:XK" -> "XK"; for what no table knows its name.
  std::string code_of(std::uint32_t e) const {
    const std::string& key = entity(e).key;
    const std::size_t colon = key.find(':');
    return colon == std::string::npos ? entity(e).name : key.substr(colon + 1);
  }

  std::uint32_t government_of(std::uint32_t state) { return entity_with("government:" + code_of(state), EntityType::organisation, "government of " + entity(state).name); }
  std::uint32_t forces_of(std::uint32_t state) { return entity_with("forces:" + code_of(state), EntityType::organisation, "forces of " + entity(state).name); }

  // What only a description stood for ("Military Alliance") is left without a mention.
  void drop_unmentioned() {
    std::vector<std::uint32_t> place(names_.entities.size(), kNone);
    for (const Name& name : names_.names) place[name.entity] = 0;
    for (const Reference& reference : out_) place[reference.entity] = 0;
    std::uint32_t kept = 0;
    for (std::uint32_t e = 0; e < place.size(); ++e) {
      if (place[e] == kNone) continue;
      if (kept != e) names_.entities[kept] = std::move(names_.entities[e]);
      place[e] = kept++;
    }
    names_.entities.resize(kept);
    for (Name& name : names_.names) name.entity = place[name.entity];
    for (Reference& reference : out_) reference.entity = place[reference.entity];
  }

  // ---- one sentence ----

  void walk(std::uint32_t s) {
    s_ = s;
    const Sentence& sentence = sentences_[s];
    last_ = sentence.last;
    for (std::uint32_t i = sentence.first; i < last_;) {
      while (next_title_ < names_.titles.size() && names_.titles[next_title_].first < i) ++next_title_;
      while (next_name_ < names_.names.size() && names_.names[next_name_].first < i) ++next_name_;
      if (next_title_ < names_.titles.size() && names_.titles[next_title_].first == i) {
        const TitleMention title = names_.titles[next_title_++];
        read_office(title);
        i = std::max(i + 1, title.last);
      } else if (next_name_ < names_.names.size() && names_.names[next_name_].first == i) {
        i = std::max(i + 1, read_name(next_name_++));
      } else if (sentence.title || !is_word(i)) {
        ++i;
      } else if (has(i, wc::possessive | wc::pronoun) && !quoted(i)) {
        i = read_pronoun(i);
      } else if (has(i, wc::determiner) && is_one_of(lower(i), {"the", "this", "that"})) {
        const std::uint32_t next = read_noun_phrase(i, kNone);
        if (next == i + 1) note_somebody(i);
        i = next;
      } else if (has(i, wc::determiner) && is_one_of(lower(i), {"a", "an", "another"})) {
        note_somebody(i);
        ++i;
      } else {
        ++i;
      }
    }
  }

  // ---- names and what stands behind them ----

  std::uint32_t read_name(std::size_t n) {
    Name& name = names_.names[n];
    redirect_description(name);
    speak(name.first, name.last, name.entity, name.adjective);
    if (sentences_[s_].title) return name.last;
    if (is_state(name.entity)) {
      if (const std::uint32_t end = read_state_body(name)) return end;
    }
    if (!name.adjective) read_apposition(name);
    return name.last;
  }

  // "the Military Alliance", "the Government": written like names, but descriptions.
  void redirect_description(Name& name) {
    const Entity& described = entity(name.entity);
    if (!described.key.empty() || is_person(name.entity) || name.first == sentences_[s_].first || lower(name.first - 1) != "the") return;
    const std::string noun = lower(name.last - 1);
    for (std::uint32_t t = name.first; t + 1 < name.last; ++t) {
      if (!is_one_of(lower(t), {"military", "defence", "defense", "regional", "western", "transatlantic", "federal", "national", "interim"})) return;
    }
    const NounClass kind = noun_class_of(noun);
    std::uint32_t found = kNone;
    if (kind == NounClass::body) found = body_before(noun, kNone, name.entity, name.first);
    if (kind == NounClass::government) {
      if (const std::uint32_t state = state_in_focus(); state != kNone) found = government_of(state);
    }
    if (found != kNone) name.entity = found;
  }

  // "Kosovo's government", "Serb forces", "Serbia's breakaway region of Kosovo". Returns the end of what was read, 0 for nothing.
  std::uint32_t read_state_body(const Name& name) {
    std::uint32_t at = name.last;
    if (is_clitic(at)) ++at;
    bool claim = false;
    for (std::uint32_t steps = 0; at < last_ && steps < 3 && is_word(at) && !tokens_[at].capitalised && !name_at(at); ++at, ++steps) {
      const std::string w = lower(at);
      const NounClass kind = noun_class_of(w);
      if (kind == NounClass::none) {
        if (is_title(at) || is_finite_verb(at) || has(at, wc::preposition | wc::auxiliary | wc::modal | wc::determiner | wc::coordinator | wc::pronoun | wc::relative | wc::infinitive_to)) return 0;
        claim = claim || is_claim_word(w);
        continue;
      }
      if (!ends_phrase(at)) continue;
      const std::uint32_t end = at + 1;
      if (kind == NounClass::government || kind == NounClass::forces) {
        const std::uint32_t e = kind == NounClass::government ? government_of(name.entity) : forces_of(name.entity);
        refer(name.first, end, e, kind == NounClass::government ? ReferenceKind::government : ReferenceKind::forces, kind == NounClass::government ? "its government" : "its forces");
        speak(name.first, end, e, false);
        return end;
      }
      if (kind == NounClass::claimed && claim) {
        if (end + 1 < last_ && lower(end) == "of") {
          if (const Name* apposed = name_at(end + 1); apposed && is_state(apposed->entity)) {
            refer(name.first, end, apposed->entity, ReferenceKind::apposition, "\"" + w + " of\" the name behind it");
            return end;
          }
        }
        if (const std::uint32_t state = state_before(name.entity, name.first); state != kNone) {
          refer(name.first, end, state, ReferenceKind::state, "the other state named before");
          speak(name.first, end, state, false);
          return end;
        }
      }
      return 0;
    }
    return 0;
  }

  // Nothing behind the noun makes it a part of a longer one ("the council meeting").
  bool ends_phrase(std::uint32_t noun) const {
    const std::uint32_t next = noun + 1;
    if (next >= last_ || !is_word(next) || tokens_[next].classes != 0) return true;
    const std::string w = lower(next);
    if (tokens_[next].capitalised) return false;
    return w.ends_with("ed") || !verb_lemma_of(lexicon_, w).empty() || w.ends_with("ing");
  }

  // "North Atlantic Council (NATO's only decision-making body)", "the Assembly, its parliament,"
  void read_apposition(const Name& name) {
    const std::uint32_t open = name.last;
    if (open + 2 >= last_ || (word(open) != "," && word(open) != "(")) return;
    const bool bracket = word(open) == "(";
    const std::uint32_t begin = open + 1;
    const Name* possessor = name_at(begin);
    const bool article = is_word(begin) && is_one_of(lower(begin), {"the", "a", "an", "its", "his", "her", "their"});
    if (!article && !(possessor && is_clitic(possessor->last))) return;
    std::uint32_t end = begin + 1;
    std::uint32_t head = kNone;
    for (; end < last_ && end < begin + kLongestApposition; ++end) {
      const std::string_view w = word(end);
      if (bracket ? w == ")" : w == ",") break;
      if (w == ";" || w == ":" || has(end, wc::coordinator | wc::modal | wc::auxiliary)) return;
      if (has(end, wc::preposition | wc::relative) || (is_word(end) && lower(end).ends_with("ing") && word(end).find('-') == std::string_view::npos)) {
        if (head == kNone) head = end - 1;
      }
    }
    if (end >= begin + kLongestApposition || end >= last_) return;
    if (head == kNone) head = end - 1;
    if (!is_word(head)) return;
    const std::string noun = lower(head);
    const bool of_person = is_person_noun(noun) || is_title(head);
    const NounClass kind = noun_class_of(noun);
    const EntityType type = entity(name.entity).type;
    const bool of_state = kind == NounClass::state || kind == NounClass::claimed || is_one_of(noun, {"neighbour", "neighbor", "ally"});
    const bool of_body = !of_person && (kind == NounClass::body || is_body_noun(noun));
    if (type == EntityType::person ? of_person : type == EntityType::state ? of_state : type == EntityType::organisation && of_body) refer(begin, end, name.entity, ReferenceKind::apposition, "stands beside the name");
  }

  // ---- offices ----

  void read_office(const TitleMention& title) {
    const Sentence& sentence = sentences_[s_];
    const Office& office = k_.offices[title.office];
    if (is_one_of(office.rank, {"official", "expert", "civil"})) return;
    std::uint32_t begin = title.first, end = title.last;
    std::uint32_t of = kNone;
    bool by_article = false;
    std::uint32_t before = title.first;
    while (before > sentence.first && has(before - 1, wc::common_adjective) && !name_at(before - 1)) {
      if (is_past_or_next(lower(before - 1))) return;
      --before;
    }
    if (before > sentence.first) {
      const std::uint32_t t = tokens_[before - 1].kind == TokenKind::clitic && before >= sentence.first + 2 ? before - 2 : before - 1;
      if (is_past_or_next(lower(before - 1))) return;
      if (const Name* name = name_at(t); name && name->last >= before - 1 && !is_person(name->entity)) {
        of = name->entity;
        begin = name->first;
        if (begin > sentence.first && is_past_or_next(lower(begin - 1))) return;
      } else if (is_one_of(lower(before - 1), {"the", "this", "that"})) {
        by_article = true;
        begin = before - 1;
      } else if (tokens_[before - 1].kind == TokenKind::clitic) {
        return;  // of somebody no name tells
      }
    }
    if (end + 1 < sentence.last && is_one_of(lower(end), {"of", "for", "at"})) {
      std::uint32_t next = end + 1;
      while (next < sentence.last && next < end + 6 && !name_at(next) && is_word(next) && !has(next, wc::auxiliary | wc::preposition)) ++next;
      const Name* name = next < sentence.last ? name_at(next) : nullptr;
      if (!name || is_person(name->entity)) return;
      of = name->entity;
      end = name->last;
    }
    const std::string of_code = of == kNone ? std::string() : code_of(of);
    if (const std::uint32_t beside = person_beside(begin, end); beside != kNone) {
      refer(begin, end, beside, ReferenceKind::office, "stands beside the name");
      return;
    }
    const bool names_body = office.title.find(" of the ") != std::string::npos;
    if (of == kNone && !by_article && !sentence.title && !names_body) return;  // headlines leave articles out
    std::string reason;
    std::uint32_t holder = of != kNone ? holder_in_report(office.title, of_code) : sentence.title ? only_holder(office.title) : holder_named_before(office.title);
    if (holder != kNone) {
      reason = of == kNone && !sentence.title ? "the person with that office named before" : "the only person with that office in the report";
    } else if ((of != kNone || names_body) && is_actual(begin, end) && !names_other_year()) {
      if (const OfficeHolder* known = holder_on(k_, office.title, of_code, day_)) {
        holder = entity_with("person:" + known->person, EntityType::person, known->person);
        Entity& person = names_.entities[holder];
        if (!person.gender) person.gender = known->gender;
        if (const Role role{office.title, of_code}; std::find(person.roles.begin(), person.roles.end(), role) == person.roles.end()) person.roles.push_back(role);
        reason = "held that office on " + to_string(day_) + " by the table of office holders";
      }
    }
    if (holder == kNone) return;
    refer(begin, end, holder, ReferenceKind::office, std::move(reason));
    speak(begin, end, holder, false);
  }

  static bool is_past_or_next(std::string_view w) { return is_one_of(w, {"former", "ex", "late", "then", "next", "future", "previous", "deposed", "ousted", "onetime", "incoming", "outgoing", "elect", "deputy", "vice", "any", "every", "each", "no", "a", "an"}); }

  // "President X", "the president of Y, X," and "X, the president of Y".
  std::uint32_t person_beside(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = end;
    if (at < last_ && word(at) == ",") ++at;
    if (at < last_) {
      if (const Name* name = name_at(at); name && name->first == at && is_person(name->entity)) return name->entity;
    }
    std::uint32_t before = begin;
    while (before > sentences_[s_].first && has(before - 1, wc::determiner)) --before;
    if (before >= sentences_[s_].first + 2 && word(before - 1) == ",") {
      if (const Name* name = name_at(before - 2); name && is_person(name->entity)) return name->entity;
    }
    return kNone;
  }

  // Whom the report gives the office of that state or body; else the one whom it gives the office without saying of what.
  std::uint32_t holder_in_report(const std::string& office, const std::string& of) const {
    for (const std::string& whose : {of, std::string()}) {
      std::uint32_t found = kNone;
      int count = 0;
      for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
        if (!is_person(e) || std::find(entity(e).roles.begin(), entity(e).roles.end(), Role{office, whose}) == entity(e).roles.end()) continue;
        found = e;
        ++count;
      }
      if (count > 0) return count == 1 ? found : kNone;
    }
    return kNone;
  }

  // The one person of the report with that office, of whatever.
  std::uint32_t only_holder(const std::string& office) const {
    std::uint32_t found = kNone;
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
      const auto& roles = entity(e).roles;
      if (!is_person(e) || std::none_of(roles.begin(), roles.end(), [&](const Role& role) { return role.office == office; })) continue;
      if (found != kNone) return kNone;
      found = e;
    }
    return found;
  }

  std::uint32_t holder_named_before(const std::string& office) const {
    return spoken_.best(s_, kNounReach, 1, [&](const Spoken& s) {
      if (s.entity == kSomebody || !is_person(s.entity)) return Salience::kUnfit;
      for (const Role& role : entity(s.entity).roles) {
        if (role.office == office || role.office.ends_with(" " + office)) return 0;
      }
      return Salience::kUnfit;
    });
  }

  // Somebody does something here, or has something: "plays the French president" and "became president" tell of no holder.
  bool is_actual(std::uint32_t begin, std::uint32_t end) const {
    if (sentences_[s_].title || is_clitic(end) || is_subject(begin, end)) return true;
    if (begin == sentences_[s_].first || (begin == sentences_[s_].first + 1 && has(begin - 1, wc::determiner))) return true;
    const std::uint32_t before = has(begin - 1, wc::determiner) && begin > sentences_[s_].first + 1 ? begin - 2 : begin - 1;
    return (has(before, wc::preposition) && !is_one_of(lower(before), {"as", "like", "of", "for"})) || is_one_of(lower(before), {"met", "told", "asked", "urged", "thanked", "accused", "phoned", "called", "received", "invited", "congratulated"});
  }

  // A sentence about another year says nothing of who holds an office now.
  bool names_other_year() const {
    for (std::uint32_t t = sentences_[s_].first; t < last_; ++t) {
      int year = 0;
      if (tokens_[t].kind == TokenKind::number && parse_int(word(t), year) && year >= 1500 && year < 2100 && year != day_.year) return true;
    }
    return false;
  }

  // "a masked man", "the gunman": a person no name tells may be whom a pronoun means.
  void note_somebody(std::uint32_t i) {
    for (std::uint32_t at = i + 1; at < std::min(last_, i + 5) && is_word(at) && !name_at(at) && !is_title(at); ++at) {
      if (has(at, wc::preposition | wc::auxiliary | wc::modal | wc::determiner | wc::coordinator | wc::relative)) return;
      const std::string w = lower(at);
      if (w.ends_with('s') || !is_person_noun(w) || !ends_phrase(at)) continue;
      speak(i, at + 1, kSomebody, false);
      return;
    }
  }

  // ---- nouns ----

  // From a determiner or possessive at `i`; `owner` is who the possessive means. Returns where to read on.
  std::uint32_t read_noun_phrase(std::uint32_t i, std::uint32_t owner) {
    bool claim = false;
    std::uint32_t adjective = kNone;
    for (std::uint32_t at = i + 1; at < last_ && at < i + kLongestPhrase; ++at) {
      if (!is_word(at) || is_title(at)) return i + 1;
      if (const Name* name = name_at(at)) {  // "the small Balkan nation", "the Turkish parliament"
        if (!name->adjective && entity(name->entity).type != EntityType::other && entity(name->entity).type != EntityType::place) return i + 1;
        if (name->adjective) adjective = name->entity;
        continue;
      }
      if (has(at, wc::preposition | wc::auxiliary | wc::modal | wc::determiner | wc::coordinator | wc::pronoun | wc::relative | wc::possessive)) return i + 1;
      const std::string w = lower(at);
      const NounClass kind = noun_class_of(w);
      claim = claim || is_claim_word(w);
      if (kind == NounClass::none || !ends_phrase(at)) continue;
      read_noun(i, with_size(at + 1), w, kind, claim, owner, adjective);
      return at + 1;
    }
    return i + 1;
  }

  // "the country of 1.8 million"
  std::uint32_t with_size(std::uint32_t end) const {
    if (end + 1 >= last_ || lower(end) != "of" || tokens_[end + 1].kind != TokenKind::number) return end;
    std::uint32_t at = end + 2;
    while (at < last_ && is_word(at) && (has(at, wc::number_word) || lower(at) == "people")) ++at;
    return at;
  }

  void read_noun(std::uint32_t i, std::uint32_t end, const std::string& noun, NounClass kind, bool claim, std::uint32_t owner, std::uint32_t adjective) {
    const bool possessive = has(i, wc::possessive);
    if (possessive && owner == kNone) return;
    const std::uint32_t of = adjective != kNone ? adjective : state_behind_of(end);
    std::uint32_t found = kNone;
    ReferenceKind as = ReferenceKind::body;
    std::string reason;
    switch (kind) {
      case NounClass::body:
        found = possessive ? mission_of(owner, end) : is_common_use(i, end, noun, of) ? kNone : body_before(noun, of, kNone, i);
        reason = possessive ? "by the table of organisations" : "the " + noun + " named before";
        break;
      case NounClass::state:
        as = ReferenceKind::state;
        if (possessive && is_person(owner)) {
          found = state_of(owner);
          reason = "the state whose office that person holds";
        } else if (!possessive && of == kNone) {
          found = state_before(kNone, i);
          reason = "the state spoken of before";
        }
        break;
      case NounClass::claimed:
        as = ReferenceKind::state;
        if (claim) found = state_before(possessive ? owner : of, i);
        reason = "the other state spoken of before";
        break;
      case NounClass::government:
        as = ReferenceKind::government;
        if (const std::uint32_t state = possessive ? owner : of != kNone ? of : state_in_focus(); state != kNone && is_state(state)) found = government_of(state);
        reason = "government of the state spoken of";
        break;
      case NounClass::forces:
        as = ReferenceKind::forces;
        if (const std::uint32_t state = possessive ? owner : of != kNone ? of : noun == "army" || noun == "military" ? state_in_focus() : kNone; state != kNone && is_state(state)) found = forces_of(state);
        reason = "its forces";
        break;
      case NounClass::none: break;
    }
    if (found == kNone) return;
    refer(i, end, found, as, std::move(reason));
    speak(i, end, found, false);
  }

  // "in the company of lawyers", "on the court", "at the party", "I ask this court": the noun means something else.
  bool is_common_use(std::uint32_t i, std::uint32_t end, const std::string& noun, std::uint32_t of) const {
    if (of == kNone && end < last_ && lower(end) == "of") return true;
    if (lower(i) == "this" && is_one_of(noun, {"court", "council", "committee", "assembly", "commission", "congress", "senate", "parliament", "body"})) return true;  // a member speaks
    const std::string before = i > sentences_[s_].first ? lower(i - 1) : std::string();
    return (before == "on" && (noun == "court" || noun == "bank")) || (before == "at" && noun == "party");
  }

  std::uint32_t state_behind_of(std::uint32_t end) const {
    if (end + 1 >= last_ || lower(end) != "of") return kNone;
    const std::uint32_t at = lower(end + 1) == "the" && end + 2 < last_ ? end + 2 : end + 1;
    const Name* name = name_at(at);
    return name && is_state(name->entity) ? name->entity : kNone;
  }

  std::uint32_t body_before(const std::string& noun, std::uint32_t of, std::uint32_t not_this, std::uint32_t i) const {
    const std::vector<std::uint32_t> subjects = subjects_around(i);
    return spoken_.best(s_, kNounReach, kNounMargin, [&](const Spoken& s) {
      if (s.entity == kSomebody || std::find(subjects.begin(), subjects.end(), s.entity) != subjects.end()) return Salience::kUnfit;
      const Entity& e = entity(s.entity);
      if (s.adjective || s.entity == not_this || e.type != EntityType::organisation || !can_mean(noun, e.key, e.name, k_)) return Salience::kUnfit;
      return of == kNone || belongs_to(s.entity, of) ? 0 : Salience::kUnfit;
    });
  }

  // "its peacekeeping operation in Kosovo": the one force of that body in the table whose name holds the state's.
  std::uint32_t mission_of(std::uint32_t owner, std::uint32_t end) {
    if (end + 1 >= last_ || !is_one_of(lower(end), {"in", "to", "for"})) return kNone;
    const Name* where = name_at(end + 1);
    if (!where || !is_state(where->entity) || !entity(owner).key.starts_with("organisation:")) return kNone;
    const Organisation* mission = nullptr;
    for (const Organisation& o : k_.organisations) {
      if (o.kind != "force" || o.parent != code_of(owner) || o.name.find(entity(where->entity).name) == std::string::npos) continue;
      if (mission) return kNone;
      mission = &o;
    }
    return mission ? entity_with("organisation:" + mission->id, EntityType::organisation, mission->name) : kNone;
  }

  bool belongs_to(std::uint32_t body, std::uint32_t state) const {
    const Entity& e = entity(body);
    if (e.name.find(entity(state).name) != std::string::npos) return true;
    const auto known = k_.organisation_by_id.find(code_of(body));
    return known != k_.organisation_by_id.end() && k_.organisations[known->second].country == code_of(state);
  }

  // The state spoken of before token `i`, other than `not_this` and than the subject of the clause around `i`: what a clause
  // says of "the country" is said by somebody else. A capital that stands for a government is no country.
  std::uint32_t state_before(std::uint32_t not_this, std::uint32_t i) const {
    const std::vector<std::uint32_t> subjects = subjects_around(i);
    return spoken_.best(s_, kReach, kNounMargin, [&](const Spoken& s) {
      if (s.adjective || s.entity == not_this || s.entity == kSomebody || !is_state(s.entity) || is_metonym(s)) return Salience::kUnfit;
      if (std::find(subjects.begin(), subjects.end(), s.entity) != subjects.end()) return Salience::kUnfit;
      return 0;
    });
  }
  // What the clause around `i` names before its verb, "Serbia" and "Russia" of "Russia's longtime ally Serbia saw ...", but
  // not the owner of a subject ("Kenya's parliament").
  std::vector<std::uint32_t> subjects_around(std::uint32_t i) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t t = clause_begin(i); t < i; ++t) {
      const Name* name = name_at(t);
      if (name && !(is_clitic(name->last) && !owner_of_a_name(name->last))) out.push_back(name->entity);
      if (is_finite_verb(t) && !name) break;
    }
    const auto& spoken = spoken_.spoken();
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == s_ && spoken[n].first >= clause_begin(i);) {
      if (spoken[n].subject) out.push_back(spoken[n].entity);
    }
    return out;
  }
  bool owner_of_a_name(std::uint32_t clitic) const {
    for (std::uint32_t t = clitic + 1; t < std::min(last_, clitic + 5) && !is_finite_verb(t); ++t) {
      if (name_at(t)) return true;
    }
    return false;
  }

  bool is_metonym(const Spoken& s) const {
    const Name* name = name_at(s.first);
    return name && name->metonym;
  }

  std::uint32_t clause_begin(std::uint32_t i) const {
    for (std::uint32_t t = i; t-- > sentences_[s_].first;) {
      if (has(t, wc::subordinator | wc::relative | wc::coordinator) && !name_at(t)) return t + 1;
      if (tokens_[t].kind == TokenKind::mark && (word(t) == ";" || word(t) == ":")) return t + 1;
      if (is_word(t) && is_one_of(lower(t), {"said", "says", "say", "believes", "believed", "thinks", "thought", "added", "hopes", "hoped"})) return t + 1;  // "said the alliance was ready"
    }
    return sentences_[s_].first;
  }

  // The one state of this sentence so far and the two before it; else that of the body named last in this sentence.
  std::uint32_t state_in_focus() const {
    std::uint32_t found = kNone;
    bool several = false;
    const auto& spoken = spoken_.spoken();
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence + 2 >= s_;) {
      const std::uint32_t e = spoken[n].entity;
      if (e == kSomebody || !is_state(e)) continue;
      several = several || (found != kNone && found != e);
      if (found == kNone) found = e;
    }
    if (!several) return found;
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == s_;) {
      if (spoken[n].entity == kSomebody) continue;
      const auto known = k_.organisation_by_id.find(code_of(spoken[n].entity));
      if (known == k_.organisation_by_id.end()) continue;
      const auto state = by_key_.find("country:" + k_.organisations[known->second].country);
      return state == by_key_.end() ? kNone : state->second;
    }
    return kNone;
  }

  // The one state whose offices the report gives a person.
  std::uint32_t state_of(std::uint32_t person) const {
    std::uint32_t found = kNone;
    for (const Role& role : entity(person).roles) {
      const auto country = by_key_.find("country:" + role.of);
      const auto state = country == by_key_.end() ? by_key_.find("state:" + role.of) : country;
      if (state == by_key_.end()) continue;
      if (found != kNone && found != state->second) return kNone;
      found = state->second;
    }
    return found;
  }

  // ---- pronouns ----

  std::uint32_t read_pronoun(std::uint32_t i) {
    const std::string w = lower(i);
    const char gender = gender_of_pronoun(w);
    const bool body = is_one_of(w, {"it", "its", "itself"});
    if (!gender && !body) {
      if (has(i, wc::possessive)) note_somebody(i);  // "my father"
      return i + 1;
    }
    const bool possessive = is_possessive(i, w);
    std::uint32_t found = named_behind_comma(i, gender);
    if (found == kNone) found = antecedent(i, w, gender, possessive);
    if (found != kNone) {
      refer(i, i + 1, found, ReferenceKind::pronoun, gender ? "the person spoken of" : "the state or body spoken of");
      spoken_.add({i, i + 1, s_, found, !possessive && is_finite_verb(skip_adverbs(i + 1)), possessive, false, false});
    }
    if (!possessive) return i + 1;
    const std::uint32_t next = read_noun_phrase(i, found);
    if (next == i + 1) note_somebody(i);
    return next;
  }

  // "her" is one before a noun, an object before anything else.
  bool is_possessive(std::uint32_t i, const std::string& w) const {
    if (w != "her") return has(i, wc::possessive);
    return i + 1 < last_ && is_word(i + 1) && !has(i + 1, wc::preposition | wc::determiner | wc::coordinator | wc::auxiliary | wc::modal | wc::infinitive_to | wc::subordinator | wc::relative | wc::pronoun);
  }

  std::uint32_t antecedent(std::uint32_t i, const std::string& w, char gender, bool possessive) const {
    if (w == "it" && !means_a_body(i)) return kNone;
    const std::uint32_t subject = subject_of_clause(i, gender);
    if (w.ends_with("self")) return subject;
    if (possessive) {
      if (each_before(i)) return kNone;
      if (const std::uint32_t doer = subject_of_gerund(i, gender); doer != kNone) return doer;
      if (subject != kNone) return subject;
    }
    if (gender && !possessive && is_one_of(w, {"he", "she"}) && two_before(i, gender)) return kNone;
    if (gender) return person_before(i, gender, is_one_of(w, {"him", "her"}) && !possessive ? subject : kNone);
    return something_else_before(i) ? kNone : body_or_state_before();
  }

  // "X told Y that he ...", "X spoke with Y before he ...": either can be meant.
  bool two_before(std::uint32_t i, char gender) const {
    if (i == sentences_[s_].first || !(has(i - 1, wc::subordinator | wc::relative) || lower(i - 1) == "that")) return false;
    std::uint32_t first = kNone;
    const auto& spoken = spoken_.spoken();
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == s_;) {
      const Spoken& one = spoken[n];
      if (one.first >= i || one.possessor || one.adjective || one.entity == kSomebody) continue;
      const Entity& e = entity(one.entity);
      if (!may_be_person(e) || (e.gender && e.gender != gender)) continue;
      if (first != kNone && first != one.entity) return true;
      first = one.entity;
    }
    return false;
  }

  // "Despite its losses, the Civic Renewal Party": what stands before its name.
  std::uint32_t named_behind_comma(std::uint32_t i, char gender) const {
    const std::uint32_t first = sentences_[s_].first;
    if (i == first || i > first + 3 || !has(first, wc::preposition | wc::subordinator)) return kNone;
    for (std::uint32_t t = i + 1; t + 1 < std::min(last_, i + 15); ++t) {
      if (name_at(t)) {
        const Entity& between = entity(name_at(t)->entity);
        if (gender ? may_be_person(between) : false) return kNone;
      }
      if (word(t) != ",") continue;
      const std::uint32_t at = lower(t + 1) == "the" && t + 2 < last_ ? t + 2 : t + 1;
      const Name* name = name_at(at);
      if (!name || name->adjective || !is_finite_verb(skip_apposition(name->last))) return kNone;
      const Entity& e = entity(name->entity);
      return fits(e, gender) ? name->entity : kNone;
    }
    return kNone;
  }

  // Of whom the clause around `i` says something; of "X sued Y and accused him" that is X in both clauses.
  std::uint32_t subject_of_clause(std::uint32_t i, char gender) const {
    std::uint32_t begin = clause_begin(i);
    for (int steps = 0; steps < 3; ++steps) {
      const auto& spoken = spoken_.spoken();
      for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == s_ && spoken[n].first >= begin;) {
        if (!spoken[n].subject || spoken[n].first >= i) continue;
        if (spoken[n].entity == kSomebody) return kNone;
        const Entity& e = entity(spoken[n].entity);
        return fits(e, gender) ? spoken[n].entity : kNone;
      }
      if (begin <= sentences_[s_].first + 1 || !has(begin - 1, wc::coordinator) || !is_finite_verb(begin)) return kNone;
      begin = clause_begin(begin - 1);
    }
    return kNone;
  }

  // "accused Azerbaijan of moving its troops": the doer of the gerund is the object named before it.
  std::uint32_t subject_of_gerund(std::uint32_t i, char gender) const {
    for (std::uint32_t t = i; t-- > clause_begin(i) + 1;) {
      if (!is_word(t) || !lower(t).ends_with("ing") || !is_one_of(lower(t - 1), {"of", "for", "from"})) continue;
      const auto& spoken = spoken_.spoken();
      for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == s_;) {
        if (spoken[n].last > t - 1 || spoken[n].last + 3 < t || spoken[n].subject || spoken[n].entity == kSomebody) continue;
        const Entity& e = entity(spoken[n].entity);
        return fits(e, gender) ? spoken[n].entity : kNone;
      }
      return kNone;
    }
    return kNone;
  }

  // "each witness put her hand on the book"
  bool each_before(std::uint32_t i) const {
    for (std::uint32_t t = clause_begin(i); t < i; ++t) {
      if (is_word(t) && is_one_of(lower(t), {"each", "every", "everyone", "everybody", "nobody", "anyone", "anybody"})) return true;
    }
    return false;
  }

  // A name of two words and more that nothing shows to be a person's may be one all the same.
  static bool may_be_person(const Entity& e) { return e.type == EntityType::person || (e.type == EntityType::other && e.name.find(' ') != std::string::npos); }
  // gender 0: it and its.
  static bool fits(const Entity& e, char gender) { return gender ? may_be_person(e) && (!e.gender || e.gender == gender) : is_body(e); }
  static bool is_body(const Entity& e) { return e.type == EntityType::state || e.type == EntityType::organisation || e.type == EntityType::agency; }

  std::uint32_t person_before(std::uint32_t i, char gender, std::uint32_t not_this) const {
    const std::uint32_t found = spoken_.best(s_, kReach, kPersonMargin, [&](const Spoken& s) {
      if (s.entity == kSomebody) return kSomebodyBonus;
      const Entity& e = entity(s.entity);
      if (s.adjective || s.entity == not_this || s.first >= i) return Salience::kUnfit;
      if (e.type == EntityType::other && e.name.find(' ') == std::string::npos) return s.subject && gender_of_given_name(e.name) != (gender == 'm' ? 'f' : 'm') ? 0 : Salience::kUnfit;
      if (!may_be_person(e) || (e.gender && e.gender != gender) || (e.type == EntityType::other && !s.subject)) return Salience::kUnfit;
      return e.gender == gender ? 2 : 0;
    });
    if (found == kSomebody || found == kNone) return kNone;
    // a word alone that nothing shows to be a person may be whom the pronoun means, or not
    const Entity& e = entity(found);
    return e.type == EntityType::other && e.name.find(' ') == std::string::npos && gender_of_given_name(e.name) != gender ? kNone : found;
  }

  char gender_of_given_name(std::string_view name) const {
    const auto known = k_.given_names.find(fold(name));
    return known == k_.given_names.end() ? '\0' : known->second;
  }

  std::uint32_t body_or_state_before() const {
    return spoken_.best(s_, 1, kBodyMargin, [&](const Spoken& s) { return s.entity != kSomebody && !s.adjective && is_body(entity(s.entity)) ? 0 : Salience::kUnfit; });
  }

  // A phrase of this sentence that no name resolves stands nearer: "Microsoft's rivals say the update lost its lead".
  bool something_else_before(std::uint32_t i) const {
    for (std::uint32_t t = sentences_[s_].first; t < i; ++t) {
      if (!has(t, wc::determiner) || is_one_of(lower(t), {"that", "all", "both"}) || name_at(t)) continue;
      const auto covered = [&](const Spoken& s) { return s.first <= t + 1 && t < s.last; };
      const auto& spoken = spoken_.spoken();
      bool known = false;
      for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == s_ && !known;) known = covered(spoken[n]);
      if (!known) return true;
    }
    return false;
  }

  // "It pledged", "it has blocked", "it has no institutions there": what states and bodies do; "it is clear", "it rained"
  // and "it broke down" may be said of anything.
  bool means_a_body(std::uint32_t i) const {
    std::uint32_t next = skip_adverbs(i + 1);
    bool owns = false;
    for (int steps = 0; next < last_ && steps < 3 && has(next, wc::auxiliary | wc::modal); ++steps) {
      if (is_one_of(lower(next), {"is", "was", "be", "been", "'s", "are", "were"})) return false;
      owns = is_one_of(lower(next), {"has", "had"});
      next = skip_adverbs(next + 1);
    }
    if (next >= last_ || !is_word(next)) return false;
    if (owns && lower(next) == "no") return true;
    static constexpr std::array<std::string_view, 58> kActs = {
        "say", "announce", "pledge", "call", "urge", "warn", "accuse", "deny", "demand", "agree", "sign", "vote", "join", "launch", "impose", "withdraw", "recognise", "recognize", "refuse", "reject", "condemn", "deploy", "send", "hope", "want", "plan", "seek", "expect", "promise",
        "threaten", "ask", "tell", "add", "denounce", "invite", "block", "declare", "decide", "elect", "approve", "adopt", "ratify", "veto", "appeal", "apply", "protest", "invade", "attack", "forbid", "ban", "lift", "expel", "recall", "negotiate", "supply", "pay", "hire", "support"};
    return std::find(kActs.begin(), kActs.end(), verb_lemma_of(lexicon_, lower(next))) != kActs.end();
  }
};

}  // namespace

std::string_view name_of(ReferenceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

ReferenceKind reference_kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == name) return static_cast<ReferenceKind>(i);
  }
  return ReferenceKind::pronoun;
}

std::vector<Reference> find_references(std::string_view text, const Segmentation& segmentation, const Quotes& quotes, const Lexicon& lexicon, const Knowledge& knowledge, const Date& day, NameAnalysis& names) {
  return Resolver(text, segmentation, quotes, lexicon, knowledge, day, names).run();
}

}  // namespace attache
