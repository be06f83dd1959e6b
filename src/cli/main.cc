#include <exception>
#include <iostream>
#include <new>

#include "cli/commands.h"

int main(int argc, char** argv) {
  CLI::App program("attache reads news reports and writes a dossier in which every line points back to its sentence.");
  program.set_version_flag("--version", "attache 0.1.0");
  program.require_subcommand(1);
  program.footer(
      "By example:\n"
      "  attache dossier ~/press/affair -o affair.html              a page of a folder of reports\n"
      "  attache add news.db ~/press                                a store that grows; again every morning\n"
      "  attache search news.db --kind fact --label differ          who contradicts whom\n"
      "  attache export --facts news.db -o facts.csv                the same as a table\n"
      "  attache serve news.db                                      all of it in the browser\n"
      "attache COMMAND --help says more of each.");
  const attache::Command commands[] = {attache::dossier_command(program), attache::analyse_command(program), attache::assemble_command(program), attache::add_command(program), attache::check_command(program), attache::search_command(program), attache::serve_command(program), attache::mcp_command(program), attache::watch_command(program), attache::diff_command(program), attache::timeline_command(program), attache::export_command(program), attache::parse_command(program), attache::answers_command(program), attache::attitude_command(program), attache::bodies_command(program), attache::power_command(program), attache::question_command(program), attache::train_command(program)};
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  try {
    for (const attache::Command& command : commands) {
      if (command.app->parsed()) return command.run();
    }
  } catch (const std::bad_alloc&) {
    std::cerr << "attache: not enough memory\n";
    return 3;
  } catch (const std::exception& error) {
    std::cerr << "attache: " << error.what() << "\n";
    return 3;
  }
  return 2;
}
