#include "server/ballots/recount.hpp"

#include <fmt/format.h>

#include <set>

#include "protocol/ballot_paper.hpp"
#include "protocol/base64.hpp"
#include "server/ballots/blind_rsa.hpp"
#include "server/ballots/encoding.hpp"
#include "server/hall/count.hpp"
#include "server/hall/paper.hpp"

namespace talar::ballots {
namespace {

class Recounter {
 public:
  explicit Recounter(const PublishedVote& vote) : vote_(vote), form_(vote.content.form.value_or(VoteForm())) {}

  Recount run() {
    check_frame();
    if (!recount_.good()) return std::move(recount_);
    check_numbers();
    for (std::size_t n = 0; n < vote_.ballots.size(); ++n) check_ballot(n);
    const auto digest = to_hex(as_bytes(storage::digest(hashes_)));
    if (digest != vote_.digest.value)
      fault("the digest of these ballots is {}, published is {}", digest, vote_.digest.value);
    if (static_cast<std::int64_t>(ballots_.size()) <= vote_.entitled) count();
    return std::move(recount_);
  }

 private:
  template <class... Values>
  void fault(fmt::format_string<Values...> sentence, Values&&... values) {
    recount_.faults.push_back(fmt::format(sentence, std::forward<Values>(values)...));
  }

  /// Without these nothing else has a meaning.
  void check_frame();
  void check_numbers();
  void check_ballot(std::size_t index);
  void count();

  const PublishedVote& vote_;
  const VoteForm form_;
  Recount recount_;
  std::optional<VerifyingKey> key_;
  std::optional<storage::Digest> last_;
  std::string hashes_;
  std::vector<hall::Counted> ballots_;
};

void Recounter::check_frame() {
  if (vote_.format.value != published_format) fault("the format is {}, not {}", vote_.format.value, published_format);
  const auto der = from_base64(vote_.key.value);
  key_ = der ? VerifyingKey::from_der(*der) : std::nullopt;
  if (!key_) fault("the key is not an RSA key of {} bits", key_bits);
  if (form_.mode != VoteMode::secret) fault("it was not a secret vote");
  if (const auto refusal = hall::malformed(vote_.content))
    fault("no vote can be held like this: {} must be {}", refusal->field.value_or("content"),
          refusal->expected.value_or("different"));
}

void Recounter::check_numbers() {
  std::set<PersonId> people;
  for (const Collector& collector : vote_.collectors)
    if (!people.insert(collector.person).second) fault("{} has collected twice", collector.name.value);
  const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  if (vote_.issued != size(vote_.collectors))
    fault("{} ballots were handed out, but {} people have collected one", vote_.issued, vote_.collectors.size());
  if (vote_.issued > vote_.entitled) fault("{} ballots were handed out to {} voters", vote_.issued, vote_.entitled);
  if (vote_.cast != size(vote_.ballots))
    fault("{} ballots are said to have been cast, but there are {}", vote_.cast, vote_.ballots.size());
  if (size(vote_.ballots) > vote_.issued)
    fault("there are {} ballots, but only {} were handed out", vote_.ballots.size(), vote_.issued);
}

void Recounter::check_ballot(std::size_t index) {
  const std::size_t number = index + 1;
  const auto message = from_base64(vote_.ballots[index].message.value);
  const auto signature = from_base64(vote_.ballots[index].signature.value);
  if (!message || !signature || message->size() != ballot_message_bytes)
    return fault("ballot {} cannot be read", number);
  const storage::Digest hash = storage::digest(*message);
  const std::string receipt = digits_of(hash);
  recount_.receipts.push_back(receipt);
  hashes_ += as_bytes(hash);
  if (last_ && *last_ >= hash)
    fault("ballot {} ({}) {}", number, receipt,
          *last_ == hash ? "is there twice" : "is not in the order of the hashes");
  last_ = hash;
  if (!key_->verify(*message, *signature)) return fault("ballot {} ({}) was not signed with the key", number, receipt);
  const auto paper = std::string_view(*message).substr(ballot_prefix_bytes);
  if (vote_of_ballot(paper) != vote_.vote) return fault("ballot {} ({}) is not of this vote", number, receipt);
  auto ballot = read_ballot(paper, form_);
  if (!ballot || hall::malformed(form_, *ballot)) return fault("ballot {} ({}) says what it may not", number, receipt);
  ballots_.push_back({.ballot = std::move(*ballot)});
}

void Recounter::count() {
  const VoteResult& published = vote_.result;
  const hall::Heads heads{published.base_count, vote_.entitled, published.base_count};
  recount_.result = hall::count(vote_.content, vote_.rules, ballots_, heads, {}, published.quorum);
  if (*recount_.result != published) fault("the published result is not what these ballots give");
}

}  // namespace

Recount recount(const PublishedVote& vote) {
  return Recounter(vote).run();
}

std::optional<std::string> key_digits(const std::string& key) {
  const auto der = from_base64(key);
  if (!der) return std::nullopt;
  return digits_of(storage::digest(*der));
}

}  // namespace talar::ballots
