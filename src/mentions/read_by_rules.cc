#include "mentions/read_by_rules.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/quotes.h"
#include "mentions/according_to.h"
#include "mentions/behind_quotation.h"
#include "mentions/can_speak.h"
#include "mentions/clause.h"
#include "mentions/clause_end.h"
#include "mentions/cue_source.h"
#include "mentions/draft.h"
#include "mentions/no_comment.h"

namespace attache {
namespace {

namespace wc = word_class;

class RuleReader {
 public:
  RuleReader(const Report& report, const Language& language, const Lexicon& lexicon, const CueLexicon& cues, const Clauses& clauses)
      : report_(report), language_(language), lexicon_(lexicon), cue_lexicon_(cues), tokens_(language.segmentation.tokens), sentences_(language.segmentation.sentences),
        quotes_(language.quotes), c_(clauses), ends_(tokens_, c_), speakers_(language, c_), behind_(language, quotes_, c_, speakers_), sources_(language, quotes_, c_, speakers_, behind_), quote_used_(quotes_.list.size(), false) {}

  std::vector<Draft> run() {
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
      if (!sentences_[s].title) read_sentence(s);
    }
    return std::move(drafts_);
  }

 private:
  const Report& report_;
  const Language& language_;
  const Lexicon& lexicon_;
  const CueLexicon& cue_lexicon_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Quotes& quotes_;
  const Clauses& c_;
  const ClauseEnds ends_;
  const Speakers speakers_;
  const BehindQuotation behind_;
  const CueSources sources_;
  std::vector<bool> quote_used_;
  std::vector<Draft> drafts_;

  // ---- one sentence ----

  void read_sentence(std::uint32_t s) {
    Scene scene;
    scene.sentence = s;
    scene.first = sentences_[s].first;
    scene.last = sentences_[s].last;
    while (scene.last > scene.first && c_.is_final_mark(scene.last - 1)) --scene.last;
    scene.cues = find_cues(report_.text, language_.segmentation, sentences_[s], quotes_.of_token, cue_lexicon_, lexicon_);
    for (Draft& refusal : find_no_comment(language_, c_, scene)) finish(std::move(refusal));
    for (std::size_t k = 0; k < scene.cues.size(); ++k) read_cue(scene, k);
    if (std::optional<Draft> draft = behind_.read(scene, quote_used_)) finish(std::move(*draft));
    for (Draft& draft : find_according_to(language_, c_, ends_, scene, drafts_)) finish(std::move(draft));
  }

