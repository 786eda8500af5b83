// How many connections the server holds, in all and by address. Shared by the network threads.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace talar::live {

class Door {
  struct Book;

 public:
  /// A place inside; given back when it is destroyed.
  class Ticket {
   public:
    Ticket() = default;
    Ticket(Ticket&&) = default;
    Ticket& operator=(Ticket&& other);
    ~Ticket();

   private:
    friend Door;
    Ticket(std::shared_ptr<Book> book, std::string address);

    std::shared_ptr<Book> book_;
    std::string address_;
  };

  Door(std::size_t connections, std::size_t per_address);
  /// Nothing when the house, or this address, is full.
  std::optional<Ticket> admit(const std::string& address);
  std::size_t inside() const;

 private:
  std::shared_ptr<Book> book_;
  std::size_t connections_;
  std::size_t per_address_;
};

}  // namespace talar::live
