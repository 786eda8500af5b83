// Counting a secret vote again: needs the published file, and neither a server nor a database.
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/ballots/recount.hpp"
#include "server/cli/cli.hpp"

namespace talar::cli {
namespace {

PublishedVote read_publication(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  const auto vote = from_json_text<PublishedVote>(std::string(std::istreambuf_iterator<char>(stream), {}));
  if (vote) return *vote;
  const Refusal& refusal = vote.error();
  throw std::runtime_error(fmt::format("{} is not what Talar publishes of a secret vote: {} at {}", file.string(),
                                       word(refusal.code), refusal.field.value_or("its beginning")));
}

void print_result(const PublishedVote& vote, const VoteResult& result) {
  const Tally& tally = result.tally;
  fmt::print("Counted: {}\n", word(result.outcome));
  if (!result.options) {
    fmt::print("  approve {}, against {}, abstain {}; {} needed of {}\n", tally.approve, tally.against, tally.abstain,
               result.needed, result.base_count);
    return;
  }
  fmt::print("  {} marked, {} blank\n", tally.approve, tally.abstain);
  for (std::size_t n = 0; n < result.options->size(); ++n) {
    const OptionResult& option = (*result.options)[n];
    fmt::print("  {}: {}{}{}\n", vote.content.form->options[n].title.value, option.count,
               option.place ? fmt::format(", place {}", *option.place) : "", option.elected ? ", elected" : "");
  }
}

enum class Receipts { left_out, listed };

int recount(const PublishedVote& vote, Receipts receipts) {
  const ballots::Recount found = ballots::recount(vote);
  fmt::print("{}\nVote {} of {}, key {}\n", vote.content.question.value, vote.vote.text(), vote.hall.value,
             ballots::key_digits(vote.key).value_or("unreadable"));
  fmt::print("{} entitled, {} ballots handed out, {} cast\n", vote.entitled, vote.issued, vote.cast);
  if (found.result) print_result(vote, *found.result);
  if (receipts == Receipts::listed)
    for (const auto& receipt : found.receipts) fmt::print("{}\n", receipt);
  for (const auto& fault : found.faults) fmt::print("FAULT {}\n", fault);
  if (found.good())
    fmt::print("{} ballots counted again: all are signed, none is there twice, and the result is the published one.\n",
               vote.ballots.size());
  return found.good() ? done : found_faults;
}

}  // namespace

void add_recount(CLI::App& talar, Invocation& invocation) {
  CLI::App& again = *talar.add_subcommand("recount", "Count a secret vote again from what was published of it");
  const auto file = std::make_shared<std::filesystem::path>();
  const auto listed = std::make_shared<bool>(false);
  again.add_option("publication", *file, "What the server publishes of the vote, saved")->type_name("FILE")->required();
  again.add_flag("--receipts", *listed, "List the receipts of all ballots, for voters to find theirs");
  again.footer(
      "Needs no server and no database.\n\nExample:\n"
      "  curl -O https://talar.example.ir/api/halls/rasht/votes/0k3v9yq2rt/ballots\n"
      "  talar recount ballots --receipts\n"
      "Exit code 0: all is well, 3: faults were found.");
  again.callback([&invocation, file, listed] {
    invocation.exit_code = recount(read_publication(*file), *listed ? Receipts::listed : Receipts::left_out);
  });
}

}  // namespace talar::cli