  void read_cue(Scene& scene, std::size_t k) {
    const Cue& cue = scene.cues[k];
    Draft draft;
    draft.sentence = scene.sentence;
    draft.lemma = cue.entry->lemma;
    draft.act = cue.act;
    draft.document = cue.entry->document;
    draft.cue.push_back({cue.first, cue.last});
    const std::uint32_t floor = floor_of(scene, k);

    bool inverted = false;
    if (!sources_.find(scene, k, floor, draft, inverted)) return;
    scene.subject = draft.source;
    if (draft.source && !speakers_.may_have_said(*draft.source, draft.lemma)) return;
    if (draft.source && draft.source->first > scene.first) {  // "asked whether he regretted it": nobody says that he does
      const std::string opening = c_.lower(draft.source->first - 1);
      if (opening == "whether" || opening == "if" || opening == "unless" || opening == "lest") return;
    }

    std::uint32_t right = cue.last;
    if (inverted && draft.source) right = std::max(right, draft.source->last);
    const bool adjacent = draft.source && draft.source->last <= cue.first && draft.source->first >= floor;
    const std::uint32_t left = adjacent ? std::min(draft.source->first, cue.first) : cue.first;
    if (adjacent && split_insertion(draft, scene)) return;
    if (as_clause(draft, scene, k)) return;

    const bool quoting = (cue.entry->frames & (frame::quote | frame::clause | frame::tells | frame::asks)) != 0;
    const std::int32_t before = quoting ? sources_.quote_before(left, sentences_[scene.sentence].first) : -1;
    // "..., who complained of a 'weather report', said she could live with three": the words behind the cue are what is said
    const bool partial = before >= 0 && !inverted && is_partial(before, scene);
    const bool said_behind = partial && find_right_content(scene, k, right, draft);
    if (said_behind) {
      // nothing more
    } else if (before >= 0) {
      add_quote(draft, before, scene);
      if ((cue.entry->frames & frame::tells) && !inverted) {  // `"A," X told reporters, "B."`
        if (const auto whom = c_.phrase_after(right, scene.last, false)) {
          draft.addressee = whom;
          right = whom->last;
        }
      }
      add_quote_after(draft, right, scene);
    } else if (inverted) {
      add_clause_before(draft, left, scene, k);
      if (draft.content.empty()) return;
    } else if (inside_relative_clause(left, right, scene)) {
      add_clause(scene, k, right + 1, draft);
    } else if (!find_right_content(scene, k, right, draft)) {
      if (const std::int32_t asked = quoting && adjacent && draft.source->first == scene.first ? behind_.quotation_before(scene.sentence, quote_used_) : -1; asked >= 0) {
        add_whole_quote(draft, asked);
        finish(std::move(draft));
        return;
      }
      add_clause_before(draft, left, scene, k);
      if (!draft.content.empty()) add_clause_after_insertion(draft, right, scene, k);
    }
    if (draft.content.empty()) return;
    // "Insisting that he had paid, the hotelier ...": the content ends before the subject that follows
    if (cue.form == CueForm::participle && draft.source && draft.source->first > cue.last && !inverted) {
      Range& piece = draft.content.back();
      if (piece.first < draft.source->first && piece.last >= draft.source->first) piece.last = draft.source->first - 1;
      if (piece.empty()) return;
    }
    finish(std::move(draft));
  }

  void add_whole_quote(Draft& draft, std::int32_t q) const {
    const Quote& quote = quotes_.list[static_cast<std::size_t>(q)];
    draft.content.push_back({quote.first, quote.last});
  }

  // Quoted words that end a clause which is not quoted itself.
  bool is_partial(std::int32_t q, const Scene& scene) const {
    const std::uint32_t first = quotes_.list[static_cast<std::size_t>(q)].first;
    const std::uint32_t start = sentences_[scene.sentence].first;
    return first > start && same_sentence(first, scene.sentence) && !starts_clause(first, start);
  }

  // "... in which, Velmara says, soldiers crossed the line": the clause goes on behind the insertion.
  bool inside_relative_clause(std::uint32_t left, std::uint32_t right, const Scene& scene) const {
    return left >= scene.first + 2 && c_.is(left - 1, ",") && c_.has(left - 2, wc::relative) && c_.is(right, ",") && right + 2 < scene.last && !c_.quoted(left - 2);
  }

  // How far back the source of a cue may stand: to the cue before, but over a participle inside commas ("A diplomat,
  // speaking on condition of anonymity, said").
  std::uint32_t floor_of(const Scene& scene, std::size_t k) const {
    std::size_t before = k;
    const std::uint32_t back = c_.skip_adverbials_back(scene.cues[k].first, scene.first);
    const bool comma = back > scene.first && c_.is(back - 1, ",");
    while (before > 0 && comma && scene.cues[before - 1].form == CueForm::participle && scene.cues[before - 1].first > scene.first && c_.is(scene.cues[before - 1].first - 1, ",") && !has_statement(scene, scene.cues[before - 1])) --before;
    return before > 0 ? scene.cues[before - 1].last : scene.first;
  }

  bool has_statement(const Scene& scene, const Cue& cue) const {
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend() && draft->sentence == scene.sentence; ++draft) {
      if (!draft->cue.empty() && draft->cue.front().first == cue.first) return true;
    }
    return false;
  }

