// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/scandocument.h"
#include "tests/discover/foundlinks.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace gleaner;

/// Writes into the page what a rewriter would be told: "!" before an attribute that is always in
/// the way, "?" before one that may be, "{" and "}" around a reference, with its number of levels.
class Marker : public ReferenceSink
{
public:
    explicit Marker(QByteArray page)
        : m_page(std::move(page))
    {
    }
    void reference(const Reference &reference) override
    {
        insert(reference.begin, "{");
        insert(reference.end, QByteArray::number(reference.ampersandLevels) + "}");
        m_elements += m_depth > 0 ? "r" : "";
    }
    void obstacle(const Obstacle &obstacle) override
    {
        const bool isAlways = obstacle.when == Obstacle::When::Always;
        insert(obstacle.name, isAlways ? "!" : "?");
        m_elements += isAlways ? "" : "o";
    }
    void beginElement() override
    {
        ++m_depth;
        m_elements += "(";
    }
    void endElement() override
    {
        --m_depth;
        m_elements += ")";
    }
    QByteArray page() const
    {
        auto marks = m_marks;
        std::ranges::stable_sort(marks, std::greater(), &Mark::offset);
        QByteArray page = m_page;
        for (const Mark &mark : marks) {
            page.insert(mark.offset, mark.text);
        }
        return page;
    }
    /// Of guarded elements: the order of their references and obstacles.
    const QByteArray &elements() const { return m_elements; }

private:
    void insert(qsizetype offset, const QByteArray &mark) { m_marks.push_back({offset, mark}); }

    struct Mark {
        qsizetype offset;
        QByteArray text;
    };
    const QByteArray m_page;
    std::vector<Mark> m_marks;
    QByteArray m_elements;
    int m_depth = 0;
};

class TestObstacles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsInTheWayOfAFile_data();
    void tellsWhatIsInTheWayOfAFile();
};

void TestObstacles::tellsWhatIsInTheWayOfAFile_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("elements");
    const auto row = [](const char *name, const char *page, const char *marked,
                         const char *elements = "", const char *type = "text/html") {
        QTest::newRow(name) << QByteArray(type) << QByteArray(page) << QByteArray(marked)
                            << QByteArray(elements);
    };
    row("an attribute", "<a href='/a?b&amp;c'>", "<a href='{/a?b&amp;c1}'>");
    row("a style element", "<style>a{b:url(c)}</style>", "<style>a{b:url({c0})}</style>");
    row("a style element of XML", "<svg><style>a{b:url(c)}</style></svg>",
        "<svg><style>a{b:url({c1})}</style></svg>", "", "image/svg+xml");
    row("CDATA in it", "<svg><style><![CDATA[a{b:url(c)}]]></style></svg>",
        "<svg><style><![CDATA[a{b:url({c0})}]]></style></svg>", "", "image/svg+xml");
    row("a style attribute", "<p style='b:url(c)'>", "<p style='b:url({c1})'>");
    row("a style sheet", "a{b:url(c)}", "a{b:url({c0})}", "", "text/css");
    row("a page in a page", "<iframe srcdoc='&lt;img src=a>&lt;style>b{c:url(d)}&lt;/style>'>",
        "<iframe srcdoc='&lt;img src={a2}>&lt;style>b{c:url({d1})}&lt;/style>'>");

    row("a base", "<base target=x href=/b>", "<base target=x !href={/b1}>");
    row("a second base", "<base href=/b><base href=/c>", "<base !href={/b1}><base !href={/c1}>");
    row("a base of a template", "<template><base href=/b></template>",
        "<template><base href=/b></template>");
    row("a base of a page in a page", "<iframe srcdoc='&lt;base href=/b>'>",
        "<iframe srcdoc='&lt;base !href=/b>'>");
    row("a codebase", "<object codebase=/c data=d>", "<object !codebase=/c data={d1}>");
    row("a codebase of nothing", "<p codebase=/c>", "<p codebase=/c>");
    row("a policy", "<meta content=x HTTP-EQUIV=' content-Security-policy '>",
        "<meta content=x !HTTP-EQUIV=' content-Security-policy '>");
    row("a policy that only reports",
        "<meta http-equiv=content-security-policy-report-only content=x>",
        "<meta http-equiv=content-security-policy-report-only content=x>");
    row("a hash", "<script integrity=x src=a></script>", "<script ?integrity=x src={a1}></script>",
        "(or)");
    row("a mode", "<link rel=stylesheet href=a crossorigin>",
        "<link rel=stylesheet href={a1} ?crossorigin>", "(ro)");
    row("a repeated one, which would count without the first",
        "<img crossorigin CrossOrigin=x src=a>", "<img ?crossorigin ?CrossOrigin=x src={a1}>",
        "(oor)");
    row("a repeated base", "<base href=/b href=/c>", "<base !href={/b1} !href=/c>");
    row("both, and the next element's links", "<img crossorigin integrity=x src=a><img src=b>",
        "<img ?crossorigin ?integrity=x src={a1}><img src={b1}>", "(oor)");
    row("in a page in a page", "<iframe crossorigin srcdoc='&amp;&lt;img crossorigin src=a>'>",
        "<iframe ?crossorigin srcdoc='&amp;&lt;img ?crossorigin src={a2}>'>", "(o(or))");
}

void TestObstacles::tellsWhatIsInTheWayOfAFile()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, page);
    Marker marker(page);
    const Document document = documentOf(page, type);
    scanDocument(decodeDocument(document), document.address, marker);
    QTEST(marker.page(), "marked");
    QTEST(marker.elements(), "elements");
}

QTEST_APPLESS_MAIN(TestObstacles)
#include "tst_obstacles.moc"
