#include "protocol/ballot_paper.hpp"

#include <algorithm>

namespace talar {
namespace {

constexpr std::string_view head = "TALAR1";
constexpr std::size_t id_bytes = 8;
constexpr std::size_t choice_at = head.size() + id_bytes;
constexpr std::size_t choice_bytes = limits::options;
static_assert(choice_at + choice_bytes + std::tuple_size_v<BallotNonce> == ballot_bytes);
static_assert(limits::vote_points_max <= 255);

std::uint8_t byte_of(Choice choice) {
  switch (choice) {
    case Choice::approve:
      return 1;
    case Choice::against:
      return 2;
    case Choice::abstain:
      return 3;
  }
  return 0;
}

std::optional<Choice> choice_of(std::uint8_t byte) {
  for (const Choice choice : {Choice::approve, Choice::against, Choice::abstain})
    if (byte == byte_of(choice)) return choice;
  return std::nullopt;
}

/// The bytes of the options; those after the last one are zero.
std::optional<Marks> marks_of(std::string_view bytes, std::size_t options) {
  if (options > bytes.size() || std::ranges::any_of(bytes.substr(options), [](char c) { return c != 0; }))
    return std::nullopt;
  Marks marks;
  for (const char c : bytes.substr(0, options)) {
    const auto mark = static_cast<std::uint8_t>(c);
    if (mark > limits::vote_points_max) return std::nullopt;
    marks.push_back(mark);
  }
  return marks;
}

}  // namespace

std::string write_ballot(VoteId vote, const VoteForm& form, const Ballot& ballot, const BallotNonce& nonce) {
  std::string bytes(head);
  for (std::size_t i = id_bytes; i-- > 0;) bytes.push_back(static_cast<char>(vote.value >> (8 * i)));
  if (form.kind == VoteKind::motion) {
    bytes.push_back(static_cast<char>(byte_of(ballot.choice)));
  } else if (ballot.marks) {
    for (const std::int64_t mark : *ballot.marks) bytes.push_back(static_cast<char>(mark));
  }
  bytes.resize(choice_at + choice_bytes);
  bytes.append(nonce.begin(), nonce.end());
  return bytes;
}

std::optional<VoteId> vote_of_ballot(std::string_view bytes) {
  if (bytes.size() != ballot_bytes || !bytes.starts_with(head)) return std::nullopt;
  VoteId vote;
  for (const char c : bytes.substr(head.size(), id_bytes)) vote.value = vote.value << 8 | static_cast<std::uint8_t>(c);
  return vote;
}

std::optional<Ballot> read_ballot(std::string_view bytes, const VoteForm& form) {
  if (!vote_of_ballot(bytes)) return std::nullopt;
  const std::string_view said = bytes.substr(choice_at, choice_bytes);
  if (form.kind == VoteKind::motion) {
    const auto choice = choice_of(static_cast<std::uint8_t>(said.front()));
    if (!choice || !marks_of(said.substr(1), 0)) return std::nullopt;
    return Ballot(*choice);
  }
  auto marks = marks_of(said, form.options.size());
  if (!marks) return std::nullopt;
  const bool blank = std::ranges::all_of(*marks, [](std::int64_t mark) { return mark == 0; });
  return Ballot(blank ? Choice::abstain : Choice::approve, std::move(marks));
}

}  // namespace talar
