#include "ingest/author_words.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

using Words = std::initializer_list<std::string_view>;

// Folded (text/fold.h) and looked up so; a word of several is written with blanks.
constexpr std::string_view kBy[] = {
    "by", "from", "written by", "reporting by", "reported by", "published by", "posted by", "text by", "words by", "story by", "text", "words", "story", "author", "authors", "writer",  // English
    "von", "verfasst von", "geschrieben von", "autor", "autorin", "autor in", "autoren", "autorin autor", "ein beitrag von", "eine analyse von", "ein kommentar von", "ein interview von",                              // German
    "par", "auteur", "auteure", "auteurs", "ecrit par", "redige par", "publie par", "propos recueillis par",                                                                      // French
    "por", "escrito por", "publicado por", "autora", "autores", "texto",                                                                                             // Spanish, Portuguese
    "di", "a cura di", "scritto da", "autore", "autori",                                                                                                                           // Italian
    "door", "geschreven door", "deur",                                                                                                                                             // Dutch, Afrikaans
    "av", "af", "skrevet av", "skrevet af", "tekst", "skriven av", "kirjoittaja", "teksti",                                                                                        // Norwegian, Danish, Swedish, Finnish
    "opracowanie", "opracowal", "opracowala", "napsal", "napsala", "szerzo", "irta", "pise", "pisu", "pripravil", "pripravila", "nga", "shkruan", "de",                             // Polish, Czech, Hungarian, South Slavic, Albanian, Romanian
    "yazan", "muallif", "oleh", "penulis", "mwandishi", "na mwandishi wetu", "tac gia",                                                                                            // Turkish, Uzbek, Indonesian, Swahili, Vietnamese
    "\u0430\u0432\u0442\u043E\u0440", "\u0430\u0432\u0442\u043E\u0440\u044B", "\u0430\u0432\u0442\u043E\u0440\u0438", "\u0442\u0435\u043A\u0441\u0442", "\u03C3\u03C5\u03BD\u03C4\u03B1\u03BA\u03C4\u03B7\u03C3",  // Russian, Ukrainian, Bulgarian, Greek
    "\u0628\u0642\u0644\u0645", "\u0643\u062A\u0628", "\u0643\u062A\u0628\u062A", "\u0627\u0644\u0643\u0627\u062A\u0628", "\u0646\u0648\u06CC\u0633\u0646\u062F\u0647", "\u05DE\u05D0\u05EA",  // Arabic, Persian, Hebrew
    "\u4F5C\u8005", "\u6587", "\u64B0\u6587", "\u6587\u5B57", "\u57F7\u7B46", "\u8BB0\u8005", "\u8A18\u8005", "\uAE00"};  // Chinese, Japanese, Korean

// Before a by-word: "Analysis by", "Kommentar von". Folded.
constexpr std::string_view kGenre[] = {"analysis", "opinion", "comment", "commentary", "essay", "review", "column", "story", "report", "recipe", "interview", "video", "analyse", "kommentar", "gastbeitrag", "gastkommentar", "kolumne", "reportage", "bericht", "pressemitteilung",
                                       "tribune", "chronique", "recit", "analisis", "opinao", "columna", "cronica", "analisi", "commento", "artikel", "artigo", "articulo", "articolo"};

// Any case; those of one letter and those that are names too ("Dan", "Ve") only in lower case.
constexpr std::string_view kAnd[] = {"and", "with", "und", "et", "och", "og", "sowie", "avec", "mit", "oraz", "&", "+"};
constexpr std::string_view kAndLower[] = {"y", "e", "en", "i", "a", "ja", "ve", "dan", "con", "com", "met", "med", "cu", "si", "\u0219i", "\u00E9s", "na", "dhe", "in samen met",
                                          "\u0438", "\u0456", "\u0442\u0430", "\u03BA\u03B1\u03B9", "\u0648", "\u0914\u0930", "\uBC0F", "\u548C", "\u4E0E"};

