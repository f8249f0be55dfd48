// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/versions.h"

#include "core/save/savedfiles.h"
#include "tests/save/savedfiles.h"
#include "tests/support/filesbelow.h"
#include "tests/support/privatemount.h"

#include <QTest>

#include <ctime>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

const QByteArray update = "2026-11-28T12-03-11Z";
const QByteArray place = "++versions/" + update + '/';
const QByteArray secondPlace = "++versions/" + update + ".2/";

QByteArray hashOf(const QByteArray &bytes)
{
    RunningHash hash;
    hash.add(bytes);
    return hash.value();
}

} // namespace

/// What is replaced gets a second name first, and nothing else is touched.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatIsReplaced_data();
    void keepsWhatIsReplaced();
    void keepsNothingUnlessAsked();
    void keepsStreamedFilesToo();
    void keepsTheFileItself();
    void everyUpdateHasAFolder();
    void keepsWhatIsRemoved();
    void whatIsInTheWayStays_data();
    void whatIsInTheWayStays();
    void withoutItsFolderNothingIsReplaced_data();
    void withoutItsFolderNothingIsReplaced();
    void wasKeptAlreadyBeforeAKill();
    void aLandingReplacesWhatItWasMadeFor();
    void aLandingThatReplacedIsFoundUnderTheOldName();
    void aLandingWhoseOldFileCannotBeKeptIsNoFile();
    void aLandingIsLeftAsItIsByOneInAHurry();
    void aPartIsRemovedOnlyIfItIsKnown();
    void copiesWithoutHardLinks();
    void aFullDiskKeepsTheOldFile();
    void leftoversOfACopyGo();
    void noAddressGetsItsName_data();
    void noAddressGetsItsName();
    void namesTheUpdateByItsTime();

private:
    Folder &folder() { return m_files->folder(); }
    /// Files the bytes in place of the old ones; where, and how. No old ones: nothing was there.
    QByteArray filed(const QByteArray &path, const QByteArray &old, const QByteArray &bytes);
    Folder::Part wholePart(const QByteArray &path, const QByteArray &bytes);
    QByteArray read(const QByteArray &path) const { return m_files->read("dl/" + path); }
    QByteArrayList below() const { return filesBelow(m_files->path("dl")); }
    static FiledBefore before(const QByteArray &path, const QByteArray &bytes)
    {
        return {split(path), bytes.size(), hashOf(bytes)};
    }

    std::unique_ptr<test::SavedFiles> m_files;
};

void TestVersions::init()
{
    m_files = std::make_unique<test::SavedFiles>();
    QVERIFY(m_files->isReady());
    folder().keepVersions(update);
}

QByteArray TestVersions::filed(
    const QByteArray &path, const QByteArray &old, const QByteArray &bytes)
{
    Filing filing{split(path), split(path + "~mark"), std::nullopt};
    if (!old.isEmpty())
        filing.before = before(path, old);
    const FileResult result = folder().file(folder().announce(bytes, filing));
    if (const auto *error = std::get_if<SaveError>(&result))
        return error->fault ? "fault" : "refused";
    const auto &filed = std::get<Filed>(result);
    return filed.path.joined()
        + (filed.how == Filed::How::New             ? " new"
                : filed.how == Filed::How::Replaced ? " replaced"
                                                    : " same");
}

Folder::Part TestVersions::wholePart(const QByteArray &path, const QByteArray &bytes)
{
    auto part = created(folder(), path);
    folder().makeHashed(part);
    if (folder().append(part, bytes))
        qFatal("cannot write %s", path.constData());
    return part;
}

void TestVersions::keepsWhatIsReplaced_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("bodies"); ///< one after the other
    QTest::addColumn<QByteArrayList>("kept"); ///< names and bytes
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &bodies,
                         const QByteArrayList &kept) {
        QTest::newRow(name) << path << bodies << kept << int(kept.size());
    };
    row("once", "a", "12", {place + "a=1"});
    row("in folders", "a/b/c.txt", "12", {place + "a/b/c.txt=1"});
    row("twice", "a/b", "123", {secondPlace + "a/b=2", place + "a/b=1"});
    row("three times", "a", "1234",
        {secondPlace + "a=2", "++versions/" + update + ".3/a=3", place + "a=1"});
    row("there and back", "a", "12121", {secondPlace + "a=2", place + "a=1"});
    row("equal bytes", "a", "11", {});
    row("new", "a", "1", {});
    row("odd names", "+h.example_80/ \n\"-rf/%2E%2E/ä", "12",
        {place + "+h.example_80/ \n\"-rf/%2E%2E/ä=1"});
    row("the longest name", QByteArray(250, 'n'), "12", {place + QByteArray(250, 'n') + "=1"});
    row("deep", QByteArray("d/").repeated(300) + "a", "12",
        {place + QByteArray("d/").repeated(300) + "a=1"});
}