  // "The tunnel, site manager Goran Blaz said, had been inspected": what stood before the comma is content, not source.
  bool split_insertion(Draft& draft, const Scene& scene) {
    const std::uint32_t behind = draft.cue.back().last;
    if (!c_.is(behind, ",") || behind + 1 >= scene.last || c_.quoted(behind + 1)) return false;
    if (draft.source->first != scene.first || !(c_.is_finite_verb(behind + 1) || c_.has(behind + 1, wc::auxiliary | wc::modal))) return false;
    std::uint32_t comma = draft.source->last;
    while (comma > draft.source->first && !c_.is(comma, ",")) --comma;
    if (comma == draft.source->first || comma + 1 >= draft.source->last) return false;
    draft.content = {{scene.first, comma}, {behind + 1, scene.last}};
    draft.source->first = comma + 1;
    finish(std::move(draft));
    return true;
  }

  // "As the officer explained, the votes are opened last."
  bool as_clause(Draft& draft, const Scene& scene, std::size_t k) {
    if (!draft.source || draft.source->first != scene.first + 1 || c_.lower(scene.first) != "as") return false;
    std::uint32_t behind = c_.skip_adverbials(draft.cue.back().last, scene.last);
    if (scene.cues[k].entry->frames & frame::tells) {  // "As the minister told the paper, the tunnel will be dug"
      if (const auto whom = c_.phrase_after(behind, scene.last, false)) {
        draft.addressee = whom;
        behind = c_.skip_adverbials(whom->last, scene.last);
      }
    }
    if (!c_.is(behind, ",") || behind + 2 >= scene.last) return false;
    draft.content.push_back({behind + 1, ends_.clause_end(scene, k, behind + 1)});
    finish(std::move(draft));
    return true;
  }

  void finish(Draft draft) {
    std::sort(draft.content.begin(), draft.content.end());
    for (const Range& piece : draft.content) {
      for (std::uint32_t t = piece.first; t < piece.last; ++t) {
        if (c_.quoted(t)) quote_used_[static_cast<std::size_t>(quotes_.of_token[t])] = true;
      }
    }
    drafts_.push_back(std::move(draft));
  }

  // ---- content ----

  void add_quote(Draft& draft, std::int32_t q, const Scene& scene) {
    const Quote& quote = quotes_.list[static_cast<std::size_t>(q)];
    Range range{quote.first, quote.last};
    // a clause whose last words alone are quoted: take it from the clause's beginning
    const std::uint32_t start = sentences_[scene.sentence].first;
    if (range.first > start && same_sentence(range.first, scene.sentence) && !starts_clause(range.first, start)) {
      std::uint32_t from = range.first;
      while (from > start && !c_.quoted(from - 1) && !(c_.is(from - 1, ",") && from - 1 == start) && !c_.is(from - 1, ";") && !c_.is(from - 1, ":")) --from;
      if (from == start) {
        while (from < range.first && c_.has(from, wc::coordinator)) ++from;
        range.first = from;
      }
    }
    draft.content.push_back(range);
  }

  bool same_sentence(std::uint32_t token, std::uint32_t s) const { return sentences_[s].first <= token && token < sentences_[s].last; }

  // Nothing but a comma, colon, dash or coordinator stands between the clause's beginning and this token.
  bool starts_clause(std::uint32_t i, std::uint32_t start) const {
    return i == start || c_.is(i - 1, ",") || c_.is(i - 1, ":") || c_.is(i - 1, "\u2014") || c_.is(i - 1, "\u2013") || c_.is(i - 1, "-") || c_.is(i - 1, ";") || c_.quoted(i - 1);
  }

  // `"A," X said, "B."`: the quotation goes on behind the cue.
  void add_quote_after(Draft& draft, std::uint32_t right, const Scene& scene) {
    std::uint32_t i = c_.skip_adverbials(right, scene.last);
    if (c_.is(i, ",") || c_.is(i, ":")) ++i;
    if (i < scene.last && c_.quoted(i)) {
      const Quote& quote = quotes_.list[static_cast<std::size_t>(quotes_.of_token[i])];
      if (quote.first == i) draft.content.push_back({quote.first, quote.last});
    }
  }

