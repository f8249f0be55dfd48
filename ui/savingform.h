// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/joboptions.h"

#include <QGroupBox>

class QCheckBox;

namespace gleaner
{

/// How files are saved: their links, names and origin, and what is kept beside them.
/// Owned by its dialog; a form without a will of its own.
class SavingForm : public QGroupBox
{
    Q_OBJECT

public:
    explicit SavingForm(QWidget *parent = nullptr);

    void setOptions(const JobOptions &options);
    /// Its own part of them; the rest stays.
    void read(JobOptions &options) const;

private:
    QCheckBox *m_links;
    QCheckBox *m_names;
    QCheckBox *m_originNote;
    QCheckBox *m_archiving;
    QCheckBox *m_oldVersions;
};

} // namespace gleaner