void TestVersions::keepsWhatIsReplaced()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, bodies);
    QFETCH(QByteArrayList, kept);
    QFETCH(const int, count);
    QCOMPARE(filed(path, {}, bodies.left(1)), path + " new");
    for (qsizetype i = 1; i < bodies.size(); ++i)
        QVERIFY(filed(path, bodies.mid(i - 1, 1), bodies.mid(i, 1)).startsWith(path));
    // Asked of what reads for an export: it goes through folders however deep they are.
    const gleaner::SavedFiles files(m_files->path("dl"));
    QByteArrayList found;
    for (const QByteArray &name : versionsIn(files, update)) {
        const auto opened = files.open(pathFromText(name));
        QVERIFY(opened);
        QByteArray bytes;
        QVERIFY(readThrough(*opened, [&](QByteArrayView piece) {
            bytes += piece;
            return true;
        }));
        found.append(name + '=' + bytes);
    }
    std::ranges::sort(found);
    std::ranges::sort(kept);
    QCOMPARE(found, kept);
    QCOMPARE(folder().versionsKept(), count);
    QCOMPARE(folder().hashAt(split(path), 1), hashOf(bodies.right(1)));
    QCOMPARE(folder().hashAt({{}, versionsFolder}, 1), QByteArray());
    QCOMPARE(files.hasFolder({versionsFolder}), count > 0);
}

void TestVersions::keepsNothingUnlessAsked()
{
    folder().keepVersions({});
    filed("a", {}, "1");
    QCOMPARE(filed("a", "1", "2"), QByteArray("a replaced"));
    QCOMPARE(below(), QByteArrayList{"a"});
    QCOMPARE(folder().versionsKept(), 0);
}

void TestVersions::keepsStreamedFilesToo()
{
    filed("a/b", {}, "1");
    auto part = wholePart("a/b", "22");
    const FileResult result =
        folder().file(part, {split("a/b"), split("a/b~mark"), before("a/b", "1")});
    QVERIFY(std::holds_alternative<Filed>(result));
    QCOMPARE(below(), QByteArrayList({place + "a/b", "a/b"}));
    QCOMPARE(read(place + "a/b"), QByteArray("1"));
    QCOMPARE(read("a/b"), QByteArray("22"));
}

void TestVersions::keepsTheFileItself()
{
    Filing filing{split("a"), split("a~mark"), std::nullopt};
    filing.modified = 1'000'000;
    folder().file(folder().announce("1", filing));
    struct stat was;
    QCOMPARE(stat(QFile::encodeName(m_files->path("dl/a")).constData(), &was), 0);
    filed("a", "1", "2");
    struct stat is;
    QCOMPARE(stat(QFile::encodeName(m_files->path("dl/" + place + "a")).constData(), &is), 0);
    QCOMPARE(is.st_ino, was.st_ino);
    QCOMPARE(is.st_mtime, time_t(1'000'000));
    QCOMPARE(is.st_nlink, nlink_t(1));
}

void TestVersions::everyUpdateHasAFolder()
{
    filed("a", {}, "1");
    filed("a", "1", "2");
    folder().keepVersions("2027-01-01T00-00-00Z");
    filed("a", "2", "3");
    QCOMPARE(read(place + "a"), QByteArray("1"));
    QCOMPARE(read("++versions/2027-01-01T00-00-00Z/a"), QByteArray("2"));
    QCOMPARE(read("a"), QByteArray("3"));
}

