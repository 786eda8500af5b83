#include "tests/integration/http_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace talar::http_test {
namespace {

constexpr int patience_ms = 20'000;

struct Process {
  pid_t id = -1;
  int output = -1;
};

Process spawn(const fs::path& program, const Arguments& arguments) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const pid_t id = fork();
  if (id == 0) {
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    execvp(argv[0], argv.data());
    _exit(127);
  }
  close(ends[1]);
  return {id, ends[0]};
}

int exit_code_of(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

}  // namespace

fs::path talar() {
  const fs::path binary = fs::read_symlink("/proc/self/exe").parent_path() / "../server/talar";
  if (!fs::exists(binary)) throw std::runtime_error("build the target `talar` first: " + binary.string());
  return binary;
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "talar-http-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
  path_ = name;
}
Folder::~Folder() {
  fs::remove_all(path_);
}
void Folder::write(const std::string& name, const std::string& text) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << text;
}

Ran run(const fs::path& program, const Arguments& arguments) {
  const Process process = spawn(program, arguments);
  Ran ran;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t bytes = read(process.output, buffer.data(), buffer.size());
    if (bytes <= 0) break;
    ran.out.append(buffer.data(), static_cast<std::size_t>(bytes));
  }
  close(process.output);
  ran.exit_code = exit_code_of(process.id);
  return ran;
}

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

struct Client::Tls {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL* ssl = SSL_new(context);
  ~Tls() {
    SSL_free(ssl);
    SSL_CTX_free(context);
  }
};

Client::Client(std::uint16_t port, Over over) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), port_(port) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{patience_ms / 1000, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error("connect");
  if (over == Over::plain) return;
  tls_ = std::make_unique<Tls>();
  SSL_set_fd(tls_->ssl, socket_);
  if (SSL_connect(tls_->ssl) != 1) throw std::runtime_error("TLS handshake");
}

Client::~Client() {
  tls_.reset();
  close(socket_);
}

void Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = tls_ ? SSL_write(tls_->ssl, bytes.data(), static_cast<int>(bytes.size()))
                           : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // the server has closed: the answer tells why
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::size_t Client::receive(char* into, std::size_t size) {
  int bytes = 0;
  do {  // a child of the server may wake us: it lives in this very process
    bytes = tls_ ? SSL_read(tls_->ssl, into, static_cast<int>(size)) : static_cast<int>(recv(socket_, into, size, 0));
  } while (bytes < 0 && errno == EINTR);
  if (bytes < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("the server does not answer");
  return bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
}

Answer Client::ask(const std::string& method, const std::string& path, const Lines& more, const std::string& body) {
  std::string request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n";
  for (const std::string& line : more) request += line + "\r\n";
  if (method == "POST") request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  send(request + "\r\n" + body);
  return read_answer(method != "HEAD");
}

Answer Client::post(const std::string& path, const std::string& json, const Lines& more) {
  Lines lines{"Content-Type: application/json", "Talar-Client: 1",
              std::string("Origin: ") + (tls_ ? "https" : "http") + "://127.0.0.1:" + std::to_string(port_)};
  lines.insert(lines.end(), more.begin(), more.end());
  return ask("POST", path, lines, json);
}

Answer Client::read_answer(bool with_body) {
  std::array<char, 16'384> buffer{};
  const auto more = [&] {
    const std::size_t bytes = receive(buffer.data(), buffer.size());
    if (bytes == 0) throw std::runtime_error("the server closed in the middle of an answer: " + unread_);
    unread_.append(buffer.data(), bytes);
  };
  std::size_t end = 0;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos) more();

  Answer answer;
  const std::string head = unread_.substr(0, end + 2);
  unread_.erase(0, end + 4);
  std::from_chars(head.data() + 9, head.data() + 12, answer.status);
  for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
    const std::size_t stop = head.find("\r\n", at), colon = head.find(": ", at);
    answer.headers.emplace(lower(head.substr(at, colon - at)), head.substr(colon + 2, stop - colon - 2));
    at = stop + 2;
  }
  const std::string length = answer.header("content-length");
  const std::size_t size = with_body && !length.empty() ? std::stoul(length) : 0;
  while (unread_.size() < size) more();
  answer.body = unread_.substr(0, size);
  unread_.erase(0, size);
  return answer;
}

std::string Client::read_some() {
  std::array<char, 16'384> buffer{};
  const std::size_t bytes = receive(buffer.data(), buffer.size());
  if (bytes == 0) throw std::runtime_error("the server closed");
  return std::exchange(unread_, {}) + std::string(buffer.data(), bytes);
}

