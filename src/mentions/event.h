// A political event as one sentence of one report tells it: who did what to whom.
// Categories are those of PLOVER (Halterman, Bagozzi, Beger, Schrodt and Scraborough, "PLOVER and POLECAT", 2023); roots are CAMEO's (Schrodt 2012).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "mentions/statement.h"

namespace attache {

enum class EventType : std::uint8_t { agree, consult, support, cooperate, aid, concede, retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault };
inline constexpr std::size_t kEventTypes = 16;
inline constexpr std::array<std::string_view, kEventTypes> kEventTypeNames = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
[[nodiscard]] std::string_view name_of(EventType type);
[[nodiscard]] EventType event_type_of(std::string_view name);  // consult where the name is none
[[nodiscard]] std::string_view cameo_root_of(EventType type);  // "10"
[[nodiscard]] int quad_class_of(EventType type);               // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict

// Whether the act was done, as the sentence tells it.
enum class EventStatus : std::uint8_t { happened, ongoing, planned, demanded, denied, possible, background };
[[nodiscard]] std::string_view name_of(EventStatus status);
[[nodiscard]] EventStatus event_status_of(std::string_view name);

struct Participant {
  Span span;                           // the noun phrase as it stands
  std::uint32_t entity = kNoEntity;    // entity of the report that it means
  std::string country;                 // ISO 3166 alpha-3 (XKX for Kosovo), "IGO", "NGO"; empty = not known
  bool country_inferred = false;       // no word tells the state: it is the one across the act
  std::string sector;                  // GOV, MIL, LEG, OPP, REB, JUD, COP, CVL, MED, BUS, SPY, IGO, NGO ...; empty = none stated
  auto operator<=>(const Participant&) const = default;
};

struct EventMention {
  EventType type = EventType::consult;
  EventStatus status = EventStatus::happened;
  std::string mode;                    // of the category's list; empty = none
  std::vector<std::string> contexts;   // of PLOVER's list (events/qualifiers.h), the likeliest first
  Span trigger;                        // the word that carries the act
  std::uint32_t sentence = 0;
  std::vector<Participant> actors, recipients;
  bool reciprocal = false;             // all participants stand in `actors`
  Date begin, end;                     // year 0 = the sentence names no day that is known
  Span place;                          // empty = none named
  std::string reason;                  // what decided the category, in words
};

}  // namespace attache
