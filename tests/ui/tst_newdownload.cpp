// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/cookiesfield.h"
#include "ui/downloads.h"
#include "ui/newdownload.h"
#include "ui/session.h"
#include "ui/workersbox.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// New downloads beside the form: the dialog, and what is pasted or dropped.
class TestNewDownload : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyItCannotBegin_data();
    void saysWhyItCannotBegin();
    void beginsOne();
    void beginsSeveralInFoldersOfTheirOwn();
    void startsPaused();
    void theFoldsChoicesReachTheJob();
    void growsWithItsFold();
    void remembersWhetherTheFoldIsOpen();
    void isFilledFromAClipboardWithOneAddressOnly();
    void pastesIntoTheDialog();
    void pastesInAFieldAsAnywhere();
    void takesWhatIsDropped();
    void saysThatThereIsNoAddress();
    void readsAListOfAddresses();
    void aListThatCannotBeReadIsNamed();
    void ownHeadersGoToNobodyElse();
    void ownHeadersAreNotGivenToHalfAnAddress();
    void bringsCookiesAlong();
    void saysWhatIsTheMatterWithCookies_data();
    void saysWhatIsTheMatterWithCookies();
    void everyControlHasAName();

private:
    QString cookiesFile(const QByteArray &content) const;
    void ask();
    NewDownload *dialog() const { return m_window->findChild<NewDownload *>(); }
    QPushButton *download() const;
    QPlainTextEdit *addresses() const;
    template <typename Widget>
    Widget *named(const char *name) const;
    QToolButton *fold() const;
    void drop(QMimeData *data);
    void toggleFold() { fold()->click(); }

    QTemporaryDir m_config;
};

void TestNewDownload::ask()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(dialog());
}

QPushButton *TestNewDownload::download() const
{
    for (QPushButton *button : dialog()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&Download"))
            return button;
    }
    return nullptr;
}

template <typename Widget>
Widget *TestNewDownload::named(const char *name) const
{
    for (Widget *widget : dialog()->findChildren<Widget *>()) {
        if (widget->accessibleName() == QLatin1String(name))
            return widget;
    }
    return nullptr;
}

QPlainTextEdit *TestNewDownload::addresses() const
{
    return named<QPlainTextEdit>("Addresses");
}

QToolButton *TestNewDownload::fold() const
{
    for (QToolButton *button : dialog()->findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("Ad&vanced"))
            return button;
    }
    return nullptr;
}

void TestNewDownload::drop(QMimeData *data)
{
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

void TestNewDownload::saysWhyItCannotBegin_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("why");
    QTest::newRow("nothing") << QString() << QStringLiteral("Type or paste an address.");
    QTest::newRow("blank lines") << QStringLiteral("\n \n")
                                 << QStringLiteral("Type or paste an address.");
    QTest::newRow("in the second line")
        << QStringLiteral("https://a.example/\nhtp:/x") << QStringLiteral("Line 2: ");
    QStringList many;
    for (int i = 0; i < 101; ++i)
        many.append(QStringLiteral("https://a.example/%1").arg(i));
    QTest::newRow("too many") << many.join(u'\n')
                              << QStringLiteral("No more than 100 addresses at once.");
    QTest::newRow("the same again")
        << QStringLiteral("a.example\n\nhttp://a.example/") << QString();
}

void TestNewDownload::saysWhyItCannotBegin()
{
    QFETCH(QString, typed);
    QFETCH(QString, why);
    open();
    ask();
    addresses()->setPlainText(typed);
    QCOMPARE(download()->isEnabled(), why.isEmpty());
    QVERIFY2(download()->toolTip().startsWith(why), qPrintable(download()->toolTip()));
    QCOMPARE(download()->accessibleDescription(), download()->toolTip());
}

