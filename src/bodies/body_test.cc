#include "bodies/body.h"

#include <gtest/gtest.h>

#include "bodies/seating.h"
#include "tables/embedded.h"

namespace attache {
namespace {

const std::string kHead = "schema = \"attache-body/1\"\nid = \"harbour\"\nname = \"Harbour Council\"\nsource = \"own\"\n";
const std::string kMembers = "[[member]]\nname = \"North\"\n[[member]]\nname = \"South\"\nfrom = 2020-01-01\nto = 2021-12-31\n[[member]]\nname = \"East\"\ngroup = \"founder\"\n";
const std::string kRule = "[[rule]]\nid = \"all\"\nname = \"All\"\nsource = \"own\"\n[[rule.way]]\nneed = [ { yes = \"all\" } ]\n";

std::string refused(const std::string& toml) {
  const Result<Body> body = read_body(toml, "my.toml");
  return body ? "read" : describe(body.error());
}

TEST(Body, AFileOfAUser) {
  const Body body = read_body(kHead + "aliases = [\"the Harbour\"]\n" + kMembers + kRule, "my.toml").value();
  EXPECT_EQ(body.name, "Harbour Council");
  EXPECT_EQ(body.members.size(), 3u);
  const Knowledge knowledge = load_knowledge();
  EXPECT_EQ(seats_on(body, knowledge, {2021, 12, 31}).size(), 3u);
  const std::vector<Seat> later = seats_on(body, knowledge, {2022, 1, 1});
  ASSERT_EQ(later.size(), 2u);
  EXPECT_EQ(later[0].name, "East");
  EXPECT_EQ(later[0].groups, std::vector<std::string>{"founder"});
  EXPECT_EQ(find_seat(later, knowledge, "north"), 1);
  EXPECT_EQ(find_seat(later, knowledge, "South"), -1);
}

TEST(Body, AMemberThatIsCalledLikeACountryCodeIsNoCountry) {
  const Knowledge knowledge = load_knowledge();
  const std::string members = "[[member]]\nname = \"LB\"\n[[member]]\nstate = \"LB\"\nfrom = 2000-01-01\n";
  const std::vector<Seat> seats = seats_on(read_body(kHead + members + kRule, "my.toml").value(), knowledge, {2024, 1, 1});
  ASSERT_EQ(seats.size(), 2u);
  EXPECT_EQ(seats[0].name, "LB");
  EXPECT_EQ(seats[1].name, "Lebanon");
}

TEST(Body, WhatIsWrongIsNamedWithItsLine) {
  EXPECT_EQ(refused("schema = "), "my.toml:1: Error while parsing key-value pair: encountered end-of-file (invalid_body)");
  EXPECT_EQ(refused(kHead + kRule), "my.toml:1: a body without members (invalid_body)");
  EXPECT_EQ(refused(kHead + kMembers), "my.toml:1: a body without a rule (invalid_body)");
  EXPECT_EQ(refused("id = \"x\"\n" + kMembers + kRule), "my.toml:1: \"schema\" is missing (invalid_body)");
  EXPECT_EQ(refused(kHead + "colour = \"red\"\n" + kMembers + kRule), "my.toml:5: \"colour\" is not known here (invalid_body)");
  EXPECT_EQ(refused(kHead + kMembers + "from = \"May\"\n" + kRule), "my.toml:14: \"from\" is not a day such as 2024-03-05 (invalid_body)");
  EXPECT_EQ(refused(kHead + kMembers + "from = 2024-03-05\nto = 2023-01-01\n" + kRule), "my.toml:11: \"to\" lies before \"from\" (invalid_body)");
  EXPECT_EQ(refused(std::string(5u << 20, ' ')), "my.toml: more than 4194304 bytes (too_large)");
  EXPECT_EQ(refused("name = \"\xFF\"\n"), "my.toml: not UTF-8 (bad_encoding)");
  EXPECT_NE(refused(std::string(2000, '[')), "read") << "deep nesting";
}

// A text in any script comes back as it was, also behind escapes and quotation marks of its own; elsewhere it is refused.
TEST(Body, LettersBeyondAsciiStandInTexts) {
  const std::string rest = kMembers + kRule;
  for (const std::string words : {"\"S\xC3\xA3o Tom\xC3\xA9\"", "\"\"\"S\xC3\xA3o Tom\xC3\xA9\"\"\"", "\"S\\u00E3o Tom\xC3\xA9\""}) {
    const Result<Body> body = read_body("schema = \"attache-body/1\"\n# \xE2\x80\x9Cnote\xE2\x80\x9D\nid = \"x\"\nname = " + words + "\nsource = \"a \\\" # 'b\"\n" + rest, "my.toml");
    ASSERT_TRUE(body) << words << ": " << describe(body.error());
    EXPECT_EQ(body->name, "S\xC3\xA3o Tom\xC3\xA9");
    EXPECT_EQ(body->source, "a \" # 'b");
  }
  EXPECT_EQ(refused("a = '''\n'''\nS\xC3\xA3o = 1\n"), "my.toml:3: letters beyond ASCII stand in \"texts\" and comments (invalid_body)");
  EXPECT_EQ(refused("a = 'S\xC3\xA3o'\n"), "my.toml:1: letters beyond ASCII stand in \"texts\" and comments (invalid_body)");
}

TEST(Body, NeedsThatMeanNothingAreRefused) {
  for (const std::string need : {"{ yes = \"some\" }", "{ yes = \"3/2\" }", "{ yes = \"120%\" }", "{ yes = \"1/0\" }", "{ yes = \"all but x\" }", "{ yes = -1 }", "{ yes = 1.5 }", "{ yes = 1, against = 0 }", "{ }", "{ against = \"1/3\" }", "{ yes = 3, of = \"voting\" }", "{ yes = \"2/3\", of = \"present\" }", "{ yes = 1, weight = \"gold\" }", "{ yes = 1, group = \"club\" }", "{ yes = \"55.%\" }", "3"}) {
    const std::string rule = "[[rule]]\nid = \"r\"\nname = \"R\"\nsource = \"own\"\n[[rule.way]]\nneed = [ " + need + " ]\n";
    EXPECT_NE(refused(kHead + kMembers + rule).find("(invalid_body)"), std::string::npos) << need;
  }
}

// Every file we ship can be read, says what we count on, and can be counted.
TEST(Body, ThoseThatComeWithTheProgram) {
  for (const std::string_view name : embedded_names(".toml")) {
    const Result<Body> body = read_body(embedded_file(name), std::string(name));
    EXPECT_TRUE(body) << describe(body.error());
    if (body) {
      EXPECT_EQ(body->id + ".toml", name);
    }
  }
  const std::vector<Body> bodies = shipped_bodies();
  EXPECT_GE(bodies.size(), 20u);
  const Knowledge knowledge = load_knowledge();
  for (const Body& body : bodies) {
    for (const BodyRule& rule : body.rules) {
      EXPECT_FALSE(rule.source.empty());
      const Date day = rule.term.to.year ? rule.term.to : kTablesDay;
      const std::vector<Seat> seats = seats_on(body, knowledge, day);
      ASSERT_GT(seats.size(), 1u) << body.id;
      for (const Seat& seat : seats) {
        EXPECT_FALSE(seat.source.empty()) << body.id << ", " << seat.name;
        EXPECT_EQ(find_seat(seats, knowledge, seat.name), &seat - seats.data()) << body.id << ", " << seat.name;
      }
      const Result<Game> game = game_of(body, rule, seats, knowledge, day);
      ASSERT_TRUE(game) << body.id << " " << rule.id << ": " << describe(game.error());
      EXPECT_TRUE(passes(*game, std::vector<Vote>(seats.size(), Vote::yes))) << body.id << " " << rule.id;
      EXPECT_FALSE(passes(*game, std::vector<Vote>(seats.size(), Vote::no))) << body.id << " " << rule.id;
    }
  }
}

std::size_t members_of(const char* body, Date day) {
  static const std::vector<Body> bodies = shipped_bodies();
  static const Knowledge knowledge = load_knowledge();
  return seats_on(*find_body(bodies, body), knowledge, day).size();
}

TEST(Body, MembersByDate) {
  EXPECT_EQ(members_of("NATO", {2022, 3, 17}), 30u);
  EXPECT_EQ(members_of("nato", {2023, 4, 4}), 31u);
  EXPECT_EQ(members_of("nato", {2024, 3, 7}), 32u);
  EXPECT_EQ(members_of("eu-council", {2020, 1, 31}), 28u);
  EXPECT_EQ(members_of("eu-council", {2020, 2, 1}), 27u);
  EXPECT_EQ(members_of("UN General Assembly", {2024, 1, 1}), 193u);
  EXPECT_EQ(members_of("imf", {2024, 6, 1}), 190u);
}

// The Council has had eleven members, then fifteen; two days on which an election came late.
TEST(Body, TheSecurityCouncilYearByYear) {
  const std::vector<Body> bodies = shipped_bodies();
  const Body& council = *find_body(bodies, "UNSC");
  const Knowledge knowledge = load_knowledge();
  for (int year = 1947; year <= 2026; ++year) {
    const std::vector<Seat> seats = seats_on(council, knowledge, {year, 7, 1});
    EXPECT_EQ(seats.size(), year < 1966 ? 11u : 15u) << year;
    EXPECT_EQ(std::count_if(seats.begin(), seats.end(), [](const Seat& s) { return s.groups == std::vector<std::string>{"permanent"}; }), 5) << year;
  }
}

TEST(Body, AWeightHoldsUntilTheNextOne) {
  const std::string weights = "[[weight]]\nname = \"seats\"\nfrom = 2020-01-01\nsource = \"a\"\nvalues = { North = 3, East = 2, South = 1 }\n[[weight]]\nname = \"seats\"\nfrom = 2024-01-01\nsource = \"b\"\nvalues = { North = 5 }\n";
  const Body body = read_body(kHead + kMembers + weights + "[[rule]]\nid = \"m\"\nname = \"M\"\nsource = \"own\"\n[[rule.way]]\nneed = [ { more_than = \"1/2\", weight = \"seats\" } ]\n", "my.toml").value();
  EXPECT_EQ(weight_on(body, "seats", {2023, 5, 1})->source, "a");
  EXPECT_EQ(weight_on(body, "seats", {2024, 1, 1})->source, "b");
  EXPECT_EQ(weight_on(body, "seats", {2019, 1, 1}), nullptr);
  const Knowledge knowledge = load_knowledge();
  const std::vector<Seat> seats = seats_on(body, knowledge, {2023, 5, 1});  // East, North
  const Game game = game_of(body, body.rules[0], seats, knowledge, {2023, 5, 1}).value();
  EXPECT_TRUE(passes(game, std::vector<Vote>{Vote::no, Vote::yes}));
  EXPECT_FALSE(passes(game, std::vector<Vote>{Vote::yes, Vote::no}));
  EXPECT_EQ(game_of(body, body.rules[0], seats, knowledge, {2024, 5, 1}).error().message, "harbour: no \"seats\" of East is known for 2024-05-01");
  EXPECT_EQ(game_of(body, body.rules[0], seats, knowledge, {2019, 5, 1}).error().message, "harbour: no \"seats\" is known for 2019-05-01");
}

std::string counted(const std::string& rest, const std::string& need) {
  const std::string rule = "[[rule]]\nid = \"r\"\nname = \"R\"\nsource = \"own\"\n[[rule.way]]\nneed = [ " + need + " ]\n";
  const Result<Body> body = read_body(kHead + rest + rule, "my.toml");
  if (!body) return describe(body.error());
  const Knowledge knowledge = load_knowledge();
  const Date day{2024, 5, 1};
  const std::vector<Seat> seats = seats_on(*body, knowledge, day);
  const Result<Game> game = game_of(*body, body->rules[0], seats, knowledge, day);
  if (!game) return describe(game.error());
  std::string wins;  // the votes of three members that pass, as "yes" in their order by name
  for (int set = 0; set < 8 && seats.size() == 3; ++set) {
    std::vector<Vote> votes;
    for (int k = 0; k < 3; ++k) votes.push_back(set >> k & 1 ? Vote::yes : Vote::no);
    if (passes(*game, votes)) wins += std::to_string(set) + " ";
  }
  return wins;
}

const std::string kThree = "[[member]]\nname = \"A\"\n[[member]]\nname = \"B\"\ngroup = \"g\"\n[[member]]\nname = \"C\"\ngroup = \"g\"\n[[weight]]\nname = \"w\"\nsource = \"own\"\nvalues = { A = 5, B = 3, C = 0 }\n";

TEST(Body, NeedsAsGames) {
  EXPECT_EQ(counted(kThree, "{ yes = 2 }"), "3 5 6 7 ");
  EXPECT_EQ(counted(kThree, "{ more_than = 2 }"), "7 ");
  EXPECT_EQ(counted(kThree, "{ more_than = \"1/2\" }"), "3 5 6 7 ");
  EXPECT_EQ(counted(kThree, "{ yes = \"all but 1\" }"), "3 5 6 7 ");
  EXPECT_EQ(counted(kThree, "{ yes = \"all but 3\", weight = \"w\" }"), "1 3 5 7 ");
  EXPECT_EQ(counted(kThree, "{ yes = \"all\", weight = \"w\" }"), "3 7 ") << "C weighs nothing";
  EXPECT_EQ(counted(kThree, "{ yes = \"all\", group = \"g\" }"), "6 7 ");
  EXPECT_EQ(counted(kThree, "{ yes = 1 }, { against = 0, group = \"g\" }"), "6 7 ");
  EXPECT_EQ(counted(kThree, "{ against = 3, weight = \"w\" }"), "1 3 5 7 ");
  EXPECT_EQ(counted(kThree, "{ yes = 1 }, { present = \"1/2\" }"), "1 2 3 4 5 6 7 ");
}

TEST(Body, WhatNamesNobodyOrSomebodyTwiceIsRefused) {
  const std::string two = "[[member]]\nname = \"A\"\n[[member]]\nname = \"B\"\n";
  EXPECT_EQ(counted(two + "[[group]]\nname = \"g\"\nmembers = [\"a\"]\n", "{ yes = \"all\", group = \"g\" }"), "harbour: \"a\" of the group \"g\" is no member (invalid_body)");
  EXPECT_EQ(counted(two + "[[group]]\nname = \"g\"\nmembers = []\n", "{ yes = \"all\", group = \"g\" }"), "harbour: nobody of the group \"g\" sits on 2024-05-01 (invalid_body)");
  EXPECT_EQ(counted(two + "[[weight]]\nname = \"w\"\nsource = \"s\"\nvalues = { A = 1, B = 2, D = 3 }\n", "{ yes = 1, weight = \"w\" }"), "harbour: \"D\", which has a \"w\", is no member (invalid_body)");
  EXPECT_EQ(counted(two + "[[member]]\nname = \"A\"\nfrom = 2020-01-01\n", "{ yes = 1 }"), "harbour: A sits twice on 2024-05-01 (invalid_body)");
  EXPECT_EQ(counted("[[member]]\nstate = \"QQ\"\n", "{ yes = 1 }"), "harbour: there is no state \"QQ\" (invalid_body)");
  EXPECT_EQ(counted(two, "{ present = \"1/2\" }"), "my.toml:13: a way without a need that is counted (invalid_body)");
  for (const std::string need : {"{ yes = 0 }", "{ yes = \"0%\" }", "{ yes = \"0/3\" }", "{ more_than = \"all\" }", "{ yes = 2.0 }"}) EXPECT_NE(counted(two, need).find("my.toml:14: "), std::string::npos) << counted(two, need);
}

TEST(Body, ANameThatCouldMeanSeveralMeansNone) {
  const Knowledge knowledge = load_knowledge();
  const std::vector<Seat> seats = seats_on(read_body(kHead + "[[member]]\nname = \"LB\"\n[[member]]\nstate = \"LB\"\n[[member]]\nname = \"US\"\n" + kRule, "my.toml").value(), knowledge, {2024, 1, 1});
  EXPECT_EQ(find_seat(seats, knowledge, "lb"), -1);
  EXPECT_EQ(seats[static_cast<std::size_t>(find_seat(seats, knowledge, "Lebanon"))].is_state, true);
  EXPECT_EQ(find_seat(seats, knowledge, "America"), -1) << "a party called US is no state";
}

TEST(Body, RulesByIdAndDay) {
  const std::vector<Body> bodies = shipped_bodies();
  const Body& council = *find_body(bodies, "un-security-council");
  EXPECT_EQ(find_rule(council, "substance", {2024, 1, 1})->ways[0][0].number, 9u);
  EXPECT_EQ(find_rule(council, "substance", {1950, 1, 1}), nullptr);
  EXPECT_EQ(find_rule(council, "", {1950, 1, 1})->ways[0][0].number, 7u);
  EXPECT_EQ(find_body(bodies, "nobody"), nullptr);
}

}  // namespace
}  // namespace attache
