// attache bodies, power, question, answers and attitude, as their users call them.
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "support/program.h"

namespace attache {
namespace {

using testing::CliTest;
using testing::holds;
using testing::Outcome;
using Json = nlohmann::json;

const std::string kHarbour =
    "schema = \"attache-body/1\"\nid = \"harbour\"\nname = \"Harbour Council\"\nsource = \"own\"\n"
    "[[member]]\nname = \"North, Upper\"\n[[member]]\nname = \"South\"\n[[member]]\nname = \"East\"\n"
    "[[weight]]\nname = \"seats\"\nsource = \"roll of 2024\"\nvalues = { \"North, Upper\" = 50, South = 49, East = 1 }\n"
    "[[rule]]\nid = \"majority\"\nname = \"More than half the seats\"\nsource = \"statute, section 3\"\n[[rule.way]]\nneed = [ { more_than = \"1/2\", weight = \"seats\" } ]\n"
    "[[rule]]\nid = \"all\"\nname = \"Everybody\"\nsource = \"statute, section 4\"\n[[rule.way]]\nneed = [ { yes = \"all\" } ]\n";

TEST_F(CliTest, BodiesAreListedAndShown) {
  const Outcome list = attache("bodies");
  EXPECT_EQ(list.status, 0);
  EXPECT_TRUE(holds(list.out, "nato                     32  North Atlantic Council\n")) << list.out;
  const Outcome one = attache("bodies nato --date 2022-03-17");
  EXPECT_TRUE(holds(one.out, "30 members on 17 March 2022\n  Albania; data/memberships.tsv\n")) << one.out;
  EXPECT_TRUE(holds(one.out, "North Atlantic Treaty, Article 10"));
  EXPECT_FALSE(holds(one.out, "Sweden"));
  const Outcome none = attache("bodies atlantis");
  EXPECT_EQ(none.status, 2);
  EXPECT_TRUE(holds(none.err, "no body \"atlantis\"; there are african-union, ")) << none.err;
}

TEST_F(CliTest, PowerOfAUsersBody) {
  write("harbour.toml", kHarbour);
  const Outcome o = attache("power harbour.toml");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_TRUE(holds(o.out, "3 members; 3 of 8 ways to vote pass (37.50 %)\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "North, Upper     60.00 %         66.67 %    100.00 %      60.00 %\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "seats from the beginning: roll of 2024\n")) << o.out;
  const Json json = Json::parse(attache("power harbour.toml --json").out);
  EXPECT_EQ(json["members"][1]["shapley_shubik_exact"], "2/3");
  EXPECT_EQ(json["members"][1]["member"], "North, Upper");
  EXPECT_TRUE(holds(attache("power harbour.toml --csv").out, "\n\"North, Upper\",\"North, Upper\",3,0.75,0.6,0.6666666666666666,1,0.6\n"));
}

TEST_F(CliTest, TheExampleOfAParliamentCanBeCounted) {
  const std::string file = "'" ATTACHE_SOURCE_DIR "/samples/questions/parliament-example.toml'";
  const Json json = Json::parse(attache("power " + file + " --json").out);
  ASSERT_EQ(json["members"].size(), 5u);
  EXPECT_EQ(json["rule"], "absolute-majority");
  double all = 0;
  for (const Json& member : json["members"]) all += member["shapley_shubik"].get<double>();
  EXPECT_NEAR(all, 1, 1e-12);
  EXPECT_TRUE(holds(attache("bodies " + file).out, "5 members on "));
}

TEST_F(CliTest, UnderUnanimityAllAreEqualAndThatIsAll) {
  const Outcome o = attache("power nato --rule accession --date 2022-03-17");
  EXPECT_TRUE(holds(o.out, "30 members; 1 of 1073741824 ways to vote pass (<0.01 %)\n\nAll members are equal.\n")) << o.out;
}

TEST_F(CliTest, PowerOfLargeBodiesIsExactOrRefused) {
  const Outcome council = attache("power eu-council --date 2023-05-01");
  EXPECT_TRUE(holds(council.out, "27 members")) << council.out << council.err;
  EXPECT_TRUE(holds(council.out, "population from 2023-01-01: Council Decision"));
  const Outcome fund = attache("power imf --date 2024-06-01");
  EXPECT_TRUE(holds(fund.out, "190 members; 50.00 % of all ways to vote pass")) << fund.out << fund.err;
  EXPECT_EQ(attache("power imf --rule amendment").status, 1);
}

TEST_F(CliTest, WrongUseOfBodiesIsSaid) {
  EXPECT_EQ(attache("power").status, 2);
  EXPECT_EQ(attache("power nato --date 2022-13-01").status, 2);
  EXPECT_TRUE(holds(attache("power nato --rule coup").err, "nato has no rule \"coup\" on "));
  EXPECT_EQ(attache("power nato --date 1930-01-01").status, 2);
  EXPECT_EQ(attache("power none.toml").status, 1);
  write("bad.toml", "id = 3\n");
  const Outcome bad = attache("power bad.toml");
  EXPECT_EQ(bad.status, 1);
  EXPECT_TRUE(holds(bad.err, "bad.toml:1: ")) << bad.err;
  EXPECT_EQ(attache("question").status, 2);
  EXPECT_EQ(attache("question show").status, 2);
  EXPECT_EQ(attache("question show none.toml").status, 1);
}

TEST_F(CliTest, AQuestionIsWrittenAndShown) {
  ASSERT_EQ(attache("question new NATO --rule accession --candidate \"Sant Oriel\" --as-of 2022-03-17 --wording \"join the alliance\" -o q.toml").status, 0);
  const Outcome o = attache("question show q.toml");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_TRUE(holds(o.out, "Sant Oriel: Accession of a new member\nNorth Atlantic Council, 17 March 2022: ")) << o.out;
  EXPECT_TRUE(holds(o.out, "30 members: 0 yes, 0 no, 0 abstain, 30 open\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "Each open member can block it alone.\n  None of them may refuse.\n")) << o.out;
}

TEST_F(CliTest, PositionsAreReadFromReportsAsOfADay) {
  const std::string affair = "'" ATTACHE_SOURCE_DIR "/tests/affairs/ratification/";
  const Outcome o = attache("question show " + affair + "sweden.toml' --reports " + affair + "reports' --as-of 2023-03-30 --since 2022-09-01");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_TRUE(holds(o.out, "30 members: 28 yes, 0 no, 0 abstain, 2 open\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "  Open: Hungary, Turkey\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "  Slovakia: not heard before, now supports\n") || holds(o.out, "  Slovakia: supports before, now supports\n")) << o.out;
  const Json finland = Json::parse(attache("question show " + affair + "finland.toml' --reports " + affair + "reports' --as-of 2023-03-30 --json").out);
  EXPECT_EQ(finland["verdict"], "passes");
  for (const Json& member : finland["members"]) {
    EXPECT_EQ(member["vote"], "yes") << member["member"];
    for (const Json& entry : member["history"]) EXPECT_FALSE(entry["citations"].empty());
  }
  EXPECT_EQ(attache("question show " + affair + "sweden.toml' --reports none").status, 1);
  EXPECT_EQ(attache("dossier " + affair + "reports' --question none.toml --json d.json").status, 2);
}

TEST_F(CliTest, PositionsAreExportedMemberByMember) {
  const std::string affair = "'" ATTACHE_SOURCE_DIR "/tests/affairs/ratification/";
  const Outcome csv = attache("export --decisions " + affair + "reports' --question " + affair + "sweden.toml' --as-of 2023-03-30");
  EXPECT_EQ(csv.status, 0) << csv.err;
  EXPECT_TRUE(csv.out.starts_with("decision,question,candidate,body,rule,day,verdict,member,key,stance,strength,date,origins,vote,vote_source,told_stance,")) << csv.out.substr(0, 300);
  EXPECT_TRUE(holds(csv.out, "depends,Hungary,HU,not_yet,,")) << csv.out.substr(0, 3000);
  const Outcome jsonl = attache("export --decisions --format jsonl " + affair + "reports/2022-07-14-saeima.txt' --question " + affair + "sweden.toml'");
  std::size_t rows = 0, told = 0;
  std::istringstream lines(jsonl.out);
  for (std::string line; std::getline(lines, line); ++rows) told += !Json::parse(line)["cited"].get<std::string>().empty();
  EXPECT_EQ(rows, 31u) << "two sentences tell of Latvia, no report of the 29 others";
  EXPECT_EQ(told, 2u);
  EXPECT_EQ(attache("export --decisions " + affair + "reports'").status, 2);
  EXPECT_EQ(attache("export --facts " + affair + "reports' --question " + affair + "sweden.toml'").status, 2);
}

TEST_F(CliTest, NoTrapOfTheRatificationIsAnApproval) {
  const std::string affair = ATTACHE_SOURCE_DIR "/tests/affairs/ratification/";
  std::ifstream file(affair + "traps.tsv");
  std::vector<std::pair<std::string, std::string>> traps;
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (first != std::string::npos && second != std::string::npos && !line.starts_with("file\t")) traps.emplace_back(line.substr(first + 1, second - first - 1), line.substr(second + 1));
  }
  EXPECT_EQ(traps.size(), 80u);
  for (const std::string applicant : {"finland", "sweden"}) {
    const Json d = Json::parse(attache("question show '" + affair + applicant + ".toml' --reports '" + affair + "reports' --json").out);
    std::size_t cited = 0;
    for (const Json& member : d["members"]) {
      for (const Json& entry : member["history"]) {
        for (const Json& c : entry["citations"]) {
          ++cited;
          const std::string exact = c["exact"];
          for (const auto& [sentence, why] : traps) {
            const bool for_other = applicant == "finland" && why.starts_with("ratification for Finland only");
            EXPECT_FALSE(entry["strength"] == "acted" && exact == sentence && !for_other) << applicant << ", " << member["member"] << ": " << sentence << " (" << why << ")";
          }
        }
      }
    }
    EXPECT_GT(cited, 60u);
  }
}

TEST_F(CliTest, VotesCountFromTheirDay) {
  write("harbour.toml", kHarbour);
  write("q.toml",
        "schema = \"attache-question/1\"\nname = \"The toll\"\nbody_file = \"harbour.toml\"\nrule = \"all\"\nas_of = 2024-06-01\n"
        "[[vote]]\nmember = \"South\"\nvote = \"yes\"\ndate = 2024-02-01\nsource = \"minutes\"\n"
        "[[vote]]\nmember = \"South\"\nvote = \"no\"\ndate = 2024-03-01\nsource = \"minutes\"\n"
        "[[vote]]\nmember = \"South\"\nvote = \"yes\"\ndate = 2024-05-01\nsource = \"minutes\"\n"
        "[chance]\nothers = 0.5\n");
  const Json before = Json::parse(attache("question show q.toml --json --as-of 2024-01-01").out);
  EXPECT_EQ(before["members"][2]["vote"], nullptr);
  EXPECT_EQ(before["verdict"], "depends");
  EXPECT_DOUBLE_EQ(before["chance_by_priors"], 0.125);
  EXPECT_EQ(Json::parse(attache("question show q.toml --json --as-of 2024-04-01").out)["verdict"], "fails");
  const Outcome now = attache("question show q.toml");
  EXPECT_TRUE(holds(now.out, "  South: yes, 2024-05-01; minutes\n")) << now.out;
  EXPECT_TRUE(holds(now.out, "By your own chances, each vote apart from the others: 25.0 %")) << now.out;
  EXPECT_TRUE(holds(attache("question show q.toml --as-of 2024-04-01").out, "It cannot pass, even if all others agree.\n"));
}

TEST_F(CliTest, AnswersAreGroupedAndBadRecordsRefusedByLine) {
  write("q.jsonl", "{\"qid\":\"A\",\"question\":\"Why was the bridge closed?\",\"answers\":[{\"id\":7,\"answer\":\"a cracked pillar\"},{\"id\":8,\"answer\":\"the wind\"},{\"id\":9,\"answer\":\"cracks in an old pillar\"}]}\n");
  const Outcome o = attache("answers q.jsonl");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_EQ(o.out, "{\"qid\":\"A\",\"id\":7,\"cluster\":0}\n{\"qid\":\"A\",\"id\":8,\"cluster\":1}\n{\"qid\":\"A\",\"id\":9,\"cluster\":0}\n");
  EXPECT_TRUE(holds(attache("answers q.jsonl --least 1").out, "\"id\":9,\"cluster\":2"));
  EXPECT_EQ(attache("answers q.jsonl --least 2").status, 2);
  for (const char* line : {"{", "{\"qid\":\"A\"}", "{\"qid\":\"A\",\"question\":\"x\",\"answers\":[{\"id\":1}]}", "{\"qid\":\"A\",\"question\":\"x\",\"answers\":[3]}"}) {
    write("bad.jsonl", std::string("\n") + line + "\n");
    const Outcome bad = attache("answers bad.jsonl");
    EXPECT_EQ(bad.status, 1) << line;
    EXPECT_EQ(bad.out, "");
    EXPECT_TRUE(holds(bad.err, "bad.jsonl:2: ")) << bad.err;
  }
}

TEST_F(CliTest, AttitudesAreReadAndBadRecordsRefusedByLine) {
  write("a.jsonl", "{\"id\":\"x\",\"sentence\":\"Colleagues praised Halloway as brilliant and honest.\",\"from\":19,\"to\":27}\n");
  const Outcome o = attache("attitude a.jsonl");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_EQ(Json::parse(o.out)["label"], "positive") << o.out;
  write("bad.jsonl", "{\"id\":\"x\"}\n");
  EXPECT_EQ(attache("attitude bad.jsonl").status, 1);
  EXPECT_EQ(attache("attitude a.jsonl --model a.jsonl").status, 1);
}

TEST_F(CliTest, AQuestionOfABodyFileIsFoundFromItsOwnFolder) {
  write("harbour.toml", kHarbour);
  std::filesystem::create_directory(path("sub"));
  ASSERT_EQ(attache("question new harbour.toml -o sub/q.toml").status, 0);
  EXPECT_EQ(attache("question show sub/q.toml").status, 0) << attache("question show sub/q.toml").err;
  EXPECT_EQ(attache("question new nato --wording \"\"").status, 2) << "what could not be read again is not written";
}

TEST_F(CliTest, TwoChancesOfOneMemberAreRefused) {
  write("q.toml", "schema = \"attache-question/1\"\nname = \"x\"\nbody = \"nato\"\n[chance]\nTurkey = 0.5\nTR = 0.9\n");
  EXPECT_TRUE(holds(attache("question show q.toml").err, "has two chances"));
}

TEST_F(CliTest, AVoteOfANonMemberIsRefused) {
  write("q.toml", "schema = \"attache-question/1\"\nname = \"x\"\nbody = \"nato\"\n[[vote]]\nmember = \"Brazil\"\nvote = \"no\"\nsource = \"s\"\n");
  const Outcome o = attache("question show q.toml");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(o.err, "\"Brazil\" names no member, or several, of North Atlantic Council on ")) << o.err;
}

}  // namespace
}  // namespace attache