void TestNewDownload::beginsOne()
{
    open();
    ask();
    QTest::keyClicks(addresses(), QStringLiteral("a.example/guide/"));
    QCOMPARE(named<QLineEdit>("Folder")->text(), m_folder.filePath(QStringLiteral("a.example")));
    QTest::keyClick(addresses(), Qt::Key_Return);
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("http://a.example/guide/"));
    QCOMPARE(m_download->job().directory, m_folder.filePath(QStringLiteral("a.example")));
    QCOMPARE(m_window->session()->job().starts, m_download->job().starts);
    QCOMPARE(field("Address")->text(), QStringLiteral("http://a.example/guide/"));
}

void TestNewDownload::beginsSeveralInFoldersOfTheirOwn()
{
    open();
    ask();
    QTest::keyClicks(addresses(), QStringLiteral("a.example"));
    QTest::keyClick(addresses(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(addresses(), QStringLiteral("b.example"));
    QCOMPARE(named<QLineEdit>("Folder")->text(), m_folder.path());
    QLineEdit *folder = named<QLineEdit>("Folder");
    folder->selectAll();
    QTest::keyClicks(folder, m_folder.filePath(QStringLiteral("both")));
    download()->click();
    QCOMPARE(m_window->downloads()->count(), 2);
    for (int i : {0, 1}) {
        const CrawlJob &job = m_window->downloads()->at(i)->job();
        QCOMPARE(job.starts.size(), size_t(1));
        QCOMPARE(job.directory,
            m_folder.filePath(QStringLiteral("both/%1.example").arg(QChar(u'a' + i))));
        QCOMPARE(m_window->downloads()->at(i)->state(), SessionState::Running);
    }
}

void TestNewDownload::startsPaused()
{
    open();
    ask();
    addresses()->setPlainText(QStringLiteral("a.example"));
    dialog()->findChild<QCheckBox *>(QString(), Qt::FindDirectChildrenOnly)->setChecked(true);
    download()->click();
    QCOMPARE(m_calls, (QStringList{QStringLiteral("start"), QStringLiteral("pause")}));
    QCOMPARE(m_window->session()->state(), SessionState::Pausing);
    send({}, CrawlPhase::Paused);
    QCOMPARE(m_window->session()->state(), SessionState::Paused);
    button("Resume")->click();
    QCOMPARE(m_calls.last(), QStringLiteral("resume"));
}

void TestNewDownload::theFoldsChoicesReachTheJob()
{
    open();
    ask();
    addresses()->setPlainText(QStringLiteral("a.example"));
    QVERIFY(!named<QSpinBox>("Tries")->isVisible());
    toggleFold();
    named<QSpinBox>("Tries")->setValue(7);
    named<QSpinBox>("Give up after")->setValue(5);
    named<QSpinBox>("Speed limit")->setValue(100);
    named<QSpinBox>("At most for one site")->setValue(3);
    named<QSpinBox>("Wait between requests")->setValue(250);
    named<QSpinBox>("Largest file")->setValue(2);
    named<QSpinBox>("Most files")->setValue(9);
    named<QLineEdit>("User agent")->setText(QStringLiteral("Me/1"));
    named<QLineEdit>("Name to sign in with")->setText(QStringLiteral("anna"));
    named<QLineEdit>("Password to sign in with")->setText(QStringLiteral("secret"));
    dialog()->findChild<WorkersBox *>()->setValue(2);
    download()->click();
    const CrawlJob &job = m_download->job();
    QCOMPARE(job.tries, 7);
    QCOMPARE(job.timeout, std::chrono::seconds(5));
    QCOMPARE(job.rateLimit, 100 * 1024);
    QCOMPARE(job.perHost, 2);
    QCOMPARE(job.delay, std::chrono::milliseconds(250));
    QCOMPARE(job.maxFileSize, 2 * 1024 * 1024);
    QCOMPARE(job.maxFiles, 9);
    QCOMPARE(job.userAgent, QByteArray("Me/1"));
    QCOMPARE(job.network.credentials.value("http://a.example").password, QStringLiteral("secret"));
}

void TestNewDownload::growsWithItsFold()
{
    open();
    ask();
    const int before = dialog()->height();
    const int line = dialog()->fontMetrics().height();
    toggleFold();
    QTRY_VERIFY2(dialog()->height() >= before + 12 * line,
        qPrintable(QString::number(dialog()->height() - before)));
    toggleFold();
    QTRY_VERIFY(dialog()->height() <= before + line);
}

void TestNewDownload::remembersWhetherTheFoldIsOpen()
{
    m_configDirectory = m_config.path();
    open();
    ask();
    toggleFold();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    m_window.reset();
    open();
    ask();
    QVERIFY(fold()->isChecked());
}

void TestNewDownload::isFilledFromAClipboardWithOneAddressOnly()
{
    open();
    QGuiApplication::clipboard()->setText(QStringLiteral("my password is https://a.example/"));
    ask();
    QCOMPARE(addresses()->toPlainText(), QString());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QGuiApplication::clipboard()->setText(QStringLiteral("https://a.example/"));
    ask();
    QCOMPARE(addresses()->toPlainText(), QStringLiteral("https://a.example/"));
}

void TestNewDownload::pastesIntoTheDialog()
{
    begin();
    QGuiApplication::clipboard()->setText(
        QStringLiteral("https://b.example/ and https://c.example/"));
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dialog());
    QCOMPARE(addresses()->toPlainText(), QStringLiteral("https://b.example/\nhttps://c.example/"));
    // Nothing is fetched before a person has seen what.
    QCOMPARE(m_window->downloads()->count(), 1);
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_window->downloads()->count(), 3);
}

