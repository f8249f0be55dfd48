// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/cookiesoption.h"
#include "app/defaultdirectory.h"
#include "app/exportoptions.h"
#include "app/helptext.h"
#include "app/mistake.h"
#include "app/networkoptions.h"
#include "app/numbers.h"
#include "app/optionnames.h"
#include "app/sessionoptions.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <limits>

namespace gleaner
{

namespace
{

constexpr int manyMilliseconds = 24 * 60 * 60 * 1000;

/// For depths and limits.
constexpr QLatin1String unlimited("inf");

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What could be behind the dot of a file name: not "*.pdf", not "image/png".
bool isExtension(const QByteArray &word)
{
    return std::ranges::all_of(
        word, [](char c) { return isLetterOrDigit(c) || QByteArrayView("-_+").contains(c); });
}

/// Reads one option after the other into the job and keeps the first mistake.
class Reader
{
public:
    Reader(const QCommandLineParser &parser, const CommandLineContext &context, CommandLine &line)
        : m_parser(parser)
        , m_context(context)
        , m_line(line)
    {
    }

    /// The first thing that is wrong; empty if nothing is.
    const QString &problem() const { return m_mistake.text(); }

    void read()
    {
        CrawlJob &job = m_line.job;
        m_line.headless = m_parser.isSet(QStringLiteral("headless"));
        m_line.json = m_parser.isSet(QStringLiteral("json"));
        if (m_line.json && !m_line.headless)
            fail(QT_TRANSLATE_NOOP("CommandLine", "--json goes with --headless only."));
        if (!m_line.headless && m_context.windowDefaults)
            job = m_context.windowDefaults();
        else
            job.links = LinkPolicy::Relative;
        job.stateDirectory = stateDirectory();
        if (m_parser.isSet(QStringLiteral("list")))
            fail(QT_TRANSLATE_NOOP(
                "CommandLine", "--list only lists the downloads; leave the addresses out."));
        if (m_parser.isSet(QStringLiteral("overwrite")))
            fail(QT_TRANSLATE_NOOP("CommandLine", "--overwrite goes with --export only."));
        if (m_parser.isSet(QStringLiteral("resume")))
            readResumeOption(m_parser, m_context.workingDirectory, job, m_mistake);
        if (m_parser.isSet(QStringLiteral("warc")))
            job.archiving = Archiving::Warc;
        if (m_parser.isSet(QStringLiteral("keep-old-versions")))
            job.oldVersions = OldVersions::Kept;
        if (m_parser.isSet(QStringLiteral("no-robots")))
            job.robots = RobotsPolicy::Ignore;
        if (m_parser.isSet(QStringLiteral("content-disposition")))
            job.names = NameSource::Server;
        if (m_parser.isSet(QStringLiteral("no-xattr")))
            job.originNote = OriginNote::None;
        if (m_parser.isSet(QStringLiteral("no-traps")))
            job.traps = TrapPolicy::Follow;
        readNumbers(job);
        readSizes(job);
        readChoices(job);
        readNetworkOptions(m_parser, m_line, m_mistake);
        if (const auto file = value("cookies"); file && m_mistake.isNone())
            m_mistake.note(readCookiesOption(whole(*file), job.cookies));
        for (QString &file : m_line.authorityFiles)
            file = whole(file);
        readStarts(job);
        readUser(m_parser, m_line, m_mistake);
        readDirectory(job);
    }

private:
    void fail(const char *sentence, const QString &argument = {})
    {
        m_mistake.note(sentence, argument);
    }

    std::optional<QString> value(const char *name) const
    {
        const QString option = QLatin1String(name);
        if (!m_parser.isSet(option))
            return std::nullopt;
        return m_parser.value(option);
    }

    template <typename Target>
    void number(const char *name, int least, int most, Target &target, const char *sentence)
    {
        const auto text = value(name);
        if (!text)
            return;
        if (const auto read = readNumber(*text, least, most))
            target = Target(*read);
        else
            fail(sentence, *text);
    }

    void readNumbers(CrawlJob &job)
    {
        number("workers", minimumWorkers, maximumWorkers, job.workers,
            QT_TRANSLATE_NOOP(
                "CommandLine", "The number of workers has to be from 1 to 64, not \"%1\"."));
        number("per-host", minimumWorkers, maximumWorkers, job.perHost,
            QT_TRANSLATE_NOOP("CommandLine", "--per-host has to be from 1 to 64, not \"%1\"."));
        job.perHost = std::min(job.perHost, job.workers);
        number("delay", 0, manyMilliseconds, job.delay,
            QT_TRANSLATE_NOOP(
                "CommandLine", "--delay is a number of milliseconds up to a day, not \"%1\"."));
        number("tries", 1, 100, job.tries,
            QT_TRANSLATE_NOOP("CommandLine", "--tries has to be from 1 to 100, not \"%1\"."));
        number("timeout", 1, manyMilliseconds / 1000, job.timeout,
            QT_TRANSLATE_NOOP(
                "CommandLine", "--timeout is a number of seconds from 1 up, not \"%1\"."));
        const auto depth = value("depth");
        if (depth == unlimited)
            job.depth.reset();
        else
            number("depth", 0, 10'000, job.depth,
                QT_TRANSLATE_NOOP(
                    "CommandLine", "--depth is a number of clicks or \"inf\", not \"%1\"."));
        if (value("max-files") == unlimited)
            job.maxFiles.reset();
        else
            number("max-files", 1, std::numeric_limits<int>::max(), job.maxFiles,
                QT_TRANSLATE_NOOP(
                    "CommandLine", "--max-files is a number of files from 1 up, not \"%1\"."));
    }

