// What the store keeps of a thread beside its reports: stories, and one row for each statement, event and fact, so that they can be searched,
// filtered and listed without putting the thread together again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"

namespace attache {

enum class EntryKind : std::uint8_t { statement, event, fact };
[[nodiscard]] std::string_view name_of(EntryKind kind);

// Part an actor has in an entry.
enum class EntryPart : std::uint8_t { speaker, addressee, actor, recipient, subject, object };

struct EntryActor {
  std::uint32_t actor = 0;  // index into Dossier::actors
  EntryPart part = EntryPart::speaker;
};

struct Entry {
  EntryKind kind = EntryKind::statement;
  std::string id;
  std::uint32_t story = 0;   // of its first report
  std::uint32_t report = 0;  // its first
  Span cited;                // sentence of the first report
  std::string label;         // statement: act; event: type; fact: status
  std::string title;         // "Ana Tull", "Chad -> accuse -> Niger", "Chad recognises Niger"
  std::string words;         // searched: every wording
  std::string names;         // searched: those concerned, with aliases
  std::uint32_t origins = 0;
  std::vector<std::uint32_t> reports;  // ascending
  std::vector<EntryActor> actors;      // each once a part
};

[[nodiscard]] std::vector<Entry> make_entries(const Dossier& dossier);

// An actor over all threads: by the table's key, else by type and folded name; nothing of whom reports only describe.
[[nodiscard]] std::optional<std::uint64_t> identity_of(const Actor& actor);

}  // namespace attache