void TestNewDownload::pastesInAFieldAsAnywhere()
{
    open();
    QGuiApplication::clipboard()->setText(QStringLiteral("https://b.example/"));
    field("Address")->setFocus();
    QTest::keyClick(field("Address"), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field("Address")->text(), QStringLiteral("https://b.example/"));
    QVERIFY(!dialog());
}

void TestNewDownload::takesWhatIsDropped()
{
    open();
    QMimeData text;
    text.setText(QStringLiteral("two: https://a.example/ https://b.example/"));
    drop(&text);
    QVERIFY(dialog());
    QMimeData uris;
    uris.setUrls({QUrl(QStringLiteral("https://c.example/"))});
    drop(&uris);
    QCOMPARE(addresses()->toPlainText(),
        QStringLiteral("https://a.example/\nhttps://b.example/\nhttps://c.example/"));
}

void TestNewDownload::saysThatThereIsNoAddress()
{
    open();
    QMimeData text;
    text.setText(QString(3'000'000, u'x'));
    drop(&text);
    QVERIFY(!dialog());
    QCOMPARE(message(), QStringLiteral("What was dropped holds no web address."));
}

void TestNewDownload::readsAListOfAddresses()
{
    open();
    QFile list(m_config.filePath(QStringLiteral("list.txt")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    for (int i = 0; i < 150; ++i)
        list.write("a.example/" + QByteArray::number(i) + '\n');
    list.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(list.fileName())});
    drop(&dropped);
    QTRY_VERIFY(dialog());
    QCOMPARE(addresses()->toPlainText().count(u'\n'), 99);
    QCOMPARE(message(),
        QStringLiteral(
            "There are more addresses than can be taken at once; these are the first 100."));
}

void TestNewDownload::aListThatCannotBeReadIsNamed()
{
    open();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(m_config.filePath(QStringLiteral("no\u202elist")))});
    drop(&dropped);
    QTRY_COMPARE(message(), QStringLiteral("\"no[U+202E]list\" could not be read."));
    QVERIFY(!dialog());
}

void TestNewDownload::ownHeadersGoToNobodyElse()
{
    WindowOptions options;
    options.job.headers = {{"X-Key", "secret"}};
    open(options);
    ask();
    addresses()->setPlainText(QStringLiteral("a.example\nb.example"));
    download()->click();
    QCOMPARE(m_window->downloads()->at(0)->job().headers.size(), size_t(1));
    QVERIFY(m_window->downloads()->at(1)->job().headers.empty());
}

