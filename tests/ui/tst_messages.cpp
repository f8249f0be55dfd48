// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actionrow.h"
#include "ui/actions.h"
#include "ui/messagebar.h"
#include "ui/treeview.h"
#include "ui/workersbox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// What stands above the tree, and what passes there.
class TestMessages : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void theEndIsToldAgainAfterARemovalIsUndone();
    void theEndIsToldAgainAfterAnotherSentenceIsClosed();
    void whatWasClosedDoesNotComeBack();
    void whatStandsGoesOnWhileItIsCovered();
    void aPausedOneIsResumedFromItsSentence();
    void pausedAreAsManyAsTheChipSays();
    void aStoppedOneIsContinued_data();
    void aStoppedOneIsContinued();

private:
    void end(CrawlPhase phase);
    void pasteNothing();
    void closeMessage() const;
    /// What its buttons say.
    QStringList inMessage() const;
};

void TestMessages::end(CrawlPhase phase)
{
    begin();
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
             savedRecord(foundRecord(1, "https://a.example/b"), 9, QStringLiteral("b"))},
        phase);
}

void TestMessages::pasteNothing()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("no address at all"));
    QTest::keyClick(m_window->findChild<TreeView *>(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(message(), QStringLiteral("The clipboard holds no web address."));
}

void TestMessages::closeMessage() const
{
    const auto buttons = m_window->findChild<MessageBar *>()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName() == QStringLiteral("Close Message"))
            button->click();
    }
}

QStringList TestMessages::inMessage() const
{
    // Those of the sentence before go now.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto *row = m_window->findChild<MessageBar *>()->findChild<ActionRow *>();
    QStringList texts;
    for (const QWidget *button : row ? row->buttons() : QList<QWidget *>())
        texts << static_cast<const QToolButton *>(button)->text().remove(u'&');
    return texts;
}

void TestMessages::theEndIsToldAgainAfterARemovalIsUndone()
{
    end(CrawlPhase::Finished);
    const QString ended = message();
    QVERIFY2(ended.startsWith(QStringLiteral("Finished in ")), qPrintable(ended));
    auto *view = m_window->findChild<TreeView *>();
    view->setFocus();
    view->setCurrentIndex(m_window->session()->tree()->indexOf(1));
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY2(message().startsWith(QStringLiteral("1 row")), qPrintable(message()));
    QTRY_VERIFY(!button("Start Page"));
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(message(), ended);
    QTRY_VERIFY(button("Start Page"));
    QVERIFY(button("Show in Folder"));
    QVERIFY(button("Report…"));
    QTRY_VERIFY(!button("Undo"));
}

void TestMessages::theEndIsToldAgainAfterAnotherSentenceIsClosed()
{
    end(CrawlPhase::Stopped);
    const QString ended = message();
    QVERIFY2(ended.startsWith(QStringLiteral("Stopped after ")), qPrintable(ended));
    pasteNothing();
    closeMessage();
    QCOMPARE(message(), ended);
    QVERIFY(button("Show in Folder"));
    closeMessage();
    QCOMPARE(message(), QString());
}

void TestMessages::whatWasClosedDoesNotComeBack()
{
    end(CrawlPhase::Finished);
    closeMessage();
    pasteNothing();
    closeMessage();
    QCOMPARE(message(), QString());
}

void TestMessages::whatStandsGoesOnWhileItIsCovered()
{
    begin();
    const Record start = foundRecord(0, "https://a.example/");
    send({start, foundRecord(1, "https://a.example/b")}, CrawlPhase::Running);
    button("Pause")->click();
    send({}, CrawlPhase::Paused);
    pasteNothing();
    send({savedRecord(start, 9, QStringLiteral("index.html"))}, CrawlPhase::Paused);
    QCOMPARE(message(), QStringLiteral("The clipboard holds no web address."));
    closeMessage();
    QCOMPARE(message(), QStringLiteral("Paused: 1 waiting"));
}

void TestMessages::aPausedOneIsResumedFromItsSentence()
{
    begin();
    send({foundRecord(0, "https://a.example/")});
    button("Pause")->click();
    send({}, CrawlPhase::Paused);
    QCOMPARE(inMessage().value(0), QStringLiteral("Resume"));
    m_window->findChild<Actions *>()->resume->trigger();
    QCOMPARE(m_calls.last(), QStringLiteral("resume"));
    QCOMPARE(message(), QString());
}

void TestMessages::pausedAreAsManyAsTheChipSays()
{
    begin();
    Record active = foundRecord(0, "https://a.example/");
    active.state = RecordState::Downloading;
    Record again = foundRecord(1, "https://a.example/b");
    again.state = RecordState::Retrying;
    send({active, again, foundRecord(2, "https://a.example/c")});
    button("Pause")->click();
    send({}, CrawlPhase::Paused);
    QCOMPARE(message(), QStringLiteral("Paused: 2 waiting"));
    QTRY_VERIFY(button("Waiting 2"));
}

void TestMessages::aStoppedOneIsContinued_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("from its sentence") << false;
    QTest::newRow("by the key of pause") << true;
}

void TestMessages::aStoppedOneIsContinued()
{
    QFETCH(const bool, byKey);
    begin();
    workers()->setValue(3);
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
        foundRecord(1, "https://a.example/b")});
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    send({}, CrawlPhase::Stopped);
    const auto *actions = m_window->findChild<Actions *>();
    QVERIFY(!actions->pause->isVisible());
    QVERIFY(!actions->stop->isVisible());
    QVERIFY(actions->resume->isEnabled());
    QCOMPARE(inMessage().value(0), QStringLiteral("Continue"));
    // Another address may have been typed meanwhile.
    field("Address")->setText(QStringLiteral("https://b.example/"));
    m_calls.clear();
    if (byKey)
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    else
        actions->resume->trigger();
    QCOMPARE(m_calls, QStringList({QStringLiteral("destroyed"), QStringLiteral("start")}));
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("https://a.example/"));
    QCOMPARE(m_download->job().directory, m_folder.filePath(QStringLiteral("a.example")));
    QCOMPARE(m_download->job().workers, 3);
    QCOMPARE(message(), QString());
}

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
