#include "mentions/facts/find_facts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>

#include "base/strings.h"
#include "language/person_words.h"
#include "mentions/clause.h"
#include "mentions/events/status.h"
#include "mentions/facts/assertion.h"
#include "mentions/facts/camps.h"
#include "mentions/facts/dated_lists.h"
#include "mentions/facts/fact_sides.h"
#include "mentions/facts/mended_tree.h"
#include "mentions/facts/plain.h"

namespace attache {
namespace {

constexpr std::uint32_t kMostTokens = 200;  // of a sentence
constexpr std::uint32_t kMostSides = 40;    // of a list; longer ones are no list of states

class Finder {
 public:
  Finder(const Report& report, const Language& language, std::span<const StatementMention> statements, const FactReader& reader, const Knowledge& knowledge)
      : report_(report), language_(language), statements_(statements), reader_(reader), knowledge_(knowledge), clauses_(report.text, language, language.quotes), coder_(language, clauses_, knowledge, reader.actors, report.published.value), sides_(report, language, clauses_, coder_, tree_) {}

  std::vector<FactMention> run() {
    const std::vector<Sentence>& sentences = language_.segmentation.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (sentences[s].title || sentences[s].size() > kMostTokens || !(has_anchor(sentences[s]) || leaves_verb_out(sentences[s]))) continue;
      tree_ = read_tree(report_.text, language_, s, reader_.syntax, reader_.lexicon);
      if (tree_.words.size() > 2 * kMostTokens) continue;  // one token may hold many words
      mend_infinitives(tree_);
      mend_named_subjects(tree_, [&](std::uint32_t w) {
        const Name* name = clauses_.name_at(tree_.words[w].token);
        return name && !name->adjective && language_.names.entities[name->entity].type == EntityType::state;
      });
      for (TreeWord& w : tree_.words) w.time = clauses_.in_time(w.token);
      mend_lost_subjects(tree_);
      const std::size_t before = out_.size();
      read_left_out();
      for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
        for (const FactPattern* p : patterns_at(reader_.patterns, tree_, w)) {
          if (!p->noun || !clauses_.name_at(tree_.words[w].token)) read(*p, w, w);
        }
      }
      if (out_.size() > before) read_left_out();
      read_parts(before);
      name_declared(before);
    }
    read_offices();
    for (FactMention& m : read_camps(report_, language_, coder_)) out_.push_back(std::move(m));
    for (FactMention& m : read_dated_lists(report_, language_, coder_, groups_)) out_.push_back(std::move(m));
    return std::move(out_);
  }

 private:
  const Report& report_;
  const Language& language_;
  std::span<const StatementMention> statements_;
  const FactReader& reader_;
  const Knowledge& knowledge_;
  const Clauses clauses_;
  const ActorCoder coder_;
  SentenceTree tree_;
  const FactSides sides_;
  std::vector<FactMention> out_;
  const FactPattern* last_ = nullptr;  // the latest that told a fact
  Participant last_object_;
  std::uint32_t last_sentence_ = 0;
  std::vector<GroupTold> groups_;

