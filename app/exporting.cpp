// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting.h"

#include "ui/exporttexts.h"
#include "ui/reportpage.h"

#include <algorithm>

namespace gleaner
{

namespace
{

ExitStatus statusOf(const ExportFailure &failure)
{
    switch (failure.kind) {
    case ExportFailure::Kind::NameTaken:
    case ExportFailure::Kind::NoArchive:
        return ExitStatus::WrongUsage;
    default:
        return ExitStatus::MachineFault;
    }
}

} // namespace

ExitStatus makeExports(const ExportOrder &order, const std::function<void(const QString &)> &say)
{
    const auto read = readStoredDownload(order.session);
    if (const auto *failure = std::get_if<ExportFailure>(&read)) {
        say(exportFailureText(*failure));
        return statusOf(*failure);
    }
    ExitStatus worst = ExitStatus::AllSaved;
    for (const ExportTarget &target : order.targets) {
        const Exported exported =
            exportDownload(std::get<StoredDownload>(read), target, writeReportPage);
        ExitStatus status = ExitStatus::AllSaved;
        if (exported.failure) {
            status = statusOf(*exported.failure);
            say(exportFailureText(*exported.failure));
        } else if (exported.missing > 0) {
            status = ExitStatus::SomeFailed;
            say(exportMissingText(exported.missing, target.path));
        }
        worst = std::max(worst, status);
    }
    return worst;
}

} // namespace gleaner