    void readSizes(CrawlJob &job)
    {
        const auto size = [&](const char *name, std::optional<qint64> &target) {
            const auto text = value(name);
            if (text == unlimited)
                target.reset();
            if (!text || text == unlimited)
                return;
            target = readSize(*text);
            if (!target)
                fail(QT_TRANSLATE_NOOP("CommandLine",
                         "A size is a number of bytes, or one such as 500K, 10M or 2G, not "
                         "\"%1\"."),
                    *text);
        };
        size("max-size", job.maxFileSize);
        size("max-total", job.maxTotalSize);
        size("limit-rate", job.rateLimit);
    }

    void readChoices(CrawlJob &job)
    {
        if (const auto scope = value("scope")) {
            static const QStringList names{QStringLiteral("folder"), QStringLiteral("host"),
                QStringLiteral("domain"), QStringLiteral("any")};
            const qsizetype index = names.indexOf(*scope);
            if (index >= 0)
                job.scope = ScopeKind(index);
            else
                fail(QT_TRANSLATE_NOOP("CommandLine",
                         "--scope is one of folder, host, domain and any, not \"%1\"."),
                    *scope);
        }
        if (const auto list = value("types")) {
            const auto types = TypeSelection::fromList(list->toUtf8());
            if (types && std::ranges::all_of(types->extensions, isExtension))
                job.types = *types;
            else
                fail(QT_TRANSLATE_NOOP(
                         "CommandLine", "--types is a list such as pages,images,pdf, not \"%1\"."),
                    *list);
        }
        if (const auto links = value("links")) {
            if (*links != QLatin1String("relative") && *links != QLatin1String("keep"))
                fail(QT_TRANSLATE_NOOP(
                         "CommandLine", "--links is one of relative and keep, not \"%1\"."),
                    *links);
            job.links = *links == QLatin1String("keep") ? LinkPolicy::Keep : LinkPolicy::Relative;
        }
        globs("include", job.include);
        globs("exclude", job.exclude);
        if (job.include.contains(QByteArray()))
            fail(QT_TRANSLATE_NOOP("CommandLine", "--include takes a pattern such as */docs/*."));
        if (job.exclude.contains(QByteArray()))
            fail(QT_TRANSLATE_NOOP("CommandLine", "--exclude takes a pattern such as */docs/*."));
    }

    void globs(const char *name, QByteArrayList &target) const
    {
        if (m_parser.isSet(QLatin1String(name)))
            target.clear();
        for (const QString &glob : m_parser.values(QLatin1String(name)))
            target.append(glob.toUtf8());
    }

    void readStarts(CrawlJob &job)
    {
        for (const QString &typed : m_parser.positionalArguments()) {
            const TypedStartAddress read = readTypedStart(typed);
            if (const auto *start = std::get_if<TypedStart>(&read)) {
                job.starts.push_back(start->address);
                addAccount(m_line, *start);
            } else {
                m_mistake.note(
                    typedAddressText(std::get<TypedAddressError>(read), withoutCredentials(typed)));
            }
        }
        if (m_line.headless && job.starts.empty())
            fail(QT_TRANSLATE_NOOP("CommandLine",
                "There is no address to download; write one such as https://example.org/."));
    }

    void readDirectory(CrawlJob &job)
    {
        const auto directory = value("directory");
        if (directory && directory->isEmpty())
            fail(QT_TRANSLATE_NOOP("CommandLine", "--directory takes the name of a folder."));
        if (directory)
            job.directory =
                QDir::cleanPath(QDir(QDir::current().absoluteFilePath(m_context.workingDirectory))
                                    .absoluteFilePath(*directory));
        else if (!job.starts.empty() && job.directory.isEmpty())
            job.directory = !m_line.headless && m_context.windowDirectory
                ? m_context.windowDirectory(job.starts.front())
                : defaultDirectory(job.starts.front());
    }

    /// The name of a file, wherever this process is.
    QString whole(const QString &name) const
    {
        if (name.isEmpty() || m_context.workingDirectory.isEmpty())
            return name;
        return QDir(m_context.workingDirectory).absoluteFilePath(name);
    }

    const QCommandLineParser &m_parser;
    const CommandLineContext &m_context;
    CommandLine &m_line;
    Mistake m_mistake;
};

} // namespace

std::variant<CommandLine, Notice> readCommandLine(
    const QStringList &arguments, const CommandLineContext &context)
{
    QCommandLineParser parser;
    declareOptions(parser);
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(QStringLiteral("help")))
        return Notice{helpText(), false};
    if (parser.isSet(QStringLiteral("version")))
        return Notice{QStringLiteral("gleaner " GLEANER_VERSION "\n"), false};
    if (parsed && parser.isSet(QStringLiteral("list")) && parser.positionalArguments().isEmpty())
        return Notice{sessionListText(stateDirectory()), false};
    if (!parsed) {
        Mistake mistake;
        mistake.note(
            QT_TRANSLATE_NOOP("CommandLine", "%1 See gleaner --help."), parser.errorText());
        return Notice{mistake.text(), true};
    }
    CommandLine line;
    if (parser.isSet(QStringLiteral("export"))) {
        Mistake mistake;
        line.exports = readExportOptions(parser, stateDirectory(), mistake);
        if (!mistake.isNone())
            return Notice{mistake.text(), true};
        return line;
    }
    Reader reader(parser, context, line);
    reader.read();
    if (!reader.problem().isEmpty())
        return Notice{reader.problem(), true};
    return line;
}

} // namespace gleaner
