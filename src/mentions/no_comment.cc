#include "mentions/no_comment.h"

#include <string>
#include <utility>

#include "base/strings.h"

namespace attache {
namespace {

namespace wc = word_class;

class Finder {
 public:
  Finder(const Language& language, const Clauses& clauses) : tokens_(language.segmentation.tokens), sentences_(language.segmentation.sentences), c_(clauses) {}

  void run(Scene& scene) {
    const std::uint32_t start = sentences_[scene.sentence].first;
    for (std::uint32_t i = start + 1; i < scene.last; ++i) {
      if (c_.quoted(i)) continue;
      const std::string w = c_.lower(i);
      std::uint32_t group = i;
      std::uint32_t end = 0;
      std::uint32_t content = 0;
      if ((w == "respond" || w == "reply" || w == "comment" || w == "answer" || w == "return") && negated_group(i, start, group)) {
        end = i + 1;
        content = end;
      } else if ((w == "declined" || w == "refused" || w == "declines" || w == "declining") && i + 2 < scene.last && c_.lower(i + 1) == "to" && (c_.lower(i + 2) == "comment" || c_.lower(i + 2) == "say" || c_.lower(i + 2) == "elaborate" || c_.lower(i + 2) == "answer" || c_.lower(i + 2) == "be" || c_.lower(i + 2) == "discuss" || c_.lower(i + 2) == "give" || c_.lower(i + 2) == "confirm")) {
        group = i;
        while (group > start && c_.has(group - 1, wc::auxiliary | wc::adverb) && !c_.has(group - 1, wc::pronoun)) --group;
        end = i + 1;
        content = i + 1;
      } else if ((w == "reached" || w == "available") && i + 2 < scene.last && c_.lower(i + 1) == "for" && c_.lower(i + 2) == "comment" && negated_group(i, start, group)) {
        end = i + 1;
        content = i + 1;
      } else if (w == "comment" && i >= start + 2 && (c_.lower(i - 1) == "no" || (c_.lower(i - 1) == "immediate" && c_.lower(i - 2) == "no"))) {
        group = i;
        while (group > start && c_.lower(group) != "had" && c_.lower(group) != "has" && c_.lower(group) != "made" && c_.lower(group) != "offered" && c_.lower(group) != "gave" && i - group < 5) --group;
        const std::string verb = c_.lower(group);
        if (verb != "had" && verb != "has" && verb != "made" && verb != "offered" && verb != "gave") continue;
        end = i;
        content = i - (c_.lower(i - 1) == "immediate" ? 2 : 1);
        end = content;
      } else {
        continue;
      }
      const auto source = c_.phrase_before(c_.skip_adverbials_back(group, start), start);
      if (!source) continue;
      Draft draft;
      draft.sentence = scene.sentence;
      draft.lemma = w;
      draft.act = Act::no_comment;
      draft.source = source;
      draft.cue.push_back({group, end});
      std::uint32_t stop = content;
      while (stop < scene.last && !c_.is(stop, ",") && !c_.is(stop, ";") && !c_.quoted(stop) && !(c_.has(stop, wc::coordinator) && stop + 1 < scene.last && c_.has(stop + 1, wc::verb_form))) ++stop;
      if (stop <= content) continue;
      draft.content.push_back({content, stop});
      // the cue finder must not read it again
      std::erase_if(scene.cues, [&](const Cue& cue) { return cue.verb >= group && cue.verb < stop; });
      out_.push_back(std::move(draft));
      i = stop;
    }
  }

  std::vector<Draft> take() { return std::move(out_); }

 private:
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Clauses& c_;
  std::vector<Draft> out_;

  // "did not immediately", "has not yet", "could not be" before token i; `group` becomes its first token.
  bool negated_group(std::uint32_t i, std::uint32_t start, std::uint32_t& group) const {
    std::uint32_t g = i;
    bool negated = false;
    while (g > start && tokens_[g - 1].kind == TokenKind::word && c_.has(g - 1, wc::auxiliary | wc::modal | wc::adverb | wc::negation) && !c_.has(g - 1, wc::pronoun)) {
      --g;
      negated |= c_.has(g, wc::negation);
    }
    group = g;
    return negated && g < i;
  }
};

}  // namespace

std::vector<Draft> find_no_comment(const Language& language, const Clauses& clauses, Scene& scene) {
  Finder finder(language, clauses);
  finder.run(scene);
  return finder.take();
}

}  // namespace attache
