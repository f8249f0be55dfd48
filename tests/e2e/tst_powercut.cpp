// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/outcome.h"
#include "tests/support/await.h"
#include "tests/support/privatemount.h"
#include "tests/support/testserver.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

/// What is started under this believes that the machine has just been booted.
QStringList bootedNow()
{
    timespec sinceBoot{};
    clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    return {QStringLiteral("unshare"), QStringLiteral("--time"), QStringLiteral("--fork"),
        QStringLiteral("--boottime"), QString::number(-sinceBoot.tv_sec)};
}

} // namespace

/// The power goes, and what the disk had got by then is all there is: an ext4 file system in a
/// file, copied while a download writes to it. What is in the copy is what a disk would have.
class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_program = std::make_unique<Program>(); }
    void cleanup();
    void goesOnFromWhatTheDiskHad();

private:
    bool makeImage() const;
    /// The program's whole folder is on it, its home too.
    bool mountImage(const QString &image);
    void unmount();

    QByteArray m_whyNot;
    TestServer m_server;
    QTemporaryDir m_images;
    std::unique_ptr<Program> m_program;
    bool m_isMounted = false;
};

void TestPowerCut::initTestCase()
{
    if (!mountInPrivate())
        m_whyNot = QByteArray("cannot mount: ") + strerror(errno);
    else if (!makeImage()
        || !run(QStringLiteral("mount"),
            {QStringLiteral("-o"), QStringLiteral("loop"), m_images.filePath(QStringLiteral("fs")),
                m_images.path()}))
        m_whyNot = "there is no loop device, or no ext4";
    else if (!run(QStringLiteral("unshare"),
                 bootedNow().mid(1) + QStringList{QStringLiteral("true")}))
        m_whyNot = "there are no time namespaces";
    if (m_whyNot.isEmpty())
        run(QStringLiteral("umount"), {m_images.path()});
}

void TestPowerCut::cleanup()
{
    m_program->send(SIGKILL);
    [[maybe_unused]] const bool ended = m_program->waitForEnd();
    unmount();
    m_program.reset();
}

bool TestPowerCut::makeImage() const
{
    const QString image = m_images.filePath(QStringLiteral("fs"));
    QFile::remove(image);
    // Its journal is written every second, as it is after five on a disk.
    return run(QStringLiteral("truncate"), {QStringLiteral("-s"), QStringLiteral("64M"), image})
        && run(QStringLiteral("mkfs.ext4"), {QStringLiteral("-q"), QStringLiteral("-F"), image});
}

bool TestPowerCut::mountImage(const QString &image)
{
    m_isMounted = run(QStringLiteral("mount"),
        {QStringLiteral("-o"), QStringLiteral("loop,commit=1"), image,
            m_program->path(QStringLiteral("."))});
    return m_isMounted;
}

void TestPowerCut::unmount()
{
    if (std::exchange(m_isMounted, false))
        run(QStringLiteral("umount"), {m_program->path(QStringLiteral("."))});
}

void TestPowerCut::goesOnFromWhatTheDiskHad()
{
    if (!m_whyNot.isEmpty())
        QSKIP(m_whyNot.constData());
    const QStringList site{QStringLiteral("-d"), QStringLiteral("20"),
        QStringLiteral("--no-robots"), QStringLiteral("--links"), QStringLiteral("keep"),
        QStringLiteral("--limit-rate"), QStringLiteral("500K"),
        text(m_server.url("/made/1500-8-1000/"))};
    Program undisturbed;
    QStringList fast = site;
    fast.replaceInStrings(QStringLiteral("500K"), QStringLiteral("inf"));
    QVERIFY(undisturbed.runJson(fast));
    const Outcome expected = Outcome::of(undisturbed);
    QVERIFY(expected.files.size() > 1000);

    const quint32 seed = quint32(wanted("GLEANER_SEED", 1));
    QRandomGenerator random(seed);
    const int cuts = wanted("GLEANER_CUTS", 3);
    for (int cut = 0; cut < cuts; ++cut) {
        const QString image = m_images.filePath(QStringLiteral("fs"));
        const QString copy = m_images.filePath(QStringLiteral("copy"));
        QVERIFY(makeImage());
        QVERIFY(mountImage(image));
        m_server.clearLog();
        m_program->startJson(site);
        const bool ended = m_program->endsWithin(std::chrono::milliseconds(random.bounded(3500)));
        QVERIFY(run(QStringLiteral("cp"), {image, copy}));
        if (!ended)
            m_program->send(SIGKILL);
        QVERIFY(m_program->waitForEnd());
        unmount();
        QVERIFY(mountImage(copy));
        // The time of the boot is set by the second, and has to come after the cut.
        QTest::qWait(1500);
        m_program->startUnder(bootedNow());
        QVERIFY(m_program->runJson(fast));
        m_program->startUnder({});
        const QByteArray where =
            "seed " + QByteArray::number(seed) + ", cut " + QByteArray::number(cut) + ": ";
        QVERIFY2(m_program->status() == 0, (where + m_program->errors()).constData());
        const QByteArray difference = expected.difference(Outcome::of(*m_program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
        unmount();
    }
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