  [[nodiscard]] bool has_anchor(const Sentence& s) const {
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      const std::string word = clauses_.lower(t);
      const auto known = [&](std::string_view lemma) { return !lemma.empty() && reader_.patterns.by_anchor.contains(std::string(lemma)); };
      if (reader_.patterns.by_preposition.contains(word) && behind_be(s, t)) return true;
      if (known(word) || known(verb_lemma_of(reader_.lexicon, word))) return true;
      if (word.ends_with('s') && known(word.substr(0, word.size() - 1))) return true;
      if (word.ends_with("ies") && known(word.substr(0, word.size() - 3) + "y")) return true;
      if (word.ends_with("ed") && (known(word.substr(0, word.size() - 1)) || known(word.substr(0, word.size() - 2)))) return true;
      if (word.ends_with("ing") && (known(word.substr(0, word.size() - 3)) || known(word.substr(0, word.size() - 3) + "e"))) return true;
    }
    return false;
  }

  // "is against", "were firmly for": a form of "be" at most two words before.
  [[nodiscard]] bool behind_be(const Sentence& s, std::uint32_t token) const {
    for (std::uint32_t t = token; t > s.first && t + 3 > token; --t) {
      if (is_one_of(clauses_.lower(t - 1), {"is", "are", "was", "were", "be", "been", "'s", "'re", "am", "'m"})) return true;
    }
    return false;
  }

  // "Several countries, including A and B, have not."
  [[nodiscard]] bool leaves_verb_out(const Sentence& s) const {
    for (std::uint32_t t = s.first; last_ && t + 2 < s.last; ++t) {
      if (is_one_of(clauses_.lower(t), {"have", "has", "had", "do", "does", "did"}) && is_one_of(clauses_.lower(t + 1), {"not", "so", "too"})) return true;
      if (clauses_.is(t, "so") && is_one_of(clauses_.lower(t + 1), {"has", "have", "did", "does", "do"})) return true;
    }
    return false;
  }

  // ---- what the value is

  // The time that hangs on the word or below it; else the only one of the sentence, where it hangs on nothing that tells a fact of its own.
  [[nodiscard]] const TimeExpression* time_at(std::uint32_t word, const std::string& behind) const {
    const TimeExpression *below = nullptr, *only = nullptr;
    std::size_t n = 0;
    for (const TimeExpression& t : language_.times) {
      if (t.sentence != tree_.sentence || (!t.resolved && t.begin.month == 0)) continue;
      if (!behind.empty()) {
        bool after = false;
        for (std::uint32_t k = t.first; k > 0 && k + 3 > t.first; --k) after |= clauses_.lower(k - 1) == behind;
        if (!after && clauses_.lower(t.first) != behind) continue;
        return &t;
      }
      ++n;
      only = &t;
      for (std::uint32_t w = 0; w < tree_.words.size() && !below; ++w) {
        if (tree_.words[w].token >= t.first && tree_.words[w].token < t.last && tree_.words[w].head != kNoWord && (tree_.words[w].head == word || tree_.under(w, word)) && !in_other_clause(w, word)) below = &t;
      }
    }
    if (below) return below;
    if (n == 1 && only && clause_of(word) == clause_of_token(only->first) && !dates_other(only->first, word)) return only;
    return nullptr;
  }

  // The nearest verb above.
  [[nodiscard]] std::uint32_t clause_of(std::uint32_t word) const {
    while (word != kNoWord && tree_.words[word].upos != "VERB" && tree_.words[word].head != kNoWord) word = tree_.words[word].head;
    return word;
  }
  [[nodiscard]] std::uint32_t clause_of_token(std::uint32_t token) const {
    for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
      if (tree_.words[w].token == token) return clause_of(w);
    }
    return kNoWord;
  }
  // The time hangs on a noun that tells a fact of its own: "after the invasion on May 4, it imposed".
  [[nodiscard]] bool dates_other(std::uint32_t token, std::uint32_t word) const {
    for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
      if (tree_.words[w].token != token) continue;
      std::uint32_t up = w;
      while (up != kNoWord && tree_.words[up].time) up = tree_.words[up].head;
      return up != kNoWord && up != word && tree_.words[up].upos != "VERB" && reader_.patterns.by_anchor.contains(tree_.words[up].lemma);
    }
    return false;
  }
  [[nodiscard]] bool in_other_clause(std::uint32_t below, std::uint32_t word) const {
    for (std::uint32_t w = tree_.words[below].head; w != kNoWord && w != word; w = tree_.words[w].head) {
      if (tree_.words[w].upos == "VERB" || (!tree_.words[w].time && reader_.patterns.by_anchor.contains(tree_.words[w].lemma))) return true;
    }
    return false;
  }

  bool read_value(const FactPattern& p, std::uint32_t word, std::uint32_t subject, FactMention& m) const {
    if (p.value.empty()) return true;
    if (p.value == "date") {
      if (const TimeExpression* t = time_at(word, p.value_word)) {
        m.begin = t->begin;
        m.end = t->end;
        m.value_span = t->span;
      }
      return true;
    }
    const bool of_subject = p.subject.any_words || (p.value_path.ways.size() == 1 && p.value_path.ways[0].size() == 1 && p.value_path.ways[0][0].role == "subj");  // what is counted is the subject itself
    const std::vector<std::uint32_t> at = of_subject && subject != kNoWord ? std::vector<std::uint32_t>{subject} : follow(tree_, word, p.value_path);
    if (at.empty()) return true;
    if (p.value == "words") {
      m.value_span = phrase_of(tree_, at.front());
      m.words = collapse_space(slice(report_.text, m.value_span));
      return true;
    }
    const Quantity* q = sides_.number_at(at.front());
    if (!q || q->unit == "%") return true;
    m.value = q->value;
    m.most = q->most;
    m.hedge = q->hedge;
    m.value_span = Span{std::min(q->span.begin, q->number.begin), q->number.end};
    return true;
  }

  [[nodiscard]] std::uint32_t statement_of(Span anchor) const {
    for (std::uint32_t s = 0; s < statements_.size(); ++s) {
      for (const Span& piece : statements_[s].content) {
        if (piece.overlaps(anchor)) return s;
      }
    }
    return kNoEntity;
  }

  // ---- one pattern at one word

  // The relation that a sentence tells with the words of another: "does not recognise", "will not support". null: none.
  [[nodiscard]] const FactRelation* told_by(const FactRelation& relation, Assertion assertion) const {
    const auto named = [&](const std::string& id) { return id.empty() ? nullptr : find_relation(reader_.patterns, id); };
    const bool by_denial = relation.id == "rejects";  // its verb tells the contrary
    switch (assertion) {
      case Assertion::told: return by_denial ? nullptr : &relation;
      case Assertion::denied: return by_denial ? &relation : named(relation.denied);
      case Assertion::refused: return by_denial ? &relation : named(relation.refused.empty() ? relation.denied : relation.refused);
      case Assertion::willing: return named(relation.willing);
      case Assertion::pledged: return named(relation.pledged);
      case Assertion::conditional: return named(relation.conditional);
      case Assertion::open: break;
    }
    return nullptr;
  }

  void read(const FactPattern& p, std::uint32_t word, std::uint32_t anchor) {
    const FactRelation* relation = &reader_.patterns.relations[p.relation];
    const Assertion assertion = assertion_of(tree_, p.preposition ? tree_.words[word].head : word, relation->id == "in_force_from", statement_of(tree_.words[anchor].span) != kNoEntity);
    relation = told_by(*relation, assertion);
    if (!relation || (relation->stand && !is_told_plainly(tree_, p.preposition ? tree_.words[word].head : word))) return;
    const bool counts = p.value == "num";
    const std::vector<std::uint32_t> subjects = heads(p.subject, word, counts);
    std::vector<std::uint32_t> objects = heads(p.object, word, false);
    if (objects.empty() && relation->stand) {  // "voted against postponing it"
      for (const std::uint32_t c : tree_.words[word].children) {
        const std::uint32_t mark = tree_.words[c].relation == "advcl" ? tree_.child(c, "mark") : kNoWord;
        if (mark != kNoWord && objects.empty() && is_one_of(tree_.words[mark].lemma, {"against", "for"})) objects.push_back(c);
      }
    }
    if (objects.empty() && relation->stand && !p.object_needed && !p.noun && !p.preposition) {  // "supports raising the tax": what it is about is said, if not by a noun
      for (const std::string_view clause : {"obj", "xcomp", "ccomp"}) {
        const std::uint32_t c = tree_.child(word, clause);
        if (c != kNoWord && objects.empty() && std::find(p.companions.begin(), p.companions.end(), tree_.words[c].lemma) == p.companions.end()) objects.push_back(c);
      }
    }
    const bool object_needed = relation->object_needed || p.object_needed;
    if (!object_needed && p.value == "date" && std::any_of(subjects.begin(), subjects.end(), [&](std::uint32_t s) { return tree_.words[s].upos == "NUM" || FactSides::is_group_of_states(tree_.words[s]); })) groups_.push_back({relation->id, tree_.sentence});
    if (subjects.empty() || (relation->object != SideKind::none && objects.empty() && object_needed)) return;
    for (const std::uint32_t s : subjects) {
      const std::optional<Participant> subject = sides_.side(relation->subject, s, p.subject.any_words, objects);
      if (!subject || (relation->stand && is_excepted(tree_, s))) continue;
      FactMention m;
      m.relation = relation->id;
      m.subject = *subject;
      m.anchor = tree_.words[anchor].span;
      m.sentence = tree_.sentence;
      m.statement = statement_of(m.anchor);
      read_value(p, word, s, m);
      if (relation->value_needed && m.value_span.empty()) continue;
      if (relation->id == "took_place" && tree_.child(s, "compound") == kNoWord && tree_.child(s, "amod") == kNoWord && tree_.child(s, "nmod:poss") == kNoWord) continue;  // "the war": which one?
      bool any = false;
      for (const std::uint32_t o : objects) {
        std::optional<Participant> object = sides_.side(relation->object, o, p.object.any_words, subjects);
        const bool no_cause = !object && relation->stand && !sides_.says_none(o);
        if (no_cause) {  // "backs it", "supports the list": what it means is for whoever knows the matter
          object = Participant{};
          object->span = sides_.all_words(o, subjects);
        }
        if (!object) continue;
        FactMention with = m;
        with.stand_only = no_cause;
        if (p.subject.any_words) sides_.cut_before(with.subject.span, object->span);
        if (FactSides::same(with.subject, *object)) continue;
        with.object = *object;
        if (relation->object == SideKind::cause || p.object.any_words) {
          if (p.object.any_words) with.object.span = sides_.with_conjuncts(o, with.object.span);
          with.object.span.end = std::max({with.object.span.end, sides_.end_of_purpose(word, o), sides_.end_of_place(with.object.span.end)});
          if (!sides_.only_name(o) || with.object.span.end > tree_.words[o].span.end) with.object.entity = kNoEntity;
        }
        add(std::move(with), p);
        any = true;
      }
      if (!any && (relation->object == SideKind::none || !object_needed)) {
        if (counts && relation->object == SideKind::land) m.object = only_land(s);
        if (relation->stand && !objects.empty()) continue;  // it is said what it is about, but not so that it could be told
        m.stand_only = relation->stand;
        add(std::move(m), p);
      }
    }
    if (!p.subject.any_words) count_group(p, *relation, word, anchor, objects);
  }

  // `each`: those coordinated count one by one, though any words will do ("30 soldiers and 2 guards were killed").
  [[nodiscard]] std::vector<std::uint32_t> heads(const TreePath& path, std::uint32_t word, bool each_one) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t found : follow(tree_, word, path)) {
      const std::uint32_t w = who_they_are(found);
      for (const std::uint32_t each : path.any_words && !each_one ? std::vector<std::uint32_t>{w} : with_coordinated(tree_, w)) {
        if (out.size() < kMostSides && std::find(out.begin(), out.end(), each) == out.end()) out.push_back(each);
      }
    }
    return out;
  }

  // "A, B and C have said that they support it": the list, where the pronoun is the subject of what they say.
  [[nodiscard]] std::uint32_t who_they_are(std::uint32_t word) const {
    const TreeWord& w = tree_.words[word];
    if (w.upos != "PRON" || w.lemma != "they" || w.relation != "nsubj" || w.head == kNoWord) return word;
    const TreeWord& verb = tree_.words[w.head];
    if (verb.relation != "ccomp" || verb.head == kNoWord) return word;
    const std::uint32_t speakers = tree_.child(verb.head, "nsubj");
    return speakers != kNoWord && with_coordinated(tree_, speakers).size() > 1 ? speakers : word;
  }

  // The only place that the sentence names, outside of who is counted.
  [[nodiscard]] Participant only_land(std::uint32_t counted) const {
    Participant one;
    for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
      const Name* name = clauses_.name_at(tree_.words[w].token);
      if (!name || name->adjective || tree_.under(w, counted) || tree_.words[w].relation == "flat" || tree_.words[w].relation == "compound" || tree_.words[w].relation == "nmod:poss") continue;
      const EntityType type = language_.names.entities[name->entity].type;
      if (type != EntityType::state && type != EntityType::place) continue;
      if (!is_one_of(tree_.preposition(w), {"in", "at", "near", "of", "outside", "on", "across", "around"})) continue;
      if (!one.span.empty() && one.entity != name->entity) return {};
      one = coder_.code(tree_, w, {});
    }
    return one;
  }

  // "Four members, A, B, C and D, have not recognised it": how many they are is a fact as well.
  void count_group(const FactPattern& p, const FactRelation& relation, std::uint32_t word, std::uint32_t anchor, const std::vector<std::uint32_t>& objects) {
    if (relation.value != "number" || relation.single || objects.empty()) return;
    for (const std::uint32_t s : follow(tree_, word, p.subject)) {
      const Quantity* q = sides_.number_at(s);
      if (!q || examples_of(tree_, s).empty()) continue;
      for (const std::uint32_t o : objects) {
        const std::optional<Participant> object = sides_.side(relation.object, o, false, {s});
        if (!object) continue;
        FactMention m;
        m.relation = relation.id;
        m.subject.span = phrase_of(tree_, s);
        m.object = *object;
        m.anchor = tree_.words[anchor].span;
        m.sentence = tree_.sentence;
        m.statement = statement_of(m.anchor);
        m.value = q->value;
        m.most = q->most;
        m.hedge = q->hedge;
        m.value_span = Span{std::min(q->span.begin, q->number.begin), q->number.end};
        out_.push_back(std::move(m));
      }
    }
  }

  void add(FactMention m, const FactPattern& p) {
    last_ = &p;
    last_object_ = m.object;
    last_sentence_ = m.sentence;
    const auto known = std::find_if(out_.begin(), out_.end(), [&](const FactMention& o) { return o.sentence == m.sentence && o.relation == m.relation && (o.subject == m.subject || (o.subject.entity != kNoEntity && o.subject.entity == m.subject.entity)) && (o.object == m.object || o.object.span.overlaps(m.object.span) || (o.object.entity != kNoEntity && o.object.entity == m.object.entity)); });
    if (known == out_.end()) out_.push_back(std::move(m));
    else if (known->value_span.empty() && !m.value_span.empty()) *known = std::move(m);
  }

  // The verb is that of the clause before: "Several countries, including A and B, have not", "but C has not done so", "so does D".
  void read_left_out() {
    if (!last_ || last_->noun || last_sentence_ + 1 < tree_.sentence) return;
    const FactRelation& last = reader_.patterns.relations[last_->relation];
    const bool names_cause = last.object == SideKind::cause && (!last.object_needed || !last_object_.span.empty());
    if (!names_cause && (last_object_.span.empty() || last_object_.entity == kNoEntity)) return;
    const std::uint32_t last_anchor = out_.empty() || out_.back().sentence != tree_.sentence ? 0 : out_.back().anchor.end;
    for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
      const TreeWord& v = tree_.words[w];
      if (v.span.begin < last_anchor || !is_one_of(v.lemma, {"have", "do"}) || v.relation.starts_with("aux")) continue;
      const bool verb_before = last_sentence_ != tree_.sentence && std::any_of(tree_.words.begin(), tree_.words.begin() + w, [](const TreeWord& b) { return b.upos == "VERB" && b.relation != "case" && b.relation != "amod" && b.relation != "acl"; });
      if (verb_before) continue;  // it stands for that verb
      if (const std::uint32_t o = tree_.child(w, "obj"); o != kNoWord && !is_one_of(tree_.words[o].lemma, {"so", "same", "it"})) continue;
      const auto any_child = [&](std::initializer_list<std::string_view> lemmas) { return std::any_of(v.children.begin(), v.children.end(), [&](std::uint32_t c) { return is_one_of(tree_.words[c].lemma, lemmas); }); };
      const bool negative = any_child({"not", "n't", "never"}), alike = any_child({"so", "too", "also", "same", "likewise"});
      const FactRelation& told = last;
      if (!negative && !alike) continue;
      if (any_child({"will", "would", "may", "might", "could", "should", "can", "must"}) || (negative && told.denied.empty())) continue;
      const FactRelation* relation = negative ? find_relation(reader_.patterns, told.denied) : &told;
      std::uint32_t subject = tree_.child(w, "nsubj");
      if (subject == kNoWord && alike) subject = tree_.child(w, "obj");  // "so does China"
      if (subject == kNoWord) continue;
      for (const std::uint32_t s : with_coordinated(tree_, subject)) {
        const std::optional<Participant> who = sides_.side(relation->subject, s, false, {});
        if (!who || (who->entity != kNoEntity && who->entity == last_object_.entity)) continue;
        FactMention m;
        m.relation = relation->id;
        m.subject = *who;
        m.object = last_object_;
        m.anchor = v.span;
        m.sentence = tree_.sentence;
        m.statement = statement_of(m.anchor);
        const bool known = std::any_of(out_.begin(), out_.end(), [&](const FactMention& o) { return o.sentence == m.sentence && o.anchor == m.anchor && o.relation == m.relation && o.subject == m.subject; });
        if (!known) out_.push_back(std::move(m));
      }
    }
  }

  // "3,770 troops there, of whom 600 are from Chad": part of what was counted before in the sentence.
  void read_parts(std::size_t before) {
    for (std::uint32_t w = 0; w + 1 < tree_.words.size(); ++w) {
      if (tree_.words[w].lemma != "of" || !is_one_of(tree_.words[w + 1].lemma, {"whom", "which", "who"})) continue;
      for (std::size_t k = before; k < out_.size(); ++k) {
        if (out_[k].relation != "has_troops_in" || out_[k].value_span.empty() || out_[k].value_span.begin > tree_.words[w].span.begin) continue;
        for (std::uint32_t n = w + 2; n < tree_.words.size() && n < w + 5; ++n) {
          const Quantity* q = tree_.words[n].upos == "NUM" ? sides_.number_at(n) : nullptr;
          if (!q) continue;
          for (std::uint32_t s = n + 1; s < tree_.words.size(); ++s) {
            const Participant who = coder_.code(tree_, s, {});
            if (tree_.words[s].upos == "PUNCT") break;
            if ((who.entity == kNoEntity || language_.names.entities[who.entity].type != EntityType::state) || clauses_.name_at(tree_.words[s].token) == nullptr) continue;
            FactMention m = out_[k];
            m.subject = who;
            m.value = q->value;
            m.most = q->most;
            m.hedge = q->hedge;
            m.value_span = Span{std::min(q->span.begin, q->number.begin), q->number.end};
            out_.push_back(std::move(m));
            return;
          }
        }
      }
    }
  }

  // "Chad's President Ana Tull": an office beside a name.
  void read_offices() {
    for (const Reference& r : language_.references) {
      if (r.kind != ReferenceKind::office || language_.segmentation.sentences[r.sentence].title) continue;
      const Entity& who = language_.names.entities[r.entity];
      const std::string words = lower_ascii(collapse_space(slice(report_.text, r.span)));
      const auto role = std::find_if(who.roles.begin(), who.roles.end(), [&](const Role& o) { return !o.of.empty() && find_office(knowledge_, o.office) >= 0 && words.find(o.office) != std::string::npos; });
      if (role == who.roles.end() || who.type != EntityType::person) continue;
      const auto name = std::find_if(language_.names.names.begin(), language_.names.names.end(), [&](const Name& n) { return n.sentence == r.sentence && n.entity == r.entity && !n.adjective; });
      if (name == language_.names.names.end()) continue;
      const bool beside = name->first <= r.last + 2 && r.first <= name->last + 2;
      if (!beside) continue;
      FactMention m;
      m.relation = "holds_office";
      m.subject = coder_.code(name->span, r.entity);
      m.anchor = r.span;
      m.sentence = r.sentence;
      m.statement = statement_of(m.anchor);
      m.value_span = r.span;
      m.words = role->office + " of " + role->of;
      out_.push_back(std::move(m));
    }
  }

  // "A declared independence, a move that B and C refused to recognise": the move is A's.
  void name_declared(std::size_t before) {
    const auto declared = std::find_if(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end(), [](const FactMention& m) { return m.relation == "declared_independence_from"; });
    if (declared == out_.end()) return;
    const Participant who = declared->subject;
    for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
      if (!is_one_of(tree_.words[w].lemma, {"move", "step", "declaration", "decision"}) || tree_.words[w].span.begin < declared->anchor.begin) continue;
      for (std::uint32_t v = w + 1; v < tree_.words.size(); ++v) {
        if (!is_one_of(tree_.words[v].lemma, {"recognise", "recognize"}) || tree_.child(v, "obj") != kNoWord) continue;
        const Assertion assertion = assertion_of(tree_, v, false, false);
        if (assertion != Assertion::told && assertion != Assertion::denied && assertion != Assertion::refused) continue;
        const std::vector<std::uint32_t> subjects = follow(tree_, v, parse_tree_path("subj"));
        for (const std::uint32_t first : subjects) {
          std::vector<std::uint32_t> all = with_coordinated(tree_, first);
          if (const std::vector<std::uint32_t> near = names_between(first, v); all.size() == 1 && all.front() == first && !near.empty()) all = near;
          for (const std::uint32_t s : all) {
            const std::optional<Participant> p = sides_.side(SideKind::actor, s, false, {});
            if (!p || FactSides::same(*p, who)) continue;
            FactMention m;
            m.relation = assertion == Assertion::told ? "recognises" : "does_not_recognise";
            m.subject = *p;
            m.object = who;
            m.anchor = tree_.words[v].span;
            m.sentence = tree_.sentence;
            m.statement = statement_of(m.anchor);
            out_.push_back(std::move(m));
          }
        }
        return;
      }
    }
  }

  // Names right behind "including" between a subject and its verb, wherever the tree has put them.
  [[nodiscard]] std::vector<std::uint32_t> names_between(std::uint32_t subject, std::uint32_t verb) const {
    std::vector<std::uint32_t> out;
    bool listed = false;
    for (std::uint32_t w = subject + 1; w < verb; ++w) {
      listed |= is_one_of(tree_.words[w].lemma, {"including", "include"});
      if (listed && tree_.words[w].upos == "PROPN" && tree_.words[w].relation != "flat" && tree_.words[w].relation != "compound") out.push_back(w);
    }
    return out;
  }
};

}  // namespace

std::vector<FactMention> find_facts(const Report& report, const Language& language, std::span<const StatementMention> statements, const FactReader& reader, const Knowledge& knowledge) {
  std::vector<FactMention> facts = Finder(report, language, statements, reader, knowledge).run();
  std::stable_sort(facts.begin(), facts.end(), [](const FactMention& a, const FactMention& b) { return std::tie(a.sentence, a.anchor.begin) < std::tie(b.sentence, b.anchor.begin); });
  return facts;
}

}  // namespace attache
