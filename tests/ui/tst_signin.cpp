// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/downloadspanel.h"
#include "ui/preferenceskeeper.h"
#include "ui/signindialog.h"
#include "ui/treeview.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// Signing in to a server that asks for a name. No keyring is asked here: the session's bus is
/// none of a test's.
class TestSignIn : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isForRowsThatAskForAName();
    void triesAgainWithTheName();
    void triesAgainWhenTheDownloadHasEnded();
    void aStartCanBeSignedInTo();
    void aStartWithAnotherTroubleOffersNoSignIn();
    void onlyTheDownloadThatAskedGetsIt();
    void isNotForgottenByStart();
    void theProxyOfTheJobGetsIt();
    void nothingOfItIsWritten();
    void saysWhyItCannot();

private:
    Record failed(RecordId id, const char *address, int status) const;
    void choose(int row);
    void ask();
    QAction *action() const;
    SignInDialog *dialog() const { return m_window->findChild<SignInDialog *>(); }
    void sign();

    std::unique_ptr<PreferencesKeeper> m_keeper;
};

void TestSignIn::initTestCase()
{
    m_keeper = std::make_unique<PreferencesKeeper>(QString());
    Preferences values;
    values.passwords = PasswordPolicy::SessionOnly;
    m_keeper->set(values);
}

Record TestSignIn::failed(RecordId id, const char *address, int status) const
{
    Record record;
    record.id = id;
    record.address = *Address::parse(address);
    record.state = RecordState::Failed;
    record.fail = FailReason::Auth;
    record.status = quint16(status);
    return record;
}

QAction *TestSignIn::action() const
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text() == QStringLiteral("Sign In…"))
            return action;
    }
    return nullptr;
}

void TestSignIn::ask()
{
    action()->trigger();
    QVERIFY(dialog());
}

void TestSignIn::sign()
{
    for (QLineEdit *field : dialog()->findChildren<QLineEdit *>())
        field->setText(field->accessibleName() == QStringLiteral("Name")
                ? QStringLiteral("anna")
                : QStringLiteral("secret"));
    for (QPushButton *button : dialog()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Sign In"))
            button->click();
    }
    QTRY_VERIFY(!dialog());
}

/// The row of that record.
void TestSignIn::choose(int row)
{
    auto *tree = m_window->findChild<TreeView *>();
    tree->setCurrentIndex(m_window->session()->tree()->indexOf(RecordId(row)));
}

static Record saved(RecordId id, const char *address)
{
    Record record;
    record.id = id;
    record.address = *Address::parse(address);
    record.state = RecordState::Saved;
    record.path = QStringLiteral("index.html");
    return record;
}

void TestSignIn::isForRowsThatAskForAName()
{
    m_preferences = m_keeper.get();
    begin();
    send({saved(0, "https://a.example/"), failed(1, "https://a.example/x", 401)});
    choose(0);
    QVERIFY(!action()->isEnabled());
    choose(1);
    QVERIFY(action()->isEnabled());
    ask();
    auto *keep = dialog()->findChild<QCheckBox *>();
    QVERIFY(!keep->isChecked());
    QVERIFY(!keep->isVisible());
}

void TestSignIn::triesAgainWithTheName()
{
    m_preferences = m_keeper.get();
    begin();
    send({saved(0, "https://a.example/"), failed(1, "https://a.example/x", 401),
             failed(2, "https://a.example/y", 401)},
        CrawlPhase::Finished);
    choose(1);
    ask();
    sign();
    QCOMPARE(m_download->calls(),
        (QStringList{QStringLiteral("start again"), QStringLiteral("retry 1 2")}));
    const Credentials known = m_download->job().network.credentials.value("https://a.example");
    QCOMPARE(known.user, QStringLiteral("anna"));
    QCOMPARE(known.password, QStringLiteral("secret"));
    QCOMPARE(m_download->job().network.credentials.size(), 1);
}

void TestSignIn::triesAgainWhenTheDownloadHasEnded()
{
    m_preferences = m_keeper.get();
    begin();
    send({saved(0, "https://a.example/"), failed(1, "https://a.example/x", 401)});
    choose(1);
    ask();
    sign();
    QCOMPARE(
        message(), QStringLiteral("It is tried again with this name when the download has ended."));
    FakeDownload *first = m_download;
    QVERIFY(!first->calls().contains(QStringLiteral("retry 1")));
    send({}, CrawlPhase::Finished);
    QTRY_VERIFY(m_download->calls().contains(QStringLiteral("retry 1")));
    QVERIFY(m_download->job().network.credentials.contains("https://a.example"));
}

