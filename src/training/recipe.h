// What the language model is trained on: data/training/language.recipe, a file a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

struct RecipeLine {
  std::string path;        // under the folder of the data, or under data/training where it begins with "own/"
  std::string format;      // ud (trees, version 2), stanford (machine-made trees), bio, brackets
  std::string names;       // another file: names of the same sentences, in the same words (.bio); empty = none
  float share = 1;         // of its sentences in one epoch
  float weight = 1;        // of its losses
  float until = 1;         // share of the epochs after which it is left out
  bool open = true;        // its licence is stated
};

[[nodiscard]] Result<std::vector<RecipeLine>> parse_recipe(std::string_view text, const std::string& source);

}  // namespace attache
