// The files of a recipe as corpora.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "language/lexicon.h"
#include "training/recipe.h"
#include "training/trainer.h"

namespace attache {

// A whole file, unpacked if it is in gzip or zstd.
[[nodiscard]] Result<std::string> read_training_file(const std::filesystem::path& path);

// `data`: the folder of the reference files; `own`: data/training. With `open_only`, files whose licence is unstated are left out.
[[nodiscard]] Result<std::vector<Corpus>> read_corpora(const std::vector<RecipeLine>& recipe, const std::filesystem::path& data, const std::filesystem::path& own, bool open_only, const Lexicon& lexicon);

// One file of a format of RecipeLine.
[[nodiscard]] Result<std::vector<LabelledSentence>> read_sentences(const std::filesystem::path& path, const std::string& format, const Lexicon& lexicon);

}  // namespace attache
