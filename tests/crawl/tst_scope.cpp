// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/scope.h"

#include <QTest>

using namespace gleaner;

namespace
{

Address addressOf(const QByteArray &text)
{
    return Address::parse(text).value();
}

QByteArray verdictOn(
    const Scope &scope, const QByteArray &text, LinkKind kind = LinkKind::Navigation, int depth = 1)
{
    Candidate candidate;
    candidate.address = addressOf(text);
    candidate.kind = kind;
    candidate.depth = depth;
    const Verdict verdict = scope.check(candidate);
    return verdict ? keyword(*verdict) : "fetch";
}

const QByteArray start = "https://www.site.co.uk/docs/guide/start.html";

} // namespace

class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversWhatItsKindSays_data();
    void coversWhatItsKindSays();
    void requisitesComeFromAnyHost_data();
    void requisitesComeFromAnyHost();
    void countsClicks_data();
    void countsClicks();
    void filters_data();
    void filters();
    void theFirstReasonCounts();
    void onlyTheWebIsAskedFor_data();
    void onlyTheWebIsAskedFor();
    void longAddressesAreNotAskedFor();
    void typesAreJudgedOnlyWhereTheNameIsPlain_data();
    void typesAreJudgedOnlyWhereTheNameIsPlain();
    void aHostsChoiceComesBeforeTheScope_data();
    void aHostsChoiceComesBeforeTheScope();
    void severalStartsAddUp();
    void aStartThatMovesTakesTheScopeWithIt();
};

void TestScope::coversWhatItsKindSays_data()
{
    QTest::addColumn<QByteArray>("kinds"); // those that cover it, of f(older) h(ost) d(omain) a(ny)
    const auto row = [](const char *address, const char *kinds) {
        QTest::newRow(address) << QByteArray(kinds);
    };
    row("https://www.site.co.uk/docs/guide/start.html", "fhda");
    row("https://www.site.co.uk/docs/guide/", "fhda");
    row("https://www.site.co.uk/docs/guide/deep/er?x", "fhda");
    row("https://www.site.co.uk:443/docs/guide/x", "fhda");
    row("https://user:pass@www.site.co.uk/docs/guide/x", "fhda");
    row("https://www.site.co.uk/docs/guide", "hda");
    row("https://www.site.co.uk/docs/guide/../x", "hda");
    row("https://www.site.co.uk/docs/guide/%2e%2e/x", "hda");
    row("https://www.site.co.uk/docs/guidebook/x", "hda");
    row("https://www.site.co.uk/Docs/guide/x", "hda");
    row("https://www.site.co.uk/", "hda");
    row("http://www.site.co.uk/docs/guide/x", "da");
    row("https://www.site.co.uk:8443/docs/guide/x", "da");
    row("https://site.co.uk/docs/guide/x", "da");
    row("https://a.b.site.co.uk/", "da");
    row("https://other.co.uk/", "a");
    row("https://co.uk/", "a");
    row("https://www.site.co.uk.evil.example/docs/guide/", "a");
    row("https://evilsite.co.uk/", "a");
    row("https://www.site.co.uk@evil.example/docs/guide/x", "a");
    row("http://127.0.0.1/", "a");
}

void TestScope::coversWhatItsKindSays()
{
    QFETCH(const QByteArray, kinds);
    CrawlJob job;
    job.starts = {addressOf(start)};
    QByteArray covering;
    for (const auto &[kind, letter] :
        {std::pair(ScopeKind::Folder, 'f'), std::pair(ScopeKind::Host, 'h'),
            std::pair(ScopeKind::Domain, 'd'), std::pair(ScopeKind::Any, 'a')}) {
        job.scope = kind;
        const Scope scope(job);
        const bool fetched = verdictOn(scope, QTest::currentDataTag()) == "fetch";
        QCOMPARE(scope.covers(addressOf(QTest::currentDataTag())), fetched);
        if (fetched)
            covering += letter;
    }
    QCOMPARE(covering, kinds);
}

void TestScope::requisitesComeFromAnyHost_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("verdict");
    QTest::newRow("requisite") << int(LinkKind::Requisite) << QByteArray("fetch");
    QTest::newRow("navigation") << int(LinkKind::Navigation) << QByteArray("scope");
    QTest::newRow("feed") << int(LinkKind::Feed) << QByteArray("scope");
    QTest::newRow("sitemap") << int(LinkKind::Sitemap) << QByteArray("scope");
    QTest::newRow("alternate") << int(LinkKind::Alternate) << QByteArray("scope");
}

