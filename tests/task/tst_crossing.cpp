// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/crossing.h"

#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <optional>
#include <semaphore>
#include <thread>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// Lives on whichever thread has it, and counts itself there: what crosses must be handed over.
class Parcel
{
public:
    explicit Parcel(int value)
        : m_value(std::make_unique<int>(value))
    {
    }
    int open() { return ++*m_value; }

private:
    std::unique_ptr<int> m_value;
};

} // namespace

class TestCrossing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void callsRunLaterInTheirOrder()
    {
        Log log;
        Inbox inbox;
        const Door door = inbox.door();
        for (const char *name : {"A", "B", "C"})
            QVERIFY(door.post([&log, name] { log.add(name); }));
        log.add("posted");
        settle();
        QCOMPARE(log.take(), QByteArray("posted, A, B, C"));
    }

    void aCallMayPostTheNext()
    {
        Log log;
        Inbox inbox;
        const Door door = inbox.door();
        door.post([&] {
            log.add("A");
            door.post([&] { log.add("C"); });
        });
        door.post([&] { log.add("B"); });
        settle();
        QCOMPARE(log.take(), QByteArray("A, B, C"));
    }

    void callsKeepTheirOrderWhenOneRunsAnEventLoop()
    {
        Log log;
        Inbox inbox;
        const Door door = inbox.door();
        door.post([&] {
            log.add("A");
            door.post([&] { log.add("C"); });
            settle();
            log.add("A ends");
        });
        door.post([&] { log.add("B"); });
        settle();
        QCOMPARE(log.take(), QByteArray("A, B, C, A ends"));
    }

    void callsDieWithTheInbox()
    {
        Log log;
        std::optional<Inbox> inbox(std::in_place);
        const Door door = inbox->door();
        door.post([&log, counted = Counted()] { log.add("A"); });
        QCOMPARE(Counted::alive(), 1);
        inbox.reset();
        QCOMPARE(Counted::alive(), 0);
        QVERIFY(!door.post([&log, counted = Counted()] { log.add("B"); }));
        settle();
        QCOMPARE(log.take(), QByteArray());
    }

    void aCallMayDestroyTheInbox()
    {
        Log log;
        auto inbox = std::make_unique<Inbox>();
        const Door door = inbox->door();
        door.post([&] {
            log.add("A");
            inbox.reset();
        });
        door.post([&log, counted = Counted()] { log.add("B"); });
        settle();
        QCOMPARE(log.take(), QByteArray("A"));
        QCOMPARE(Counted::alive(), 0);
    }

    void eightThreadsPostAndEachKeepsItsOrder()
    {
        const int threads = 8;
        const int calls = 2000;
        Inbox inbox;
        std::vector<std::vector<int>> seen(threads);
        int total = 0;
        std::vector<std::thread> posters;
        for (int t = 0; t < threads; ++t) {
            posters.emplace_back([&, t, door = inbox.door()] {
                for (int i = 0; i < calls; ++i) {
                    auto parcel = std::make_shared<Parcel>(i);
                    door.post([&, t, parcel] {
                        seen[size_t(t)].push_back(parcel->open());
                        ++total;
                    });
                }
            });
        }
        QVERIFY(waitFor([&] { return total == threads * calls; }));
        for (std::thread &poster : posters)
            poster.join();
        for (const std::vector<int> &one : seen) {
            QCOMPARE(one.size(), size_t(calls));
            QVERIFY(std::is_sorted(one.begin(), one.end()));
        }
    }

    void postingWhileTheInboxDiesIsHarmless()
    {
        for (int round = 0; round < 200; ++round) {
            auto inbox = std::make_unique<Inbox>();
            std::binary_semaphore begun(0);
            std::thread poster([&begun, door = inbox->door()] {
                begun.release();
                while (door.post([parcel = std::make_shared<Parcel>(1)] { parcel->open(); })) { }
            });
            begun.acquire();
            QCoreApplication::processEvents();
            inbox.reset();
            poster.join();
        }
    }

    void aSerialThreadRunsCallsInOrderAndFinishesThemBeforeItEnds()
    {
        std::vector<int> seen;
        const std::thread::id here = std::this_thread::get_id();
        bool elsewhere = true;
        QString name;
        {
            SerialThread thread(QStringLiteral("serial"));
            for (int i = 0; i < 1000; ++i)
                thread.door().post([&, i] {
                    seen.push_back(i);
                    elsewhere = elsewhere && std::this_thread::get_id() != here;
                });
            thread.door().post([&] { name = QThread::currentThread()->objectName(); });
        }
        QCOMPARE(seen.size(), size_t(1000));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(elsewhere);
        QCOMPARE(name, QStringLiteral("serial"));
    }

    void aSerialThreadOutlivedByItsDoorRefusesCalls()
    {
        std::optional<SerialThread> thread(std::in_place, QStringLiteral("short"));
        const Door door = thread->door();
        thread.reset();
        QVERIFY(!door.post([] {}));
    }
};

QTEST_GUILESS_MAIN(TestCrossing)
#include "tst_crossing.moc"