void TestVersions::keepsWhatIsRemoved()
{
    filed("a", {}, "1");
    QVERIFY(!folder().removeFiled(before("a", "other")));
    QCOMPARE(below(), QByteArrayList{"a"});
    QVERIFY(!folder().removeFiled(before("a", "1")));
    QCOMPARE(below(), QByteArrayList{place + "a"});
    // Where it cannot be kept it stays.
    filed("b", {}, "1");
    QVERIFY(QDir(m_files->path("dl/++versions")).removeRecursively());
    m_files->write("dl/++versions", "mine");
    const auto error = folder().removeFiled(before("b", "1"));
    QVERIFY(error && error->fault);
    QCOMPARE(below(), QByteArrayList({"++versions", "b"}));
}

void TestVersions::whatIsInTheWayStays_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what : {"file", "link to a file", "folder", "pipe", "file for folder",
             "link for folder", "dangling link for folder", "link for update"})
        QTest::newRow(what) << QByteArray(what);
}

void TestVersions::whatIsInTheWayStays()
{
    QFETCH(const QByteArray, what);
    filed("f/a", {}, "1");
    const QByteArray there = "dl/" + place;
    const QDir root(m_files->path(""));
    if (what.endsWith("update"))
        QVERIFY(root.mkpath(QString::fromLatin1("dl/++versions")));
    else if (what.endsWith("for folder"))
        QVERIFY(root.mkpath(QString::fromLatin1(there)));
    else
        QVERIFY(root.mkpath(QString::fromLatin1(there + "f")));
    if (what == "file")
        m_files->write(there + "f/a", "mine");
    else if (what == "link to a file")
        m_files->link(there + "f/a", m_files->path("outside/secret"));
    else if (what == "folder")
        QVERIFY(root.mkpath(QString::fromLatin1(there + "f/a")));
    else if (what == "pipe")
        m_files->pipe(there + "f/a");
    else if (what == "file for folder")
        m_files->write(there + "f", "mine");
    else if (what == "link for folder")
        m_files->link(there + "f", m_files->path("outside"));
    else if (what == "dangling link for folder")
        m_files->link(there + "f", m_files->path("nowhere"));
    else
        m_files->link(there.chopped(1), m_files->path("outside"));
    QCOMPARE(filed("f/a", "1", "2"), QByteArray("f/a replaced"));
    QCOMPARE(read(secondPlace + "f/a"), QByteArray("1"));
    QVERIFY(
        versionsIn(gleaner::SavedFiles(m_files->path("dl")), update).contains(secondPlace + "f/a"));
    QCOMPARE(read("f/a"), QByteArray("2"));
    QCOMPARE(m_files->names("outside"), QByteArrayList{"secret"});
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
    if (what == "file")
        QCOMPARE(read(place + "f/a"), QByteArray("mine"));
    QVERIFY(!QFileInfo::exists(m_files->path("nowhere")));
}

void TestVersions::withoutItsFolderNothingIsReplaced_data()
{
    QTest::addColumn<bool>("isLink");
    QTest::newRow("a file of the person's") << false;
    QTest::newRow("a link to elsewhere") << true;
}

void TestVersions::withoutItsFolderNothingIsReplaced()
{
    QFETCH(const bool, isLink);
    filed("a", {}, "1");
    if (isLink)
        m_files->link("dl/++versions", m_files->path("outside"));
    else
        m_files->write("dl/++versions", "mine");
    const Filing filing{split("a"), split("a~mark"), before("a", "1")};
    const FileResult result = folder().file(folder().announce("2", filing));
    const auto *error = std::get_if<SaveError>(&result);
    QVERIFY(error && error->fault);
    QCOMPARE(error->fault->path, m_files->path("dl/++versions"));
    QCOMPARE(m_files->names("dl"), QByteArrayList({"++versions", "a"}));
    QCOMPARE(read("a"), QByteArray("1"));
    QCOMPARE(m_files->names("outside"), QByteArrayList{"secret"});
    QVERIFY(QFile::remove(m_files->path("dl/++versions")));
    QCOMPARE(filed("a", "1", "2"), QByteArray("a replaced"));
    QCOMPARE(read(place + "a"), QByteArray("1"));
}

