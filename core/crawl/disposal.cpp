// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/disposal.h"

#include "core/crawl/heldsession.h"
#include "core/crawl/sessions.h"
#include "core/crawl/storeddownload.h"
#include "core/save/savedfiles.h"
#include "core/save/trashing.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"

#include <QFile>
#include <QHash>

#include <fcntl.h>

namespace gleaner
{

namespace
{

/// So many files are in the trash at most before the session knows.
constexpr size_t filesAtOnce = 64;

void count(Disposal &disposal, Trashing trashing)
{
    disposal.moved += trashing == Trashing::Done;
    disposal.missing += trashing == Trashing::Missing;
    disposal.notOurs += trashing == Trashing::NotOurs;
    disposal.refused += trashing == Trashing::Refused;
}

} // namespace

std::variant<Disposal, ExportFailure> disposeOf(
    const KnownSession &session, const std::vector<RecordId> &those, const std::stop_token &stop)
{
    using Kind = ExportFailure::Kind;
    const QString file = sessionFile(session.job.stateDirectory, session.id);
    const Descriptor root(::open(
        QFile::encodeName(session.job.directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root.isOpen())
        return ExportFailure{Kind::FolderMissing, session.job.directory, {}};
    auto held = holdSession(session);
    if (auto *failure = std::get_if<ExportFailure>(&held))
        return *failure;
    SessionDatabase database(file);
    if (database.state() != SessionDatabase::State::Open || !database.setAside().isEmpty())
        return ExportFailure{Kind::NotRead, file, database.problem()};

    std::vector<StoredFile> files;
    for (const RecordId id : those) {
        if (auto known = database.fileOf(id))
            files.push_back(std::move(*known));
    }
    const QHash<QByteArray, std::vector<quint32>> sharing = database.sharingFiles(files);

    Disposal disposal;
    std::vector<quint32> unwanted;
    const auto note = [&] {
        const bool isNoted =
            database.forgetFiles(unwanted, int(RecordState::Skipped), int(SkipReason::User));
        if (isNoted)
            disposal.gone.insert(disposal.gone.end(), unwanted.begin(), unwanted.end());
        unwanted.clear();
        return isNoted;
    };
    QSet<QByteArray> seen;
    for (const StoredFile &known : files) {
        if (stop.stop_requested())
            break;
        if (seen.contains(known.path))
            continue;
        seen.insert(known.path);
        const FiledBefore filed{pathFromText(known.path), known.size, known.hash};
        const Trashing trashing =
            moveToTrash(root.get(), filed, rewritingsAt(database, known.path), session.id, stop);
        count(disposal, trashing);
        if (trashing != Trashing::Done && trashing != Trashing::Missing)
            continue;
        const std::vector<quint32> all = sharing.value(known.path);
        unwanted.insert(unwanted.end(), all.begin(), all.end());
        if (unwanted.size() >= filesAtOnce && !note())
            return ExportFailure{Kind::NotWritten, file, database.problem()};
    }
    const bool isNoted = note();
    database.forgetStrayRewrites();
    if (!isNoted)
        return ExportFailure{Kind::NotWritten, file, database.problem()};
    return disposal;
}

} // namespace gleaner