std::optional<std::string> Client::read_to_end() {
  std::array<char, 16'384> buffer{};
  try {
    while (const std::size_t bytes = receive(buffer.data(), buffer.size())) unread_.append(buffer.data(), bytes);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
  return unread_;
}

std::string Client::certificate_subject() const {
  X509* certificate = SSL_get_peer_certificate(tls_->ssl);
  std::array<char, 256> text{};
  X509_NAME_oneline(X509_get_subject_name(certificate), text.data(), text.size());
  X509_free(certificate);
  return text.data();
}

Server::Server(const fs::path& data, const Arguments& more) {
  Arguments arguments{"serve", "--data", data.string(), "--port", "0"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Process process = spawn(talar(), arguments);
  process_ = process.id;
  log_ = process.output;
  if (!wait_for("listening on ")) throw std::runtime_error("the server did not start: " + heard_);
  port_ = port_behind("listening on ");
  cast_port_ = port_behind("ballots are cast on ");
}

std::uint16_t Server::port_behind(const std::string& words) const {
  const std::size_t colon = heard_.find(':', heard_.find("//", heard_.rfind(words)));
  std::uint16_t port = 0;
  std::from_chars(heard_.data() + colon + 1, heard_.data() + heard_.size(), port);
  return port;
}

Server::~Server() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    exit_code_of(process_);
  }
  close(log_);
}

void Server::signal(int number) const {
  kill(process_, number);
}

bool Server::listen() {
  std::array<char, 4096> buffer{};
  pollfd ready{log_, POLLIN, 0};
  if (poll(&ready, 1, patience_ms) <= 0) return false;
  const ssize_t bytes = read(log_, buffer.data(), buffer.size());
  if (bytes <= 0) return false;
  heard_.append(buffer.data(), static_cast<std::size_t>(bytes));
  return true;
}

bool Server::wait_for(const std::string& words) {
  for (;;) {
    const std::size_t at = heard_.find(words);
    if (at != std::string::npos && heard_.find('\n', at) != std::string::npos) return true;
    if (!listen()) return false;
  }
}

std::string Server::log() {
  while (listen()) continue;
  return heard_;
}

int Server::wait() {
  const int code = exit_code_of(process_);
  process_ = -1;
  return code;
}

std::vector<Invited> invite(const fs::path& data, const Arguments& whom) {
  Arguments arguments{"invite", "rasht", "--data", data.string()};
  arguments.insert(arguments.end(), whom.begin(), whom.end());
  const Ran ran = run(talar(), arguments);
  if (ran.exit_code != 0) throw std::runtime_error(ran.out);

  // "\nchair · NAME\n  http://…/join#TOKEN\n  code 123 456\n"
  std::vector<Invited> all;
  for (std::size_t at = ran.out.find("\n  http"); at != std::string::npos; at = ran.out.find("\n  http", at + 1)) {
    Invited one;
    const std::size_t label = ran.out.rfind('\n', at - 1) + 1;
    one.label = ran.out.substr(label, at - label);
    const std::size_t end = ran.out.find('\n', at + 1), mark = ran.out.find('#', at);
    if (mark < end) one.token = ran.out.substr(mark + 1, end - mark - 1);
    if (ran.out.compare(end, 8, "\n  code ") == 0) one.code = ran.out.substr(end + 8, 7);
    all.push_back(one);
  }
  return all;
}

namespace {

fs::path import_demo(const Folder& folder, const Arguments& more) {
  const std::string demo = std::string(TALAR_SOURCE_DIR) + "/server/demo/";
  const fs::path data = folder / "talar.db";
  Arguments arguments{"import", "--data",   data.string(),       "--hall",
                      "rasht",  "--roster", demo + "roster.csv", demo + "chamber.json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ran ran = run(talar(), arguments);
  if (ran.exit_code != 0) throw std::runtime_error(ran.out);
  return data;
}

}  // namespace

House::House(const Arguments& serving, const Arguments& importing)
    : data(import_demo(folder, importing)), server(data, serving) {}

Answer House::post(const std::string& path, const std::string& json, const Lines& more) const {
  return Client(port()).post(path, json, more);
}

Answer House::get(const std::string& path, const Lines& more) const {
  return Client(port()).get(path, more);
}

std::string House::sign_in(const std::string& token) const {
  const std::string start = R"({"token":")" + token + '"';
  Answer answer = post("/api/sign-in", start + "}");
  if (answer.header("set-cookie").empty())
    answer = post("/api/sign-in", start + R"(,"passphrase":"درخت انجیر معابد"})");
  const std::string cookie = answer.header("set-cookie");
  if (cookie.empty()) throw std::runtime_error("sign-in failed: " + answer.body);
  return "Cookie: " + cookie.substr(0, cookie.find(';'));
}

}  // namespace talar::http_test
