// Words around authors' names in the languages of the press: before them ("By", "Von"), between them ("and", "und"), behind
// them ("correspondent", "기자"), and those of a newsroom that signs instead of a person ("Redaktion", "编辑部").
// Compiled by hand from the usage of newspapers in these languages; the comments in the .cc name the languages.
#pragma once

#include <string>
#include <string_view>

namespace attache {

// "By Jane Doe", "Von: Karl Muster", "文／王小明" -> the rest; the text itself where no such word stands before it.
[[nodiscard]] std::string_view without_by(std::string_view text);

// "Written by", "Verfasst von", "Автор": the label of an author's name, without the name.
[[nodiscard]] bool names_the_author(std::string_view label);

// "Author: Jane Doe", "Autorin/Autor Karl Muster": begins with a noun for the author, not only with "by".
[[nodiscard]] bool has_author_label(std::string_view line);

// "and", "und", "و": joins two names.
[[nodiscard]] bool joins_names(std::string_view word);

// The name without words for its bearer's work at either end: "신현주 기자", "Jane Doe Reporter", "muhabir Ayşe Kaya".
[[nodiscard]] std::string_view without_role(std::string_view name);

// A word for work, alone or among others of its kind: "Senior Correspondent".
[[nodiscard]] bool is_role_word(std::string_view word);

// Named after a newsroom, a desk or an account and not after a person: "MM-Redaktion", "Web Desk", "admin", "編集部".
[[nodiscard]] bool is_newsroom_name(std::string_view name);

}  // namespace attache
