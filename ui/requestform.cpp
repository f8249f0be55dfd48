// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requestform.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace gleaner
{

namespace
{

constexpr qint64 kibi = 1024;
constexpr qint64 mebi = 1024 * kibi;
constexpr int day = 24 * 60 * 60;
constexpr int mostTries = 100;

/// In the field's unit; the smallest limit is not "no limit".
int shown(const std::optional<qint64> &limit, qint64 unit)
{
    if (!limit)
        return 0;
    return int(std::clamp<qint64>(*limit / unit, 1, std::numeric_limits<int>::max()));
}

std::optional<qint64> limitOf(const QSpinBox *field, qint64 unit, std::optional<qint64> before)
{
    if (field->value() == shown(before, unit))
        return before;
    return field->value() > 0 ? std::optional(field->value() * unit) : std::nullopt;
}

} // namespace

RequestForm::RequestForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_userAgent(new QLineEdit)
    , m_robots(new QCheckBox(tr("Respect what ro&bots ask for")))
{
    m_form->setContentsMargins({});
    m_perHost = addNumber(tr("At &most for one site:"), maximumWorkers, tr(" requests"),
        tr("So many requests to one host are under way at a time, and never more than workers."));
    m_perHost->setMinimum(1);
    m_delay = addNumber(tr("&Wait between requests:"), day * 1000, tr(" ms"),
        tr("To one host; what its robots.txt asks for is kept in any case."));
    m_rate = addNumber(tr("Speed &limit:"), std::numeric_limits<int>::max(), tr(" KiB/s"),
        tr("Over all workers together."), tr("none"));
    m_timeout = addNumber(
        tr("&Give up after:"), day, tr(" s without data"), tr("The request is tried again later."));
    m_timeout->setMinimum(1);
    m_tries = addNumber(tr("T&ries:"), mostTries, {},
        tr("The first one counts; the last one is made when all else is done."));
    m_tries->setMinimum(1);
    m_fileSize = addNumber(tr("Largest &file:"), std::numeric_limits<int>::max(), tr(" MiB"),
        tr("Larger files are skipped."), tr("any"));
    m_files = addNumber(tr("M&ost files:"), std::numeric_limits<int>::max(), {},
        tr("The download stops there and can be continued."), tr("any number"));

    m_userAgent->setAccessibleName(tr("User agent"));
    m_userAgent->setPlaceholderText(tr("Gleaner's own"));
    m_userAgent->setToolTip(tr("As which program it introduces itself to servers."));
    m_userAgent->setMaxLength(1000);
    m_userAgent->setLayoutDirection(Qt::LeftToRight);
    connect(m_userAgent, &QLineEdit::textEdited, this, &RequestForm::edited);
    m_form->addRow(tr("&User agent:"), m_userAgent);
    m_robots->setToolTip(tr("robots.txt, its waits, and links that are marked as not to be "
                            "followed."));
    connect(m_robots, &QCheckBox::toggled, this, &RequestForm::edited);
    m_form->addRow(m_robots);
    setOptions({});
}

QSpinBox *RequestForm::addNumber(
    const QString &label, int most, const QString &unit, const QString &effect, const QString &none)
{
    auto *field = new QSpinBox;
    field->setRange(0, most);
    field->setSuffix(unit);
    field->setSpecialValueText(none);
    field->setToolTip(effect);
    field->setAccessibleDescription(effect);
    QString name = label;
    field->setAccessibleName(name.remove(u'&').remove(u':'));
    field->setMinimumWidth(16 * fontMetrics().averageCharWidth());
    connect(field, &QSpinBox::valueChanged, this, &RequestForm::edited);
    m_form->addRow(label, field);
    return field;
}

void RequestForm::setOptions(const RequestOptions &options)
{
    m_before = options;
    m_perHost->setValue(options.perHost);
    m_delay->setValue(int(options.delay.count()));
    m_rate->setValue(shown(options.rateLimit, kibi));
    m_timeout->setValue(int(options.timeout.count()));
    m_tries->setValue(options.tries);
    m_fileSize->setValue(shown(options.maxFileSize, mebi));
    m_files->setValue(shown(options.maxFiles, 1));
    m_userAgent->setText(QString::fromLatin1(options.userAgent));
    m_robots->setChecked(options.robots == RobotsPolicy::Respect);
}

RequestOptions RequestForm::options() const
{
    RequestOptions options;
    options.perHost = m_perHost->value();
    options.delay = std::chrono::milliseconds(m_delay->value());
    options.rateLimit = limitOf(m_rate, kibi, m_before.rateLimit);
    options.timeout = std::chrono::seconds(m_timeout->value());
    options.tries = m_tries->value();
    options.maxFileSize = limitOf(m_fileSize, mebi, m_before.maxFileSize);
    options.maxFiles = limitOf(m_files, 1, m_before.maxFiles);
    options.userAgent = m_userAgent->text().trimmed().toLatin1();
    options.robots = m_robots->isChecked() ? RobotsPolicy::Respect : RobotsPolicy::Ignore;
    return options;
}

QString RequestForm::problem() const
{
    return isUserAgent(m_userAgent->text().trimmed())
        ? QString()
        : tr("A user agent can hold plain characters only.");
}

} // namespace gleaner