  bool find_right_content(Scene& scene, std::size_t k, std::uint32_t right, Draft& draft) {
    const Cue& cue = scene.cues[k];
    const std::uint32_t frames = cue.entry->frames;
    std::uint32_t i = right;
    if (i >= scene.last) return false;
    // refusals: the infinitive is the content
    bool addressed = false;
    if (frames & (frame::tells | frame::asks)) addressed = read_addressee(i, scene.last, frames, draft);
    std::uint32_t begin = c_.skip_adverbials(i, scene.last);
    // "said, however, that": an insertion between commas
    if (c_.is(begin, ",") && begin + 1 < scene.last) {
      std::uint32_t close = begin + 1;
      while (close < scene.last && close < begin + 12 && !c_.is(close, ",") && !c_.quoted(close)) ++close;
      if (close < scene.last && c_.is(close, ",") && close + 1 < scene.last && (c_.lower(close + 1) == "that" || c_.quoted(close + 1))) {
        begin = close + 1;
      } else if (c_.quoted(begin + 1)) {
        begin = begin + 1;
      } else if (c_.lower(begin + 1) == "that") {
        begin = begin + 1;
      }
    }
    if (begin >= scene.last) return false;
    if (frames & (frame::quote | frame::clause)) {
      // "wrote a minute after the whistle: "The referee ...""
      const std::uint32_t reach = std::min(begin + 14, sentences_[scene.sentence].last);
      for (std::uint32_t t = begin; t + 1 < reach && !c_.quoted(t) && !c_.is_finite_verb(t) && !c_.has(t, wc::relative | wc::modal); ++t) {
        if (!c_.is(t, ":") || !c_.quoted(t + 1)) continue;
        const Quote& quote = quotes_.list[static_cast<std::size_t>(quotes_.of_token[t + 1])];
        draft.content.push_back({quote.first, quote.last});
        return true;
      }
    }
    const std::string w = c_.lower(begin);
    const bool quoted = c_.quoted(begin);

    if (c_.is(begin, ":")) {
      if (begin + 1 >= sentences_[scene.sentence].last) return false;
      if (c_.quoted(begin + 1)) {
        const Quote& quote = quotes_.list[static_cast<std::size_t>(quotes_.of_token[begin + 1])];
        draft.content.push_back({quote.first, quote.last});
      } else {
        draft.content.push_back({begin + 1, scene.last});
      }
      return true;
    }
    if (w == "that" && (frames & (frame::clause | frame::tells | frame::asks)) && begin + 1 < scene.last) {
      // "said that" + clause, not "said that day"
      return add_clause(scene, k, begin, draft);
    }
    if (quoted && (frames & (frame::quote | frame::clause | frame::tells | frame::object | frame::asks))) {
      const Quote& quote = quotes_.list[static_cast<std::size_t>(quotes_.of_token[begin])];
      const std::uint32_t words = quote.last - quote.first;
      // the whole quotation, and the clause that goes on behind a short one
      if (quote.last >= scene.last || words >= 8 || c_.is(quote.last, ",") || c_.is(quote.last, ".")) {
        draft.content.push_back({quote.first, quote.last});
        return true;
      }
      return add_clause(scene, k, begin, draft);
    }
    if ((frames & frame::wh) && (w == "whether" || w == "how" || w == "why" || w == "what" || w == "where" || w == "when" || w == "who" || (w == "if" && (draft.act == Act::asks || draft.lemma == "wonder")))) {
      return add_clause(scene, k, begin, draft);
    }
    if (w == "to" && begin + 1 < scene.last && !c_.has(begin + 1, wc::determiner | wc::possessive) && (frames & (frame::to | frame::asks)) && ((frames & frame::to) || addressed || draft.lemma == "ask")) {
      return add_clause(scene, k, begin, draft);
    }
    if (w == "not" && begin + 2 < scene.last && c_.lower(begin + 1) == "to" && (frames & (frame::to | frame::asks | frame::tells))) return add_clause(scene, k, begin, draft);
    if (w == "for" && (frames & frame::asks)) {
      for (std::uint32_t t = begin + 1; t < std::min(begin + 10, scene.last); ++t) {
        if (c_.is(t, ",")) break;
        if (c_.lower(t) == "to" && c_.phrase_after(begin + 1, t, false)) return add_clause(scene, k, begin, draft);
      }
    }
    if ((frames & (frame::clause | frame::tells)) && c_.has(begin, wc::preposition)) {
      if (const std::uint32_t that = that_behind(begin, scene.last); that > 0) return add_clause(scene, k, that, draft);
    }
    const auto& prepositions = cue.entry->prepositions;
    if (std::find(prepositions.begin(), prepositions.end(), w) != prepositions.end() && begin + 1 < scene.last) {
      if (c_.in_time(begin + 1)) return false;
      if (draft.lemma == "warn" && w == "against") return add_clause(scene, k, begin, draft);  // "warned | against X"
      if (draft.lemma == "appeal" && w == "to") {
        // "appealed to X to do", "appealed to X for Y"
        if (const auto to_whom = c_.phrase_after(begin + 1, scene.last, true)) {
          std::uint32_t next = to_whom->last;
          if (c_.is(next, ",")) ++next;
          if (next < scene.last && (c_.lower(next) == "to" || c_.lower(next) == "for" || c_.lower(next) == "not")) {
            draft.addressee = to_whom;
            const bool for_noun = c_.lower(next) == "for";
            return add_clause(scene, k, for_noun ? next + 1 : next, draft);
          }
        }
        return false;
      }
      if (!addressed && begin == i) draft.cue.back().last = begin + 1;
      return add_clause(scene, k, begin + 1, draft);
    }
    if (frames & frame::accuses) {
      if (const auto whom = c_.phrase_after(begin, scene.last, false)) {
        for (std::uint32_t t = whom->first; t < std::min(whom->last + 2, scene.last); ++t) {
          if (c_.lower(t) == "of" || c_.lower(t) == "for") return add_clause(scene, k, begin, draft);
        }
        if (draft.lemma == "blame") return add_clause(scene, k, begin, draft);
      }
    }
    if ((frames & (frame::clause | frame::tells)) && c_.can_begin_phrase(begin) && ends_.is_bare_clause(begin, scene, k)) return add_clause(scene, k, begin, draft);
    if (draft.lemma == "say" && begin == i && says_anything(begin, scene, k)) return add_clause(scene, k, begin, draft);
    if ((frames & (frame::clause)) && (w == "in" || w == "if" || w == "as" || w == "while" || w == "with" || w == "despite" || w == "after" || w == "without" || w == "when" || w == "because" || w == "by" || w == "there" || w == "under") && ends_.is_bare_clause(begin, scene, k)) {
      return add_clause(scene, k, begin, draft);
    }
    if ((frames & frame::object) && !addressed && begin == i && speaks_by_object(scene, k, begin, draft)) return add_clause(scene, k, begin, draft);
    if ((frames & frame::object) && (draft.lemma == "ask" || draft.lemma == "request") && addressed) return false;
    return false;
  }

