#include "training/conllu.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"

namespace attache {
namespace {

std::string_view field_of(std::string_view misc, std::string_view key) {
  for (const std::string_view part : split(misc, '|')) {
    if (part.starts_with(key)) return part.substr(key.size());
  }
  return {};
}

std::string known(std::string_view field) { return field == "_" ? std::string() : std::string(field); }

std::string name_kind(std::string_view ner) {
  if (ner == "PERSON") return "PER";
  if (ner == "ORGANIZATION") return "ORG";
  if (ner == "LOCATION") return "LOC";
  if (ner == "MISC") return "MISC";
  return {};
}

bool is_nominal_name(const LabelledWord& w) { return w.xpos.starts_with("NNP") && w.name.size() > 2 && w.name.ends_with("PER"); }

}  // namespace

Result<std::vector<LabelledSentence>> parse_conllu(std::string_view text, const std::string& source) {
  std::vector<LabelledSentence> out;
  LabelledSentence now;
  std::vector<std::string> kinds;
  std::uint64_t number = 0;
  const auto wrong = [&](const std::string& what) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, what, source, number}); };
  const auto end = [&]() -> bool {
    for (const LabelledWord& w : now.words) {
      if (w.head < -1 || w.head > static_cast<int>(now.words.size())) return false;
    }
    if (now.names_known) {
      for (std::size_t i = 0; i < kinds.size(); ++i) {
        const bool goes_on = i > 0 && kinds[i - 1] == kinds[i], more = i + 1 < kinds.size() && kinds[i + 1] == kinds[i];
        now.words[i].name = kinds[i].empty() ? "O" : std::string(goes_on ? (more ? "I-" : "E-") : (more ? "B-" : "S-")) + kinds[i];
      }
    }
    if (!now.words.empty()) out.push_back(std::move(now));
    now = {};
    kinds.clear();
    return true;
  };
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty()) {
      if (!end()) return wrong("a head outside its sentence");
      continue;
    }
    if (line.starts_with('#')) continue;
    const auto f = split(line, '\t');
    if (f.size() != 10) return wrong("a line of " + std::to_string(f.size()) + " columns, CoNLL-U has ten");
    if (f[0].find_first_of("-.") != std::string_view::npos) continue;
    LabelledWord w;
    w.form = f[1];
    w.upos = known(f[3]);
    w.xpos = known(f[4]);
    w.feats = w.upos.empty() ? std::string() : std::string(f[5]);
    w.lemma = f[2] == "_" && f[1] != "_" ? std::string() : std::string(f[2]);
    w.relation = known(f[7]);
    if (!w.relation.empty() && std::from_chars(f[6].data(), f[6].data() + f[6].size(), w.head).ec != std::errc()) return wrong("a head that is no number");
    w.space_after = field_of(f[9], "SpaceAfter=") != "No";
    const std::string_view ner = field_of(f[9], "NER=");
    now.names_known = now.names_known || !ner.empty();
    kinds.push_back(name_kind(ner));
    now.words.push_back(std::move(w));
  }
  if (!end()) return wrong("a head outside its sentence");
  return out;
}

void convert_stanford(LabelledSentence& sentence) {
  auto& words = sentence.words;
  const auto at = [&](int id) -> LabelledWord& { return words[static_cast<std::size_t>(id - 1)]; };
  // "Ilka Doran": version 2 puts the first name over the others
  for (int h = static_cast<int>(words.size()); h >= 1; --h) {
    if (!is_nominal_name(at(h))) continue;
    int first = h;
    while (first > 1 && is_nominal_name(at(first - 1)) && at(first - 1).head == h && at(first - 1).relation == "compound" && !at(first).name.starts_with("B-")) --first;
    if (first == h) continue;
    at(first).head = at(h).head;
    at(first).relation = at(h).relation;
    for (LabelledWord& w : words) {
      if (w.head == h) w.head = first;
    }
    for (int k = first + 1; k <= h; ++k) {
      at(k).head = first;
      at(k).relation = "flat";
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    LabelledWord& w = words[i];
    std::string& r = w.relation;
    const char above = w.head > 0 && !at(w.head).xpos.empty() ? at(w.head).xpos[0] : 'V';
    const bool of_clause = above == 'V' || above == 'J' || above == 'R' || above == 'M';
    if (r == "dobj") r = "obj";
    else if (r == "nsubjpass") r = "nsubj:pass";
    else if (r == "csubjpass") r = "csubj:pass";
    else if (r == "auxpass") r = "aux:pass";
    else if (r == "mwe") r = "fixed";
    else if (r == "neg") r = "advmod";
    else if (r == "nmod") r = of_clause ? "obl" : "nmod";
    else if (r == "nmod:tmod" || r == "nmod:npmod") r = of_clause ? "obl:unmarked" : "nmod:unmarked";
    else if (r == "dep" || r == "punct") {
      r.clear();
      w.head = -1;
    }
    if (r == "cc" && w.head > 0) {  // version 2 hangs it under the conjunct that follows
      for (std::size_t k = i + 1; k < words.size(); ++k) {
        if (words[k].relation == "conj" && words[k].head == w.head) {
          w.head = static_cast<int>(k + 1);
          break;
        }
      }
    }
  }
}

}  // namespace attache
