// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/joboptions.h"

#include <QWidget>

class QCheckBox;

namespace gleaner
{

/// What a download does when it turns out larger than meant: asks, and leaves out what has no end.
/// Owned by a dialog; a form without a will of its own.
class CautionForm : public QWidget
{
    Q_OBJECT

public:
    explicit CautionForm(QWidget *parent = nullptr);

    void setOptions(const JobOptions &options);
    /// Its own part of them; the rest stays.
    void read(JobOptions &options) const;

private:
    QCheckBox *m_ask;
    QCheckBox *m_traps;
};

} // namespace gleaner
