// What stays of a name when it is written in another script or spelling: its consonants, by classes that transcriptions
// mix up (b and p, d and t, c, g, k and q, all hissing sounds, f, v and w). "Kipchoge", "Кипчоге" and "Kipçoge" have one key.
//
// Method: to Latin letters by the CLDR transliteration "Any-Latin" (through ICU), then digraphs, then classes; vowels and h
// are dropped, a vowel at the beginning is kept as A; a class letter is not repeated.
// Limits: Chinese gives the sounds of Mandarin; a hard c before a, o, u is k, every ch is a hissing sound.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

class Romaniser {
 public:
  Romaniser();
  ~Romaniser();
  Romaniser(const Romaniser&) = delete;
  Romaniser& operator=(const Romaniser&) = delete;

  // The text in Latin letters; what cannot be transliterated stays.
  [[nodiscard]] std::string romanise(std::string_view text) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

// Of a word in Latin letters; empty when it has no consonants.
[[nodiscard]] std::string name_key(std::string_view word);

}  // namespace attache
