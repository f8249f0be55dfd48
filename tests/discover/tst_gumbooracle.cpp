// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/css.h"
#include "core/discover/discover.h"
#include "core/discover/headers.h"
#include "core/discover/srcset.h"
#include "tests/e2e/sites.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <gumbo.h>

#include <set>

using namespace gleaner;

// Compares the links we find without a tree to those that a walk over another parser's tree finds,
// on every page of three documentation packages of Debian's, 5,600 of them. There is no difference
// to explain; a page of another site goes with GLEANER_SITE=/usr/share/doc/… ctest -R gumbooracle.

namespace
{

using Addresses = std::set<QByteArray>;

/// A tree walk with rules of its own, written down from the HTML standard's index of attributes.
class TreeWalk
{
public:
    TreeWalk(const QByteArray &page, const Address &address)
        : m_page(page)
        , m_address(address)
        , m_base(address)
    {
        m_options.max_errors = 0;
        m_output = gumbo_parse_with_options(&m_options, page.constData(), size_t(page.size()));
    }
    ~TreeWalk() { gumbo_destroy_output(&m_options, m_output); }
    TreeWalk(const TreeWalk &) = delete;
    TreeWalk &operator=(const TreeWalk &) = delete;

    Addresses run()
    {
        forEachElement([this](const GumboElement &element) { readBase(element); });
        forEachElement([this](const GumboElement &element) { readElement(element); });
        return m_found;
    }

private:
    template <typename Use>
    void forEachElement(Use use)
    {
        std::vector<const GumboNode *> open{m_output->root};
        while (!open.empty()) {
            const GumboNode *node = open.back();
            open.pop_back();
            if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
                continue;
            }
            use(node->v.element);
            for (unsigned i = 0; i < node->v.element.children.length; ++i) {
                open.push_back(static_cast<GumboNode *>(node->v.element.children.data[i]));
            }
        }
    }

    static QByteArray attribute(const GumboElement &element, const char *name)
    {
        const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
        return found ? QByteArray(found->value) : QByteArray();
    }

    void readBase(const GumboElement &element)
    {
        const QByteArray href = attribute(element, "href");
        if (element.tag == GUMBO_TAG_BASE && !href.isNull() && !m_hasBase) {
            m_hasBase = true;
            m_base = m_address.resolve(href).value_or(m_address);
        }
    }

    void readElement(const GumboElement &element)
    {
        for (const char *name : {"src", "poster", "background", "longdesc", "lowsrc", "data"}) {
            if (qstrcmp(name, "data") != 0 || element.tag == GUMBO_TAG_OBJECT) {
                add(attribute(element, name));
            }
        }
        if (element.tag == GUMBO_TAG_A || element.tag == GUMBO_TAG_AREA) {
            add(attribute(element, "href"));
        }
        if (element.tag == GUMBO_TAG_LINK) {
            const QByteArray rel = attribute(element, "rel").toLower();
            if (rel != "dns-prefetch" && rel != "preconnect" && rel != "pingback") {
                add(attribute(element, "href"));
            }
        }
        if (element.tag == GUMBO_TAG_META
            && attribute(element, "http-equiv").toLower() == "refresh") {
            add(refreshTarget(attribute(element, "content")).toByteArray());
        }
        const QByteArray srcset = attribute(element, "srcset");
        SrcsetScanner candidates(srcset);
        while (candidates.next()) {
            add(candidates.url().toByteArray());
        }
        addCss(attribute(element, "style"));
        if (element.tag == GUMBO_TAG_STYLE && element.children.length > 0) {
            addCss(static_cast<GumboNode *>(element.children.data[0])->v.text.text);
        }
    }

    void addCss(const QByteArray &css)
    {
        CssScanner scanner(css);
        while (scanner.next()) {
            add(scanner.url().toByteArray());
        }
    }

