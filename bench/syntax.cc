// Reads annotated sentences with a language model and writes what the model says, for a scorer.
//
//   attache_syntax MODEL conllu FILE.conllu     CoNLL-U with the same words, tags, lemmas and trees of the model
//   attache_syntax MODEL bio FILE.bio           the same words with BIO tags of the model
//   attache_syntax MODEL raw FILE.txt           CoNLL-U from running text; an empty line between paragraphs
//   attache_syntax MODEL speed FILE.conllu [N]  words a second of one core, N passes
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "language/conllu.h"
#include "language/words.h"
#include "syntax/reader.h"
#include "training/corpora.h"

namespace attache {
namespace {

std::vector<std::string_view> forms_of(const LabelledSentence& s) {
  std::vector<std::string_view> out;
  for (const LabelledWord& w : s.words) out.push_back(w.form);
  return out;
}

std::string to_bio(const std::string& bioes) { return bioes[0] == 'S' ? "B" + bioes.substr(1) : bioes[0] == 'E' ? "I" + bioes.substr(1) : bioes; }

// Paragraphs of running text, cut and read by the program's own rules.
void write_raw(const std::string& text, const SyntaxReader& reader, const Lexicon& lexicon) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find("\n\n", at);
    if (end == std::string::npos) end = text.size();
    if (end > at) blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, BlockKind::paragraph});
    at = end;
    while (at < text.size() && text[at] == '\n') ++at;
  }
  fmt::print("{}", to_conllu(text, "s", segment(text, blocks, lexicon), reader, lexicon));
}

int run(const std::vector<std::string>& args) {
  const auto failed = [](const Error& e) {
    std::cerr << describe(e) << "\n";
    return 1;
  };
  const auto bytes = read_training_file(args[0]);
  if (!bytes) return failed(bytes.error());
  const auto model = parse_model(*bytes, args[0]);
  if (!model) return failed(model.error());
  const Knowledge knowledge = load_knowledge();
  const Lexicon lexicon = load_lexicon();
  const SyntaxReader reader(*model, knowledge);
  if (args[1] == "raw") {
    const auto text = read_training_file(args[2]);
    if (!text) return failed(text.error());
    write_raw(*text, reader, lexicon);
    return 0;
  }
  const auto sentences = read_sentences(args[2], args[1] == "bio" ? "bio" : "ud", lexicon);
  if (!sentences) return failed(sentences.error());
  if (args[1] == "speed") {
    std::size_t words = 0, check = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int pass = 0; pass < (args.size() > 3 ? std::stoi(args[3]) : 3); ++pass) {
      for (const LabelledSentence& s : *sentences) {
        words += s.words.size();
        for (const WordSyntax& w : reader.read(forms_of(s))) check += w.head + w.upos;
      }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    fmt::print("{} words, {:.2f} s, {:.0f} words/s ({})\n", words, seconds, static_cast<double>(words) / seconds, check);
    return 0;
  }
  const SyntaxLabels& labels = reader.labels();
  for (const LabelledSentence& s : *sentences) {
    const auto found = reader.read(forms_of(s));
    for (std::size_t i = 0; i < found.size(); ++i) {
      const WordSyntax& w = found[i];
      const std::string& form = s.words[i].form;
      if (args[1] == "bio") fmt::print("{}\t{}\n", form, to_bio(labels.names[w.name]));
      else fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i + 1, form, lemma_of(reader, lexicon, form, w), labels.upos[w.upos], labels.xpos[w.xpos], labels.feats[w.feats], w.head, labels.relations[w.relation], s.words[i].space_after ? "_" : "SpaceAfter=No");
    }
    fmt::print("\n");
  }
  return 0;
}

}  // namespace
}  // namespace attache

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "attache_syntax MODEL conllu|bio|speed FILE\n";
    return 2;
  }
  return attache::run({argv + 1, argv + argc});
}
