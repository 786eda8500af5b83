#include "server/live/door.hpp"

#include <utility>

namespace talar::live {

struct Door::Book {
  std::mutex mutex;
  std::unordered_map<std::string, std::size_t> by_address;  // guarded by mutex
  std::size_t inside = 0;                                   // guarded by mutex
};

Door::Ticket::Ticket(std::shared_ptr<Book> book, std::string address)
    : book_(std::move(book)), address_(std::move(address)) {}

Door::Ticket& Door::Ticket::operator=(Ticket&& other) {
  std::swap(book_, other.book_);
  std::swap(address_, other.address_);
  return *this;
}

Door::Ticket::~Ticket() {
  if (!book_) return;
  const std::lock_guard lock(book_->mutex);
  --book_->inside;
  const auto found = book_->by_address.find(address_);
  if (--found->second == 0) book_->by_address.erase(found);
}

Door::Door(std::size_t connections, std::size_t per_address)
    : book_(std::make_shared<Book>()), connections_(connections), per_address_(per_address) {}

std::optional<Door::Ticket> Door::admit(const std::string& address) {
  const std::lock_guard lock(book_->mutex);
  if (book_->inside >= connections_) return std::nullopt;
  auto& here = book_->by_address[address];
  if (here >= per_address_) return std::nullopt;
  ++here;
  ++book_->inside;
  return Ticket(book_, address);
}

std::size_t Door::inside() const {
  const std::lock_guard lock(book_->mutex);
  return book_->inside;
}

}  // namespace talar::live