  // "said on the evening show that", "argued for the second time that", "complained to the paper that": where the clause begins
  // behind phrases of place, time and company; 0 where it does not.
  std::uint32_t that_behind(std::uint32_t begin, std::uint32_t limit) const {
    for (std::uint32_t t = begin + 1; t + 2 < std::min(begin + 14, limit); ++t) {
      const bool verb = c_.is_finite_verb(t) && !c_.has(t - 1, wc::determiner | wc::possessive | wc::common_adjective | wc::time_word);  // not "the evening show"
      if (c_.quoted(t) || c_.is(t, ";") || c_.is(t, ":") || verb || c_.has(t, wc::relative | wc::subordinator | wc::infinitive_to)) {
        if (c_.lower(t) != "that" && c_.lower(t) != "to") return 0;
      }
      if (c_.lower(t) != "that") continue;
      const std::string before = c_.lower(t - 1);
      const bool relative = is_one_of(before, {"day", "days", "time", "moment", "year", "way", "point", "fact", "all", "those", "everything", "anything"}) || c_.is_finite_verb(t + 1);
      return relative || !(c_.can_begin_phrase(t + 1) || c_.quoted(t + 1) || c_.has(t + 1, wc::preposition | wc::subordinator | wc::adverb)) ? 0 : t;
    }
    return 0;
  }

