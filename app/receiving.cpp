// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiving.h"

#include "app/preparation.h"
#include "ui/downloads.h"
#include "ui/front.h"
#include "ui/mainwindow.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QThreadPool>

namespace gleaner
{

namespace
{

/// The job, or what is wrong.
std::variant<CrawlJob, QString> readHandedOver(
    const Handover &handover, const CommandLineContext &context)
{
    auto read = readCommandLine(handover.arguments, context);
    if (const auto *notice = std::get_if<Notice>(&read))
        return notice->text;
    auto &line = std::get<CommandLine>(read);
    // Those do their work themselves and ask nobody.
    if (line.headless || line.exports)
        return QCoreApplication::translate(
            "CommandLine", "A window cannot do what --headless and --export do.");
    const QString problem = prepareHandedOver(line, handover.credentials);
    if (!problem.isEmpty())
        return problem;
    return line.job;
}

} // namespace

Receiving::Receiving(MainWindow *window, std::function<CommandLineContext()> context)
    : m_window(window)
    , m_context(std::move(context))
{
}

void Receiving::take(const Handover &handover, const AnswerHandover &answer)
{
    if (refusesAtTheEnd(answer))
        return;
    comeForward(handover.activationToken);
    // Nothing but a program's name: whoever starts it wants to see it.
    if (handover.arguments.size() < 2 || handover.arguments.last() == QStringLiteral("--")) {
        answer({});
        return;
    }
    CommandLineContext context = m_context();
    context.workingDirectory = handover.workingDirectory;
    auto work = [this, door = m_inbox.door(), handover, answer, context] {
        auto read = readHandedOver(handover, context);
        door.post([this, read = std::move(read), answer, deadline = handover.deadline] {
            if (deadline.hasExpired()) {
                // Whoever asked has begun alone.
                answer({HandoverAnswer::Kind::OtherHome});
                return;
            }
            if (refusesAtTheEnd(answer))
                return;
            if (const auto *problem = std::get_if<QString>(&read)) {
                m_window->tellProblem(*problem);
                answer({HandoverAnswer::Kind::Refused, *problem});
                return;
            }
            m_window->take(std::get<CrawlJob>(read));
            answer({});
        });
    };
    startOnPool(*QThreadPool::globalInstance(), std::move(work));
}

bool Receiving::refusesAtTheEnd(const AnswerHandover &answer) const
{
    if (!m_window->downloads()->isEnding())
        return false;
    answer({HandoverAnswer::Kind::Refused,
        QCoreApplication::translate(
            "CommandLine", "Gleaner is just quitting; start it again in a moment.")});
    return true;
}

void Receiving::comeForward(const QString &token)
{
    // Where Wayland's plugin looks for it. A compositor allows nothing without it.
    if (!token.isEmpty() && QGuiApplication::platformName().startsWith(QStringLiteral("wayland")))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    bringToFront(m_window);
}

} // namespace gleaner
