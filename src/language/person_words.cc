#include "language/person_words.h"

#include <algorithm>
#include <iterator>

namespace attache {

bool is_person_noun(std::string_view w) {
  static constexpr std::string_view kWords[] = {
      "woman", "women", "man", "men", "people", "person", "chief", "mp", "mps", "diplomat", "resident", "mayor", "president", "premier", "counterpart", "colleague", "aide", "envoy", "head", "deputy", "king", "queen", "prince", "princess", "pope", "emir",
      "sheikh", "general", "colonel", "major", "captain", "sergeant", "admiral", "politician", "spokesperson", "neighbour", "neighbor", "child", "children", "girl", "boy", "hostage", "passenger", "bystander", "customer", "defector", "kidnapper", "smuggler", "hijacker", "attacker", "militant", "insurgent", "civilian", "guest", "guard", "chair", "rabbi", "imam", "priest", "bishop", "nun", "monk", "pilot", "refugee",
      "migrant", "student", "expert", "friend", "ally", "rival", "opponent", "veteran", "nurse", "cleric", "consul", "delegate", "candidate", "defendant", "attorney", "advocate", "scholar", "academic", "architect", "surgeon", "patient", "victim", "widow", "wife",
      "husband", "son", "daughter", "mother", "father", "brother", "sister", "cousin", "uncle", "aunt", "official", "critic", "coach", "fan", "judge", "monitor", "inspector", "ferryman"};
  if (std::find(std::begin(kWords), std::end(kWords), w) != std::end(kWords)) return true;
  if (w.size() > 3 && w.ends_with('s') && !w.ends_with("ss")) {
    w.remove_suffix(w.ends_with("sses") ? 2 : 1);
    if (std::find(std::begin(kWords), std::end(kWords), w) != std::end(kWords)) return true;
  }
  static constexpr std::string_view kThings[] = {"list", "checklist", "shortlist", "playlist", "waitlist", "twist", "mist", "fist", "wrist", "waist", "gist", "heist", "career", "beer", "deer", "veneer", "loudspeaker", "screwdriver"};
  if (std::find(std::begin(kThings), std::end(kThings), w) != std::end(kThings)) return false;
  for (std::string_view ending : {"ist", "man", "woman", "person", "eer", "ian", "witness", "farmer", "lawyer", "leader", "minister", "worker", "voter", "member", "officer", "teacher", "driver", "survivor", "owner", "author", "editor", "commander", "soldier", "protester",
                                  "demonstrator", "relative", "campaigner", "doctor", "prosecutor", "player", "ambassador", "senator", "governor", "director", "manager", "chancellor", "secretary", "adviser", "advisor", "negotiator", "investigator", "investor", "trader", "observer",
                                  "lawmaker", "founder", "writer", "reporter", "banker", "miner", "fighter", "lieutenant", "keeper", "mediator", "dealer", "fisher", "baker", "analyst", "reader", "speaker", "producer", "organiser", "organizer", "supporter", "master", "researcher", "professor"}) {
    if (w.ends_with(ending)) return true;
  }
  return false;
}

bool is_stateless_people(std::string_view w) {
  static constexpr std::string_view kPeoples[] = {"kurds", "bosniaks", "tatars", "uyghurs", "uighurs", "yazidis", "alawites", "sunnis", "shiites", "shias", "muslims", "christians", "jews", "catholics", "protestants", "hindus", "sikhs", "buddhists", "tamils", "rohingyas", "hutus", "tutsis",
                                                  "basques", "catalans", "kashmiris", "chechens", "ossetians", "abkhazians", "balochs", "pashtuns", "hazaras", "tuaregs", "berbers", "copts", "maronites", "tibetans", "sami", "roma", "druze", "arabs", "africans", "europeans", "asians"};
  return std::find(std::begin(kPeoples), std::end(kPeoples), w) != std::end(kPeoples);
}

bool is_body_noun(std::string_view w) {
  static constexpr std::string_view kWords[] = {
      "government", "ministry", "council", "parliament", "party", "group", "union", "court", "army", "police", "military", "commission", "committee", "company", "agency", "authorities", "alliance", "bloc", "opposition", "office", "palace", "embassy", "senate", "board",
      "coalition", "team", "delegation", "movement", "side", "sides", "administration", "kremlin", "regime", "junta", "rebels", "rebel", "militia", "bank", "tribunal", "association", "federation", "watchdog", "organisation", "organization", "department", "church", "state",
      "country", "city", "town", "village", "family", "families", "force", "forces", "mission", "navy", "command", "cabinet", "presidency", "secretariat", "club", "newspaper", "broadcaster", "daily", "weekly", "network", "university", "institute", "foundation", "charity"};
  return std::find(std::begin(kWords), std::end(kWords), w) != std::end(kWords);
}

}  // namespace attache