  // What follows "said" and is no adverbial is a clause, even where no list knows its verb ("said the town prides itself on it").
  bool says_anything(std::uint32_t begin, const Scene& scene, std::size_t k) const {
    if (tokens_[begin].kind == TokenKind::mark || c_.in_time(begin) || c_.has(begin, wc::preposition | wc::subordinator | wc::coordinator | wc::relative | wc::negation)) return false;
    if (is_one_of(c_.lower(begin), {"nothing", "little", "more", "much", "so", "yes", "goodbye", "hello", "farewell", "something", "anything"})) return false;
    const std::uint32_t end = ends_.clause_end(scene, k, begin);
    std::uint32_t words = 0;
    for (std::uint32_t t = begin; t < end; ++t) words += tokens_[t].kind == TokenKind::word && !c_.quoted(t);
    return words >= 5;
  }

  // A noun phrase as content ("rejected the accusation") needs a source that can speak, or quoted words in it; "call" and
  // "add" need the words. Storms claim lives and clocks strike, and nobody said anything.
  bool speaks_by_object(const Scene& scene, std::size_t k, std::uint32_t begin, const Draft& draft) const {
    if (!c_.phrase_after(begin, scene.last, false)) return false;
    const std::uint32_t end = ends_.clause_end(scene, k, begin);
    for (std::uint32_t t = begin; t < end; ++t) {
      if (c_.quoted(t)) return true;
    }
    const std::string first = c_.lower(begin);
    if (first == "nothing" || first == "little" || first == "more" || first == "no") return false;  // "said nothing", "offered no evidence"
    if (draft.lemma == "add") return false;
    if ((draft.lemma == "applaud" || draft.lemma == "welcome" || draft.lemma == "cheer" || draft.lemma == "celebrate") && speakers_.names_person_at(begin)) return false;
    if (draft.lemma == "call") return speakers_.names_predicate(begin, end);
    if (tokens_[begin].kind == TokenKind::number || c_.has(begin, wc::number_word)) return false;
    return draft.source && speakers_.can_speak(*draft.source);
  }

  bool add_clause(const Scene& scene, std::size_t k, std::uint32_t begin, Draft& draft) {
    const std::uint32_t end = ends_.clause_end(scene, k, begin);
    if (end <= begin || (c_.lower(begin) == "that" && end < begin + 3)) return false;  // "had heard that before"
    if (end == begin + 1 && (c_.lower(begin) == "more" || c_.lower(begin) == "nothing" || c_.lower(begin) == "little" || c_.lower(begin) == "so")) return false;
    for (std::uint32_t t = begin; t + 1 < std::min(end, begin + 4); ++t) {  // "asked not to be named"
      if (c_.lower(t) == "be" && (c_.lower(t + 1) == "named" || c_.lower(t + 1) == "identified" || c_.lower(t + 1) == "quoted")) return false;
    }
    draft.content.push_back({begin, end});
    return true;
  }

