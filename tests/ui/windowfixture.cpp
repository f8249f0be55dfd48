// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"

#include "ui/messagebar.h"
#include "ui/workersbox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

namespace gleaner
{

void WindowFixture::init()
{
    m_configDirectory.clear();
    m_preferences = nullptr;
    QGuiApplication::clipboard()->clear();
    m_calls.clear();
    m_made.clear();
    m_opened.clear();
    m_known.clear();
    m_fault.reset();
    m_sessions.clear();
    m_diskPauses = 0;
    m_question = GrowthQuestion::None;
    m_questions = 0;
    m_versionsKept.reset();
    m_id.clear();
    m_traps.clear();
}

void WindowFixture::cleanup()
{
    m_window.reset();
}

void WindowFixture::open(const WindowOptions &options)
{
    WindowParts parts;
    parts.makeDownload = [this]() {
        auto download = std::make_unique<FakeDownload>(
            &m_calls, [this](FakeDownload *started) { m_download = started; });
        m_made.append(download.get());
        return download;
    };
    parts.directoryFor = [this](const Address &address) {
        return m_folder.filePath(QString::fromLatin1(address.host()));
    };
    parts.openUrl = [this](const QUrl &url) { return m_opened << url, true; };
    parts.readSessions = [sessions = m_sessions] { return sessions; };
    parts.configDirectory = m_configDirectory;
    parts.preferences = m_preferences;
    m_window = std::make_unique<MainWindow>(parts, options);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowFixture::begin()
{
    open();
    field("Address")->setText(QStringLiteral("https://a.example/"));
    button("Start")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
}

void WindowFixture::send(std::vector<Record> records, CrawlPhase phase)
{
    Batch batch;
    for (const Record &record : records) {
        if (record.id < m_known.size()) {
            m_known[record.id] = record;
            batch.changed.push_back(record);
        } else {
            m_known.push_back(record);
            batch.added.push_back(record);
        }
    }
    batch.totals = totalsOf(m_known);
    batch.totals.seconds = 340;
    batch.phase = phase;
    batch.fault = m_fault;
    batch.diskPauses = m_diskPauses;
    batch.question = m_question;
    batch.questions = m_questions;
    batch.session = m_id;
    batch.versionsKept = m_versionsKept;
    batch.traps = m_traps;
    if (phase == CrawlPhase::Running)
        batch.workers.resize(3);
    Q_EMIT m_download->batchReady(batch);
}

QLineEdit *WindowFixture::field(const char *name) const
{
    const auto fields = m_window->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->accessibleName() == QLatin1String(name))
            return field;
    }
    return nullptr;
}

QToolButton *WindowFixture::button(const char *text) const
{
    // Which buttons there is room for is known once the layout is made.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto buttons = m_window->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)
            && button->isVisibleTo(m_window.get()))
            return button;
    }
    return nullptr;
}

QString WindowFixture::problem() const
{
    return m_window->findChild<JobForm *>()->problem();
}

QString WindowFixture::message() const
{
    const auto *bar = m_window->findChild<MessageBar *>();
    return bar->isVisible() ? bar->text() : QString();
}

WorkersBox *WindowFixture::workers() const
{
    return m_window->findChild<WorkersBox *>();
}

} // namespace gleaner