// Folded.
constexpr std::string_view kRole[] = {
    "reporter", "reporters", "writer", "writers", "correspondent", "correspondents", "editor", "editors", "columnist", "journalist", "contributor", "contributors", "author", "producer",
    "senior", "chief", "political", "diplomatic", "foreign", "special", "national", "international", "world", "business", "sports", "environment", "health", "own", "our", "the", "a", "and", "guest", "managing", "deputy", "associate", "assistant", "phd", "md", "updated", "published",
    "publicado", "publie", "publiee", "veroffentlicht", "aktualisiert", "actualizado", "actualise", "pubblicato", "aggiornato", "gepubliceerd", "oppdatert", "publisert", "uppdaterad", "publicerad", "opdateret",
    "redakteur", "redakteurin", "chefredakteur", "chefredakteurin", "korrespondent", "korrespondentin", "journalistin", "reporterin", "volontar", "volontarin", "autor", "autorin", "kolumnist", "kolumnistin",
    "journaliste", "correspondant", "correspondante", "redacteur", "redactrice", "envoye", "envoyee", "chroniqueur", "chroniqueuse", "periodista", "corresponsal", "redactor", "redactora", "enviado", "enviada",
    "giornalista", "corrispondente", "inviato", "inviata", "jornalista", "correspondente", "verslaggever", "journalista", "reportere", "toimittaja", "dziennikarz", "dziennikarka", "korespondent", "muhabir", "muhabiri", "yazar", "novinar", "novinarka",
    "\u043A\u043E\u0440\u0440\u0435\u0441\u043F\u043E\u043D\u0434\u0435\u043D\u0442", "\u043E\u0431\u043E\u0437\u0440\u0435\u0432\u0430\u0442\u0435\u043B\u044C", "\u0436\u0443\u0440\u043D\u0430\u043B\u0438\u0441\u0442", "\u0436\u0443\u0440\u043D\u0430\u043B\u0456\u0441\u0442", "\u0440\u0435\u0434\u0430\u043A\u0442\u043E\u0440",
    "\u0645\u0631\u0627\u0633\u0644", "\u0645\u0631\u0627\u0633\u0644\u0629", "\u0635\u062D\u0641\u064A", "\u0635\u062D\u0641\u064A\u0629", "\u05DB\u05EA\u05D1"};

// Written together with the name in Chinese, Japanese and Korean too.
constexpr std::string_view kAttachedRole[] = {"\uAE30\uC790", "\uD2B9\uD30C\uC6D0", "\uB17C\uC124\uC704\uC6D0", "\uC804\uBB38\uAE30\uC790", "\u8A18\u8005", "\u8BB0\u8005", "\u7279\u6D3E\u54E1", "\u7279\u6D3E\u5458", "\u7DE8\u96C6\u59D4\u54E1", "\u8AD6\u8AAC\u59D4\u54E1"};

// Folded.
constexpr std::string_view kNewsroom[] = {
    "staff", "desk", "webdesk", "newsdesk", "newsroom", "editorial", "team", "online", "web", "digital", "news", "agencies", "agency", "bureau", "press", "media", "magazine", "radio", "tv", "newspaper", "board", "service", "wire",
    "redaktion", "redaksjonen", "redaksjon", "redaktionen", "redactie", "redaccion", "redaction", "redazione", "redacao", "redakcja", "redakce", "redakcia", "redakcija", "szerkesztoseg", "urednistvo", "redactia", "redaksi", "toimitus", "nachrichten", "agenturen", "noticias", "actualites", "agences", "agencias", "agenzie", "notizie", "nyheter", "nyheder", "uutiset", "wiadomosci", "zpravy", "hirek", "stiri", "vijesti", "vesti", "lajme", "haber", "haberler", "merkezi", "berita", "habari",
    "\u0440\u0435\u0434\u0430\u043A\u0446\u0438\u044F", "\u0440\u0435\u0434\u0430\u043A\u0446\u0456\u044F", "\u043D\u043E\u0432\u043E\u0441\u0442\u0438", "\u043D\u043E\u0432\u0438\u043D\u0438", "\u0623\u062E\u0628\u0627\u0631", "\u0646\u064A\u0648\u0632", "\u062C\u0631\u064A\u062F\u0629", "\u0635\u062D\u064A\u0641\u0629", "\u062A\u062D\u0631\u064A\u0631"};
// Organisations that are no newsrooms sign press releases and guest texts. Folded.
constexpr std::string_view kOrganisation[] = {"group", "gmbh", "inc", "ltd", "llc", "foundation", "institute", "university", "association", "federation", "council", "committee", "company", "corporation", "ministry", "police", "wiki", "blog", "club", "articles",
                                              "bund", "verband", "verein", "stiftung", "polizei", "universitat", "ministerium", "verlag", "zeitung", "tageszeitung", "fondation", "universite", "ministere", "policia", "fundacion", "universidad", "ministerio", "asociacion", "diario", "periodico", "jornal", "giornale", "journal", "gazette", "times", "daily", "tribune", "herald"};
