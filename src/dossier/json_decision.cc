#include "dossier/json_decision.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const Date& day) { return day.full() ? Json(to_string(day)) : Json(nullptr); }

class Writer {
 public:
  Writer(const Decision& decision, const DecisionCiting& citing) : d_(decision), citing_(citing) {}

  Json run() const {
    const Chamber& c = d_.chamber;
    Json out = {{"id", d_.id}, {"question", d_.question.name}, {"candidate", d_.question.candidate}, {"body", c.body.id}, {"body_name", c.body.name}, {"rule", c.rule.id}, {"rule_name", c.rule.name}, {"rule_words", c.rule.words}, {"rule_source", c.rule.source}};
    out["day"] = to_string(d_.day);
    out["members_on"] = to_string(c.day);
    out["verdict"] = name_of(d_.outlook.verdict);
    out["if_all_agree"] = d_.outlook.if_all_agree;
    out["if_all_refuse"] = d_.outlook.if_all_refuse;
    out["as_said"] = d_.as_said ? Json(name_of(*d_.as_said)) : Json(nullptr);
    out["can_block_alone"] = names(d_.outlook.vetoes);
    out["can_carry_alone"] = names(d_.outlook.makers);
    out["smallest_blocking"] = sets(d_.outlook.blocking);
    out["smallest_carrying"] = sets(d_.outlook.carrying);
    out["would_open_it_again"] = names(d_.turning);
    Json told = Json::array();
    for (const FactRef& ref : d_.rule_told) told.push_back(citing_.citation(ref));
    out["rule_told"] = std::move(told);
    out["chance_by_priors"] = d_.chance && *d_.chance ? Json(**d_.chance) : Json(nullptr);
    out["reports_read"] = d_.reports;
    out["reports_of_a_later_day"] = d_.later_reports;
    Json members = Json::array();
    for (std::size_t i = 0; i < c.seats.size(); ++i) members.push_back(member(i));
    out["members"] = std::move(members);
    out["since"] = day_or_null(d_.since);
    Json changes = Json::array();
    for (const PositionChange& change : d_.changes) changes.push_back({{"member", c.seats[change.seat].name}, {"before", {{"stance", name_of(change.before)}, {"strength", name_of(change.strength_before)}}}, {"now", {{"stance", name_of(d_.positions[change.seat].stance)}, {"strength", name_of(d_.positions[change.seat].strength)}}}});
    out["changes"] = std::move(changes);
    return out;
  }

 private:
  const Decision& d_;
  const DecisionCiting& citing_;

  [[nodiscard]] Json names(const std::vector<std::size_t>& members) const {
    Json out = Json::array();
    for (const std::size_t m : members) out.push_back(d_.chamber.seats[m].name);
    return out;
  }

  [[nodiscard]] Json sets(const SmallestSets& s) const {
    Json list = Json::array();
    for (const std::vector<Choice>& set : s.sets) {
      Json choices = Json::array();
      for (const Choice& choice : set) choices.push_back({{"take", choice.take}, {"of", names(choice.of)}});
      list.push_back(std::move(choices));
    }
    return {{"size", s.size}, {"sets", std::move(list)}, {"count", s.count.str()}, {"counted", s.counted}, {"proved", s.proved}};
  }

  [[nodiscard]] Json member(std::size_t i) const {
    const Seat& seat = d_.chamber.seats[i];
    const Position& p = d_.positions[i];
    const StanceEntry* now = current_of(p);
    Json out = {{"member", seat.name}, {"key", seat.key}, {"groups", seat.groups}, {"stance", name_of(p.stance)}, {"strength", name_of(p.strength)}};
    out["date"] = now ? day_or_null(now->day) : Json(nullptr);
    out["date_told"] = now && now->day_told;
    out["origins"] = now ? now->origins : 0;
    out["vote"] = d_.votes[i] ? Json(name_of(*d_.votes[i])) : Json(nullptr);
    const auto& known = d_.known[i];
    out["vote_of_the_file"] = known ? Json{{"vote", name_of(known->vote)}, {"date", day_or_null(known->day)}, {"source", known->source}} : Json(nullptr);
    Json history = Json::array();
    for (const StanceEntry& e : p.history) history.push_back(entry(e));
    out["history"] = std::move(history);
    return out;
  }

  [[nodiscard]] Json entry(const StanceEntry& e) const {
    Json citations = Json::array();
    for (const FactRef& ref : e.mentions) citations.push_back(citing_.citation(ref));
    return {{"stance", name_of(e.stance)}, {"strength", name_of(e.strength)}, {"relation", e.relation}, {"date", day_or_null(e.day)}, {"date_told", e.day_told}, {"not_before", e.not_before}, {"reports", citing_.reports(reports_of(e))}, {"origins", e.origins}, {"citations", std::move(citations)}};
  }
};

}  // namespace

Json decision_json(const Decision& decision, const DecisionCiting& citing) { return Writer(decision, citing).run(); }

}  // namespace attache
