// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace gleaner::test
{

namespace
{

/// Three figures that count; the fourth would be noise.
QString shown(double value)
{
    if (value >= 1000)
        return QString::number(value, 'f', 0);
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

} // namespace

BenchOptions benchOptions(int argc, char **argv)
{
    BenchOptions options;
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--quick") {
            options.quick = true;
        } else if (argument == "--json") {
            options.json = true;
        } else {
            fprintf(stderr, "usage: %s [--quick] [--json]\n", argv[0]);
            std::exit(2);
        }
    }
    return options;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

Comparison::Comparison(const QString &title, const QString &unit)
    : m_title(title)
    , m_unit(unit)
{
}

void Comparison::add(const QString &name, std::function<double()> run)
{
    m_entries.push_back({name, std::move(run)});
}

void Comparison::run(int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        for (Entry &entry : m_entries) {
            if (entry.run)
                entry.values.push_back(entry.run());
        }
    }
}

void Comparison::missing(const QString &name, const QString &why)
{
    m_entries.push_back({name, {}, {}, why});
}

void Comparison::note(const QString &name, const QString &figure, double value)
{
    entry(name).notes.append({figure, value});
}

Comparison::Entry &Comparison::entry(const QString &name)
{
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    Q_ASSERT(found != m_entries.end());
    return *found;
}

void Comparison::print(const BenchOptions &options) const
{
    if (options.json)
        printJson();
    else
        printTable();
}

void Comparison::printTable() const
{
    QTextStream out(stdout);
    out << m_title << ", " << m_unit << '\n';
    out << QStringLiteral("%1 %2 %3 %4 %5\n")
               .arg(QString(), -34)
               .arg(QStringLiteral("median"), 10)
               .arg(QStringLiteral("least"), 10)
               .arg(QStringLiteral("most"), 10)
               .arg(QStringLiteral("ratio"), 7);
    const double first = m_entries.empty() ? 0 : median(m_entries.front().values);
    for (const Entry &entry : m_entries) {
        if (!entry.missing.isEmpty()) {
            out << QStringLiteral("%1 %2\n").arg(entry.name, -34).arg(entry.missing);
            continue;
        }
        const auto [least, most] = std::ranges::minmax(entry.values);
        const double middle = median(entry.values);
        out << QStringLiteral("%1 %2 %3 %4 %5")
                   .arg(entry.name, -34)
                   .arg(shown(middle), 10)
                   .arg(shown(least), 10)
                   .arg(shown(most), 10)
                   .arg(first > 0 ? shown(middle / first) : QString(), 7);
        for (const auto &[figure, value] : entry.notes)
            out << "   " << figure << ' ' << shown(value);
        out << '\n';
    }
    out << '\n';
}

void Comparison::printJson() const
{
    for (const Entry &entry : m_entries) {
        QJsonObject line{{QStringLiteral("benchmark"), m_title},
            {QStringLiteral("name"), entry.name}, {QStringLiteral("unit"), m_unit}};
        if (!entry.missing.isEmpty()) {
            line[QLatin1String("missing")] = entry.missing;
        } else {
            QJsonArray values;
            for (const double value : entry.values)
                values.append(value);
            line[QLatin1String("values")] = values;
            line[QLatin1String("median")] = median(entry.values);
        }
        for (const auto &[figure, value] : entry.notes)
            line[figure] = value;
        printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
}

} // namespace gleaner::test
