#include "language/asides.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "base/strings.h"
#include "language/person_name.h"
#include "language/segment.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::size_t kMostWords = 6;  // of an agency's or outlet's name in a credit

// The entities of the body, to be found by what a name elsewhere is.
class Known {
 public:
  explicit Known(NameAnalysis& names) : names_(names) {
    for (std::uint32_t e = 0; e < names.entities.size(); ++e) remember(e);
  }

  // kNone for a person who can be two of the body.
  std::uint32_t find_or_add(Entity entity) {
    if (const std::uint32_t found = find(entity); found != kNone || is_ambiguous(entity)) return found;
    names_.entities.push_back(std::move(entity));
    const auto added = static_cast<std::uint32_t>(names_.entities.size() - 1);
    remember(added);
    return added;
  }

  std::uint32_t find(const Entity& entity) const {
    if (!entity.key.empty()) {
      if (const auto found = by_key_.find(entity.key); found != by_key_.end()) return found->second;
    }
    if (entity.key.empty()) {
      if (const auto found = by_name_.find(fold_words(entity.name)); found != by_name_.end()) return found->second;
    }
    if (entity.type == EntityType::person || entity.type == EntityType::other) {
      const auto fitting = persons_.find_all(person_words(entity.name));
      if (fitting.size() == 1 && (entity.key.empty() || names_.entities[fitting.front()].key.empty())) return fitting.front();
    }
    return kNone;
  }

 private:
  NameAnalysis& names_;
  std::map<std::string, std::uint32_t> by_key_, by_name_;
  PersonIndex persons_;

  bool is_ambiguous(const Entity& entity) const { return entity.type == EntityType::person && persons_.find_all(person_words(entity.name)).size() > 1; }

  void remember(std::uint32_t e) {
    const Entity& entity = names_.entities[e];
    if (entity.unnamed) return;
    if (!entity.key.empty()) by_key_.emplace(entity.key, e);
    by_name_.emplace(fold_words(entity.name), e);
    if (entity.type == EntityType::person) persons_.add({e, person_words(entity.name), 0});
  }
};

std::vector<Block> captions_as_text(const Report& report) {
  std::vector<Block> out;
  for (const Block& block : report.blocks) {
    if (block.kind == BlockKind::caption) out.push_back({block.span, BlockKind::paragraph});
  }
  return out;
}

void read_captions(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge, Known& known, std::vector<Aside>& out) {
  const std::vector<Block> captions = captions_as_text(report);
  if (captions.empty()) return;
  const NameAnalysis found = find_names(report.text, segment(report.text, captions, lexicon), lexicon, knowledge, nullptr);
  std::vector<std::uint32_t> place(found.entities.size(), kNone);
  for (const Name& name : found.names) {
    const Entity& entity = found.entities[name.entity];
    if (name.adjective || entity.type == EntityType::agency) continue;
    if (place[name.entity] == kNone) place[name.entity] = entity.type == EntityType::other ? known.find(entity) : known.find_or_add(entity);
    if (place[name.entity] != kNone) out.push_back({name.span, place[name.entity], AsideKind::caption});
  }
}

// The words of `within` that a table takes for the one looked for, else its name as written; empty where neither stands there.
template <class Is>
Span find_in(std::string_view text, Span within, std::string_view name, Is is) {
  std::vector<Span> words;
  for (std::uint32_t at = within.begin; at < within.end;) {
    const auto part = [&](std::uint32_t i) { const auto c = static_cast<unsigned char>(text[i]); return std::isalnum(c) || c >= 0x80 || c == '.' || c == '-' || c == '\''; };
    if (!part(at) || text[at] == '.' || text[at] == '-' || text[at] == '\'') {
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < within.end && part(end)) ++end;
    words.push_back({at, end});
    at = end;
  }
  for (std::size_t size = std::min(kMostWords, words.size()); size > 0; --size) {
    for (std::size_t w = 0; w + size <= words.size(); ++w) {
      Span span{words[w].begin, words[w + size - 1].end};
      while (span.end > span.begin && (text[span.end - 1] == '.' || text[span.end - 1] == '-')) --span.end;
      if (fold_words(slice(text, span)) == fold_words(name) || is(slice(text, span))) return span;
    }
  }
  return {};
}

template <class List>
bool overlaps(const List& list, Span span) {
  return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.span.begin < span.end && span.begin < one.span.end; });
}

// `names` are those of the body: "told Reuters" is a mention already.
void read_credits(const Report& report, const Knowledge& knowledge, const std::vector<Name>& names, Known& known, std::vector<Aside>& out) {
  const auto put = [&](Span span, EntityType type, std::string name, std::string key) {
    if (span.empty() || overlaps(out, span) || overlaps(names, span)) return;
    Entity entity;
    entity.type = type;
    entity.name = std::move(name);
    entity.key = std::move(key);
    const std::uint32_t e = known.find_or_add(std::move(entity));
    if (e != kNone) out.push_back({span, e, AsideKind::credit});
  };
  for (const Evident<std::string>& field : report.agencies) {
    const int agency = find_agency(knowledge, field.value);
    if (agency < 0 || field.span.empty()) continue;
    const Agency& known_agency = knowledge.agencies[static_cast<std::size_t>(agency)];
    put(find_in(report.text, field.span, field.value, [&](std::string_view words) { return find_agency(knowledge, words) == agency; }), EntityType::agency, known_agency.name, "agency:" + known_agency.id);
  }
  if (report.outlet.span.empty()) return;
  const int outlet = find_outlet(knowledge, report.outlet.value);
  const std::string name = outlet < 0 ? report.outlet.value : knowledge.outlets[static_cast<std::size_t>(outlet)].name;
  put(find_in(report.text, report.outlet.span, report.outlet.value, [&](std::string_view words) { return outlet >= 0 && find_outlet(knowledge, words) == outlet; }), EntityType::organisation, name, outlet < 0 ? "" : "outlet:" + name);
}

void note_form(Entity& entity, std::string form) {
  const auto at = std::lower_bound(entity.aliases.begin(), entity.aliases.end(), form);
  if (form != entity.name && (at == entity.aliases.end() || *at != form)) entity.aliases.insert(at, std::move(form));
}

}  // namespace

std::string_view name_of(AsideKind kind) { return kind == AsideKind::credit ? "credit" : "caption"; }
AsideKind aside_kind_of(std::string_view name) { return name == "credit" ? AsideKind::credit : AsideKind::caption; }

std::vector<Aside> find_asides(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge, NameAnalysis& names) {
  std::vector<Aside> out;
  Known known(names);
  read_captions(report, lexicon, knowledge, known, out);
  read_credits(report, knowledge, names.names, known, out);
  for (const Aside& aside : out) note_form(names.entities[aside.entity], std::string(slice(report.text, aside.span)));
  std::stable_sort(out.begin(), out.end(), [](const Aside& a, const Aside& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace attache