constexpr std::string_view kAttachedNewsroom[] = {"redaktion", "redaktionen", "newsroom", "\u7DE8\u96C6\u90E8", "\u7F16\u8F91\u90E8", "\u53D6\u6750\u73ED", "\u5831\u9053\u90E8", "\u65B0\u805E", "\u65B0\u95FB", "\u65B0\u95FB\u7F51", "\u901A\u4FE1", "\uD3B8\uC9D1\uAD6D", "\uBCF4\uB3C4\uAD6D", "\uB274\uC2A4", "\uC77C\uBCF4", "\uC2E0\uBB38"};

template <std::size_t N>
bool has(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kStops = " \t\n:/-|";

}  // namespace

std::string_view without_by(std::string_view text) {
  text = trim(text);
  // up to four words: "ein beitrag von"; the longest that fits is taken off
  std::string_view rest = text;
  std::size_t end = 0;
  for (int words = 0; words < 5 && end < text.size(); ++words) {
    const std::size_t colon = text.find("\uFF1A", end);   // the wide colon and stroke of Chinese and Japanese
    const std::size_t stroke = text.find("\uFF0F", end);
    std::size_t stop = std::min(text.find_first_of(kStops, end), text.size());
    std::size_t width = stop < text.size() ? 1 : 0;
    if (std::min(colon, stroke) < stop) stop = std::min(colon, stroke), width = 3;
    if (width == 0) break;
    std::string folded = fold_words(text.substr(0, stop));
    if (const std::size_t blank = folded.find(' '); blank != std::string::npos && has(kGenre, std::string_view(folded).substr(0, blank))) folded.erase(0, blank + 1);
    std::string_view behind = trim(text.substr(stop + width));
    while (behind.starts_with(':')) behind = trim(behind.substr(1));
    // "文" and "글" are words of one letter that also begin names: only before a mark
    const bool marked = width == 3 || text[stop] == ':' || text[stop] == '/' || behind.size() + 1 < text.size() - stop - width;
    const bool bare = (!folded.empty() && static_cast<unsigned char>(folded.front()) >= 0xE3) || folded == "text" || folded == "words" || folded == "story" || folded == "texto" || folded == "tekst" || folded == "de" || folded == "writer";
    if (!behind.empty() && text[stop] != '-' && has(kBy, folded) && (marked || !bare)) rest = behind;
    end = stop + width;
    while (end < text.size() && is_space(text[end])) ++end;
  }
  return rest;
}

bool names_the_author(std::string_view label) { return has(kBy, fold_words(label)); }

bool has_author_label(std::string_view line) {
  line = trim(line);
  const std::string_view rest = without_by(line);
  if (rest.size() == line.size()) return false;
  const std::string label = fold_words(line.substr(0, line.size() - rest.size()));
  for (std::string_view noun : {"autor", "author", "auteur", "verfass", "\u0430\u0432\u0442\u043E\u0440", "penulis", "yazan", "szerzo", "kirjoittaja", "\u4F5C\u8005"}) {
    if (label.find(noun) != std::string::npos) return true;
  }
  return false;
}

bool joins_names(std::string_view word) { return has(kAndLower, word) || has(kAnd, lower_ascii(word)); }

bool is_role_word(std::string_view word) {
  const std::string folded = fold_words(word);
  const std::size_t first = word.find('-') == std::string_view::npos ? std::string::npos : folded.find(' ');  // "Editor-at-large"
  return has(kRole, std::string_view(folded).substr(0, first)) || has(kAttachedRole, word);
}

std::string_view without_role(std::string_view name) {
  name = trim(name);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::string_view role : kAttachedRole) {
      if (name.size() > role.size() + 3 && name.ends_with(role)) name = trim(name.substr(0, name.size() - role.size())), changed = true;
      if (name.size() > role.size() + 3 && name.starts_with(role)) name = trim(name.substr(role.size())), changed = true;
    }
    const std::size_t last = name.rfind(' ');
    if (last != std::string_view::npos && is_role_word(name.substr(last + 1))) name = trim(name.substr(0, last)), changed = true;
    const std::size_t first = name.find(' ');
    if (first != std::string_view::npos && first > 1 && is_role_word(name.substr(0, first))) name = trim(name.substr(first)), changed = true;
  }
  return name;
}

bool is_newsroom_name(std::string_view name) {
  const std::string folded = fold_words(name);
  for (std::string_view word : split(folded, ' ')) {
    if (has(kNewsroom, word) || has(kOrganisation, word)) return true;
    for (std::string_view end : kAttachedNewsroom) {
      if (word.size() > end.size() && (word.ends_with(end) || (static_cast<unsigned char>(end.front()) >= 0xE3 && word.find(end) != std::string_view::npos))) return true;
      if (word == end) return true;
    }
  }
  return false;
}

}  // namespace attache