void TestSignIn::aStartCanBeSignedInTo()
{
    m_preferences = m_keeper.get();
    begin();
    send({failed(0, "https://a.example/", 401)}, CrawlPhase::Finished);
    QVERIFY(action()->isEnabled());
    // Where the sentence stands, and not only in a menu.
    QVERIFY(problem().contains(QStringLiteral("asks for a name")));
    QVERIFY(button("Sign In…"));
    button("Sign In…")->click();
    QVERIFY(dialog());
    sign();
    QVERIFY(m_download->calls().contains(QStringLiteral("retry 0")));
    QVERIFY(!button("Sign In…"));
}

void TestSignIn::aStartWithAnotherTroubleOffersNoSignIn()
{
    m_preferences = m_keeper.get();
    begin();
    send({failed(0, "https://a.example/", 401)}, CrawlPhase::Finished);
    QVERIFY(button("Sign In…"));
    field("Address")->setText(QStringLiteral("https://b.example/"));
    QVERIFY(!button("Sign In…"));
    button("Start")->click();
    m_known.clear();
    send({failedRecord(foundRecord(0, "https://b.example/"), FailReason::Http, 404)},
        CrawlPhase::Finished);
    QVERIFY(!button("Sign In…"));
    // Nobody links what was typed.
    QCOMPARE(problem(), QStringLiteral("b.example has no such page (404). Check the address."));
}

void TestSignIn::onlyTheDownloadThatAskedGetsIt()
{
    m_preferences = m_keeper.get();
    begin();
    send({saved(0, "https://a.example/"), failed(1, "https://a.example/x", 401)});
    choose(1);
    ask();
    const QPointer<Session> asked = m_window->session();
    FakeDownload *first = m_download;
    // Another start hands it over.
    CrawlJob other;
    other.starts = {*Address::parse("https://a.example/other/")};
    other.directory = m_folder.filePath(QStringLiteral("other"));
    m_window->take(other);
    QVERIFY(m_window->session() != asked);
    sign();
    QVERIFY(m_window->session()->job().network.credentials.isEmpty());
    QVERIFY(asked->job().network.credentials.contains("https://a.example"));
    // It is tried again when it has ended and somebody looks at it.
    m_download = first;
    send({}, CrawlPhase::Finished);
    QVERIFY(asked);
    auto *panel = m_window->findChild<DownloadsPanel *>();
    Q_EMIT panel->chosen(asked);
    QTRY_VERIFY(m_download->calls().contains(QStringLiteral("retry 1")));
}

void TestSignIn::isNotForgottenByStart()
{
    m_preferences = m_keeper.get();
    begin();
    send({saved(0, "https://a.example/"), failed(1, "https://a.example/x", 401)},
        CrawlPhase::Finished);
    choose(1);
    ask();
    sign();
    m_known.clear();
    send({saved(0, "https://a.example/")}, CrawlPhase::Finished);
    button("Start")->click();
    QCOMPARE(m_download->calls(), QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().network.credentials.value("https://a.example").user,
        QStringLiteral("anna"));
}

void TestSignIn::theProxyOfTheJobGetsIt()
{
    m_preferences = m_keeper.get();
    WindowOptions options;
    options.job.starts = {*Address::parse("https://a.example/")};
    options.job.directory = m_folder.filePath(QStringLiteral("a.example"));
    options.job.network.proxy =
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy"), 3128);
    open(options);
    send({failed(0, "https://a.example/", 407)}, CrawlPhase::Finished);
    m_window->session()->learn("proxy other:3128", {QStringLiteral("eve"), {}});
    QCOMPARE(m_window->session()->job().network.proxy->user(), QString());
    ask();
    sign();
    QCOMPARE(m_download->job().network.proxy->user(), QStringLiteral("anna"));
    QVERIFY(m_download->job().network.credentials.isEmpty());
}

void TestSignIn::nothingOfItIsWritten()
{
    const QTemporaryDir config;
    PreferencesKeeper keeper(config.filePath(QStringLiteral("preferences.ini")));
    Preferences values;
    values.passwords = PasswordPolicy::SessionOnly;
    QVERIFY(keeper.set(values));
    m_preferences = &keeper;
    m_configDirectory = config.path();
    begin();
    send({failed(0, "https://a.example/", 401)}, CrawlPhase::Finished);
    ask();
    sign();
    QVERIFY(keeper.set(values));
    m_window.reset();
    for (const QString &name : QDir(config.path()).entryList(QDir::Files)) {
        QFile file(config.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(!text.contains("secret") && !text.contains("anna"), qPrintable(name));
    }
}

void TestSignIn::saysWhyItCannot()
{
    m_preferences = m_keeper.get();
    begin();
    send({failed(0, "https://a.example/", 407)}, CrawlPhase::Finished);
    QVERIFY(!action()->isEnabled());
    QVERIFY(action()->toolTip().startsWith(QStringLiteral("The system's settings chose")));
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
