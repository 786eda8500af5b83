// The real binary as a process, and an HTTP client that can also be rude.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talar::http_test {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

/// The talar binary of this build.
fs::path talar();
/// A fresh folder, removed with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  fs::path operator/(const std::string& name) const { return path_ / name; }
  void write(const std::string& name, const std::string& text) const;

 private:
  fs::path path_;
};

/// A command that runs to its end.
struct Ran {
  int exit_code = -1;
  std::string out;  // both streams
};
Ran run(const fs::path& program, const Arguments& arguments);

struct Answer {
  unsigned status = 0;
  std::multimap<std::string, std::string> headers;  // names in lower case
  std::string body;

  std::string header(const std::string& name) const;
};

using Lines = std::vector<std::string>;  // "Name: value"

/// One connection. Reads give up after some seconds, so that a test fails instead of hanging.
class Client {
 public:
  enum class Over { plain, tls };
  explicit Client(std::uint16_t port, Over over = Over::plain);
  ~Client();
  Client(const Client&) = delete;

  Answer get(const std::string& path, const Lines& more = {}) { return ask("GET", path, more, {}); }
  /// As a browser of this server's own page would.
  Answer post(const std::string& path, const std::string& json, const Lines& more = {});
  Answer ask(const std::string& method, const std::string& path, const Lines& more, const std::string& body);

  void send(std::string_view bytes);
  Answer read_answer(bool with_body = true);
  /// What comes next, however little.
  std::string read_some();
  /// Everything until the server closes; nothing when it does not.
  std::optional<std::string> read_to_end();
  std::string certificate_subject() const;

 private:
  std::size_t receive(char* into, std::size_t size);

  struct Tls;
  int socket_ = -1;
  std::uint16_t port_;
  std::unique_ptr<Tls> tls_;
  std::string unread_;
};

/// `talar serve` on a free port, until the object goes.
class Server {
 public:
  Server(const fs::path& data, const Arguments& more = {});
  ~Server();

  std::uint16_t port() const { return port_; }
  /// Where secret ballots are cast.
  std::uint16_t cast_port() const { return cast_port_; }
  std::string origin() const { return "Origin: http://127.0.0.1:" + std::to_string(port_); }
  void signal(int number) const;
  /// The log, until a line that holds `words`; false when the server ends before.
  bool wait_for(const std::string& words);
  /// The exit code.
  int wait();
  /// All of it, once the server has ended.
  std::string log();

 private:
  /// Reads on; false at the end of the log.
  bool listen();
  /// Of the address behind these words.
  std::uint16_t port_behind(const std::string& words) const;

  pid_t process_ = -1;
  int log_ = -1;
  std::string heard_;
  std::uint16_t port_ = 0;
  std::uint16_t cast_port_ = 0;
};

/// One entrance that `talar invite` printed.
struct Invited {
  std::string label;
  std::string token;
  std::string code;
};
std::vector<Invited> invite(const fs::path& data, const Arguments& whom);

/// The demo chamber in a fresh database, and a server for it.
class House {
 public:
  /// `serving`, `importing`: more for either command.
  explicit House(const Arguments& serving = {}, const Arguments& importing = {});

  std::uint16_t port() const { return server.port(); }
  std::vector<Invited> invite(const Arguments& whom) const { return http_test::invite(data, whom); }
  Answer post(const std::string& path, const std::string& json, const Lines& more = {}) const;
  Answer get(const std::string& path, const Lines& more = {}) const;
  /// Signs in, with a passphrase where one is asked for; gives the Cookie header's line.
  std::string sign_in(const std::string& token) const;

  Folder folder;
  fs::path data;
  Server server;
};

}  // namespace talar::http_test