void TestScope::requisitesComeFromAnyHost()
{
    QFETCH(const int, kind);
    CrawlJob job;
    job.starts = {addressOf(start)};
    for (const ScopeKind narrow : {ScopeKind::Folder, ScopeKind::Host, ScopeKind::Domain}) {
        job.scope = narrow;
        QTEST(verdictOn(Scope(job), "https://cdn.example/x", LinkKind(kind)), "verdict");
    }
}

void TestScope::countsClicks_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("depth");
    QTest::addColumn<QByteArray>("verdict");
    QTest::newRow("0 at 0") << 0 << 0 << QByteArray("fetch");
    QTest::newRow("1 at 0") << 0 << 1 << QByteArray("depth");
    QTest::newRow("5 at 5") << 5 << 5 << QByteArray("fetch");
    QTest::newRow("6 at 5") << 5 << 6 << QByteArray("depth");
    QTest::newRow("without a limit") << -1 << 1'000'000 << QByteArray("fetch");
}

void TestScope::countsClicks()
{
    QFETCH(const int, limit);
    QFETCH(const int, depth);
    CrawlJob job;
    job.starts = {addressOf(start)};
    job.depth = limit < 0 ? std::nullopt : std::optional(limit);
    for (const LinkKind kind : {LinkKind::Navigation, LinkKind::Requisite})
        QTEST(verdictOn(Scope(job), start + "x", kind, depth), "verdict");
}

void TestScope::filters_data()
{
    QTest::addColumn<QByteArrayList>("include");
    QTest::addColumn<QByteArrayList>("exclude");
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("image");
    const auto row = [](const char *name, const QByteArrayList &include,
                         const QByteArrayList &exclude, const char *page, const char *image) {
        QTest::newRow(name) << include << exclude << QByteArray(page) << QByteArray(image);
    };
    row("none", {}, {}, "fetch", "fetch");
    row("one includes", {"*.pdf", "*/page"}, {}, "fetch", "fetch");
    row("none includes", {"*.pdf"}, {}, "filter", "fetch");
    row("excluded", {}, {"*/page"}, "filter", "fetch");
    row("exclude beats include", {"*"}, {"*/page"}, "filter", "fetch");
    row("an image excluded", {}, {"*.png*"}, "fetch", "filter");
    row("half a match is none", {}, {"page", "https://www.site.co.uk/"}, "fetch", "fetch");
}

void TestScope::filters()
{
    QFETCH(const QByteArrayList, include);
    QFETCH(const QByteArrayList, exclude);
    CrawlJob job;
    job.starts = {addressOf(start)};
    job.include = include;
    job.exclude = exclude;
    const Scope scope(job);
    QTEST(verdictOn(scope, "https://www.site.co.uk/page"), "page");
    QTEST(verdictOn(scope, "https://www.site.co.uk/i.png?a", LinkKind::Requisite), "image");
}

void TestScope::theFirstReasonCounts()
{
    CrawlJob job;
    job.starts = {addressOf(start)};
    job.depth = 1;
    job.exclude = {"*"};
    const Scope scope(job);
    QCOMPARE(
        verdictOn(scope, "ftp://other.example/", LinkKind::Navigation, 9), QByteArray("scheme"));
    QCOMPARE(
        verdictOn(scope, "https://other.example/", LinkKind::Navigation, 9), QByteArray("scope"));
    QCOMPARE(verdictOn(scope, start, LinkKind::Navigation, 9), QByteArray("depth"));
    QCOMPARE(verdictOn(scope, start), QByteArray("filter"));
}

void TestScope::onlyTheWebIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"ftp://www.site.co.uk/", "file:///etc/passwd", "javascript:x",
             "data:text/html,x", "mailto:a@b", "qrc:/x", "ws://www.site.co.uk/", "smb://h/x"})
        QTest::newRow(address) << QByteArray(address);
}

void TestScope::onlyTheWebIsAskedFor()
{
    QFETCH(const QByteArray, address);
    CrawlJob job;
    job.starts = {addressOf(start)};
    job.scope = ScopeKind::Any;
    for (const LinkKind kind : {LinkKind::Navigation, LinkKind::Requisite})
        QCOMPARE(verdictOn(Scope(job), address, kind), QByteArray("scheme"));
}

void TestScope::longAddressesAreNotAskedFor()
{
    CrawlJob job;
    job.starts = {addressOf(start)};
    const Scope scope(job);
    const QByteArray front = "https://www.site.co.uk/";
    const QByteArray longest = front + QByteArray(longestAddress - front.size(), 'a');
    QCOMPARE(verdictOn(scope, longest), QByteArray("fetch"));
    QCOMPARE(verdictOn(scope, longest + 'a'), QByteArray("limit"));
    QCOMPARE(verdictOn(scope, longest + 'a', LinkKind::Requisite), QByteArray("limit"));
    // As it is written in its canonical form, not in the page.
    QCOMPARE(verdictOn(scope, longest.chopped(2) + " a"), QByteArray("limit"));
}

