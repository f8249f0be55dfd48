// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawllog.h"
#include "core/crawl/sessions.h"
#include "core/save/exportfile.h"

#include <memory>
#include <variant>
#include <vector>

namespace gleaner
{

class SessionLock;

/// A download as its session has written it down, for whoever hands it on. No other program gets at
/// it as long as this lives. Of one thread, any thread.
struct StoredDownload {
    StoredDownload();
    StoredDownload(StoredDownload &&) noexcept;
    StoredDownload &operator=(StoredDownload &&) noexcept;
    ~StoredDownload();

    KnownSession session;
    CrawlLog log; ///< the states as they were written down
    QByteArrayList versions; ///< the folders of its old versions, the oldest first
    std::unique_ptr<SessionLock> lock; ///< null if this program has it already

    /// The page it was found on; null for none.
    Address referrerOf(const Record &record) const;
    /// Where its files lie below the folder, each once, sorted by their bytes.
    QByteArrayList paths() const;
};

/// Who is at the download besides.
enum class SessionHolder : quint8 {
    Nobody, ///< so it is taken, or the answer is that another program has it
    ThisProgram, ///< and its run has ended
};

/// Keeps others from a session as long as the lock lives; or why that cannot be.
std::variant<std::unique_ptr<SessionLock>, ExportFailure> holdSession(const KnownSession &session);

/// Reads the database and waits for it.
std::variant<StoredDownload, ExportFailure> readStoredDownload(
    const KnownSession &session, SessionHolder holder = SessionHolder::Nobody);

} // namespace gleaner
