// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QHash>
#include <QNetworkDatagram>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <cerrno>
#include <cstring>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gleaner::test;

namespace
{

QByteArray whyNotPrivate;

/// The loopback device is down in a new network.
bool raiseLoopback()
{
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    const bool isUp = ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    close(socket);
    return isUp;
}

bool replace(const char *place, const QString &file, const QByteArray &content)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.flush()
        && mount(QFile::encodeName(file).constData(), place, nullptr, MS_BIND, nullptr) == 0;
}

/// A network and a resolver's configuration of this process's own, before there is a thread.
void becomePrivate(const QTemporaryDir &folder)
{
    const bool isPrivate = unshare(CLONE_NEWNET | CLONE_NEWNS) == 0 && raiseLoopback()
        && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && replace("/etc/resolv.conf", folder.filePath(QStringLiteral("resolv.conf")),
            "nameserver 127.0.0.53\noptions timeout:1 attempts:1\n")
        && replace("/etc/nsswitch.conf", folder.filePath(QStringLiteral("nsswitch.conf")),
            "hosts: files dns\n");
    if (!isPrivate)
        whyNotPrivate = QByteArray("a resolver's configuration of its own: ") + strerror(errno);
}

/// Answers by the first label of a name: "there", "nothing", "broken", "silent", and "later", which
/// is broken at first. RFC 1035, section 4.1.
class NameServer
{
public:
    NameServer()
    {
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] {
            while (m_socket.hasPendingDatagrams()) {
                const QNetworkDatagram asked = m_socket.receiveDatagram();
                if (const QByteArray told = answer(asked.data()); !told.isEmpty())
                    m_socket.writeDatagram(told, asked.senderAddress(), asked.senderPort());
            }
        });
    }
    bool listen() { return m_socket.bind(QHostAddress(QStringLiteral("127.0.0.53")), 53); }
    int asked(const QByteArray &label) const { return m_asked.value(label); }

private:
    QByteArray answer(const QByteArray &question)
    {
        constexpr qsizetype head = 12;
        const qsizetype end = question.indexOf('\0', head);
        if (end < 0 || question.size() < end + 5)
            return {};
        const QByteArray label = question.mid(head + 1, quint8(question[head]));
        const bool isForFour = question[end + 2] == 1;
        int &count = m_asked[label];
        count += isForFour ? 1 : 0;
        const bool isBroken = label == "broken" || (label == "later" && count < 2);
        if (label == "silent")
            return {};
        const char code = label == "nothing" ? 3 : isBroken ? 2 : 0;
        const bool isThere = code == 0 && isForFour;
        QByteArray told = question.first(2) + '\x81' + char(0x80 | code) + QByteArray("\0\1\0", 3)
            + char(isThere) + QByteArray(4, '\0') + question.sliced(head, end + 5 - head);
        if (isThere)
            told += QByteArray("\xc0\x0c\0\1\0\1\0\0\0\0\0\4\x7f\0\0\1", 16);
        return told;
    }

    QUdpSocket m_socket;
    QHash<QByteArray, int> m_asked; ///< for addresses of version 4
};

} // namespace

/// What name servers may say: row 3 of the fault table. Against a server of ours that the program
/// asks in a network and with a configuration of this process's own, which takes root.
class TestNameServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachAnswerHasItsEnd_data();
    void eachAnswerHasItsEnd();

private:
    NameServer m_names;
};

void TestNameServers::initTestCase()
{
    if (!whyNotPrivate.isEmpty())
        QSKIP(whyNotPrivate.constData());
    QVERIFY(m_names.listen());
}

void TestNameServers::eachAnswerHasItsEnd_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("questions");
    const auto row = [](const char *label, const char *end, const char *detail, int questions) {
        QTest::newRow(label) << QString::fromLatin1(end) << QString::fromLatin1(detail)
                             << questions;
    };
    row("there", "saved", "", 1);
    row("nothing", "dns", "Host not found", 1);
    row("broken", "timeout", "no answer about the name", 2);
    row("silent", "timeout", "no answer about the name", 2);
    row("later", "saved", "", 2);
}

void TestNameServers::eachAnswerHasItsEnd()
{
    QFETCH(const QString, end);
    QFETCH(const QString, detail);
    const QByteArray label = QTest::currentDataTag();
    TestServer server;
    server.serve("/good.png", "image/png", "PNG");
    server.serve(
        "/", "text/html", "<img src=" + server.url("/good.png", label + ".test").toEncoded() + ">");
    Program program;
    QVERIFY(program.runJson(words("--no-robots --tries 2") << text(server.url("/"))));
    const bool isSaved = end == u"saved";
    QCOMPARE(program.status(), isSaved ? 0 : 1);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(program.status()), QString());
    const QJsonObject event = events.about(text(server.url("/good.png", label + ".test")));
    QCOMPARE(event[QLatin1String(isSaved ? "event" : "reason")].toString(), end);
    QCOMPARE(event[QLatin1String("detail")].toString(), detail);
    QTEST(m_names.asked(label), "questions");
    QCOMPARE(server.count("/good.png"), isSaved ? 1 : 0);
    if (!isSaved)
        QTEST(event[QLatin1String("tries")].toInt(), "questions");
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    becomePrivate(folder);
    QCoreApplication application(argc, argv);
    TestNameServers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nameservers.moc"