void TestNewDownload::ownHeadersAreNotGivenToHalfAnAddress()
{
    WindowOptions options;
    options.job.headers = {{"X-Key", "secret"}};
    open(options);
    ask();
    QTest::keyClicks(addresses(), QStringLiteral("a.example"));
    download()->click();
    QCOMPARE(m_download->job().headers.size(), size_t(1));
}

QString TestNewDownload::cookiesFile(const QByteArray &content) const
{
    QFile file(m_config.filePath(QStringLiteral("cookies.txt")));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        ? file.fileName()
        : QString();
}

void TestNewDownload::bringsCookiesAlong()
{
    open();
    ask();
    addresses()->setPlainText(QStringLiteral("https://a.example/"));
    toggleFold();
    auto *field = dialog()->findChild<CookiesField *>();
    const QString file =
        cookiesFile("# Netscape HTTP Cookie File\na.example\tFALSE\t/\tTRUE\t0\tsid\tsecret\n");
    field->read(file);
    // Nothing is begun without them.
    QVERIFY(!download()->isEnabled());
    QTRY_VERIFY(download()->isEnabled());
    QCOMPARE(
        field->button()->accessibleDescription(), QStringLiteral("1 cookie from \"cookies.txt\""));
    // What is chosen again and given up counts for nothing.
    field->read(file);
    named<QToolButton>("No Cookies")->click();
    QVERIFY(download()->isEnabled());
    QTest::qWait(50);
    QVERIFY(field->cookies().empty());
    field->read(file);
    QTRY_VERIFY(download()->isEnabled());

    download()->click();
    QTRY_VERIFY(m_download);
    QCOMPARE(m_download->job().cookies.size(), size_t(1));
    QCOMPARE(m_download->job().cookies.front().name, QByteArray("sid"));
    QCOMPARE(m_download->job().cookies.front().value, QByteArray("secret"));

    // Begun once more it still has them.
    send({foundRecord(0, "https://a.example/")}, CrawlPhase::Stopped);
    const CrawlJob &before = m_download->job();
    CrawlJob again;
    again.starts = before.starts;
    again.directory = before.directory;
    m_window->take(again);
    QCOMPARE(m_made.size(), 2);
    QCOMPARE(m_made.last()->job().cookies.size(), size_t(1));
}

void TestNewDownload::saysWhatIsTheMatterWithCookies_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("another file") << QByteArray("<!doctype html>")
                                  << QStringLiteral(
                                         "\"%1\" is not a cookies.txt file, such as curl "
                                         "and browsers' add-ons write.");
    QTest::newRow("a broken line")
        << QByteArray("# Netscape HTTP Cookie File\nsecret\n")
        << QStringLiteral("Line 2 of the cookies in \"%1\" holds no cookie.");
    QTest::newRow("none there") << QByteArray()
                                << QStringLiteral("The cookies in \"%1\" cannot be read: ");
}

void TestNewDownload::saysWhatIsTheMatterWithCookies()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sentence);
    open();
    ask();
    addresses()->setPlainText(QStringLiteral("https://a.example/"));
    const QString file = cookiesFile(content);
    if (content.isEmpty())
        QVERIFY(QFile::remove(file));
    auto *field = dialog()->findChild<CookiesField *>();
    field->read(file);
    QTRY_VERIFY2(
        download()->toolTip().startsWith(sentence.arg(file)), qPrintable(download()->toolTip()));
    QVERIFY(!download()->isEnabled());
    QVERIFY(field->cookies().empty());
    named<QToolButton>("No Cookies")->click();
    QVERIFY(download()->isEnabled());
}

void TestNewDownload::everyControlHasAName()
{
    open();
    ask();
    toggleFold();
    for (const QWidget *widget : dialog()->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button)
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                widget->metaObject()->className());
        else if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QSpinBox *>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty()
                    || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()),
                qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestNewDownload)
#include "tst_newdownload.moc"
