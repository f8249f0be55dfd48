// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/packedrecord.h"

#include <QTest>

#include <functional>

using namespace gleaner;

namespace
{

/// A record is packed and unpacked as the log does it.
class Packing
{
public:
    Record pass(const Record &record)
    {
        const auto id = m_addresses.add(record.address).number;
        m_packed.pack(record, m_addresses, m_common);
        Record result;
        result.id = record.id;
        result.address = m_addresses.at(id);
        m_packed.unpack(result, m_addresses, m_common);
        return result;
    }
    AddressTable &addresses() { return m_addresses; }

private:
    AddressTable m_addresses;
    CommonValues m_common;
    PackedRecord m_packed;
};

Record recordAt(const char *address)
{
    Record record;
    record.id = 5;
    record.address = Address::parse(address).value();
    return record;
}

/// The first field that differs; null if none does.
const char *difference(const Record &a, const Record &b)
{
    const std::pair<const char *, bool> fields[] = {
        {"id", a.id == b.id},
        {"address", a.address == b.address},
        {"referrer", a.referrer == b.referrer},
        {"found",
            qstrcmp(a.found.element, b.found.element) == 0
                && qstrcmp(a.found.attribute, b.found.attribute) == 0},
        {"kind", a.kind == b.kind},
        {"depth", a.depth == b.depth},
        {"state", a.state == b.state},
        {"skip", a.skip == b.skip},
        {"fail", a.fail == b.fail},
        {"tls", a.tls == b.tls},
        {"status", a.status == b.status},
        {"tries", a.tries == b.tries},
        {"kept", a.kept == b.kept},
        {"verified", a.verified == b.verified},
        {"change", a.change == b.change},
        {"suspicion", a.suspicion == b.suspicion},
        {"bytes", a.bytes == b.bytes},
        {"retryAt", a.retryAt == b.retryAt},
        {"seconds", qFuzzyCompare(1 + a.seconds, 1 + b.seconds)},
        {"path", a.path == b.path},
        {"type", a.type == b.type},
        {"target", a.target == b.target && a.target.path() == b.target.path()},
        {"detail", a.detail == b.detail},
        {"offered", a.offered == b.offered},
    };
    for (const auto &[name, isSame] : fields) {
        if (!isSame)
            return name;
    }
    return nullptr;
}

using Setting = std::function<void(Record &)>;

} // namespace

class TestPackedRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSmall();
    void keepsEveryField_data();
    void keepsEveryField();
    void keepsAllFieldsAtOnce();
    void keepsPaths_data();
    void keepsPaths();
    void takesBackWhatIsNoLongerSo();
    void keepsAnyNumberOfTypes();
    void knowsATargetByItsNumberOrItsBytes();
};

void TestPackedRecord::isSmall()
{
    QVERIFY(sizeof(PackedRecord) <= 40);
}