    void add(const QByteArray &reference)
    {
        // A fragment alone, or nothing, is the page itself.
        const QByteArray text = reference.trimmed();
        if (text.isEmpty() || text.startsWith('#')) {
            return;
        }
        const std::optional<Address> address = m_base.resolve(text);
        for (const char *scheme : {"data", "javascript", "mailto", "tel", "about", "blob"}) {
            if (address && address->scheme() == QByteArrayView(scheme, qstrlen(scheme))) {
                return;
            }
        }
        if (address) {
            m_found.insert(address->bytes());
        }
    }

    const QByteArray m_page;
    const Address m_address;
    Address m_base;
    bool m_hasBase = false;
    GumboOptions m_options = kGumboDefaultOptions;
    GumboOutput *m_output;
    Addresses m_found;
};

} // namespace

class TestGumboOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatATreeWalkFinds_data();
    void findsWhatATreeWalkFinds();
};

void TestGumboOracle::findsWhatATreeWalkFinds_data()
{
    QTest::addColumn<QString>("package");
    QTest::addColumn<int>("atLeast");
    const QString site = qEnvironmentVariable("GLEANER_SITE");
    if (!site.isEmpty()) {
        QTest::newRow("GLEANER_SITE") << QString() << 1;
        return;
    }
    QTest::newRow("PostgreSQL") << QStringLiteral("postgresql-doc-15") << 1000;
    QTest::newRow("Python") << QStringLiteral("python3.11-doc") << 500;
    QTest::newRow("libstdc++") << QStringLiteral("libstdc++-12-doc") << 3000;
}

void TestGumboOracle::findsWhatATreeWalkFinds()
{
    QFETCH(QString, package);
    QFETCH(int, atLeast);
    QString error;
    const QString site = package.isEmpty() ? qEnvironmentVariable("GLEANER_SITE")
                                           : test::documentation(package, error);
    QVERIFY2(!site.isEmpty(), qPrintable(error));
    QDirIterator files(site, {QStringLiteral("*.html")}, QDir::Files, QDirIterator::Subdirectories);
    int pages = 0;
    int different = 0;
    size_t links = 0;
    qint64 bytes = 0;
    qint64 ourTime = 0;
    qint64 treeTime = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        Document document;
        document.bytes = file.readAll();
        // Gumbo reads UTF-8 only; and a page in another charset is tested elsewhere.
        document.contentType = "text/html; charset=utf-8";
        document.address = *Address::parse("http://example.org/site"
            + file.fileName().mid(site.size()).toUtf8().toPercentEncoding("/"));
        QElapsedTimer clock;
        clock.start();
        const Discovery discovery = discover(document);
        ourTime += clock.nsecsElapsed();
        clock.restart();
        const Addresses wanted = TreeWalk(document.bytes, document.address).run();
        treeTime += clock.nsecsElapsed();

        Addresses found;
        for (const Link &link : discovery.links) {
            found.insert(link.address.bytes());
        }
        ++pages;
        links += wanted.size();
        bytes += document.bytes.size();
        if (found != wanted) {
            ++different;
            for (const QByteArray &address : found) {
                if (!wanted.count(address)) {
                    qWarning() << "only here" << file.fileName() << address;
                }
            }
            for (const QByteArray &address : wanted) {
                if (!found.count(address)) {
                    qWarning() << "only in the tree" << file.fileName() << address;
                }
            }
        }
    }
    qInfo(
        "%d pages, %lld bytes, %zu links, %d pages differ; %.0f MB/s against %.0f MB/s: %.1f times",
        pages, bytes, links, different, double(bytes) * 1e3 / double(ourTime),
        double(bytes) * 1e3 / double(treeTime), double(treeTime) / double(ourTime));
    QVERIFY2(pages >= atLeast, qPrintable(QString::number(pages)));
    QCOMPARE(different, 0);
}

QTEST_APPLESS_MAIN(TestGumboOracle)
#include "tst_gumbooracle.moc"
