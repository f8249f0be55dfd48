// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportoptions.h"

#include "app/mistake.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace gleaner
{

namespace
{

/// Everything else on the line is about a download that begins.
bool isForeign(const QString &option)
{
    // Whoever has no display adds --headless to every line.
    static const QStringList own{
        QStringLiteral("export"), QStringLiteral("overwrite"), QStringLiteral("headless")};
    return !own.contains(option);
}

void findSession(
    const QString &name, const QString &stateDirectory, ExportOrder &order, Mistake &mistake)
{
    const auto session = name.isEmpty() ? std::nullopt : findKnownSession(stateDirectory, name);
    if (!session) {
        mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                         "There is no download in \"%1\", and none of that name; see gleaner "
                         "--list."),
            name);
        return;
    }
    if (session->state == KnownSession::State::Newer)
        mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                         "A newer version of Gleaner has kept the download \"%1\"; export it with "
                         "that."),
            name);
    else if (session->state == KnownSession::State::Unreadable)
        mistake.note(QT_TRANSLATE_NOOP(
                         "CommandLine", "What is known of the download \"%1\" cannot be read."),
            name);
    order.session = *session;
}

} // namespace

ExportOrder readExportOptions(
    const QCommandLineParser &parser, const QString &stateDirectory, Mistake &mistake)
{
    ExportOrder order;
    const bool replaces = parser.isSet(QStringLiteral("overwrite"));
    for (const QString &file : parser.values(QStringLiteral("export"))) {
        const auto kind = exportKindOf(file);
        if (!kind || QFileInfo(file).fileName().isEmpty()) {
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                             "--export takes the name of a file that ends in .html, .csv, .jsonl, "
                             ".txt, .zip or .wacz, not \"%1\"."),
                file);
            return order;
        }
        order.targets.push_back({QDir::cleanPath(QDir::current().absoluteFilePath(file)), *kind,
            replaces ? Existing::Replace : Existing::Keep});
    }
    const QStringList options = parser.optionNames();
    const QStringList downloads = parser.positionalArguments();
    if (std::ranges::any_of(options, isForeign) || downloads.size() != 1) {
        mistake.note(QT_TRANSLATE_NOOP("CommandLine",
            "--export takes the folder or the id of one download, and begins none; leave the other "
            "options out."));
        return order;
    }
    findSession(downloads.front(), stateDirectory, order, mistake);
    return order;
}

} // namespace gleaner
