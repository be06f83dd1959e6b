// Method: sources are read in text order. A pronoun takes the speaker of the latest statement, or the subject of the
// nearest sentence before it, whose gender and number fit; "the official" the latest description with the same noun;
// "the president" the person with that office. Nothing is taken from background tables. Cost: each look back is bounded
// by kReach sentences.
#include "mentions/speaker.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/person_words.h"
#include "text/fold.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::uint32_t kReach = 6;  // sentences looked back for an antecedent; newspaper paragraphs have one to three

bool is_document(std::string_view w) { return is_one_of(w, {"letter", "statement", "document", "text", "resolution", "communique", "communiqué", "note", "memo", "post", "tweet", "message", "declaration", "draft", "petition", "email", "filing"}); }

bool is_place_noun(std::string_view w) { return is_one_of(w, {"region", "country", "republic", "state", "province", "nation", "territory", "government", "authorities", "kingdom", "island", "capital"}); }

std::string form_of_word(std::string_view w) {
  if (w == "letter" || w == "letters") return "letter";
  if (is_one_of(w, {"tweet", "tweets", "tweeted", "post", "posted", "twitter", "facebook", "telegram", "instagram", "weibo"})) return "social media post";
  if (w == "interview") return "interview";
  if (w == "statement") return "statement";
  if (w == "briefing" || w == "conference") return "news conference";
  if (w == "speech" || w == "address") return "speech";
  if (w == "video") return "video";
  return {};
}

struct Speaker {
  std::uint32_t entity = kNoEntity;
  std::string text;
  std::string reason;
  bool plural = false;
  std::string noun;  // head noun of a description
  [[nodiscard]] bool empty() const { return entity == kNoEntity && text.empty(); }
};

class Resolver {
 public:
  Resolver(const Report& report, const Language& language, const Knowledge& knowledge, const std::vector<Draft>& drafts, const Clauses& c)
      : report_(report), language_(language), k_(knowledge), drafts_(drafts), c_(c), sentences_(language.segmentation.sentences), tokens_(language.segmentation.tokens) {}

