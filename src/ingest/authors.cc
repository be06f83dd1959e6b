// Problem: pages name their authors in a dozen places that contradict each other: JSON-LD gives the site where the byline
// gives a person, <meta> gives an address or the account that posted, several sources give the same person in capitals.
// Method: the sources are asked in order of trust (JSON-LD, <meta> by <meta>, pairs for shared links, marked elements near
// the text, byline lines); the first that names a person is believed, so that nobody of another story gets in. The site's own
// name in an author's field is what content systems put there when the field stays empty: it counts last.
// Cost: linear in declared authors. Limit: a person and an agency in different sources are both taken, in different order
// than printed.
#include "ingest/authors.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/author_words.h"
#include "ingest/line_rules.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr int kRunningWords = 15;  // of a paragraph of the text

std::string joined(std::string_view name) {
  std::string out = fold_words(name);
  out.erase(std::remove_if(out.begin(), out.end(), [](char c) { return c == ' ' || c == '\''; }), out.end());
  return out;
}

class Signers {
 public:
  Signers(const Page& page, const AgencyNames& agencies, const std::vector<std::string>& sites) : page_(page), agencies_(agencies) {
    for (const std::string& site : sites) {
      sites_.push_back(joined(site));
      const std::size_t dot = site.rfind('.');
      if (dot != std::string::npos && host_like(site)) sites_.push_back(joined(std::string_view(site).substr(0, dot)));
    }
  }

  std::vector<Signed> find() {
    const auto& declared = page_.declared.authors;
    for (std::size_t begin = 0; begin < declared.size();) {
      std::vector<Signed> source;
      std::size_t end = begin;
      for (; end < declared.size() && same_source(declared[begin].field, declared[end].field); ++end) add(source, read(declared[end], NameTrust::declared));
      take(std::move(source));
      begin = end;
    }
    take(marked_elements());
    std::vector<Signed> above, below;
    int running = 0;
    for (const PageBlock& block : page_.blocks) {
      const std::string_view line = slice(page_.text, block.span);
      if (block.kind == BlockKind::byline) {
        Declared printed{std::string(line), "byline", block.span};
        add(running < 2 ? above : below, read(printed, NameTrust::printed));
      }
      if (is_body(block.kind) && word_count(line) >= kRunningWords) ++running;
    }
    take(std::move(above));
    if (found_.empty()) take(std::move(below));  // further down they may be of other stories
    return found_.empty() ? std::move(newsrooms_) : std::move(found_);
  }

 private:
  const Page& page_;
  const AgencyNames& agencies_;
  std::vector<std::string> sites_;
  std::vector<Signed> found_, newsrooms_;
  bool person_ = false;

  static bool same_source(std::string_view a, std::string_view b) { return a == b || (a.starts_with("JSON-LD author") && b.starts_with("JSON-LD author")); }

  bool is_own_name(std::string_view name) const {
    const std::string own = joined(name);
    return !own.empty() && std::find(sites_.begin(), sites_.end(), own) != sites_.end();
  }

  // The site's own name, or one of its desks: "Example Daily Online", "Redaktion example.org".
  bool is_own_newsroom(std::string_view name) const {
    const std::string own = joined(name);
    if (find_outlet(agencies_.knowledge(), name) >= 0 || is_newsroom_name(name)) return true;
    return std::any_of(sites_.begin(), sites_.end(), [&](const std::string& site) { return !site.empty() && (own.find(site) != std::string::npos || site.find(own) != std::string::npos); });
  }

  static std::string_view trim_brackets(std::string_view text) {
    text = trim(text);
    if (text.starts_with('(')) text.remove_prefix(1);
    if (text.ends_with(')')) text.remove_suffix(1);
    return text.starts_with("www.") ? text.substr(4) : text;
  }

  static Signed newsroom(std::string_view name, const Declared& from) {
    Signed one;
    one.by.signers = one.by.newsrooms = {std::string(name)};
    one.evidence = from.field;
    one.span = from.span;
    return one;
  }