  // "told AFP", "asked U.S. President Joe Biden": moves i behind the addressee.
  bool read_addressee(std::uint32_t& i, std::uint32_t limit, std::uint32_t frames, Draft& draft) {
    std::uint32_t at = i;
    if (at >= limit || c_.quoted(at)) return false;
    const std::string w = c_.lower(at);
    if (w == "that" || w == "whether" || w == "how" || w == "why" || w == "for" || w == "to" || w == "if" || c_.in_time(at)) return false;
    const auto whom = c_.phrase_after(at, limit, true);
    if (!whom) return false;
    std::uint32_t next = whom->last;
    std::uint32_t behind = next;
    if (c_.is(behind, ",") && behind + 1 < limit) ++behind;
    const std::uint32_t after = c_.skip_adverbials(behind, limit);
    const std::string n = after < limit ? c_.lower(after) : "";
    const bool content_follows = n == "that" || n == "to" || n == "for" || n == "whether" || n == "how" || n == "why" || n == "if" || n == "what" || n == "not" || n == "of" || n == "about" || n == "against" || (after < limit && (c_.quoted(after) || c_.is(after, ":") || c_.is(after, ",")));
    const bool tell = draft.lemma == "tell" || draft.lemma == "inform" || draft.lemma == "assure" || draft.lemma == "remind" || draft.lemma == "notify" || draft.lemma == "reassure";
    if (!content_follows && !tell) return false;
    if (!tell && (frames & frame::clause) && !(frames & frame::asks) && n != "that" && !(after < limit && c_.quoted(after)) && n != "of" && n != "against" && n != "to") return false;
    if (!tell && (frames & frame::clause) && (n == "to" || n == "for" || n == "of") && !(frames & frame::asks)) return false;
    draft.addressee = whom;
    i = behind > next && (n == "for" || n == "to" || n == "that" || after < limit) ? behind : next;
    if (c_.is(next, ",") && after < limit && !c_.quoted(after) && n != "for" && n != "to" && n != "that") i = next;
    return true;
  }

  // "Content, X said": the clause before the comma.
  void add_clause_before(Draft& draft, std::uint32_t left, const Scene& scene, std::size_t k) {
    const std::uint32_t start = sentences_[scene.sentence].first;
    if (left < start + 2 || !c_.is(left - 1, ",") || c_.quoted(left - 1)) return;
    const Cue& cue = scene.cues[k];
    if (!(cue.entry->frames & (frame::clause | frame::quote))) return;
    // the attribution ends the sentence or is followed by an adverbial: not "the Greens added three"
    const std::uint32_t behind = cue.last;
    const bool ends = behind >= scene.last || tokens_[behind].kind != TokenKind::word || c_.in_time(behind) || c_.has(behind, wc::preposition | wc::adverb | wc::coordinator | wc::subordinator) || (draft.source && draft.source->first >= behind);
    if (!ends && !(cue.entry->frames & frame::tells)) return;
    std::uint32_t from = start;
    while (from < left - 1 && (c_.has(from, wc::coordinator) || c_.is(from, ","))) ++from;
    bool verb = false;
    std::uint32_t words = 0;
    for (std::uint32_t t = from; t < left - 1; ++t) {
      verb |= c_.is_finite_verb(t) || (c_.quoted(t) && (tokens_[t].classes & (wc::auxiliary | wc::modal | wc::verb_form)));
      words += tokens_[t].kind == TokenKind::word ? 1 : 0;
    }
    // "In the long run, he said, prices would fall": the verb comes behind the insertion
    const bool goes_on = c_.is(behind, ",") && behind + 4 < scene.last && draft.source && draft.source->last <= cue.first && (ends_.is_bare_clause(behind + 1, scene, k) || c_.is_finite_verb(behind + 1));
    if ((!verb || words < 3) && !goes_on) return;
    if (left - 1 > from) draft.content.push_back({from, left - 1});
  }

  // "The plan, he said, would fail": the clause goes on behind the insertion.
  void add_clause_after_insertion(Draft& draft, std::uint32_t right, const Scene& scene, std::size_t k) {
    if (!c_.is(right, ",") || right + 2 >= scene.last) return;
    const std::uint32_t begin = right + 1;
    if (ends_.another_cue_begins(scene, k, begin) || c_.has(begin, wc::coordinator | wc::relative) || c_.lower(begin).ends_with("ing")) return;
    const std::uint32_t end = ends_.clause_end(scene, k, begin);
    if (end > begin + 1) draft.content.push_back({begin, end});
  }
};

}  // namespace

std::vector<Draft> read_by_rules(const Report& report, const Language& language, const Lexicon& lexicon, const CueLexicon& cues, const Clauses& clauses) { return RuleReader(report, language, lexicon, cues, clauses).run(); }

}  // namespace attache
