// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortage.h"

#include "app/exitstatus.h"

#include <QString>

#include <exception>
#include <new>
#include <string_view>
#include <unistd.h>

namespace gleaner
{

namespace
{

// A message handler reaches nothing but statics.
QtMessageHandler usualMessage = nullptr;
std::terminate_handler usualTerminate = nullptr;

/// Without asking for memory, so in one language.
[[noreturn]] void end()
{
    constexpr std::string_view told =
        "gleaner: This computer has no memory left for it. What was downloaded is kept.\n";
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, told.data(), told.size());
    _exit(int(ExitStatus::MachineFault));
}

void onTerminate()
{
    if (const auto thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::bad_alloc &) {
            end();
        } catch (...) {
            // A bug, for the usual handler.
        }
    }
    usualTerminate();
}

/// Qt says by words alone that a thread did not start.
void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &words)
{
    if (words.contains(QLatin1String("Thread creation error")))
        end();
    usualMessage(type, context, words);
}

} // namespace

void endOnShortage()
{
    std::set_new_handler(end);
    usualTerminate = std::set_terminate(onTerminate);
    usualMessage = qInstallMessageHandler(onMessage);
}

} // namespace gleaner
