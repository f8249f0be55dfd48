// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/messagebar.h"
#include "ui/treeview.h"

#include <QClipboard>
#include <QGuiApplication>
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

private:
    void end(CrawlPhase phase);
    void pasteNothing();
    void closeMessage() const;
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
    const auto *bar = m_window->findChild<MessageBar *>();
    const auto resume = [bar]() -> QToolButton * {
        for (QToolButton *button : bar->findChildren<QToolButton *>()) {
            if (button->text().remove(u'&') == QStringLiteral("Resume") && button->isVisible())
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY(resume());
    resume()->click();
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

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
