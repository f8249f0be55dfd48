// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace gleaner::test
{

/// What every benchmark understands.
struct BenchOptions {
    bool quick = false; ///< less of everything: does it still run, and roughly how fast?
    bool json = false;
};
/// Ends the program with status 2 at anything else.
BenchOptions benchOptions(int argc, char **argv);

double median(std::vector<double> values);

/// Things to measure against each other, their medians and ratios.
///
/// They take turns, round after round, so that whatever else the machine does meets all of them.
class Comparison
{
public:
    /// `unit` is what a run returns: "requests/s". The first entry is what the others are
    /// compared with.
    Comparison(const QString &title, const QString &unit);

    void add(const QString &name, std::function<double()> run);
    void run(int rounds);
    /// A row that cannot be measured, and why.
    void missing(const QString &name, const QString &why);
    /// Further figures of a row, shown beside it.
    void note(const QString &name, const QString &figure, double value);
    void print(const BenchOptions &options) const;

private:
    struct Entry {
        QString name;
        std::function<double()> run;
        std::vector<double> values{};
        QString missing{};
        QList<QPair<QString, double>> notes{};
    };
    Entry &entry(const QString &name);
    void printTable() const;
    void printJson() const;

    QString m_title;
    QString m_unit;
    std::vector<Entry> m_entries;
};

} // namespace gleaner::test
