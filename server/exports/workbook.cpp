#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <stdexcept>

#include "protocol/tehran.hpp"
#include "server/exports/markup.hpp"
#include "server/exports/sheet.hpp"

namespace talar::exports {
namespace {

constexpr double header_height = 24;
constexpr std::int64_t always =
    1'672'531'200;  // 2023-01-01: a workbook says when it was made, but never a different time
constexpr lxw_color_t header_fill = 0xE7EEF0, header_ink = 0x14323C;

/// libxlsxwriter writes files only; this one is in memory and has a path.
class MemoryFile {
 public:
  MemoryFile() : handle_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (handle_ < 0) throw std::runtime_error("no memory file for a workbook");
  }
  ~MemoryFile() { close(handle_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(handle_); }
  std::string bytes() const {
    std::string out(static_cast<std::size_t>(lseek(handle_, 0, SEEK_END)), '\0');
    if (pread(handle_, out.data(), out.size(), 0) != static_cast<ssize_t>(out.size()))
      throw std::runtime_error("a workbook cannot be read back");
    return out;
  }

 private:
  int handle_;
};

struct Formats {
  explicit Formats(lxw_workbook* book)
      : header(aligned(book)), text(aligned(book)), number(aligned(book)), day(aligned(book)), time(aligned(book)) {
    format_set_bold(header);
    format_set_bg_color(header, header_fill);
    format_set_font_color(header, header_ink);
    format_set_bottom(header, LXW_BORDER_THIN);
    format_set_text_wrap(text);
    format_set_num_format(number, "0");
    format_set_num_format(day, "yyyy-mm-dd");
    format_set_num_format(time, "hh:mm");
  }

  lxw_format *header, *text, *number, *day, *time;

 private:
  static lxw_format* aligned(lxw_workbook* book) {
    constexpr std::uint8_t right_to_left = 2;
    lxw_format* format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_reading_order(format, right_to_left);
    return format;
  }
};

struct CellWriter {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  const Formats& formats;

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const {
    worksheet_write_string(sheet, row, column, xml_text(text).c_str(), formats.text);
  }
  void operator()(std::int64_t number) const {
    worksheet_write_number(sheet, row, column, static_cast<double>(number), formats.number);
  }
  void operator()(Date day) const {
    lxw_datetime date{day.year, day.month, day.day, 0, 0, 0};
    worksheet_write_datetime(sheet, row, column, &date, formats.day);
  }
  void operator()(ClockTime time) const {
    const double part = static_cast<double>(tehran::minute_of(time.at)) / tehran::day_minutes;
    worksheet_write_number(sheet, row, column, part, formats.time);
  }
};

void write(lxw_workbook* book, const Formats& formats, const Sheet& sheet) {
  lxw_worksheet* out = workbook_add_worksheet(book, sheet.name.c_str());
  if (!out) throw std::runtime_error("no sheet of a workbook can be called " + sheet.name);
  worksheet_right_to_left(out);
  worksheet_freeze_panes(out, 1, 0);
  worksheet_set_landscape(out);
  worksheet_set_paper(out, 9);  // A4
  worksheet_fit_to_pages(out, 1, 0);
  worksheet_repeat_rows(out, 0, 0);
  worksheet_set_row(out, 0, header_height, nullptr);
  lxw_col_t column = 0;
  for (const Column& each : sheet.columns) {
    worksheet_set_column(out, column, column, each.width, nullptr);
    worksheet_write_string(out, 0, column++, each.name.c_str(), formats.header);
  }
  lxw_row_t row = 1;
  for (const CellRow& cells : sheet.rows) {
    for (column = 0; column < cells.size(); ++column) std::visit(CellWriter{out, row, column, formats}, cells[column]);
    ++row;
  }
  worksheet_autofilter(out, 0, 0, row - 1, static_cast<lxw_col_t>(sheet.columns.size() - 1));
}

}  // namespace

std::string workbook(std::string_view title, const std::vector<Sheet>& sheets) {
  const MemoryFile file;
  std::string named = xml_text(title), author = "Talar";
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (!book) throw std::runtime_error("no workbook can be made");
  lxw_doc_properties properties{};
  properties.title = named.data();
  properties.author = author.data();
  properties.created = always;
  workbook_set_properties(book, &properties);
  {
    const Formats formats(book);
    for (const Sheet& sheet : sheets) write(book, formats, sheet);
  }
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("a workbook cannot be written: ") + lxw_strerror(error));
  return file.bytes();
}

}  // namespace talar::exports