void TestScope::typesAreJudgedOnlyWhereTheNameIsPlain_data()
{
    QTest::addColumn<QByteArray>("verdict");
    QTest::newRow("x.png") << QByteArray("fetch");
    QTest::newRow("x.iso") << QByteArray("type");
    QTest::newRow("x.mp4?a") << QByteArray("type");
    QTest::newRow("x.html") << QByteArray("fetch");
    QTest::newRow("x.php") << QByteArray("fetch");
    QTest::newRow("x.css") << QByteArray("fetch");
    QTest::newRow("x") << QByteArray("fetch");
    QTest::newRow("x.unheard-of") << QByteArray("fetch");
    QTest::newRow("x.epub") << QByteArray("fetch");
}

void TestScope::typesAreJudgedOnlyWhereTheNameIsPlain()
{
    CrawlJob job;
    job.starts = {addressOf(start)};
    job.types = TypeSelection::fromList("images,epub").value();
    QTEST(verdictOn(Scope(job), QByteArray("https://www.site.co.uk/") + QTest::currentDataTag()),
        "verdict");
}

void TestScope::aHostsChoiceComesBeforeTheScope_data()
{
    using enum HostChoice;
    QTest::addColumn<HostChoices>("choices");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("page"); // what becomes of it as a page
    QTest::addColumn<QByteArray>("requisite");
    const auto row = [](const char *name, const HostChoices &choices, const char *address,
                         const char *page, const char *requisite) {
        QTest::newRow(name) << choices << QByteArray(address) << QByteArray(page)
                            << QByteArray(requisite);
    };
    const char *own = "https://www.site.co.uk/docs/guide/x";
    const char *other = "https://other.example/x";
    row("none", {}, other, "scope", "fetch");
    row("of another host", {{"third.example", Never}}, own, "fetch", "fetch");
    row("crawl", {{"other.example", Crawl}}, other, "fetch", "fetch");
    row("crawl, with its secure side", {{"other.example", Crawl}}, "http://other.example/", "fetch",
        "fetch");
    row("not its other ports", {{"other.example", Crawl}}, "https://other.example:8443/", "scope",
        "fetch");
    row("a port of its own", {{"other.example:8443", Crawl}}, "https://other.example:8443/",
        "fetch", "fetch");
    row("not what lies below it", {{"other.example", Crawl}}, "https://a.other.example/", "scope",
        "fetch");
    row("requisites only", {{"www.site.co.uk", RequisitesOnly}}, own, "filter", "fetch");
    row("never", {{"www.site.co.uk", Never}}, own, "filter", "filter");
    row("never, elsewhere", {{"other.example", Never}}, other, "filter", "filter");
}

void TestScope::aHostsChoiceComesBeforeTheScope()
{
    QFETCH(const HostChoices, choices);
    QFETCH(const QByteArray, address);
    CrawlJob job;
    job.starts = {addressOf(start)};
    job.hosts = choices;
    const Scope scope(job);
    QTEST(verdictOn(scope, address), "page");
    QTEST(verdictOn(scope, address, LinkKind::Requisite), "requisite");
    QCOMPARE(scope.covers(addressOf(address)), verdictOn(scope, address) == "fetch");
}

void TestScope::severalStartsAddUp()
{
    CrawlJob job;
    job.starts = {addressOf("http://a/"), addressOf("http://b/x/y")};
    job.scope = ScopeKind::Folder;
    const Scope scope(job);
    QCOMPARE(verdictOn(scope, "http://a/z"), QByteArray("fetch"));
    QCOMPARE(verdictOn(scope, "http://b/x/z"), QByteArray("fetch"));
    QCOMPARE(verdictOn(scope, "http://b/z"), QByteArray("scope"));
    QCOMPARE(verdictOn(scope, "http://c/"), QByteArray("scope"));
}

void TestScope::aStartThatMovesTakesTheScopeWithIt()
{
    CrawlJob job;
    job.starts = {addressOf("http://site.example/"), addressOf("http://b/")};
    Scope scope(job);
    scope.moveStart(addressOf("http://site.example/"), addressOf("https://www.site.example/en/"));
    QCOMPARE(verdictOn(scope, "https://www.site.example/x"), QByteArray("fetch"));
    QCOMPARE(verdictOn(scope, "http://site.example/x"), QByteArray("scope"));
    QCOMPARE(verdictOn(scope, "http://b/x"), QByteArray("fetch"));
    scope.moveStart(addressOf("http://never.example/"), addressOf("http://c/"));
    QCOMPARE(verdictOn(scope, "http://c/"), QByteArray("scope"));
    QCOMPARE(scope.starts().size(), size_t(2));
}

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
