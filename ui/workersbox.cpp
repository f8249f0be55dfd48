// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workersbox.h"

#include "core/crawl/crawljob.h"
#include "ui/plaintext.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace gleaner
{

WorkersBox::WorkersBox(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(minimumWorkers, maximumWorkers);
    // Half of "16" is not meant: a running download would drop to one worker for a moment.
    setKeyboardTracking(false);
    setAccessibleName(tr("Workers"));
    // The inner field is what assistive technology finds focused.
    lineEdit()->setAccessibleName(tr("Workers"));
    setToolTip(tr("How many addresses are downloaded at the same time, from %1 to %2. It can be "
                  "changed while a download runs.")
                   .arg(minimumWorkers)
                   .arg(maximumWorkers));
}

bool WorkersBox::commit()
{
    QString typed = text();
    int position = 0;
    const bool acceptable = validate(typed, position) == QValidator::Acceptable;
    interpretText();
    return acceptable;
}

void WorkersBox::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Afterwards the number from before stands there.
    QString typed = text();
    int position = 0;
    const bool acceptable = validate(typed, position) == QValidator::Acceptable;
    QSpinBox::keyPressEvent(event);
    if (isEnter && acceptable)
        Q_EMIT entered();
}

QValidator::State WorkersBox::validate(QString &input, int &) const
{
    bool isNumber = false;
    const int number = locale().toInt(input.trimmed(), &isNumber);
    return isNumber && number >= minimum() && number <= maximum() ? QValidator::Acceptable
                                                                  : QValidator::Intermediate;
}

void WorkersBox::fixup(QString &input) const
{
    Q_EMIT refused(tr("Workers must be a number from %1 to %2, not \"%3\". It stays %4.")
                       .arg(QString::number(minimum()), QString::number(maximum()),
                           visibleText(input.trimmed(), 20), QString::number(value())));
}

} // namespace gleaner
