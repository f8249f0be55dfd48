// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requestoptions.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace gleaner
{

/// How a download asks: slots, waits, speed, tries, and its limits. Owned by a dialog; a form
/// without a will of its own.
class RequestForm : public QWidget
{
    Q_OBJECT

public:
    explicit RequestForm(QWidget *parent = nullptr);

    void setOptions(const RequestOptions &options);
    RequestOptions options() const;
    /// What is wrong with what was typed; empty if nothing is.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    /// 0 stands for no limit where there is a text for that.
    QSpinBox *addNumber(const QString &label, int most, const QString &unit, const QString &effect,
        const QString &none = {});

    QFormLayout *m_form;
    QSpinBox *m_perHost;
    QSpinBox *m_delay;
    QSpinBox *m_rate; ///< KiB/s
    QSpinBox *m_timeout;
    QSpinBox *m_tries;
    QSpinBox *m_fileSize; ///< MiB
    QSpinBox *m_files;
    QLineEdit *m_userAgent;
    QCheckBox *m_robots;
    RequestOptions m_before; ///< what is finer than the fields show stays as it was
};

} // namespace gleaner