void TestVersions::wasKeptAlreadyBeforeAKill()
{
    filed("a", {}, "1");
    QVERIFY(QDir(m_files->path("dl")).mkpath(QString::fromLatin1(place)));
    const auto encoded = [&](const QByteArray &name) {
        return QFile::encodeName(m_files->path("dl/" + name));
    };
    QCOMPARE(link(encoded("a").constData(), encoded(place + "a").constData()), 0);
    QCOMPARE(filed("a", "1", "2"), QByteArray("a replaced"));
    QCOMPARE(below(), QByteArrayList({place + "a", "a"}));
    QCOMPARE(read(place + "a"), QByteArray("1"));
}

void TestVersions::aLandingReplacesWhatItWasMadeFor()
{
    filed("f/a", {}, "1");
    auto part = wholePart("f/a", "22");
    part.file.close();
    const Landing landing{{"f"}, part.name, "a", "a~mark", 2, hashOf("22")};
    QCOMPARE(folder().adopt(landing, before("f/a", "1")), std::optional(split("f/a")));
    QCOMPARE(below(), QByteArrayList({place + "f/a", "f/a"}));
    QCOMPARE(read("f/a"), QByteArray("22"));
    QCOMPARE(read(place + "f/a"), QByteArray("1"));
    // What a person has changed is not what it was made for.
    auto next = wholePart("f/a", "333");
    next.file.close();
    const Landing other{{"f"}, next.name, "a", "a~mark", 3, hashOf("333")};
    QCOMPARE(folder().adopt(other, before("f/a", "1")), std::optional(split("f/a~mark")));
    QCOMPARE(read("f/a"), QByteArray("22"));
}

void TestVersions::aLandingThatReplacedIsFoundUnderTheOldName()
{
    // Its type is another one by now, so its name would be, too.
    savedAs(folder(), "a", "22");
    const Landing landing{{}, "a.part", "a.html", "a~mark.html", 2, hashOf("22")};
    QVERIFY(!folder().adopt(landing));
    QCOMPARE(folder().adopt(landing, before("a", "1")), std::optional(split("a")));
}

void TestVersions::aLandingWhoseOldFileCannotBeKeptIsNoFile()
{
    filed("f/a", {}, "1");
    m_files->write("dl/++versions", "mine");
    auto part = wholePart("f/a", "22");
    part.file.close();
    const Landing landing{{"f"}, part.name, "a", "a~mark", 2, hashOf("22")};
    QVERIFY(!folder().adopt(landing, before("f/a", "1")));
    QCOMPARE(read("f/a"), QByteArray("1"));
    QVERIFY(!QFileInfo::exists(m_files->path("dl/f/a~mark")));
}

void TestVersions::aLandingIsLeftAsItIsByOneInAHurry()
{
    filed("f/a", {}, "1");
    auto part = wholePart("f/a", "22");
    part.file.close();
    const Landing landing{{"f"}, part.name, "a", "a~mark", 2, hashOf("22")};
    const QByteArrayList found = below();
    folder().hurry();
    QVERIFY(!folder().adopt(landing, before("f/a", "1")));
    QVERIFY(!folder().adopt(landing));
    QCOMPARE(below(), found);
    QCOMPARE(read("f/a"), QByteArray("1"));
}

void TestVersions::aPartIsRemovedOnlyIfItIsKnown()
{
    m_files->write("dl/a.part", "mine");
    // As a damaged row may have it.
    folder().removeWhole({{}, "a.part", {}, {}, 99, {}});
    folder().removeWhole({{}, "a.part", {}, {}, 4, hashOf("other"), "http://h/a"});
    QCOMPARE(read("a.part"), QByteArray("mine"));
    folder().removeWhole({{}, "a.part", {}, {}, 4, hashOf("mine")});
    QCOMPARE(below(), QByteArrayList());
}