  void run(std::vector<StatementMention>& mentions) {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const Draft& draft = drafts_[d];
      current_ = &draft;
      StatementMention& m = mentions[d];
      Speaker speaker;
      if (draft.floating) {
        speaker = last_;
        speaker.reason = "goes on from the statement before";
      } else if (draft.source) {
        speaker = resolve(*draft.source, draft.sentence, 0);
      }
      m.speaker = speaker.entity;
      m.speaker_text = speaker.entity != kNoEntity ? entity(speaker.entity).name : speaker.text;
      m.speaker_reason = speaker.reason;
      read_form(draft, speaker, m);
      read_addressee(draft, m);
      if (!speaker.empty() && draft.act != Act::no_comment) {
        last_ = speaker;
        last_sentence_ = draft.sentence;
      }
      if (!speaker.noun.empty() && speaker.entity == kNoEntity) described_.push_back({speaker, draft.sentence});
    }
  }

 private:
  const Report& report_;
  const Language& language_;
  const Knowledge& k_;
  const std::vector<Draft>& drafts_;
  const Clauses& c_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Token>& tokens_;

  const Draft* current_ = nullptr;  // the statement that is being resolved
  Speaker last_;  // of the statement before
  std::uint32_t last_sentence_ = 0;
  struct Described {
    Speaker speaker;
    std::uint32_t sentence;
  };
  std::vector<Described> described_;
  // the letter, post or interview the report is about at the moment
  std::string form_;
  Speaker author_;
  std::uint32_t form_addressee_ = kNoEntity;
  std::string form_addressee_text_;

  const Entity& entity(std::uint32_t e) const { return language_.names.entities[e]; }
  bool is_person(std::uint32_t e) const { return entity(e).type == EntityType::person; }
  std::string words(Range r) const { return collapse_space(slice(report_.text, c_.span_of(r))); }

  Speaker resolve(Range r, std::uint32_t sentence, int depth) const {
    if (r.last == r.first + 1 && c_.has(r.first, wc::pronoun) && !c_.name_at(r.first)) return resolve_pronoun(c_.lower(r.first), r.first, sentence, depth);
    if (const Speaker person = named_person(r); !person.empty()) return person;
    return resolve_phrase(r, sentence, depth);
  }

  // The person a phrase names: the first personal name that is neither a possessor nor inside an "of ..." phrase.
  Speaker named_person(Range r) const {
    Speaker found;
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      const Name* name = c_.name_at(t);
      if (!name || name->first != t) continue;
      const bool possessor = name->last < r.last && tokens_[name->last].kind == TokenKind::clitic;
      // "a spokeswoman for Governor Marek Solti" names him and speaks for him
      std::uint32_t before = t;
      while (before > r.first && (c_.title_at(before - 1) || c_.has(before - 1, wc::determiner | wc::common_adjective | wc::possessive) || c_.is(before - 1, "."))) --before;
      const bool inside = before > r.first && is_one_of(c_.lower(before - 1), {"of", "for", "to", "with", "by", "from"});
      const bool apposed = entity(name->entity).type == EntityType::other && name->last >= name->first + 2 && t >= r.first + 2 && c_.is(t - 1, ",") && (is_person_noun(c_.lower(t - 2)) || is_person_noun(c_.lower(head_of(r))));
      if ((is_person(name->entity) || apposed) && !possessor && !inside) {
        if (found.entity == kNoEntity) {
          found.entity = name->entity;
          found.reason = "named";
        } else if (name->entity != found.entity && before > r.first && c_.lower(before - 1) == "and") {
          // two speak together: neither alone
          found.text = entity(found.entity).name + " and " + entity(name->entity).name;
          found.entity = kNoEntity;
          found.plural = true;
          found.reason = "named together";
          return found;
        }
      }
    }
    return found;
  }

  // Head noun: the last word before an apposition, a preposition or the end.
  std::uint32_t head_of(Range r) const {
    std::uint32_t head = r.first;
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      if (c_.is(t, ",") || c_.is(t, "(") || (c_.has(t, wc::preposition) && t > r.first && tokens_[t].kind == TokenKind::word && !c_.name_at(t))) break;
      if (tokens_[t].kind == TokenKind::word) head = t;
    }
    return head;
  }

  Speaker resolve_phrase(Range r, std::uint32_t sentence, int depth) const {
    Speaker speaker;
    // drop an apposition from the description: "a commander of KFOR, NATO's mission ..."
    Range short_range = r;
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      if (c_.is(t, ",") && t > r.first) {
        short_range.last = t;
        break;
      }
    }
    const std::uint32_t head = head_of(r);
    const std::string noun = c_.lower(head);
    const Name* head_name = c_.name_at(head);
    const bool definite = c_.lower(r.first) == "the" || c_.lower(r.first) == "that" || c_.lower(r.first) == "this";

    // "Ostmere and Tarrow said": together, neither alone
    if (head_name && head_name->first >= r.first + 2 && c_.lower(head_name->first - 1) == "and" && c_.name_at(head_name->first - 2) && !head_name->adjective) {
      const Name* other = c_.name_at(head_name->first - 2);
      if (other->first >= r.first && !other->adjective && other->entity != head_name->entity) {
        speaker.text = entity(other->entity).name + " and " + entity(head_name->entity).name;
        speaker.plural = true;
        speaker.reason = "named together";
        return speaker;
      }
    }
    // a name is the head: state, organisation, agency, or a name no table knows
    if (head_name && head_name->last >= head + 1 && !head_name->adjective) {
      speaker.entity = head_name->entity;
      speaker.reason = head_name->metonym ? "seat of the government" : "named";
      return speaker;
    }
    if (is_place_noun(noun)) {
      // "Serbia's breakaway region of Kosovo", "the Serbian government", "Kosovo's government"
      for (std::uint32_t t = head + 1; t < r.last; ++t) {
        if (const Name* name = c_.name_at(t); name && entity(name->entity).type == EntityType::state && c_.lower(t - 1) == "of") {
          speaker.entity = name->entity;
          speaker.reason = "named";
          return speaker;
        }
      }
      if (noun == "government" || noun == "authorities") {
        for (std::uint32_t t = r.first; t < head; ++t) {
          if (const Name* name = c_.name_at(t); name && entity(name->entity).type == EntityType::state) {
            speaker.entity = name->entity;
            speaker.reason = "its government";
            return speaker;
          }
        }
      }
    }
    if (is_document(noun)) {
      // "the letter reads", "her letter": the author
      if (depth == 0 && (definite || c_.has(r.first, wc::possessive))) {
        if (!author_.empty() && (form_ == form_of_word(noun) || form_of_word(noun).empty() || form_.empty())) {
          speaker = author_;
          speaker.reason = "author of the " + noun;
          return speaker;
        }
      }
      speaker.text = words(short_range);
      speaker.reason = "described";
      return speaker;
    }
    if (c_.name_at(r.first)) {
      if (const Speaker office = only_holder_of(r); !office.empty()) return office;
    }
    if (definite) {
      if (const Speaker office = holder_of(r, sentence); !office.empty()) return office;
      if (const Speaker named = body_named_before(r.first, noun); !named.empty() && !has_other_name(r, named.text)) return named;
      for (std::size_t d = described_.size(); d-- > 0;) {
        if (sentence - std::min(sentence, described_[d].sentence) > 3 * kReach) break;
        if (described_[d].speaker.noun == noun || described_[d].speaker.noun == singular(noun)) {
          // "the Turkish official" is not "a Greek official": a name inside must be the same
          if (has_other_name(r, described_[d].speaker.text)) continue;
          speaker = described_[d].speaker;
          speaker.reason = "\"" + words(short_range) + "\": described before";
          return speaker;
        }
      }
    }
    speaker.text = words(short_range);
    speaker.reason = "described";
    speaker.noun = noun;
    speaker.plural = noun.ends_with("s") && !noun.ends_with("ss");
    return speaker;
  }

  // "Velmara's prime minister": the one person whom the report, anywhere, gives that office of that state.
  Speaker only_holder_of(Range r) const {
    Speaker speaker;
    const TitleMention* title = nullptr;
    std::string of;
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      const std::string w = c_.lower(t);
      if (w == "former" || w == "ex" || w == "deputy" || w == "spokesman" || w == "spokeswoman" || w == "spokesperson") return speaker;
      if (const TitleMention* at = c_.title_at(t)) title = at;
      if (const Name* name = c_.name_at(t); name && of.empty()) {
        const std::string& key = entity(name->entity).key;
        const std::size_t colon = key.find(':');
        of = colon == std::string::npos ? entity(name->entity).name : key.substr(colon + 1);
      }
    }
    if (!title || title->last != r.last || of.empty()) return speaker;
    const std::string& office = k_.offices[title->office].title;
    for (std::uint32_t e = 0; e < language_.names.entities.size(); ++e) {
      if (!is_person(e)) continue;
      for (const Role& role : entity(e).roles) {
        if (role.office != office || role.of != of) continue;
        if (speaker.entity != kNoEntity && speaker.entity != e) return {};
        speaker.entity = e;
        speaker.reason = "\"" + words(r) + "\": the only person with that office in the report";
      }
    }
    return speaker;
  }

  // "the ministry": the organisation named before whose name holds the word; the nearest one.
  Speaker body_named_before(std::uint32_t token, const std::string& noun) const {
    Speaker speaker;
    if (!is_one_of(noun, {"ministry", "council", "commission", "agency", "court", "party", "union", "bank", "committee", "office", "department", "university", "institute", "company", "board", "authority", "association", "foundation", "federation", "assembly", "senate", "tribunal", "force", "mission", "alliance", "bloc"})) return speaker;
    const auto& names = language_.names.names;
    auto it = std::lower_bound(names.begin(), names.end(), token, [](const Name& n, std::uint32_t t) { return n.first < t; });
    for (int looked = 0; it != names.begin() && looked < 100; ++looked) {
      --it;
      if (entity(it->entity).type != EntityType::organisation) continue;
      const std::string words = " " + lower_ascii(slice(report_.text, it->span)) + " ";
      if (words.find(" " + noun + " ") == std::string::npos) continue;
      speaker.entity = it->entity;
      speaker.reason = "the " + noun + " named before";
      return speaker;
    }
    return speaker;
  }

  static std::string singular(const std::string& noun) { return noun.ends_with("s") && !noun.ends_with("ss") ? noun.substr(0, noun.size() - 1) : noun; }

  bool has_other_name(Range r, const std::string& description) const {
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      if (const Name* name = c_.name_at(t); name && name->first == t && description.find(std::string(slice(report_.text, name->span))) == std::string::npos) return true;
    }
    return false;
  }

  // "the president", "the Turkish foreign minister": the person of this report with that office, the latest named.
  Speaker holder_of(Range r, std::uint32_t sentence) const {
    Speaker speaker;
    const TitleMention* title = nullptr;
    std::string of;
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      if (const TitleMention* at = c_.title_at(t)) title = at;
      if (const Name* name = c_.name_at(t); name && entity(name->entity).type != EntityType::person && of.empty()) {
        const std::string& key = entity(name->entity).key;
        const std::size_t colon = key.find(':');
        of = colon == std::string::npos ? entity(name->entity).name : key.substr(colon + 1);
      }
    }
    if (!title) return speaker;
    const std::string& office = k_.offices[title->office].title;
    // names before this phrase, the nearest first
    const auto& names = language_.names.names;
    const auto before = std::lower_bound(names.begin(), names.end(), r.first, [](const Name& n, std::uint32_t t) { return n.first < t; });
    int looked = 0;
    for (auto it = before; it != names.begin() && looked < 400; ++looked) {
      --it;
      if (!is_person(it->entity)) continue;
      for (const Role& role : entity(it->entity).roles) {
        const bool same_office = role.office == office || (office == "president" && role.office.ends_with("president")) || (role.office.ends_with(" " + office));
        if (same_office && (of.empty() || role.of.empty() || role.of == of)) {
          speaker.entity = it->entity;
          speaker.reason = "\"" + words(r) + "\": the person with that office in the report";
          return speaker;
        }
      }
    }
    (void)sentence;
    return speaker;
  }

  // ---- pronouns ----

  bool gender_fits(const Speaker& s, char wanted) const {
    if (s.entity != kNoEntity) return is_person(s.entity) || (entity(s.entity).type == EntityType::other && entity(s.entity).name.find(' ') != std::string::npos && !stands_in(s.entity)) ? entity(s.entity).gender == 0 || entity(s.entity).gender == wanted : false;
    if (s.plural || s.text.empty()) return false;
    const std::string t = lower_ascii(s.text);
    if (t.find("woman") != std::string::npos) return wanted == 'f';
    if (!is_person_noun(s.noun)) return false;  // "the railway", "the delay"
    if (t.find("spokesman") != std::string::npos || t.find("chairman") != std::string::npos || t.find("businessman") != std::string::npos) return wanted == 'm';
    return !s.noun.empty();
  }

  // "in Velmara", "Velmara, which ...": a name no table knows that is no person.
  bool stands_in(std::uint32_t e) const {
    for (const Name& name : language_.names.names) {
      if (name.entity != e) continue;
      if (name.first > 0 && is_one_of(c_.lower(name.first - 1), {"in", "into", "across"})) return true;
      if (c_.is(name.last, ",") && name.last + 1 < tokens_.size() && c_.lower(name.last + 1) == "which") return true;
    }
    return false;
  }

  bool is_body_of(const Speaker& s) const {  // a state, organisation or institution: "it"
    if (s.entity != kNoEntity) return !is_person(s.entity);
    return !s.plural && is_body_noun(s.noun);
  }

  // The subject of a sentence: the phrase before its first finite verb.
  Speaker subject_of(std::uint32_t s, std::uint32_t limit, int depth) const {
    const std::uint32_t first = sentences_[s].first;
    const std::uint32_t last = std::min(sentences_[s].last, limit);
    for (std::uint32_t t = first + 1; t < last; ++t) {
      if (!c_.is_finite_verb(t) || c_.has(t - 1, wc::auxiliary | wc::modal | wc::infinitive_to)) continue;
      const auto phrase = c_.phrase_before(c_.skip_adverbials_back(t, first), first);
      if (!phrase) continue;
      if (phrase->last == phrase->first + 1 && c_.has(phrase->first, wc::pronoun) && !c_.name_at(phrase->first)) {
        if (depth >= 3) return {};
        return resolve_pronoun(c_.lower(phrase->first), phrase->first, s, depth + 1);
      }
      if (c_.lower(phrase->first) == "who") return {};
      return resolve(*phrase, s, 1);
    }
    return {};
  }

  // The content of the statement that is being resolved stands before its source, in the same sentence.
  bool own_content_before(std::uint32_t token) const { return current_ && !current_->content.empty() && current_->content.front().first < token && current_->content.front().last <= token; }

  Speaker resolve_pronoun(const std::string& pronoun, std::uint32_t token, std::uint32_t sentence, int depth) const {
    Speaker none;
    const char wanted = pronoun == "he" || pronoun == "him" ? 'm' : pronoun == "she" || pronoun == "her" ? 'f' : 0;
    const bool it = pronoun == "it";
    const bool they = pronoun == "they" || pronoun == "them";
    if (!wanted && !it && !they) {
      none.text = pronoun;
      none.reason = "pronoun, not resolved";
      return none;
    }
    const auto fits = [&](const Speaker& s) {
      if (s.empty()) return false;
      if (wanted) return gender_fits(s, wanted);
      if (it) return is_body_of(s);
      return s.plural || is_body_of(s);
    };
    const auto because = [&](Speaker s, const char* why) {
      s.reason = "\"" + pronoun + "\": " + why;
      return s;
    };
    // the clause before in this sentence, then the sentences before, nearest first
    for (std::uint32_t back = 0; back <= kReach && back <= sentence; ++back) {
      const std::uint32_t s = sentence - back;
      if (sentences_[s].title) break;
      if (depth == 0 && !last_.empty() && last_sentence_ == s && fits(last_)) return because(last_, "speaker of the statement before");
      // whom the content speaks of is not who says it: "The diplomat had not come, he added"
      if (back == 0 && own_content_before(token)) continue;
      const Speaker subject = subject_of(s, back == 0 ? token : sentences_[s].last, depth);
      if (fits(subject)) return because(subject, "subject of the sentence before");
      if (wanted) {
        // any person of the sentence that fits; the only one, or the first
        const Speaker person = first_person(s, back == 0 ? token : sentences_[s].last, wanted);
        if (!person.empty()) return because(person, "the nearest person named before");
      }
    }
    if (depth == 0 && fits(last_) && wanted) return because(last_, "speaker of the statement before");
    none.text = pronoun;
    none.reason = "pronoun, not resolved";
    return none;
  }

  Speaker first_person(std::uint32_t s, std::uint32_t limit, char wanted) const {
    Speaker found;
    const auto& names = language_.names.names;
    auto at = std::lower_bound(names.begin(), names.end(), sentences_[s].first, [](const Name& n, std::uint32_t t) { return n.first < t; });
    for (; at != names.end() && at->first < limit; ++at) {
      if (!is_person(at->entity) || c_.quoted(at->first)) continue;
      const char gender = entity(at->entity).gender;
      if (gender && gender != wanted) continue;
      found.entity = at->entity;
      if (gender == wanted) return found;
    }
    return found;
  }

  // ---- form and addressee ----

  void read_form(const Draft& draft, const Speaker& speaker, StatementMention& m) {
    const Sentence& sentence = sentences_[draft.sentence];
    std::string form;
    std::uint32_t at = 0;
    for (std::uint32_t t = sentence.first; t < sentence.last && !draft.floating; ++t) {
      if (c_.quoted(t) || inside_content(draft, t)) continue;
      const std::string found = form_of_word(c_.lower(t));
      if (found.empty() || (found == "social media post" && c_.lower(t) == "post" && t + 1 < sentence.last && c_.is(t + 1, "office"))) continue;
      // "in a letter", "her statement", "the letter reads", "told a news conference"
      form = found;
      at = t;
      if (found == "letter") break;
    }
    if (draft.lemma == "tweet" || draft.lemma == "post") form = "social media post";
    if (draft.lemma == "text") form = "message";
    const bool same_author = !author_.empty() && author_.entity == speaker.entity && author_.text == speaker.text;
    if (!form.empty()) {
      m.form = form;
      if (form == "letter") {
        // a letter introduced here: author and addressee hold for what is quoted from it later
        if (!same_author || form_ != "letter") {
          form_addressee_ = kNoEntity;
          form_addressee_text_.clear();
        }
        read_letter_addressee(sentence, at);
        author_ = speaker;
        form_ = form;
      } else if (!same_author || form_ != "letter") {
        author_ = speaker;
        form_ = form;
        form_addressee_ = kNoEntity;
        form_addressee_text_.clear();
      }
    } else if (same_author && form_ == "letter" && draft.act != Act::no_comment) {
      m.form = form_;
    } else if (!same_author && !speaker.empty() && draft.act != Act::no_comment && !draft.document) {
      author_ = {};
      form_.clear();
    }
    if (m.form == "letter" && m.addressee == kNoEntity && m.addressee_text.empty()) {
      m.addressee = form_addressee_;
      m.addressee_text = form_addressee_text_;
    }
  }

  bool inside_content(const Draft& draft, std::uint32_t t) const {
    return std::any_of(draft.content.begin(), draft.content.end(), [&](const Range& r) { return r.first <= t && t < r.last; });
  }

  // "letter to President Biden and Secretary Blinken", "letter sent to Biden", "letter addressed to the council"
  void read_letter_addressee(const Sentence& sentence, std::uint32_t letter) {
    for (std::uint32_t t = letter + 1; t + 1 < std::min(sentence.last, letter + 5); ++t) {
      if (c_.lower(t) != "to") continue;
      const auto phrase = c_.phrase_after(t + 1, sentence.last, false);
      if (!phrase) return;
      set_addressee(*phrase, form_addressee_, form_addressee_text_);
      return;
    }
  }

  void set_addressee(Range phrase, std::uint32_t& to, std::string& text) const {
    std::vector<std::uint32_t> persons;
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      const Name* name = c_.name_at(t);
      if (name && name->first == t && is_person(name->entity) && std::find(persons.begin(), persons.end(), name->entity) == persons.end()) persons.push_back(name->entity);
    }
    if (persons.size() > 1) {
      to = kNoEntity;
      text.clear();
      for (std::uint32_t e : persons) text += (text.empty() ? "" : "; ") + entity(e).name;
      return;
    }
    const Speaker whom = resolve(phrase, sentence_of(phrase.first), 1);
    to = whom.entity;
    text = whom.entity != kNoEntity ? entity(whom.entity).name : whom.text;
  }

  std::uint32_t sentence_of(std::uint32_t token) const {
    const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), token, [](std::uint32_t t, const Sentence& s) { return t < s.first; });
    return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
  }

  void read_addressee(const Draft& draft, StatementMention& m) const {
    if (!draft.addressee) return;
    set_addressee(*draft.addressee, m.addressee, m.addressee_text);
  }
};

}  // namespace

void resolve_speakers(const Report& report, const Language& language, const Knowledge& knowledge, const std::vector<Draft>& drafts, const Clauses& clauses, std::vector<StatementMention>& mentions) {
  Resolver(report, language, knowledge, drafts, clauses).run(mentions);
}

}  // namespace attache
