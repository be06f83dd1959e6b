#include "mentions/floating_quotes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "mentions/can_speak.h"

namespace attache {
namespace {

class Attacher {
 public:
  Attacher(const Report& report, const Language& language, const Quotes& quotes, const Clauses& clauses, std::vector<Draft>& drafts)
      : report_(report), tokens_(language.segmentation.tokens), sentences_(language.segmentation.sentences), quotes_(quotes), c_(clauses), speakers_(language, clauses), drafts_(drafts) {}

  // `"A," Doran said, referring to the border. "B."`: of the statements of one sentence, the one that quotes.
  std::int32_t quoting_one(std::int32_t latest) const {
    const auto draft = [&](std::int32_t d) -> const Draft& { return drafts_[static_cast<std::size_t>(d)]; };
    for (std::int32_t d = latest; d >= 0 && draft(d).sentence == draft(latest).sentence; --d) {
      if (draft(d).act != Act::no_comment && has_quote(draft(d))) return d;
    }
    return latest;
  }

  // Quotations are taken in text order, so that each sees the statement before it.
  void run() {
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& x, const Draft& y) { return x.content.front().first < y.content.front().first; });
    std::vector<std::int32_t> draft_of_quote(quotes_.list.size(), -1);
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      for (const Range& piece : drafts_[d].content) {
        for (std::uint32_t t = piece.first; t < piece.last; ++t) {
          if (c_.quoted(t)) draft_of_quote[static_cast<std::size_t>(quotes_.of_token[t])] = static_cast<std::int32_t>(d);
        }
      }
    }
    std::size_t next = 0;                 // first draft that begins behind the quotation
    const std::size_t read = drafts_.size();
    std::int32_t latest = -1;             // the draft, read or floating, whose content begins last before the quotation
    for (std::size_t q = 0; q < quotes_.list.size(); ++q) {
      const Quote& quote = quotes_.list[q];
      while (next < read && drafts_[next].content.front().first <= quote.first) {
        if (drafts_[next].act != Act::no_comment) latest = static_cast<std::int32_t>(next);
        ++next;
      }
      if (draft_of_quote[q] >= 0) continue;
      // the quotation of several paragraphs goes on
      if (quote.continues && q > 0 && draft_of_quote[q - 1] >= 0) {
        drafts_[static_cast<std::size_t>(draft_of_quote[q - 1])].content.push_back({quote.first, quote.last});
        draft_of_quote[q] = draft_of_quote[q - 1];
        continue;
      }
      std::uint32_t words = 0;
      for (std::uint32_t t = quote.first; t < quote.last; ++t) words += tokens_[t].kind == TokenKind::word ? 1 : 0;
      if (words < 3) continue;
      const std::uint32_t begin_sentence = sentence_of(quote.first);
      const std::uint32_t end_sentence = sentence_of(quote.last - 1);
      const bool opens_sentence = quote.first == sentences_[begin_sentence].first;
      const bool closes_sentence = quote.last >= sentences_[end_sentence].last || (quote.last + 1 >= sentences_[end_sentence].last && c_.is_final_mark(quote.last));
      const bool attached = opens_sentence && closes_sentence && latest >= 0 && attach(q, words, latest, draft_of_quote);
      if (attached) continue;
      std::optional<Draft> draft;
      if (opens_sentence && closes_sentence) draft = by_subject_before(quote, words, begin_sentence);
      if (!draft && words >= kLongQuotation) draft = unattributed(quote, begin_sentence);
      if (!draft) continue;
      draft_of_quote[q] = latest = static_cast<std::int32_t>(drafts_.size());
      drafts_.push_back(std::move(*draft));
    }
  }

 private:
  // Goes on with a statement: false where none fits.
  bool attach(std::size_t q, std::uint32_t words, std::int32_t& latest, std::vector<std::int32_t>& draft_of_quote) {
    const Quote& quote = quotes_.list[q];
    const std::int32_t said = quoting_one(latest);
    Draft& before = drafts_[static_cast<std::size_t>(said)];
    const std::uint32_t before_block = sentences_[before.sentence].block;
    // `"A," X said. "B."` in one paragraph: one statement
    if (before_block == quote.block && has_quote(before)) {
      before.content.push_back({quote.first, quote.last});
      draft_of_quote[q] = said;
      return true;
    }
    // a paragraph that is nothing but a quotation: the speaker of the paragraph before
    if (words < 4 || !is_whole_block(quote) || !before.source || body_blocks_between(before_block, quote.block) > 1) return false;
    Draft draft;
    draft.sentence = sentence_of(quote.first);
    draft.source = before.source;
    draft.floating = true;
    draft.content.push_back({quote.first, quote.last});
    draft_of_quote[q] = latest = static_cast<std::int32_t>(drafts_.size());
    drafts_.push_back(std::move(draft));
    return true;
  }

  // "Wessel backs the tunnel. "I want it built," ...": the person whom the sentence before in the same paragraph is about.
  std::optional<Draft> by_subject_before(const Quote& quote, std::uint32_t words, std::uint32_t sentence) const {
    if (words < 4 || sentence == 0 || sentences_[sentence - 1].block != quote.block) return std::nullopt;
    const Sentence& before = sentences_[sentence - 1];
    const std::optional<Range> subject = c_.phrase_after(before.first, before.last, true);
    if (!subject || subject->last >= before.last || c_.quoted(subject->first) || !speakers_.can_speak(*subject)) return std::nullopt;
    const bool person = speakers_.names_person_at(subject->first) || is_one_of(c_.lower(subject->first), {"he", "she"});
    if (!person) return std::nullopt;
    Draft draft = unattributed(quote, sentence);
    const Name* name = c_.name_at(subject->first);
    draft.source = name && name->first == subject->first ? Range{name->first, name->last} : Range{subject->first, subject->first + 1};
    return draft;
  }

  Draft unattributed(const Quote& quote, std::uint32_t sentence) const {
    Draft draft;
    draft.sentence = sentence;
    draft.content.push_back({quote.first, quote.last});
    return draft;
  }

  // Shorter ones are titles, slogans and terms as often as something said.
  static constexpr std::uint32_t kLongQuotation = 12;

  const Report& report_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Quotes& quotes_;
  const Clauses& c_;
  const Speakers speakers_;
  std::vector<Draft>& drafts_;

  bool has_quote(const Draft& draft) const {
    for (const Range& piece : draft.content) {
      for (std::uint32_t t = piece.first; t < piece.last; ++t) {
        if (c_.quoted(t)) return true;
      }
    }
    return false;
  }

  std::uint32_t body_blocks_between(std::uint32_t a, std::uint32_t b) const {
    std::uint32_t count = 0;
    for (std::uint32_t k = a + 1; k < b && count < 2; ++k) count += is_body(report_.blocks[k].kind) ? 1 : 0;
    return count;
  }

  bool is_whole_block(const Quote& quote) const {
    const std::uint32_t s = sentence_of(quote.first);
    if (quote.first != sentences_[s].first || (s > 0 && sentences_[s - 1].block == sentences_[s].block)) return false;
    const std::uint32_t e = sentence_of(quote.last - 1);
    return e + 1 >= sentences_.size() || sentences_[e + 1].block != sentences_[e].block;
  }

  std::uint32_t sentence_of(std::uint32_t token) const {
    const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), token, [](std::uint32_t t, const Sentence& s) { return t < s.first; });
    return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
  }
};

}  // namespace

void attach_floating_quotes(const Report& report, const Language& language, const Quotes& quotes, const Clauses& clauses, std::vector<Draft>& drafts) {
  Attacher(report, language, quotes, clauses, drafts).run();
}

}  // namespace attache