void TestVersions::copiesWithoutHardLinks()
{
    // From one file system to another there are none.
    const PrivateMount other(m_files->path("dl/++versions"), "size=1m");
    SKIP_UNLESS_MOUNTED(other);
    QVERIFY(!folder().reopen()); // What was open before the mount does not see it.
    const QByteArray large(300'000, 'x');
    Filing filing{split("f/a"), split("f/a~mark"), std::nullopt};
    filing.modified = 1'000'000;
    folder().file(folder().announce(large, filing));
    const QByteArray file = QFile::encodeName(m_files->path("dl/f/a"));
    QCOMPARE(chmod(file.constData(), 0640), 0);
    QCOMPARE(filed("f/a", large, "2"), QByteArray("f/a replaced"));
    QCOMPARE(below(), QByteArrayList({place + "f/a", "f/a"}));
    QVERIFY(read(place + "f/a") == large);
    struct stat is;
    QCOMPARE(stat(QFile::encodeName(m_files->path("dl/" + place + "f/a")).constData(), &is), 0);
    QCOMPARE(is.st_mtime, time_t(1'000'000));
    QCOMPARE(is.st_mode & 07777, 0640u);
    // Known again by its bytes, as it is one file with nothing.
    QCOMPARE(filed("f/a", "2", large), QByteArray("f/a replaced"));
    QCOMPARE(filed("f/a", large, "3"), QByteArray("f/a replaced"));
    QCOMPARE(below(), QByteArrayList({secondPlace + "f/a", place + "f/a", "f/a"}));
}

void TestVersions::aFullDiskKeepsTheOldFile()
{
    const PrivateMount other(m_files->path("dl/++versions"), "size=64k");
    SKIP_UNLESS_MOUNTED(other);
    QVERIFY(!folder().reopen()); // What was open before the mount does not see it.
    const QByteArray large(300'000, 'x');
    filed("a", {}, large);
    const Filing filing{split("a"), split("a~mark"), before("a", large)};
    const FileResult result = folder().file(folder().announce("2", filing));
    const auto *error = std::get_if<SaveError>(&result);
    QVERIFY(error && error->fault);
    QVERIFY(error->fault->kind == DiskFaultKind::Full);
    QCOMPARE(below(), QByteArrayList{"a"});
    QVERIFY(read("a") == large);
    QCOMPARE(folder().versionsKept(), 0);
    QVERIFY(other.change("size=1m"));
    QCOMPARE(filed("a", large, "2"), QByteArray("a replaced"));
    QVERIFY(read(place + "a") == large);
}

void TestVersions::leftoversOfACopyGo()
{
    const PrivateMount other(m_files->path("dl/++versions"), "size=1m");
    SKIP_UNLESS_MOUNTED(other);
    QVERIFY(!folder().reopen()); // What was open before the mount does not see it.
    filed("a", {}, "1");
    filed("b", {}, "1");
    QVERIFY(QDir(m_files->path("dl")).mkpath(QString::fromLatin1(place)));
    // Empty it is ours, killed before it could be marked; else it may be anybody's.
    m_files->write("dl/" + place + "a.part", "");
    m_files->write("dl/" + place + "b.part", "mine");
    QCOMPARE(filed("a", "1", "2"), QByteArray("a replaced"));
    QCOMPARE(filed("b", "1", "2"), QByteArray("b replaced"));
    QCOMPARE(below(), QByteArrayList({secondPlace + "b", place + "a", place + "b.part", "a", "b"}));
    const gleaner::SavedFiles files(m_files->path("dl"));
    QCOMPARE(versionsIn(files, update), QByteArrayList({place + "a", secondPlace + "b"}));
}

void TestVersions::noAddressGetsItsName_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address :
        {"http://h/++versions/x", "http://h/%2B%2Bversions/x", "http://h/+%2Bversions/x",
            "http://h/%2b+versions", "http://h/?++versions", "https://+versions/x",
            "https://%2Bversions/x", "https://++versions/x", "http://h/./++versions/./x"})
        QTest::newRow(address) << QByteArray(address);
}

void TestVersions::noAddressGetsItsName()
{
    QFETCH(const QByteArray, address);
    const auto parsed = Address::parse(address);
    if (!parsed)
        return;
    for (const char *start : {"http://h", "http://other", "https://+versions"}) {
        const RelativePath path = pathFor(*parsed, false, start);
        const QByteArray first = path.folders.isEmpty() ? path.file : path.folders.front();
        QVERIFY2(!first.startsWith(versionsFolder), first.constData());
    }
    QVERIFY(!safeFileName(QStringLiteral("++versions")).startsWith("++"));
}

void TestVersions::namesTheUpdateByItsTime()
{
    QCOMPARE(versionsName(1'795'867'391'999), QByteArray("2026-11-28T12-03-11Z"));
    QVERIFY(versionsIn(gleaner::SavedFiles(m_files->path("dl")), "..").isEmpty());
}

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