void TestPackedRecord::keepsEveryField_data()
{
    QTest::addColumn<Setting>("change");
    const auto row = [](const char *name, const Setting &change) { QTest::newRow(name) << change; };
    row("new", [](Record &) {});
    row("referrer", [](Record &r) { r.referrer = 4'000'000'000; });
    row("found", [](Record &r) { r.found = {"img", "srcset"}; });
    row("kind", [](Record &r) { r.kind = LinkKind::Guessed; });
    row("depth", [](Record &r) { r.depth = 65535; });
    row("state", [](Record &r) { r.state = RecordState::Failed; });
    row("skip", [](Record &r) { r.skip = SkipReason::User; });
    row("fail", [](Record &r) { r.fail = FailReason::Tls; });
    row("tls", [](Record &r) { r.tls = TlsProblem::Expired; });
    row("status", [](Record &r) { r.status = 599; });
    row("tries", [](Record &r) { r.tries = 999; });
    row("kept", [](Record &r) { r.kept = true; });
    row("change", [](Record &r) { r.change = Change::Gone; });
    row("suspicion", [](Record &r) { r.suspicion = Suspicion::SameAsMany; });
    row("not verified", [](Record &r) { r.verified = false; });
    row("bytes", [](Record &r) { r.bytes = qint64(1) << 60; });
    row("no bytes", [](Record &r) { r.bytes = 0; });
    row("retry", [](Record &r) { r.retryAt = 1'800'000'000'000; });
    row("seconds", [](Record &r) { r.seconds = 0.001; });
    row("hours", [](Record &r) { r.seconds = 86'400.123; });
    row("type", [](Record &r) { r.type = "text/html"; });
    row("detail", [](Record &r) { r.detail = QStringLiteral("Größe \U0001F600"); });
    row("offered", [](Record &r) { r.offered = QStringLiteral("r\u00e9sum\u00e9.pdf"); });
    row("long detail", [](Record &r) { r.detail = QString(100'000, u'ä'); });
}

void TestPackedRecord::keepsEveryField()
{
    QFETCH(const Setting, change);
    Record record = recordAt("http://h/a");
    change(record);
    Packing packing;
    const char *differs = difference(packing.pass(record), record);
    QVERIFY2(!differs, differs);
}

void TestPackedRecord::keepsAllFieldsAtOnce()
{
    Record record = recordAt("https://h/a?b");
    record.referrer = 1;
    record.found = {"a", "href"};
    record.retryAt = 7;
    record.path = QStringLiteral("+h/a,b.html");
    record.type = "text/html";
    record.detail = QStringLiteral("words");
    record.target = Address::parse("http://elsewhere/").value();
    Packing packing;
    for (int times = 0; times < 2; ++times) {
        const char *differs = difference(packing.pass(record), record);
        QVERIFY2(!differs, differs);
    }
}

void TestPackedRecord::keepsPaths_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *address, const char *path) {
        QTest::newRow(path) << QByteArray(address) << QString::fromUtf8(path);
    };
    row("http://h/a/b.html", "a/b.html");
    row("http://h/a/b", "a/b.html");
    row("http://h/", "index.html");
    row("http://h/a/", "a/index.html");
    row("http://h/a/b.html", "+h_8080/a/b.html");
    row("http://h/a/b.html", "+h_8080/a/b.html.html");
    row("http://h/a/b.html", "elsewhere");
    row("http://h/a/b.html", "a/b.htm");
    row("http://h/a", "a/a/a");
    row("http://h/gr%C3%BC%C3%9Fe", "grüße.html");
    row("http://h/a?b=c", "a,b=c.html");
    row("http://h/a", "ä/a.html");
    row("mailto:me", "me");
    row("foo:/.//x", "x");
}

void TestPackedRecord::keepsPaths()
{
    QFETCH(const QByteArray, address);
    QFETCH(const QString, path);
    Record record = recordAt(address.constData());
    record.path = path;
    Packing packing;
    QCOMPARE(packing.pass(record).path, path);
}

void TestPackedRecord::takesBackWhatIsNoLongerSo()
{
    Packing packing;
    const Record bare = recordAt("http://h/a");
    Record full = bare;
    full.path = QStringLiteral("a");
    full.detail = QStringLiteral("timed out");
    full.retryAt = 1;
    for (const Record &record : {bare, full, bare, full}) {
        const char *differs = difference(packing.pass(record), record);
        QVERIFY2(!differs, differs);
    }
}

void TestPackedRecord::keepsAnyNumberOfTypes()
{
    AddressTable addresses;
    CommonValues common;
    std::vector<PackedRecord> packed(1000);
    Record record = recordAt("http://h/a");
    for (int round = 0; round < 2; ++round) {
        for (size_t i = 0; i < packed.size(); ++i) {
            record.type = "made/up-" + QByteArray::number(int(i));
            packed[i].pack(record, addresses, common);
        }
    }
    for (size_t i = 0; i < packed.size(); ++i) {
        Record result = recordAt("http://h/a");
        packed[i].unpack(result, addresses, common);
        QCOMPARE(result.type, "made/up-" + QByteArray::number(int(i)));
    }
}

void TestPackedRecord::knowsATargetByItsNumberOrItsBytes()
{
    Packing packing;
    Record record = recordAt("http://h/a");
    record.target = Address::parse("http://h/later?x").value();
    QCOMPARE(packing.pass(record).target, record.target);
    packing.addresses().add(record.target);
    const Record result = packing.pass(record);
    QCOMPARE(result.target, record.target);
    QCOMPARE(result.target.query(), QByteArrayView("x"));
}

QTEST_GUILESS_MAIN(TestPackedRecord)
#include "tst_packedrecord.moc"
