// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/suspects.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace gleaner;

namespace
{

constexpr const char *password = "<form><input name=user><input type=\"password\"></form>";

QByteArray page(const QByteArray &title, const QByteArray &body)
{
    return "<!doctype html><html><head><meta charset=utf-8><title>" + title
        + "</title><script>var long = 'text that nobody sees';</script></head><body>" + body
        + "</body></html>";
}

QByteArray article(int words = 700)
{
    QByteArray text = "<h1>About</h1>";
    for (int i = 0; i < words; ++i)
        text += "<p>words about it</p>";
    return text;
}

Address at(const QByteArray &address)
{
    return address.isEmpty() ? Address() : Address::parse(address).value();
}

} // namespace

/// Pages that are not what they are called: few innocent ones are accused.
class TestSuspects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void isLinear_data();
    void isLinear();
    void manyWithTheSameBytesAreSuspect();
    void theSameUnderOneAddressIsNot();
    void documentationIsInnocent();
};

void TestSuspects::judges_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("cameFrom");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("suspicion");
    const auto row = [](const char *name, const QByteArray &address, const QByteArray &cameFrom,
                         const QByteArray &bytes, Suspicion suspicion) {
        QTest::newRow(name) << address << cameFrom << bytes << int(suspicion);
    };
    const QByteArray doc = "https://a.example/docs/x";
    const auto none = Suspicion::None;

    for (const char *title : {"404 Not Found", "Page not found", "Example | Page Not Found",
             "Seite nicht gefunden - Beispiel", "Page introuvable",
             "P\xc3\xa1gina no encontrada \xe2\x80\x93 Ejemplo",
             "\xe9\xa1\xb5\xe9\x9d\xa2\xe4\xb8\x8d\xe5\xad\x98\xe5\x9c\xa8", "  Error\n  404  ",
             "Not Found (404)", "Oops!", "Example \xc2\xbb Not found"})
        row(title, doc, {}, page(title, "<p>Nothing here.</p>"), Suspicion::NotFound);
    row("upper case", doc, {}, "<HTML><TITLE lang=en>PAGE NOT FOUND</TITLE>gone",
        Suspicion::NotFound);
    row("an article about it", doc, {}, page("404 Not Found", article()), none);
    row("its title says more", doc, {}, page("Page not found exceptions", "<p>Raised when</p>"),
        none);
    row("a word in it", doc, {}, page("What is a 404 error?", "<p>It is</p>"), none);
    row("its address says so", "https://a.example/404.html", {}, page("Page not found", "gone"),
        none);
    row("the API's error", "https://a.example/api/errors/NotFound.html", {},
        page("Not Found", "Raised when"), none);
    row("no title", doc, {}, "<html>Page not found", none);
    row("a title without an end", doc, {}, "<title>Page not found", none);
    row("empty", doc, {}, {}, none);

    for (const char *title : {"Login", "Log in - Example", "Sign In | Example", "Anmelden",
             "Connexion", "Iniciar sesi\xc3\xb3n", "Wiki :: Please log in!",
             "\xd0\x92\xd1\x85\xd0\xbe\xd0\xb4"}) {
        // Cyrillic capitals are other bytes than small ones, and are written small in the list.
        const bool isKnown = QByteArray(title) != "\xd0\x92\xd1\x85\xd0\xbe\xd0\xb4";
        row(title, doc, {}, page(title, password), isKnown ? Suspicion::Login : none);
    }
    row("sent to it", "https://a.example/users/sign_in", doc, page("Sign in", password),
        Suspicion::Login);
    row("sent to it, by scripts", "https://sso.example/login?next=%2Fdocs%2Fx", doc,
        "<div id=app></div>", Suspicion::Login);
    row("sent to it, another name for the way back",
        "https://a.example/wp-login.php?redirect_to=https%3A%2F%2Fa.example%2Fx", doc,
        page("Blog", "<p>x"), Suspicion::Login);
    row("linked as what it is", "https://a.example/login", {}, page("Login", password), none);
    row("linked with the way back", "https://a.example/login?next=/x", {}, page("Login", password),
        none);
    row("redirected from login to login", "https://a.example/login/?next=/",
        "https://a.example/login", page("Login", password), none);
    row("sent elsewhere", "https://a.example/docs/y?from=x", doc, page("Docs", "<p>x"), none);
    row("no field for a password", doc, {}, page("Login", "<p>The login command"), none);
    row("a field in a long page", doc, {}, page("Login", password + article()), none);
    row("a login box on a usual page", doc, {}, page("Welcome", password), none);
    row("a shop's account", doc, {}, page("Register", password), none);

    row("sent to consent", "https://consent.example/m?continue=https%3A%2F%2Fa.example", doc,
        page("Before you continue", "<button>Accept"), Suspicion::Consent);
    row("sent to it within the site", "https://a.example/cookie-wall?return=%2Fdocs", doc,
        page("Example", "<button>Accept"), Suspicion::Consent);
    row("sent to a page that says so", "https://a.example/hello", doc,
        page("Before you continue - Example", "<button>Accept"), Suspicion::Consent);
    row("a page about consent", doc, {}, page("Consent", "<p>Forms"), none);

    row("a usual page", doc, {}, page("Chapter 1", "<p>Text"), none);
    row("a comment says so", doc, {}, "<!-- <title>404 Not Found</title> --><title>Docs</title>x",
        none);
}