  Signed read(const Declared& declared, NameTrust trust) const {
    const std::string_view bare = trim(std::string_view(declared.value).substr(0, declared.value.find('(')));  // "Example Daily (www.example.org)"
    if (is_own_name(declared.value)) return newsroom(declared.value, declared);
    if (declared.value.find('(') != std::string::npos && (is_own_name(bare) || is_own_name(trim_brackets(std::string_view(declared.value).substr(bare.size()))))) return newsroom(bare, declared);
    Signed one{read_author_field(declared.value, agencies_, trust), declared.field, declared.span};
    if (declared.field.find("organisation") != std::string::npos && one.by.names.agencies.empty()) {
      if (word_count(declared.value) > 6 || declared.value.find("://") != std::string::npos) return {};
      one = newsroom(declared.value, declared);
      one.foreign = !is_own_newsroom(declared.value) && word_count(declared.value) <= 4 && looks_like_source_name(declared.value);
      return one;
    }
    std::erase_if(one.by.names.persons, [&](const std::string& person) {
      if (!begins_with_own_name(person)) return false;
      one.by.newsrooms.push_back(person);
      return true;
    });
    // "Jane Doe, Example Daily": where a person signs, the newsroom behind is where she works
    if (!one.by.names.persons.empty()) {
      std::erase_if(one.by.signers, [&](const std::string& signer) { return std::find(one.by.newsrooms.begin(), one.by.newsrooms.end(), signer) != one.by.newsrooms.end(); });
      one.by.newsrooms.clear();
    }
    return one;
  }

  // "Example Daily", "EXD Northland", "Example DailyNovember": the site with its edition, or with something glued to it.
  bool begins_with_own_name(std::string_view name) const {
    if (is_own_name(name)) return true;
    const std::string words = fold_words(name);
    return std::any_of(page_.declared.outlets.begin(), page_.declared.outlets.end(), [&](const Declared& outlet) {
      const std::string own = fold_words(outlet.value);
      if (own.find(' ') != std::string::npos) return words.starts_with(own);
      // one word may be a first name too ("Brigitte"); initials are none
      return outlet.value.size() >= 3 && is_all_capitals(outlet.value) && name.starts_with(outlet.value + " ");
    });
  }

  static void add(std::vector<Signed>& source, Signed one) {
    if (!one.by.signers.empty() || !one.by.names.empty()) source.push_back(std::move(one));
  }

  // An element around others that gives no more persons than they do repeats them with other words around ("Jane Doe
  // Reporter"); one that gives more holds names that no inner one marks.
  std::vector<Signed> marked_elements() const {
    const auto& marks = page_.declared.printed_authors;
    std::vector<Signed> all;
    for (const Declared& mark : marks) all.push_back(read(mark, NameTrust::printed));
    std::vector<Signed> kept;
    for (std::size_t m = 0; m < marks.size(); ++m) {
      std::vector<std::string> inner, outer;
      for (std::size_t k = 0; k < marks.size(); ++k) {
        const bool wider = marks[k].span.size() > marks[m].span.size();
        if (k != m && !marks[m].span.empty() && !marks[k].span.empty() && !wider && marks[m].span.size() > marks[k].span.size() && marks[m].span.contains(marks[k].span)) {
          inner.insert(inner.end(), all[k].by.names.persons.begin(), all[k].by.names.persons.end());
        }
      }
      std::sort(inner.begin(), inner.end());
      inner.erase(std::unique(inner.begin(), inner.end()), inner.end());
      if (!inner.empty() && all[m].by.names.persons.size() <= inner.size()) continue;
      add(kept, all[m]);
    }
    return kept;
  }

  static bool names_person(const std::vector<Signed>& source) {
    return std::any_of(source.begin(), source.end(), [](const Signed& s) { return !s.by.names.persons.empty(); });
  }

  void take(std::vector<Signed> source) {
    const bool person = names_person(source);
    const bool agency = std::any_of(source.begin(), source.end(), [](const Signed& s) { return !s.by.names.agencies.empty() || s.foreign; });
    if (person_ || source.empty()) return;
    if (person || (agency && found_.empty())) {
      found_.insert(found_.end(), std::make_move_iterator(source.begin()), std::make_move_iterator(source.end()));
      person_ = person;
    } else if (newsrooms_.empty()) {
      newsrooms_ = std::move(source);
    }
  }
};

}  // namespace

std::vector<Signed> who_signs(const Page& page, const AgencyNames& agencies, const std::vector<std::string>& sites) { return Signers(page, agencies, sites).find(); }

}  // namespace attache
