#include "server/ballots/box.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "protocol/base64.hpp"
#include "server/ballots/vote.hpp"
#include "server/hall/paper.hpp"

namespace talar::ballots {
namespace {

Refusal refuse(RefusalCode code, std::optional<std::string> field = {}) {
  return {code, std::move(field), {}, {}};
}

}  // namespace

Box::Box(const storage::Database& database, BoxOptions options) : options_(std::move(options)), kept_(database) {}

Box::~Box() {
  stop();
}

void Box::start(const std::vector<VoteUnderWay>& votes) {
  std::set<VoteId> under_way;
  std::set<std::string> public_keys;
  for (const VoteUnderWay& vote : votes) {
    under_way.insert(vote.vote);
    public_keys.insert(from_base64(vote.key).value_or(""));
  }
  log_full_ = kept_.settle_all_but(under_way, public_keys);
  for (storage::BallotKey& key : kept_.keys()) {
    keys_[to_base64(key.public_key)] = std::make_shared<SigningKey>(SigningKey::from_private_der(key.private_key));
    wipe(key.private_key);
  }
  for (const VoteUnderWay& vote : votes) {
    open(vote);
    votes_[vote.vote]->cast = kept_.count(vote.vote);
  }
  thread_ = std::thread([this] { run(); });
}

void Box::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_one();
  if (thread_.joinable()) thread_.join();
}

std::optional<std::string> Box::take_key() {
  std::optional<std::string> key;
  {
    const std::lock_guard lock(mutex_);
    key.swap(ready_);
  }
  work_.notify_one();
  return key;
}

void Box::open(const VoteUnderWay& vote) {
  const auto der = from_base64(vote.key);
  auto made = std::make_shared<Vote>(Vote{vote, der ? VerifyingKey::from_der(*der) : std::nullopt});
  const std::lock_guard lock(mutex_);
  if (const auto key = keys_.find(vote.key); key != keys_.end()) made->signing = key->second;
  votes_.try_emplace(vote.vote, std::move(made));
}

std::shared_ptr<Box::Vote> Box::find(VoteId vote) const {
  const auto found = votes_.find(vote);
  return found == votes_.end() ? nullptr : found->second;
}

Result<std::string> Box::sign(VoteId vote, std::string_view blinded) const {
  std::shared_ptr<const SigningKey> key;
  {
    const std::lock_guard lock(mutex_);
    const auto open = find(vote);
    if (!open || open->sealed) return refuse(RefusalCode::vote_not_open);
    key = open->signing;
  }
  if (!key) return refuse(RefusalCode::no_ballot_key);
  return key->blind_sign(blinded);
}

Result<std::shared_ptr<Box::Vote>> Box::vote_for(std::string_view message, std::string_view signature) const {
  if (message.size() != ballot_message_bytes) return refuse(RefusalCode::out_of_bounds, "message");
  if (signature.size() != signature_bytes) return refuse(RefusalCode::out_of_bounds, "signature");
  const auto id = vote_of_ballot(paper_of(message));
  if (!id) return refuse(RefusalCode::bad_ballot, "message");
  std::shared_ptr<Vote> vote;
  {
    const std::lock_guard lock(mutex_);
    vote = find(*id);
  }
  if (!vote) return refuse(RefusalCode::vote_not_open);
  if (!vote->verifying || !vote->verifying->verify(message, signature))
    return refuse(RefusalCode::bad_signature, "signature");
  // The signer cannot see what it signs, so this is the first look at what somebody wrote.
  const auto ballot = read_ballot(paper_of(message), vote->opened.form);
  if (!ballot || hall::malformed(vote->opened.form, *ballot)) return refuse(RefusalCode::bad_ballot, "message");
  return vote;
}

void Box::cast(std::string message, std::string signature, Acknowledge acknowledge) {
  const auto vote = vote_for(message, signature);
  if (!vote) return acknowledge(vote.error());
  storage::KeptBallot ballot{(*vote)->opened.vote, storage::digest(message), std::move(message), std::move(signature)};
  std::optional<RefusalCode> refused;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || failed_) {
      refused = RefusalCode::shutting_down;
    } else if ((*vote)->sealed) {
      refused = RefusalCode::vote_not_open;
    } else if (waiting_.size() >= options_.waiting_max) {
      refused = RefusalCode::too_many_commands;
    } else {
      if (waiting_.empty()) waiting_since_ = Clock::now();
      waiting_.push_back({*vote, std::move(ballot), std::move(acknowledge)});
    }
  }
  if (refused) return acknowledge(refuse(*refused));
  work_.notify_one();
}

std::optional<std::int64_t> Box::counted(VoteId vote) const {
  const std::lock_guard lock(mutex_);
  const auto open = find(vote);
  return open ? std::optional(open->cast) : std::nullopt;
}

void Box::expect(VoteId id, std::int64_t cast) {
  {
    const std::lock_guard lock(mutex_);
    const auto vote = find(id);
    if (!vote) return;
    vote->expected = cast;
    if (vote->cast < cast) return;
  }
  post([this, id] {
    if (const auto counted = this->counted(id)) options_.on_turnout(id, *counted);
  });
}

void Box::seal(VoteId id, std::function<void(SealedBallots)> sealed) {
  std::shared_ptr<Vote> vote;
  {
    const std::lock_guard lock(mutex_);
    vote = find(id);
    if (!vote) return;
    vote->sealed = true;
    vote->signing.reset();
    flush_ = true;
  }
  // What was taken before is written before this runs.
  post([this, vote, sealed = std::move(sealed)] { sealed(contents(*vote)); });
}

void Box::finish(VoteId id) {
  post([this, id] { leave(id, Ending::counted); });
}

void Box::discard(VoteId id) {
  std::vector<Waiting> too_late;
  {
    const std::lock_guard lock(mutex_);
    if (const auto vote = find(id)) {
      vote->sealed = true;
      const auto kept = std::ranges::partition(waiting_, [&](const Waiting& each) { return each.vote != vote; });
      too_late.assign(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
      waiting_.erase(kept.begin(), kept.end());
    }
  }
  for (const Waiting& each : too_late) each.acknowledge(refuse(RefusalCode::vote_not_open));
  post([this, id] { leave(id, Ending::voided); });
}

}  // namespace talar::ballots
