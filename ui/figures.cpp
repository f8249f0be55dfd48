// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures.h"

#include <QCoreApplication>
#include <QLocale>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct Figures {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Figures)
};

QLocale::DataSizeFormats &sizeFormat()
{
    static QLocale::DataSizeFormats format = QLocale::DataSizeIecFormat;
    return format;
}
} // namespace

void useSizeUnits(SizeUnits units)
{
    sizeFormat() =
        units == SizeUnits::Decimal ? QLocale::DataSizeSIFormat : QLocale::DataSizeIecFormat;
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString sizeText(qint64 bytes)
{
    // A fraction of a byte cannot be; one digit is enough for the rest.
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, sizeFormat());
}

QString speedText(qint64 bytesPerSecond)
{
    return bytesPerSecond > 0 ? Figures::tr("%1/s").arg(sizeText(bytesPerSecond)) : QString();
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = qMax<qint64>(milliseconds, 0) / 1000;
    const QLatin1Char zero('0');
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, zero)
        .arg(seconds % 60, 2, 10, zero);
}

QString tookText(qint64 milliseconds)
{
    constexpr qint64 shown = 100; // a tenth of a second is the least that is said
    if (milliseconds >= 10'000)
        return durationText(milliseconds);
    const qint64 tenths = qMax(milliseconds, shown) / shown;
    const double seconds = double(tenths) / 10;
    return Figures::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
}

QString progressText(qint64 received, qint64 expected)
{
    if (expected > 0)
        return Figures::tr("%1 of %2").arg(sizeText(received), sizeText(expected));
    return received > 0 ? sizeText(received) : QString();
}

} // namespace gleaner