void TestSuspects::judges()
{
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, cameFrom);
    QFETCH(const QByteArray, bytes);
    QTEST(int(suspicionOf({bytes, at(address), at(cameFrom)})), "suspicion");
}

void TestSuspects::isLinear_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece :
        {"<", "<title", "<title>", "<!--", "<script>", "</", "<input type=", "&"})
        QTest::newRow(piece) << QByteArray(piece);
}

void TestSuspects::isLinear()
{
    // Two million of them; quadratic, it would not end.
    QFETCH(const QByteArray, piece);
    const QByteArray bytes = "<title>Login</title>" + piece.repeated(2'000'000);
    QCOMPARE(suspicionOf({bytes, at("https://a.example/x"), {}}), Suspicion::None);
    QCOMPARE(
        suspicionOf({piece.repeated(2'000'000), at("https://a.example/x"), {}}), Suspicion::None);
}

void TestSuspects::manyWithTheSameBytesAreSuspect()
{
    SamePages pages;
    const QByteArray hash = QCryptographicHash::hash("app", QCryptographicHash::Sha256);
    QList<int> suspects;
    for (int i = 0; i < 15; ++i) {
        if (pages.add(at("https://a.example/p" + QByteArray::number(i)), hash, 700))
            suspects << i;
        const QByteArray own =
            QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
        QVERIFY(!pages.add(at("https://a.example/q" + QByteArray::number(i)), own, 700));
    }
    QCOMPARE(suspects, QList<int>({11, 12, 13, 14}));
    // Empty pages and stubs have nothing to differ in.
    SamePages small;
    for (int i = 0; i < 50; ++i)
        QVERIFY(!small.add(at("https://a.example/p" + QByteArray::number(i)), hash, 60));
}

void TestSuspects::theSameUnderOneAddressIsNot()
{
    SamePages pages;
    const QByteArray hash = QCryptographicHash::hash("list", QCryptographicHash::Sha256);
    for (int i = 0; i < 50; ++i)
        QVERIFY(!pages.add(at("https://a.example/list?sort=" + QByteArray::number(i)), hash, 700));
}

void TestSuspects::documentationIsInnocent()
{
    // Debian's documentation packages, where tests/support/fetchdocs has put them.
    const QString docs = qEnvironmentVariable(
        "GLEANER_DOCS", QStringLiteral(GLEANER_SOURCE_DIR) + QStringLiteral("/build/docs"));
    QDirIterator files(docs, {QStringLiteral("*.html"), QStringLiteral("*.htm")}, QDir::Files,
        QDirIterator::Subdirectories);
    QHash<QString, SamePages> packages;
    QStringList suspects;
    int pages = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString path = file.fileName().mid(docs.size() + 1);
        const auto address =
            Address::parse("http://doc.example/" + path.toUtf8().toPercentEncoding("/+~"));
        QVERIFY2(address, qPrintable(path));
        const QByteArray bytes = file.readAll();
        ++pages;
        const Suspicion suspicion = suspicionOf({bytes, *address, {}});
        const bool isSame = packages[path.section(u'/', 0, 0)].add(
            *address, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256), bytes.size());
        if (suspicion != Suspicion::None || isSame)
            suspects << path + u' ' + QLatin1String(keyword(suspicion))
                    + (isSame ? QStringLiteral(" same") : QString());
    }
    if (pages == 0)
        QSKIP("no documentation is here");
    qInfo("%d pages", pages);
    QVERIFY2(suspects.isEmpty(), qPrintable(suspects.mid(0, 20).join(u'\n')));
}

QTEST_APPLESS_MAIN(TestSuspects)
#include "tst_suspects.moc"
